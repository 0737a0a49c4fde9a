"""What became of what somebody told us, as they may know it: their own worry, and of what was decided the least.

Looking is an occasion. Somebody whose place of work was confirmed reads what was decided, in a word; anybody else that it
was. What stands on the child's record, and whether there is one, is said to nobody here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kith.agencies import codes
from kith.agencies.queries import CANNOT_BE_RUNG, agencies
from kith.chronology.enter import NewEntry
from kith.decisions.acts import escalate
from kith.informing.acts import record_answer
from kith.intake.queries import contacts_told_by, told_under
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.one_time import ask_for_code
from kith.journey.picture import gather, gather_entries
from kith.journey.reading import looked
from kith.journey.worries import Worry, worry
from kith.occasions.ticket import Refused
from kith.people.queries import people_as_entered
from kith.policy.facts import Happened, Person
from kith.policy.facts.front_door import Contact
from kith.policy.permissions import Actor
from kith.policy.picture import ChildPicture
from kith.policy.readings.history import DOING_LESS
from kith.vocabulary import AgencyType, AnswerKind

#: How far back somebody reads what became of what they told (ours).
READ_FOR = timedelta(days=90)
#: How long the link counts that somebody without an account is given (ours).
LINK_COUNTS_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One worry somebody told, and how it stands. `in_full`: they may know what was decided, not only that it was.

    `child` is as first entered: a name that others learned later is not in it.
    """

    now: datetime
    worry: Worry
    child: Person
    in_full: bool

    @property
    def decided(self) -> bool:
        """Whether there is a decision to be heard of: one to do less is none until somebody else agreed."""
        return self.worry.decided is not None and not self.worry.needs_a_second

    @property
    def link_counts(self) -> bool:
        """Whether whoever told it without an account may still follow their link."""
        return self.now < self.worry.contact.at + LINK_COUNTS_FOR

    @property
    def may_disagree(self) -> bool:
        decided = self.worry.decided
        return self.in_full and self.decided and decided is not None and decided.outcome in DOING_LESS


def open_what_i_told(actor: Actor) -> tuple[Heard, ...]:
    """What somebody who is signed in told of late, the newest first. As many statements for many as for one."""
    at = now()
    looked(actor, at, "what became of what they told")
    return _heard(contacts_told_by(actor.name, actor.agency, at - READ_FOR), actor.agency_type, at)


def open_one_i_told(actor: Actor, contact: UUID) -> Heard:
    """One of these. Raises Refused to anybody else, whether or not there is such a contact."""
    at = now()
    told = gather_entries((contact,)).get(contact)
    theirs = isinstance(told, Contact) and (told.by_name, told.agency) == (actor.name, actor.agency)
    looked(actor, at, f"what became of contact {contact}", "" if theirs else "This was not told by you.")
    (one,) = _heard((contact,), actor.agency_type, at)
    return one


def teller_of(contact: UUID) -> Actor | None:
    """Whoever told this with a one-time code, as they told it; None for anything else."""
    code = told_under(contact)
    told = gather_entries((contact,)).get(contact) if code and codes.address_shown(code) else None
    if not isinstance(told, Contact):
        return None
    place = agencies((told.agency,))[told.agency]
    return Actor(
        id=code,
        name=told.by_name,
        role=told.role,
        agency=place.id,
        agency_name=place.name,
        agency_type=place.type,
    )


def open_what_was_told(actor: Actor, contact: UUID, code: UUID | None) -> Heard | None:
    """What somebody told with a one-time code, for whoever has shown the same address to be theirs again; else None."""
    same = bool(code and actor.id and codes.address_shown(code) == codes.address_shown(actor.id))
    at = now()
    if not same:
        return None
    looked(actor, at, f"what became of contact {contact}")
    return next((one for one in _heard((contact,), actor.agency_type, at) if one.link_counts), None)


def ask_teller_again(actor: Actor) -> UUID:
    """Let a code be sent to the address with which this was told, which nobody need say again."""
    assert actor.id, "told with a code"
    return ask_for_code(codes.address_shown(actor.id))


def disagree(actor: Actor, heard: Heard, said: str, token: str | None) -> None:
    """Whoever told us disagrees with what was decided, and says why: as the answer to being told, or else as an escalation."""
    stands = heard.worry
    if not heard.may_disagree or stands.decided is None:
        raise Refused("There is no decision to do less that you could disagree with. Tell us again, or ring.")
    at = now()
    with open_occasion(actor, about=stands.contact.about, token=token) as occasion:
        entry = NewEntry(about=stands.contact.about, happened=Happened(start=at, end=at), said=said)
        if stands.told:
            record_answer(occasion, entry, told=stands.told.entry, answer=AnswerKind.DISAGREES)
        else:
            escalate(occasion, entry, against=stands.decided.entry)


def _heard(contacts: Iterable[UUID], read_from: str, at: datetime) -> tuple[Heard, ...]:
    told = tuple(one for one in gather_entries(contacts).values() if isinstance(one, Contact))
    about = {child for one in told for child in one.about}
    if not about:
        return ()
    shelves, _ = gather(about, until=at)
    people = people_as_entered(about)
    in_full = AgencyType(read_from) not in CANNOT_BE_RUNG
    found = (
        Heard(now=at, worry=worry(picture, one), child=people[picture.id], in_full=in_full)
        for one in told
        for picture in (ChildPicture(id=one.about[0], at=at, shelves=shelves),)
    )
    return tuple(sorted(found, key=lambda one: (one.worry.contact.at, one.worry.contact.entry), reverse=True))
