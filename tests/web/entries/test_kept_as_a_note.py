"""What a form refuses for want of an answer can be kept as a note in one press; an empty note says what to do."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.entering import a_mark, entered_as, words

from kith.chronology.models import Attachment, Entry

pytestmark = pytest.mark.django_db

BUTTON = "Keep the words as a note for now"
SAID = "O’Connor said: “he fell” & cried."


def sent(client, child, kind: str, **typed):
    return client.post(f"/children/{child}/write/{kind}", {"about": [str(child)], "said": SAID, **typed})


def the_note() -> str:
    return Entry.objects.get(kind="note").said


def test_words_that_lack_a_needed_answer_can_be_kept_as_a_note_and_are(manager, robin):
    client = entered_as("david")
    refused = sent(client, robin, "visit", sure="day", day="2026-01-05", place="At her aunt’s")
    assert refused.status_code == 422 and BUTTON in words(refused)
    assert SAID in unescape(refused.content.decode())
    assert not Entry.objects.filter(kind__in=("note", "visit")).exists(), "nothing is kept before somebody asks for it"
    kept = sent(client, robin, "visit", sure="day", day="2026-01-05", place="At her aunt’s", as_note="yes")
    assert kept["Location"] == f"/children/{robin}/?saved=1"
    entry = Entry.objects.get(kind="note")
    assert entry.about.get().person_id == robin and str(entry.happened_start.date()) == "2026-01-05"
    assert entry.said.startswith(f"{SAID}\n\n") and entry.said.endswith("Where: At her aunt’s")
    assert not Entry.objects.filter(kind="visit").exists()


def test_words_alone_are_kept_as_they_were_typed(manager, robin):
    sent(entered_as("david"), robin, "injury", type="", as_note="yes")
    assert the_note() == SAID


def test_each_answer_is_kept_with_its_question_and_none_that_nobody_gave(manager, robin):
    typed = {"type": "", "region": "cheek", "side": "left", "count": "", "size_mm": "large", "pattern": "not_recorded"}
    sent(entered_as("david"), robin, "injury", **typed, as_note="yes")
    _, answers = the_note().split("\n\n")
    assert answers.splitlines()[1:] == [
        "Where on the body: Cheek",
        "Which side: Left",
        "How large, in millimetres: large",
    ]


def test_the_words_of_another_entry_do_not_get_into_the_note(manager, robin):
    mark = a_mark(manager, robin, said="Told in confidence.")
    sent(entered_as("david"), robin, "account", injury=str(mark), teller_new="a man called Kyle", as_note="yes")
    assert "in confidence" not in the_note() and "a man called Kyle" in the_note()


def test_a_document_goes_with_the_note(manager, robin):
    letter = SimpleUploadedFile("letter.txt", b"A letter.", "text/plain")
    sent(entered_as("david"), robin, "visit", documents=[letter], as_note="yes")
    assert Attachment.objects.get().entry.kind == "note"


def test_the_button_pressed_twice_is_one_note(manager, robin):
    for _ in range(2):
        assert sent(entered_as("david"), robin, "visit", as_note="yes", token="of-this-form").status_code == 302
    assert the_note() == SAID


@pytest.mark.parametrize("typed", [{"said": ""}, {"said": "  \n"}, {"about": []}, {"sure": "day", "day": "2999-01-01"}])
def test_it_is_not_offered_without_words_or_while_a_note_would_come_back_as_well(manager, robin, typed):
    client = entered_as("david")
    for more in ({}, {"as_note": "yes"}):
        refused = sent(client, robin, "visit", **{**typed, **more})
        assert refused.status_code == 422 and BUTTON not in words(refused)
    assert not Entry.objects.filter(kind__in=("note", "visit")).exists()


def test_without_words_the_button_saves_nothing_though_all_else_is_answered(manager, robin):
    refused = sent(entered_as("david"), robin, "injury", said="", type="unknown_mark", as_note="yes")
    assert refused.status_code == 422 and "There are no words yet to keep as a note." in words(refused)
    assert not Entry.objects.filter(kind__in=("note", "injury")).exists()


def test_it_is_offered_on_no_page_that_was_not_refused_and_on_no_correction(manager, robin):
    client, mark = entered_as("david"), a_mark(manager, robin, said="A bruise.")
    for page in ("write/visit", "note", f"write/injury?corrects={mark}"):
        assert BUTTON not in words(client.get(f"/children/{robin}/{page}"))
    correcting = sent(client, robin, "injury", type="", corrects=str(mark))
    assert correcting.status_code == 422 and BUTTON not in words(correcting)
    carried = sent(client, robin, "visit", as_note="yes", carrying_on="1")
    assert BUTTON not in words(carried) and not Entry.objects.filter(kind="note").exists()


def test_of_a_mark_nobody_could_name_the_sort_need_not_be_answered(manager, robin):
    client = entered_as("david")
    html = client.get(f"/children/{robin}/write/injury").content.decode()
    assert (
        '<option value="unknown_mark" selected>' in html and '<option value="">' not in html.split('name="region"')[0]
    )
    note = client.get(f"/children/{robin}/note").content.decode()
    assert '<option value="" selected>Not said</option>' in note.split('name="mark_type"')[1][:400]
    assert '<option value="unknown_mark" selected>' not in note, "a note enters no mark that nobody saw"


def test_a_mark_of_which_nothing_at_all_is_said_is_refused_with_what_to_do(manager, robin):
    client = entered_as("david")
    as_it_came = {"type": "unknown_mark", "region": "not_recorded", "side": "not_recorded", "count": "", "size_mm": "",
                  "pattern": "not_recorded", "witness": "not_recorded", "needed_care": "not_recorded"}  # fmt: skip
    refused = sent(client, robin, "injury", **as_it_came | {"said": " "})
    assert refused.status_code == 422 and "Write what you saw, or answer one of the questions" in words(refused)
    assert not Entry.objects.filter(kind="injury").exists()
    for one in ({}, {"said": "", "region": "ear"}, {"said": "", "type": "bruise"}):
        assert sent(client, robin, "injury", **as_it_came | one).status_code == 302
    assert Entry.objects.filter(kind="injury").count() == 3


@pytest.mark.parametrize("empty", [{}, {"said": " \n "}, {"said": "", "thinks": "", "mark_type": ""}])
def test_an_empty_note_is_refused_with_what_to_do(manager, robin, empty):
    response = entered_as("david").post(f"/children/{robin}/note", {"about": [str(robin)], **empty})
    assert response.status_code == 422
    assert "Write what you saw or heard, in your own words. One sentence is enough." in words(response)
    assert not Entry.objects.filter(kind="note").exists()


@pytest.mark.parametrize("one", [{"their_words": "He hit me."}, {"thinks": "Afraid."}, {"mark_region": "ear"}])
def test_a_note_that_says_anything_at_all_is_kept(manager, robin, one):
    typed = {"about": [str(robin)], "said": "", **one}
    assert entered_as("david").post(f"/children/{robin}/note", typed).status_code == 302
