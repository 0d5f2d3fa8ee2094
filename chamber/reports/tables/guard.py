"""The second guard of a report: whatever a program forgets, the database refuses it.

At the end of a transaction nothing was heard without a decision to hear, no step stands before the
one that it needs, the rapporteur and the commission are initiators, and a resolution says what its
vote decided; unless a defect was accepted, and the journal says so.
"""

from chamber.reports.tables.guard_heard import DDL_HEARD, SAFELY, refuse

TOLD = {"hear": 1, "take_note": 2, "appeal": 3}

# A step, the one that must come before it, and the rule that is broken otherwise.
NEEDED = """
    ('reasons', 'opening_word', 'A57-6.10'), ('report', 'opening_word', 'A57-6.10'),
    ('question', 'opening_word', 'A57-6.10'), ('opinion', 'opening_word', 'A57-6.10'),
    ('debate_closed', 'opening_word', 'A57-6.10'),
    ('report', 'reasons', 'A57-6.11'), ('question', 'reasons', 'A57-6.11'),
    ('opinion', 'reasons', 'A57-6.11'), ('debate_closed', 'reasons', 'A57-6.11'),
    ('report', 'attendance', 'A57-6.08'), ('question', 'report', 'A57-6.12'),
    ('opinion', 'report', 'A57-6.12'), ('debate_closed', 'report', 'A57-6.12')"""


