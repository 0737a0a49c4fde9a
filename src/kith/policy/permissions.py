"""Who may see and do what: one decision, as a refusal in words or none.

Least view from the start. Recording what somebody saw is never refused to a person who is signed in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kith.policy.facts import Fact
from kith.vocabulary import AgencyType, Role


class Doing(StrEnum):
    """What somebody wants to do."""

    RECORD = "record"
    DECIDE = "decide"
    ANSWER = "answer"
    READ = "read"
    KEEP_TIME = "keep_time"
    SET_UP = "set_up"


#: Roles that decide what response a child gets, and that call and chair discussions.
DECIDERS = frozenset({Role.SOCIAL_WORKER, Role.SOCIAL_CARE_MANAGER, Role.HUB_DECISION_MAKER, Role.EMERGENCY_DUTY})
#: What entering a kind asks leave for. Every other kind records, which is refused to nobody who is signed in.
ASKS_LEAVE_TO: dict[str, Doing] = {
    "allocation": Doing.DECIDE,
    "authorisation": Doing.DECIDE,
    "consideration": Doing.ANSWER,
    "decision": Doing.DECIDE,
    "discussion_finished": Doing.DECIDE,
    "involvement": Doing.DECIDE,
    "may_be_told": Doing.DECIDE,
    "not_to_be_told": Doing.DECIDE,
    "priority": Doing.DECIDE,
    "return_home": Doing.DECIDE,
    "section_47_enquiry": Doing.DECIDE,
    "sent_back": Doing.DECIDE,
    "stepped_down": Doing.DECIDE,
    "strategy_discussion": Doing.DECIDE,
    "threshold_decision": Doing.DECIDE,
    "waiver": Doing.ANSWER,
}
#: Agencies whose work with children does not begin with an involvement of their own.
FRONT_DOOR = frozenset({AgencyType.HUB, AgencyType.EMERGENCY_DUTY})

_HEALTH = frozenset({AgencyType.HEALTH_VISITING, AgencyType.GP_PRACTICE, AgencyType.HOSPITAL})
#: Kinds of entry that say more than everybody round a child needs, and the agencies that may read them beside those
#: who decide and whoever entered them. Least view: contributors do not read other people's medical or police detail.
#: Which kinds these are is ours; to be checked by a practitioner.
KEPT_CLOSE: dict[str, frozenset[AgencyType]] = {
    "admission": _HEALTH,
    "adult_check": frozenset({AgencyType.POLICE}),
    "medical": _HEALTH,
    "tool_grade": _HEALTH,
}
#: Who tells us as a neighbour or as family: that they did is read by those who decide alone, or nobody would tell.
TOLD_IN_CONFIDENCE = frozenset({Role.FAMILY_MEMBER, Role.NEIGHBOUR, Role.MEMBER_OF_PUBLIC})
#: Whom not to reach, what not to tell, and what was never about this child: read by everybody who may open the record,
#: or somebody will do harm.
NEVER_KEPT_BACK = frozenset({"may_be_told", "not_to_be_told", "retraction", "safe_contact"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: a professional with role and agency as they were that day, an importer, or the clock."""

    id: UUID | None = None
    name: str = ""
    role: Role = Role.UNKNOWN
    agency: UUID | None = None
    agency_name: str = ""
    agency_type: str = AgencyType.UNKNOWN
    is_machine: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in a sentence that says what to do."""

    sentence: str


def may_mend(role: Role, agency: UUID | None, made_by: UUID) -> bool:
    """Whether somebody may correct or retract an entry: whoever's agency made it, and those who decide for the child."""
    return role in DECIDERS or agency == made_by


def is_known_to_all_who_knew(known_to: Iterable[UUID] | None, what_it_mends: Iterable[UUID] | None) -> bool:
    """Whether a correction is known wherever what it mends was: nobody is left with the mistake. None: everybody."""
    if known_to is None or what_it_mends is None:
        return known_to is None
    return set(known_to) >= set(what_it_mends)


def may_see(actor: Actor, fact: Fact) -> bool:
    """Whether somebody who may open a record may read one entry of it.

    Who entered it, and who decides for the child, always may. An entry known only to some agencies is theirs; some
    kinds are kept close besides.
    """
    if fact.kind in NEVER_KEPT_BACK:
        return True
    if actor.is_machine or actor.role in DECIDERS or actor.agency == fact.agency:
        return True
    if fact.known_to is not None and actor.agency not in fact.known_to:
        return False
    if fact.kind == "contact" and fact.role in TOLD_IN_CONFIDENCE:
        return False
    return fact.kind not in KEPT_CLOSE or actor.agency_type in KEPT_CLOSE[fact.kind]


def refusal_to_enter(actor: Actor, kind: str) -> Refusal | None:
    """None when the actor may enter an entry of this kind; else the sentence they read."""
    return refusal(actor, ASKS_LEAVE_TO.get(kind, Doing.RECORD))


def refusal(actor: Actor, doing: Doing, *, is_involved: bool = True) -> Refusal | None:
    """None when the actor may; else the sentence they read."""
    if actor.is_machine or doing == Doing.RECORD:
        return None
    if doing == Doing.KEEP_TIME:
        return Refusal("Only Kith's own clock passes time.")
    if doing == Doing.SET_UP:
        return Refusal("Agencies and sign-ins are added by whoever looks after Kith. Ask them.")
    if doing == Doing.DECIDE and actor.role not in DECIDERS:
        return Refusal(
            "This is decided by social care or the front door hub. Tell them what you saw; they must answer you."
        )
    if doing == Doing.ANSWER and actor.role not in DECIDERS:
        return Refusal(
            "A concern is answered by social care or the front door. Write what you saw; they must answer you."
        )
    if doing == Doing.READ and not is_involved and actor.agency_type not in FRONT_DOOR:
        return Refusal("You cannot open this record. The front door hub can tell you what you need.")
    return None


def refusal_to_share_out(actor: Actor, team: UUID) -> Refusal | None:
    """Who says which worker a team's child has, on the page of the team: its manager, the front door, Emergency Duty."""
    if _answers_for(actor, team):
        return None
    return Refusal("Children are given to workers by the team’s manager, or by the front door. Ask them.")


def refusal_to_say_away(actor: Actor, who: UUID, team: UUID) -> Refusal | None:
    """Who says that somebody is away and who covers: they themselves, and whoever shares out their team's work."""
    if actor.id == who or _answers_for(actor, team):
        return None
    return Refusal("Leave and who covers are entered by whoever is away, or by their manager or the front door.")


def _answers_for(actor: Actor, team: UUID) -> bool:
    is_its_manager = actor.agency == team and actor.role == Role.SOCIAL_CARE_MANAGER
    at_the_door = actor.agency_type in FRONT_DOOR and actor.role in DECIDERS
    return actor.is_machine or is_its_manager or at_the_door
