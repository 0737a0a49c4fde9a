"""Police notifications that wait at the front door: the batches, and a page of one with whom each child may be.

Looking is an occasion, and so is looking for people: one search for all the children and adults of a page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from kith.agencies.queries import all_agencies
from kith.chronology.queries import STANDS
from kith.intake.police_file import Adult, Row
from kith.intake.queries import Batch, is_high, police_batch, police_batches, police_rows_waiting
from kith.journey.clock import now
from kith.journey.names import named
from kith.journey.reading import NotOnRecord, looked
from kith.journey.who_is_this import who_might_these_be
from kith.people.matching.cleaning.clean import Said
from kith.people.queries import Candidate, Found
from kith.policy.facts import Agency, Person
from kith.policy.permissions import DECIDERS, FRONT_DOOR, Actor
from kith.vocabulary import AgencyType, MatchGrade, Service

#: So many children a page, whole incidents together; of each so many are shown whom they may be (ours).
A_PAGE, LIKELY_SHOWN = 25, 4
#: How long a batch that nobody waits in is still listed (ours).
SHOWN_FOR = timedelta(days=14)
_REFUSED = "Police notifications are worked through by the front door hub and Emergency Duty."
_SCHOOLS = (AgencyType.SCHOOL, AgencyType.NURSERY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody the police named, and whom on record they may be."""

    found: Found

    @property
    def likely(self) -> tuple[Candidate, ...]:
        return tuple(one for one in self.found.candidates if one.grade != MatchGrade.UNLIKELY)[:LIKELY_SHOWN]

    @property
    def nobody_is_like_them(self) -> bool:
        """Nobody on record may be this person, and nobody was left unlooked-at."""
        return not self.likely and not self.found.too_common


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingChild(Waiting):
    """A child. `school` is the school or nursery the police named, where it is on record by that name."""

    row: Row
    school: Agency | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingAdult(Waiting):
    adult: Adult


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident with all of its children that wait, which become one contact. The first row tells of the incident."""

    children: tuple[WaitingChild, ...]
    adults: tuple[WaitingAdult, ...]

    @property
    def first(self) -> Row:
        return self.children[0].row

    @property
    def is_graded_high(self) -> bool:
        """Whether the police graded it high for any of its children."""
        return any(is_high(one.row.grading) for one in self.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicePage:
    """The next incidents of a batch. `people` are the candidates by id, `goes_to` where they go to school or nursery."""

    now: datetime
    batch: Batch
    incidents: tuple[Incident, ...]
    people: Mapping[UUID, Person] = field(default_factory=dict)
    goes_to: Mapping[UUID, tuple[Agency, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceDesk:
    """Every batch with somebody waiting, and those of a fortnight; `forces` are the police forces that may have sent one."""

    now: datetime
    batches: tuple[Batch, ...]
    forces: tuple[Agency, ...]


def open_police(actor: Actor) -> PoliceDesk:
    """The batches, the oldest first. Raises Refused to anybody but the front door's deciders."""
    at = now()
    looked(actor, at, "police notifications", _refused(actor))
    forces = tuple(one for one in all_agencies().values() if one.type == AgencyType.POLICE)
    return PoliceDesk(now=at, batches=police_batches(at - SHOWN_FOR), forces=forces)


def open_police_page(actor: Actor, batch: UUID) -> PolicePage:
    """A page of a batch. Raises Refused to anybody but the front door's deciders, NotOnRecord, and NotKeyed."""
    at = now()
    looked(actor, at, f"police notifications, batch {batch}", _refused(actor))
    found = police_batch(batch)
    if found is None:
        raise NotOnRecord(f"There is no batch {batch}.")
    rows = police_rows_waiting(batch, A_PAGE)
    if not rows:
        return PolicePage(now=at, batch=found, incidents=())
    incidents = _incidents(rows, _who_they_may_be(actor, rows, batch), _schools_by_name())
    likely = {
        one.person for incident in incidents for who in (*incident.children, *incident.adults) for one in who.likely
    }
    return PolicePage(now=at, batch=found, incidents=incidents, people=named(likely), goes_to=_goes_to(likely))


def _refused(actor: Actor) -> str:
    return "" if actor.agency_type in FRONT_DOOR and actor.role in DECIDERS else _REFUSED


def _together(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by incident, in their order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.incident.casefold(), []).append(row)
    return found


def _adults(rows: Iterable[Row]) -> tuple[Adult, ...]:
    """Each adult named in any of an incident's rows, once."""
    return tuple(dict.fromkeys(adult for row in rows for adult in row.adults))


def _who_they_may_be(actor: Actor, rows: tuple[Row, ...], batch: UUID) -> Mapping[str, Found]:
    asked: dict[str, Said] = {}
    for together in _together(rows).values():
        for row in together:
            asked[str(row.id)] = Said(
                names=(row.child_name,), sex=row.child_sex, born_from=row.child_born, postcodes=(row.address,)
            )
        for adult in _adults(together):
            asked[_adult_key(together, adult)] = Said(
                names=(adult.name,), born_from=adult.born, postcodes=(together[0].address,)
            )
    return who_might_these_be(actor, asked, why=f"police notifications, batch {batch}").found


def _adult_key(together: list[Row], adult: Adult) -> str:
    return f"{together[0].id} {adult.name} {adult.born}"


def _incidents(
    rows: tuple[Row, ...], found: Mapping[str, Found], schools: Mapping[str, Agency]
) -> tuple[Incident, ...]:
    return tuple(
        Incident(
            children=tuple(
                WaitingChild(row=row, school=schools.get(_plain(row.school)), found=found[str(row.id)])
                for row in together
            ),
            adults=tuple(
                WaitingAdult(adult=adult, found=found[_adult_key(together, adult)]) for adult in _adults(together)
            ),
        )
        for together in _together(rows).values()
    )


def _schools_by_name() -> dict[str, Agency]:
    return {_plain(one.name): one for one in all_agencies().values() if one.type in _SCHOOLS}


def _plain(name: str) -> str:
    """A name to be compared: its letters and numbers, whatever stands between them."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _goes_to(people: set[UUID]) -> dict[UUID, tuple[Agency, ...]]:
    """The schools and nurseries that are open to each of these people. One statement."""
    found: dict[UUID, tuple[Agency, ...]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_PLACES, {"who": list(people), "services": [Service.SCHOOL_PLACE, Service.NURSERY_PLACE]})
        for person, *agency in cursor.fetchall():
            which, name, type = agency
            found[person] = (*found.get(person, ()), Agency(id=which, name=name, type=type))
    return found


_PLACES = f"""
    SELECT DISTINCT a.person_id, g.id, g.name, g.type FROM chronology_entryabout a JOIN chronology_entry e ON e.id = a.entry_id
      JOIN family_involvement i ON i.entry_id = e.id JOIN agencies_agency g ON g.id = i.with_agency_id
     WHERE a.person_id = ANY(%(who)s) AND i.service = ANY(%(services)s) AND g.type IN ('school', 'nursery') AND {STANDS}
       AND NOT EXISTS (SELECT FROM care_steppeddown d JOIN chronology_entry se ON se.id = d.entry_id
                        WHERE d.involvement_id = e.id AND NOT EXISTS (
                              SELECT FROM chronology_entry sc WHERE sc.corrects_id = se.id))
     ORDER BY a.person_id, g.name
"""
