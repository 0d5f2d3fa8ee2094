"""The second guard of mandates: whatever a program forgets, the database refuses it.

At the end of a transaction no powers end on a ground that needs a vote, unless a resolution stands
behind it that says what an adopted vote decided, or the journal says why there is none.
"""

from chamber.mandates.tables.cases import listed
from chamber.mandates.tables.checks import CHECKS, refuse
from chamber.record.people.mandates import RECALLED, WITHOUT_VOTE

# Nothing of the caller's may stand in the way of our own tables.
SAFELY = "SET search_path = public, pg_temp"
TOLD, ANY = "INSERT OR UPDATE", "INSERT OR UPDATE OR DELETE"
ENDING = "WHEN (NEW.decision IN ('end_powers', 'note_end'))"

# What the journal of the person says of the end: it was entered with the mandate, long ago; or by
# hand, despite the rule that asks for a matter, which older entries did not know.
TOLD_BY_HAND = """
    SELECT FROM journal AS j,
        LATERAL (SELECT convert_from(j.body, 'UTF8')::jsonb -> 'data') AS entry(told),
        LATERAL (SELECT CASE WHEN j.kind = 'correction' THEN told #> '{act,act}'
            ELSE told -> 'act' END) AS a(act)
    WHERE h.because_id IS NULL AND j.proceeding_id = h.person_id AND (
        act ->> 'kind' = 'mandate' AND act ->> 'until' = h.ends_on::text
        OR act ->> 'kind' = 'mandate_end' AND act ->> 'on' = h.ends_on::text AND (
            j.kind = 'correction' OR told ->> 'despite' IS NOT NULL
            OR NOT coalesce((told #>> '{given,needs_matter}')::boolean, false)
        )
    )"""
BY_RESOLUTION = """
    SELECT FROM mandate_matter AS m
        JOIN mandate_matter_deputy AS d ON d.matter_id = m.id
        JOIN resolution AS r ON r.proceeding_id = m.id AND r.fell_by IS NULL
    WHERE m.id = h.because_id AND d.person_id = h.person_id AND r.decision = 'end_powers'
        AND m.ends_on = h.ends_on"""
BASIS_OF = " ".join(f"WHEN '{one}' THEN '{basis}'" for one, basis in RECALLED.items())
NOT_RECALLED = refuse(
    f"""SELECT FROM mandate AS h WHERE (h.person_id = person OR h.because_id = matter)
        AND h.basis <> CASE h.ground {BASIS_OF} END""",
    "others sent this deputy, who alone may recall",
    "mandate_recalled_by_its_own",
)
NO_GROUND = refuse(
    f"""SELECT FROM mandate AS h WHERE (h.person_id = person OR h.because_id = matter)
        AND h.ends_on IS NOT NULL AND h.ground NOT IN ({listed(WITHOUT_VOTE)})
        AND NOT EXISTS ({BY_RESOLUTION}) AND NOT EXISTS ({TOLD_BY_HAND})""",
    "the powers ended without a resolution",
    "mandate_ended_rightly",
)

DDL = [
    # A defect that is accepted stands in the row; it is believed if the journal bears it out.
    f"""
    CREATE FUNCTION let_pass_in(m mandate_matter, rule text) RETURNS boolean
    STABLE LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        RETURN rule = ANY (m.defects) AND entered_all_the_same(m.id, ARRAY[rule], NULL);
    END $$""",
    f"""
    CREATE FUNCTION check_mandates(matter bigint, person bigint) RETURNS void
    LANGUAGE plpgsql {SAFELY} AS $$ BEGIN {CHECKS} {NOT_RECALLED} {NO_GROUND}
    END $$""",
    f"""
    CREATE FUNCTION guard_mandates() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$
    DECLARE
        one record;
    BEGIN
        FOR one IN
            SELECT DISTINCT (told ->> TG_ARGV[0])::bigint AS matter,
                (told ->> 'person_id')::bigint AS person
            FROM unnest(ARRAY[to_jsonb(NEW), to_jsonb(OLD)]) AS told WHERE told IS NOT NULL
        LOOP
            PERFORM check_mandates(one.matter, one.person);
        END LOOP;
        RETURN NULL;
    END $$""",
    *(
        f"""
        CREATE CONSTRAINT TRIGGER guard_mandates AFTER {events} ON {table}
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {when}
            EXECUTE FUNCTION guard_mandates('{column}')"""
        for table, column, events, when in (
            ("mandate_matter", "id", TOLD, ""),
            ("mandate_matter_deputy", "matter_id", ANY, ""),
            ("mandate", "because_id", ANY, ""),
            ("resolution", "proceeding_id", TOLD, ENDING),
            ("vote", "proceeding_id", TOLD, "WHEN (NEW.power = '57(4)')"),
        )
    ),
]
