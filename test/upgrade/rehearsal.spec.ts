import { describe, expect, it } from '@jest/globals';
import { buildSchema, validate, parse } from 'graphql';
import { broken, changed, documentsOf, type Answers } from './every-answer.js';
import { newestRelease } from './older-version.js';
import { NotAskedError, Report } from './report.js';

describe('the version from which an upgrade is rehearsed', () => {
  it('is the newest release by its numbers', () => {
    expect(newestRelease('v0.9.0\nv0.10.1\nv0.10.0\nv0.2.12\n')).toBe('v0.10.1');
  });

  it('is no candidate and no other tag', () => {
    expect(newestRelease('v1.0.0-rc.1\nbefore-the-move\nv0.1.0')).toBe('v0.1.0');
    expect(newestRelease('1.0.0\nv1.0')).toBeNull();
    expect(newestRelease('')).toBeNull();
  });
});

describe('the questions of a rehearsal', () => {
  const schema = buildSchema(`
    type Query {
      me: Me
      names(first: Int): Names!
      network(slug: String!): Network
      byId(id: ID!): Network
      ended: Ended!
      settings: String
    }
    type Me { name: String!, network: Network }
    type Names { edges: [Edge!]! }
    type Edge { node: Network! }
    type Network { slug: String!, parent: Network, members(id: ID!): Int }
    type Early { day: Int }
    type Late { day: String! }
    union Ended = Early | Late
  `);

  it('are all of the schema that need no id and tell of no process', () => {
    const documents = documentsOf(schema);
    expect([...documents.keys()]).toEqual(['me', 'names', 'network', 'ended']);
    const problems = [...documents.values()].flatMap((text) => validate(schema, parse(text)));
    expect(problems).toEqual([]);
    expect(documents.get('names')).toContain('names(first: 3)');
    expect(documents.get('network')).toContain('slug: "acacia"');
    expect(documents.get('network')).not.toContain('members');
  });

  it('find what is answered otherwise, but not what never stands still', () => {
    const answers = (day: string, name: string): Answers =>
      new Map([
        ['day as nobody', day],
        ['name as nobody', name],
      ]);
    const before = [answers('1', 'Amina'), answers('2', 'Amina')] as const;
    expect(changed(before, answers('3', 'Amina'))).toEqual([]);
    expect(changed(before, answers('3', 'Binta'))).toEqual(['name as nobody']);
  });

  it('tell an error of the service from a refusal', () => {
    const answer = (codes: string[]): string => JSON.stringify({ codes, data: null });
    const answers = new Map([
      ['a', answer(['NOT_PERMITTED'])],
      ['b', answer(['NOT_PERMITTED', 'INTERNAL_SERVER_ERROR'])],
      ['c', JSON.stringify({ data: { name: 'INTERNAL_SERVER_ERROR' } })],
    ]);
    expect(broken(answers)).toEqual(['b']);
  });
});

describe('the report of a rehearsal', () => {
  const told = async (...steps: (() => Promise<string | void>)[]) => {
    const lines: string[] = [];
    const report = new Report((line) => lines.push(line));
    for (const step of steps) await report.step('a step', step);
    return { code: report.end(), lines };
  };
  const works = async (): Promise<string> => 'well';
  const fails = async (): Promise<never> => Promise.reject(new Error('It broke.'));
  const unknown = async (): Promise<never> => Promise.reject(new NotAskedError('it has none'));

  it('ends with 0 if nothing failed', async () => {
    const { code, lines } = await told(works, unknown);
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^ {2}ok +a step \(well, 0 s\)$/);
    expect(lines[1]).toMatch(/^ {2}not asked +a step: it has none$/);
    expect(lines.at(-1)).toBe('\n1 ok, 1 not asked, 0 failed');
  });

  it('goes on after a failure, and ends with 1', async () => {
    const { code, lines } = await told(fails, works);
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^ {2}FAILED +a step: It broke\.$/);
    expect(lines[1]).toContain('ok');
  });

  it('gives what a step gives, and null if it failed', async () => {
    const lines: string[] = [];
    const report = new Report((line) => lines.push(line));
    expect([await report.get('one', works), await report.get('other', fails)]).toEqual([
      'well',
      null,
    ]);
    expect(lines.map((line) => line.trim().split(/ +/)[0])).toEqual(['ok', 'FAILED']);
  });

  it('ends with 1 if nothing was done', async () => {
    expect((await told(unknown)).code).toBe(1);
  });
});
