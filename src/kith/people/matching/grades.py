"""From a weight to a grade, and from a comparison to words. A grade says how likely one person; it judges nobody.

Twins, brothers and sisters agree in nearly everything without being one person: what tells them apart counts more here
than the weight does. A grade above "possible" is never given against it. Nor is somebody known in part "not likely" only
because little was said of them.
"""

from dataclasses import dataclass
from datetime import date

from kith.people.matching.cleaning.clean import Claimed
from kith.people.matching.cleaning.names import heard
from kith.people.matching.levels import alike
from kith.people.matching.scorer import Model, Step
from kith.vocabulary import MatchGrade

#: Bits from which a pair is very probable, probable, and possible (matched on invented people: docs/reference/matching.md).
VERY_PROBABLE, PROBABLE, POSSIBLE = 20.0, 14.0, 4.0
#: First names less alike than this are two names, as those of twins mostly are (as person matching in justice has it).
UNLIKE = 0.88
TWIN = "a twin, or a brother or sister with the same birth date on record"
#: What a surname of which only the first letter was said counts, in bits, towards grade and order (ours; set by hand, since the
#: model has no level for it, and no part of the weight). It lifts nobody above "possible": many share a letter.
INITIAL = {"same": 2.0, "unlike": -2.0, "nothing": 0.0}
#: Two people of one name, so many years apart, may be parent and child.
A_GENERATION = 14


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two claimed identities compared: the weight in bits, what each comparison came to, the grade, and what else this may be.

    `labels` has one more than the steps: "initial", of which the model knows nothing.
    """

    weight: float
    labels: dict[str, str]
    steps: tuple[Step, ...]
    grade: MatchGrade
    may_be: str = ""


def weigh(model: Model, asked: Claimed, on_record: Claimed) -> Weighed:
    """Compare two claimed identities, with steps and grade."""
    return graded(*model.compare(asked, on_record), asked, on_record)


def graded(weight: float, steps: list[tuple[str, str, float]], asked: Claimed, on_record: Claimed) -> Weighed:
    """The grade of what a comparison came to."""
    labels = {comparison: label for comparison, label, _ in steps} | {"initial": _initial(asked, on_record)}
    return Weighed(weight, labels, tuple(Step(*step) for step in steps), *_graded(weight, labels, asked, on_record))


def _graded(weight: float, labels: dict[str, str], asked: Claimed, on_record: Claimed) -> tuple[MatchGrade, str]:
    if labels["nhs"] == "same" and name_disagrees(labels) and labels["dob"] in DAY_DISAGREES:
        return MatchGrade.CONFLICT, "somebody else, given this NHS number by mistake"
    has_a_number = "same" in (labels["nhs"], labels["upn"])
    if may_be_twins(labels, asked, on_record):
        return _band(weight, PROBABLE if has_a_number else POSSIBLE), TWIN
    if may_be_twins(labels, asked, on_record, whatever_they_are_called=True) and not has_a_number:
        return _band(weight, PROBABLE), TWIN
    if may_be_a_generation_apart(labels, asked, on_record):
        return _band(weight, POSSIBLE), "a parent, a child or another relative of the same name"
    if may_be_siblings(labels, asked, on_record):
        return _band(weight, POSSIBLE), "a brother or sister"
    if labels["nhs"] == "unlike":
        return _band(weight, POSSIBLE), "another person: the NHS numbers differ"
    counted = _with_initial(weight, labels)
    return _band(max(counted, POSSIBLE) if all_that_is_known_agrees(labels) else counted, VERY_PROBABLE), ""


def _initial(asked: Claimed, on_record: Claimed) -> str:
    """How the first letters of two surnames compare where of either no more was said than that."""
    mine, theirs = asked.name, on_record.name
    if not (mine.initial or theirs.initial) or not (mine.family_begins and theirs.family_begins):
        return "nothing"
    return "unlike" if mine.family_begins.isdisjoint(theirs.family_begins) else "same"


def _with_initial(weight: float, labels: dict[str, str]) -> float:
    counted = weight + INITIAL[labels["initial"]]
    return max(weight, min(counted, POSSIBLE)) if counted > weight else counted


def _band(weight: float, most: float) -> MatchGrade:
    """The grade of a weight, never above that of `most`."""
    counted = min(weight, most)
    if counted >= VERY_PROBABLE:
        return MatchGrade.VERY_PROBABLE
    if counted >= PROBABLE:
        return MatchGrade.PROBABLE
    return MatchGrade.POSSIBLE if counted >= POSSIBLE else MatchGrade.UNLIKELY


#: In what two claimed identities may be unlike so that it speaks against one person. A surname is not here: it may have changed.
_CONTRADICTS = ("middle", "sex", "postcode", "nhs", "upn")


def all_that_is_known_agrees(labels: dict[str, str]) -> bool:
    """Somebody known in part: one first name, ages that may be the same, and nothing but a surname that differs.

    Such a pair is never "not likely" (ours): it weighs little because little was said, and nothing said speaks against it.
    """
    if labels["forename"] not in CALLED_ALIKE or labels["dob"] != "may be":
        return False
    return not any(labels[comparison] == "unlike" for comparison in _CONTRADICTS)


#: First names that one person may be called by.
CALLED_ALIKE = frozenset({"same", "written another way", "nearly the same"})
NAME_AGREES = frozenset({"same", "written another way", "swapped", "middle", "nearly the same"})
#: Surnames that may be one family's.
NEAR = frozenset({"same", "part", "nearly the same", "sounds alike"})
DAY_AGREES = frozenset({"same", "1 January"})
DAY_DISAGREES = frozenset({"half", "year", "unlike", "apart"})


def name_disagrees(labels: dict[str, str]) -> bool:
    """Neither name is the other's, as far as both are known."""
    surname = labels["surname"] in ("unlike", "alike", "nothing")
    return (surname and labels["forename"] in ("unlike", "alike")) or (
        labels["surname"] == "unlike" and labels["forename"] == "nothing"
    )


