import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  METRICS,
  MetricReleases,
  MetricsService,
  RULE,
  type Breakdown,
  type MetricCode,
  type MetricDefinition,
  type NamedRow,
} from '#metrics';
import { domains, subRegions } from '#matching';
import { translator, type Named } from '#messages';
import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { dayOf, startOf } from '#kernel';
import { label } from '#vocabulary';
import { NetworkImport, printed, readNetworkFile, ReportService, type PrintedCell } from '#wps';
import { readFileSync } from 'node:fs';
import { auditedFigures } from '../support/auditor.js';
import { command } from '../support/cli.js';
import { fill, record } from '../support/fill.js';
import { openNeedBench, type NeedBench } from '../support/needing.js';
import { insertDeploymentAt, insertIntroduction } from '../support/stored-deployment.js';
import { insertNeed, insertShortlist } from '../support/stored-need.js';
import { coordinatorViewer } from '../support/viewers.js';
import { openWpsWorld } from '../support/wps.js';

interface FormText {
  code: string;
  sections: { cells: { kind: string; of?: string }[] }[];
}

const COUNTED = { consent: 'LISTED; MATCHED; STATISTICS; CONTACTED' };
/** Of M49. */
const [EASTERN_AFRICA, WESTERN_AFRICA] = ['014', '011'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Who agree to be counted; one more does not. */
const WOMEN = 24;

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
  let audited: Awaited<ReturnType<typeof auditedFigures>>;
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
    // No mediator is from there.
    await api.asOwner(`UPDATE organization SET country = 'FI' WHERE id = '${organizationId}'`);
    await database.transaction(async (tx) => {
      const need = { organization_id: organizationId };
      const soft = {
        languages: [{ code: 'en' }],
        territories: [{ code: 'ML' }],
        tracks: [{ code: '1' }],
        roles: ['facilitator'],
      };
      needId = await insertNeed(tx, {
        ...need,
        opened_at: at(0),
        confidentiality: 'public',
        criteria: JSON.stringify({ date: quarter.from, hard: {}, soft }),
      });
      const filled: string[] = [];
      for (let i = 0; i < 6; i++) {
        const state = i < 5 ? 'filled' : 'cancelled';
        filled.push(await insertNeed(tx, { ...need, state, opened_at: at(0), closed_at: at(500) }));
      }
      const ask = (n: number, columns: object) =>
        insertIntroduction(
          tx,
          { needId, organizationId, networkId: acacia, mediatorId: women[n]! },
          { at: at(0), vault, ...columns },
        );
      // Ten answer after 1 to 10 hours; five have let their time go by; one asked a question that waited for 50 hours.
      const engaged: string[] = [];
      for (let i = 0; i < 10; i++) {
        const answered = at(4 + i + 1);
        const id = await ask(i, {
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
        if (i < 5) engaged.push(id);
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
      // She did not agree to be counted: her introductions and deployments count for needs only.
      const uncounted = women[WOMEN]!;
      await ask(WOMEN, { state: 'expired', ended_at: at(172) });
      const deploy = (mediatorId: string, columns: { began_at: Date; [column: string]: unknown }) =>
        insertDeploymentAt(
          tx,
          vault,
          { needId, organizationId, networkId: acacia, mediatorId },
          columns,
        );
      // Five begin 10 to 14 days after their channels were released, each with another woman alongside; five begin without one.
      for (let n = 0; n < 5; n++) {
        const introduction_id = engaged[n]!;
        const began_at = new Date(at(5 + n).getTime() + (10 + n) * DAY);
        await deploy(women[n]!, { began_at, introduction_id });
        const alongside = { began_at, introduction_id, place: 'alongside', role: 'adviser' };
        await deploy(women[5 + n]!, alongside);
        const role = n < 3 ? 'trainer' : null;
        await deploy(women[10 + n]!, { began_at: at(n), track: '2', role });
        await insertShortlist(tx, filled[n]!, women[n]!);
        await tx.query(`UPDATE shortlist SET sent_at = $2 WHERE need_id = $1`, [
          filled[n]!,
          at(24 * (n + 1)),
        ]);
      }
      await deploy(uncounted, { began_at: at(8), track: '3' });
      // Seven are proposed for what everybody can read, one of them twice; so is the one who is not counted. Nobody is proposed
      // by a list that was not sent, or that was sent before.
      const propose = async (n: number, sent: Date | null) => {
        const { shortlist } = await insertShortlist(tx, needId, women[n]!);
        await tx.query(`UPDATE shortlist SET sent_at = $2 WHERE id = $1`, [shortlist, sent]);
      };
      for (const n of [5, 6, 7, 8, 9, 10, 11, 11, WOMEN]) await propose(n, at(30 + n));
      await propose(12, null);
      await propose(13, new Date(at(0).getTime() - 100 * DAY));
      // Of ten needs without delay, five had somebody at work within 72 hours of the first request.
      for (let n = 0; n < 10; n++) {
        const id = await insertNeed(tx, { ...need, urgency: 'flash', opened_at: new Date(0) });
        const flash = { needId: id, organizationId, networkId: acacia, mediatorId: uncounted };
        const ended = { state: 'expired', ended_at: at(172), urgency: 'flash' };
        await insertIntroduction(tx, flash, { at: at(0), ...ended });
        await insertDeploymentAt(tx, vault, flash, { began_at: at(n < 5 ? 72 : 73) });
      }
    });
    const days = `{[${quarter.from},${quarter.to}]}`;
    await bench.api.asOwner(`UPDATE mediator SET available = '${days}'`);
    audited = await auditedFigures(database, quarter, women.slice(0, WOMEN));
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

  it('tell who was proposed, introduced and deployed, and by which state, each once', async () => {
    const told = async (code: MetricCode) =>
      (await rows(code)).map(({ of, cases }) => [of.join('+'), cases]);
    // Five more were proposed for needs that say nothing of it, which only one organization reads.
    expect(await told('proposed-by-track')).toEqual([
      ['1', 7],
      ['unstated', 5],
    ]);
    expect(await told('proposed-by-role')).toEqual([
      ['facilitator', 7],
      ['unstated', 5],
    ]);
    expect(await told('proposed-by-region')).toEqual([
      [WESTERN_AFRICA, 7],
      ['unstated', 5],
    ]);
    expect(await told('nominated-by-state')).toEqual([['FI', 7]]);
    for (const by of ['track', 'role', 'region'] as const) {
      expect(await told(`introduced-by-${by}`)).toEqual([
        [{ track: '1', role: 'facilitator', region: WESTERN_AFRICA }[by], 5],
      ]);
    }
    expect(await told('deployed-by-region')).toEqual([[WESTERN_AFRICA, 15]]);
  });

  it('tell rows of few together, and a share of few not at all', async () => {
    expect((await rows('deployed-by-role')).map(numbers)).toMatchObject([
      { of: 'adviser', cases: 5 },
      { of: 'facilitator', cases: 5 },
      { of: 'trainer+unstated', cases: 5 },
    ]);
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
    const files = ['wps-forms', 'unchecked/f8-common-pledge'].map(
      (name) =>
        JSON.parse(readFileSync(`docs/examples/${name}.json`, 'utf8')) as { forms: FormText[] },
    );
    const printing = files.flatMap(({ forms }) => forms).filter(({ code }) => /^f[89]-/.test(code));
    await app.get(NetworkImport).apply(OPERATOR, readNetworkFile({ forms: printing }));
    const reports = app.get(ReportService);
    const own = who['reed-coast'];
    const until = dayOf(new Date());
    const period = { from: quarter.from, until, sharing: 'public' } as const;
    const cells: PrintedCell[] = [];
    for (const { id: formId } of await reports.forms(own)) {
      const { id } = await reports.begin(own, { actor: 'reed-coast', formId, ...period });
      const { sections } = printed(await reports.read(own, id), 'en');
      cells.push(...sections.flatMap((section) => section.cells));
    }
    const days = `${quarter.from} – ${quarter.to}`;
    const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
    for (const [code, counted] of Object.entries(audited)) {
      const { by, unit } = METRICS.find((metric) => metric.code === code) as MetricDefinition;
      const said = counted.map(({ of, cases: all, ended, share, median }) => [
        days,
        of.map((one) => wordsOf(by, one)).join(', '),
        String(all),
        ended === null ? '' : String(ended),
        share === null ? '' : percent.format(Math.floor(share * 1_000_000) / 1_000_000),
        median === null ? '' : `${median} ${unit}`,
      ]);
      const withheld = [[days, '', 'Too few to be told', '', '', '']];
      const shown = cells.find((cell) => cell.code === code)!.table!.rows;
      expect({ code, rows: shown }).toEqual({ code, rows: said.length > 0 ? said : withheld });
    }
    // All who agreed work in Kenya, and one public need asks for Mali: there every domain is asked for, and nobody is.
    const scarcity = cells.find((cell) => cell.code === 'scarcity')!.table!.rows;
    const name = (code: string) => label('region', code, 'en');
    const expected = subRegions().flatMap((region) => {
      const pool = region === EASTERN_AFRICA ? 'at least 20' : 'Fewer than five';
      const asked = region === WESTERN_AFRICA ? '1' : '0';
      const ofDomains = domains().map((code) => label('expertise', code, 'en'));
      return ['Any', ...(asked === '1' ? ofDomains : [])].map((domain) => [
        name(region),
        domain,
        pool,
        asked,
      ]);
    });
    expect(scarcity.map(([, ...rest]) => rest)).toEqual(expected);
    // Nothing of the directory is printed that nobody has counted anew.
    const ofForms = printing.flatMap(({ sections }) =>
      sections.flatMap((section) => section.cells),
    );
    const metrics = ofForms.filter(({ kind }) => kind === 'metric').map(({ of }) => of);
    expect(Object.keys(audited).toSorted()).toEqual([...new Set(metrics)].toSorted());
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

  it('are told of all as reports tell them to whoever sees cases in another role', async () => {
    const { ana, ask } = bench;
    const focalPoint = (also: Viewer): Viewer => ({
      ...also,
      grants: [...also.grants, 'focal-point'],
    });
    const told = async (viewer: Viewer) => {
      const report = await ask(viewer, QUERY, {});
      expect(report).toMatchObject({ scope: 'ALL' });
      const metrics = report.metrics as { code: string; rows: { p90: number | null }[] }[];
      return new Map(metrics.map(({ code, rows: some }) => [code, some]));
    };
    const alone = await told(focalPoint(PUBLIC_VIEWER));
    expect(alone.get('DECLINE_REASONS')).toHaveLength(1);
    expect(alone.get('EXPIRY')).toHaveLength(1);
    for (const viewer of [focalPoint(coordinatorViewer(acacia)), focalPoint(ana)]) {
      const both = await told(viewer);
      expect(both.get('ACCEPTANCE')).toEqual(alone.get('ACCEPTANCE'));
      expect([...both.values()].flat().every(({ p90 }) => p90 === null)).toBe(true);
      expect(both.get('DECLINE_REASONS')).toEqual([]);
      expect(both.get('EXPIRY')).toEqual([]);
    }
  });

  it('of a quarter that was made by an earlier rule tell nothing that can be subtracted from each other', async () => {
    const toldCodes = async () => {
      const { metrics } = await bench.api.app
        .get(MetricsService)
        .report(OPERATOR, { scope: 'all' });
      return metrics.filter((metric) => metric.rows.length > 0).map(({ code }) => code);
    };
    const now = await toldCodes();
    expect(now).toContain('utilization');
    await bench.api.asOwner(`UPDATE metric_quarter SET numbers = numbers - 'rule'`);
    const before = await toldCodes();
    await bench.api.asOwner(
      `UPDATE metric_quarter SET numbers = numbers || '{"rule": ${RULE}}'::jsonb`,
    );
    expect(before).toEqual(
      now.filter((code) =>
        [
          'time-to-shortlist',
          'acceptance',
          'flash-within-72-hours',
          'fill',
          'proposed-by-track',
          'deployed-by-track',
        ].includes(code),
      ),
    );
    expect(await toldCodes()).toEqual(now);
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

/** The English words for a row of a metric in a report. */
function wordsOf(by: Breakdown | undefined, code: string): string {
  if (code === 'unstated') return 'Not stated';
  if (by === 'track' || by === 'role') return label(by, code, 'en');
  if (code === 'no-state') return 'Organizations that act for no state';
  if (by === 'region') return label('region', code, 'en');
  if (by === 'state') return label('territory', code, 'en');
  if (by !== 'place' && by !== 'urgency') return code;
  return translator('wps', 'en')(`${by}.${code}` as `urgency.${Named<'wps', 'urgency'>}`);
}
