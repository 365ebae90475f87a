import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MetricCases, Owned } from '../cases/scoped-case.js';
import { WHOLE, type Case } from '../figures/figures.js';
import { METRICS } from '../metric-list.js';
import { repeats } from '../cases/deployment-cases.js';
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

  it('tell no row that is told otherwise to those who read the figures of all', () => {
    // Of all, the four of the first row are told with the second. Were they told with the last one here, the second would be told alone.
    const cases = [
      ...women('1', 'acacia', 1),
      ...women('1', 'baobab', 2),
      ...women('1', 'cedar', 1),
      ...['acacia', 'baobab', 'cedar'].flatMap((network) => women('2', network, 5)),
      ...women('3', 'acacia', 15),
      ...women('3', 'baobab', 3),
      ...women('3', 'cedar', 5),
    ];
    const { all, shared: told } = figures({ 'deployed-by-track': cases });
    expect(all['deployed-by-track']).toMatchObject([
      { of: ['3'], cases: 23 },
      { of: ['1', '2'], cases: 19 },
    ]);
    expect(told!['deployed-by-track']).toMatchObject([{ of: ['1', '2', '3'], cases: 42 }]);
  });

  it('tell nothing that is not a sum of figures of all', () => {
    const anyOne = fc
      .record({
        row: fc.constantFrom('1', '2', '3', '4'),
        who: fc.nat({ max: 70 }),
        organizationId: fc.constantFrom(...ORGANIZATIONS),
        hit: fc.boolean(),
        ended: fc.boolean(),
        again: fc.nat({ max: 12 }).map((n) => n === 0),
      })
      .map(({ who, again, ...one }): OneCase => ({
        ...one,
        unit: `${who}${again ? '' : one.row}`,
        networkId: ['acacia', 'baobab', 'cedar', 'doum'][who % 4]!,
        time: 1,
      }));
    const tables = ['deployed-by-track', 'answered-in-window', 'acknowledgement'] as const;
    let sums = 0;
    fc.assert(
      fc.property(fc.array(anyOne, { minLength: 30, maxLength: 160, size: 'max' }), (cases) => {
        for (const code of [...tables, 'expiry'] as const) {
          const { all, shared: told } = figures({
            [code]:
              code === 'expiry' ? cases.map((one) => ({ ...one, row: one.networkId })) : cases,
          });
          for (const row of told![code]!) {
            const parts = all[code]!.filter(
              ({ of }) => code === 'expiry' || of.some((one) => row.of.includes(one)),
            );
            if (code !== 'expiry')
              expect(parts.flatMap(({ of }) => of).toSorted()).toEqual(row.of.toSorted());
            expect(parts.reduce((sum, { cases: some }) => sum + some, 0)).toBe(row.cases);
            if (row.ended !== null) {
              expect(parts.every(({ ended }) => ended !== null)).toBe(true);
            }
            if (parts.length > 1) sums++;
          }
        }
      }),
      { seed: 2027, numRuns: 60 },
    );
    expect(sums).toBeGreaterThan(20);
  });

  it('tell nothing by one metric that another tells of all', () => {
    // Of 51 asked, 20 accept, 30 let their time go by and one declines. How many accept is told of all and not here.
    const asked = [
      ...women(WHOLE, 'acacia', 18, 8),
      ...women(WHOLE, 'baobab', 18, 8),
      ...women(WHOLE, 'cedar', 15, 4),
    ];
    const last = asked.length - 1;
    const expired = asked.map((one, i) => ({ ...one, hit: !one.hit && i < last }));
    const { all, shared: told } = figures({ acceptance: asked, expiry: expired });
    expect(all.acceptance).toMatchObject([{ cases: 51, ended: 20 }]);
    expect(told!.acceptance).toMatchObject([{ cases: 51, ended: null }]);
    expect(told!.expiry).toEqual([]);
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
        // By track a woman is in the row of her first deployment, by place in each of hers.
        const first = ({ unit }: OneCase) => cases.find((one) => one.unit === unit)!.row;
        const byFirst = cases.map((one) => ({ ...one, row: first(one) }));
        const told = [
          ...shared({ 'deployed-by-track': cases })['deployed-by-track']!.map((row) => ({
            ...row,
            counted: byFirst,
          })),
          ...shared({ 'deployed-by-place': cases })['deployed-by-place']!.map((row) => ({
            ...row,
            counted: cases,
          })),
        ];
        for (const { of, cases: number, counted } of told) {
          rows++;
          const inRow = counted.filter(({ row }) => of.includes(row));
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

  it('count each mediator in one row, whoever knows her by another', () => {
    const first = women('1', 'acacia', 9);
    const again = women('2', 'acacia', 8).map((one, i) => ({ ...one, unit: first[i]!.unit }));
    const others = women('2', 'acacia', 6).map((one) => ({ ...one, unit: `other${one.unit}` }));
    const cases = [...first, ...again, ...others];
    const rows = [
      { of: ['1'], cases: 9 },
      { of: ['2'], cases: 6 },
    ];
    expect(shared({ 'proposed-by-track': cases })['proposed-by-track']).toMatchObject(rows);
    // Eight of the nine of the first row are known to baobab, by what she was asked of the second.
    const known = again.map((one) => ({
      ...one,
      networkId: null,
      knownTo: { networkIds: ['baobab'], organizationIds: [] },
    }));
    const told = shared({ 'proposed-by-track': [...first, ...known, ...others] });
    expect(told['proposed-by-track']).toMatchObject([{ of: ['1', '2'], cases: 15 }]);
  });

  it('tell no two numbers whose difference is of one to four mediators', () => {
    // Of 30 asked, 15 accept, 13 let their time go by and two decline: expiry would tell of the two.
    const asked = women(WHOLE, 'acacia', 30, 15);
    const expired = asked.map((one, i) => ({ ...one, hit: i >= 17 }));
    const told = shared({ acceptance: asked, expiry: expired });
    expect(told.acceptance).toMatchObject([{ cases: 30, ended: 15 }]);
    expect(told.expiry).toEqual([]);
    // Of seven who decline, five are of a network that knows them: it would count the two of the other.
    const two = ['acacia', 'baobab'].flatMap((network, n) =>
      women(WHOLE, network, 20, 8).map((one, i) => ({
        one,
        isExpired: i >= 8 + (n === 0 ? 5 : 2),
      })),
    );
    const ofTwo = shared({
      acceptance: two.map(({ one }) => one),
      expiry: two.map(({ one, isExpired }) => ({ ...one, hit: isExpired })),
    });
    expect(ofTwo.acceptance).toMatchObject([{ cases: 40, ended: 16 }]);
    expect(ofTwo.expiry).toEqual([]);
    // One of 20 who were deployed was deployed twice.
    const deployed = women('1', 'acacia', 20, 10);
    const again = [...deployed, deployed[0]!].map((one) => ({ ...one, row: WHOLE }));
    expect(shared({ 'repeat-share': again })['repeat-share']).toMatchObject([{ cases: 21 }]);
    const both = shared({ 'repeat-share': again, 'deployed-by-track': deployed });
    expect(both['deployed-by-track']).toMatchObject([{ cases: 20 }]);
    expect(both['repeat-share']).toEqual([]);
    // One of 20 who led did so twice, whoever was there beside them.
    const led = women('lead', 'acacia', 20);
    const places = [...led, led[0]!, ...women('alongside', 'acacia', 8)];
    const leads = [...led, led[0]!].map((one, i) => ({ ...one, row: WHOLE, hit: i < 10 }));
    const ofPlaces = shared({ 'deployed-by-place': places, 'mentored-places': leads });
    expect(ofPlaces['deployed-by-place']).toMatchObject([
      { of: ['alongside'], cases: 8 },
      { of: ['lead'], cases: 20 },
    ]);
    expect(ofPlaces['mentored-places']).toEqual([]);
  });

  it('tell no three numbers of which two, subtracted from the third, leave one to four mediators', () => {
    // Of 41, 15 accept and 13 let their time go by; 13 decline, 11 of them through their desk, before they are asked. Each two numbers are
    // far apart, but those who did not accept, less the expired, less those who were never asked, are two.
    const asked = women(WHOLE, 'acacia', 41, 15);
    const expired = asked.map((one, i) => ({ ...one, hit: i >= 15 && i < 28 }));
    const passedOn = asked.map((one, i) => ({ ...one, row: 'routine', ended: i < 28 || i >= 39 }));
    const told = shared({ acceptance: asked, expiry: expired, acknowledgement: passedOn });
    expect(told.acceptance).toMatchObject([{ cases: 41, ended: 15 }]);
    expect(told.expiry).toMatchObject([{ cases: 41, ended: 13 }]);
    expect(told.acknowledgement).toEqual([]);
    const ofTwo = shared({ acceptance: asked, acknowledgement: passedOn });
    expect(ofTwo.acknowledgement).toMatchObject([{ cases: 41, ended: 30 }]);
  });

  it('withstand whoever subtracts each number from each other, whatever happened', () => {
    const WOMEN = 14;
    const introduction = fc.record({
      who: fc.nat(WOMEN - 1),
      organization: fc.constantFrom(...ORGANIZATIONS),
      outcome: fc.constantFrom('accepted', 'accepted', 'declined', 'expired', 'expired', 'open'),
      connected: fc.boolean(),
    });
    const deployment = fc.record({
      who: fc.nat(WOMEN + 7),
      organization: fc.constantFrom(...ORGANIZATIONS),
      track: fc.constantFrom('1', '1', '1', '2'),
      mentors: fc.boolean(),
    });
    const compared = { declined: 0, connected: 0, repeated: 0, leads: 0 };
    fc.assert(
      fc.property(
        fc.array(introduction, { minLength: 25, maxLength: 60 }),
        fc.array(deployment, { minLength: 15, maxLength: 45 }),
        (introductions, deployments) => {
          const one = (who: number, organizationId: string, more: object = {}): OneCase => ({
            row: WHOLE,
            unit: `w${who}`,
            networkId: 'acacia',
            organizationId,
            hit: false,
            ended: true,
            time: 3,
            ...more,
          });
          const asked = introductions.map(({ who, organization, outcome, connected }) => ({
            ...one(who, organization),
            outcome,
            connected,
          }));
          const begun = deployments.map((each) => ({
            ...each,
            ...one(each.who, each.organization),
            // Rows that share women are told as one.
            place: each.who < WOMEN ? 'lead' : 'alongside',
          }));
          const { all, shared: told } = figures({
            acceptance: asked
              .filter(({ outcome }) => outcome !== 'open')
              .map((each) => ({ ...each, hit: each.outcome === 'accepted' })),
            expiry: asked.map((each) => ({
              ...each,
              row: 'acacia',
              hit: each.outcome === 'expired',
            })),
            'connect-to-deploy': asked.filter(
              (each) => each.outcome === 'accepted' && each.connected,
            ),
            'deployed-by-track': begun.map((each) => ({ ...each, row: each.track })),
            'repeat-share': begun.map((each) => ({ ...each, hit: each.who < 10 })),
          });
          const led = begun.filter(({ place }) => place === 'lead');
          // Alone: beside the others they are seldom told.
          const ofPlaces = figures({
            'deployed-by-place': begun.map((each) => ({ ...each, row: each.place })),
            'mentored-places': led.map((each) => ({ ...each, hit: each.mentors })),
          });
          const womenOf = (...outcomes: string[]) =>
            new Set(
              asked.filter(({ outcome }) => outcomes.includes(outcome)).map(({ unit }) => unit),
            );
          const repeated = (some: readonly { unit: string }[]) =>
            new Set(
              some
                .filter(({ unit }, i) => some.findIndex((each) => each.unit === unit) !== i)
                .map(({ unit }) => unit),
            );
          const few = (some: ReadonlySet<string>) => some.size > 0 && some.size < 5;
          for (const numbers of [ofPlaces.all, ofPlaces.shared!]) {
            const [leads] = numbers['mentored-places'] ?? [];
            const ofLeads = numbers['deployed-by-place']?.find(({ of }) => of.join() === 'lead');
            if (!leads || !ofLeads) continue;
            compared.leads++;
            expect(few(repeated(led))).toBe(false);
          }
          for (const numbers of [all, told!]) {
            const rows = (code: keyof MetricCases) => numbers[code] ?? [];
            const [accepted] = rows('acceptance');
            const [expired] = rows('expiry');
            if (accepted && expired) {
              compared.declined++;
              // Subtracting tells how many were declined, and how many are open.
              if (accepted.ended !== null && expired.ended !== null)
                expect(few(womenOf('declined'))).toBe(false);
              expect(few(womenOf('open'))).toBe(false);
            }
            const [connected] = rows('connect-to-deploy');
            if (accepted && accepted.ended !== null && connected) {
              compared.connected++;
              const not = asked.filter((each) => each.outcome === 'accepted' && !each.connected);
              expect(few(new Set(not.map(({ unit }) => unit)))).toBe(false);
            }
            const tracks = rows('deployed-by-track');
            const [all1] = rows('repeat-share');
            if (all1 && tracks.length === 1) {
              compared.repeated++;
              expect(few(repeated(begun))).toBe(false);
            }
          }
        },
      ),
      { seed: 20, numRuns: 300 },
    );
    expect(Math.min(...Object.values(compared))).toBeGreaterThan(50);
  });
});

describe('figures of an organization', () => {
  const asked = (ended: number) =>
    women(WHOLE, 'acacia', ended).map((one) => ({ ...one, organizationId: 'ministry' }));
  const reasons = (ended: number, named: number) =>
    figures({
      'acceptance-as-told': asked(ended),
      'decline-reasons': asked(named).map((one) => ({ ...one, row: 'terms' })),
    });

  it('tell no reason that all who did not accept may have named, or all but a few', () => {
    for (const [ended, isTold] of [
      [5, false],
      [9, false],
      [10, true],
    ] as const) {
      const { all, organizations } = reasons(ended, 5);
      const rows = isTold ? [{ of: ['terms'], cases: 5 }] : [];
      expect(organizations.ministry!['decline-reasons']).toMatchObject(rows);
      expect(all['decline-reasons']).toMatchObject(rows);
    }
  });
});

describe('figures of a network', () => {
  it('count who was deployed most often by its own deployments', () => {
    // Elsewhere the last five are deployed again, and again. Here each of 20 was deployed once, and the first ten count.
    const own = women(WHOLE, 'acacia', 20);
    const elsewhere = own
      .slice(15)
      .flatMap((one) => Array.from({ length: 3 }, () => ({ ...one, networkId: 'baobab' })));
    const { all, networks } = figures({ 'repeat-share': repeats([...own, ...elsewhere]) });
    expect(all['repeat-share']).toMatchObject([{ cases: 35, ended: 25 }]);
    expect(networks.acacia!['repeat-share']).toMatchObject([{ cases: 20, ended: 10 }]);
    expect(repeats(own).filter(({ hit }) => hit)).toHaveLength(10);
  });
});
