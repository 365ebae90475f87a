import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { NetworkImport, type NetworkImportReport, ObservationService, readNetworkFile } from '#wps';
import { MIGRATIONS } from '#database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { openTestApi, type TestApi } from '../../support/api.js';
import { command } from '../../support/cli.js';
import { viewersOfTest } from '../../support/viewers.js';
import { networkFile, openWpsWorld, type WpsCode } from '../../support/wps.js';

const FILES = [
  'docs/examples/wps-frameworks.json',
  'docs/examples/unchecked/f2-secretary-general.json',
];
const PERIOD = { from: '2026-01-01', until: '2026-12-31' };

describe('observations', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let who: Record<WpsCode, Viewer>;
  let idOf: Record<string, string>;
  /** Of the same files, twice. */
  let imported: NetworkImportReport[];

  const send = async <T>(viewer: Viewer, document: string): Promise<T> => {
    const { data, errors } = await api.ask<Record<string, T>>(document, {}, viewers.as(viewer));
    if (!data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  };
  const record = (viewer: Viewer, indicator: string, more: string, sharing = 'REGION') =>
    send<{ id: string; value: string }>(
      viewer,
      `mutation { recordObservation(input: { actor: "reed-coast", indicator: "${idOf[indicator]}", from: "2026-01-01", until: "2026-12-31", status: REPORTED, source: "A list", sharing: ${sharing}, ${more} }) {
        __typename ... on Observation { id value superseded supersedesId }
        ... on ValidationError { fields { path code } } ... on Refusal { code } } }`,
    );
  const sheet = async (viewer: Viewer, framework: string) => {
    const rows = await api.app
      .get(ObservationService)
      .sheet(viewer, 'reed-coast', framework, PERIOD);
    return Object.fromEntries(
      rows.flatMap(({ indicator, observation, caveats }) =>
        observation ? [[indicator.code, [observation.value, caveats.length]]] : [],
      ),
    );
  };

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    who = await openWpsWorld(api);
    const network = api.app.get(NetworkImport);
    imported = [];
    for (const path of [...FILES, ...FILES]) {
      imported.push(await network.apply(OPERATOR, networkFile(path)));
    }
    idOf = {};
    for (const framework of ['un-1325', 'sdg']) {
      const found = await send<{ id: string; code: string }[]>(
        PUBLIC_VIEWER,
        `{ wpsIndicators(framework: "${framework}") { id code } }`,
      );
      for (const { id, code } of found) idOf[code] = id;
    }
  });
  afterAll(async () => api.close());

  it('are made by indicators that are imported once', () => {
    expect(imported).toMatchObject([
      { frameworks: { created: 5 }, indicators: { created: 20 }, unchecked: [] },
      { frameworks: { unchanged: 1 }, indicators: { created: 33, changed: 0, unchanged: 3 } },
      { frameworks: { created: 0, unchanged: 5 }, indicators: { changed: 0, unchanged: 20 } },
      { frameworks: { unchanged: 1 }, indicators: { created: 0, changed: 0, unchanged: 36 } },
    ]);
    // 33 indicators, and the form that prints them.
    expect(imported[3]!.unchecked).toHaveLength(34);
  });

  it('keep their indicators when the migration that knows the concepts is undone: it refuses', async () => {
    const Concepts = MIGRATIONS.find(({ name }) => name.startsWith('WpsConcepts'))!;
    const { database } = api.services;
    const runner = { query: (sql: string) => database.query(sql) } as unknown as QueryRunner;
    await expect(new Concepts().down(runner)).rejects.toThrow(
      /does not know the concepts of these indicators: 16\.7\.2, index\. Delete them,/,
    );
  });

  it('are refused with every mistake by its place, and entered by nobody but the own focal point', async () => {
    const own = who['reed-coast'];
    expect(await record(who['far-isles'], '12a', 'value: "0.3"')).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await record(own, '12a', 'value: "30", numerator: "3"')).toMatchObject({
      fields: [
        { path: 'value', code: 'OUT_OF_RANGE' },
        { path: 'denominator', code: 'CONTRADICTION' },
      ],
    });
    expect(await record(own, '5b', 'value: "1"')).toMatchObject({
      fields: [
        { path: 'text', code: 'MISSING' },
        { path: 'value', code: 'CONTRADICTION' },
      ],
    });
    expect(await record(own, '20', 'value: "1,5"')).toMatchObject({
      fields: [{ path: 'value', code: 'MALFORMED' }],
    });
  });

  it('print equal in two forms, are corrected without being lost, and leave gaps as gaps', async () => {
    const own = who['reed-coast'];
    const first = await record(own, '5.5.1', 'value: "0.250"');
    expect(first).toMatchObject({ value: '0.25', superseded: false });
    expect(await sheet(own, 'sdg')).toEqual({ '5.5.1': ['0.25', 0] });
    // The UN asks for the same by another number: the value is equal, and both differences are told.
    expect(await sheet(own, 'un-1325')).toEqual({ '12a': ['0.25', 2] });

    const second = await record(own, '5.5.1', `value: "0.26", supersedes: "${first.id}"`);
    expect(second).toMatchObject({ value: '0.26', supersedesId: first.id });
    expect(await sheet(own, 'un-1325')).toEqual({ '12a': ['0.26', 2] });
    expect(await record(own, '5.5.1', `value: "0.27", supersedes: "${first.id}"`)).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await record(own, '12a', `value: "0.3", supersedes: "${second.id}"`)).toMatchObject({
      code: 'NOT_FOUND',
    });
    const list = async (more: string) => {
      const { edges } = await send<{ edges: { node: { value: string } }[] }>(
        own,
        `{ observations(actor: "reed-coast" ${more}) { edges { node { value } } } }`,
      );
      return edges.map(({ node }) => node.value);
    };
    expect(await list('')).toEqual(['0.26']);
    expect(await list('superseded: true, concept: WOMEN_IN_PARLIAMENT')).toEqual(['0.25', '0.26']);
    expect(await list('concept: PHYSICAL_SECURITY')).toEqual([]);

    const shown = await send<{ gaps: number; gapsOwedBy: string | null }>(
      own,
      `{ wpsSheet(actor: "reed-coast", framework: "un-1325", from: "2026-01-01", until: "2026-12-31") { gaps gapsOwedBy } }`,
    );
    expect(shown).toEqual({ gaps: 35, gapsOwedBy: null });
  });

  it('are seen by those with whom they are shared, in lists and in sheets', async () => {
    expect(await sheet(who['aruba-hills'], 'sdg')).toEqual({ '5.5.1': ['0.26', 0] });
    expect(await sheet(who['far-isles'], 'sdg')).toEqual({});
    expect(await sheet(PUBLIC_VIEWER, 'sdg')).toEqual({});
    // A correction that some of its readers may not see would be known to them by what is gone.
    const { edges } = await send<{ edges: { node: { id: string } }[] }>(
      who['reed-coast'],
      '{ observations(actor: "reed-coast") { edges { node { id } } } }',
    );
    const supersedes = `value: "0.4", supersedes: "${edges[0]!.node.id}"`;
    expect(await record(who['reed-coast'], '5.5.1', supersedes, 'OWN')).toMatchObject({
      fields: [{ path: 'sharing', code: 'CONTRADICTION' }],
    });
    expect(await record(who['reed-coast'], '5.5.1', supersedes, 'PUBLIC')).toMatchObject({
      value: '0.4',
    });
    expect(await sheet(PUBLIC_VIEWER, 'sdg')).toEqual({ '5.5.1': ['0.4', 0] });
  });

  it('are printed by the command line, with gaps and who owes them', async () => {
    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    const report = (more: readonly string[]) =>
      command(['wps', 'report', '--actor', 'reed-coast', '--from', '2026-01-01', ...more], env);
    const printed = await report([
      '--framework',
      'un-1325',
      '--until',
      '2026-12-31',
      '--format',
      'csv',
    ]);
    const lines = printed.stdout.trimEnd().split('\r\n');
    expect(lines).toHaveLength(37);
    expect(lines.filter((line) => line.endsWith('"not checked"'))).toHaveLength(33);
    expect(lines.find((line) => line.startsWith('"12a"'))).toBe(
      '"12a","Political participation of women in parliaments and ministerial positions","0.4","2026-12-31","reported","A list","sdg 5.5.1: Has two parts, parliaments and local governments; report the first part here. un-1325 12a: Counts seats in parliament and ministers together.","not checked"',
    );
    expect(lines.filter((line) => line.includes('"GAP","","","owed by reed-coast"'))).toHaveLength(
      35,
    );
    expect(await report(['--framework', 'none', '--until', '2026-12-31'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no framework "none"'),
    });
    expect(await report(['--framework', 'sdg', '--until', '2026-02-30'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('"2026-02-30" is not a day'),
    });
  });

  it('are of indicators that say in six languages what they measure', () => {
    const read = FILES.map((path) => networkFile(path));
    const texts = read.flatMap(({ frameworks, indicators }) => [
      ...frameworks.map(({ title }) => title),
      ...indicators.map(({ text }) => text),
    ]);
    const languages = new Set(texts.map((one) => Object.keys(one).toSorted().join(' ')));
    expect([...languages]).toEqual(['ar en es fr pt sw']);
  });

  it('come from a list by the command line: once, then corrected, with rejects by line and column', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wps-observations-'));
    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    const importList = async (lines: readonly string[], ...more: string[]) => {
      const file = join(folder, 'list.csv');
      await writeFile(file, `\uFEFF${lines.join('\r\n')}\r\n`);
      return command(['wps', 'import', file, ...more], env);
    };
    const held = async () => {
      const { edges } = await send<{
        edges: {
          node: { value: string | null; superseded: boolean; supersedesId: string | null };
        }[];
      }>(
        who['far-isles'],
        '{ observations(actor: "far-isles", superseded: true, first: 50) { edges { node { value superseded supersedesId } } } }',
      );
      return edges.map(({ node }) => node);
    };
    const head = 'Framework;Indicator;actor;from;until;value;source;sharing;part';
    const good = [
      'un-1325;12a;far-isles;2025-01-01;2025-12-31;0.30;A list;public;',
      'un-1325;12a;far-isles;2025-01-01;2025-12-31;0.1;A list;public;"Islands; the outer ones"',
    ];
    const dry = await importList([head, ...good], '--dry-run');
    expect(dry.stdout).toContain('created 2, corrected 0, unchanged 0, rejected 0');
    expect(await held()).toEqual([]);
    expect(await importList([head, ...good])).toMatchObject({ code: 0 });
    expect((await importList([head, ...good])).stdout).toContain(
      'created 0, corrected 0, unchanged 2',
    );

    const rejects = join(folder, 'rejects.csv');
    const mixed = [
      good[0]!.replace('0.30', '0.31'),
      'un-1325;12a;far-isles;2025-01-01;2025-12-31;31;A list;public;',
      'un-1325;99;far-isles;2025-01-01;2025-12-31;0.3;A list;public;',
      'un-1325;12a;nowhere;2025-13-01;2025-12-31;0.3;;public;',
      good[1]!.replace('public', 'own'),
      'un-1325;12a;far-isles;2025-01-01;2025-12-31;0.4;"never closed;public;',
    ];
    const done = await importList([head, ...mixed], '--rejects', rejects);
    expect(done).toMatchObject({ code: 2 });
    expect(done.stdout).toContain('created 0, corrected 1, unchanged 0, rejected 5');
    const told = done.stdout
      .split('\n')
      .flatMap((line) => /line (\d+), (\w+):/u.exec(line)?.slice(1).join(' ') ?? []);
    expect(told).toEqual([
      '3 value',
      '4 indicator',
      '5 from',
      '5 source',
      '5 actor',
      '6 sharing',
      '7 framework',
    ]);
    const written = await readFile(rejects, 'utf8');
    expect(written.split('\r\n')[0]).toContain('"line","reason"');
    expect(written).toContain('"nowhere"');
    expect(written).toContain(`"""never closed;public;"`);
    expect(await held()).toEqual([
      { value: '0.3', superseded: true, supersedesId: null },
      { value: '0.1', superseded: false, supersedesId: null },
      { value: '0.31', superseded: false, supersedesId: expect.any(String) as unknown },
    ]);
    expect((await importList([`${head};colour`, ...good])).stderr).toContain(
      'colour: A list of observations has no column',
    );
    const share = await importList([
      head,
      'un-1325;12a;far-isles;2025-01-01;2025-12-31;0,3;A list;;',
    ]);
    expect(share.stdout.match(/line 2/gu)).toHaveLength(1);
    expect((await importList([])).stderr).toContain(
      'has no header: its first line names the columns',
    );
  });

  it('come from a list whose rejects can be mended and imported, and of which nothing is lost', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wps-observations-'));
    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    const [file, rejects] = [join(folder, 'list.csv'), join(folder, 'rejects.csv')];
    const list = [
      'framework,indicator,actor,from,until,value,source',
      'un-1325,20,far-isles,2024-01-01,2024-12-31,"-1,5",Écoles',
      'un-1325,20,far-isles,2023-01-01,2023-12-31,7,=A list,more,"and, more"',
    ];
    const run = (path: string, ...more: string[]) => command(['wps', 'import', path, ...more], env);
    await writeFile(file, list.join('\n'));
    expect((await run(file, '--rejects', file)).stderr).toContain('must be another file');
    expect(await readFile(file, 'utf8')).toBe(list.join('\n'));
    expect(await run(file, '--rejects', rejects)).toMatchObject({ code: 2 });
    const written = await readFile(rejects, 'utf8');
    expect(written).toContain('"more,and, more"');
    // What stands behind the columns is asked about until somebody has put it where it belongs.
    const half = written.replace('"\'-1,5"', '"-1.5"');
    await writeFile(file, half);
    expect((await run(file)).stdout).toContain('created 1, corrected 0, unchanged 0, rejected 1');
    await writeFile(file, half.replace('"more,and, more"', '""'));
    expect((await run(file)).stdout).toContain('created 1, corrected 0, unchanged 1, rejected 0');
    const held = await api.services.database.query<object>(
      `SELECT value::float AS value, source FROM wps_observation WHERE source IN ('Écoles', '=A list') ORDER BY value`,
    );
    expect(held).toEqual([
      { value: -1.5, source: 'Écoles' },
      { value: 7, source: '=A list' },
    ]);

    await writeFile(file, Buffer.from(list.join('\n'), 'latin1'));
    expect((await run(file)).stderr).toContain('is not in UTF-8 (line 2)');
  });

  it('can be shared with fewer at once, with what they correct and what corrects them', async () => {
    const own = who['reed-coast'];
    const first = await record(own, '16', 'value: "0.1"', 'PUBLIC');
    const second = await record(own, '16', `value: "0.2", supersedes: "${first.id}"`, 'PUBLIC');
    const narrow = (viewer: Viewer, id: string, sharing: string) =>
      send<object>(
        viewer,
        `mutation { narrowWpsRecord(id: "${id}", sharing: ${sharing}) { __typename ... on WpsRecordNarrowed { sharing }
          ... on ValidationError { fields { path code } } ... on Refusal { code } } }`,
      );
    const values = async (viewer: Viewer) => {
      const { edges } = await send<{ edges: { node: { value: string } }[] }>(
        viewer,
        '{ observations(actor: "reed-coast", superseded: true, first: 100) { edges { node { value } } } }',
      );
      return edges.map(({ node }) => node.value).filter((value) => /^0\.[12]$/u.test(value));
    };
    expect(await values(PUBLIC_VIEWER)).toEqual(['0.1', '0.2']);
    expect(await narrow(who['far-isles'], first.id, 'OWN')).toMatchObject({
      code: expect.stringMatching(/NOT_/u),
    });
    expect(await narrow(own, second.id, 'PUBLIC')).toMatchObject({
      fields: [{ path: 'sharing', code: 'CONTRADICTION' }],
    });
    expect(await narrow(own, second.id, 'REGION')).toMatchObject({ sharing: 'REGION' });
    expect(await values(PUBLIC_VIEWER)).toEqual([]);
    expect(await values(who['far-isles'])).toEqual([]);
    expect(await values(who['aruba-hills'])).toEqual(['0.1', '0.2']);
    expect(await narrow(own, first.id, 'OWN')).toMatchObject({ sharing: 'OWN' });
    expect(await values(who['aruba-hills'])).toEqual([]);
    expect(await values(own)).toEqual(['0.1', '0.2']);
    const [made] = await api.services.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'wps-observation.narrow'`,
    );
    expect(made).toEqual({ count: 4 });
  });

  it('do not tell that there was one before that is shared with fewer', async () => {
    const own = who['reed-coast'];
    const first = await record(own, '17', 'text: "none yet"', 'OWN');
    const second = await record(own, '17', `text: "a law", supersedes: "${first.id}"`, 'PUBLIC');
    const asked = (viewer: Viewer) =>
      send<{ supersedesId: string | null }>(
        viewer,
        `{ node(id: "${second.id}") { ... on Observation { supersedesId } } }`,
      );
    expect(await asked(own)).toEqual({ supersedesId: first.id });
    for (const viewer of [PUBLIC_VIEWER, who['far-isles'], who['aruba-hills']]) {
      expect(await asked(viewer)).toEqual({ supersedesId: null });
      const { edges } = await send<{ edges: { node: { id: string; supersedesId: unknown } }[] }>(
        viewer,
        '{ observations(actor: "reed-coast", superseded: true, first: 100) { edges { node { id supersedesId } } } }',
      );
      const found = edges.map(({ node }) => node).filter(({ id }) => id === second.id);
      expect(found).toEqual([{ id: second.id, supersedesId: null }]);
    }
  });

  it('count agreements of a file of PA-X by state and year, once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wps-pax-'));
    const file = join(folder, 'pax.csv');
    const rejects = join(folder, 'rejects.csv');
    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    await api.app
      .get(NetworkImport)
      .apply(OPERATOR, readNetworkFile({ actors: [{ code: 'NA', kind: 'state', names: {} }] }));
    // Made-up agreements under the columns of the file.
    const lines = [
      'Con,AgtId,Dat,Part,Loc1ISO,Loc2ISO,GeWom',
      'Namibia,1,2019-02-01,"Two\nparties",NAM,,1',
      'Namibia/Angola,2,2019-05-01,x,NAM,AGO,0',
      'Namibia,3,2019-12-31,x,NAM,,0',
      'Namibia,4,2020-01-01,x,NAM,,1',
      'Nowhere,5,2020-01-01,x,,,1',
      'Namibia,5,2020-02-30,x,NAMIBIA,,2',
    ];
    await writeFile(file, `${lines.join('\n')}\n`);
    const run = (...more: string[]) =>
      command(['wps', 'import', file, '--pa-x', 'version 4', '--sharing', 'public', ...more], env);
    const held = async () =>
      (
        await send<{ edges: { node: object }[] }>(
          PUBLIC_VIEWER,
          '{ observations(actor: "NA") { edges { node { from value numerator denominator source indicator { code } } } } }',
        )
      ).edges.map(({ node }) => node);
    expect((await run('--dry-run')).stdout).toContain('created 2, corrected 0, unchanged 0');
    expect(await held()).toEqual([]);
    const done = await run('--rejects', rejects);
    expect(done).toMatchObject({ code: 2 });
    expect(done.stdout).toContain('agreements without a state 1');
    expect(done.stdout).toContain('states that are no actors here: AO');
    for (const column of ['agtid', 'dat', 'gewom', 'loc1iso']) {
      expect(done.stdout).toContain(`line 7, ${column}:`);
    }
    const source = 'PA-X Peace Agreements Database, version 4';
    const indicator = { code: '8' };
    expect(await held()).toEqual([
      {
        from: '2019-01-01',
        value: '0.33333333',
        numerator: '1',
        denominator: '3',
        source,
        indicator,
      },
      { from: '2020-01-01', value: '1', numerator: '1', denominator: '1', source, indicator },
    ]);
    expect((await run()).stdout).toContain('created 0, corrected 0, unchanged 2');
    await writeFile(file, 'Con,AgtId\nNamibia,1\n');
    expect((await run()).stderr).toContain('gewom: This column is missing.');
  });

  it('count money of a file of IATI by its gender equality marker, once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wps-iati-'));
    const file = join(folder, 'activities.xml');
    const rejects = join(folder, 'rejects.csv');
    const env = { DATABASE_URL: api.settings.databaseUrl ?? '' };
    const activity = (id: string, country: string, marker: string, value: string) =>
      `<iati-activity default-currency="USD"><iati-identifier>${id}</iati-identifier><recipient-country code="${country}"/>${marker}
       <transaction><transaction-type code="2"/><transaction-date iso-date="2025-03-01"/><value>${value}</value></transaction></iati-activity>`;
    const write = (value: string) =>
      writeFile(
        file,
        `<iati-activities version="2.03">${[
          activity('A', 'NA', '<policy-marker code="1" significance="1"/>', value),
          activity('B', 'NA', '', '300'),
          activity('C', 'AO', '', '1'),
          activity('D', 'NA', '<policy-marker code="1" significance="4"/>', '1'),
        ].join('\n')}</iati-activities>`,
      );
    await write('100');
    const run = (...more: string[]) =>
      command(
        ['wps', 'import', file, '--iati', 'a file of this test', '--sharing', 'public', ...more],
        env,
      );
    const held = async () =>
      (
        await send<{ edges: { node: { source: string } }[] }>(
          PUBLIC_VIEWER,
          '{ observations(actor: "NA", first: 50) { edges { node { value text part numerator denominator source } } } }',
        )
      ).edges
        .map(({ node }) => node)
        .filter(({ source }) => source.startsWith('IATI'));
    expect((await run('--dry-run')).stdout).toContain('created 3, corrected 0, unchanged 0');
    expect(await held()).toEqual([]);
    const done = await run('--rejects', rejects);
    expect(done).toMatchObject({ code: 2 });
    expect(done.stdout).toContain('states that are no actors here: AO');
    expect(readFileSync(rejects, 'utf8')).toContain('"policy-marker"');
    const source = 'IATI, a file of this test, commitments';
    expect(await held()).toEqual([
      { value: '0.25', text: null, part: null, numerator: '100', denominator: '400', source },
      {
        value: '1',
        text: 'coverage 25%',
        part: null,
        numerator: '100',
        denominator: '100',
        source,
      },
      {
        value: '0',
        text: 'coverage 25%',
        part: 'principal objective',
        numerator: '0',
        denominator: '100',
        source,
      },
    ]);
    expect((await run()).stdout).toContain('created 0, corrected 0, unchanged 3');
    await write('300');
    expect((await run()).stdout).toContain('created 0, corrected 3, unchanged 0');
    await writeFile(file, '<!DOCTYPE a><iati-activities version="2.03"/>');
    expect((await run()).stderr).toContain('declares a document type');
    expect((await run('--pa-x', 'x')).code).not.toBe(0);
  });
});
