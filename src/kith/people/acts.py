"""Adding people, what is said of who they are, and deciding whether two are one. Adding is never refused: anybody can be
known in part, or not at all."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.occasions.record import new_id, write
from kith.occasions.ticket import Refused, Ticket
from kith.people import models
from kith.people.finding import keyed
from kith.people.queries import Candidate, Link, LinkStands, joined, link, links_of, parted, same_as, sealed
from kith.policy.facts import Person
from kith.policy.permissions import Doing
from kith.vocabulary import Identity, LinkVerdict, NameUse, SealReason, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is said of who somebody is, as typed. Anything may be left out; a number that cannot be right is kept too.

    `address` may be a whole address or a postcode; a protected one is found by nobody. `entry` is the entry it is said in.
    """

    name: str = ""
    name_use: NameUse = NameUse.NOT_SAID
    sex: Sex = Sex.NOT_RECORDED
    born_from: date | None = None
    born_until: date | None = None
    address: str = ""
    lived_from: date | None = None
    lived_until: date | None = None
    is_protected: bool = False
    nhs_number: str = ""
    nhs_checked_on: date | None = None
    upn: str = ""
    entry: UUID | None = None


def add_person(occasion: Ticket, person: Person) -> models.Person:
    """Add somebody as they are known now, with the keys they are looked for by."""
    occasion.permit(Doing.RECORD)
    keyed.note_first_person()
    added = write(models.Person, **asdict(person), occasion_id=occasion.id)
    keyed.key([added.id])
    return added


def claim_identity(occasion: Ticket, *, person: UUID, claim: Claim) -> models.IdentityClaim:
    """Add what is said of who somebody is: a name, a birth date, an address, a number. What was said before stands too."""
    occasion.permit(Doing.RECORD)
    said = write(models.IdentityClaim, id=new_id(), person_id=person, **asdict(claim), occasion_id=occasion.id)
    keyed.key([person])
    return said


def withdraw_claim(occasion: Ticket, *, claim: UUID, why: str) -> models.ClaimWithdrawn:
    """Take back what was said of somebody's identity: it was said of the wrong person, or mistaken. It stays on record."""
    occasion.permit(Doing.RECORD)
    if models.ClaimWithdrawn.objects.filter(claim=claim).exists():
        raise Refused("This was taken back already.")
    return write(models.ClaimWithdrawn, claim_id=claim, why=why, occasion_id=occasion.id)


def withdraw_what_an_entry_claimed(occasion: Ticket, *, entry: UUID, of: Iterable[UUID] | None) -> None:
    """An entry was corrected, or retracted of these people: what it said of who they are stands no longer. None: of all."""
    claims = models.IdentityClaim.objects.filter(entry=entry, withdrawn=None).order_by("id")
    for claim in claims if of is None else claims.filter(person__in=of):
        why = "The entry it was said in was corrected or retracted."
        write(models.ClaimWithdrawn, claim=claim, why=why, occasion_id=occasion.id)


def seal_identity(occasion: Ticket, *, person: UUID, reason: SealReason, why: str) -> models.IdentitySealed:
    """Let nobody who searches find this person, nor learn that there is anybody to find: after adoption, or to protect them."""
    occasion.permit(Doing.DECIDE)
    sealed_now = write(
        models.IdentitySealed, id=new_id(), person_id=person, reason=reason, why=why, occasion_id=occasion.id
    )
    _write_who_is_one(occasion, (person,))
    return sealed_now


def lift_seal(occasion: Ticket, *, seal: UUID, why: str) -> models.SealLifted:
    """Let a sealed identity be found again."""
    occasion.permit(Doing.DECIDE)
    if models.SealLifted.objects.filter(seal=seal).exists():
        raise Refused("This seal was lifted already.")
    lifted = write(models.SealLifted, seal_id=seal, why=why, occasion_id=occasion.id)
    _write_who_is_one(occasion, (models.IdentitySealed.objects.get(id=seal).person_id,))
    return lifted


def decide_link(
    occasion: Ticket, *, one: UUID, other: UUID, verdict: LinkVerdict, why: str = "", shown: Candidate | None = None
) -> models.LinkDecision:
    """Decide that two people on record are the same, not the same, or cannot be told yet. Nothing is merged.

    `shown` is the candidate the decision was made on: its grade and reasons are kept with it. Joining two established
    identities waits for a second person (`second_link`). Raises Refused while the contrary stands.
    """
    occasion.permit(Doing.DECIDE)
    pair = tuple(sorted((one, other)))
    _one_decision_at_a_time()
    _refuse_if_not_to_be_decided(pair, verdict)
    decided = write(
        models.LinkDecision,
        id=new_id(),
        one_id=pair[0],
        other_id=pair[1],
        verdict=verdict,
        why=why,
        needs_second=verdict == LinkVerdict.SAME and established(pair) == set(pair),
        grade=shown.grade if shown else "",
        by_model=shown.model if shown else "",
        compared=[*shown.agrees, *shown.differs, *shown.not_compared, *shown.steps] if shown else [],
        occasion_id=occasion.id,
    )
    _write_who_is_one(occasion, pair)
    return decided


