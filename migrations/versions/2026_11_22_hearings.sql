DROP SCHEMA gallery CASCADE
--;
ALTER TABLE sitting DROP CONSTRAINT sitting_kind_known
--;
ALTER TABLE sitting ADD CONSTRAINT sitting_kind_known CHECK (kind IN ('plenary', 'joint', 'committee', 'commission', 'bureau'))
--;
CREATE TABLE announced (
    id BIGINT NOT NULL,
    uid UUID NOT NULL,
    chamber TEXT NOT NULL,
    state TEXT NOT NULL,
    listed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sequence SMALLINT NOT NULL,
    first_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    poster JSONB NOT NULL,
    CONSTRAINT announced_pkey PRIMARY KEY (id),
    CONSTRAINT announced_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT announced_state_known CHECK (state IN ('planned', 'moved', 'cancelled', 'begun', 'held')),
    CONSTRAINT announced_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id),
    CONSTRAINT announced_uid_key UNIQUE (uid)
)
--;
CREATE INDEX announced_state_time ON announced (state, listed_at DESC, id DESC)
--;
CREATE INDEX announced_updated ON announced (updated_at, id)
--;
CREATE INDEX announced_state_updated ON announced (state, updated_at, id)
--;
CREATE INDEX announced_chamber_time ON announced (chamber, listed_at DESC, id DESC)
--;
CREATE INDEX announced_chamber_state_time ON announced (chamber, state, listed_at DESC, id DESC)
--;
CREATE INDEX announced_chamber_state_updated ON announced (chamber, state, updated_at, id)
--;
CREATE INDEX announced_time ON announced (listed_at DESC, id DESC)
--;
CREATE INDEX announced_days_updated ON announced USING gist (updated_at, listed_at, chamber, state)
--;
CREATE INDEX announced_chamber_updated ON announced (chamber, updated_at, id)
--;
CREATE TABLE announcement (
    serial BIGINT NOT NULL,
    hearing_id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    organisers UUID[] NOT NULL,
    sequence SMALLINT NOT NULL,
    first_at TIMESTAMP WITH TIME ZONE NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    poster JSONB,
    CONSTRAINT announcement_pkey PRIMARY KEY (serial),
    CONSTRAINT announcement_hearing_id_serial_key UNIQUE (hearing_id, serial),
    CONSTRAINT announcement_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT announcement_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX announcement_emptied ON announcement (serial) WHERE poster IS NULL
--;
CREATE INDEX announcement_chamber ON announcement (chamber, serial)
--;
CREATE INDEX announcement_organisers ON announcement USING gin (organisers)
--;
CREATE TABLE veiled (
    proceeding_id BIGINT NOT NULL,
    CONSTRAINT veiled_pkey PRIMARY KEY (proceeding_id),
    CONSTRAINT veiled_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE booked_day (
    proceeding_id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    day DATE NOT NULL,
    CONSTRAINT booked_day_pkey PRIMARY KEY (proceeding_id),
    CONSTRAINT booked_day_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT booked_day_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX booked_day_day_idx ON booked_day (day)
--;
CREATE TABLE announced_organiser (
    id BIGINT NOT NULL,
    body UUID NOT NULL,
    uid UUID NOT NULL,
    chamber TEXT NOT NULL,
    state TEXT NOT NULL,
    listed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sequence SMALLINT NOT NULL,
    first_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    poster JSONB NOT NULL,
    CONSTRAINT announced_organiser_pkey PRIMARY KEY (id, body),
    CONSTRAINT announced_organiser_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT announced_organiser_state_known CHECK (state IN ('planned', 'moved', 'cancelled', 'begun', 'held')),
    CONSTRAINT announced_organiser_id_fkey FOREIGN KEY(id) REFERENCES announced (id)
)
--;
CREATE INDEX announced_organiser_days_updated ON announced_organiser USING gist (body, updated_at, listed_at, chamber, state)
--;
CREATE INDEX announced_organiser_state_time ON announced_organiser (body, state, listed_at DESC, id DESC)
--;
CREATE INDEX announced_organiser_state_updated ON announced_organiser (body, state, updated_at, id)
--;
CREATE INDEX announced_organiser_chamber_state_updated ON announced_organiser (body, chamber, state, updated_at, id)
--;
CREATE INDEX announced_organiser_chamber_state_time ON announced_organiser (body, chamber, state, listed_at DESC, id DESC)
--;
CREATE INDEX announced_organiser_updated ON announced_organiser (body, updated_at, id)
--;
CREATE INDEX announced_organiser_time ON announced_organiser (body, listed_at DESC, id DESC)
--;
CREATE INDEX announced_organiser_chamber_updated ON announced_organiser (body, chamber, updated_at, id)
--;
CREATE INDEX announced_organiser_chamber_time ON announced_organiser (body, chamber, listed_at DESC, id DESC)
--;
CREATE TABLE hearing (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    topic_kk TEXT NOT NULL,
    topic_ru TEXT NOT NULL,
    topic_en TEXT,
    opened_on DATE NOT NULL,
    proposed_by TEXT,
    proposed_form TEXT NOT NULL,
    linked_id BIGINT,
    first_day DATE,
    last_day DATE,
    organised_by JSONB,
    sources JSONB,
    decided_on DATE,
    decided_at_id BIGINT,
    decided_tally JSONB,
    decision_adopted BOOLEAN,
    form TEXT,
    form_decided_on DATE,
    form_decided_by TEXT,
    form_decided_at_id BIGINT,
    form_tally JSONB,
    secret TEXT,
    secret_law TEXT,
    starts_at TIMESTAMP WITH TIME ZONE,
    place_kk TEXT,
    place_ru TEXT,
    commission_id BIGINT,
    commission_resolution TEXT,
    commission_on DATE,
    cancelled_on DATE,
    cancelled_because_kk TEXT,
    cancelled_because_ru TEXT,
    begun_on DATE,
    chair_id BIGINT,
    admitted TEXT[],
    deputy_count SMALLINT,
    start_count SMALLINT,
    here_count SMALLINT,
    guest_count BIGINT,
    ended_on DATE,
    minutes_on DATE,
    minutes_text TEXT,
    minutes_source TEXT,
    completed_on DATE,
    defects TEXT[] DEFAULT '{}' NOT NULL,
    held_on DATE GENERATED ALWAYS AS (coalesce((starts_at AT TIME ZONE 'Asia/Almaty')::date, begun_on)) STORED,
    listed_at TIMESTAMP WITH TIME ZONE GENERATED ALWAYS AS (coalesce(starts_at, coalesce(last_day, opened_on)::timestamp AT TIME ZONE 'Asia/Almaty')) STORED NOT NULL,
    CONSTRAINT hearing_pkey PRIMARY KEY (id),
    CONSTRAINT hearing_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT hearing_proposed_by_known CHECK (proposed_by IN ('committee', 'chair', 'faction', 'deputies')),
    CONSTRAINT hearing_proposed_form_known CHECK (proposed_form IN ('open', 'closed')),
    CONSTRAINT hearing_form_known CHECK (form IN ('open', 'closed')),
    CONSTRAINT hearing_form_decided_by_known CHECK (form_decided_by IN ('bureau', 'committee', 'chair')),
    CONSTRAINT hearing_secret_known CHECK (secret IN ('state_secret', 'other_secret')),
    CONSTRAINT hearing_proposed_or_told CHECK (num_nonnulls(proposed_by, sources) = 1),
    CONSTRAINT hearing_told_whole CHECK (num_nulls(first_day, last_day, organised_by, sources) IN (0, 4)),
    CONSTRAINT hearing_decided_whole CHECK (num_nulls(decided_on, decided_at_id, decided_tally) IN (0, 3)),
    CONSTRAINT hearing_form_whole CHECK (num_nulls(form, form_decided_on, form_decided_by) IN (0, 3)),
    CONSTRAINT hearing_ground_whole CHECK (num_nulls(secret, secret_law) IN (0, 2)),
    CONSTRAINT hearing_planned_whole CHECK (num_nulls(starts_at, place_kk, place_ru) IN (0, 3)),
    CONSTRAINT hearing_commission_whole CHECK (num_nulls(commission_id, commission_on, commission_resolution) IN (0, 3)),
    CONSTRAINT hearing_cancelled_with_reason CHECK (num_nulls(cancelled_on, cancelled_because_kk, cancelled_because_ru) IN (0, 3)),
    CONSTRAINT hearing_begun_with_a_chair CHECK (num_nulls(begun_on, chair_id) IN (0, 2)),
    CONSTRAINT hearing_attended_whole CHECK (num_nulls(deputy_count, start_count, here_count, guest_count) IN (0, 4)),
    CONSTRAINT hearing_minutes_say_something CHECK ((minutes_on IS NULL) = (minutes_text IS NULL AND minutes_source IS NULL)),
    CONSTRAINT hearing_last_day_follows_first_day CHECK (first_day <= last_day),
    CONSTRAINT hearing_decided_on_follows_opened_on CHECK (decided_on >= opened_on),
    CONSTRAINT hearing_begun_on_follows_decided_on CHECK (begun_on IS NULL OR coalesce(begun_on >= decided_on, cardinality(defects) > 0)),
    CONSTRAINT hearing_ended_on_follows_begun_on CHECK (ended_on IS NULL OR coalesce(ended_on >= begun_on, cardinality(defects) > 0)),
    CONSTRAINT hearing_minutes_on_follows_begun_on CHECK (minutes_on IS NULL OR coalesce(minutes_on >= begun_on, cardinality(defects) > 0)),
    CONSTRAINT hearing_completed_on_follows_begun_on CHECK (completed_on IS NULL OR coalesce(completed_on >= begun_on, cardinality(defects) > 0)),
    CONSTRAINT hearing_cancelled_or_begun CHECK (num_nonnulls(cancelled_on, begun_on) < 2 OR cardinality(defects) > 0),
    CONSTRAINT hearing_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id),
    CONSTRAINT hearing_linked_id_fkey FOREIGN KEY(linked_id) REFERENCES proceeding (id),
    CONSTRAINT hearing_decided_at_id_fkey FOREIGN KEY(decided_at_id) REFERENCES proceeding (id),
    CONSTRAINT hearing_form_decided_at_id_fkey FOREIGN KEY(form_decided_at_id) REFERENCES proceeding (id),
    CONSTRAINT hearing_commission_id_fkey FOREIGN KEY(commission_id) REFERENCES body (id),
    CONSTRAINT hearing_chair_id_fkey FOREIGN KEY(chair_id) REFERENCES person (id)
)
--;
CREATE INDEX hearing_day ON hearing (held_on)
--;
CREATE INDEX hearing_chamber ON hearing (chamber, listed_at DESC, id DESC)
--;
CREATE INDEX hearing_listed ON hearing (listed_at DESC, id DESC)
--;
CREATE TABLE hearing_organiser (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    body_id BIGINT NOT NULL,
    CONSTRAINT hearing_organiser_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_organiser_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id),
    CONSTRAINT hearing_organiser_body_id_fkey FOREIGN KEY(body_id) REFERENCES body (id)
)
--;
CREATE INDEX hearing_organiser_body_id_idx ON hearing_organiser (body_id)
--;
CREATE TABLE hearing_invitation (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    decided_by_id BIGINT NOT NULL,
    decided_on DATE NOT NULL,
    guests JSONB NOT NULL,
    CONSTRAINT hearing_invitation_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_invitation_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id),
    CONSTRAINT hearing_invitation_decided_by_id_fkey FOREIGN KEY(decided_by_id) REFERENCES body (id)
)
--;
CREATE TABLE hearing_notice (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
    channel TEXT NOT NULL,
    text TEXT NOT NULL,
    topic TEXT,
    starts_at TIMESTAMP WITH TIME ZONE,
    place TEXT,
    CONSTRAINT hearing_notice_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_notice_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_move (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    place_kk TEXT NOT NULL,
    place_ru TEXT NOT NULL,
    reason_kk TEXT NOT NULL,
    reason_ru TEXT NOT NULL,
    moved_on DATE NOT NULL,
    CONSTRAINT hearing_move_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_move_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_deputy (
    hearing_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    own BOOLEAN NOT NULL,
    at_start BOOLEAN NOT NULL,
    here BOOLEAN NOT NULL,
    CONSTRAINT hearing_deputy_pkey PRIMARY KEY (hearing_id, person_id),
    CONSTRAINT hearing_deputy_own_deputies_count CHECK (own OR NOT (at_start OR here)),
    CONSTRAINT hearing_deputy_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id),
    CONSTRAINT hearing_deputy_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE TABLE hearing_guest (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    name TEXT NOT NULL,
    body TEXT,
    capacity TEXT NOT NULL,
    CONSTRAINT hearing_guest_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_guest_capacity_known CHECK (capacity IN ('president', 'government', 'state_body', 'association', 'expert', 'media', 'other')),
    CONSTRAINT hearing_guest_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_recommendation (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    kk TEXT NOT NULL,
    ru TEXT NOT NULL,
    tally JSONB NOT NULL,
    others JSONB,
    put_on DATE NOT NULL,
    adopted BOOLEAN,
    CONSTRAINT hearing_recommendation_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_recommendation_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_dispatch (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    recipient TEXT NOT NULL,
    addressee TEXT NOT NULL,
    document TEXT,
    sent_on DATE NOT NULL,
    CONSTRAINT hearing_dispatch_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_dispatch_recipient_known CHECK (recipient IN ('deputies', 'state_bodies', 'associations')),
    CONSTRAINT hearing_dispatch_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_publication (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    what TEXT NOT NULL,
    place_kk TEXT NOT NULL,
    place_ru TEXT NOT NULL,
    text TEXT,
    published_on DATE NOT NULL,
    CONSTRAINT hearing_publication_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_publication_what_known CHECK (what IN ('report', 'recommendations')),
    CONSTRAINT hearing_publication_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_material (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    title TEXT NOT NULL,
    added_on DATE NOT NULL,
    CONSTRAINT hearing_material_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_material_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_hand_over (
    hearing_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    recipient TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT,
    handed_on DATE NOT NULL,
    CONSTRAINT hearing_hand_over_pkey PRIMARY KEY (hearing_id, nth),
    CONSTRAINT hearing_hand_over_recipient_known CHECK (recipient IN ('deputy', 'president', 'government', 'state_body', 'other')),
    CONSTRAINT hearing_hand_over_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE TABLE hearing_reading (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    hearing_id BIGINT NOT NULL,
    account UUID,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    what TEXT NOT NULL,
    read_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT hearing_reading_pkey PRIMARY KEY (id),
    CONSTRAINT hearing_reading_hearing_id_fkey FOREIGN KEY(hearing_id) REFERENCES hearing (id)
)
--;
CREATE INDEX hearing_reading_latest ON hearing_reading (hearing_id, id)
--;
CREATE TABLE file_sender (
    sha256 BYTEA NOT NULL,
    account UUID NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT file_sender_pkey PRIMARY KEY (sha256, account),
    CONSTRAINT file_sender_sha256_fkey FOREIGN KEY(sha256) REFERENCES file (sha256),
    CONSTRAINT file_sender_account_fkey FOREIGN KEY(account) REFERENCES account (uid)
)
--;
CREATE FUNCTION tell_board() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_notify('hearings_board', '');
    RETURN NULL;
END $$
--;
CREATE TRIGGER tell_board AFTER INSERT OR UPDATE ON announcement
    FOR EACH STATEMENT EXECUTE FUNCTION tell_board()
--;
CREATE FUNCTION entered_all_the_same(matter bigint, rules text[], which date) RETURNS boolean
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM journal AS j,
            LATERAL (SELECT convert_from(j.body, 'UTF8')::jsonb -> 'data') AS entry(told),
            LATERAL (
                SELECT coalesce(told #>> '{act,starts_at}', told #>> '{act,act,starts_at}')
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
$$
--;
CREATE FUNCTION accepted(one hearing, rule text, which date) RETURNS boolean
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT rule = ANY (one.defects) AND entered_all_the_same(one.id, ARRAY[rule], which)
$$
--;
CREATE FUNCTION entered_as_it_was(matter bigint, which date, hidden boolean) RETURNS boolean
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM journal AS j,
            LATERAL (SELECT convert_from(j.body, 'UTF8')::jsonb -> 'data') AS entry(told),
            LATERAL (
                SELECT CASE WHEN j.kind = 'correction' THEN told #>> '{act,act,starts_at}'
                    WHEN told ->> 'occurred' IS NOT NULL THEN told #>> '{act,starts_at}' END
            ) AS act(starts_at)
        WHERE j.proceeding_id = matter AND (
            (starts_at::timestamptz AT TIME ZONE 'Asia/Almaty')::date = which
            OR hidden AND j.kind = 'correction' AND starts_at IS NULL
        )
    )
$$
--;
CREATE FUNCTION keep_calendar() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    -- An older snapshot would not show what others have put on the day meanwhile.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'the calendar is kept under READ COMMITTED only'
            USING ERRCODE = 'feature_not_supported';
    END IF;
    PERFORM pg_advisory_xact_lock(57, hashtext('calendar'));
END $$
--;
CREATE FUNCTION check_free(which date) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF EXISTS (
        SELECT FROM hearing AS h, sitting AS s
        WHERE h.held_on = which AND h.cancelled_on IS NULL
            AND s.kind IN ('plenary', 'joint') AND s.cancelled_on IS NULL
            AND s.starts_at >= which::timestamp AT TIME ZONE 'Asia/Almaty'
            AND s.starts_at < (which + 1)::timestamp AT TIME ZONE 'Asia/Almaty'
            AND NOT accepted(h, 'A57-5.08', which)
            AND NOT entered_all_the_same(s.id, ARRAY['A57-5.08'], which)
            AND NOT entered_as_it_was(
                s.id, which, NOT EXISTS (SELECT FROM announced WHERE id = h.id)
            )
    ) THEN
        RAISE EXCEPTION 'the day % is not free', which
            USING ERRCODE = 'check_violation', CONSTRAINT = 'hearing_on_a_free_day';
    END IF;
END $$
--;
CREATE FUNCTION words_of(place text) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT ' ' || btrim(regexp_replace(translate(
        place,
        U&'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯABCDEFGHIJKLMNOPQRSTUVWXYZё\0009\000A\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000\0021\0022\0027\0028\0029\002C\002D\002E\002F\003A\003B\003F\005B\005D\00AB\00BB\2116\2010\2011\2012\2013\2014\2015\2018\2019\201C\201D\201E\2212',
        U&'аәбвгғдеежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяabcdefghijklmnopqrstuvwxyzе\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020\0020'
    ), ' +', ' ', 'g'), ' ') || ' '
$$
--;
CREATE FUNCTION announced_in_time(one hearing) RETURNS boolean
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM hearing_notice AS n,
            LATERAL (SELECT (n.sent_at AT TIME ZONE 'Asia/Almaty')::date) AS sent(day),
            LATERAL (VALUES (one.place_kk), (one.place_ru)) AS place(called)
        WHERE n.hearing_id = one.id AND num_nulls(n.topic, n.place) = 0
            AND n.starts_at = one.starts_at AND one.held_on - sent.day > 7
            AND position(words_of(called) IN words_of(n.place)) > 0
    )
$$
--;
CREATE FUNCTION check_announced(one hearing) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF one.begun_on IS NOT NULL AND NOT announced_in_time(one)
        AND NOT accepted(one, 'A57-5.11', NULL)
    THEN
        RAISE EXCEPTION 'a hearing has begun without a timely notice'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'hearing_announced_in_time';
    END IF;
END $$
--;
CREATE FUNCTION guard_hearing() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
END $$
--;
CREATE FUNCTION guard_sitting() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM keep_calendar();
    PERFORM check_free((s.starts_at AT TIME ZONE 'Asia/Almaty')::date) FROM sitting AS s
        WHERE s.id = NEW.id AND s.kind IN ('plenary', 'joint') AND s.cancelled_on IS NULL;
    RETURN NULL;
END $$
--;
CREATE CONSTRAINT TRIGGER guard_hearing AFTER INSERT OR UPDATE ON hearing
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.held_on IS NOT NULL)
    EXECUTE FUNCTION guard_hearing('id')
--;
CREATE CONSTRAINT TRIGGER guard_hearing AFTER INSERT OR UPDATE OR DELETE ON hearing_notice
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_hearing('hearing_id')
--;
CREATE CONSTRAINT TRIGGER guard_sitting AFTER INSERT OR UPDATE ON sitting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.kind IN ('plenary', 'joint') AND NEW.cancelled_on IS NULL)
    EXECUTE FUNCTION guard_sitting()
--;
CREATE FUNCTION veil() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM proceeding WHERE id = NEW.proceeding_id AND noun = 'hearings')
    THEN RETURN NULL;
    END IF;
    IF jsonb_path_exists(
        convert_from(NEW.body, 'UTF8')::jsonb, '$.data.act.**.form ? (@ == "closed")'
    ) THEN
        PERFORM keep_calendar();
        INSERT INTO veiled VALUES (NEW.proceeding_id) ON CONFLICT DO NOTHING;
        DELETE FROM announced_organiser WHERE id = NEW.proceeding_id;
        DELETE FROM announced WHERE id = NEW.proceeding_id;
        -- The places stay, and are empty. Where there are none, whoever listens is not called.
        IF EXISTS (SELECT FROM announcement WHERE hearing_id = NEW.proceeding_id) THEN
            UPDATE announcement SET poster = NULL, organisers = '{}'
                WHERE hearing_id = NEW.proceeding_id AND poster IS NOT NULL;
        END IF;
    END IF;
    RETURN NULL;
END $$
--;
CREATE TRIGGER veil AFTER INSERT ON journal FOR EACH ROW EXECUTE FUNCTION veil()
--;
CREATE FUNCTION check_unveiled() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM keep_calendar();
    IF EXISTS (
        SELECT FROM veiled WHERE proceeding_id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint
    ) THEN
        RAISE EXCEPTION 'a hearing that was ever closed is not announced'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'veiled_is_not_announced';
    END IF;
    RETURN NEW;
END $$
--;
CREATE TRIGGER check_unveiled BEFORE INSERT OR UPDATE ON announced
    FOR EACH ROW EXECUTE FUNCTION check_unveiled('id')
--;
CREATE TRIGGER check_unveiled BEFORE INSERT OR UPDATE ON announcement
    FOR EACH ROW WHEN (NEW.poster IS NOT NULL) EXECUTE FUNCTION check_unveiled('hearing_id')
--;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chamber_gallery') THEN
        CREATE ROLE chamber_gallery NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
--;
DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'chamber_app', 'SET') THEN
        GRANT chamber_app TO CURRENT_USER;
    END IF;
END $$
--;
DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'chamber_public', 'SET') THEN
        GRANT chamber_public TO CURRENT_USER;
    END IF;
END $$
--;
DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'chamber_gallery', 'SET') THEN
        GRANT chamber_gallery TO CURRENT_USER;
    END IF;
END $$
--;
DO $$ BEGIN
    IF NOT (SELECT rolcanlogin FROM pg_roles WHERE rolname = 'chamber_public') THEN
        ALTER ROLE chamber_public LOGIN;
    END IF;
EXCEPTION WHEN insufficient_privilege OR internal_error THEN NULL;
END $$
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "hearing_reading"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "veiled"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "file_sender"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "announced" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "announced_organiser" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "announcement" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "booked_day" TO chamber_app
--;
GRANT SELECT, INSERT ON "file_sender" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "hearing" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_deputy" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_dispatch" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_guest" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_hand_over" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_invitation" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_material" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_move" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_notice" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_organiser" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_publication" TO chamber_app
--;
GRANT SELECT, INSERT ON "hearing_reading" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "hearing_recommendation" TO chamber_app
--;
GRANT SELECT, INSERT ON "veiled" TO chamber_app
--;
DO $$ DECLARE ours regprocedure; BEGIN
    FOR ours IN
        SELECT p.oid FROM pg_proc AS p
        WHERE pronamespace = 'public'::regnamespace AND provolatile <> 'i'
            AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', ours);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO chamber_app', ours);
    END LOOP;
END $$
--;
DO $$ BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$
--;
CREATE SCHEMA gallery
--;
GRANT USAGE ON SCHEMA gallery TO chamber_public
--;
GRANT SELECT ON public."agenda_item" TO chamber_gallery
--;
GRANT SELECT ON public."agenda_version" TO chamber_gallery
--;
GRANT SELECT ON public."announced" TO chamber_gallery
--;
GRANT SELECT ON public."announced_organiser" TO chamber_gallery
--;
GRANT SELECT ON public."announcement" TO chamber_gallery
--;
GRANT SELECT ON public."appointment" TO chamber_gallery
--;
GRANT SELECT ON public."attachment" TO chamber_gallery
--;
GRANT SELECT ON public."attendance" TO chamber_gallery
--;
GRANT SELECT ON public."ballot" TO chamber_gallery
--;
GRANT SELECT ON public."ballot_order" TO chamber_gallery
--;
GRANT SELECT ON public."body" TO chamber_gallery
--;
GRANT SELECT ON public."candidate" TO chamber_gallery
--;
GRANT SELECT ON public."candidate_statement" TO chamber_gallery
--;
GRANT SELECT ON public."convocation" TO chamber_gallery
--;
GRANT SELECT ON public."convocation_session" TO chamber_gallery
--;
GRANT SELECT ON public."counting_commission" TO chamber_gallery
--;
GRANT SELECT ON public."faction_vote" TO chamber_gallery
--;
GRANT SELECT ON public."file" TO chamber_gallery
--;
GRANT SELECT ON public."hearing" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_deputy" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_dispatch" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_guest" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_hand_over" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_invitation" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_material" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_move" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_notice" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_organiser" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_publication" TO chamber_gallery
--;
GRANT SELECT ON public."hearing_recommendation" TO chamber_gallery
--;
GRANT SELECT ON public."journal" TO chamber_gallery
--;
GRANT SELECT ON public."mandate" TO chamber_gallery
--;
GRANT SELECT ON public."membership" TO chamber_gallery
--;
GRANT SELECT ON public."office_term" TO chamber_gallery
--;
GRANT SELECT ON public."person" TO chamber_gallery
--;
GRANT SELECT ON public."person_name" TO chamber_gallery
--;
GRANT SELECT ON public."post" TO chamber_gallery
--;
GRANT SELECT ON public."presence" TO chamber_gallery
--;
GRANT SELECT ON public."presence_count" TO chamber_gallery
--;
GRANT SELECT ON public."proceeding" TO chamber_gallery
--;
GRANT SELECT ON public."registration" TO chamber_gallery
--;
GRANT SELECT ON public."resolution" TO chamber_gallery
--;
GRANT SELECT ON public."sitting" TO chamber_gallery
--;
GRANT SELECT ON public."sitting_decision" TO chamber_gallery
--;
GRANT SELECT ON public."sitting_item" TO chamber_gallery
--;
GRANT SELECT ON public."sitting_move" TO chamber_gallery
--;
GRANT SELECT ON public."speech" TO chamber_gallery
--;
GRANT SELECT ON public."vote" TO chamber_gallery
--;
GRANT SELECT ON public."vote_document" TO chamber_gallery
--;
ALTER TABLE "agenda_item" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "agenda_item" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "agenda_item" FOR SELECT TO chamber_gallery USING (proceeding_id IS NULL OR EXISTS (SELECT FROM public.proceeding AS p WHERE p.id = agenda_item.proceeding_id))
--;
ALTER TABLE "agenda_item" ALTER COLUMN "version" SET STATISTICS 0, ALTER COLUMN "number" SET STATISTICS 0, ALTER COLUMN "title_kk" SET STATISTICS 0, ALTER COLUMN "title_ru" SET STATISTICS 0
--;
ALTER TABLE "attachment" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "attachment" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "attachment" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.journal AS j WHERE j.id = attachment.entry_id))
--;
ALTER TABLE "attachment" ALTER COLUMN "sha256" SET STATISTICS 0
--;
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "file" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "file" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.attachment AS a WHERE a.sha256 = file.sha256))
--;
ALTER TABLE "file" ALTER COLUMN "sha256" SET STATISTICS 0, ALTER COLUMN "media_type" SET STATISTICS 0, ALTER COLUMN "content" SET STATISTICS 0, ALTER COLUMN "sent_by" SET STATISTICS 0, ALTER COLUMN "sent_at" SET STATISTICS 0
--;
ALTER TABLE "hearing" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing.id))
--;
ALTER TABLE "hearing" ALTER COLUMN "chamber" SET STATISTICS 0, ALTER COLUMN "topic_kk" SET STATISTICS 0, ALTER COLUMN "topic_ru" SET STATISTICS 0, ALTER COLUMN "topic_en" SET STATISTICS 0, ALTER COLUMN "opened_on" SET STATISTICS 0, ALTER COLUMN "proposed_by" SET STATISTICS 0, ALTER COLUMN "proposed_form" SET STATISTICS 0, ALTER COLUMN "linked_id" SET STATISTICS 0, ALTER COLUMN "first_day" SET STATISTICS 0, ALTER COLUMN "last_day" SET STATISTICS 0, ALTER COLUMN "organised_by" SET STATISTICS 0, ALTER COLUMN "sources" SET STATISTICS 0, ALTER COLUMN "decided_on" SET STATISTICS 0, ALTER COLUMN "decided_at_id" SET STATISTICS 0, ALTER COLUMN "decided_tally" SET STATISTICS 0, ALTER COLUMN "decision_adopted" SET STATISTICS 0, ALTER COLUMN "form" SET STATISTICS 0, ALTER COLUMN "form_decided_on" SET STATISTICS 0, ALTER COLUMN "form_decided_by" SET STATISTICS 0, ALTER COLUMN "form_decided_at_id" SET STATISTICS 0, ALTER COLUMN "form_tally" SET STATISTICS 0, ALTER COLUMN "secret" SET STATISTICS 0, ALTER COLUMN "secret_law" SET STATISTICS 0, ALTER COLUMN "starts_at" SET STATISTICS 0, ALTER COLUMN "place_kk" SET STATISTICS 0, ALTER COLUMN "place_ru" SET STATISTICS 0, ALTER COLUMN "commission_id" SET STATISTICS 0, ALTER COLUMN "commission_resolution" SET STATISTICS 0, ALTER COLUMN "commission_on" SET STATISTICS 0, ALTER COLUMN "cancelled_on" SET STATISTICS 0, ALTER COLUMN "cancelled_because_kk" SET STATISTICS 0, ALTER COLUMN "cancelled_because_ru" SET STATISTICS 0, ALTER COLUMN "begun_on" SET STATISTICS 0, ALTER COLUMN "chair_id" SET STATISTICS 0, ALTER COLUMN "admitted" SET STATISTICS 0, ALTER COLUMN "deputy_count" SET STATISTICS 0, ALTER COLUMN "start_count" SET STATISTICS 0, ALTER COLUMN "here_count" SET STATISTICS 0, ALTER COLUMN "guest_count" SET STATISTICS 0, ALTER COLUMN "ended_on" SET STATISTICS 0, ALTER COLUMN "minutes_on" SET STATISTICS 0, ALTER COLUMN "minutes_text" SET STATISTICS 0, ALTER COLUMN "minutes_source" SET STATISTICS 0, ALTER COLUMN "completed_on" SET STATISTICS 0, ALTER COLUMN "defects" SET STATISTICS 0, ALTER COLUMN "held_on" SET STATISTICS 0, ALTER COLUMN "listed_at" SET STATISTICS 0
--;
ALTER TABLE "hearing_deputy" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_deputy" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_deputy" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_deputy.hearing_id))
--;
ALTER TABLE "hearing_deputy" ALTER COLUMN "person_id" SET STATISTICS 0, ALTER COLUMN "own" SET STATISTICS 0, ALTER COLUMN "at_start" SET STATISTICS 0, ALTER COLUMN "here" SET STATISTICS 0
--;
ALTER TABLE "hearing_dispatch" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_dispatch" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_dispatch" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_dispatch.hearing_id))
--;
ALTER TABLE "hearing_dispatch" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "recipient" SET STATISTICS 0, ALTER COLUMN "addressee" SET STATISTICS 0, ALTER COLUMN "document" SET STATISTICS 0, ALTER COLUMN "sent_on" SET STATISTICS 0
--;
ALTER TABLE "hearing_guest" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_guest" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_guest" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_guest.hearing_id))
--;
ALTER TABLE "hearing_guest" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "name" SET STATISTICS 0, ALTER COLUMN "body" SET STATISTICS 0, ALTER COLUMN "capacity" SET STATISTICS 0
--;
ALTER TABLE "hearing_hand_over" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_hand_over" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_hand_over" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_hand_over.hearing_id))
--;
ALTER TABLE "hearing_hand_over" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "recipient" SET STATISTICS 0, ALTER COLUMN "name" SET STATISTICS 0, ALTER COLUMN "body" SET STATISTICS 0, ALTER COLUMN "handed_on" SET STATISTICS 0
--;
ALTER TABLE "hearing_invitation" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_invitation" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_invitation" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_invitation.hearing_id))
--;
ALTER TABLE "hearing_invitation" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "decided_by_id" SET STATISTICS 0, ALTER COLUMN "decided_on" SET STATISTICS 0, ALTER COLUMN "guests" SET STATISTICS 0
--;
ALTER TABLE "hearing_material" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_material" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_material" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_material.hearing_id))
--;
ALTER TABLE "hearing_material" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "title" SET STATISTICS 0, ALTER COLUMN "added_on" SET STATISTICS 0
--;
ALTER TABLE "hearing_move" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_move" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_move" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_move.hearing_id))
--;
ALTER TABLE "hearing_move" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "starts_at" SET STATISTICS 0, ALTER COLUMN "place_kk" SET STATISTICS 0, ALTER COLUMN "place_ru" SET STATISTICS 0, ALTER COLUMN "reason_kk" SET STATISTICS 0, ALTER COLUMN "reason_ru" SET STATISTICS 0, ALTER COLUMN "moved_on" SET STATISTICS 0
--;
ALTER TABLE "hearing_notice" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_notice" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_notice" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_notice.hearing_id))
--;
ALTER TABLE "hearing_notice" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "sent_at" SET STATISTICS 0, ALTER COLUMN "channel" SET STATISTICS 0, ALTER COLUMN "text" SET STATISTICS 0, ALTER COLUMN "topic" SET STATISTICS 0, ALTER COLUMN "starts_at" SET STATISTICS 0, ALTER COLUMN "place" SET STATISTICS 0
--;
ALTER TABLE "hearing_organiser" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_organiser" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_organiser" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_organiser.hearing_id))
--;
ALTER TABLE "hearing_organiser" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "body_id" SET STATISTICS 0
--;
ALTER TABLE "hearing_publication" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_publication" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_publication" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_publication.hearing_id))
--;
ALTER TABLE "hearing_publication" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "what" SET STATISTICS 0, ALTER COLUMN "place_kk" SET STATISTICS 0, ALTER COLUMN "place_ru" SET STATISTICS 0, ALTER COLUMN "text" SET STATISTICS 0, ALTER COLUMN "published_on" SET STATISTICS 0
--;
ALTER TABLE "hearing_recommendation" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_recommendation" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "hearing_recommendation" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_recommendation.hearing_id))
--;
ALTER TABLE "hearing_recommendation" ALTER COLUMN "nth" SET STATISTICS 0, ALTER COLUMN "kk" SET STATISTICS 0, ALTER COLUMN "ru" SET STATISTICS 0, ALTER COLUMN "tally" SET STATISTICS 0, ALTER COLUMN "others" SET STATISTICS 0, ALTER COLUMN "put_on" SET STATISTICS 0, ALTER COLUMN "adopted" SET STATISTICS 0
--;
ALTER TABLE "journal" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "journal" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "journal" FOR SELECT TO chamber_gallery USING (EXISTS (SELECT FROM public.proceeding AS p WHERE p.id = journal.proceeding_id))
--;
ALTER TABLE "journal" ALTER COLUMN "seq" SET STATISTICS 0, ALTER COLUMN "kind" SET STATISTICS 0, ALTER COLUMN "act_on" SET STATISTICS 0, ALTER COLUMN "verdict" SET STATISTICS 0, ALTER COLUMN "salt" SET STATISTICS 0, ALTER COLUMN "body" SET STATISTICS 0, ALTER COLUMN "commitment" SET STATISTICS 0, ALTER COLUMN "entered_at" SET STATISTICS 0
--;
ALTER TABLE "proceeding" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "proceeding" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY gallery ON "proceeding" FOR SELECT TO chamber_gallery USING (noun <> 'hearings' OR EXISTS (SELECT FROM public.announced AS a WHERE a.id = proceeding.id))
--;
ALTER TABLE "proceeding" ALTER COLUMN "uid" SET STATISTICS 0, ALTER COLUMN "noun" SET STATISTICS 0, ALTER COLUMN "number" SET STATISTICS 0, ALTER COLUMN "chamber" SET STATISTICS 0, ALTER COLUMN "version" SET STATISTICS 0
--;
CREATE VIEW gallery."agenda_item" AS SELECT * FROM public."agenda_item"
--;
CREATE VIEW gallery."agenda_version" AS SELECT * FROM public."agenda_version"
--;
CREATE VIEW gallery."announced" AS SELECT * FROM public."announced"
--;
CREATE VIEW gallery."announced_organiser" AS SELECT * FROM public."announced_organiser"
--;
CREATE VIEW gallery."announcement" AS SELECT * FROM public."announcement"
--;
CREATE VIEW gallery."appointment" AS SELECT * FROM public."appointment"
--;
CREATE VIEW gallery."attachment" AS SELECT * FROM public."attachment"
--;
CREATE VIEW gallery."attendance" AS SELECT * FROM public."attendance"
--;
CREATE VIEW gallery."ballot" AS SELECT * FROM public."ballot"
--;
CREATE VIEW gallery."ballot_order" AS SELECT * FROM public."ballot_order"
--;
CREATE VIEW gallery."body" AS SELECT * FROM public."body"
--;
CREATE VIEW gallery."candidate" AS SELECT * FROM public."candidate"
--;
CREATE VIEW gallery."candidate_statement" AS SELECT * FROM public."candidate_statement"
--;
CREATE VIEW gallery."convocation" AS SELECT * FROM public."convocation"
--;
CREATE VIEW gallery."convocation_session" AS SELECT * FROM public."convocation_session"
--;
CREATE VIEW gallery."counting_commission" AS SELECT * FROM public."counting_commission"
--;
CREATE VIEW gallery."faction_vote" AS SELECT * FROM public."faction_vote"
--;
CREATE VIEW gallery."file" AS SELECT * FROM public."file"
--;
CREATE VIEW gallery."hearing" AS SELECT * FROM public."hearing"
--;
CREATE VIEW gallery."hearing_deputy" AS SELECT * FROM public."hearing_deputy"
--;
CREATE VIEW gallery."hearing_dispatch" AS SELECT * FROM public."hearing_dispatch"
--;
CREATE VIEW gallery."hearing_guest" AS SELECT * FROM public."hearing_guest"
--;
CREATE VIEW gallery."hearing_hand_over" AS SELECT * FROM public."hearing_hand_over"
--;
CREATE VIEW gallery."hearing_invitation" AS SELECT * FROM public."hearing_invitation"
--;
CREATE VIEW gallery."hearing_material" AS SELECT * FROM public."hearing_material"
--;
CREATE VIEW gallery."hearing_move" AS SELECT * FROM public."hearing_move"
--;
CREATE VIEW gallery."hearing_notice" AS SELECT * FROM public."hearing_notice"
--;
CREATE VIEW gallery."hearing_organiser" AS SELECT * FROM public."hearing_organiser"
--;
CREATE VIEW gallery."hearing_publication" AS SELECT * FROM public."hearing_publication"
--;
CREATE VIEW gallery."hearing_recommendation" AS SELECT * FROM public."hearing_recommendation"
--;
CREATE VIEW gallery."journal" AS SELECT * FROM public."journal"
--;
CREATE VIEW gallery."mandate" AS SELECT * FROM public."mandate"
--;
CREATE VIEW gallery."membership" AS SELECT * FROM public."membership"
--;
CREATE VIEW gallery."office_term" AS SELECT * FROM public."office_term"
--;
CREATE VIEW gallery."person" AS SELECT * FROM public."person"
--;
CREATE VIEW gallery."person_name" AS SELECT * FROM public."person_name"
--;
CREATE VIEW gallery."post" AS SELECT * FROM public."post"
--;
CREATE VIEW gallery."presence" AS SELECT * FROM public."presence"
--;
CREATE VIEW gallery."presence_count" AS SELECT * FROM public."presence_count"
--;
CREATE VIEW gallery."proceeding" AS SELECT * FROM public."proceeding"
--;
CREATE VIEW gallery."registration" AS SELECT * FROM public."registration"
--;
CREATE VIEW gallery."resolution" AS SELECT * FROM public."resolution"
--;
CREATE VIEW gallery."sitting" AS SELECT * FROM public."sitting"
--;
CREATE VIEW gallery."sitting_decision" AS SELECT * FROM public."sitting_decision"
--;
CREATE VIEW gallery."sitting_item" AS SELECT * FROM public."sitting_item"
--;
CREATE VIEW gallery."sitting_move" AS SELECT * FROM public."sitting_move"
--;
CREATE VIEW gallery."speech" AS SELECT * FROM public."speech"
--;
CREATE VIEW gallery."vote" AS SELECT * FROM public."vote"
--;
CREATE VIEW gallery."vote_document" AS SELECT * FROM public."vote_document"
--;
GRANT SELECT ON gallery."agenda_item" TO chamber_public
--;
GRANT SELECT ON gallery."agenda_version" TO chamber_public
--;
GRANT SELECT ON gallery."announced" TO chamber_public
--;
GRANT SELECT ON gallery."announced_organiser" TO chamber_public
--;
GRANT SELECT ON gallery."announcement" TO chamber_public
--;
GRANT SELECT ON gallery."appointment" TO chamber_public
--;
GRANT SELECT ON gallery."attachment" TO chamber_public
--;
GRANT SELECT ON gallery."attendance" TO chamber_public
--;
GRANT SELECT ON gallery."ballot" TO chamber_public
--;
GRANT SELECT ON gallery."ballot_order" TO chamber_public
--;
GRANT SELECT ON gallery."body" TO chamber_public
--;
GRANT SELECT ON gallery."candidate" TO chamber_public
--;
GRANT SELECT ON gallery."candidate_statement" TO chamber_public
--;
GRANT SELECT ON gallery."convocation" TO chamber_public
--;
GRANT SELECT ON gallery."convocation_session" TO chamber_public
--;
GRANT SELECT ON gallery."counting_commission" TO chamber_public
--;
GRANT SELECT ON gallery."faction_vote" TO chamber_public
--;
GRANT SELECT ON gallery."file" TO chamber_public
--;
GRANT SELECT ON gallery."hearing" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_deputy" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_dispatch" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_guest" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_hand_over" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_invitation" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_material" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_move" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_notice" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_organiser" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_publication" TO chamber_public
--;
GRANT SELECT ON gallery."hearing_recommendation" TO chamber_public
--;
GRANT SELECT ON gallery."journal" TO chamber_public
--;
GRANT SELECT ON gallery."mandate" TO chamber_public
--;
GRANT SELECT ON gallery."membership" TO chamber_public
--;
GRANT SELECT ON gallery."office_term" TO chamber_public
--;
GRANT SELECT ON gallery."person" TO chamber_public
--;
GRANT SELECT ON gallery."person_name" TO chamber_public
--;
GRANT SELECT ON gallery."post" TO chamber_public
--;
GRANT SELECT ON gallery."presence" TO chamber_public
--;
GRANT SELECT ON gallery."presence_count" TO chamber_public
--;
GRANT SELECT ON gallery."proceeding" TO chamber_public
--;
GRANT SELECT ON gallery."registration" TO chamber_public
--;
GRANT SELECT ON gallery."resolution" TO chamber_public
--;
GRANT SELECT ON gallery."sitting" TO chamber_public
--;
GRANT SELECT ON gallery."sitting_decision" TO chamber_public
--;
GRANT SELECT ON gallery."sitting_item" TO chamber_public
--;
GRANT SELECT ON gallery."sitting_move" TO chamber_public
--;
GRANT SELECT ON gallery."speech" TO chamber_public
--;
GRANT SELECT ON gallery."vote" TO chamber_public
--;
GRANT SELECT ON gallery."vote_document" TO chamber_public
--;
DO $$ DECLARE view regclass; BEGIN
    GRANT USAGE, CREATE ON SCHEMA public, gallery TO chamber_gallery;
    FOR view IN SELECT oid FROM pg_class WHERE relkind = 'v' AND (
        relnamespace = 'gallery'::regnamespace
        OR relnamespace = 'public'::regnamespace AND relname LIKE 'public\_%'
    ) LOOP
        EXECUTE format('ALTER VIEW %s OWNER TO chamber_gallery', view);
    END LOOP;
    REVOKE CREATE ON SCHEMA public, gallery FROM chamber_gallery;
END $$
