"""Names the web room to Django, so that its templates, tags and static files are found."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "kith.web"
    label = "web"
    verbose_name = "Web"
