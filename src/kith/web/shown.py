"""What pages and parts are given to show: frozen words and times, already worked out, nothing that can query.

Every sentence is whole when it arrives here. Templates choose where words stand, never what they say.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

DutyKind = Literal["serious", "late", "todo", "hold", "look"]
Sign = Literal["injury", "decision", "other"]
BannerKind = Literal["safe_contact", "not_told", "online_record", "could_not_check"]

TODOS_SHOWN = 3
ENTRIES_SHOWN = 8
DONE_SHOWN = 3


@dataclass(frozen=True)
class ShownClock:
    """When something is due: `words` "by 4:50pm today, Thursday 24 December", `left` "2 hours left" or ""."""

    at: datetime
    words: str
    left: str
    late: bool
    working: bool


@dataclass(frozen=True)
class ShownDocument:
    """A document that came with an entry: what it is called, "PDF, 120 KB", and where it is opened."""

    title: str
    sort: str
    url: str


@dataclass(frozen=True)
class ShownEntry:
    """One thing seen, said or done. `number` is the injury's number; `learned_words` is "" when known the same day.

    `quote` is said words, without quotation marks; `detail` is anything else worth a line. `corrected`: a later entry
    says otherwise, as `corrected_words` tells. The last two are where a reader who may mend it does so, or "".
    """

    entry_id: str
    day_words: str
    time_words: str
    sign: Sign
    number: int | None
    what: str
    quote: str
    agency: str
    who: str
    learned_words: str
    corrected: bool = False
    corrected_words: str = ""
    detail: str = ""
    documents: tuple[ShownDocument, ...] = ()
    correct_url: str = ""
    wrong_child_url: str = ""

    @property
    def sign_number(self) -> str:
        """What stands in the sign: an injury's number."""
        return str(self.number) if self.sign == "injury" and self.number else ""

    @property
    def sign_words(self) -> str:
        """What the sign says to whoever cannot see it: "Injury 3", "Decision" or nothing."""
        return f"Injury {self.number}" if self.sign_number else "Decision" if self.sign == "decision" else ""

    @property
    def who_and_when_words(self) -> str:
        """Who entered it, and when we learned of it if that was another day."""
        return ". ".join(one for one in (self.who, self.learned_words) if one)

    @property
    def has_more(self) -> bool:
        """Whether there is anything but what most entries have."""
        return bool(self.detail or self.documents or self.corrected or self.correct_url or self.wrong_child_url)


@dataclass(frozen=True)
class ShownFold:
    """Entries told in one line among others, and where each of them is: "and 3 notices told and answered"."""

    words: str
    url: str


@dataclass(frozen=True)
class ShownAnswer:
    """One way to answer a duty, in the words of the act. The first of a duty's answers is the filled button."""

    words: str
    url: str


@dataclass(frozen=True)
class ShownDuty:
    """One duty: what is on record, do next, why, answer. `label` is the screen's word ("Late: 2 days").

    `answers` are those the reader may give; `others_answer` says who gives the rest, "" when there is no other.
    `on_call` is whom to ring for what is to be done next, with the number.
    """

    label: str
    kind: DutyKind
    child_name: str
    child_age_words: str
    child_url: str
    sentence: str
    owed_by_words: str
    do_next: str
    due: ShownClock | None
    why: str
    source: str
    evidence: tuple[ShownEntry, ...]
    opened_words: str
    changes_words: str
    source_url: str = ""
    url: str = ""
    answers: tuple[ShownAnswer, ...] = ()
    others_answer: str = ""
    on_call: tuple["ShownPerson", ...] = ()


@dataclass(frozen=True)
class ShownPerson:
    """Somebody in the child's life, or whom to ring. `unknown`: nobody has recorded who this is; `name` is what
    others call them, or "". `ring_now`: the one to ring at this hour."""

    name: str
    part: str
    detail: str
    unknown: bool
    number: str = ""
    until: str = ""
    ring_now: bool = False


