"""A form filled with an entry's answers, so that what was wrong in it can be entered again, right."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from kith.journey.names import Names
from kith.policy.calendar import LONDON
from kith.policy.facts import Fact
from kith.policy.facts.fields import own_fields
from kith.vocabulary import Certainty
from kith.web.forms.short import offer


def answers_of(fact: Fact) -> dict[str, Any]:
    """What an entry says, as its form's questions hold it."""
    answers = {name: _as_typed(getattr(fact, name)) for name in own_fields(type(fact))}
    about = [str(one) for one in fact.about]
    return {**answers, "about": about, "said": fact.said, "corrects": fact.entry, **_when(fact)}


def offer_what_it_names(form: forms.Form, fact: Fact, names: Names) -> None:
    """Let each question be answered as the entry answers it, though that is in no list any more."""
    for name, given in (("about", fact.about), *((name, getattr(fact, name)) for name in own_fields(type(fact)))):
        choices = getattr(form.fields.get(name), "choices", None)
        if choices is None:
            continue
        offered = {str(value) for value, _ in flat(choices)}
        missing = [one for one in (given if isinstance(given, tuple) else (given,)) if isinstance(one, UUID)]
        extra = [(str(one), _called(one, names)) for one in missing if str(one) not in offered]
        if extra:
            offer(form, name, [*choices, *extra])


def flat(choices: Any) -> list[tuple[Any, Any]]:
    """Choices without their groups."""
    found: list[tuple[Any, Any]] = []
    for value, words in choices:
        found += words if isinstance(words, list | tuple) else [(value, words)]
    return found


def _called(one: UUID, names: Names) -> str:
    if one in names.people:
        return names.person(one)
    return names.agency(one) if one in names.agencies else names.place(one) or "As it was entered"


def _as_typed(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    if isinstance(value, datetime):
        return _to_the_minute(value)
    return str(value) if isinstance(value, UUID) else value


def _when(fact: Fact) -> dict[str, Any]:
    """The day, the time and how sure. Left as they are, they stand for exactly when the entry says."""
    first, last = (moment.astimezone(LONDON) for moment in (fact.happened.start, fact.happened.end))
    unsure = fact.happened.certainty in (Certainty.ABOUT, Certainty.RANGE) or first.date() != last.date()
    told: dict[str, Any] = {"sure": "about" if unsure else "day", "day": first.date()}
    if first == last:
        told["time"] = _to_the_minute(first).time()
    if first.date() != last.date():
        told["until"] = last.date()
    return told


def _to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
