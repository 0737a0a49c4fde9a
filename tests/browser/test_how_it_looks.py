"""What a picture shows and no other test sees: what stands apart, what lines up, what stays on one line."""

import pytest
from playwright.sync_api import Locator
from tests.browser.conftest import WIDTHS, Site

APART = 20


def place_of(part: Locator) -> dict[str, float]:
    """Where a part stands on its page."""
    place = part.bounding_box()
    assert place is not None
    return {**place, "right": place["x"] + place["width"], "below": place["y"] + place["height"]}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_two_links_under_a_warnings_answers_read_as_two(site: Site, width: int):
    page = site.record_of("Robin Marsh", width=width)
    rests_on, answers = (place_of(page.locator(".duty__open a").nth(number)) for number in (0, 1))
    assert answers["x"] - rests_on["right"] >= APART or answers["y"] >= rests_on["below"]
    assert rests_on["y"] - place_of(page.locator(".duty .answers"))["below"] >= 10
