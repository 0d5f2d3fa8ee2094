"""The second guard of immunity: whatever a program forgets, the database refuses it.

At the end of a transaction nobody has voted without a submission, before the conclusion, or on a
measure that was not asked for, unless the journal says why; and no resolution disagrees with the
vote that decides.
"""

# Nothing of the caller's may stand in the way of our own tables.
SAFELY = "SET search_path = public, pg_temp"


def refuse(told: str, constraint: str) -> str:
    return (
        f"RAISE EXCEPTION '{told}' USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}'"
    )


DDL = [
    # A defect that is accepted stands in the row; it is believed if the journal bears it out.
    f"""
    CREATE FUNCTION borne_out(matter bigint, defects text[], rule text) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT rule = ANY (defects) AND entered_all_the_same(matter, ARRAY[rule], NULL)
    $$""",
    f"""
    CREATE FUNCTION check_asked(one immunity) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF EXISTS (
            SELECT FROM immunity_measure AS m WHERE m.immunity_id = one.id
                AND NOT m.asked AND NOT borne_out(one.id, m.defects, 'A57-4.22')
        ) THEN
            {refuse("a measure was not asked for", "immunity_measure_asked")};
        END IF;
        IF EXISTS (
            SELECT FROM immunity_measure AS m WHERE m.immunity_id = one.id
                AND m.exception IS NULL AND m.taken_on <= one.opened_on
                AND 'A57-4.02' <> ALL (one.defects)  -- Nothing follows from what is no submission.
                AND NOT borne_out(one.id, m.defects, 'A57-4.24')
        ) THEN
            {refuse("a measure was taken before it was asked for", "immunity_before_the_measure")};
        END IF;
        IF (one.forwarded_on IS NULL AND one.conclusion_on IS NOT NULL
                OR one.conclusion_on < one.forwarded_on OR one.forwarded_on < one.opened_on)
            AND NOT borne_out(one.id, one.defects, 'A57-4.23')
        THEN
            {refuse("a conclusion follows the forwarding", "immunity_steps_in_order")};
        END IF;
        -- A refusal is a fact whether or not anybody has accepted it: the journal tells of it.
        IF NOT entered_all_the_same(one.id, ARRAY['A57-4.27'], NULL) AND EXISTS (
            SELECT FROM immunity_attendance AS a
            WHERE a.immunity_id = one.id AND a.wished AND NOT a.admitted
        ) THEN
            {refuse("the deputy was refused", "immunity_deputy_admitted")};
        END IF;
    END $$""",
    f"""
    CREATE FUNCTION check_voted(one immunity) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF NOT EXISTS (SELECT FROM vote WHERE proceeding_id = one.id AND NOT undone) THEN
            RETURN;
        END IF;
        IF one.submitted_by <> 'prosecutor_general' OR 'A57-4.02' = ANY (one.defects) THEN
            {refuse("a vote on immunity needs a submission", "immunity_on_submission")};
        END IF;
        IF EXISTS (
            SELECT FROM vote AS v
            LEFT JOIN immunity_measure AS m ON m.immunity_id = one.id AND m.number = v.subject
            WHERE v.proceeding_id = one.id AND NOT v.undone
                AND (m.number IS NULL OR v.power <> '57(4)' OR v.opened_on < one.opened_on)
        ) THEN
            {refuse("a vote is on a measure of its matter", "immunity_vote_on_a_measure")};
        END IF;
        IF EXISTS (
            SELECT FROM vote AS v
            JOIN immunity_measure AS m ON m.immunity_id = one.id AND m.number = v.subject
            WHERE v.proceeding_id = one.id AND NOT v.undone
                AND NOT coalesce(v.opened_on >= one.conclusion_on, false)
                AND NOT borne_out(one.id, one.defects || m.defects, 'A57-4.23')
        ) THEN
            {refuse("a vote on immunity follows the conclusion", "immunity_after_conclusion")};
        END IF;
    END $$""",
    # The last round that was not annulled decides; while one is open, nothing is decided.
    f"""
    CREATE FUNCTION decides(matter bigint, which smallint) RETURNS bigint
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT v.id FROM vote AS v
        WHERE v.proceeding_id = matter AND v.subject = which AND NOT v.undone
            AND v.outcome IN ('adopted', 'not_adopted', 'not_judged')
            AND NOT EXISTS (
                SELECT FROM vote AS o WHERE o.proceeding_id = matter AND o.subject = which
                    AND NOT o.undone AND o.closed_on IS NULL
            )
        ORDER BY v.outcome = 'not_judged', v.number DESC LIMIT 1
    $$""",
    f"""
    CREATE FUNCTION check_resolved(matter bigint) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF EXISTS (
            SELECT FROM resolution AS r
            LEFT JOIN vote AS v ON v.id = r.vote_id AND v.id = decides(matter, r.subject)
            WHERE r.proceeding_id = matter AND r.fell_by IS NULL AND (
                v.id IS NULL OR v.closed_on > r.adopted_on
                OR (r.decision, v.outcome) NOT IN (
                    ('consent', 'adopted'), ('refuse', 'not_adopted'),
                    ('consent', 'not_judged'), ('refuse', 'not_judged')
                )
            )
        ) THEN
            {refuse("a resolution says what its vote decided", "immunity_resolution_agrees")};
        END IF;
    END $$""",
    f"""
    CREATE FUNCTION guard_immunity() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$
    DECLARE
        told jsonb := to_jsonb(coalesce(NEW, OLD));
        matter bigint := told ->> TG_ARGV[0];
        one immunity;
    BEGIN
        -- One after the other: what another transaction does to the matter is seen here.
        PERFORM FROM proceeding WHERE id = matter AND noun = 'immunity' FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            IF told ->> 'decision' IN ('consent', 'refuse') THEN
                {refuse("consent is given in a matter of immunity", "immunity_on_submission")};
            END IF;
            RETURN NULL;
        END IF;
        SELECT * INTO one FROM immunity WHERE id = matter;
        IF one.id IS NULL THEN
            {refuse("a vote on immunity needs a submission", "immunity_on_submission")};
        END IF;
        PERFORM check_asked(one);
        PERFORM check_voted(one);
        PERFORM check_resolved(matter);
        RETURN NULL;
    END $$""",
    *(
        f"""
    CREATE CONSTRAINT TRIGGER guard_immunity AFTER INSERT OR UPDATE OR DELETE ON {table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_immunity('{key}')"""
        for table, key in (
            ("immunity", "id"),
            ("immunity_measure", "immunity_id"),
            ("immunity_attendance", "immunity_id"),
            ("resolution", "proceeding_id"),
        )
    ),
    """
    CREATE CONSTRAINT TRIGGER guard_immunity AFTER INSERT ON vote
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.subject IS NOT NULL OR NEW.power = '57(4)')
        EXECUTE FUNCTION guard_immunity('proceeding_id')""",
    """
    CREATE CONSTRAINT TRIGGER guard_immunity_later AFTER UPDATE ON vote
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (coalesce(OLD.subject, NEW.subject) IS NOT NULL OR '57(4)' IN (OLD.power, NEW.power))
        EXECUTE FUNCTION guard_immunity('proceeding_id')""",
]
