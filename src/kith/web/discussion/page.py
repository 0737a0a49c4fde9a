"""The room of a strategy discussion, from a child's record."""

from dataclasses import dataclass, replace

from kith.duties.told import ToldDuty
from kith.journey.reading import Record
from kith.policy.calendar import london_day, time_in_words
from kith.policy.facts.casework import Decision, DiscussionFinished, StrategyDiscussion
from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import Role
from kith.web.child.head import Head, head_of
from kith.web.child.inside import DecisionRow, decision_row
from kith.web.discussion.forms import DecideForm, HereForm
from kith.web.discussion.known import Told, what_each_told
from kith.web.ringing import paediatricians
from kith.web.shown import ShownAnswer, ShownDuty, ShownPerson
from kith.web.telling import shown_duty
from kith.web.words import capital, day_words

_SOCIAL_CARE = frozenset({Role.SOCIAL_WORKER, Role.SOCIAL_CARE_MANAGER, Role.EMERGENCY_DUTY})
_HEALTH = frozenset(
    {Role.HEALTH_VISITOR, Role.GP, Role.PAEDIATRICIAN, Role.MIDWIFE, Role.SCHOOL_NURSE, Role.HOSPITAL_STAFF}
)
NEEDED = (("Social care", _SOCIAL_CARE), ("Police", frozenset({Role.POLICE_OFFICER})), ("Health", _HEALTH))


@dataclass(frozen=True)
class Place:
    """A seat in the room: who, and whether they are heard; a seat nobody fills is drawn, with whom to ring for it."""

    who: str
    is_here: bool
    words: str
    on_call: tuple[ShownPerson, ...] = ()


@dataclass(frozen=True)
class RoomPage:
    """`duty` is the most pressing thing this discussion asks for, if anything; `begun` is False before it is called."""

    head: Head
    sentence: str
    begun: bool
    finished: bool
    duty: ShownDuty | None
    places: tuple[Place, ...]
    told: tuple[Told, ...]
    decisions: tuple[DecisionRow, ...]
    here: HereForm
    deciding: DecideForm
    room_url: str


def room_page(record: Record, discussion: StrategyDiscussion | None, here: HereForm, deciding: DecideForm) -> RoomPage:
    """The room now, or the page that calls a discussion."""
    picture = record.picture
    decided = picture.of(Decision).belonging_to(discussion.entry) if discussion else ()
    duties = [one for one in record.standing if discussion and one.finding.about == discussion.entry]
    head = head_of(record, "decisions/")
    return RoomPage(
        head=head,
        sentence=_sentence(discussion, record),
        begun=discussion is not None,
        finished=bool(discussion and picture.of(DiscussionFinished).belonging_to(discussion.entry)),
        duty=_asked_here(duties[0], record, f"{head.url}discussion/") if duties else None,
        places=_places(discussion, record),
        told=what_each_told(record),
        decisions=tuple(decision_row(one, record) for one in reversed(decided)),
        here=here,
        deciding=deciding,
        room_url=f"{head.url}discussion/",
    )


def _asked_here(one: ToldDuty, record: Record, room_url: str) -> ShownDuty:
    """What the discussion asks for; what is answered in this room leads to where in it, not to the page again."""
    child = record.picture.child
    shown = shown_duty(one, child, record.facts, record.names, record.now, record.actor, as_="box")
    here = ShownAnswer("Say who was spoken to", "#here")
    return replace(shown, answers=tuple(here if answer.url == room_url else answer for answer in shown.answers))


def _sentence(discussion: StrategyDiscussion | None, record: Record) -> str:
    if discussion is None:
        return "No strategy discussion is going on. If the child is in danger now, ring 999: do not wait for it."
    day, today = london_day(discussion.happened.start), london_day(record.now)
    when = "today" if day == today else day_words(day, today)
    return f"Called by {discussion.by_name or 'somebody'}, {record.names.agency(discussion.agency)}, {when}, {time_in_words(discussion.happened.start)}."


def _places(discussion: StrategyDiscussion | None, record: Record) -> tuple[Place, ...]:
    heard = discussion.heard if discussion else ()
    needed = [
        Place(name, bool(roles & set(heard)), "is here" if roles & set(heard) else "is not here yet, and is needed")
        for name, roles in NEEDED
    ]
    others = [Place(capital(role_in_words(one)), True, "is here, or was spoken to") for one in heard]
    unheard = Place("Paediatrician", False, "has not been spoken to", on_call=paediatricians(record.names.on_call))
    doctor = [] if Role.PAEDIATRICIAN in heard else [unheard]
    return (*needed, *doctor, *others)
