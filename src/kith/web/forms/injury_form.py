"""The form of a mark or an injury: nothing about it has to be known, but something has to be said."""

from typing import Any

from kith.web.forms.entry_form import EntryForm


class InjuryForm(EntryForm):
    """A mark of which one thing at least is said: in words, by an answer, or with a document."""

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        says = given.get("said", "").strip() or given.get("documents")
        left_alone = not {one.name for one in self.own()} & set(self.changed_data)
        if left_alone and not says and not self.errors and not self.in_place_of:
            self.add_error("said", "Write what you saw, or answer one of the questions: where it was, or of what sort.")
        return given
