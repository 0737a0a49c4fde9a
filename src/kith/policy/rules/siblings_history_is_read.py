"""What is on record of another child of the family is read for this child too."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

from kith.policy import standards
from kith.policy.facts import Fact, Person
from kith.policy.facts.family import HouseholdMembership, Involvement, KeyAdult
from kith.policy.facts.front_door import Contact
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, entries_of, who_answers_for
from kith.policy.readings.history import entries_read, history_of, is_read, matters_open
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Harm, Role

_HARMS = (Harm.NEGLECT, Harm.PHYSICAL)
_ALWAYS = datetime.min.replace(tzinfo=UTC)


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not matters_open(picture):
        return "a contact that nobody has decided, or a service that is open to the child"
    return "another child of the family with social care or a worry on record that nobody has read for this child"


@rule(
    reads=ChildPicture,
    learning=(6, 7),
    why="What happened to a brother, a sister or another child the same adults look after may matter for this child.",
    source="Case Study Luke, Summary of Learning, points 6 and 7. Which entries, and by when, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("history_check",),
)
def siblings_history_is_read(picture: ChildPicture) -> Iterator[Obligation]:
    """Read what is on record of other children of the family when this child is open to help or newly worried about."""
    matters = matters_open(picture)
    if not matters:
        return
    began = min(one.at for one in matters)
    siblings, read = picture.siblings(), entries_read(picture)
    for sibling in siblings:
        unread = tuple(
            one for one in history_of(picture, sibling.id) if _matters(one) and not is_read(picture, one, read)
        )
        if unread:
            yield _read_it(picture, sibling, unread, began)


def _read_it(picture: ChildPicture, sibling: Person, unread: tuple[Fact, ...], began: datetime) -> Obligation:
    known = max(began, min(one.at for one in unread), _known_to_belong_since(picture, sibling.id))
    entries = "1 entry" if len(unread) == 1 else f"{len(unread)} entries"
    return Obligation(
        about=sibling.id,
        sentence=f"Nobody who decides for {picture.child.called} has read {entries} of contacts or social care about {sibling.called}.",
        do_next=f"read them, and write in the history of {picture.child.called} what they change.",
        evidence=entries_of(unread),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.DUTY_ANSWERED, known),
        clock=Clock.WORKING,
    )


def _matters(one: Contact | Involvement) -> bool:
    if isinstance(one, Contact):
        return one.harm in _HARMS
    return one.service in SOCIAL_CARE_SERVICES


def _known_to_belong_since(picture: ChildPicture, sibling: UUID) -> datetime:
    """When it was first on record that the two share a home or somebody who looks after them."""
    mine, theirs = _belongs_to(picture, picture.id), _belongs_to(picture, sibling)
    return min(max(mine[what], theirs[what]) for what in mine.keys() & theirs.keys())


def _belongs_to(picture: ChildPicture, who: UUID) -> dict[UUID, datetime]:
    """The homes and adults of somebody, themselves among them, and when each was first said."""
    said: dict[UUID, datetime] = {who: _ALWAYS}
    homes = ((one.household, one.at) for one in picture.of_person(who, HouseholdMembership).backwards())
    adults = ((one.adult, one.at) for one in picture.of_person(who, KeyAdult).backwards())
    for what, at in (*homes, *adults):
        said[what] = min(at, said.get(what, at))
    return said
