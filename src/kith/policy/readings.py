"""Small named judgements that rules share, each a sentence about a picture. Readings conclude nothing that is stored."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Account, Consideration, Development, Injury
from kith.policy.facts.family import Involvement, KeyAdult
from kith.policy.findings import OwedBy
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.vocabulary import (
    AccountGiven,
    AccountsJudged,
    AgencyType,
    Answered,
    CheckResult,
    CouldBeCaused,
    Harm,
    InjuryType,
    Mechanism,
    MotorStage,
    Pattern,
    Region,
    Relation,
    Role,
    Sense,
    Service,
    Theme,
    Witness,
)

#: Commonly hurt by accident in a child who moves (after Kemp and others, Archives of Disease in Childhood 2015;100:426).
COMMONLY_ACCIDENTAL = frozenset(
    {
        Region.SCALP_FRONT,
        Region.SCALP_BACK,
        Region.FOREHEAD,
        Region.EYEBROW,
        Region.NOSE,
        Region.CHIN,
        Region.ELBOW,
        Region.KNEE,
        Region.SHIN,
    }
)
#: A single one of these in a moving child, with a steady account, is ordinary.
HEAD_AND_FACE = frozenset(tuple(Region)[: tuple(Region).index(Region.NECK)])

#: What a child must have been seen able to do for it to have happened so (ours, from ordinary milestones; to be checked).
STAGE_NEEDED = {
    Mechanism.ROLLED_OFF: MotorStage.ROLLING,
    Mechanism.PULLED_ONTO_SELF: MotorStage.PULLS_TO_STAND,
    Mechanism.FELL_STANDING: MotorStage.CRUISING,
    Mechanism.BUMPED_INTO: MotorStage.CRAWLING,
    Mechanism.FELL_WALKING_OR_RUNNING: MotorStage.WALKING,
    Mechanism.SLIPPED_IN_WATER: MotorStage.SITTING,
    Mechanism.CLIMBED_AND_FELL: MotorStage.RUNNING_CLIMBING,
}

CLINICIANS = (AgencyType.GP_PRACTICE, AgencyType.HEALTH_VISITING, AgencyType.HOSPITAL)

#: Marks that play leaves. A burn, a bite, a fracture or the shape of a hand is looked at whatever anybody says of it.
ORDINARY_MARKS = frozenset(
    {InjuryType.BRUISE, InjuryType.ABRASION, InjuryType.CUT, InjuryType.SWELLING, InjuryType.REDNESS}
)
ORDINARY_SHAPES = frozenset({Pattern.NONE, Pattern.NOT_RECORDED})
#: Said to be somebody's doing, or said without saying how: no account of this kind explains.
NEVER_EXPLAINS = frozenset(
    {
        Mechanism.HIT_BY_ADULT,
        Mechanism.BITTEN,
        Mechanism.DROPPED,
        Mechanism.JUST_NOTICED,
        Mechanism.OTHER,
        Mechanism.NOT_RECORDED,
    }
)

SOCIAL_CARE_SERVICES = frozenset(
    {
        Service.ASSESSMENT,
        Service.CHILD_IN_NEED,
        Service.CHILD_PROTECTION_PLAN,
        Service.LOOKED_AFTER,
        Service.SOCIAL_CARE,
    }
)


@dataclass(frozen=True, slots=True)
class OneMoreFact:
    """Something that makes repetition more serious: in words, and the entries it rests on."""

    words: str
    entries: tuple[UUID, ...]


def open_involvements(picture: ChildPicture, *services: Service) -> tuple[Involvement, ...]:
    """Services open to the child now: begun, and neither stepped down nor closed. In the order they began."""
    open_now = [
        one
        for one in picture.involvements.backwards()
        if one.service in services and not picture.step_downs.belonging_to(one.entry)
    ]
    return tuple(reversed(open_now))


def unbroken_since(picture: ChildPicture, involvement: Involvement, *services: Service) -> Involvement:
    """The first of an unbroken line of these services: one plan that becomes another is one piece of work."""
    first = involvement
    for earlier in picture.involvements.backwards():
        ended = picture.step_downs.belonging_to(earlier.entry)
        goes_on = ended and ended[-1].happened.end >= first.happened.start - timedelta(days=1)
        if goes_on and earlier.service in services and earlier.happened.start < first.happened.start:
            first = earlier
    return first


def open_social_care(picture: ChildPicture) -> Involvement | None:
    """Social care's latest open episode, if there is one."""
    return next(iter(reversed(open_involvements(picture, *SOCIAL_CARE_SERVICES))), None)


