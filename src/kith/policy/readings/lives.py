"""What the record tells of a child's life: who sees the child, who lives there, which worries somebody has answered."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TypeVar
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Decision, StrategyDiscussion
from kith.policy.facts.chronology import Observation
from kith.policy.facts.family import AdultPlan, HouseholdMembership, Involvement, KeyAdult, Relationship
from kith.policy.findings import OwedBy
from kith.policy.involvement import SOCIAL_CARE_SERVICES, open_involvements, unbroken_since
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.marks import settles_marks, unexplained_injuries
from kith.policy.shelves import in_order
from kith.vocabulary import (
    AgencyType,
    Answered,
    CheckResult,
    Living,
    Relation,
    Role,
    Sense,
    Service,
    Theme,
    VisitOutcome,
)

F = TypeVar("F", bound=Fact)

#: Services that work with a child because of a worry; universal ones are open to nearly everybody.
HELPING_SERVICES = frozenset({*SOCIAL_CARE_SERVICES, Service.EARLY_HELP})
#: Whoever is one of these by name needs no check to be known. Foster carers are assessed before a child comes (ours).
_KNOWN_WHEN_NAMED = frozenset({Relation.MOTHER, Relation.FATHER, Relation.FOSTER_CARER})
_BROTHER_OR_SISTER = frozenset({Relation.SIBLING, Relation.HALF_SIBLING})
_CHECKED = (CheckResult.NOTHING_FOUND, CheckResult.SOMETHING_FOUND)
_OF_HOME = (Theme.HOME, Theme.SLEEP)
_WORKERS = {Service.EARLY_HELP: Role.EARLY_HELP_WORKER, Service.HEALTH_VISITING: Role.HEALTH_VISITOR}


# Which work, since when, by whom


def work_began(picture: ChildPicture, services: Iterable[Service] = SOCIAL_CARE_SERVICES) -> Involvement | None:
    """The first of an unbroken line of these services that goes on today, or None when none of them is open."""
    kinds = tuple(services)
    open_now = open_involvements(picture, *kinds)
    return unbroken_since(picture, open_now[0], *kinds) if open_now else None


def who_works_with(picture: ChildPicture, *services: Service) -> OwedBy | None:
    """The worker of the first of these services that is open, in the order given."""
    for service in services:
        open_now = open_involvements(picture, service)
        if open_now:
            return OwedBy(_WORKERS.get(service, Role.SOCIAL_WORKER), open_now[-1].with_agency)
    return None


def why_a_child_is_watched(picture: ChildPicture) -> Fact | None:
    """Help that is open; else a worry nobody has decided on, or a mark that nothing explains and nobody settled."""
    return work_began(picture, HELPING_SERVICES) or _open_concern(picture)


def _open_concern(picture: ChildPicture) -> Fact | None:
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    decided = picture.threshold_decisions.belonging_to
    for contact in picture.contacts.within(span):
        if all(one.role not in DECIDERS for one in decided(contact.entry)):
            return contact
    settled = {entry for one in picture.considerations.within(span) if settles_marks(one) for entry in one.evidence}
    return next((injury for injury in unexplained_injuries(picture, span) if injury.entry not in settled), None)


# Age


def is_surely_under(picture: ChildPicture, years: int) -> bool:
    """Whether the child is surely younger, or not born yet. Not knowing the birth date is not knowing: the answer is no."""
    born = picture.child.born_from
    if born is None:
        return picture.child.expected_on is not None
    return not picture.has_passed(calendar.start_of_day(calendar.birthday(born, years)))


# What was seen


def last_seen_at_home(picture: ChildPicture, began: Fact) -> Fact | None:
    """The last visit said to be at home, or observation of home or sleep, since some work began; whoever made it."""
    since = began.happened.start
    looked = takewhile(lambda one: one.happened.end > since, picture.observations.backwards())
    visited = takewhile(lambda one: one.happened.end > since, picture.visits.backwards())
    found = (
        next((one for one in looked if one.theme in _OF_HOME), None),
        next((one for one in visited if one.outcome == VisitOutcome.MADE and _is_home(one.place)), None),
    )
    return max((one for one in found if one), key=in_order, default=None)


def _is_home(place: str) -> bool:
    """Where a visit was made is free text: whoever writes an address does not say that it is home."""
    return "home" in re.split(r"[\W_]+", place.casefold())


def observed_within(picture: ChildPicture, span: timedelta, sense: Sense, *themes: Theme) -> tuple[Observation, ...]:
    """Observations of these themes that somebody meant so."""
    return tuple(one for one in picture.observations.within(span) if one.theme in themes and one.sense == sense)


def on_separate_days(facts: tuple[F, ...]) -> tuple[F, ...]:
    """As many of them, in order, as surely happened on days apart: what shares a day may be one thing told twice."""
    apart: list[F] = []
    for fact in facts:
        if not apart or calendar.london_day(fact.happened.start) > calendar.london_day(apart[-1].happened.end):
            apart.append(fact)
    return tuple(apart)


def known_agencies(picture: ChildPicture, facts: tuple[Fact, ...]) -> frozenset[UUID]:
    """The agencies that entered them; whom nobody named may be one of the others."""
    return frozenset(one.agency for one in facts if not picture.agency_is(one.agency, AgencyType.UNKNOWN))


def number_of_practitioners(facts: tuple[Fact, ...]) -> int:
    """How many different people surely entered them: of an agency and role, each name once, and no name is one."""
    names: dict[tuple[UUID, Role], set[str]] = {}
    for one in facts:
        names.setdefault((one.agency, one.role), set()).add(" ".join(one.by_name.split()).casefold())
    return sum(max(1, len(told - {""})) for told in names.values())


def enough_since(facts: Iterable[F], is_enough: Callable[[tuple[F, ...]], bool]) -> tuple[datetime, ...]:
    """When they were entered, from the one with which there were enough of them to say something."""
    told = tuple(facts)
    entered = sorted({one.at for one in told})
    few = takewhile(lambda moment: not is_enough(tuple(one for one in told if one.at <= moment)), entered)
    return tuple(entered[len(tuple(few)) :])


# What somebody who decides has answered


def entries_weighed(picture: ChildPicture) -> frozenset[UUID]:
    """Entries that somebody who decides named: in an answer, in a decision, or by calling a discussion because of them."""
    answers = (entry for one in picture.considerations.backwards() if one.role in DECIDERS for entry in one.evidence)
    decided = (entry for one in picture.of(Decision).backwards() if one.role in DECIDERS for entry in one.rests_on)
    called = (one.prompted_by for one in picture.of(StrategyDiscussion).backwards() if one.role in DECIDERS)
    return frozenset((*answers, *decided, *(entry for entry in called if entry)))


def latest_contact_decided_on(picture: ChildPicture) -> datetime | None:
    """When the latest contact was entered on which somebody who decides has decided."""
    decided = picture.threshold_decisions.belonging_to
    entered = (
        contact.at
        for contact in picture.contacts.backwards()
        if any(one.role in DECIDERS for one in decided(contact.entry))
    )
    return max(entered, default=None)


def first_news_since_answered(picture: ChildPicture, rule: str, news: Iterable[datetime]) -> datetime:
    """The first news since somebody who decides last answered this concern about the child; else the first of all.

    More of the same never puts off what nobody has answered.
    """
    given = picture.considerations.belonging_to(rule)
    answered = max((one.at for one in given if one.on == picture.id and one.role in DECIDERS), default=None)
    told = sorted(news)
    return next((one for one in told if answered is None or one > answered), told[0])


# The adults in a child's life


def adults_with_access(picture: ChildPicture) -> Mapping[UUID, tuple[Fact, ...]]:
    """Adults said to care for the child alone, to stay overnight or to live with the child, and where that was said."""
    said: dict[UUID, list[Fact]] = {}
    for adult in picture.key_adults.backwards():
        if Answered.YES in (adult.cares_alone, adult.stays_overnight):
            said.setdefault(adult.adult, []).append(adult)
    children = {picture.id, *(one.id for one in picture.siblings())}
    for membership in picture.household():
        for who in set(membership.about) - children:
            said.setdefault(who, []).extend(_since_they_came(picture, who, membership.household))
    return {
        who: tuple(sorted(set_of(told), key=in_order))
        for who, told in sorted(said.items())
        if told and not relations_of(picture, who) & _BROTHER_OR_SISTER
    }


def set_of(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each entry once."""
    return tuple({fact.entry: fact for fact in facts}.values())


