"""One incident that the police told of becomes entries: a contact about all its children, the incident for each, the priority.

Contact and incident are entered as told by the police, in their words; the priority is whoever's who says it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.chronology.acts import record_domestic_incident
from kith.chronology.enter import NewEntry
from kith.intake.acts import rate_contact, receive_contact, settle_police_rows
from kith.intake.police_file import Adult, Row
from kith.journey.occasion import open_occasion
from kith.journey.police import Incident, PolicePage, WaitingChild
from kith.occasions.record import new_id
from kith.occasions.ticket import Ticket
from kith.people.acts import Claim, add_person, claim_identity, decide_link
from kith.people.queries import Candidate
from kith.policy.facts import Happened, Person
from kith.policy.permissions import Actor
from kith.vocabulary import (
    Answered,
    AtTheIncident,
    Harm,
    Identity,
    LifeStage,
    LinkVerdict,
    Purpose,
    Role,
    Sex,
    Urgency,
)

_PRESENT = {
    AtTheIncident.PRESENT: Answered.YES,
    AtTheIncident.HEARD: Answered.YES,  # who sees, hears or feels the effects is a victim: Domestic Abuse Act 2021, s 3
    AtTheIncident.NOT_THERE: Answered.NO,
    AtTheIncident.NOT_SAID: Answered.NOT_RECORDED,
}
_WAS = {
    AtTheIncident.PRESENT: "was there",
    AtTheIncident.HEARD: "heard it",
    AtTheIncident.NOT_THERE: "was not there",
    AtTheIncident.NOT_SAID: "may have been there: the police do not say",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOfChild:
    """Who a child is: somebody on record (`chosen`), new to us, or not to be told yet; and which of the
    schools named with them hear now."""

    verdict: LinkVerdict
    chosen: UUID | None = None
    schools: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOfIncident:
    """What somebody says of one incident: of each child and each adult in their order (None: not on record), how urgent, why."""

    children: tuple[SaidOfChild, ...]
    adults: tuple[UUID | None, ...]
    urgency: Urgency
    why: str


def settle_incident(
    actor: Actor, page: PolicePage, incident: Incident, said: SaidOfIncident, token: str | None
) -> UUID:
    """Enter one incident of a page as one act, and give the contact's id.

    Raises Refused with the sentence to show, AlreadyDone when it was sent before.
    """
    with open_occasion(actor, about=_on_record(incident, said), purpose=Purpose.DECIDING, token=token) as occasion:
        batch = page.batch
        police = occasion.as_told_by(
            Actor(role=Role.POLICE_OFFICER, agency=batch.force, agency_name=batch.force_name, agency_type="police")
        )
        children = tuple(
            one.chosen or _add_child(occasion, waiting.row)
            for waiting, one in zip(incident.children, said.children, strict=True)
        )
        adults = tuple(
            chosen or _add_adult(occasion, waiting.adult)
            for waiting, chosen in zip(incident.adults, said.adults, strict=True)
        )
        contact = _receive(police, actor, incident, children, occasion.at)
        for waiting, one, child in zip(incident.children, said.children, children, strict=True):
            _enter_incident(police, page, waiting, one, child, adults)
            _keep_who_it_is(occasion, waiting, one, child, contact)
        rate_contact(occasion, _now(children, occasion.at, said.why), contact=contact, urgency=said.urgency)
        settle_police_rows(occasion, contact=contact, settled=_settled(incident, said, children))
        return contact


def _on_record(incident: Incident, said: SaidOfIncident) -> set[UUID]:
    """The children chosen, and those of whom nobody can tell yet: what is decided of two people concerns both."""
    chosen = {one.chosen for one in said.children if one.chosen}
    for waiting, one in zip(incident.children, said.children, strict=True):
        if one.verdict == LinkVerdict.CANNOT_TELL:
            chosen |= {candidate.person for candidate in waiting.likely}
    return chosen


def _add_child(occasion: Ticket, row: Row) -> UUID:
    return _add(occasion, row.child_name, row.child_sex, Adult(row.child_name, row.child_born), LifeStage.CHILD)


def _add_adult(occasion: Ticket, adult: Adult) -> UUID:
    return _add(occasion, adult.name, Sex.NOT_RECORDED, adult, LifeStage.ADULT)


def _add(occasion: Ticket, name: str, sex: Sex, known: Adult, stage: LifeStage) -> UUID:
    identity = Identity.PART_KNOWN if name else Identity.UNKNOWN
    person = Person(
        id=new_id(),
        name=name,
        identity=identity,
        sex=sex,
        born_from=known.born,
        born_until=known.born,
        stage_said=stage,
    )
    return add_person(occasion, person).id


def _receive(police: Ticket, actor: Actor, incident: Incident, children: tuple[UUID, ...], at: datetime) -> UUID:
    """The police's words are for those who decide, and the police: they tell of adults what nobody else round a child needs."""
    known_to = tuple(one for one in (police.actor.agency, actor.agency) if one)
    entry = NewEntry(
        about=children,
        happened=Happened(start=at, end=at),
        said="\n\n".join(_words(incident)),
        known_to=known_to,
    )
    return receive_contact(police, entry, harm=Harm.DOMESTIC_ABUSE).id


