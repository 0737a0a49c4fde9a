"""Health appointments to which a child was not brought are counted together, and the family is asked what got in the way."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Attendance
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import CLINICIANS, entries_of, who_answers_for
from kith.policy.readings.lives import enough_since, first_news_since_answered, why_a_child_is_watched
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Attended, Clock, Role, Severity

#: So many missed make a pattern; families cancel too, and the first two times say nothing (ours; to be checked).
_PATTERN, _CANCELLED_FREELY = 2, 2


def _what_is_missing(picture: ChildPicture) -> str | None:
    if len(_missed(_appointments(picture))) < _PATTERN:
        return "two health appointments in half a year to which the child was not brought"
    if why_a_child_is_watched(picture) is None:
        return "social care or early help open to the child, or a concern that nobody has answered"
    return None


@rule(
    reads=ChildPicture,
    learning=(6, 8),
    why="A child does not bring himself. Missed appointments are a reason to ask what got in the way, and to offer help.",
    source="Case Study Luke, Summary of Learning, points 6 and 8. How many, how long and the limit are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("attendance",),
)
def missed_appointments_in_a_pattern(picture: ChildPicture) -> Iterator[Alert]:
    """Look into two health appointments in half a year to which a child we worry about was not brought."""
    appointments = _appointments(picture)
    missed = _missed(appointments)
    if len(missed) < _PATTERN:
        return
    why = why_a_child_is_watched(picture)
    if why is None:
        return
    news = (max(moment, why.at) for moment in enough_since(missed, lambda told: len(told) >= _PATTERN))
    counts_from = first_news_since_answered(picture, missed_appointments_in_a_pattern.__name__, news)
    yield Alert(
        about=picture.id,
        severity=Severity.CONSIDER,
        sentence=_sentence(picture, missed, appointments),
        do_next="with the health visitor or surgery, ask the family what got in the way and whether we made it hard, "
        "and record what you think.",
        evidence=entries_of(missed),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.MISSED_APPOINTMENTS_ANSWERED, counts_from),
        clock=Clock.WORKING,
    )


def _appointments(picture: ChildPicture) -> tuple[Attendance, ...]:
    """What health agencies entered: of what somebody else entered nobody says that it was for health."""
    attended = picture.of(Attendance).within(picture.numbers.span(standards.MISSED_APPOINTMENTS_WINDOW))
    return tuple(one for one in attended if picture.agency_is(one.agency, *CLINICIANS))


def _missed(appointments: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    """Those to which the child was not brought, and of those that were cancelled the third and later."""
    cancelled = [one for one in appointments if one.attended == Attended.CANCELLED][_CANCELLED_FREELY:]
    return tuple(one for one in appointments if one.attended == Attended.NOT_BROUGHT or one in cancelled)


def _sentence(picture: ChildPicture, missed: tuple[Attendance, ...], appointments: tuple[Attendance, ...]) -> str:
    since = appointments[appointments.index(missed[0]) :]
    kinds = [one.attended for one in since]
    told = f"{kinds.count(Attended.NOT_BROUGHT)} of {len(since)} health appointments"
    cancelled = kinds.count(Attended.CANCELLED)
    also = f", and {cancelled} {'were' if cancelled > 1 else 'was'} cancelled" if cancelled else ""
    day = day_in_words(missed[0].happened.end)
    return as_sentence(f"{picture.child.called} was not brought to {told} since {day}{also}.")
