"""Worries in an ordinary life: told by somebody, decided with reasons once history is read, and the teller told."""

from __future__ import annotations

from datetime import datetime, timedelta

from bench import ordinary_rates as rates
from bench.ordinary_life import DECIDER, GRANDMOTHER, HELPER, NURSERY, ON_DUTY, VISITOR, WORKER, Life, Line

REASONS = {
    "no_further_action": "Rung the family and the nursery: nothing more behind it. The health visitor looks in.",
    "advice": "Advice given on the telephone; the family knows whom to ring.",
    "early_help": "Offered to the family, who will think about it.",
    "already_open": "For the worker, who rang the family the same day.",
}

#: Responses that a second person who decides reads, and who that is.
DOING_LESS = frozenset({"no_further_action", "advice", "early_help"})
SECOND: Line = {"role": "hub_decision_maker", "agency": "hub", "name": "Colm Brady"}


def worries(life: Life) -> None:
    """So many a year, told by nursery, health visitor, a relative or a neighbour; some of them at night."""
    for day in life.days(rates.WORRIES[life.is_open]):
        teller = life.one_of(rates.TELLERS)
        if teller == "nursery" and not life.is_at_nursery(day):
            teller = "health_visitor"
        harm = life.one_of(rates.HARMS)
        if teller in ("grandparent", "neighbour") and life.happens(rates.OUT_OF_HOURS / 0.35):
            _out_of_hours(life, life.on(day, (19, 22)), teller, harm)
            continue
        by = {"nursery": NURSERY, "health_visitor": VISITOR}.get(teller, DECIDER)
        worry(life, life.on(day), by, harm=harm, teller=teller)


def worry(
    life: Life,
    at: datetime,
    by: Line,
    *,
    harm: str,
    outcome: str = "",
    teller: str = "",
    decided_after_hours: float | None = None,
    to: str = "",
) -> str:
    """Told, history read, decided, and the teller told. The decision's id."""
    own: Line = {"told_by": GRANDMOTHER} if teller == "grandparent" else {}
    told = life.add(at, by, "contact", about=life.children, harm=harm, **own, said=f"Told by a {teller or by['role']}.")
    return _decide(life, told, at, by, outcome, decided_after_hours)


def _out_of_hours(life: Life, at: datetime, teller: str, harm: str) -> None:
    """The Emergency Duty Service takes it, and hands it to the hub by name in the morning."""
    own: Line = {"told_by": GRANDMOTHER} if teller == "grandparent" else {}
    told = life.add(at, ON_DUTY, "contact", about=life.children, harm=harm, **own)
    handed = life.add(
        at + timedelta(minutes=30), ON_DUTY, "handover", of=told, to_agency="hub", to_name=DECIDER["name"]
    )
    morning = life.days_on(at, 1).replace(hour=9, minute=10)
    life.add(morning, DECIDER, "handover_accepted", handover=handed)
    _decide(life, told, morning, DECIDER, "", None)


def _decide(life: Life, told: str, at: datetime, by: Line, outcome: str, after_hours: float | None) -> str:
    if after_hours is not None:
        decided = at + timedelta(hours=after_hours)
    else:
        days = 2 if life.happens(rates.DECIDED_LATE) else life.one_of({0: 45, 1: 55})
        decided = life.days_on(at, days) + timedelta(minutes=45 if days == 0 else 0)
    found = life.episode(decided)
    outcome = outcome or ("already_open" if found else life.one_of(rates.OUTCOMES))
    life.add(decided - timedelta(minutes=20), DECIDER, "history_check", about=life.children)
    said: Line = {"contact": told, "outcome": outcome, "said": REASONS.get(outcome, "Decided on what is known.")}
    decision = life.add(decided, DECIDER, "threshold_decision", about=life.children, **said)
    if outcome in DOING_LESS:
        read = decided + timedelta(hours=life.one_of({1: 60, 4: 30, 26: 10}))
        life.add(read, SECOND, "authorisation", about=life.children, decision=decision, agrees="yes")
    for who in life.circle(decided):
        life.tell(decision, decided, DECIDER, who)
    if found:
        life.tell(decision, decided, DECIDER, HELPER if found.service == "early_help" else WORKER, after=0)
    return decision


def read_the_history(life: Life) -> None:
    """Once all is told: each check of the history names what was on record by then of worries, services and marks."""
    kinds = ("contact", "injury", "involvement", "threshold_decision", "stepped_down")
    before = sorted((line["at"], line["id"]) for line in life.lines if line["kind"] in kinds)
    for check in (line for line in life.lines if line["kind"] == "history_check"):
        check["read"] = [entry for at, entry in before if at < check["at"]]
