"""The second guard of mandates: whatever a program forgets, the database refuses it.

At the end of a transaction no powers end on a ground that needs a vote, unless a resolution stands
behind it that says what an adopted vote decided, or the journal says why there is none.
"""

from chamber.mandates.tables.cases import ENDS_BY_ITSELF, listed
from chamber.record.people.acts import Ground
from chamber.record.people.mandates import BY_ITSELF, ENDED_BY, WITHOUT_VOTE

# Nothing of the caller's may stand in the way of our own tables.
SAFELY = "SET search_path = public, pg_temp"
RULE_OF = " ".join(f"WHEN '{one}' THEN '{ENDED_BY[one]}'" for one in Ground if one in BY_ITSELF)


def refuse(test: str, message: str, constraint: str) -> str:
    return f"""
        IF EXISTS ({test}) THEN
            RAISE EXCEPTION '{message}'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}';
        END IF;"""


# Resolutions on the matter that stand, with the vote that each rests on.
STANDING = """
    SELECT FROM mandate_matter AS m
        JOIN resolution AS r ON r.proceeding_id = m.id AND r.fell_by IS NULL
        LEFT JOIN vote AS v ON v.id = r.vote_id AND v.proceeding_id = m.id AND NOT v.undone
    WHERE m.id = matter"""
AS_VOTED = "v.outcome IN ('adopted', 'not_judged') AND v.closed_on <= r.adopted_on"
PREPARED = """m.conclusion_on IS NOT NULL OR (m.set_off_by = 'cec' AND m.document IS NOT NULL)
    OR m.defects && ARRAY['A57-4.11', 'A57-4.21']"""

CHECKS = "".join(
    [
        refuse(
            f"""{STANDING} AND r.decision = 'end_powers' AND NOT coalesce({AS_VOTED}, false)""",
            "the resolution does not say what the vote decided",
            "mandate_resolution_as_voted",
        ),
        refuse(
            f"""{STANDING} AND r.decision = 'note_end'
                AND NOT (m.{ENDS_BY_ITSELF} AND m.ends_on IS NOT NULL)""",
            "these powers did not end by themselves",
            "mandate_noted_by_itself",
        ),
        refuse(
            f"""SELECT FROM mandate_matter AS m
                WHERE m.id = matter AND m.ends_on IS NOT NULL AND NOT m.{ENDS_BY_ITSELF}
                AND NOT EXISTS ({STANDING} AND r.decision = 'end_powers'
                    AND r.adopted_on < m.ends_on)""",
            "no resolution ends these powers",
            "mandate_ended_by_resolution",
        ),
        refuse(
            f"""SELECT FROM mandate_matter AS m JOIN vote AS v ON v.proceeding_id = m.id
                WHERE m.id = matter AND NOT v.undone AND NOT CASE WHEN m.{ENDS_BY_ITSELF}
                    THEN CASE m.ground {RULE_OF} END = ANY (m.defects) ELSE {PREPARED} END""",
            "the Chamber may not vote on this yet",
            "mandate_vote_prepared",
        ),
        refuse(
            """SELECT FROM mandate_matter AS m JOIN mandate AS h ON h.because_id = m.id
                WHERE m.id = matter
                AND (h.ends_on, h.ground, h.chamber) IS DISTINCT FROM
                    (m.ends_on, m.ground, m.chamber)""",
            "the mandate did not end as the matter says",
            "mandate_ends_with_its_matter",
        ),
    ]
)

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
NO_GROUND = refuse(
    f"""SELECT FROM mandate AS h WHERE (h.person_id = person OR h.because_id = matter)
        AND h.ends_on IS NOT NULL AND h.ground NOT IN ({listed(WITHOUT_VOTE)})
        AND NOT EXISTS ({BY_RESOLUTION}) AND NOT EXISTS ({TOLD_BY_HAND})""",
    "the powers ended without a resolution",
    "mandate_ended_rightly",
)

DDL = [
    f"""
    CREATE FUNCTION check_mandates(matter bigint, person bigint) RETURNS void
    LANGUAGE plpgsql {SAFELY} AS $$ BEGIN {CHECKS} {NO_GROUND}
    END $$""",
    f"""
    CREATE FUNCTION guard_mandates() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$
    DECLARE
        one jsonb := to_jsonb(coalesce(NEW, OLD));
    BEGIN
        PERFORM check_mandates((one ->> TG_ARGV[0])::bigint, (one ->> 'person_id')::bigint);
        RETURN NULL;
    END $$""",
    *(
        f"""
        CREATE CONSTRAINT TRIGGER guard_mandates AFTER INSERT OR UPDATE ON {table}
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {when}
            EXECUTE FUNCTION guard_mandates('{column}')"""
        for table, column, when in (
            ("mandate_matter", "id", ""),
            ("mandate", "because_id", "WHEN (NEW.ends_on IS NOT NULL)"),
            ("resolution", "proceeding_id", "WHEN (NEW.decision IN ('end_powers', 'note_end'))"),
            ("vote", "proceeding_id", "WHEN (NEW.power = '57(4)')"),
        )
    ),
]
