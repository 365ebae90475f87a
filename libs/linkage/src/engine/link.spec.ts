import { InvalidInputError } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import type { LinkageRecord } from '../record.js';
import { explainPair } from './explain-pair.js';
import { link, pairsOf } from './link.js';
import { LinkagePool } from './linkage-pool.js';

const MONA: LinkageRecord = {
  id: 'a1',
  list: 'a',
  names: ['منى الحداد'],
  born: '1971-04-08',
  nationalities: ['LB'],
  residence: 'LB',
  mails: ['key-of-mona'],
};
const MONA_LATIN: LinkageRecord = { ...MONA, id: 'b1', list: 'b', names: ['Dr. Mouna Haddad'] };
const SISTER: LinkageRecord = {
  ...MONA_LATIN,
  id: 'b2',
  names: ['Rania Haddad'],
  born: '1975-10-20',
};

function poolOf(...records: readonly LinkageRecord[]): LinkagePool {
  const pool = new LinkagePool();
  for (const record of records) pool.upsert(record);
  return pool;
}

const briefly = (pool: LinkagePool, options = {}) =>
  link(pool, options).pairs.map(({ a, b, band }) => `${a} ${b} ${band}`);

describe('linking', () => {
  it('finds one woman in two scripts, and not her sister in the same mailbox', () => {
    const pool = poolOf(MONA, MONA_LATIN, SISTER);
    expect(briefly(pool)).toEqual(['a1 b1 LIKELY']);
    expect(link(pool).clusters).toEqual([['a1', 'b1']]);
    expect(pairsOf(pool, 'b1').map(({ a, b }) => [a, b])).toEqual([['a1', 'b1']]);
  });

  it('never suggests those who are known to be two', () => {
    const pool = poolOf(MONA, MONA_LATIN);
    const different: [string, string][] = [['b1', 'a1']];
    expect(link(pool, { different })).toEqual({ pairs: [], clusters: [] });
    expect(pairsOf(pool, 'a1', { different })).toEqual([]);
  });

  it('takes each woman of a list once: the second best is for a person to look at', () => {
    const second = { ...MONA_LATIN, id: 'b3', mails: [], born: '1973', residence: 'FR' };
    const third = { ...MONA_LATIN, id: 'c1', list: 'c' };
    const pool = poolOf(MONA, MONA_LATIN, second, third);
    expect(link(pool).clusters).toEqual([['a1', 'b1', 'c1']]);
    expect(briefly(pool)).toContain('a1 b3 POSSIBLE');
  });

  it('counts a residence by how rare it is among those of the nationality', () => {
    const others = Array.from({ length: 60 }, (_, i) => {
      const nationality = i % 2 === 0 ? 'LB' : 'TN';
      return { id: `o${i}`, list: 'o', names: [], nationalities: [nationality] };
    });
    const takenBack = (residence: string) => {
      const pool = poolOf({ ...MONA, residence }, { ...MONA_LATIN, residence });
      for (const other of others) {
        pool.upsert({ ...other, residence: other.nationalities[0] === 'LB' ? 'LB' : residence });
      }
      const { bars } = explainPair(pool, 'a1', 'b1')!;
      return bars.find(({ kind }) => kind === 'PLACES')?.bits ?? 0;
    };
    // Whoever is Lebanese lives in Lebanon, and nobody in Tunisia but these two.
    expect(takenBack('LB')).toBeLessThan(-2_000);
    expect(takenBack('TN')).toBe(0);
  });

  it('leaves to a person whether two of one name are one where nothing else is known', () => {
    const others = Array.from({ length: 400 }, (_, i) => ({
      id: `o${i}`,
      list: i % 2 === 0 ? 'a' : 'b',
      names: [`Ingrid${'abcdefghij'[i % 10]} Hansen`],
    }));
    const [one, other] = [MONA, MONA_LATIN].map(({ id, list }) => {
      return { id, list, names: ['Zubayda Qarmadi'] };
    });
    const pool = poolOf(one!, other!, ...others);
    const { bars, weight } = explainPair(pool, 'a1', 'b1')!;
    expect(bars.find(({ kind }) => kind === 'RELATIVES')!.bits).toBeLessThan(-2_000);
    expect(weight).toBeGreaterThan(0);
  });

  it('forgets what is taken out or replaced', () => {
    const pool = poolOf(MONA, MONA_LATIN);
    pool.upsert({ ...MONA_LATIN, names: ['Ingrid Hansen'], mails: [], born: '1950' });
    expect(briefly(pool)).toEqual([]);
    pool.upsert(MONA_LATIN);
    pool.remove('a1');
    expect(briefly(pool)).toEqual([]);
    expect(pairsOf(pool, 'a1')).toEqual([]);
    expect(pool.size).toBe(1);
  });

  it('refuses a record that it cannot understand, and keeps the one it has', () => {
    const pool = poolOf(MONA, MONA_LATIN);
    for (const wrong of [
      { born: '12.4.1971' },
      { born: '1971-02-30' },
      { identifiers: ['0000-0002-1825-0097'] },
      { names: Array.from({ length: 1_001 }, (_, i) => `Name ${i}`) },
      { list: '' },
    ]) {
      expect(() => pool.upsert({ ...MONA_LATIN, ...wrong })).toThrow(InvalidInputError);
    }
    expect(briefly(pool)).toEqual(['a1 b1 LIKELY']);
  });

  it('explains a pair in bars that add up, and names no contact data', () => {
    const pool = poolOf(MONA, MONA_LATIN);
    const explained = explainPair(pool, 'b1', 'a1')!;
    expect(explained).toMatchObject({ a: 'a1', b: 'b1', weight: link(pool).pairs[0]!.weight });
    expect(explained.bars.reduce((sum, { bits }) => sum + bits, 0)).toBe(explained.weight);
    expect(explained.bars).toMatchObject([
      { kind: 'PRIOR' },
      {
        kind: 'NAME',
        a: 'منى الحداد',
        b: 'Dr. Mouna Haddad',
        sameGiven: true,
        parts: [
          { a: 'مني', b: 'mouna', records: 1 },
          { a: 'حداد', b: 'haddad', records: 1 },
        ],
        form: 0,
      },
      { kind: 'BIRTH', level: 'SAME_DAY', a: '1971-04-08', b: '1971-04-08' },
      { kind: 'NATIONALITY', level: 'SHARED', a: ['LB'], b: ['LB'], shared: 'LB', records: 2 },
      { kind: 'RESIDENCE', level: 'SHARED' },
      { kind: 'MAIL', level: 'SHARED', a: [], b: [], shared: null, records: 2 },
      { kind: 'PLACES' },
      { kind: 'RELATIVES' },
    ]);
    expect(explainPair(pool, 'a1', 'a1')).toBeNull();
    expect(explainPair(pool, 'a1', 'nobody')).toBeNull();
  });
});
