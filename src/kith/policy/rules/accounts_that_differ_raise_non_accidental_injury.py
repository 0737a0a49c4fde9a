"""Accounts of one injury that differ are read side by side, and non-accidental injury is thought about."""

from collections.abc import Iterator
from datetime import date

from kith.policy import standards
from kith.policy.facts.chronology import Injury
from kith.policy.findings import Alert
from kith.policy.picture import ChildPicture
from kith.policy.readings import entries_of, who_answers_for
from kith.policy.readings.accounts import Difference, counts_from, how_accounts_differ
from kith.policy.readings.marks_in_words import capital, the_mark
from kith.policy.rulebook import rule
from kith.vocabulary import AgencyType, Clock, Role, Severity

NAME = "accounts_that_differ_raise_non_accidental_injury"


def _what_is_missing(picture: ChildPicture) -> str | None:
    return None if picture.accounts else "two accounts of one injury, with how it is said to have happened"


@rule(
    reads=ChildPicture,
    learning=(6,),
    why="People remember differently, and mostly mean no harm by it. When accounts of an injury differ, somebody reads them together.",
    source="Case Study Luke, Summary of Learning, point 6; NICE guideline CG89. What is compared, and how soon, is ours; to be checked.",
    checked_by="to be named",
    review_by=date(2027, 11, 22),
    missing=_what_is_missing,
    met_by=("account_judgement", "strategy_discussion"),
)
def accounts_that_differ_raise_non_accidental_injury(picture: ChildPicture) -> Iterator[Alert]:
    """Think about non-accidental injury when the accounts of one injury differ."""
    for injury in picture.injuries.backwards():
        difference = how_accounts_differ(picture, injury)
        if difference is None:
            continue
        accounts = picture.accounts.belonging_to(injury.entry)
        counted = counts_from(picture, NAME, injury.entry, (max(one, injury.at) for one in difference.news))
        serious = difference.is_serious
        standard = standards.DIFFERING_ACCOUNTS_DECIDED if serious else standards.LOOK_ANSWERED
        yield Alert(
            about=injury.entry,
            severity=Severity.SUSPECT if serious else Severity.CONSIDER,
            sentence=_sentence(picture, injury, difference),
            do_next="read them side by side, and record whether they really differ, are the same in other words, or "
            "you cannot tell; if they differ, call a strategy discussion or say why not.",
            evidence=(injury.entry, *entries_of(accounts), *entries_of(difference.judgements)),
            owed_by=who_answers_for(picture, Role.SOCIAL_WORKER),
            due_at=picture.numbers.due(standard, counted),
            clock=Clock.ELAPSED if serious else Clock.WORKING,
        )


def _sentence(picture: ChildPicture, injury: Injury, difference: Difference) -> str:
    accounts = f"the accounts of {the_mark(injury)}"
    if difference.words:
        return capital(f"{accounts} differ about {difference.words}.")
    agency = difference.judgements[0].agency
    who = "somebody" if picture.agency_is(agency, AgencyType.UNKNOWN) else picture.agency(agency).name
    return capital(f"{who} has recorded that {accounts} really differ.")
