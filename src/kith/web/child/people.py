"""Who is in a child's life and who works with the child, as a page shows them; and whom not to reach, or tell."""

from uuid import UUID

from kith.journey.reading import Record
from kith.policy.calendar import london_day
from kith.policy.facts.family import KeyAdult, MayBeTold, NotToBeTold, SafeContact
from kith.policy.picture import ChildPicture
from kith.policy.readings import open_involvements
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import Answered, Identity, Living, Service
from kith.web.shown import ShownBanner, ShownPanel, ShownPerson
from kith.web.telling import since_words
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
    """Who lives with the child, and the key adults who do not, each as last said."""
    picture = record.picture
    living = {who: one.living for one in picture.household() for who in one.about if who != picture.id}
    parts = _parts(picture)
    people = [_person(picture, who, parts.get(who, ""), living.get(who)) for who in dict.fromkeys((*living, *parts))]
    return ShownPanel(
        "Who lives there, and key adults",
        tuple(people),
        "Nobody has entered who lives with this child, or who the key adults are.",
    )


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


def _parts(picture: ChildPicture) -> dict[UUID, str]:
    """What each key adult is to the child, as last said."""
    told = {one.adult: _part(one) for one in reversed(tuple(picture.key_adults.backwards()))}
    return {who: part for who, part in told.items() if who != picture.id}


def _part(adult: KeyAdult) -> str:
    said = [capital(word_in_words(adult.relation))]
    said += ["cares for the child alone"] if adult.cares_alone == Answered.YES else []
    said += ["stays overnight"] if adult.stays_overnight == Answered.YES else []
    return ", ".join(one for one in said if one)


def _person(picture: ChildPicture, who: UUID, part: str, living: Living | None) -> ShownPerson:
    person = picture.person(who)
    where = capital(word_in_words(living)) if living else ""
    age = "" if person.born_from is None else age_of(person, london_day(picture.at))
    unknown = person.identity != Identity.KNOWN and person.born_from is None
    gap = "No full name or birth date has been entered" if unknown else ""
    detail = ". ".join(capital(one) for one in (where, age, gap) if one)
    return ShownPerson(name=person.name, part=part, detail=detail, unknown=unknown)
