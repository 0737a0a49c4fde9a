"""The record of a strategy discussion stays unfinished until social care, police and health were heard."""

from collections.abc import Iterator
from datetime import date

from kith.policy.facts.casework import DiscussionFinished, StrategyDiscussion
from kith.policy.findings import Hold
from kith.policy.picture import ChildPicture
from kith.policy.readings.discussions import MUST_BE_HEARD, day_of, whoever_holds_the_child
from kith.policy.rulebook import rule
from kith.vocabulary import Act, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    return "a strategy discussion that is not finished and has not heard social care, police and health"


@rule(
    reads=ChildPicture,
    learning=(2, 3),
    why="Each of the three knows what the others do not. What was decided counts at once; only the record waits.",
    source="Case Study Luke, Summary of Learning, points 2 and 3; Working Together, who takes part in a strategy "
    "discussion. That the record waits is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("strategy_discussion",),
)
def discussion_hears_social_care_police_and_health(picture: ChildPicture) -> Iterator[Hold]:
    """Hear social care, police and health before the record of a strategy discussion is finished."""
    heard: set[Role] = set()
    for discussion in picture.of(StrategyDiscussion).backwards():
        heard |= set(discussion.heard)  # whoever was heard in a later discussion was heard
        missing = [name for name, roles in MUST_BE_HEARD.items() if not roles & heard]
        if not missing:
            return
        if not picture.of(DiscussionFinished).belonging_to(discussion.entry):
            yield _hold(picture, discussion, missing)


def _hold(picture: ChildPicture, discussion: StrategyDiscussion, missing: list[str]) -> Hold:
    who = _in_words(missing)
    were = "was" if len(missing) == 1 else "were"
    return Hold(
        about=discussion.entry,
        holds=Act.FINISH_DISCUSSION_RECORD,
        sentence=f"{who.capitalize()} {were} not heard in {picture.child.called}'s strategy discussion of "
        f"{day_of(discussion)}; its decisions count, its record stays unfinished.",
        do_next=f"ring {who}, then record a further discussion that names everybody who was heard. What was decided "
        "already counts.",
        evidence=(discussion.entry,),
        owed_by=whoever_holds_the_child(picture, discussion),
    )


def _in_words(names: list[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