def _words(incident: Incident) -> Iterator[str]:
    """The police's words, each once; then what they said in the columns."""
    rows = [one.row for one in incident.children]
    yield from dict.fromkeys(row.words for row in rows if row.words)
    first = incident.first
    graded = f", graded {first.grading} by the police" if first.grading else ""
    yield f"Police incident {first.incident}{graded}."
    if first.address:
        yield f"Where: {first.address}."
    for row in rows:
        school = f" School, as told: {row.school}." if row.school else ""
        yield f"{row.child_name or 'A child without a name'} {_WAS[row.child_was]}.{school}"


def _enter_incident(
    police: Ticket, page: PolicePage, waiting: WaitingChild, said: SaidOfChild, child: UUID, adults: tuple[UUID, ...]
) -> None:
    row = waiting.row
    entry = NewEntry(
        about=(child,),
        happened=row.happened,
        said=f"Police incident {row.incident}. {row.child_name or 'The child'} {_WAS[row.child_was]}.",
    )
    schools = tuple(one for one in said.schools if one in _theirs(page, waiting, said.chosen))
    record_domestic_incident(police, entry, adults=adults, children_present=_PRESENT[row.child_was], schools=schools)


def _theirs(page: PolicePage, waiting: WaitingChild, chosen: UUID | None) -> frozenset[UUID]:
    """The school the police named, if it is on record, and where the child chosen goes as far as the record knows."""
    known = {one.id for one in page.goes_to.get(chosen, ())} if chosen else set()
    return frozenset(known | ({waiting.school.id} if waiting.school else set()))


def _keep_who_it_is(occasion: Ticket, waiting: WaitingChild, said: SaidOfChild, child: UUID, contact: UUID) -> None:
    """Of somebody new, where they live as told; of somebody nobody can tell yet, that this is asked of each likely one."""
    row = waiting.row
    if said.verdict != LinkVerdict.SAME and row.address:
        told = Claim(name=row.child_name, sex=row.child_sex, address=row.address, entry=contact)
        claim_identity(occasion, person=child, claim=told)
    if said.verdict == LinkVerdict.CANNOT_TELL:
        for candidate in waiting.likely:
            why = f"Police incident {row.incident}: not to be told yet."
            decide_link(
                occasion, one=child, other=candidate.person, verdict=LinkVerdict.CANNOT_TELL, why=why, shown=candidate
            )


def _now(children: tuple[UUID, ...], at: datetime, said: str) -> NewEntry:
    return NewEntry(about=children, happened=Happened(start=at, end=at), said=said)


def _settled(
    incident: Incident, said: SaidOfIncident, children: tuple[UUID, ...]
) -> Iterator[tuple[UUID, UUID, LinkVerdict, str, str]]:
    for waiting, one, child in zip(incident.children, said.children, children, strict=True):
        shown = _shown(waiting, one.chosen)
        yield waiting.row.id, child, one.verdict, shown.grade if shown else "", shown.reasons if shown else ""


def _shown(waiting: WaitingChild, chosen: UUID | None) -> Candidate | None:
    """The candidate chosen, or the likeliest that was not."""
    found = (one for one in waiting.likely if chosen in (None, one.person))
    return next(found, None)
