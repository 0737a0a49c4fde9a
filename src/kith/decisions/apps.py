"""The room's name to Django."""

from django.apps import AppConfig


class DecisionsRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.decisions"
    label = "decisions"
