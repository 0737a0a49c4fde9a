"""Putting an entry right: filled with what it says, in its place when saved; by those who may, and by nobody else."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client
from tests import factories as given
from tests.web.entering import a_mark, entered_as, words

from kith.chronology.acts import record_account, record_note, record_visit
from kith.chronology.enter import NewEntry
from kith.chronology.models import Entry, Injury
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.picture import gather_entries
from kith.policy.facts import Happened
from kith.vocabulary import Certainty, Mechanism, VisitOutcome
from kith.web.forms.correcting import answers_of

pytestmark = pytest.mark.django_db


def typed_on(html: str) -> dict[str, list[str]]:
    """What a form would send if nobody touched it."""
    form = html.split('<form class="form"')[1].split("</form>")[0]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input [^>]+>", form):
        attrs = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if attrs.get("type") in ("file", "submit") or (
            attrs.get("type") in ("radio", "checkbox") and " checked" not in tag
        ):
            continue
        found.setdefault(attrs["name"], []).append(unescape(attrs.get("value", "")))
    for name, words_in in re.findall(r'<textarea name="(\w+)"[^>]*>\r?\n?(.*?)</textarea>', form, re.DOTALL):
        found[name] = [unescape(words_in)]
    for name, options in re.findall(r'<select name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        found[name] = re.findall(r'value="([^"]*)" selected', options) or [""]
    found.pop("csrfmiddlewaretoken", None)
    return found


def links(client: Client, child: UUID, page: str = "") -> list[str]:
    html = client.get(f"/children/{child}/{page}").content.decode()
    return re.findall(r'<p class="happened__mend"><a href="([^"]+)">Correct this', html)


def test_a_correction_takes_the_entrys_place_and_what_was_left_alone_stays_as_it_was(manager, robin):
    mark = a_mark(manager, robin, days_ago=3, said="On the left arm.\nOr so.")
    client = entered_as("david")
    path = next(one for one in links(client, robin) if "/injury?" in one)
    assert path == f"/children/{robin}/write/injury?corrects={mark}"
    html = client.get(path).content.decode()
    assert "<h1>Correct: a mark or an injury</h1>" in html and "takes the place of what was written" in html
    sent = {**typed_on(html), "said": ["On the right arm."], "side": ["right"]}
    assert client.post(path, sent).status_code == 302
    old, new = Entry.objects.get(pk=mark), Entry.objects.get(corrects=mark)
    assert (new.happened_start, new.happened_end, new.certainty) == (
        old.happened_start,
        old.happened_end,
        old.certainty,
    )
    assert Injury.objects.get(entry=new).side == "right" and Injury.objects.get(entry=new).region == "upper_arm"
    said = words(client.get(f"/children/{robin}/"))
    assert "“On the right arm.”" in said and said.index("“On the left arm.") < said.index("Corrected since.")
    assert f"corrects={mark}" not in client.get(f"/children/{robin}/").content.decode(), "only what stands is corrected"


@pytest.mark.parametrize("certainty", list(Certainty))
def test_when_it_happened_stays_to_the_second_unless_it_is_changed(manager, robin, certainty):
    start = now() - timedelta(days=4, seconds=17)
    end = start if certainty == Certainty.EXACT else start + timedelta(days=2)
    told = NewEntry(about=(robin,), happened=Happened(start=start, end=end, certainty=certainty), said="One.")
    with open_occasion(manager, about=(robin,)) as occasion:
        old = record_visit(occasion, told, outcome=VisitOutcome.NOBODY_IN)
    client, path = entered_as("david"), f"/children/{robin}/write/visit?corrects={old.id}"
    client.post(path, {**typed_on(client.get(path).content.decode()), "said": ["Two."]})
    new = Entry.objects.get(corrects=old.id)
    assert (new.happened_start, new.happened_end, new.certainty) == (start, end, certainty)


def test_a_changed_day_is_the_day_that_was_given(manager, robin):
    mark = a_mark(manager, robin, days_ago=3)
    client, path = entered_as("david"), f"/children/{robin}/write/injury?corrects={mark}"
    sent = {**typed_on(client.get(path).content.decode()), "day": ["2026-01-05"], "time": [""], "sure": ["day"]}
    assert client.post(path, sent).status_code == 302
    assert Entry.objects.get(corrects=mark).certainty == "day"


def test_every_answer_of_an_entry_comes_back_chosen(manager, robin):
    mark = a_mark(manager, robin, days_ago=3)
    mother = given.a_child(manager, "Jodie Marsh")
    with open_occasion(manager, about=(robin,)) as occasion:
        account = record_account(
            occasion, given.about(robin, said="He fell."), injury=mark, teller=mother, mechanism=Mechanism.ROLLED_OFF,
            place="the stairs", claimed_at=now() - timedelta(days=3),
        )  # fmt: skip
    client, path = entered_as("david"), f"/children/{robin}/write/account?corrects={account.id}"
    assert client.post(path, typed_on(client.get(path).content.decode())).status_code == 302
    old, new = (gather_entries((one,))[one] for one in (account.id, Entry.objects.get(corrects=account.id).id))
    assert replace(old, corrects=old.entry, entry=new.entry, at=new.at, occasion=new.occasion, by_name="David") == new
    assert answers_of(old)["teller"] == str(mother)


def test_a_correction_is_known_to_no_more_than_knew_what_it_corrects(manager, robin):
    told = given.about(robin, said="In confidence.")
    with open_occasion(manager, about=(robin,)) as occasion:
        kept = NewEntry(about=told.about, happened=told.happened, said=told.said, known_to=())
        old = record_note(occasion, kept)
    client, path = entered_as("david"), f"/children/{robin}/write/note?corrects={old.id}"
    assert (
        client.post(path, {**typed_on(client.get(path).content.decode()), "said": ["Said again."]}).status_code == 302
    )
    assert Entry.objects.get(corrects=old.id).known_to == []


def test_correcting_a_note_asks_of_no_mark_and_is_saved_as_a_correction(manager, robin):
    client = entered_as("david")
    client.post(f"/children/{robin}/note", {"about": [str(robin)], "said": "Frist.", "thinks": "Nothing yet."})
    old = Entry.objects.get(kind="note").id
    path = f"/children/{robin}/write/note?corrects={old}"
    html = client.get(path).content.decode()
    assert "A mark or an injury" not in html and "Nothing yet." in html
    client.post(path, {**typed_on(html), "said": ["First."]})
    assert Entry.objects.get(corrects=old).said == "First."
    assert "This is saved." in words(client.get(f"/children/{robin}/?saved=1"))


# -- by whom, and of what -----------------------------------------------------------------------------------------------


def test_only_who_may_mend_is_offered_to(manager, nursery, robin):
    ours, theirs = a_mark(manager, robin), a_mark(nursery, robin)
    assert {one[-36:] for one in links(entered_as("david"), robin)} >= {str(ours), str(theirs)}, "who decides mends all"
    assert [one[-36:] for one in links(entered_as("beth"), robin)] == [str(theirs)]
    assert links(entered_as("david"), robin, "chronology/")
    today = now().date()
    assert not links(entered_as("david"), robin, f"?known_on={today - timedelta(days=1)}"), (
        "an earlier day is not mended"
    )


def test_an_address_that_was_made_up_corrects_nothing(manager, nursery, robin):
    mark = a_mark(manager, robin)
    own = a_mark(nursery, robin)
    beth, david = entered_as("beth"), entered_as("david")
    assert beth.get(f"/children/{robin}/write/injury?corrects={mark}").status_code == 404
    assert david.get(f"/children/{robin}/write/visit?corrects={mark}").status_code == 404, "of another kind"
    assert david.get(f"/children/{robin}/write/injury?corrects={UUID(int=7)}").status_code == 404
    assert david.get(f"/children/{robin}/write/injury?corrects=soon").status_code == 404
    sent = {**typed_on(beth.get(f"/children/{robin}/write/injury?corrects={own}").content.decode())}
    response = beth.post(f"/children/{robin}/write/injury", {**sent, "corrects": [str(mark)], "said": ["Mine."]})
    assert response.status_code == 422 and "What this corrects is not on this child’s record." in unescape(
        words(response)
    )
    assert "Mine." in response.content.decode(), "and what was typed stays"
    assert not Entry.objects.filter(corrects__isnull=False).exists()


def test_an_entry_of_another_childs_record_is_not_corrected_from_this_one(manager, robin):
    isla = given.a_child(manager, "Isla Marsh")
    theirs = a_mark(manager, isla)
    assert entered_as("david").get(f"/children/{robin}/write/injury?corrects={theirs}").status_code == 404


def test_about_the_wrong_child_leads_to_the_form_that_takes_it_off_with_the_entry_chosen(manager, robin):
    mark = a_mark(manager, robin, said="Another child’s.")
    client = entered_as("david")
    html = client.get(f"/children/{robin}/").content.decode()
    path = f"/children/{robin}/write/retraction?retracts={mark}"
    assert f'<a href="{path}">About the wrong child?' in html
    form = client.get(path).content.decode()
    assert typed_on(form)["retracts"] == [str(mark)]
    assert client.post(path, {**typed_on(form), "said": ["It was another Robin."]}).status_code == 302
    assert "Another child’s." not in words(client.get(f"/children/{robin}/"))


def test_what_answers_a_concern_is_not_corrected_on_a_form_of_its_own(manager, robin):
    client = entered_as("david")
    assert client.get(f"/children/{robin}/write/waiver?corrects={UUID(int=1)}").status_code == 404
    assert not [one for one in links(client, robin) if "/waiver" in one or "/consideration" in one]
