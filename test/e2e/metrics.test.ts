import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetricReleases, MetricsService, type MetricCode, type NamedRow } from '#metrics';
import { OPERATOR } from '#identity';
import { startOf } from '#kernel';
import { label } from '#vocabulary';
import { NetworkImport, printed, readNetworkFile, ReportService, type PrintedCell } from '#wps';
import { readFileSync } from 'node:fs';
import { command } from '../support/cli.js';
import { fill, record } from '../support/fill.js';
import { openNeedBench, type NeedBench } from '../support/needing.js';
import { insertDeploymentAt, insertIntroduction } from '../support/stored-deployment.js';
import { insertNeed } from '../support/stored-need.js';
import { coordinatorViewer } from '../support/viewers.js';
import { openWpsWorld } from '../support/wps.js';

const COUNTED = { consent: 'LISTED; MATCHED; STATISTICS; CONTACTED' };
const HOUR = 3_600_000;
const WOMEN = 16;

const QUERY = `query ($from: Date, $network: String, $ownOrganization: Boolean) {
  metrics(from: $from, network: $network, ownOrganization: $ownOrganization) {
    __typename
    ... on MetricReport {
      from to scope
      metrics { code name definition kind unit by rows { of { code label } organization cases ended share median p90
        estimatedMedian estimatedP90 } }
    }
    ... on ValidationError { fields { path code } }
  }
}`;

