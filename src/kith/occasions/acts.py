"""Writing occasions. Only journey may: the import contract says so."""

import time
from datetime import datetime
from itertools import count
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from kith.occasions.models import ClockMoved, Occasion, OccasionOutcome
from kith.occasions.record import new_id, signed, write
from kith.occasions.ticket import AlreadyDone
from kith.policy.permissions import Actor
from kith.vocabulary import Outcome, Purpose, Through

#: How long somebody who sends the same again waits for the first to come out: ten seconds (ours).
WAITS, A_MOMENT = 200, 0.05


def begin(
    *,
    actor: Actor,
    through: Through,
    purpose: Purpose,
    token: str | None = None,
    id: UUID | None = None,
    at: datetime | None = None,
) -> Occasion:
    """Write the occasion, before its act and outside the act's transaction.

    Raises AlreadyDone when what bears this token was done. What was refused, failed or was cut off may be tried again.
    """
    who = {
        "by_id": actor.id,
        "by_name": actor.name,
        "role": actor.role,
        "agency_id": actor.agency,
        "agency_name": actor.agency_name,
    }
    for attempt in count(1):
        once = f"{token} {attempt}" if token and attempt > 1 else token
        try:
            with transaction.atomic():
                return write(Occasion, id=id or new_id(), **who, through=through, purpose=purpose, token=once, at=at)
        except IntegrityError as error:
            if not once or "token" not in str(error):
                raise
            if _came_out(once) == Outcome.DONE:
                raise AlreadyDone("This was sent already; the first one counts.") from error
    raise AssertionError("There is always another attempt.")


def _came_out(token: str) -> Outcome | None:
    """How the occasion of this token came out, once it has; None when it was cut off, or takes longer than anybody waits."""
    for _ in range(WAITS):
        said = OccasionOutcome.objects.filter(occasion__token=token).values_list("outcome", flat=True).first()
        if said:
            return Outcome(said)
        time.sleep(A_MOMENT)
    return None


def take_time(occasion: Occasion, at: datetime) -> None:
    """Set when the actor acted: once, after the lock."""
    Occasion.objects.filter(id=occasion.id, at=None).update(at=at)
    occasion.at = at


def conclude(occasion: Occasion, outcome: Outcome, at: datetime, said: str = "") -> None:
    """Write how it came out."""
    write(OccasionOutcome, occasion=occasion, outcome=outcome, said=said, at=at)


def look(*, actor: Actor, at: datetime, outcome: Outcome, said: str) -> None:
    """Write the occasion of a look and how it came out: both or neither, in one statement."""
    came_out = signed(OccasionOutcome, occasion_id=new_id(), outcome=outcome.value, said=said, at=at)
    with connection.cursor() as cursor:
        cursor.execute(
            _LOOK,
            {
                "id": came_out.pk,
                "by_id": actor.id,
                "by_name": actor.name,
                "role": actor.role.value,
                "agency_id": actor.agency,
                "agency_name": actor.agency_name,
                "through": Through.SCREEN.value,
                "purpose": Purpose.READING.value,
                **{name: getattr(came_out, name) for name in ("at", "outcome", "said", "salt", "digest")},
            },
        )


_LOOK = """
    WITH look AS (
        INSERT INTO occasions_occasion (id, by_id, by_name, role, agency_id, agency_name, through, purpose, at)
        VALUES (%(id)s, %(by_id)s, %(by_name)s, %(role)s, %(agency_id)s, %(agency_name)s, %(through)s, %(purpose)s, %(at)s)
    )
    INSERT INTO occasions_occasionoutcome (occasion_id, outcome, said, at, salt, digest)
    VALUES (%(id)s, %(outcome)s, %(said)s, %(at)s, %(salt)s, %(digest)s)
"""


def note_clock_moved(occasion: UUID, *, seconds: int, to: datetime) -> None:
    """Write that the demonstration's clock was moved on."""
    write(ClockMoved, occasion_id=occasion, seconds=seconds, to=to)
