"""The inner pages of a child's record: the whole chronology, the adults, decisions and actions, all that stands open."""

from dataclasses import dataclass, replace
from uuid import UUID

from kith.journey.reading import Record
from kith.policy.calendar import london_day
from kith.policy.facts import Fact
from kith.policy.facts.casework import Action, ActionDone, Decision
from kith.policy.facts.family import AdultCheck, AdultPlan, AdultSpokenTo, KeyAdult
from kith.policy.facts.front_door import ThresholdDecision
from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import Answered, CheckResult, Identity, Role
from kith.web.child.entries import kept_back_words, shown_documents, shown_entries
from kith.web.child.head import Head, head_of
from kith.web.child.relatives import relative
from kith.web.kinds import GROUPS
from kith.web.shown import ShownClock, ShownDuty, ShownEntry
from kith.web.telling import child_url, shown_duty, shown_entry
from kith.web.words import age_of, capital, clock_words, day_words, happened_words, quoted


@dataclass(frozen=True)
class ChronologyPage:
    """Every entry, or those that were asked for; `sentence` says in words which, `kept_back` what is left out."""

    head: Head
    sentence: str
    kept_back: str
    entries: tuple[ShownEntry, ...]
    groups: tuple[str, ...]
    agencies: tuple[tuple[str, str], ...]
    group: str
    agency: str


def chronology_page(record: Record, *, group: str = "", agency: str = "") -> ChronologyPage:
    """The chronology, of one group of kinds or one agency when they are asked for."""
    every = record.entries
    kinds = dict(GROUPS).get(group)
    chosen = [one for one in every if (not kinds or one.kind in kinds) and agency in ("", str(one.agency))]
    agencies = sorted({(str(one.agency), record.names.agency(one.agency)) for one in every}, key=lambda one: one[1])
    known = dict(agencies)
    said = f": “{group.lower()}”" if kinds else ""
    source = f" from {known[agency]}" if agency in known else ""
    some = f"{len(chosen)} of " if said or source else ""
    many = "1 entry" if len(every) == 1 else f"{len(every)} entries"
    return ChronologyPage(
        head=head_of(record, "chronology/"),
        sentence=f"{some}{many}{said}{source}, newest first.",
        kept_back=kept_back_words(record, kinds or ()),
        entries=shown_entries(record, chosen),
        groups=tuple(name for name, _ in GROUPS),
        agencies=tuple(agencies),
        group=group if kinds else "",
        agency=agency if agency in known else "",
    )


@dataclass(frozen=True)
class ToDoPage:
    """All that stands open for a child, the most urgent first."""

    head: Head
    sentence: str
    duties: tuple[ShownDuty, ...]


def to_do_page(record: Record) -> ToDoPage:
    """Every duty of the child, each as a row."""
    child, now = record.picture.child, record.picture.at
    duties = tuple(
        shown_duty(one, child, record.facts, record.names, now, record.actor, as_="row") for one in record.standing
    )
    many = (
        "1 thing stands" if len(duties) == 1 else f"{len(duties) or 'Nothing'} {'things stand' if duties else 'stands'}"
    )
    return ToDoPage(head=head_of(record, "to-do/"), sentence=f"{many} open.", duties=duties)


@dataclass(frozen=True)
class AdultRow:
    """An adult: their part in the child's life, how we know, and what is still to be found out."""

    name: str
    unknown: bool
    named: bool
    part: str
    how_we_know: str
    to_find_out: tuple[str, ...]


@dataclass(frozen=True)
class AdultsPage:
    head: Head
    sentence: str
    adults: tuple[AdultRow, ...]
    write_url: str


def adults_page(record: Record) -> AdultsPage:
    """Key adults and who lives with the child, those we know least of first."""
    picture = record.picture
    said: dict[UUID, list[Fact]] = {}
    for one in reversed(tuple(picture.key_adults.backwards())):
        said.setdefault(one.adult, []).append(one)
    for member in picture.household():
        for who in member.about:
            said.setdefault(who, []).append(member)
    children = {picture.id, *(one.id for one in picture.siblings())}
    rows = [_adult(who, facts, record) for who, facts in said.items() if who not in children]
    rows.sort(key=lambda row: (-len(row.to_find_out), row.name))
    gaps = sum(row.unknown for row in rows)
    return AdultsPage(
        head=head_of(record, "adults/"),
        sentence=_adults_sentence(len(rows), gaps),
        adults=tuple(rows),
        write_url=f"{child_url(picture.id)}write/key_adult",
    )


def _adults_sentence(adults: int, gaps: int) -> str:
    if not adults:
        return "Nobody has entered who looks after this child."
    many = "1 adult is" if adults == 1 else f"{adults} adults are"
    return f"{many} on record" + (f"; {gaps} of them we cannot name." if gaps else ".")


