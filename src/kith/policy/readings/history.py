"""What is on record of a child from before, who has read it, and which concerns still wait for an answer.

`circle` stands on the readings, so this one is asked for by its own name and not through the package.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kith.policy import standards
from kith.policy.circle import circle
from kith.policy.facts import Fact
from kith.policy.facts.casework import ClosingProposed, Decision, Escalation, EscalationAnswered
from kith.policy.facts.chronology import Injury
from kith.policy.facts.family import Involvement
from kith.policy.facts.front_door import Authorisation, Contact, HistoryCheck, ThresholdDecision
from kith.policy.facts.informed import Answer, Told
from kith.policy.involvement import SOCIAL_CARE_SERVICES, open_involvements, unbroken_since
from kith.policy.permissions import DECIDERS
from kith.policy.picture import ChildPicture
from kith.policy.readings.marks import separate_events, settles_marks, unexplained_injuries
from kith.vocabulary import Act, AgencyType, Answered, AnswerKind, Role, Service, ThresholdOutcome

#: Services that a history is made of, and that are stepped down.
HELP = (*sorted(SOCIAL_CARE_SERVICES), Service.EARLY_HELP)
#: Responses that protect. They wait for nothing; the history is read afterwards.
PROTECTING = frozenset(
    {
        ThresholdOutcome.ASSESSMENT,
        ThresholdOutcome.STRATEGY_DISCUSSION,
        ThresholdOutcome.IMMEDIATE_PROTECTION,
        ThresholdOutcome.ALREADY_OPEN,
    }
)
#: Responses to a contact that do no more, or less: a second person agrees before they take effect.
DOING_LESS = frozenset({ThresholdOutcome.NO_FURTHER_ACTION, ThresholdOutcome.ADVICE, ThresholdOutcome.EARLY_HELP})
ENDED_WITHOUT_HELP = frozenset({ThresholdOutcome.NO_FURTHER_ACTION, ThresholdOutcome.ADVICE})


# -- what is on record from before, and who has read it ----------------------------------------------------------------


def decision_on(picture: ChildPicture, contact: Contact) -> ThresholdDecision | None:
    """What response a contact got, as last said by somebody who decides."""
    decided = picture.threshold_decisions.belonging_to(contact.entry)
    return next((one for one in reversed(decided) if one.role in DECIDERS), None)


def second_word(picture: ChildPicture, decision: ThresholdDecision) -> Authorisation | None:
    """What a second person who decides last said of a decision; a word on one's own is none."""
    said = picture.of(Authorisation).belonging_to(decision.entry)
    return next((one for one in reversed(said) if one.role in DECIDERS and not _is_own(one, decision)), None)


def _is_own(said: Authorisation, decision: ThresholdDecision) -> bool:
    return said.occasion == decision.occasion or (
        bool(decision.by_name) and (said.by_name, said.agency) == (decision.by_name, decision.agency)
    )


def does_less(picture: ChildPicture, decision: ThresholdDecision) -> bool:
    """Whether a response does nothing more, or less; to leave a child to work that is open to nobody is nothing."""
    if decision.outcome != ThresholdOutcome.ALREADY_OPEN:
        return decision.outcome in DOING_LESS
    begun = (
        one for one in picture.involvements.backwards() if one.service in HELP and one.happened.start <= decision.at
    )
    return all(_has_ended(picture, one, decision.at) for one in begun)


def _has_ended(picture: ChildPicture, service: Involvement, by: datetime) -> bool:
    """Whether a service had been stepped down or closed by a moment: what closed later was open then."""
    return any(one.happened.start <= by for one in picture.step_downs.belonging_to(service.entry))


def matters_open(picture: ChildPicture) -> tuple[Fact, ...]:
    """Why somebody has to know the history now: services that are open, and contacts that nobody has decided.

    On the last of them, a decision to do less that no second person has agreed is none yet.
    """
    undecided = (one for one in picture.contacts.backwards() if not is_decided(picture, one))
    return (*open_involvements(picture, *HELP), *undecided)


def is_decided(picture: ChildPicture, contact: Contact) -> bool:
    """Whether a contact has a response that counts: on the last of them, to do less counts once a second person agrees."""
    decision = decision_on(picture, contact)
    if decision is None or contact is not picture.contacts.last() or not does_less(picture, decision):
        return decision is not None
    said = second_word(picture, decision)
    return said is not None and said.agrees == Answered.YES


