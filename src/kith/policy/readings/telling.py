"""Who has yet to hear of what, who was reached, and who talked with whom about the child; all as the record has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.circle import OUTCOMES, circle, who_told_us
from kith.policy.facts import KINDS, Fact
from kith.policy.facts.casework import Decision, StrategyDiscussion
from kith.policy.facts.chronology import Injury, Note, Visit
from kith.policy.facts.family import AdultSpokenTo, Involvement, Move
from kith.policy.facts.front_door import Contact, ThresholdDecision
from kith.policy.facts.informed import Answer, Handover, HandoverAccepted, Liaison, Told
from kith.policy.involvement import SOCIAL_CARE_SERVICES, open_involvements, unbroken_since
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.marks import is_explained, same_event
from kith.vocabulary import AgencyType, HowTold, Service

HELP = (*sorted(SOCIAL_CARE_SERVICES), Service.EARLY_HELP)
BY_VOICE = frozenset({HowTold.TELEPHONE, HowTold.IN_PERSON})

#: Who takes a child over from the night; whoever is written to besides only hears of it.
DAY_TEAMS = (AgencyType.SOCIAL_CARE, AgencyType.HUB)

#: Nobody can be rung there safely, or nobody knows who it is.
_NOT_RUNG = (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)
_NIGHT_WORK: tuple[type[Fact], ...] = (
    AdultSpokenTo,
    Contact,
    Decision,
    Note,
    StrategyDiscussion,
    ThresholdDecision,
    Visit,
)
_OUTCOMES = tuple(KINDS[kind] for kind in sorted(OUTCOMES))
#: How many words of agencies' names a sentence of twenty-five has room for.
_NAMES_FIT = 6


# -- in words ---------------------------------------------------------------------------------------------------------


def day_in_words(moment: datetime) -> str:
    """The day in London as a sentence says it: "10 December 2026"."""
    day = calendar.london_day(moment)
    return f"{day.day} {day:%B %Y}"


def hour_in_words(moment: datetime) -> str:
    """The time by the London clock, with its day: "7:20am on 25 December 2026"."""
    return f"{calendar.time_in_words(moment)} on {day_in_words(moment)}"


def named(picture: ChildPicture, agencies: Iterable[UUID]) -> str:
    """As many agencies by name as a sentence has room for, the first always, and how many others."""
    first, *names = (picture.agency(one).name for one in agencies)
    shown = [first]
    while names and len(" ".join((*shown, names[0])).split()) <= _NAMES_FIT:
        shown.append(names.pop(0))
    if names:
        shown.append("1 other" if len(names) == 1 else f"{len(names)} others")
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else first


def as_sentence(said: str) -> str:
    """With a capital first, whatever name it begins with."""
    return said[:1].upper() + said[1:]


# -- outcomes ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Untold:
    """An outcome, and the agencies of which nobody recorded that they were told; `told_us` where that one is all."""

    outcome: Fact
    agencies: tuple[UUID, ...]
    told_us: bool


def outcomes_not_passed_on(picture: ChildPicture) -> Iterator[Untold]:
    """Outcomes entered while help was open, for everybody open to the child; and any decision, for whoever told us.

    An agency that came later is owed the history, not each outcome before it. What was entered long after it happened
    is no news. None of this depends on the time of looking: an outcome stays owed until somebody is told.
    """
    began, told_us, spells = _members(picture), who_told_us(picture), _spells_of_help(picture)
    news = picture.numbers.span(standards.OUTCOME_IS_NEWS)
    for kind in _OUTCOMES if spells else (ThresholdDecision,):
        for outcome in picture.of(kind).backwards():
            during = any(start <= outcome.at and (end is None or outcome.at <= end) for start, end in spells)
            must = {told_us[outcome.entry]} if outcome.entry in told_us else set()
            if during:
                must |= {agency for agency, since in began.items() if since <= outcome.at}
            must -= {outcome.agency}
            if must and outcome.at < outcome.happened.end + news:
                told = {one.told_agency for one in picture.of(Told).belonging_to(outcome.entry)}
                if left := tuple(sorted(must - told, key=lambda one: (picture.agency(one).name, one))):
                    yield Untold(outcome, left, left == (told_us.get(outcome.entry),))


def was_heard(picture: ChildPicture, told: Told) -> bool:
    """Somebody spoke with them, or something came back."""
    return told.how in BY_VOICE or bool(picture.of(Answer).belonging_to(told.entry))


def not_heard(picture: ChildPicture) -> dict[UUID, list[Told]]:
    """By entry told of: the first writing to each agency of which nothing came back and with which nobody spoke.

    A family is not chased, and may not be rung without knowing that it is safe. A move is acknowledged, not only opened.
    """
    heard: set[tuple[UUID, UUID]] = set()
    first: dict[tuple[UUID, UUID], Told] = {}
    moves = {move.entry for move in picture.of(Move).backwards()}
    for told in picture.of(Told).backwards():
        pair = (told.of, told.told_agency)
        if was_heard(picture, told):
            heard.add(pair)
        elif told.of not in moves and not picture.agency_is(told.told_agency, *_NOT_RUNG):
            first[pair] = min(told, first.get(pair, told), key=lambda one: (one.at, one.entry))
    waiting: dict[UUID, list[Told]] = {}
    for pair in first.keys() - heard:
        waiting.setdefault(pair[0], []).append(first[pair])
    return waiting


def _members(picture: ChildPicture) -> dict[UUID, datetime]:
    """The circle, with since when each agency works with the child now: what came before is history to it."""
    began: dict[UUID, datetime] = {}
    for one in open_involvements(picture, *Service):
        since = unbroken_since(picture, one, *Service, same_agency=True).happened.start
        began[one.with_agency] = min(since, began.get(one.with_agency, since))
    return {agency: began[agency] for agency in circle(picture)}


def _spells_of_help(picture: ChildPicture) -> tuple[tuple[datetime, datetime | None], ...]:
    """When social care or early help was open: from when it began until its end was entered."""
    spells = []
    for one in picture.involvements.backwards():
        ended = picture.step_downs.belonging_to(one.entry)
        if one.service in HELP:
            spells.append((one.happened.start, max(end.at for end in ended) if ended else None))
    return tuple(spells)


# -- practice and health visitors -------------------------------------------------------------------------------------


def practice_and_visitors(picture: ChildPicture) -> tuple[Involvement, Involvement] | None:
    """The GP practice and the health visiting team that are open to the child, the latest of each; both or none."""
    practice = _latest_open(picture, Service.GP_REGISTRATION)
    visitors = _latest_open(picture, Service.HEALTH_VISITING)
    return (practice, visitors) if practice and visitors else None


def talks_between(picture: ChildPicture, one: Involvement, other: Involvement) -> tuple[Liaison, ...]:
    """The talks about the child that either agency entered as held with the other, the last first."""
    both = {one.with_agency, other.with_agency}
    return tuple(talk for talk in picture.of(Liaison).backwards() if {talk.agency, talk.with_agency} == both)


def help_began(picture: ChildPicture) -> Involvement | None:
    """The first of the unbroken line of social care or early help that is open now."""
    lines = (unbroken_since(picture, one, *HELP) for one in open_involvements(picture, *HELP))
    return min(lines, key=lambda one: (one.happened.start, one.entry), default=None)


def was_under(picture: ChildPicture, years: int, then: datetime) -> bool:
    """Whether the child was younger at a moment. Nobody having the birth date is no reason to look away."""
    born = picture.child.born_until
    return born is None or then < calendar.start_of_day(calendar.birthday(born, years))


def marks_not_spoken_of(picture: ChildPicture, practice: Involvement, visitors: Involvement) -> tuple[Injury, ...]:
    """Marks that nothing explains, on a child under five, of which the two have not spoken and do not both know.

    Only those seen while help was open, or that repeat an earlier one within the window of repeated injuries: how these
    lie to one another, not the time of looking, decides it.
    """
    talks, began = talks_between(picture, practice, visitors), help_began(picture)
    window = picture.numbers.span(standards.REPEATED_INJURIES_WINDOW)
    marks = [one for one in picture.injuries.backwards() if not is_explained(picture, one)][::-1]
    found = []
    for place, mark in enumerate(marks):
        counts = (began and mark.happened.end >= began.happened.start) or _repeats(marks[:place], mark, window)
        if counts and was_under(picture, 5, mark.happened.start):
            talked = any(one.at >= mark.at and one.happened.end >= mark.happened.start for one in talks)
            if not talked and not all(_knows(picture, one.with_agency, mark) for one in (practice, visitors)):
                found.append(mark)
    return tuple(found)


def _repeats(earlier: list[Injury], mark: Injury, window: timedelta) -> bool:
    for one in reversed(earlier):
        if one.happened.end <= mark.happened.end - window:
            return False
        if not same_event(one, mark):
            return True
    return False


def _knows(picture: ChildPicture, agency: UUID, mark: Injury) -> bool:
    told = picture.of(Told).belonging_to(mark.entry)
    return agency == mark.agency or any(agency in (one.agency, one.told_agency) for one in told)


def _latest_open(picture: ChildPicture, service: Service) -> Involvement | None:
    known = [one for one in open_involvements(picture, service) if not picture.agency_is(one.with_agency, *_NOT_RUNG)]
    return known[-1] if known else None


# -- the night --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NightWork:
    """What Emergency Duty entered that no day team has taken over, the first first, and how far it has been handed on.

    `root` is the entry that all of it followed from; `handed` the last handover by name, if there is one.
    """

    root: UUID
    entries: tuple[Fact, ...]
    handed: Handover | None
    is_accepted: bool


def night_work(picture: ChildPicture) -> Iterator[NightWork]:
    """Each piece of Emergency Duty's work that a day team has neither accepted by name nor decided on."""
    pieces: dict[UUID, list[Fact]] = {}
    entered = {
        one.entry: one
        for kind in _NIGHT_WORK
        for one in picture.of(kind).backwards()
        if picture.agency_is(one.agency, AgencyType.EMERGENCY_DUTY)
    }
    for one in entered.values():
        pieces.setdefault(_root(one, entered), []).append(one)
    for root, piece in pieces.items():
        handed = _handed_by_name(picture, piece)
        taken = max(_taken_over_at(picture, piece, handed), default=None)
        left = [one for one in piece if taken is None or one.at > taken]
        if left:
            left.sort(key=lambda one: (one.at, one.entry))
            last = next((one for one in reversed(handed) if one.at >= left[0].at), None)
            yield NightWork(root, tuple(left), last, bool(last and _accepted(picture, last)))


