import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'invitation', 'verify-email', 'password-reset', 'sign-in', 'second-factor', 'confirm-profile', 'introduction',
     'check-in', 'feedback', 'second-place', 'correction'`;

/** Data that came into wrong hands: whom it concerns, and who was told when, by which way. */
export class Breaches1765900000000 implements MigrationInterface {
  readonly name = 'Breaches1765900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE breach (
  id uuid CONSTRAINT breach_pkey PRIMARY KEY,
  cause text NOT NULL CONSTRAINT breach_cause_known
    CHECK (cause IN ('misused-account', 'lost-device', 'leaked-list', 'attack', 'mistake', 'other')),
  account text,
  began_on date NOT NULL,
  ended_on date NOT NULL,
  known_at timestamptz NOT NULL,
  advice text[] NOT NULL CONSTRAINT breach_advice_known CHECK (advice <@ ARRAY['call-your-network', 'change-number',
    'change-address', 'change-password', 'expect-false-messages', 'change-routine']),
  women integer NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  told_by text,
  told_at timestamptz,
  reported_by text,
  reported_at timestamptz,
  key_id smallint NOT NULL CONSTRAINT breach_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  CONSTRAINT breach_period_whole CHECK (ended_on >= began_on),
  CONSTRAINT breach_told_whole CHECK ((told_at IS NULL) = (told_by IS NULL)),
  CONSTRAINT breach_reported_whole CHECK ((reported_at IS NULL) = (reported_by IS NULL))
);

CREATE TABLE breach_mediator (
  breach_id uuid NOT NULL CONSTRAINT breach_mediator_breach REFERENCES breach ON DELETE CASCADE,
  mediator_id uuid NOT NULL CONSTRAINT breach_mediator_mediator REFERENCES mediator ON DELETE CASCADE,
  facts text[] NOT NULL CONSTRAINT breach_mediator_facts_known CHECK (facts <@ ARRAY['contact', 'profile', 'work']),
  channel text CONSTRAINT breach_mediator_channel_known CHECK (channel IN ('mail', 'message', 'person')),
  told_by text,
  told_at timestamptz,
  read_at timestamptz,
  CONSTRAINT breach_mediator_pkey PRIMARY KEY (breach_id, mediator_id),
  CONSTRAINT breach_mediator_told_whole CHECK ((told_at IS NULL) = (told_by IS NULL))
);
CREATE INDEX breach_mediator_of ON breach_mediator (mediator_id);

ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN
    (${BEFORE}, 'breach'));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM one_time_link WHERE purpose = 'breach';
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known,
  ADD CONSTRAINT one_time_link_purpose_known CHECK (purpose IN (${BEFORE}));
DROP TABLE breach_mediator, breach;`);
  }
}