def entries_read(picture: ChildPicture, since: datetime | None = None) -> frozenset[UUID]:
    """What those who decide for the child say they read of the history; `since` asks for checks entered from then on."""
    checks = (one for one in picture.of(HistoryCheck).backwards() if one.role in DECIDERS)
    return frozenset(entry for one in checks if since is None or one.at >= since for entry in one.read)


def is_read(picture: ChildPicture, fact: Fact, read: frozenset[UUID]) -> bool:
    """Whether an entry is among those read, as it stands or as it was before somebody put it right."""
    return not read.isdisjoint(picture.shelves.as_ever_entered(fact.entry))


def history(picture: ChildPicture) -> Iterator[Contact | Involvement]:
    """The child's own contacts and services of social care and early help, from the first."""
    yield from reversed(tuple(picture.contacts.backwards()))
    yield from reversed(tuple(one for one in picture.involvements.backwards() if one.service in HELP))


def history_of(picture: ChildPicture, who: UUID) -> Iterator[Contact | Involvement]:
    """The same of somebody else in the picture, but for what was entered about this child too."""
    yield from _apart(picture, picture.of_person(who, Contact).backwards())
    services = (one for one in picture.of_person(who, Involvement).backwards() if one.service in HELP)
    yield from _apart(picture, services)


def _apart(picture: ChildPicture, facts: Iterable[Contact] | Iterable[Involvement]) -> Iterator[Contact | Involvement]:
    return (one for one in facts if picture.id not in one.about)


def unread_before_deciding(picture: ChildPicture) -> tuple[Contact | Involvement, ...]:
    """What of the history nobody who decides has read since the latest contact: the child's own, then other children's.

    Not history: the latest contact itself, the work that is open now, and what came since.
    """
    latest = picture.contacts.last()
    read = entries_read(picture, since=latest.at if latest else None)
    began = _this_matter_began(picture, latest)
    mine = (one for one in history(picture) if isinstance(one, Contact) or one.happened.end < began)
    others = (one for who in picture.siblings() for one in history_of(picture, who.id) if one.happened.end < began)
    return tuple(one for one in (*mine, *others) if one is not latest and not is_read(picture, one, read))


def _this_matter_began(picture: ChildPicture, latest: Contact | None) -> datetime:
    open_now = open_involvements(picture, *HELP)
    work = min((unbroken_since(picture, one, *HELP).happened.start for one in open_now), default=None)
    return max(moment for moment in (work, latest.happened.start if latest else None) if moment)


def history_in_words(picture: ChildPicture, facts: Iterable[Fact], *, of_contacts: str = "") -> str:
    """How much there is to read, as a sentence tells it: "2 contacts and 1 service". More may be said of the contacts."""
    told = tuple(facts)
    mine = [one for one in told if picture.id in one.about]
    contacts = sum(isinstance(one, Contact) for one in mine)
    words = [
        _counted(contacts, "contact", "contacts") + of_contacts,
        _counted(len(mine) - contacts, "service", "services"),
        _counted(len(told) - len(mine), "entry about other children", "entries about other children"),
    ]
    return in_a_row([one for one in words if one])


def in_a_row(words: list[str]) -> str:
    """Words one after the other, as a sentence names them."""
    return " and ".join(one for one in (", ".join(words[:-1]), *words[-1:]) if one)


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}" if count else ""


def contacts_that_led_to(
    picture: ChildPicture, outcomes: frozenset[ThresholdOutcome], span: timedelta
) -> tuple[tuple[Contact, ThresholdDecision], ...]:
    """Contacts within a span that ended with one of these outcomes, each with its decision, in the order of deciding."""
    decided = ((one, decision_on(picture, one)) for one in picture.contacts.within(span))
    found = [(one, decision) for one, decision in decided if decision and decision.outcome in outcomes]
    return tuple(sorted(found, key=lambda pair: (pair[1].at, pair[1].entry)))


# -- concerns that wait for an answer, and how long for ----------------------------------------------------------------


def open_concerns(picture: ChildPicture) -> tuple[Fact, ...]:
    """Marks that nothing explains and nobody has answered, and contacts that nobody has decided."""
    span = picture.numbers.span(standards.OPEN_CONCERN_WINDOW)
    answered = {entry for one in picture.considerations.within(span) if settles_marks(one) for entry in one.evidence}
    injuries = (one for one in unexplained_injuries(picture, span) if one.entry not in answered)
    contacts = (one for one in picture.contacts.within(span) if decision_on(picture, one) is None)
    return (*injuries, *contacts)


