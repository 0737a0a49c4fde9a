"""The note: one box, the caret in it, Save above all else; what is folded away opens when it holds something."""

import re
from datetime import timedelta
from html import unescape

import pytest
from tests import factories as given
from tests.web.entering import entered_as, words

from kith.chronology.models import Entry, Injury
from kith.journey.clock import now
from kith.journey.reading import open_record
from kith.policy.calendar import london_day
from kith.vocabulary import Region
from kith.web.forms.regions import GROUPS

pytestmark = pytest.mark.django_db


def folds(html: str) -> dict[str, bool]:
    """What is folded away, and whether it is open."""
    found = re.findall(r'<details class="fold"( open)?><summary><span class="fold__what">(.+?)</span>', html)
    return {unescape(what): bool(is_open) for is_open, what in found}


def note(client, child, **typed):
    return client.post(f"/children/{child}/note", {"about": [str(child)], "said": "Rang the nursery.", **typed})


def test_words_come_first_then_save_then_all_that_may_be_said_later(manager, robin):
    html = entered_as("david").get(f"/children/{robin}/note").content.decode()
    order = ["About", 'name="said"', "Would you say it to them?", "Save note</button>", "Say more, now or later",
             "It happened", "What they said, in their words", "A mark or an injury", "A document"]  # fmt: skip
    assert [html.index(one) for one in order] == sorted(html.index(one) for one in order)
    assert html.count("<h1") == 1 and html.count("autofocus") == 1
    assert re.search(r'<textarea name="said"[^>]* autofocus', html)
    assert html.count('type="submit">Save note') == 1
    assert not any(folds(html).values()) and len(folds(html)) == 5
    assert re.search(r'name="sure" value="now"[^>]* checked', html)


def test_what_holds_words_or_an_error_is_open_and_all_else_is_folded(manager, robin):
    response = note(entered_as("david"), robin, thinks="He was pushed.", mark_size_mm="large", day="2999-01-01")
    assert response.status_code == 422
    html = response.content.decode()
    assert {what for what, is_open in folds(html).items() if is_open} == {
        "What I think, and why",
        "A mark or an injury",
    }
    assert "it-happened--open" in html, "a day that was given is not folded away"
    assert "Enter a whole number, or leave it out." in words(response)
    assert html.count("autofocus") == 1 and "govuk-error-summary" in html.split("autofocus")[0]


def test_a_note_that_says_nothing_of_when_happened_now(manager, robin):
    client = entered_as("david")
    note(client, robin, sure="now")
    entry = Entry.objects.get(kind="note")
    assert entry.certainty == "exact" and now() - entry.happened_end < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("told", "certainty", "days"),
    [
        ({"sure": "day", "day": "2026-01-05"}, "day", ("2026-01-05", "2026-01-05")),
        ({"sure": "day", "day": "2026-01-05", "time": "13:40"}, "exact", ("2026-01-05", "2026-01-05")),
        ({"sure": "about", "day": "2026-01-05"}, "about", ("2026-01-05", "2026-01-05")),
        ({"sure": "about", "day": "2026-01-05", "until": "2026-01-09"}, "range", ("2026-01-05", "2026-01-09")),
        ({"day": "2026-01-05"}, "day", ("2026-01-05", "2026-01-05")),
    ],
)
def test_each_way_to_say_when_is_kept_as_surely_as_it_was_said(manager, robin, told, certainty, days):
    assert note(entered_as("david"), robin, **told).status_code == 302
    entry = Entry.objects.get(kind="note")
    assert entry.certainty == certainty
    assert (str(london_day(entry.happened_start)), str(london_day(entry.happened_end))) == days


# -- a mark inside a note -----------------------------------------------------------------------------------------------

A_MARK = {"mark_type": "bruise", "mark_region": "upper_arm", "mark_side": "left", "mark_count": "3",
          "mark_size_mm": "12", "mark_witness": "nobody", "mark_needed_care": "no",
          "mark_said": "Small and round."}  # fmt: skip


def test_a_mark_is_an_entry_of_its_own_in_the_same_act_and_is_on_the_page_of_marks(manager, robin):
    client = entered_as("david")
    answer = {name: value for name, value in A_MARK.items() if name != "mark_witness"}
    assert note(client, robin, sure="day", day="2026-01-05", **answer).status_code == 302
    written, mark = Entry.objects.get(kind="note"), Entry.objects.get(kind="injury")
    assert written.occasion_id == mark.occasion_id and written.happened_start == mark.happened_start
    assert (written.said, mark.said) == ("Rang the nursery.", "Small and round.")
    row = Injury.objects.get(entry=mark)
    assert (row.type, row.region, row.side, row.count, row.size_mm, row.needed_care) == (
        "bruise", "upper_arm", "left", 3, 12, "no",
    )  # fmt: skip
    assert "“Small and round.”" in words(client.get(f"/children/{robin}/injuries/"))


def test_a_note_that_says_nothing_of_a_mark_enters_none(manager, robin):
    left_alone = {"mark_type": "", "mark_region": "not_recorded", "mark_side": "not_recorded", "mark_count": "",
                  "mark_size_mm": "", "mark_pattern": "not_recorded", "mark_witness": "not_recorded",
                  "mark_needed_care": "not_recorded", "mark_said": ""}  # fmt: skip
    assert note(entered_as("david"), robin, **left_alone).status_code == 302
    assert not Entry.objects.filter(kind="injury").exists()


