"""What follows for a team or setting: locked after the children, in the order of their ids, and read as all stands now.

Whoever comes second to the lock reads what the first wrote, whichever took its time first. Only teams and settings
that staff are on record for have a picture that is kept.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.duties.queries import open_at
from kith.journey.picture import gather_setting
from kith.journey.respond import let_follow
from kith.occasions.ticket import Ticket
from kith.people.queries import same_as
from kith.policy.picture import READ_OF_A_SETTING, SettingPicture

#: Where one of these people ever worked, or what was ever open to one, of those that staff are on record for.
_NEAR = """
    SELECT DISTINCT setting_id FROM learning_worksat WHERE setting_id IN (
        SELECT w.setting_id FROM learning_worksat w
          JOIN chronology_entryabout a USING (entry_id) WHERE a.person_id = ANY(%(people)s)
        UNION SELECT i.with_agency_id FROM family_involvement i
          JOIN chronology_entryabout a USING (entry_id) WHERE a.person_id = ANY(%(people)s))
"""


def respond_for_settings(occasion: Ticket) -> None:
    """Let what this occasion entered have its consequences for each team and setting whose picture reads it."""
    occasion.settings.update(_that_read(occasion))
    read_at = _lock(sorted(occasion.settings))
    if not read_at:
        return
    standing = open_at(read_at)
    for setting, was_read in read_at.items():
        at = max(occasion.at, was_read or occasion.at)
        shelves, facts = gather_setting(setting, until=at)
        let_follow(occasion, SettingPicture(id=setting, at=at, shelves=shelves), facts, standing[setting])


def _that_read(occasion: Ticket) -> Iterable[UUID]:
    if occasion.entered.isdisjoint(READ_OF_A_SETTING):
        return ()
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, {"people": list(same_as(occasion.touched))})
        return [row[0] for row in cursor.fetchall()]


def _lock(settings: list[UUID]) -> dict[UUID, datetime | None]:
    """Lock these in the order of their ids, and say when each was last read."""
    if not settings:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO duties_settingwatch (setting_id, rulebook_hash, could_not_check) "
            "SELECT unnest(%s::uuid[]), '', '{}' ON CONFLICT DO NOTHING",
            [settings],
        )
        cursor.execute(
            "SELECT setting_id, assessed_at FROM duties_settingwatch WHERE setting_id = ANY(%s) ORDER BY setting_id "
            "FOR NO KEY UPDATE",
            [settings],
        )
        return dict(cursor.fetchall())
