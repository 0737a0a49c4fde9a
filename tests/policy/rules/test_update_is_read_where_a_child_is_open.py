"""What staff are asked to read is read by its day, where a child is open."""

from tests.policy.builder import Story, is_fit_to_read, is_silent, moment, speaks, the, told_of
from tests.policy.staff import AT_NURSERY, at

from kith.policy.findings import OwedBy, Subject
from kith.policy.rulebook import rulebook
from kith.vocabulary import Clock, FindingKind, Role, SubjectKind

RULE = "update_is_read_where_a_child_is_open"


def sent(story: Story, *who: str, title: str = "The Myth of Invisible Men", called: str = "update") -> Story:
    return story.tell(
        "practice_update",
        on="2026-12-01T09:00",
        by="hub",
        about=who,
        title=title,
        read_by="2026-12-18",
        called=called,
    )


def read_by(story: Story, *who: str, of: str = "update", on: str = "2026-12-10T09:00") -> Story:
    return story.tell("update_read", on=on, by="nursery", about=who, update=of, called=f"read by {', '.join(who)}")


SENT = sent(AT_NURSERY, "Beth", "Ann")


def test_an_unread_update_is_owed_by_the_place_by_its_day():
    said = speaks(RULE, at(SENT))
    assert said.kind == FindingKind.OBLIGATION
    assert said.subject == Subject(SubjectKind.SETTING, the("nursery"))
    assert (said.about, said.evidence) == (the("update"), (the("update"),))
    assert said.owed_by == OwedBy(Role.NURSERY_WORKER, the("nursery"))
    assert (said.due_at, said.clock) == (moment("2026-12-18"), Clock.ELAPSED)
    assert said.sentence == "An update is unread by 2 people at Larkfield Nursery, where a child is open."
    assert said.do_next == "read “The Myth of Invisible Men”, and say so here."
    assert is_fit_to_read(said)


def test_it_is_owed_from_the_moment_it_was_sent_and_time_alone_does_not_end_it():
    assert speaks(RULE, at(SENT, "2026-12-01T09:00"))
    assert speaks(RULE, at(SENT, "2030-01-01T09:00")).due_at == moment("2026-12-18")
    assert told_of(at(SENT)).next_change_at is None


def test_it_is_silent_once_everybody_who_works_there_has_read_it():
    one = read_by(SENT, "Beth")
    assert speaks(RULE, at(one)).sentence.startswith("An update is unread by 1 person at")
    is_silent(RULE, at(read_by(one, "Ann")))
    is_silent(RULE, at(read_by(SENT, "Ann", "Beth")))


def test_another_update_read_does_not_end_it():
    two = sent(SENT, "Beth", title="Who to ring at night", called="other")
    said = speaks(RULE, at(read_by(two, "Beth", "Ann", of="update")))
    assert said.about == the("other")


def test_without_a_child_open_it_is_silent():
    is_silent(RULE, at(SENT.without("place")))


def test_of_somebody_who_left_nothing_is_asked():
    is_silent(RULE, at(SENT.had("staff", post="left")))


def test_what_was_read_before_a_correction_of_the_update_stays_read():
    read = read_by(SENT, "Beth", "Ann")
    mended = read.tell(
        "practice_update",
        on="2026-12-11T09:00",
        by="hub",
        about=("Beth", "Ann"),
        title="The Myth of Invisible Men, second edition",
        read_by="2026-12-18",
        corrects="update",
        called="mended",
    )
    is_silent(RULE, at(mended))


def test_silence_says_which_fact_is_missing():
    rule = rulebook().rule(RULE)
    assert rule
    assert rule.missing(at(AT_NURSERY, which="surgery")) == "a child to whom the team or setting is open"
    assert rule.missing(at(AT_NURSERY)) is None
