"""Marks, days and stages as a sentence names them: short, plain, and no finger pointed."""

from datetime import datetime

from kith.policy import calendar
from kith.policy.facts.chronology import Injury
from kith.policy.picture import ChildPicture
from kith.policy.readings.marks import seen_by
from kith.vocabulary import InjuryType, MotorStage, Region, Side

#: What nobody would call a mark.
_NOT_A_MARK = frozenset(
    {InjuryType.FRACTURE, InjuryType.MOUTH_INJURY, InjuryType.EYE_INJURY, InjuryType.BLEEDING, InjuryType.BITE}
)
_REGIONS = {
    Region.SCALP_FRONT: "scalp",
    Region.SCALP_TOP: "scalp",
    Region.SCALP_SIDE: "scalp",
    Region.SCALP_BACK: "scalp",
    Region.HEAD_UNSPECIFIED: "head",
    Region.ROUND_EYE: "eye",
    Region.WHITE_OF_EYE: "eye",
    Region.JAW_ANGLE: "jaw",
    Region.MOUTH_INSIDE: "mouth",
    Region.GENITAL_OR_ANAL: "body",
}
STAGES_IN_WORDS = {
    MotorStage.NOT_ROLLING: "not yet rolling",
    MotorStage.ROLLING: "rolling",
    MotorStage.SITTING: "sitting",
    MotorStage.CRAWLING: "crawling",
    MotorStage.PULLS_TO_STAND: "pulling to stand",
    MotorStage.CRUISING: "walking along furniture",
    MotorStage.WALKING: "walking",
    MotorStage.RUNNING_CLIMBING: "running or climbing",
}


def the_mark(injury: Injury) -> str:
    """A mark as a sentence names it: "the mark on the left eyebrow"."""
    is_mark = injury.type not in _NOT_A_MARK
    if injury.region == Region.NOT_RECORDED:
        return "the mark" if is_mark else "the injury"
    side = f"{injury.side} " if injury.side in (Side.LEFT, Side.RIGHT) else ""
    where = _REGIONS.get(injury.region, injury.region.replace("_", " "))
    return f"the {'mark on' if is_mark else 'injury to'} the {side}{where}"


def day_of(moment: datetime) -> str:
    """A day as a sentence names it: "5 November 2026"."""
    day = calendar.london_day(moment)
    return f"{day.day} {day:%B %Y}"


def when_seen(picture: ChildPicture, injury: Injury) -> str:
    """When a mark was seen, and by which agency where both fit a sentence."""
    first, last = day_of(injury.happened.start), day_of(injury.happened.end)
    if first != last:
        return f"seen between {first} and {last}"
    agency = seen_by(picture, (injury,))
    return f"seen on {last} by {agency}" if agency else f"seen on {last}"


def capital(words: str) -> str:
    """A sentence with its first letter a capital."""
    return words[:1].upper() + words[1:]


def in_a_row(words: list[str]) -> str:
    """Words in a row, as a sentence joins them."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
