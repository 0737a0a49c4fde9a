"""Entering who works where, what they were trained in, and what they must read and have read."""

from datetime import date
from uuid import UUID

from kith.chronology.enter import NewEntry, enter
from kith.chronology.entry import Entry
from kith.learning import models
from kith.occasions.ticket import Ticket
from kith.policy.permissions import Doing
from kith.vocabulary import Post, Role, Topic


def record_works_at(
    occasion: Ticket,
    entry: NewEntry,
    *,
    setting: UUID,
    worker_role: Role = Role.UNKNOWN,
    post: Post = Post.WORKS_THERE,
) -> Entry:
    """Somebody works at a team or setting, or works there no longer."""
    occasion.permit(Doing.RECORD)
    return enter(occasion, models.WorksAt, entry, setting_id=setting, worker_role=worker_role, post=post)


def record_training(occasion: Ticket, entry: NewEntry, *, topic: Topic, expires_on: date | None = None) -> Entry:
    """Somebody was trained, in what, and the last day on which it counts."""
    occasion.permit(Doing.RECORD)
    return enter(occasion, models.Training, entry, topic=topic, expires_on=expires_on)


def send_update(occasion: Ticket, entry: NewEntry, *, title: str, read_by: date) -> Entry:
    """Ask the people it is about to read something, by a day."""
    occasion.permit(Doing.RECORD)
    return enter(occasion, models.PracticeUpdate, entry, title=title, read_by=read_by)


def record_update_read(occasion: Ticket, entry: NewEntry, *, update: UUID) -> Entry:
    """Somebody read what they were asked to read."""
    occasion.permit(Doing.RECORD)
    return enter(occasion, models.UpdateRead, entry, update_id=update)
