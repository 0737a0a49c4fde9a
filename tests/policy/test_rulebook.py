"""Every rule can be trusted or doubted by name; a broken one is told in words and stops no other."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.policy.builder import ANSWERED, REPEATED, SEEN, a_child, speaks, the, told_of
from tests.policy.staff import at

from kith.policy import rulebook as door
from kith.policy import rules
from kith.policy.facts import KINDS
from kith.policy.findings import Alert, Draft, OwedBy
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import Rule, Rulebook, assess, discovered, rule, rulebook
from kith.vocabulary import Clock, Role, Severity

EVERY = pytest.mark.parametrize("written", discovered(), ids=lambda one: one.name)

#: A child of whom a look, a hold and a duty are to be said.
TROUBLED = (
    a_child()
    .child_in_need(on="2026-11-02T10:00", called="plan")
    .bruise(on="2026-11-20T09:00", called="first mark")
    .bruise(on="2026-12-12T10:00", called="second mark")
)
READ = TROUBLED.looked_and_thought("first mark", "second mark", "plan", on="2026-12-13T09:00", could_be_caused="could")


def breaks(picture: ChildPicture) -> Iterator[Draft]:
    """Break on every picture."""
    raise ValueError("the stage of this child is not one we know")


def breaks_half_way(picture: ChildPicture) -> Iterator[Draft]:
    """Say one thing and break before the next."""
    yield Alert(
        about=picture.id,
        severity=Severity.CONSIDER,
        sentence="Half of it.",
        do_next="look.",
        evidence=(picture.id,),
        owed_by=OwedBy(Role.SOCIAL_WORKER),
    )
    raise KeyError("second half")


def marked(written: door.Written, **told: date | None) -> Rule:
    made = rule(
        reads=ChildPicture,
        learning=(6,),
        why="To be tested.",
        source="Nobody.",
        checked_by="nobody",
        review_by=date(2027, 1, 1),
        missing=lambda picture: None,
        **told,  # type: ignore[arg-type]
    )(written)
    return getattr(made, "__kith_rule__")  # noqa: B009


# What a reader needs to trust a rule


def test_the_book_holds_every_rule_there_is_a_file_for():
    written = {file.stem for file in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert {one.name for one in discovered()} == written
    assert {REPEATED, ANSWERED, SEEN} <= rulebook().names


@EVERY
def test_a_rule_says_what_it_asks_why_and_where_that_comes_from(written: Rule):
    assert re.fullmatch(r"[A-Z][^\n]+\.", written.sentence), "one sentence, on one line"
    assert written.why.endswith(".")
    assert written.source.endswith(".") and len(written.source) > 20
    assert written.checked_by


@EVERY
def test_a_rule_names_kinds_of_entry_that_answer_it(written: Rule):
    assert set(written.met_by) <= set(KINDS)
    assert len(set(written.met_by)) == len(written.met_by)


@EVERY
def test_a_rule_serves_points_of_the_learning_and_is_looked_at_again(written: Rule):
    assert written.learning
    assert all(1 <= point <= 14 for point in written.learning)
    assert list(written.learning) == sorted(set(written.learning))
    assert date(2026, 11, 22) < written.review_by <= date(2028, 12, 31)


@EVERY
def test_a_rule_lives_in_the_file_of_its_own_name(written: Rule):
    assert Path(written.written.__code__.co_filename).stem == written.name == written.written.__name__


@EVERY
def test_a_rule_says_of_what_is_unknown_what_it_would_need_to_speak(written: Rule):
    needs = written.missing(a_child().at() if written.reads is ChildPicture else at(a_child()))
    assert needs
    assert needs[0].islower() and not needs.endswith("."), "it completes a sentence"
    assert "_" not in needs


def test_a_rule_is_found_by_name_and_a_name_nobody_gave_is_not():
    found = rulebook().rule(SEEN)
    assert found and found.name == SEEN
    assert rulebook().rule("a_rule_nobody_wrote") is None


def test_a_rule_about_anything_but_a_picture_is_refused():
    with pytest.raises(TypeError, match="reads a ChildPicture"):
        rule(
            reads=dict,  # type: ignore[arg-type]
            learning=(1,),
            why="",
            source="",
            checked_by="",
            review_by=date(2027, 1, 1),
            missing=lambda picture: None,
        )


@pytest.mark.parametrize("inside", [SimpleNamespace(), SimpleNamespace(tea_is_made=breaks)], ids=["empty", "unmarked"])
def test_a_file_without_its_rule_is_not_passed_over(inside: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    folder = SimpleNamespace(__name__="kith.policy.rules", __path__=["here"])
    inside.__name__ = "tea_is_made"
    modules = {"kith.policy.rules": folder, "kith.policy.rules.tea_is_made": inside}
    monkeypatch.setattr(door.importlib, "import_module", modules.__getitem__)
    monkeypatch.setattr(door.pkgutil, "iter_modules", lambda path: [SimpleNamespace(name="tea_is_made")])
    with pytest.raises(LookupError, match=r"rules/tea_is_made.py must hold one rule named tea_is_made"):
        discovered.__wrapped__()


# When a rule is asked


def test_a_rule_is_asked_only_while_practice_asks_for_it():
    spell = marked(breaks, in_force_from=date(2026, 1, 1), in_force_until=date(2026, 12, 31))
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [spell.applies_on(day) for day in days] == [False, True, True, False]
    assert not spell.applies_on(None), "today's book holds no rule that was retired"
    assert marked(breaks).applies_on(None)
    assert marked(breaks).applies_on(date(1989, 1, 1)), "nobody has checked since when"


def test_a_retired_rule_is_kept_but_no_longer_asked(monkeypatch: pytest.MonkeyPatch):
    retired = replace(discovered()[0], in_force=(None, date(2026, 12, 31)))
    monkeypatch.setattr(door, "discovered", lambda: (retired, *discovered()[1:]))
    assert retired.name not in rulebook().names
    assert len(rulebook().names) == len(discovered()) - 1
    assert retired.name in rulebook(as_of=date(2026, 12, 31)).names
    assert retired.name not in rulebook(as_of=date(2027, 1, 1)).names


# A rule that breaks


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (breaks, "ValueError: the stage of this child is not one we know"),
        (breaks_half_way, "KeyError: 'second half'"),
    ],
)
def test_a_rule_that_breaks_is_told_in_words_and_stops_no_other(broken: door.Written, why: str):
    whole = rulebook()
    assessment = assess(TROUBLED.at(), Rulebook(rules=(marked(broken), *whole.rules)))
    (told,) = assessment.could_not_check
    assert (told.rule, told.why) == (broken.__name__, why)
    assert told.subject.id == TROUBLED.at().id
    assert assessment.findings == told_of(TROUBLED.at()).findings, "and nothing of it is half said"
    assert broken.__name__ in assessment.rules


# The hash, by which children are assessed again


def test_the_hash_is_the_same_for_the_same_book():
    assert rulebook().hash == rulebook().hash
    assert re.fullmatch(r"[0-9a-f]{64}", rulebook().hash)
    assert rulebook(local={"look_answered": 10}).hash == rulebook().hash, "ten is the number already"
    one = rulebook(local={"look_answered": 5, "duty_answered": 2})
    assert one.hash == rulebook(local={"duty_answered": 2, "look_answered": 5}).hash


def test_the_hash_changes_with_a_partnerships_own_number():
    assert rulebook(local={"look_answered": 5}).hash != rulebook().hash


def test_the_hash_changes_when_a_rule_is_retired():
    whole = rulebook()
    assert replace(whole, rules=whole.rules[1:]).hash != whole.hash


# What is assessed


def test_a_child_who_needs_three_things_hears_of_all_three():
    assessment = told_of(TROUBLED.at())
    assert {key.rule for key in assessment.findings} >= {REPEATED, ANSWERED, SEEN}
    assert assessment.rules == rulebook().names
    assert assessment.at == TROUBLED.at().at


def test_a_child_of_whom_nothing_is_on_record_has_no_findings_and_nothing_to_wait_for():
    assessment = told_of(a_child(born="2018-05-03").bruise(on="2026-12-12", about=("Sam",)).at())
    assert dict(assessment.findings) == {}
    assert assessment.next_change_at is None


def test_what_a_rule_said_bears_its_name_its_source_and_its_points_of_learning():
    for finding in told_of(TROUBLED.at()).findings.values():
        written = rulebook().rule(finding.rule)
        assert written and (finding.source, finding.learning) == (written.source, written.learning)


def test_an_alert_somebody_considered_is_silent_and_what_they_read_is_kept():
    before, after = told_of(TROUBLED.at()), told_of(READ.at())
    (key,) = [key for key in before.findings if key.rule == REPEATED]
    assert key not in after.findings
    asked = before.findings[key]
    assert after.has_considered(asked)
    assert not after.has_considered(replace(asked, evidence=(*asked.evidence, the("third mark"))))
    assert not before.has_considered(asked)


def test_nobody_silences_a_concern_who_does_not_decide_for_the_child():
    for by in ("nursery", "surgery", "health visiting", "family"):
        answered = TROUBLED.looked_and_thought("first mark", "second mark", "plan", on="2026-12-13", by=by)
        assert REPEATED in {key.rule for key in told_of(answered.at()).findings}, by


def test_two_half_answers_are_not_one_whole_one():
    halves = TROUBLED.looked_and_thought("first mark", "plan", on="2026-12-13").looked_and_thought(
        "second mark", "plan", on="2026-12-14"
    )
    assert REPEATED in {key.rule for key in told_of(halves.at()).findings}


def test_considering_answers_only_what_asks_for_a_look():
    considered = TROUBLED.looked_and_thought("plan", on="2026-12-13", rule=SEEN, of="plan")
    assert SEEN in {key.rule for key in told_of(considered.at()).findings}


def test_what_a_waiver_named_is_silent_and_is_kept():
    waived = TROUBLED.waived("plan", on="2026-12-13", rule=SEEN, of="plan")
    assessment = told_of(waived.at())
    asked = speaks(SEEN, TROUBLED.at())
    assert asked.key not in assessment.findings
    assert assessment.has_waived(asked)
    assert not assessment.has_waived(replace(asked, evidence=(the("plan"), the("visit"))))


def test_asking_twice_gives_the_same_answer():
    picture = TROUBLED.at()
    assert assess(picture, rulebook()) == assess(picture, rulebook())
    assert picture.next_flip is None, "and leaves the picture as it was"


def test_a_serious_look_keeps_elapsed_time_in_every_finding_of_the_book():
    (serious,) = [one for one in told_of(TROUBLED.at()).findings.values() if one.is_serious]
    assert serious.clock == Clock.ELAPSED
