"""What a document is, its bytes tell; few sorts are kept, and nothing that runs."""

import pytest
from tests.chronology import some_documents as some

from kith.chronology import media


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        (some.PDF, media.PDF),
        (some.PNG, media.PNG),
        (some.JPEG, media.JPEG),
        (some.TEXT, media.TEXT),
        ("﻿With a mark before it.".encode(), media.TEXT),
        ("Caf\xe9, typed long ago".encode("cp1252"), media.TEXT),
        (b"From: me\nTo: you\n\nA note that only looks like an e-mail.", media.TEXT),
        (some.WORD, media.WORD),
        (some.OLD_WORD, media.OLD_WORD),
        (some.EMAIL, media.EMAIL),
        (some.OUTLOOK, media.OUTLOOK),
    ],
)
def test_each_sort_is_known_by_its_bytes(content, sort):
    assert media.media_type_of(content) == sort
    assert media.why_refused("a letter", "", content) == ""


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00\x03 a program",
        b"\x7fELF\x02\x01\x01\x00",
        b"#!/bin/sh\nrm -rf /\n",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"  <svg onload='x()'/>",
        b"\xef\xbb\xbf<html>",
        b"<?xml version='1.0'?>",
        b"GIF89a\x01\x00",
        some.zipped("anything.txt"),
        some.zipped("[Content_Types].xml", "xl/workbook.xml"),
        some.zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        some.OLD_OFFICE + "Workbook".encode("utf-16-le"),
        some.OLD_WORD + "_VBA_PROJECT".encode("utf-16-le"),
        b"PK\x03\x04 cut off",
        b"words with \x1b[2J a terminal's own",
    ],
)
def test_all_else_is_refused_in_words_whatever_it_is_called(content):
    for said in ("", "application/octet-stream", "application/pdf", "text/plain; charset=utf-8"):
        refused = media.why_refused("letter.pdf", said, content)
        assert (
            "“letter.pdf” is not one of the documents Kith keeps: PDF, PNG" in refused
            and "Save it as a PDF." in refused
        )


def test_what_it_is_said_to_be_must_be_of_the_list_too():
    assert media.why_refused("page.html", "text/html", some.TEXT)
    assert media.why_refused("list.csv", "text/csv", some.TEXT)
    assert not media.why_refused("photo.png", "image/png", some.JPEG), "a JPEG called PNG is kept as what it is"


def test_ten_megabytes_are_kept_and_a_byte_more_is_not():
    whole = some.PDF + bytes(media.LARGEST - len(some.PDF))
    assert not media.why_refused("scan.pdf", "application/pdf", whole)
    assert "“scan.pdf” is larger than 10 MB." in media.why_refused("scan.pdf", "application/pdf", whole + b"x")
    assert "is empty" in media.why_refused("scan.pdf", "application/pdf", b"")


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("Letter from Beth.pdf", "Letter from Beth.pdf"),
        ("C:\\Users\\amara\\Desktop\\letter.pdf", "letter.pdf"),
        ("../../etc/passwd", "passwd"),
        ("letter\u202egpj.exe\r\nX: y", "lettergpj.exeX: y"),
        ("", "document"),
        (" . ", "document"),
        ("رسالة 🙂.pdf", "رسالة 🙂.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_a_title_is_one_line_and_tells_of_nobodys_folders(title, called):
    assert media.tidy(title) == called


def test_a_file_is_given_back_under_a_name_that_ends_as_its_bytes_do():
    assert media.file_name("letter.PDF", media.PDF) == "letter.PDF"
    assert media.file_name("run me.exe", media.PDF) == "run me.exe.pdf"
    assert media.file_name("mark.jpeg", media.JPEG) == "mark.jpeg"
