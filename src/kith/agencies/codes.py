"""One-time codes: who asked, what waits to be sent, which was tried and used.

They stand beside the sign-ins because that is what a code is: a sign-in for once, of somebody who has no account. A
general outbox in `informing` was weighed: a code is about no child and no entry, and must never wait behind notices. What
was asked is entered and never altered; how far it has come is working. The code itself is kept nowhere: it is drawn when
it is sent, and only a slow hash of it stays, so that neither a copy of the tables nor a look at them lets anybody in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import F, Q

from kith.agencies.models import Agency, CodeAsked, CodeTried, MailDomain
from kith.occasions.record import new_id, write
from kith.occasions.ticket import Refused, Ticket
from kith.policy.facts import Agency as AgencyFact
from kith.policy.permissions import Doing

#: How long a code counts, how often it may be tried, how many an address may ask for in an hour (ours).
COUNTS_FOR, TRIES, AN_HOUR, ASKED_AT_MOST = timedelta(minutes=15), 5, timedelta(hours=1), 5
#: How long a sender who claimed a code may take before another sends it instead.
SENDING_TAKES = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A code that waits to be sent: by the id under which it was asked for, to which address, asked when."""

    id: UUID
    address: str
    at: datetime


def plain_address(said: str) -> str:
    """An address as it is kept and compared: without spaces round it, in small letters."""
    return said.strip().lower()


def add_mail_domain(occasion: Ticket, *, domain: str, agency: UUID) -> MailDomain:
    """Say that an agency’s addresses end in a domain, without the @."""
    occasion.permit(Doing.SET_UP)
    return write(MailDomain, domain=plain_address(domain), agency_id=agency, occasion_id=occasion.id)


def ask_for_code(occasion: Ticket, *, address: str) -> UUID | None:
    """Let a code wait to be sent; None when this address asked too often, of which nobody is told."""
    occasion.permit(Doing.RECORD)
    address = plain_address(address)
    with connection.cursor() as cursor:  # one at a time counts what this address asked for
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"code for {address}"])
    if CodeAsked.objects.filter(address=address, at__gt=occasion.at - AN_HOUR).count() >= ASKED_AT_MOST:
        return None
    asked = write(CodeAsked, id=new_id(), address=address, at=occasion.at, occasion_id=occasion.id)
    write(CodeTried, asked_id=asked.id)
    return asked.id


def waiting_codes(at: datetime, limit: int) -> tuple[Waiting, ...]:
    """Codes that nobody sends just now, the longest waiting first. One that has run out is not sent any more."""
    found = CodeAsked.objects.filter(_unclaimed(at, "tried__"), at__gt=at - COUNTS_FOR).order_by("id")[:limit]
    return tuple(Waiting(one.id, one.address, one.at) for one in found)


def claim_code(id: UUID, *, at: datetime, hashed: str) -> bool:
    """Take a code to send it, with the hash of what will be sent; False when somebody else has it, or sent it."""
    return CodeTried.objects.filter(_unclaimed(at), pk=id).update(claimed_at=at, hashed=hashed) == 1


def code_was_sent(id: UUID, *, at: datetime) -> None:
    """Note that it left."""
    CodeTried.objects.filter(pk=id, sent_at=None).update(sent_at=at)


def take_a_try(id: UUID, *, at: datetime) -> str:
    """Count one try of a code, and give its hash; "" when it ran out, was tried too often or used, or never was."""
    counts = Q(asked__at__gt=at - COUNTS_FOR) & ~Q(hashed="")
    if CodeTried.objects.filter(counts, pk=id, used_at=None, tries__lt=TRIES).update(tries=F("tries") + 1):
        return CodeTried.objects.values_list("hashed", flat=True).get(pk=id)
    return ""


def use_code(occasion: Ticket, id: UUID) -> None:
    """Use a code, once."""
    occasion.permit(Doing.RECORD)
    if not CodeTried.objects.filter(pk=id, used_at=None).update(used_at=occasion.at):
        raise Refused("This code was used already. Ask for another.")


def address_shown(id: UUID) -> str:
    """The address that somebody showed to be theirs with this code; "" when they did not."""
    found = CodeAsked.objects.filter(id=id, tried__used_at__isnull=False).values_list("address", flat=True)
    return found.first() or ""


def agencies_of(address: str) -> tuple[AgencyFact, ...]:
    """Whose addresses end in this one’s domain, by name; none for a domain nobody entered."""
    domain = plain_address(address).rpartition("@")[2]
    of_it = MailDomain.objects.filter(domain=domain).values("agency")
    found = Agency.objects.filter(id__in=of_it).order_by("name", "id")
    return tuple(AgencyFact(id=one.id, name=one.name, type=one.type) for one in found)


def _unclaimed(at: datetime, of: str = "") -> Q:
    unclaimed = Q(**{f"{of}claimed_at": None}) | Q(**{f"{of}claimed_at__lte": at - SENDING_TAKES})
    return Q(**{f"{of}sent_at": None}) & unclaimed
