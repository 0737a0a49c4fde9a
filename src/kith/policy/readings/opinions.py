"""Opinions of professionals: which are in conflict, and whether somebody who decides has resolved it."""

from collections.abc import Iterator
from uuid import UUID

from kith.policy.facts import Fact
from kith.policy.facts.casework import Decision, Escalation, EscalationAnswered
from kith.policy.facts.chronology import Injury, Medical
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.vocabulary import MedicalOpinion, MedicalStage


def is_resolved(picture: ChildPicture, opinions: tuple[Fact, ...]) -> bool:
    """Whether a decision names all of these opinions, or a disagreement about one was answered when all were known."""
    named = {one.entry for one in opinions}
    if any(one.role in DECIDERS and named.issubset(one.rests_on) for one in picture.of(Decision).backwards()):
        return True
    latest = max(one.at for one in opinions)
    return any(
        answer.role in DECIDERS and answer.at >= latest
        for escalation in picture.of(Escalation).backwards()
        if escalation.against in named
        for answer in picture.of(EscalationAnswered).belonging_to(escalation.entry)
    )


def medicals_that_differ(picture: ChildPicture) -> Iterator[tuple[Injury, tuple[Medical, ...]]]:
    """Injuries that more than one examination has an opinion of, and not the same; with those examinations, in order."""
    of: dict[UUID, list[Medical]] = {}
    for medical in picture.of(Medical).backwards():
        if medical.stage == MedicalStage.EXAMINED and medical.opinion != MedicalOpinion.NOT_GIVEN:
            for entry in dict.fromkeys(medical.injuries):
                of.setdefault(entry, []).insert(0, medical)
    if not of:
        return
    for injury in picture.injuries.backwards():
        ids = picture.shelves.as_ever_entered(injury.entry)
        found = tuple(dict.fromkeys(one for entry in ids if isinstance(entry, UUID) for one in of.get(entry, ())))
        if len({one.opinion for one in found}) > 1:
            yield injury, found
