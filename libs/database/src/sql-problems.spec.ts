import { describe, expect, it } from '@jest/globals';
// @ts-expect-error A script without types.
import { OWNERS, sqlProblems } from '../build/sql-problems.js';

const problems = (file: string, source: string) =>
  (sqlProblems as (file: string, source: string) => string[])(file, source);

const IDENTITY = 'libs/identity/src/some.ts';
const FOREIGN = '1: mediator is a table of directory: ask directory for a service or a selection.';

describe('SQL of a room', () => {
  it.each([
    ["tx.query('SELECT FROM mediator WHERE id = $1')"],
    ['tx.query(`SELECT FROM account a, mediator m WHERE m.id = a.mediator_id`)'],
    ['tx.query(`DELETE FROM account USING mediator WHERE ${condition}`)'],
    ['tx.query(`SELECT ${columns} FROM account JOIN public.mediator m ON true`)'],
    ['tx.query(`SELECT 1 FROM (SELECT id FROM "mediator") m`)'],
    ["tx.query('UPDATE mediator SET state = $1')"],
    ["tx.query('TRUNCATE mediator')"],
    ["tx.query('INSERT INTO mediator (id) VALUES ($1)')"],
    ["Entity('mediator')"],
  ])('names no table of another: %s', (source) => {
    expect(problems(IDENTITY, source)).toEqual([FOREIGN]);
    expect(problems('apps/cli/src/some.ts', source)).toContain(FOREIGN);
    expect(problems('libs/directory/src/some.ts', source)).not.toContain(FOREIGN);
  });

  it('hands no table of another to a function', () => {
    expect(problems('libs/directory/src/some.ts', "rowsOf('audit_entry')")).toEqual([
      '1: audit_entry is a table of identity: ask identity for a service or a selection.',
    ]);
  });

  it.each([
    ['tx.query(`SELECT FROM account WHERE mediator_id IS DISTINCT FROM mediator`)'],
    ['tx.query(`SELECT id FROM (${SELECT_KEPT}) k FOR NO KEY UPDATE`)'],
    ["audit('mediator')"],
    ['// SELECT FROM mediator'],
    ["const sentence = 'A letter from mediator to mediator.'"],
  ])('may say: %s', (source) => {
    expect(problems(IDENTITY, source)).toEqual([]);
  });

  it.each([
    ["'INSERT INTO session VALUES ($1)'"],
    ['`INSERT INTO session SELECT * FROM json_to_recordset($1) AS r(id uuid)`'],
    ['`INSERT INTO ${table} SELECT 1`'],
  ])('names the columns that it inserts: %s', (source) => {
    expect(problems(IDENTITY, source)).toEqual(['1: INSERT names its columns.']);
  });

  it.each([
    ["'INSERT INTO session (id) VALUES ($1)'"],
    ['`INSERT INTO session AS known (id)\nSELECT 1`'],
    ['`INSERT INTO ${table}(id) VALUES ($1)`'],
  ])('inserts so: %s', (source) => {
    expect(problems(IDENTITY, source)).toEqual([]);
  });

  it('has no relation to a class by its name', () => {
    expect(problems(IDENTITY, "@ManyToOne('MediatorEntity') her: object")).toHaveLength(1);
    expect(problems(IDENTITY, '@ManyToOne(() => AccountEntity) her: object')).toEqual([]);
  });

  it('is told apart by one owner for each table', () => {
    const tables = Object.values(OWNERS as Record<string, string[]>).flat();
    expect(new Set(tables).size).toBe(tables.length);
  });
});
