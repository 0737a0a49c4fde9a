"""The room's name to Django."""

from django.apps import AppConfig


class OccasionsRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.occasions"
    label = "occasions"
