"""Nothing that protects a child may ever be held: the list of acts that may wait is closed."""

import pytest

from kith.vocabulary import Act


def test_only_these_ten_acts_may_ever_wait():
    assert {act.value for act in Act} == {
        "no_further_action",
        "advice",
        "early_help",
        "step_down",
        "close",
        "return_home",
        "discharge_home",
        "conclude_accidental",
        "finish_discussion_record",
        "sign_supervision",
    }


@pytest.mark.parametrize(
    "protecting",
    [
        "record", "enter", "add", "ask", "share", "tell", "see", "visit", "call", "medical", "enquiry", "section_47",
        "start", "admission", "admit", "police", "court", "order", "refer", "contact", "safety", "escalate",
    ],
)  # fmt: skip
def test_no_act_that_may_wait_is_a_protecting_one(protecting):
    # The record of a discussion is finished after it was held: its words may wait, its decisions do not.
    may_wait = {act.value for act in Act} - {"finish_discussion_record"}
    assert not [act for act in may_wait if act.startswith(protecting) or f"_{protecting}" in act]
