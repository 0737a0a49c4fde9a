"""Whoever supervises the work with a child has been trained in supervision, and the training still counts."""

from collections.abc import Iterator
from datetime import date

from kith.policy import calendar, standards
from kith.policy.findings import Obligation
from kith.policy.picture import SettingPicture
from kith.policy.readings.staff import answers_for_setting, people_in_words, running_out, what_is_missing_of_training
from kith.policy.rulebook import rule
from kith.vocabulary import Topic


@rule(
    reads=SettingPicture,
    learning=(13,),
    why="Whoever helps others to think about a child again should have looked at how to do it lately.",
    source=(
        "Case Study Luke, Summary of Learning, point 13: managers refresh themselves with supervision guidance. "
        "When to warn is ours; to be checked."
    ),
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=what_is_missing_of_training,
    met_by=("training", "works_at"),
)
def supervisors_are_trained_in_supervision(picture: SettingPicture) -> Iterator[Obligation]:
    """Renew the supervision training of whoever supervises where a child is open before it runs out."""
    if not picture.has_children_open:
        return
    trained = running_out(picture, Topic.SUPERVISION)
    if not trained:
        return
    yield Obligation(
        about=picture.id,
        sentence=(
            f"Supervision training of {people_in_words(trained)} at {picture.setting.name}, where a child is open, "
            "has run out or soon will."
        ),
        do_next="read the supervision guidance again, and record the training with the last day on which it counts.",
        evidence=tuple(one.entry for _, one in trained),
        owed_by=answers_for_setting(picture),
        due_at=calendar.end_of_day(trained[0][0]),
        clock=standards.TRAINING_WARNING.clock,
    )
