"""What makes repeated marks a matter of hours: each fact in words, with the entries it rests on."""

from dataclasses import dataclass
from itertools import takewhile
from uuid import UUID

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.chronology import Injury
from kith.policy.facts.family import KeyAdult
from kith.policy.involvement import SOCIAL_CARE_SERVICES, open_involvements
from kith.policy.picture import ChildPicture
from kith.policy.readings.marks import HEAD_AND_FACE, entries_of, looks_ordinary, stage_seen
from kith.vocabulary import (
    AccountGiven,
    AccountsJudged,
    Answered,
    CheckResult,
    Harm,
    MotorStage,
    Relation,
    Sense,
    Service,
    Theme,
)


@dataclass(frozen=True, slots=True)
class OneMoreFact:
    """Something that makes repetition more serious: in words, and the entries it rests on."""

    words: str
    entries: tuple[UUID, ...]


def what_makes_repetition_serious(picture: ChildPicture, injuries: tuple[Injury, ...]) -> tuple[OneMoreFact, ...]:
    """Facts beside the count (ours, after learning point 6; to be checked by a practitioner), in the order they are told."""
    told = (
        _is_open_to_services(picture, injuries),
        _has_earlier_neglect_or_harm(picture, injuries),
        _has_accounts_in_question(picture, injuries),
        _has_an_adult_nobody_has_established(picture),
        _has_low_warmth(picture, injuries),
        _has_head_or_face_injury_that_needed_care(injuries),
        _is_not_yet_moving(picture, injuries),
    )
    return tuple(fact for fact in told if fact)


def _is_open_to_services(picture: ChildPicture, injuries: tuple[Injury, ...]) -> OneMoreFact | None:
    """Being helped does not by itself make a matter of hours of marks that all look as play leaves them (ours)."""
    if all(looks_ordinary(picture, one) for one in injuries):
        return None
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
        if has_care(adult) and not is_established(picture, adult):
            return OneMoreFact("has a carer nobody has established", (adult.entry,))
    return None


def has_care(adult: KeyAdult) -> bool:
    """Whether somebody said that an adult cares for the child alone or stays overnight."""
    return Answered.YES in (adult.cares_alone, adult.stays_overnight)


def is_established(picture: ChildPicture, adult: KeyAdult) -> bool:
    """Whether we know who an adult is: a named mother or father, or somebody of whom a check was answered."""
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
        seen = stage_seen(picture, injury)
        if seen and seen.stage.order <= MotorStage.SITTING.order:
            return OneMoreFact("was not yet moving alone", (seen.entry,))
    return None
