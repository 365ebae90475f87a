import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose name stands in an involvement is said: of a body, or of a person who agreed to it. */
export class NamesInPlans1765800000000 implements MigrationInterface {
  readonly name = 'NamesInPlans1765800000000';

  async up(runner: QueryRunner): Promise<void> {
    // An actor is a body. Of all other names nobody has said so: they may be of persons, and are shown no more until it is said.
    await runner.query(`
ALTER TABLE wps_involvement
  ADD COLUMN named text CONSTRAINT wps_involvement_named_known CHECK (named IN ('body', 'person')),
  ADD COLUMN agreed_on date;
UPDATE wps_involvement SET named = 'body' WHERE actor_id IS NOT NULL;
ALTER TABLE wps_involvement
  ADD CONSTRAINT wps_involvement_person_agreed
    CHECK ((named IS NOT DISTINCT FROM 'person') = (agreed_on IS NOT NULL)),
  ADD CONSTRAINT wps_involvement_actor_is_body CHECK (actor_id IS NULL OR named = 'body');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE wps_involvement DROP COLUMN named, DROP COLUMN agreed_on');
  }
}
