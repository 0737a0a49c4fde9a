"""The third contact in a year that ends with no further action is read together with those before it."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.findings import Alert, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of
from kith.policy.readings.history import contacts_that_led_to
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role, Severity, ThresholdOutcome

_TOGETHER = 3
_NOTHING = frozenset({ThresholdOutcome.NO_FURTHER_ACTION})


def _what_is_missing(picture: ChildPicture) -> str | None:
    span = picture.numbers.span(standards.CONTACTS_READ_TOGETHER_WINDOW)
    if len(contacts_that_led_to(picture, _NOTHING, span)) < _TOGETHER:
        return "three contacts in the last year that ended with no further action"
    return None


@rule(
    reads=ChildPicture,
    learning=(7, 9),
    why="Each contact may look small alone. When three in a year led to nothing, somebody reads them as one.",
    source="Case Study Luke, Summary of Learning, points 7 and 9. The number, the year and the clock are ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
)
def third_no_further_action_is_read_as_one_story(picture: ChildPicture) -> Iterator[Alert]:
    """Read as one story the contacts of one year when three or more of them ended with no further action."""
    span = picture.numbers.span(standards.CONTACTS_READ_TOGETHER_WINDOW)
    ended = contacts_that_led_to(picture, _NOTHING, span)
    if len(ended) < _TOGETHER:
        return
    latest = ended[-1][1]
    yield Alert(
        about=picture.id,
        severity=Severity.CONSIDER,
        sentence=f"{len(ended)} contacts about {picture.child.called} in the last 12 months ended with no further action.",
        do_next=f"read these {len(ended)} as one story, and record what you decide.",
        evidence=entries_of(tuple(contact for contact, _ in ended)),
        owed_by=OwedBy(Role.HUB_DECISION_MAKER, latest.agency),
        due_at=picture.numbers.due(standards.CONTACTS_READ_TOGETHER, latest.at),
        clock=Clock.WORKING,
    )
