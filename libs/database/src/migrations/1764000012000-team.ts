import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Teams that were asked for, worked out in the background. Whoever is named in one, in what was asked
 * or what was found, has a row of her own: when she goes, the whole run goes.
 */
export class Team1764000012000 implements MigrationInterface {
  name = 'Team1764000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE team_run (
  id uuid PRIMARY KEY,
  asked_by text NOT NULL,
  clearance text NOT NULL CONSTRAINT team_run_clearance_known CHECK (clearance IN ('PUBLIC', 'VETTED')),
  need jsonb NOT NULL,
  request jsonb NOT NULL,
  time_limit smallint NOT NULL CONSTRAINT team_run_time_limit_positive CHECK (time_limit > 0),
  state text NOT NULL DEFAULT 'queued' CONSTRAINT team_run_state_known
    CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  cancel_requested boolean NOT NULL DEFAULT false,
  progress jsonb,
  result jsonb,
  failure text,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  ended_at timestamptz
);
CREATE INDEX team_run_asked_by ON team_run (asked_by, id);

CREATE TABLE team_run_mediator (
  run_id uuid NOT NULL CONSTRAINT team_run_mediator_run REFERENCES team_run ON DELETE CASCADE,
  mediator_id uuid NOT NULL CONSTRAINT team_run_mediator_mediator REFERENCES mediator ON DELETE CASCADE,
  CONSTRAINT team_run_mediator_pkey PRIMARY KEY (run_id, mediator_id)
);
CREATE INDEX team_run_mediator_of ON team_run_mediator (mediator_id);

CREATE FUNCTION team_run_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM team_run WHERE id = OLD.run_id;
  RETURN NULL;
END $$;
CREATE TRIGGER team_run_forget AFTER DELETE ON team_run_mediator
  FOR EACH ROW EXECUTE FUNCTION team_run_forget();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE team_run_mediator, team_run; DROP FUNCTION team_run_forget');
  }
}
