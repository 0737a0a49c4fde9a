"""The keys by which people are looked for, kept with what was said of them: in the same transaction, or by `./kith match index`."""

from collections.abc import Callable, Iterable
from functools import cache
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from kith.people.finding.known import READ, Known, gathered
from kith.people.matching.keys import Secret, keys_of

AT_ONCE = 500


@cache
def _secret(words: str) -> Secret:
    return Secret(words)


def secret() -> Secret:
    """What keys are made with here."""
    return _secret(settings.MATCH_SECRET)


def codes_of(known: Known) -> set[int]:
    """The codes of every key of everything said of somebody."""
    code = secret().code
    return {code(key) for key in {key for one in known.identities() for _, key in keys_of(one)}}


def note_first_person() -> None:
    """Before anybody is added: an empty record is wholly keyed, and stays so, since every act that adds keys it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO people_keyedunder (fingerprint, is_whole) SELECT %s, NOT EXISTS (SELECT FROM people_person) "
            "ON CONFLICT DO NOTHING",
            [secret().fingerprint],
        )


def key(people: Iterable[UUID]) -> None:
    """Write the keys of all that was said of these people. Keys that are there already are left."""
    with connection.cursor() as cursor:
        cursor.execute(READ, {"people": list(people)})
        rows = [(code, known.person) for known in gathered(cursor.fetchall()) for code in codes_of(known)]
        cursor.execute(
            "INSERT INTO people_matchkey (key, person) SELECT * FROM unnest(%s::bigint[], %s::uuid[]) ON CONFLICT DO NOTHING",
            [[code for code, _ in rows], [person for _, person in rows]],
        )


def key_everybody(say: Callable[[int], None] = lambda done: None) -> int:
    """Write everybody's keys under the present secret and version, some at a time, and say how many people there are.

    Safe to run again, and beside people at work. `say` hears how many are done.
    """
    done, last = 0, UUID(int=0)
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT id FROM people_person WHERE id > %s ORDER BY id LIMIT %s", [last, AT_ONCE])
            people = [id for (id,) in cursor.fetchall()]
            if not people:
                break
            key(people)
        done, last = done + len(people), people[-1]
        say(done)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO people_keyedunder (fingerprint, is_whole) VALUES (%s, true) "
            "ON CONFLICT (fingerprint) DO UPDATE SET is_whole = true",
            [secret().fingerprint],
        )
    return done
