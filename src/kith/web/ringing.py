"""Whom to ring, in words: who answers, at which number, until when; and when nobody has entered it, that we do not know."""

from datetime import datetime

from kith.journey.answering import OnCall, ringing
from kith.policy.calendar import instant, london_day, start_of_day, time_in_words
from kith.policy.reach import Answerer, Reach, Ring
from kith.replay.entry_in_words import role_in_words
from kith.vocabulary import Role
from kith.web.shown import ShownPerson
from kith.web.words import capital, day_words

#: What the front door is called where nobody has entered how it is reached.
FRONT_DOOR = ShownPerson("The front door hub", "", "", unknown=False)


def front_door(at: datetime) -> ShownPerson:
    """Whom to ring at this hour about any child: the front door, or who answers for it while it is shut."""
    rings = ringing((), at=at)
    reach = rings.reach(rings.front_door) if rings.front_door else None
    if reach is None or reach.now is None:
        return FRONT_DOOR
    name = FRONT_DOOR.name if reach.now.agency == reach.agency else reach.now.agency_name
    return ShownPerson(name, "", "", unknown=False, number=reach.now.number, until=hours_words(reach.now, at))


#: What a duty says when it asks for a doctor's knowledge.
_RING_A_PAEDIATRICIAN = ("ring the on-call paediatrician", "ring the paediatrician")
NO_NUMBER = ShownPerson("No number is kept of the on-call paediatrician", "ring the hospital’s switchboard.", "", False)


def on_call_for(do_next: str, on_call: OnCall) -> tuple[ShownPerson, ...]:
    """The numbers of whoever is on call that what is to be done next asks for."""
    return paediatricians(on_call) if any(words in do_next for words in _RING_A_PAEDIATRICIAN) else ()


def paediatricians(on_call: OnCall) -> tuple[ShownPerson, ...]:
    """Each hospital's on-call paediatrician with the number, or that no number is kept; nothing for an earlier day."""
    if on_call.at is None:
        return ()
    found = tuple(
        ShownPerson("On-call paediatrician", one.agency_name, "", unknown=False, number=one.number)
        for one in on_call.paediatricians
    )
    return found or (NO_NUMBER,)


def answerer_words(answerer: Answerer) -> str:
    """ "Amara Okafor, social worker, North team"; without a name, the role with its desk's number.

    For an office that is shutting: "Amara Okafor until 5pm, then Ruth Penny, Emergency Duty Service". For somebody on
    leave: "Priya Nair, social worker, South team (covers for Amara Okafor until 4 January)".
    """
    if answerer.is_somebody_else:
        return f"Somebody else at {answerer.agency_name}" + (f" on {answerer.number}" if answerer.number else "")
    if answerer.covers:
        who = ", ".join(one for one in (answerer.name, answerer.agency_name) if one)
        number = "" if answerer.name else f" on {answerer.number}"
        first = (
            f"{answerer.beside} until {time_in_words(answerer.beside_until)}, then " if answerer.beside_until else ""
        )
        return f"{first}{who}{number}"
    role = "" if answerer.role == Role.UNKNOWN else role_in_words(answerer.role)
    told = (answerer.name, role, answerer.agency_name) if answerer.name else (capital(role), answerer.agency_name)
    who = ", ".join(one for one in told if one)
    who += "" if answerer.name else f" on {answerer.number}"
    if answerer.beside and answerer.beside_until:
        who = f"{answerer.beside} until {leave_words(answerer.beside_until)}, then {who}"
    return f"{who} ({away_words(answerer)})" if answerer.away_until else who


def away_words(answerer: Answerer) -> str:
    """ "covers for Amara Okafor until 4 January"; of anybody else who stands in, "Amara Okafor is away until 4 January"."""
    until = leave_words(answerer.away_until) if answerer.away_until else ""
    if answerer.is_cover:
        return f"covers for {answerer.away} until {until}"
    if answerer.name == answerer.away:
        return f"away until {until}; nobody has entered who covers"
    return f"{answerer.away} is away until {until}"


def leave_words(moment: datetime) -> str:
    """When leave begins or ends: "4 January" at the start of a day, else "5pm on 24 December"."""
    day = london_day(moment)
    words = f"{day.day} {day:%B}"
    return words if instant(moment) == start_of_day(day) else f"{time_in_words(moment)} on {words}"


def moment_words(moment: datetime, at: datetime) -> str:
    """ "5pm today", "9am tomorrow", "9am Tuesday 29 December"."""
    day, today = london_day(moment), london_day(at)
    near = {0: "today", 1: "tomorrow"}.get((day - today).days)
    return f"{time_in_words(moment)} {near or day_words(day, today)}"


def hours_words(ring: Ring, at: datetime) -> str:
    """ "until 5pm today", "from 5pm today to 9am Tuesday 29 December", "from 8am to 6pm tomorrow", "day and night"."""
    if ring.begins and ring.until and london_day(ring.begins) == london_day(ring.until):
        return f"from {time_in_words(ring.begins)} to {moment_words(ring.until, at)}"
    if ring.begins:
        begins = f"from {moment_words(ring.begins, at)}"
        return f"{begins} to {moment_words(ring.until, at)}" if ring.until else begins
    return f"until {moment_words(ring.until, at)}" if ring.until else "day and night"


def not_known_words(name: str) -> str:
    """What is said of an agency whose hours nobody has entered."""
    return f"We do not know yet when {name} can be reached."


def shut_words(reach: Reach, at: datetime) -> str:
    """ "Shut now, opens 8am Tuesday 29 December"."""
    return f"Shut now, opens {moment_words(reach.opens_at, at)}" if reach.opens_at else "Shut until further notice"
