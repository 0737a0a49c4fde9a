"""Fetches the front end we keep from npm, cleans it and writes it into `static/vendor/`, the same bytes each time.

For maintainers only: nothing in Kith imports this file and no part of Kith needs Node when it runs.
`docs/how-to/refresh-the-front-end.md` says when to run it and what it needs.
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

GOVUK = ("govuk-frontend", "6.3.0")
MOJ = ("@ministryofjustice/frontend", "11.1.0")
INTER = ("inter-ui", "4.1.1")

VENDOR = Path(__file__).parent / "static" / "vendor"

# What the font keeps: Latin and Latin Extended-A, and the punctuation of our own sentences.
INTER_UNICODES = "U+20-7E,U+A0-17F,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+20AC,U+2212"
INTER_FEATURES = "calt,ccmp,kern,locl,mark,ss02,tnum"

MIT = """\
The MIT License (MIT)

{copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO
EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE
USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def clean_css(css: str) -> str:
    """The stylesheet without the licensed face, the crest, the addresses of files we do not keep, and the map."""
    css = re.sub(r"/\*![^*]*Margaret Calvert.*?\*/", "", css, flags=re.S)
    css = re.sub(r"@font-face\s*\{[^}]*\}", "", css)
    css = re.sub(r"\"?GDS Transport\"?,\s*arial", "Inter,Arial", css)
    css = re.sub(r"url\([^)]*govuk-crest[^)]*\)", "none", css)
    css = css.replace("/assets/images/", "images/")
    return re.sub(r"/\*# sourceMappingURL=[^*]*\*/\s*", "", css).strip() + "\n"


def clean_js(script: str) -> str:
    """The script without the name of a map that we do not keep."""
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", script).strip() + "\n"


def only_rules_about(css: str, name: str) -> str:
    """Of a compiled stylesheet, the rules (also inside @media and @supports) whose selector has `name` in it."""
    kept = []
    for head, body in _blocks(css):
        if head.startswith(("@media", "@supports")):
            inner = only_rules_about(body, name).strip()
            if inner:
                kept.append(f"{head}{{{inner}}}")
        elif name in head:
            kept.append(f"{head}{{{body}}}")
    return "\n".join(kept) + "\n"


def _blocks(css: str) -> list[tuple[str, str]]:
    """The (head, body) pairs at the outermost level of a stylesheet that has no comments in it."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    blocks, depth, start, opened = [], 0, 0, 0
    for position, sign in enumerate(css):
        if sign == "{":
            depth += 1
            opened = position if depth == 1 else opened
        elif sign == "}":
            depth -= 1
            if depth == 0:
                blocks.append((css[start:opened].split(";")[-1].strip(), css[opened + 1 : position]))
                start = position + 1
    return blocks


def fetch(package: tuple[str, str], into: Path) -> Path:
    """The unpacked folder of one package at one version, fetched by npm from wherever npm is set to look."""
    name, version = package
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{version}"], cwd=into, check=True, capture_output=True, text=True
    )
    folder = into / name.replace("/", "-").lstrip("@")
    with tarfile.open(into / packed.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def cut_font(full: Path, into: Path, workshop: Path) -> None:
    """The Latin subset of the variable font, weights 400 to 700 at text size, with the clear 1, l and I (ss02)."""
    subset, instance = workshop / "subset.ttf", workshop / "instance.ttf"
    subprocess.run(
        ["pyftsubset", str(full), f"--unicodes={INTER_UNICODES}", f"--layout-features={INTER_FEATURES}",
         "--no-hinting", "--no-recalc-timestamp", f"--output-file={subset}"], check=True,
    )  # fmt: skip
    subprocess.run(
        ["fonttools", "varLib.instancer", str(subset), "opsz=14", "wght=400:700", "--no-recalc-timestamp",
         "-o", str(instance)], check=True,
    )  # fmt: skip
    subprocess.run(["fonttools", "ttLib.woff2", "compress", "-o", str(into), str(instance)], check=True)


def write_govuk(package: Path) -> None:
    folder = VENDOR / "govuk-frontend"
    folder.mkdir(parents=True, exist_ok=True)
    built = package / "dist" / "govuk"
    (folder / "govuk-frontend.min.css").write_text(clean_css((built / "govuk-frontend.min.css").read_text()))
    (folder / "govuk-frontend.min.js").write_text(clean_js((built / "govuk-frontend.min.js").read_text()))
    notice = "Copyright (C) 2017 Crown Copyright (Government Digital Service)"
    (folder / "LICENCE.txt").write_text(MIT.format(copyright=notice))


def write_moj(package: Path) -> None:
    folder = VENDOR / "moj-frontend"
    folder.mkdir(parents=True, exist_ok=True)
    whole = clean_css((package / "moj" / "moj-frontend.min.css").read_text())
    (folder / "moj-sub-navigation.css").write_text(only_rules_about(whole, ".moj-sub-navigation"))
    (folder / "LICENCE.txt").write_text(MIT.format(copyright="Copyright (c) 2019 Ministry of Justice"))


def write_inter(package: Path, workshop: Path) -> None:
    folder = VENDOR / "inter"
    folder.mkdir(parents=True, exist_ok=True)
    cut_font(package / "variable" / "InterVariable.woff2", folder / "inter-latin-variable.woff2", workshop)
    (folder / "LICENCE.txt").write_text((package / "LICENSE.txt").read_text())


def table() -> str:
    """VENDORED.md: what is kept, from which version, under which licence, with the sum of every file."""
    rows = [
        "# What we keep from others",
        "",
        "Written by `vendoring.py`; `docs/how-to/refresh-the-front-end.md` says how. Do not edit these files by hand.",
        "",
        "| from npm | version | licence | what we did |",
        "|---|---|---|---|",
        f"| {GOVUK[0]} | {GOVUK[1]} | MIT | face, crest and map removed; Inter named instead |",
        f"| {MOJ[0]} | {MOJ[1]} | MIT | only the rules of the sub-navigation |",
        f"| {INTER[0]} | {INTER[1]} | SIL Open Font Licence 1.1 | Latin, weights 400 to 700, with ss02 and tnum |",
        "",
        "| file | SHA-256 |",
        "|---|---|",
    ]
    kept = sorted(path for path in VENDOR.rglob("*") if path.is_file() and path.name != "VENDORED.md")
    for path in kept:
        rows.append(f"| {path.relative_to(VENDOR)} | {hashlib.sha256(path.read_bytes()).hexdigest()} |")
    return "\n".join(rows) + "\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        workshop = Path(name)
        write_govuk(fetch(GOVUK, workshop))
        write_moj(fetch(MOJ, workshop))
        write_inter(fetch(INTER, workshop), workshop)
    (VENDOR / "VENDORED.md").write_text(table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
