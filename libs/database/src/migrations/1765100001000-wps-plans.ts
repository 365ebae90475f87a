import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What actors undertake for women, peace and security: action plans with items, budgets and involvement; commitments. */
export class WpsPlans1765100001000 implements MigrationInterface {
  readonly name = 'WpsPlans1765100001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE wps_plan (
  id uuid CONSTRAINT wps_plan_pkey PRIMARY KEY,
  actor_id uuid NOT NULL CONSTRAINT wps_plan_actor REFERENCES wps_actor,
  level text NOT NULL CONSTRAINT wps_plan_level_known CHECK (level IN ('national', 'regional', 'local')),
  parent_id uuid CONSTRAINT wps_plan_parent REFERENCES wps_plan,
  generation smallint NOT NULL CONSTRAINT wps_plan_generation_counted CHECK (generation BETWEEN 1 AND 20),
  title jsonb NOT NULL,
  languages text[] NOT NULL CONSTRAINT wps_plan_languages_known
    CHECK (languages <@ ARRAY['ar', 'en', 'es', 'fr', 'pt', 'sw']),
  adopted date,
  from_day date,
  until_day date,
  state text NOT NULL DEFAULT 'draft' CONSTRAINT wps_plan_state_known
    CHECK (state IN ('draft', 'adopted', 'in-force', 'expired', 'superseded')),
  lead_office text,
  lead_position text CONSTRAINT wps_plan_lead_position_known CHECK (lead_position IN
    ('head-of-state-or-government', 'cabinet-minister', 'deputy-minister', 'director', 'unit', 'focal-person-only')),
  lead_ministry text CONSTRAINT wps_plan_lead_ministry_known CHECK (lead_ministry IN
    ('foreign', 'defence', 'gender', 'interior', 'justice', 'social', 'cross-government')),
  coordination_body text,
  focus text NOT NULL CONSTRAINT wps_plan_focus_known CHECK (focus IN ('inward', 'outward', 'both')),
  budget_status text NOT NULL CONSTRAINT wps_plan_budget_status_known
    CHECK (budget_status IN ('none', 'mentioned', 'estimated', 'costed', 'allocated', 'spent-reported')),
  mediator_nomination text,
  document_url text,
  reported_on date,
  report_url text,
  sharing text NOT NULL DEFAULT 'own' CONSTRAINT wps_plan_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_plan_days_in_order CHECK (until_day >= from_day),
  CONSTRAINT wps_plan_not_own_parent CHECK (parent_id <> id)
);
CREATE INDEX wps_plan_of_actor ON wps_plan (actor_id, id);
CREATE INDEX wps_plan_of_parent ON wps_plan (parent_id);

CREATE TABLE wps_plan_item (
  id uuid CONSTRAINT wps_plan_item_pkey PRIMARY KEY,
  plan_id uuid NOT NULL CONSTRAINT wps_plan_item_plan REFERENCES wps_plan,
  parent_id uuid CONSTRAINT wps_plan_item_parent REFERENCES wps_plan_item,
  kind text NOT NULL CONSTRAINT wps_plan_item_kind_known CHECK (kind IN ('goal', 'outcome', 'action')),
  place integer NOT NULL,
  text jsonb NOT NULL,
  pillar text CONSTRAINT wps_plan_item_pillar_known
    CHECK (pillar IN ('prevention', 'participation', 'protection', 'relief-and-recovery', 'cross-cutting')),
  themes text[] NOT NULL,
  responsible text,
  from_day date,
  until_day date,
  progress text NOT NULL DEFAULT 'not-started' CONSTRAINT wps_plan_item_progress_known
    CHECK (progress IN ('not-started', 'under-way', 'done', 'stopped')),
  progress_note text,
  indicators jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_plan_item_days_in_order CHECK (until_day >= from_day),
  CONSTRAINT wps_plan_item_not_own_parent CHECK (parent_id <> id)
);
CREATE INDEX wps_plan_item_of_plan ON wps_plan_item (plan_id, place, id);
CREATE INDEX wps_plan_item_of_parent ON wps_plan_item (parent_id);