def first_names_are_unlike(asked: Claimed, on_record: Claimed) -> bool:
    """Whether two people are called differently by whoever calls them. Of a name nobody said nothing follows."""
    mine, theirs = asked.forename, on_record.forename
    if mine is None or theirs is None:
        return False
    return alike(mine, theirs) < UNLIKE and heard(mine) != heard(theirs)


def may_be_twins(
    labels: dict[str, str], asked: Claimed, on_record: Claimed, *, whatever_they_are_called: bool = False
) -> bool:
    """One birth date, a surname or an address in common, and two first names.

    One who is Jack to some and John to others, or goes by a middle name, is left out; `whatever_they_are_called` lets
    them in: twins are called such names too.
    """
    is_near = labels["surname"] in NEAR or labels["postcode"] == "same"
    if labels["dob"] not in DAY_AGREES or not is_near or labels["forename"] == "swapped":
        return False
    is_called_so = labels["forename"] in ("written another way", "middle")
    return first_names_are_unlike(asked, on_record) and (whatever_they_are_called or not is_called_so)


def may_be_siblings(labels: dict[str, str], asked: Claimed, on_record: Claimed) -> bool:
    """A surname or an address in common, another birth date of the same generation, and another first name."""
    is_near = labels["surname"] in NEAR or labels["postcode"] == "same"
    unlike = labels["forename"] in ("unlike", "alike") and labels["dob"] in DAY_DISAGREES | {"one digit", "swapped"}
    return is_near and unlike and not _are_a_generation_apart(asked, on_record)


def may_be_a_generation_apart(labels: dict[str, str], asked: Claimed, on_record: Claimed) -> bool:
    """One name, born so long apart that one may be the other's parent."""
    is_one_name = labels["forename"] in NAME_AGREES and labels["surname"] != "unlike"
    return is_one_name and labels["dob"] in DAY_DISAGREES and _are_a_generation_apart(asked, on_record)


def _are_a_generation_apart(asked: Claimed, on_record: Claimed) -> bool:
    if asked.born_until is None or on_record.born_until is None:
        return False
    days = date.fromisoformat(asked.born_until) - date.fromisoformat(on_record.born_until)
    return abs(days.days) >= A_GENERATION * 365
