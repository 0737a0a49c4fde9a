"""The marks of an ordinary life: bumps at play, what is said of them, a baby's mark examined, an accident at home."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from bench import ordinary_rates as rates
from bench.ordinary_days import reached
from bench.ordinary_life import (
    CHILD,
    DECIDER,
    DOCTOR,
    FATHER,
    GP,
    GRANDMOTHER,
    HELPER,
    MOTHER,
    NURSE,
    NURSERY,
    VISITOR,
    WORKER,
    Life,
    Line,
)
from bench.ordinary_worries import worry
from kith.vocabulary import Mechanism, MotorStage

_CLIMBS = (Mechanism.CLIMBED_AND_FELL,)


def marks(life: Life) -> None:
    """All of a life's marks, those that somebody wrote down."""
    for day in life.days(rates.NURSERY_MARKS, life.nursery_from):
        if not life.is_at_nursery(day) or not reached(life, MotorStage.CRAWLING, day):
            continue
        walks = reached(life, MotorStage.WALKING, day)
        if walks or life.happens(rates.NURSERY_MARKS_EARLY / rates.NURSERY_MARKS):
            _at_nursery(life, life.on(day))
    for line in [one for one in life.lines if one["kind"] in ("attendance", "visit")]:
        _seen_undressed_or_at_home(life, line)
    for day in life.days(rates.HURT_AND_TAKEN_TO_HOSPITAL):
        if reached(life, MotorStage.CRAWLING, day):
            _at_hospital(life, life.on(day, (10, 20)))


# --- at nursery ------------------------------------------------------------------------------------------------------


def _at_nursery(life: Life, seen: datetime) -> None:
    """On the body map, and whoever saw it or brought the child is asked."""
    here = life.happens(rates.AT_NURSERY)
    nobody_saw = life.happens(rates.JUST_NOTICED)
    witness = "nobody" if nobody_saw else "outside_household" if here else "household"
    sheet = _sheet(life, seen)
    mark = _mark(life, seen, NURSERY, sheet, witness=witness)
    told_by = None if here and not nobody_saw else life.one_of({MOTHER: 60, **_fathers(life), GRANDMOTHER: 5})
    way = Mechanism.JUST_NOTICED if nobody_saw else _way(life, seen.date())
    asked = life.one_of({0: 100, 1: 100 * rates.ASKED_NEXT_SESSION, 4: 100 * rates.ASKED_WHEN_REMINDED})
    asked_at = life.days_on(seen, asked) if asked else seen
    _account(life, asked_at, NURSERY, mark, way, told_by, {} if asked else sheet)
    if told_by and not nobody_saw and life.happens(rates.SECOND_TELLER):
        _other_parent(life, life.days_on(asked_at, 1), mark, way, told_by)
    _tell_whoever_works_with_the_child(life, mark, seen, NURSERY)


def _other_parent(life: Life, at: datetime, mark: str, way: Mechanism, first: str) -> None:
    """Tells the same, mostly; where it was coded otherwise, the nursery asks again and says what it thinks."""
    other = FATHER if first == MOTHER and life.father != "not_named" else MOTHER
    if other == first:
        return
    otherwise = life.happens(rates.SECOND_CODED_OTHERWISE)
    heard = Mechanism.BUMPED_INTO if way != Mechanism.BUMPED_INTO else Mechanism.FELL_WALKING_OR_RUNNING
    _account(life, at, NURSERY, mark, heard if otherwise else way, other, {}, says_care=False)
    if otherwise:
        judged = life.days_on(at, 1)
        life.add(judged, NURSERY, "account_judgement", injury=mark, judged="same_in_other_words")


def _sheet(life: Life, seen: datetime) -> Line:
    """A mark, and what was said of it there and then, are written down together: on one body map, at one moment."""
    return {"at": seen + timedelta(minutes=life.chance.randint(4, 40)), "together": f"sheet-{len(life.lines)}"}


def _mark(life: Life, seen: datetime, by: Line, sheet: Line, **own: Any) -> str:
    said: Line = {
        "type": life.one_of(rates.SORTS),
        "region": life.one_of(rates.SITES).value,
        "side": life.chance.choice(("left", "right")),
        "size_mm": life.chance.randint(6, 28),
        "needed_care": "no",
    }
    return life.add(seen, by, "injury", **(said | own), **sheet)


def _way(life: Life, on: date) -> Mechanism:
    """How it is said to have happened: something that a child of this age does."""
    if not reached(life, MotorStage.WALKING, on):
        return life.one_of(rates.WAYS_EARLY)
    climbs = reached(life, MotorStage.RUNNING_CLIMBING, on)
    return life.one_of({way: often for way, often in rates.WAYS.items() if climbs or way not in _CLIMBS})


def _account(
    life: Life,
    at: datetime,
    by: Line,
    mark: str,
    way: Mechanism,
    teller: str | None,
    sheet: Line,
    *,
    says_care: bool = True,
) -> None:
    said: Line = {"injury": mark, "given": "asked", "mechanism": way.value}
    if teller:
        said |= {"teller": teller}
        said |= {"who_had_care": teller} if says_care and life.happens(rates.CARE_IS_SAID) else {}
    life.add(at, by, "account", **said, **sheet)


