import { describe, expect, it } from '@jest/globals';
// @ts-expect-error A script without types.
import { migrationProblems } from '../build/migration-problems.js';

const problems = (sql: string, file = '1799000000000-later.ts'): string[] =>
  (migrationProblems as (file: string, source: string) => string[])(
    file,
    `async up() { \`${sql}\` } async down() { \`DROP TABLE mediator\` }`,
  );

describe('a migration', () => {
  it.each([
    'CREATE INDEX mediator_name ON mediator (name)',
    'ALTER TABLE consent ADD COLUMN a uuid; CREATE UNIQUE INDEX once ON consent (a)',
    'ALTER TABLE mediator ADD COLUMN kind integer, ADD CONSTRAINT known CHECK (kind IN (1, 2))',
    'ALTER TABLE consent ADD COLUMN by uuid, ADD CONSTRAINT of FOREIGN KEY (by) REFERENCES account',
    'ALTER TABLE mediator ADD COLUMN lot uuid DEFAULT gen_random_uuid()',
    'UPDATE mediator SET kind = 1',
  ])('is refused where it holds up everybody: %s', (sql) => {
    expect(problems(sql)).toHaveLength(1);
    expect(problems(`-- locks: at most a second\n${sql}`)).toEqual([]);
  });

  it.each([
    'DROP TABLE saved_view',
    'DROP TABLE saved_view; CREATE TABLE saved_view (id uuid)',
    'DROP TABLE search.document_public',
    'DROP TABLE ${table}; CREATE TABLE ${table} (id uuid)',
    'ALTER TABLE search.document_public DROP COLUMN words',
    'ALTER TABLE saved_view DROP COLUMN screen',
    'ALTER TABLE saved_view RENAME COLUMN screen TO place',
    'ALTER TABLE saved_view ALTER COLUMN screen TYPE integer USING 1',
    'ALTER TABLE saved_view ADD COLUMN place text NOT NULL',
    'ALTER TABLE saved_view ALTER COLUMN screen SET NOT NULL',
    'ALTER TABLE saved_view ALTER COLUMN screen DROP DEFAULT',
    "ALTER TABLE saved_view ADD CONSTRAINT known CHECK (screen IN ('needs')) NOT VALID",
    'ALTER TABLE saved_view DROP CONSTRAINT once, ADD CONSTRAINT once UNIQUE (screen)',
    'CREATE UNIQUE INDEX once ON saved_view (screen)',
    'ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY',
    'REVOKE UPDATE, DELETE ON saved_view FROM baraza_app',
    'DROP FUNCTION views_of(uuid)',
    'DROP VIEW all_views',
  ])('is refused where the version before cannot go on: %s', (sql) => {
    expect(problems(sql)).toHaveLength(1);
    expect(problems(`-- breaks: named in the notes\n${sql}`)).toEqual([]);
  });

  it.each([
    'CREATE TABLE fresh (id uuid); CREATE INDEX fresh_id ON fresh (id)',
    'CREATE INDEX network_name ON network (name)',
    'ALTER TABLE mediator ADD COLUMN kind integer, ADD CONSTRAINT known CHECK (kind IN (1, 2)) NOT VALID',
    'ALTER TABLE network ADD COLUMN code text; CREATE UNIQUE INDEX network_code ON network (code)',
    'DROP FUNCTION later(uuid); CREATE FUNCTION later(uuid) RETURNS uuid',
    'ALTER TABLE network DROP CONSTRAINT network_known',
    'ALTER TABLE mediator ADD COLUMN kind integer NOT NULL DEFAULT 1',
    'ALTER TABLE mediator ADD COLUMN kind integer',
    'UPDATE mediator SET kind = 1 WHERE id = $1',
  ])('goes on beside others: %s', (sql) => {
    expect(problems(sql)).toEqual([]);
  });

  it('that narrows what is written, and what locks, is told of both', () => {
    expect(problems('ALTER TABLE mediator ALTER COLUMN name SET NOT NULL')).toHaveLength(2);
  });

  it('of a release is never edited, and so never checked', () => {
    expect(problems('DROP TABLE mediator', '1764000000000-directory.ts')).toEqual([]);
  });
});
