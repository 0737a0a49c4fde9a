"""The room's name to Django."""

from django.apps import AppConfig


class CareRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.care"
    label = "care"
