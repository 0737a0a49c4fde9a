"""On the overview, notices told and answered take one line between what happened; the chronology keeps each of them."""

from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words

from kith.informing.acts import record_answer, record_told
from kith.journey.occasion import open_occasion
from kith.policy.permissions import Actor
from kith.vocabulary import AnswerKind, HowTold, Role
from kith.web.shown import ENTRIES_SHOWN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]


def told(manager: Actor, nursery: Actor, robin: UUID, of: UUID, *answers: tuple[AnswerKind, str]) -> None:
    """The nursery was told, and answered so."""
    with open_occasion(manager, about=(robin,)) as occasion:
        entry = record_told(
            occasion, given.about(robin), of=of, told_agency=nursery.agency, told_role=Role.NURSERY_WORKER,
            how=HowTold.TELEPHONE,
        )  # fmt: skip
    for answer, said in answers:
        with open_occasion(nursery, about=(robin,)) as occasion:
            record_answer(occasion, given.about(robin, said=said), told=entry.id, answer=answer)


def overview(robin: UUID) -> str:
    return words(entered_as("david").get(f"/children/{robin}/")).split("What has happened")[1]


def chronology(robin: UUID) -> str:
    return entered_as("david").get(f"/children/{robin}/chronology/").content.decode()


def test_notices_told_and_answered_take_one_line_and_leave_room_for_what_happened(manager, nursery, robin):
    mark = a_mark(manager, robin, days_ago=1, said="The mark of yesterday.")
    for _ in range(ENTRIES_SHOWN):
        told(manager, nursery, robin, mark, (AnswerKind.OPENED, ""))
    said = overview(robin)
    assert f"and {ENTRIES_SHOWN} notices told and answered" in said
    assert "The mark of yesterday." in said and "Told: to" not in said
    assert chronology(robin).count('<p class="happened__what">Told: to Larkfield Nursery') == ENTRIES_SHOWN
    assert "notices told" not in chronology(robin)


def test_told_and_not_answered_is_counted_apart(manager, nursery, robin):
    mark = a_mark(manager, robin, days_ago=1)
    told(manager, nursery, robin, mark, (AnswerKind.OPENED, ""))
    told(manager, nursery, robin, mark)
    assert "and 2 notices told, 1 notice answered" in overview(robin)


@pytest.mark.parametrize(
    "answer", [(AnswerKind.DISAGREES, "He is not safe there."), (AnswerKind.ACKNOWLEDGED, "He is not safe there.")]
)
def test_what_somebody_answers_in_words_is_never_folded_away(manager, nursery, robin, answer):
    mark = a_mark(manager, robin, days_ago=1)
    told(manager, nursery, robin, mark)
    told(manager, nursery, robin, mark, answer)
    assert "He is not safe there." in overview(robin)


def test_one_telling_alone_is_shown_as_it_is(manager, nursery, robin):
    told(manager, nursery, robin, a_mark(manager, robin, days_ago=1))
    assert "Told: to Larkfield Nursery" in overview(robin) and "notices told" not in overview(robin)


def test_the_line_leads_to_the_chronology_and_no_more_entries_than_before_are_listed(manager, nursery, robin):
    marks = [a_mark(manager, robin, days_ago=number + 1) for number in range(ENTRIES_SHOWN + 3)]
    told(manager, nursery, robin, marks[0], (AnswerKind.OPENED, ""))
    html = entered_as("david").get(f"/children/{robin}/").content.decode()
    assert f'<a href="/children/{robin}/chronology/">and 1 notice told and answered</a>' in html
    listed = html.split('id="happened"')[1]
    assert listed.count('id="entry-') == ENTRIES_SHOWN
