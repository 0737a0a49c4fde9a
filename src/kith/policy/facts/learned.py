"""What the people who work with children have learned: where they work, their training, what they must read and have read.

Each is about the member of staff, an adult; none is about a child, and none is read in a child's picture.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kith.policy.facts.base import AgencyId, Fact, UpdateId
from kith.vocabulary import Post, Role, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksAt(Fact):
    """Somebody works at a team or setting, or works there no longer. The last one said stands."""

    kind: ClassVar[str] = "works_at"
    room: ClassVar[str] = "learning"

    setting: AgencyId
    worker_role: Role = Role.UNKNOWN
    post: Post = Post.WORKS_THERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Training(Fact):
    """Somebody was trained, in what, and the last day on which it counts. The last one in a topic stands."""

    kind: ClassVar[str] = "training"
    room: ClassVar[str] = "learning"

    topic: Topic
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeUpdate(Fact):
    """Something that the people it is about must read, and by when: a briefing, a report, changed guidance."""

    kind: ClassVar[str] = "practice_update"
    room: ClassVar[str] = "learning"

    title: str
    read_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRead(Fact):
    """Somebody read what they were asked to read."""

    kind: ClassVar[str] = "update_read"
    room: ClassVar[str] = "learning"

    update: UpdateId
