CREATE EXTENSION IF NOT EXISTS btree_gist
--;
CREATE EXTENSION IF NOT EXISTS pg_trgm
--;
CREATE FUNCTION kk_key(text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
    translate(lower($1), 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя', '')
--;
CREATE FUNCTION found_key(text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
    ' ' || translate(lower($1), 'ё-', 'е ')
--;
CREATE TABLE proceeding (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    uid UUID DEFAULT gen_random_uuid() NOT NULL,
    noun TEXT NOT NULL,
    number TEXT NOT NULL,
    chamber TEXT,
    version BIGINT DEFAULT 0 NOT NULL,
    CONSTRAINT proceeding_pkey PRIMARY KEY (id),
    CONSTRAINT proceeding_noun_number_key UNIQUE (noun, number),
    CONSTRAINT proceeding_uid_key UNIQUE (uid)
)
--;
CREATE TABLE house_key (
    sole BOOLEAN DEFAULT 'true' NOT NULL,
    key BYTEA NOT NULL,
    CONSTRAINT house_key_pkey PRIMARY KEY (sole),
    CONSTRAINT house_key_one_row CHECK (sole)
)
--;
CREATE UNLOGGED TABLE login_attempt (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    who BYTEA NOT NULL,
    tried_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT login_attempt_pkey PRIMARY KEY (id)
)
--;
CREATE INDEX login_attempt_who_tried_at_idx ON login_attempt (who, tried_at)
--;
CREATE TABLE series (
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    last BIGINT DEFAULT 0 NOT NULL,
    CONSTRAINT series_pkey PRIMARY KEY (kind, scope)
)
--;
CREATE TABLE body (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    kind TEXT NOT NULL,
    kk TEXT NOT NULL,
    ru TEXT NOT NULL,
    latin TEXT NOT NULL,
    convocation BIGINT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    during DATERANGE GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED NOT NULL,
    CONSTRAINT body_pkey PRIMARY KEY (id),
    CONSTRAINT body_id_chamber_kind_key UNIQUE (id, chamber, kind),
    CONSTRAINT body_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT body_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT body_kind_known CHECK (kind IN ('faction', 'committee', 'commission', 'bureau')),
    CONSTRAINT one_bureau EXCLUDE USING gist (chamber WITH =, during WITH &&) WHERE (kind = 'bureau'),
    CONSTRAINT body_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id)
)
--;
CREATE INDEX body_chamber_idx ON body (chamber, starts_on DESC, id DESC)
--;
CREATE TABLE person (
    id BIGINT NOT NULL,
    born_on DATE,
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id)
)
--;
CREATE TABLE account (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    uid UUID DEFAULT gen_random_uuid() NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    chamber TEXT,
    committee UUID,
    deputy UUID,
    made_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    disabled_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_role_known CHECK (role IN ('office', 'deputy', 'committee', 'secretariat', 'presiding', 'admin')),
    CONSTRAINT account_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT account_login_is_plain CHECK (login ~ '^[a-z0-9][a-z0-9._@-]{0,99}$'),
    CONSTRAINT account_belongs_to_a_chamber CHECK (chamber IS NOT NULL OR role = 'admin'),
    CONSTRAINT account_uid_key UNIQUE (uid),
    CONSTRAINT account_login_key UNIQUE (login),
    CONSTRAINT account_committee_fkey FOREIGN KEY(committee) REFERENCES proceeding (uid),
    CONSTRAINT account_deputy_fkey FOREIGN KEY(deputy) REFERENCES proceeding (uid)
)
--;
CREATE TABLE journal (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    proceeding_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    act_on DATE NOT NULL,
    verdict TEXT,
    salt BYTEA NOT NULL,
    body BYTEA NOT NULL,
    commitment BYTEA GENERATED ALWAYS AS (sha256('chamber-record/v1\012'::bytea || salt || body)) STORED NOT NULL,
    entered_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT journal_pkey PRIMARY KEY (id),
    CONSTRAINT journal_proceeding_id_seq_key UNIQUE (proceeding_id, seq),
    CONSTRAINT journal_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id),
    CONSTRAINT journal_commitment_key UNIQUE (commitment)
)
--;
CREATE TABLE convocation (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    number BIGINT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    during DATERANGE GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED NOT NULL,
    CONSTRAINT convocation_pkey PRIMARY KEY (id),
    CONSTRAINT convocation_chamber_number_key UNIQUE (chamber, number),
    CONSTRAINT convocation_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT convocation_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT one_convocation EXCLUDE USING gist (chamber WITH =, during WITH &&),
    CONSTRAINT convocation_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id)
)
--;
CREATE TABLE vote (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    uid UUID NOT NULL,
    proceeding_id BIGINT NOT NULL,
    sitting_id BIGINT,
    item SMALLINT,
    chamber TEXT NOT NULL,
    convocation SMALLINT,
    power TEXT NOT NULL,
    rule TEXT NOT NULL,
    question_kk TEXT NOT NULL,
    question_ru TEXT NOT NULL,
    subject SMALLINT,
    form TEXT NOT NULL,
    method TEXT NOT NULL,
    number SMALLINT NOT NULL,
    reason TEXT,
    opened_on DATE NOT NULL,
    seats SMALLINT,
    in_office SMALLINT,
    electorate BIGINT[],
    closed_on DATE,
    in_favour SMALLINT,
    against SMALLINT,
    abstained SMALLINT,
    present SMALLINT,
    protocol JSONB,
    outcome TEXT,
    undone BOOLEAN DEFAULT false NOT NULL,
    verdict TEXT,
    ruling JSONB,
    official_outcome TEXT,
    sources JSONB,
    first_sources SMALLINT,
    edition SMALLINT DEFAULT 1 NOT NULL,
    words TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', question_kk || ' ' || question_ru) || to_tsvector('russian', question_ru)) STORED NOT NULL,
    CONSTRAINT vote_pkey PRIMARY KEY (id),
    CONSTRAINT vote_form_known CHECK (form IN ('open', 'secret')),
    CONSTRAINT vote_method_known CHECK (method IN ('ballots', 'totals', 'protocol')),
    CONSTRAINT vote_outcome_known CHECK (outcome IN ('adopted', 'not_adopted', 'annulled', 'not_judged')),
    CONSTRAINT vote_official_outcome_known CHECK (official_outcome IN ('adopted', 'not_adopted', 'annulled', 'not_judged')),
    CONSTRAINT vote_closed_on_follows_opened_on CHECK (closed_on IS NULL OR coalesce(closed_on >= opened_on, false)),
    CONSTRAINT vote_secret_by_protocol CHECK (form = 'open' OR method = 'protocol'),
    CONSTRAINT vote_verdict_of_the_ruling CHECK (verdict IS NOT DISTINCT FROM ruling ->> 'verdict'),
    CONSTRAINT vote_closed_with_outcome CHECK ((closed_on IS NULL) = (outcome IS NULL)),
    CONSTRAINT vote_counts_reconcile CHECK (in_favour + against + abstained <= cardinality(electorate)),
    CONSTRAINT vote_uid_key UNIQUE (uid),
    CONSTRAINT vote_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id),
    CONSTRAINT vote_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX vote_chamber_idx ON vote (chamber, opened_on DESC, id DESC)
