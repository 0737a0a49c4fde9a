"""Who is in a child's life and who works with the child, as a page shows them; and whom not to reach, or tell."""

from dataclasses import replace
from uuid import UUID

from kith.journey.reading import Record
from kith.policy.calendar import london_day
from kith.policy.facts.family import MayBeTold, NotToBeTold, SafeContact
from kith.policy.picture import ChildPicture
from kith.policy.readings import open_involvements
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import Answered, Identity, Living, Service
from kith.web.child.homes import LIVES, homes
from kith.web.child.relatives import relative
from kith.web.shown import ShownBanner, ShownPanel, ShownPerson
from kith.web.telling import agency_words, child_url, since_words
from kith.web.words import age_of, capital, day_words


def involved_panel(record: Record) -> ShownPanel:
    """The services open to the child, as far as anybody entered them."""
    picture = record.picture
    today = london_day(picture.at)
    people = tuple(
        ShownPerson(
            name=record.names.agency(one.with_agency),
            part=capital(word_in_words(one.service)),
            detail=capital(since_words(one, today)),
            unknown=False,
        )
        for one in open_involvements(picture, *Service)
    )
    return ShownPanel("Who is involved", people, "Nobody has entered that a service is open to this child.")


def household_panel(record: Record) -> ShownPanel:
    """Who lives or stays with the child; and in one line, or as a gap, the key adults who do not, each as last said."""
    picture = record.picture
    at_home = _at_home(picture)
    key_adults = [one for one in _key_adults(picture) if one not in at_home]
    elsewhere = [_person(picture, who) for who in key_adults]
    people = [_person(picture, who, living) for who, living in at_home.items()]
    named = [f"{one.name}, {one.part[:1].lower()}{one.part[1:]}".rstrip(", ") for one in elsewhere if not one.unknown]
    then = f"?known_on={record.known_on}" if record.known_on else ""
    return ShownPanel(
        "Who lives there",
        (*people, *(replace(one, detail=f"Not said to live there. {one.detail}") for one in elsewhere if one.unknown)),
        "Nobody has entered who lives with this child.",
        note=_as_told(record),
        after=f"Elsewhere: {'; '.join(named)}." if named else "",
        link_words="Family and key adults",
        link_url=f"{child_url(picture.id)}adults/{then}",
    )


def _at_home(picture: ChildPicture) -> dict[UUID, Living]:
    """How each belongs to the child's homes: the home said last first, and in each whoever lives there first."""
    said: dict[UUID, Living] = {}
    for home in reversed(homes(picture)):
        for who, one in sorted(home.others.items(), key=lambda pair: (pair[1].living not in LIVES, pair[0])):
            said.setdefault(who, one.living)
    return said


def _as_told(record: Record) -> str:
    """When and by whom it was last said where the child lives."""
    last = next(reversed(homes(record.picture)), None)
    if last is None:
        return ""
    day = day_words(london_day(last.own.at), london_day(record.picture.at))
    agency = agency_words(last.own, record.names)
    return f"As entered {day}" + (f" by {agency}" if agency else "")


def banners(record: Record) -> tuple[ShownBanner, ...]:
    """The safe way to reach each person, as last set, and every silence that nobody has lifted."""
    picture = record.picture
    today = london_day(picture.at)
    safe_ways = {one.person: one for one in reversed(tuple(picture.of(SafeContact).backwards()))}
    shown = [
        ShownBanner(
            "safe_contact",
            f"Safe contact: {record.names.person(who)}.",
            f"Reach {record.names.person(who)} only: {safe.way.rstrip('.')}. "
            f"Set by {safe.by_name or 'somebody'}, {day_words(london_day(safe.at), today)}.",
        )
        for who, safe in safe_ways.items()
    ]
    shown += [
        ShownBanner(
            "not_told",
            f"{record.names.person(silence.person)} does not know about {silence.what}.",
            f"Do not tell them. Decided by {silence.by_name or 'somebody'}, {day_words(london_day(silence.at), today)}; "
            f"looked at again {day_words(silence.look_again_on, today)}.",
        )
        for silence in _not_to_be_told(picture)
    ]
    return tuple(shown)


def _not_to_be_told(picture: ChildPicture) -> tuple[NotToBeTold, ...]:
    lifted = {one.decision for one in picture.of(MayBeTold).backwards()}
    return tuple(one for one in picture.of(NotToBeTold).backwards() if one.entry not in lifted)


def _key_adults(picture: ChildPicture) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(one.adult for one in picture.key_adults.backwards() if one.adult != picture.id))


def _person(picture: ChildPicture, who: UUID, living: Living | None = None) -> ShownPerson:
    """Somebody by name and age, with what they are to the child, and how they belong there if they do not just live there."""
    person = picture.person(who)
    said = next((one for one in picture.key_adults.backwards() if one.adult == who), None)
    part = [relative(picture, person)]
    part += ["cares for the child alone"] if said and said.cares_alone == Answered.YES else []
    stays = said and said.stays_overnight == Answered.YES and living not in LIVES
    part += ["stays overnight"] if stays else []
    where = word_in_words(living) if living and living != Living.LIVES_THERE else ""
    unknown = person.identity != Identity.KNOWN and person.born_from is None
    gap = "No full name or birth date has been entered" if unknown else ""
    age = "" if person.born_from is None else age_of(person, london_day(picture.at)).removeprefix("aged ")
    return ShownPerson(
        name=f"{person.name}, {age}" if age else person.name,
        part=capital(", ".join(one for one in part if one)),
        detail=". ".join(capital(one) for one in (where, gap) if one),
        unknown=unknown,
    )
