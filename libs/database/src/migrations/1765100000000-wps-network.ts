import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part in the agenda of women, peace and security: actors, memberships, offices, focal points, meetings. */
export class WpsNetwork1765100000000 implements MigrationInterface {
  readonly name = 'WpsNetwork1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE wps_actor (
  id uuid CONSTRAINT wps_actor_pkey PRIMARY KEY,
  kind text NOT NULL CONSTRAINT wps_actor_kind_known CHECK (kind IN ('state', 'regional-organization', 'un-entity',
    'local-government', 'civil-society', 'network')),
  code text NOT NULL CONSTRAINT wps_actor_code_unique UNIQUE
    CONSTRAINT wps_actor_code_form CHECK (code ~ '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$' AND length(code) <= 64),
  names jsonb NOT NULL,
  parent_id uuid CONSTRAINT wps_actor_parent REFERENCES wps_actor,
  organization_id uuid CONSTRAINT wps_actor_organization REFERENCES organization
    CONSTRAINT wps_actor_organization_unique UNIQUE,
  fictional boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_actor_not_own_parent CHECK (parent_id <> id)
);
CREATE INDEX wps_actor_of_parent ON wps_actor (parent_id);

CREATE TABLE wps_membership (
  id uuid CONSTRAINT wps_membership_pkey PRIMARY KEY,
  actor_id uuid NOT NULL CONSTRAINT wps_membership_actor REFERENCES wps_actor ON DELETE CASCADE,
  grouping_id uuid NOT NULL CONSTRAINT wps_membership_grouping REFERENCES wps_actor ON DELETE CASCADE,
  from_day date,
  until_day date,
  source text NOT NULL CONSTRAINT wps_membership_source_length CHECK (length(source) BETWEEN 1 AND 500),
  as_of date NOT NULL,
  CONSTRAINT wps_membership_once UNIQUE NULLS NOT DISTINCT (actor_id, grouping_id, from_day),
  CONSTRAINT wps_membership_days_in_order CHECK (until_day >= from_day),
  CONSTRAINT wps_membership_not_own CHECK (actor_id <> grouping_id)
);
CREATE INDEX wps_membership_of_grouping ON wps_membership (grouping_id, actor_id);

CREATE TABLE wps_office_term (
  id uuid CONSTRAINT wps_office_term_pkey PRIMARY KEY,
  grouping_id uuid NOT NULL CONSTRAINT wps_office_term_grouping REFERENCES wps_actor ON DELETE CASCADE,
  actor_id uuid NOT NULL CONSTRAINT wps_office_term_actor REFERENCES wps_actor ON DELETE CASCADE,
  role text NOT NULL CONSTRAINT wps_office_term_role_known
    CHECK (role IN ('chair', 'co-chair', 'troika', 'host', 'secretariat')),
  from_day date,
  until_day date,
  source text NOT NULL CONSTRAINT wps_office_term_source_length CHECK (length(source) BETWEEN 1 AND 500),
  CONSTRAINT wps_office_term_once UNIQUE NULLS NOT DISTINCT (grouping_id, actor_id, role, from_day),
  CONSTRAINT wps_office_term_days_in_order CHECK (until_day >= from_day)
);
CREATE INDEX wps_office_term_of_actor ON wps_office_term (actor_id);

CREATE TABLE wps_focal_point (
  id uuid CONSTRAINT wps_focal_point_pkey PRIMARY KEY,
  actor_id uuid NOT NULL CONSTRAINT wps_focal_point_actor REFERENCES wps_actor,
  person text,
  consented_on date,
  title text,
  office text NOT NULL,
  office_position text NOT NULL CONSTRAINT wps_focal_point_position_known CHECK (office_position IN
    ('head-of-state-or-government', 'cabinet-minister', 'deputy-minister', 'director', 'unit', 'focal-person-only')),
  ministry text CONSTRAINT wps_focal_point_ministry_known CHECK (ministry IN
    ('foreign', 'defence', 'gender', 'interior', 'justice', 'social', 'cross-government')),
  own_staff boolean,
  own_budget boolean,
  reports_to text,
  deputy boolean NOT NULL DEFAULT false,
  channel text,
  from_day date NOT NULL,
  until_day date,
  sharing text NOT NULL DEFAULT 'own' CONSTRAINT wps_focal_point_sharing_known
    CHECK (sharing IN ('own', 'region', 'network', 'public')),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_focal_point_days_in_order CHECK (until_day >= from_day),
  CONSTRAINT wps_focal_point_named_with_consent CHECK ((person IS NULL) = (consented_on IS NULL))
);
CREATE INDEX wps_focal_point_of_actor ON wps_focal_point (actor_id, from_day);

CREATE TABLE wps_meeting (
  id uuid CONSTRAINT wps_meeting_pkey PRIMARY KEY,
  code text NOT NULL CONSTRAINT wps_meeting_code_unique UNIQUE
    CONSTRAINT wps_meeting_code_form CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 64),
  grouping_id uuid NOT NULL CONSTRAINT wps_meeting_grouping REFERENCES wps_actor,
  kind text NOT NULL CONSTRAINT wps_meeting_kind_known
    CHECK (kind IN ('capital', 'new-york', 'regional', 'expert', 'bilateral')),
  from_day date NOT NULL,
  until_day date NOT NULL,
  place text NOT NULL,
  theme jsonb NOT NULL,
  documents jsonb NOT NULL,
  source text NOT NULL CONSTRAINT wps_meeting_source_length CHECK (length(source) BETWEEN 1 AND 500),
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT wps_meeting_days_in_order CHECK (until_day >= from_day)
);
CREATE INDEX wps_meeting_of_grouping ON wps_meeting (grouping_id, from_day);

CREATE TABLE wps_meeting_participant (
  meeting_id uuid NOT NULL CONSTRAINT wps_meeting_participant_meeting REFERENCES wps_meeting ON DELETE CASCADE,
  actor_id uuid NOT NULL CONSTRAINT wps_meeting_participant_actor REFERENCES wps_actor,
  host boolean NOT NULL DEFAULT false,
  CONSTRAINT wps_meeting_participant_pkey PRIMARY KEY (meeting_id, actor_id)
);
CREATE INDEX wps_meeting_participant_of_actor ON wps_meeting_participant (actor_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE wps_meeting_participant, wps_meeting, wps_focal_point, wps_office_term, wps_membership, wps_actor',
    );
  }
}
