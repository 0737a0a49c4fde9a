"""The room's name to Django."""

from django.apps import AppConfig


class FamilyRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.family"
    label = "family"
