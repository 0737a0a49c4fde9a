"""Whoever works where a child is open has training that still counts."""

from collections.abc import Iterator
from datetime import date

from kith.policy import calendar, standards
from kith.policy.findings import Obligation
from kith.policy.picture import SettingPicture
from kith.policy.readings.staff import answers_for_setting, people_in_words, running_out, what_is_missing_of_training
from kith.policy.rulebook import rule
from kith.vocabulary import Topic

_TOPICS = tuple(topic for topic in Topic if topic != Topic.SUPERVISION)


@rule(
    reads=SettingPicture,
    learning=(1, 11),
    why="Whoever is with a child every day should know what to do with a worry, and whom to tell at night.",
    source=(
        "Case Study Luke, Summary of Learning, points 1 and 11. How long training counts is told with it: two years in the "
        "early years, three in health (own knowledge). When to warn is ours; to be checked."
    ),
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=what_is_missing_of_training,
    met_by=("training", "works_at"),
)
def training_is_current_where_a_child_is_open(picture: SettingPicture) -> Iterator[Obligation]:
    """Renew the training of everybody who works where a child is open before it runs out."""
    if not picture.has_children_open:
        return
    trained = running_out(picture, *_TOPICS)
    if not trained:
        return
    yield Obligation(
        about=picture.id,
        sentence=(
            f"Training of {people_in_words(trained)} at {picture.setting.name}, where a child is open, "
            "has run out or soon will."
        ),
        do_next="renew it, and record the training with the last day on which it counts.",
        evidence=tuple(one.entry for _, one in trained),
        owed_by=answers_for_setting(picture),
        due_at=calendar.end_of_day(trained[0][0]),
        clock=standards.TRAINING_WARNING.clock,
    )
