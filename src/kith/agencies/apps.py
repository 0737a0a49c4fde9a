"""The room's name to Django."""

from django.apps import AppConfig


class AgenciesRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.agencies"
    label = "agencies"
