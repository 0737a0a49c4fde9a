"""What was said of marks: whether it was asked for, whether it differs, whether it fits, and who has decided on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import takewhile
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Decision, StrategyDiscussion
from kith.policy.facts.chronology import Account, AccountJudgement, Development, Injury
from kith.policy.facts.family import Involvement, KeyAdult
from kith.policy.findings import OwedBy
from kith.policy.involvement import SOCIAL_CARE_SERVICES, open_social_care, who_answers_for
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.marks import (
    STAGE_NEEDED,
    is_one_tumble,
    may_wait_for_a_working_day,
    same_event,
    settles_marks,
    stage_seen,
)
from kith.policy.readings.marks_in_words import in_a_row
from kith.policy.readings.seriousness import has_care, is_established
from kith.policy.standards import Standard
from kith.vocabulary import (
    AccountGiven,
    AccountsJudged,
    AgencyType,
    Clock,
    Mechanism,
    MotorStage,
    Role,
    Service,
)

# -- who owes it, and from when it counts -------------------------------------------------------------------------


def who_asks(picture: ChildPicture, injury: Injury) -> OwedBy:
    """The open social care team; else whoever wrote the mark down, where they work with children; else the front door."""
    outside = (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)
    if open_social_care(picture) or picture.agency_is(injury.agency, *outside):
        return who_answers_for(picture, Role.SOCIAL_WORKER)
    return OwedBy(injury.role, injury.agency)


def counts_from(picture: ChildPicture, rule: str, about: UUID, news: Iterable[datetime]) -> datetime:
    """The first news since somebody who decides last answered this concern; the first of all when they have read it all.

    More news never puts off what nobody has answered.
    """
    given = picture.considerations.belonging_to(rule)
    answered = max((one.at for one in given if one.on == about and one.role in DECIDERS), default=None)
    told = sorted(news)
    return next((one for one in told if answered is None or one > answered), told[0])


def one_event_each(injuries: Iterable[Injury]) -> tuple[tuple[Injury, ...], ...]:
    """Marks, given in order, put together by event; in each the one entered first is at its head."""
    events: list[list[Injury]] = []
    for injury in injuries:
        near = takewhile(partial(_is_near, injury), reversed(events))
        known = next((event for event in near if same_event(injury, event[0])), None)
        if known is None:
            events.append([injury])
            continue
        known.append(injury)
    return tuple(tuple(sorted(event, key=_as_entered)) for event in events)


def _is_near(injury: Injury, event: list[Injury]) -> bool:
    """Marks more than a day apart are never one event: there is no need to look further back."""
    return event[0].happened.end >= injury.happened.start - timedelta(days=1)


def _as_entered(fact: Fact) -> tuple[datetime, UUID]:
    return (fact.at, fact.entry)


def heard_in_time(
    picture: ChildPicture, event: tuple[Injury, ...], ordinary: Standard, otherwise: Standard
) -> tuple[datetime, Clock]:
    """By when marks of one event are asked about or decided on: the earliest of each mark's own limit, and its clock."""
    kept = ((one, ordinary if may_wait_for_a_working_day(picture, one) else otherwise) for one in event)
    return min((picture.numbers.due(standard, one.at), standard.clock) for one, standard in kept)


# -- what was said ------------------------------------------------------------------------------------------------


def nobody_would_account(accounts: tuple[Account, ...]) -> bool:
    """Whether somebody was asked, and nobody who was asked has said anything."""
    return bool(accounts) and all(one.given == AccountGiven.ASKED_NONE_GIVEN for one in accounts)


@dataclass(frozen=True, slots=True)
class Difference:
    """In what the accounts of one injury differ, who said that they really do, and when that came to be known."""

    words: str
    is_serious: bool
    judgements: tuple[AccountJudgement, ...]
    news: tuple[datetime, ...]


HOW, WHERE, WHEN, WHO_HAD_CARE = "how", "where", "when", "who had care"


def how_accounts_differ(picture: ChildPicture, injury: Injury) -> Difference | None:
    """A comparison of coded fields; a person's judgement stands over it.

    That they are the same in other words counts from those who decide, and of what was known when they said so.
    """
    accounts = picture.accounts.belonging_to(injury.entry)
    judged = picture.account_judgements.belonging_to(injury.entry)
    if len(accounts) < 2 and not judged:
        return None
    settled = max((one.at for one in judged if _says_they_are_the_same(one)), default=None)
    really = tuple(
        one for one in judged if one.judged == AccountsJudged.REALLY_DIFFER and (settled is None or one.at >= settled)
    )
    moments = {one.at for one in really} | {one.at for one in accounts if settled is None or one.at > settled}
    known = {at: _compared(picture, tuple(one for one in accounts if one.at <= at)) for at in sorted(moments)}
    compared = known[max(moments)] if moments else _NOTHING
    if not compared.fields and not really:
        return None
    is_serious = compared.is_serious or bool(really)
    news = tuple(
        at
        for at, by_then in known.items()
        if by_then.is_serious or (by_then.fields and not is_serious) or any(one.at <= at for one in really)
    )
    return Difference(_about(compared.fields), is_serious, really, news)


def _says_they_are_the_same(one: AccountJudgement) -> bool:
    return one.judged == AccountsJudged.SAME_IN_OTHER_WORDS and one.role in DECIDERS


@dataclass(frozen=True, slots=True)
class _Compared:
    fields: tuple[str, ...] = ()
    is_serious: bool = False


_NOTHING = _Compared()


