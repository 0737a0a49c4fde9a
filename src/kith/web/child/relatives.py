"""What somebody is to a child, in one word, as last said."""

from collections.abc import Iterator
from uuid import UUID

from kith.policy.facts import Person
from kith.policy.facts.family import KeyAdult, Relationship
from kith.policy.picture import ChildPicture
from kith.replay.entry_in_words import word_in_words
from kith.vocabulary import Relation, Sex

#: What somebody is to the child, of a woman or girl, of a man or boy, and of anybody.
_RELATIVES = {
    Relation.STEP_PARENT: ("stepmother", "stepfather", "step-parent"),
    Relation.GRANDPARENT: ("grandmother", "grandfather", "grandparent"),
    Relation.SIBLING: ("sister", "brother", "sibling"),
    Relation.HALF_SIBLING: ("sister", "brother", "sibling"),
    Relation.AUNT_OR_UNCLE: ("aunt", "uncle", "aunt or uncle"),
}
BY_SEX = {Sex.FEMALE: 0, Sex.MALE: 1, Sex.NOT_RECORDED: 2}
_SIBLINGS = (Relation.SIBLING, Relation.HALF_SIBLING)


def relative(picture: ChildPicture, person: Person) -> str:
    """What somebody is to the child, in one word, as last said; "" when nobody said."""
    said = _relations(picture, person.id)
    last = next((one for one in said if one not in (Relation.NOT_KNOWN, Relation.OTHER)), None)
    if last is None:
        return ""
    words = _RELATIVES.get(last)
    return words[BY_SEX[person.sex]] if words else word_in_words(last)


def _relations(picture: ChildPicture, who: UUID) -> Iterator[Relation]:
    """Every relation of somebody to the child, the last said first; between brothers and sisters either way round."""
    yield from (one.relation for one in picture.of(KeyAdult).backwards() if one.adult == who)
    for fact in reversed(picture.shelves.shelf(who, Relationship).facts):
        if isinstance(fact, Relationship) and fact.to == picture.id:
            yield fact.relation
    for one in picture.of(Relationship).backwards():
        if one.to == who and one.relation in _SIBLINGS:
            yield one.relation
