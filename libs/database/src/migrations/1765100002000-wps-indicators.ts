import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what work on women, peace and security is measured: frameworks, their indicators, and what actors observe. */
export class WpsIndicators1765100002000 implements MigrationInterface {
  readonly name = 'WpsIndicators1765100002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE wps_framework (
  id uuid CONSTRAINT wps_framework_pkey PRIMARY KEY,
  code text NOT NULL CONSTRAINT wps_framework_code_unique UNIQUE
    CONSTRAINT wps_framework_code_form CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
  title jsonb NOT NULL,
  publisher text NOT NULL,
  source text NOT NULL CONSTRAINT wps_framework_source_length CHECK (length(source) BETWEEN 1 AND 500),
  revision integer NOT NULL DEFAULT 1
);

CREATE TABLE wps_indicator (
  id uuid CONSTRAINT wps_indicator_pkey PRIMARY KEY,
  framework_id uuid NOT NULL CONSTRAINT wps_indicator_framework REFERENCES wps_framework,
  code text NOT NULL,
  place integer NOT NULL,
  text jsonb NOT NULL,
  unit text NOT NULL CONSTRAINT wps_indicator_unit_known
    CHECK (unit IN ('share', 'count', 'ratio', 'index', 'yes-no', 'text')),
  direction text NOT NULL CONSTRAINT wps_indicator_direction_known CHECK (direction IN ('up', 'down', 'neutral')),
  level text NOT NULL CONSTRAINT wps_indicator_level_known CHECK (level IN ('global', 'national', 'local')),
  concept text NOT NULL CONSTRAINT wps_indicator_concept_known CHECK (concept IN (
    'sexual-violence-prevalence', 'sexual-violence-patterns', 'mission-reporting-on-violations',
    'rights-bodies-acting', 'women-in-rights-bodies', 'exploitation-cases-acted-upon', 'directives-to-peacekeepers',
    'security-policy-measures', 'council-actions', 'women-executives-regional', 'agreements-gender',
    'women-senior-un', 'gender-adviser-posts', 'women-in-negotiations', 'women-observers', 'women-lead-mediators',
    'women-in-mediation-teams', 'women-signatories', 'women-in-parliament', 'women-ministers',
    'women-voters-candidates', 'council-missions-gender', 'women-local-government', 'women-decision-makers',
    'physical-security', 'laws-on-womens-rights', 'women-in-justice-security', 'women-in-peacekeeping',
    'small-arms-control', 'temporary-employment', 'violence-cases-justice', 'training-hours', 'maternal-mortality',
    'school-enrolment', 'gender-budget-plans', 'budget-tracking', 'funding-women-csos', 'un-spending-gender',
    'truth-commissions', 'reparations', 'women-in-ddr', 'action-plan', 'defenders-attacked', 'rights-institution')),
  fit text NOT NULL CONSTRAINT wps_indicator_fit_known CHECK (fit IN ('same', 'narrower', 'broader', 'different-method')),
  fit_note text,
  checked boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_indicator_code_unique UNIQUE (framework_id, code),
  CONSTRAINT wps_indicator_misfit_explained CHECK (fit = 'same' OR fit_note IS NOT NULL)
);

CREATE TABLE wps_observation (
  id uuid CONSTRAINT wps_observation_pkey PRIMARY KEY,
  actor_id uuid NOT NULL CONSTRAINT wps_observation_actor REFERENCES wps_actor,
  indicator_id uuid NOT NULL CONSTRAINT wps_observation_indicator REFERENCES wps_indicator,
  from_day date NOT NULL,
  until_day date NOT NULL,
  value numeric(24,8),
  text text,
  numerator numeric(24,8),
  denominator numeric(24,8),
  part text,
  status text NOT NULL CONSTRAINT wps_observation_status_known CHECK (status IN ('verified', 'reported', 'estimated')),
  source text NOT NULL CONSTRAINT wps_observation_source_length CHECK (length(source) BETWEEN 1 AND 500),
  method_note text,
  url text,
  sharing text NOT NULL DEFAULT 'own' CONSTRAINT wps_observation_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  supersedes_id uuid CONSTRAINT wps_observation_supersedes REFERENCES wps_observation
    CONSTRAINT wps_observation_superseded_once UNIQUE,
  superseded boolean NOT NULL DEFAULT false,
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT wps_observation_days_in_order CHECK (until_day >= from_day),
  CONSTRAINT wps_observation_stated CHECK (value IS NOT NULL OR text IS NOT NULL),
  CONSTRAINT wps_observation_not_own CHECK (supersedes_id <> id)
);
CREATE INDEX wps_observation_of_actor ON wps_observation (actor_id, id);
CREATE INDEX wps_observation_of_indicator ON wps_observation (indicator_id, actor_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wps_observation, wps_indicator, wps_framework');
  }
}
