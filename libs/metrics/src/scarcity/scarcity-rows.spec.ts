import { describe, expect, it } from '@jest/globals';
import { domains, subRegions } from '#matching';
import { entries } from '#vocabulary';
import { scarcityRows, type SkilledWoman } from './scarcity-rows.js';

const DOMAIN = domains()[0]!;
const TOPIC = entries('expertise').find(({ parent }) => parent === DOMAIN)!.code;

const women = (count: number, territory = 'ML', level: 1 | 2 | 3 = 2): SkilledWoman[] =>
  Array.from({ length: count }, () => ({
    territories: [territory],
    expertise: [{ code: TOPIC, level }],
  }));

describe('where mediators are few', () => {
  const rowOf = (pool: readonly SkilledWoman[], domain: string | null, area = '011') =>
    scarcityRows(pool, []).find((row) => row.area === area && row.domain === domain);

  it('has a row for each region alone and with each domain', () => {
    const rows = scarcityRows([], []);
    expect(rows).toHaveLength(subRegions().length * (domains().length + 1));
    expect(rows.every(({ women: count, asked }) => count === null && asked === 0)).toBe(true);
  });

  it('tells numbers in steps of five, so none of one woman more or less within a step', () => {
    const told = Array.from({ length: 13 }, (_, n) => rowOf(women(n), null)!.women);
    expect(told).toEqual([...Array.from({ length: 5 }, () => null), 5, 5, 5, 5, 5, 10, 10, 10]);
  });

  it('counts practitioners for a domain, in the region that they show', () => {
    const pool = [...women(6), ...women(7, 'ML', 1), ...women(9, 'KE')];
    expect(rowOf(pool, null)).toMatchObject({ women: 10 });
    expect(rowOf(pool, DOMAIN)).toMatchObject({ women: 5 });
    expect(rowOf(pool, DOMAIN, '014')).toMatchObject({ women: 5 });
    // A whole continent says of no region that she has worked there.
    expect(rowOf(women(6, '002'), null)).toMatchObject({ women: null });
  });

  it('counts needs that ask for a region and a domain, or leave one open', () => {
    const needs = [
      {
        hard: {},
        soft: { territories: [{ code: 'ML' }], expertise: [{ code: TOPIC, level: 2 as const }] },
      },
      { hard: {}, soft: { territories: [{ code: '002' }] } },
      { hard: {}, soft: {} },
    ];
    const asked = (area: string, domain: string | null) =>
      scarcityRows([], needs).find((row) => row.area === area && row.domain === domain)!.asked;
    expect(asked('011', null)).toBe(3);
    expect(asked('011', DOMAIN)).toBe(3);
    expect(asked('011', domains()[1]!)).toBe(2);
    expect(asked('014', null)).toBe(2);
    expect(asked('155', DOMAIN)).toBe(1);
  });
});
