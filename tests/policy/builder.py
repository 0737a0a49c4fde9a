"""A picture of a child in the words of practice: who saw what, when, and what was done about it.

Everything is named in plain text: `the("first mark")` is its id, wherever it is asked for. A story never changes:
each step gives a new one, so that two stories that differ by a single fact share all the rest.

    a_child().open_to_social_care(on="2026-11-16").bruise(on="2026-12-24T12:30", by="nursery").at("2026-12-24T16:30")
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin
from uuid import NAMESPACE_URL, UUID, uuid5

from kith.policy import calendar
from kith.policy.facts import KINDS, Agency, Fact, Happened, Person
from kith.policy.facts.fields import own_fields, without_none
from kith.policy.findings import Finding
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import Assessment, Rulebook, assess, rulebook
from kith.policy.shelves import Shelves
from kith.vocabulary import AgencyType, Certainty, Identity, LifeStage, Role, Severity

NAMES = uuid5(NAMESPACE_URL, "urn:kith:tests")

#: The eve of four days on which no office is open: Thursday 24 December 2026.
CHRISTMAS_EVE = "2026-12-24T16:30"

REPEATED = "repeated_injuries_raise_non_accidental_injury"
ANSWERED = "open_concern_is_answered_before_stepping_down"
SEEN = "child_is_seen_within_the_visiting_interval"


def the(name: str) -> UUID:
    """The id of whatever has this name: an entry, a person, an agency, a household."""
    return uuid5(NAMES, name)


#: Who works with the children of these tests: name, how a sentence names them, type, and the role that enters for them.
_PARTNERSHIP = {
    "nursery": ("Larkfield Nursery", AgencyType.NURSERY, Role.NURSERY_WORKER),
    "surgery": ("Millpond Surgery", AgencyType.GP_PRACTICE, Role.GP),
    "hospital": ("the Royal Hospital", AgencyType.HOSPITAL, Role.PAEDIATRICIAN),
    "health visiting": ("Northfield Health Visiting", AgencyType.HEALTH_VISITING, Role.HEALTH_VISITOR),
    "north": ("North Locality Team", AgencyType.SOCIAL_CARE, Role.SOCIAL_WORKER),
    "south": ("South Locality Team", AgencyType.SOCIAL_CARE, Role.SOCIAL_WORKER),
    "hub": ("the front door hub", AgencyType.HUB, Role.HUB_DECISION_MAKER),
    "early help": ("Early Help", AgencyType.EARLY_HELP, Role.EARLY_HELP_WORKER),
    "night": ("the Emergency Duty Service", AgencyType.EMERGENCY_DUTY, Role.EMERGENCY_DUTY),
    "school": ("Ashgrove Primary School", AgencyType.SCHOOL, Role.SCHOOL_STAFF),
    "police": ("the police", AgencyType.POLICE, Role.POLICE_OFFICER),
    "family": ("family", AgencyType.FAMILY, Role.FAMILY_MEMBER),
    "nobody said": ("nobody said", AgencyType.UNKNOWN, Role.UNKNOWN),
}
AGENCIES = tuple(Agency(id=the(name), name=called, type=type_) for name, (called, type_, _) in _PARTNERSHIP.items())


def moment(said: str) -> datetime:
    """A moment in London; a day alone means its last second."""
    try:
        return calendar.end_of_day(date.fromisoformat(said))
    except ValueError:
        return calendar.read_local_time(said)


def when(said: str) -> Happened:
    """When something happened: `2026-12-24T12:30`, a day, or `2026-12-01/2026-12-24` for somewhere between."""
    first, _, last = said.partition("/")
    if last:
        return Happened(start=_begins(first), end=moment(last), certainty=Certainty.RANGE)
    start, end = _begins(first), moment(first)
    return Happened(start=start, end=end, certainty=Certainty.EXACT if start == end else Certainty.DAY)


def _begins(said: str) -> datetime:
    try:
        return calendar.start_of_day(date.fromisoformat(said))
    except ValueError:
        return moment(said)


@dataclass(frozen=True, kw_only=True)
class Story:
    """What was entered about one child, and about whoever else is named."""

    child: str
    people: tuple[Person, ...]
    facts: tuple[Fact, ...] = ()
    latest_injury: str = ""
    latest_service: str = ""
    latest_contact: str = ""
    _counted: dict[str, int] = field(default_factory=dict)

    # -- anything at all ------------------------------------------------------------------------------------------

    def tell(
        self,
        kind: str,
        *,
        on: str,
        by: str = "north",
        called: str = "",
        entered: str = "",
        about: Iterable[str] = (),
        together_with: str = "",
        corrects: str = "",
        **fields: Any,
    ) -> "Story":
        """Enter one thing of any kind. Entered when it happened, by `by`, about the child, unless told otherwise."""
        number = self._counted.get(kind, 0) + 1
        called = called or f"{kind} {number}"
        happened = when(on)
        fact = KINDS[kind](
            entry=the(called),
            about=tuple(the(one) for one in (about or (self.child,))),
            happened=happened,
            at=moment(entered) if entered else happened.end,
            role=_PARTNERSHIP[by][2],
            agency=the(by),
            occasion=the(f"occasion of {together_with or called}"),
            corrects=the(corrects) if corrects else None,
            **_read(KINDS[kind], fields),
        )
        return replace(self, facts=(*self.facts, fact), _counted={**self._counted, kind: number})

    def without(self, called: str) -> "Story":
        """The same, had this one thing never been entered."""
        assert self[called]
        return replace(self, facts=tuple(fact for fact in self.facts if fact.entry != the(called)))

    def had(self, called: str, **fields: Any) -> "Story":
        """The same, had this one thing been entered otherwise in one respect."""
        one = self[called]
        other = replace(one, **_read(type(one), fields))
        assert other != one, "A story that differs in nothing shows nothing."
        return replace(self, facts=tuple(other if fact is one else fact for fact in self.facts))

    def __getitem__(self, called: str) -> Fact:
        return next(fact for fact in self.facts if fact.entry == the(called))

    # -- people ---------------------------------------------------------------------------------------------------

    def knowing(
        self, name: str, *, born: str = "", expected: str = "", stage: str = "adult", called: str = ""
    ) -> "Story":
        """Somebody else, by the name the tests use; `called` is the name the record has, and empty when it has none."""
        person = Person(
            id=the(name),
            name=called,
            identity=Identity.KNOWN if called else Identity.UNKNOWN,
            born_from=date.fromisoformat(born) if born else None,
            born_until=date.fromisoformat(born) if born else None,
            expected_on=date.fromisoformat(expected) if expected else None,
            stage_said=LifeStage(stage),
        )
        return replace(self, people=(*self.people, person))

    def living_in(self, home: str, *, on: str, who: str = "", living: str = "lives_there", **told: Any) -> "Story":
        about = (who or self.child,)
        return self.tell("household_membership", on=on, about=about, household=home, living=living, **told)

    def cared_for_by(self, adult: str, *, on: str, **told: Any) -> "Story":
        return self.tell("key_adult", on=on, adult=adult, **told)

    # -- what was seen and said -----------------------------------------------------------------------------------

    def bruise(self, *, on: str, by: str = "nursery", called: str = "", **told: Any) -> "Story":
        """A bruise somebody saw; of region, count and the rest nothing is recorded unless told."""
        called = called or f"injury {self._counted.get('injury', 0) + 1}"
        told = {"type": "bruise", **told}
        return replace(self.tell("injury", on=on, by=by, called=called, **told), latest_injury=called)

    def account(self, *, on: str, of: str = "", by: str = "nursery", **told: Any) -> "Story":
        """What somebody said of a mark: the last one told of, unless `of` names another."""
        return self.tell("account", on=on, by=by, injury=of or self.latest_injury, **told)

    def accounts_judged(self, judged: str, *, on: str, of: str = "", **told: Any) -> "Story":
        return self.tell("account_judgement", on=on, injury=of or self.latest_injury, judged=judged, **told)

    def explained_bruise(self, *, on: str, called: str = "", by: str = "nursery", **told: Any) -> "Story":
        """A grazed-knee sort of mark: a common place, and one steady account that fits a child who runs."""
        bruised = self.bruise(on=on, by=by, called=called, **{"region": "knee", **told})
        name = bruised.latest_injury
        return bruised.account(
            on=on, by=by, called=f"account of {name}", mechanism="fell_walking_or_running", given="asked"
        )

    def able(self, stage: str, *, on: str, by: str = "health visiting", **told: Any) -> "Story":
        """What the child was seen able to do."""
        return self.tell("development", on=on, by=by, stage=stage, **told)

    def observed(self, *, on: str, theme: str = "interaction", sense: str = "worry", **told: Any) -> "Story":
        return self.tell("observation", on=on, theme=theme, sense=sense, **{"by": "nursery", **told})

    def seen(self, *, on: str, by: str = "north", outcome: str = "made", seen: str = "yes", **told: Any) -> "Story":
        """A visit on which the child was seen."""
        return self.tell("visit", on=on, by=by, outcome=outcome, seen=seen, **told)

    def nobody_in(self, *, on: str, by: str = "north", **told: Any) -> "Story":
        return self.seen(on=on, by=by, outcome="nobody_in", seen="not_recorded", **told)

    # -- services, contacts and decisions -------------------------------------------------------------------------

    def open_to(self, service: str, *, on: str, with_agency: str, called: str = "", **told: Any) -> "Story":
        called = called or f"involvement {self._counted.get('involvement', 0) + 1}"
        told = {"by": with_agency, "with_agency": with_agency, **told}
        return replace(self.tell("involvement", on=on, called=called, service=service, **told), latest_service=called)

    def open_to_social_care(self, *, on: str, **told: Any) -> "Story":
        return self.open_to("social_care", on=on, with_agency="north", **told)

    def child_in_need(self, *, on: str, **told: Any) -> "Story":
        return self.open_to("child_in_need", on=on, with_agency="north", **told)

    def child_protection_plan(self, *, on: str, **told: Any) -> "Story":
        return self.open_to("child_protection_plan", on=on, with_agency="north", **told)

    def open_to_early_help(self, *, on: str, **told: Any) -> "Story":
        return self.open_to("early_help", on=on, with_agency="early help", **told)

    def stepped_down(self, *, on: str, of: str = "", to: str = "universal", **told: Any) -> "Story":
        return self.tell("stepped_down", on=on, involvement=of or self.latest_service, to=to, **told)

    def worry_told(self, *, on: str, by: str = "family", called: str = "", **told: Any) -> "Story":
        """A contact: somebody tells us something about the child."""
        called = called or f"contact {self._counted.get('contact', 0) + 1}"
        return replace(self.tell("contact", on=on, by=by, called=called, **told), latest_contact=called)

    def decided(self, outcome: str, *, on: str, of: str = "", by: str = "hub", **told: Any) -> "Story":
        """A threshold decision on a contact."""
        return self.tell("threshold_decision", on=on, by=by, contact=of or self.latest_contact, outcome=outcome, **told)

    # -- answers --------------------------------------------------------------------------------------------------

    def looked_and_thought(self, *names: str, on: str, rule: str = REPEATED, of: str = "", **told: Any) -> "Story":
        """Somebody's answer to a concern, naming what they read."""
        return self.tell("consideration", on=on, rule=rule, **{"evidence": names, **told, "on_": of or self.child})

    def waived(self, *names: str, on: str, rule: str, of: str = "", **told: Any) -> "Story":
        return self.tell("waiver", on=on, rule=rule, **{"evidence": names, **told, "on_": of or self.child})

    def retracted(self, called: str, *, on: str, **told: Any) -> "Story":
        """An entry that was about the wrong child."""
        return self.tell("retraction", on=on, retracts=called, **told)

    # -- the picture ----------------------------------------------------------------------------------------------

    def at(self, said: str | datetime = CHRISTMAS_EVE, *, who: str = "") -> ChildPicture:
        """The picture of the child, or of somebody else named, as known at a moment."""
        then = moment(said) if isinstance(said, str) else said
        return ChildPicture(id=the(who or self.child), at=then, shelves=self.shelves(then))

    def shelves(self, then: datetime) -> Shelves:
        """All that had been entered by a moment, put in moment by moment as the days went by."""
        shelves = Shelves().with_people(self.people).with_agencies(AGENCIES)
        known = [fact for fact in self.facts if fact.at <= then]
        for at in sorted({fact.at for fact in known}):
            shelves = shelves.with_facts(tuple(fact for fact in known if fact.at == at))
        return shelves


