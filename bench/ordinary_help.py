"""A life's time open to services, worked as practice asks: visits, checks, plans, supervision, liaison, a proper end."""

from __future__ import annotations

from datetime import datetime, timedelta

from bench import ordinary_rates as rates
from bench.ordinary_life import (
    FATHER,
    HELPER,
    HELPERS_MANAGER,
    MANAGER,
    MOTHER,
    NEXT_WORKER,
    NURSERY,
    PARTNER,
    VISITOR,
    WORKER,
    Episode,
    Life,
    Line,
)
from bench.ordinary_worries import worry


def help_given(life: Life) -> None:
    """For half of the lives: a worry, a service that begins, its work, and for most of them its end."""
    if not life.is_open:
        return
    kind = life.one_of(rates.SERVICES)
    begun = life.on(life.begins + timedelta(days=life.chance.randint(*rates.OPENS_AFTER)))
    referrer = NURSERY if life.is_at_nursery(begun.date()) and life.happens(0.5) else VISITOR
    outcome = "early_help" if kind == "early_help" else "assessment"
    harm = life.one_of(rates.HARMS)
    decision = worry(life, begun, referrer, harm=harm, outcome=outcome, decided_after_hours=4)
    opens = life.days_on(begun, 2)
    if kind == "early_help":
        _plan(life, opens, kind, harm, decision)
        return
    assessed = _assessment(life, opens, harm, goes_on=kind == "child_in_need")
    if kind == "child_in_need" and assessed < life.until:
        _plan(life, assessed, kind, harm, "")


def _assessment(life: Life, opens: datetime, harm: str, *, goes_on: bool) -> datetime:
    """Social care's assessment: the child seen, the adults checked and heard, authorised by a manager. When it ended."""
    days = life.chance.randint(*rates.ASSESSMENT_TAKES) + (6 if life.happens(rates.ASSESSMENT_LATE) else 0)
    ended = life.days_on(opens, days)
    involvement = _open(life, opens, "assessment", harm, ended)
    life.add(opens + timedelta(hours=1), WORKER, "assessment", about=life.children, stage="started")
    _checks(life, opens)
    _visits(life, opens, ended, "assessment", WORKER, first_after=3)
    _fathers(life, opens, ended, WORKER)
    _supervisions(life, opens, ended, MANAGER)
    _liaison(life, opens, ended)
    authorised: Line = {"stage": "authorised", "recommends": "a plan" if goes_on else "universal services"}
    done = life.add(ended - timedelta(minutes=30), MANAGER, "assessment", about=life.children, **authorised)
    for who in life.circle(ended):
        life.tell(done, ended, WORKER, who)
    if goes_on:
        life.add(ended, MANAGER, "stepped_down", about=life.children, involvement=involvement, to="child_in_need")
    else:
        _end(life, ended, involvement, WORKER, MANAGER)
    return ended


def _plan(life: Life, opens: datetime, kind: str, harm: str, decision: str) -> None:
    """A child in need plan or early help, with everybody told, until it is met; or it still goes on."""
    worker, manager = (HELPER, HELPERS_MANAGER) if kind == "early_help" else (WORKER, MANAGER)
    ended = life.on((opens + timedelta(days=life.chance.randint(*rates.PLAN_LASTS))).date())
    involvement = _open(life, opens, kind, harm, ended)
    if kind == "child_in_need":
        decision = life.add(opens, manager, "decision", about=life.children, what="section_17", reasons=["context"])
    for who in life.circle(opens):
        life.tell(decision, opens, manager, who)
    if kind == "early_help":
        done = life.days_on(opens, life.chance.randint(15, 30))
        life.add(opens + timedelta(hours=2), worker, "assessment", about=life.children, stage="started")
        life.add(done, worker, "assessment", about=life.children, stage="completed", recommends="help with routines")
    _visits(life, opens, ended, kind, worker, first_after=4)
    _fathers(life, opens, ended, worker)
    _supervisions(life, opens, ended, manager)
    _liaison(life, opens, ended)
    for day in life.every((42, 85), opens.date(), ended.date()):
        heard = [MOTHER, *([] if life.father == "not_named" else [FATHER])]
        life.add(life.on(day), worker, "family_meeting", about=life.children, what="plan review", heard=heard)
        says = life.one_of({"coping": 75, "needs_help": 25})
        life.add(life.on(day), worker, "carer_statement", about=life.children, teller=MOTHER, says=says)
    if kind == "child_in_need" and life.happens(rates.WORKER_CHANGES):
        _another_worker(life, involvement, opens + (ended - opens) / 2)
    _end(life, ended, involvement, worker, manager)


def _open(life: Life, opens: datetime, kind: str, harm: str, ended: datetime) -> str:
    """The involvement and who works with the child, by name."""
    manager, worker = (HELPERS_MANAGER, HELPER) if kind == "early_help" else (MANAGER, WORKER)
    then: Line = {"at": opens + timedelta(minutes=4), "together": f"open-{kind}", "about": life.children}
    with_agency: Line = {"with_agency": worker["agency"], "service": kind, "harm": harm}
    involvement = life.add(opens, manager, "involvement", **with_agency, **then)
    named: Line = {"worker_name": worker["name"], "worker_role": worker["role"]}
    life.add(opens, manager, "allocation", involvement=involvement, **named, **then)
    for who in life.circle(opens):
        life.tell(involvement, opens + timedelta(minutes=20), manager, who)
    life.episodes.append(Episode(service=kind, begins=opens, ends=ended))
    return involvement


# --- the work --------------------------------------------------------------------------------------------------------


