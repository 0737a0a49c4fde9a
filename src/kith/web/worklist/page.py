"""My work, from what stands on somebody's desk."""

from kith.duties.desk import OnDesk
from kith.journey.reading import Desk
from kith.policy.calendar import london_day
from kith.web.shown import MyWorkPage, ShownWaiting
from kith.web.telling import child_url, owed_by_words, shown_duty, told
from kith.web.words import clock_words, day_words


def my_work_page(desk: Desk) -> MyWorkPage:
    """The most serious is the warning, if anything is serious; all the rest by time."""
    duties = tuple(
        shown_duty(one, desk.children[one.finding.subject.id], desk.facts, desk.names, desk.now) for one in desk.mine
    )
    serious = bool(duties) and duties[0].kind == "serious"
    return MyWorkPage(
        sentence=_sentence(desk),
        warning=duties[0] if serious else None,
        needs_me=duties[1:] if serious else duties,
        waiting=tuple(_waiting(one, desk) for one in desk.others),
    )


def _sentence(desk: Desk) -> str:
    if not desk.mine:
        return "Nothing stands open that is yours to answer."
    serious = sum(one.finding.is_serious for one in desk.mine)
    children = len({one.finding.subject.id for one in desk.mine})
    late = sum(bool(one.finding.due_at and one.finding.due_at <= desk.now) for one in desk.mine)
    parts = [_count(len(desk.mine), "thing"), f"for {_count(children, 'child', 'children')}"]
    said = " ".join(parts) + (" needs" if len(desk.mine) == 1 else " need") + " you"
    more = [_count(serious, "serious concern")] if serious else []
    more += [f"{late} past the time"] if late else []
    return f"{said}: {' and '.join(more)}." if more else f"{said}."


def _waiting(one: OnDesk, desk: Desk) -> ShownWaiting:
    finding = one.finding
    since = day_words(london_day(one.opened_at), london_day(desk.now))
    due = f"; {clock_words(finding.due_at, desk.now, finding.clock).words}" if finding.due_at and finding.clock else ""
    return ShownWaiting(
        what=told(finding, desk.children[finding.subject.id], kept_back=not set(finding.evidence) <= set(desk.facts)),
        detail=f"With {owed_by_words(finding, desk.names)} since {since}{due}.",
        url=child_url(finding.subject.id),
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
