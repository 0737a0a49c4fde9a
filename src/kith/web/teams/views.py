"""Who has whom in a team; giving children to a worker; who is away and who covers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kith.journey.teams import open_team, teams
from kith.occasions.ticket import AlreadyDone, Refused
from kith.policy.permissions import Actor
from kith.web.doors import signed_in, written_in
from kith.web.forms.typed import is_sent
from kith.web.teams.acts_of_a_team import enter_leave, say_back, share_out
from kith.web.teams.forms import AwayForm, ShareOutForm
from kith.web.teams.page import may_be_away, team_page, teams_places
from kith.web.teams.saved import ended, entered, saved_words, shared_out
from kith.web.telling import team_url


@require_safe
@signed_in
def every_team(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The teams whose page somebody may open."""
    found = teams_places(tuple((one.name, team_url(one.id)) for one in teams(actor)))
    return render(request, "teams/teams.html", {"teams": found})


@written_in
def who_has_whom(request: HttpRequest, agency: UUID, actor: Actor) -> HttpResponse:
    """A team's children by worker. `?child=…` comes with that child ticked."""
    team = open_team(actor, agency)
    form = ShareOutForm(
        team, request.POST if request.method == "POST" else None, ticked=tuple(request.GET.getlist("child"))
    )
    if is_sent(request) and form.is_valid():
        try:
            share_out(team, form)
            return redirect(f"{team_url(agency)}?{shared_out(form)}")
        except AlreadyDone:
            return redirect(f"{team_url(agency)}?{shared_out(form)}")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"page": team_page(team, form), "saved": saved_words(team, request.GET)}
    return render(request, "teams/who_has_whom.html", page, status=422 if form.errors else 200)


@written_in
def away(request: HttpRequest, agency: UUID, actor: Actor) -> HttpResponse:
    """Say who is away, until when, and who covers."""
    team = open_team(actor, agency)
    form = AwayForm(team, may_be_away(team), request.POST if request.method == "POST" else None)
    if is_sent(request) and form.is_valid():
        try:
            enter_leave(team, form)
            return redirect(f"{team_url(agency)}?{entered(form)}")
        except AlreadyDone:
            return redirect(f"{team_url(agency)}?{entered(form)}")
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"name": team.agency.name, "url": team_url(agency), "form": form}
    return render(request, "teams/away.html", page, status=422 if form.errors else 200)


@written_in
def back(request: HttpRequest, agency: UUID, away: UUID, actor: Actor) -> HttpResponse:
    """Say that somebody is back, or that leave is called off. Asked for without a form, it is the team's page."""
    team = open_team(actor, agency)
    if not is_sent(request):
        return redirect(team_url(agency))
    say_back(team, away)
    return redirect(f"{team_url(agency)}?{ended(team, away)}")
