"""The one sentence under a child's name: whom the child lives with, and since when there is a social worker.

It has twenty words at most, says nothing that nobody entered, and says what is missing.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from kith.policy.calendar import london_day
from kith.policy.facts import Fact, Person
from kith.policy.facts.casework import Placement, ReturnHome
from kith.policy.facts.family import Allocation
from kith.policy.picture import ChildPicture, is_child
from kith.policy.readings import SOCIAL_CARE_SERVICES, open_involvements, open_social_care, unbroken_since
from kith.vocabulary import Certainty, Identity, Living, Role, Service
from kith.web.child.homes import LIVES, homes
from kith.web.child.relatives import BY_SEX, relative
from kith.web.words import age_of, first_name, plain_day

WORDS_AT_MOST = 20

#: By sex: whose somebody is, and how the child is called on.
_WHOSE = ("her", "his", "their")
_WHO = ("she lives", "he lives", "they live")


def child_sentence(picture: ChildPicture) -> str:
    """The sentence, with as many names as its twenty words have room for."""
    helped, with_a_worker = _helped(picture)
    for lives in _lives(picture):
        said = _joined(picture, lives, helped, with_a_worker)
        if len(said.split()) <= WORDS_AT_MOST:
            break
    return said


def _joined(picture: ChildPicture, lives: str, helped: str, with_a_worker: bool) -> str:
    name, sex = first_name(picture.child), BY_SEX[picture.child.sex]
    if lives and with_a_worker:
        return f"{name} {lives}, and {helped}."
    if lives:
        return f"{name} {lives}. {helped or 'No open social care or early help on record'}."
    if with_a_worker:
        return f"{name} {helped}. Nobody has entered whom {_WHO[sex]} with."
    if helped:
        return f"{helped}. Nobody has entered whom {name} lives with."
    return f"Nobody has entered whom {name} lives with, or that social care or early help is open."


# -- who helps --------------------------------------------------------------------------------------------------------


def _helped(picture: ChildPicture) -> tuple[str, bool]:
    """Since when somebody helps; and whether we know who. With a name it goes on from the child's, else it stands alone."""
    today = london_day(picture.at)
    episode = open_social_care(picture)
    if episode is None:
        early = open_involvements(picture, Service.EARLY_HELP)
        return (f"has had early help {_since(early[-1], today)}", True) if early else ("", False)
    first = unbroken_since(picture, episode, *SOCIAL_CARE_SERVICES)
    worker = _first_worker(picture, first)
    named = {
        Service.CHILD_PROTECTION_PLAN: ("has had a child protection plan", "On a child protection plan"),
        Service.LOOKED_AFTER: ("has been looked after", "Looked after"),
    }.get(episode.service)
    if worker:
        begun = _since(episode if named else worker, today)
        return f"{named[0] if named else 'has had a social worker'} {begun}", True
    begun = _since(episode if named else first, today)
    return f"{named[1] if named else 'Open to social care'} {begun}; no social worker named", False


def _first_worker(picture: ChildPicture, first: Fact) -> Allocation | None:
    """The first social worker who was named since this piece of work began."""
    said = picture.of(Allocation).backwards()
    named = [one for one in said if one.worker_role == Role.SOCIAL_WORKER and one.happened.end >= first.happened.start]
    return named[-1] if named else None


def _since(fact: Fact, today: date) -> str:
    """Since when, no surer than we know."""
    first, last = london_day(fact.happened.start), london_day(fact.happened.end)
    if fact.happened.certainty == Certainty.ABOUT:
        return f"since about {plain_day(first + (last - first) // 2, today)}"
    if first == last:
        return f"since {plain_day(last, today)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"since {first:%B %Y}"
    return f"since some time in {first.year}" if first.year == last.year else f"since {first.year} or later"


# -- whom the child lives with ----------------------------------------------------------------------------------------


def _lives(picture: ChildPicture) -> Iterator[str]:
    """Whom the child lives with, in fewer and fewer words; "" when nobody has entered it."""
    if picture.child.born_from is None and picture.child.expected_on is not None:
        yield "is not born yet"
        return
    home = next((one for one in reversed(homes(picture)) if one.own.living in LIVES), None)
    placed, back = picture.of(Placement).last(), picture.of(ReturnHome).last()
    if placed and all(placed.happened.end > one.happened.end for one in (back, home and home.own) if one):
        yield f"lives with {placed.with_whom}"
        yield "lives away from home"
        return
    people = [picture.person(who) for who, one in home.others.items() if one.living in LIVES] if home else []
    people = [one for one in people if one.born_from or one.expected_on is None]
    if not home or not people:
        yield ""
        return
    with_them = "lives with" if home.own.living == Living.LIVES_THERE else "lives part of the time with"
    people.sort(key=lambda one: (is_child(one, picture.at), one.born_from or date.max, one.id))
    relatives = {one.id: relative(picture, one) for one in people}
    yield f"{with_them} {_listed([_named(picture, one, relatives[one.id]) for one in people])}"
    yield f"{with_them} {_listed(list(_by_relation(picture, list(relatives.values()))))}"
    yield f"{with_them} {len(people)} {'other' if len(people) == 1 else 'others'}"


def _named(picture: ChildPicture, person: Person, relative: str) -> str:
    """Somebody by first name, with what they are to the child, and of a child the age: "his sister Isla, 5"."""
    name = f"“{person.name}”" if person.name and person.identity == Identity.UNKNOWN else first_name(person)
    if relative:
        whose = _WHOSE[BY_SEX[picture.child.sex]]
        name = f"{whose} {relative} {name}" if person.name else f"{whose} {relative}"
    age = age_of(person, london_day(picture.at)).removeprefix("aged ")
    return f"{name}, {age}" if is_child(person, picture.at) and person.born_from else name


def _by_relation(picture: ChildPicture, relatives: list[str]) -> Iterator[str]:
    whose = _WHOSE[BY_SEX[picture.child.sex]]
    for what, many in Counter(one for one in relatives if one).items():
        yield f"{whose} {what}" if many == 1 else f"{whose} {many} {what}s"
    if others := sum(not one for one in relatives):
        yield f"{others} {'other' if others == 1 else 'others'}"


def _listed(names: list[str]) -> str:
    """Names in a row: "Jodie", "Jodie and Isla, 5", "Jodie, Isla, 5, and Kai, 2"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} and {names[-1]}"
