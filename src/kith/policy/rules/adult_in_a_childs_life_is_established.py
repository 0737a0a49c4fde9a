"""Every adult with care of a child, or in the child's home, is somebody we know; not knowing is our gap, and is closed."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.family import AdultCheck, HouseholdMembership, KeyAdult
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, entries_of
from kith.policy.readings.lives import (
    HELPING_SERVICES,
    adults_with_access,
    is_put_off,
    is_surely_known,
    last_plan,
    who_works_with,
    work_began,
)
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Answered, Clock, Living, Service

_LIVES_THERE = (Living.LIVES_THERE, Living.PART_TIME)


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not work_began(picture, HELPING_SERVICES):
        return "social care or early help open to the child"
    if not adults_with_access(picture):
        return "an adult who is said to live with the child, to care for the child alone or to stay overnight"
    return None


@rule(
    reads=ChildPicture,
    learning=(10, 12),
    why="Somebody who cares for a child, or lives with one, should not be a stranger to the people who work with the family.",
    source="Case Study Luke, Summary of Learning, points 10 and 12. Which adults, and the limits, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("adult_check", "adult_plan", "naming"),
)
def adult_in_a_childs_life_is_established(picture: ChildPicture) -> Iterator[Obligation]:
    """Establish who each adult with care of a child or in the child's home is, once it is safe to ask."""
    owed_by = who_works_with(picture, *sorted(SOCIAL_CARE_SERVICES), Service.EARLY_HELP)
    began = work_began(picture, HELPING_SERVICES)
    if owed_by is None or began is None:
        return
    for adult, said in adults_with_access(picture).items():
        plan = last_plan(picture, adult)
        if is_surely_known(picture, adult) or (plan and plan.look_again_on and is_put_off(picture, plan)):
            continue
        checks = picture.adult_checks.belonging_to(adult)
        yield Obligation(
            about=adult,
            sentence=_sentence(picture, adult, said, checks),
            do_next="first check that it is safe to ask, and whom to ask alone; then ask for a check or chase it, "
            "and record the answer, or your plan with a day to look again.",
            evidence=entries_of((*said, *checks, *((plan,) if plan else ()))),
            owed_by=owed_by,
            due_at=_due(picture, (began, *said), checks, plan.look_again_on if plan else None),
            clock=Clock.WORKING,
        )


def _due(picture: ChildPicture, said: tuple[Fact, ...], checks: tuple[AdultCheck, ...], again: date | None) -> datetime:
    began, *mentions = said
    first = min(one.at for one in checks or mentions)
    news = [first, began.at, *([calendar.start_of_day(again)] if again else [])]
    return picture.numbers.due(standards.ADULT_CHECK_CHASED if checks else standards.ADULT_CHECK_ASKED, max(news))


def _sentence(picture: ChildPicture, adult: UUID, said: tuple[Fact, ...], checks: tuple[AdultCheck, ...]) -> str:
    who = f"{picture.person(adult).called} is said to {_tie(said)} {picture.child.called}"
    if checks:
        return as_sentence(f"{who}, and the check of {day_in_words(checks[0].happened.end)} has no answer.")
    return as_sentence(f"{who}, and we have not asked for a check.")


def _tie(said: tuple[Fact, ...]) -> str:
    if any(isinstance(one, HouseholdMembership) and one.living in _LIVES_THERE for one in said):
        return "live with"
    cares = any(isinstance(one, KeyAdult) and one.cares_alone == Answered.YES for one in said)
    return "care for" if cares else "stay with"
