"""What is kept in memory of an entry is what its row says: never more, never older."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests import factories as given

from kith.chronology.acts import record_note
from kith.journey import facts_read
from kith.journey.occasion import open_occasion
from kith.journey.picture import gather, gather_entries
from kith.occasions.record import new_id
from kith.policy.facts.chronology import Injury

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    facts_read.forget()


def a_note(actor, child, said, id=None):
    with open_occasion(actor, about=(child,)) as occasion:
        about = given.about(child, said=said)
        return record_note(occasion, about if id is None else _with_id(about, id)).id


def _with_id(about, id):
    from dataclasses import replace

    return replace(about, id=id)


def statements(ask) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_what_was_read_is_not_read_again():
    actor = given.somebody_at()
    child = given.a_child(actor)
    a_note(actor, child, "He laughed at the dog.")
    facts_read.forget()
    first, again = statements(lambda: gather((child,))), statements(lambda: gather((child,)))
    assert (first, again) == (5, 4)
    a_note(actor, child, "He slept.")
    facts_read.forget()
    gather((child,))
    assert {fact.said for fact in gather((child,))[1].values()} == {"He laughed at the dog.", "He slept."}


def test_an_entry_made_since_is_there_at_once():
    actor = given.somebody_at()
    child = given.a_child(actor)
    shelves, _ = gather((child,))
    mark = given.a_mark(actor, child)
    later, facts = gather((child,))
    assert not shelves.shelf(child, Injury).facts
    assert [fact.entry for fact in later.shelf(child, Injury).facts] == [mark] and mark in facts


def test_what_was_rolled_back_is_forgotten_even_when_its_id_comes_again():
    actor = given.somebody_at()
    child, id = given.a_child(actor), new_id()

    class _TakenBack(Exception):
        pass

    with pytest.raises(_TakenBack), transaction.atomic():
        a_note(actor, child, "She fell from the swing.", id)
        assert gather_entries((id,))[id].said == "She fell from the swing."
        raise _TakenBack
    assert gather_entries((id,)) == {} and gather((child,))[1] == {}
    a_note(actor, child, "She fell from the step.", id)
    assert gather_entries((id,))[id].said == "She fell from the step."


def test_a_process_keeps_only_so_many_and_reads_all_the_same(monkeypatch):
    monkeypatch.setattr(facts_read, "MOST_KEPT", 3)
    monkeypatch.setattr(facts_read, "MOST_SHELVED", 1)
    actor = given.somebody_at()
    children = [given.a_child(actor) for _ in range(3)]
    for number, child in enumerate(children):
        for _ in range(2):
            a_note(actor, child, f"Seen at play, {number}.")
    for number, child in enumerate(children):
        assert {fact.said for fact in gather((child,))[1].values()} == {f"Seen at play, {number}."}
    assert len(facts_read._KEPT) <= 3 and len(facts_read._SHELVED) <= 1
