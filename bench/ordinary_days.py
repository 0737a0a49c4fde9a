"""Everyday strands of an ordinary life: the family as it is said, health reviews, nursery, fathers, moving house."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bench import ordinary_rates as rates
from bench.ordinary_life import (
    CHILD,
    FATHER,
    GP,
    MOTHER,
    NURSE,
    NURSERY,
    PARTNER,
    SIBLING,
    VISITOR,
    WORKER,
    Life,
    Line,
)
from kith.vocabulary import MotorStage

ILLNESSES = ("cough and fever", "ear infection", "rash", "sickness", "asthma check", "eczema")


def beginnings(life: Life) -> None:
    """A health visitor writes down who belongs to the child, and what the child can do, on the first day."""
    at = life.on(life.begins)
    then: Line = {"at": at + timedelta(minutes=40), "together": "beginnings"}
    at_home = [*life.children, MOTHER, *([FATHER] if life.father == "with_us" else [])]
    life.add(at, VISITOR, "household_membership", about=tuple(at_home), household="home", **then)
    life.add(
        at, VISITOR, "relationship", about=(MOTHER,), to=CHILD, relation="mother", parental_responsibility="yes", **then
    )
    _key_adult(life, at, MOTHER, "mother", "yes", "yes", then)
    life.add(at, VISITOR, "relationship", about=(FATHER,), to=CHILD, relation="father",
             parental_responsibility="not_recorded" if life.father == "not_named" else "yes", **then)  # fmt: skip
    if life.father == "elsewhere":
        life.add(at, VISITOR, "household_membership", about=(FATHER,), household="fathers_home", **then)
    if life.father != "not_named":
        stays = "yes" if life.father == "with_us" or life.happens(0.5) else "no"
        _key_adult(life, at, FATHER, "father", stays, stays, then)
    if life.has_partner:
        life.add(at, VISITOR, "household_membership", about=(PARTNER,), household="home", living="stays_over", **then)
        _key_adult(life, at, PARTNER, "parents_partner", "no", "yes", then)
    if life.has_sibling:
        life.add(at, VISITOR, "relationship", about=(SIBLING,), to=CHILD, relation="sibling", **then)
    about = life.children
    life.add(at, VISITOR, "involvement", about=about, with_agency="visitors", service="health_visiting", **then)
    life.add(at, VISITOR, "development", stage=life.stage(at.date()).value, **then)
    life.add(life.days_on(at, 1), GP, "involvement", about=about, with_agency="surgery", service="gp_registration")


def _key_adult(life: Life, at: datetime, who: str, relation: str, alone: str, overnight: str, then: Line) -> None:
    said: Line = {"adult": who, "relation": relation, "cares_alone": alone, "stays_overnight": overnight}
    life.add(at, VISITOR, "key_adult", about=life.children, **said, **then)


# --- health ----------------------------------------------------------------------------------------------------------


def health(life: Life) -> None:
    """Reviews and vaccines by age, the GP now and then, a fever at night; one appointment in ten is missed."""
    for days in rates.HEALTH_REVIEWS:
        if day := _within(life, days):
            _review(life, day)
    for days in rates.VACCINES:
        if day := _within(life, days):
            _appointment(life, day, GP, "vaccines")
    for day in life.days(rates.GP_CONTACTS):
        life.add(life.on(day), GP, "attendance", attended="brought", what_for=life.chance.choice(ILLNESSES))
    for day in life.days(rates.ILL_AT_HOSPITAL):
        at = life.on(day, (17, 23))
        came = life.add(at, NURSE, "attendance", attended="brought", what_for="fever")
        for who in (GP, VISITOR):
            life.tell(came, life.days_on(at, 1), NURSE, who, how="letter")


def _within(life: Life, days: int) -> date | None:
    day = life.born + timedelta(days=days)
    return day if life.begins + timedelta(days=3) < day < life.ends else None


def _appointment(life: Life, day: date, by: Line, what_for: str) -> date:
    """Kept, or missed and made again some two to four weeks later, however often. The day it was kept."""
    while life.happens(rates.MISSED):
        life.add(life.on(day), by, "attendance", attended="not_brought", what_for=what_for)
        day += timedelta(days=life.chance.randint(10, 28))
    life.add(life.on(day), by, "attendance", attended="brought", what_for=what_for)
    return day


def _review(life: Life, day: date) -> None:
    kept = life.on(_appointment(life, day, VISITOR, "health review"))
    life.add(kept, VISITOR, "development", stage=life.stage(kept.date()).value)
    life.add(kept, VISITOR, "observation", theme="interaction", sense="going_well", with_person=MOTHER)
    life.add(kept, VISITOR, "observation", theme="growth", sense="going_well")
    if life.happens(0.3):
        says = life.one_of({"coping": 60, "needs_help": 40})
        life.add(kept, VISITOR, "carer_statement", teller=MOTHER, says=says)


# --- nursery ---------------------------------------------------------------------------------------------------------


def nursery(life: Life) -> None:
    """A place, notes of the child's life there, what the child learns to do, and days away with a cold."""
    if life.nursery_from is None or life.nursery_from >= life.ends:
        return
    begins = life.nursery_from
    at = life.on(begins)
    life.add(at, NURSERY, "involvement", with_agency="nursery", service="nursery_place")
    life.add(at + timedelta(hours=1), NURSERY, "development", stage=life.stage(begins).value)
    for day in life.days(rates.NURSERY_NOTES, begins):
        said: Line = {"theme": life.one_of(rates.THEMES), "sense": life.one_of(rates.SENSES)}
        life.add(life.on(day), NURSERY, "observation", **said)
    for day in life.days(rates.ABSENCES, begins):
        life.add(life.on(day, (9, 10)), NURSERY, "attendance", attended="absent", what_for="session", said="A cold.")
    for day in life.every((rates.TERM, rates.TERM), begins, life.ends):
        life.add(life.on(day), NURSERY, "development", stage=life.stage(day).value)
    for stage in rates.FIRST_DONE:
        day = life.first_done(stage) + timedelta(days=life.chance.randint(1, 30))
        if life.is_at_nursery(day) and life.happens(rates.MILESTONE_WRITTEN) and life.stage(day) == stage:
            life.add(life.on(day), NURSERY, "development", stage=stage.value)


# --- family ----------------------------------------------------------------------------------------------------------


def family(life: Life) -> None:
    """A father who lives elsewhere is spoken to, by whoever works with the child; and families move."""
    if life.father == "elsewhere":
        for day in life.every(rates.FATHER_SPOKEN_TO_EVERY[False], life.begins, life.ends):
            life.add(life.on(day), VISITOR, "adult_spoken_to", adult=FATHER)
    homes = iter(("next_home", "home", "next_home", "home"))
    left = "home"
    for day, to in zip(life.days(rates.MOVES[life.is_open]), homes, strict=False):
        moved = life.on(day)
        at = life.days_on(moved, life.chance.randint(1, 15))
        by = WORKER if (found := life.episode(at)) and found.service != "early_help" else VISITOR
        together = f"move-{day}"
        who = (*life.children, MOTHER, *((FATHER,) if life.father == "with_us" else ()))
        for home, living in ((left, "left"), (to, "lives_there")):
            then: Line = {"at": at, "together": together, "household": home, "living": living}
            life.add(moved, by, "household_membership", about=who, **then)
        left = to


def reached(life: Life, stage: MotorStage, on: date) -> bool:
    """Whether the child can do this by a day."""
    return life.stage(on).order >= stage.order