CREATE TABLE wps_budget_line (
  id uuid CONSTRAINT wps_budget_line_pkey PRIMARY KEY,
  item_id uuid NOT NULL CONSTRAINT wps_budget_line_item REFERENCES wps_plan_item,
  year smallint NOT NULL CONSTRAINT wps_budget_line_year_counted CHECK (year BETWEEN 2000 AND 2100),
  currency text NOT NULL CONSTRAINT wps_budget_line_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
  planned numeric(18,2),
  allocated numeric(18,2),
  spent numeric(18,2),
  source text,
  marker smallint CONSTRAINT wps_budget_line_marker_known CHECK (marker IN (0, 1, 2)),
  to_women_cso boolean,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_budget_line_amounts_positive CHECK (planned >= 0 AND allocated >= 0 AND spent >= 0)
);
CREATE INDEX wps_budget_line_of_item ON wps_budget_line (item_id, year, id);

CREATE TABLE wps_involvement (
  id uuid CONSTRAINT wps_involvement_pkey PRIMARY KEY,
  plan_id uuid NOT NULL CONSTRAINT wps_involvement_plan REFERENCES wps_plan,
  who text NOT NULL CONSTRAINT wps_involvement_who_known CHECK (who IN
    ('cso', 'women-cso', 'youth', 'parliament', 'academia', 'private', 'security-sector', 'local-authority')),
  actor_id uuid CONSTRAINT wps_involvement_actor REFERENCES wps_actor,
  name text NOT NULL,
  stage text NOT NULL CONSTRAINT wps_involvement_stage_known
    CHECK (stage IN ('drafting', 'adoption', 'implementation', 'monitoring', 'review')),
  how text NOT NULL CONSTRAINT wps_involvement_how_known
    CHECK (how IN ('informed', 'consulted', 'member-of-body', 'co-lead', 'funded')),
  evidence text,
  answer text NOT NULL DEFAULT 'unanswered' CONSTRAINT wps_involvement_answer_known
    CHECK (answer IN ('unanswered', 'confirmed', 'contested')),
  answer_words text,
  answered_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_involvement_answered_whole CHECK ((answer = 'unanswered') = (answered_at IS NULL)),
  CONSTRAINT wps_involvement_answer_of_actor CHECK (actor_id IS NOT NULL OR answer = 'unanswered')
);
CREATE INDEX wps_involvement_of_plan ON wps_involvement (plan_id, id);
CREATE INDEX wps_involvement_of_actor ON wps_involvement (actor_id, id);

CREATE TABLE wps_commitment (
  id uuid CONSTRAINT wps_commitment_pkey PRIMARY KEY,
  actor_id uuid NOT NULL CONSTRAINT wps_commitment_actor REFERENCES wps_actor,
  text jsonb NOT NULL,
  source text NOT NULL CONSTRAINT wps_commitment_source_known
    CHECK (source IN ('meeting', 'resolution', 'pledge', 'plan', 'treaty-body', 'report')),
  source_text text NOT NULL,
  meeting_id uuid CONSTRAINT wps_commitment_meeting REFERENCES wps_meeting,
  owed_to text,
  responsible text,
  due_on date,
  review_on date,
  themes text[] NOT NULL,
  state text NOT NULL DEFAULT 'open' CONSTRAINT wps_commitment_state_known
    CHECK (state IN ('open', 'on-track', 'at-risk', 'done', 'dropped')),
  evidence text,
  reason text,
  sharing text NOT NULL DEFAULT 'own' CONSTRAINT wps_commitment_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_commitment_meeting_is_source CHECK (meeting_id IS NULL OR source = 'meeting'),
  CONSTRAINT wps_commitment_kept_with_evidence CHECK (state <> 'done' OR evidence IS NOT NULL),
  CONSTRAINT wps_commitment_dropped_with_reason CHECK ((state = 'dropped') = (reason IS NOT NULL))
);
CREATE INDEX wps_commitment_of_actor ON wps_commitment (actor_id, id);
CREATE INDEX wps_commitment_of_meeting ON wps_commitment (meeting_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE wps_commitment, wps_involvement, wps_budget_line, wps_plan_item, wps_plan',
    );
  }
}
