import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExposureLedger, type ExposureReport } from '#engagement';
import { NotPermittedError, OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { ScarcityReleases } from '#metrics';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { insertNeed } from '../../support/stored-need.js';
import { coordinatorViewer, organizerViewer, viewersOfTest } from '../../support/viewers.js';

const COUNTED = { consent: 'LISTED; MATCHED; STATISTICS' };
const OLD = { date_of_birth: '1960-01-01' };
const YOUNG = { date_of_birth: '2000-01-01' };
/** The last quarter that has ended, and the one before. */
const [PERIOD, BEFORE] = lastQuarters();

const QUERY = `query ($from: Date, $to: Date, $network: String) {
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
  total: { women: number; shown: number | null; shortlisted: number | null } | null;
  ofAll: { shareOfWomen: number; shareOfExposure: number } | null;
  tables: {
    dimension: string;
    rows: { of: { code: string | null; label: string | null }; women: number }[];
    together: { of: { code: string | null }[]; women: number } | null;
  }[];
  fields: { path: string; code: string }[];
}

describe('the report of exposure of women under code names', () => {
  const viewers = viewersOfTest();
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    const women = (from: number, count: number, changes: (i: number) => Record<string, string>) =>
      Array.from({ length: count }, (_, i) =>
        record(from + i, { full_name: `W${from + i}`, ...COUNTED, ...changes(i) }),
      );
    const atRisk = { pseudonymous: 'yes', ...YOUNG };
    await fill(api.services, 'acacia', [
      ...women(0, 8, () => ({ territories: 'Kenya', ...OLD })),
      // Each of a sub-region of her own but one: together they show the continent.
      ...women(10, 6, (i) => ({ ...atRisk, code_name: `H${i}`, territories: i ? 'Mali' : 'Chad' })),
    ]);
    await fill(
      api.services,
      'baobab',
      women(20, 6, (i) => ({ ...atRisk, code_name: `B${i}`, territories: 'Mali' })),
    );
  });
  afterAll(async () => api.close());

  it('counts them in no row that they do not show', async () => {
    const { tables, total } = await api.services.exposure.report(OPERATOR, PERIOD, null);
    expect(total?.women).toBe(20);
    const codes = tables.flatMap(({ rows, together }) => [
      ...rows.map(({ code }) => code),
      ...(together?.codes ?? []),
    ]);
    expect(codes).toContain('014');
    for (const hidden of ['011', '017', 'baobab', 'under-36']) expect(codes).not.toContain(hidden);
  });

  it('counts them for no region of a map that they do not show, and makes the map once', async () => {
    const releases = api.app.get(ScarcityReleases);
    const { from, rows } = await releases.map(OPERATOR);
    expect(from).toBe(PERIOD.from);
    const told = new Map(
      rows.flatMap(({ area, domain, women }) => (domain === null ? [[area, women]] : [])),
    );
    expect([told.get('014'), told.get('011'), told.get('017')]).toEqual([5, null, null]);
    await api.services.database.query(
      `UPDATE consent SET withdrawn_at = now() WHERE purpose = 'STATISTICS' AND mediator_id IN
        (SELECT id FROM mediator WHERE NOT pseudonymous LIMIT 5)`,
    );
    expect((await releases.map(OPERATOR)).rows).toEqual(rows);
    await expect(api.services.database.query('DELETE FROM scarcity_quarter')).rejects.toThrow(
      'permission denied',
    );
    await api.asOwner('DELETE FROM scarcity_quarter');
    const again = await releases.map(OPERATOR);
    expect(again.rows.every(({ women }) => women === null)).toBe(true);
    await api.asOwner('UPDATE consent SET withdrawn_at = NULL');
    await expect(releases.map(coordinatorViewer('a'))).rejects.toBeInstanceOf(NotPermittedError);
    await expect(releases.map(PUBLIC_VIEWER)).rejects.toBeInstanceOf(NotPermittedError);
  });

  it('counts all whom a network lists in the report of its own', async () => {
    const baobab = (await api.services.networks.bySlug('baobab'))?.id ?? '';
    const network = { id: baobab, slug: 'baobab' };
    const report = await api.services.exposure.report(coordinatorViewer(baobab), PERIOD, network);
    expect(report.total?.women).toBe(6);
  });

  it('counts them where their classes show them', async () => {
    await api.asOwner('DELETE FROM exposure_quarter');
    await api.services.pseudonyms.renew(OPERATOR);
    const views = await api.services.database.query<{ published: { VETTED: { areas: string[] } } }>(
      'SELECT published FROM pseudonym_class',
    );
    const areas = new Set(views.flatMap(({ published }) => published.VETTED.areas));
    expect(areas).toContain('202');
    const { tables } = await api.services.exposure.report(OPERATOR, PERIOD, null);
    const rows = tables.find(({ dimension }) => dimension === 'region')?.rows ?? [];
    const others = rows.map(({ code }) => code).filter((code) => code !== '014');
    expect(others.length).toBeGreaterThan(0);
    expect([...areas]).toEqual(expect.arrayContaining(others));
  });
});

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
    await fill(api.services, 'acacia', [
      ...women(14, 0, { territories: 'Kenya; Uganda', ...OLD }),
      record(90, { full_name: 'Uncounted', ...YOUNG }),
      record(91, { full_name: 'Unmatched', consent: 'LISTED; STATISTICS', ...YOUNG }),
    ]);
    await fill(api.services, 'baobab', women(13, 20, { territories: 'Mali', ...YOUNG }));
    await fill(api.services, 'fjord', women(2, 40, { territories: 'Sweden' }));
    const rows = await api.services.database.query<{ id: string; name: string }>(
      'SELECT id, full_name AS name FROM mediator',
    );
    for (const { id, name } of rows) ids.set(name, id);
    acacia = (await api.services.networks.bySlug('acacia'))?.id ?? '';
    await show(['Uncounted', 'Unmatched', ...names(0, 7)]);
    await show([...names(20, 6), 'W40']);
    await show(['W8'], `${BEFORE.to}T23:59:59Z`);
  });
  afterAll(async () => api.close());

  const names = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `W${from + i}`);
  const show = async (whom: string[], at = `${PERIOD.from}T00:00:00Z`) => {
    const need = await insertNeed(api.services.database);
    const entries = whom.map((name, i) => ({ mediatorId: ids.get(name) ?? '', rank: i + 1 }));
    await api.services.database.transaction((tx) => ledger.record(tx, need, 'shown', entries));
    await api.services.database.query('UPDATE exposure SET at = $2 WHERE need_id = $1', [need, at]);
  };
  const ask = async (viewer: Viewer, variables: object = PERIOD): Promise<Answer> => {
    const { data, errors } = await api.ask<{ exposureReport: Answer }>(
      QUERY,
      { ...variables },
      viewers.as(viewer),
    );
    expect(errors).toBeUndefined();
    return (data as { exposureReport: Answer }).exposureReport;
  };
  const focalPoint: Viewer = { ...organizerViewer(), grants: ['anyone', 'user', 'focal-point'] };
  const report = (): Promise<ExposureReport> =>
    api.services.exposure.report(OPERATOR, PERIOD, null);
  const tableOf = ({ tables }: ExposureReport, dimension: string) =>
    tables.find((table) => table.dimension === dimension);

  it('counts who agreed to statistics and is in rankings, and the exposure of the quarter', async () => {
    const { total, gini } = await report();
    // Nobody was shortlisted: that would tell of each of them.
    expect(total).toEqual({
      women: 29,
      shown: 14,
      shortlisted: null,
      shareOfWomen: 1_000_000,
      shareOfExposure: 1_000_000,
    });
    expect(gini).toBeGreaterThan(300_000);
    expect(gini).toBeLessThan(700_000);
  });

  it('prints large rows, and small ones together with the next smallest', async () => {
    expect(tableOf(await report(), 'network')).toMatchObject({
      rows: [{ code: 'acacia', women: 14, shown: 7, shortlisted: null }],
      together: { codes: ['baobab', 'fjord'], women: 15, shown: 7 },
    });
    expect(tableOf(await report(), 'region')).toMatchObject({
      // Eastern Africa, for Kenya and Uganda once.
      rows: [{ code: '014', women: 14 }],
      together: { codes: ['011', '154'], women: 15 },
    });
    expect(tableOf(await report(), 'age-band')).toMatchObject({
      rows: [{ code: '55-plus', women: 14 }],
      together: { codes: ['under-36', null], women: 15 },
    });
  });

  it('compares shares of exposure with shares of women', async () => {
    const row = tableOf(await report(), 'network')?.rows[0];
    expect(row?.shareOfWomen).toBe(Math.floor(14_000_000 / 29));
    // Places 3 to 9 of the first need, against 1 to 7 of the second.
    const hers = 500_000 + 430_677 + 386_853 + 356_207 + 333_333 + 315_465 + 301_030;
    const theirs = 1_000_000 + 630_930 + 500_000 + 430_677 + 386_853 + 356_207 + 333_333;
    expect(row?.shareOfExposure).toBe(Math.floor((hers * 1_000_000) / (hers + theirs)));
  });

  it('tells nothing of exposure where few came before organizers, or few did not', async () => {
    // One woman was shown in the quarter before, in the last second of it.
    const before = await api.services.exposure.report(OPERATOR, BEFORE, null);
    expect(before).toMatchObject({
      ...BEFORE,
      total: { women: 29, shown: null, shortlisted: null, shareOfExposure: null },
      gini: null,
    });
    expect(JSON.stringify(before.tables)).not.toMatch(/"sho\w+":\d/);
  });

  it('is for those who answer for the whole, and for coordinators of their own network', async () => {
    const whole = await ask(focalPoint);
    expect(whole).toMatchObject({ __typename: 'ExposureReport', total: { women: 29 } });
    expect(whole.tables[1]?.rows[0]?.of).toEqual({ code: '014', label: 'Eastern Africa' });

    const coordinator = coordinatorViewer(acacia);
    expect(await ask(coordinator, { ...PERIOD, network: 'acacia' })).toMatchObject({
      total: { women: 14, shown: 7 },
      ofAll: { shareOfWomen: Math.floor(14_000_000 / 29) },
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

  it('says nothing of a network of few women', async () => {
    const fjord = (await api.services.networks.bySlug('fjord'))?.id ?? '';
    expect(await ask(coordinatorViewer(fjord), { ...PERIOD, network: 'fjord' })).toMatchObject({
      network: 'fjord',
      total: null,
      ofAll: null,
      gini: null,
      tables: [],
    });
  });

  it('is of one whole quarter that has ended, the last one where nothing is said', async () => {
    const present = { from: dayAfter(PERIOD.to) };
    for (const [period, path] of [
      [{ from: '2026-01-02', to: '2026-03-31' }, 'from'],
      [{ from: '2026-02-01', to: '2026-04-30' }, 'from'],
      [{ from: '2001-01-01', to: '2001-03-31' }, 'from'],
      [present, 'from'],
      [{ from: PERIOD.from, to: BEFORE.to }, 'to'],
      [{ from: BEFORE.from, to: PERIOD.to }, 'to'],
      [{ to: BEFORE.to }, 'to'],
    ] as const) {
      expect(await ask(focalPoint, period)).toMatchObject({ fields: [{ path }] });
    }
    expect(await ask(focalPoint, {})).toMatchObject(PERIOD);
    expect(await ask(focalPoint, { from: BEFORE.from })).toMatchObject(BEFORE);
    for (const from of ['2026-13-01', '\u0000']) {
      const { errors } = await api.ask(QUERY, { ...PERIOD, from }, viewers.as(focalPoint));
      expect(errors).toMatchObject([{ extensions: { fields: [{ path: 'from' }] } }]);
    }
  });

  it('never changes: no two answers can be subtracted from each other', async () => {
    const [whole, own] = [await ask(focalPoint), await ask(coordinatorViewer(acacia), ACACIA)];
    await show(names(9, 5));
    await api.services.database.query('DELETE FROM mediator WHERE id = $1', [ids.get('W0')]);
    await api.services.database.query(
      `UPDATE consent SET withdrawn_at = now() WHERE mediator_id = $1 AND purpose = 'STATISTICS'`,
      [ids.get('W1')],
    );
    expect(await ask(focalPoint)).toEqual(whole);
    expect(await ask(coordinatorViewer(acacia), ACACIA)).toEqual(own);
    // What is kept of it are sums.
    const stored = await api.services.database.query<{ numbers: object }>(
      'SELECT numbers FROM exposure_quarter',
    );
    expect(stored.length).toBeGreaterThan(1);
    for (const id of ids.values()) expect(JSON.stringify(stored)).not.toContain(id);
    await expect(api.services.database.query('DELETE FROM exposure_quarter')).rejects.toThrow(
      'permission denied',
    );
  });

  it('is made once when many ask for it first', async () => {
    await api.asOwner('DELETE FROM exposure_quarter');
    const told = await Promise.all(Array.from({ length: 8 }, () => ask(focalPoint)));
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it('protects the networks that came before organizers too rarely', async () => {
    const fairness = {
      group: { group: 'UNDER_REPRESENTED_NETWORKS', proportion: 500_000, places: 10 },
    } as const;
    const protectedNow = async () => {
      const { ranking } = await api.services.matches.match(
        organizerViewer(),
        { date: '2026-11-01', hard: {}, soft: { years: 10 }, fairness },
        { first: 40 },
      );
      return ranking.results.filter(({ fairness: did }) => did?.group?.member).length;
    };
    await api.asOwner('DELETE FROM exposure; DELETE FROM exposure_quarter');
    await expect(protectedNow()).rejects.toThrow('No network is under-represented');
    await api.asOwner('DELETE FROM exposure_quarter');
    for (let i = 0; i < 3; i++) await show(names(20, 7));
    // W1 to W13 of acacia, and who is not counted.
    expect(await protectedNow()).toBe(14);
    // What happens now tells nobody anything before the quarter has ended.
    for (let i = 0; i < 9; i++) await show(names(1, 8), new Date().toISOString());
    expect(await protectedNow()).toBe(14);
  });
});

const ACACIA = { network: 'acacia' };

interface Quarter {
  readonly from: string;
  readonly to: string;
}

function lastQuarters(): readonly [Quarter, Quarter] {
  const today = new Date();
  const year = today.getUTCFullYear();
  const begun = today.getUTCMonth() - (today.getUTCMonth() % 3);
  const quarter = (month: number): Quarter => ({
    from: dayOf(Date.UTC(year, month, 1)),
    to: dayOf(Date.UTC(year, month + 3, 0)),
  });
  return [quarter(begun - 3), quarter(begun - 6)];
}

function dayAfter(day: string): string {
  return dayOf(Date.parse(day) + 86_400_000);
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
