"""What is done on a team's page: each is one act by one person."""

from uuid import UUID

from kith.agencies.acts import back_early, say_away
from kith.chronology.enter import NewEntry
from kith.family.acts import allocate
from kith.journey.occasion import open_occasion
from kith.journey.teams import Team
from kith.occasions.ticket import Refused
from kith.policy.facts import Happened
from kith.policy.permissions import refusal_to_share_out
from kith.web.forms.once import once
from kith.web.teams.forms import AwayForm, ShareOutForm


def share_out(team: Team, form: ShareOutForm) -> None:
    """One entry for each open service of each child ticked. Who has the child already is given it no second time.

    Raises Refused with the sentence to show, AlreadyDone when the same was sent before.
    """
    told = form.cleaned_data
    worker = next(one for one in team.staff if str(one.id) == told["worker"])
    chosen = tuple(one for one in team.children if str(one.child.id) in told["child"] and one.worker != worker.name)
    with open_occasion(team.actor, about=[one.child.id for one in chosen], token=once(form)) as occasion:
        refused = refusal_to_share_out(team.actor, team.agency.id)
        if refused:
            raise Refused(refused.sentence)
        now = Happened(start=occasion.at, end=occasion.at)
        for one in chosen:
            for service in one.services:
                allocate(
                    occasion,
                    NewEntry(about=(one.child.id,), happened=now, said=told["said"]),
                    involvement=service,
                    worker_name=worker.name,
                    worker_role=worker.role,
                )


def enter_leave(team: Team, form: AwayForm) -> None:
    """Who is away and who covers. Raises Refused with the sentence to show, AlreadyDone when it was sent before."""
    (who, cover), (begins, ends) = form.people(), form.times()
    with open_occasion(team.actor, token=once(form)) as occasion:
        say_away(occasion, professional=who, from_at=begins, until_at=ends, covered_by=cover)


def say_back(team: Team, away: UUID) -> None:
    """That somebody is back, or that leave to come is called off."""
    with open_occasion(team.actor) as occasion:
        back_early(occasion, away=away)
