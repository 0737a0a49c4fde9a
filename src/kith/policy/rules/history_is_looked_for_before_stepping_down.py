"""Nobody decides to do nothing, or less, before somebody who decides has looked for the child's history at all."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts.front_door import HistoryCheck
from kith.policy.findings import Hold
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings import who_answers_for
from kith.policy.readings.history import is_decided, unread_before_deciding
from kith.policy.readings.telling import day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Act, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    latest = picture.contacts.last()
    return "a contact that nobody has decided" if latest is None or is_decided(picture, latest) else None


@rule(
    reads=ChildPicture,
    learning=(7,),
    why="That Kith knows nothing of a child is no proof that there is nothing: it may lie under another name, or elsewhere.",
    source="Case Study Luke, Summary of Learning, point 7. That it holds, and what counts as having looked, is ours; to be "
    "checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 29),
    missing=_what_is_missing,
    met_by=("history_check",),
)
def history_is_looked_for_before_stepping_down(picture: ChildPicture) -> Iterator[Hold]:
    """Ask who a child is, and look where history may lie, before deciding to do nothing or less about a new worry."""
    latest = picture.contacts.last()
    if latest is None or is_decided(picture, latest) or unread_before_deciding(picture):
        return
    checks = (one for one in picture.of(HistoryCheck).backwards() if one.role in DECIDERS)
    if any(one.at >= latest.at for one in checks):
        return
    yield Hold(
        about=picture.id,
        holds=Act.NO_FURTHER_ACTION,
        sentence=f"Nobody who decides has looked for the history of {picture.child.called} since the worry of "
        f"{day_in_words(latest.at)}.",
        do_next="ask who this is, look where history may lie, and write what it changes; to protect "
        f"{picture.child.called}, go ahead.",
        evidence=(latest.entry,),
        owed_by=who_answers_for(picture, Role.SOCIAL_CARE_MANAGER),
    )
