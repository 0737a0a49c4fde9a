"""Names say what a thing is, in the words of practice; and the repository depends on nobody's machine."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import KITH, ROOT, names_given, python_files, words_of

#: Words that say nothing of what a thing is.
EMPTY = frozenset(
    {"handler", "handlers", "processor", "processors", "helper", "helpers", "util", "utils", "data", "info"}
)
#: “Service” is a word of practice (how an agency is open to a child), never a kind of class.
OF_PRACTICE = frozenset({"Service"})
#: What the framework looks for by its own name.
OF_THE_FRAMEWORK = frozenset(
    {
        "handler400",
        "DATA_UPLOAD_MAX_MEMORY_SIZE",
        "DATA_UPLOAD_MAX_NUMBER_FIELDS",
        "DATA_UPLOAD_MAX_NUMBER_FILES",
    }
)
#: Said from parts, so that this file does not name what it looks for.
HOSTS = (
    ("pypi", "org"),
    ("files", "pythonhosted", "org"),
    ("registry", "npmjs", "org"),
    ("registry", "yarnpkg", "com"),
    ("proxy", "golang", "org"),
    ("index", "crates", "io"),
    ("deb", "debian", "org"),
    ("archive", "ubuntu", "com"),
)
PLACES = (("", "work", "shared"), ("", "work", "main"))
FOREIGN = (*(".".join(parts) for parts in HOSTS), *("/".join(parts) for parts in PLACES), "--".join(("", "index-url")))
BINARY = frozenset({".woff2", ".png", ".ico", ".jpg"})
#: Folders that are made, not written: nobody gets them with Kith.
MADE = frozenset({"__pycache__", "node_modules", "htmlcov", "test-results", "dist", "build", "staticfiles"})


def empty_names(place: str, source: str) -> Iterator[str]:
    """A line for each name in a file that says nothing of what it names."""
    for name, line in names_given(ast.parse(source)):
        words = words_of(name)
        is_a_class = name[:1].isupper() and not name.isupper()
        if name in OF_THE_FRAMEWORK:
            continue
        if EMPTY & set(words) or (is_a_class and "service" in words and name not in OF_PRACTICE):
            yield f"{place}:{line} {name}"


def test_no_name_is_empty_of_meaning():
    found = []
    for file in python_files(KITH, ROOT / "tests"):
        found += empty_names(str(file.relative_to(ROOT)), file.read_text(encoding="utf-8"))
        if (EMPTY | {"service", "services", "exceptions"}) & set(words_of(file.stem)):
            found.append(str(file.relative_to(ROOT)))
    assert found == []


def test_an_empty_name_is_noticed_however_it_is_joined():
    source = "class NoticeHandler: ...\nclass CaseService: ...\ndef make_info(data_of): ...\ncheck_utils = 1"
    assert [line.split()[1] for line in empty_names("x", source)] == [
        "NoticeHandler",
        "CaseService",
        "make_info",
        "check_utils",
        "data_of",
    ]
    assert list(empty_names("x", "class Service: ...\ndatabase = service = 1")) == []


def files_of_the_repository() -> Iterator[Path]:
    """Every file somebody wrote, in whatever language."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [one for one in folders if one not in MADE and (not one.startswith(".") or one == ".ci")]
        yield from (Path(folder) / name for name in names if Path(name).suffix not in BINARY and not _is_made(name))


def _is_made(name: str) -> bool:
    """What a tool leaves beside the files, never a file of ours."""
    return name == ".DS_Store" or name.startswith(".coverage")


def test_nothing_names_a_package_index_or_a_place_on_somebodys_machine():
    read = {file: file.read_text(encoding="utf-8") for file in files_of_the_repository()}
    assert len(read) > 100
    found = [
        f"{file.relative_to(ROOT)} names {foreign}"
        for file, text in read.items()
        for foreign in FOREIGN
        if foreign in text
    ]
    assert found == []
