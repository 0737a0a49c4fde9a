"""The room's name to Django."""

from django.apps import AppConfig


class LearningRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.learning"
    label = "learning"
