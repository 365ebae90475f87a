import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A team stays when a woman whom it names is erased, with nothing of her: in her place stands that somebody
 * was there. It went with her before, and so told its asker who was erased and who only withdrew.
 *
 * It keeps what the class of a pseudonymous woman showed then: once that shows less, the team does not tell what
 * it was chosen by. Nobody can tell what was shown for teams that are there already, so she ends in them.
 */
export class TeamMemberGone1764100011000 implements MigrationInterface {
  name = 'TeamMemberGone1764100011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE team_run_mediator ADD COLUMN shown text;

CREATE FUNCTION team_without(team jsonb, her uuid, nobody uuid) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT team || jsonb_build_object('members', coalesce(jsonb_agg(
    CASE WHEN member ->> 'id' = her::text THEN jsonb_build_object('id', nobody, 'contributions', '[]'::jsonb)
      ELSE member END ORDER BY place), '[]'))
  FROM jsonb_array_elements(team -> 'members') WITH ORDINALITY AS m(member, place)
$$;

CREATE FUNCTION team_outcome_without(outcome jsonb, her uuid, nobody uuid) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT outcome
    || jsonb_build_object('teams', (SELECT coalesce(jsonb_agg(team_without(team, her, nobody) ORDER BY place), '[]')
         FROM jsonb_array_elements(outcome -> 'teams') WITH ORDINALITY AS t(team, place)))
    || CASE WHEN jsonb_typeof(outcome #> '{relaxation,team}') = 'object'
         THEN jsonb_build_object('relaxation', (outcome -> 'relaxation')
           || jsonb_build_object('team', team_without(outcome #> '{relaxation,team}', her, nobody)))
         ELSE '{}' END
$$;

CREATE OR REPLACE FUNCTION team_run_forget() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- No key that anybody has; where she stands twice it is the same.
  nobody uuid := gen_random_uuid();
BEGIN
  UPDATE team_run SET
    request = replace(request::text, OLD.mediator_id::text, nobody::text)::jsonb,
    result = replace(team_outcome_without(result, OLD.mediator_id, nobody)::text,
      OLD.mediator_id::text, nobody::text)::jsonb
  WHERE id = OLD.run_id;
  RETURN NULL;
END $$;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE team_run_mediator DROP COLUMN shown;
CREATE OR REPLACE FUNCTION team_run_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM team_run WHERE id = OLD.run_id;
  RETURN NULL;
END $$;
DROP FUNCTION team_outcome_without;
DROP FUNCTION team_without`);
  }
}
