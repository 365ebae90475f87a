import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Terms of reference, introductions, desks of networks, and how mediators want to be asked.
 *
 * An introduction has two rows of one id. `introduction_shown` is the organizer's side and stays; `introduction` is the
 * side of her network and herself, and goes with her.
 */
export class Introductions1764700001000 implements MigrationInterface {
  name = 'Introductions1764700001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE terms_version (
  id uuid CONSTRAINT terms_version_pkey PRIMARY KEY,
  need_id uuid NOT NULL CONSTRAINT terms_version_need REFERENCES need ON DELETE CASCADE,
  revision integer NOT NULL,
  key_id smallint NOT NULL CONSTRAINT terms_version_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT terms_version_revision_unique UNIQUE (need_id, revision)
);

CREATE TABLE introduction_shown (
  id uuid CONSTRAINT introduction_shown_pkey PRIMARY KEY,
  need_id uuid NOT NULL CONSTRAINT introduction_shown_need REFERENCES need ON DELETE CASCADE,
  organization_id uuid NOT NULL CONSTRAINT introduction_shown_organization REFERENCES organization,
  urgency text NOT NULL CONSTRAINT introduction_shown_urgency_known CHECK (urgency IN ('flash', 'urgent', 'routine')),
  state text NOT NULL DEFAULT 'with-network' CONSTRAINT introduction_shown_state_known CHECK (state IN
    ('with-network', 'returned', 'question', 'accepted', 'confirmed', 'connected', 'ended')),
  word text CONSTRAINT introduction_shown_word_known CHECK (word IN ('no-answer', 'available-later', 'not-this',
    'withdrawn', 'lapsed', 'stood-down', 'engaged', 'not-engaged')),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  due_at timestamptz,
  asked_at timestamptz,
  rest_due_at timestamptz,
  reviewed boolean NOT NULL DEFAULT false,
  ended_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT introduction_shown_end_whole CHECK ((state = 'ended') = (word IS NOT NULL)
    AND (state = 'ended') = (ended_at IS NOT NULL) AND (state = 'ended') = (due_at IS NULL)),
  CONSTRAINT introduction_shown_question_whole CHECK ((state = 'question') = (asked_at IS NOT NULL)
    AND (asked_at IS NULL) = (rest_due_at IS NULL))
);
CREATE INDEX introduction_shown_of_need ON introduction_shown (need_id, id);
CREATE INDEX introduction_shown_of_organization ON introduction_shown (organization_id, id);
CREATE INDEX introduction_shown_due ON introduction_shown (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE introduction (
  id uuid CONSTRAINT introduction_pkey PRIMARY KEY
    CONSTRAINT introduction_shown_side REFERENCES introduction_shown ON DELETE CASCADE,
  need_id uuid NOT NULL CONSTRAINT introduction_need REFERENCES need ON DELETE CASCADE,
  entry_id uuid CONSTRAINT introduction_entry REFERENCES shortlist_entry ON DELETE SET NULL,
  mediator_id uuid NOT NULL CONSTRAINT introduction_mediator REFERENCES mediator ON DELETE CASCADE,
  public_id uuid NOT NULL,
  network_id uuid CONSTRAINT introduction_network REFERENCES network,
  state text NOT NULL DEFAULT 'requested' CONSTRAINT introduction_state_known CHECK (state IN ('requested', 'returned',
    'forwarded', 'accepted', 'confirmed', 'connected', 'declined', 'expired', 'refused', 'withdrawn', 'lapsed',
    'stood-down', 'engaged', 'not-engaged')),
  urgency text NOT NULL CONSTRAINT introduction_urgency_known CHECK (urgency IN ('flash', 'urgent', 'routine')),
  revision integer NOT NULL DEFAULT 1,
  requested_at timestamptz NOT NULL,
  desk_remind_at timestamptz NOT NULL,
  desk_due_at timestamptz NOT NULL,
  desk_ends_at timestamptz NOT NULL,
  forwarded_at timestamptz,
  acknowledged_at timestamptz,
  answer_due_at timestamptz,
  paused_at timestamptz,
  questioned boolean NOT NULL DEFAULT false,
  terms_revision integer NOT NULL,
  accepted_terms_revision integer,
  accepted_at timestamptz,
  reviewed_at timestamptz,
  confirmed_at timestamptz,
  connected_at timestamptz,
  relay boolean NOT NULL DEFAULT false,
  taken_back_at timestamptz,
  ended_at timestamptz,
  lapses_at timestamptz,
  reminded text[] NOT NULL DEFAULT '{}' CONSTRAINT introduction_reminded_known
    CHECK (reminded <@ ARRAY['desk-half', 'desk-due', 'her-half', 'her-last', 'review', 'connected']),
  wake_at timestamptz,
  key_id smallint CONSTRAINT introduction_data_key REFERENCES data_key,
  sealed bytea,
  CONSTRAINT introduction_forwarded_whole CHECK ((forwarded_at IS NULL) = (answer_due_at IS NULL)),
  CONSTRAINT introduction_connected_by_both CHECK (state NOT IN ('connected', 'engaged', 'not-engaged')
    OR (accepted_at IS NOT NULL AND confirmed_at IS NOT NULL AND connected_at IS NOT NULL
      AND accepted_terms_revision IS NOT NULL)),
  CONSTRAINT introduction_end_whole CHECK ((ended_at IS NOT NULL) = (state IN
    ('declined', 'expired', 'refused', 'withdrawn', 'lapsed', 'stood-down', 'engaged', 'not-engaged'))),
  CONSTRAINT introduction_open_wakes CHECK ((ended_at IS NULL) = (wake_at IS NOT NULL)),
  CONSTRAINT introduction_sealed_whole CHECK ((key_id IS NULL) = (sealed IS NULL))
);
CREATE INDEX introduction_of_need ON introduction (need_id);
CREATE INDEX introduction_of_entry ON introduction (entry_id);
CREATE INDEX introduction_of_mediator ON introduction (mediator_id, id);
CREATE INDEX introduction_of_network ON introduction (network_id, id);
CREATE INDEX introduction_wakes ON introduction (wake_at) WHERE wake_at IS NOT NULL;

CREATE TABLE introduction_step (
  id uuid CONSTRAINT introduction_step_pkey PRIMARY KEY,
  introduction_id uuid NOT NULL CONSTRAINT introduction_step_introduction REFERENCES introduction ON DELETE CASCADE,
  step text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX introduction_step_of_introduction ON introduction_step (introduction_id, id);

CREATE TABLE introduction_contact_read (
  id uuid CONSTRAINT introduction_contact_read_pkey PRIMARY KEY,
  introduction_id uuid NOT NULL
    CONSTRAINT introduction_contact_read_introduction REFERENCES introduction ON DELETE CASCADE,
  reader text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX introduction_contact_read_of_introduction ON introduction_contact_read (introduction_id);

CREATE TABLE relay_message (
  id uuid CONSTRAINT relay_message_pkey PRIMARY KEY,
  introduction_id uuid NOT NULL CONSTRAINT relay_message_introduction REFERENCES introduction ON DELETE CASCADE,
  author text NOT NULL CONSTRAINT relay_message_author_known CHECK (author IN ('organizer', 'mediator', 'desk')),
  recipient text NOT NULL CONSTRAINT relay_message_recipient_known CHECK (recipient IN ('organizer', 'mediator')),
  key_id smallint NOT NULL CONSTRAINT relay_message_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CONSTRAINT relay_message_state_known
    CHECK (state IN ('waiting', 'passed', 'held')),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  handled_at timestamptz,
  handled_by text,
  CONSTRAINT relay_message_not_to_itself CHECK (recipient <> author),
  CONSTRAINT relay_message_handled_whole
    CHECK ((state = 'waiting') = (handled_at IS NULL) AND (handled_at IS NULL) = (handled_by IS NULL))
);
CREATE INDEX relay_message_of_introduction ON relay_message (introduction_id, id);

CREATE TABLE network_desk (
  network_id uuid CONSTRAINT network_desk_pkey PRIMARY KEY
    CONSTRAINT network_desk_network REFERENCES network ON DELETE CASCADE,
  address text NOT NULL DEFAULT '',
  time_zone text NOT NULL DEFAULT 'UTC',
  working_days smallint[] NOT NULL DEFAULT '{1,2,3,4,5}' CONSTRAINT network_desk_working_days_known
    CHECK (cardinality(working_days) > 0 AND working_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  opens text NOT NULL DEFAULT '09:00',
  closes text NOT NULL DEFAULT '17:00',
  languages text[] NOT NULL DEFAULT '{}',
  updated_by text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT network_desk_hours_in_order CHECK (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND opens < closes)
);

CREATE TABLE desk_member (
  network_id uuid NOT NULL CONSTRAINT desk_member_network REFERENCES network ON DELETE CASCADE,
  account_id uuid NOT NULL CONSTRAINT desk_member_account REFERENCES account ON DELETE CASCADE,
  duty text NOT NULL CONSTRAINT desk_member_duty_known CHECK (duty IN ('officer', 'deputy', 'safety-officer')),
  appointed_by text NOT NULL,
  appointed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT desk_member_pkey PRIMARY KEY (network_id, account_id, duty)
);
CREATE INDEX desk_member_of_account ON desk_member (account_id);

CREATE TABLE mediator_preference (
  mediator_id uuid CONSTRAINT mediator_preference_pkey PRIMARY KEY
    CONSTRAINT mediator_preference_mediator REFERENCES mediator ON DELETE CASCADE,
  time_zone text NOT NULL DEFAULT 'UTC',
  quiet_from text,
  quiet_until text,
  channel text NOT NULL DEFAULT 'mail' CONSTRAINT mediator_preference_channel_known
    CHECK (channel IN ('mail', 'telephone', 'message')),
  desk_network_id uuid CONSTRAINT mediator_preference_network REFERENCES network ON DELETE SET NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT mediator_preference_quiet_whole CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);

ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    ('invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile', 'introduction'));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM one_time_link WHERE purpose = 'introduction';
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    ('invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile'));
DROP TABLE mediator_preference, desk_member, network_desk, relay_message, introduction_contact_read, introduction_step,
  introduction, introduction_shown, terms_version;`);
  }
}