def second_link(occasion: Ticket, *, decision: UUID, why: str = "") -> models.LinkSeconded:
    """Agree, as a second person, that two established identities are one."""
    found = _to_be_seconded(occasion, decision, LinkStands.WAITS_FOR_SECOND, of_withdrawal=False)
    _refuse_if_parted((found.one, found.other))
    seconded = write(
        models.LinkSeconded, id=new_id(), decision_id=decision, of_withdrawal=False, why=why, occasion_id=occasion.id
    )
    _write_who_is_one(occasion, (found.one, found.other))
    return seconded


def withdraw_link(occasion: Ticket, *, decision: UUID, why: str) -> models.LinkWithdrawn:
    """Take back a decision about two people, and say why. “Not the same” stands until a second person agrees."""
    occasion.permit(Doing.DECIDE)
    _one_decision_at_a_time()
    found = link(decision)
    if found is None or found.stands in (LinkStands.WITHDRAWN, LinkStands.WITHDRAWAL_WAITS_FOR_SECOND):
        raise Refused("This decision was taken back already, or never made.")
    if not why.strip():
        raise Refused("Say why this decision is taken back: whoever reads it later must know.")
    needs_second = found.verdict == LinkVerdict.NOT_SAME
    withdrawn = write(
        models.LinkWithdrawn, decision_id=decision, why=why, needs_second=needs_second, occasion_id=occasion.id
    )
    _write_who_is_one(occasion, (found.one, found.other))
    return withdrawn


def second_withdrawal(occasion: Ticket, *, decision: UUID, why: str = "") -> models.LinkSeconded:
    """Agree, as a second person, that “not the same” was mistaken."""
    _to_be_seconded(occasion, decision, LinkStands.WITHDRAWAL_WAITS_FOR_SECOND, of_withdrawal=True)
    return write(
        models.LinkSeconded, id=new_id(), decision_id=decision, of_withdrawal=True, why=why, occasion_id=occasion.id
    )


def _write_who_is_one(occasion: Ticket, people: Iterable[UUID]) -> None:
    """Write anew whom each of these people, and whoever was or is one with them, is shown as.

    They are shown as whoever of them is known, and of several the one who was entered first. What follows from it for
    each of them follows in this same act.
    """
    occasion.touched.update(people)
    occasion.who_is_who.update(people)
    everybody = same_as(people)
    for together in {frozenset(found) for found in joined(everybody).values()}:
        rows = models.Person.objects.filter(id__in=together).values_list("id", "identity", "recorded_at")
        one = min(rows, key=lambda row: (row[1] != Identity.KNOWN, row[2], row[0]))[0]
        models.SameAs.objects.bulk_create(
            [models.SameAs(person=person, one=one) for person in sorted(together)],
            update_conflicts=True,
            unique_fields=["person"],
            update_fields=["one"],
        )


def established(people: Iterable[UUID]) -> set[UUID]:
    """Those who are known, or joined with another already. Somebody entered part-known for a contact is neither."""
    asked = list(people)
    known = models.Person.objects.filter(id__in=asked, identity=Identity.KNOWN).values_list("id", flat=True)
    return set(known) | {one for one, others in joined(asked).items() if len(others) > 1}


def _refuse_if_not_to_be_decided(pair: tuple[UUID, ...], verdict: LinkVerdict) -> None:
    if pair[0] == pair[1]:
        raise Refused("This is one and the same person on record already.")
    if sealed(pair):
        raise Refused("These two cannot be linked here. Ask whoever looks after protected records.")
    standing = [
        one
        for one in links_of(pair)
        if (one.one, one.other) == pair
        and one.stands != LinkStands.WITHDRAWN
        and one.verdict != LinkVerdict.CANNOT_TELL
    ]
    if any(one.verdict == verdict for one in standing):
        raise Refused("This was decided already.")
    if verdict == LinkVerdict.SAME:
        _refuse_if_parted(pair)
    elif verdict == LinkVerdict.NOT_SAME and (standing or pair[1] in joined(pair)[pair[0]]):
        raise Refused("These two were decided to be the same. Take that decision back first, and say why.")


def _refuse_if_parted(pair: tuple[UUID, ...]) -> None:
    """Joining two people joins everybody joined with either: not while any two of those are not the same."""
    sets = joined(pair)
    mine, theirs = sets[pair[0]], sets[pair[1]]
    if any(
        (one in mine and other in theirs) or (one in theirs and other in mine) for one, other in parted(mine | theirs)
    ):
        raise Refused(
            "Somebody decided that these, or people joined with them, are not the same. That stands until two people take it back."
        )


def _to_be_seconded(occasion: Ticket, decision: UUID, waiting: LinkStands, *, of_withdrawal: bool) -> Link:
    """The decision that waits for a second person, if the actor is one. Raises Refused."""
    occasion.permit(Doing.DECIDE)
    _one_decision_at_a_time()
    found = link(decision)
    if found is None or found.stands != waiting:
        raise Refused("This does not wait for a second person.")
    first = models.LinkWithdrawn.objects.get(decision=decision).occasion.by_id if of_withdrawal else found.by
    if occasion.actor.id is None or occasion.actor.id == first:
        raise Refused("A second person must agree to this: somebody other than whoever decided it.")
    return found


def _one_decision_at_a_time() -> None:
    """Two people deciding the contrary of one pair at one moment: the second sees what the first decided."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('kith link decisions'))")
