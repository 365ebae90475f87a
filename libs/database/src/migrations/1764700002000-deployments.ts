import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Women at work for organizers: clearance, check-ins, incidents, and who opened their emergency contact.
 *
 * `deployment_gone` is what stays of a deployment whose woman was erased: a count under a new id, and nothing of her.
 */
export class Deployments1764700002000 implements MigrationInterface {
  name = 'Deployments1764700002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE deployment (
  id uuid CONSTRAINT deployment_pkey PRIMARY KEY,
  introduction_id uuid NOT NULL CONSTRAINT deployment_introduction REFERENCES introduction_shown ON DELETE CASCADE,
  place text NOT NULL DEFAULT 'lead' CONSTRAINT deployment_place_known CHECK (place IN ('lead', 'alongside')),
  need_id uuid NOT NULL CONSTRAINT deployment_need REFERENCES need,
  mediator_id uuid NOT NULL CONSTRAINT deployment_mediator REFERENCES mediator ON DELETE CASCADE,
  organization_id uuid NOT NULL CONSTRAINT deployment_organization REFERENCES organization,
  network_id uuid NOT NULL CONSTRAINT deployment_network REFERENCES network,
  state text NOT NULL DEFAULT 'planned' CONSTRAINT deployment_state_known CHECK (state IN
    ('planned', 'clearing', 'ready', 'active', 'suspended', 'completed', 'ended-early', 'cancelled', 'closed')),
  mode text NOT NULL CONSTRAINT deployment_mode_known CHECK (mode IN ('remote', 'in-person', 'hybrid', 'standby')),
  setting text CONSTRAINT deployment_setting_known CHECK (setting IN ('remote', 'own-country', 'abroad', 'un-mission')),
  support text CONSTRAINT deployment_support_known CHECK (support IN
    ('direct-mediation', 'advice', 'training-and-coaching', 'facilitation')),
  engagement text NOT NULL CONSTRAINT deployment_engagement_known CHECK (engagement IN
    ('pro-bono', 'consultant', 'secondment', 'staff', 'grant')),
  role text CONSTRAINT deployment_role_known CHECK (role IN ('lead-mediator', 'co-mediator', 'facilitator', 'adviser',
    'process-designer', 'gender-adviser', 'observer', 'trainer', 'note-taker')),
  track text CONSTRAINT deployment_track_known CHECK (track IN ('1', '1.5', '2', '3')),
  territory text CONSTRAINT deployment_territory_form CHECK (territory ~ '^[A-Z]{2}$'),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  first_ends_on date NOT NULL,
  proposed_until date,
  proposed_by text CONSTRAINT deployment_proposed_by_known CHECK (proposed_by IN
    ('organizer', 'desk', 'mediator', 'system')),
  percent smallint NOT NULL CONSTRAINT deployment_percent_range CHECK (percent BETWEEN 1 AND 100),
  terms_revision integer NOT NULL,
  began_at timestamptz,
  ended_at timestamptz,
  ended_by text CONSTRAINT deployment_ended_by_known CHECK (ended_by IN ('organizer', 'desk', 'mediator', 'system')),
  reason text CONSTRAINT deployment_reason_known CHECK (reason IN ('need-cancelled', 'need-changed',
    'organization-suspended', 'security', 'health', 'family', 'clearance-failed', 'no-visa', 'parties-objected',
    'host-refused', 'funding', 'terms', 'conduct', 'process-ended', 'her-decision', 'other')),
  outcome text CONSTRAINT deployment_outcome_known CHECK (outcome IN ('agreement', 'partial', 'talks-continue',
    'ceasefire', 'confidence-measure', 'design-delivered', 'training-delivered', 'no-result-yet', 'broke-down',
    'not-disclosed')),
  outcome_readers text NOT NULL DEFAULT 'restricted' CONSTRAINT deployment_outcome_readers_known
    CHECK (outcome_readers IN ('public', 'restricted')),
  gender_provisions boolean,
  gender_readers text NOT NULL DEFAULT 'restricted' CONSTRAINT deployment_gender_readers_known
    CHECK (gender_readers IN ('public', 'restricted')),
  experience text CONSTRAINT deployment_experience_known CHECK (experience IN ('offered', 'accepted', 'declined')),
  rhythm text NOT NULL DEFAULT 'none' CONSTRAINT deployment_rhythm_known CHECK (rhythm IN ('daily', 'weekly', 'none')),
  check_in_time text NOT NULL DEFAULT '12:00' CONSTRAINT deployment_check_in_time_form
    CHECK (check_in_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_zone text NOT NULL DEFAULT 'UTC',
  grace_hours smallint NOT NULL DEFAULT 4 CONSTRAINT deployment_grace_range CHECK (grace_hours BETWEEN 1 AND 72),
  told_days smallint,
  told_on date,
  key_id smallint NOT NULL CONSTRAINT deployment_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  wake_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  shown_revision integer NOT NULL DEFAULT 1,
  CONSTRAINT deployment_once UNIQUE (introduction_id, place),
  CONSTRAINT deployment_days_in_order CHECK (ends_on >= starts_on),
  CONSTRAINT deployment_wakes CHECK ((state IN ('cancelled', 'closed')) = (wake_at IS NULL))
);
CREATE INDEX deployment_of_need ON deployment (need_id);
CREATE INDEX deployment_of_mediator ON deployment (mediator_id);
CREATE INDEX deployment_of_organization ON deployment (organization_id, id);
CREATE INDEX deployment_of_network ON deployment (network_id, id);
CREATE INDEX deployment_wake ON deployment (wake_at) WHERE wake_at IS NOT NULL;

CREATE TABLE deployment_gone (
  id uuid CONSTRAINT deployment_gone_pkey PRIMARY KEY,
  organization_id uuid NOT NULL CONSTRAINT deployment_gone_organization REFERENCES organization,
  network_id uuid NOT NULL CONSTRAINT deployment_gone_network REFERENCES network,
  need_id uuid NOT NULL CONSTRAINT deployment_gone_need REFERENCES need,
  track text CONSTRAINT deployment_gone_track_known CHECK (track IN ('1', '1.5', '2', '3')),
  mode text NOT NULL CONSTRAINT deployment_gone_mode_known CHECK (mode IN ('remote', 'in-person', 'hybrid', 'standby')),
  days integer NOT NULL,
  outcome text CONSTRAINT deployment_gone_outcome_known CHECK (outcome IN ('agreement', 'partial', 'talks-continue',
    'ceasefire', 'confidence-measure', 'design-delivered', 'training-delivered', 'no-result-yet', 'broke-down',
    'not-disclosed'))
);
CREATE INDEX deployment_gone_of_need ON deployment_gone (need_id);

CREATE FUNCTION deployment_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM mediator WHERE id = OLD.mediator_id)
      AND EXISTS (SELECT FROM need WHERE id = OLD.need_id) THEN
    INSERT INTO deployment_gone (id, organization_id, network_id, need_id, track, mode, days, outcome)
    VALUES (gen_random_uuid(), OLD.organization_id, OLD.network_id, OLD.need_id, OLD.track, OLD.mode,
      CASE WHEN OLD.began_at IS NULL THEN 0
        ELSE coalesce(OLD.ended_at, now())::date - OLD.began_at::date + 1 END, OLD.outcome);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER deployment_gone AFTER DELETE ON deployment FOR EACH ROW EXECUTE FUNCTION deployment_gone();