def _adult(who: UUID, said: list[Fact], record: Record) -> AdultRow:
    picture, today = record.picture, london_day(record.picture.at)
    person = picture.person(who)
    last = said[-1]
    age = age_of(person, today) if person.born_from else ""
    name = quoted(person.name) if person.name and person.identity != Identity.KNOWN else person.name
    return AdultRow(
        name=name or "Somebody we have not identified yet",
        unknown=person.identity != Identity.KNOWN,
        named=bool(name),
        part=", ".join(one for one in (capital(relative(picture, person)), age) if one)
        or "Nobody has said what they are to the child",
        how_we_know=f"Said by {record.names.agency(last.agency)}, {day_words(london_day(last.at), today)}",
        to_find_out=tuple(_gaps(who, said, record)),
    )


def _gaps(who: UUID, said: list[Fact], record: Record) -> list[str]:
    picture = record.picture
    person = picture.person(who)
    checks = picture.of(AdultCheck).belonging_to(who)
    answered = any(one.result in (CheckResult.NOTHING_FOUND, CheckResult.SOMETHING_FOUND) for one in checks)
    adult = [one for one in said if isinstance(one, KeyAdult)]
    asked = [
        ("full name", not person.name or person.identity != Identity.KNOWN),
        ("date of birth", person.born_from is None),
        ("whether they look after the child alone", not adult or adult[-1].cares_alone == Answered.NOT_RECORDED),
        ("what checks found", not answered),
        ("what they say themselves", not picture.of(AdultSpokenTo).belonging_to(who)),
    ]
    gaps = [words for words, is_open in asked if is_open]
    plan = picture.of(AdultPlan).belonging_to(who)
    if plan and plan[-1].safe_to_contact == Answered.NO:
        gaps = [words for words in gaps if words != "what they say themselves"]
    return gaps


@dataclass(frozen=True)
class ActionRow:
    """An action: what, who, by when, and where it stands, or the gap."""

    what: str
    owner: str
    has_gap: bool
    due: ShownClock | None
    state: str
    shown_by: str
    done_url: str


@dataclass(frozen=True)
class DecisionRow:
    entry: ShownEntry
    actions: tuple[ActionRow, ...]
    action_url: str
    revisit_url: str


@dataclass(frozen=True)
class DecisionsPage:
    head: Head
    sentence: str
    decisions: tuple[DecisionRow, ...]


def decisions_page(record: Record) -> DecisionsPage:
    """What was decided, newest first, and what somebody must do because of it."""
    every = [one for one in record.entries if isinstance(one, Decision | ThresholdDecision)]
    rows = tuple(decision_row(one, record) for one in every)
    waiting = sum(not action.state.startswith("Done") for row in rows for action in row.actions)
    many = "1 decision" if len(rows) == 1 else f"{len(rows)} decisions"
    return DecisionsPage(
        head=head_of(record, "decisions/"),
        sentence=f"{many} on record; {waiting or 'no'} {'action' if waiting == 1 else 'actions'} not done yet.",
        decisions=rows,
    )


def decision_row(fact: Fact, record: Record) -> DecisionRow:
    """A decision with its actions."""
    url = child_url(record.picture.id)
    actions = record.picture.of(Action).belonging_to(fact.entry)
    return DecisionRow(
        entry=replace(shown_entry(fact, record.names, record.picture.at), documents=shown_documents(record, fact)),
        actions=tuple(_action(one, record) for one in actions),
        action_url=f"{url}write/action?decision={fact.entry}" if fact.kind == "decision" else "",
        revisit_url=f"{url}write/decision?revisits={fact.entry}",
    )


def _action(action: Action, record: Record) -> ActionRow:
    today = london_day(record.picture.at)
    done = record.picture.of(ActionDone).belonging_to(action.entry)
    role = "" if action.owner_role == Role.UNKNOWN else role_in_words(action.owner_role)
    agency = record.names.agency(action.owner_agency) if action.owner_agency else ""
    owner = ", ".join(one for one in (action.owner_name, role, agency) if one)
    state = (
        f"Done, {happened_words(done[-1].happened.start, done[-1].happened.end, done[-1].happened.certainty, today)}"
        if done
        else "Not done yet"
    )
    return ActionRow(
        what=action.said or "Nobody wrote down what is to be done",
        owner=owner or "Nobody owns it yet",
        has_gap=not owner or action.due_at is None or not action.shown_done_by,
        due=clock_words(action.due_at, record.picture.at, "elapsed") if action.due_at and not done else None,
        state=state,
        shown_by=action.shown_done_by or "Nobody has said what will show it is done",
        done_url="" if done else f"{child_url(record.picture.id)}write/action_done?action={action.entry}",
    )
