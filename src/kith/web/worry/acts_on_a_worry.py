"""What the page of a worry enters: each form one act, by one person, at one moment."""

from uuid import UUID

from kith.chronology.enter import NewEntry
from kith.chronology.queries import still_about
from kith.intake import acts
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.worries import Worry
from kith.occasions.ticket import Refused
from kith.policy.facts import Happened
from kith.policy.permissions import Actor
from kith.vocabulary import Answered, Purpose, ReasonGiven, ThresholdOutcome, Urgency
from kith.web.forms.short import Sent
from kith.web.worry.forms import (
    ASKED,
    NOT_TO_BE_HAD,
    READ,
    AskForm,
    BackForm,
    DecideForm,
    RateForm,
    ReadForm,
    SecondForm,
)


def do(actor: Actor, worry: Worry, form: Sent) -> None:
    """Enter what a valid form says. Raises Refused with the sentence to show, AlreadyDone when it was sent before."""
    given, at = form.cleaned_data, now()
    about = still_about(worry.contact.entry)  # as entered: if two identities are parted again, this goes with its worry
    entry = NewEntry(about=about, happened=Happened(start=at, end=at), said=given["said"])
    contact = worry.contact.entry
    with open_occasion(actor, about=about, purpose=Purpose.DECIDING, token=given["token"] or None) as occasion:
        match form:
            case RateForm():
                acts.rate_contact(occasion, entry, contact=contact, urgency=Urgency(given["urgency"]))
            case AskForm():
                for agency in given["agencies"]:
                    acts.ask_for_information(occasion, entry, contact=contact, of_agency=UUID(agency))
            case BackForm():
                acts.send_back(occasion, entry, contact=contact)
            case ReadForm():
                acts.record_history_check(
                    occasion,
                    entry,
                    read=tuple(one.fact.entry for one in worry.past),
                    read_in=form.named(READ),
                    asked_for_from=form.named(ASKED),
                    not_to_be_had_from=form.named(NOT_TO_BE_HAD),
                )
            case DecideForm():
                acts.decide_threshold(
                    occasion,
                    entry,
                    contact=contact,
                    outcome=ThresholdOutcome(given["outcome"]),
                    reasons=tuple(ReasonGiven(one) for one in given["reasons"]),
                    risk_now=given["risk_now"],
                )
            case SecondForm() if worry.decided:
                acts.authorise(occasion, entry, decision=worry.decided.entry, agrees=Answered(given["agrees"]))
            case _:
                raise Refused("Nothing is decided yet that a second person could read.")
