CREATE FUNCTION sittings_told(body bytea) RETURNS uuid[]
IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql AS $$
    SELECT array_agg(DISTINCT (sitting #>> '{}')::uuid) FROM jsonb_path_query(
        convert_from(body, 'UTF8')::jsonb,
        '$.data.**.sitting ? (@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")'
    ) AS told(sitting)
$$
--;
ALTER TABLE vote
    ADD COLUMN repeat JSONB,
    ADD COLUMN unfounded BOOLEAN DEFAULT false NOT NULL
--;
-- Rounds of before were repeated without a decision of their own: that was not asked then.
UPDATE vote SET unfounded = true WHERE number > 1
--;
ALTER TABLE vote
    ADD CONSTRAINT vote_repeated_for_reason CHECK (number = 1 OR reason IS NOT NULL OR unfounded),
    ADD CONSTRAINT vote_repeat_decided CHECK ((repeat ->> 'for')::int > (repeat ->> 'against')::int + (repeat ->> 'abstained')::int OR unfounded),
    ADD CONSTRAINT vote_adopted_by_enough CHECK (outcome <> 'adopted' OR in_favour >= (ruling ->> 'needed')::int)
--;
ALTER TABLE mandate
    ADD COLUMN because_id BIGINT
--;
ALTER TABLE mandate
    ADD CONSTRAINT mandate_because_id_fkey FOREIGN KEY(because_id) REFERENCES proceeding (id)
--;
CREATE TABLE deadlines_told (
    by TEXT NOT NULL,
    CONSTRAINT deadlines_told_pkey PRIMARY KEY (by)
)
--;
CREATE TABLE mandate_matter (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    opened_on DATE NOT NULL,
    ground TEXT NOT NULL,
    happened_on DATE NOT NULL,
    set_off_by TEXT NOT NULL,
    dissolved TEXT,
    document TEXT,
    activity TEXT,
    conclusion_on DATE,
    favours BOOLEAN,
    conclusion_document TEXT,
    conclusion TEXT,
    ends_on DATE,
    defects TEXT[] DEFAULT '{}' NOT NULL,
    CONSTRAINT mandate_matter_pkey PRIMARY KEY (id),
    CONSTRAINT mandate_matter_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT mandate_matter_ground_known CHECK (ground IN ('resigned', 'died', 'declared_incapable', 'declared_dead', 'declared_missing', 'incompatible', 'recalled_by_assembly', 'recalled_by_president', 'recalled_by_electors', 'moved_abroad', 'convicted', 'citizenship_lost', 'left_party', 'party_ended', 'dissolved', 'other')),
    CONSTRAINT mandate_matter_set_off_by_known CHECK (set_off_by IN ('deputy', 'cec', 'president', 'electors', 'assembly', 'court', 'party', 'chamber')),
    CONSTRAINT mandate_matter_dissolved_known CHECK (dissolved IN ('parliament', 'mazhilis')),
    CONSTRAINT mandate_matter_activity_known CHECK (activity IN ('other_representative_body', 'paid_post', 'business', 'managing_organ', 'teaching', 'scientific_work', 'creative_work')),
    CONSTRAINT mandate_matter_dissolved_by_its_own_act CHECK ((ground = 'dissolved') = (dissolved IS NOT NULL)),
    CONSTRAINT mandate_matter_activity_of_its_ground CHECK ((ground = 'incompatible') = (activity IS NOT NULL)),
    CONSTRAINT mandate_matter_happened_before CHECK (happened_on <= opened_on OR ground IN ('convicted', 'declared_dead', 'declared_incapable', 'declared_missing')),
    CONSTRAINT mandate_matter_conclusion_whole CHECK ((conclusion_on IS NULL) = (favours IS NULL) AND (conclusion_on IS NOT NULL OR num_nonnulls(conclusion_document, conclusion) = 0)),
    CONSTRAINT mandate_matter_ended_on_its_own_day CHECK (NOT ground IN ('died', 'dissolved', 'recalled_by_assembly', 'recalled_by_electors', 'recalled_by_president') OR ends_on IS NULL OR ends_on = happened_on),
    CONSTRAINT mandate_matter_senate_stays CHECK (NOT (chamber = 'senate' AND dissolved = 'mazhilis' AND ends_on IS NOT NULL)),
    CONSTRAINT mandate_matter_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id)
)
--;
CREATE INDEX journal_sittings ON journal USING gin (sittings_told(body))
--;
CREATE INDEX journal_votes ON journal (act_on, proceeding_id) WHERE kind IN ('open_vote', 'close_vote')
--;
CREATE INDEX mandate_matter_newest ON mandate_matter (opened_on DESC, id DESC)
--;
CREATE UNIQUE INDEX vote_on_report_open ON vote (proceeding_id, subject) WHERE power = '57(6)' AND closed_on IS NULL AND NOT undone
--;
CREATE TABLE deadline (
    proceeding_id BIGINT NOT NULL,
    uid UUID NOT NULL,
    nth SMALLINT NOT NULL,
    noun TEXT NOT NULL,
    case_uid UUID NOT NULL,
    number TEXT NOT NULL,
    chamber TEXT,
    committees UUID[] NOT NULL,
    hidden BOOLEAN NOT NULL,
    what TEXT NOT NULL,
    rule TEXT NOT NULL,
    since DATE NOT NULL,
    due_on DATE,
    safe_until DATE,
    done_on DATE,
    sequence BIGINT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    told JSONB NOT NULL,
    listed_on DATE GENERATED ALWAYS AS (coalesce(due_on, 'infinity'::date)) STORED NOT NULL,
    CONSTRAINT deadline_pkey PRIMARY KEY (proceeding_id, uid),
    CONSTRAINT deadline_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT deadline_what_known CHECK (what IN ('consideration', 'notice', 'report', 'release', 'repeat', 'noting', 'office')),
    CONSTRAINT deadline_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX deadline_about ON deadline ((told #>> '{about,person}')) WHERE (told #>> '{about,person}') IS NOT NULL
--;
CREATE INDEX deadline_by_itself ON deadline (listed_on, proceeding_id, nth, chamber) WHERE what IN ('office')
--;
CREATE INDEX deadline_done ON deadline (listed_on, proceeding_id, nth, chamber) WHERE done_on IS NOT NULL AND what NOT IN ('office')
--;
CREATE INDEX deadline_done_what ON deadline (what, listed_on, proceeding_id, nth, chamber) WHERE done_on IS NOT NULL AND what NOT IN ('office')
--;
CREATE INDEX deadline_open ON deadline (listed_on, proceeding_id, nth, chamber) WHERE done_on IS NULL
--;
CREATE INDEX deadline_open_what ON deadline (what, listed_on, proceeding_id, nth, chamber) WHERE done_on IS NULL
--;
CREATE UNIQUE INDEX deadline_uid ON deadline (uid)
--;
CREATE TABLE committee_deadline (
    proceeding_id BIGINT NOT NULL,
    uid UUID NOT NULL,
    body UUID NOT NULL,
    nth SMALLINT NOT NULL,
    noun TEXT NOT NULL,
    case_uid UUID NOT NULL,
    number TEXT NOT NULL,
    chamber TEXT,
    committees UUID[] NOT NULL,
    hidden BOOLEAN NOT NULL,
    what TEXT NOT NULL,
    rule TEXT NOT NULL,
    since DATE NOT NULL,
    due_on DATE,
    safe_until DATE,
    done_on DATE,
    sequence BIGINT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    told JSONB NOT NULL,
    listed_on DATE GENERATED ALWAYS AS (coalesce(due_on, 'infinity'::date)) STORED NOT NULL,
    CONSTRAINT committee_deadline_pkey PRIMARY KEY (proceeding_id, uid, body),
    CONSTRAINT committee_deadline_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT committee_deadline_what_known CHECK (what IN ('consideration', 'notice', 'report', 'release', 'repeat', 'noting', 'office')),
    CONSTRAINT committee_deadline_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX committee_deadline_about ON committee_deadline ((told #>> '{about,person}')) WHERE (told #>> '{about,person}') IS NOT NULL
--;
CREATE INDEX committee_deadline_by_itself ON committee_deadline (body, listed_on, proceeding_id, nth, chamber) WHERE what IN ('office')
--;
CREATE INDEX committee_deadline_done ON committee_deadline (body, listed_on, proceeding_id, nth, chamber) WHERE done_on IS NOT NULL AND what NOT IN ('office')
--;
CREATE INDEX committee_deadline_done_what ON committee_deadline (body, what, listed_on, proceeding_id, nth, chamber) WHERE done_on IS NOT NULL AND what NOT IN ('office')
--;
CREATE INDEX committee_deadline_open ON committee_deadline (body, listed_on, proceeding_id, nth, chamber) WHERE done_on IS NULL
--;
CREATE INDEX committee_deadline_open_what ON committee_deadline (body, what, listed_on, proceeding_id, nth, chamber) WHERE done_on IS NULL
--;
CREATE INDEX mandate_because_id_idx ON mandate (because_id)
--;
CREATE TABLE immunity (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    deputy_id BIGINT NOT NULL,
    submitted_by TEXT NOT NULL,
    document TEXT,
    opened_on DATE NOT NULL,
    forwarded_on DATE,
    forwarded_document TEXT,
    conclusion_on DATE,
    favours BOOLEAN,
    conclusion TEXT,
    conclusion_document TEXT,
    defects TEXT[] DEFAULT '{}' NOT NULL,
    CONSTRAINT immunity_pkey PRIMARY KEY (id),
    CONSTRAINT immunity_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT immunity_submitted_by_known CHECK (submitted_by IN ('prosecutor_general', 'deputies', 'other')),
    CONSTRAINT immunity_by_the_prosecutor CHECK (submitted_by = 'prosecutor_general' OR 'A57-4.02' = ANY (defects)),
    CONSTRAINT immunity_forwarded_on_follows_opened_on CHECK (forwarded_on IS NULL OR coalesce(forwarded_on >= opened_on, false) OR 'A57-4.23' = ANY (defects)),
    CONSTRAINT immunity_conclusion_on_follows_forwarded_on CHECK (conclusion_on IS NULL OR coalesce(conclusion_on >= forwarded_on, false) OR 'A57-4.23' = ANY (defects)),
    CONSTRAINT immunity_conclusion_whole CHECK (num_nulls(conclusion_on, favours, conclusion) IN (0, 3)),
    CONSTRAINT immunity_forwarded_by_letter CHECK (forwarded_on IS NOT NULL OR forwarded_document IS NULL),
    CONSTRAINT immunity_conclusion_numbered CHECK (conclusion_on IS NOT NULL OR conclusion_document IS NULL),
    CONSTRAINT immunity_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id),
    CONSTRAINT immunity_deputy_id_fkey FOREIGN KEY(deputy_id) REFERENCES person (id)
)
--;
CREATE INDEX immunity_newest ON immunity (opened_on DESC, id DESC)
--;
CREATE INDEX immunity_of_chamber ON immunity (chamber, opened_on DESC, id DESC)
--;
CREATE INDEX immunity_of_deputy ON immunity (deputy_id, opened_on DESC, id DESC)
--;
CREATE TABLE mandate_matter_deputy (
    matter_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT mandate_matter_deputy_pkey PRIMARY KEY (matter_id, nth),
    CONSTRAINT mandate_matter_deputy_matter_id_person_id_key UNIQUE (matter_id, person_id),
    CONSTRAINT mandate_matter_deputy_matter_id_fkey FOREIGN KEY(matter_id) REFERENCES mandate_matter (id),
    CONSTRAINT mandate_matter_deputy_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE INDEX mandate_matter_of_deputy ON mandate_matter_deputy (person_id, matter_id)
--;
CREATE TABLE report (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    member_id BIGINT NOT NULL,
    office TEXT NOT NULL,
    prime_minister BOOLEAN NOT NULL,
    subject TEXT NOT NULL,
    own_activity BOOLEAN NOT NULL,
    opened_on DATE NOT NULL,
    enough BOOLEAN,
    doubted BOOLEAN NOT NULL,
    limit_rapporteur SMALLINT,
    limit_report SMALLINT,
    limit_questions SMALLINT,
    defects TEXT[] DEFAULT '{}' NOT NULL,
    note_defects TEXT[] DEFAULT '{}' NOT NULL,
    appeal_defects TEXT[] DEFAULT '{}' NOT NULL,
    repeat_defects TEXT[] DEFAULT '{}' NOT NULL,
    CONSTRAINT report_pkey PRIMARY KEY (id),
    CONSTRAINT report_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT report_of_own_activity CHECK (own_activity OR 'A57-6.02' = ANY (defects)),
    CONSTRAINT report_enough_signed CHECK (enough OR 'A57-6.01' = ANY (defects)),
    CONSTRAINT report_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id),
    CONSTRAINT report_member_id_fkey FOREIGN KEY(member_id) REFERENCES person (id)
)
--;
CREATE INDEX report_newest ON report (opened_on DESC, id DESC)
--;
CREATE INDEX report_of_chamber ON report (chamber, opened_on DESC, id DESC)
--;
CREATE INDEX report_of_member ON report (member_id, opened_on DESC, id DESC)
--;
CREATE TABLE immunity_measure (
    immunity_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    measure TEXT NOT NULL,
    asked BOOLEAN NOT NULL,
    taken_on DATE,
    exception TEXT,
    defects TEXT[] DEFAULT '{}' NOT NULL,
    CONSTRAINT immunity_measure_pkey PRIMARY KEY (immunity_id, number),
    CONSTRAINT immunity_measure_immunity_id_measure_key UNIQUE (immunity_id, measure) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT immunity_measure_measure_known CHECK (measure IN ('criminal_liability', 'detention', 'custody', 'house_arrest', 'forced_appearance', 'administrative_penalty')),
    CONSTRAINT immunity_measure_exception_known CHECK (exception IN ('scene_of_crime', 'grave_crime', 'especially_grave_crime')),
    CONSTRAINT immunity_measure_numbered_from_one CHECK (number >= 1),
    CONSTRAINT immunity_measure_asked_for CHECK (asked OR 'A57-4.22' = ANY (defects)),
    CONSTRAINT immunity_measure_told_as_asked CHECK (asked OR num_nonnulls(taken_on, exception) = 0),
    CONSTRAINT immunity_measure_immunity_id_fkey FOREIGN KEY(immunity_id) REFERENCES immunity (id)
)
--;
CREATE TABLE immunity_demand (
    immunity_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    asked_on DATE NOT NULL,
    recipient TEXT NOT NULL,
    text TEXT NOT NULL,
    answered_on DATE,
    answer_document TEXT,
    answer TEXT,
    CONSTRAINT immunity_demand_pkey PRIMARY KEY (immunity_id, nth),
    CONSTRAINT immunity_demand_answered_on_follows_asked_on CHECK (answered_on IS NULL OR coalesce(answered_on >= asked_on, false)),
    CONSTRAINT immunity_demand_answered_on_a_day CHECK (answered_on IS NOT NULL OR num_nonnulls(answer_document, answer) = 0),
    CONSTRAINT immunity_demand_immunity_id_fkey FOREIGN KEY(immunity_id) REFERENCES immunity (id)
)
--;
CREATE TABLE immunity_notice (
    immunity_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    told_on DATE NOT NULL,
    sitting_on DATE NOT NULL,
    document TEXT,
    CONSTRAINT immunity_notice_pkey PRIMARY KEY (immunity_id, nth),
    CONSTRAINT immunity_notice_immunity_id_fkey FOREIGN KEY(immunity_id) REFERENCES immunity (id)
)
--;
CREATE TABLE immunity_attendance (
    immunity_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    came_on DATE NOT NULL,
    sitting_id BIGINT NOT NULL,
    wished BOOLEAN NOT NULL,
    admitted BOOLEAN NOT NULL,
    text TEXT,
    CONSTRAINT immunity_attendance_pkey PRIMARY KEY (immunity_id, nth),
    CONSTRAINT immunity_attendance_immunity_id_fkey FOREIGN KEY(immunity_id) REFERENCES immunity (id),
    CONSTRAINT immunity_attendance_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE immunity_taken (
    immunity_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    taken_on DATE NOT NULL,
    measure TEXT NOT NULL,
    exception TEXT,
    CONSTRAINT immunity_taken_pkey PRIMARY KEY (immunity_id, nth),
    CONSTRAINT immunity_taken_measure_known CHECK (measure IN ('criminal_liability', 'detention', 'custody', 'house_arrest', 'forced_appearance', 'administrative_penalty')),
    CONSTRAINT immunity_taken_exception_known CHECK (exception IN ('scene_of_crime', 'grave_crime', 'especially_grave_crime')),
    CONSTRAINT immunity_taken_immunity_id_fkey FOREIGN KEY(immunity_id) REFERENCES immunity (id)
)
--;
CREATE TABLE report_signature (
    report_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    counts BOOLEAN NOT NULL,
    withdrawn_on DATE,
    CONSTRAINT report_signature_pkey PRIMARY KEY (report_id, person_id),
    CONSTRAINT report_signature_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id),
    CONSTRAINT report_signature_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE INDEX report_signature_person ON report_signature (person_id)
--;
CREATE TABLE report_commission (
    report_id BIGINT NOT NULL,
    body_id BIGINT NOT NULL,
    formed_on DATE NOT NULL,
    sitting_id BIGINT NOT NULL,
    tally JSONB NOT NULL,
    CONSTRAINT report_commission_pkey PRIMARY KEY (report_id),
    CONSTRAINT report_commission_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id),
    CONSTRAINT report_commission_body_id_fkey FOREIGN KEY(body_id) REFERENCES body (id),
    CONSTRAINT report_commission_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE report_notice (
    report_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    for_day SMALLINT NOT NULL,
    sent_on DATE NOT NULL,
    in_writing BOOLEAN NOT NULL,
    states_decision BOOLEAN NOT NULL,
    day DATE,
    document TEXT,
    received_on DATE,
    proof TEXT,
    CONSTRAINT report_notice_pkey PRIMARY KEY (report_id, number),
    CONSTRAINT report_notice_received_on_follows_sent_on CHECK (received_on IS NULL OR coalesce(received_on >= sent_on, false)),
    CONSTRAINT report_notice_received_with_proof CHECK ((received_on IS NULL) = (proof IS NULL)),
    CONSTRAINT report_notice_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id)
)
--;
CREATE TABLE report_access (
    report_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    asked_on DATE NOT NULL,
    granted BOOLEAN NOT NULL,
    documents TEXT NOT NULL,
    CONSTRAINT report_access_pkey PRIMARY KEY (report_id, nth),
    CONSTRAINT report_access_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id)
)
--;
CREATE TABLE report_appeal (
    report_id BIGINT NOT NULL,
    subject SMALLINT NOT NULL,
    sent_on DATE NOT NULL,
    document TEXT NOT NULL,
    released_on DATE,
    released_by TEXT,
    refused_on DATE,
    refused_by TEXT,
    CONSTRAINT report_appeal_pkey PRIMARY KEY (report_id, subject),
    CONSTRAINT report_appeal_first_or_again CHECK (subject IN (3, 4)),
    CONSTRAINT report_appeal_answered_once CHECK (num_nonnulls(released_on, refused_on) < 2),
    CONSTRAINT report_appeal_released_by_an_act CHECK ((released_on IS NULL) = (released_by IS NULL)),
    CONSTRAINT report_appeal_refused_on_a_day CHECK (refused_on IS NOT NULL OR refused_by IS NULL),
    CONSTRAINT report_appeal_released_on_follows_sent_on CHECK (released_on IS NULL OR coalesce(released_on >= sent_on, false)),
    CONSTRAINT report_appeal_refused_on_follows_sent_on CHECK (refused_on IS NULL OR coalesce(refused_on >= sent_on, false)),
    CONSTRAINT report_appeal_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id)
)
--;
CREATE TABLE report_day (
    report_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    heard_on DATE,
    set_on DATE NOT NULL,
    adjourned_on DATE,
    adjourned_at_id BIGINT,
    reason TEXT,
    defects TEXT[] DEFAULT '{}' NOT NULL,
    CONSTRAINT report_day_pkey PRIMARY KEY (report_id, number),
    CONSTRAINT report_day_heard_on_follows_set_on CHECK (heard_on IS NULL OR coalesce(heard_on >= set_on, false)),
    CONSTRAINT report_day_adjourned_whole CHECK (num_nulls(adjourned_on, adjourned_at_id, reason) IN (0, 3)),
    CONSTRAINT report_day_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id),
    CONSTRAINT report_day_adjourned_at_id_fkey FOREIGN KEY(adjourned_at_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE report_rapporteur (
    report_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    signed_id BIGINT,
    named_on DATE NOT NULL,
    sitting_id BIGINT NOT NULL,
    tally JSONB NOT NULL,
    CONSTRAINT report_rapporteur_pkey PRIMARY KEY (report_id),
    CONSTRAINT report_rapporteur_report_id_signed_id_fkey FOREIGN KEY(report_id, signed_id) REFERENCES report_signature (report_id, person_id),
    CONSTRAINT report_rapporteur_one_person CHECK (signed_id = person_id),
    CONSTRAINT report_rapporteur_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id),
    CONSTRAINT report_rapporteur_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT report_rapporteur_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE report_commission_member (
    report_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    signed_id BIGINT,
    CONSTRAINT report_commission_member_pkey PRIMARY KEY (report_id, person_id),
    CONSTRAINT report_commission_member_report_id_signed_id_fkey FOREIGN KEY(report_id, signed_id) REFERENCES report_signature (report_id, person_id),
    CONSTRAINT report_commission_member_one_person CHECK (signed_id = person_id),
    CONSTRAINT report_commission_member_report_id_fkey FOREIGN KEY(report_id) REFERENCES report_commission (report_id),
    CONSTRAINT report_commission_member_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE TABLE report_step (
    report_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    day SMALLINT NOT NULL,
    kind TEXT NOT NULL,
    done_on DATE NOT NULL,
    sitting_id BIGINT NOT NULL,
    came BOOLEAN,
    reason TEXT,
    speaker_id BIGINT,
    minutes SMALLINT,
    faction_id BIGINT,
    deputy_group TEXT,
    admitted BOOLEAN,
    about TEXT,
    laws JSONB DEFAULT '[]' NOT NULL,
    text TEXT,
    CONSTRAINT report_step_pkey PRIMARY KEY (report_id, nth),
    CONSTRAINT report_step_report_id_day_fkey FOREIGN KEY(report_id, day) REFERENCES report_day (report_id, number),
    CONSTRAINT report_step_kind_known CHECK (kind IN ('opening_word', 'attendance', 'reasons', 'report', 'question', 'opinion', 'debate_closed', 'question_received')),
    CONSTRAINT report_step_about_known CHECK (about IN ('take_note', 'appeal')),
    CONSTRAINT report_step_came_or_not CHECK ((kind = 'attendance') = (came IS NOT NULL)),
    CONSTRAINT report_step_reported_in_minutes CHECK ((kind = 'report') = (minutes IS NOT NULL)),
    CONSTRAINT report_step_lasted CHECK (minutes >= 1),
    CONSTRAINT report_step_said_by_somebody CHECK (kind NOT IN ('reasons', 'question', 'opinion') OR speaker_id IS NOT NULL),
    CONSTRAINT report_step_admitted_or_not CHECK ((kind IN ('question', 'opinion')) = (admitted IS NOT NULL)),
    CONSTRAINT report_step_for_one CHECK (num_nonnulls(faction_id, deputy_group) < 2),
    CONSTRAINT report_step_question_of_a_kind CHECK ((kind = 'question_received') = (about IS NOT NULL)),
    CONSTRAINT report_step_laws_of_an_appeal CHECK (about = 'appeal' OR laws = '[]'),
    CONSTRAINT report_step_report_id_fkey FOREIGN KEY(report_id) REFERENCES report (id),
    CONSTRAINT report_step_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES proceeding (id),
    CONSTRAINT report_step_speaker_id_fkey FOREIGN KEY(speaker_id) REFERENCES person (id),
    CONSTRAINT report_step_faction_id_fkey FOREIGN KEY(faction_id) REFERENCES proceeding (id)
)
--;
ALTER INDEX journal_sittings ALTER COLUMN 1 SET STATISTICS 0
--;
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
END $$
--;
CREATE CONSTRAINT TRIGGER keep_rounds
    AFTER INSERT OR UPDATE OF number, subject, outcome, closed_on, repeat, unfounded, undone
    ON vote DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.subject IS NOT NULL) EXECUTE FUNCTION keep_rounds()
--;
CREATE FUNCTION borne_out(matter bigint, defects text[], rule text) RETURNS boolean
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT rule = ANY (defects) AND entered_all_the_same(matter, ARRAY[rule], NULL)
$$
--;
CREATE FUNCTION check_asked(one immunity) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF EXISTS (
        SELECT FROM immunity_measure AS m WHERE m.immunity_id = one.id
            AND NOT m.asked AND NOT borne_out(one.id, m.defects, 'A57-4.22')
    ) THEN
        RAISE EXCEPTION 'a measure was not asked for' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_measure_asked';
    END IF;
    IF EXISTS (
        SELECT FROM immunity_measure AS m WHERE m.immunity_id = one.id
            AND m.exception IS NULL AND m.taken_on <= one.opened_on
            AND 'A57-4.02' <> ALL (one.defects)  -- Nothing follows from what is no submission.
            AND NOT borne_out(one.id, m.defects, 'A57-4.24')
    ) THEN
        RAISE EXCEPTION 'a measure was taken before it was asked for' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_before_the_measure';
    END IF;
    IF (one.forwarded_on IS NULL AND one.conclusion_on IS NOT NULL
            OR one.conclusion_on < one.forwarded_on OR one.forwarded_on < one.opened_on)
        AND NOT borne_out(one.id, one.defects, 'A57-4.23')
    THEN
        RAISE EXCEPTION 'a conclusion follows the forwarding' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_steps_in_order';
    END IF;
    -- A refusal is a fact whether or not anybody has accepted it: the journal tells of it.
    IF NOT entered_all_the_same(one.id, ARRAY['A57-4.27'], NULL) AND EXISTS (
        SELECT FROM immunity_attendance AS a
        WHERE a.immunity_id = one.id AND a.wished AND NOT a.admitted
    ) THEN
        RAISE EXCEPTION 'the deputy was refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_deputy_admitted';
    END IF;
END $$
--;
CREATE FUNCTION check_voted(one immunity) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM vote WHERE proceeding_id = one.id AND NOT undone) THEN
        RETURN;
    END IF;
    IF one.submitted_by <> 'prosecutor_general' OR 'A57-4.02' = ANY (one.defects) THEN
        RAISE EXCEPTION 'a vote on immunity needs a submission' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_on_submission';
    END IF;
    IF EXISTS (
        SELECT FROM vote AS v
        LEFT JOIN immunity_measure AS m ON m.immunity_id = one.id AND m.number = v.subject
        WHERE v.proceeding_id = one.id AND NOT v.undone
            AND (m.number IS NULL OR v.power <> '57(4)' OR v.opened_on < one.opened_on)
    ) THEN
        RAISE EXCEPTION 'a vote is on a measure of its matter' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_vote_on_a_measure';
    END IF;
    IF EXISTS (
        SELECT FROM vote AS v
        JOIN immunity_measure AS m ON m.immunity_id = one.id AND m.number = v.subject
        WHERE v.proceeding_id = one.id AND NOT v.undone
            AND NOT coalesce(v.opened_on >= one.conclusion_on, false)
            AND NOT borne_out(one.id, one.defects || m.defects, 'A57-4.23')
    ) THEN
        RAISE EXCEPTION 'a vote on immunity follows the conclusion' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_after_conclusion';
    END IF;
END $$
--;
CREATE FUNCTION decides(matter bigint, which smallint) RETURNS bigint
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT v.id FROM vote AS v
    WHERE v.proceeding_id = matter AND v.subject = which AND NOT v.undone
        AND v.outcome IN ('adopted', 'not_adopted', 'not_judged')
        AND NOT EXISTS (
            SELECT FROM vote AS o WHERE o.proceeding_id = matter AND o.subject = which
                AND NOT o.undone AND o.closed_on IS NULL
        )
    ORDER BY v.outcome = 'not_judged', v.number DESC LIMIT 1
$$
--;
CREATE FUNCTION check_resolved(matter bigint) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
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
        RAISE EXCEPTION 'a resolution says what its vote decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_resolution_agrees';
    END IF;
END $$
--;
CREATE FUNCTION guard_immunity() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    told jsonb := to_jsonb(coalesce(NEW, OLD));
    matter bigint := told ->> TG_ARGV[0];
    one immunity;
BEGIN
    -- One after the other: what another transaction does to the matter is seen here.
    PERFORM FROM proceeding WHERE id = matter AND noun = 'immunity' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        IF told ->> 'decision' IN ('consent', 'refuse') THEN
            RAISE EXCEPTION 'consent is given in a matter of immunity' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_on_submission';
        END IF;
        RETURN NULL;
    END IF;
    SELECT * INTO one FROM immunity WHERE id = matter;
    IF one.id IS NULL THEN
        RAISE EXCEPTION 'a vote on immunity needs a submission' USING ERRCODE = 'check_violation', CONSTRAINT = 'immunity_on_submission';
    END IF;
    PERFORM check_asked(one);
    PERFORM check_voted(one);
    PERFORM check_resolved(matter);
    RETURN NULL;
END $$
--;
CREATE CONSTRAINT TRIGGER guard_immunity AFTER INSERT OR UPDATE OR DELETE ON immunity
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_immunity('id')
--;
CREATE CONSTRAINT TRIGGER guard_immunity AFTER INSERT OR UPDATE OR DELETE ON immunity_measure
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_immunity('immunity_id')
--;
CREATE CONSTRAINT TRIGGER guard_immunity AFTER INSERT OR UPDATE OR DELETE ON immunity_attendance
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_immunity('immunity_id')
--;
CREATE CONSTRAINT TRIGGER guard_immunity AFTER INSERT OR UPDATE OR DELETE ON resolution
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_immunity('proceeding_id')
--;
CREATE CONSTRAINT TRIGGER guard_immunity AFTER INSERT ON vote
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.subject IS NOT NULL OR NEW.power = '57(4)')
    EXECUTE FUNCTION guard_immunity('proceeding_id')
--;
CREATE CONSTRAINT TRIGGER guard_immunity_later AFTER UPDATE ON vote
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (coalesce(OLD.subject, NEW.subject) IS NOT NULL OR '57(4)' IN (OLD.power, NEW.power))
    EXECUTE FUNCTION guard_immunity('proceeding_id')
--;
CREATE FUNCTION let_pass(matter bigint, defects text[], rule text) RETURNS boolean
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT rule = ANY (defects) AND entered_all_the_same(matter, ARRAY[rule], NULL)
$$
--;
CREATE FUNCTION check_prepared(one report) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
            RAISE EXCEPTION 'a report is heard on its day' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_heard_on_its_day';
        END IF;
        IF NOT let_pass(one.id, known, 'A57-6.05') AND NOT EXISTS (
            SELECT FROM report_notice AS n
            WHERE n.report_id = one.id AND n.for_day = day.number AND n.in_writing
                AND n.states_decision AND n.day = day.heard_on AND n.received_on <= word.done_on
        ) THEN
            RAISE EXCEPTION 'the member is told in writing' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_notified';
        END IF;
        IF NOT let_pass(one.id, known, 'A57-6.09') AND NOT EXISTS (
            SELECT FROM report_commission_member WHERE report_id = one.id
        ) THEN
            RAISE EXCEPTION 'a commission is formed' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_commission_formed';
        END IF;
    END LOOP;
    IF NOT let_pass(one.id, one.defects, 'A57-6.06') AND EXISTS (
        SELECT FROM report_step WHERE report_id = one.id AND kind = 'reasons'
    ) AND NOT EXISTS (SELECT FROM report_rapporteur WHERE report_id = one.id) THEN
        RAISE EXCEPTION 'the Chamber names the rapporteur' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_rapporteur_named';
    END IF;
END $$
--;
CREATE FUNCTION check_put_in_time(one report) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF EXISTS (
        SELECT FROM vote WHERE proceeding_id = one.id AND chamber <> one.chamber
    ) OR EXISTS (
        SELECT FROM resolution WHERE proceeding_id = one.id AND chamber <> one.chamber
    ) THEN
        RAISE EXCEPTION 'a report is of one Chamber' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_of_its_chamber';
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
            OR one.chamber = 'mazhilis' AND v.opened_on >= DATE '2020-12-23'
                AND NOT done_by(one.id, 'question_received', asked.about, v.opened_on)
                AND NOT let_pass(one.id, asked.defects, 'A57-6.14')
        )
    ) THEN
        RAISE EXCEPTION 'a question is put after the debate' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_put_after_the_debate';
    END IF;
