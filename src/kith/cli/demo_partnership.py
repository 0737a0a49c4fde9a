"""The people a demonstration can be entered as, and the stories it is loaded with. All of them are made up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import Role

#: When the demonstration's clock starts, whatever the machine's date.
STARTS = datetime(2026, 12, 24, 16, 30, tzinfo=ZoneInfo("Europe/London"))
#: Said of a story that another Kith loaded.
KEPT_AS_IT_WAS = "has changed since it was loaded; what was loaded is kept."
STORIES = ("luke", "robin", "robin-benign")
#: Of the stories, what a published review tells.
OF_REVIEWS = frozenset({"luke"})
_PARTNERSHIP = uuid5(NAMESPACE_URL, "urn:kith:demonstration-partnership")


@dataclass(frozen=True)
class Part:
    """Somebody to enter as, and where they work."""

    username: str
    name: str
    role: str
    agency: str
    agency_name: str
    agency_type: str

    @property
    def agency_id(self) -> UUID:
        return agency_id(self.agency)


def agency_id(slug: str) -> UUID:
    """The id of one of the partnership's agencies, by its id in the stories."""
    return uuid5(_PARTNERSHIP, slug)


PARTS = (
    Part("amara", "Amara Okafor", "social_worker", "north", "North team", "social_care"),
    Part("david", "David Lyle", "social_care_manager", "north", "North team", "social_care"),
    Part("priya", "Priya Nair", "social_worker", "south", "South team", "social_care"),
    Part("callan", "Callan Reyes", "social_worker", "south", "South team", "social_care"),
    Part("lucia", "Lucia Ferrante", "social_worker", "east", "East team", "social_care"),
    Part("bryn", "Bryn Maddox", "social_worker", "east", "East team", "social_care"),
    Part("jo", "Jo Adeyemi", "hub_decision_maker", "hub", "Front door hub", "hub"),
    Part("colm", "Colm Brady", "hub_decision_maker", "hub", "Front door hub", "hub"),
    Part("ruth", "Ruth Penny", "emergency_duty", "eds", "Emergency Duty Service", "emergency_duty"),
    Part("sian", "Sian Price", "health_visitor", "westgate", "Westgate health visiting team", "health_visiting"),
    Part("farah", "Dr Farah Khan", "gp", "millpond", "Millpond Surgery", "gp_practice"),
    Part("nadia", "Dr Nadia Osei", "paediatrician", "northbrook", "Northbrook General", "hospital"),
    Part("beth", "Beth Coyle", "nursery_worker", "larkfield", "Larkfield Nursery", "nursery"),
)

#: Whose e-mail addresses end in what: three that share one, and one with its own.
MAIL_DOMAINS = (
    ("larkfield.example", "larkfield"),
    ("health.example", "westgate"),
    ("health.example", "millpond"),
    ("health.example", "northbrook"),
)


def roles() -> str:
    """What `./kith demo` says of whom to enter as."""
    width = max(len(part.name) for part in PARTS)
    lines = [f"  {part.name:<{width}}  {role_in_words(Role(part.role))}, {part.agency_name}" for part in PARTS]
    return "\n".join(["Enter with one click as one of these:", *lines])


def story_files(only: tuple[str, ...] = ()) -> Iterator[Traversable]:
    """The chronology files to load, those there are: the stories, then the made-up partnership's families."""
    package = resources.files("kith.replay")
    named = [package / "stories" / f"{name}.jsonl" for name in STORIES]
    families = sorted((package / "demonstration").iterdir(), key=lambda file: file.name)
    for file in (*named, *(one for one in families if one.name.endswith(".jsonl"))):
        if file.is_file() and (not only or file.name.removesuffix(".jsonl") in only):
            yield file
