"""Looking at a team or setting: its duties, and its staff with what they were trained in and must read. No child is in it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.agencies.queries import agencies
from kith.duties.desk import standing_at
from kith.duties.told import ToldDuty
from kith.journey.clock import now
from kith.journey.names import Names, names_of
from kith.journey.picture import gather_setting
from kith.journey.reading import NotOnRecord, looked
from kith.learning.facts import MAKES
from kith.policy.facts import Agency, Fact
from kith.policy.permissions import Actor, Doing, refusal
from kith.policy.picture import SettingPicture

_OF_STAFF = tuple(model.fact for model in MAKES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A team or setting now. `facts` are the entries about its staff, by id; `actor` is the reader."""

    actor: Actor
    now: datetime
    setting: Agency
    picture: SettingPicture
    facts: dict[UUID, Fact]
    names: Names
    standing: tuple[ToldDuty, ...]


def open_setting(actor: Actor, setting: UUID) -> Place:
    """A team or setting, by those who work there and by the front door.

    Raises Refused with the sentence they read, or NotOnRecord to those who may look at every one.
    """
    at = now()
    refused = refusal(actor, Doing.READ, is_involved=actor.agency == setting)
    looked(actor, at, f"team or setting {setting}", refused.sentence if refused else "")
    known = agencies((setting,)).get(setting)
    if known is None:
        raise NotOnRecord("There is no team or setting of this address.")
    shelves, gathered = gather_setting(setting)
    picture = SettingPicture(id=setting, at=at, shelves=shelves)
    facts = {id: fact for id, fact in gathered.items() if isinstance(fact, _OF_STAFF)}
    standing = standing_at((setting,))
    names = names_of(facts.values(), owed=standing, people=set(picture.about))
    return Place(actor=actor, now=at, setting=known, picture=picture, facts=facts, names=names, standing=standing)