CREATE TABLE clearance_line (
  id uuid CONSTRAINT clearance_line_pkey PRIMARY KEY,
  deployment_id uuid NOT NULL CONSTRAINT clearance_line_deployment REFERENCES deployment ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT clearance_line_kind_known CHECK (kind IN ('tor-agreed', 'contract-or-letter',
    'conflict-of-interest', 'confidentiality', 'code-of-conduct', 'employer-release', 'fee-agreed', 'screening',
    'digital-security-briefing', 'psychosocial-offer', 'interpreter', 'risk-assessment', 'emergency-contact',
    'check-in-plan', 'accident-insurance', 'care-and-access-needs', 'health-insurance', 'medevac', 'medical-fitness',
    'visa', 'travel', 'malicious-acts-insurance', 'bsafe', 'ssafe', 'trip-clearance', 'un-certificate')),
  owner text NOT NULL CONSTRAINT clearance_line_owner_known CHECK (owner IN ('mediator', 'desk', 'organizer', 'host')),
  due_before text NOT NULL CONSTRAINT clearance_line_due_known CHECK (due_before IN ('ready', 'travel')),
  state text NOT NULL DEFAULT 'todo' CONSTRAINT clearance_line_state_known CHECK (state IN
    ('todo', 'requested', 'done', 'expired', 'not-needed', 'waived')),
  handled_by text,
  handled_on date,
  valid_until date,
  fit boolean CONSTRAINT clearance_line_fitness CHECK (fit IS NULL OR kind = 'medical-fitness'),
  proposed_by text,
  seconded_by text,
  agreed_at timestamptz,
  key_id smallint CONSTRAINT clearance_line_data_key REFERENCES data_key,
  sealed bytea,
  CONSTRAINT clearance_line_once UNIQUE (deployment_id, kind),
  CONSTRAINT clearance_line_sealed_whole CHECK ((key_id IS NULL) = (sealed IS NULL)),
  CONSTRAINT clearance_line_two_persons CHECK (seconded_by <> proposed_by),
  CONSTRAINT clearance_line_waived_whole
    CHECK (state <> 'waived' OR (proposed_by IS NOT NULL AND seconded_by IS NOT NULL))
);

