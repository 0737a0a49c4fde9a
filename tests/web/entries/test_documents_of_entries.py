"""Documents on every form, under their entry, and opened by those who may read the entry and by nobody else."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.chronology import some_documents as some
from tests.web.entering import entered_as, somebody, words

from kith.chronology.acts import retract
from kith.chronology.media import LARGEST
from kith.chronology.models import Attachment, Entry
from kith.journey.occasion import open_occasion
from kith.occasions.models import Occasion, OccasionOutcome
from kith.occasions.record import new_id
from kith.vocabulary import Role

pytestmark = pytest.mark.django_db


def chosen(name: str, content: bytes, said: str = "application/pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, said)


def sent(client: Client, child: UUID, *files: SimpleUploadedFile, kind: str = "", **typed: object):
    where = f"write/{kind}" if kind else "note"
    return client.post(
        f"/children/{child}/{where}", {"about": [str(child)], "said": "See the letter.", "documents": files, **typed}
    )


def the_document() -> str:
    return f"/documents/{Attachment.objects.get().id}"


def test_several_documents_come_with_a_note_and_are_shown_under_it(manager, robin):
    client = entered_as("david")
    assert (
        sent(client, robin, chosen("From Beth.pdf", some.PDF), chosen("mark.png", some.PNG, "image/png")).status_code
        == 302
    )
    for page in ("", "chronology/"):
        said = words(client.get(f"/children/{robin}/{page}"))
        assert "David, social care manager From Beth.pdf PDF, 1 KB mark.png Picture, 1 KB" in said


@pytest.mark.parametrize(("kind", "more"), [("visit", {"outcome": "nobody_in"}), ("decision", {"what": "other"})])
def test_every_form_takes_a_document(manager, robin, kind, more):
    client = entered_as("david")
    assert 'name="documents"' in client.get(f"/children/{robin}/write/{kind}").content.decode()
    assert sent(client, robin, chosen("letter.pdf", some.PDF), kind=kind, **more).status_code == 302
    assert Attachment.objects.get().entry.kind == kind


def test_a_document_is_given_back_byte_for_byte_to_be_kept_and_never_to_be_shown(manager, robin):
    client = entered_as("david")
    sent(client, robin, chosen("Brief “1”; ü.exe", some.PDF))
    response = client.get(the_document())
    assert response.status_code == 200 and response.content == some.PDF
    assert response["Content-Type"] == "application/pdf" and response["X-Content-Type-Options"] == "nosniff"
    assert (
        response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
        and ".exe.pdf" in response["Content-Disposition"]
    )
    assert response["Cache-Control"] == "no-store"
    assert "script" not in response["Content-Security-Policy"]
    assert client.post(the_document()).status_code == 405


def test_opening_a_document_is_a_look_that_is_kept(manager, robin):
    client = entered_as("david")
    sent(client, robin, chosen("letter.pdf", some.PDF))
    before = Occasion.objects.count()
    client.get(the_document())
    assert Occasion.objects.count() == before + 1
    outcome = OccasionOutcome.objects.order_by("-at", "-occasion_id").first()
    assert outcome.outcome == "done" and outcome.said == f"document {the_document()[11:]} of child {robin}"
    assert outcome.occasion.purpose == "reading"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90\x00", "is not one of the documents Kith keeps"),
        (b"<html></html>", "is not one of the documents Kith keeps"),
        (some.PDF + bytes(LARGEST), "is larger than 10 MB"),
        (b"", "is empty"),
    ],
)
def test_what_is_not_kept_is_refused_in_words_and_nothing_is_lost_but_the_choice(manager, robin, content, sentence):
    response = sent(entered_as("david"), robin, chosen("fine.pdf", some.PDF), chosen("letter.pdf", content))
    assert response.status_code == 422 and "“letter.pdf” " + sentence in words(response)
    html = response.content.decode()
    assert "See the letter." in html and "fine.pdf, letter.pdf: choose them again." in words(response)
    assert '<details class="fold" open><summary><span class="fold__what">A document' in html
    assert 'href="#id_documents"' in html
    assert not Entry.objects.filter(kind="note").exists() and not Attachment.objects.exists()


def test_a_form_shown_again_for_another_reason_says_that_the_document_is_to_be_chosen_again(manager, robin):
    client = entered_as("david")
    response = sent(client, robin, chosen("letter.pdf", some.PDF), day="2999-01-01")
    assert "letter.pdf: choose it again." in words(response)
    again = client.post(
        f"/children/{robin}/note",
        {"about": [str(robin)], "said": "See.", "day": "2999-01-01", "document_named": ["letter.pdf"]},
    )
    assert "letter.pdf: choose it again." in words(again), "it is said until it is done"
    assert "choose it again" not in words(client.get(f"/children/{robin}/note"))


def test_signed_out_in_mid_sentence_a_document_is_asked_for_by_its_name_and_never_carried(manager, robin):
    out = sent(Client(), robin, chosen("letter.pdf", some.PDF))
    assert out.status_code == 403
    assert '<input type="hidden" name="document_named" value="letter.pdf">' in out.content.decode()
    back = entered_as("david").post(
        f"/children/{robin}/note",
        {"carrying_on": "1", "about": [str(robin)], "said": "See the letter.", "document_named": "letter.pdf"},
    )
    assert back.status_code == 200 and "letter.pdf: choose it again." in words(back)


def test_ten_documents_are_taken_and_eleven_are_not(manager, robin):
    client = entered_as("david")
    eleven = [chosen(f"{number}.pdf", some.PDF) for number in range(11)]
    response = sent(client, robin, *eleven)
    assert response.status_code == 422 and "These are 11 documents. Choose at most 10" in words(response)
    assert sent(client, robin, *(chosen(f"{number}.pdf", some.PDF) for number in range(10))).status_code == 302


# -- who may open one ---------------------------------------------------------------------------------------------------


def test_whoever_may_not_open_the_record_is_turned_away_alike_whether_there_is_such_a_document(manager, nursery, robin):
    sent(entered_as("david"), robin, chosen("letter.pdf", some.PDF))
    client = entered_as("beth")
    known, unknown = client.get(the_document()), client.get(f"/documents/{new_id()}")
    assert (known.status_code, unknown.status_code) == (403, 403) and words(known) == words(unknown)
    assert some.PDF not in known.content and "Content-Disposition" not in known
    refused = OccasionOutcome.objects.filter(outcome="refused").count()
    assert refused == 2, "both looks are kept"


def test_those_who_see_every_child_are_told_that_there_is_no_such_document(manager, hub, robin):
    sent(entered_as("david"), robin, chosen("letter.pdf", some.PDF))
    client = entered_as("jo")
    assert client.get(the_document()).status_code == 200
    assert client.get(f"/documents/{new_id()}").status_code == 404


def test_the_documents_of_an_entry_kept_close_are_kept_as_close(manager, nursery, robin):
    given.a_mark(nursery, robin)
    client = entered_as("david")
    sent(client, robin, chosen("report.pdf", some.PDF), kind="medical", stage="examined")
    reader = entered_as("beth")
    page = reader.get(f"/children/{robin}/")
    assert page.status_code == 200 and "report.pdf" not in words(page)
    refused = reader.get(the_document())
    assert refused.status_code == 403 and some.PDF not in refused.content
    somebody(given.somebody_at("Northgate Hospital", "hospital", Role.HOSPITAL_STAFF), "nur")
    assert entered_as("nur").get(the_document()).status_code == 403, "nor by those who may not open the record"


def test_an_entry_taken_off_a_childs_page_takes_its_documents_with_it(manager, hub, robin):
    client = entered_as("david")
    sent(client, robin, chosen("another child’s.pdf", some.PDF))
    note = Entry.objects.get(kind="note").id
    with open_occasion(manager, about=(robin,)) as occasion:
        retract(occasion, given.about(robin), retracts=note)
    assert "another child’s.pdf" not in words(client.get(f"/children/{robin}/"))
    assert client.get(the_document()).status_code == 403
    assert entered_as("jo").get(the_document()).status_code == 404


def test_nobody_opens_a_document_before_they_enter(manager, robin):
    sent(entered_as("david"), robin, chosen("letter.pdf", some.PDF))
    response = Client().get(the_document())
    assert (response.status_code, response["Location"]) == (302, "/enter")


def test_a_day_before_it_came_does_not_show_it(manager, robin):
    client = entered_as("david")
    sent(client, robin, chosen("letter.pdf", some.PDF))
    assert "letter.pdf" not in words(client.get(f"/children/{robin}/?known_on=2020-01-01"))


def test_a_page_asks_as_often_with_many_documents_as_with_one(manager, robin):
    client = entered_as("david")

    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/children/{robin}/")
        return len(asked)

    sent(client, robin, chosen("1.pdf", some.PDF))
    one = statements()
    for number in range(5):
        sent(client, robin, *(chosen(f"{number}-{again}.pdf", some.PDF) for again in range(3)))
    assert statements() == one <= 25


def test_the_same_form_with_the_same_document_sent_twice_is_one_entry_and_with_another_it_is_two(manager, robin):
    client = entered_as("david")
    for content in (some.PDF, some.PDF, some.PDF + b"%another"):
        assert sent(client, robin, chosen("letter.pdf", content), token="one-form").status_code == 302
    assert Attachment.objects.count() == Entry.objects.filter(kind="note").count() == 2
