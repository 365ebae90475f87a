import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search documents, for installations without a search engine of their own. */
export class Search1764000001000 implements MigrationInterface {
  name = 'Search1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE search_document (
  mediator_id uuid NOT NULL,
  clearance text NOT NULL CHECK (clearance IN ('PUBLIC', 'VETTED')),
  version integer NOT NULL,
  words tsvector NOT NULL,
  name_typos text[] NOT NULL,
  tags text[] NOT NULL,
  levels text[] NOT NULL,
  years smallint NOT NULL,
  confirmed_day integer NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  shown json NOT NULL,
  PRIMARY KEY (mediator_id, clearance)
);
CREATE INDEX ON search_document USING gin (words);
CREATE INDEX ON search_document USING gin (name_typos);
CREATE INDEX ON search_document USING gin (tags);
CREATE INDEX ON search_document USING gin (levels);
CREATE INDEX ON search_document (clearance, sort_name, mediator_id);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_document');
  }
}
