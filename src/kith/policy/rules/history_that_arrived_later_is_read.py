"""An earlier episode that becomes known after the history was read is read too, and the decision looked at again."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.casework import Decision
from kith.policy.facts.front_door import HistoryCheck
from kith.policy.findings import Obligation, OwedBy
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.history import entries_read, history, history_in_words, is_read
from kith.policy.rulebook import rule
from kith.vocabulary import Clock


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not picture.of(HistoryCheck) and not picture.threshold_decisions:
        return "a decision, or somebody who read the history"
    return "an earlier contact or service that was entered after it was decided"


@rule(
    reads=ChildPicture,
    learning=(7, 9),
    why="A decision rests on what was known that day. When more of the past becomes known, somebody looks at it again.",
    source="Case Study Luke, Summary of Learning, points 7 and 9. By when is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("history_check", "decision"),
)
def history_that_arrived_later_is_read(picture: ChildPicture) -> Iterator[Obligation]:
    """Read history that becomes known after a decision, and say whether the decision stands."""
    late = sorted(_entered_on_a_later_day(picture), key=lambda one: (one.at, one.entry))
    found = [(one, overtaken) for one in late if (overtaken := _overtaken(picture, one))]
    read = entries_read(picture) if found else frozenset()
    unread = [(one, was) for one, was in found if not is_read(picture, one, read) and not _weighed(picture, one, was)]
    if not unread:
        return
    first, overtaken = unread[0]
    news = tuple(one for one, _ in unread)
    yield Obligation(
        about=picture.id,
        sentence=_sentence(picture, overtaken, news),
        do_next=f"read it and say whether the decision about {picture.child.called} stands.",
        evidence=(*entries_of(news), overtaken.entry),
        owed_by=OwedBy(overtaken.role, overtaken.agency),
        due_at=picture.numbers.due(standards.LATE_HISTORY_READ, first.at),
        clock=Clock.WORKING,
    )


def _entered_on_a_later_day(picture: ChildPicture) -> Iterator[Fact]:
    """A correction is not news: what it corrects was known."""
    for one in history(picture):
        if one.corrects is None and calendar.london_day(one.at) > calendar.london_day(one.happened.end):
            yield one


def _overtaken(picture: ChildPicture, late: Fact) -> Fact | None:
    """The last that somebody who decides read or decided after it happened and before anybody entered it."""
    ended = late.happened.end
    read = takewhile(lambda one: one.happened.start > ended, picture.of(HistoryCheck).backwards())
    decided = takewhile(lambda one: one.happened.start > ended, picture.threshold_decisions.backwards())
    before = (one for one in (*read, *decided) if one.role in DECIDERS and one.at < late.at)
    return max(before, key=lambda one: (one.happened.end, one.entry), default=None)


def _weighed(picture: ChildPicture, late: Fact, overtaken: Fact) -> bool:
    """Whether somebody who decides has since decided with it in sight, or looked at the decision again."""
    decided = (one for one in picture.of(Decision).backwards() if one.role in DECIDERS and one.at >= late.at)
    return any(_names(picture, one, late, overtaken) for one in decided)


def _names(picture: ChildPicture, decision: Decision, late: Fact, overtaken: Fact) -> bool:
    again = frozenset((decision.revisits,) if decision.revisits else ())
    return is_read(picture, late, frozenset(decision.rests_on)) or is_read(picture, overtaken, again)


def _sentence(picture: ChildPicture, overtaken: Fact, news: tuple[Fact, ...]) -> str:
    day, who = calendar.london_day(overtaken.happened.end), picture.child.called
    what = f"somebody read the history of {who} on" if isinstance(overtaken, HistoryCheck) else "the decision of"
    about = "" if isinstance(overtaken, HistoryCheck) else f" about {who}"
    words = history_in_words(picture, news)
    return f"Since {what} {day.day} {day:%B %Y}{about}, {words} from before then became known."
