"""Pairs of people as the tests of matching tell of them."""

from datetime import date

from kith.people.matching.cleaning.clean import Said, clean
from kith.people.matching.grades import Weighed, weigh
from kith.people.matching.scorer import model
from kith.vocabulary import Sex

#: Numbers whose check digits fit, of the range kept for test data.
NHS, ANOTHER_NHS = "9990000018", "9990000026"


def told(
    name: str = "", born: str = "", *postcodes: str, sex: Sex = Sex.NOT_RECORDED, nhs: str = "", upn: str = ""
) -> Said:
    """Somebody as told: "2021-03-09", or "2020..2022" for a birth date known only so far."""
    first, _, last = born.partition("..")
    born_from = _first_day(first) if first else None
    return Said(
        names=(name,) if name else (),
        sex=sex,
        born_from=born_from,
        born_until=date(int(last), 12, 31) if last else born_from,
        postcodes=postcodes,
        nhs_number=nhs,
        upn=upn,
    )


def _first_day(written: str) -> date:
    return date.fromisoformat(written if "-" in written else f"{written}-01-01")


def weighed(one: Said, other: Said) -> Weighed:
    """Two people weighed by the model that comes with Kith, the first claimed identity of each."""
    return weigh(model(), clean(one)[0], clean(other)[0])
