"""A form's page, and the list of what can be written down."""

from dataclasses import dataclass

from kith.journey.reading import Record
from kith.web.child.head import reference
from kith.web.forms.entry_form import EntryForm
from kith.web.kinds import GROUPS, TITLES
from kith.web.shown import ShownPlace
from kith.web.telling import child_url
from kith.web.words import first_name


@dataclass(frozen=True)
class EntryPage:
    """One form about a child. `may_read` is the line under the box of words; `may_be_a_note` whether they can be kept as one."""

    reference: str
    title: str
    called: str
    back_url: str
    button: str
    may_read: str
    form: EntryForm
    words_only: bool
    corrects: bool
    may_be_a_note: bool


@dataclass(frozen=True)
class KindsPage:
    reference: str
    called: str
    back_url: str
    groups: tuple[tuple[str, tuple[ShownPlace, ...]], ...]


def entry_page(record: Record, kind: str, form: EntryForm, *, may_be_a_note: bool = False) -> EntryPage:
    """The page of a form."""
    called = record.picture.child.called
    first = first_name(record.picture.child)
    return EntryPage(
        reference=reference(record.picture.id),
        title=_title(kind, form),
        called=called,
        back_url=child_url(record.picture.id),
        button="Save note" if kind == "note" else "Save",
        may_read=f"{first} or {first}’s parents may read this. Would you say it to them?",
        form=form,
        words_only=kind == "note",
        corrects=form.in_place_of is not None,
        may_be_a_note=may_be_a_note,
    )


def _title(kind: str, form: EntryForm) -> str:
    if form.in_place_of:
        return f"Correct: {TITLES[kind][:1].lower()}{TITLES[kind][1:]}"
    return "Add a note" if kind == "note" else TITLES[kind]


def kinds_page(record: Record) -> KindsPage:
    """Every kind, in groups; a note first."""
    child = record.picture.id
    return KindsPage(
        reference=reference(child),
        called=record.picture.child.called,
        back_url=child_url(child),
        groups=tuple(
            (
                name,
                tuple(
                    ShownPlace(TITLES[kind], f"{child_url(child)}write/{kind}")
                    for kind in kinds
                    if kind not in ("consideration", "waiver")
                ),
            )
            for name, kinds in GROUPS
        ),
    )