def _root(one: Fact, entered: dict[UUID, Fact]) -> UUID:
    """What an entry followed from, back to the first that Emergency Duty entered."""
    for _ in entered:  # as many steps as there are entries, should two name each other
        followed = _followed(one)
        if followed not in entered:
            break
        one = entered[followed]
    return one.entry


def _followed(one: Fact) -> UUID | None:
    match one:
        case ThresholdDecision():
            return one.contact
        case StrategyDiscussion():
            return one.prompted_by
        case Decision():
            return one.discussion or one.revisits
    return None


def _handed_by_name(picture: ChildPicture, piece: list[Fact]) -> list[Handover]:
    """Handovers of it, by name, to a day team or to another shift; the last last."""
    given = [one for entry in piece for one in picture.of(Handover).belonging_to(entry.entry)]
    takes_over = (*DAY_TEAMS, AgencyType.EMERGENCY_DUTY)
    by_name = [one for one in given if one.to_name and picture.agency_is(one.to_agency, *takes_over)]
    return sorted(by_name, key=lambda one: (one.at, one.entry))


def _taken_over_at(picture: ChildPicture, piece: list[Fact], handed: list[Handover]) -> Iterator[datetime]:
    """When a day team accepted it, or somebody who decides there decided on the worry."""
    for one in handed:
        if picture.agency_is(one.to_agency, *DAY_TEAMS):
            yield from (taken.at for taken in _accepted(picture, one))
    for entry in piece:
        for decided in picture.threshold_decisions.belonging_to(entry.entry):
            if decided.role in DECIDERS and picture.agency_is(decided.agency, *DAY_TEAMS):
                yield decided.at


def _accepted(picture: ChildPicture, handover: Handover) -> tuple[HandoverAccepted, ...]:
    """Where whoever it was handed to took it over."""
    taken = picture.of(HandoverAccepted).belonging_to(handover.entry)
    return tuple(one for one in taken if one.agency == handover.to_agency)
