"""A team's or setting's page, from what is on record of its staff."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kith.duties.told import ToldDuty
from kith.journey.staff import Place
from kith.policy.calendar import london_day
from kith.policy.facts.learned import PracticeUpdate, Training, UpdateRead, WorksAt
from kith.replay.entry_in_words import role_in_words, word_in_words
from kith.vocabulary import Topic
from kith.web.forms.around import Around, Choice
from kith.web.kinds import OF_STAFF, TITLES
from kith.web.shown import ShownDuty, ShownPlace
from kith.web.telling import setting_url, shown_duty
from kith.web.words import capital


@dataclass(frozen=True)
class ShownStaff:
    """One member of staff: the last training in each topic, and what they have still to read."""

    name: str
    role: str
    training: tuple[str, ...]
    to_read: tuple[str, ...]


@dataclass(frozen=True)
class SettingPage:
    name: str
    url: str
    sentence: str
    duties: tuple[ShownDuty, ...]
    staff: tuple[ShownStaff, ...]
    writing: tuple[ShownPlace, ...]


def setting_page(place: Place) -> SettingPage:
    """What it must do, most urgent first; its staff by name; and what can be written down."""
    duties = tuple(_answered_here(one, place) for one in place.standing)
    url = setting_url(place.setting.id)
    return SettingPage(
        name=place.setting.name,
        url=url,
        sentence=_sentence(place),
        duties=duties,
        staff=tuple(sorted((_staff(who, place) for who in place.picture.staff), key=lambda one: one.name)),
        writing=tuple(ShownPlace(TITLES[kind], f"{url}write/{kind}") for kind in OF_STAFF[1])
        if place.picture.staff
        else (),
    )


def _answered_here(one: ToldDuty, place: Place) -> ShownDuty:
    """A duty with its answers beside it: it has no page of its own to be opened on."""
    shown = shown_duty(one, place.setting, place.facts, place.names, place.now, place.actor)
    return replace(shown, url="", answers=shown.answers if place.picture.staff else ())


def around_staff(place: Place) -> Around:
    """What a form about staff may choose from: the staff, this place, and what they were asked to read."""
    staff = tuple(sorted(((str(who), place.names.person(who)) for who in place.picture.staff), key=lambda one: one[1]))
    updates = sorted(_updates(place), key=lambda one: (one.read_by, one.entry), reverse=True)
    sent = tuple((str(one.entry), f"{one.title}, by {_day(one.read_by)}") for one in updates)

    def entries(kind: str) -> tuple[Choice, ...]:
        return sent if kind == PracticeUpdate.kind else ()

    return Around(
        children=staff,
        people=(),
        agencies=((str(place.setting.id), place.setting.name),),
        households=(),
        entries=entries,
    )


def _updates(place: Place) -> set[PracticeUpdate]:
    picture = place.picture
    return {one for who in picture.staff for one in picture.of_person(who, PracticeUpdate).backwards()}


def _sentence(place: Place) -> str:
    children = len(place.picture.children_open)
    if not children:
        return "It is open to no child that Kith knows of: no rule asks anything of it."
    return f"It is open to {'1 child' if children == 1 else f'{children} children'}."


def _staff(who: UUID, place: Place) -> ShownStaff:
    picture, today = place.picture, london_day(place.now)
    job = picture.of_person(who, WorksAt).belonging_to(picture.id)[-1]
    last = (picture.of_person(who, Training).belonging_to(topic)[-1:] for topic in Topic)
    read = picture.of_person(who, UpdateRead)
    unread = [one for one in picture.of_person(who, PracticeUpdate).backwards() if not read.belonging_to(one.entry)]
    return ShownStaff(
        name=place.names.person(who),
        role=capital(role_in_words(job.worker_role)),
        training=tuple(_trained(one, today) for found in last for one in found),
        to_read=tuple(f"{one.title}, by {_day(one.read_by)}" for one in unread),
    )


def _trained(one: Training, today: date) -> str:
    topic = capital(word_in_words(one.topic))
    if one.expires_on is None:
        return f"{topic}: nobody wrote until when it counts"
    return f"{topic}: until {_day(one.expires_on)}" + (", ran out" if one.expires_on < today else "")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