def concerns_in_words(concerns: tuple[Fact, ...]) -> str:
    """What has no answer yet, counted as a sentence tells it."""
    marks = tuple(one for one in concerns if isinstance(one, Injury))
    injuries, contacts = len(separate_events(marks)), len(concerns) - len(marks)
    words = []
    if injuries:
        words.append(
            "a possible injury has no answer" if injuries == 1 else f"{injuries} possible injuries have no answer"
        )
    if contacts:
        words.append("a worry has no decision" if contacts == 1 else f"{contacts} worries have no decision")
    return " and ".join(words)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Concerns that stand before an act; `until` is when they no longer do, None while somebody has yet to be told."""

    concerns: tuple[Fact, ...]
    until: datetime | None


def waiting_for(picture: ChildPicture, concerns: tuple[Fact, ...], *acts: Act) -> Waiting:
    """What of these concerns stands before an act: whatever came after a proposal that everybody had time to answer."""
    if not concerns:
        return Waiting((), None)
    ends = [(one, proposal_ends(picture, one)) for one in _proposals(picture, acts)]
    has_run = [one.at for one, end in ends if end and picture.has_passed(end)]
    ran = max(has_run, default=None)
    standing = tuple(one for one in concerns if ran is None or one.at > ran)
    last = max((one.at for one in standing), default=None)
    running = [end for one, end in ends if end and last and one.at >= last]
    return Waiting(standing, min(running, default=None))


def _proposals(picture: ChildPicture, acts: tuple[Act, ...]) -> Iterator[ClosingProposed]:
    """Somebody who may said why, of the service that is open: social care's while it is."""
    service = open_involvements(picture, *SOCIAL_CARE_SERVICES) or open_involvements(picture, Service.EARLY_HELP)
    its_ids = {entry for one in service for entry in picture.shelves.as_ever_entered(one.entry)}
    for one in picture.of(ClosingProposed).backwards():
        lessens = one.what in (Act.STEP_DOWN, Act.CLOSE)
        fits = one.involvement is None or one.involvement in its_ids or not lessens
        if one.what in acts and fits and one.said.strip() and _may_propose(picture, one):
            yield one


def _may_propose(picture: ChildPicture, proposal: ClosingProposed) -> bool:
    discharges = proposal.what == Act.DISCHARGE_HOME and picture.agency_is(proposal.agency, AgencyType.HOSPITAL)
    return discharges or proposal.role in DECIDERS


def proposal_ends(picture: ChildPicture, proposal: ClosingProposed) -> datetime | None:
    """When all who belong round the child have had their time to object; None while one of them has not been told."""
    told = picture.of(Told).belonging_to(proposal.entry)
    heard: dict[UUID, datetime] = {}
    for one in told:
        heard[one.told_agency] = min(one.at, heard.get(one.told_agency, one.at))
    circled = circle(picture).keys() - {proposal.agency}
    if not circled <= heard.keys():
        return None
    ends = picture.numbers.due(standards.CIRCLE_MAY_OBJECT, max((proposal.at, *(heard[who] for who in circled))))
    latest = picture.numbers.due(standards.OBJECTION_ANSWERED, ends)
    objections = [one for one in _objections(picture, proposal, told) if one.at <= ends]
    return max((ends, *(min(latest, _answered_at(picture, one) or latest) for one in objections)))


def _objections(picture: ChildPicture, proposal: ClosingProposed, told: tuple[Told, ...]) -> Iterator[Fact]:
    for answer in (answer for one in told for answer in picture.of(Answer).belonging_to(one.entry)):
        if answer.answer == AnswerKind.DISAGREES and answer.said.strip():
            yield answer
    its_ids = picture.shelves.as_ever_entered(proposal.entry)
    yield from (one for one in picture.of(Escalation).backwards() if one.against in its_ids)


def _answered_at(picture: ChildPicture, objection: Fact) -> datetime | None:
    """When a manager first answered it: by answering the escalation, or by a decision that rests on it."""
    decided = (one for one in picture.of(Decision).backwards() if objection.entry in one.rests_on)
    answers = (*picture.of(EscalationAnswered).belonging_to(objection.entry), *decided)
    return min((one.at for one in answers if one.role == Role.SOCIAL_CARE_MANAGER), default=None)
