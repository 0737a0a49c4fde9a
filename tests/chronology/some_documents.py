"""Small documents of each sort, as their programs write them."""

from io import BytesIO
from zipfile import ZipFile

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(24)
TEXT = "Jodie said: “he fell”.\r\nمرحبا 🙂\r\n".encode()
EMAIL = b"Received: from a.example by b.example\r\nMessage-ID: <1@a.example>\r\nFrom: beth@example.org\r\n\r\nSeen at 12:30.\r\n"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OLD_WORD = OLD_OFFICE + "WordDocument".encode("utf-16-le")
OUTLOOK = OLD_OFFICE + "__substg1.0_0037001F".encode("utf-16-le")


def zipped(*names: str) -> bytes:
    """A file of parts, as Word and others write them."""
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        for name in names:
            parts.writestr(name, "<x/>")
    return made.getvalue()


WORD = zipped("[Content_Types].xml", "word/document.xml")
