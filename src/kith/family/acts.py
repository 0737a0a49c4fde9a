"""Entering who belongs to the child, who is open to the child, and how anybody may safely be reached."""

from datetime import date
from uuid import UUID

from django.db import connection

from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.chronology.queries import STANDS
from kith.family import models
from kith.occasions.record import new_id, write
from kith.occasions.ticket import Ticket
from kith.people.acts import Claim, claim_identity
from kith.policy.permissions import Doing
from kith.vocabulary import Answered, CheckResult, Harm, Living, Relation, Role, Service, Sex


def record_adult_check(
    occasion: Ticket, entry: NewEntry, *, adult: UUID, result: CheckResult, asked_of: UUID | None = None
) -> Entry:
    """Who an adult is was asked of another agency, or the answer came."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.AdultCheck,
        entry,
        adult_id=adult,
        asked_of_id=asked_of,
        result=result,
    )


def record_household_membership(
    occasion: Ticket, entry: NewEntry, *, household: UUID, living: Living = Living.LIVES_THERE
) -> Entry:
    """Somebody lives in, stays at or has left a household, from the time it happened."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.HouseholdMembership,
        entry,
        household_id=household,
        living=living,
    )


def add_household(occasion: Ticket, *, said: str = "", id: UUID | None = None) -> models.Household:
    """Add a place where people live together."""
    occasion.permit(Doing.RECORD)
    return write(models.Household, id=id or new_id(), said=said, occasion_id=occasion.id)


def begin_involvement(
    occasion: Ticket, entry: NewEntry, *, with_agency: UUID, service: Service, harm: Harm = Harm.NOT_SAID
) -> Entry:
    """An agency is open to the child from the time it happened. Social care's is the episode later records belong to."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.Involvement,
        entry,
        with_agency_id=with_agency,
        service=service,
        harm=harm,
    )


def record_key_adult(
    occasion: Ticket,
    entry: NewEntry,
    *,
    adult: UUID,
    relation: Relation = Relation.NOT_KNOWN,
    cares_alone: Answered = Answered.NOT_RECORDED,
    stays_overnight: Answered = Answered.NOT_RECORDED,
) -> Entry:
    """An adult who matters in the child's daily life, in the household or not. Unknown is a value."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.KeyAdult,
        entry,
        adult_id=adult,
        relation=relation,
        cares_alone=cares_alone,
        stays_overnight=stays_overnight,
    )


def decide_may_be_told(occasion: Ticket, entry: NewEntry, *, decision: UUID) -> Entry:
    """A named person decided that somebody may now be told."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.MayBeTold,
        entry,
        decision_id=decision,
    )


def record_name(
    occasion: Ticket,
    entry: NewEntry,
    *,
    name: str,
    sex: Sex = Sex.NOT_RECORDED,
    born_from: date | None = None,
    born_until: date | None = None,
) -> Entry:
    """A name, or a birth date, said of somebody who was known only in part before. They are found by it from now on."""
    occasion.permit(Doing.RECORD)
    written = enter(
        occasion,
        models.Naming,
        entry,
        name=name,
        sex=sex,
        born_from=born_from,
        born_until=born_until,
    )
    said = Claim(name=name, sex=sex, born_from=born_from, born_until=born_until, entry=written.id)
    for person in sorted(set(entry.about)):
        claim_identity(occasion, person=person, claim=said)
    return written


def claim_names_said_before(occasion: Ticket) -> int:
    """Let people be found by names that were entered before names were claimed, and say how many those were."""
    occasion.permit(Doing.KEEP_TIME)
    with connection.cursor() as cursor:
        cursor.execute(_NAMES_NOT_CLAIMED)
        said = cursor.fetchall()
    for entry, person, name, sex, born_from, born_until in said:
        claim = Claim(name=name, sex=Sex(sex), born_from=born_from, born_until=born_until, entry=entry)
        claim_identity(occasion, person=person, claim=claim)
    return len(said)


_NAMES_NOT_CLAIMED = f"""
    SELECT n.entry_id, a.person_id, n.name, n.sex, n.born_from, n.born_until
      FROM family_naming n JOIN chronology_entry e ON e.id = n.entry_id JOIN chronology_entryabout a ON a.entry_id = e.id
     WHERE {STANDS} AND NOT EXISTS (
         SELECT FROM people_identityclaim c WHERE c.entry = n.entry_id AND c.person_id = a.person_id)
     ORDER BY e.happened_end, e.at, e.id, a.person_id
"""


def decide_not_to_tell_yet(occasion: Ticket, entry: NewEntry, *, person: UUID, what: str, look_again_on: date) -> Entry:
    """Somebody must not be told of something yet: what, why, and when that is looked at again."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.NotToBeTold,
        entry,
        person_id=person,
        what=what,
        look_again_on=look_again_on,
    )


def record_relationship(
    occasion: Ticket,
    entry: NewEntry,
    *,
    to: UUID,
    relation: Relation,
    parental_responsibility: Answered = Answered.NOT_RECORDED,
) -> Entry:
    """What the person this is about is to another."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Relationship,
        entry,
        to_id=to,
        relation=relation,
        parental_responsibility=parental_responsibility,
    )


def set_safe_contact(occasion: Ticket, entry: NewEntry, *, person: UUID, way: str) -> Entry:
    """The only safe way to reach somebody."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.SafeContact,
        entry,
        person_id=person,
        way=way,
    )


def plan_for_adult(
    occasion: Ticket,
    entry: NewEntry,
    *,
    adult: UUID,
    safe_to_contact: Answered = Answered.NOT_RECORDED,
    look_again_on: date | None = None,
) -> Entry:
    """Whether and how it is safe to speak with an adult, decided before anybody does. Why is in the words."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.AdultPlan,
        entry,
        adult_id=adult,
        safe_to_contact=safe_to_contact,
        look_again_on=look_again_on,
    )


def record_adult_spoken_to(
    occasion: Ticket,
    entry: NewEntry,
    *,
    adult: UUID,
) -> Entry:
    """Somebody spoke with an adult in the child's life, and what they said."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.AdultSpokenTo,
        entry,
        adult_id=adult,
    )


def allocate(
    occasion: Ticket,
    entry: NewEntry,
    *,
    involvement: UUID,
    worker_name: str,
    worker_role: Role = Role.SOCIAL_WORKER,
) -> Entry:
    """Who works with the child for a service, by name. The last one said stands."""
    occasion.permit(Doing.DECIDE)
    return enter(
        occasion,
        models.Allocation,
        entry,
        involvement_id=involvement,
        worker_name=worker_name,
        worker_role=worker_role,
    )


def record_move(
    occasion: Ticket,
    entry: NewEntry,
    *,
    from_area: str = "",
    to_area: str = "",
    to_agency: UUID | None = None,
) -> Entry:
    """The child moved between areas. `to_agency` is who must have the history there."""
    occasion.permit(Doing.RECORD)
    return enter(
        occasion,
        models.Move,
        entry,
        from_area=from_area,
        to_area=to_area,
        to_agency_id=to_agency,
    )
