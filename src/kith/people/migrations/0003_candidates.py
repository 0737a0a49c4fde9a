"""The search by keys as a function of the database, which keeps its plan: planned anew each time it took thrice as long."""

from django.db import migrations

#: Keys asked for, each with the number of whom it is asked for. Of a key that more than its `most` share nobody is given, but
#: a row of its own that says so. No rows but one without anybody: the keys are not written under this fingerprint.
#: A sealed identity is never given.
CANDIDATES = """
CREATE FUNCTION kith_candidates(fingerprint text, keys bigint[], whose smallint[], most smallint[])
RETURNS TABLE (
    person uuid, asked smallint[], common bigint, claim uuid, name text, sex varchar, born_from date, born_until date,
    expected_on date, address text, lived_from date, lived_until date, is_protected boolean, nhs_number text, upn text,
    is_withdrawn boolean
) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    IF NOT EXISTS (SELECT FROM people_keyedunder u WHERE u.fingerprint = kith_candidates.fingerprint AND u.is_whole)
       AND EXISTS (SELECT FROM people_person) THEN
        RETURN QUERY SELECT NULL::uuid, NULL::smallint[], NULL::bigint, NULL::uuid, NULL::text, NULL::varchar, NULL::date,
            NULL::date, NULL::date, NULL::text, NULL::date, NULL::date, NULL::boolean, NULL::text, NULL::text, NULL::boolean;
        RETURN;
    END IF;
    RETURN QUERY
    WITH hit AS MATERIALIZED (
        SELECT a.key, a.whose, k.people, cardinality(k.people) > a.most AS is_common
          FROM unnest(keys, whose, most) AS a (key, whose, most)
         CROSS JOIN LATERAL (
            SELECT ARRAY(SELECT m.person FROM people_matchkey m WHERE m.key = a.key LIMIT a.most + 1) AS people OFFSET 0) k
    ), found AS MATERIALIZED (
        SELECT p.person, array_agg(DISTINCT h.whose) AS asked
          FROM hit h CROSS JOIN LATERAL unnest(h.people) AS p (person) WHERE NOT h.is_common GROUP BY p.person
    ), shown AS MATERIALIZED (
        SELECT f.* FROM found f
         WHERE NOT EXISTS (
            SELECT FROM people_identitysealed s WHERE s.person_id = f.person
               AND NOT EXISTS (SELECT FROM people_seallifted l WHERE l.seal_id = s.id))
    )
    SELECT s.person, s.asked, NULL::bigint, NULL::uuid, p.name, p.sex, p.born_from, p.born_until, p.expected_on, NULL::text,
           NULL::date, NULL::date, NULL::boolean, NULL::text, NULL::text, NULL::boolean
      FROM shown s JOIN people_person p ON p.id = s.person
    UNION ALL
    SELECT s.person, NULL, NULL, c.id, c.name, c.sex, c.born_from, c.born_until, NULL, c.address, c.lived_from, c.lived_until,
           c.is_protected, c.nhs_number, c.upn, w.claim_id IS NOT NULL
      FROM shown s JOIN people_identityclaim c ON c.person_id = s.person
      LEFT JOIN people_claimwithdrawn w ON w.claim_id = c.id
    UNION ALL
    SELECT NULL, ARRAY[h.whose], h.key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM hit h WHERE h.is_common;
END $$
"""


class Migration(migrations.Migration):
    dependencies = (("people", "0002_who_is_who"),)
    operations = (
        migrations.RunSQL(CANDIDATES, "DROP FUNCTION kith_candidates(text, bigint[], smallint[], smallint[])"),
    )
