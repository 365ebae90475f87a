import type { MigrationInterface, QueryRunner } from 'typeorm';

const CLEARANCES = ['public', 'vetted'];

/**
 * All that a search asks about a document in one column with one index, and rows so short that a search that finds many is
 * through them soon. The tables are empty then: the first start builds the index anew.
 */
export class SearchLexemes1765600000000 implements MigrationInterface {
  readonly name = 'SearchLexemes1765600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const clearance of CLEARANCES) {
      const table = `search.document_${clearance}`;
      await runner.query(`
DROP TABLE ${table};
CREATE TABLE ${table} (
  mediator_id uuid PRIMARY KEY,
  public_id uuid NOT NULL,
  digest text NOT NULL,
  lexemes tsvector NOT NULL,
  years smallint NOT NULL,
  confirmed_day integer NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  networks text NOT NULL,
  languages text NOT NULL,
  territories text NOT NULL,
  expertise text NOT NULL,
  tracks text NOT NULL,
  roles text NOT NULL,
  availability text NOT NULL,
  years_at_least text NOT NULL
) WITH (toast_tuple_target = 1024);
ALTER TABLE ${table} ALTER lexemes SET STORAGE EXTERNAL;
CREATE INDEX ON ${table} USING gin (lexemes) WITH (fastupdate = off);
CREATE INDEX ON ${table} (sort_name, public_id);
ALTER TABLE ${table} OWNER TO baraza_app;`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const clearance of CLEARANCES) {
      const table = `search.document_${clearance}`;
      const inverted = ['words', 'name_typos', 'tags', 'levels'].map(
        (column) => `CREATE INDEX ON ${table} USING gin (${column}) WITH (fastupdate = off);`,
      );
      await runner.query(`
DROP TABLE ${table};
CREATE TABLE ${table} (
  mediator_id uuid PRIMARY KEY,
  public_id uuid NOT NULL,
  digest text NOT NULL,
  words tsvector NOT NULL,
  name_typos text[] NOT NULL,
  tags text[] NOT NULL,
  levels text[] NOT NULL,
  years smallint NOT NULL,
  confirmed_day integer NOT NULL,
  sort_name text COLLATE "C" NOT NULL
);
${inverted.join('\n')}
CREATE INDEX ON ${table} (sort_name, public_id);
ALTER TABLE ${table} OWNER TO baraza_app;`);
    }
  }
}
