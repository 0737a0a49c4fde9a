"""Words too long to send at once get a page that says what to do; what is within the limit is saved, documents beside it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.entering import entered_as, words

from kith.chronology.models import Attachment, Entry

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
TOO_LONG = "A sentence of a very long report. " * 100_000


@pytest.mark.parametrize("checked", [False, True], ids=("without csrf", "with csrf"))
def test_words_too_long_to_send_get_a_page_of_ours_that_says_what_to_do(manager, robin, checked):
    client = Client(enforce_csrf_checks=checked)
    client.cookies = entered_as("david").cookies
    for sent in (
        client.post(f"/children/{robin}/note", {"about": [str(robin)], "said": TOO_LONG}),
        client.post("/tell", f"said={TOO_LONG}", content_type=FORM),
    ):
        said = words(sent)
        assert sent.status_code == 400 and "This was too long to send at once" in said
        assert "Your words are still in the box: go back" in said and "about 40,000 words" in said
        assert "David" in said and "Sign out" in said, "in the layout of every page"
        assert "very long report" not in said
    assert not Entry.objects.filter(kind="note").exists()


def test_somebody_signed_out_reads_the_same(manager, robin):
    sent = Client().post(f"/children/{robin}/note", {"said": TOO_LONG})
    assert sent.status_code == 400 and "too long to send at once" in words(sent)


def test_too_many_answers_at_once_are_too_long_as_well(manager, robin):
    sent = entered_as("david").post(f"/children/{robin}/note", {f"box {number}": "x" for number in range(2001)})
    assert sent.status_code == 400 and "too long to send at once" in words(sent)


def test_a_host_that_is_not_ours_gets_no_page_of_a_record_and_no_fault(manager):
    answer = Client(headers={"host": "elsewhere.example"}).get("/")
    assert answer.status_code == 400 and "We could not read what was sent" in words(answer)


def test_forty_thousand_words_of_any_alphabet_are_saved(manager, robin):
    said = "السلام عليكم " * 20_000
    typed = f"about={robin}&said=" + said.replace(" ", "+")
    sent = entered_as("david").post(f"/children/{robin}/note", typed, content_type=FORM)
    assert sent.status_code == 302 and Entry.objects.get(kind="note").said == said


def test_a_document_larger_than_the_limit_of_words_goes_with_a_note(manager, robin):
    large = SimpleUploadedFile("letter.txt", b"A line of a letter.\n" * 150_000, "text/plain")
    typed = {"about": [str(robin)], "said": "The letter.", "documents": [large]}
    assert entered_as("david").post(f"/children/{robin}/note", typed).status_code == 302
    assert Attachment.objects.get().size == 3_000_000
