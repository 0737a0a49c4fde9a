"""What became of a duty: opened, changed, met, waived, lapsed, or its rule gone. Danger never ends by time alone."""

from dataclasses import replace
from datetime import timedelta

from tests.policy import builder
from tests.policy.builder import (
    ANSWERED,
    CHRISTMAS_EVE,
    REPEATED,
    SEEN,
    THREE,
    Story,
    a_child,
    moment,
    of_these,
    the,
)

from kith.policy.change import Changes, change
from kith.policy.findings import Key
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import Assessment, CouldNotCheck, Rulebook, rulebook
from kith.vocabulary import FindingKind

MARKS = (
    a_child()
    .able("running_climbing", on="2026-10-01T09:00")
    .bruise(on="2026-11-02T09:00", called="first mark")
    .bruise(on="2026-12-11T10:00", called="second mark", region="knee")
)
SERIOUS = MARKS.open_to_social_care(on="2026-12-01", called="episode")
PLAN = a_child().child_in_need(on="2026-11-16T10:00", called="plan")
CONCERN = Key(REPEATED, the("Robin"), the("Robin"))
VISIT = Key(SEEN, the("Robin"), the("plan"))
ALL_READ = ("first mark", "second mark", "episode")


BOOK = of_these(*THREE)


def told_of(picture: ChildPicture, book: Rulebook | None = None) -> Assessment:
    """What a book of three rules says: what ends a duty is the same of any."""
    return builder.told_of(picture, book or BOOK)


def what_becomes(
    was: Story, now: Story, *, at: str = CHRISTMAS_EVE, since: str = "2026-12-15T00:00", book: Rulebook | None = None
) -> Changes:
    """What a moment `at` did to what stood open `since`, when it brought what `now` tells beyond `was`."""
    return change(told_of(was.at(since)).findings, lambda: told_of(was.at(at)), told_of(now.at(at), book))


def nobody_asks() -> Assessment:
    raise AssertionError("Nothing here asks what the book would have said without this occasion.")


def endings(changes: Changes) -> dict[str, list[Key]]:
    told = {name: list(getattr(changes, name)) for name in ("met", "waived", "lapsed", "rule_changed")}
    return {name: keys for name, keys in told.items() if keys}


# One example each


def test_a_second_mark_opens_a_concern():
    changes = what_becomes(MARKS.without("second mark"), MARKS)
    assert [one.key for one in changes.opened] == [CONCERN]
    assert endings(changes) == {} and changes.changed == ()
    assert changes


def test_where_nothing_is_new_nothing_changes_and_nobody_looks_further():
    said = told_of(MARKS.at())
    assert not change(said.findings, nobody_asks, said)
    assert not change({}, nobody_asks, told_of(a_child().at()))


def test_a_third_mark_changes_the_concern_that_stands_open():
    changes = what_becomes(MARKS, MARKS.bruise(on="2026-12-20T09:00", called="third mark"))
    (changed,) = changes.changed
    assert changed.key == CONCERN
    assert the("third mark") in changed.evidence
    assert changes.opened == () and endings(changes) == {}


def test_an_account_that_explains_a_mark_meets_the_concern():
    told = MARKS.account(on="2026-12-15", of="second mark", mechanism="fell_walking_or_running", given="asked")
    assert endings(what_becomes(MARKS, told)) == {"met": [CONCERN]}


def test_an_answer_that_names_all_it_rests_on_meets_even_a_serious_concern():
    assert (
        CONCERN
        in what_becomes(SERIOUS, SERIOUS.looked_and_thought(*ALL_READ, on="2026-12-15", could_be_caused="could")).met
    )


def test_a_visit_meets_the_duty_to_see_the_child():
    assert endings(what_becomes(PLAN, PLAN.seen(on="2026-12-15T11:00"))) == {"met": [VISIT]}


def test_a_retraction_meets_what_rested_on_the_wrong_childs_mark():
    assert endings(what_becomes(MARKS, MARKS.retracted("second mark", on="2026-12-15"))) == {"met": [CONCERN]}


def test_a_waiver_that_names_all_it_rests_on_waives():
    waived = PLAN.waived("plan", on="2026-12-15", rule=SEEN, of="plan")
    assert endings(what_becomes(PLAN, waived)) == {"waived": [VISIT]}


def test_a_look_lapses_when_its_marks_are_too_old():
    assert endings(what_becomes(MARKS, MARKS, at="2027-03-01")) == {"lapsed": [CONCERN]}


def test_a_retired_rule_ends_what_it_had_opened_and_is_not_called_met():
    book = rulebook()
    without = replace(book, rules=tuple(one for one in book.rules if one.name != REPEATED))
    assert endings(what_becomes(SERIOUS, SERIOUS, book=without)) == {"rule_changed": [CONCERN]}


