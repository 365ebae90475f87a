import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lessons of actors, who uses them, and gender-sensitive conflict analyses. */
export class WpsLessons1766000000000 implements MigrationInterface {
  readonly name = 'WpsLessons1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE wps_lesson (
  id uuid CONSTRAINT wps_lesson_pkey PRIMARY KEY,
  actor_id uuid NOT NULL CONSTRAINT wps_lesson_actor REFERENCES wps_actor,
  language text NOT NULL,
  title text NOT NULL,
  territory text,
  context text NOT NULL,
  done text NOT NULL,
  result text NOT NULL,
  evidence text NOT NULL CONSTRAINT wps_lesson_evidence_known
    CHECK (evidence IN ('anecdote', 'monitored', 'evaluated')),
  source text,
  conditions text,
  costs text,
  avoid text,
  office text,
  themes text[] NOT NULL,
  after_action_id uuid,
  state text NOT NULL DEFAULT 'draft' CONSTRAINT wps_lesson_state_known
    CHECK (state IN ('draft', 'reviewed', 'shared', 'retired')),
  sharing text NOT NULL DEFAULT 'own' CONSTRAINT wps_lesson_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX wps_lesson_of_actor ON wps_lesson (actor_id, id);

CREATE TABLE wps_lesson_use (
  id uuid CONSTRAINT wps_lesson_use_pkey PRIMARY KEY,
  lesson_id uuid NOT NULL CONSTRAINT wps_lesson_use_lesson REFERENCES wps_lesson,
  actor_id uuid NOT NULL CONSTRAINT wps_lesson_use_actor REFERENCES wps_actor,
  adapted text NOT NULL,
  outcome text,
  from_day date NOT NULL,
  until_day date,
  sharing text NOT NULL DEFAULT 'network' CONSTRAINT wps_lesson_use_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_lesson_use_once UNIQUE (lesson_id, actor_id),
  CONSTRAINT wps_lesson_use_days_in_order CHECK (until_day >= from_day)
);
CREATE INDEX wps_lesson_use_of_actor ON wps_lesson_use (actor_id, id);

CREATE TABLE wps_analysis (
  id uuid CONSTRAINT wps_analysis_pkey PRIMARY KEY,
  actor_id uuid NOT NULL CONSTRAINT wps_analysis_actor REFERENCES wps_actor,
  language text NOT NULL,
  title text NOT NULL,
  territory text NOT NULL,
  done_on date NOT NULL,
  method text NOT NULL,
  timing text NOT NULL CONSTRAINT wps_analysis_timing_known
    CHECK (timing IN ('before-design', 'after-design')),
  office text NOT NULL,
  answers jsonb NOT NULL,
  used_in jsonb NOT NULL,
  sharing text NOT NULL DEFAULT 'own' CONSTRAINT wps_analysis_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX wps_analysis_of_actor ON wps_analysis (actor_id, id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wps_analysis, wps_lesson_use, wps_lesson');
  }
}
