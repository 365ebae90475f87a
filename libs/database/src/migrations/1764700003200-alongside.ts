import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second places beside mediators at work, and who was whose mentor. */
export class Alongside1764700003200 implements MigrationInterface {
  name = 'Alongside1764700003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE alongside_place (
  id uuid CONSTRAINT alongside_place_pkey PRIMARY KEY,
  deployment_id uuid NOT NULL CONSTRAINT alongside_place_deployment REFERENCES deployment ON DELETE CASCADE,
  mediator_id uuid NOT NULL CONSTRAINT alongside_place_mediator REFERENCES mediator ON DELETE CASCADE,
  public_id uuid NOT NULL,
  form text NOT NULL CONSTRAINT alongside_place_form_known CHECK (form IN ('shadow', 'note-taker', 'co-mediator')),
  state text NOT NULL DEFAULT 'proposed' CONSTRAINT alongside_place_state_known CHECK (state IN
    ('proposed', 'offered', 'arranged', 'declined', 'withdrawn', 'lapsed')),
  newcomer_agreed_at timestamptz,
  organizer_agreed_at timestamptz,
  mentor_agreed_at timestamptz,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  wake_at timestamptz,
  CONSTRAINT alongside_place_arranged_by_all CHECK (state <> 'arranged' OR (newcomer_agreed_at IS NOT NULL
    AND organizer_agreed_at IS NOT NULL AND mentor_agreed_at IS NOT NULL)),
  CONSTRAINT alongside_place_open_wakes CHECK ((state IN ('proposed', 'offered')) = (wake_at IS NOT NULL))
);
CREATE UNIQUE INDEX alongside_place_open ON alongside_place (deployment_id) WHERE state IN ('proposed', 'offered');
CREATE INDEX alongside_place_of_mediator ON alongside_place (mediator_id);
CREATE INDEX alongside_place_wake ON alongside_place (wake_at) WHERE wake_at IS NOT NULL;

CREATE TABLE mentoring (
  id uuid CONSTRAINT mentoring_pkey PRIMARY KEY,
  deployment_id uuid CONSTRAINT mentoring_deployment REFERENCES deployment ON DELETE SET NULL,
  mentor_id uuid CONSTRAINT mentoring_mentor REFERENCES mediator ON DELETE SET NULL,
  newcomer_id uuid CONSTRAINT mentoring_newcomer REFERENCES mediator ON DELETE SET NULL,
  form text NOT NULL CONSTRAINT mentoring_form_known CHECK (form IN ('shadow', 'note-taker', 'co-mediator')),
  began_on date NOT NULL,
  ended_on date NOT NULL,
  shown_of_mentor boolean NOT NULL DEFAULT false,
  shown_of_newcomer boolean NOT NULL DEFAULT false,
  CONSTRAINT mentoring_once UNIQUE (deployment_id),
  CONSTRAINT mentoring_of_two CHECK (mentor_id <> newcomer_id),
  CONSTRAINT mentoring_days_in_order CHECK (ended_on >= began_on)
);
CREATE INDEX mentoring_of_mentor ON mentoring (mentor_id);
CREATE INDEX mentoring_of_newcomer ON mentoring (newcomer_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mentoring, alongside_place');
  }
}
