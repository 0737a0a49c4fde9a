"""An account that puts an injury after the time its mark was seen is read at once."""

from collections.abc import Iterator
from datetime import date, datetime

from kith.policy import calendar, standards
from kith.policy.facts.chronology import Account, Injury
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, seen_by, who_answers_for
from kith.policy.readings.accounts import counts_from, said_to_have_happened
from kith.policy.readings.marks_in_words import capital, day_of, the_mark
from kith.policy.rulebook import rule
from kith.vocabulary import Certainty, Clock, Role, Severity

NAME = "mark_seen_before_it_is_said_to_have_happened"


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.accounts else "an account of a mark, with the time it is said to have happened"


@rule(
    reads=ChildPicture,
    learning=(6,),
    why="A mark cannot be seen before it is made. Mostly somebody wrote a wrong day: both are checked before anything is thought of it.",
    source="Case Study Luke, Summary of Learning, point 6. That times are compared, and how soon, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("account", "strategy_discussion"),
)
def mark_seen_before_it_is_said_to_have_happened(picture: ChildPicture) -> Iterator[Alert]:
    """Check both times when a mark was seen before it is said to have happened."""
    for injury in picture.injuries.backwards():
        too_late = [one for one in picture.accounts.belonging_to(injury.entry) if _is_after(one, injury)]
        if not too_late:
            continue
        exact = [one for one in too_late if _is_exact(one, injury)]
        news = (max(one.at, injury.at) for one in exact or too_late)
        standard = standards.MARK_SEEN_BEFORE_ITS_TIME_DECIDED if exact else standards.LOOK_ANSWERED
        yield Alert(
            about=injury.entry,
            severity=Severity.SUSPECT if exact else Severity.CONSIDER,
            sentence=_sentence(picture, injury, (exact or too_late)[0]),
            do_next="check both times with the people who wrote them down, before anybody speaks to the family again; "
            "then record what you think and why.",
            evidence=(injury.entry, *entries_of(tuple(too_late))),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=picture.numbers.due(standard, counts_from(picture, NAME, injury.entry, news)),
            clock=Clock.ELAPSED if exact else Clock.WORKING,
        )


def _is_after(account: Account, injury: Injury) -> bool:
    """Surely after: the earliest it can mean is later than the latest the mark can first have been seen."""
    return account.claimed_at is not None and said_to_have_happened(account.claimed_at)[0] > injury.happened.end


def _is_exact(account: Account, injury: Injury) -> bool:
    assert account.claimed_at
    earliest, latest = said_to_have_happened(account.claimed_at)
    return earliest == latest and injury.happened.certainty == Certainty.EXACT


def _sentence(picture: ChildPicture, injury: Injury, account: Account) -> str:
    assert account.claimed_at
    seen, said = day_of(injury.happened.end), day_of(account.claimed_at)
    who = seen_by(picture, (injury,)) or "somebody"
    if seen == said:
        at, later = _hour(injury.happened.end), _hour(account.claimed_at)
        return capital(f"{who} saw {the_mark(injury)} at {at} on {seen}; the account says it happened at {later}.")
    saw = "on" if injury.happened.certainty == Certainty.EXACT else "by"
    return capital(f"{who} saw {the_mark(injury)} {saw} {seen}; the account says it happened on {said}.")


def _hour(moment: datetime) -> str:
    here = moment.astimezone(calendar.LONDON)
    return f"{here.hour % 12 or 12}:{here:%M}{'am' if here.hour < 12 else 'pm'}"
