import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Inverted indexes take what is new at once. By default they keep up to 4 MB of it aside, which every
 * search reads from end to end until a vacuum comes by: some searches took ten times as long.
 */
export class SearchPending1764000013000 implements MigrationInterface {
  name = 'SearchPending1764000013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eachInverted('SET (fastupdate = off)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(eachInverted('RESET (fastupdate)'));
  }
}

/** By kind, for a rebuild may have given them other names. */
function eachInverted(change: string): string {
  return `
DO $$ DECLARE inverted regclass; BEGIN
  FOR inverted IN SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_am a ON a.oid = c.relam WHERE i.indrelid = 'search.document'::regclass AND a.amname = 'gin' LOOP
    EXECUTE format('ALTER INDEX %s ${change}', inverted);
    PERFORM gin_clean_pending_list(inverted);
  END LOOP;
END $$`;
}
