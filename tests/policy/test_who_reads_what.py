"""Which entries of a record somebody reads who may open it: least view, and never too little to keep from harm."""

import pytest
from tests.policy.builder import a_child, the

from kith.policy.permissions import Actor, is_known_to_all_who_knew, may_see
from kith.vocabulary import AgencyType, Role

DAY = "2026-12-10"
STORY = (
    a_child()
    .knowing("Kit")
    .bruise(on=DAY, by="nursery", called="mark")
    .tell("admission", on=DAY, by="hospital", called="admission")
    .tell("medical", on=DAY, by="hospital", called="medical", stage="examined")
    .tell("tool_grade", on=DAY, by="north", called="grade", tool="Graded Care Profile 2")
    .tell("adult_check", on=DAY, by="north", called="check", adult="Kit", asked_of="nursery", result="asked")
    .tell("safe_contact", on=DAY, by="north", called="safe", person="Kit", way="Ring the nursery.")
)
KEPT_CLOSE = ("admission", "medical", "grade", "check")


def at(agency: str, type: AgencyType, role: Role = Role.UNKNOWN) -> Actor:
    return Actor(name="Sam", role=role, agency=the(agency), agency_type=type)


NURSERY = at("nursery", AgencyType.NURSERY, Role.NURSERY_WORKER)
SURGERY = at("surgery", AgencyType.GP_PRACTICE, Role.GP)
POLICE = at("police", AgencyType.POLICE, Role.POLICE_OFFICER)


@pytest.mark.parametrize(
    ("actor", "kept_from"),
    [
        (NURSERY, {*KEPT_CLOSE}),
        (SURGERY, {"check"}),
        (POLICE, {"admission", "medical", "grade"}),
        (at("south", AgencyType.SOCIAL_CARE, Role.SOCIAL_WORKER), set()),
        (at("hub", AgencyType.HUB, Role.HUB_DECISION_MAKER), set()),
        (Actor(name="an importer", is_machine=True), set()),
    ],
    ids=("nursery", "surgery", "police", "social worker", "hub", "machine"),
)
def test_other_peoples_medical_and_police_detail_is_read_by_those_it_fits(actor: Actor, kept_from: set[str]):
    assert {name for name in (*KEPT_CLOSE, "mark", "safe") if not may_see(actor, STORY[name])} == kept_from


def test_whoever_entered_something_may_always_read_it():
    assert may_see(at("hospital", AgencyType.UNKNOWN), STORY["medical"])


def test_an_entry_known_only_to_some_agencies_is_read_by_them_and_by_those_who_decide():
    only = STORY.had("mark", known_to=(the("surgery"),))["mark"]
    assert may_see(NURSERY, only), "the nursery entered it"
    assert may_see(SURGERY, only)
    assert not may_see(POLICE, only)
    assert may_see(at("south", AgencyType.SOCIAL_CARE, Role.SOCIAL_WORKER), only)


def test_whom_not_to_reach_is_never_kept_back_from_somebody_who_may_open_the_record():
    only_hub = STORY.had("safe", known_to=(the("hub"),))["safe"]
    assert all(may_see(actor, only_hub) for actor in (NURSERY, SURGERY, POLICE))


@pytest.mark.parametrize("known_to", [(), (the("hub"),)])
def test_a_retraction_is_never_kept_from_somebody_who_may_have_read_the_mistake(known_to: tuple):
    mended = STORY.retracted("mark", on="2026-12-11", by="nursery").had("retraction 1", known_to=known_to)
    assert may_see(POLICE, mended["retraction 1"])


def test_a_corrected_examination_is_kept_as_close_as_the_first():
    mended = STORY.tell("medical", on=DAY, by="hospital", called="mended", stage="examined", corrects="medical")
    assert not may_see(NURSERY, mended["mended"])
    assert may_see(SURGERY, mended["mended"])


def test_a_correction_is_known_to_all_who_knew_what_it_mends():
    one, two = the("surgery"), the("nursery")
    assert is_known_to_all_who_knew(None, None)
    assert is_known_to_all_who_knew(None, (one,))
    assert is_known_to_all_who_knew((one, two), (one,))
    assert not is_known_to_all_who_knew((two,), (one,))
    assert not is_known_to_all_who_knew((one,), None)