def _visits(life: Life, opens: datetime, ended: datetime, kind: str, worker: Line, first_after: int) -> None:
    """Counted from the visit before, some late, some with nobody in and tried again; written up by the next days."""
    visit = life.days_on(opens, first_after)
    number = 0
    while visit < ended:
        if life.happens(rates.NOBODY_IN):
            life.add(visit, worker, "visit", about=life.children, outcome="nobody_in", seen="no", place="home")
            visit = life.days_on(visit, life.chance.randint(1, 3))
        _visit(life, visit, worker, number)
        number += 1
        late = life.chance.randint(*rates.DAYS_LATE) if life.happens(rates.LATE_VISIT) else 0
        visit = life.on(visit.date() + timedelta(days=life.chance.randint(*rates.VISIT_EVERY[kind]) + late))


def _visit(life: Life, visit: datetime, worker: Line, number: int) -> None:
    written_up = life.days_on(visit + timedelta(hours=1), life.one_of({0: 60, 1: 30, 3: 10}))
    then: Line = {"at": written_up, "together": f"visit-{len(life.lines)}", "about": life.children}
    place = "fathers_home" if life.father == "elsewhere" and number % 4 == 3 else "home"
    alone = life.one_of({"yes": 60, "no": 40})
    life.add(visit, worker, "visit", outcome="made", seen="yes", seen_alone=alone, place=place, **then)
    for theme in ("home", "sleep") if number % 2 == 0 else ("interaction", "childs_words"):
        life.add(visit, worker, "observation", theme=theme, sense=life.one_of(rates.SENSES), **then)


def _checks(life: Life, opens: datetime) -> None:
    """Who the adults are is asked of the police on the first days, and answered within weeks."""
    adults = [MOTHER, *([] if life.father == "not_named" else [FATHER]), *([PARTNER] if life.has_partner else [])]
    asked, answered = life.days_on(opens, 2), life.days_on(opens, life.chance.randint(5, 12))
    for adult in adults:
        result = "something_found" if life.happens(rates.CHECK_FINDS) else "nothing_found"
        for at, what in ((asked, "asked"), (answered, result)):
            then: Line = {"about": life.children, "asked_of": "police", "together": f"check-{what}-{adult}"}
            life.add(at, WORKER, "adult_check", adult=adult, result=what, **then)


def _fathers(life: Life, opens: datetime, ended: datetime, worker: Line) -> None:
    """The father is spoken to in the first days, and again, wherever he lives; so is a partner."""
    first = life.days_on(opens, life.chance.randint(2, 7))
    adults = [*([] if life.father == "not_named" else [FATHER]), *([PARTNER] if life.has_partner else [])]
    for adult in adults:
        plan: Line = {"adult": adult, "safe_to_contact": "yes", "about": life.children}
        life.add(life.days_on(opens, 1), worker, "adult_plan", **plan)
        days = [first.date(), *life.every(rates.FATHER_SPOKEN_TO_EVERY[True], first.date(), ended.date())]
        for day in days:
            life.add(life.on(day), worker, "adult_spoken_to", adult=adult, about=life.children)


def _supervisions(life: Life, opens: datetime, ended: datetime, manager: Line) -> None:
    """Held when it was said to be next, one in ten a week late."""
    held = life.days_on(opens, life.chance.randint(8, 18))
    while held < ended:
        due = held.date() + timedelta(days=life.chance.randint(*rates.SUPERVISED_EVERY))
        left = ["whose_view_we_rely_on"] if life.happens(0.1) else []
        said: Line = {"next_on": due.isoformat(), "open_lines": left}
        life.add(held, manager, "supervision", about=life.children, **said)
        held = life.on(due + timedelta(days=7 if life.happens(0.1) else 0))


def _liaison(life: Life, opens: datetime, ended: datetime) -> None:
    """The GP practice and the health visiting team talk about the child every month, mostly."""
    for day in life.every(rates.LIAISON_EVERY, opens.date(), ended.date()):
        if not life.happens(rates.LIAISON_LEFT_OUT):
            life.add(life.on(day), VISITOR, "liaison", with_agency="surgery", about=life.children)


def _another_worker(life: Life, involvement: str, at: datetime) -> None:
    moment = life.on(at.date())
    named: Line = {"worker_name": NEXT_WORKER["name"], "worker_role": "social_worker"}
    life.add(moment, MANAGER, "allocation", about=life.children, involvement=involvement, **named)
    to: Line = {"of": involvement, "to_agency": "north", "to_name": NEXT_WORKER["name"]}
    handed = life.add(moment + timedelta(minutes=20), WORKER, "handover", about=life.children, **to)
    life.add(life.days_on(moment, 1), NEXT_WORKER, "handover_accepted", about=life.children, handover=handed)
    settled = life.days_on(moment, 2)
    for line in life.lines:  # what the one who left would have entered, the next one does
        if line["by"] == WORKER and datetime.fromisoformat(line["at"]) > settled:
            line["by"] = NEXT_WORKER


def _end(life: Life, ended: datetime, involvement: str, worker: Line, manager: Line) -> None:
    """Proposed a week before, everybody asked, history read, then closed to universal services, and everybody told."""
    proposed = life.on(ended.date() - timedelta(days=life.chance.randint(6, 9)))
    what: Line = {"what": "step_down", "involvement": involvement, "about": life.children, "said": "Its aims are met."}
    by = manager if worker == HELPER else worker
    said = life.add(proposed, by, "closing_proposed", **what)
    for who in life.circle(proposed):
        life.tell(said, proposed, by, who, after=0)
    life.add(ended - timedelta(minutes=50), manager, "history_check", about=life.children)
    closed = life.add(
        ended, manager, "stepped_down", about=life.children, involvement=involvement, to="universal",
        said="The plan's aims are met. Both parents agreed, and so did everybody who was asked.",
    )  # fmt: skip
    for who in life.circle(ended):
        life.tell(closed, ended, manager, who)
