"""Giving children to a worker, and saying who is away and who covers."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from django import forms

from kith.journey.teams import Team
from kith.policy.calendar import LONDON, london_day
from kith.policy.permissions import Actor
from kith.replay.entry_in_words import role_in_words
from kith.web.forms.short import offer
from kith.web.ringing import leave_words
from kith.web.words import age_of, capital

NOBODY_YET = ("", "Nobody yet: the manager answers")


class ShareOutForm(forms.Form):
    """Which children, to whom, and why if it is worth saying. `token` keeps a form sent twice from being two acts."""

    child = forms.MultipleChoiceField(
        label="Children",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one child.", "invalid_choice": "Tick a child of this team."},
    )
    worker = forms.ChoiceField(
        label="Who works with them from now",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose who works with them from now.",
            "invalid_choice": "Choose somebody who works in this team now.",
        },
    )
    said = forms.CharField(
        label="Why, if you want to say it", required=False, widget=forms.Textarea(attrs={"rows": 2}), strip=False
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, team: Team, posted: Any = None, *, ticked: tuple[str, ...] = ()) -> None:
        super().__init__(posted, initial={"token": uuid4().hex, "child": list(ticked)}, auto_id="id_out_%s")
        today = london_day(team.now)
        children = [(str(one.child.id), f"{one.child.called}, {age_of(one.child, today)}") for one in team.in_order]
        offer(self, "child", children)
        offer(self, "worker", [(str(one.id), _with_caseload(one, team)) for one in team.staff])


class AwayForm(forms.Form):
    """Who is away, from when, until which day, and who covers. Why is not asked."""

    who = forms.ChoiceField(label="Who is away", error_messages={"required": "Choose who is away."})
    first_day = forms.DateField(
        label="First day away",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Enter the first day away.", "invalid": "Enter the first day away as a date."},
    )
    first_time = forms.TimeField(
        label="From what time on that day",
        help_text="Leave it empty for the whole day.",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"invalid": "Enter the time like 14:50, or leave it empty."},
    )
    back_on = forms.DateField(
        label="Back on",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Enter the day they are back.",
            "invalid": "Enter the day they are back as a date.",
        },
    )
    cover = forms.ChoiceField(
        label="Who covers",
        help_text="Where the cover is away too, the team’s manager answers, else the duty desk.",
        required=False,
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, team: Team, may_be_away: tuple[Actor, ...], posted: Any = None) -> None:
        super().__init__(
            posted, initial={"token": uuid4().hex, "first_day": london_day(team.now)}, auto_id="id_away_%s"
        )
        offer(self, "who", [("", "Choose"), *((str(one.id), _with_role(one)) for one in may_be_away)])
        others = ((str(one.id), f"{_with_role(one)}, {one.agency_name}") for one in team.others)
        offer(self, "cover", [NOBODY_YET, *((str(one.id), _with_role(one)) for one in team.staff), *others])

    def times(self) -> tuple[datetime, datetime]:
        """From when and until when, by London's clock; back at the beginning of the day."""
        told = self.cleaned_data
        return _moment(told["first_day"], told["first_time"] or time(0)), _moment(told["back_on"], time(0))

    def people(self) -> tuple[UUID, UUID | None]:
        """Who is away, and who covers."""
        told = self.cleaned_data
        return UUID(told["who"]), UUID(told["cover"]) if told["cover"] else None


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=LONDON)


def _with_role(one: Actor) -> str:
    return f"{one.name}, {role_in_words(one.role)}"


def _with_caseload(one: Actor, team: Team) -> str:
    """ "Amara Okafor, social worker: 5 children (away until 4 January)"."""
    number = len(team.of(one.name))
    away = team.leave.of(team.as_worker(one), team.now)
    until = f" (away until {leave_words(away.ends)})" if away else ""
    return f"{capital(_with_role(one))}: {number} {'child' if number == 1 else 'children'}{until}"
