"""What we keep from others is what the table says, without the licensed face and the crest; our colours are ours."""

import hashlib
import re
from pathlib import Path

import kith.web
from kith.web.vendoring import clean_css, clean_js, only_rules_about

STATIC = Path(kith.web.__file__).parent / "static"
VENDOR = STATIC / "vendor"
TABLE = (VENDOR / "VENDORED.md").read_text()

# The table of colours of the design language, and black for print.
COLOURS = {
    "#14191c",
    "#4c565c",
    "#6b767c",
    "#d3d9dc",
    "#16394a",
    "#0e5a75",
    "#9b1c22",
    "#fdf4f3",
    "#7a4a00",
    "#fff7e6",
    "#f3f6f7",
    "#e8f0f3",
    "#ffdd00",
    "#ffffff",
    "#000000",
}


def test_every_file_kept_has_the_sum_in_the_table_and_no_other() -> None:
    said = dict(re.findall(r"^\| (\S+) \| ([0-9a-f]{64}) \|$", TABLE, re.M))
    kept = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "VENDORED.md"
    }
    assert said == kept


def test_every_folder_kept_has_its_licence() -> None:
    folders = [path for path in VENDOR.iterdir() if path.is_dir()]
    assert folders
    assert all((folder / "LICENCE.txt").is_file() for folder in folders)


def test_the_licensed_face_the_crest_and_the_maps_are_gone() -> None:
    for path in [*VENDOR.rglob("*.css"), *VENDOR.rglob("*.js")]:
        text = path.read_text()
        assert not re.search(r"@font-face|GDS Transport|crest|sourceMappingURL|url\(", text), path.name


def test_cleaning_takes_what_must_go_and_leaves_the_rest() -> None:
    css = (
        '@charset "UTF-8";/*! by Margaret Calvert & Henrik Kubel. */@font-face{font-family:GDS Transport;src:url(/a)}'
        ".a{font-family:GDS Transport,arial,sans-serif}.b{background:url(/assets/images/govuk-crest.svg)}"
        "\n/*# sourceMappingURL=a.css.map */"
    )
    assert clean_css(css) == '@charset "UTF-8";.a{font-family:Inter,Arial,sans-serif}.b{background:none}\n'
    assert clean_js("let a=1;//# sourceMappingURL=a.js.map\n") == "let a=1;\n"


def test_only_the_rules_asked_for_are_kept_also_inside_media() -> None:
    css = ".x{a:b}.nav{c:d}@media print{.x{a:b}.nav-link{e:f}}@media screen{.x{a:b}}"
    assert only_rules_about(css, ".nav") == ".nav{c:d}\n@media print{.nav-link{e:f}}\n"


def test_our_stylesheet_uses_only_the_colours_of_the_design_language() -> None:
    css = (STATIC / "kith.css").read_text()
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", css)) == COLOURS


def test_our_stylesheet_breaks_at_one_width_only() -> None:
    css = (STATIC / "kith.css").read_text()
    assert set(re.findall(r"@media ([^{]+) \{", css)) == {"(min-width: 760px)", "print"}