def a_child(called: str = "Robin", *, born: str = "2024-05-03", **told: Any) -> Story:
    """A child of two and a half at Christmas 2026, of whom nothing else is known. Empty `born`: nobody has the day."""
    return Story(child=called, people=()).knowing(called, born=born, called=called, **told)


def entries(*names: str) -> set[UUID]:
    """The ids of entries, by name."""
    return {the(name) for name in names}


# -- what the rules say -----------------------------------------------------------------------------------------


def of_these(*names: str) -> Rulebook:
    """A book of these rules alone, for what is promised of any book."""
    return Rulebook(rules=tuple(one for one in rulebook().rules if one.name in names))


#: A look that may turn serious, a hold, and something that must be done by a day.
THREE = (REPEATED, ANSWERED, SEEN)


def told_of(picture: ChildPicture, book: Rulebook | None = None) -> Assessment:
    """What the whole book says; no rule may have broken."""
    assessment = assess(picture, book or rulebook())
    assert assessment.could_not_check == ()
    return assessment


def all_said(rule_name: str, picture: ChildPicture, book: Rulebook | None = None) -> tuple[Finding, ...]:
    """Everything one rule says of a picture."""
    assert rule_name in rulebook().names, f"There is no rule {rule_name}."
    return tuple(one for key, one in told_of(picture, book).findings.items() if key.rule == rule_name)


