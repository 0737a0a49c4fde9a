"""Names as they can be compared: scripts, marks, particles, hyphens, order, and what stands for a name before there is one."""

import pytest

from kith.people.matching.cleaning.called import ROOTS, root
from kith.people.matching.cleaning.names import Name, read_name, sound


@pytest.mark.parametrize(
    ("written", "given", "family"),
    [
        ("Robin Ashdown", ("ROBIN",), ("ASHDOWN",)),
        ("  robin   ASHDOWN ", ("ROBIN",), ("ASHDOWN",)),
        ("KHAN, Amina", ("AMINA",), ("KHAN",)),
        ("Mr K. Dunn", ("K",), ("DUNN",)),
        ("O'Brien, Siobhán", ("SIOBHAN",), ("OBRIEN",)),
        ("Siobhan O’Brien", ("SIOBHAN",), ("OBRIEN",)),
        ("Małgorzata Wójcik-Nowak", ("MALGORZATA",), ("WOJCIK", "NOWAK")),
        ("Gülşen Öztürk", ("GULSEN",), ("OZTURK",)),
        ("Иван Петров", ("IVAN",), ("PETROV",)),
        ("Ahmed Al-Hassan", ("AHMED",), ("HASSAN",)),
        ("Ahmed El Hassan", ("AHMED",), ("HASSAN",)),
        ("Ludwig van der Berg", ("LUDWIG",), ("VANDERBERG",)),
        ("Maria dos Santos Silva", ("MARIA", "SANTOS"), ("SILVA",)),
        ("Siu-Ling Chan", ("SIU", "LING"), ("CHAN",)),
        ("Nguyen Van Minh", ("NGUYEN",), ("MINH",)),
        ("Harpreet Kaur Gill", ("HARPREET", "KAUR"), ("GILL",)),
        ("Al Green", ("AL",), ("GREEN",)),
        ("Prince", ("PRINCE",), ()),
        ("Baby Ashdown", (), ("ASHDOWN",)),
        ("Baby of Jane Smith", (), ("SMITH",)),
        ("Twin 2 Smith", (), ("SMITH",)),
        ("Unknown", (), ()),
        ("", (), ()),
        ("?!", (), ()),
    ],
)
def test_a_name_is_read_however_it_was_written(written, given, family):
    assert read_name(written) == Name(given=given, family=family)


def test_an_initial_for_a_surname_is_kept_as_one():
    assert read_name("Robin M.") == Name(given=("ROBIN",), initial="M")
    assert read_name("Robin M") == Name(given=("ROBIN",), initial="M")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MOHAMMED", "MUHAMMAD"),
        ("MAXAMED", "MEHMET"),
        ("YUSUF", "JOSEPH"),
        ("ZAINAB", "ZEYNEP"),
        ("KATIE", "KATARZYNA"),
        ("BILLY", "WILLIAM"),
        ("CABDI", "CABDI"),
    ],
)
def test_two_ways_to_write_one_name_are_one(one, other):
    assert root(one) == root(other)
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("AMINA", "AISHA"), ("HASSAN", "HUSSAIN"), ("OLIVER", "OLIVIA")])
def test_two_names_stay_two(one, other):
    assert root(one) != root(other)


def test_a_word_is_of_one_name_only_and_the_first_of_a_line_is_its_own():
    assert all(ROOTS[first] == first for first in set(ROOTS.values()))
