"""Mail leaves by the job alone: once, however often and beside whom it runs; and a code counts once, soon, and for few tries."""

import re
import smtplib
from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail
from tests import factories as given

from kith.agencies.codes import ASKED_AT_MOST, TRIES, add_mail_domain, address_shown, agencies_of, claim_code
from kith.agencies.models import CodeAsked, CodeTried
from kith.jobs.send_mail import send_mail
from kith.journey import one_time
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.models import OccasionOutcome
from kith.occasions.record import new_id
from kith.policy.permissions import Actor
from kith.vocabulary import Outcome

pytestmark = pytest.mark.django_db

BETH = "beth.coyle@larkfield.example"


@pytest.fixture(autouse=True)
def a_clock_that_can_be_moved(settings):
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def digits() -> str:
    """The digits of the last mail that left."""
    return re.search(r"\d{3} \d{3}", mail.outbox[-1].body)[0]


def sent(address: str = BETH) -> UUID:
    asked = one_time.ask_for_code(address)
    assert send_mail() == 1
    return asked


def test_nothing_leaves_while_it_is_asked_for():
    one_time.ask_for_code(BETH)
    assert mail.outbox == []
    assert send_mail() == 1
    assert mail.outbox[0].to == [BETH]


def test_run_twice_it_sends_once():
    sent()
    assert send_mail() == 0
    assert len(mail.outbox) == 1


def test_what_another_sender_has_claimed_is_left_to_them_until_they_took_too_long(settings):
    asked = one_time.ask_for_code(BETH)
    assert claim_code(asked, at=now(), hashed="theirs")
    assert not claim_code(asked, at=now(), hashed="ours")
    assert send_mail() == 0
    settings.DEMO_CLOCK_AHEAD = 121.0
    assert send_mail() == 1
    assert one_time.confirm_code(asked, digits())


def test_a_mail_that_cannot_leave_keeps_no_other_waiting_and_is_tried_again(settings, monkeypatch):
    for address in ("first@larkfield.example", "second@larkfield.example"):
        one_time.ask_for_code(address)
    with monkeypatch.context() as for_a_while:
        leaves = one_time.send_mail

        def fails_for_the_first(*told):
            if told[3] == ["first@larkfield.example"]:
                raise smtplib.SMTPServerDisconnected("gone")
            return leaves(*told)

        for_a_while.setattr(one_time, "send_mail", fails_for_the_first)
        assert send_mail() == 1
    settings.DEMO_CLOCK_AHEAD = 121.0
    assert send_mail() == 1
    assert [one.to for one in mail.outbox] == [["second@larkfield.example"], ["first@larkfield.example"]]


def test_the_mail_says_nothing_of_a_child_or_of_what_it_is_for():
    sent()
    (one,) = mail.outbox
    said = f"{one.subject} {one.body}".lower()
    assert re.fullmatch(r"Your code. Ref [0-9A-F]{4}", one.subject)
    assert not [word for word in ("child", "safeguard", "worry", "nursery", "urgent", "http") if word in said]


def test_the_code_itself_is_kept_nowhere():
    asked = sent()
    plain = digits().replace(" ", "")
    kept = (CodeAsked.objects.filter(id=asked).values().get(), CodeTried.objects.filter(pk=asked).values().get())
    assert plain not in repr({name: value for one in kept for name, value in one.items() if name != "hashed"})
    assert plain not in CodeTried.objects.get(pk=asked).hashed


def test_the_right_digits_show_whose_address_it_is_once_with_spaces_or_without():
    asked = sent()
    assert address_shown(asked) == ""
    assert one_time.confirm_code(asked, f" {digits()} ")
    assert address_shown(asked) == BETH
    assert not one_time.confirm_code(asked, digits()), "it counts once"


def test_after_five_wrong_tries_the_right_digits_are_refused_too():
    asked = sent()
    wrong = f"{(int(digits().replace(' ', '')) + 1) % 10**6:06}"
    assert not any(one_time.confirm_code(asked, wrong) for _ in range(TRIES))
    assert not one_time.confirm_code(asked, digits())
    assert address_shown(asked) == ""


def test_four_wrong_tries_leave_one():
    asked = sent()
    for _ in range(TRIES - 1):
        one_time.confirm_code(asked, "nonsense")
    assert one_time.confirm_code(asked, digits())


@pytest.mark.parametrize(("minutes", "counts"), [(14, True), (16, False)])
def test_it_counts_for_fifteen_minutes(settings, minutes, counts):
    asked = sent()
    settings.DEMO_CLOCK_AHEAD = timedelta(minutes=minutes).total_seconds()
    assert one_time.confirm_code(asked, digits()) is counts


def test_a_code_that_ran_out_before_it_was_sent_is_not_sent(settings):
    one_time.ask_for_code(BETH)
    settings.DEMO_CLOCK_AHEAD = timedelta(minutes=16).total_seconds()
    assert send_mail() == 0


@pytest.mark.parametrize("digits", ["", "000000", "123 456", "x" * 5000])
def test_no_digits_open_a_code_that_was_never_sent(digits):
    asked = one_time.ask_for_code(BETH)
    assert not one_time.confirm_code(asked, digits)
    assert not one_time.confirm_code(new_id(), digits)


def test_an_address_is_sent_five_an_hour_however_it_is_written_and_others_are_sent_theirs(settings):
    for number in range(ASKED_AT_MOST + 2):
        assert one_time.ask_for_code(BETH if number % 2 else f" {BETH.upper()} "), "the answer is the same"
    one_time.ask_for_code("sian@westgate.example")
    assert send_mail() == ASKED_AT_MOST + 1
    settings.DEMO_CLOCK_AHEAD = timedelta(minutes=61).total_seconds()
    one_time.ask_for_code(BETH)
    assert send_mail() == 1


def test_a_wrong_code_is_an_occasion_that_was_refused():
    one_time.confirm_code(sent(), "no")
    (refused,) = OccasionOutcome.objects.filter(outcome=Outcome.REFUSED)
    assert "not right" in refused.said


def test_whose_an_address_is_follows_from_its_domain_alone():
    larkfield, brook = (given.somebody_at(name, "nursery").agency for name in ("Larkfield Nursery", "Brook Nursery"))
    with open_occasion(Actor(name="Setting up", is_machine=True)) as occasion:
        for agency in (larkfield, brook):
            add_mail_domain(occasion, domain="Larkfield.example", agency=agency)
    assert [one.name for one in agencies_of("anybody@LARKFIELD.example")] == ["Brook Nursery", "Larkfield Nursery"]
    for other in ("x@sub.larkfield.example", "x@notlarkfield.example", "larkfield.example@elsewhere.example", ""):
        assert agencies_of(other) == ()
