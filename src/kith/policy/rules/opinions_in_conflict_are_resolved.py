"""Professional opinions that are in conflict are brought together, and somebody decides which is relied on."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kith.policy import standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import ProfessionalOpinion
from kith.policy.facts.chronology import Medical
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.accounts import counts_from
from kith.policy.readings.marks_in_words import the_mark
from kith.policy.readings.opinions import is_resolved, medicals_that_differ
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role, Severity

NAME = "opinions_in_conflict_are_resolved"


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not picture.of(ProfessionalOpinion) and not picture.of(Medical):
        return "two opinions of professionals, with which differs from which, or two medical examinations of one injury"
    return None


@rule(
    reads=ChildPicture,
    learning=(2, 6, 9),
    why="Professionals may see one thing differently, and should say so. A child is safer when somebody then decides, and writes why.",
    source="Case Study Luke, Summary of Learning, points 2, 6 and 9. How soon is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("decision", "escalation_answered"),
)
def opinions_in_conflict_are_resolved(picture: ChildPicture) -> Iterator[Alert]:
    """Resolve opinions of professionals that are in conflict, by a decision that names them and says why."""
    opinions = picture.of(ProfessionalOpinion)
    for opinion in opinions.backwards():
        others = opinions.belonging_to(opinion.entry)
        if others and not is_resolved(picture, (opinion, *others)):
            words = f"The opinions of {_who(picture, (opinion, *others))} about {picture.child.called} differ"
            yield _look(picture, opinion.entry, words, (opinion, *others))
    for injury, medicals in medicals_that_differ(picture):
        if not is_resolved(picture, medicals):
            yield _look(picture, injury.entry, f"The medical opinions of {the_mark(injury)} differ", medicals)


def _look(picture: ChildPicture, about: UUID, words: str, opinions: tuple[Fact, ...]) -> Alert:
    first, *later = sorted(one.at for one in opinions)
    return Alert(
        about=about,
        severity=Severity.CONSIDER,
        sentence=f"{words}, and no decision on record says which is relied on.",
        do_next="bring those who gave them together, ask what each rests on, and record a decision that names them and "
        "says why.",
        evidence=(about, *entries_of(opinions)),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
        due_at=picture.numbers.due(standards.LOOK_ANSWERED, counts_from(picture, NAME, about, later or [first])),
        clock=Clock.WORKING,
    )


def _who(picture: ChildPicture, opinions: tuple[Fact, ...]) -> str:
    """Up to two agencies by name; where they are more, or one is not known, nobody is named alone."""
    agencies = list(dict.fromkeys(one.agency for one in opinions))
    if len(agencies) > 2 or any(picture.agency_is(one, AgencyType.UNKNOWN) for one in agencies):
        return "professionals"
    return " and ".join(picture.agency(one).name for one in agencies)