def is_surely_known(picture: ChildPicture, adult: UUID) -> bool:
    """A named parent or foster carer, or an adult of whom a check has come back."""
    if picture.person(adult).name and relations_of(picture, adult) & _KNOWN_WHEN_NAMED:
        return True
    return any(check.result in _CHECKED for check in picture.adult_checks.belonging_to(adult))


def relations_of(picture: ChildPicture, adult: UUID) -> frozenset[Relation]:
    """All that somebody said an adult is to the child."""
    as_key_adult = (one.relation for one in picture.key_adults.backwards() if one.adult == adult)
    return frozenset((*as_key_adult, *(one.relation for one in _related(picture, adult))))


def fathers_of(picture: ChildPicture) -> Mapping[UUID, tuple[Fact, ...]]:
    """Everybody said to be the child's father, of those who matter to or ever lived with the child, and where."""
    said: dict[UUID, list[Fact]] = {}
    for key in picture.key_adults.backwards():
        told: tuple[Relationship | KeyAdult, ...] = (key, *_related(picture, key.adult))
        said.setdefault(key.adult, []).extend(one for one in told if one.relation == Relation.FATHER)
    for who in _ever_lived_with(picture):
        said.setdefault(who, []).extend(one for one in _related(picture, who) if one.relation == Relation.FATHER)
    return {who: tuple(sorted(set_of(told), key=in_order)) for who, told in sorted(said.items()) if told}


