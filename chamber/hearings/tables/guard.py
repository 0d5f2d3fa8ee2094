"""The second guard of the schedule: whatever a program forgets, the database refuses it.

At the end of a transaction, one transaction after the other, no hearing stands on a day of a
plenary sitting, and none has begun without a timely notice, unless the journal says why.
"""

from datetime import date

from chamber.hearings.rules.places import READ, WRITTEN
from chamber.law.clocks import NOTICE
from chamber.law.limits import term_of
from chamber.law.rulebook import LAW

# Q-01 B, the strictest reading: so many whole days lie between the notice and the hearing.
CLEAR_DAYS = term_of(LAW.on("mazhilis", date(2026, 1, 1))[NOTICE]).amount
NO_PLENARY = "A57-5.08"

# Nothing of the caller's may stand in the way of our own tables.
SAFELY = "SET search_path = public, pg_temp"


def escaped(text: str) -> str:
    """As a literal of SQL in which every character can be seen."""
    shown = (one if one.isalpha() else f"\\{ord(one):04X}" for one in text)
    return f"U&'{''.join(shown)}'"


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
    # Of a hidden hearing nothing is found on the record, so no finding bears it out: what is asked
    # for on its day is refused, and what was so is entered. A correction that names no day may have
    # brought back what was cancelled.
    f"""
    CREATE FUNCTION entered_as_it_was(matter bigint, which date, hidden boolean) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT EXISTS (
            SELECT FROM journal AS j,
                LATERAL (SELECT convert_from(j.body, 'UTF8')::jsonb -> 'data') AS entry(told),
                LATERAL (
                    SELECT CASE WHEN j.kind = 'correction' THEN told #>> '{{act,act,starts_at}}'
                        WHEN told ->> 'occurred' IS NOT NULL THEN told #>> '{{act,starts_at}}' END
                ) AS act(starts_at)
            WHERE j.proceeding_id = matter AND (
                (starts_at::timestamptz AT TIME ZONE 'Asia/Almaty')::date = which
                OR hidden AND j.kind = 'correction' AND starts_at IS NULL
            )
        )
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
                AND NOT entered_all_the_same(s.id, ARRAY['{NO_PLENARY}'], which)
                AND NOT entered_as_it_was(
                    s.id, which, NOT EXISTS (SELECT FROM announced WHERE id = h.id)
                )
        ) THEN
            RAISE EXCEPTION 'the day % is not free', which
                USING ERRCODE = 'check_violation', CONSTRAINT = 'hearing_on_a_free_day';
        END IF;
    END $$""",
    # Letter by letter as chamber/hearings/rules/places.py reads it.
    f"""
    CREATE FUNCTION words_of(place text) RETURNS text
    IMMUTABLE LANGUAGE sql {SAFELY} AS $$
        SELECT ' ' || btrim(regexp_replace(translate(
            place,
            {escaped(WRITTEN)},
            {escaped(READ)}
        ), ' +', ' ', 'g'), ' ') || ' '
    $$""",
    # The notice tells the topic, whatever it calls it, and the time and the place as they are now.
    f"""
    CREATE FUNCTION announced_in_time(one hearing) RETURNS boolean
    STABLE LANGUAGE sql {SAFELY} AS $$
        SELECT EXISTS (
            SELECT FROM hearing_notice AS n,
                LATERAL (SELECT (n.sent_at AT TIME ZONE 'Asia/Almaty')::date) AS sent(day),
                LATERAL (VALUES (one.place_kk), (one.place_ru)) AS place(called)
            WHERE n.hearing_id = one.id AND num_nulls(n.topic, n.place) = 0
                AND n.starts_at = one.starts_at AND one.held_on - sent.day > {CLEAR_DAYS}
                AND position(words_of(called) IN words_of(n.place)) > 0
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
    """
    CREATE CONSTRAINT TRIGGER guard_hearing AFTER INSERT OR UPDATE OR DELETE ON hearing_notice
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_hearing('hearing_id')""",
    """
    CREATE CONSTRAINT TRIGGER guard_sitting AFTER INSERT OR UPDATE ON sitting
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.kind IN ('plenary', 'joint') AND NEW.cancelled_on IS NULL)
        EXECUTE FUNCTION guard_sitting()""",
]
