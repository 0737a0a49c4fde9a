"""How a question's choices stand: few and short side by side, a long list folded after the first, none cut short."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from kith.web.templatetags.kith_parts import LONG_LIST, SHOWN_OF_IT
from kith.web.words import first_words, quoted

YES_NO = (("yes", "Yes"), ("no", "No"))
MANY = tuple((str(number), f"Entry {number}") for number in range(LONG_LIST + 1))


def asked(choices: Any, *, several: bool = False, required: bool = False, given: Any = None) -> str:
    """The question as a page shows it."""
    kind = forms.MultipleChoiceField if several else forms.ChoiceField
    widget = forms.CheckboxSelectMultiple if several else forms.RadioSelect
    form = type("Asked", (forms.Form,), {"which": kind(choices=choices, widget=widget, required=required)})
    bound = form(initial={"which": given} if given else None)["which"]
    return Template("{% load kith_parts %}{% field one %}").render(Context({"one": bound}))


def test_few_and_short_choices_stand_side_by_side_and_others_one_under_another():
    assert "choices--side" in asked(YES_NO)
    assert "choices--side" not in asked((*YES_NO, ("other", "Something nobody could say in a few words")))
    assert "choices--even" in asked(MANY[:7])


def test_of_a_long_list_the_first_stand_open_and_all_of_it_is_there():
    html = asked(MANY, several=True)
    first, rest = html.split("<details")
    assert (first.count("<input"), rest.count("<input")) == (SHOWN_OF_IT, len(MANY) - SHOWN_OF_IT)
    assert f"and {len(MANY) - SHOWN_OF_IT} more to choose from" in rest
    assert "<details" not in asked(MANY[:LONG_LIST], several=True)


def test_where_one_answer_is_looked_for_eight_stand_open_at_most():
    assert SHOWN_OF_IT == 8 and "<details" not in asked(MANY[:SHOWN_OF_IT])
    first, rest = asked(MANY[: SHOWN_OF_IT + 1]).split("<details")
    assert (first.count("<input"), rest.count("<input")) == (SHOWN_OF_IT, 1)


def test_what_was_chosen_further_down_is_not_folded_away():
    assert 'more-choices" open' in asked(MANY, several=True, given=["20"])
    assert 'more-choices" open' not in asked(MANY, several=True, given=["2"])


def test_a_list_that_has_to_be_gone_through_is_not_folded():
    assert "<details" not in asked(MANY, several=True, required=True)


@pytest.mark.parametrize("choices", [(), (("", "Not said"),)])
def test_a_question_with_nothing_to_choose_says_so(choices: Any):
    assert "Nothing is on record yet to choose from." in asked(choices)


def test_no_word_is_cut_short():
    assert first_words("Two of us saw him trip.", 80) == ("Two of us saw him trip.", "")
    assert first_words("Two of us saw him trip.", 12) == ("Two of us", " (and more)")


def test_a_quotation_is_shown_as_it_was_typed_marks_inside_it_too():
    assert quoted("Jodie: “He stays some weekends.”") == "“Jodie: “He stays some weekends.””"
