"""A child's father is not left out because nobody thought of him; whether it is safe to reach him is thought about first."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from kith.policy import calendar, standards
from kith.policy.facts import Fact
from kith.policy.facts.family import AdultPlan, AdultSpokenTo, Involvement
from kith.policy.findings import Obligation
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.lives import fathers_of, is_put_off, last_plan, work_began
from kith.policy.readings.telling import as_sentence, day_in_words
from kith.policy.rulebook import rule
from kith.vocabulary import Clock, Identity, Role


def _what_is_missing(picture: ChildPicture) -> str | None:
    if not work_began(picture):
        return "social care's work with the child, with the day it began"
    return None


@rule(
    reads=ChildPicture,
    learning=(10, 12),
    why="Fathers are part of a child's life, near or far. We ask first whether reaching him is safe, and then do not forget him.",
    source="Case Study Luke, Summary of Learning, points 10 and 12. The limit is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("adult_plan", "adult_spoken_to"),
)
def father_is_thought_about_safely(picture: ChildPicture) -> Iterator[Obligation]:
    """Decide within ten working days whether and how it is safe to reach a child's father, and reach him or say why not."""
    began = work_began(picture)
    if began is None:
        return
    fathers = fathers_of(picture)
    if not fathers:
        yield _nobody_named(picture, began)
    for father, said in fathers.items():
        plan = last_plan(picture, father)
        if not picture.of(AdultSpokenTo).belonging_to(father) and not (plan and is_put_off(picture, plan)):
            yield _not_reached(picture, began, father, said, plan)


def _nobody_named(picture: ChildPicture, began: Involvement) -> Obligation:
    return Obligation(
        about=picture.id,
        sentence=as_sentence(f"{picture.child.called} has no father on record among the adults in the child's life."),
        do_next="decide whom it is safe to ask about him, ask who and where he is, and record him, named or not, "
        "or your plan.",
        evidence=(began.entry,),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.FATHER_THOUGHT_ABOUT, began.happened.end),
        clock=Clock.WORKING,
    )


def _not_reached(
    picture: ChildPicture, began: Involvement, father: UUID, said: tuple[Fact, ...], plan: AdultPlan | None
) -> Obligation:
    again = [calendar.start_of_day(plan.look_again_on)] if plan and plan.look_again_on else []
    counts_from = max(began.happened.end, min(one.at for one in said), *again)
    return Obligation(
        about=father,
        sentence=_sentence(picture, father, plan),
        do_next="decide first whether and how it is safe to contact him; if it is, ring, and record what he said; "
        "if not, record why, with a day to look again.",
        evidence=entries_of((began, *said, *((plan,) if plan else ()))),
        owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
        due_at=picture.numbers.due(standards.FATHER_THOUGHT_ABOUT, counts_from),
        clock=Clock.WORKING,
    )


def _sentence(picture: ChildPicture, father: UUID, plan: AdultPlan | None) -> str:
    him = picture.person(father)
    name = f", {him.name}," if him.name and him.identity == Identity.KNOWN else ""
    who = f"{picture.child.called}'s father{name} has not been spoken to"
    if plan is None:
        return as_sentence(f"{who}, and no plan says whether that is safe.")
    return as_sentence(f"{who}, and the plan of {day_in_words(plan.happened.end)} was to be looked at again.")
