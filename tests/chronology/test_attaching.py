"""A document is kept with the entry it came with, byte for byte, or refused with all of the act."""

import hashlib

import pytest
from tests import factories as given
from tests.chronology import some_documents as some

from kith.chronology.acts import record_note, retract
from kith.chronology.attach import attach
from kith.chronology.media import PDF
from kith.chronology.models import Attachment, Entry
from kith.chronology.queries import content_of, document, documents_about, still_about
from kith.journey.occasion import open_occasion
from kith.occasions.record import digest_of, new_id
from kith.occasions.ticket import Refused
from kith.policy.permissions import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager() -> Actor:
    return given.somebody_at()


def a_note_with(actor: Actor, child, *contents: bytes) -> Entry:
    with open_occasion(actor, about=(child,)) as occasion:
        entry = record_note(occasion, given.about(child, said="See the letter."))
        for number, content in enumerate(contents):
            attach(occasion, entry, title=f"letter {number}.pdf", media_type="", content=content)
    return entry


def test_a_document_is_kept_byte_for_byte_with_its_size_its_sort_and_its_hash(manager):
    child = given.a_child(manager)
    entry = a_note_with(manager, child, some.PDF, some.TEXT)
    first, second = documents_about((child,))[entry.id]
    assert (first.title, first.media_type, first.size) == ("letter 0.pdf", PDF, len(some.PDF))
    assert content_of(first.id) == some.PDF and content_of(second.id) == some.TEXT
    row = Attachment.objects.get(pk=first.id)
    assert row.sha256 == hashlib.sha256(some.PDF).hexdigest()
    assert row.digest == digest_of(row), "the digest covers the content, and can be worked out again"
    row.content = some.TEXT
    assert row.digest != digest_of(row)
    assert document(first.id) == first and document(new_id()) is None


def test_one_document_that_is_refused_takes_the_whole_act_with_it(manager):
    child = given.a_child(manager)
    with pytest.raises(Refused, match=r"“letter 1\.pdf” is not one of the documents Kith keeps"):
        a_note_with(manager, child, some.PDF, b"MZ\x00")
    assert not Entry.objects.filter(kind="note").exists() and not Attachment.objects.exists()


def test_nothing_is_added_to_an_entry_that_was_made_before(manager):
    child = given.a_child(manager)
    entry = a_note_with(manager, child)
    with (
        pytest.raises(Refused, match="written down at the same moment"),
        open_occasion(manager, about=(child,)) as occasion,
    ):
        attach(occasion, entry, title="later.pdf", media_type=PDF, content=some.PDF)
    assert not Attachment.objects.exists()


def test_whom_an_entry_is_still_about_leaves_out_those_it_was_taken_from(manager):
    robin, isla = given.a_child(manager), given.a_child(manager, "Isla")
    mark = given.a_mark(manager, robin, isla)
    assert set(still_about(mark)) == {robin, isla}
    with open_occasion(manager, about=(isla,)) as occasion:
        retract(occasion, given.about(isla), retracts=mark)
    assert still_about(mark) == (robin,)
