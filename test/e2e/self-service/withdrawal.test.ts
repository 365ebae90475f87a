import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { openTestApi, startTestApi, type TestApi } from '../../support/api.js';
import { describeInEachEngine, removeEngine } from '../../support/engines.js';
import { fill, record } from '../../support/fill.js';
import { servicesOf, type Services } from '../../support/services.js';
import { mediatorViewer } from '../../support/viewers.js';

const FACETS =
  'facets: [NETWORKS, LANGUAGES, TERRITORIES, EXPERTISE, TRACKS, ROLES, AVAILABILITY, YEARS]';

/** Two processes over one database and one index, and no worker: what one decides, the other answers by. */
describeInEachEngine('what she takes back', (settings) => {
  let here: TestApi;
  let there: TestApi['app'];
  let services: Services;
  let amina = '';
  let publicId = '';

  beforeAll(async () => {
    here = await openTestApi(settings);
    there = await startTestApi(here.settings);
    services = servicesOf(there);
  });
  afterAll(async () => {
    await there.close();
    await here.close();
    await removeEngine(settings);
  });
  beforeEach(async () => {
    await here.services.database.query('DELETE FROM mediator');
    await here.services.indexSync.rebuild();
    await fill(here.services, 'acacia', [
      record(1, {
        display_name: 'Amina Quillfeather',
        biography: 'Obsidian talks in Gao.',
        territories: 'Mali',
        languages: 'Bambara (native)',
        code_name: 'Heron',
      }),
      record(2, { display_name: 'Zuri' }),
      record(3, { display_name: 'Sigrid' }),
    ]);
    const [row] = await here.services.database.query<{ id: string; publicId: string }>(
      `SELECT id, public_id AS "publicId" FROM mediator WHERE display_name = 'Amina Quillfeather'`,
    );
    ({ id: amina, publicId } = row!);
    // The other process has seen her, searched and ranked.
    if (!(await everything()).includes('Amina Quillfeather')) throw new Error('She is not there.');
  });

  const ask = async (query: string): Promise<string> => {
    const { body } = await there.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ query }),
    });
    expect(body).not.toContain('"errors"');
    return body;
  };
  const globalId = () => Buffer.from(`Mediator:${publicId}`).toString('base64url');
  const searched = (search: string): Promise<string> =>
    ask(`{ mediators(search: "${search}", ${FACETS}) { totalCount pageInfo { startCursor endCursor hasNextPage }
      edges { node { name } highlights { field fragment } } facets { name counts { code count } } } }`);
  const found = async (search: string): Promise<number> =>
    (JSON.parse(await searched(search)) as { data: { mediators: { totalCount: number } } }).data
      .mediators.totalCount;
  /** Whatever the other process answers to anyone. */
  const everything = async (): Promise<string> =>
    (
      await Promise.all([
        searched(''),
        searched('Quillfeather'),
        searched('Obsidian'),
        ask(`{ mediator(id: "${globalId()}") { name } }`),
        ask(`{ node(id: "${globalId()}") { id } }`),
        ask(`{ matchCandidates(need: { date: "2026-11-01", brief: "Obsidian", soft: { languages: [{ code: "bm" }] } }) {
          ... on MatchConnection { totalCount considered exclusions { reason any }
            edges { node { mediator { name } explanation { found } } } } } }`),
      ])
    ).join('\n');
  const waiting = () => here.services.indexSync.backlog();

  it('is gone from every answer of every process, while nothing follows', async () => {
    await here.services.consents.withdraw(mediatorViewer(amina), amina, 'LISTED', null);
    expect(await waiting()).toMatchObject({ waiting: 1 });
    expect(await services.search.count()).toBe(6);
    const answers = await everything();
    for (const trace of ['Amina', 'Quillfeather', 'Obsidian', '"ML"', '"bm"', amina, globalId()]) {
      expect(answers).not.toContain(trace);
    }
    expect(answers).toContain('"mediator":null');
    expect(answers).toContain('"node":null');
    expect(answers).toContain('"considered":2');
    expect([await found(''), await found('Quillfeather'), await found('Obsidian')]).toEqual([
      2, 0, 0,
    ]);
    expect(await services.search.matches('PUBLIC', 'Obsidian', 10)).toEqual({
      matches: [],
      total: 0,
    });
    expect(await services.search.matches('VETTED', 'Obsidian', 10)).toEqual({
      matches: [],
      total: 0,
    });
  });

  it('is gone also when a page was begun before', async () => {
    const first = JSON.parse(
      await ask(
        '{ mediators(first: 1, sort: NAME) { pageInfo { endCursor } edges { node { name } } } }',
      ),
    ) as {
      data: { mediators: { pageInfo: { endCursor: string }; edges: { node: { name: string } }[] } };
    };
    expect(first.data.mediators.edges[0]?.node.name).toBe('Amina Quillfeather');
    await here.services.consents.withdraw(mediatorViewer(amina), amina, 'LISTED', null);
    const { endCursor } = first.data.mediators.pageInfo;
    const rest = await ask(
      `{ mediators(first: 5, sort: NAME, after: "${endCursor}") { totalCount edges { node { name } } } }`,
    );
    expect(JSON.parse(rest)).toEqual({
      data: {
        mediators: {
          totalCount: 2,
          edges: [{ node: { name: 'Sigrid' } }, { node: { name: 'Zuri' } }],
        },
      },
    });
  });

  it('comes back when she does, once the index has followed', async () => {
    const viewer = mediatorViewer(amina);
    await here.services.consents.withdraw(viewer, amina, 'LISTED', null);
    await here.services.jobs.drain();
    expect(await services.search.count()).toBe(4);
    expect(await here.services.database.query('SELECT FROM search_withheld')).toEqual([]);
    await here.services.consents.give(viewer, {
      purpose: 'LISTED',
      textVersion: '2026-11',
      language: 'en',
    });
    await here.services.jobs.drain();
    expect(await found('Quillfeather')).toBe(1);
  });

  it('stays withheld when she withdraws while the index follows an older change', async () => {
    const { indexSync, search, consents } = here.services;
    const replace = search.replace.bind(search);
    const seen: unknown[] = [];
    search.replace = async (...args) => {
      // Read as listed; meanwhile she takes it back.
      if (seen.length === 0) {
        await consents.withdraw(mediatorViewer(amina), amina, 'LISTED', null);
      }
      seen.push([await services.search.count(), await found('Quillfeather')]);
      await replace(...args);
    };
    await here.services.database.query('UPDATE mediator SET years = 13 WHERE id = $1', [amina]);
    try {
      await indexSync.handle();
    } finally {
      search.replace = replace;
    }
    expect(seen).toEqual([
      [6, 0],
      [6, 0],
    ]);
    expect(await services.search.count()).toBe(4);
    expect(await here.services.database.query('SELECT FROM search_withheld')).toEqual([]);
  });

  it.each([
    ['narrows a field', async () => narrow('biography'), 'Obsidian'],
    ['narrows her name', async () => narrow('name'), 'Quillfeather'],
    ['becomes pseudonymous', async () => set('pseudonymous = true'), 'Quillfeather'],
    ['is suspended', async () => set(`state = 'suspended'`), 'Quillfeather'],
    ['is deleted', async () => remove(), 'Quillfeather'],
  ])('is not found by what she hid when she %s', async (_what, hide, word) => {
    expect(await found(word)).toBe(1);
    await hide();
    const answers = await everything();
    expect(answers).not.toContain(word);
    expect(await found(word)).toBe(0);
  });

  const narrow = async (field: 'biography' | 'name') =>
    here.services.audiences.set(mediatorViewer(amina), amina, {
      field,
      audience: 'CURATOR',
      consent: null,
    });
  const set = async (assignment: string) =>
    here.services.database.query(`UPDATE mediator SET ${assignment} WHERE id = $1`, [amina]);
  const remove = async () =>
    here.services.database.query('DELETE FROM mediator WHERE id = $1', [amina]);
});
