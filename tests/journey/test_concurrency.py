"""Real connections, real commits: two writers, siblings in opposite order, a closing raced by a mark."""

import threading
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import connections
from tests import factories as given
from tests.conftest import point_django_at

from kith.care.acts import step_down
from kith.chronology.acts import record_visit
from kith.chronology.models import Entry
from kith.duties.queries import open_at, open_duties
from kith.family.acts import begin_involvement
from kith.journey.clock import now
from kith.journey.occasion import open_occasion
from kith.learning.acts import record_training, record_works_at
from kith.occasions.models import Occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.people.acts import add_person
from kith.policy.facts import Person
from kith.vocabulary import LifeStage, Role, Service, StepDownTo, Topic, VisitOutcome

ROUNDS = 6


@pytest.fixture
def real(cloned_database: str, server, django_db_blocker) -> Iterator[None]:
    """This process on a database of its own, with commits that count."""
    with django_db_blocker.unblock():
        before = dict(connections.settings["default"])
        connections["default"].close()
        point_django_at(server.application_url(cloned_database))
        yield
        connections["default"].close()
        connections.settings["default"].update(before)
        connections["default"].settings_dict.update(before)


def at_once(*acts: Callable[[], object]) -> list[BaseException | None]:
    """Run acts in threads of their own, begun together; what each raised."""
    raised: list[BaseException | None] = [None] * len(acts)
    ready = threading.Barrier(len(acts))

    def run(number: int, act: Callable[[], object]) -> None:
        try:
            ready.wait()
            act()
        except BaseException as error:
            raised[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return raised


def test_two_people_writing_at_once_lose_nothing_and_their_times_follow_the_lock(real):
    manager = given.somebody_at()
    robin = given.a_child(manager)
    given.open_to_social_care(manager, robin)
    assert at_once(*[lambda: given.a_mark(manager, robin) for _ in range(4)]) == [None] * 4
    assert Entry.objects.filter(kind="injury").count() == 4
    (duty,) = [one for key, one in open_duties((robin,))[robin].items() if key.rule.startswith("open_concern")]
    assert len(duty.finding.evidence) == 4
    times = list(Occasion.objects.filter(id__in=Entry.objects.values("occasion")).values_list("at", flat=True))
    assert len(set(times)) == len(times)


def test_siblings_named_in_opposite_order_never_deadlock(real):
    manager = given.somebody_at()
    robin, isla = given.a_child(manager), given.a_child(manager, "Isla")
    given.in_one_household(manager, robin, isla)
    for _ in range(ROUNDS):
        assert at_once(lambda: given.a_mark(manager, robin, isla), lambda: given.a_mark(manager, isla, robin)) == [
            None,
            None,
        ]


def test_a_child_is_never_closed_under_a_hold_that_came_first(real):
    manager = given.somebody_at()

    def close(child, episode):
        with open_occasion(manager, about=(child,)) as occasion:
            step_down(occasion, given.about(child), involvement=episode, to=StepDownTo.CLOSED)

    for _ in range(ROUNDS):
        robin = given.a_child(manager)
        episode = given.open_to_social_care(manager, robin)
        mark, closing = at_once(lambda: given.a_mark(manager, robin), lambda: close(robin, episode))  # noqa: B023
        assert mark is None
        order = list(Entry.objects.filter(about__person=robin).order_by("at").values_list("kind", flat=True))
        if isinstance(closing, Refused):
            assert "stepped_down" not in order
        else:
            assert closing is None and order.index("stepped_down") < order.index("injury")


def test_two_places_named_in_opposite_order_never_deadlock_and_each_reads_what_the_other_wrote(real):
    north, nursery = given.somebody_at(), given.somebody_at("Larkfield Nursery", "nursery", Role.NURSERY_WORKER)
    children = [given.a_child(north), given.a_child(north, "Isla")]
    staff = []
    for actor in (north, nursery):
        with open_occasion(actor) as occasion:
            who = add_person(occasion, Person(id=new_id(), name="Amara", stage_said=LifeStage.ADULT)).id
            record_works_at(occasion, given.about(who), setting=actor.agency)
            staff.append(who)

    def lapse(*who):
        with open_occasion(north, about=who) as occasion:
            for one in who:
                record_training(occasion, given.about(one), topic=Topic.ESCALATION, expires_on=date(2020, 1, 1))

    def open_both(child, *agencies):
        with open_occasion(north, about=(child,)) as occasion:
            for agency in agencies:
                begin_involvement(occasion, given.about(child), with_agency=agency, service=Service.EARLY_HELP)

    both = (north.agency, nursery.agency)
    for _ in range(ROUNDS):
        raised = at_once(
            lambda: lapse(*staff),
            lambda: open_both(children[0], *both),
            lambda: lapse(*reversed(staff)),
            lambda: open_both(children[1], *reversed(both)),
        )
        assert raised == [None] * 4
    standing = open_at(both)
    for agency in both:
        (duty,) = standing[agency].values()
        assert len(duty.finding.evidence) == 1


def test_time_is_taken_after_the_lock(real):
    manager = given.somebody_at()
    robin = given.a_child(manager)
    given.a_mark(manager, robin)
    holds_lock, waits = threading.Event(), threading.Event()
    let_go_at = []

    def slow() -> None:
        with open_occasion(manager, about=(robin,)) as occasion:
            holds_lock.set()
            waits.wait(timeout=10)
            record_visit(occasion, given.about(robin), outcome=VisitOutcome.MADE)
            let_go_at.append(now())

    def quick() -> None:
        holds_lock.wait(timeout=10)
        threading.Timer(0.3, waits.set).start()
        given.a_mark(manager, robin)

    assert at_once(slow, quick) == [None, None]
    last = Entry.objects.filter(kind="injury").order_by("-at").first()
    assert last is not None and last.at >= let_go_at[0]