@pytest.mark.parametrize("one", [{"mark_region": "ear"}, {"mark_said": "A red line."}, {"mark_side": "left"}])
def test_a_mark_of_which_only_something_is_known_is_entered_as_that(manager, robin, one):
    assert note(entered_as("david"), robin, **one).status_code == 302
    assert Injury.objects.get().type == "unknown_mark"


def test_a_note_and_its_mark_are_both_entered_or_neither(manager, robin, monkeypatch):
    from kith.journey.entering import ACTS
    from kith.occasions.ticket import Refused

    def refuses(*_told, **_more):
        raise Refused("The second of two was refused.")

    monkeypatch.setitem(ACTS, "injury", refuses)
    response = note(entered_as("david"), robin, **A_MARK | {"mark_witness": "not_recorded"})
    assert response.status_code == 422 and "The second of two was refused." in words(response)
    assert not Entry.objects.filter(kind__in=("note", "injury")).exists()


@pytest.mark.parametrize("wrong", [{"mark_region": "tail"}, {"mark_side": "his left"}, {"mark_count": "0"}])
def test_what_cannot_be_a_mark_is_refused_and_nothing_is_entered(manager, robin, wrong):
    response = note(entered_as("david"), robin, **A_MARK | {"mark_witness": "not_recorded"} | wrong)
    assert response.status_code == 422 and folds(response.content.decode())["A mark or an injury"]
    assert not Entry.objects.filter(kind__in=("note", "injury")).exists()


def test_of_a_brother_and_a_sister_it_is_said_whose_mark_it_is(manager, robin):
    isla = given.a_child(manager, "Isla Marsh")
    given.in_one_household(manager, robin, isla)
    client, both = entered_as("david"), [str(robin), str(isla)]
    response = note(client, robin, about=both, mark_region="ear")
    assert response.status_code == 422 and "Choose whose mark it is." in words(response)
    assert note(client, robin, about=both, mark_region="ear", mark_child=str(isla)).status_code == 302
    assert Entry.objects.get(kind="injury").about.get().person_id == isla
    assert Entry.objects.get(kind="note").about.count() == 2
    note(client, robin, about=[str(isla)], mark_region="chin")
    latest = Entry.objects.filter(kind="injury").order_by("at").last()
    assert latest.about.get().person_id == isla, "the mark is the child's that the note is about"


def test_the_body_is_a_plain_list_under_four_headings_with_every_place_in_it_once(manager, robin):
    listed = [region for _, regions in GROUPS for region in regions]
    assert sorted(listed) == sorted(set(Region) - {Region.NOT_RECORDED})
    for page in ("note", "write/injury"):
        html = entered_as("david").get(f"/children/{robin}/{page}").content.decode()
        assert re.findall(r'<optgroup label="([^"]+)">', html) == ["Head, face and neck", "Trunk", "Arms", "Legs"]
    assert "The child’s own left and right." in words(entered_as("david").get(f"/children/{robin}/note"))


def test_a_note_offers_no_place_for_what_the_reader_may_not_see(manager, robin):
    record = open_record(manager, robin)
    assert record.actor == manager


# -- after saving -------------------------------------------------------------------------------------------------------


def test_the_page_after_saving_says_so_once_with_the_time_and_only_to_whoever_saved(manager, nursery, robin):
    client = entered_as("david")
    assert "This is saved." not in words(client.get(f"/children/{robin}/"))
    saved = note(client, robin)
    assert saved["Location"] == f"/children/{robin}/?saved=1"
    html = client.get(saved["Location"]).content.decode()
    line = re.search(r'<p class="saved"([^>]*)>(.+?)</p>', html)
    assert line and re.fullmatch(r"<b>This is saved\.</b> (\d{1,2}(:\d\d)?[ap]m|midday|midnight)", line[2])
    assert 'role="status"' in line[1] and "autofocus" in line[1]
    assert "This is saved." not in words(client.get(f"/children/{robin}/"))
    given.a_mark(nursery, robin)
    other = entered_as("beth")
    assert "This is saved." not in words(other.get(saved["Location"])), "a colleague’s entry is not one’s own"
    note(other, robin)
    assert "This is saved." in words(other.get(f"/children/{robin}/?saved=1"))
    assert "This is saved." not in words(client.get(f"/children/{robin}/?saved=1&known_on=2020-01-01"))


def test_an_address_somebody_made_up_does_not_say_that_anything_is_saved(manager, hub, robin):
    assert "This is saved." not in words(entered_as("jo").get(f"/children/{robin}/?saved=1"))


def test_words_on_a_page_gone_back_to_are_another_note_and_none_is_lost(manager, robin):
    client = entered_as("david")
    for said in ("First.", "First.", "Second, on the same page."):
        assert note(client, robin, said=said, token="one-page").status_code == 302
    assert sorted(Entry.objects.filter(kind="note").values_list("said", flat=True)) == [
        "First.",
        "Second, on the same page.",
    ]