END $$
--;
CREATE FUNCTION done_by(matter bigint, wanted text, of_question text, on_day date)
RETURNS boolean STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM report_step WHERE report_id = matter AND kind = wanted
            AND about IS NOT DISTINCT FROM of_question AND done_on <= on_day
    )
$$
--;
CREATE FUNCTION comes_after(one report_step, wanted text) RETURNS boolean
STABLE LANGUAGE sql SET search_path = public, pg_temp AS $$
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
$$
--;
CREATE FUNCTION check_steps(matter bigint) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF EXISTS (SELECT FROM report_day WHERE report_id = matter) AND NOT EXISTS (
        SELECT FROM resolution WHERE proceeding_id = matter AND subject = 1
            AND fell_by IS NULL
    ) THEN
        RAISE EXCEPTION 'nothing is heard without a decision' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_heard_by_decision';
    END IF;
    IF EXISTS (
        SELECT FROM report_step AS s
        JOIN report_day AS d ON d.report_id = s.report_id AND d.number = s.day
        JOIN (VALUES
('reasons', 'opening_word', 'A57-6.10'), ('report', 'opening_word', 'A57-6.10'),
('question', 'opening_word', 'A57-6.10'), ('opinion', 'opening_word', 'A57-6.10'),
('debate_closed', 'opening_word', 'A57-6.10'),
('report', 'reasons', 'A57-6.11'), ('question', 'reasons', 'A57-6.11'),
('opinion', 'reasons', 'A57-6.11'), ('debate_closed', 'reasons', 'A57-6.11'),
('report', 'attendance', 'A57-6.08'), ('question', 'report', 'A57-6.12'),
('opinion', 'report', 'A57-6.12'), ('debate_closed', 'report', 'A57-6.12')) AS need (kind, wanted, rule) ON need.kind = s.kind
        WHERE s.report_id = matter AND NOT comes_after(s, need.wanted)
            AND NOT let_pass(matter, d.defects, need.rule)
    ) THEN
        RAISE EXCEPTION 'a step of the report is out of its order' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_steps_in_order';
    END IF;