def who_answers_for(picture: ChildPicture, role: Role) -> OwedBy:
    """The open social care team by role; else the hub, if one has entered anything; else no agency we know of."""
    episode = open_social_care(picture)
    if episode:
        return OwedBy(role, episode.with_agency)
    decision = picture.threshold_decisions.last()
    if decision:
        return OwedBy(Role.HUB_DECISION_MAKER, decision.agency)
    return OwedBy(Role.HUB_DECISION_MAKER, None)


def settles_marks(answer: Consideration) -> bool:
    """Somebody who decides thinks that nobody could have caused them. To think that somebody could settles nothing."""
    return answer.role in DECIDERS and answer.could_be_caused == CouldBeCaused.COULD_NOT


def same_event(first: Injury, second: Injury) -> bool:
    """Two marks are one event when one agency saw them on one known day, or entered them together of one time.

    Marks of different days that somebody typed up in one sitting are as many events as days.
    """
    ends = (end for one in (first, second) for end in (one.happened.start, one.happened.end))
    if first.agency == second.agency and len({calendar.london_day(end) for end in ends}) == 1:
        return True
    overlap = first.happened.start <= second.happened.end and second.happened.start <= first.happened.end
    return first.occasion == second.occasion and overlap


def is_explained(picture: ChildPicture, injury: Injury) -> bool:
    """Asked for, steady, fits what the child was seen able to do, and a common site or seen from outside the household.

    Whoever saw it from outside the household tells it of their own accord; a family is asked.

    Or a clinician says it is a birthmark or another medical condition; anybody else may take a bruise for one.

    Ours; to be checked by a practitioner. What nobody asked or wrote down does not explain, and neither does any account
    of a mark that play does not leave.
    """
    if injury.type == InjuryType.BIRTHMARK_OR_MEDICAL and picture.agency_is(injury.agency, *CLINICIANS):
        return True
    if injury.type not in ORDINARY_MARKS or injury.pattern not in ORDINARY_SHAPES:
        return False
    accounts = picture.accounts.belonging_to(injury.entry)
    return (
        _accounts_are_steady(picture, injury, accounts)
        and all(_fits_what_the_child_could_do(picture, injury, account) for account in accounts)
        and (injury.region in COMMONLY_ACCIDENTAL or injury.witness == Witness.OUTSIDE_HOUSEHOLD)
    )


def unexplained_injuries(picture: ChildPicture, span: timedelta) -> tuple[Injury, ...]:
    """Injuries within a span that nothing on record explains."""
    return tuple(injury for injury in picture.injuries.within(span) if not is_explained(picture, injury))


def separate_events(injuries: tuple[Injury, ...]) -> tuple[Injury, ...]:
    """The first mark of each separate event."""
    events: list[Injury] = []
    for injury in injuries:
        if not any(same_event(injury, known) for known in events):
            events.append(injury)
    return tuple(events)


def accounts_of(picture: ChildPicture, injuries: tuple[Injury, ...]) -> tuple[Account, ...]:
    """Every account of these injuries."""
    return tuple(account for injury in injuries for account in picture.accounts.belonging_to(injury.entry))


def what_makes_repetition_serious(picture: ChildPicture, injuries: tuple[Injury, ...]) -> tuple[OneMoreFact, ...]:
    """Facts beside the count (ours, after learning point 6; to be checked by a practitioner), in the order they are told."""
    told = (
        _is_open_to_services(picture),
        _has_earlier_neglect_or_harm(picture, injuries),
        _has_accounts_in_question(picture, injuries),
        _has_an_adult_nobody_has_established(picture),
        _has_low_warmth(picture, injuries),
        _has_head_or_face_injury_that_needed_care(injuries),
        _is_not_yet_moving(picture, injuries),
    )
    return tuple(fact for fact in told if fact)


def entries_of(facts: tuple[Fact, ...]) -> tuple[UUID, ...]:
    """The ids of entries."""
    return tuple(fact.entry for fact in facts)


def _accounts_are_steady(picture: ChildPicture, injury: Injury, accounts: tuple[Account, ...]) -> bool:
    given = {account.given for account in accounts}
    asked = AccountGiven.ASKED in given or injury.witness == Witness.OUTSIDE_HOUSEHOLD
    if not accounts or not asked or AccountGiven.ASKED_NONE_GIVEN in given:
        return False
    judged = picture.account_judgements.belonging_to(injury.entry)
    if judged and judged[-1].judged in (AccountsJudged.REALLY_DIFFER, AccountsJudged.CONCERN):
        return False
    mechanisms = {account.mechanism for account in accounts}
    carers = {account.who_had_care for account in accounts if account.who_had_care}
    return len(mechanisms) == 1 and not mechanisms & NEVER_EXPLAINS and len(carers) <= 1


def _fits_what_the_child_could_do(picture: ChildPicture, injury: Injury, account: Account) -> bool:
    needed = STAGE_NEEDED.get(account.mechanism)
    if needed is None:
        return True
    seen = _seen_able(picture, injury)
    return seen is not None and seen.stage.order >= needed.order


