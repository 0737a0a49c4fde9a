"""The fields of a form, made from what a kind of fact declares: one description, so that form and file cannot drift apart."""

from dataclasses import MISSING, Field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin
from uuid import UUID

from django import forms

from kith.policy.calendar import LONDON
from kith.policy.facts import Fact
from kith.policy.facts.fields import own_fields, without_none
from kith.replay.entry_in_words import role_in_words, word_in_words
from kith.vocabulary import InjuryType, Region, Role
from kith.web.forms.around import Around, Choice
from kith.web.forms.questions import question
from kith.web.forms.regions import GROUPS as REGIONS
from kith.web.words import capital

#: Beside a choice of people or of places: somebody, or somewhere, that is not in the list yet.
NEW = "new"
RADIOS_AT_MOST = 7
#: What stands as the answer until another is chosen, of what whoever saw it need not know.
UNTIL_CHOSEN: dict[type[StrEnum], StrEnum] = {InjuryType: InjuryType.UNKNOWN_MARK}


class Moment(forms.SplitDateTimeField):
    """A day and a time by the London clock, both of one question."""

    def __init__(self, **told: Any) -> None:
        widget = forms.SplitDateTimeWidget(date_attrs={"type": "date"}, time_attrs={"type": "time"})
        super().__init__(widget=widget, require_all_fields=False, **told)

    def compress(self, said: Any) -> datetime | None:
        if not said or said[0] in self.empty_values:
            return None
        day, time = said[0], (said[1:] or [None])[0]
        return datetime.combine(day, time or datetime.min.time(), tzinfo=LONDON)


def fields_of(kind: type[Fact], around: Around) -> dict[str, forms.Field]:
    """A form field for each field the kind has of its own, in order; and for somebody new beside each person asked for."""
    fields: dict[str, forms.Field] = {}
    for name, (declared, hint) in own_fields(kind).items():
        fields[name] = _field(kind.kind, name, declared, hint, around)
        if _points_at(hint) in ("person", "household") and not is_many(hint):
            fields[f"{name}_{NEW}"] = forms.CharField(
                required=False,
                label="If not in the list: what they are called"
                if _points_at(hint) == "person"
                else "If not in the list: where it is",
            )
    return fields


def value_of(kind: type[Fact], name: str, given: Any) -> Any:
    """What a fact's field is, from what its form field was given. An answer left open is the field's own default."""
    declared, hint = own_fields(kind)[name]
    inner, optional = without_none(hint)
    if get_origin(inner) is tuple:
        return tuple(_one(get_args(inner)[0], one) for one in given)
    if given in (None, ""):
        return None if optional else ("" if declared.default is MISSING else declared.default)
    return _one(inner, given)


def _one(hint: Any, given: Any) -> Any:
    if get_origin(hint) is Annotated:
        return given if isinstance(given, UUID) else UUID(given)
    return hint(given) if isinstance(given, str) and issubclass(hint, StrEnum) else given


def _field(kind: str, name: str, declared: Field[Any], hint: Any, around: Around) -> forms.Field:
    asked = question(kind, name)
    inner, _ = without_none(hint)
    needed = (
        declared.default is MISSING
        and declared.default_factory is MISSING
        and _points_at(hint) not in ("person", "household")
    )
    told: dict[str, Any] = {"label": asked.asks, "help_text": asked.hint, "required": needed}
    if needed:
        told["error_messages"] = {"required": f"Answer “{asked.asks}”. If you do not know, say so in your own words."}
    if get_origin(inner) is tuple:
        choices = _choices(get_args(inner)[0], around)
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **told)
    if get_origin(inner) is Annotated or issubclass(inner, StrEnum):
        return _choice(inner, declared, needed, around, told)
    return _plain(inner, told)


def _plain(inner: Any, told: dict[str, Any]) -> forms.Field:
    if inner is int:
        return forms.IntegerField(
            min_value=1, error_messages={"invalid": "Enter a whole number, or leave it out."}, **_less(told)
        )
    if inner is datetime:
        return Moment(**told)
    if inner is date:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **told)
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 2}), **told)


def _less(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name != "error_messages"}


def _choice(inner: Any, declared: Field[Any], needed: bool, around: Around, told: dict[str, Any]) -> forms.Field:
    if inner is Region:
        return _region(told)
    choices = list(_choices(inner, around))
    unsaid = declared.default is MISSING or declared.default is None
    default = UNTIL_CHOSEN.get(inner, "") if unsaid else declared.default
    if not needed and not default:
        choices.insert(0, ("", "Not said"))
    if len(choices) <= RADIOS_AT_MOST:
        return forms.ChoiceField(choices=choices, initial=default, widget=forms.RadioSelect, **told)
    if needed and not default:
        choices.insert(0, ("", "Choose"))
    return forms.ChoiceField(choices=choices, initial=default, **told)


def _region(told: dict[str, Any]) -> forms.Field:
    """A place on the body, in a plain list under four headings; where nobody wrote it down, first."""
    groups = [(name, [(one.value, _word(one)) for one in regions]) for name, regions in REGIONS]
    unsaid = (Region.NOT_RECORDED.value, _word(Region.NOT_RECORDED))
    return forms.ChoiceField(choices=[unsaid, *groups], initial=Region.NOT_RECORDED, **told)


def _choices(hint: Any, around: Around) -> tuple[Choice, ...]:
    if get_origin(hint) is not Annotated:
        return tuple((word.value, _word(word)) for word in hint)
    points, *kinds = get_args(hint)[1:]
    if points == "entry":
        return around.entries(kinds[0] if kinds else "")
    return {"person": around.people, "agency": around.agencies, "household": around.households}.get(points, ())


def _word(word: StrEnum) -> str:
    """A word of a closed list as a choice; where one may answer that they cannot tell, not answering is said apart from it."""
    if word.value == "not_recorded" and "cannot_tell" in {one.value for one in type(word)}:
        return "Not said"
    words = role_in_words(word) if isinstance(word, Role) and word != Role.UNKNOWN else word_in_words(word)
    return capital(words) or ("Something else" if word.value == "other" else "We do not know")


def _points_at(hint: Any) -> str:
    inner, _ = without_none(hint)
    inner = get_args(inner)[0] if get_origin(inner) is tuple else inner
    return str(get_args(inner)[1]) if get_origin(inner) is Annotated else ""


def is_many(hint: Any) -> bool:
    """Whether a field holds several."""
    return get_origin(without_none(hint)[0]) is tuple
