"""Pages offer what somebody may enter by the same list that the acts go by: each kind asks the leave its act asks."""

import inspect
import re

import pytest

from kith.journey.entering import ACTS
from kith.policy.permissions import ASKS_LEAVE_TO, Doing


@pytest.mark.parametrize("kind", sorted(ACTS))
def test_a_kind_asks_the_leave_that_its_act_asks(kind: str):
    asked = re.findall(r"occasion\.permit\(Doing\.(\w+)\)", inspect.getsource(ACTS[kind]))
    assert asked == [ASKS_LEAVE_TO.get(kind, Doing.RECORD).name]


def test_no_leave_is_kept_for_a_kind_that_nobody_can_enter():
    assert set(ASKS_LEAVE_TO) <= set(ACTS)
