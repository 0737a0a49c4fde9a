"""When a child moves, what we know goes along, and whoever works with the child next says that it came."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.family import Move
from kith.policy.facts.informed import Answer, Told
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, entries_of, is_explained, who_answers_for
from kith.policy.readings.telling import HELP, as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role, Service

_KNEW = (
    (SOCIAL_CARE_SERVICES, Role.SOCIAL_WORKER),
    ({Service.EARLY_HELP}, Role.EARLY_HELP_WORKER),
    ({Service.HEALTH_VISITING}, Role.HEALTH_VISITOR),
)


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not picture.of(Move):
        return "a move of the child from one area to another"
    return None


@rule(
    reads=ChildPicture,
    learning=(4, 7),
    why="A family that moves must not become a stranger. Whoever helps next starts from what is known already.",
    source="Case Study Luke, Summary of Learning, points 4 and 7. That it is acknowledged, in a working day, is ours; "
    "to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("answer", "told"),
)
def history_goes_with_a_family_that_moves(picture: ChildPicture) -> Iterator[Obligation]:
    """Send on the history of a child who moves, and make sure that whoever works with the child next has it."""
    for move in picture.of(Move).backwards():
        sent = _sent(picture, move)
        if any(picture.of(Answer).belonging_to(told.entry) for told in sent) or not _has_history(picture, move):
            continue
        yield Obligation(
            about=move.entry,
            sentence=as_sentence(_sentence(picture, move, sent)),
            do_next="ring and ask whether the history came and was read, and record what they say."
            if sent
            else "send the history on, ring to say that it is coming, and record whom you told and what came back.",
            evidence=entries_of((move, *sent)),
            owed_by=_who_knew(picture, move),
            due_at=picture.numbers.due(standards.HISTORY_SENT_ON, move.at),
            clock=Clock.WORKING,
        )


def _sent(picture: ChildPicture, move: Move) -> tuple[Told, ...]:
    """To whoever must have it there; to any other agency where nobody said who that is. A family carries no file."""
    return tuple(
        told
        for told in picture.of(Told).belonging_to(move.entry)
        if told.told_agency == (move.to_agency or told.told_agency)
        and told.told_agency != told.agency
        and not picture.agency_is(told.told_agency, AgencyType.FAMILY, AgencyType.PUBLIC)
    )


def _has_history(picture: ChildPicture, move: Move) -> bool:
    """Help, a worry somebody told us, or a mark that nothing explains: any from before the move."""
    then = move.happened.end
    if any(one.service in HELP and one.happened.start <= then for one in picture.involvements.backwards()):
        return True
    if any(one.happened.start <= then for one in picture.contacts.backwards()):
        return True
    marks = (one for one in picture.injuries.backwards() if one.happened.start <= then)
    return any(not is_explained(picture, mark) for mark in marks)


def _who_knew(picture: ChildPicture, move: Move) -> OwedBy:
    for services, role in _KNEW:
        for one in picture.involvements.backwards():
            knew = one.happened.start <= move.happened.end and one.with_agency != move.to_agency
            if knew and one.service in services:
                return OwedBy(role, one.with_agency)
    return who_answers_for(picture, Role.SOCIAL_WORKER)


def _sentence(picture: ChildPicture, move: Move, sent: tuple[Told, ...]) -> str:
    who, to = picture.child.called, f" to {move.to_area}" if move.to_area else ""
    if sent:
        asked, day = picture.agency(sent[0].told_agency).name, day_in_words(sent[0].happened.start)
        return f"nobody has recorded that {asked} acknowledged the history of {who}, sent on {day}."
    return f"{who} moved{to} on {day_in_words(move.happened.start)}, and nobody has recorded sending the history on."