CREATE TABLE check_in (
  id uuid CONSTRAINT check_in_pkey PRIMARY KEY,
  deployment_id uuid NOT NULL CONSTRAINT check_in_deployment REFERENCES deployment ON DELETE CASCADE,
  due_at timestamptz NOT NULL,
  missed_at timestamptz NOT NULL,
  asked_at timestamptz,
  state text NOT NULL DEFAULT 'due' CONSTRAINT check_in_state_known CHECK (state IN ('due', 'made', 'missed', 'excused')),
  made_at timestamptz,
  channel text CONSTRAINT check_in_channel_known CHECK (channel IN ('account', 'link', 'telephone', 'in-person')),
  wants_call boolean NOT NULL DEFAULT false,
  noted_by text,
  CONSTRAINT check_in_once UNIQUE (deployment_id, due_at),
  CONSTRAINT check_in_made_whole CHECK ((made_at IS NULL) = (channel IS NULL)
    AND (state <> 'made' OR made_at IS NOT NULL) AND (state <> 'due' OR made_at IS NULL))
);
CREATE UNIQUE INDEX check_in_open ON check_in (deployment_id) WHERE state = 'due';

CREATE TABLE incident (
  id uuid CONSTRAINT incident_pkey PRIMARY KEY,
  deployment_id uuid NOT NULL CONSTRAINT incident_deployment REFERENCES deployment ON DELETE CASCADE,
  reporter text NOT NULL CONSTRAINT incident_reporter_known CHECK (reporter IN ('mediator', 'safety-officer')),
  key_id smallint NOT NULL CONSTRAINT incident_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  reported_at timestamptz NOT NULL,
  closed_at timestamptz,
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX incident_of_deployment ON incident (deployment_id, id);

CREATE TABLE emergency_opening (
  id uuid CONSTRAINT emergency_opening_pkey PRIMARY KEY,
  deployment_id uuid NOT NULL CONSTRAINT emergency_opening_deployment REFERENCES deployment ON DELETE CASCADE,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  approved_by text CONSTRAINT emergency_opening_two_persons CHECK (approved_by <> asked_by),
  approved_at timestamptz,
  read_at timestamptz,
  told_at timestamptz,
  ended_at timestamptz,
  key_id smallint NOT NULL CONSTRAINT emergency_opening_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  CONSTRAINT emergency_opening_approved_whole CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CONSTRAINT emergency_opening_told_after CHECK (told_at IS NULL OR approved_at IS NOT NULL)
);
CREATE INDEX emergency_opening_of_deployment ON emergency_opening (deployment_id, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE emergency_opening, incident, check_in, clearance_line, deployment_gone, deployment;
DROP FUNCTION deployment_gone()`);
  }
}
