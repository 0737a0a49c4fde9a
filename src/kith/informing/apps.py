"""The room's name to Django."""

from django.apps import AppConfig


class InformingRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.informing"
    label = "informing"
