"""An entry in plain words: what kind it is, and what its coded fields say. For the terminal and for pages alike.

No word of the code's own is shown; what nobody wrote down is left out, never shown as a blank.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin
from uuid import UUID

from kith.policy.facts import Fact
from kith.policy.facts.fields import own_fields, without_none
from kith.replay.telling import when
from kith.vocabulary import Role

_KINDS = {
    "account": "Said of how it happened",
    "account_judgement": "What they think of the accounts",
    "admission": "Taken into hospital",
    "adult_check": "Who an adult is",
    "adult_plan": "Whether and how to speak with an adult",
    "adult_spoken_to": "Spoke with an adult",
    "allocation": "Who works with the child",
    "attendance": "An appointment or session",
    "authorisation": "A second person on what was decided",
    "carer_statement": "Said of caring",
    "closing_proposed": "Means to do, and says why first",
    "consideration": "Looked at, and what they think",
    "contact": "Somebody told us of a worry",
    "development": "What the child can do",
    "discharge": "Left hospital",
    "discussion_finished": "Record of a strategy discussion finished",
    "domestic_incident": "An incident between adults",
    "escalation": "Disagrees, and takes it up",
    "escalation_answered": "What came of a disagreement",
    "handover": "Handed on by name",
    "handover_accepted": "Taken over by name",
    "information_asked": "An agency was asked what it knows",
    "information_returned": "What an agency that was asked knows",
    "injury": "A mark or injury",
    "involvement": "A service opened",
    "liaison": "Two agencies talked",
    "naming": "A name for somebody",
    "placement": "Where the child lives",
    "police_power": "Police protection, section 46",
    "practice_update": "Something to read",
    "priority": "How urgent a worry is",
    "professional_opinion": "What a professional thinks",
    "retraction": "Taken off this child's page: it was about another child",
    "return_home": "Went home",
    "section_47_enquiry": "Section 47 enquiry begun",
    "sent_back": "Sent back: not enough to decide on",
    "stepped_down": "A service stepped down or closed",
    "threshold_decision": "What response a worry gets",
    "update_read": "Read what was to be read",
    "waiver": "Decided not to, because",
    "works_at": "Who works where",
}
_ROLES = {
    Role.EMERGENCY_DUTY: "Emergency Duty worker",
    Role.GP: "GP",
    Role.HUB_DECISION_MAKER: "decision-maker",
    Role.UNKNOWN: "somebody (we do not know their role)",
}
#: Words of the closed lists that a person would not read as they are written there.
_WORDS = {
    "emotional": "emotional harm",
    "gp_registration": "GP registration",
    "physical": "physical harm",
    "sexual": "sexual harm",
    "asked_none_given": "asked, and none given",
    "childs_words": "the child's own words",
    "could": "yes",
    "could_not": "no",
    "concern": "there are concerns about them",
    "head_unspecified": "head, nobody wrote where",
    "no_further_action": "no further action by social care",
    "non_accidental_probable": "probably non-accidental",
    "not_brought": "was not brought",
    "kith": "Kith",
    "old_system": "the old social care system",
    "other_councils": "other councils",
    "invisible_men": "the Myth of Invisible Men",
    "parents_partner": "parent's partner",
    "section_17_and_47": "section 17 and section 47",
    "refused": "the family said no",
    "unknown_mark": "a mark, nobody wrote of what sort",
}
_UNSAID = {"not_recorded", "not_said", "not_known", "not_given", "neither", "unknown", "other"}
#: Fields whose value alone would not say what it is about.
_NAMED = {
    "agrees": "agrees:",
    "asked_for_from": "asked for from:",
    "asked_of": "asked of",
    "asks_for": "asks for",
    "came": "came:",
    "cares_alone": "cares alone:",
    "children_present": "children there:",
    "claimed_at": "said to have happened",
    "could_be_caused": "somebody could have caused it:",
    "could_show_wrong": "what could show it is wrong:",
    "due_at": "by",
    "expires_on": "until",
    "family_aware": "family aware:",
    "from_area": "from",
    "harm": "about",
    "heard": "heard:",
    "help_sought_at": "help sought",
    "in_danger": "in danger now:",
    "knows_them": "knows the family:",
    "look_again_on": "looked at again on",
    "needed_care": "needed care:",
    "next_on": "next on",
    "not_to_be_had_from": "not to be had from:",
    "of_agency": "of",
    "open_lines": "left open:",
    "owner_agency": "of",
    "owner_role": "owed by the",
    "parental_responsibility": "parental responsibility:",
    "pattern": "shape:",
    "place": "at",
    "read_by": "to be read by",
    "read_in": "looked in:",
    "reasons": "for reasons of",
    "recommends": "recommends",
    "result": "so far:",
    "ring_back": "ring back",
    "risk_now": "risk now:",
    "safe_to_contact": "safe to contact:",
    "schools": "to be told before the child next comes:",
    "seen": "seen:",
    "seen_alone": "seen alone:",
    "setting": "at",
    "shown_done_by": "shown by:",
    "stays_overnight": "stays overnight:",
    "teller": "told by",
    "their_words": "their words:",
    "thinks": "thinks:",
    "to": "to",
    "to_agency": "to",
    "to_area": "to",
    "to_name": "to",
    "to_whom": "to",
    "told_agency": "to",
    "told_by": "told by",
    "told_role": "to the",
    "what_for": "for",
    "where_now": "now",
    "who_had_care": "cared for then by",
    "with_agency": "with",
    "with_person": "with",
    "with_whom": "with",
    "witness": "seen to happen by:",
    "worst_grade": "worst grade",
}


@dataclass(frozen=True, slots=True)
class EntryInWords:
    """Says entries. `person`, `agency` and `place` name what an entry's ids point at; an empty name is left out."""

    person: Callable[[UUID], str]
    agency: Callable[[UUID], str]
    place: Callable[[UUID], str]

    def details(self, fact: Fact) -> Iterator[str]:
        """What each coded field says, in the order the kind declares them."""
        for name, (declared, hint) in own_fields(type(fact)).items():
            value = getattr(fact, name)
            if name in ("on", "rule") or value in (None, "", ()) or (name == "count" and value == declared.default):
                continue
            words = self._in_words(name, value, without_none(hint)[0])
            if words:
                yield f"{_NAMED[name]} {words}" if name in _NAMED else words

    def _in_words(self, name: str, value: Any, hint: Any) -> str:
        if get_origin(hint) is tuple:
            told = [self._in_words(name, one, get_args(hint)[0]) for one in value]
            return ", ".join(one for one in told if one)
        if get_origin(hint) is Annotated:
            named = {"person": self.person, "agency": self.agency, "household": self.place}.get(get_args(hint)[1])
            return named(value) if named else ""
        if isinstance(value, Role):
            return "" if value == Role.UNKNOWN else role_in_words(value)
        if isinstance(value, StrEnum):
            return word_in_words(value)
        if isinstance(value, datetime):
            return when(value)
        if isinstance(value, date):
            return day_in_words(value)
        return {"size_mm": f"{value} mm", "count": f"{value} of them"}.get(name, str(value))


def kind_in_words(fact: Fact) -> str:
    """What sort of entry it is: "A mark or injury", "Visit"."""
    return _KINDS.get(fact.kind, fact.kind.replace("_", " ").capitalize())


def role_in_words(role: Role) -> str:
    """A role as people say it."""
    return _ROLES.get(role, role.value.replace("_", " "))


def word_in_words(word: StrEnum) -> str:
    """A word of a closed list as people say it; empty when it says that nobody wrote it down."""
    return "" if word.value in _UNSAID else _WORDS.get(word.value, word.value.replace("_", " "))


def day_in_words(day: date) -> str:
    """A day with its name and year."""
    return f"{day:%A} {day.day} {day:%B %Y}"
