"""Nothing that protects a child may ever be held: the list of acts that may wait is closed."""

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
