"""What a duty's page says would settle it does settle it; what it does not name, does not."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words

from kith.chronology.acts import consider
from kith.duties.models import Duty
from kith.intake.acts import decide_threshold, receive_contact, record_history_check
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.vocabulary import CouldBeCaused, ThresholdOutcome

pytestmark = pytest.mark.django_db

UNREAD = "history_is_read_before_stepping_down"
UNANSWERED = "open_concern_is_answered_before_stepping_down"
REPEATED = "repeated_injuries_raise_non_accidental_injury"


def said_of(rule: str) -> str:
    duty = Duty.objects.get(rule=rule, ending=None)
    return words(entered_as("david").get(f"/duties/{duty.id}/")).split("What would settle it.")[1]


@pytest.fixture
def earlier(manager, robin) -> UUID:
    """A worry of last month that was decided, and one of now: the earlier has to be read."""
    past = now() - timedelta(days=30)
    with open_occasion(manager, about=(robin,)) as occasion:
        first = receive_contact(occasion, given.about(robin, happened=past, said="He was hungry."))
        decide_threshold(occasion, given.about(robin), contact=first.id, outcome=ThresholdOutcome.ASSESSMENT)
    with open_occasion(manager, about=(robin,)) as occasion:
        receive_contact(occasion, given.about(robin, said="He was hungry again."))
    return first.id


def test_what_waits_to_be_read_is_settled_by_reading_and_by_no_thought_about_it(manager, robin, earlier):
    said = said_of(UNREAD)
    assert "Reading all that it names" in said and "To think about it is not to have read it." in said
    duty = Duty.objects.get(rule=UNREAD, ending=None)
    every = tuple(duty.evidence)
    with open_occasion(manager, about=(robin,)) as occasion:
        consider(
            occasion, given.about(robin, said="I know it."), rule=UNREAD, on=duty.about, evidence=every,
            could_be_caused=CouldBeCaused.COULD_NOT,
        )  # fmt: skip
    for read in ((earlier,), every):
        assert Duty.objects.filter(rule=UNREAD, ending=None).exists(), "not until all of it is read"
        with open_occasion(manager, about=(robin,)) as occasion:
            record_history_check(occasion, given.about(robin, said="It changes nothing."), read=read)
    assert Duty.objects.get(rule=UNREAD).ending == "met"


def test_what_waits_for_an_answer_is_settled_by_thinking_that_nobody_could_have_caused_it(manager, robin):
    mark = a_mark(manager, robin)
    said = said_of(UNANSWERED)
    assert "nobody could have caused it" in said and "Or two people who decide" in said and "Reading" not in said
    about = Duty.objects.get(rule=UNANSWERED, ending=None).about
    for thinks in (CouldBeCaused.COULD, CouldBeCaused.COULD_NOT):
        assert Duty.objects.filter(rule=UNANSWERED, ending=None).exists()
        with open_occasion(manager, about=(robin,)) as occasion:
            thought = given.about(robin, said="I looked.")
            consider(occasion, thought, rule=UNANSWERED, on=about, evidence=(mark,), could_be_caused=thinks)
    assert Duty.objects.get(rule=UNANSWERED).ending == "met"


def test_a_serious_concern_about_a_mark_asks_whether_somebody_could_have_caused_it(manager, robin):
    a_mark(manager, robin, days_ago=20)
    a_mark(manager, robin)
    said = said_of(REPEATED)
    assert "names every entry above and says whether somebody could have caused it" in said
    assert "Or two people who decide" in said
