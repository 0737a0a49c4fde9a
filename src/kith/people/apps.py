"""The room's name to Django."""

from django.apps import AppConfig


class PeopleRoom(AppConfig):
    """The room's name to Django."""

    name = "kith.people"
    label = "people"
