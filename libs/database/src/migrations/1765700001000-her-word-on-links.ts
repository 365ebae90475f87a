import type { MigrationInterface, QueryRunner } from 'typeorm';

const WORDS = `'same', 'different', 'cannot-say'`;

/** A mediator is shown entries that may be hers and says so herself; a network can ask her. */
export class HerWordOnLinks1765700001000 implements MigrationInterface {
  readonly name = 'HerWordOnLinks1765700001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE duplicate_pair ALTER COLUMN network_id DROP NOT NULL,
  ADD COLUMN for_id uuid CONSTRAINT duplicate_pair_for REFERENCES mediator ON DELETE CASCADE,
  ADD COLUMN told uuid[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT duplicate_pair_of_one_side CHECK (num_nonnulls(network_id, for_id) = 1),
  DROP CONSTRAINT duplicate_pair_state_known,
  ADD CONSTRAINT duplicate_pair_state_known CHECK (state IN ('open', ${WORDS}, 'ask-her'));
CREATE UNIQUE INDEX duplicate_pair_for_her ON duplicate_pair (for_id, one_id, other_id);
ALTER TABLE duplicate_decision DROP CONSTRAINT duplicate_decision_verdict_known,
  ADD CONSTRAINT duplicate_decision_verdict_known CHECK (verdict IN (${WORDS}, 'ask-her'));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DELETE FROM duplicate_pair WHERE network_id IS NULL;
DELETE FROM duplicate_decision WHERE verdict = 'ask-her';
UPDATE duplicate_pair SET state = 'open' WHERE state = 'ask-her';
ALTER TABLE duplicate_decision DROP CONSTRAINT duplicate_decision_verdict_known,
  ADD CONSTRAINT duplicate_decision_verdict_known CHECK (verdict IN (${WORDS}));
DROP INDEX duplicate_pair_for_her;
ALTER TABLE duplicate_pair DROP CONSTRAINT duplicate_pair_of_one_side, DROP COLUMN told, DROP COLUMN for_id,
  ALTER COLUMN network_id SET NOT NULL,
  DROP CONSTRAINT duplicate_pair_state_known,
  ADD CONSTRAINT duplicate_pair_state_known CHECK (state IN ('open', ${WORDS}));
`);
  }
}
