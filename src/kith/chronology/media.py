"""What sort of document some bytes are: told from the bytes, never from a name. Few sorts, and nothing that runs.

Pure: knows no Django. Whatever is not surely one of the list is refused in words.
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

LARGEST = 10 * 1024 * 1024
TITLE_AT_MOST = 200

PDF, PNG, JPEG, TEXT = "application/pdf", "image/png", "image/jpeg", "text/plain"
WORD, OLD_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword"
EMAIL, OUTLOOK = "message/rfc822", "application/vnd.ms-outlook"

#: The closed list: what each is called on a page, and how the name of such a file ends.
SORTS: dict[str, tuple[str, tuple[str, ...]]] = {
    PDF: ("PDF", (".pdf",)),
    PNG: ("picture", (".png",)),
    JPEG: ("picture", (".jpg", ".jpeg")),
    TEXT: ("text", (".txt",)),
    WORD: ("Word", (".docx",)),
    OLD_WORD: ("Word", (".doc",)),
    EMAIL: ("e-mail", (".eml",)),
    OUTLOOK: ("e-mail", (".msg",)),
}
#: What a browser says of a file that it does not know, or knows by another name.
UNSAID = frozenset({"", "application/octet-stream"})

_MARKUP = re.compile(rb"\s*(<!doctype|<html|<head|<body|<script|<svg|<\?xml|<\?php|#!)", re.IGNORECASE)
_NEVER_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_HEADER = re.compile(rb"^(received|message-id|mime-version|from|to|date|subject)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def media_type_of(content: bytes) -> str | None:
    """Which of the list these bytes are, or None."""
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"PK\x03\x04"):
        return WORD if _is_word(content) else None
    if content.startswith(_OLD_OFFICE):
        return _old_office(content)
    return _written(content)


def why_refused(title: str, media_type: str, content: bytes) -> str:
    """Why a document is not kept, in a sentence that says what to do; nothing when it is.

    `media_type` is what it is said to be, "" when nobody said. Both that and its bytes must be of the list; a JPEG that
    somebody called PNG is kept as the JPEG it is.
    """
    called = f"“{tidy(title)}”"
    if not content:
        return f"{called} is empty. Choose it again."
    if len(content) > LARGEST:
        return f"{called} is larger than 10 MB. Save it as a smaller PDF, or send it in parts."
    said = media_type.split(";")[0].strip().lower()
    if media_type_of(content) is None or (said not in UNSAID and said not in SORTS):
        return f"{called} is not one of the documents Kith keeps: PDF, PNG, JPEG, plain text, Word or e-mail. Save it as a PDF."
    return ""


def tidy(title: str) -> str:
    """What a document is called, in one line that tells nothing of anybody's folders."""
    plain = "".join(letter for letter in re.split(r"[/\\]", title)[-1] if letter.isprintable()).strip(" .")
    return plain[-TITLE_AT_MOST:].strip() or "document"


def file_name(title: str, media_type: str) -> str:
    """The name to keep a document under: it ends as its bytes do, whatever it was called."""
    endings = SORTS[media_type][1]
    return title if title.lower().endswith(endings) else f"{title}{endings[0]}"


def _is_word(content: bytes) -> bool:
    """A Word document without a program (a macro) in it. Only the list of its parts is read; nothing is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            names = {name.lower() for name in parts.namelist()}
    except (BadZipFile, ValueError, NotImplementedError):
        return False
    return {"[content_types].xml", "word/document.xml"} <= names and not any("vba" in name for name in names)


def _old_office(content: bytes) -> str | None:
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        return None
    if "WordDocument".encode("utf-16-le") in content:
        return OLD_WORD
    return OUTLOOK if "__substg1.0_".encode("utf-16-le") in content else None


def _written(content: bytes) -> str | None:
    if not content or _NEVER_IN_TEXT.search(content) or _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        return None
    head = re.split(rb"\r?\n\r?\n", content[:20000], maxsplit=1)[0]
    said = {found.lower() for found in _HEADER.findall(head)}
    return EMAIL if said & {b"received", b"message-id", b"mime-version"} and len(said) > 1 else TEXT
