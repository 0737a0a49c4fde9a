"""What somebody told us becomes entries: the contact in their words, a mark where one was seen, who lives there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

from kith.chronology.acts import record_injury, record_observation
from kith.chronology.enter import NewEntry
from kith.intake.acts import receive_contact
from kith.intake.queries import contact_told_with
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import AlreadyDone
from kith.people.acts import add_person
from kith.people.matching.cleaning.born import born, name_and_age
from kith.policy import calendar
from kith.policy.facts import Happened, Person
from kith.policy.permissions import Actor
from kith.policy.picture import ADULT
from kith.vocabulary import Answered, Identity, InjuryType, LifeStage, Region, Side, Theme
from kith.web.forms.once import once
from kith.web.front_door.tell_form import TellForm
from kith.web.words import AS_TOLD

#: What stands before an age that was told, after the words and all else that was told.
AGE_TOLD = AS_TOLD.format("Age or date of birth")
#: What a browser that goes back may have unticked: without it, the same words are the same worry.
_TICKED = frozenset({"in_danger", "mark", "side", "family_aware", "works_at"})


_DANGER = {"yes": Answered.YES, "no": Answered.NO}


def tell_us(actor: Actor, form: TellForm) -> UUID:
    """Enter a valid form as one act, and give the contact's id. A child nobody chose from the list is added as named.

    Raises AlreadyDone when the same words were sent from the same page before; other words are another contact.
    """
    given, chosen, at = form.cleaned_data, form.chosen, now()
    own, *with_more = _tokens(actor, form)
    if any(contact_told_with(one) for one in with_more if one):
        raise AlreadyDone
    with open_occasion(actor, about=(chosen,) if chosen else (), token=own) as occasion:
        who = chosen or add_person(occasion, _child(given, calendar.london_day(at))).id
        entry = NewEntry(about=(who,), happened=Happened(start=at, end=at), said=_words(form, actor))
        contact = receive_contact(
            occasion,
            entry,
            in_danger=_DANGER.get(given["in_danger"], Answered.NOT_RECORDED),
            asks_for=given["asks_for"],
            where_now=given["where_now"],
            ring_back=given["ring_back"],
            family_aware=Answered(given["family_aware"] or Answered.NOT_RECORDED),
        )
        if form.saw_a_mark:
            record_injury(
                occasion,
                replace(entry, said=""),
                type=InjuryType.UNKNOWN_MARK,
                region=Region(given["region"] or Region.NOT_RECORDED),
                side=Side(given["side"] or Side.NOT_RECORDED),
            )
        if given["who_lives_there"]:
            record_observation(occasion, replace(entry, said=given["who_lives_there"]), theme=Theme.HOME)
        return contact.id


def told_before(actor: Actor, form: TellForm) -> UUID | None:
    """The contact that these very words became when they were sent first."""
    return next((told for one in _tokens(actor, form) if one and (told := contact_told_with(one))), None)


def age_told(said: str) -> str:
    """The age or date of birth that was told with these words, if one was."""
    return said.rpartition(AGE_TOLD)[2] if AGE_TOLD in said else ""


def _tokens(actor: Actor, form: TellForm) -> tuple[str | None, ...]:
    """Its own token, then those of the same words with a danger or a mark that this form does not tell.

    A browser that goes back brings the words back and not what was ticked: that is the same worry, and tells less. The
    same words with a danger or a mark that was not told before are another, so that neither is lost.
    """
    told = (form.cleaned_data[name] == "yes" for name in ("in_danger", "mark"))
    ways = product(*((True,) if one else (False, True) for one in told))
    return tuple(once(form, str(actor.id), *map(str, way), but_for=_TICKED) for way in ways)


def _child(given: Mapping[str, str], on: date) -> Person:
    """As they were named, with a birth date as wide as what was said of it, in its own box or beside the name.

    An age that stands after the name is no part of it, or nobody would be found by that name.
    """
    called, age = name_and_age(given["name"], on)
    identity = Identity.PART_KNOWN if called else Identity.UNKNOWN
    first, last = born(given["born"] or age or called, on)
    person = Person(id=new_id(), name=called, identity=identity, stage_said=LifeStage.CHILD)
    if last and calendar.birthday(last, ADULT) > on:
        person = replace(person, born_from=first, born_until=last)
    return person


def _words(form: TellForm, teller: Actor) -> str:
    """Their words as typed; what they told besides stands after them, as they said it."""
    given = form.cleaned_data
    _, age = name_and_age(given["name"], calendar.london_day(now()))
    besides = (
        ("The child’s name", given["name"].strip() if age else ""),
        ("When it happened", given["when"]),
        ("In danger now", given["in_danger"]),
        ("What else is known", given["known"]),
        ("Who tells it", form.says_of(teller)),
    )
    told = "".join(AS_TOLD.format(what) + said for what, said in besides if said)
    return f"{given['said']}{told}{AGE_TOLD}{given['born']}" if given["born"] else given["said"] + told
