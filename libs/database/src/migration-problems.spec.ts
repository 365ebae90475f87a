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
    'CREATE UNIQUE INDEX once ON consent (a, b)',
    'ALTER TABLE mediator ADD CONSTRAINT known CHECK (kind IN (1, 2))',
    'ALTER TABLE consent ADD CONSTRAINT of FOREIGN KEY (mediator_id) REFERENCES mediator',
    'ALTER TABLE mediator ALTER COLUMN name SET NOT NULL',
    'ALTER TABLE mediator ADD COLUMN lot uuid DEFAULT gen_random_uuid()',
    'UPDATE mediator SET kind = 1',
  ])('is refused where it holds up everybody: %s', (sql) => {
    expect(problems(sql)).toHaveLength(1);
    expect(problems(`-- locks: at most a second\n${sql}`)).toEqual([]);
  });

  it.each([
    'DROP TABLE saved_view',
    'ALTER TABLE saved_view DROP COLUMN screen',
    'ALTER TABLE saved_view RENAME COLUMN screen TO place',
    'ALTER TABLE saved_view ALTER COLUMN screen TYPE integer USING 1',
    'ALTER TABLE saved_view ADD COLUMN place text NOT NULL',
  ])('is refused where the version before cannot go on: %s', (sql) => {
    expect(problems(sql)).toHaveLength(1);
    expect(problems(`-- breaks: named in the notes\n${sql}`)).toEqual([]);
  });

  it.each([
    'CREATE TABLE fresh (id uuid); CREATE INDEX fresh_id ON fresh (id)',
    'CREATE INDEX network_name ON network (name)',
    'ALTER TABLE mediator ADD CONSTRAINT known CHECK (kind IN (1, 2)) NOT VALID',
    'ALTER TABLE mediator ADD COLUMN kind integer NOT NULL DEFAULT 1',
    'ALTER TABLE mediator ADD COLUMN kind integer',
    'UPDATE mediator SET kind = 1 WHERE id = $1',
  ])('goes on beside others: %s', (sql) => {
    expect(problems(sql)).toEqual([]);
  });

  it('of a release is never edited, and so never checked', () => {
    expect(problems('DROP TABLE mediator', '1764000000000-directory.ts')).toEqual([]);
  });
});