def _about(fields: tuple[str, ...]) -> str:
    it_happened = [word for word in fields if word != WHO_HAD_CARE]
    words = [f"{in_a_row(it_happened)} it happened"] if it_happened else []
    return in_a_row([*words, WHO_HAD_CARE] if WHO_HAD_CARE in fields else words) if fields else ""


def _compared(picture: ChildPicture, accounts: tuple[Account, ...]) -> _Compared:
    mechanisms, carers = _mechanisms(accounts), {one.who_had_care for one in accounts if one.who_had_care}
    differs = {
        HOW: len(mechanisms) > 1,
        WHERE: _places_differ(accounts),
        WHEN: _times_differ(picture, accounts),
        WHO_HAD_CARE: len(carers) > 1,
    }
    fields = tuple(field for field, is_so in differs.items() if is_so)
    told = [one for one in accounts if one.mechanism in mechanisms]
    return _Compared(fields, len(carers) > 1 or (len(mechanisms) > 1 and not is_one_tumble(told)))


def _mechanisms(accounts: tuple[Account, ...]) -> set[Mechanism]:
    """To have only noticed it is no other account of how; but it is when the same person says both."""
    said = {one.mechanism for one in accounts} - {Mechanism.NOT_RECORDED}
    noticed = {one.teller for one in accounts if one.teller and one.mechanism == Mechanism.JUST_NOTICED}
    says_how = {one.teller for one in accounts if one.mechanism not in (Mechanism.NOT_RECORDED, Mechanism.JUST_NOTICED)}
    return said if noticed & says_how else said - {Mechanism.JUST_NOTICED}


def _places_differ(accounts: tuple[Account, ...]) -> bool:
    """A place that only says more, or less, of the same is no other place: "kitchen", "the kitchen floor"."""
    places = [
        words for one in accounts if (words := set(one.place.casefold().split()) - {"the", "a", "in", "at", "on"})
    ]
    return any(not (place <= places[0] or places[0] <= place) for place in places)


def _times_differ(picture: ChildPicture, accounts: tuple[Account, ...]) -> bool:
    times = [said_to_have_happened(one.claimed_at) for one in accounts if one.claimed_at]
    if not times:
        return False
    apart = max(earliest for earliest, _ in times) - min(latest for _, latest in times)
    return apart > picture.numbers.span(standards.ACCOUNT_TIMES_DIFFER)


def said_to_have_happened(claimed_at: datetime) -> tuple[datetime, datetime]:
    """The earliest and latest it can mean: the first or last second of a day stands for a day whose hour nobody said."""
    day = calendar.london_day(claimed_at)
    first, last = calendar.instant(calendar.start_of_day(day)), calendar.instant(calendar.end_of_day(day))
    claimed_at = calendar.instant(claimed_at)
    return (first, last) if claimed_at in (first, last) else (claimed_at, claimed_at)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Accounts that need more than the child was seen able to do, what they need most, and what was seen, if anything."""

    accounts: tuple[Account, ...]
    needed: MotorStage
    seen: Development | None


def what_does_not_fit(picture: ChildPicture, injury: Injury) -> Misfit | None:
    """Accounts of a mark that need a stage above the last one seen before it; every stage is, when nobody saw any."""
    needing = [one for one in picture.accounts.belonging_to(injury.entry) if one.mechanism in STAGE_NEEDED]
    if not needing:
        return None
    seen = stage_seen(picture, injury)
    above = tuple(one for one in needing if seen is None or seen.stage.order < STAGE_NEEDED[one.mechanism].order)
    if not above:
        return None
    return Misfit(above, max((STAGE_NEEDED[one.mechanism] for one in above), key=lambda stage: stage.order), seen)


# -- who was open to the child, and who has decided -----------------------------------------------------------------


def service_open_when_entered(picture: ChildPicture, injury: Injury) -> Involvement | None:
    """The service, of social care first, that was on record as open to the child when a mark was entered."""
    found = [
        one
        for one in picture.involvements.backwards()
        if one.service in (*SOCIAL_CARE_SERVICES, Service.EARLY_HELP)
        and one.at <= injury.at
        and not any(end.happened.end < injury.at for end in picture.step_downs.belonging_to(one.entry))
    ]
    return min(found, key=lambda one: (one.service == Service.EARLY_HELP, one.at, one.entry), default=None)


def heard_by_who_decides(picture: ChildPicture) -> frozenset[UUID]:
    """Every entry that somebody who decides has named in an answer, a decision, or in calling a strategy discussion."""
    answers = (entry for one in picture.considerations.backwards() if one.role in DECIDERS for entry in one.evidence)
    decided = (entry for one in picture.of(Decision).backwards() if one.role in DECIDERS for entry in one.rests_on)
    called = (one.prompted_by for one in picture.of(StrategyDiscussion).backwards() if one.role in DECIDERS)
    return frozenset((*answers, *decided, *(entry for entry in called if entry)))


def settled_by_who_decides(picture: ChildPicture) -> frozenset[UUID]:
    """Marks of which somebody who decides thinks that nobody could have caused them."""
    return frozenset(
        entry for one in picture.considerations.backwards() if settles_marks(one) for entry in one.evidence
    )


def adults_nobody_has_established(picture: ChildPicture) -> tuple[tuple[KeyAdult, ...], ...]:
    """Of each adult with care of the child whom nobody has established: what was said of that care, in order."""
    said: dict[UUID, list[KeyAdult]] = {}
    for one in picture.key_adults.backwards():
        said.setdefault(one.adult, []).insert(0, one)
    return tuple(
        tuple(one for one in told if has_care(one))
        for told in said.values()
        if any(has_care(one) for one in told) and not any(is_established(picture, one) for one in told)
    )
