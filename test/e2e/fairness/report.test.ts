import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExposureLedger, underRepresentedNetworks, type ExposureReport } from '#engagement';
import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { insertNeed } from '../../support/stored-need.js';
import { coordinatorViewer, organizerViewer, viewersOfTest } from '../../support/viewers.js';

const COUNTED = { consent: 'LISTED; MATCHED; STATISTICS' };
const OLD = { date_of_birth: '1960-01-01' };
const YOUNG = { date_of_birth: '2000-01-01' };
const PERIOD = { from: '2026-01-01', to: '2026-12-31' };

const QUERY = `query ($from: String, $to: String, $network: String) {
  exposureReport(from: $from, to: $to, network: $network) {
    __typename
    ... on ExposureReport {
      from to network gini total { women shown shortlisted }
      ofAll { shareOfWomen shareOfExposure }
      tables {
        dimension
        rows { of { code label } women shown shortlisted shareOfWomen shareOfExposure }
        together { of { code } women shown }
      }
    }
    ... on ValidationError { fields { path code } }
  }
}`;

interface Answer {
  __typename: string;
  total: { women: number; shown: number; shortlisted: number } | null;
  ofAll: { shareOfWomen: number; shareOfExposure: number } | null;
  tables: {
    dimension: string;
    rows: { of: { code: string | null; label: string | null }; women: number }[];
    together: { of: { code: string | null }[]; women: number } | null;
  }[];
  fields: { path: string; code: string }[];
}

