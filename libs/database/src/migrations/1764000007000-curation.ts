import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each source says of a woman, her profile's history and states, and the work of curators. */
export class Curation1764000007000 implements MigrationInterface {
  name = 'Curation1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE network ADD COLUMN four_eyes boolean NOT NULL DEFAULT false;

ALTER TABLE mediator
  ADD COLUMN asserted jsonb,
  ADD COLUMN asserted_at timestamptz,
  ADD COLUMN completeness smallint NOT NULL DEFAULT 0
    CONSTRAINT mediator_completeness_range CHECK (completeness BETWEEN 0 AND 100),
  ADD COLUMN conflicts text[] NOT NULL DEFAULT '{}',
  ADD COLUMN merged_into uuid CONSTRAINT mediator_merged_into REFERENCES mediator ON DELETE CASCADE,
  ADD CONSTRAINT mediator_not_merged_into_herself CHECK (merged_into <> id);
CREATE INDEX mediator_merged ON mediator (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE affiliation
  ADD COLUMN asserted jsonb,
  ADD COLUMN asserted_at timestamptz,
  ADD COLUMN precedence smallint NOT NULL DEFAULT 0;

CREATE TABLE profile_field_change (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT profile_field_change_mediator REFERENCES mediator ON DELETE CASCADE,
  revision integer NOT NULL,
  field text NOT NULL,
  before jsonb,
  after jsonb,
  source text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX profile_field_change_of ON profile_field_change (mediator_id, id);

CREATE TABLE profile_step (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT profile_step_mediator REFERENCES mediator ON DELETE CASCADE,
  step text NOT NULL,
  state_before text,
  state_after text NOT NULL,
  network_id uuid CONSTRAINT profile_step_network REFERENCES network,
  herself boolean NOT NULL DEFAULT false,
  note text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX profile_step_of ON profile_step (mediator_id, id);

CREATE TABLE profile_evidence (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT profile_evidence_mediator REFERENCES mediator ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT profile_evidence_kind_known CHECK (kind IN ('reference', 'accreditation')),
  network_id uuid CONSTRAINT profile_evidence_network REFERENCES network,
  text text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX profile_evidence_of ON profile_evidence (mediator_id, id);

CREATE TABLE profile_note (
  id uuid PRIMARY KEY,
  mediator_id uuid NOT NULL CONSTRAINT profile_note_mediator REFERENCES mediator ON DELETE CASCADE,
  text text NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX profile_note_of ON profile_note (mediator_id, id);

CREATE TABLE profile_reminder (
  mediator_id uuid NOT NULL CONSTRAINT profile_reminder_mediator REFERENCES mediator ON DELETE CASCADE,
  due_on date NOT NULL,
  days_before smallint NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (mediator_id, due_on, days_before)
);

CREATE TABLE profile_merge (
  id uuid PRIMARY KEY,
  kept_id uuid NOT NULL CONSTRAINT profile_merge_kept REFERENCES mediator ON DELETE CASCADE,
  other_id uuid NOT NULL CONSTRAINT profile_merge_other REFERENCES mediator ON DELETE CASCADE,
  before jsonb NOT NULL,
  merged_by text NOT NULL,
  merged_at timestamptz NOT NULL DEFAULT now(),
  undone_by text,
  undone_at timestamptz
);
CREATE INDEX profile_merge_of ON profile_merge (kept_id);
CREATE UNIQUE INDEX profile_merge_in_force ON profile_merge (other_id) WHERE undone_at IS NULL;

CREATE TABLE import_reject (
  network_id uuid NOT NULL CONSTRAINT import_reject_network REFERENCES network ON DELETE CASCADE,
  ordinal integer NOT NULL,
  row integer NOT NULL,
  "column" text NOT NULL,
  value text NOT NULL,
  reason text NOT NULL,
  suggestion text NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (network_id, ordinal)
);

-- A rejected row may be hers: whoever is erased takes the rejects of her networks with her.
CREATE FUNCTION affiliation_forget_rejects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM import_reject WHERE network_id = ANY (ARRAY(SELECT DISTINCT network_id FROM gone));
  RETURN NULL;
END $$;
CREATE TRIGGER affiliation_forget_rejects AFTER DELETE ON affiliation REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION affiliation_forget_rejects();

-- What networks said before is what the columns say: until now each woman had one source.
UPDATE affiliation a SET asserted_at = m.updated_at, asserted = (
  SELECT jsonb_object_agg(key, value) FROM jsonb_each(jsonb_build_object(
    'fullName', m.full_name, 'displayName', m.display_name, 'nameVariants', m.name_variants,
    'codeName', m.code_name, 'pseudonymous', nullif(m.pseudonymous, false), 'nationalities', m.nationalities,
    'residence', m.residence, 'birthYear', m.birth_year, 'years', nullif(m.years, 0), 'tracks', m.tracks,
    'roles', m.roles, 'supports', m.supports, 'availability', jsonb_build_object('band', m.availability_band,
      'periods', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', lower(r), 'to', upper(r) - 1) ORDER BY r), '[]')
                  FROM unnest(m.available) AS r)),
    'noticeDays', m.notice_days, 'workingMode', m.working_mode, 'biography', m.biography,
    'education', m.education, 'publications', m.publications, 'training', m.training,
    'ruledOut', m.ruled_out, 'confirmedOn', m.confirmed_on,
    'languages', (SELECT jsonb_agg(jsonb_build_object('code', language, 'level', level) ORDER BY language)
                  FROM mediator_language WHERE mediator_id = m.id),
    'territories', (SELECT jsonb_agg(territory ORDER BY territory) FROM mediator_territory WHERE mediator_id = m.id),
    'expertise', (SELECT jsonb_agg(jsonb_build_object('code', expertise, 'level', level) ORDER BY expertise)
                  FROM mediator_expertise WHERE mediator_id = m.id),
    'experience', (SELECT jsonb_agg(jsonb_build_object('processName', process_name, 'processType', process_type,
        'phase', phase, 'role', role, 'track', track, 'territory', territory, 'yearFrom', year_from,
        'yearTo', year_to) ORDER BY ordinal) FROM experience WHERE mediator_id = m.id)))
  WHERE value NOT IN ('null', '[]', '{}', '""'))
FROM mediator m WHERE m.id = a.mediator_id;

-- The weights of libs/directory/src/assertion/completeness.ts, of a thousand.
UPDATE mediator m SET completeness = (
  SELECT coalesce(sum(w.weight), 0) / 10 FROM affiliation a
  JOIN (VALUES ('expertise', 300), ('languages', 250), ('territories', 250), ('roles', 60), ('tracks', 40),
    ('experience', 40), ('years', 30), ('availability', 10), ('confirmedOn', 10), ('biography', 10)
  ) AS w(field, weight) ON a.asserted ? w.field WHERE a.mediator_id = m.id)
WHERE EXISTS (SELECT FROM affiliation a WHERE a.mediator_id = m.id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER affiliation_forget_rejects ON affiliation;
DROP FUNCTION affiliation_forget_rejects;
DROP TABLE import_reject, profile_merge, profile_reminder, profile_note, profile_evidence, profile_step,
  profile_field_change;
ALTER TABLE affiliation DROP COLUMN asserted, DROP COLUMN asserted_at, DROP COLUMN precedence;
ALTER TABLE mediator DROP COLUMN asserted, DROP COLUMN asserted_at, DROP COLUMN completeness,
  DROP COLUMN conflicts, DROP COLUMN merged_into;
ALTER TABLE network DROP COLUMN four_eyes;
`);
  }
}
