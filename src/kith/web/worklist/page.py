"""My work, from what stands on somebody's desk."""

from datetime import datetime
from uuid import UUID

from kith.duties.told import ToldDuty
from kith.informing.queries import MustHear
from kith.journey.lately import Lately, households
from kith.journey.reading import Desk
from kith.policy.calendar import london_day, time_in_words
from kith.policy.facts import Fact
from kith.policy.facts.front_door import Contact
from kith.policy.leave import Away
from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import SubjectKind
from kith.web.notices.page import because
from kith.web.ringing import leave_words
from kith.web.shown import DONE_SHOWN, TODOS_SHOWN, MyWorkPage, ShownDone, ShownDuty, ShownWaiting
from kith.web.telling import called, owed_by_words, shown_duty, shown_entry, subject_url, team_place, told
from kith.web.words import age_of, capital, clock_words, day_words


def my_work_page(desk: Desk, week: Lately, *, whole: bool = False, by_household: bool = False) -> MyWorkPage:
    """The most serious is the warning, if anything is serious; then three by time, or all, or all by household."""
    serious = bool(desk.mine) and desk.mine[0].finding.is_serious
    shown, others, done = desk.mine, desk.others, week.done
    if not whole and not by_household:
        shown, others, done = shown[: TODOS_SHOWN + serious], others[:TODOS_SHOWN], done[:DONE_SHOWN]
    duties = tuple(
        shown_duty(
            one,
            desk.subject(one),
            desk.facts,
            desk.names,
            desk.now,
            desk.actor,
            as_="box" if serious and number == 0 else "row",
        )
        for number, one in enumerate(shown)
    )
    return MyWorkPage(
        sentence=_sentence(desk),
        warning=duties[0] if serious else None,
        first=duties[1:] if serious else duties,
        more=len(desk.mine) - len(shown),
        more_url="/?show=all",
        waiting=tuple(_waiting(one, desk) for one in others),
        waiting_more=len(desk.others) - len(others),
        to_open=tuple(_to_open(one, week, desk.now) for one in week.to_open[:TODOS_SHOWN]),
        to_open_more=max(0, len(week.to_open) - TODOS_SHOWN),
        done=tuple(_done(fact, week, desk.now) for fact in done),
        done_more=len(week.done) - len(done),
        households=_by_household(duties, desk) if by_household else (),
        covering=tuple(_covering(one) for one in desk.covers),
        team=team_place(desk.actor),
    )


def _covering(one: Away) -> str:
    who = one.who
    return f"You cover for {who.name}, {role_in_words(who.role)}, {who.agency_name}, until {leave_words(one.ends)}."


def _by_household(duties: tuple[ShownDuty, ...], desk: Desk) -> tuple[tuple[str, tuple[ShownDuty, ...]], ...]:
    """The same duties, those for children of one household together, the most pressing household first."""
    homes = households(desk.children)
    called_of = {one.finding.subject.id: called(desk.subject(one)) for one in desk.mine}
    grouped: dict[UUID, list[ShownDuty]] = {}
    named: dict[UUID, set[UUID]] = {}
    for one, shown in zip(desk.mine, duties, strict=True):
        who = one.finding.subject.id
        home = homes.get(who, who)
        grouped.setdefault(home, []).append(shown)
        named.setdefault(home, set()).add(who)
    return tuple(
        (" and ".join(sorted(called_of[who] for who in named[home])), tuple(shown)) for home, shown in grouped.items()
    )


def _to_open(one: MustHear, week: Lately, at: datetime) -> ShownWaiting:
    day, today = london_day(one.at), london_day(at)
    since = f"today, {time_in_words(one.at)}" if day == today else day_words(day, today)
    child = week.names.people.get(one.child)
    name = f"{child.called}, {age_of(child, today)}" if child else week.names.person(one.child)
    return ShownWaiting(what=f"{name}: {because(one.why)}", detail=capital(since), url="/notices/")


def _done(fact: Fact, week: Lately, at: datetime) -> ShownDone:
    return ShownDone(
        when=day_words(london_day(fact.at), london_day(at)),
        child=" and ".join(week.names.person(who) for who in fact.about),
        what=shown_entry(fact, week.names, at).what,
        told=_heard(fact, week),
    )


def _heard(fact: Fact, week: Lately) -> str:
    """Who has heard of it; of a worry, and of what was told with it, that it is not over when it is sent."""
    must, have = week.heard.get(fact.entry, (0, 0))
    if must:
        return f"{have} of {must} have opened it"
    told = {one.occasion for one in week.done if isinstance(one, Contact)}
    return "The front door decides what follows" if fact.occasion in told else "On the record; no notice was sent"


def _sentence(desk: Desk) -> str:
    if not desk.mine:
        return "Nothing stands open that is yours to answer."
    serious = sum(one.finding.is_serious for one in desk.mine)
    subjects = {one.finding.subject for one in desk.mine}
    children = sum(one.kind == SubjectKind.CHILD for one in subjects)
    places = len(subjects) - children
    late = sum(bool(one.finding.due_at and one.finding.due_at <= desk.now) for one in desk.mine)
    whose = [_count(children, "child", "children")] if children else []
    whose += [_count(places, "team or setting", "teams and settings")] if places else []
    said = f"{_count(len(desk.mine), 'thing')} for {' and '.join(whose)}"
    said += (" needs" if len(desk.mine) == 1 else " need") + " you"
    more = [_count(serious, "serious concern")] if serious else []
    more += [f"{late} past the time"] if late else []
    return f"{said}: {' and '.join(more)}." if more else f"{said}."


def _waiting(one: ToldDuty, desk: Desk) -> ShownWaiting:
    finding, name = one.finding, called(desk.subject(one))
    sentence = told(finding, desk.subject(one), desk.facts, desk.names)
    near = day_words(london_day(one.opened_at), london_day(desk.now)).split(", ")[0]
    due = (
        f" {capital(clock_words(finding.due_at, desk.now, finding.clock).words)}."
        if finding.due_at and finding.clock
        else ""
    )
    return ShownWaiting(
        what=sentence if name in sentence else f"{name}: {sentence}",
        detail=f"With {owed_by_words(finding, desk.names)} since {near}.{due}",
        url=subject_url(finding),
    )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
