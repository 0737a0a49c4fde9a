"""The room's name to Django."""

from django.apps import AppConfig


class DutiesRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.duties"
    label = "duties"
