"""What an agency was asked about a child, with the form that answers it. Nothing else of the child is told here."""

from dataclasses import dataclass

from kith.journey.asked import Question
from kith.policy.calendar import london_day
from kith.web.forms.around import Around
from kith.web.forms.entry_form import EntryForm
from kith.web.shown import ShownClock, ShownEntry
from kith.web.telling import shown_entry
from kith.web.words import age_of, clock_words


@dataclass(frozen=True)
class QuestionPage:
    name: str
    age_words: str
    sentence: str
    asked: ShownEntry
    due: ShownClock | None
    standing: bool
    form: EntryForm


def question_page(question: Question, form: EntryForm) -> QuestionPage:
    """The question in the words of whoever asked, and by when it is to be answered."""
    finding = question.duty.finding
    return QuestionPage(
        name=question.child.called,
        age_words=age_of(question.child, london_day(question.now)),
        sentence=finding.sentence,
        asked=shown_entry(question.asked, question.names, question.now),
        due=clock_words(finding.due_at, question.now, finding.clock) if finding.due_at and finding.clock else None,
        standing=question.standing,
        form=form,
    )


def around_question(question: Question) -> Around:
    """The child, and nobody and nothing else to choose from."""
    child = question.child
    age = age_of(child, london_day(question.now)).removeprefix("aged ")
    said = f"{child.called}, {age}" if age else child.called
    return Around(((str(child.id), said),), (), (), (), lambda kind: ())
