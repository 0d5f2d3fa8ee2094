DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chamber_desk') THEN
        CREATE ROLE chamber_desk NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
--;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chamber_sealer') THEN
        CREATE ROLE chamber_sealer NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
--;
DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'chamber_desk', 'SET') THEN
        GRANT chamber_desk TO CURRENT_USER;
    END IF;
END $$
--;
DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'chamber_sealer', 'SET') THEN
        GRANT chamber_sealer TO CURRENT_USER;
    END IF;
END $$
--;
ALTER TABLE report DROP CONSTRAINT report_of_own_activity
--;
ALTER TABLE report ADD CONSTRAINT report_of_own_activity CHECK (own_activity OR 'A57-6.02' = ANY (defects) OR enough IS FALSE AND NOT doubted)
--;
CREATE TABLE leaf (
    place BIGINT NOT NULL,
    commitment BYTEA NOT NULL,
    CONSTRAINT leaf_pkey PRIMARY KEY (place),
    CONSTRAINT leaf_whole CHECK (octet_length(commitment) = 32),
    CONSTRAINT leaf_commitment_key UNIQUE (commitment)
)
--;
CREATE TABLE checkpoint (
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    note TEXT NOT NULL,
    CONSTRAINT checkpoint_pkey PRIMARY KEY (size)
)
--;
CREATE TABLE record_key (
    one BOOLEAN DEFAULT 'true' NOT NULL,
    vkey TEXT NOT NULL,
    CONSTRAINT record_key_pkey PRIMARY KEY (one),
    CONSTRAINT record_key_one CHECK (one)
)
--;
CREATE TABLE register (
    seq BIGINT NOT NULL,
    salt BYTEA NOT NULL,
    body BYTEA NOT NULL,
    commitment BYTEA GENERATED ALWAYS AS (sha256('chamber-record/v1\012'::bytea || salt || body)) STORED NOT NULL,
    CONSTRAINT register_pkey PRIMARY KEY (seq),
    CONSTRAINT register_commitment_key UNIQUE (commitment)
)
--;
CREATE TABLE unsealed (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    commitment BYTEA NOT NULL,
    CONSTRAINT unsealed_pkey PRIMARY KEY (id)
)
--;
CREATE TABLE unregistered (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    proceeding_id BIGINT NOT NULL,
    CONSTRAINT unregistered_pkey PRIMARY KEY (id)
)
--;
CREATE TABLE opened (
    commitment BYTEA NOT NULL,
    proceeding_id BIGINT NOT NULL,
    CONSTRAINT opened_pkey PRIMARY KEY (commitment),
    CONSTRAINT opened_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX opened_proceeding_id_idx ON opened (proceeding_id)
--;
CREATE OR REPLACE FUNCTION cast_ballot(which bigint, person bigint, chosen text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v record;
    before text;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(5701, which::int);
    SELECT closed_on, method, person = ANY (electorate) AS elector INTO v
        FROM vote WHERE id = which;
    IF v.method <> 'ballots' THEN RETURN 'not_by_ballots'; END IF;
    IF v.closed_on IS NOT NULL THEN
        -- Whose answer was lost at the close asks again: the ballot is in the count.
        RETURN CASE WHEN EXISTS (SELECT FROM ballot_box
            WHERE vote_id = which AND person_id = person AND choice = chosen)
            THEN 'same' ELSE 'closed' END;
    END IF;
    IF v.elector IS NOT TRUE THEN RETURN 'not_elector'; END IF;
    INSERT INTO ballot_box (vote_id, person_id, choice) VALUES (which, person, chosen)
        ON CONFLICT DO NOTHING;
    IF FOUND THEN RETURN 'cast'; END IF;
    SELECT choice INTO before FROM ballot_box WHERE vote_id = which AND person_id = person;
    RETURN CASE WHEN before = chosen THEN 'same' ELSE 'other' END;
END $$
--;
CREATE FUNCTION entries_to_seal() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public AS $$ BEGIN
    INSERT INTO unsealed (commitment) SELECT commitment FROM added ORDER BY id;
    INSERT INTO unregistered (proceeding_id) SELECT DISTINCT proceeding_id FROM added;
    RETURN NULL;
END $$
--;
CREATE FUNCTION registers_to_seal() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public AS $$ BEGIN
    INSERT INTO unsealed (commitment) SELECT commitment FROM added ORDER BY seq;
    RETURN NULL;
END $$
--;
CREATE FUNCTION board_to_register() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public AS $$ BEGIN
    INSERT INTO unregistered (proceeding_id) VALUES (coalesce(NEW.id, OLD.id));
    RETURN NULL;
END $$
--;
CREATE TRIGGER to_be_sealed AFTER INSERT ON journal REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION entries_to_seal()
--;
CREATE TRIGGER to_be_sealed AFTER INSERT ON register REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION registers_to_seal()
--;
CREATE TRIGGER to_be_registered AFTER INSERT OR DELETE ON announced
    FOR EACH ROW EXECUTE FUNCTION board_to_register()
--;
ALTER TABLE journal ENABLE ALWAYS TRIGGER to_be_sealed
--;
ALTER TABLE register ENABLE ALWAYS TRIGGER to_be_sealed
--;
ALTER TABLE announced ENABLE ALWAYS TRIGGER to_be_registered
--;
ALTER TABLE "journal" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "ballot_box" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "ballot" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "vote_document" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "file" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "attachment" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "hearing_reading" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "veiled" ENABLE ALWAYS TRIGGER append_only
--;
ALTER TABLE "file_sender" ENABLE ALWAYS TRIGGER append_only
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "leaf"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
ALTER TABLE "leaf" ENABLE ALWAYS TRIGGER append_only
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "checkpoint"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
ALTER TABLE "checkpoint" ENABLE ALWAYS TRIGGER append_only
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "record_key"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
ALTER TABLE "record_key" ENABLE ALWAYS TRIGGER append_only
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "register"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
ALTER TABLE "register" ENABLE ALWAYS TRIGGER append_only
--;
GRANT USAGE ON SCHEMA public TO chamber_app, chamber_desk, chamber_public, chamber_gallery, chamber_sealer
--;
GRANT SELECT ON "agenda_item" TO chamber_desk
--;
GRANT SELECT ON "agenda_version" TO chamber_desk
--;
GRANT SELECT ON "announced" TO chamber_desk
--;
GRANT SELECT ON "announced_organiser" TO chamber_desk
--;
GRANT SELECT ON "announcement" TO chamber_desk
--;
GRANT SELECT ON "appointment" TO chamber_desk
--;
GRANT SELECT ON "attachment" TO chamber_desk
--;
GRANT SELECT ON "attendance" TO chamber_desk
--;
GRANT SELECT ON "ballot" TO chamber_desk
--;
GRANT SELECT ON "ballot_box" TO chamber_desk
--;
GRANT SELECT ON "ballot_order" TO chamber_desk
--;
GRANT SELECT ON "body" TO chamber_desk
--;
GRANT SELECT ON "booked_day" TO chamber_desk
--;
GRANT SELECT ON "candidate" TO chamber_desk
--;
GRANT SELECT ON "candidate_statement" TO chamber_desk
--;
GRANT SELECT ON "committee_deadline" TO chamber_desk
--;
GRANT SELECT ON "convocation" TO chamber_desk
--;
GRANT SELECT ON "convocation_session" TO chamber_desk
--;
GRANT SELECT ON "counting_commission" TO chamber_desk
--;
GRANT SELECT ON "deadline" TO chamber_desk
--;
GRANT SELECT ON "faction_vote" TO chamber_desk
--;
GRANT SELECT ON "file" TO chamber_desk
--;
GRANT SELECT ON "file_sender" TO chamber_desk
--;
GRANT SELECT ON "hearing" TO chamber_desk
--;
GRANT SELECT ON "hearing_deputy" TO chamber_desk
--;
GRANT SELECT ON "hearing_dispatch" TO chamber_desk
--;
GRANT SELECT ON "hearing_guest" TO chamber_desk
--;
GRANT SELECT ON "hearing_hand_over" TO chamber_desk
--;
GRANT SELECT ON "hearing_invitation" TO chamber_desk
--;
GRANT SELECT ON "hearing_material" TO chamber_desk
--;
GRANT SELECT ON "hearing_move" TO chamber_desk
--;
GRANT SELECT ON "hearing_notice" TO chamber_desk
--;
GRANT SELECT ON "hearing_organiser" TO chamber_desk
--;
GRANT SELECT ON "hearing_publication" TO chamber_desk
--;
GRANT SELECT ON "hearing_reading" TO chamber_desk
--;
GRANT SELECT ON "hearing_recommendation" TO chamber_desk
--;
GRANT SELECT ON "idempotency" TO chamber_desk
--;
GRANT SELECT ON "immunity" TO chamber_desk
--;
GRANT SELECT ON "immunity_attendance" TO chamber_desk
--;
GRANT SELECT ON "immunity_demand" TO chamber_desk
--;
GRANT SELECT ON "immunity_measure" TO chamber_desk
--;
GRANT SELECT ON "immunity_notice" TO chamber_desk
--;
GRANT SELECT ON "immunity_taken" TO chamber_desk
--;
GRANT SELECT ON "journal" TO chamber_desk
--;
GRANT SELECT ON "mandate" TO chamber_desk
--;
GRANT SELECT ON "mandate_matter" TO chamber_desk
--;
GRANT SELECT ON "mandate_matter_deputy" TO chamber_desk
--;
GRANT SELECT ON "membership" TO chamber_desk
--;
GRANT SELECT ON "office_term" TO chamber_desk
--;
GRANT SELECT ON "person" TO chamber_desk
--;
GRANT SELECT ON "person_name" TO chamber_desk
--;
GRANT SELECT ON "post" TO chamber_desk
--;
GRANT SELECT ON "presence" TO chamber_desk
--;
GRANT SELECT ON "presence_count" TO chamber_desk
--;
GRANT SELECT ON "proceeding" TO chamber_desk
--;
GRANT SELECT ON "registration" TO chamber_desk
--;
GRANT SELECT ON "report" TO chamber_desk
--;
GRANT SELECT ON "report_access" TO chamber_desk
--;
GRANT SELECT ON "report_appeal" TO chamber_desk
--;
GRANT SELECT ON "report_commission" TO chamber_desk
--;
GRANT SELECT ON "report_commission_member" TO chamber_desk
--;
GRANT SELECT ON "report_day" TO chamber_desk
--;
GRANT SELECT ON "report_notice" TO chamber_desk
--;
GRANT SELECT ON "report_rapporteur" TO chamber_desk
--;
GRANT SELECT ON "report_signature" TO chamber_desk
--;
GRANT SELECT ON "report_step" TO chamber_desk
--;
GRANT SELECT ON "resolution" TO chamber_desk
--;
GRANT SELECT ON "series" TO chamber_desk
--;
GRANT SELECT ON "sitting" TO chamber_desk
--;
GRANT SELECT ON "sitting_decision" TO chamber_desk
--;
GRANT SELECT ON "sitting_item" TO chamber_desk
--;
GRANT SELECT ON "sitting_move" TO chamber_desk
--;
GRANT SELECT ON "speech" TO chamber_desk
--;
GRANT SELECT ON "veiled" TO chamber_desk
--;
GRANT SELECT ON "vote" TO chamber_desk
--;
GRANT SELECT ON "vote_document" TO chamber_desk
--;
GRANT SELECT, DELETE ON "unsealed" TO chamber_sealer
--;
GRANT SELECT, DELETE ON "unregistered" TO chamber_sealer
--;
GRANT SELECT, INSERT, DELETE ON "opened" TO chamber_sealer
--;
GRANT SELECT (seq, commitment), INSERT ON "register" TO chamber_sealer
--;
GRANT SELECT, INSERT ON "leaf" TO chamber_sealer
--;
GRANT SELECT, INSERT ON "checkpoint" TO chamber_sealer
--;
GRANT SELECT, INSERT ON "record_key" TO chamber_sealer
--;
GRANT SELECT ON leaf, checkpoint, record_key TO chamber_app, chamber_desk
--;
GRANT INSERT ON hearing_reading TO chamber_desk
--;
GRANT SELECT ON public."checkpoint" TO chamber_gallery
--;
GRANT SELECT ON public."leaf" TO chamber_gallery
--;
GRANT SELECT ON public."record_key" TO chamber_gallery
--;
GRANT SELECT ON public."register" TO chamber_gallery
--;
CREATE VIEW gallery."checkpoint" AS SELECT * FROM public."checkpoint"
--;
CREATE VIEW gallery."leaf" AS SELECT * FROM public."leaf"
--;
CREATE VIEW gallery."record_key" AS SELECT * FROM public."record_key"
--;
CREATE VIEW gallery."register" AS SELECT * FROM public."register"
--;
GRANT SELECT ON gallery."checkpoint" TO chamber_public
--;
GRANT SELECT ON gallery."leaf" TO chamber_public
--;
GRANT SELECT ON gallery."record_key" TO chamber_public
--;
GRANT SELECT ON gallery."register" TO chamber_public
--;
GRANT USAGE ON SCHEMA gallery TO chamber_sealer
--;
GRANT SELECT (commitment, proceeding_id) ON gallery.journal TO chamber_sealer
--;
DO $$ DECLARE view text; BEGIN
    FOR view IN SELECT viewname FROM pg_views WHERE schemaname = 'public'
                 AND viewname LIKE 'public\_%' LOOP
        EXECUTE format('GRANT SELECT ON %I TO chamber_public, chamber_app, chamber_desk', view);
    END LOOP;
END $$
--;
DO $$ DECLARE ours regprocedure; BEGIN
    FOR ours IN
        SELECT p.oid FROM pg_proc AS p
        WHERE pronamespace = 'public'::regnamespace AND provolatile <> 'i'
            AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', ours);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO chamber_app, chamber_desk', ours);
    END LOOP;
END $$
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
--;
CREATE FUNCTION may_know(matter bigint, who uuid, today date) RETURNS boolean
STABLE SECURITY DEFINER LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM account AS a, hearing AS h
        WHERE a.uid = who AND a.disabled_at IS NULL AND h.id = matter AND (
            a.role IN ('secretariat', 'presiding') AND a.chamber = h.chamber
            OR a.role = 'committee' AND EXISTS (
                SELECT FROM hearing_organiser AS o
                JOIN body AS b ON b.id = o.body_id AND b.during @> today
                JOIN proceeding AS p ON p.id = b.id AND p.uid = a.committee
                WHERE o.hearing_id = matter
            )
            OR a.role = 'deputy' AND EXISTS (
                SELECT FROM mandate AS m
                JOIN proceeding AS p ON p.id = m.person_id AND p.uid = a.deputy
                WHERE m.during @> today
            )
        )
    )