DDL = [
    # A defect that is accepted stands in the row; it is believed if the journal bears it out.
    f"""
    CREATE FUNCTION let_pass(matter bigint, defects text[], rule text) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT rule = ANY (defects) AND entered_all_the_same(matter, ARRAY[rule], NULL)
    $$""",
    *DDL_HEARD,
    # Before a step, by its day and at its sitting: on its own day of the report, or on any once
    # the report was heard; and of the member it is enough to be away: who stays away cannot report.
    f"""
    CREATE FUNCTION comes_after(one report_step, wanted text) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT EXISTS (
            SELECT FROM report_step AS s
            WHERE s.report_id = one.report_id AND s.nth < one.nth AND s.done_on <= one.done_on
                AND (s.day < one.day OR s.sitting_id = one.sitting_id)
                AND (s.kind = wanted AND s.came IS NOT FALSE
                    OR wanted = 'report' AND s.kind = 'attendance' AND NOT s.came)
                AND (s.day = one.day OR EXISTS (
                    SELECT FROM report_step AS r WHERE r.report_id = one.report_id
                        AND r.kind = 'report' AND r.nth < one.nth
                ))
        )
    $$""",
    f"""
    CREATE FUNCTION check_steps(matter bigint) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF EXISTS (SELECT FROM report_day WHERE report_id = matter) AND NOT EXISTS (
            SELECT FROM resolution WHERE proceeding_id = matter AND subject = {TOLD["hear"]}
                AND fell_by IS NULL
        ) THEN
            {refuse("nothing is heard without a decision", "report_heard_by_decision")};
        END IF;
        IF EXISTS (
            SELECT FROM report_step AS s
            JOIN report_day AS d ON d.report_id = s.report_id AND d.number = s.day
            JOIN (VALUES {NEEDED}) AS need (kind, wanted, rule) ON need.kind = s.kind
            WHERE s.report_id = matter AND NOT comes_after(s, need.wanted)
                AND NOT let_pass(matter, d.defects, need.rule)
        ) THEN
            {refuse("a step of the report is out of its order", "report_steps_in_order")};
        END IF;
    END $$""",
    f"""
    CREATE FUNCTION check_group(one report) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF NOT let_pass(one.id, one.defects, 'A57-6.06') AND EXISTS (
            SELECT FROM report_rapporteur WHERE report_id = one.id AND signed_id IS NULL
        ) THEN
            {refuse("the rapporteur is an initiator", "report_rapporteur_signed")};
        END IF;
        IF NOT let_pass(one.id, one.defects, 'A57-6.09') AND EXISTS (
            SELECT FROM report_commission_member WHERE report_id = one.id AND signed_id IS NULL
        ) THEN
            {refuse("the members are initiators", "report_commission_signed")};
        END IF;
    END $$""",
    # The two questions are put after the debate, on a report that was heard, and an appeal names
    # laws. An appeal again follows one that was refused.
    f"""
    CREATE FUNCTION check_put(one report) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$
    DECLARE
        put smallint[] := ARRAY(SELECT subject FROM vote
            WHERE proceeding_id = one.id AND NOT undone);
        said text[] := ARRAY(SELECT kind FROM report_step WHERE report_id = one.id);
    BEGIN
        IF cardinality(put) > 0 AND NOT one.enough AND NOT one.doubted THEN
            {refuse("a third of the deputies signs", "report_on_initiative")};
        END IF;
        IF put && ARRAY[2, 3, 4]::smallint[] AND NOT EXISTS (
            SELECT FROM report_day WHERE report_id = one.id
        ) THEN
            {refuse("nothing is heard without a decision", "report_heard_by_decision")};
        END IF;
        IF EXISTS (
            SELECT FROM (
                VALUES (2, one.defects || one.note_defects), (3, one.defects || one.appeal_defects)
            ) AS asked (subject, defects)
            WHERE subject = ANY (put) AND (
                NOT 'debate_closed' = ANY (said) AND NOT let_pass(one.id, defects, 'A57-6.14')
                OR NOT 'report' = ANY (said) AND NOT let_pass(one.id, defects, 'A57-6.08')
                OR subject = 3 AND NOT let_pass(one.id, defects, 'A57-6.15') AND NOT EXISTS (
                    SELECT FROM report_step
                    WHERE report_id = one.id AND about = 'appeal' AND laws <> '[]'
                )
            )
        ) THEN
            {refuse("a question is put after the debate", "report_put_after_the_debate")};
        END IF;
        IF 4 = ANY (put) AND NOT EXISTS (
            SELECT FROM report_appeal
            WHERE report_id = one.id AND subject = 3 AND refused_on IS NOT NULL
        ) THEN
            {refuse("an appeal again follows a refusal", "report_again_after_refusal")};
        END IF;
    END $$""",
    f"""
    CREATE FUNCTION check_fixed(matter bigint) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF EXISTS (
            SELECT FROM resolution AS r LEFT JOIN vote AS v ON v.id = r.vote_id AND NOT v.undone
                AND v.proceeding_id = matter AND v.subject = r.subject AND v.power = '57(6)'
            WHERE r.proceeding_id = matter AND r.fell_by IS NULL AND (
                (r.decision, r.subject) NOT IN (
                    ('hear', 1), ('take_note', 2), ('appeal', 3), ('appeal', 4)
                )
                OR coalesce(v.outcome, '') NOT IN ('adopted', 'not_judged')
                OR v.closed_on > r.adopted_on
            )
        ) THEN
            {refuse("a resolution says what its vote decided", "report_resolution_agrees")};
        END IF;
        IF EXISTS (
            SELECT FROM report_appeal AS a LEFT JOIN resolution AS r ON r.proceeding_id = matter
                AND r.subject = a.subject AND r.fell_by IS NULL AND r.adopted_on <= a.sent_on
            WHERE a.report_id = matter AND r.id IS NULL
        ) THEN
            {refuse("an appeal is adopted before it is sent", "report_appeal_resolved")};
        END IF;
    END $$""",
    f"""
    CREATE FUNCTION guard_report() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$
    DECLARE
        told jsonb := to_jsonb(coalesce(NEW, OLD));
        matter bigint := told ->> TG_ARGV[0];
        one report;
    BEGIN
        -- One after the other: what another transaction does to the matter is seen here.
        PERFORM FROM proceeding WHERE id = matter AND noun = 'reports' FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            IF told ->> 'decision' IN ('hear', 'take_note', 'appeal') THEN
                {refuse("a report begins with an initiative", "report_on_initiative")};
            END IF;
            RETURN NULL;
        END IF;
        SELECT * INTO one FROM report WHERE id = matter;
        IF one.id IS NULL THEN
            {refuse("a report begins with an initiative", "report_on_initiative")};
        END IF;
        PERFORM check_group(one);
        PERFORM check_steps(matter);
        PERFORM check_put(one);
        PERFORM check_prepared(one);
        PERFORM check_put_in_time(one);
        PERFORM check_fixed(matter);
        RETURN NULL;
    END $$""",
    *(
        f"""
    CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON {table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('{key}')"""
        for table, key in (
            ("report", "id"),
            ("report_rapporteur", "report_id"),
            ("report_commission_member", "report_id"),
            ("report_commission", "report_id"),
            ("report_notice", "report_id"),
            ("report_day", "report_id"),
            ("report_step", "report_id"),
            ("report_appeal", "report_id"),
            ("resolution", "proceeding_id"),
        )
    ),
    """
    CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE ON vote
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NOT NEW.undone AND NEW.power = '57(6)')
        EXECUTE FUNCTION guard_report('proceeding_id')""",
]
