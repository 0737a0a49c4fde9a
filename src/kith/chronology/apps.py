"""The room's name to Django."""

from django.apps import AppConfig


class ChronologyRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.chronology"
    label = "chronology"
