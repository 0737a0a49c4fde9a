"""What a child says that worries somebody is answered by a person who decides; it is never left as a note."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Observation
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import who_answers_for
from kith.policy.readings.lives import entries_weighed, latest_contact_decided_on
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role, Sense, Theme

_NO_AGENCY = (AgencyType.FAMILY, AgencyType.PUBLIC, AgencyType.UNKNOWN)


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not _worrying_words(picture):
        return "words of the child that worried somebody"
    return None


@rule(
    reads=ChildPicture,
    learning=(8,),
    why="A child who says something that worries a grown-up is owed an answer from somebody who can act on it.",
    source="Case Study Luke, Summary of Learning, point 8. The limit, and what counts as an answer, are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("consideration", "decision"),
)
def childs_words_are_answered(picture: ChildPicture) -> Iterator[Obligation]:
    """Answer what a child said that worried somebody, by the end of the next working day."""
    worrying = _worrying_words(picture)
    if not worrying:
        return
    weighed = entries_weighed(picture)
    decided = latest_contact_decided_on(picture)
    for words in worrying:
        if words.entry in weighed or (decided and words.at <= decided):
            continue
        yield Obligation(
            about=words.entry,
            sentence=_sentence(picture, words),
            do_next="read the child's own words, speak with whoever heard them, and record what you think or decide, naming this entry.",
            evidence=(words.entry,),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=picture.numbers.due(standards.DUTY_ANSWERED, words.at),
            clock=Clock.WORKING,
        )


def _worrying_words(picture: ChildPicture) -> tuple[Observation, ...]:
    seen = picture.observations.backwards()
    return tuple(one for one in seen if one.theme == Theme.CHILDS_WORDS and one.sense == Sense.WORRY)


def _sentence(picture: ChildPicture, words: Observation) -> str:
    known = not picture.agency_is(words.agency, *_NO_AGENCY)
    heard_by = picture.agency(words.agency).name if known else "somebody"
    return as_sentence(
        f"{picture.child.called} said something that worried {heard_by} on {day_in_words(words.happened.end)}, "
        "and nobody who decides has answered it."
    )