END $$
--;
CREATE FUNCTION check_group(one report) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF NOT let_pass(one.id, one.defects, 'A57-6.06') AND EXISTS (
        SELECT FROM report_rapporteur WHERE report_id = one.id AND signed_id IS NULL
    ) THEN
        RAISE EXCEPTION 'the rapporteur is an initiator' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_rapporteur_signed';
    END IF;
    IF NOT let_pass(one.id, one.defects, 'A57-6.09') AND EXISTS (
        SELECT FROM report_commission_member WHERE report_id = one.id AND signed_id IS NULL
    ) THEN
        RAISE EXCEPTION 'the members are initiators' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_commission_signed';
    END IF;
END $$
--;
CREATE FUNCTION check_put(one report) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    put smallint[] := ARRAY(SELECT subject FROM vote
        WHERE proceeding_id = one.id AND NOT undone);
    said text[] := ARRAY(SELECT kind FROM report_step WHERE report_id = one.id);
BEGIN
    IF cardinality(put) > 0 AND NOT one.enough AND NOT one.doubted THEN
        RAISE EXCEPTION 'a third of the deputies signs' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_on_initiative';
    END IF;
    IF put && ARRAY[2, 3, 4]::smallint[] AND NOT EXISTS (
        SELECT FROM report_day WHERE report_id = one.id
    ) THEN
        RAISE EXCEPTION 'nothing is heard without a decision' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_heard_by_decision';
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
        RAISE EXCEPTION 'a question is put after the debate' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_put_after_the_debate';
    END IF;
    IF 4 = ANY (put) AND NOT EXISTS (
        SELECT FROM report_appeal
        WHERE report_id = one.id AND subject = 3 AND refused_on IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'an appeal again follows a refusal' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_again_after_refusal';
    END IF;
END $$
--;
CREATE FUNCTION check_fixed(matter bigint) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
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
        RAISE EXCEPTION 'a resolution says what its vote decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_resolution_agrees';
    END IF;
    IF EXISTS (
        SELECT FROM report_appeal AS a LEFT JOIN resolution AS r ON r.proceeding_id = matter
            AND r.subject = a.subject AND r.fell_by IS NULL AND r.adopted_on <= a.sent_on
        WHERE a.report_id = matter AND r.id IS NULL
    ) THEN
        RAISE EXCEPTION 'an appeal is adopted before it is sent' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_appeal_resolved';
    END IF;
END $$
--;
CREATE FUNCTION guard_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    told jsonb := to_jsonb(coalesce(NEW, OLD));
    matter bigint := told ->> TG_ARGV[0];
    one report;
BEGIN
    -- One after the other: what another transaction does to the matter is seen here.
    PERFORM FROM proceeding WHERE id = matter AND noun = 'reports' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        IF told ->> 'decision' IN ('hear', 'take_note', 'appeal') THEN
            RAISE EXCEPTION 'a report begins with an initiative' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_on_initiative';
        END IF;
        RETURN NULL;
    END IF;
    SELECT * INTO one FROM report WHERE id = matter;
    IF one.id IS NULL THEN
        RAISE EXCEPTION 'a report begins with an initiative' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_on_initiative';
    END IF;
    PERFORM check_group(one);
    PERFORM check_steps(matter);
    PERFORM check_put(one);
    PERFORM check_prepared(one);
    PERFORM check_put_in_time(one);
    PERFORM check_fixed(matter);
    RETURN NULL;
END $$
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report_rapporteur
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('report_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report_commission_member
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('report_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report_commission
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('report_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report_notice
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('report_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report_day
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('report_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report_step
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('report_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON report_appeal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('report_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE OR DELETE ON resolution
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_report('proceeding_id')
--;
CREATE CONSTRAINT TRIGGER guard_report AFTER INSERT OR UPDATE ON vote
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT NEW.undone AND NEW.power = '57(6)')
    EXECUTE FUNCTION guard_report('proceeding_id')
--;
CREATE FUNCTION let_pass_in(m mandate_matter, rule text) RETURNS boolean
STABLE LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    RETURN rule = ANY (m.defects) AND entered_all_the_same(m.id, ARRAY[rule], NULL);
END $$
--;
CREATE FUNCTION check_mandates(matter bigint, person bigint) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
    IF EXISTS (
SELECT FROM mandate_matter AS m
    JOIN resolution AS r ON r.proceeding_id = m.id AND r.fell_by IS NULL
    LEFT JOIN vote AS v ON v.id = r.vote_id AND v.proceeding_id = m.id AND NOT v.undone
WHERE m.id = matter AND r.decision = 'end_powers' AND NOT coalesce(
(v.outcome = 'adopted' OR v.outcome = 'not_judged' AND let_pass_in(m, 'F-2.11'))
AND v.closed_on <= r.adopted_on
AND NOT EXISTS (SELECT FROM vote AS w WHERE w.proceeding_id = m.id AND NOT w.undone
    AND w.number > v.number AND w.outcome IN ('adopted', 'not_adopted')), false)) THEN
        RAISE EXCEPTION 'the resolution does not say what the vote decided'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_resolution_as_voted';
    END IF;
    IF EXISTS (
SELECT FROM mandate_matter AS m
    JOIN resolution AS r ON r.proceeding_id = m.id AND r.fell_by IS NULL
    LEFT JOIN vote AS v ON v.id = r.vote_id AND v.proceeding_id = m.id AND NOT v.undone
WHERE m.id = matter AND r.decision = 'note_end'
            AND NOT (m.ground IN ('died', 'dissolved', 'recalled_by_assembly', 'recalled_by_electors', 'recalled_by_president') AND m.ends_on IS NOT NULL)) THEN
        RAISE EXCEPTION 'these powers did not end by themselves'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_noted_by_itself';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m
            WHERE m.id = matter AND m.ends_on IS NOT NULL AND NOT m.ground IN ('died', 'dissolved', 'recalled_by_assembly', 'recalled_by_electors', 'recalled_by_president')
            AND NOT EXISTS (
SELECT FROM mandate_matter AS m
    JOIN resolution AS r ON r.proceeding_id = m.id AND r.fell_by IS NULL
    LEFT JOIN vote AS v ON v.id = r.vote_id AND v.proceeding_id = m.id AND NOT v.undone
WHERE m.id = matter AND r.decision = 'end_powers'
                AND r.adopted_on < m.ends_on)) THEN
        RAISE EXCEPTION 'no resolution ends these powers'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ended_by_resolution';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m JOIN vote AS v ON v.proceeding_id = m.id
            WHERE m.id = matter AND NOT v.undone AND NOT CASE WHEN m.ground IN ('died', 'dissolved', 'recalled_by_assembly', 'recalled_by_electors', 'recalled_by_president')
                THEN let_pass_in(m, CASE m.ground WHEN 'died' THEN 'A57-4.08' WHEN 'recalled_by_assembly' THEN 'A57-4.12' WHEN 'recalled_by_president' THEN 'A57-4.13' WHEN 'recalled_by_electors' THEN 'A57-4.14' WHEN 'dissolved' THEN 'A57-4.20' END) ELSE coalesce(m.conclusion_on <= v.opened_on, false)
OR m.set_off_by = 'cec' AND m.document IS NOT NULL
OR let_pass_in(m, CASE m.ground WHEN 'incompatible' THEN 'A57-4.11' ELSE 'A57-4.21' END) END) THEN
        RAISE EXCEPTION 'the Chamber may not vote on this yet'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_vote_prepared';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m JOIN vote AS v ON v.proceeding_id = m.id
            WHERE m.id = matter AND NOT v.undone AND v.opened_on < m.opened_on) THEN
        RAISE EXCEPTION 'the Chamber voted before the matter was opened'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_vote_after_opening';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m
                WHERE m.id = matter AND (m.chamber = 'senate' AND m.ground IN ('left_party', 'party_ended'))
                AND NOT (let_pass_in(m, CASE m.ground WHEN 'resigned' THEN 'A57-4.08' WHEN 'died' THEN 'A57-4.08' WHEN 'declared_incapable' THEN 'A57-4.08' WHEN 'declared_dead' THEN 'A57-4.08' WHEN 'declared_missing' THEN 'A57-4.08' WHEN 'incompatible' THEN 'A57-4.11' WHEN 'recalled_by_assembly' THEN 'A57-4.12' WHEN 'recalled_by_president' THEN 'A57-4.13' WHEN 'recalled_by_electors' THEN 'A57-4.14' WHEN 'moved_abroad' THEN 'A57-4.15' WHEN 'convicted' THEN 'A57-4.16' WHEN 'citizenship_lost' THEN 'A57-4.17' WHEN 'left_party' THEN 'A57-4.18' WHEN 'party_ended' THEN 'A57-4.19' WHEN 'dissolved' THEN 'A57-4.20' WHEN 'other' THEN 'A57-4.08' END) OR let_pass_in(m, 'A57-4.08'))) THEN
        RAISE EXCEPTION 'the law does not know this ground so'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ground_known';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m
                WHERE m.id = matter AND (m.ground = 'other')
                AND NOT (let_pass_in(m, 'A57-4.08') OR let_pass_in(m, 'A57-4.08'))) THEN
        RAISE EXCEPTION 'the law does not know this ground so'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ground_known';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m
                WHERE m.id = matter AND (CASE m.ground WHEN 'incompatible' THEN m.set_off_by <> 'cec' WHEN 'recalled_by_assembly' THEN m.set_off_by <> 'assembly' WHEN 'recalled_by_president' THEN m.set_off_by <> 'president' WHEN 'recalled_by_electors' THEN m.set_off_by <> 'electors' END)
                AND NOT (let_pass_in(m, CASE m.ground WHEN 'resigned' THEN 'A57-4.08' WHEN 'died' THEN 'A57-4.08' WHEN 'declared_incapable' THEN 'A57-4.08' WHEN 'declared_dead' THEN 'A57-4.08' WHEN 'declared_missing' THEN 'A57-4.08' WHEN 'incompatible' THEN 'A57-4.11' WHEN 'recalled_by_assembly' THEN 'A57-4.12' WHEN 'recalled_by_president' THEN 'A57-4.13' WHEN 'recalled_by_electors' THEN 'A57-4.14' WHEN 'moved_abroad' THEN 'A57-4.15' WHEN 'convicted' THEN 'A57-4.16' WHEN 'citizenship_lost' THEN 'A57-4.17' WHEN 'left_party' THEN 'A57-4.18' WHEN 'party_ended' THEN 'A57-4.19' WHEN 'dissolved' THEN 'A57-4.20' WHEN 'other' THEN 'A57-4.08' END) OR let_pass_in(m, 'A57-4.08'))) THEN
        RAISE EXCEPTION 'the law does not know this ground so'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ground_known';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m
                WHERE m.id = matter AND (m.activity IN ('creative_work', 'scientific_work', 'teaching'))
                AND NOT (let_pass_in(m, 'A57-4.10') OR let_pass_in(m, 'A57-4.08'))) THEN
        RAISE EXCEPTION 'the law does not know this ground so'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ground_known';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m JOIN mandate AS h ON h.because_id = m.id
            WHERE m.id = matter AND (person IS NULL OR h.person_id = person)
            AND ((h.ends_on, h.ground, h.chamber) IS DISTINCT FROM
                    (m.ends_on, m.ground, m.chamber)
                OR NOT EXISTS (SELECT FROM mandate_matter_deputy AS d
                    WHERE d.matter_id = m.id AND d.person_id = h.person_id))) THEN
        RAISE EXCEPTION 'the mandate did not end as the matter says'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ends_with_its_matter';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m JOIN (
                SELECT * FROM mandate_matter_deputy WHERE person_id = person
                UNION ALL
                SELECT * FROM mandate_matter_deputy WHERE person IS NULL AND matter_id = matter
            ) AS d ON d.matter_id = m.id
            WHERE m.ends_on IS NOT NULL AND (
                EXISTS (SELECT FROM mandate AS h
                    WHERE h.person_id = d.person_id AND h.chamber = m.chamber
                        AND h.starts_on < m.ends_on
                        AND coalesce(h.ends_on > m.ends_on, true))
                OR m.dissolved IS NULL AND NOT EXISTS (SELECT FROM mandate AS h
                    WHERE h.person_id = d.person_id AND h.chamber = m.chamber
                        AND h.ends_on <= m.ends_on))) THEN
        RAISE EXCEPTION 'the mandate lasts though the matter has ended it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ended_by_its_matter';
    END IF;
    IF EXISTS (SELECT FROM mandate_matter AS m WHERE m.id = matter AND m.ends_on IS NOT NULL
            AND NOT EXISTS (SELECT FROM mandate_matter_deputy WHERE matter_id = m.id)) THEN
        RAISE EXCEPTION 'the matter is about no deputy'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_matter_of_deputies';
    END IF;
    IF EXISTS (SELECT FROM mandate AS h WHERE (h.person_id = person OR h.because_id = matter)
    AND h.basis <> CASE h.ground WHEN 'recalled_by_assembly' THEN 'assembly' WHEN 'recalled_by_president' THEN 'appointed' WHEN 'recalled_by_electors' THEN 'elected' END) THEN
        RAISE EXCEPTION 'others sent this deputy, who alone may recall'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_recalled_by_its_own';
    END IF;
    IF EXISTS (SELECT FROM mandate AS h WHERE (h.person_id = person OR h.because_id = matter)
    AND h.ends_on IS NOT NULL AND h.ground NOT IN ('died', 'dissolved', 'recalled_by_assembly', 'recalled_by_electors', 'recalled_by_president', 'term_ended')
    AND NOT EXISTS (
SELECT FROM mandate_matter AS m
    JOIN mandate_matter_deputy AS d ON d.matter_id = m.id
    JOIN resolution AS r ON r.proceeding_id = m.id AND r.fell_by IS NULL
WHERE m.id = h.because_id AND d.person_id = h.person_id AND r.decision = 'end_powers'
    AND m.ends_on = h.ends_on) AND NOT EXISTS (
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
))) THEN
        RAISE EXCEPTION 'the powers ended without a resolution'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_ended_rightly';
    END IF;