describe('the report of exposure', () => {
  const viewers = viewersOfTest();
  const ledger = new ExposureLedger();
  let api: TestApi;
  let acacia: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    const women = (count: number, from: number, changes: Record<string, string>) =>
      Array.from({ length: count }, (_, i) =>
        record(from + i, { full_name: `W${from + i}`, ...COUNTED, ...changes }),
      );
    await fill(api.rooms, 'acacia', [
      ...women(8, 0, { territories: 'Kenya; Uganda', ...OLD }),
      record(90, { full_name: 'Uncounted', ...YOUNG }),
      record(91, { full_name: 'Unmatched', consent: 'LISTED; STATISTICS', ...YOUNG }),
    ]);
    await fill(api.rooms, 'baobab', women(7, 10, { territories: 'Mali', ...YOUNG }));
    await fill(api.rooms, 'fjord', women(2, 20, { territories: 'Sweden' }));
    const rows = await api.rooms.database.query<{ id: string; name: string }>(
      'SELECT id, full_name AS name FROM mediator',
    );
    for (const { id, name } of rows) ids.set(name, id);
    acacia = (await api.rooms.networks.bySlug('acacia'))?.id ?? '';

    const show = async (names: string[], kind: 'shown' | 'shortlisted', at = '2026-06-01') => {
      const need = await insertNeed(api.rooms.database);
      const entries = names.map((name, i) => ({ mediatorId: ids.get(name) ?? '', rank: i + 1 }));
      await api.rooms.database.transaction((tx) => ledger.record(tx, need, kind, entries));
      await api.rooms.database.query('UPDATE exposure SET at = $2 WHERE need_id = $1', [need, at]);
    };
    await show(['Uncounted', 'Unmatched', 'W0', 'W1', 'W2', 'W3', 'W4', 'W5'], 'shown');
    await show(['W10', 'W11', 'W12', 'W13', 'W14', 'W20'], 'shown');
    await show(['W6'], 'shown', '2025-12-31');
  });
  afterAll(async () => api.close());

  const ask = async (viewer: Viewer, variables: object = PERIOD): Promise<Answer> => {
    const { data, errors } = await api.ask<{ exposureReport: Answer }>(
      QUERY,
      { ...variables },
      viewers.as(viewer),
    );
    expect(errors).toBeUndefined();
    return (data as { exposureReport: Answer }).exposureReport;
  };
  const report = (): Promise<ExposureReport> => api.rooms.exposure.report(OPERATOR, PERIOD, null);
  const tableOf = ({ tables }: ExposureReport, dimension: string) =>
    tables.find((table) => table.dimension === dimension);

  it('counts who agreed to statistics and is in rankings, and the exposure of the period', async () => {
    const { total, gini } = await report();
    expect(total).toMatchObject({ women: 17, shown: 12, shortlisted: 0, shareOfWomen: 1_000_000 });
    expect(gini).toBeGreaterThan(300_000);
    expect(gini).toBeLessThan(700_000);
  });

  it('prints large rows, and small ones together with the next smallest', async () => {
    expect(tableOf(await report(), 'network')).toMatchObject({
      rows: [{ code: 'acacia', women: 8, shown: 6 }],
      together: { codes: ['baobab', 'fjord'], women: 9, shown: 6 },
    });
    expect(tableOf(await report(), 'region')).toMatchObject({
      // Eastern Africa, for Kenya and Uganda once.
      rows: [{ code: '014', women: 8 }],
      together: { codes: ['011', '154'], women: 9 },
    });
    expect(tableOf(await report(), 'age-band')).toMatchObject({
      rows: [{ code: '55-plus', women: 8 }],
      together: { codes: ['under-36', null], women: 9 },
    });
  });

  it('compares shares of exposure with shares of women', async () => {
    const row = tableOf(await report(), 'network')?.rows[0];
    expect(row?.shareOfWomen).toBe(Math.floor(8_000_000 / 17));
    // Places 3 to 8 of the first need, against 1 to 6 of the second.
    expect(row?.shareOfExposure).toBe(
      Math.floor(
        ((500_000 + 430_677 + 386_853 + 356_207 + 333_333 + 315_465) * 1_000_000) /
          (500_000 +
            430_677 +
            386_853 +
            356_207 +
            333_333 +
            315_465 +
            1_000_000 +
            630_930 +
            500_000 +
            430_677 +
            386_853 +
            356_207),
      ),
    );
  });

  it('never prints a number of one to four women', async () => {
    const numbers = (value: unknown): number[] => {
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([key, inner]) =>
        ['women', 'shown', 'shortlisted'].includes(key) ? [Number(inner)] : numbers(inner),
      );
    };
    const found = numbers(await report());
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((count) => count > 0 && count < 5)).toEqual([]);
  });

  it('says nothing where few are counted in all', async () => {
    const early = { from: '2025-12-01', to: '2025-12-31' };
    // One woman was shown then: her number is not printed, and so none is.
    expect(await api.rooms.exposure.report(OPERATOR, early, null)).toEqual({
      ...early,
      network: null,
      ofAll: null,
      total: null,
      gini: null,
      tables: [],
    });
  });

  it('is for those who answer for the whole, and for coordinators of their own network', async () => {
    const focalPoint: Viewer = { ...organizerViewer(), grants: ['anyone', 'user', 'focal-point'] };
    const whole = await ask(focalPoint);
    expect(whole).toMatchObject({ __typename: 'ExposureReport', total: { women: 17 } });
    expect(whole.tables[1]?.rows[0]?.of).toEqual({ code: '014', label: 'Eastern Africa' });

    const coordinator = coordinatorViewer(acacia);
    expect(await ask(coordinator, { ...PERIOD, network: 'acacia' })).toMatchObject({
      total: { women: 8, shown: 6 },
      ofAll: { shareOfWomen: Math.floor(8_000_000 / 17) },
    });
    for (const [viewer, network] of [
      [coordinator, undefined],
      [coordinator, 'baobab'],
      [focalPoint, 'acacia'],
      [organizerViewer(), undefined],
      [organizerViewer(), 'acacia'],
      [PUBLIC_VIEWER, undefined],
    ] as const) {
      expect((await ask(viewer, { ...PERIOD, network })).__typename).toBe('NotPermitted');
    }
  });

  it('is of whole months, a year where nothing is said', async () => {
    const focalPoint: Viewer = { ...organizerViewer(), grants: ['anyone', 'user', 'focal-point'] };
    for (const [period, path] of [
      [{ from: '2026-01-02', to: '2026-01-31' }, 'from'],
      [{ from: '2026-13-01', to: '2026-01-31' }, 'from'],
      [{ from: '2026-01-01', to: '2026-02-30' }, 'to'],
      [{ from: '2026-01-01', to: '2026-01-30' }, 'to'],
      [{ from: '2026-03-01', to: '2026-02-28' }, 'to'],
      [{ from: '\u0000', to: '2026-02-28' }, 'from'],
    ] as const) {
      expect(await ask(focalPoint, period)).toMatchObject({ fields: [{ path }] });
    }
    expect(await ask(focalPoint, {})).toMatchObject({ __typename: 'ExposureReport' });
  });

  it('forgets who is erased', async () => {
    await api.rooms.database.query('DELETE FROM mediator WHERE id = $1', [ids.get('W0')]);
    expect((await report()).total).toMatchObject({ women: 16, shown: 11 });
  });

  it('protects the networks that came before organizers too rarely', async () => {
    const now = () => new Date('2026-11-01T00:00:00Z');
    expect(await rare(api, now)).toEqual([]);
    const need = await insertNeed(api.rooms.database);
    await api.rooms.database.transaction((tx) =>
      ledger.record(
        tx,
        need,
        'shortlisted',
        Array.from({ length: 7 }, (_, i) => ({ mediatorId: ids.get(`W${10 + i}`) ?? '', rank: 1 })),
      ),
    );
    await api.rooms.database.query(`UPDATE exposure SET at = '2026-06-01' WHERE need_id = $1`, [
      need,
    ]);
    expect(await rare(api, now)).toEqual(['acacia']);
    await api.rooms.database.query('UPDATE exposure SET at = now()');
    const fairness = {
      group: { group: 'UNDER_REPRESENTED_NETWORKS', proportion: 500_000, places: 10 },
    } as const;
    const { ranking } = await api.rooms.matches.match(
      organizerViewer(),
      { date: '2026-11-01', hard: {}, soft: { years: 10 }, fairness },
      { first: 20 },
    );
    const members = ranking.results.filter(({ fairness: did }) => did?.group?.member);
    expect(members).toHaveLength(8);
  });
});

/** As the service of matching asks. */
function rare({ rooms }: TestApi, now: () => Date): Promise<string[]> {
  const since = new Date(now().getTime() - 365 * 24 * 60 * 60 * 1000);
  return underRepresentedNetworks(rooms.database, since);
}