$$
--;
REVOKE EXECUTE ON FUNCTION may_know(bigint, uuid, date) FROM PUBLIC
--;
GRANT EXECUTE ON FUNCTION may_know(bigint, uuid, date) TO chamber_desk
--;
CREATE POLICY desk ON "agenda_item" TO chamber_desk USING (proceeding_id IS NULL OR EXISTS (SELECT FROM public.proceeding AS p WHERE p.id = agenda_item.proceeding_id))
--;
CREATE POLICY desk ON "attachment" TO chamber_desk USING (EXISTS (SELECT FROM public.journal AS j WHERE j.id = attachment.entry_id))
--;
ALTER TABLE "booked_day" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "booked_day" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY desk ON "booked_day" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = booked_day.proceeding_id) OR may_know(booked_day.proceeding_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
ALTER TABLE "committee_deadline" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "committee_deadline" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY desk ON "committee_deadline" TO chamber_desk USING (NOT hidden OR may_know(committee_deadline.proceeding_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
ALTER TABLE "deadline" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "deadline" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY desk ON "deadline" TO chamber_desk USING (NOT hidden OR may_know(deadline.proceeding_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "file" TO chamber_desk USING (EXISTS (SELECT FROM public.attachment AS a WHERE a.sha256 = file.sha256) OR sent_by = (SELECT nullif(current_setting('desk.account', true), '')::uuid) OR EXISTS (SELECT FROM public.file_sender AS s WHERE s.sha256 = file.sha256 AND s.account = (SELECT nullif(current_setting('desk.account', true), '')::uuid)))
--;
CREATE POLICY desk ON "hearing" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing.id) OR may_know(hearing.id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_deputy" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_deputy.hearing_id) OR may_know(hearing_deputy.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_dispatch" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_dispatch.hearing_id) OR may_know(hearing_dispatch.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_guest" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_guest.hearing_id) OR may_know(hearing_guest.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_hand_over" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_hand_over.hearing_id) OR may_know(hearing_hand_over.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_invitation" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_invitation.hearing_id) OR may_know(hearing_invitation.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_material" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_material.hearing_id) OR may_know(hearing_material.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_move" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_move.hearing_id) OR may_know(hearing_move.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_notice" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_notice.hearing_id) OR may_know(hearing_notice.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_organiser" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_organiser.hearing_id) OR may_know(hearing_organiser.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_publication" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_publication.hearing_id) OR may_know(hearing_publication.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
ALTER TABLE "hearing_reading" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "hearing_reading" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY desk ON "hearing_reading" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_reading.hearing_id) OR may_know(hearing_reading.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
CREATE POLICY desk ON "hearing_recommendation" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = hearing_recommendation.hearing_id) OR may_know(hearing_recommendation.hearing_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
ALTER TABLE "idempotency" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "idempotency" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY desk ON "idempotency" TO chamber_desk USING (account = (SELECT nullif(current_setting('desk.account', true), '')::uuid))
--;
CREATE POLICY desk ON "journal" TO chamber_desk USING (EXISTS (SELECT FROM public.proceeding AS p WHERE p.id = journal.proceeding_id))
--;
CREATE POLICY desk ON "proceeding" TO chamber_desk USING (noun <> 'hearings' OR EXISTS (SELECT FROM public.announced AS a WHERE a.id = proceeding.id) OR may_know(proceeding.id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
ALTER TABLE "veiled" ENABLE ROW LEVEL SECURITY
--;
CREATE POLICY house ON "veiled" TO chamber_app USING (true) WITH CHECK (true)
--;
CREATE POLICY desk ON "veiled" TO chamber_desk USING (EXISTS (SELECT FROM public.announced AS a WHERE a.id = veiled.proceeding_id) OR may_know(veiled.proceeding_id, (SELECT nullif(current_setting('desk.account', true), '')::uuid), (SELECT nullif(current_setting('desk.today', true), '')::date)))
--;
DROP INDEX journal_sittings
--;
CREATE INDEX journal_sittings ON journal USING gin (sittings_told(body)) WHERE position('"sitting":"'::bytea in journal.body) > 0
--;
ALTER INDEX journal_sittings ALTER COLUMN 1 SET STATISTICS 0
--;
-- What was entered before is sealed first.
INSERT INTO unsealed (commitment) SELECT commitment FROM journal ORDER BY id
--;
INSERT INTO unregistered (proceeding_id) SELECT id FROM proceeding ORDER BY id
