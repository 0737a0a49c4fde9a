"""What a rule may say: on what it rests, who owes it and by when; and how it is told to other programs."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from tests.policy.builder import ANSWERED, REPEATED, SEEN, a_child, is_fit_to_read, speaks, the, told_of

from kith.policy.findings import Alert, Draft, Finding, Hold, Key, Obligation, OwedBy, Subject, stamp
from kith.vocabulary import Act, Clock, FindingKind, Role, Severity, SubjectKind

ROBIN = Subject(SubjectKind.CHILD, the("Robin"))
DUE = datetime(2026, 6, 5, 22, 59, 59, tzinfo=UTC)


def draft(kind: type[Draft] = Obligation, **told: Any) -> Draft:
    said = {
        "about": the("plan"),
        "sentence": "Nobody has seen Robin.",
        "do_next": "see the child.",
        "evidence": (the("plan"),),
        "owed_by": OwedBy(Role.SOCIAL_WORKER, the("north")),
    }
    return kind(**{**said, **told})


def stamped(one: Draft) -> Finding:
    return stamp(one, rule=SEEN, subject=ROBIN, learning=(8,), source="Somewhere.")


# What a rule may not leave out


def test_a_finding_rests_on_entries():
    with pytest.raises(ValueError, match="names the entries it rests on"):
        draft(evidence=())


@pytest.mark.parametrize("alone", [{"due_at": DUE}, {"clock": Clock.WORKING}])
def test_a_due_time_is_told_with_the_clock_it_keeps(alone: dict[str, Any]):
    with pytest.raises(ValueError, match="come together"):
        draft(**alone)


@pytest.mark.parametrize("clock", [{}, {"due_at": DUE, "clock": Clock.WORKING}], ids=["no time", "working days"])
def test_a_serious_concern_never_waits_for_the_office_to_open(clock: dict[str, Any]):
    with pytest.raises(ValueError, match="elapsed time, never working days"):
        draft(Alert, severity=Severity.SUSPECT, **clock)
    assert draft(Alert, severity=Severity.SUSPECT, due_at=DUE, clock=Clock.ELAPSED)


@pytest.mark.parametrize("act", [None, "call_police"])
def test_a_hold_names_one_of_the_acts_that_may_wait(act: str | None):
    with pytest.raises(ValueError, match="names one of the acts"):
        draft(Hold, holds=act)


def test_a_hold_too_rests_on_entries():
    with pytest.raises(ValueError, match="names the entries it rests on"):
        draft(Hold, holds=Act.CLOSE, evidence=())


def test_nothing_that_protects_a_child_may_be_held():
    protects = {
        "strategy_discussion",
        "start_section_47",
        "medical",
        "assessment",
        "police",
        "court",
        "child_protection",
    }
    assert not [act for act in Act if any(word in act.value for word in protects)]


# What it becomes


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (draft(Alert, severity=Severity.CONSIDER), FindingKind.ALERT),
        (draft(Obligation), FindingKind.OBLIGATION),
        (draft(Hold, holds=Act.CLOSE), FindingKind.HOLD),
    ],
    ids=["look", "duty", "hold"],
)
def test_a_stamped_finding_is_all_the_rule_said_with_the_rules_name_on_it(one: Draft, kind: FindingKind):
    made = stamped(one)
    assert (made.kind, made.rule, made.subject, made.learning, made.source) == (kind, SEEN, ROBIN, (8,), "Somewhere.")
    for name in ("about", "sentence", "do_next", "evidence", "owed_by", "severity", "due_at", "clock", "holds"):
        assert getattr(made, name) == getattr(one, name)


def test_an_entry_is_evidence_once_and_in_the_order_told():
    made = stamped(draft(evidence=(the("b"), the("a"), the("b"), the("c"), the("a"))))
    assert made.evidence == (the("b"), the("a"), the("c"))


def test_what_ends_by_time_alone_is_a_look_or_a_hold_with_a_date():
    soft = draft(Alert, severity=Severity.CONSIDER, due_at=DUE, clock=Clock.WORKING)
    danger = draft(Alert, severity=Severity.SUSPECT, due_at=DUE, clock=Clock.ELAPSED)
    dated = draft(Hold, holds=Act.CLOSE, due_at=DUE, clock=Clock.ELAPSED)
    assert stamped(soft).may_lapse and stamped(dated).may_lapse
    assert not stamped(danger).may_lapse
    assert not stamped(draft(Hold, holds=Act.CLOSE)).may_lapse
    assert not stamped(draft(Obligation, due_at=DUE, clock=Clock.ELAPSED)).may_lapse


def test_only_a_concern_that_somebody_may_have_done_this_is_serious():
    danger = stamped(draft(Alert, severity=Severity.SUSPECT, due_at=DUE, clock=Clock.ELAPSED))
    assert danger.is_serious
    assert not stamped(draft(Alert, severity=Severity.CONSIDER)).is_serious
    assert not replace(danger, kind=FindingKind.OBLIGATION).is_serious


# Keys and ids


def test_it_is_the_same_finding_by_rule_child_and_what_it_is_about():
    one = stamped(draft())
    assert one.key == Key(SEEN, the("Robin"), the("plan"))
    worse = stamped(draft(sentence="Nobody has seen Robin for long.", evidence=(the("visit"),)))
    assert worse.key == one.key and worse != one
    assert stamped(draft(about=the("another plan"))).key != one.key


def test_a_dutys_id_never_changes():
    key = Key("a_rule", UUID(int=1), UUID(int=2))
    assert str(key.id(1)) == "e62f0b4f-f849-5bff-898f-1d5231c1fbf8", "every id on record was made so"


def test_a_duty_that_opens_again_is_another_duty():
    key = Key(SEEN, the("Robin"), the("plan"))
    assert key.id(1) == key.id(1)
    others = [key.id(2), key._replace(rule=REPEATED).id(1), key._replace(subject=the("Sam")).id(1)]
    assert len({key.id(1), *others, key._replace(about=the("Robin")).id(1)}) == 5


# As other programs read it


def test_a_finding_is_told_to_other_programs_in_the_words_of_the_documents():
    made = stamped(draft(due_at=DUE, clock=Clock.WORKING))
    assert json.loads(json.dumps(made.as_json(3))) == {
        "id": str(made.key.id(3)),
        "rule": SEEN,
        "kind": "obligation",
        "severity": "mandatory",
        "learning": [8],
        "subject": {"kind": "child", "id": str(the("Robin"))},
        "sentence": "Nobody has seen Robin.",
        "do_next": "see the child.",
        "evidence": [str(the("plan"))],
        "owed_by": {"role": "social_worker", "agency": str(the("north"))},
        "due_at": "2026-06-05T23:59:59+01:00",
        "clock": "working",
        "holds": None,
        "source": "Somewhere.",
    }


def test_what_is_not_known_is_told_as_not_known():
    told = stamped(draft(Hold, holds=Act.CLOSE, owed_by=OwedBy(Role.HUB_DECISION_MAKER))).as_json(1)
    assert (told["due_at"], told["clock"], told["owed_by"]["agency"], told["holds"]) == (None, None, None, "close")


# Words


def test_everything_the_book_says_of_a_child_is_fit_to_read():
    troubled = (
        a_child()
        .child_protection_plan(on="2026-11-02T10:00", called="plan")
        .bruise(on="2026-11-20T09:00")
        .bruise(on="2026-12-12T10:00", by="surgery")
        .worry_told(on="2026-12-13")
    )
    said = told_of(troubled.at()).findings.values()
    assert {one.rule for one in said} >= {REPEATED, ANSWERED, SEEN}
    assert all(is_fit_to_read(one) for one in said)


@pytest.mark.parametrize(
    "sentence",
    ["Nobody has seen Robin", "Nobody came. Robin waits.", "Robin was seen " + "again " * 23 + "today."],
    ids=["no end", "two sentences", "26 words"],
)
def test_a_sentence_that_is_not_one_short_sentence_is_noticed(sentence: str):
    with pytest.raises(AssertionError):
        is_fit_to_read(stamped(draft(sentence=sentence)))


@pytest.mark.parametrize("word", ["suspect", "obligation", "child_in_need", "None", "an alert"])
def test_a_sentence_in_the_codes_own_words_is_noticed(word: str):
    said = speaks(SEEN, a_child().child_in_need(on="2026-11-02T10:00").at())
    assert is_fit_to_read(said)
    assert not is_fit_to_read(replace(said, do_next=f"see {word}."))
