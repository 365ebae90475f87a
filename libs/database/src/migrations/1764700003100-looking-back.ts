import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What both sides say of each other after a deployment, what they answer in its review, and the lessons that are made of
 * it. A lesson that is published names nobody, and stays when its deployment goes with the mediator.
 */
export class LookingBack1764700003100 implements MigrationInterface {
  name = 'LookingBack1764700003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE feedback_round (
  deployment_id uuid CONSTRAINT feedback_round_pkey PRIMARY KEY
    CONSTRAINT feedback_round_deployment REFERENCES deployment ON DELETE CASCADE,
  asked_at timestamptz,
  closes_at timestamptz NOT NULL,
  released_at timestamptz,
  wake_at timestamptz
);
CREATE INDEX feedback_round_wake ON feedback_round (wake_at) WHERE wake_at IS NOT NULL;

CREATE TABLE deployment_feedback (
  id uuid CONSTRAINT deployment_feedback_pkey PRIMARY KEY,
  deployment_id uuid NOT NULL CONSTRAINT deployment_feedback_deployment REFERENCES deployment ON DELETE CASCADE,
  side text NOT NULL CONSTRAINT deployment_feedback_side_known CHECK (side IN ('organizer', 'mediator')),
  key_id smallint NOT NULL CONSTRAINT deployment_feedback_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  given_by text NOT NULL,
  given_at timestamptz NOT NULL,
  counted_in date,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT deployment_feedback_once UNIQUE (deployment_id, side)
);

CREATE TABLE feedback_reply (
  feedback_id uuid CONSTRAINT feedback_reply_pkey PRIMARY KEY
    CONSTRAINT feedback_reply_feedback REFERENCES deployment_feedback ON DELETE CASCADE,
  key_id smallint NOT NULL CONSTRAINT feedback_reply_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  replied_by text NOT NULL,
  replied_at timestamptz NOT NULL
);

CREATE TABLE organizer_figure (
  organization_id uuid NOT NULL CONSTRAINT organizer_figure_organization REFERENCES organization ON DELETE CASCADE,
  first_day date NOT NULL,
  sums jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT organizer_figure_pkey PRIMARY KEY (organization_id, first_day)
);

CREATE TABLE after_action (
  id uuid CONSTRAINT after_action_pkey PRIMARY KEY,
  deployment_id uuid NOT NULL CONSTRAINT after_action_deployment REFERENCES deployment ON DELETE CASCADE,
  side text NOT NULL CONSTRAINT after_action_side_known CHECK (side IN ('organizer', 'mediator')),
  key_id smallint NOT NULL CONSTRAINT after_action_data_key REFERENCES data_key,
  sealed bytea NOT NULL,
  given_by text NOT NULL,
  given_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT after_action_once UNIQUE (deployment_id, side)
);

CREATE TABLE lesson (
  id uuid CONSTRAINT lesson_pkey PRIMARY KEY,
  deployment_id uuid CONSTRAINT lesson_deployment REFERENCES deployment ON DELETE SET NULL,
  network_id uuid NOT NULL CONSTRAINT lesson_network REFERENCES network,
  state text NOT NULL DEFAULT 'draft' CONSTRAINT lesson_state_known CHECK (state IN ('draft', 'published', 'withdrawn')),
  key_id smallint CONSTRAINT lesson_data_key REFERENCES data_key,
  sealed bytea,
  published jsonb,
  published_on date,
  decided_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT lesson_once UNIQUE (deployment_id),
  CONSTRAINT lesson_sealed_whole CHECK ((key_id IS NULL) = (sealed IS NULL)),
  CONSTRAINT lesson_published_whole CHECK ((state = 'published') = (published IS NOT NULL)
    AND (state = 'draft') = (sealed IS NOT NULL) AND (state <> 'published' OR published_on IS NOT NULL))
);
CREATE INDEX lesson_of_network ON lesson (network_id, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE lesson, after_action, organizer_figure, feedback_reply, deployment_feedback, feedback_round;`);
  }
}
