import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MetricCases, Owned } from '../cases/scoped-case.js';
import { WHOLE, type Case } from '../figures/figures.js';
import { METRICS } from '../metric-list.js';
import { quarterFigures } from './quarter-figures.js';

type OneCase = Case &
  Owned & { readonly hit: boolean; readonly ended: boolean; readonly time: number };

const ORGANIZATIONS = ['ministry', 'union', 'court'];
const NO_DAYS = { all: [], shared: [], networks: {} };

/** Cases of so many women of a network, one each, that organizations ask for in turn. */
const women = (row: string, networkId: string, count: number, hits = 0): OneCase[] =>
  Array.from({ length: count }, (_, i) => ({
    row,
    networkId,
    unit: `${row}${networkId}${i}`,
    organizationId: `${networkId}-${i}`,
    hit: i < hits,
    ended: true,
    time: i,
  }));

const figures = (some: Partial<Record<keyof MetricCases, readonly OneCase[]>>) =>
  quarterFigures(
    { ...Object.fromEntries(METRICS.map(({ code }) => [code, []])), ...some } as never,
    NO_DAYS,
  );
const shared = (some: Parameters<typeof figures>[0]) => figures(some).shared!;

describe('figures that reports print', () => {
  it('tell no row in which one to four mediators are of other networks', () => {
    const cases = [
      ...women('1', 'acacia', 6),
      ...women('1', 'baobab', 2),
      ...women('2', 'acacia', 5),
      ...women('2', 'baobab', 5),
      ...women('3', 'acacia', 6),
      ...women('3', 'baobab', 7),
    ];
    const { all, shared: told } = figures({ 'deployed-by-track': cases });
    // Acacia knows her own six of the first row, and would know of baobab's two.
    expect(all['deployed-by-track']!.map(({ of }) => of)).toContainEqual(['1']);
    expect(told!['deployed-by-track']).toMatchObject([
      { of: ['3'], cases: 13 },
      { of: ['1', '2'], cases: 18 },
    ]);
  });

  it('tell nothing where even all rows together leave one to four', () => {
    const cases = [
      ...women('1', 'acacia', 20),
      ...women('2', 'acacia', 9),
      ...women('2', 'cedar', 4),
    ];
    expect(shared({ 'deployed-by-track': cases })['deployed-by-track']).toEqual([]);
  });

  it('tell everything of a directory of one network: there is nobody else', () => {
    const cases = [...women('1', 'acacia', 8), ...women('2', 'acacia', 9)];
    expect(shared({ 'deployed-by-track': cases })['deployed-by-track']).toHaveLength(2);
  });

  it('tell nothing that two networks together could subtract', () => {
    const cases = ['acacia', 'baobab'].flatMap((network) => women(WHOLE, network, 10, 5));
    const rows = (more: number) =>
      shared({ acceptance: [...cases, ...women(WHOLE, 'cedar', more, 5)] }).acceptance;
    expect(rows(4)).toEqual([]);
    expect(rows(10)).toMatchObject([{ cases: 30, ended: 15 }]);
  });

  it('tell no share that leaves few on one side', () => {
    const rows = (hits: number) =>
      shared({
        acceptance: [...women(WHOLE, 'acacia', 12, 6), ...women(WHOLE, 'baobab', 12, hits)],
      }).acceptance;
    for (const hits of [0, 1, 4, 8, 12]) {
      expect(rows(hits)).toMatchObject([{ cases: 24, ended: null, share: null }]);
    }
    expect(rows(5)).toMatchObject([{ cases: 24, ended: 11 }]);
  });

  it('tell no time of one to four mediators of others, and no percentile or estimate', () => {
    const rows = (ended: number) =>
      shared({
        'connect-to-deploy': [
          ...women(WHOLE, 'acacia', 12),
          ...women(WHOLE, 'baobab', 12).map((one, i) => ({ ...one, ended: i < ended })),
        ],
      })['connect-to-deploy'];
    expect(rows(4)).toEqual([]);
    expect(rows(5)).toMatchObject([{ cases: 24, p90: null, estimatedMedian: null }]);
    expect(rows(5)![0]!.median).not.toBeNull();
  });

  it('tell organizers no sum that would be of one to four whom others asked', () => {
    const cases = women(WHOLE, 'acacia', 24, 12).map((one, i) => ({
      ...one,
      organizationId: i < 20 ? 'ministry' : 'union',
    }));
    expect(shared({ acceptance: cases }).acceptance).toEqual([]);
  });

  it('tell an organizer who alone asked nothing that she is not shown of her introductions', () => {
    const cases = women(WHOLE, 'acacia', 24, 12).map((one) => ({
      ...one,
      organizationId: 'ministry',
    }));
    const told = shared({ acceptance: cases, expiry: cases, acknowledgement: cases });
    expect(told).toMatchObject({ expiry: [], acknowledgement: [] });
    expect(told.acceptance).toMatchObject([{ cases: 24, ended: 12 }]);
  });

  it('tell neither the figures of each network nor why mediators decline', () => {
    const cases = ['acacia', 'baobab', 'cedar'].flatMap((network) =>
      women(network, network, 12, 6),
    );
    const told = shared({ expiry: cases, 'decline-reasons': cases });
    expect(told.expiry).toMatchObject([{ of: [], cases: 36, ended: 18 }]);
    expect(told).not.toHaveProperty('decline-reasons');
  });

  // A few women are asked for more than once, and some by networks that are not theirs.
  const anyCase = fc
    .record({
      row: fc.constantFrom('1', '2', '3'),
      home: fc.constantFrom('acacia', 'baobab', 'cedar'),
      number: fc.nat({ max: 40 }),
      networkId: fc.constantFrom('acacia', 'baobab', 'cedar'),
      isAway: fc.nat({ max: 9 }).map((n) => n === 0),
      organizationId: fc.constantFrom(...ORGANIZATIONS),
    })
    .map(({ home, number, isAway, networkId, ...one }): OneCase => ({
      ...one,
      unit: `${home}${number}`,
      networkId: isAway ? networkId : home,
      hit: true,
      ended: true,
      time: 1,
    }));

  it('leave nobody, or five and more, whatever is subtracted', () => {
    let rows = 0;
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 120, size: 'max' }), (cases) => {
        const told = shared({ 'deployed-by-track': cases })['deployed-by-track']!;
        for (const { of, cases: number } of told) {
          rows++;
          const inRow = cases.filter(({ row }) => of.includes(row));
          const units = (some: readonly Case[]) => new Set(some.map(({ unit }) => unit)).size;
          expect(units(inRow)).toBe(number);
          for (const knows of [
            ...['acacia', 'baobab', 'cedar'].flatMap((one, i, every) =>
              every
                .slice(i)
                .map((other) => (each: OneCase) => [one, other].includes(each.networkId!)),
            ),
            ...ORGANIZATIONS.map((id) => (each: OneCase) => each.organizationId === id),
          ]) {
            const left = number - units(inRow.filter(knows));
            expect(left > 0 && left < 5).toBe(false);
          }
        }
      }),
      { seed: 2026, numRuns: 300 },
    );
    expect(rows).toBeGreaterThan(50);
  });
});