END $$
--;
CREATE FUNCTION guard_mandates() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
END $$
--;
CREATE CONSTRAINT TRIGGER guard_mandates AFTER INSERT OR UPDATE ON mandate_matter
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION guard_mandates('id')
--;
CREATE CONSTRAINT TRIGGER guard_mandates AFTER INSERT OR UPDATE OR DELETE ON mandate_matter_deputy
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION guard_mandates('matter_id')
--;
CREATE CONSTRAINT TRIGGER guard_mandates AFTER INSERT OR UPDATE OR DELETE ON mandate
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION guard_mandates('because_id')
--;
CREATE CONSTRAINT TRIGGER guard_mandates AFTER INSERT OR UPDATE ON resolution
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.decision IN ('end_powers', 'note_end'))
    EXECUTE FUNCTION guard_mandates('proceeding_id')
--;
CREATE CONSTRAINT TRIGGER guard_mandates AFTER INSERT OR UPDATE ON vote
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.power = '57(4)')
    EXECUTE FUNCTION guard_mandates('proceeding_id')
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "committee_deadline" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "deadline" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "immunity" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "immunity_attendance" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "immunity_demand" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "immunity_measure" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "immunity_notice" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "immunity_taken" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "mandate_matter" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "mandate_matter_deputy" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "report" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_access" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_appeal" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_commission" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_commission_member" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_day" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_notice" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_rapporteur" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_signature" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "report_step" TO chamber_app
--;
GRANT SELECT ON public."immunity" TO chamber_gallery
--;
GRANT SELECT ON public."immunity_attendance" TO chamber_gallery
--;
GRANT SELECT ON public."immunity_demand" TO chamber_gallery
--;
GRANT SELECT ON public."immunity_measure" TO chamber_gallery
--;
GRANT SELECT ON public."immunity_notice" TO chamber_gallery
--;
GRANT SELECT ON public."immunity_taken" TO chamber_gallery
--;
GRANT SELECT ON public."mandate_matter" TO chamber_gallery
--;
GRANT SELECT ON public."mandate_matter_deputy" TO chamber_gallery
--;
GRANT SELECT ON public."report" TO chamber_gallery
--;
GRANT SELECT ON public."report_access" TO chamber_gallery
--;
GRANT SELECT ON public."report_appeal" TO chamber_gallery
--;
GRANT SELECT ON public."report_commission" TO chamber_gallery
--;
GRANT SELECT ON public."report_commission_member" TO chamber_gallery
--;
GRANT SELECT ON public."report_day" TO chamber_gallery
--;
GRANT SELECT ON public."report_notice" TO chamber_gallery
--;
GRANT SELECT ON public."report_rapporteur" TO chamber_gallery
--;
GRANT SELECT ON public."report_signature" TO chamber_gallery
--;
GRANT SELECT ON public."report_step" TO chamber_gallery
--;
DROP POLICY gallery ON "journal"
--;
CREATE POLICY gallery ON "journal" FOR SELECT TO chamber_gallery USING (kind <> 'reminder' AND EXISTS (SELECT FROM public.proceeding AS p WHERE p.id = journal.proceeding_id))
--;
CREATE VIEW gallery."immunity" AS SELECT * FROM public."immunity"
--;
CREATE VIEW gallery."immunity_attendance" AS SELECT * FROM public."immunity_attendance"
--;
CREATE VIEW gallery."immunity_demand" AS SELECT * FROM public."immunity_demand"
--;
CREATE VIEW gallery."immunity_measure" AS SELECT * FROM public."immunity_measure"
--;
CREATE VIEW gallery."immunity_notice" AS SELECT * FROM public."immunity_notice"
--;
CREATE VIEW gallery."immunity_taken" AS SELECT * FROM public."immunity_taken"
--;
CREATE VIEW gallery."mandate_matter" AS SELECT * FROM public."mandate_matter"
--;
CREATE VIEW gallery."mandate_matter_deputy" AS SELECT * FROM public."mandate_matter_deputy"
--;
CREATE VIEW gallery."report" AS SELECT * FROM public."report"
--;
CREATE VIEW gallery."report_access" AS SELECT * FROM public."report_access"
--;
CREATE VIEW gallery."report_appeal" AS SELECT * FROM public."report_appeal"
--;
CREATE VIEW gallery."report_commission" AS SELECT * FROM public."report_commission"
--;
CREATE VIEW gallery."report_commission_member" AS SELECT * FROM public."report_commission_member"
--;
CREATE VIEW gallery."report_day" AS SELECT * FROM public."report_day"
--;
CREATE VIEW gallery."report_notice" AS SELECT * FROM public."report_notice"
--;
CREATE VIEW gallery."report_rapporteur" AS SELECT * FROM public."report_rapporteur"
--;
CREATE VIEW gallery."report_signature" AS SELECT * FROM public."report_signature"
--;
CREATE VIEW gallery."report_step" AS SELECT * FROM public."report_step"
--;
GRANT SELECT ON gallery."immunity" TO chamber_public
--;
GRANT SELECT ON gallery."immunity_attendance" TO chamber_public
--;
GRANT SELECT ON gallery."immunity_demand" TO chamber_public
--;
GRANT SELECT ON gallery."immunity_measure" TO chamber_public
--;
GRANT SELECT ON gallery."immunity_notice" TO chamber_public
--;
GRANT SELECT ON gallery."immunity_taken" TO chamber_public
--;
GRANT SELECT ON gallery."mandate_matter" TO chamber_public
--;
GRANT SELECT ON gallery."mandate_matter_deputy" TO chamber_public
--;
GRANT SELECT ON gallery."report" TO chamber_public
--;
GRANT SELECT ON gallery."report_access" TO chamber_public
--;
GRANT SELECT ON gallery."report_appeal" TO chamber_public
--;
GRANT SELECT ON gallery."report_commission" TO chamber_public
--;
GRANT SELECT ON gallery."report_commission_member" TO chamber_public
--;
GRANT SELECT ON gallery."report_day" TO chamber_public
--;
GRANT SELECT ON gallery."report_notice" TO chamber_public
--;
GRANT SELECT ON gallery."report_rapporteur" TO chamber_public
--;
GRANT SELECT ON gallery."report_signature" TO chamber_public
--;
GRANT SELECT ON gallery."report_step" TO chamber_public
--;
CREATE OR REPLACE VIEW gallery."vote" AS SELECT * FROM public."vote"
--;
CREATE OR REPLACE VIEW gallery."mandate" AS SELECT * FROM public."mandate"
--;
DO $$ DECLARE view text; BEGIN
    FOR view IN SELECT viewname FROM pg_views WHERE schemaname = 'public'
                 AND viewname LIKE 'public\_%' LOOP
        EXECUTE format('GRANT SELECT ON %I TO chamber_public, chamber_app', view);
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
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO chamber_app', ours);
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