def speaks(rule_name: str, picture: ChildPicture, book: Rulebook | None = None) -> Finding:
    """The one thing the rule says of this picture."""
    said = all_said(rule_name, picture, book)
    assert len(said) == 1, f"{rule_name} was expected to speak once, and said {len(said)} things."
    return said[0]


def is_silent(rule_name: str, picture: ChildPicture, book: Rulebook | None = None) -> None:
    """Nothing is said by the rule of this picture."""
    assert all_said(rule_name, picture, book) == ()


def is_fit_to_read(finding: Finding) -> bool:
    """One sentence of at most 25 words, and none of the code's own words in it or in what to do next."""
    assert len(finding.sentence.split()) <= 25, f"{len(finding.sentence.split())} words: {finding.sentence}"
    assert finding.sentence.endswith(".") and ". " not in finding.sentence, finding.sentence
    assert finding.do_next.endswith(".")
    words = f"{finding.sentence} {finding.do_next}".lower()
    unfit = ("_", *Severity, "obligation", "hold ", "alert", "finding", "none", "null", "entry id", "uuid", "  ")
    return not [word for word in unfit if word in words.replace("considered", "")]


ONE_SECOND = timedelta(seconds=1)


# -- reading words into fields ------------------------------------------------------------------------------------


def _read(kind: type[Fact], fields: dict[str, Any]) -> dict[str, Any]:
    known = own_fields(kind)
    named = {"on" if name == "on_" else name: value for name, value in fields.items()}
    return {name: _value(known[name][1], value) if name in known else value for name, value in named.items()}


def _value(hint: Any, value: Any) -> Any:
    hint, _ = without_none(hint)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in value)
    if not isinstance(value, str):
        return value
    if get_origin(hint) is Annotated:
        return the(value)
    if hint is datetime:
        return moment(value)
    if hint is date:
        return date.fromisoformat(value)
    return hint(value) if issubclass(hint, StrEnum) else value