describe('metrics', () => {
  let bench: NeedBench;
  let acacia: string;
  let needId: string;
  let quarter: { from: string; to: string };
  const women: string[] = [];
  /** So many hours after the third day of the quarter. */
  const at = (hours: number) => new Date(startOf(quarter.from).getTime() + (48 + hours) * HOUR);

  /** The rows of a metric of the last quarter that is told. */
  const rows = async (code: MetricCode, viewer = OPERATOR, asked: object = { scope: 'all' }) => {
    const report = await bench.api.app.get(MetricsService).report(viewer, asked as never);
    return report.metrics.find((metric) => metric.code === code)!.rows;
  };
  const numbers = ({ of, cases, ended, share, median, p90, estimatedMedian }: NamedRow) => ({
    of: of.join('+'),
    cases,
    ended,
    share,
    median,
    p90,
    estimatedMedian,
  });

  beforeAll(async () => {
    bench = await openNeedBench();
    const { api, ana } = bench;
    const { database, vault } = api.services;
    [quarter] = api.app.get(MetricReleases).quarters() as [{ from: string; to: string }];
    await fill(api.services, 'acacia', [
      ...Array.from({ length: WOMEN }, (_, i) => record(i, COUNTED)),
      record(90, { full_name: 'Uncounted' }),
    ]);
    acacia = (await api.services.networks.bySlug('acacia'))!.id;
    const found = await database.query<{ id: string; counted: boolean }>(
      `SELECT id, full_name <> 'Uncounted' AS counted FROM mediator ORDER BY counted DESC, id`,
    );
    women.push(...found.map(({ id }) => id));
    const organizationId = ana.organizationId ?? '';
    await database.transaction(async (tx) => {
      const need = { organization_id: organizationId };
      needId = await insertNeed(tx, { ...need, opened_at: at(0) });
      for (let i = 0; i < 6; i++) {
        const state = i < 5 ? 'filled' : 'cancelled';
        await insertNeed(tx, { ...need, state, opened_at: at(0), closed_at: at(500) });
      }
      const ask = (n: number, columns: object) =>
        insertIntroduction(
          tx,
          { needId, organizationId, networkId: acacia, mediatorId: women[n]! },
          { at: at(0), vault, ...columns },
        );
      // Ten answer after 1 to 10 hours; five have let their time go by; one asked a question that waited for 50 hours.
      for (let i = 0; i < 10; i++) {
        const answered = at(4 + i + 1);
        await ask(i, {
          forwarded_at: at(4),
          acknowledged_at: at(4),
          answer_due_at: at(200),
          ended_at: answered,
          ...(i < 5
            ? {
                state: 'engaged',
                word: 'engaged',
                accepted_at: answered,
                confirmed_at: answered,
                connected_at: answered,
                accepted_terms_revision: 1,
                steps: { accept: answered },
              }
            : {
                steps: { decline: answered },
                words: { declineReasons: ['terms', 'safety-self'] },
              }),
        });
      }
      for (let i = 10; i < 15; i++) {
        const forwarded = { forwarded_at: at(4), acknowledged_at: at(4), answer_due_at: at(172) };
        await ask(i, { state: 'expired', ended_at: at(172), ...forwarded });
      }
      await ask(15, {
        forwarded_at: at(4),
        acknowledged_at: at(4),
        answer_due_at: at(250),
        ended_at: at(64),
        steps: { ask: at(5), answer: at(55), decline: at(64) },
        words: { declineReasons: ['health-or-access'] },
      });
      // She did not agree to be counted.
      await ask(16, { state: 'expired', ended_at: at(172) });
      const deploy = (n: number, columns = {}) =>
        insertDeploymentAt(
          tx,
          vault,
          { needId, organizationId, networkId: acacia, mediatorId: women[n]! },
          { began_at: at(n), ...columns },
        );
      for (let n = 0; n < 6; n++) await deploy(n);
      for (let n = 6; n < 8; n++) await deploy(n, { track: '2' });
      await deploy(16, { track: '2' });
    });
  });
  afterAll(async () => bench.close());

  it('tell how long mediators take to answer, those who never did included in the estimate', async () => {
    // 11 answered: after 1 to 10 hours, and after 10 hours beside the 50 for which a question waited.
    expect((await rows('answer-time')).map(numbers)).toEqual([
      {
        of: 'routine',
        cases: 16,
        ended: 11,
        share: null,
        median: 6,
        p90: 10,
        estimatedMedian: 8,
      },
    ]);
  });

  it('count who answered in time, accepted and expired, without who is in no statistics', async () => {
    expect((await rows('answered-in-window')).map(numbers)).toMatchObject([
      { of: 'routine', cases: 16, ended: 11, share: 687_500 },
    ]);
    expect((await rows('acceptance')).map(numbers)).toMatchObject([
      { cases: 16, ended: 5, share: 312_500 },
    ]);
    expect((await rows('expiry')).map(numbers)).toMatchObject([
      { of: 'acacia', cases: 16, ended: 5, share: 312_500 },
    ]);
    expect((await rows('acknowledgement')).map(numbers)).toMatchObject([
      { of: 'routine', cases: 16, median: 4, p90: 4 },
    ]);
  });

  it('tell rows of few together, and a share of few not at all', async () => {
    expect((await rows('deployed-by-track')).map(numbers)).toMatchObject([{ of: '1+2', cases: 8 }]);
    expect(await rows('mentored-places')).toMatchObject([{ cases: 8, ended: null, share: null }]);
    // One of six needs was not filled.
    expect(await rows('fill')).toMatchObject([{ cases: 6, ended: null, share: null }]);
    expect((await rows('connect-to-deploy')).map(numbers)).toMatchObject([
      { cases: 5, ended: null },
    ]);
  });

  it('tell why mediators decline by organization, but for reasons of health, safety and family', async () => {
    expect(await rows('decline-reasons')).toMatchObject([
      { of: ['terms'], organization: 'Ministry of Peace', cases: 5 },
    ]);
  });

  it('are made once: what is written later changes nothing', async () => {
    const before = await rows('deployed-by-track');
    await bench.api.asOwner('DELETE FROM deployment');
    expect(await rows('deployed-by-track')).toEqual(before);
  });

  it('are printed by the Common Pledge form as an auditor counts the events, small numbers withheld', async () => {
    const { app } = bench.api;
    const who = await openWpsWorld(bench.api);
    const { forms } = JSON.parse(readFileSync('docs/examples/wps-forms.json', 'utf8')) as {
      forms: { code: string }[];
    };
    const printing = forms.filter(({ code }) => /^f[89]-/.test(code));
    await app.get(NetworkImport).apply(OPERATOR, readNetworkFile({ forms: printing }));
    const reports = app.get(ReportService);
    const own = who['reed-coast'];
    const period = { from: quarter.from, until: quarter.to, sharing: 'public' } as const;
    const cells: PrintedCell[] = [];
    for (const { id: formId } of await reports.forms(own)) {
      const { id } = await reports.begin(own, { actor: 'reed-coast', formId, ...period });
      const { sections } = printed(await reports.read(own, id), 'en');
      cells.push(...sections.flatMap((section) => section.cells));
    }
    const rowsOf = (code: string) => cells.find((cell) => cell.code === code)!.table!.rows;
    const days = `${quarter.from} – ${quarter.to}`;
    // Eight deployments began of women who agreed to be counted: six and two by track, which may not be told apart.
    const tracks = ['1', '2'].map((code) => label('track', code, 'en')).join(', ');
    expect(rowsOf('deployed-by-track')).toEqual([[days, tracks, '8', '', '', '']]);
    // Sixteen were asked of women who agreed; five of them accepted, and eleven did not.
    expect(rowsOf('acceptance')).toEqual([[days, '', '16', '5', '31.3%', '']]);
    expect(rowsOf('time-to-shortlist')[0]![0]).toBe(days);
    // The one organization that asked is not shown which of them let their time go by.
    expect(rowsOf('expiry')).toEqual([[days, '', 'Too few to be told', '', '', '']]);
  });

  it('are told to organizers of their own organization, without what they are not shown', async () => {
    const { ana, bo, ask } = bench;
    const own = await ask(ana, QUERY, { ownOrganization: true });
    expect(own).toMatchObject({ __typename: 'MetricReport', scope: 'ORGANIZATION' });
    const metrics = own.metrics as { code: string; rows: unknown[] }[];
    const codes = metrics.map(({ code }) => code);
    for (const hidden of ['ACKNOWLEDGEMENT', 'ANSWER_TIME', 'EXPIRY', 'ACCEPTANCE']) {
      expect(codes).not.toContain(hidden);
    }
    expect(metrics.find(({ code }) => code === 'ACCEPTANCE_AS_TOLD')!.rows).toMatchObject([
      { cases: 16, ended: 5 },
    ]);
    const others = (await ask(bo, QUERY, { ownOrganization: true })).metrics as typeof metrics;
    expect(others.flatMap((metric) => metric.rows)).toEqual([]);
  });

  it('are told to coordinators of their own network, and to nobody of two scopes', async () => {
    const { ana, ask } = bench;
    const hers = coordinatorViewer(acacia);
    expect(await ask(hers, QUERY, { network: 'acacia' })).toMatchObject({ scope: 'NETWORK' });
    for (const [viewer, variables] of [
      [hers, {}],
      [coordinatorViewer(), { network: 'acacia' }],
      [ana, {}],
      [ana, { network: 'acacia' }],
    ] as const) {
      expect(await ask(viewer, QUERY, variables)).toMatchObject({ __typename: 'NotPermitted' });
    }
    expect(await ask(hers, QUERY, { network: 'acacia', ownOrganization: true })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'ownOrganization', code: 'CONTRADICTION' }],
    });
  });

  it('say which quarters can be asked about', async () => {
    const from = '1999-01-01';
    expect(await bench.ask(coordinatorViewer(acacia), QUERY, { network: 'acacia', from })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'from', code: 'OUT_OF_RANGE' }],
    });
  });

  it('are printed at the command line as tables, CSV and JSON', async () => {
    const env = {
      DATABASE_URL: bench.api.settings.databaseUrl ?? '',
      BARAZA_DATA_DIR: bench.api.settings.dataDirectory,
    };
    const run = (...args: string[]) => command(['metrics', '--from', quarter.from, ...args], env);
    const table = await run();
    expect(table).toMatchObject({ code: 0, stderr: '' });
    expect(table.stdout).toContain(`From ${quarter.from} to ${quarter.to}.`);
    const json = await run('--json');
    const report = JSON.parse(json.stdout) as { from: string; metrics: { code: string }[] };
    const asked = await bench.api.app.get(MetricsService).report(OPERATOR, { scope: 'all' });
    expect(report.from).toBe(quarter.from);
    expect(report.metrics.map(({ code }) => code)).toEqual(asked.metrics.map(({ code }) => code));
    const csv = await run('--format', 'csv');
    expect(csv.stdout.split('\n')[0]).toMatch(/^"metric","unit",/);
    expect(await run('--from', '2026-02-02')).toMatchObject({ code: 1 });
  });
});