def last_plan(picture: ChildPicture, adult: UUID) -> AdultPlan | None:
    """What was last decided about whether and how an adult may safely be spoken to."""
    plans = picture.of(AdultPlan).belonging_to(adult)
    return plans[-1] if plans else None


def is_put_off(picture: ChildPicture, plan: AdultPlan) -> bool:
    """Whether a plan still stands: the day to look at it again has not come, or it names none."""
    return plan.look_again_on is None or not picture.has_passed(calendar.start_of_day(plan.look_again_on))


def _related(picture: ChildPicture, adult: UUID) -> tuple[Relationship, ...]:
    said = picture.shelves.shelf(adult, Relationship).facts
    return tuple(one for one in said if isinstance(one, Relationship) and one.to == picture.id)


def _since_they_came(picture: ChildPicture, who: UUID, household: UUID) -> tuple[Fact, ...]:
    said = [one for one in _memberships(picture, who) if one.household == household]
    return tuple(takewhile(lambda one: one.living != Living.LEFT, reversed(said)))


def _ever_lived_with(picture: ChildPicture) -> frozenset[UUID]:
    homes = {one.household for one in _memberships(picture, picture.id)}
    return frozenset(who for home in homes for who in picture.shelves.in_household[home]) - {picture.id}


def _memberships(picture: ChildPicture, who: UUID) -> tuple[HouseholdMembership, ...]:
    said = picture.shelves.shelf(who, HouseholdMembership).facts
    return tuple(one for one in said if isinstance(one, HouseholdMembership))


def listed(words: Iterable[str]) -> str:
    """One, two and three, as a sentence joins them."""
    told = list(words)
    return " and ".join(part for part in (", ".join(told[:-1]), told[-1]) if part)
