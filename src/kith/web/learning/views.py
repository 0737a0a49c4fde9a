"""What was learned and what follows from it, for whoever is signed in. No child, and nobody, is named on these pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.journey.learning import open_learning
from kith.journey.reading import NotOnRecord
from kith.policy.permissions import Actor
from kith.replay.learning_points import POINTS
from kith.web.doors import signed_in
from kith.web.learning.page import learning_page, point_page
from kith.web.learning.rule_page import rule_called, rule_page, rules_page


@require_safe
@signed_in
def learning(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The fourteen learning points."""
    page = learning_page(open_learning(actor, "the learning points"))
    return render(request, "learning/learning.html", {"page": page})


@require_safe
@signed_in
def point(request: HttpRequest, number: int, actor: Actor) -> HttpResponse:
    """One learning point, with what its rules did here."""
    asked = POINTS.get(number)
    if asked is None:
        raise NotOnRecord("There is no such learning point.")
    page = point_page(open_learning(actor, f"learning point {number}"), asked)
    return render(request, "learning/point.html", {"page": page})


@require_safe
@signed_in
def rules(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The policy book: every rule, by learning point."""
    page = rules_page(open_learning(actor, "the policy book"))
    return render(request, "learning/rules.html", {"page": page})


@require_safe
@signed_in
def rule(request: HttpRequest, name: str, actor: Actor) -> HttpResponse:
    """One rule, as a practitioner reads it."""
    asked = rule_called(name)
    if asked is None:
        raise NotOnRecord("There is no such rule.")
    page = rule_page(open_learning(actor, f"rule {asked.name}"), asked)
    return render(request, "learning/rule.html", {"page": page})