def test_several_that_open_and_end_at_once_are_told_in_one_order():
    nothing, both = a_child(), SERIOUS.child_in_need(on="2026-11-02T10:00", called="plan")
    opened = [one.key for one in what_becomes(nothing, both).opened]
    assert [key.rule for key in opened] == [SEEN, ANSWERED, REPEATED]
    stood = {**told_of(MARKS.at()).findings, **told_of(PLAN.at()).findings}
    silent = told_of(a_child().at())
    assert change(stood, lambda: replace(silent, findings=stood), silent).met == (VISIT, CONCERN)


# What never ends by time alone


def test_a_serious_concern_never_lapses():
    assert told_of(SERIOUS.at("2027-03-20")).findings.get(CONCERN) is None, "its marks are too old to be counted"
    assert CONCERN not in what_becomes(SERIOUS, SERIOUS, at="2027-03-20").lapsed
    assert endings(what_becomes(SERIOUS, SERIOUS, at="2027-03-20")) == {}


def test_a_serious_concern_whose_marks_have_aged_is_still_met_by_an_answer():
    answered = SERIOUS.looked_and_thought(*ALL_READ, on="2027-03-20T09:00", could_be_caused="could")
    changes = what_becomes(SERIOUS, answered, at="2027-03-20T09:00")
    assert CONCERN in changes.met


def test_an_obligation_and_a_hold_without_a_date_never_lapse():
    book = told_of(SERIOUS.child_in_need(on="2026-11-02T10:00", called="plan").at())
    silent = replace(told_of(a_child().at()), at=book.at + timedelta(days=4000))
    kinds = {finding.kind for finding in book.findings.values()}
    assert kinds == set(FindingKind)
    assert not change(book.findings, lambda: silent, silent)


def test_a_serious_concern_is_not_softened_by_time():
    adult = MARKS.knowing("Kit").cared_for_by("Kit", on="2026-12-01", cares_alone="yes")
    was = told_of(adult.at("2026-12-15T00:00")).findings
    assert was[CONCERN].is_serious
    soft = told_of(MARKS.at("2026-12-15T00:00"))
    kept = replace(soft, picture=adult.at("2026-12-15T00:00"))
    assert not change(was, lambda: kept, kept), "it stands as serious as it was"


def test_closing_a_service_softens_no_serious_concern():
    closed = SERIOUS.stepped_down(on="2026-12-15")
    assert [one for one in what_becomes(SERIOUS, closed).changed if one.key == CONCERN] == []


def test_what_an_account_explains_afterwards_stays_serious_until_somebody_has_answered():
    told = SERIOUS.account(on="2026-12-15", of="second mark", mechanism="fell_walking_or_running", given="asked")
    assert CONCERN not in told_of(told.at()).findings
    assert not [key for keys in endings(what_becomes(SERIOUS, told)).values() for key in keys if key == CONCERN]
    answered = told.looked_and_thought(*ALL_READ, on="2026-12-16", could_be_caused="could")
    assert CONCERN in endings(what_becomes(told, answered, since="2026-12-15T00:00"))["met"]


def test_a_serious_concern_ends_when_what_it_rests_on_is_taken_back():
    back = SERIOUS.retracted("second mark", on="2026-12-15")
    assert CONCERN in endings(what_becomes(SERIOUS, back))["met"]


def test_one_more_mark_never_puts_off_when_a_serious_concern_is_due():
    third = SERIOUS.bruise(on="2026-12-15T09:00", called="third mark", region="cheek")
    (now,) = [one for one in what_becomes(SERIOUS, third).changed if one.key == CONCERN]
    assert "3 injuries" in now.sentence
    assert now.due_at == told_of(SERIOUS.at("2026-12-15T00:00")).findings[CONCERN].due_at


def test_a_look_that_becomes_serious_is_told_at_once():
    (changed,) = [one for one in what_becomes(MARKS, SERIOUS).changed if one.key == CONCERN]
    assert changed.is_serious


# A rule that could not be asked


def test_what_a_broken_rule_had_opened_stays_open():
    stood = told_of(MARKS.at())
    broke = CouldNotCheck(rule=REPEATED, subject=stood.findings[CONCERN].subject, why="ValueError: broke")
    after = replace(told_of(a_child().at(moment("2027-03-01"))), could_not_check=(broke,))
    assert not change(stood.findings, nobody_asks, after)


def test_a_new_mark_is_told_of_though_what_made_the_concern_serious_is_no_longer_said():
    third = MARKS.bruise(on="2027-01-05T09:00", called="third mark", region="cheek")
    was = told_of(SERIOUS.at("2026-12-15T00:00")).findings[CONCERN]
    closed = SERIOUS.stepped_down(on="2026-12-20")
    also = replace(closed, facts=(*closed.facts, third["third mark"]))
    (now,) = change({CONCERN: was}, nobody_asks, told_of(also.at("2027-01-05T10:00"))).changed
    assert now.is_serious and (now.due_at, now.clock) == (was.due_at, was.clock)
    assert set(now.evidence) == {*was.evidence, the("third mark")}
    assert "3 injuries" in now.sentence
    again = told_of(also.at("2027-01-06T10:00"))
    assert not change({CONCERN: now}, lambda: again, again).changed, "and it is told once"
