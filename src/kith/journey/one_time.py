"""Somebody without an account shows that an e-mail address is theirs, with six digits that count once.

Asking is an occasion and leaves a row; nothing is sent in the request. Whether an address is known, or asked too often,
changes nothing of what is said or how long it takes.
"""

import logging
import secrets
from uuid import UUID

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, check_password, make_password
from django.core.mail import send_mail

from kith.agencies import codes
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.policy.calendar import time_in_words
from kith.policy.permissions import Actor
from kith.vocabulary import Purpose

_log = logging.getLogger(__name__)

#: Who asks: nobody that Kith knows, until the code comes back.
WITHOUT_AN_ACCOUNT = Actor(name="Somebody without an account")
SUBJECT = "Your code. Ref {ref}"
WORDS = (
    "Your code is {digits}. It counts once, until {until}.\n\n"
    "Enter it on the page where you asked for it. Nobody will ring you to ask for it. "
    "If you did not ask, do nothing.\n\nRef {ref}\n"
)


def ask_for_code(address: str) -> UUID:
    """Let a code be sent to an address, and say under which id it can be entered: of none, when too many were asked for."""
    with open_occasion(WITHOUT_AN_ACCOUNT, purpose=Purpose.SIGNING_IN) as occasion:
        return codes.ask_for_code(occasion, address=address) or new_id()


def confirm_code(id: UUID, digits: str) -> bool:
    """Whether these are the digits that were sent. Right or wrong it is an occasion, and a try."""
    typed = "".join(digits.split())
    hashed = codes.take_a_try(id, at=now())
    is_right = check_password(typed, hashed or UNUSABLE_PASSWORD_PREFIX)  # of none, as much work as of a wrong one
    try:
        with open_occasion(WITHOUT_AN_ACCOUNT, purpose=Purpose.SIGNING_IN) as occasion:
            if not is_right:
                raise Refused("A code was entered that is not right, ran out or was tried too often.")
            codes.use_code(occasion, id)
    except Refused:
        return False
    return True


def domain_shown(id: UUID) -> str:
    """The domain of the address that was shown with a code; "" when none was."""
    return codes.address_shown(id).rpartition("@")[2]


def send_codes(limit: int) -> int:
    """Send the codes that wait, and say how many left. One that cannot be sent now keeps no other waiting."""
    return sum(_sent(one) for one in codes.waiting_codes(now(), limit))


def _sent(one: codes.Waiting) -> bool:
    digits = f"{secrets.randbelow(10**6):06}"
    if not codes.claim_code(one.id, at=now(), hashed=make_password(digits)):
        return False
    ref = one.id.hex[-4:].upper()
    words = WORDS.format(digits=f"{digits[:3]} {digits[3:]}", until=time_in_words(one.at + codes.COUNTS_FOR), ref=ref)
    try:
        send_mail(SUBJECT.format(ref=ref), words, None, [one.address])
    except OSError:
        _log.exception("Mail %s could not be sent; it is tried again.", ref)
        return False
    codes.code_was_sent(one.id, at=now())
    return True
