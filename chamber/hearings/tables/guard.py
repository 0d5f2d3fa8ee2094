"""The second guard of the schedule: whatever a program forgets, the database refuses it.

At the end of a transaction, one transaction after the other, no hearing stands on a day of a
plenary sitting, and none has begun without a timely notice, unless the journal says why.
"""

from datetime import date

from chamber.law.clocks import NOTICE
from chamber.law.limits import term_of
from chamber.law.rulebook import LAW

# Q-01 B, the strictest reading: so many whole days lie between the notice and the hearing.
CLEAR_DAYS = term_of(LAW.on("mazhilis", date(2026, 1, 1))[NOTICE]).amount
NO_PLENARY, DAY_TAKEN = "A57-5.08", "A57-8.03"

# Nothing of the caller's may stand in the way of our own tables.
SAFELY = "SET search_path = public, pg_temp"

DDL = [
    # Whether an act of the matter broke one of the rules, and stands all the same: it was entered
    # with a reason, or had occurred, or a correction brought it to light. An act that names a day
    # speaks for that day alone.
    f"""
    CREATE FUNCTION entered_all_the_same(matter bigint, rules text[], which date) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT EXISTS (
            SELECT FROM journal AS j,
                LATERAL (SELECT convert_from(j.body, 'UTF8')::jsonb -> 'data') AS entry(told),
                LATERAL (
                    SELECT coalesce(told #>> '{{act,starts_at}}', told #>> '{{act,act,starts_at}}')
                ) AS act(starts_at)
            WHERE j.proceeding_id = matter
                AND (
                    coalesce(told ->> 'despite', told ->> 'occurred') IS NOT NULL
                    OR j.kind IN ('correction', 'rejudged')
                )
                AND jsonb_path_exists(
                    told, '$.**.findings[*] ? (@.rule == $rules[*])',
                    jsonb_build_object('rules', rules)
                )
                AND coalesce(
                    (starts_at::timestamptz AT TIME ZONE 'Asia/Almaty')::date = which, true
                )
        )
    $$""",
    # A defect that is accepted stands in the hearing's row; it is believed if the journal bears
    # it out.
    f"""
    CREATE FUNCTION accepted(one hearing, rule text, which date) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT rule = ANY (one.defects) AND entered_all_the_same(one.id, ARRAY[rule], which)
    $$""",
    f"""
    CREATE FUNCTION keep_calendar() RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        -- An older snapshot would not show what others have put on the day meanwhile.
        IF current_setting('transaction_isolation') <> 'read committed' THEN
            RAISE EXCEPTION 'the calendar is kept under READ COMMITTED only'
                USING ERRCODE = 'feature_not_supported';
        END IF;
        PERFORM pg_advisory_xact_lock(57, hashtext('calendar'));
    END $$""",
    f"""
    CREATE FUNCTION check_free(which date) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF EXISTS (
            SELECT FROM hearing AS h, sitting AS s
            WHERE h.held_on = which AND h.cancelled_on IS NULL
                AND s.kind IN ('plenary', 'joint') AND s.cancelled_on IS NULL
                AND s.starts_at >= which::timestamp AT TIME ZONE 'Asia/Almaty'
                AND s.starts_at < (which + 1)::timestamp AT TIME ZONE 'Asia/Almaty'
                AND NOT accepted(h, '{NO_PLENARY}', which)
                AND NOT entered_all_the_same(
                    s.id, ARRAY['{NO_PLENARY}', '{DAY_TAKEN}'], which
                )
        ) THEN
            RAISE EXCEPTION 'the day % is not free', which
                USING ERRCODE = 'check_violation', CONSTRAINT = 'hearing_on_a_free_day';
        END IF;
    END $$""",
    # The notice tells topic, time and place, and they still hold: a place that was changed since
    # is told anew.
    f"""
    CREATE FUNCTION announced_in_time(one hearing) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT EXISTS (
            SELECT FROM hearing_notice AS n,
                LATERAL (SELECT (n.sent_at AT TIME ZONE 'Asia/Almaty')::date) AS sent(day)
            WHERE n.hearing_id = one.id AND num_nulls(n.topic, n.place) = 0
                AND n.starts_at = one.starts_at AND one.held_on - sent.day > {CLEAR_DAYS}
                AND NOT EXISTS (
                    SELECT FROM (
                        SELECT m.moved_on, m.place_kk, m.place_ru,
                            lead(m.place_kk, 1, one.place_kk) OVER later AS next_kk,
                            lead(m.place_ru, 1, one.place_ru) OVER later AS next_ru
                        FROM hearing_move AS m WHERE m.hearing_id = one.id
                        WINDOW later AS (ORDER BY m.nth)
                    ) AS moved
                    WHERE (place_kk, place_ru) <> (next_kk, next_ru) AND sent.day < moved.moved_on
                )
        )
    $$""",
    f"""
    CREATE FUNCTION check_announced(one hearing) RETURNS void LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        IF one.begun_on IS NOT NULL AND NOT announced_in_time(one)
            AND NOT accepted(one, '{NOTICE}', NULL)
        THEN
            RAISE EXCEPTION 'a hearing has begun without a timely notice'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'hearing_announced_in_time';
        END IF;
    END $$""",
    f"""
    CREATE FUNCTION guard_hearing() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$
    DECLARE
        one hearing;
    BEGIN
        PERFORM keep_calendar();
        -- As it stands by now: the row may have been changed again since.
        SELECT * INTO one FROM hearing AS h
            WHERE h.id = (to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[0])::bigint;
        PERFORM check_free(one.held_on) WHERE one.cancelled_on IS NULL;
        PERFORM check_announced(one);
        RETURN NULL;
    END $$""",
    f"""
    CREATE FUNCTION guard_sitting() RETURNS trigger LANGUAGE plpgsql {SAFELY} AS $$ BEGIN
        PERFORM keep_calendar();
        PERFORM check_free((s.starts_at AT TIME ZONE 'Asia/Almaty')::date) FROM sitting AS s
            WHERE s.id = NEW.id AND s.kind IN ('plenary', 'joint') AND s.cancelled_on IS NULL;
        RETURN NULL;
    END $$""",
    """
    CREATE CONSTRAINT TRIGGER guard_hearing AFTER INSERT OR UPDATE ON hearing
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.held_on IS NOT NULL)
        EXECUTE FUNCTION guard_hearing('id')""",
    *(
        f"""
    CREATE CONSTRAINT TRIGGER guard_hearing AFTER INSERT OR UPDATE OR DELETE ON {table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_hearing('hearing_id')"""
        for table in ("hearing_notice", "hearing_move")
    ),
    """
    CREATE CONSTRAINT TRIGGER guard_sitting AFTER INSERT OR UPDATE ON sitting
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.kind IN ('plenary', 'joint') AND NEW.cancelled_on IS NULL)
        EXECUTE FUNCTION guard_sitting()""",
]
