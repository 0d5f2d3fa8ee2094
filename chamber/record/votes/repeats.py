"""The second guard of repeat votes: whatever a program forgets, the database refuses it."""

# At the end of a transaction, since a correction may write the rounds of a matter anew.
DDL = [
    """
    CREATE FUNCTION keep_rounds() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $$ BEGIN
        IF EXISTS (
            SELECT FROM vote AS earlier
            JOIN vote AS later ON later.proceeding_id = earlier.proceeding_id
                AND later.subject = earlier.subject AND later.number = earlier.number + 1
            WHERE earlier.proceeding_id = NEW.proceeding_id AND earlier.subject = NEW.subject
                AND NOT earlier.undone AND NOT later.undone
                AND (
                    earlier.closed_on IS NULL
                    OR earlier.outcome IN ('adopted', 'not_adopted')
                        AND later.repeat IS NULL AND NOT later.unfounded
                )
        ) THEN
            RAISE EXCEPTION 'a vote is repeated once its last round is closed, by a decision'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'vote_repeated_by_decision';
        END IF;
        RETURN NULL;
    END $$""",
    """
    CREATE CONSTRAINT TRIGGER keep_rounds
        AFTER INSERT OR UPDATE OF number, subject, outcome, closed_on, repeat, unfounded, undone
        ON vote DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.subject IS NOT NULL) EXECUTE FUNCTION keep_rounds()""",
]
