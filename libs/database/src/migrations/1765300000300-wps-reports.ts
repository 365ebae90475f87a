import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms by which actors report, their reports, who is consulted on them and what they say. What was submitted stays as it is. */
export class WpsReports1765300000300 implements MigrationInterface {
  readonly name = 'WpsReports1765300000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE wps_form (
  id uuid CONSTRAINT wps_form_pkey PRIMARY KEY,
  code text NOT NULL
    CONSTRAINT wps_form_code_form CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
  version integer NOT NULL CONSTRAINT wps_form_version_positive CHECK (version > 0),
  title jsonb NOT NULL,
  publisher text NOT NULL,
  rhythm text NOT NULL CONSTRAINT wps_form_rhythm_known
    CHECK (rhythm IN ('quarterly', 'half-yearly', 'yearly', 'every-four-years', 'on-request')),
  source text NOT NULL,
  checked boolean NOT NULL DEFAULT false,
  sections jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_form_version_unique UNIQUE (code, version)
);

CREATE TABLE wps_report (
  id uuid CONSTRAINT wps_report_pkey PRIMARY KEY,
  form_id uuid NOT NULL CONSTRAINT wps_report_form REFERENCES wps_form,
  actor_id uuid NOT NULL CONSTRAINT wps_report_actor REFERENCES wps_actor,
  from_day date NOT NULL,
  until_day date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CONSTRAINT wps_report_state_known
    CHECK (state IN ('draft', 'consultation', 'cleared', 'submitted', 'reviewed')),
  answers jsonb NOT NULL,
  sharing text NOT NULL DEFAULT 'own' CONSTRAINT wps_report_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  submitted_to text,
  submitted_at timestamptz,
  content text,
  hash text,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_report_once UNIQUE (form_id, actor_id, from_day, until_day),
  CONSTRAINT wps_report_days_in_order CHECK (until_day >= from_day),
  CONSTRAINT wps_report_frozen_whole CHECK ((state IN ('submitted', 'reviewed')) = (content IS NOT NULL)
    AND (content IS NULL) = (hash IS NULL) AND (content IS NULL) = (submitted_at IS NULL)
    AND (content IS NULL OR submitted_to IS NOT NULL))
);
CREATE INDEX wps_report_of_actor ON wps_report (actor_id, id);

CREATE TABLE wps_report_consulted (
  report_id uuid NOT NULL CONSTRAINT wps_report_consulted_report REFERENCES wps_report,
  actor_id uuid NOT NULL CONSTRAINT wps_report_consulted_actor REFERENCES wps_actor,
  CONSTRAINT wps_report_consulted_pkey PRIMARY KEY (report_id, actor_id)
);
CREATE INDEX wps_report_consulted_of_actor ON wps_report_consulted (actor_id);

CREATE TABLE wps_report_comment (
  id uuid CONSTRAINT wps_report_comment_pkey PRIMARY KEY,
  report_id uuid NOT NULL CONSTRAINT wps_report_comment_report REFERENCES wps_report,
  actor_id uuid NOT NULL CONSTRAINT wps_report_comment_actor REFERENCES wps_actor,
  cell text,
  words text NOT NULL CONSTRAINT wps_report_comment_words CHECK (length(words) BETWEEN 1 AND 2000),
  written_at timestamptz NOT NULL DEFAULT now(),
  answer text,
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX wps_report_comment_of_report ON wps_report_comment (report_id, id);
CREATE INDEX wps_report_comment_of_actor ON wps_report_comment (actor_id);

CREATE FUNCTION wps_report_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.content IS NOT NULL AND (OLD.content, OLD.hash, OLD.answers, OLD.submitted_to, OLD.submitted_at, OLD.form_id,
      OLD.actor_id, OLD.from_day, OLD.until_day)
    IS DISTINCT FROM (NEW.content, NEW.hash, NEW.answers, NEW.submitted_to, NEW.submitted_at, NEW.form_id, NEW.actor_id,
      NEW.from_day, NEW.until_day) THEN
    RAISE EXCEPTION 'A report that was submitted stays as it is.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER wps_report_keep BEFORE UPDATE ON wps_report FOR EACH ROW EXECUTE FUNCTION wps_report_keep();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE wps_report_comment, wps_report_consulted, wps_report, wps_form;
DROP FUNCTION wps_report_keep()`);
  }
}
