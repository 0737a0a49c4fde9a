"""Through the real doors: mistakes mended, late news, adults in two homes, children not yet born and parents who are children."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests import factories as given

from kith.care.acts import step_down
from kith.chronology.acts import consider, record_account, record_injury, record_visit, retract
from kith.chronology.enter import NewEntry
from kith.chronology.models import Entry
from kith.duties.models import Duty, Watch
from kith.duties.queries import open_duties
from kith.family.acts import record_key_adult
from kith.jobs.pass_time import pass_time
from kith.journey import respond
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.journey.picture import gather
from kith.journey.reading import open_children, open_record
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.people.acts import add_person
from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.policy.picture import ChildPicture
from kith.policy.rulebook import rulebook
from kith.vocabulary import Answered, CouldBeCaused, Identity, InjuryType, Region, Role, StepDownTo, VisitOutcome

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_rules")]

HOLD = "open_concern_is_answered_before_stepping_down"
REPEATED = "repeated_injuries_raise_non_accidental_injury"


@pytest.fixture
def manager() -> Actor:
    return given.somebody_at()


@pytest.fixture
def robin(manager) -> UUID:
    child = given.a_child(manager)
    given.open_to_social_care(manager, child)
    return child


def somebody(manager: Actor, **known: object) -> UUID:
    with open_occasion(manager) as occasion:
        return add_person(occasion, Person(id=new_id(), **known)).id


def rules_open_for(child: UUID) -> set[str]:
    return {key.rule for key in open_duties((child,))[child]}


def endings_of(rule: str, child: UUID) -> list[str | None]:
    return list(Duty.objects.filter(rule=rule, subject=child).order_by("opened_at").values_list("ending", flat=True))


def a_mark_seen(manager: Actor, child: UUID, *, days_ago: int, corrects: UUID | None = None) -> UUID:
    entry = given.about(child, happened=now() - timedelta(days=days_ago, minutes=1))
    with open_occasion(manager, about=(child,)) as occasion:
        told = type(entry)(about=entry.about, happened=entry.happened, corrects=corrects)
        return record_injury(occasion, told, type=InjuryType.BRUISE, region=Region.UPPER_ARM).id


def picture_of(child: UUID) -> ChildPicture:
    shelves, _ = gather((child,))
    return ChildPicture(id=child, at=now(), shelves=shelves)


def test_a_retraction_meets_what_rested_on_the_wrong_childs_entry_and_keeps_the_entry(manager, robin):
    mark = given.a_mark(manager, robin)
    assert rules_open_for(robin) == {HOLD}
    with open_occasion(manager, about=(robin,)) as occasion:
        retract(occasion, given.about(robin, said="This was about another Robin."), retracts=mark)
    assert rules_open_for(robin) == set()
    assert endings_of(HOLD, robin) == ["met"]
    assert Entry.objects.filter(id=mark).exists()
    assert not picture_of(robin).injuries


def test_a_correction_takes_the_place_of_what_it_mends_and_both_are_kept(manager, robin):
    first = a_mark_seen(manager, robin, days_ago=2)
    mended = a_mark_seen(manager, robin, days_ago=3, corrects=first)
    assert [one.entry for one in picture_of(robin).injuries.backwards()] == [mended]
    assert Entry.objects.filter(id__in=(first, mended)).count() == 2
    assert REPEATED not in rules_open_for(robin), "one mark, told twice, is one mark"


def test_a_correction_of_what_was_never_entered_is_refused(manager, robin):
    with pytest.raises(Refused, match="not on record"):
        a_mark_seen(manager, robin, days_ago=1, corrects=new_id())


def test_late_news_opens_its_concern_the_moment_it_is_entered_and_is_due_from_then(manager, robin):
    a_mark_seen(manager, robin, days_ago=1)
    assert REPEATED not in rules_open_for(robin)
    a_mark_seen(manager, robin, days_ago=40)
    (duty,) = Duty.objects.filter(rule=REPEATED, subject=robin)
    assert duty.opened_at == Entry.objects.order_by("-at").first().at
    assert duty.due_at > now()


def test_what_is_entered_of_an_adult_in_two_homes_responds_for_the_children_of_both(manager, robin):
    isla = given.a_child(manager, "Isla")
    kit = somebody(manager, name="Kit", identity=Identity.PART_KNOWN)
    given.in_one_household(manager, robin, kit)
    given.in_one_household(manager, isla, kit)
    before = dict(Watch.objects.filter(child__in=(robin, isla)).values_list("child", "assessed_at"))
    with open_occasion(manager, about=(kit,)) as occasion:
        assert occasion.children == {robin, isla}
        record_visit(occasion, given.about(kit), outcome=VisitOutcome.NOBODY_IN)
    after = dict(Watch.objects.filter(child__in=(robin, isla)).values_list("child", "assessed_at"))
    assert all(after[child] > before[child] for child in (robin, isla))


def test_children_who_share_a_key_adult_are_locked_together_though_not_in_one_home(manager, robin):
    isla, kit = given.a_child(manager, "Isla"), somebody(manager, name="Kit")
    for child in (robin, isla):
        with open_occasion(manager, about=(child, kit)) as occasion:
            record_key_adult(occasion, given.about(child), adult=kit, stays_overnight=Answered.YES)
    with open_occasion(manager, about=(robin,)) as occasion:
        assert occasion.children == {robin, isla}


def test_a_child_not_yet_born_has_a_picture_and_duties_of_their_own(manager):
    baby = somebody(manager, identity=Identity.PART_KNOWN, expected_on=date(2099, 3, 3))
    given.open_to_social_care(manager, baby)
    assert Watch.objects.filter(child=baby, next_change_at__isnull=False).exists()


def test_a_parent_who_is_a_child_is_a_child_here_and_a_parent_there(manager):
    born = now().date() - timedelta(days=365 * 16)
    ella = somebody(manager, name="Ella", born_from=born, born_until=born)
    baby = given.a_child(manager, "Noah")
    given.in_one_household(manager, ella, baby)
    for child in (ella, baby):
        given.open_to_social_care(manager, child)
    given.a_mark(manager, ella)
    assert rules_open_for(ella) == {HOLD}
    assert rules_open_for(baby) == set()
    with open_occasion(manager, about=(ella,)) as occasion:
        assert occasion.children == {ella, baby}
    assert [one.id for one in picture_of(baby).siblings()] == [ella], "a child who shares the home"


def test_somebody_grown_up_is_nobodys_child_and_nothing_is_opened_for_them(manager):
    born = date(1990, 1, 1)
    jodie = somebody(manager, name="Jodie", born_from=born, born_until=born)
    given.a_mark(manager, jodie)
    assert not Watch.objects.filter(child=jodie).exists()
    assert not Duty.objects.filter(subject=jodie).exists()


def test_an_account_of_something_that_is_no_injury_is_refused_in_a_sentence_and_nothing_is_kept(manager, robin):
    with open_occasion(manager, about=(robin,)) as occasion:
        visit = record_visit(occasion, given.about(robin), outcome=VisitOutcome.MADE).id
    with (
        pytest.raises(Refused, match="not on record as an injury"),
        open_occasion(manager, about=(robin,)) as occasion,
    ):
        record_account(occasion, given.about(robin), injury=visit)
    assert not Entry.objects.filter(kind="account").exists()


def test_what_a_person_read_must_be_on_record(manager, robin):
    with (
        pytest.raises(Refused, match="not on record as an entry"),
        open_occasion(manager, about=(robin,)) as occasion,
    ):
        consider(occasion, given.about(robin), rule=REPEATED, on=robin, evidence=(new_id(),))


def test_another_agencys_entry_is_mended_by_that_agency_or_by_those_who_decide(manager, robin):
    surgery = given.somebody_at("Millpond Surgery", "gp_practice", Role.GP)
    nursery = given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)
    mark = given.a_mark(surgery, robin)
    with pytest.raises(Refused, match="Another agency made this entry"), open_occasion(nursery, about=(robin,)) as one:
        retract(one, given.about(robin), retracts=mark)
    assert rules_open_for(robin) == {HOLD}
    for actor in (surgery, manager):
        with open_occasion(actor, about=(robin,)) as occasion:
            retract(occasion, given.about(robin), retracts=mark)


def test_a_hold_whose_concern_left_the_window_unanswered_still_holds_until_it_is_answered(manager, robin, settings):
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0
    episode = given.open_to_social_care(manager, robin)
    mark = given.a_mark(manager, robin)
    settings.DEMO_CLOCK_AHEAD = timedelta(days=500).total_seconds()
    assert rules_open_for(robin) == {HOLD}
    with pytest.raises(Refused, match="cannot be stepped down"), open_occasion(manager, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin), involvement=episode, to=StepDownTo.CLOSED)
    with open_occasion(manager, about=(robin,)) as occasion:
        consider(
            occasion,
            given.about(robin),
            rule=HOLD,
            on=robin,
            evidence=(mark,),
            could_be_caused=CouldBeCaused.COULD_NOT,
        )
    assert HOLD not in rules_open_for(robin)
    with open_occasion(manager, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin), involvement=episode, to=StepDownTo.CLOSED)


def test_a_rule_that_breaks_lets_nothing_through_that_it_had_held(manager, robin, monkeypatch):
    episode = given.open_to_social_care(manager, robin)
    given.a_mark(manager, robin)

    def broken(picture):
        raise RuntimeError("nobody tried this")

    torn = replace(rulebook(), rules=tuple(replace(one, written=broken) for one in rulebook().rules))
    monkeypatch.setattr(respond, "book", lambda: torn)
    with pytest.raises(Refused, match="cannot be stepped down"), open_occasion(manager, about=(robin,)) as occasion:
        step_down(occasion, given.about(robin), involvement=episode, to=StepDownTo.CLOSED)


def test_somebody_whose_age_nobody_said_is_a_child_once_something_of_a_childs_was_entered(manager):
    kid = somebody(manager, name="Kid")
    assert not Watch.objects.filter(child=kid).exists()
    for days in (1, 20):
        a_mark_seen(manager, kid, days_ago=days)
    assert REPEATED in rules_open_for(kid)
    assert open_record(manager, kid).picture.id == kid
    assert kid in open_children(manager).children


def test_the_clock_lets_go_of_whoever_has_come_of_age_and_what_stands_open_stays(manager, settings):
    settings.DEMO, settings.DEMO_CLOCK_AHEAD = True, 0.0
    born = now().date() - timedelta(days=365 * 18)
    ella = somebody(manager, name="Ella", born_from=born, born_until=born)
    given.open_to_social_care(manager, ella)
    given.a_mark(manager, ella)
    settings.DEMO_CLOCK_AHEAD = timedelta(days=60).total_seconds()
    assert pass_time() == 1
    assert pass_time() == 0, "and does not come back every few seconds"
    assert HOLD in rules_open_for(ella)
    assert open_record(manager, ella).standing, "the record can still be opened"


def test_nobody_who_knew_a_mistake_is_left_without_its_correction(manager, robin):
    first = a_mark_seen(manager, robin, days_ago=2)
    entry = given.about(robin, happened=now() - timedelta(days=3))
    kept = NewEntry(about=entry.about, happened=entry.happened, corrects=first, known_to=())
    with pytest.raises(Refused, match="Let them know of both"), open_occasion(manager, about=(robin,)) as occasion:
        record_injury(occasion, kept, type=InjuryType.BRUISE, region=Region.UPPER_ARM)
