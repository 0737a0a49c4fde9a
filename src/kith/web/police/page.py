"""The pages of police notifications: the batches, and the next incidents of one with what the police told."""

from dataclasses import dataclass
from datetime import datetime

from kith.intake.police_file import Row
from kith.intake.queries import Batch
from kith.journey.police import Incident, PoliceDesk, PolicePage
from kith.policy import standards
from kith.policy.calendar import london_day, time_in_words
from kith.policy.facts import Happened
from kith.policy.standards import Numbers
from kith.vocabulary import AtTheIncident, Certainty, Clock
from kith.web.forms.short import URGENCIES
from kith.web.police.forms import FileForm, IncidentForm, LeftForm
from kith.web.shown import ShownClock
from kith.web.words import clock_words, day_words, plain_day

_WAS = {
    AtTheIncident.PRESENT: "was there",
    AtTheIncident.HEARD: "heard it",
    AtTheIncident.NOT_THERE: "was not there",
    AtTheIncident.NOT_SAID: "the police do not say whether they were there",
}


@dataclass(frozen=True)
class ShownBatch:
    """A file: whose, when received, how many wait, and by when the last of them must be decided."""

    url: str
    title: str
    waiting: str
    due: ShownClock | None
    not_read: tuple[str, ...]


@dataclass(frozen=True)
class DeskPage:
    sentence: str
    batches: tuple[ShownBatch, ...]
    form: FileForm
    can_receive: bool


@dataclass(frozen=True)
class ShownIncident:
    """An incident as the police told it, and its form. `words` are each of their tellings once."""

    anchor: str
    title: str
    where: str
    lines: tuple[str, ...]
    words: tuple[str, ...]
    form: IncidentForm


@dataclass(frozen=True)
class BatchPage:
    """`saved` says what was saved just now, `wrong` are the incidents that could not be."""

    batch: ShownBatch
    sentence: str
    incidents: tuple[ShownIncident, ...]
    left: LeftForm
    saved: str
    wrong: bool
    colours: tuple[str, ...]


def desk_page(desk: PoliceDesk, form: FileForm) -> DeskPage:
    """Every batch, those with somebody waiting first, the oldest before the others."""
    waiting = sum(one.waiting for one in desk.batches)
    ordered = sorted(desk.batches, key=lambda one: (not one.waiting, one.at))
    return DeskPage(
        sentence=f"{_children(waiting)} to be looked at."
        if waiting
        else "Nobody in a file from the police is waiting.",
        batches=tuple(_batch(one, desk.now) for one in ordered),
        form=form,
        can_receive=bool(desk.forces),
    )


def batch_page(page: PolicePage, forms: list[IncidentForm], left: LeftForm, saved: int) -> BatchPage:
    """The next incidents of a batch, each with its form; `saved` how many were saved just now."""
    shown = sum(len(form.incident.children) for form in forms)
    batch = page.batch
    more = f" The next {shown} are on this page." if shown < batch.waiting else ""
    return BatchPage(
        batch=_batch(batch, page.now),
        sentence=f"{_children(batch.waiting)} to be looked at.{more}"
        if batch.waiting
        else "Nobody in this file is waiting.",
        incidents=tuple(_incident(form, page.now) for form in forms),
        left=left,
        saved=_on_the_board(batch.contacts) if saved else "",
        wrong=bool(left.errors or any(form.errors for form in forms)),
        colours=tuple(words for _, words in URGENCIES),
    )


def _on_the_board(contacts: int) -> str:
    """All that were saved of the file, at this press or before: whoever counts its incidents counts these."""
    if contacts == 1:
        return "1 contact from this file is on the front door’s board."
    return f"{contacts} contacts from this file are on the front door’s board."


def _children(count: int) -> str:
    return "1 child waits" if count == 1 else f"{count} children wait"


def _batch(batch: Batch, at: datetime) -> ShownBatch:
    due = Numbers().due(standards.REFERRAL_DECIDED, batch.at) if batch.waiting else None
    day = day_words(london_day(batch.at), london_day(at))
    return ShownBatch(
        url=f"/front-door/police/{batch.id}/",
        title=f"{batch.force_name}, received {day}, {time_in_words(batch.at)}",
        waiting=f"{batch.waiting} of {batch.rows} waiting" if batch.waiting else f"{batch.rows} received, none waiting",
        due=clock_words(due, at, Clock.WORKING) if due else None,
        not_read=batch.not_read,
    )


def _incident(form: IncidentForm, at: datetime) -> ShownIncident:
    incident: Incident = form.incident
    rows = [one.row for one in incident.children]
    first = incident.first
    return ShownIncident(
        anchor=f"incident-{first.id.hex}",
        title=f"{_when(first.happened, at)}: {' and '.join(_called(row) for row in rows)}",
        where=", ".join(one for one in (f"Police incident {first.incident}", first.address) if one),
        lines=tuple(_lines(incident, at)),
        words=tuple(dict.fromkeys(row.words for row in rows if row.words)),
        form=form,
    )


def _called(row: Row) -> str:
    return row.child_name or "a child without a name"


def _lines(incident: Incident, at: datetime) -> list[str]:
    first, today = incident.first, london_day(at)
    graded = [f"Graded {first.grading} by the police."] if first.grading else []
    adults = [
        f"{one.adult.name or 'Somebody'}, born {plain_day(one.adult.born, today)}" if one.adult.born else one.adult.name
        for one in incident.adults
    ]
    between = [f"Adults named: {'; '.join(adults)}."] if adults else ["No adult is named."]
    return [*graded, *between, *(_of_child(one.row, at) for one in incident.children)]


def _of_child(row: Row, at: datetime) -> str:
    born = f", born {plain_day(row.child_born, london_day(at))}," if row.child_born else ""
    school = f" School, as told: {row.school}." if row.school else " No school is named."
    called = _called(row)
    return f"{called[:1].upper()}{called[1:]}{born} {_WAS[row.child_was]}.{school}"


def _when(happened: Happened, at: datetime) -> str:
    day = day_words(london_day(happened.start), london_day(at))
    said = f"{day}, {time_in_words(happened.start)}" if happened.certainty == Certainty.EXACT else day
    return f"{said[:1].upper()}{said[1:]}"