@dataclass(frozen=True)
class ShownPanel:
    """People in a side panel. `empty` is the bold sentence shown when there is nobody; `links` are more places to go."""

    title: str
    people: tuple[ShownPerson, ...]
    empty: str
    note: str = ""
    after: str = ""
    link_words: str = ""
    link_url: str = ""
    links: tuple["ShownPlace", ...] = ()


@dataclass(frozen=True)
class ShownBanner:
    """`first` is said in bold. There is one for each person who is to be reached safely, and for each silence."""

    kind: BannerKind
    first: str
    words: str
    link_words: str = ""
    link_url: str = ""


@dataclass(frozen=True)
class ShownKnownOn:
    """`chosen` is the day whose knowledge the page shows, None for now; `today_url` is the page without a day."""

    today_url: str
    today: date
    chosen: date | None = None
    chosen_words: str = ""


@dataclass(frozen=True)
class ShownPlace:
    """One of the places in the header, or a page of a child's record. What does not exist is not in the list."""

    words: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class ShownSignedIn:
    name: str
    part: str


@dataclass(frozen=True)
class ShownWaiting:
    """Something that others owe: what, and who has it since when, for which child."""

    what: str
    detail: str
    url: str = ""


@dataclass(frozen=True)
class ShownDone:
    """Something somebody did: on which day, for which child, what, and who has heard of it."""

    when: str
    child: str
    what: str
    told: str


@dataclass(frozen=True)
class MyWorkPage:
    """My work: `warning` is the most serious, then soonest; `first` the next three by time, or all when asked.

    `households` is filled instead when somebody asked to see it by household: the names at home, and their duties.
    `covering` says for whom the reader covers, and until when; `team` is where it is seen who has which child.
    """

    sentence: str
    warning: ShownDuty | None
    first: tuple[ShownDuty, ...]
    waiting: tuple[ShownWaiting, ...]
    more: int = 0
    more_url: str = ""
    waiting_more: int = 0
    to_open: tuple[ShownWaiting, ...] = ()
    to_open_more: int = 0
    done: tuple[ShownDone, ...] = ()
    done_more: int = 0
    households: tuple[tuple[str, tuple[ShownDuty, ...]], ...] = ()
    covering: tuple[str, ...] = ()
    team: "ShownPlace | None" = None


@dataclass(frozen=True)
class ChildPage:
    """A child's overview. `called` is the name used in sentences; `reference` stands in the browser's tab instead
    of the name; `first` are the three to-dos after the warning, `recent` the last entries; `involved` is whom to ring
    now, or who is involved; `kept_back` says how many entries the reader may not read; `saved_words` is "" but on the
    page shown after saving."""

    reference: str
    name: str
    called: str
    age_words: str
    sentence: str
    banners: tuple[ShownBanner, ...]
    warning: ShownDuty | None
    first: tuple[ShownDuty, ...]
    involved: ShownPanel
    household: ShownPanel
    known_on: ShownKnownOn
    recent: tuple[ShownEntry | ShownFold, ...]
    more: int = 0
    more_url: str = ""
    entries: int = 0
    kept_back: str = ""
    chronology_url: str = ""
    write_url: str = ""
    subpages: tuple[ShownPlace, ...] = ()
    saved_words: str = ""


@dataclass(frozen=True)
class ShownChild:
    """One child in the list. `most_serious` is the label of their most serious open duty, or ""."""

    name: str
    age_words: str
    url: str
    line: str
    kind: DutyKind | None = None
    label: str = ""


@dataclass(frozen=True)
class ChildrenPage:
    sentence: str
    children: tuple[ShownChild, ...]
    find_url: str = ""


@dataclass(frozen=True)
class RefusedPage:
    """Who can say what is needed, at which number, until when. Nothing here may depend on whether the child is known."""

    ask: ShownPerson


@dataclass(frozen=True)
class ShownTyped:
    """One thing that somebody typed, to be given back."""

    name: str
    value: str
