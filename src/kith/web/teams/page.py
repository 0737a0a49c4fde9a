"""A team's page, "Who has whom": children with nobody allocated first, then each worker's, with what is late."""

from dataclasses import dataclass, field
from datetime import datetime

from kith.journey.teams import Team, TeamChild
from kith.policy.calendar import instant, london_day
from kith.policy.leave import Away
from kith.policy.permissions import Actor, refusal_to_say_away, refusal_to_share_out
from kith.replay.entry_in_words import role_in_words
from kith.web.ringing import leave_words
from kith.web.shown import ShownPlace
from kith.web.teams.forms import ShareOutForm
from kith.web.telling import LABELS, child_url, team_url, told
from kith.web.words import age_of, capital, late_label


@dataclass(frozen=True)
class ShownTeamChild:
    """A child in the list. `number` is the box's place in the form; `label` is "Late: 2 days" or "Serious concern: decide
    now", of that `kind`, with what and how much more in `words`. `is_late` when the team is late with anything.
    """

    number: int
    id: str
    name: str
    url: str
    ticked: bool
    kind: str
    label: str
    words: str
    is_late: bool


@dataclass(frozen=True)
class ShownGroup:
    """One worker's children, or those of nobody. `lines` are what is to be known of the worker: away, covering."""

    title: str
    detail: str
    children: tuple[ShownTeamChild, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownLeave:
    """Leave of somebody of the team, now or to come. `away` is its id where the reader may say that they are back."""

    words: str
    away: str
    button: str
    who: str


@dataclass(frozen=True)
class TeamPage:
    """`nobody` are the children nobody was allocated to; `gone` those whose worker left, or cannot sign in."""

    name: str
    url: str
    sentence: str
    nobody: ShownGroup
    gone: tuple[ShownGroup, ...]
    workers: tuple[ShownGroup, ...]
    leave: tuple[ShownLeave, ...]
    form: ShareOutForm
    may_share_out: bool
    away_url: str
    ticked: str = ""
    children: int = field(default=0)


def team_page(team: Team, form: ShareOutForm) -> TeamPage:
    """The whole page, as its reader may use it."""
    ticked = set(form["child"].value() or ())
    numbers = {one.child.id: number for number, one in enumerate(team.in_order)}

    def shown(children: tuple[TeamChild, ...]) -> tuple[ShownTeamChild, ...]:
        return tuple(_child(one, team, numbers[one.child.id], ticked) for one in children)

    may = refusal_to_share_out(team.actor, team.agency.id) is None
    names = [one.child.called for one in team.in_order if str(one.child.id) in ticked]
    return TeamPage(
        name=team.agency.name,
        url=team_url(team.agency.id),
        sentence=_sentence(team),
        nobody=ShownGroup("Nobody allocated", _many(len(team.of(""))), shown(team.of(""))),
        gone=tuple(
            ShownGroup(
                name, "Left, or cannot sign in here. Choose who works with these children now.", shown(team.of(name))
            )
            for name in team.gone
        ),
        workers=tuple(_worker(one, team, shown(team.of(one.name))) for one in team.staff),
        leave=tuple(_leave(one, team) for one in team.leave.said if one.who.agency == team.agency.id),
        form=form,
        may_share_out=may,
        away_url=f"{team_url(team.agency.id)}away" if may_be_away(team) else "",
        ticked=" and ".join(names) if may else "",
        children=len(team.children),
    )


def may_be_away(team: Team) -> tuple[Actor, ...]:
    """Those of the staff whose leave the reader may enter: everybody's, or their own."""
    return tuple(
        one for one in team.staff if one.id and refusal_to_say_away(team.actor, one.id, team.agency.id) is None
    )


def teams_places(found: tuple[tuple[str, str], ...]) -> tuple[ShownPlace, ...]:
    """The teams to choose from."""
    return tuple(ShownPlace(name, url) for name, url in found)


def _sentence(team: Team) -> str:
    nobody, away = len(team.of("")), sum(bool(_away(one, team)) for one in team.staff)
    said = f"{_many(len(team.children))}."
    said += f" {nobody} with nobody allocated." if nobody else " Each has somebody." if team.children else ""
    return said + (f" {away} of {len(team.staff)} staff away now." if away else "")


def _many(number: int) -> str:
    return "1 child" if number == 1 else f"{number} children"


def _child(one: TeamChild, team: Team, number: int, ticked: set[str]) -> ShownTeamChild:
    age = age_of(one.child, london_day(team.now)).removeprefix("aged ")
    first, words = one.first, ""
    more = len(one.late) - (first in one.late)
    if first:
        words = told(first.finding, one.child, dict(team.facts), team.names)
        words += (f" And {more} more late." if first in one.late else f" Late besides: {more}.") if more else ""
    return ShownTeamChild(
        number=number,
        id=str(one.child.id),
        name=f"{one.child.called}, {age}" if age else one.child.called,
        url=child_url(one.child.id),
        ticked=str(one.child.id) in ticked,
        kind="serious" if one.serious else "late" if first else "",
        label=_label(one, team.now),
        words=words,
        is_late=bool(one.late),
    )


def _label(one: TeamChild, at: datetime) -> str:
    due = one.late[0].finding.due_at if one.late else None
    return LABELS["serious"] if one.serious else late_label(due, at) if due else ""


def _worker(one: Actor, team: Team, children: tuple[ShownTeamChild, ...]) -> ShownGroup:
    late = sum(child.is_late for child in children)
    said = f"{capital(role_in_words(one.role))}. {_many(len(children))}" + (
        f", {late} with something late." if late else "."
    )
    lines = []
    if away := _away(one, team):
        lines.append(f"Away until {leave_words(away.ends)}. {_who_covers(away, team)}")
    lines += [_covers_words(covered) for covered in _covering(one, team)]
    return ShownGroup(one.name, said, children, tuple(lines))


def _away(one: Actor, team: Team, at: datetime | None = None) -> Away | None:
    return team.leave.of(team.as_worker(one), at or team.now)


def _covering(one: Actor, team: Team) -> tuple[Away, ...]:
    """The leave, of colleagues here or elsewhere, that somebody covers now."""
    me = team.as_worker(one)
    holding = (said for said in team.leave.said if said.cover and said.cover.is_the_same(me) and said.holds(team.now))
    return tuple(said for said in holding if team.leave.of(said.who, team.now) == said)


def _covers_words(one: Away) -> str:
    return f"Covers for {one.who.name}, {one.who.agency_name}, until {leave_words(one.ends)}."


def _who_covers(away: Away, team: Team) -> str:
    """Who answers meanwhile: the cover by name, else who does in their place."""
    if away.cover and team.leave.of(away.cover, team.now) is None:
        elsewhere = f", {away.cover.agency_name}," if away.cover.agency != team.agency.id else ""
        return f"{away.cover.name}{elsewhere} covers."
    why = f"{away.cover.name} covers and is away too" if away.cover else "Nobody was named to cover"
    return f"{why}: the manager answers, else the duty desk."


def leave_line(one: Away, team: Team) -> str:
    """ "Amara Okafor is away until 4 January; Priya Nair covers." """
    begun = instant(one.begins) <= instant(team.now)
    cover = f"{one.cover.name} covers" if one.cover else "nobody was named to cover"
    since = "until" if begun else f"from {leave_words(one.begins)} until"
    return f"{one.who.name} is away {since} {leave_words(one.ends)}; {cover}."


def _leave(one: Away, team: Team) -> ShownLeave:
    begun = instant(one.begins) <= instant(team.now)
    may = any(who.name == one.who.name for who in may_be_away(team))
    return ShownLeave(
        words=leave_line(one, team),
        away=str(one.id) if may else "",
        button="Back already" if begun else "Call it off",
        who=one.who.name,
    )
