"""Where each desk's addresses are."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def alive(request: HttpRequest) -> HttpResponse:
    """That the web server answers. Says nothing else."""
    return HttpResponse("alive\n", content_type="text/plain")


urlpatterns = [path("healthz", alive)]
