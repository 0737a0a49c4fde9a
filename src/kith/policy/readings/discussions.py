"""What discussions and decisions leave to be done: who was heard, what carries them out, what is news since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Action, ActionDone, Decision, StrategyDiscussion
from kith.policy.facts.chronology import AccountJudgement, CarerStatement, Consideration, DomesticIncident, Injury
from kith.policy.facts.family import AdultCheck, KeyAdult
from kith.policy.facts.front_door import ThresholdDecision
from kith.policy.findings import OwedBy
from kith.policy.involvement import open_social_care, who_answers_for
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.marks import CLINICIANS, entries_of, is_explained, separate_events, settles_marks, stage_seen
from kith.vocabulary import (
    AccountsJudged,
    Answered,
    CarerSays,
    CheckResult,
    DecisionKind,
    Harm,
    MotorStage,
    ReasonGiven,
    Relation,
    Role,
    ThresholdOutcome,
)

Decided = Decision | ThresholdDecision | StrategyDiscussion

HEALTH = frozenset(
    {Role.HEALTH_VISITOR, Role.MIDWIFE, Role.SCHOOL_NURSE, Role.GP, Role.PAEDIATRICIAN, Role.HOSPITAL_STAFF}
)
#: Without whom a strategy discussion is not whole (Working Together), by the name and in the order a sentence uses.
MUST_BE_HEARD: dict[str, frozenset[Role]] = {
    "social care": frozenset({Role.SOCIAL_WORKER, Role.SOCIAL_CARE_MANAGER, Role.EMERGENCY_DUTY}),
    "police": frozenset({Role.POLICE_OFFICER}),
    "health": HEALTH,
}
#: What a decision about an enquiry may rest on. A reason added to the list is not of risk until it stands here too.
OF_RISK = frozenset(
    {
        ReasonGiven.SERIOUSNESS,
        ReasonGiven.REPETITION,
        ReasonGiven.VULNERABILITY,
        ReasonGiven.SOURCE,
        ReasonGiven.PATTERN,
        ReasonGiven.CONTEXT,
        ReasonGiven.CARER_FACTORS,
        ReasonGiven.WHO_HAD_CARE,
        ReasonGiven.EXPLANATION_QUALITY,
        ReasonGiven.PROTECTIVE_FACTORS,
    }
)
NOT_OF_RISK = frozenset(ReasonGiven) - OF_RISK
#: Decisions whose doing cannot wait for an office to open.
URGENT = frozenset({DecisionKind.START_SECTION_47, DecisionKind.MEDICAL, DecisionKind.IMMEDIATE_SAFETY})
QUESTIONED = frozenset({AccountsJudged.REALLY_DIFFER, AccountsJudged.CONCERN})

#: Responses to a contact that protect a child now: they take effect on one person's word.
AT_ONCE = frozenset({ThresholdOutcome.STRATEGY_DISCUSSION, ThresholdOutcome.IMMEDIATE_PROTECTION})

_TOWARDS_AN_ENQUIRY = URGENT | {DecisionKind.REASONABLE_CAUSE, *AT_ONCE}
_NEW_TO_THE_FAMILY = frozenset(
    {Relation.STEP_PARENT, Relation.PARENTS_PARTNER, Relation.FRIEND, Relation.OTHER, Relation.NOT_KNOWN}
)


# Who owes it


def whoever_decided(picture: ChildPicture, fact: Fact) -> OwedBy:
    """Whoever recorded a decision, where they decide for children; else whoever answers for the child."""
    if fact.role in DECIDERS:
        return OwedBy(fact.role, fact.agency)
    return who_answers_for(picture, Role.SOCIAL_CARE_MANAGER)


def whoever_holds_the_child(picture: ChildPicture, fact: Fact) -> OwedBy:
    """The manager of the social care team that is open to the child; else whoever recorded what it is about."""
    episode = open_social_care(picture)
    return OwedBy(Role.SOCIAL_CARE_MANAGER, episode.with_agency) if episode else whoever_decided(picture, fact)


def day_of(fact: Fact) -> str:
    """The day something happened, as a sentence says it."""
    return day_in_words(fact.happened.start)


def day_in_words(moment: datetime) -> str:
    """The day of a moment in London, as a sentence says it."""
    day = calendar.london_day(moment)
    return f"{day.day} {day:%B %Y}"


# Whether harm may be physical


@dataclass(frozen=True, slots=True)
class PossibleHarm:
    """Why harm may be physical: in words, the entries it rests on, and since when one of them is on record."""

    words: str
    entries: tuple[UUID, ...]
    since: datetime


def physical_harm_is_possible(picture: ChildPicture, discussion: StrategyDiscussion) -> PossibleHarm | None:
    """A mark nothing explains, or a worry about physical harm, in the window before a discussion.

    Whatever leaves a mark unexplained is a trigger of the pathway for hearing a paediatrician: it was not asked about, its
    accounts differ or do not fit, or its kind or place is not an accident's. Ours, after procedures that ask for a
    paediatrician whenever there is an injury; to be checked by a practitioner.
    """
    span = picture.numbers.span(standards.REPEATED_INJURIES_WINDOW)
    marks = unexplained_before(picture, discussion, span)
    worries = _told_of_physical_harm(picture, discussion, span)
    told: tuple[Fact, ...] = (*marks, *worries)
    if not told:
        return None
    words = _why_it_matters(picture, marks) if marks else "somebody told us of physical harm"
    return PossibleHarm(words, entries_of(told), min(one.at for one in told))


def unexplained_before(picture: ChildPicture, then: Fact, span: timedelta) -> tuple[Injury, ...]:
    """Injuries in a span before something happened that nothing on record explains, in order."""
    earliest = then.happened.start - span
    since = takewhile(lambda one: one.happened.end > earliest, picture.injuries.backwards())
    found = [one for one in since if one.happened.start <= then.happened.end and not is_explained(picture, one)]
    return tuple(found[::-1])


def _told_of_physical_harm(picture: ChildPicture, then: Fact, span: timedelta) -> tuple[Fact, ...]:
    told = picture.contacts.belonging_to(Harm.PHYSICAL)
    earliest, latest = then.happened.start - span, then.happened.end
    return tuple(one for one in told if one.happened.end > earliest and one.happened.start <= latest)


def _why_it_matters(picture: ChildPicture, marks: tuple[Injury, ...]) -> str:
    if any(_is_not_yet_moving(picture, mark) for mark in marks):
        return "a mark was seen on a child not yet moving"
    if any(judged.judged in QUESTIONED for mark in marks for judged in _judged(picture, mark)[-1:]):
        return "somebody questions the accounts of a mark"
    events = len(separate_events(marks))
    return f"nothing explains {events} injuries" if events > 1 else "nothing on record explains a mark"


def open_worries_at(picture: ChildPicture, then: Fact) -> tuple[Fact, ...]:
    """What stood open when something was recorded: marks nothing explains, and contacts nobody has decided."""
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    settled = _settled_since(picture, then.happened.start - span)
    marks = (one for one in unexplained_before(picture, then, span) if one.entry not in settled)
    told = takewhile(lambda one: one.happened.end > then.happened.start - span, picture.contacts.backwards())
    undecided = [one for one in told if not _is_decided(picture, one)]
    return tuple(one for one in (*marks, *undecided[::-1]) if one.at <= then.at)


def _is_decided(picture: ChildPicture, contact: Fact) -> bool:
    decided = picture.threshold_decisions.belonging_to(contact.entry)
    return any(one.role in DECIDERS for one in decided)


def _settled_since(picture: ChildPicture, then: datetime) -> frozenset[UUID]:
    since = takewhile(lambda one: one.happened.end >= then, picture.considerations.backwards())
    return frozenset(entry for one in since if settles_marks(one) for entry in one.evidence)


def _is_not_yet_moving(picture: ChildPicture, mark: Injury) -> bool:
    seen = stage_seen(picture, mark)
    return seen is not None and seen.stage.order <= MotorStage.SITTING.order


def _judged(picture: ChildPicture, mark: Injury) -> tuple[AccountJudgement, ...]:
    return picture.account_judgements.belonging_to(mark.entry)


# What is to be done


def was_talked_about(picture: ChildPicture, cause: Fact, discussion: StrategyDiscussion) -> bool:
    """Whether a discussion covers a cause for one: held since, or of marks that were all on record when it was held."""
    if cause.happened.start <= discussion.happened.end:
        return True
    if not isinstance(cause, Consideration):
        return False
    named = [one for one in picture.injuries.backwards() if one.entry in cause.evidence]
    return bool(named) and all(one.at <= discussion.happened.end for one in named)


def actions_not_done(picture: ChildPicture) -> tuple[Action, ...]:
    """Actions of which nobody has recorded that they were done, in order."""
    done = picture.of(ActionDone)
    waiting = [one for one in picture.of(Action).backwards() if not done.belonging_to(one.entry)]
    return tuple(waiting[::-1])


def decision_of(picture: ChildPicture, action: Action) -> Decision | None:
    """The decision an action carries out, as it is now recorded."""
    actions = picture.of(Action)
    decisions = picture.of(Decision).backwards()
    return next((one for one in decisions if action in actions.belonging_to(one.entry)), None)


def is_owned(action: Action) -> bool:
    """Whether it says who does it: a role or a name, and an agency."""
    return bool(action.owner_agency and (action.owner_name or action.owner_role != Role.UNKNOWN))


def owner_in_words(picture: ChildPicture, action: Action) -> str:
    """The agency that is to do it, as a sentence names it."""
    return picture.agency(action.owner_agency).name if action.owner_agency else "somebody"


def is_for_health(picture: ChildPicture, action: Action) -> bool:
    """Whether somebody in health owns it, or it carries out the decision for a medical examination."""
    if action.owner_role in HEALTH:
        return True
    if (
        action.owner_agency
        and action.owner_role == Role.UNKNOWN
        and picture.agency_is(action.owner_agency, *CLINICIANS)
    ):
        return True
    decision = decision_of(picture, action)
    return decision is not None and decision.what == DecisionKind.MEDICAL


# What was decided last, and what is news since


def made_at(decided: Fact) -> datetime:
    """By when it had surely been decided: what came later it could not know."""
    return min(decided.at, decided.happened.end)


def last_decided(picture: ChildPicture) -> Decided | None:
    """The last decision, response or strategy discussion of somebody who decides for the child."""
    return max(_decided(picture), key=lambda one: (made_at(one), one.at, one.entry), default=None)


def _decided(picture: ChildPicture) -> Iterator[Decided]:
    """The last of each kind, and what ended on its day or later: a day has no hour to be before."""
    decisions, responses, talks = picture.of(Decision), picture.threshold_decisions, picture.of(StrategyDiscussion)
    windows: tuple[Iterator[Decided], ...] = (decisions.backwards(), responses.backwards(), talks.backwards())
    for window in windows:
        latest: datetime | None = None
        for one in window:
            if latest and one.happened.end < latest:
                break
            if one.role in DECIDERS:
                latest = max(made_at(one), latest) if latest else made_at(one)
                yield one


def significant_news(picture: ChildPicture, decided: Decided) -> tuple[Fact, ...]:
    """What came on record after a decision and could have changed it, in the order it came.

    A mark nothing explains, accounts in question, an adult new with care, what a check on an adult found, an incident
    between adults, a carer who may hurt or cannot cope. While an enquiry may be running, news is the enquiry's. A contact
    has its own decision. Ours; to be checked by a practitioner.
    """
    known, made = _known_to(decided), made_at(decided)
    earliest = decided.happened.start - picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    settled = _settled_since(picture, made)
    news: list[Fact] = []
    for kind in (Injury, AccountJudgement, KeyAdult, AdultCheck, DomesticIncident, CarerStatement):
        for one in takewhile(lambda one: one.happened.end > earliest, picture.of(kind).backwards()):
            is_new = one.at > made and one.occasion != decided.occasion and one.entry not in known
            if is_new and one.entry not in settled and _is_significant(picture, one, decided):
                news.append(one)
    if _is_towards_an_enquiry(decided):
        over = picture.numbers.due(standards.SECTION_47_OUTCOME, made)
        news = [one for one in news if one.at > over]
    return tuple(sorted(news, key=lambda one: (one.at, one.happened.end, one.entry)))


def _is_significant(picture: ChildPicture, one: Fact, decided: Decided) -> bool:
    match one:
        case Injury():
            return not is_explained(picture, one)
        case AccountJudgement():
            return one.judged in QUESTIONED
        case KeyAdult():
            return _is_new_with_care(picture, one, decided)
        case AdultCheck():
            return one.result == CheckResult.SOMETHING_FOUND
        case CarerStatement():
            return one.says in (CarerSays.MAY_HURT, CarerSays.CANNOT_COPE)
    return True


def _is_new_with_care(picture: ChildPicture, adult: KeyAdult, decided: Decided) -> bool:
    if adult.relation not in _NEW_TO_THE_FAMILY or not _has_care(adult):
        return False
    told = (one for one in picture.key_adults.backwards() if one.adult == adult.adult and _has_care(one))
    return all(one.at > made_at(decided) for one in told)


def _has_care(adult: KeyAdult) -> bool:
    return Answered.YES in (adult.cares_alone, adult.stays_overnight)


def _is_towards_an_enquiry(decided: Decided) -> bool:
    match decided:
        case Decision():
            return decided.what in _TOWARDS_AN_ENQUIRY
        case ThresholdDecision():
            return decided.outcome in _TOWARDS_AN_ENQUIRY
    return True


def _known_to(decided: Decided) -> frozenset[UUID]:
    match decided:
        case Decision():
            return frozenset(decided.rests_on)
        case StrategyDiscussion(prompted_by=UUID() as prompt):
            return frozenset({prompt})
    return frozenset()
