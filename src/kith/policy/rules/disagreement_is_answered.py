"""A professional who disagrees is answered by those who decided: whether taken up, or written back to what was told."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kith.policy import standards
from kith.policy.facts import KINDS, Fact
from kith.policy.facts.casework import Decision, Escalation, EscalationAnswered
from kith.policy.facts.informed import Answer, Told
from kith.policy.findings import Obligation, OwedBy
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import who_answers_for
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, AnswerKind, Clock, Role

_ANSWERS = {
    AgencyType.HUB.value: Role.HUB_DECISION_MAKER,
    AgencyType.SOCIAL_CARE.value: Role.SOCIAL_CARE_MANAGER,
}


def _what_is_missing(picture: ChildPicture) -> str | None:
    disagreed = any(answer.answer == AnswerKind.DISAGREES for answer in picture.of(Answer).backwards())
    return None if disagreed or picture.of(Escalation) else "a professional who disagrees, and says so"


@rule(
    reads=ChildPicture,
    learning=(1, 9),
    why="Somebody who disagrees may have seen what we missed. They are heard, and told what came of it.",
    source="Case Study Luke, Summary of Learning, points 1 and 9. The working day is ours, as a first stage; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("escalation_answered", "decision", "escalation"),
)
def disagreement_is_answered(picture: ChildPicture) -> Iterator[Obligation]:
    """Answer a professional who disagrees, and record what came of it."""
    for escalation in picture.of(Escalation).backwards():
        if not _is_answered(picture, escalation):
            yield _obligation(picture, escalation, escalation.against, "took up a disagreement about {who} on {day}")
    for answer in picture.of(Answer).backwards():
        if answer.answer == AnswerKind.DISAGREES:
            told = next((one for one in picture.of(Told).backwards() if _is_of(picture, answer, one)), None)
            if told and not _was_taken_up(picture, answer, told):
                yield _obligation(picture, answer, told.of, "disagreed on {day} with what they were told about {who}")


def _is_answered(picture: ChildPicture, escalation: Escalation) -> bool:
    """By those who decide, or by whoever took it up saying what came of it."""
    answers = picture.of(EscalationAnswered).belonging_to(escalation.entry)
    return any(one.role in DECIDERS or one.agency == escalation.agency for one in answers)


def _is_of(picture: ChildPicture, answer: Answer, told: Told) -> bool:
    return any(one.entry == answer.entry for one in picture.of(Answer).belonging_to(told.entry))


def _was_taken_up(picture: ChildPicture, answer: Answer, told: Told) -> bool:
    """Decided again since, in its light; agreed after all; or taken up, and then that is what waits for an answer."""
    if any(one.against == told.of and one.at >= answer.at for one in picture.of(Escalation).backwards()):
        return True
    if any(_agrees_since(one, answer) for one in picture.of(Answer).belonging_to(told.entry)):
        return True
    return any(_answers(one, answer, told) for one in picture.of(Decision).backwards())


def _agrees_since(later: Answer, answer: Answer) -> bool:
    return later.answer == AnswerKind.AGREES and later.agency == answer.agency and later.at >= answer.at


def _answers(decision: Decision, answer: Answer, told: Told) -> bool:
    of_it = decision.revisits == told.of or answer.entry in decision.rests_on
    return of_it and decision.role in DECIDERS and decision.at >= answer.at


def _obligation(picture: ChildPicture, one: Fact, against: UUID, did: str) -> Obligation:
    said = did.format(who=picture.child.called, day=day_in_words(one.happened.start))
    return Obligation(
        about=one.entry,
        sentence=as_sentence(f"{picture.agency(one.agency).name} {said}, and nobody has recorded an answer."),
        do_next="ring them, hear why, decide whether it stands, and record what you answer.",
        evidence=(one.entry,),
        owed_by=_owed_by(picture, against),
        due_at=picture.numbers.due(standards.DISAGREEMENT_ANSWERED, one.at),
        clock=Clock.WORKING,
    )


def _owed_by(picture: ChildPicture, against: UUID) -> OwedBy:
    """Those who answer for whoever entered what they disagree with."""
    for kind in KINDS.values():
        for entered in picture.of(kind).backwards():
            role = _ANSWERS.get(picture.agency(entered.agency).type) if entered.entry == against else None
            if role:
                return OwedBy(role, entered.agency)
    return who_answers_for(picture, Role.SOCIAL_CARE_MANAGER)
