"""Who might this be: found however the name was spelt, graded, with reasons; and what must never be found."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import factories as given
from tests.people.matching.pairs import ANOTHER_NHS, NHS, told

from kith.chronology.acts import retract
from kith.chronology.enter import enter
from kith.family.acts import claim_names_said_before, record_name
from kith.family.models import Naming
from kith.journey.occasion import open_occasion
from kith.occasions.record import new_id
from kith.occasions.ticket import Refused
from kith.people.acts import Claim, add_person, claim_identity, lift_seal, seal_identity, withdraw_claim
from kith.people.finding import keyed, search
from kith.people.matching.cleaning.numbers import upn
from kith.people.models import KeyedUnder, MatchKey
from kith.people.queries import NotKeyed, candidates
from kith.policy.facts import Person
from kith.policy.permissions import Actor
from kith.vocabulary import Identity, MatchGrade, NameUse, Role, SealReason, Sex

pytestmark = pytest.mark.django_db
HOME = "M14 4AA"
UPN = next(one for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" if (one := upn(letter + "823432112001")))


def on_record(name="", born="", *claims, **more):
    said = told(name, born)
    with open_occasion(given.somebody_at()) as occasion:
        person = Person(id=new_id(), name=name, born_from=said.born_from, born_until=said.born_until, **more)
        who = add_person(occasion, person).id
        for claim in claims:
            claim_identity(occasion, person=who, claim=claim)
    return who


def found(said, **more):
    return candidates({"child": said}, **more).found["child"]


def people(said, **more):
    return [one.person for one in found(said, **more).candidates]


# -- found --------------------------------------------------------------------------------------------------------------


def test_a_child_is_found_by_another_spelling_with_the_reasons_in_words():
    lived = Claim(address=f"3 Ash Lane, {HOME}", lived_from=date(2019, 1, 1), lived_until=date(2019, 5, 1))
    child = on_record("Mohammed Hussain", "2021-03-09", lived)
    on_record("Olivia Smith", "2021-03-09")
    first = found(told("Muhammad Hussein", "2021-03-09", HOME)).candidates[0]
    assert (first.person, first.grade) == (child, MatchGrade.VERY_PROBABLE)
    assert first.names == ("Mohammed Hussain",)
    assert first.reasons == (
        "same date of birth; first name is another way to write the same name; surname is nearly the same; "
        "lived at this postcode in 2019; no NHS number to compare"
    )


def test_a_child_told_of_by_first_name_and_age_is_found_under_another_surname():
    robin = on_record("Robin Ashdown", "2024-05-17")
    answer = found(told("Robin M.", "2024..2025"))
    assert [one.person for one in answer.candidates] == [robin]
    assert "birth dates may be the same, as far as they are known" in answer.candidates[0].agrees
    assert "surname begins with another letter" in answer.candidates[0].differs


def test_whom_all_that_is_known_may_fit_stands_before_a_brother_who_weighs_more():
    brother, robin = on_record("Jamie Ashdown", "2024-05-17"), on_record("Robin Penrose", "2025-01-17")
    first, second = found(told("Robin Ashdown", "2024..2025")).candidates
    assert (first.person, first.grade) == (robin, MatchGrade.POSSIBLE)
    assert (second.person, second.grade) == (brother, MatchGrade.UNLIKELY)
    assert second.weight > first.weight


def test_whose_surname_begins_with_the_letter_said_stands_before_whose_does_not():
    marsh, ashdown = (on_record(name, "2024-05-17") for name in ("Robin Marsh", "Robin Ashdown"))
    answer = found(told("Robin M.", "2024..2025")).candidates
    assert [one.person for one in answer] == [marsh, ashdown]
    assert people(told("Robin A.", "2024..2025")) == [ashdown, marsh]
    assert answer[0].weight == answer[1].weight


def test_the_first_letter_of_a_surname_is_compared_and_said():
    on_record("Robin Marsh", "2024-05-17")
    first = found(told("Robin M.", "2024..2025")).candidates[0]
    assert "surname begins with the same letter" in first.agrees
    assert not any("surname" in said for said in (*first.differs, *first.not_compared))
    unsaid = found(told("Robin", "2024..2025")).candidates[0]
    assert "no surname to compare" in unsaid.not_compared
    assert not any("begins with" in said for said in (*unsaid.agrees, *unsaid.differs))


def test_somebody_told_of_in_part_before_is_found_when_all_is_known():
    before = on_record("Robin M.", "2024..2025", identity=Identity.PART_KNOWN)
    nobody_asked = on_record("Robin", "", identity=Identity.PART_KNOWN)
    assert set(people(told("Robin Ashdown", "2024-05-17"))) == {before, nobody_asked}
    assert people(told("Zara Malik", "2024-05-17")) == []


@pytest.mark.parametrize("use", NameUse)
def test_somebody_is_found_by_every_name_they_ever_bore(use):
    mother = on_record("Shanice Clarke", "1996-07-01", Claim(name="Shanice Boateng", name_use=use))
    for name in ("Shanice Clarke", "Shanice Boateng"):
        first = found(told(name, "1996-07-01")).candidates[0]
        assert first.person == mother
        assert "same surname" in first.agrees
        assert first.names == ("Shanice Clarke", "Shanice Boateng")


def test_somebody_known_only_in_part_is_found_once_a_name_was_said_of_them():
    actor = given.somebody_at()
    man = on_record("", "", identity=Identity.UNKNOWN)
    assert people(told("Kyle Dunn", "1990-03-07")) == []
    with open_occasion(actor, about=(man,)) as occasion:
        record_name(
            occasion, given.about(man), name="Kyle Dunn", born_from=date(1990, 3, 7), born_until=date(1990, 3, 7)
        )
    assert people(told("Kyle Dunn", "1990-03-07")) == [man]


def test_a_name_said_in_an_entry_that_is_corrected_finds_nobody_by_the_old_one():
    actor = given.somebody_at()
    man = on_record("", "", identity=Identity.UNKNOWN)
    with open_occasion(actor, about=(man,)) as occasion:
        wrong = record_name(occasion, given.about(man), name="Kyle Dunn")
    with open_occasion(actor, about=(man,)) as occasion:
        record_name(occasion, replace(given.about(man), corrects=wrong.id), name="Carl Dunstable")
    assert people(told("Kyle Dunn")) == []
    assert people(told("Carl Dunstable")) == [man]


def test_a_name_said_of_two_and_retracted_of_one_still_finds_the_other():
    actor = given.somebody_at()
    one, other = on_record("", "", identity=Identity.UNKNOWN), on_record("", "", identity=Identity.UNKNOWN)
    with open_occasion(actor, about=(one, other)) as occasion:
        said = record_name(occasion, given.about(one, other), name="Kyle Dunn")
    with open_occasion(actor, about=(one,)) as occasion:
        retract(occasion, given.about(one), retracts=said.id)
    assert people(told("Kyle Dunn")) == [other]


def test_names_entered_before_names_were_claimed_are_claimed_once_and_only_those_that_stand():
    actor = given.somebody_at()
    man, boy = on_record("", "", identity=Identity.UNKNOWN), on_record("", "", identity=Identity.UNKNOWN)
    with open_occasion(actor, about=(man, boy)) as occasion:  # as the release before this one wrote them
        enter(occasion, Naming, given.about(man), name="Kyle Dunn", sex="male", born_from=None, born_until=None)
        wrong = enter(
            occasion, Naming, given.about(boy), name="Zara Malik", sex="not_recorded", born_from=None, born_until=None
        )
    with open_occasion(actor, about=(boy,)) as occasion:
        retract(occasion, given.about(boy), retracts=wrong.id)
    assert people(told("Kyle Dunn")) == []
    for many in (1, 0):
        with open_occasion(Actor(name="Kith", is_machine=True)) as occasion:
            assert claim_names_said_before(occasion) == many
    assert people(told("Kyle Dunn")) == [man]
    assert people(told("Zara Malik")) == []
    with pytest.raises(Refused), open_occasion(actor) as occasion:
        claim_names_said_before(occasion)


def test_somebody_is_found_by_a_number_alone_and_by_an_address_with_a_name():
    child = on_record("Robin Ashdown", "2024-05-17", Claim(address=HOME, nhs_number="999 000 0018"))
    assert people(told("", "", nhs=NHS)) == [child]
    assert people(told("Robin", "", HOME)) == [child]


def test_an_unborn_child_is_found_once_born_and_named():
    with open_occasion(given.somebody_at()) as occasion:
        unborn = add_person(occasion, Person(id=new_id(), name="Baby Ashdown", expected_on=date(2026, 12, 20))).id
    born = found(told("Robin Ashdown", "2026-12-24")).candidates[0]
    assert born.person == unborn
    assert "birth dates may be the same, as far as they are known" in born.agrees


@pytest.mark.parametrize(
    ("lived", "said"),
    [
        ({}, "lived at this postcode"),
        ({"lived_from": date(2019, 1, 1)}, "lived at this postcode from 2019"),
        ({"lived_until": date(2021, 1, 1)}, "lived at this postcode in 2021"),
        ({"lived_from": date(2019, 1, 1), "lived_until": date(2021, 1, 1)}, "lived at this postcode from 2019 to 2021"),
    ],
)
def test_a_reason_says_when_somebody_lived_there_as_far_as_that_was_said(lived, said):
    on_record("Robin Ashdown", "2024-05-17", Claim(address=HOME, **lived))
    assert found(told("Robin Ashdown", "2024-05-17", HOME)).candidates[0].agrees[-1] == said


def test_what_is_said_later_of_sex_and_pupil_number_counts():
    child = on_record(
        "Robin Ashdown", "2016-05-17", Claim(sex=Sex.FEMALE, upn="A823432112001"), Claim(sex=Sex.FEMALE, upn=UPN)
    )
    first = found(told("Robin Ashdown", "2016-05-17", sex=Sex.MALE, upn=UPN)).candidates[0]
    assert first.person == child
    assert "same unique pupil number" in first.agrees
    assert "recorded as of the other sex" in first.differs


def test_a_number_that_cannot_be_right_is_kept_and_finds_nobody():
    on_record("Robin Ashdown", "2024-05-17", Claim(nhs_number="999 000 0019"))
    assert people(told("", "", nhs="9990000019")) == []


def test_a_number_of_another_is_a_conflict_for_a_person_and_never_likely():
    other = on_record("Jack Ashworth", "2014-11-30", Claim(nhs_number=NHS))
    answer = found(told("Amina Hussain", "2021-03-09", nhs=NHS))
    assert [(one.person, one.grade) for one in answer.candidates] == [(other, MatchGrade.CONFLICT)]
    assert any(one.grade != MatchGrade.UNLIKELY for one in answer.candidates)


def test_twins_are_both_shown_neither_very_probable_and_said_to_be_easily_confused():
    one = on_record("Amina Hussain", "2021-03-09", Claim(address=HOME, nhs_number=NHS))
    other = on_record("Zainab Hussain", "2021-03-09", Claim(address=HOME, nhs_number=ANOTHER_NHS))
    answer = candidates({"child": told("Amina Hussain", "2021-03-09", HOME)})
    first, second = answer.found["child"].candidates
    assert (first.person, second.person) == (one, other)
    assert second.grade not in (MatchGrade.VERY_PROBABLE, MatchGrade.PROBABLE)
    assert "twin" in second.may_be
    assert [(pair.one, pair.other, pair.may_be) for pair in answer.confusable] == [(one, other, "may be twins")]


def test_a_household_is_looked_for_in_one_statement_and_siblings_named_together_are_kept_apart():
    mother = on_record("Shanice Clarke", "1996-07-01")
    children = [on_record(name, born) for name, born in (("Jack Clarke", "2019-03-05"), ("Mia Clarke", "2021-08-11"))]
    asked = {
        "child": told("Jack Clarke", "2019-03-05"),
        "sister": told("Mia Clark", "2021-08-11"),
        "mother": told("Shanice Clarke", "1996-07-01"),
        "her partner": told("Kyle", "1990..1991"),
    }
    with CaptureQueriesContext(connection) as queries:
        answer = candidates(asked)
    assert len(queries) == 1
    assert [answer.found[who].candidates[0].person for who in ("child", "sister", "mother")] == [*children, mother]
    assert answer.found["her partner"].candidates == ()
    assert ("child", "sister", "may be brothers or sisters") in [
        (one.one, one.other, one.may_be) for one in answer.confusable
    ]


def test_nobody_found_says_where_we_looked_and_where_we_did_not():
    answer = candidates({"child": told("Robin Ashdown", "2024-05-17")})
    assert answer.found["child"].candidates == ()
    assert all(one.grade == MatchGrade.UNLIKELY for one in answer.found["child"].candidates)
    assert "everybody entered here" in answer.looked_in
    assert "not asked" in answer.not_asked


def test_those_just_entered_for_this_contact_are_not_shown():
    before, just_now = on_record("Robin Ashdown", "2024-05-17"), on_record("Robin Ashdown", "2024-05-17")
    assert people(told("Robin Ashdown", "2024-05-17"), without=(just_now,)) == [before]


def test_ten_are_shown_at_most_whatever_their_weight_and_all_are_counted():
    for first in ["Ava", "Mia", "Isla", "Lily", "Rosie", "Ella", "Ivy", "Daisy", "Poppy", "Elsie", "Alice", "Maisie"]:
        on_record(f"{first} Ashdown", "2024-05-17")
    answer = found(told("Robin Ashdown", "2024-05-17"))
    assert len(answer.candidates) == 10
    assert answer.compared == 12
    assert not any(one.grade in (MatchGrade.PROBABLE, MatchGrade.VERY_PROBABLE) for one in answer.candidates)


def test_of_a_key_too_many_share_nobody_is_shown_by_it_and_a_field_is_asked_for(monkeypatch):
    monkeypatch.setattr("kith.people.matching.keys.COMMON", 2)
    for born in ("2020-01-05", "2019-02-06", "2018-03-07"):
        on_record("Mohammed Khan", born)
    answer = found(told("Mohammed Khan"))
    assert answer.candidates == ()
    assert answer.too_common == ("the day of birth",)
    narrowed = found(told("Mohammed Khan", "2019-02-06"))
    assert narrowed.candidates[0].names == ("Mohammed Khan",)


def test_what_is_said_of_nobody_finds_nobody():
    on_record("Robin Ashdown", "2024-05-17")
    assert people(told()) == []
    assert candidates({}).found == {}


# -- never found --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", SealReason)
def test_a_sealed_identity_is_found_by_nothing_and_leaves_no_trace(reason):
    nothing = found(told("Robin Ashdown", "2024-05-17", HOME, nhs=NHS))
    child = on_record("Robin Ashdown", "2024-05-17", Claim(address=HOME, nhs_number=NHS))
    with open_occasion(given.somebody_at(), about=(child,)) as occasion:
        seal = seal_identity(occasion, person=child, reason=reason, why="An order of the court.")
    assert found(told("Robin Ashdown", "2024-05-17", HOME, nhs=NHS)) == nothing
    with open_occasion(given.somebody_at(), about=(child,)) as occasion:
        lift_seal(occasion, seal=seal.id, why="The order was set aside.")
    assert people(told("Robin Ashdown", "2024-05-17", HOME, nhs=NHS)) == [child]
    with pytest.raises(Refused, match="already"), open_occasion(given.somebody_at(), about=(child,)) as occasion:
        lift_seal(occasion, seal=seal.id, why="Again.")


def test_only_those_who_decide_seal_an_identity():
    nurse, child = given.somebody_at("Nursery", "nursery", Role.NURSERY_WORKER), on_record("Robin Ashdown")
    with pytest.raises(Refused), open_occasion(nurse, about=(child,)) as occasion:
        seal_identity(occasion, person=child, reason=SealReason.PROTECTION, why="…")


def test_a_protected_address_finds_nobody_agrees_with_nothing_and_is_not_shown():
    child = on_record("Robin Ashdown", "2024-05-17", Claim(address=f"9 Elm Road, {HOME}", is_protected=True))
    assert people(told("Robin", "", HOME)) == []
    guessed, elsewhere = (found(told("Robin Ashdown", "2024-05-17", code)).candidates[0] for code in (HOME, "SW1A 1AA"))
    assert guessed == elsewhere
    assert guessed.person == child
    assert "M14" not in str(guessed) and "Elm" not in str(guessed)
    assert "an address on record is protected: it was not compared, and is not shown" in guessed.not_compared


def test_no_reason_names_an_address_at_all():
    on_record("Robin Ashdown", "2024-05-17", Claim(address=f"9 Elm Road, {HOME}"))
    shown = str(found(told("Robin Ashdown", "2024-05-17", HOME)).candidates)
    assert "M14" not in shown and "Elm" not in shown


def test_what_was_taken_back_finds_nobody_and_agrees_with_nothing():
    child = on_record("Robin Ashdown", "2024-05-17")
    with open_occasion(given.somebody_at(), about=(child,)) as occasion:
        claim = claim_identity(occasion, person=child, claim=Claim(name="Zara Malik", nhs_number=NHS))
    assert people(told("Zara Malik", "", nhs=NHS)) == [child]
    with open_occasion(given.somebody_at(), about=(child,)) as occasion:
        withdraw_claim(occasion, claim=claim.id, why="This was her cousin’s.")
    assert people(told("Zara Malik", "", nhs=NHS)) == []
    assert people(told("Robin Ashdown", "2024-05-17")) == [child]
    with pytest.raises(Refused, match="already"), open_occasion(given.somebody_at(), about=(child,)) as occasion:
        withdraw_claim(occasion, claim=claim.id, why="Again.")


# -- the keys -----------------------------------------------------------------------------------------------------------


def test_keys_say_nothing_and_are_made_with_the_secret(settings):
    settings.MATCH_SECRET = "one"
    child = on_record("Robin Ashdown", "2024-05-17")
    one = set(MatchKey.objects.filter(person=child).values_list("key", flat=True))
    settings.MATCH_SECRET = "another"
    other = on_record("Robin Ashdown", "2024-05-17")
    assert one and not one & set(MatchKey.objects.filter(person=other).values_list("key", flat=True))


def test_a_search_under_another_secret_is_refused_until_the_keys_are_written_anew(settings):
    settings.MATCH_SECRET = "one"
    child = on_record("Robin Ashdown", "2024-05-17")
    settings.MATCH_SECRET = "another"
    with pytest.raises(NotKeyed, match="match index"):
        found(told("Robin Ashdown", "2024-05-17"))
    later = on_record("Mia Clarke", "2021-08-11")
    with pytest.raises(NotKeyed):
        found(told("Robin Ashdown", "2024-05-17"))
    heard = []
    assert keyed.key_everybody(heard.append) == 2 == heard[-1]
    assert people(told("Robin Ashdown", "2024-05-17")) == [child]
    assert people(told("Mia Clarke", "2021-08-11")) == [later]


def test_keys_written_anew_are_the_keys_that_were_there():
    on_record("Robin Ashdown", "2024-05-17", Claim(name="Robin Mbeki", address=HOME))
    before = set(MatchKey.objects.values_list("key", "person"))
    keyed.key_everybody()
    assert set(MatchKey.objects.values_list("key", "person")) == before
    assert KeyedUnder.objects.get(fingerprint=keyed.secret().fingerprint).is_whole


def test_an_empty_record_is_searched_without_complaint():
    assert search.candidates({"child": told("Robin Ashdown")}).found["child"].candidates == ()
