"""How a duty may be answered, in the words of the act: do it, say what you think, or decide not to and why."""

from urllib.parse import urlencode
from uuid import UUID

from kith.duties.desk import is_asked_of
from kith.duties.told import ToldDuty
from kith.journey.respond import book
from kith.policy.facts import KINDS, Fact
from kith.policy.facts.fields import entry_kind_of, fields_naming
from kith.policy.findings import Finding
from kith.policy.permissions import Actor, refusal_to_enter
from kith.vocabulary import FindingKind, SubjectKind
from kith.web.kinds import TITLES
from kith.web.shown import ShownAnswer

#: What a button says where the kind's own title would not be an act.
ACTS_IN_WORDS = {
    "account": "Write down what they said",
    "action": "Name who does it, and by when",
    "action_done": "Record that it is done",
    "adult_check": "Record the check",
    "adult_plan": "Decide whether it is safe",
    "adult_spoken_to": "Record that they were spoken to",
    "answer": "Record what came back",
    "decision": "Record a decision, and why",
    "development": "Record what the child can do",
    "escalation_answered": "Answer the disagreement",
    "handover": "Hand on, by name",
    "handover_accepted": "Take over",
    "history_check": "Read the history",
    "information_returned": "Write what we know",
    "liaison": "Record that you talked",
    "observation": "Write down what was seen",
    "section_47_enquiry": "Start a section 47 enquiry",
    "strategy_discussion": "Call a strategy discussion",
    "supervision": "Record supervision",
    "threshold_decision": "Decide what response it gets",
    "told": "Record whom you told",
    "training": "Record training",
    "update_read": "Record that it was read",
    "visit": "Record a visit",
    "works_at": "Record who works here",
}
_DONE_HERE = 2
#: What is said to a duty on a page of its own: by which way, in which words.
_SAID = {"consideration": ("think", "Record what we think, and why"), "waiver": ("not", "Decide not to, because…")}


#: What whoever may enter none of a duty's answers does instead: it is read by those who may.
_TELLS = ("note", "Write down what you saw")


def answers_to(one: ToldDuty, evidence: tuple[Fact, ...], reader: Actor) -> tuple[ShownAnswer, ...]:
    """The answers that the reader may give to a duty, the likeliest first.

    At most two that do what it asks, then to think, then to decide not to; to write, for whoever may give none.
    """
    here = f"/duties/{one.id}/"
    kinds = [kind for kind in _kinds(one) if refusal_to_enter(reader, kind) is None]
    done_by = [kind for kind in kinds if kind not in _SAID][:_DONE_HERE]
    doing = [
        ShownAnswer(
            ACTS_IN_WORDS.get(kind, TITLES[kind]),
            what_we_know_url(one.id)
            if kind == "information_returned" and is_asked_of(one.finding, reader)
            else write_url(one.finding, kind, evidence),
        )
        for kind in done_by
    ]
    saying = [ShownAnswer(words, f"{here}{how}") for kind, (how, words) in _SAID.items() if kind in kinds]
    if not kinds and one.finding.subject.kind == SubjectKind.CHILD:
        return (ShownAnswer(_TELLS[1], write_url(one.finding, _TELLS[0], ())),)
    return (*doing, *saying)


def who_else_answers(one: ToldDuty, reader: Actor) -> str:
    """Who gives the answers that the reader may not, in the sentence of the refusal; "" when the reader may give all."""
    refused = (refusal_to_enter(reader, kind) for kind in _kinds(one))
    return next((one.sentence for one in refused if one), "")


def _kinds(one: ToldDuty) -> tuple[str, ...]:
    """The kinds of entry that answer a duty, the likeliest first."""
    rule = book().rule(one.finding.rule)
    met_by = rule.met_by if rule else ()
    doing = tuple(kind for kind in met_by if kind not in _SAID)
    if one.finding.subject.kind != SubjectKind.CHILD:
        return doing
    is_thought_about = one.finding.kind == FindingKind.ALERT or "consideration" in met_by
    return (*doing, *(("consideration",) if is_thought_about else ()), "waiver")


def what_we_know_url(duty: UUID) -> str:
    """Where whoever was asked answers, though the record is not open to them."""
    return f"/duties/{duty}/what-we-know"


def write_url(finding: Finding, kind: str, evidence: tuple[Fact, ...]) -> str:
    """The form of a kind, with what the duty rests on already chosen where the form asks for it."""
    chosen: dict[str, list[UUID]] = {}
    for name in fields_naming(KINDS[kind], "entry"):
        wanted = entry_kind_of(KINDS[kind], name)
        chosen[name] = [fact.entry for fact in evidence if wanted in ("", fact.kind)]
    for name in fields_naming(KINDS[kind], "person"):
        if finding.about != finding.subject.id and finding.about not in finding.evidence:
            chosen[name] = [finding.about]
    if finding.subject.kind != SubjectKind.CHILD:
        return f"/settings/{finding.subject.id}/write/{kind}"
    if kind == "strategy_discussion":
        return f"/children/{finding.subject.id}/discussion/"
    query = urlencode({name: ids for name, ids in chosen.items() if ids}, doseq=True)
    return f"/children/{finding.subject.id}/write/{kind}" + (f"?{query}" if query else "")
