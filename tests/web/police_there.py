"""A police force, a file of theirs received, and a page of it answered."""

from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests import factories as given
from tests.intake.test_police_file import a_file

from kith.intake.models import PoliceRow
from kith.policy.permissions import Actor
from kith.vocabulary import Role

LONG_AGO = {"when": "2026-01-04 22:10"}
DESK = "/front-door/police/"


def a_force() -> Actor:
    return given.somebody_at("Northbrook Police", "police", Role.POLICE_OFFICER)


def rows(*told: dict[str, str]) -> bytes:
    return a_file(*({**LONG_AGO, **one} for one in told))


def sent(client: Client, force: Actor, content: bytes):
    file = SimpleUploadedFile("night.csv", content, "text/csv")
    return client.post(DESK, {"force": str(force.agency), "file": file})


def received(client: Client, force: Actor, *told: dict[str, str]) -> str:
    """The address of a batch with these rows."""
    response = sent(client, force, rows(*told))
    assert response.status_code == 302, response.content.decode()
    return response["Location"]


def answers(
    row: PoliceRow, *, who: str | UUID = "new", urgency: str = "green", said: str = "Looked at.", **more
) -> dict:
    """What a page is sent of the incident whose first child is this row, of whom alone is asked who it is."""
    told = {"who_0": str(who), "urgency": urgency, "said": said, **more}
    return {f"{row.id.hex}-{name}": value for name, value in told.items()}


def row(child: str, incident: str = "NP-1") -> PoliceRow:
    return PoliceRow.objects.get(child_name=child, incident=incident)