--;
CREATE INDEX vote_power_idx ON vote (power, opened_on DESC, id DESC)
--;
CREATE INDEX vote_opened_on_idx ON vote (opened_on DESC, id DESC)
--;
CREATE INDEX vote_outcome_idx ON vote (outcome, opened_on DESC, id DESC)
--;
CREATE INDEX vote_rule_idx ON vote (rule, opened_on DESC, id DESC)
--;
CREATE INDEX vote_words_idx ON vote USING gin (words)
--;
CREATE UNIQUE INDEX vote_round ON vote (proceeding_id, subject, number) WHERE NOT undone
--;
CREATE INDEX vote_sitting_id_idx ON vote (sitting_id)
--;
CREATE TABLE sitting (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    kind TEXT NOT NULL,
    body_id BIGINT,
    planned_on DATE NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    place TEXT NOT NULL,
    cancelled_on DATE,
    cancelled_because TEXT,
    opened_on DATE,
    closed_on DATE,
    minutes_on DATE,
    minutes_text TEXT,
    minutes_source TEXT,
    CONSTRAINT sitting_pkey PRIMARY KEY (id),
    CONSTRAINT sitting_kind_known CHECK (kind IN ('plenary', 'joint', 'committee', 'commission', 'bureau', 'hearing')),
    CONSTRAINT sitting_body_where_one_sits CHECK ((kind IN ('committee', 'commission', 'bureau')) = (body_id IS NOT NULL)),
    CONSTRAINT sitting_cancelled_on_follows_planned_on CHECK (cancelled_on IS NULL OR coalesce(cancelled_on >= planned_on, false)),
    CONSTRAINT sitting_opened_on_follows_planned_on CHECK (opened_on IS NULL OR coalesce(opened_on >= planned_on, false)),
    CONSTRAINT sitting_closed_on_follows_opened_on CHECK (closed_on IS NULL OR coalesce(closed_on >= opened_on, false)),
    CONSTRAINT sitting_minutes_on_follows_opened_on CHECK (minutes_on IS NULL OR coalesce(minutes_on >= opened_on, false)),
    CONSTRAINT sitting_cancelled_or_opened CHECK (cancelled_on IS NULL OR opened_on IS NULL),
    CONSTRAINT sitting_cancelled_with_reason CHECK ((cancelled_on IS NULL) = (cancelled_because IS NULL)),
    CONSTRAINT sitting_minutes_say_something CHECK ((minutes_on IS NULL) = (minutes_text IS NULL AND minutes_source IS NULL)),
    CONSTRAINT sitting_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id),
    CONSTRAINT sitting_body_id_fkey FOREIGN KEY(body_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX sitting_time_idx ON sitting (starts_at DESC, id DESC)
--;
CREATE INDEX sitting_chamber_idx ON sitting (chamber, starts_at DESC, id DESC)
--;
CREATE INDEX sitting_body_id_idx ON sitting (body_id)
--;
CREATE TABLE attendance (
    person_id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    year SMALLINT NOT NULL,
    choice TEXT NOT NULL,
    votes BIGINT NOT NULL,
    CONSTRAINT attendance_pkey PRIMARY KEY (person_id, chamber, year, choice),
    CONSTRAINT attendance_choice_known CHECK (choice IN ('for', 'against', 'abstained', 'not_voting', 'absent', 'excused')),
    CONSTRAINT attendance_person_id_fkey FOREIGN KEY(person_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE person_name (
    person_id BIGINT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    kk TEXT NOT NULL,
    ru TEXT NOT NULL,
    latin TEXT NOT NULL,
    sorted_by TEXT GENERATED ALWAYS AS (kk_key(kk)) STORED NOT NULL,
    found_by TEXT GENERATED ALWAYS AS (found_key(kk || ' ' || ru || ' ' || latin)) STORED NOT NULL,
    CONSTRAINT person_name_pkey PRIMARY KEY (person_id, starts_on),
    CONSTRAINT person_name_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT person_name_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE INDEX person_name_order ON person_name (sorted_by COLLATE "C", person_id) WHERE ends_on IS NULL
--;
CREATE UNIQUE INDEX person_name_now ON person_name (person_id) WHERE ends_on IS NULL
--;
CREATE INDEX person_name_found ON person_name USING gin (found_by gin_trgm_ops)
--;
CREATE TABLE mandate (
    person_id BIGINT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    during DATERANGE GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED NOT NULL,
    chamber TEXT NOT NULL,
    convocation BIGINT NOT NULL,
    basis TEXT NOT NULL,
    ground TEXT,
    document TEXT,
    CONSTRAINT mandate_pkey PRIMARY KEY (person_id, starts_on),
    CONSTRAINT mandate_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT mandate_ended_on_a_ground CHECK ((ends_on IS NULL) = (ground IS NULL)),
    CONSTRAINT mandate_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT mandate_basis_known CHECK (basis IN ('list', 'single_mandate', 'elected', 'appointed', 'assembly')),
    CONSTRAINT mandate_ground_known CHECK (ground IN ('term_ended', 'resigned', 'died', 'declared_incapable', 'declared_dead', 'declared_missing', 'incompatible', 'recalled_by_assembly', 'recalled_by_president', 'recalled_by_electors', 'moved_abroad', 'convicted', 'citizenship_lost', 'left_party', 'party_ended', 'dissolved', 'other')),
    CONSTRAINT one_mandate EXCLUDE USING gist (person_id WITH =, during WITH &&),
    CONSTRAINT mandate_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE INDEX mandate_in_office ON mandate USING gist (chamber, during)
--;
CREATE TABLE post (
    person_id BIGINT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    during DATERANGE GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED NOT NULL,
    chamber TEXT NOT NULL,
    post TEXT NOT NULL,
    reason TEXT,
    CONSTRAINT post_pkey PRIMARY KEY (person_id, starts_on),
    CONSTRAINT post_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT post_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT post_post_known CHECK (post IN ('chair', 'deputy_chair')),
    CONSTRAINT one_post EXCLUDE USING gist (person_id WITH =, during WITH &&),
    CONSTRAINT one_chair EXCLUDE USING gist (chamber WITH =, during WITH &&) WHERE (post = 'chair'),
    CONSTRAINT post_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE INDEX post_held ON post USING gist (chamber, during)
--;
CREATE TABLE membership (
    person_id BIGINT NOT NULL,
    body_id BIGINT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    during DATERANGE GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED NOT NULL,
    chamber TEXT NOT NULL,
    body_kind TEXT NOT NULL,
    role TEXT NOT NULL,
    deputies_of TEXT GENERATED ALWAYS AS (CASE WHEN body_kind IN ('faction', 'committee') THEN chamber END) STORED,
    CONSTRAINT membership_pkey PRIMARY KEY (person_id, body_id, starts_on),
    CONSTRAINT membership_body_id_chamber_body_kind_fkey FOREIGN KEY(body_id, chamber, body_kind) REFERENCES body (id, chamber, kind),
    CONSTRAINT membership_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT membership_role_known CHECK (role IN ('member', 'chair', 'deputy_chair', 'secretary')),
    CONSTRAINT one_membership EXCLUDE USING gist (person_id WITH =, body_id WITH =, during WITH &&),
    CONSTRAINT one_faction EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (body_kind = 'faction'),
    CONSTRAINT one_body_chair EXCLUDE USING gist (body_id WITH =, during WITH &&) WHERE (role = 'chair'),
    CONSTRAINT membership_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE INDEX membership_members ON membership USING gist (body_id, during)
--;
CREATE TABLE appointment (
    id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    body TEXT NOT NULL,
    committee_id BIGINT,
    sources JSONB,
    opened_on DATE NOT NULL,
    CONSTRAINT appointment_pkey PRIMARY KEY (id),
    CONSTRAINT appointment_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT appointment_body_known CHECK (body IN ('constitutional_court', 'cec', 'audit_chamber', 'constitutional_council', 'accounts_committee')),
    CONSTRAINT appointment_submitted_or_told CHECK (num_nonnulls(committee_id, sources) = 1),
    CONSTRAINT appointment_id_fkey FOREIGN KEY(id) REFERENCES proceeding (id),
    CONSTRAINT appointment_committee_id_fkey FOREIGN KEY(committee_id) REFERENCES body (id)
)
--;
CREATE INDEX appointment_newest ON appointment (opened_on DESC, id DESC)
--;
CREATE TABLE session (
    token_hash BYTEA NOT NULL,
    account_id BIGINT NOT NULL,
    began_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT session_pkey PRIMARY KEY (token_hash),
    CONSTRAINT session_account_id_fkey FOREIGN KEY(account_id) REFERENCES account (id)
)
--;
CREATE INDEX session_expires_at_idx ON session (expires_at)
--;
CREATE INDEX session_account_id_idx ON session (account_id)
--;
CREATE TABLE token (
    token_hash BYTEA NOT NULL,
    account_id BIGINT NOT NULL,
    label TEXT NOT NULL,
    issued_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT token_pkey PRIMARY KEY (token_hash),
    CONSTRAINT token_account_id_fkey FOREIGN KEY(account_id) REFERENCES account (id)
)
--;
CREATE INDEX token_account_id_idx ON token (account_id)
--;
CREATE TABLE file (
    sha256 BYTEA NOT NULL,
    media_type TEXT NOT NULL,
    content BYTEA NOT NULL,
    sent_by UUID NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT file_pkey PRIMARY KEY (sha256),
    CONSTRAINT file_is_what_its_name_says CHECK (sha256 = sha256(content)),
    CONSTRAINT file_size_in_bounds CHECK (length(content) BETWEEN 1 AND 20 * 1024 * 1024),
    CONSTRAINT file_sent_by_fkey FOREIGN KEY(sent_by) REFERENCES account (uid)
)
--;
CREATE TABLE idempotency (
    account UUID NOT NULL,
    key TEXT NOT NULL,
    request BYTEA NOT NULL,
    status BIGINT NOT NULL,
    body BYTEA NOT NULL,
    etag TEXT,
    location TEXT,
    at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT idempotency_pkey PRIMARY KEY (account, key),
    CONSTRAINT idempotency_account_fkey FOREIGN KEY(account) REFERENCES account (uid)
)
--;
CREATE TABLE convocation_session (
    convocation_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    during DATERANGE GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED NOT NULL,
    CONSTRAINT convocation_session_pkey PRIMARY KEY (convocation_id, number),
    CONSTRAINT convocation_session_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT convocation_session_kind_known CHECK (kind IN ('regular', 'extraordinary')),
    CONSTRAINT one_session EXCLUDE USING gist (convocation_id WITH =, during WITH &&),
    CONSTRAINT convocation_session_convocation_id_fkey FOREIGN KEY(convocation_id) REFERENCES convocation (id)
)
--;
CREATE TABLE ballot_box (
    vote_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    choice TEXT NOT NULL,
    cast_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT ballot_box_pkey PRIMARY KEY (vote_id, person_id),
    CONSTRAINT ballot_box_choice_known CHECK (choice IN ('for', 'against', 'abstained')),
    CONSTRAINT ballot_box_vote_id_fkey FOREIGN KEY(vote_id) REFERENCES vote (id),
    CONSTRAINT ballot_box_person_id_fkey FOREIGN KEY(person_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE ballot (
    vote_id BIGINT NOT NULL,
    edition SMALLINT NOT NULL,
    person_id BIGINT NOT NULL,
    voted_on DATE NOT NULL,
    choice TEXT NOT NULL,
    CONSTRAINT ballot_pkey PRIMARY KEY (vote_id, edition, person_id),
    CONSTRAINT ballot_choice_known CHECK (choice IN ('for', 'against', 'abstained', 'not_voting', 'absent', 'excused')),
    CONSTRAINT ballot_vote_id_fkey FOREIGN KEY(vote_id) REFERENCES vote (id),
    CONSTRAINT ballot_person_id_fkey FOREIGN KEY(person_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX ballot_person_idx ON ballot (person_id, voted_on DESC, vote_id DESC) INCLUDE (choice, edition)
--;
CREATE TABLE resolution (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    uid UUID NOT NULL,
    proceeding_id BIGINT NOT NULL,
    subject SMALLINT,
    chamber TEXT NOT NULL,
    convocation BIGINT NOT NULL,
    number BIGINT,
    official_number TEXT,
    decision TEXT NOT NULL,
    vote_id BIGINT,
    kk TEXT,
    ru TEXT,
    reasons TEXT,
    adopted_on DATE NOT NULL,
    signed_on DATE,
    published_on DATE,
    sent_on DATE,
    fell_by BIGINT,
    CONSTRAINT resolution_pkey PRIMARY KEY (id),
    CONSTRAINT resolution_chamber_convocation_number_key UNIQUE (chamber, convocation, number),
    CONSTRAINT resolution_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT resolution_numbered_from_one CHECK (number >= 1),
    CONSTRAINT resolution_one_number CHECK (num_nonnulls(number, official_number) = 1),
    CONSTRAINT resolution_in_both_languages CHECK ((kk IS NULL) = (ru IS NULL)),
    CONSTRAINT resolution_ours_has_its_text CHECK (number IS NULL OR kk IS NOT NULL),
    CONSTRAINT resolution_signed_on_follows_adopted_on CHECK (signed_on IS NULL OR coalesce(signed_on >= adopted_on, false)),
    CONSTRAINT resolution_published_on_follows_signed_on CHECK (published_on IS NULL OR coalesce(published_on >= signed_on, false)),
    CONSTRAINT resolution_sent_on_follows_signed_on CHECK (sent_on IS NULL OR coalesce(sent_on >= signed_on, false)),
    CONSTRAINT resolution_uid_key UNIQUE (uid),
    CONSTRAINT resolution_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id),
    CONSTRAINT resolution_vote_id_fkey FOREIGN KEY(vote_id) REFERENCES vote (id)
)
--;
CREATE UNIQUE INDEX resolution_standing ON resolution (proceeding_id, subject) WHERE fell_by IS NULL
--;
CREATE INDEX resolution_of_chamber ON resolution (chamber, adopted_on DESC, id DESC)
--;
CREATE INDEX resolution_vote_id_idx ON resolution (vote_id)
--;
CREATE INDEX resolution_newest ON resolution (adopted_on DESC, id DESC)
--;
CREATE TABLE sitting_move (
    sitting_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    moved_on DATE NOT NULL,
    CONSTRAINT sitting_move_pkey PRIMARY KEY (sitting_id, number),
    CONSTRAINT sitting_move_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES sitting (id)
)
--;
CREATE TABLE agenda_version (
    sitting_id BIGINT NOT NULL,
    version SMALLINT NOT NULL,
    published_on DATE NOT NULL,
    voted_on DATE,
    in_favour SMALLINT,
    against SMALLINT,
    abstained SMALLINT,
    adopted BOOLEAN,
    CONSTRAINT agenda_version_pkey PRIMARY KEY (sitting_id, version),
    CONSTRAINT agenda_version_voted_on_follows_published_on CHECK (voted_on IS NULL OR coalesce(voted_on >= published_on, false)),
    CONSTRAINT agenda_version_voted_with_counts CHECK (num_nonnulls(voted_on, in_favour, against, abstained) IN (0, 4)),
    CONSTRAINT agenda_version_adopted_by_vote CHECK (adopted IS NULL OR voted_on IS NOT NULL),
    CONSTRAINT agenda_version_counted CHECK (in_favour >= 0 AND against >= 0 AND abstained >= 0),
    CONSTRAINT agenda_version_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES sitting (id)
)
--;
CREATE TABLE sitting_item (
    sitting_id BIGINT NOT NULL,
    item SMALLINT NOT NULL,
    opened_on DATE NOT NULL,
    closed_on DATE,
    CONSTRAINT sitting_item_pkey PRIMARY KEY (sitting_id, item),
    CONSTRAINT sitting_item_closed_on_follows_opened_on CHECK (closed_on IS NULL OR coalesce(closed_on >= opened_on, false)),
    CONSTRAINT sitting_item_numbered_from_one CHECK (item >= 1),
    CONSTRAINT sitting_item_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES sitting (id)
)
--;
CREATE UNIQUE INDEX one_item_open ON sitting_item (sitting_id) WHERE closed_on IS NULL
--;
CREATE TABLE vote_document (
    uid UUID NOT NULL,
    edition SMALLINT NOT NULL,
    etag TEXT NOT NULL,
    packed BYTEA NOT NULL,
    CONSTRAINT vote_document_pkey PRIMARY KEY (uid, edition),
    CONSTRAINT vote_document_uid_fkey FOREIGN KEY(uid) REFERENCES vote (uid)
)
--;
CREATE TABLE faction_vote (
    vote_id BIGINT NOT NULL,
    edition SMALLINT NOT NULL,
    faction_id BIGINT NOT NULL,
    voted_on DATE NOT NULL,
    in_favour SMALLINT NOT NULL,
    against SMALLINT NOT NULL,
    abstained SMALLINT NOT NULL,
    not_voting SMALLINT NOT NULL,
    absent SMALLINT NOT NULL,
    excused SMALLINT NOT NULL,
    CONSTRAINT faction_vote_pkey PRIMARY KEY (vote_id, edition, faction_id),
    CONSTRAINT faction_vote_vote_id_fkey FOREIGN KEY(vote_id) REFERENCES vote (id),
    CONSTRAINT faction_vote_faction_id_fkey FOREIGN KEY(faction_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX faction_vote_faction_idx ON faction_vote (faction_id, voted_on DESC, vote_id DESC) INCLUDE (edition)
--;
CREATE TABLE candidate (
    appointment_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    person_id BIGINT NOT NULL,
    starts_on DATE,
    submitted_on DATE,
    submitted_by_id BIGINT,
    document TEXT,
    instead_of SMALLINT,
    conclusion_on DATE,
    conclusion_at_id BIGINT,
    recommends BOOLEAN,
    tally JSONB,
    conclusion TEXT,
    announced_on DATE,
    announced_at_id BIGINT,
    defects TEXT[] DEFAULT '{}' NOT NULL,
    CONSTRAINT candidate_pkey PRIMARY KEY (appointment_id, number),
    CONSTRAINT candidate_appointment_id_instead_of_fkey FOREIGN KEY(appointment_id, instead_of) REFERENCES candidate (appointment_id, number) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT candidate_announced_on_follows_conclusion_on CHECK (announced_on IS NULL OR coalesce(announced_on >= conclusion_on, false) OR 'A57-1.09' = ANY (defects)),
    CONSTRAINT candidate_conclusion_whole CHECK (num_nulls(conclusion_on, conclusion_at_id, recommends, tally, conclusion) IN (0, 5)),
    CONSTRAINT candidate_announced_at CHECK (num_nulls(announced_on, announced_at_id) IN (0, 2)),
    CONSTRAINT candidate_after_the_rejected CHECK (instead_of < number),
    CONSTRAINT candidate_appointment_id_fkey FOREIGN KEY(appointment_id) REFERENCES appointment (id),
    CONSTRAINT candidate_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT candidate_submitted_by_id_fkey FOREIGN KEY(submitted_by_id) REFERENCES person (id),
    CONSTRAINT candidate_conclusion_at_id_fkey FOREIGN KEY(conclusion_at_id) REFERENCES proceeding (id),
    CONSTRAINT candidate_announced_at_id_fkey FOREIGN KEY(announced_at_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX candidate_person ON candidate (person_id)
--;
CREATE TABLE attachment (
    entry_id BIGINT NOT NULL,
    sha256 BYTEA NOT NULL,
    CONSTRAINT attachment_pkey PRIMARY KEY (entry_id, sha256),
    CONSTRAINT attachment_entry_id_fkey FOREIGN KEY(entry_id) REFERENCES journal (id),
    CONSTRAINT attachment_sha256_fkey FOREIGN KEY(sha256) REFERENCES file (sha256)
)
--;
CREATE INDEX attachment_sha256_idx ON attachment (sha256)
--;
CREATE TABLE agenda_item (
    sitting_id BIGINT NOT NULL,
    version SMALLINT NOT NULL,
    number SMALLINT NOT NULL,
    title_kk TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    proceeding_id BIGINT,
    CONSTRAINT agenda_item_pkey PRIMARY KEY (sitting_id, version, number),
    CONSTRAINT agenda_item_sitting_id_version_fkey FOREIGN KEY(sitting_id, version) REFERENCES agenda_version (sitting_id, version),
    CONSTRAINT agenda_item_numbered_from_one CHECK (number >= 1),
    CONSTRAINT agenda_item_proceeding_id_fkey FOREIGN KEY(proceeding_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX agenda_item_proceeding_id_idx ON agenda_item (proceeding_id)
--;
CREATE TABLE registration (
    sitting_id BIGINT NOT NULL,
    item SMALLINT NOT NULL,
    is_full BOOLEAN NOT NULL,
    taken SMALLINT GENERATED ALWAYS AS (nullif(item, 0)) STORED,
    CONSTRAINT registration_pkey PRIMARY KEY (sitting_id, item),
    CONSTRAINT registration_sitting_id_taken_fkey FOREIGN KEY(sitting_id, taken) REFERENCES sitting_item (sitting_id, item),
    CONSTRAINT registration_whole_sitting_in_full CHECK (item > 0 OR is_full),
    CONSTRAINT registration_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES sitting (id)
)
--;
CREATE TABLE speech (
    sitting_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    item SMALLINT NOT NULL,
    person_id BIGINT,
    guest TEXT,
    genre TEXT NOT NULL,
    CONSTRAINT speech_pkey PRIMARY KEY (sitting_id, number),
    CONSTRAINT speech_sitting_id_item_fkey FOREIGN KEY(sitting_id, item) REFERENCES sitting_item (sitting_id, item),
    CONSTRAINT speech_genre_known CHECK (genre IN ('report', 'question', 'answer', 'opinion', 'other')),
    CONSTRAINT speech_one_speaker CHECK (num_nonnulls(person_id, guest) = 1),
    CONSTRAINT speech_person_id_fkey FOREIGN KEY(person_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX speech_person_id_idx ON speech (person_id)
--;
CREATE TABLE sitting_decision (
    sitting_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    question_kk TEXT NOT NULL,
    question_ru TEXT NOT NULL,
    rule TEXT NOT NULL,
    item SMALLINT,
    in_favour SMALLINT NOT NULL,
    against SMALLINT NOT NULL,
    abstained SMALLINT NOT NULL,
    adopted BOOLEAN,
    decided_on DATE NOT NULL,
    CONSTRAINT sitting_decision_pkey PRIMARY KEY (sitting_id, number),
    CONSTRAINT sitting_decision_sitting_id_item_fkey FOREIGN KEY(sitting_id, item) REFERENCES sitting_item (sitting_id, item),
    CONSTRAINT sitting_decision_counted CHECK (in_favour >= 0 AND against >= 0 AND abstained >= 0),
    CONSTRAINT sitting_decision_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES sitting (id)
)
--;
CREATE TABLE candidate_statement (
    appointment_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    kind TEXT NOT NULL,
    candidate SMALLINT NOT NULL,
    said_on DATE NOT NULL,
    sitting_id BIGINT NOT NULL,
    deputy_id BIGINT,
    addressee TEXT,
    admitted BOOLEAN,
    stance TEXT,
    text TEXT,
    CONSTRAINT candidate_statement_pkey PRIMARY KEY (appointment_id, nth),
    CONSTRAINT candidate_statement_appointment_id_candidate_fkey FOREIGN KEY(appointment_id, candidate) REFERENCES candidate (appointment_id, number),
    CONSTRAINT candidate_statement_kind_known CHECK (kind IN ('question', 'opinion', 'debate_demand', 'debate')),
    CONSTRAINT candidate_statement_stance_known CHECK (stance IN ('for', 'against')),
    CONSTRAINT candidate_statement_addressee_known CHECK (addressee IN ('candidate', 'proposer')),
    CONSTRAINT candidate_statement_said_by_a_deputy CHECK ((kind = 'debate') = (deputy_id IS NULL)),
    CONSTRAINT candidate_statement_opinion_has_a_stance CHECK ((kind = 'opinion') = (stance IS NOT NULL)),
    CONSTRAINT candidate_statement_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES proceeding (id),
    CONSTRAINT candidate_statement_deputy_id_fkey FOREIGN KEY(deputy_id) REFERENCES person (id)
)
--;
CREATE TABLE ballot_order (
    appointment_id BIGINT NOT NULL,
    nth SMALLINT NOT NULL,
    candidate SMALLINT,
    decided_on DATE NOT NULL,
    sitting_id BIGINT NOT NULL,
    form TEXT NOT NULL,
    tally JSONB NOT NULL,
    adopted BOOLEAN,
    adopted_on_readings TEXT[] NOT NULL,
    not_adopted_on_readings TEXT[] NOT NULL,
    CONSTRAINT ballot_order_pkey PRIMARY KEY (appointment_id, nth),
    CONSTRAINT ballot_order_appointment_id_candidate_fkey FOREIGN KEY(appointment_id, candidate) REFERENCES candidate (appointment_id, number),
    CONSTRAINT ballot_order_form_known CHECK (form IN ('open', 'secret')),
    CONSTRAINT ballot_order_appointment_id_fkey FOREIGN KEY(appointment_id) REFERENCES appointment (id),
    CONSTRAINT ballot_order_sitting_id_fkey FOREIGN KEY(sitting_id) REFERENCES proceeding (id)
)
--;
CREATE TABLE office_term (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    uid UUID DEFAULT gen_random_uuid() NOT NULL,
    appointment_id BIGINT NOT NULL,
    subject SMALLINT NOT NULL,
    person_id BIGINT NOT NULL,
    chamber TEXT NOT NULL,
    body TEXT NOT NULL,
    appointed_on DATE NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    left_on DATE,
    ground TEXT,
    above_quota BOOLEAN NOT NULL,
    quota SMALLINT NOT NULL,
    during DATERANGE GENERATED ALWAYS AS (daterange(starts_on, least(left_on, ends_on))) STORED NOT NULL,
    CONSTRAINT office_term_pkey PRIMARY KEY (id),
    CONSTRAINT office_term_appointment_id_subject_fkey FOREIGN KEY(appointment_id, subject) REFERENCES candidate (appointment_id, number),
    CONSTRAINT office_term_appointment_id_subject_key UNIQUE (appointment_id, subject),
    CONSTRAINT office_term_chamber_known CHECK (chamber IN ('senate', 'mazhilis')),
    CONSTRAINT office_term_body_known CHECK (body IN ('constitutional_court', 'cec', 'audit_chamber', 'constitutional_council', 'accounts_committee')),
    CONSTRAINT office_term_starts_on_follows_appointed_on CHECK (starts_on IS NULL OR coalesce(starts_on >= appointed_on, false)),
    CONSTRAINT office_term_begins_before_it_ends CHECK (starts_on < ends_on),
    CONSTRAINT office_term_left_while_in_office CHECK (left_on BETWEEN starts_on AND ends_on),
    CONSTRAINT office_term_left_on_a_ground CHECK ((left_on IS NULL) = (ground IS NULL)),
    CONSTRAINT office_term_a_seat_there_is CHECK (quota >= 1),
    CONSTRAINT one_at_once EXCLUDE USING gist (person_id WITH =, body WITH =, during WITH &&),
    CONSTRAINT office_term_uid_key UNIQUE (uid),
    CONSTRAINT office_term_person_id_fkey FOREIGN KEY(person_id) REFERENCES person (id)
)
--;
CREATE INDEX office_term_held ON office_term USING gist (body, chamber, during)
--;
CREATE INDEX office_term_newest ON office_term (starts_on DESC, id DESC)
--;
CREATE TABLE presence (
    sitting_id BIGINT NOT NULL,
    item SMALLINT NOT NULL,
    person_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    chamber TEXT NOT NULL,
    CONSTRAINT presence_pkey PRIMARY KEY (sitting_id, item, person_id),
    CONSTRAINT presence_sitting_id_item_fkey FOREIGN KEY(sitting_id, item) REFERENCES registration (sitting_id, item),
    CONSTRAINT presence_state_known CHECK (state IN ('present', 'late', 'excused', 'left')),
    CONSTRAINT presence_person_id_fkey FOREIGN KEY(person_id) REFERENCES proceeding (id)
)
--;
CREATE INDEX presence_person_idx ON presence (person_id, sitting_id DESC)
--;
CREATE TABLE presence_count (
    sitting_id BIGINT NOT NULL,
    item SMALLINT NOT NULL,
    chamber TEXT NOT NULL,
    present SMALLINT NOT NULL,
    CONSTRAINT presence_count_pkey PRIMARY KEY (sitting_id, item, chamber),
    CONSTRAINT presence_count_sitting_id_item_fkey FOREIGN KEY(sitting_id, item) REFERENCES registration (sitting_id, item),
    CONSTRAINT presence_count_counted CHECK (present >= 0)
)
--;
CREATE TABLE counting_commission (
    sitting_id BIGINT NOT NULL,
    number SMALLINT NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT counting_commission_pkey PRIMARY KEY (sitting_id, number, person_id),
    CONSTRAINT counting_commission_sitting_id_number_fkey FOREIGN KEY(sitting_id, number) REFERENCES sitting_decision (sitting_id, number),
    CONSTRAINT counting_commission_person_id_fkey FOREIGN KEY(person_id) REFERENCES proceeding (id)
)
--;
ALTER TABLE mandate ADD CONSTRAINT mandate_days
    UNIQUE (person_id, chamber, during WITHOUT OVERLAPS)
--;
ALTER TABLE post ADD CONSTRAINT post_within_mandate
    FOREIGN KEY (person_id, chamber, PERIOD during)
    REFERENCES mandate (person_id, chamber, PERIOD during)
--;
ALTER TABLE membership ADD CONSTRAINT membership_within_mandate
    FOREIGN KEY (person_id, deputies_of, PERIOD during)
    REFERENCES mandate (person_id, chamber, PERIOD during)
--;
CREATE FUNCTION cast_ballot(which bigint, person bigint, chosen text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    v record;
    before text;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(5701, which::int);
    SELECT closed_on, method, person = ANY (electorate) AS elector INTO v
        FROM vote WHERE id = which;
    IF v.method <> 'ballots' THEN RETURN 'not_by_ballots'; END IF;
    IF v.closed_on IS NOT NULL THEN RETURN 'closed'; END IF;
    IF v.elector IS NOT TRUE THEN RETURN 'not_elector'; END IF;
    INSERT INTO ballot_box (vote_id, person_id, choice) VALUES (which, person, chosen)
        ON CONFLICT DO NOTHING;
    IF FOUND THEN RETURN 'cast'; END IF;
    SELECT choice INTO before FROM ballot_box WHERE vote_id = which AND person_id = person;
    RETURN CASE WHEN before = chosen THEN 'same' ELSE 'other' END;
END $$
--;
ALTER TABLE vote_document ALTER packed SET STORAGE EXTERNAL
--;
ALTER TABLE vote_document SET (toast_tuple_target = 8160)
--;
CREATE VIEW public_vote_document AS SELECT uid, edition, etag, packed FROM vote_document
--;
CREATE FUNCTION keep_quota() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    day date;
    held int;
BEGIN
    PERFORM pg_advisory_xact_lock(57, hashtext('offices/' || NEW.body));
    FOR day IN
        SELECT DISTINCT greatest(t.starts_on, NEW.starts_on) FROM office_term AS t
        WHERE t.chamber = NEW.chamber AND t.body = NEW.body AND t.during && NEW.during
    LOOP
        SELECT count(*) INTO held FROM office_term AS t
        WHERE t.chamber = NEW.chamber AND t.body = NEW.body AND t.during @> day;
        IF held > NEW.quota AND NOT NEW.above_quota THEN
            RAISE EXCEPTION 'no seat is free: % of % are taken on %', held, NEW.quota, day
                USING ERRCODE = 'check_violation', CONSTRAINT = 'office_term_quota';
        END IF;
    END LOOP;
    RETURN NULL;
END $$
--;
CREATE CONSTRAINT TRIGGER keep_quota AFTER INSERT OR UPDATE ON office_term
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_quota()
--;
CREATE VIEW public_vote AS
    SELECT id, uid, edition, proceeding_id, chamber, convocation, opened_on, power, rule,
           question_kk, question_ru, words, form, method, number, outcome, verdict,
           in_favour, against, abstained, present, seats, in_office, official_outcome
    FROM vote WHERE closed_on IS NOT NULL AND NOT (undone AND ruling IS NULL)
--;
CREATE VIEW public_ballot AS
    SELECT vote_id, edition, person_id, voted_on, choice FROM ballot
--;
CREATE VIEW public_faction_vote AS
    SELECT vote_id, edition, faction_id, voted_on,
           in_favour, against, abstained, not_voting, absent, excused
    FROM faction_vote
--;
CREATE VIEW public_attendance AS
    SELECT person_id, chamber, year, choice, votes FROM attendance
--;
CREATE VIEW public_sitting AS
    SELECT s.id, c.uid, s.chamber, s.kind, s.starts_at, s.opened_on
    FROM sitting AS s JOIN proceeding AS c ON c.id = s.id
    WHERE s.opened_on IS NOT NULL AND s.kind IN ('plenary', 'joint')
        AND EXISTS (SELECT FROM presence AS p WHERE p.sitting_id = s.id AND p.item = 0)
--;
CREATE VIEW public_presence AS
    SELECT sitting_id, person_id, state FROM presence WHERE item = 0
--;
CREATE VIEW public_case AS
    SELECT id, uid, noun, number FROM proceeding
--;
CREATE VIEW public_person AS
    SELECT p.id, c.uid FROM person AS p JOIN proceeding AS c ON c.id = p.id
--;
CREATE VIEW public_name AS
    SELECT person_id, starts_on, ends_on, kk, ru, latin FROM person_name
--;
CREATE VIEW public_mandate AS
    SELECT person_id, starts_on, ends_on, chamber, convocation, basis, ground FROM mandate
--;
CREATE VIEW public_post AS
    SELECT person_id, starts_on, ends_on, chamber, post FROM post
--;
CREATE VIEW public_membership AS
    SELECT m.person_id, m.starts_on, least(m.ends_on, b.ends_on) AS ends_on, m.chamber,
           m.body_kind, m.role, c.uid AS body, b.kk, b.ru, b.latin
    FROM membership AS m
    JOIN body AS b ON b.id = m.body_id
    JOIN proceeding AS c ON c.id = b.id
--;
INSERT INTO house_key (key) VALUES (sha256(
           uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
--;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chamber_app') THEN
        CREATE ROLE chamber_app NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
--;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'chamber_public') THEN
        CREATE ROLE chamber_public NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
--;
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ballot_box"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ballot"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "vote_document"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "file"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "attachment"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
--;
GRANT USAGE ON SCHEMA public TO chamber_app, chamber_public
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "agenda_item" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "agenda_version" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "appointment" TO chamber_app
--;
GRANT SELECT, INSERT ON "attachment" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "attendance" TO chamber_app
--;
GRANT SELECT, INSERT ON "ballot" TO chamber_app
--;
GRANT SELECT, INSERT ON "ballot_box" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "ballot_order" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "body" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "candidate" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "candidate_statement" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "convocation" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "convocation_session" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "counting_commission" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "faction_vote" TO chamber_app
--;
GRANT SELECT, INSERT ON "file" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "idempotency" TO chamber_app
--;
GRANT SELECT, INSERT ON "journal" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "mandate" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "membership" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "office_term" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "person" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "person_name" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "post" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "presence" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "presence_count" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "proceeding" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "registration" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "resolution" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "series" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "sitting" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "sitting_decision" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "sitting_item" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "sitting_move" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE, DELETE ON "speech" TO chamber_app
--;
GRANT SELECT, INSERT, UPDATE ON "vote" TO chamber_app
--;
GRANT SELECT, INSERT ON "vote_document" TO chamber_app
--;
DO $$ DECLARE view text; BEGIN
    FOR view IN SELECT viewname FROM pg_views WHERE schemaname = 'public'
                 AND viewname LIKE 'public\_%' LOOP
        EXECUTE format('GRANT SELECT ON %I TO chamber_public, chamber_app', view);
    END LOOP;
END $$
--;
CREATE SCHEMA gallery
--;
GRANT USAGE ON SCHEMA gallery TO chamber_public
--;
CREATE VIEW gallery."agenda_item" WITH (security_barrier) AS SELECT * FROM public."agenda_item" AS t WHERE true
--;
CREATE VIEW gallery."agenda_version" WITH (security_barrier) AS SELECT * FROM public."agenda_version" AS t WHERE true
--;
CREATE VIEW gallery."appointment" WITH (security_barrier) AS SELECT * FROM public."appointment" AS t WHERE true
--;
CREATE VIEW gallery."attachment" WITH (security_barrier) AS SELECT * FROM public."attachment" AS t WHERE true
--;
CREATE VIEW gallery."attendance" WITH (security_barrier) AS SELECT * FROM public."attendance" AS t WHERE true
--;
CREATE VIEW gallery."ballot" WITH (security_barrier) AS SELECT * FROM public."ballot" AS t WHERE true
--;
CREATE VIEW gallery."ballot_order" WITH (security_barrier) AS SELECT * FROM public."ballot_order" AS t WHERE true
--;
CREATE VIEW gallery."body" WITH (security_barrier) AS SELECT * FROM public."body" AS t WHERE true
--;
CREATE VIEW gallery."candidate" WITH (security_barrier) AS SELECT * FROM public."candidate" AS t WHERE true
--;
CREATE VIEW gallery."candidate_statement" WITH (security_barrier) AS SELECT * FROM public."candidate_statement" AS t WHERE true
--;
CREATE VIEW gallery."convocation" WITH (security_barrier) AS SELECT * FROM public."convocation" AS t WHERE true
--;
CREATE VIEW gallery."convocation_session" WITH (security_barrier) AS SELECT * FROM public."convocation_session" AS t WHERE true
--;
CREATE VIEW gallery."counting_commission" WITH (security_barrier) AS SELECT * FROM public."counting_commission" AS t WHERE true
--;
CREATE VIEW gallery."faction_vote" WITH (security_barrier) AS SELECT * FROM public."faction_vote" AS t WHERE true
--;
CREATE VIEW gallery."file" WITH (security_barrier) AS SELECT * FROM public."file" AS t WHERE EXISTS (SELECT FROM public.attachment AS a WHERE a.sha256 = t.sha256)
--;
CREATE VIEW gallery."journal" WITH (security_barrier) AS SELECT * FROM public."journal" AS t WHERE true
--;
CREATE VIEW gallery."mandate" WITH (security_barrier) AS SELECT * FROM public."mandate" AS t WHERE true
--;
CREATE VIEW gallery."membership" WITH (security_barrier) AS SELECT * FROM public."membership" AS t WHERE true
--;
CREATE VIEW gallery."office_term" WITH (security_barrier) AS SELECT * FROM public."office_term" AS t WHERE true
--;
CREATE VIEW gallery."person" WITH (security_barrier) AS SELECT * FROM public."person" AS t WHERE true
--;
CREATE VIEW gallery."person_name" WITH (security_barrier) AS SELECT * FROM public."person_name" AS t WHERE true
--;
CREATE VIEW gallery."post" WITH (security_barrier) AS SELECT * FROM public."post" AS t WHERE true
--;
CREATE VIEW gallery."presence" WITH (security_barrier) AS SELECT * FROM public."presence" AS t WHERE true
--;
CREATE VIEW gallery."presence_count" WITH (security_barrier) AS SELECT * FROM public."presence_count" AS t WHERE true
--;
CREATE VIEW gallery."proceeding" WITH (security_barrier) AS SELECT * FROM public."proceeding" AS t WHERE true
--;
CREATE VIEW gallery."registration" WITH (security_barrier) AS SELECT * FROM public."registration" AS t WHERE true
--;
CREATE VIEW gallery."resolution" WITH (security_barrier) AS SELECT * FROM public."resolution" AS t WHERE true
--;
CREATE VIEW gallery."sitting" WITH (security_barrier) AS SELECT * FROM public."sitting" AS t WHERE true
--;
CREATE VIEW gallery."sitting_decision" WITH (security_barrier) AS SELECT * FROM public."sitting_decision" AS t WHERE true
--;
CREATE VIEW gallery."sitting_item" WITH (security_barrier) AS SELECT * FROM public."sitting_item" AS t WHERE true
--;
CREATE VIEW gallery."sitting_move" WITH (security_barrier) AS SELECT * FROM public."sitting_move" AS t WHERE true
--;
CREATE VIEW gallery."speech" WITH (security_barrier) AS SELECT * FROM public."speech" AS t WHERE true
--;
CREATE VIEW gallery."vote" WITH (security_barrier) AS SELECT * FROM public."vote" AS t WHERE true
--;
CREATE VIEW gallery."vote_document" WITH (security_barrier) AS SELECT * FROM public."vote_document" AS t WHERE true
--;
GRANT SELECT ON gallery."agenda_item" TO chamber_public
--;
GRANT SELECT ON gallery."agenda_version" TO chamber_public
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
