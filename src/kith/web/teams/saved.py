"""What was saved just now on a team's page, said as it stands on record: the address only says where to look."""

from uuid import UUID

from django.http import QueryDict

from kith.journey.teams import Team
from kith.web.teams.forms import AwayForm, ShareOutForm
from kith.web.teams.page import leave_line


def shared_out(form: ShareOutForm) -> str:
    """What the address says after children were given to a worker."""
    return _address(worker=[form.cleaned_data["worker"]], of=form.cleaned_data["child"])


def entered(form: AwayForm) -> str:
    """What the address says after leave was entered."""
    return _address(away=[form.cleaned_data["who"]])


def ended(team: Team, away: UUID) -> str:
    """What the address says after somebody is back, or leave was called off."""
    names = [one.who.name for one in team.leave.said if one.id == away]
    return _address(back=[str(one.id) for one in team.staff if one.name in names])


def saved_words(team: Team, asked: QueryDict) -> str:
    """ "Robin Marsh now with Amara Okafor."; nothing more than that it is saved, where the record says otherwise."""
    if "saved" not in asked:
        return ""
    names = {str(one.id): one.name for one in team.staff}
    worker, away, back = (names.get(asked.get(name, ""), "") for name in ("worker", "away", "back"))
    of = set(asked.getlist("of"))
    children = [one.child.called for one in team.of(worker) if worker and str(one.child.id) in of]
    if children:
        return f"Saved: {' and '.join(children)} now with {worker}."
    leave = [leave_line(one, team) for one in team.leave.said if away and one.who.name == away]
    if leave:
        return f"Saved: {leave[-1]}"
    return f"Saved: the leave of {back} is ended." if back else "This is saved."


def _address(**told: list[str]) -> str:
    asked = QueryDict("saved=1", mutable=True)
    for name, values in told.items():
        asked.setlist(name, values)
    return asked.urlencode()
