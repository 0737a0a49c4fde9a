"""Whoever is asked what they know sees that they are, and answers, though the child's record is not open to them."""

from uuid import UUID

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as, somebody, words

from kith.duties.models import Duty
from kith.intake.acts import ask_for_information
from kith.intake.models import InformationReturned
from kith.journey.occasion import open_occasion
from kith.vocabulary import Role

pytestmark = pytest.mark.django_db

ASKED = "information_asked_for_comes_back"
ANSWER = {"said": "He came in twice this week without a coat.", "knows_them": "yes"}


@pytest.fixture
def worry(hub, nursery, robin) -> UUID:
    """The hub asks the nursery, which has nothing to do with Robin on record."""
    contact = given.told_of_a_worry(hub, robin)
    with open_occasion(hub, about=(robin,)) as occasion:
        question = given.about(robin, said="Does he come every day?")
        ask_for_information(occasion, question, contact=contact, of_agency=nursery.agency)
    return contact


@pytest.fixture
def there(worry) -> str:
    return f"/duties/{Duty.objects.get(rule=ASKED, ending=None).id}/"


def test_it_stands_on_the_work_of_everybody_there_and_the_hub_reads_the_answer(worry, there, robin):
    beth = entered_as("beth")
    work = beth.get("/")
    assert "was asked on" in words(work) and "Larkfield Nursery" in words(work)
    assert "we do not know their role" not in words(work)
    assert f'href="/children/{robin}/"' not in work.content.decode(), "no link leads where she is turned away"
    page = beth.get(there, follow=True)
    assert page.status_code == 200 and "Does he come every day?" in words(page) and "Robin Marsh" in words(page)
    said = beth.post(f"{there}what-we-know", {**ANSWER, "about": [str(robin)]}, follow=True)
    assert said.status_code == 200 and "Saved." in words(said)
    assert InformationReturned.objects.get().knows_them == "yes"
    assert not Duty.objects.filter(rule=ASKED, ending=None).exists()
    assert ANSWER["said"] in words(entered_as("jo").get(f"/children/{robin}/worries/{worry}/"))


def test_being_asked_opens_the_question_and_no_more(manager, there, robin):
    a_mark(manager, robin, said="Both knees.")
    beth = entered_as("beth")
    assert "Both knees" not in words(beth.get(there, follow=True)) + words(beth.get("/"))
    assert "He was hungry again." not in words(beth.get(there, follow=True)) + words(beth.get("/"))
    assert "Nobody owes you an answer" in words(beth.get("/")), "what others owe for the child is not theirs to read"
    assert beth.get(f"/children/{robin}/").status_code == 403
    beth.post(f"{there}what-we-know", {**ANSWER, "about": [str(robin)]})
    assert beth.get(f"/children/{robin}/").status_code == 403, "nor does answering open the record"
    assert "no longer stands open" in words(beth.get(f"{there}what-we-know"))


def test_an_agency_that_was_not_asked_sees_nothing_and_answers_nothing(there, robin):
    somebody(given.somebody_at("Elsewhere Nursery", "nursery", Role.NURSERY_WORKER), "kit")
    kit = entered_as("kit")
    assert "Robin" not in words(kit.get("/"))
    for response in (kit.get(there), kit.get(f"{there}what-we-know"),
                     kit.post(f"{there}what-we-know", {**ANSWER, "about": [str(robin)]})):  # fmt: skip
        assert response.status_code == 403 and "Robin" not in words(response)
    assert not InformationReturned.objects.exists()


def test_whoever_may_decide_is_not_the_one_who_was_asked(there):
    entered = entered_as("jo")
    assert "Larkfield Nursery" in words(entered.get(there))
    assert "we do not know their role" not in words(entered.get(there))


def test_an_answer_without_words_is_asked_for_again(there, robin):
    response = entered_as("beth").post(f"{there}what-we-know", {**ANSWER, "about": [str(robin)], "said": " "})
    assert response.status_code == 422 and "That you know nothing is an answer." in words(response)
    assert not InformationReturned.objects.exists()
