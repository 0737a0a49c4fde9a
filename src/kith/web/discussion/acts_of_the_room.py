"""What the room enters: the discussion, who is heard later, and each decision, one act at a time."""

from uuid import UUID

from kith.chronology.enter import NewEntry
from kith.decisions.acts import finish_discussion, record_decision, record_strategy_discussion
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.policy.facts import Happened
from kith.policy.facts.casework import StrategyDiscussion
from kith.policy.permissions import Actor
from kith.vocabulary import DecisionKind, Purpose, ReasonGiven, Role
from kith.web.discussion.forms import DecideForm, HereForm


def say_who_is_here(actor: Actor, child: UUID, form: HereForm, earlier: StrategyDiscussion | None) -> None:
    """Begin a discussion; or, in one that goes on, say anew who was heard: the entry takes the place of the earlier one."""
    given, at = form.cleaned_data, now()
    happened = earlier.happened if earlier else Happened(start=at, end=at)
    with open_occasion(actor, about=(child,), purpose=Purpose.DECIDING, token=given["token"] or None) as occasion:
        entry = NewEntry(
            about=(child,), happened=happened, said=given["said"], corrects=earlier.entry if earlier else None
        )
        record_strategy_discussion(
            occasion,
            entry,
            heard=tuple(Role(one) for one in given["heard"]),
            prompted_by=earlier.prompted_by if earlier else None,
        )


def decide(actor: Actor, child: UUID, form: DecideForm, discussion: StrategyDiscussion) -> None:
    """Enter one decision of the discussion. It counts from now, whoever is still missing."""
    given, at = form.cleaned_data, now()
    with open_occasion(actor, about=(child,), purpose=Purpose.DECIDING, token=given["token"] or None) as occasion:
        record_decision(
            occasion,
            NewEntry(about=(child,), happened=Happened(start=at, end=at), said=given["said"]),
            what=DecisionKind(given["what"]),
            discussion=discussion.entry,
            reasons=tuple(ReasonGiven(one) for one in given["reasons"]),
        )


def finish(actor: Actor, child: UUID, discussion: StrategyDiscussion, token: str | None) -> None:
    """Finish the record. Raises Refused with what is missing; what was decided has counted all along."""
    at = now()
    with open_occasion(actor, about=(child,), purpose=Purpose.DECIDING, token=token) as occasion:
        finish_discussion(
            occasion, NewEntry(about=(child,), happened=Happened(start=at, end=at)), discussion=discussion.entry
        )