def _seen_able(picture: ChildPicture, injury: Injury) -> Development | None:
    """What the child had been seen able to do when the mark came: a milestone reached later explains nothing."""
    return next((one for one in picture.developments.backwards() if one.happened.start <= injury.happened.end), None)


def _is_open_to_services(picture: ChildPicture) -> OneMoreFact | None:
    service = open_involvements(picture, *SOCIAL_CARE_SERVICES, Service.EARLY_HELP)
    if not service:
        return None
    words = "is open to early help" if service[-1].service == Service.EARLY_HELP else "is open to social care"
    return OneMoreFact(words, (service[-1].entry,))


def _has_earlier_neglect_or_harm(picture: ChildPicture, injuries: tuple[Injury, ...]) -> OneMoreFact | None:
    serious = (Harm.NEGLECT, Harm.PHYSICAL)
    told: list[Fact] = [*[one for one in picture.involvements.backwards() if one.harm in serious][-1:]]
    told += [one for harm in serious for one in picture.contacts.belonging_to(harm)[:1]]
    first = min(told, key=lambda one: (one.happened.end, one.entry), default=None)
    if first is None or first.happened.end >= injuries[0].happened.end:
        return None
    return OneMoreFact("has earlier neglect or harm on record", (first.entry,))


def _has_accounts_in_question(picture: ChildPicture, injuries: tuple[Injury, ...]) -> OneMoreFact | None:
    for injury in injuries:
        judged = picture.account_judgements.belonging_to(injury.entry)
        if judged and judged[-1].judged in (AccountsJudged.REALLY_DIFFER, AccountsJudged.CONCERN):
            return OneMoreFact("has accounts that somebody questions", (judged[-1].entry,))
        accounts = picture.accounts.belonging_to(injury.entry)
        none_given = [one for one in accounts if one.given == AccountGiven.ASKED_NONE_GIVEN]
        if none_given and len(none_given) == len(accounts):
            return OneMoreFact("has a mark nobody would account for", (none_given[-1].entry,))
    return None


def _has_an_adult_nobody_has_established(picture: ChildPicture) -> OneMoreFact | None:
    for adult in picture.key_adults.backwards():
        if _has_care(adult) and not _is_established(picture, adult):
            return OneMoreFact("has a carer nobody has established", (adult.entry,))
    return None


def _has_care(adult: KeyAdult) -> bool:
    return Answered.YES in (adult.cares_alone, adult.stays_overnight)


def _is_established(picture: ChildPicture, adult: KeyAdult) -> bool:
    named = picture.person(adult.adult).name and adult.relation in (Relation.MOTHER, Relation.FATHER)
    if named:
        return True
    answered = (CheckResult.NOTHING_FOUND, CheckResult.SOMETHING_FOUND)
    return any(check.result in answered for check in picture.adult_checks.belonging_to(adult.adult))


def _has_low_warmth(picture: ChildPicture, injuries: tuple[Injury, ...]) -> OneMoreFact | None:
    """Seen so long before the first of the marks, or since."""
    earliest = injuries[0].happened.start - picture.numbers.span(standards.LOW_WARMTH_WINDOW)
    since = takewhile(lambda one: one.happened.end > earliest, picture.observations.backwards())
    seen = [one for one in since if one.theme == Theme.INTERACTION and one.sense == Sense.WORRY]
    return OneMoreFact("has little warmth noticed", entries_of(tuple(seen[::-1]))) if seen else None


def _has_head_or_face_injury_that_needed_care(injuries: tuple[Injury, ...]) -> OneMoreFact | None:
    hurt = [one for one in injuries if one.region in HEAD_AND_FACE and one.needed_care == Answered.YES]
    return OneMoreFact("has a head or face injury that needed care", (hurt[0].entry,)) if hurt else None


def _is_not_yet_moving(picture: ChildPicture, injuries: tuple[Injury, ...]) -> OneMoreFact | None:
    """As the child was when one of the marks came."""
    for injury in injuries:
        seen = _seen_able(picture, injury)
        if seen and seen.stage.order <= MotorStage.SITTING.order:
            return OneMoreFact("was not yet moving alone", (seen.entry,))
    return None


def seen_by(picture: ChildPicture, injuries: tuple[Injury, ...]) -> str:
    """The agencies that saw them, as a sentence names them; empty when nobody published or noted which."""
    names = list(
        dict.fromkeys(
            picture.agency(one.agency).name for one in injuries if not picture.agency_is(one.agency, AgencyType.UNKNOWN)
        )
    )
    if len(names) > 1:
        return ", ".join(names[:-1]) + " and " + names[-1]
    return "".join(names)