def _fathers(life: Life) -> dict[str, float]:
    return {} if life.father == "not_named" else {FATHER: 35.0 if life.father == "with_us" else 12.0}


def _tell_whoever_works_with_the_child(life: Life, mark: str, seen: datetime, by: Line) -> None:
    if found := life.episode(seen):
        to = HELPER if found.service == "early_help" else WORKER
        life.tell(mark, seen, by, to, after=life.one_of({0: 85, 1: 12, 3: 3}))


# --- seen by others --------------------------------------------------------------------------------------------------


def _seen_undressed_or_at_home(life: Life, line: Line) -> None:
    """At a review, or on a visit: a shin's bruise now and then; a birthmark; on a baby, sometimes a mark."""
    seen = datetime.fromisoformat(line["happened"])
    is_review = line.get("what_for") in ("health review", "vaccines") and line["attended"] == "brought"
    on_visit = line["kind"] == "visit" and line["outcome"] == "made"
    if not is_review and not on_visit:
        return
    if not reached(life, MotorStage.CRAWLING, seen.date()):
        if line.get("what_for") == "health review" and life.age(seen.date()) < 30 and life.happens(rates.BIRTHMARK):
            life.add(seen, line["by"], "injury", type="birthmark_or_medical", region="back", size_mm=40)
        elif is_review and life.happens(rates.MARK_BEFORE_MOVING):
            _a_babys_mark(life, seen, line["by"])
        return
    share = rates.MARK_WRITTEN_AT_REVIEW if line["by"] == VISITOR else rates.MARK_WRITTEN_ON_VISIT
    if reached(life, MotorStage.WALKING, seen.date()) and life.happens(share):
        sheet, region = _sheet(life, seen), life.chance.choice(("shin", "knee"))
        mark = _mark(life, seen, line["by"], sheet, witness="household", type="bruise", region=region)
        _account(life, seen, line["by"], mark, _way(life, seen.date()), MOTHER, sheet)


def _a_babys_mark(life: Life, seen: datetime, by: Line) -> None:
    """Asked about, told to the front door, and examined by a paediatrician the same day, who finds nothing to fear."""
    region = life.chance.choice(("forehead", "shin", "cheek", "forearm"))
    sheet = _sheet(life, seen)
    mark = _mark(life, seen, by, sheet, type="bruise", region=region, size_mm=6, witness="household")
    account = life.one_of({Mechanism.BUMPED_INTO: 30, Mechanism.JUST_NOTICED: 50, Mechanism.HIT_BY_OBJECT: 20})
    _account(life, seen, by, mark, account, MOTHER, sheet)
    worry(life, seen + timedelta(minutes=30), by, harm="not_said", outcome="no_further_action", decided_after_hours=5)
    asked = seen + timedelta(minutes=40)
    life.add(asked, by, "medical", stage="asked_for", injuries=[mark])
    opinion = life.one_of({"accidental_probable": 75, "medical_cause": 25})
    examined = life.add(
        asked + timedelta(hours=3), DOCTOR, "medical", stage="examined", opinion=opinion, injuries=[mark]
    )
    for who in (GP, VISITOR, DECIDER):
        life.tell(examined, asked + timedelta(hours=3, minutes=10), DOCTOR, who, after=0)


# --- at hospital -----------------------------------------------------------------------------------------------------


def _at_hospital(life: Life, seen: datetime) -> None:
    """An accident somebody saw, brought within hours: mostly a bumped head; seldom a scald or a broken bone."""
    sort, region = life.one_of(
        {("swelling", "forehead"): 40, ("cut", "chin"): 12, ("cut", "forehead"): 15, ("cut", "lip"): 12,
         ("cut", "scalp_back"): 9, ("scald", "forearm"): 5, ("fracture", "forearm"): 4, ("fracture", "shin"): 3}
    )  # fmt: skip
    life.add(seen, NURSE, "attendance", attended="brought", what_for="an accident at home")
    sheet, witness = _sheet(life, seen), "household" if life.happens(0.9) else "nobody"
    mark = _mark(life, seen, NURSE, sheet, type=sort, region=region, needed_care="yes", witness=witness)
    way = Mechanism.PULLED_ONTO_SELF if sort == "scald" else _way(life, seen.date())
    teller = life.one_of({MOTHER: 60.0, **_fathers(life)})
    claimed = seen - timedelta(minutes=life.chance.randint(40, 150))
    times: Line = {"claimed_at": claimed.isoformat(), "help_sought_at": (claimed + timedelta(minutes=30)).isoformat()}
    said: Line = {"injury": mark, "given": "asked", "mechanism": way.value, "teller": teller, "who_had_care": teller}
    life.add(seen, NURSE, "account", **said, **times, **sheet)
    if sort in ("fracture", "scald"):
        opinion: Line = {"stage": "examined", "opinion": "accidental_probable", "injuries": [mark]}
        life.add(seen + timedelta(hours=2), DOCTOR, "medical", **opinion)
    for who in (GP, VISITOR):
        life.tell(mark, life.days_on(seen, 1), NURSE, who, how="letter")
    life.add(life.days_on(seen, 4), VISITOR, "liaison", with_agency="surgery", about=(CHILD,))
    _tell_whoever_works_with_the_child(life, mark, seen, NURSE)
