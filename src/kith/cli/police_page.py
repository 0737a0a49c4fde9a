"""The reference page of the file that police notifications come in, from the columns that its reader knows."""

from __future__ import annotations

from kith.intake.police_file import COLUMNS, MOST_BYTES, MOST_LETTERS, MOST_ROWS, NEEDED

_HEAD = """# The file of police notifications

Written by `./kith docs` from the reader. Do not edit it here.

A CSV file in which a police force tells of domestic abuse incidents at which children live or stay: one row a child for
each incident, so an incident with three children has three rows with the same number. How it is received and worked
through: [how-to/receive-police-notifications.md](../how-to/receive-police-notifications.md).
"""
_READING = f"""## How it is read

- The first line names the columns, in any order, in small letters or capitals, with spaces or underlines. Columns that are
  not below are left unread. Only {", ".join(f"`{name}`" for name in NEEDED)} must be there.
- Letters are UTF-8, or those of Windows. At most {MOST_ROWS:,} rows, {MOST_BYTES // 1_000_000} MB, and
  {MOST_LETTERS:,} letters in a cell.
- A row needs an incident number and a day that can be read and has been. Everything else may be empty: not known is an answer.
- A line that cannot be read is answered by a sentence that names it and says what to do. The others are kept. The file is
  kept as it was received, byte for byte, whole or not at all.
- The same file again is nothing to do. A child at an incident who is here already, by the incident's number with the child's name
  and day of birth, is not kept twice: a file may be sent again when a line of it was put right. If such a row has other words
  than the first, the first are kept, and the line is listed.
- A row is not an entry yet. It waits until somebody who decides says who the child is and how urgent it is.
"""


def police_page() -> str:
    """The page, whole."""
    rows = "\n".join(f"| `{name}` | {'yes' if name in NEEDED else ''} | {said} |" for name, said in COLUMNS.items())
    return f"{_HEAD}\n| Column | Must be there | What stands in it |\n|---|---|---|\n{rows}\n\n{_READING}"
