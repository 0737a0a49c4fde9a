"""Ordinary lives of children under five, told in the lines of a chronology file: for asking how much Kith speaks of them.

What is assumed. Nobody hurts these children, and the people round them work well, as people do: half are open to
services (child in need, early help, social care's assessment) for part of one or two years; visits, supervision,
liaison and checks on adults are made, a few of them late; what is decided is told and opened with small delays; one
appointment in ten is missed and made again; colds keep children from nursery; families move; fathers who live
elsewhere are spoken to. A nursery writes down ordinary bumps with what is said of them, and some that nobody saw. A few
babies have a mark before they move, and are examined the same day. Every number stands in `ordinary_rates.py`, with
where it comes from or “ours”.

What is left out, because it is not ordinary: violence between adults, strategy discussions, children who are looked
after or have a protection plan, disabled children. Nothing is left out because a rule would speak of it; nor does
anybody here know what the rules are. Answers to what Kith asks are added by `answering.py`.

The same seed gives the same lives. They are read by the reader of chronology files, so that no impossible state exists.
"""

from __future__ import annotations

import random
from datetime import timedelta

from bench import ordinary_rates as rates
from bench.ordinary_days import beginnings, family, health, nursery
from bench.ordinary_help import help_given
from bench.ordinary_life import LIVES_END, Life
from bench.ordinary_marks import marks
from bench.ordinary_worries import read_the_history, worries


def an_ordinary_life(number: int, *, seed: int = 0) -> Life:
    """One life, told to its end; every other one is open to services for a time."""
    life = a_life(number, seed=seed)
    # Help first: others ask whether the child is open to somebody. Each has chances of its own, so that a number changed
    # in one changes nothing in the others.
    for strand in (help_given, beginnings, health, nursery, family, marks, worries, read_the_history):
        life.chance = random.Random(f"{seed}:{number}:{strand.__name__}")
        strand(life)
    return life


def a_life(number: int, *, seed: int = 0) -> Life:
    """Who a child is and when they are told of; every other one is to be open to services. Nothing is entered yet."""
    chance = random.Random(f"{seed}:{number}")
    is_open = number % 2 == 1
    days = chance.randint(365, 730)
    ends = LIVES_END - timedelta(days=chance.randrange(150))
    begins = ends - timedelta(days=days)
    born = begins - timedelta(days=chance.randint(8, 5 * 365 - days - 10))
    nursery_age = chance.choice((270, 300, 390, 540, 730, 1095))
    place = max(born + timedelta(days=nursery_age), begins + timedelta(days=2))
    elsewhere = "elsewhere" if chance.random() < rates.FATHER_ELSEWHERE[is_open] else "with_us"
    return Life(
        number=number,
        chance=chance,
        born=born,
        begins=begins,
        ends=ends,
        is_open=is_open,
        pace=min(1.35, max(0.75, chance.gauss(1, 0.12))),
        father="not_named" if chance.random() < rates.FATHER_NOT_NAMED[is_open] else elsewhere,
        has_partner=elsewhere == "elsewhere" and chance.random() < rates.PARTNER[is_open],
        has_sibling=chance.random() < rates.SIBLING,
        nursery_from=place if chance.random() < rates.NURSERY_PLACE else None,
    )
