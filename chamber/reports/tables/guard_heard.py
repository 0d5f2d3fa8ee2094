"""What the database asks of a report that is heard: its day, its notice, its group, its questions.

The rules that a defect may let pass are believed as everywhere: if the journal bears it out.
"""

# Nothing of the caller's may stand in the way of our own tables.
SAFELY = "SET search_path = public, pg_temp"
AS_RECEIVED = "DATE '2020-12-23'"  # Since then the Mazhilis puts only what it has received.


def refuse(told: str, constraint: str) -> str:
    return (
        f"RAISE EXCEPTION '{told}' USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}'"
    )


DDL_HEARD = [
    f"""
    CREATE FUNCTION check_prepared(one report) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$
    DECLARE
        day report_day;
        word report_step;
        known text[];
    BEGIN
        FOR word IN
            SELECT * FROM report_step WHERE report_id = one.id AND kind = 'opening_word'
        LOOP
            SELECT * INTO day FROM report_day WHERE report_id = one.id AND number = word.day;
            known := one.defects || day.defects;
            IF day.heard_on IS DISTINCT FROM word.done_on
                AND NOT let_pass(one.id, known, 'A57-6.04') THEN
                {refuse("a report is heard on its day", "report_heard_on_its_day")};
            END IF;
            IF NOT let_pass(one.id, known, 'A57-6.05') AND NOT EXISTS (
                SELECT FROM report_notice AS n
                WHERE n.report_id = one.id AND n.for_day = day.number AND n.in_writing
                    AND n.states_decision AND n.day = day.heard_on AND n.received_on <= word.done_on
            ) THEN
                {refuse("the member is told in writing", "report_notified")};
            END IF;
            IF NOT let_pass(one.id, known, 'A57-6.09') AND NOT EXISTS (
                SELECT FROM report_commission_member WHERE report_id = one.id
            ) THEN
                {refuse("a commission is formed", "report_commission_formed")};
            END IF;
        END LOOP;
        IF NOT let_pass(one.id, one.defects, 'A57-6.06') AND EXISTS (
            SELECT FROM report_step WHERE report_id = one.id AND kind = 'reasons'
        ) AND NOT EXISTS (SELECT FROM report_rapporteur WHERE report_id = one.id) THEN
            {refuse("the Chamber names the rapporteur", "report_rapporteur_named")};
        END IF;
    END $$""",
    # By its own day, and in the Mazhilis only what was received.
    f"""
    CREATE FUNCTION check_put_in_time(one report) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF EXISTS (
            SELECT FROM vote WHERE proceeding_id = one.id AND chamber <> one.chamber
        ) OR EXISTS (
            SELECT FROM resolution WHERE proceeding_id = one.id AND chamber <> one.chamber
        ) THEN
            {refuse("a report is of one Chamber", "report_of_its_chamber")};
        END IF;
        IF EXISTS (
            SELECT FROM vote AS v JOIN (VALUES
                (2, 'take_note', one.defects || one.note_defects),
                (3, 'appeal', one.defects || one.appeal_defects)
            ) AS asked (subject, about, defects) ON asked.subject = v.subject
            WHERE v.proceeding_id = one.id AND NOT v.undone AND (
                NOT done_by(one.id, 'debate_closed', NULL, v.opened_on)
                    AND NOT let_pass(one.id, asked.defects, 'A57-6.14')
                OR NOT done_by(one.id, 'report', NULL, v.opened_on)
                    AND NOT let_pass(one.id, asked.defects, 'A57-6.08')
                OR one.chamber = 'mazhilis' AND v.opened_on >= {AS_RECEIVED}
                    AND NOT done_by(one.id, 'question_received', asked.about, v.opened_on)
                    AND NOT let_pass(one.id, asked.defects, 'A57-6.14')
            )
        ) THEN
            {refuse("a question is put after the debate", "report_put_after_the_debate")};
        END IF;
    END $$""",
    f"""
    CREATE FUNCTION done_by(matter bigint, wanted text, of_question text, on_day date)
    RETURNS boolean STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT EXISTS (
            SELECT FROM report_step WHERE report_id = matter AND kind = wanted
                AND about IS NOT DISTINCT FROM of_question AND done_on <= on_day
        )
    $$""",
]
