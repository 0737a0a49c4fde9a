"""The room's name to Django."""

from django.apps import AppConfig


class IntakeRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.intake"
    label = "intake"
