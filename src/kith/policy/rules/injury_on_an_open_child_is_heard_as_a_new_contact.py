"""A new injury to a child who is open already is heard as loudly as a new referral would be."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Injury
from kith.policy.facts.family import Involvement
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import SOCIAL_CARE_SERVICES, entries_of, is_explained, open_involvements, who_answers_for
from kith.policy.readings.accounts import heard_by_who_decides, heard_in_time, one_event_each, service_open_when_entered
from kith.policy.readings.marks_in_words import day_of
from kith.policy.rulebook import rule
from kith.vocabulary import Role, Service


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not open_involvements(picture, *SOCIAL_CARE_SERVICES, Service.EARLY_HELP):
        return "a service of social care or early help that is open to the child"
    return None if picture.injuries else "a mark or an injury that somebody saw"


@rule(
    reads=ChildPicture,
    learning=(6, 7),
    why="A family that has a worker already must not be heard less than one nobody knows. A new injury is decided on as if it came first.",
    source="Case Study Luke, Summary of Learning, points 6 and 7. That marks play does not leave are decided on within 4 hours is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("decision", "strategy_discussion", "consideration"),
)
def injury_on_an_open_child_is_heard_as_a_new_contact(picture: ChildPicture) -> Iterator[Obligation]:
    """Hear a new injury to a child who is already open to social care or early help as you would a new referral."""
    if not picture.involvements:
        return
    found = [injury for injury in picture.injuries.backwards() if _is_new_to_an_open_service(picture, injury)]
    heard = heard_by_who_decides(picture) if found else frozenset()
    for event in one_event_each(injury for injury in reversed(found) if injury.entry not in heard):
        service = service_open_when_entered(picture, event[0])
        assert service
        due_at, clock = heard_in_time(
            picture, event, standards.REFERRAL_DECIDED, standards.INJURY_ON_AN_OPEN_CHILD_HEARD
        )
        yield Obligation(
            about=event[0].entry,
            sentence=_sentence(picture, event, service),
            do_next=f"treat this, with {_whom(service)}, as you would a new referral: read it with all that came before, "
            "decide what happens next, and record why in a decision or an answer that names it.",
            evidence=(*entries_of(event), service.entry),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=due_at,
            clock=clock,
        )


def _is_new_to_an_open_service(picture: ChildPicture, injury: Injury) -> bool:
    return bool(service_open_when_entered(picture, injury)) and not is_explained(picture, injury)


def _whom(service: Involvement) -> str:
    return "the early help worker" if service.service == Service.EARLY_HELP else "your manager"


def _sentence(picture: ChildPicture, event: tuple[Injury, ...], service: Involvement) -> str:
    injuries = "A new injury was" if len(event) == 1 else f"{len(event)} new injuries were"
    return (
        f"{injuries} recorded on {day_of(event[0].at)} for {picture.child.called}, who was already open to "
        f"{picture.agency(service.with_agency).name}."
    )
