import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { MIGRATIONS } from '#database';
import {
  NetworkImport,
  printed,
  printedFile,
  readNetworkFile,
  reportFile,
  ReportService,
  WordingService,
} from '#wps';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { QueryRunner } from 'typeorm';
import { openTestApi, type TestApi } from '../../support/api.js';
import { command } from '../../support/cli.js';
import { viewersOfTest } from '../../support/viewers.js';
import { pdfLines } from '../../support/pdf-text.js';
import {
  CHECKED_FILES,
  networkFile,
  openWpsWorld,
  UNCHECKED_FILES,
  type WpsCode,
} from '../../support/wps.js';
import { entryOf } from '../../support/zip-entry.js';

interface Report {
  readonly __typename: string;
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly hash: string | null;
  readonly path: string;
  readonly code?: string;
  readonly fields?: readonly { readonly path: string; readonly code: string }[];
}

interface Content {
  readonly head: readonly string[];
  readonly gaps: number;
  readonly sections: readonly {
    readonly cells: readonly {
      readonly code: string;
      readonly gaps: number;
      readonly lines: readonly string[];
      readonly notes: readonly string[];
      readonly table: { readonly columns: string[]; readonly rows: string[][] } | null;
    }[];
  }[];
}

const RESULT = `__typename ... on WpsReport { id revision state hash path }
  ... on ValidationError { fields { path code } } ... on Refusal { code }`;
const YEAR = 'from: "2026-01-01", until: "2026-12-31"';

