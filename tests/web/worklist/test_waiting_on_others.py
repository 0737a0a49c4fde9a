"""What somebody waits for from others says for which child, in every row, whatever the rule's sentence says."""

import re
from datetime import timedelta

import pytest
from tests import factories as given
from tests.web.entering import a_mark, entered_as

from kith.duties.models import Duty
from kith.intake.acts import decide_threshold, receive_contact
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.vocabulary import ThresholdOutcome

pytestmark = pytest.mark.django_db

LOOK_AGAIN = "decision_is_looked_at_again_after_significant_news"


def test_each_row_names_the_child_also_where_the_sentence_does_not(manager, hub, nursery, robin):
    long_ago = now() - timedelta(days=3)
    with open_occasion(nursery, about=(robin,)) as occasion:
        worry = receive_contact(occasion, given.about(robin, happened=long_ago, said="He was hungry."))
    with open_occasion(hub, about=(robin,)) as occasion:
        decided = given.about(robin, happened=long_ago)
        decide_threshold(occasion, decided, contact=worry.id, outcome=ThresholdOutcome.ASSESSMENT)
    a_mark(nursery, robin)

    unnamed = Duty.objects.get(rule=LOOK_AGAIN, ending=None).sentence
    assert "Robin Marsh" not in unnamed
    html = entered_as("david").get("/?show=all").content.decode().split("Waiting on others")[1]
    rows = [re.sub(r"<[^>]+>", "", one) for one in re.findall(r'<p class="waiting__what">(.*?)</p>', html)]
    assert f"Robin Marsh: {unnamed}" in rows[:2]
    assert all("Robin Marsh" in row for row in rows)
    assert not [row for row in rows if row.startswith("Robin Marsh: ") and row.count("Robin Marsh") > 1]
