"""A page of twenty-five children asks the database as often as a page of one, and saving costs the same for each family."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.web.entering import entered_as
from tests.web.police_there import a_force, answers, received, row

pytestmark = pytest.mark.django_db
#: With what signing in, the looks and the header ask: what is measured, and some room.
A_PAGE = 20
A_FAMILY_SAVED = 60


def asked(act) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert act().status_code in (200, 302)
    return len(queries)


def families(count: int, first: int = 1) -> list[dict[str, str]]:
    return [
        {
            "incident_number": f"NP-{n}", "child_name": f"Child{n} Aldous", "adult_1": f"Adult{n} Aldous",
            "adult_2": f"Other{n} Pritchett", "address": f"{n} Weir Lane, Northbrook M14 {n % 9 + 1}AA",
        }
        for n in range(first, first + count)
    ]  # fmt: skip


@pytest.mark.usefixtures("hub")
def test_looking_for_everybody_on_a_page_is_one_search(manager):
    for n in range(1, 30):
        given.a_child(manager, f"Child{n} Aldous")
    force, client = a_force(), entered_as("jo")
    one, many = received(client, force, *families(1, first=100)), received(client, force, *families(25))
    client.get(one)
    few, page = asked(lambda: client.get(one)), asked(lambda: client.get(many))
    assert page == few < A_PAGE


@pytest.mark.usefixtures("hub")
def test_saving_a_page_costs_the_same_for_each_family():
    force, client = a_force(), entered_as("jo")
    batch = received(client, force, *families(30))
    first = {name: value for n in range(1, 6) for name, value in answers(row(f"Child{n} Aldous", f"NP-{n}")).items()}
    second = {name: value for n in range(6, 26) for name, value in answers(row(f"Child{n} Aldous", f"NP-{n}")).items()}
    five, twenty = asked(lambda: client.post(batch, first)), asked(lambda: client.post(batch, second))
    assert (twenty - five) / 15 < A_FAMILY_SAVED