describe('reports', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let who: Record<WpsCode, Viewer>;
  let forms: Record<string, string>;
  let indicators: Record<string, string>;

  const send = async <T>(viewer: Viewer, document: string, locale = 'en'): Promise<T> => {
    const headers = { ...viewers.as(viewer), 'accept-language': locale };
    const { data, errors } = await api.ask<Record<string, T>>(document, {}, headers);
    if (!data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  };
  const begin = (viewer: Viewer, form: string, sharing = 'PUBLIC', days = YEAR) =>
    send<Report>(
      viewer,
      `mutation { beginWpsReport(input: { actor: "reed-coast", form: "${forms[form]}", ${days}, sharing: ${sharing} }) { ${RESULT} } }`,
    );
  const change = (viewer: Viewer, { id, revision }: Report, more: string) =>
    send<Report>(
      viewer,
      `mutation { changeWpsReport(input: { id: "${id}", revision: ${revision}, ${more} }) { ${RESULT} } }`,
    );
  const step = (viewer: Viewer, { id, revision }: Report, name: string) =>
    send<Report>(
      viewer,
      `mutation { stepWpsReport(id: "${id}", revision: ${revision}, step: ${name}) { ${RESULT} } }`,
    );
  const content = (viewer: Viewer, id: string, locale = 'en') =>
    send<Content>(
      viewer,
      `{ wpsReportContent(id: "${id}") { head gaps sections { cells { code gaps notes lines table { columns rows } } } } }`,
      locale,
    );
  const cellOf = ({ sections }: Content, code: string) =>
    sections.flatMap(({ cells }) => cells).find((cell) => cell.code === code)!;
  const listed = async (viewer: Viewer) => {
    const { edges } = await send<{ edges: { node: { id: string } }[] }>(
      viewer,
      '{ wpsReports(actor: "reed-coast", first: 50) { edges { node { id } } } }',
    );
    return edges.map(({ node }) => node.id);
  };
  const observe = (indicator: string, more: string) =>
    send<{ id: string; fields?: unknown }>(
      who['reed-coast'],
      `mutation { recordObservation(input: { actor: "reed-coast", indicator: "${indicators[indicator]}", ${YEAR}, status: REPORTED, source: "A list", ${more} }) {
        __typename ... on Observation { id } ... on ValidationError { fields { path code } } } }`,
    );
  const read = async (viewer: Viewer, url: string) => {
    const { statusCode, rawPayload, headers } = await api.app.inject({
      url,
      headers: viewers.as(viewer),
    });
    return { status: statusCode, bytes: rawPayload, headers };
  };

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    who = await openWpsWorld(api);
    const network = api.app.get(NetworkImport);
    for (const path of [...CHECKED_FILES, ...UNCHECKED_FILES]) {
      await network.apply(OPERATOR, networkFile(path));
    }
    const found = await send<{ id: string; code: string }[]>(
      PUBLIC_VIEWER,
      '{ wpsForms { id code version sections { cells { code kind of label } } } }',
    );
    forms = Object.fromEntries(found.map(({ code, id }) => [code, id]));
    indicators = {};
    for (const framework of ['un-1325', 'sdg']) {
      const asked = `{ wpsIndicators(framework: "${framework}") { id code } }`;
      for (const { id, code } of await send<{ id: string; code: string }[]>(PUBLIC_VIEWER, asked)) {
        indicators[code] = id;
      }
    }
  });
  afterAll(async () => api.close());

  it('are made by forms that are data, and stay as they are once a report was begun by them', async () => {
    expect(Object.keys(forms)).toHaveLength(9);
    const network = api.app.get(NetworkImport);
    const file = JSON.parse(readFileSync('docs/examples/wps-forms.json', 'utf8')) as {
      forms: {
        code: string;
        version: number;
        publisher: string;
        sections: { cells: object[] }[];
      }[];
    };
    const again = await network.apply(OPERATOR, readNetworkFile(file));
    expect(again.forms).toEqual({ created: 0, changed: 0, unchanged: 4 });

    const report = await begin(who['reed-coast'], 'f9-pool-and-gaps');
    expect(report).toMatchObject({ __typename: 'WpsReport', state: 'DRAFT', hash: null });
    // Nobody is in this directory: each region is told as any region of few.
    const { table } = cellOf(await content(who['reed-coast'], report.id), 'scarcity');
    expect(table!.rows.length).toBeGreaterThan(15);
    for (const [, region, domain, pool] of table!.rows) {
      expect(region).not.toMatch(/^\d/u);
      expect([domain, pool]).toEqual(['Any', 'Fewer than five']);
    }
    const used = file.forms.filter(({ code }) => code === 'f9-pool-and-gaps');
    used[0]!.publisher = 'Somebody else';
    await expect(network.apply(OPERATOR, readNetworkFile({ forms: used }))).rejects.toMatchObject({
      problems: [{ path: 'forms.0.version', code: 'CONTRADICTION' }],
    });
    used[0]!.version = 3;
    used[0]!.sections[0]!.cells = [
      { code: 'a', kind: 'metric', of: 'nothing' },
      { code: 'a', kind: 'narrative', of: 'un-1325' },
      { code: 'b', kind: 'indicator', of: 'un-1325/99' },
    ];
    await expect(network.apply(OPERATOR, readNetworkFile({ forms: used }))).rejects.toMatchObject({
      problems: [
        { path: 'forms.0.sections.0.cells.0.of', code: 'UNKNOWN' },
        { path: 'forms.0.sections.0.cells.1.code', code: 'DUPLICATE' },
        { path: 'forms.0.sections.0.cells.1.label', code: 'MISSING' },
        { path: 'forms.0.sections.0.cells.1.of', code: 'UNKNOWN' },
        { path: 'forms.0.sections.0.cells.2.of', code: 'UNKNOWN' },
      ],
    });
    await expect(async () => readNetworkFile({ forms: [{ code: 'x', sections: 'all' }] }))
      .rejects //
      .toMatchObject({
        problems: expect.arrayContaining([
          expect.objectContaining({ path: 'forms.0.version', code: 'MISSING' }),
          expect.objectContaining({ path: 'forms.0.sections', code: 'MALFORMED' }),
        ]),
      });
  });

  it('are begun once for a form and period, by the own focal point alone', async () => {
    const own = who['reed-coast'];
    expect(await begin(who['far-isles'], 'f6-sdg-beijing')).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const [first, second] = await Promise.all([
      begin(own, 'f6-sdg-beijing'),
      begin(own, 'f6-sdg-beijing'),
    ]);
    expect([first.__typename, second.__typename].toSorted()).toEqual([
      'ValidationError',
      'WpsReport',
    ]);
    expect(await begin(own, 'f6-sdg-beijing', 'OWN', 'from: "2026-12-31", until: "2026-01-01"')) //
      .toMatchObject({ fields: [{ path: 'until', code: 'OUT_OF_RANGE' }] });
  });

  it('print one observation equal in two forms, and only what is shared as widely as they are', async () => {
    const own = who['reed-coast'];
    await observe('5.5.1', 'value: "0.25", sharing: PUBLIC');
    await observe('20', 'value: "12", sharing: OWN');
    const wide = await begin(own, 'f2-secretary-general', 'PUBLIC');
    const narrow = await begin(own, 'f3-cedaw', 'PUBLIC');
    const shown = await content(own, wide.id);
    const rows = cellOf(shown, 'un-1325').table!.rows;
    const valueOf = (code: string) => rows.find(([title]) => title!.startsWith(`un-1325/${code}:`));
    expect(valueOf('12a')?.slice(1)).toEqual([
      '25%',
      '2026-01-01 to 2026-12-31',
      'Reported',
      'A list',
    ]);
    expect(cellOf(shown, 'un-1325').lines).toHaveLength(2);
    expect(valueOf('20')?.[1]).toBe('Missing; no office is named that owes it');
    expect(cellOf(await content(own, narrow.id), 'women-in-parliament').table!.rows[0]![1]).toBe(
      '25%',
    );
    // The same report for its own people holds what is theirs alone.
    const change1 = await change(own, wide, 'answers: [], sharing: OWN, consulted: []');
    expect(change1.__typename).toBe('WpsReport');
    const inside = cellOf(await content(own, wide.id), 'un-1325').table!.rows;
    expect(inside.find(([title]) => title!.startsWith('un-1325/20:'))?.[1]).toBe('12');
    const again = await content(own, wide.id);
    expect(again.gaps).toBe(shown.gaps - 1);
    const each = again.sections.flatMap(({ cells }) => cells.map(({ gaps }) => gaps));
    expect(each.reduce((sum, gaps) => sum + gaps, 0)).toBe(again.gaps);
    // In another language the words are others, and the number is the same.
    const french = cellOf(await content(own, wide.id, 'fr'), 'un-1325').table!;
    expect(french.columns[1]).toBe('Valeur');
    expect(french.rows.find(([title]) => title!.startsWith('un-1325/12a:'))?.[1]).toBe('25\u00a0%');
  });

  it('are consulted on, cleared, submitted with a hash, and survive corrections', async () => {
    const own = who['reed-coast'];
    const civil = who['women-of-hills'];
    const known = (await listed(own)).length;
    const draft = await begin(own, 'f1-plan-progress', 'REGION');
    expect(await step(own, draft, 'CONSULT')).toMatchObject({ code: 'INVALID_STATE' });
    expect(
      await change(
        own,
        draft,
        'answers: [{ cell: "plan", texts: [{ language: "en", text: "x" }] }], sharing: REGION, consulted: ["reed-coast", "nobody"]',
      ),
    ).toMatchObject({ fields: [{ path: 'answers.plan', code: 'UNKNOWN' }] });
    const words = 'answers: [{ cell: "achieved", texts: [{ language: "en", text: "A law." }] }]';
    expect(
      await change(own, draft, `${words}, sharing: REGION, consulted: ["reed-coast", "nobody"]`),
    ).toMatchObject({
      fields: [
        { path: 'consulted.0', code: 'NOT_ELIGIBLE' },
        { path: 'consulted.1', code: 'UNKNOWN' },
      ],
    });
    const more = 'sharing: REGION, consulted: ["women-of-hills"], submittedTo: "Parliament"';
    const named = await change(own, draft, `${words}, ${more}`);
    const comment = (viewer: Viewer, cell: string, said: string) =>
      send<{ __typename: string; id: string; code?: string; fields?: object[] }>(
        viewer,
        `mutation { commentOnWpsReport(input: { report: "${draft.id}", cell: "${cell}", words: "${said}" }) {
          __typename ... on WpsReportComment { id words by { code } } ... on ValidationError { fields { path code } } ... on Refusal { code } } }`,
      );

    // While it is drafted it is there for its own people alone, whoever is named in it.
    expect(await listed(civil)).not.toContain(draft.id);
    expect(await comment(civil, 'achieved', 'Too early')).toMatchObject({ code: 'NOT_FOUND' });
    const open = await step(own, named, 'CONSULT');
    expect(open.state).toBe('CONSULTATION');
    expect(await listed(civil)).toContain(draft.id);
    for (const viewer of [who['aruba-hills'], who['far-isles'], PUBLIC_VIEWER]) {
      expect(await listed(viewer)).not.toContain(draft.id);
      expect((await read(viewer, draft.path)).status).toBe(viewer === PUBLIC_VIEWER ? 401 : 404);
    }
    expect(await comment(civil, 'nothing', 'x')).toMatchObject({ fields: [{ path: 'cell' }] });
    expect(await comment(who['far-isles'], 'achieved', 'x')).toMatchObject({ code: 'NOT_FOUND' });
    const said = await comment(civil, 'achieved', 'The law has no money.');
    expect(said).toMatchObject({ words: 'The law has no money.', by: { code: 'women-of-hills' } });
    expect(await change(own, open, `${words}, sharing: REGION, consulted: []`)).toMatchObject({
      fields: [{ path: 'consulted', code: 'CONTRADICTION' }],
    });
    // What was said to the region is not told to everybody when the report is shared with more.
    const wider = await change(own, open, `${words}, ${more.replace('REGION', 'PUBLIC')}`);
    const commentsFor = async (viewer: Viewer) => {
      const { content: found } = await api.app
        .get(ReportService)
        .read(viewer, Buffer.from(draft.id, 'base64url').toString().split(':')[1]!);
      return found.comments.length;
    };
    expect(await commentsFor(own)).toBe(0);
    const again = await change(own, wider, `${words}, ${more}`);
    expect(await commentsFor(own)).toBe(1);
    const answer = (viewer: Viewer) =>
      send<object>(
        viewer,
        `mutation { answerWpsReportComment(input: { id: "${said.id}", revision: 1, answer: "It will in March." }) {
          __typename ... on WpsReportComment { answer } ... on Refusal { code } } }`,
      );
    const waiting = async (viewer: Viewer) => {
      const { edges } = await send<{ edges: { node: object }[] }>(
        viewer,
        '{ wpsOwing(kind: COMMENT) { edges { node { subjectId reportId text owedTo due } } } }',
      );
      return edges.map(({ node }) => node);
    };
    expect(await waiting(own)).toEqual([
      {
        subjectId: said.id,
        reportId: draft.id,
        text: expect.any(String),
        owedTo: 'Women of the Hills',
        due: null,
      },
    ]);
    for (const viewer of [civil, who['aruba-hills']]) expect(await waiting(viewer)).toEqual([]);
    expect(await answer(civil)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer(own)).toMatchObject({ answer: 'It will in March.' });
    expect(await waiting(own)).toEqual([]);

    const cleared = await step(own, again, 'CLEAR');
    expect(await comment(civil, 'achieved', 'Late')).toMatchObject({ code: 'INVALID_STATE' });
    const submitted = await step(own, cleared, 'SUBMIT');
    expect(submitted.state).toBe('SUBMITTED');
    const json = await read(own, `${submitted.path}.json`);
    expect(createHash('sha256').update(json.bytes).digest('hex')).toBe(submitted.hash);
    expect(JSON.parse(json.bytes.toString('utf8'))).toMatchObject({
      comments: [{ words: 'The law has no money.', answer: 'It will in March.' }],
    });

    // Now the region reads it, and nobody else.
    expect(await listed(who['aruba-hills'])).toContain(draft.id);
    expect(await listed(who['far-isles'])).not.toContain(draft.id);
    expect(await listed(PUBLIC_VIEWER)).not.toContain(draft.id);
    expect(await listed(own)).toHaveLength(known + 1);

    const before = await content(own, draft.id);
    await send(
      own,
      'mutation { saveCommitment(input: { actor: "reed-coast", texts: [{ language: "en", text: "Later" }], source: PLEDGE, sourceText: "A pledge", sharing: REGION }) { __typename } }',
    );
    expect(await content(own, draft.id)).toEqual(before);
    expect((await read(own, `${submitted.path}.json`)).bytes).toEqual(json.bytes);
    expect(await step(own, submitted, 'REOPEN')).toMatchObject({ code: 'INVALID_STATE' });
    await expect(
      api.services.database.asOwner((tx) =>
        tx.query(`UPDATE wps_report SET content = '{}', hash = '' WHERE hash = $1`, [
          submitted.hash,
        ]),
      ),
    ).rejects.toThrow('A report that was submitted stays as it is.');

    // Shared with fewer from now on, and never with more again.
    const narrow = (viewer: Viewer, { id, revision }: Report, sharing: string) =>
      send<Report>(
        viewer,
        `mutation { narrowWpsReport(id: "${id}", revision: ${revision}, sharing: ${sharing}) { ${RESULT} } }`,
      );
    expect(await narrow(civil, submitted, 'OWN')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await narrow(own, draft, 'OWN')).toMatchObject({ code: 'CONFLICT' });
    for (const sharing of ['REGION', 'PUBLIC']) {
      expect(await narrow(own, submitted, sharing)).toMatchObject({
        fields: [{ path: 'sharing', code: 'CONTRADICTION' }],
      });
    }
    const narrowed = await narrow(own, submitted, 'OWN');
    expect(narrowed).toMatchObject({ state: 'SUBMITTED', hash: submitted.hash });
    expect(await listed(who['aruba-hills'])).not.toContain(draft.id);
    expect((await read(who['aruba-hills'], `${submitted.path}.json`)).status).toBe(404);
    expect((await read(own, `${submitted.path}.json`)).bytes).toEqual(json.bytes);
    expect((await read(civil, `${submitted.path}.json`)).bytes).toEqual(json.bytes);

    const reviewed = await send<Report>(
      own,
      `mutation { reviewWpsReport(input: { id: "${submitted.id}", revision: ${narrowed.revision}, recommendations: [
        { texts: [{ language: "en", text: "Give the law money" }], due: "2027-06-30" }] }) { ${RESULT} } }`,
    );
    expect(reviewed).toMatchObject({ state: 'REVIEWED', hash: submitted.hash });
    const { edges } = await send<{ edges: { node: object }[] }>(
      own,
      '{ wpsOwing(last: 20) { edges { node { text owedTo due } } } }',
    );
    expect(edges.map(({ node }) => node)).toContainEqual({
      text: 'Give the law money',
      owedTo: 'Parliament',
      due: '2027-06-30',
    });
  });

  it('tell those who came to read them later neither comments of before nor that another is prepared', async () => {
    const own = who['reed-coast'];
    const civil = who['women-of-hills'];
    const days = 'from: "2025-01-01", until: "2025-12-31"';
    const draft = await begin(own, 'f7-network-meeting', 'OWN', days);
    const more = 'answers: [], consulted: ["women-of-hills"], submittedTo: "The meeting"';
    const named = await change(own, draft, `${more}, sharing: OWN`);
    const open = await step(own, named, 'CONSULT');
    const said = await send<{ id: string; sharing: string }>(
      civil,
      `mutation { commentOnWpsReport(input: { report: "${draft.id}", words: "Between us." }) {
        ... on WpsReportComment { id sharing } } }`,
    );
    expect(said.sharing).toBe('OWN');
    const shared = await change(own, open, `${more}, sharing: PUBLIC`);
    const aloud = await send<{ id: string }>(
      civil,
      `mutation { commentOnWpsReport(input: { report: "${draft.id}", words: "For all." }) { ... on WpsReportComment { id } } }`,
    );
    // What was said to everybody is answered among a few, and shared with everybody again.
    const few = await change(own, shared, `${more}, sharing: OWN`);
    await send(
      own,
      `mutation { answerWpsReportComment(input: { id: "${aloud.id}", revision: 1, answer: "For few." }) { __typename } }`,
    );
    const wide = await change(own, few, `${more}, sharing: PUBLIC`);
    const cleared = await step(own, wide, 'CLEAR');
    const submitted = await step(own, cleared, 'SUBMIT');
    const json = (await read(PUBLIC_VIEWER, `${submitted.path}.json`)).bytes.toString();
    expect(json).toContain('For all.');
    for (const kept of ['Between us.', 'For few.']) expect(json).not.toContain(kept);
    const answered = async (viewer: Viewer) =>
      send<object | null>(
        viewer,
        `{ node(id: "${aloud.id}") { ... on WpsReportComment { words answer revision } } }`,
      );
    const listedAnswers = async (viewer: Viewer) =>
      (
        await send<{ edges: { node: { answer: string | null } }[] }>(
          viewer,
          `{ wpsReportComments(report: "${draft.id}", first: 5) { edges { node { answer } } } }`,
        )
      ).edges.map(({ node }) => node.answer);
    for (const viewer of [own, civil]) {
      expect(await answered(viewer)).toEqual({
        words: 'For all.',
        answer: 'For few.',
        revision: 2,
      });
      expect(await listedAnswers(viewer)).toEqual([null, 'For few.']);
    }
    for (const viewer of [who['far-isles'], PUBLIC_VIEWER]) {
      expect(await answered(viewer)).toEqual({ words: 'For all.', answer: null, revision: 1 });
      expect(await listedAnswers(viewer)).toEqual([null]);
    }
    const comments = async (viewer: Viewer) => {
      const { totalCount } = await send<{ totalCount: number }>(
        viewer,
        `{ wpsReportComments(report: "${draft.id}", first: 5) { totalCount } }`,
      );
      const node = await send<object | null>(
        viewer,
        `{ node(id: "${said.id}") { ... on WpsReportComment { words } } }`,
      );
      return [totalCount, node];
    };
    for (const viewer of [own, civil]) {
      expect(await comments(viewer)).toEqual([2, { words: 'Between us.' }]);
    }
    for (const viewer of [who['far-isles'], PUBLIC_VIEWER]) {
      expect(await comments(viewer)).toEqual([1, null]);
    }

    // Nobody else's answer changes when a report by the next version of the form is begun.
    const file = JSON.parse(readFileSync('docs/examples/wps-forms.json', 'utf8')) as {
      forms: { code: string; version: number }[];
    };
    const next = file.forms.filter(({ code }) => code === 'f7-network-meeting');
    next[0]!.version = 2;
    await api.app.get(NetworkImport).apply(OPERATOR, readNetworkFile({ forms: next }));
    const versions = await send<{ id: string; code: string; version: number }[]>(
      PUBLIC_VIEWER,
      '{ wpsForms { id code version } }',
    );
    const { id } = versions.find(
      ({ code, version }) => code === 'f7-network-meeting' && version === 2,
    )!;
    const second = await send<Report>(
      own,
      `mutation { beginWpsReport(input: { actor: "reed-coast", form: "${id}", ${days}, sharing: PUBLIC }) { ${RESULT} } }`,
    );
    expect(second.state).toBe('DRAFT');
    const key = {
      actor: 'reed-coast',
      form: 'f7-network-meeting',
      from: '2025-01-01',
      until: '2025-12-31',
    };
    const versionFor = async (viewer: Viewer) =>
      (await api.app.get(ReportService).byForm(viewer, key))?.content.form.version;
    expect([await versionFor(own), await versionFor(PUBLIC_VIEWER)]).toEqual([2, 1]);
  });

  it('warn of small numbers where violence is told of, and of words that nobody has compared', async () => {
    const own = who['reed-coast'];
    const small = 'It has a number below ten: check that nobody can be recognized';
    const days = 'from: "2024-01-01", until: "2024-12-31"';
    const observed = (indicator: string, more: string) =>
      send<{ hasSmallNumber: boolean }>(
        own,
        `mutation { recordObservation(input: { actor: "reed-coast", indicator: "${indicators[indicator]}", ${days}, status: REPORTED, source: "A list", sharing: PUBLIC, ${more} }) {
          ... on Observation { hasSmallNumber } } }`,
      );
    const counted = 'value: "0.075", numerator: "3", denominator: "40"';
    expect(await observed('19', counted)).toEqual({ hasSmallNumber: true });
    expect(await observed('16', counted)).toEqual({ hasSmallNumber: false });
    expect(await observed('26a', 'value: "0.5", part: "7 villages"')) //
      .toEqual({ hasSmallNumber: true });
    expect(await observed('16.10.1', 'value: "2"')).toEqual({ hasSmallNumber: true });
    expect(await observed('1a', 'value: "2.5", numerator: "25", denominator: "1000"')) //
      .toEqual({ hasSmallNumber: false });

    const draft = await begin(own, 'f2-secretary-general', 'PUBLIC', days);
    const words = (cell: string, text: string) =>
      `{ cell: "${cell}", texts: [{ language: "en", text: "${text}" }] }`;
    let at = await change(
      own,
      draft,
      `answers: [${words('accountability', 'In 4 cases.')}, ${words('achieved', 'In 4 talks.')}], sharing: PUBLIC, consulted: [], submittedTo: "UN Women"`,
    );
    const shown = await content(own, draft.id);
    expect(cellOf(shown, 'un-1325').lines).toContain(`un-1325/19: ${small}`);
    expect(cellOf(shown, 'un-1325').lines.filter((line) => line.includes(small))).toHaveLength(1);
    expect(cellOf(shown, 'accountability').lines).toEqual(['In 4 cases.', small]);
    expect(cellOf(shown, 'achieved').lines).toEqual(['In 4 talks.']);
    const shortened = expect.stringContaining('words of these indicators are shortened') as unknown;
    expect(cellOf(shown, 'un-1325').notes).toEqual([shortened]);
    expect(cellOf(shown, 'achieved').notes).toEqual([]);

    // A warning is for those who write: it would lead the readers of what was submitted to the few.
    for (const name of ['CLEAR', 'SUBMIT']) at = await step(own, at, name);
    expect(at).toMatchObject({ state: 'SUBMITTED' });
    const kept = await content(own, draft.id);
    expect(cellOf(kept, 'accountability').lines).toEqual(['In 4 cases.']);
    expect(JSON.stringify(kept)).not.toContain('"Check"');
    expect(JSON.stringify(kept)).not.toContain(small);

    const theme = 'justice.conflict-related-sexual-and-gender-based-violence';
    const promised = await send<object>(
      own,
      `mutation { saveCommitment(input: { actor: "reed-coast", texts: [{ language: "en", text: "Support 5 women" }], source: PLEDGE, sourceText: "A pledge", themes: ["${theme}"] }) { ... on Commitment { hasSmallNumber } } }`,
    );
    expect(promised).toEqual({ hasSmallNumber: true });
  });

  it('say on each page and in each file that words were not compared, until somebody compared them', async () => {
    const own = who['reed-coast'];
    const wording = api.app.get(WordingService);
    const days = 'from: "2023-01-01", until: "2023-12-31"';
    const draft = await begin(own, 'f3-cedaw', 'PUBLIC', days);
    const key = Buffer.from(draft.id, 'base64url').toString().split(':')[1]!;
    const MARKS = {
      en: 'Wording not checked against the document',
      fr: 'Libellé non vérifié sur le document',
      es: 'Redacción no cotejada con el documento',
      pt: 'Redação não conferida com o documento',
      ar: 'لم تُراجَع الصياغة على الوثيقة',
      sw: 'Maneno hayajahakikiwa na hati',
    };
    /** Of a file, whatever its format, the text. */
    const textOf = async (ending: string, locale: string) => {
      const { bytes } = await read(own, `${draft.path}${ending}?lang=${locale}`);
      return ending === '.docx' ? entryOf(bytes, 'word/document.xml') : bytes.toString('utf8');
    };
    const pdfOf = async (locale: 'en' | 'fr') => {
      const report = printed(await api.app.get(ReportService).read(own, key), locale);
      const file = { name: 'report', createdAt: new Date(0), compress: false };
      const { body } = await printedFile(report, 'pdf', file);
      return pdfLines(await buffer(body as Readable))
        .flatMap(({ pieces }) => pieces.map(({ text }) => text))
        .join(' ');
    };
    for (const [locale, mark] of Object.entries(MARKS)) {
      expect(await textOf('', locale)).toContain(mark);
    }
    for (const [ending, locale] of [
      ['.docx', 'ar'],
      ['.docx', 'sw'],
      ['.csv', 'ar'],
      ['.csv', 'es'],
    ] as const) {
      expect(await textOf(ending, locale)).toContain(MARKS[locale]);
    }
    for (const locale of ['en', 'fr'] as const)
      expect(await pdfOf(locale)).toContain(MARKS[locale]);
    const json = async () =>
      JSON.parse(await textOf('.json', 'en')) as { mark?: object; form: object };
    expect((await json()).mark).toEqual(
      Object.fromEntries(
        Object.entries(MARKS).map(([locale, mark]) => [locale, expect.stringContaining(mark)]),
      ),
    );

    // A report that was submitted before keeps its mark and its hash.
    const frozen = await begin(own, 'f4-african-union', 'PUBLIC', days);
    const all = 'answers: [], sharing: PUBLIC, consulted: [], submittedTo: "The Commission"';
    const cleared = await step(own, await change(own, frozen, all), 'CLEAR');
    const submitted = await step(own, cleared, 'SUBMIT');
    expect(submitted.state).toBe('SUBMITTED');
    const kept = (await read(own, `${submitted.path}.json`)).bytes;

    const check = { against: 'CEDAW/C/GC/30, chapter V.A, read on docs.un.org', on: '2026-03-01' };
    const codes = ['f3-cedaw', 'f4-african-union'];
    await expect(wording.declare(own, codes, check)).rejects.toMatchObject({
      name: 'NotPermittedError',
    });
    await expect(
      wording.declare(OPERATOR, ['f3-cedaw', 'f0', 'un-1325/99'], {
        against: ' ',
        on: '2999-01-01',
      }),
    ).rejects.toMatchObject({
      problems: [
        { path: 'against', code: 'MISSING' },
        { path: 'on', code: 'OUT_OF_RANGE' },
        { path: 'codes.1', code: 'UNKNOWN' },
        { path: 'codes.2', code: 'UNKNOWN' },
      ],
    });
    expect(await wording.declare(OPERATOR, codes, check)).toBe(2);
    expect(await wording.declare(OPERATOR, codes, check)).toBe(0);
    expect(
      await api.asOwner(
        `SELECT actor AS by, action FROM audit_entry WHERE action LIKE '%.check' ORDER BY number`,
      ),
    ).toEqual([
      { by: OPERATOR.name, action: 'wps-form.check' },
      { by: OPERATOR.name, action: 'wps-form.check' },
    ]);
    for (const ending of ['', '.docx', '.csv']) {
      expect(await textOf(ending, 'en')).not.toContain(MARKS.en);
    }
    expect(await textOf('', 'fr')).toContain(
      `Libellé comparé avec\u00A0: ${check.against}. Jour\u00A0: ${check.on}`,
    );
    expect(await json()).toMatchObject({ form: { checkedAgainst: check.against } });
    expect(await json()).not.toHaveProperty('mark');
    expect((await read(own, `${submitted.path}.json`)).bytes).toEqual(kept);
    expect((await read(own, `${submitted.path}.csv`)).bytes.toString('utf8')).toContain(MARKS.en);

    // A file that says nothing of it leaves what the operator has said; she can withdraw it.
    const path = UNCHECKED_FILES.find((one) => one.includes('f3-cedaw'))!;
    const again = await api.app.get(NetworkImport).apply(OPERATOR, networkFile(path));
    expect(again).toMatchObject({ forms: { unchanged: 1 }, unchecked: [] });
    expect(await wording.declare(OPERATOR, codes, null)).toBe(2);
    expect(await textOf('', 'en')).toContain(MARKS.en);
  });

  it('stay as they are when their directory learns to say with what their words were compared', async () => {
    const own = who['reed-coast'];
    const Checks = MIGRATIONS.find(({ name }) => name.startsWith('WpsWordingChecks'))!;
    const runner = { query: (sql: string) => api.asOwner(sql) } as unknown as QueryRunner;
    const files = async () => {
      const all: string[] = [];
      for (const id of await listed(own)) {
        all.push((await read(own, `/wps/reports/${id}.json`)).bytes.toString('utf8'));
      }
      return all.filter((text) => text.includes('"f4-african-union"'));
    };
    const before = await files();
    await expect(new Checks().down(runner)).rejects.toThrow(
      /no place for the documents with which 21/,
    );
    await api.asOwner('UPDATE wps_form SET checked_against = NULL, checked_on = NULL');
    await api.asOwner('UPDATE wps_indicator SET checked_against = NULL, checked_on = NULL');
    await new Checks().down(runner);
    await new Checks().up(runner);
    expect(before).toHaveLength(1);
    expect(await files()).toEqual(before);

    // The files of this version then say it, also of a form by which reports were begun.
    await begin(own, 'f6-sdg-beijing', 'OWN', 'from: "2022-01-01", until: "2022-12-31"');
    const network = api.app.get(NetworkImport);
    const [frameworks, written] = [
      await network.apply(OPERATOR, networkFile(CHECKED_FILES[0]!)),
      await network.apply(OPERATOR, networkFile(CHECKED_FILES[1]!)),
    ];
    expect(frameworks.indicators).toEqual({ created: 0, changed: 20, unchanged: 0 });
    expect(written.forms).toEqual({ created: 0, changed: 1, unchanged: 3 });
  });

  it('say how many rows of a list they leave out', async () => {
    const own = who['far-isles'];
    await api.services.database.query(
      `INSERT INTO wps_commitment (id, actor_id, text, source, source_text, themes, state, sharing, revision)
       SELECT gen_random_uuid(), a.id, '{"en": "One of many"}', 'pledge', 'A pledge', '{}', 'open', 'public', 1
       FROM wps_actor a, generate_series(1, 2003) WHERE a.code = 'far-isles'`,
    );
    const begun = await send<Report>(
      own,
      `mutation { beginWpsReport(input: { actor: "far-isles", form: "${forms['f7-network-meeting']}", ${YEAR}, sharing: PUBLIC }) { ${RESULT} } }`,
    );
    const { table, lines } = cellOf(await content(own, begun.id), 'commitments');
    expect(table!.rows).toHaveLength(2000);
    expect(lines).toEqual(['3 rows more are not printed here: the list is too long.']);
  });

  it('print what was contested as contested, and a share of money only with its coverage', async () => {
    const own = who['reed-coast'];
    const saved = async <T = { id: string; revision: number }>(document: string) =>
      send<T>(own, `mutation { ${document} }`);
    const plan = await saved(
      'saveActionPlan(input: { actor: "reed-coast", level: NATIONAL, generation: 1, titles: [{ language: "en", text: "First plan" }], languages: [EN], adopted: "2026-01-01", from: "2026-01-01", focus: INWARD, budgetStatus: ALLOCATED, sharing: PUBLIC }) { ... on ActionPlan { id revision } ... on ValidationError { fields { path code } } }',
    );
    await saved(
      `stepActionPlan(id: "${plan.id}", revision: ${plan.revision}, step: ADOPT) { __typename }`,
    );
    const parts = '{ ... on ActionPlan { items { id } involvements { id revision } } }';
    const { items } = await saved<{ items: { id: string }[] }>(
      `savePlanItem(input: { plan: "${plan.id}", kind: GOAL, place: 1, texts: [{ language: "en", text: "A goal" }], progress: UNDER_WAY }) ${parts}`,
    );
    for (const more of ['allocated: "300.00", marker: 2', 'allocated: "700.00"']) {
      await saved(
        `saveBudgetLine(input: { item: "${items[0]!.id}", year: 2026, currency: "XOF", ${more} }) { __typename }`,
      );
    }
    const { involvements } = await saved<{ involvements: { id: string; revision: number }[] }>(
      `saveInvolvement(input: { plan: "${plan.id}", who: WOMEN_CSO, actor: "women-of-hills", name: "Women of the Hills", stage: DRAFTING, how: CONSULTED }) ${parts}`,
    );
    const [involved] = involvements;
    await saved(
      `saveInvolvement(input: { plan: "${plan.id}", who: ACADEMIA, name: "Ama Example", named: PERSON, agreedOn: "2026-01-01", stage: REVIEW, how: CONSULTED }) ${parts}`,
    );
    await saved(
      `saveInvolvement(input: { plan: "${plan.id}", who: PARLIAMENT, name: "Senate", stage: ADOPTION, how: CONSULTED }) ${parts}`,
    );
    await send(
      who['women-of-hills'],
      `mutation { answerInvolvement(id: "${involved!.id}", revision: ${involved!.revision}, confirmed: false, words: "Nobody asked us.") { __typename } }`,
    );
    const report = await begin(
      own,
      'f1-plan-progress',
      'PUBLIC',
      'from: "2026-01-01", until: "2026-06-30"',
    );
    const shown = await content(own, report.id);
    const parted = cellOf(shown, 'plan-involvement').table!.rows;
    expect(parted[0]!.slice(-2)).toEqual(['Contested', 'Nobody asked us.']);
    // Bodies by their names, a person by her role alone, though she agreed to be named with the plan.
    expect(parted.map((row) => row.slice(1, 3))).toEqual([
      ['Women’s organization', 'Women of the Hills'],
      ['Universities and research', ''],
      ['Parliament', 'Senate'],
    ]);
    // Seven hundred were not screened: they are in the coverage, and never counted as not targeted.
    expect(cellOf(shown, 'plan-money').table!.rows).toEqual([
      ['First plan', '2026', 'XOF', '0.00', '1000.00', '0.00', '30%', '100%', '100%', '', ''],
    ]);
    const findings = cellOf(shown, 'plan-findings').table!.rows;
    expect(findings.find(([, name]) => name?.includes('took part in drafting'))?.[2]).toBe('No');
  });

  it('are pages and files in six languages, read right in Arabic', async () => {
    const own = who['reed-coast'];
    const [id = ''] = await listed(own);
    const path = `/wps/reports/${id}`;
    for (const locale of ['ar', 'en', 'es', 'fr', 'pt', 'sw']) {
      const page = await read(own, `${path}?lang=${locale}`);
      expect(page.status).toBe(200);
      expect(page.bytes.toString('utf8')).toContain(`lang="${locale}"`);
      expect(page.headers['content-security-policy']).toContain("style-src 'self'");
    }
    const arabic = (await read(own, `${path}?lang=ar`)).bytes.toString('utf8');
    expect(arabic).toContain('المجموعة وثغراتها');
    const docx = await read(own, `${path}.docx?lang=ar`);
    expect(docx.headers['content-disposition']).toMatch(/f9-pool-and-gaps-reed-coast/u);
    const document = await entryOf(docx.bytes, 'word/document.xml');
    expect(document).toContain('المجموعة وثغراتها');
    expect(document.match(/<w:bidi\/>/gu)!.length).toBeGreaterThan(10);
    expect(document.match(/<w:rtl\/>/gu)!.length).toBeGreaterThan(10);
    const pdf = await read(own, `${path}.pdf?lang=ar`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const csv = (await read(own, `${path}.csv?lang=ar`)).bytes.toString('utf8');
    expect(csv.split('\r\n')[0]).toBe('"section","cell","row","column","value"');
    expect((await read(own, `${path}.exe`)).status).toBe(404);
    expect((await read(own, '/wps/reports/nothing')).status).toBe(404);
    expect((await read(who['far-isles'], path)).status).toBe(404);
  });

  it('are printed by the command line', async () => {
    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    const list = await command(
      [
        'wps',
        'report',
        '--actor',
        'reed-coast',
        '--form',
        'f9-pool-and-gaps',
        '--from',
        '2026-01-01',
        '--until',
        '2026-12-31',
        '--format',
        'csv',
      ],
      env,
    );
    expect(list.stderr).toBe('');
    expect(list.stdout).toContain('"Who is there, and who is asked"');
    const none = await command(
      [
        'wps',
        'report',
        '--actor',
        'reed-coast',
        '--form',
        'f0',
        '--from',
        '2026-01-01',
        '--until',
        '2026-12-31',
      ],
      env,
    );
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('f0') });
  });

  it('as files are the same for the service and the page', async () => {
    const [id = ''] = await listed(who['reed-coast']);
    const key = Buffer.from(id, 'base64url').toString().split(':')[1]!;
    const found = await api.app.get(ReportService).read(who['reed-coast'], key);
    const { body } = await reportFile(found, 'pdf', 'en');
    expect((await buffer(body as Readable)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
