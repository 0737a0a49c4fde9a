"""A team or setting at a moment, and its staff, in the words of practice."""

from datetime import datetime

from tests.policy.builder import CHRISTMAS_EVE, Story, a_child, moment, the

from kith.policy.picture import SettingPicture

#: Robin has a place at the nursery, where Beth and Ann work.
AT_NURSERY = (
    a_child()
    .open_to("nursery_place", on="2026-09-01T09:00", with_agency="nursery", called="place")
    .knowing("Beth", called="Beth Coyle")
    .knowing("Ann", called="Ann Reed")
    .tell("works_at", on="2026-09-01T09:00", by="nursery", about=("Beth", "Ann"), setting="nursery", called="staff")
)


def trained(story: Story, who: str, topic: str, until: str, *, on: str = "2026-09-02T09:00", called: str = "") -> Story:
    """Training of one member of staff, with the last day on which it counts; empty when nobody knows."""
    called = called or f"{who} in {topic}"
    return story.tell(
        "training", on=on, by="nursery", about=(who,), topic=topic, expires_on=until or None, called=called
    )


def at(story: Story, said: str | datetime = CHRISTMAS_EVE, *, which: str = "nursery") -> SettingPicture:
    """The picture of a team or setting at a moment."""
    then = moment(said) if isinstance(said, str) else said
    return SettingPicture(id=the(which), at=then, shelves=story.shelves(then))
