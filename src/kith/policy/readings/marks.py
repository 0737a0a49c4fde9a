"""Which marks are one event, and what explains a mark: a reading of the accounts, worked out anew each time."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Account, Consideration, Development, Injury
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.vocabulary import (
    AccountGiven,
    AccountsJudged,
    AgencyType,
    Answered,
    CouldBeCaused,
    InjuryType,
    Mechanism,
    MotorStage,
    Pattern,
    Region,
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


#: Two people who saw one tumble of a child on their feet code it as either (ours; to be checked by a practitioner).
ONE_TUMBLE = frozenset({Mechanism.FELL_WALKING_OR_RUNNING, Mechanism.FELL_STANDING, Mechanism.BUMPED_INTO})


def is_one_tumble(accounts: Iterable[Account]) -> bool:
    """Whether these put one tumble in different people's words. One person who tells it in two ways does not."""
    said: dict[UUID | None, set[Mechanism]] = {}
    for one in accounts:
        said.setdefault(one.teller, set()).add(one.mechanism)
    return all(len(ways) == 1 and ways <= ONE_TUMBLE for ways in said.values())


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


#: Where TEN-4-FACESp asks about any bruise of a child under four (Pierce and others, JAMA Network Open 2021;4(4):e215832).
ASKED_ABOUT_BY_TEN_4 = frozenset(
    {
        Region.CHEST,
        Region.ABDOMEN,
        Region.BACK,
        Region.FLANK,
        Region.HIP,
        Region.BUTTOCK,
        Region.GENITAL_OR_ANAL,
        Region.EAR,
        Region.NECK,
        Region.FRENULUM,
        Region.JAW_ANGLE,
        Region.CHEEK,
        Region.EYELID,
        Region.WHITE_OF_EYE,
    }
)

#: Besides the commonest places: where neither hands, a belt nor a grip mostly leave marks, and TEN-4-FACESp does not ask
#: (ours, after the domain's body map; to be checked by a practitioner).
_ALSO_AT_PLAY = frozenset({Region.CHEEKBONE, Region.LIP, Region.SHOULDER, Region.FOREARM, Region.THIGH, Region.FOOT})


def looks_ordinary(picture: ChildPicture, injury: Injury) -> bool:
    """One mark of a sort that play leaves, where play leaves it, on a child known to move, and nothing to be treated.

    What is written down of the child after the mark was puts nothing off.

    Nothing is explained by that: it says by which clock a mark is asked about. (Ours; to be checked by a practitioner.)
    """
    if injury.type not in ORDINARY_MARKS or injury.pattern not in ORDINARY_SHAPES or injury.count > 1:
        return False
    if injury.region not in COMMONLY_ACCIDENTAL | _ALSO_AT_PLAY or injury.needed_care == Answered.YES:
        return False
    known = (one for one in picture.developments.backwards() if one.at <= injury.at)
    seen = next((one for one in known if one.happened.start <= injury.happened.end), None)
    return seen is not None and seen.stage.order >= MotorStage.CRAWLING.order


def may_wait_for_a_working_day(picture: ChildPicture, injury: Injury) -> bool:
    """Whether a mark is asked about and decided on by the working clock and not within hours.

    One that looks ordinary, or one whose account was asked for, is steady and fits, where TEN-4-FACESp does not ask and
    nothing had to be treated. (Ours; to be checked by a practitioner.)
    """
    if looks_ordinary(picture, injury):
        return True
    if injury.count > 1 or injury.needed_care == Answered.YES or injury.region in ASKED_ABOUT_BY_TEN_4:
        return False
    return injury.region != Region.NOT_RECORDED and is_accounted_for(picture, injury)


def is_accounted_for(picture: ChildPicture, injury: Injury) -> bool:
    """Asked for, steady, and it fits what the child was seen able to do; of a mark that play can leave."""
    if injury.type not in ORDINARY_MARKS or injury.pattern not in ORDINARY_SHAPES:
        return False
    accounts = picture.accounts.belonging_to(injury.entry)
    fits = (_fits_what_the_child_could_do(picture, injury, one) for one in accounts)
    return _accounts_are_steady(picture, injury, accounts) and all(fits)


def lacks_only_what_the_child_can_do(picture: ChildPicture, injury: Injury) -> bool:
    """Whether it looks ordinary and has a steady account, and what the child can do was not lately seen: our gap."""
    seen, lately = stage_seen(picture, injury), picture.numbers.span(standards.DEVELOPMENT_SEEN_LATELY)
    if not looks_ordinary(picture, injury) or (seen and seen.happened.end > injury.happened.start - lately):
        return False
    return _accounts_are_steady(picture, injury, picture.accounts.belonging_to(injury.entry))


def is_explained(picture: ChildPicture, injury: Injury) -> bool:
    """Asked for, steady, fits what the child was seen able to do, and a common site or seen from outside the household.

    Whoever saw it from outside the household tells it of their own accord; a family is asked.

    Or a clinician says it is a birthmark or another medical condition; anybody else may take a bruise for one.

    Ours; to be checked by a practitioner. What nobody asked or wrote down does not explain, and neither does any account
    of a mark that play does not leave.
    """
    if injury.type == InjuryType.BIRTHMARK_OR_MEDICAL and picture.agency_is(injury.agency, *CLINICIANS):
        return True
    if injury.region not in COMMONLY_ACCIDENTAL and injury.witness != Witness.OUTSIDE_HOUSEHOLD:
        return False
    return is_accounted_for(picture, injury)


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
    agree = len(mechanisms) == 1 or is_one_tumble(accounts)
    return agree and not mechanisms & _explain_nothing(injury) and len(carers) <= 1


def _explain_nothing(injury: Injury) -> frozenset[Mechanism]:
    """Nobody sees how a child gets every mark on a knee, a shin or an elbow: there, “just noticed” is an answer.

    And where somebody from outside the household saw it happen, “something else” says how, in their words.
    Ours, after the sources of `COMMONLY_ACCIDENTAL`; of a mark on the head “just noticed” is no answer. To be checked.
    """
    unseen = injury.region in COMMONLY_ACCIDENTAL - HEAD_AND_FACE
    answers = {Mechanism.JUST_NOTICED} if unseen else set()
    answers |= {Mechanism.OTHER} if injury.witness == Witness.OUTSIDE_HOUSEHOLD else set()
    return NEVER_EXPLAINS - answers


def _fits_what_the_child_could_do(picture: ChildPicture, injury: Injury, account: Account) -> bool:
    needed = STAGE_NEEDED.get(account.mechanism)
    if needed is None:
        return True
    seen = stage_seen(picture, injury)
    return seen is not None and seen.stage.order >= needed.order


def stage_seen(picture: ChildPicture, injury: Injury) -> Development | None:
    """What the child had been seen able to do when the mark came: a milestone reached later explains nothing."""
    return next((one for one in picture.developments.backwards() if one.happened.start <= injury.happened.end), None)


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
