"""A document beside an entry: a letter, a report, a photograph of a drawing. Kept whole, and never altered."""

from django.db import models

from kith.occasions.record import EnteredRow, new_id


class Attachment(EnteredRow):
    """A document that came with an entry, byte for byte. `title` is what it was called; `media_type` is what it is."""

    #: Its hash goes with it: of a short text, a hash that stayed would still tell whether a guess is right.
    scrub = ("title", "sha256", "content")
    may_stay = ("id", "entry", "media_type", "size", "salt", "digest", "recorded_at")

    id = models.UUIDField(primary_key=True, default=new_id)
    entry = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="documents")
    title = models.TextField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"document {self.id}"
