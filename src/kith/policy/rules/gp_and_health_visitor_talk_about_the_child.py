"""The GP practice and the health visiting team talk, every four weeks, about a small child who is open to services."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from kith.policy import standards
from kith.policy.facts.family import Involvement
from kith.policy.findings import Obligation, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.readings.telling import (
    day_in_words,
    help_began,
    named,
    practice_and_visitors,
    talks_between,
    was_under,
)
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Role

_UNDER = 5


def _what_is_missing(picture: ChildPicture) -> str | None:
    if help_began(picture) is None:
        return "social care or early help that is open to the child"
    if practice_and_visitors(picture) is None:
        return "the child's GP practice and health visiting team, by name"
    return None


@rule(
    reads=ChildPicture,
    learning=(5,),
    why="A health visitor sees a home, a practice sees a family's health. Each knows what the other needs to hear.",
    source="Case Study Luke, Summary of Learning, point 5. The interval is ours and any partnership's to change; "
    "to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("liaison",),
)
def gp_and_health_visitor_talk_about_the_child(picture: ChildPicture) -> Iterator[Obligation]:
    """Talk, GP practice with health visitor, every four weeks about a child under five who is open to services."""
    both, began = practice_and_visitors(picture), help_began(picture)
    if both is None or began is None:
        return
    last, since = _last_talk(picture, began, *both)
    ends = picture.numbers.due(standards.LIAISON_INTERVAL, since)
    if not was_under(picture, _UNDER, ends) or not picture.has_passed(ends):
        return
    practice, visitors = both
    agencies = named(picture, (practice.with_agency, visitors.with_agency))
    yield Obligation(
        about=picture.id,
        sentence=f"Nobody has recorded that {agencies} talked about {picture.child.called} since {day_in_words(since)}.",
        do_next="ring the practice, talk over what has changed and what worries either of you, and record that you spoke.",
        evidence=(last,),
        owed_by=OwedBy(Role.HEALTH_VISITOR, visitors.with_agency),
        due_at=picture.numbers.due(standards.LIAISON_MADE_UP, ends),
        clock=Clock.ELAPSED,
    )


def _last_talk(picture: ChildPicture, *involved: Involvement) -> tuple[UUID, datetime]:
    """The last talk, or whichever of help, practice and team came last: nobody could have talked before all were there."""
    _, practice, visitors = involved
    counted = [(one.happened.start, one.entry) for one in involved]
    counted += [(one.happened.end, one.entry) for one in talks_between(picture, practice, visitors)[:1]]
    since, entry = max(counted)
    return entry, since
