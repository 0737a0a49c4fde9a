"""Why somebody is shown as a candidate, in words: what agrees, what does not, and what there was no way to compare.

No word here names an address, and a protected address was never compared: nobody learns by asking where somebody lives.
"""

from collections.abc import Mapping

from kith.people.matching.cleaning.clean import Claimed
from kith.people.matching.grades import Weighed

#: For each comparison and level, what is said of it. Nothing is said of what is not here.
AGREES: dict[tuple[str, str], str] = {
    ("nhs", "same"): "same NHS number",
    ("upn", "same"): "same unique pupil number",
    ("dob", "same"): "same date of birth",
    ("dob", "1 January"): "both dates of birth are 1 January of that year, which is often given when nobody knows",
    ("dob", "may be"): "birth dates may be the same, as far as they are known",
    ("dob", "swapped"): "date of birth with day and month the other way round",
    ("dob", "one digit"): "date of birth differs by one digit",
    ("forename", "same"): "same first name",
    ("forename", "written another way"): "first name is another way to write the same name",
    ("forename", "swapped"): "first name and surname are the other way round",
    ("forename", "middle"): "first name is the other’s middle name",
    ("forename", "nearly the same"): "first name is nearly the same",
    ("forename", "alike"): "first name is like the other",
    ("middle", "same"): "same middle name",
    ("surname", "same"): "same surname",
    ("surname", "part"): "one surname in common",
    ("surname", "nearly the same"): "surname is nearly the same",
    ("surname", "sounds alike"): "surname sounds alike",
    ("surname", "alike"): "surname is like the other",
    ("initial", "same"): "surname begins with the same letter",
    ("postcode", "streets"): "lived in the same streets",
    ("postcode", "district"): "lived in the same district",
}
DIFFERS: dict[tuple[str, str], str] = {
    ("nhs", "unlike"): "NHS numbers differ",
    ("upn", "unlike"): "unique pupil numbers differ; a child may have had a temporary one",
    ("dob", "half"): "date of birth agrees only in part",
    ("dob", "year"): "only the year of birth agrees",
    ("dob", "unlike"): "dates of birth differ",
    ("dob", "apart"): "birth dates cannot be the same",
    ("forename", "unlike"): "first names differ",
    ("surname", "unlike"): "surnames differ",
    ("initial", "unlike"): "surname begins with another letter",
    ("sex", "unlike"): "recorded as of the other sex",
    ("postcode", "unlike"): "no address in common",
}
NOTHING: dict[str, str] = {
    "nhs": "no NHS number to compare",
    "dob": "no date of birth to compare",
    "forename": "no first name to compare",
    "surname": "no surname to compare",
    "postcode": "no address to compare",
}
ORDER = ("nhs", "upn", "dob", "forename", "middle", "surname", "initial", "sex", "postcode")


def reasons(
    weighed: Weighed, asked: Claimed, on_record: Claimed, lived: Mapping[str, str], *, is_protected: bool
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What agrees, what differs, and what could not be compared. `lived` is, by postcode, when somebody lived there."""
    labels = weighed.labels
    agrees = [AGREES[key] for field in ORDER if (key := (field, labels[field])) in AGREES]
    if labels["postcode"] == "same":
        agrees.append(_lived(asked, on_record, lived))
    differs = [DIFFERS[key] for field in ORDER if (key := (field, labels[field])) in DIFFERS]
    nothing = [said for field, said in NOTHING.items() if labels[field] == "nothing"]
    if labels["initial"] != "nothing":
        nothing.remove(NOTHING["surname"])
    if is_protected:
        nothing = [said for said in nothing if said != NOTHING["postcode"]]
        nothing.append("an address on record is protected: it was not compared, and is not shown")
    return tuple(agrees), tuple(differs), tuple(nothing)


def _lived(asked: Claimed, on_record: Claimed, lived: Mapping[str, str]) -> str:
    common = [code for code in asked.postcodes or () if code in (on_record.postcodes or ())]
    when = sorted({lived[code] for code in common if lived.get(code)})
    return f"lived at this postcode {', '.join(when)}" if when else "lived at this postcode"
