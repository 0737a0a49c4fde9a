"""Choosing documents to go with an entry: several at once, each kept or refused in words."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from kith.chronology.media import LARGEST, SORTS, tidy, why_refused

MOST = 10
#: The names of documents chosen before, which a form that is shown again cannot give back.
NAMED_BEFORE = "document_named"


@dataclass(frozen=True)
class NewDocument:
    """A document as somebody chose it: what it was called, what it is said to be, and its bytes."""

    title: str
    media_type: str
    content: bytes


class DocumentsInput(forms.FileInput):
    allow_multiple_selected = True


class DocumentsField(forms.FileField):
    """Any number of documents up to MOST; cleaned, a tuple of `NewDocument`."""

    def __init__(self) -> None:
        endings = ",".join(ending for _, endings in SORTS.values() for ending in endings)
        super().__init__(
            label="A document",
            help_text="PDF, PNG, JPEG, plain text, Word or e-mail; each at most 10 MB.",
            required=False,
            widget=DocumentsInput(attrs={"accept": endings}),
        )

    def clean(self, given: Any, initial: Any = None) -> tuple[NewDocument, ...]:
        files: list[UploadedFile] = [one for one in given or [] if one]
        if len(files) > MOST:
            raise ValidationError(
                f"These are {len(files)} documents. Choose at most {MOST}; put the rest with another note."
            )
        chosen = tuple(NewDocument(title_of(one), one.content_type or "", one.read(LARGEST + 1)) for one in files)
        wrong = [why_refused(one.title, one.media_type, one.content) for one in chosen]
        if any(wrong):
            raise ValidationError([sentence for sentence in wrong if sentence])
        return chosen


def title_of(file: UploadedFile) -> str:
    """What a chosen document is called."""
    return tidy(file.name or "")
