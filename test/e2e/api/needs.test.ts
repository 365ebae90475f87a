import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, verifyAudit, type Viewer } from '#identity';
import { type PresetCode, PRESETS } from '#matching';
import { fill, record } from '../../support/fill.js';
import { globalId } from '../../support/curating.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';

const CRITERIA = {
  date: '2026-11-01',
  hard: { languages: [{ code: 'en', level: 'B2' }], minimumYears: 3 },
  soft: { languages: [{ code: 'fr' }], territories: [{ code: 'KE' }], years: 10 },
};
const UNKNOWN = globalId('Need', '01900000-0000-7000-8000-000000000000');

describe('needs of organizers', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let bo: Viewer;

  beforeAll(async () => {
    bench = await openNeedBench();
    ({ ana, bo } = bench);
    await fill(bench.api.services, 'acacia', [
      record(4),
      record(8, { languages: 'English (C1); French (C1)' }),
      record(12, { nationalities: 'KE' }),
    ]);
  });
  afterAll(async () => bench.close());

  const create = (viewer: Viewer | null, changes = {}) =>
    bench.need(viewer, 'createNeed(input: $create)', {
      create: { title: 'Talks at the lake', criteria: CRITERIA, ...changes },
    });
  const step = (viewer: Viewer | null, mutation: string, id: unknown, revision: number) =>
    bench.need(viewer, mutation.replace('%', `id: ${JSON.stringify(id)}, revision: ${revision}`));
  const open = (viewer: Viewer | null, id: unknown, revision: number) =>
    step(viewer, 'openNeed(%)', id, revision);
  const close = (viewer: Viewer, outcome: string, id: unknown, revision: number) =>
    step(viewer, `closeNeed(%, outcome: ${outcome})`, id, revision);
  const edit = (viewer: Viewer | null, id: unknown, revision: number, changes: object) =>
    bench.need(viewer, 'editNeed(input: $edit)', { edit: { id, revision, ...changes } });
  const publicTitles = async () => {
    const { edges } = await bench.ask(null, '{ needs { edges { node { title } } } }');
    return (edges as { node: { title: string } }[]).map(({ node }) => node.title);
  };
  const matched = (viewer: Viewer | null, needId: unknown, fields = 'totalCount') =>
    bench.ask(
      viewer,
      `query ($id: ID) { matchCandidates(needId: $id) { __typename ... on MatchConnection { ${fields} }
         ... on NotFound { message } ... on InvalidState { message } } }`,
      { id: needId },
    );

  const womenFor = async (viewer: Viewer, needId: unknown): Promise<string[]> => {
    const { edges } = await matched(viewer, needId, 'edges { node { mediator { id } } }');
    return (edges as { node: { mediator: { id: string } } }[]).map(({ node }) => node.mediator.id);
  };

  it('go from draft to open to shortlisting to filled, and no other way', async () => {
    const made = await create(ana);
    expect(made).toMatchObject({
      __typename: 'Need',
      state: 'DRAFT',
      revision: 1,
      own: true,
      confidentiality: 'RESTRICTED',
      slug: expect.stringMatching(/^talks-at-the-lake-[0-9a-f]{8}$/),
    });
    const { id } = made;
    const begin = () =>
      bench.list(ana, `createShortlist(needId: ${JSON.stringify(id)}, title: "First choice")`);
    expect(await begin()).toMatchObject({ __typename: 'InvalidState' });
    expect(await close(ana, 'FILLED', id, 1)).toMatchObject({ __typename: 'InvalidState' });
    expect(await open(ana, id, 1)).toMatchObject({ state: 'OPEN', revision: 2 });
    expect(await open(ana, id, 2)).toMatchObject({ __typename: 'InvalidState' });
    const list = await begin();
    expect(list).toMatchObject({ __typename: 'Shortlist', state: 'OPEN' });
    const [her, other] = await womenFor(ana, id);
    const added = await bench.list(ana, 'addToShortlist(input: $add)', {
      add: {
        id: list.id,
        revision: list.revision,
        entries: [{ mediatorId: her }, { mediatorId: other }],
      },
    });
    const judge = async (woman: unknown, verdict: object) => {
      const entries = added.entries as { id: string; mediator: { id: string } }[];
      const entryId = entries.find(({ mediator }) => mediator.id === woman)?.id;
      return bench.list(ana, 'giveFeedback(input: $feedback)', {
        feedback: { entryId, ...verdict },
      });
    };
    expect(await judge(her, { verdict: 'KEPT' })).toMatchObject({ __typename: 'Shortlist' });
    await judge(other, { verdict: 'KEPT' });
    await judge(other, { verdict: 'DROPPED', reasons: ['DECLINED'] });
    expect(await edit(bench.alba, id, 3, { place: 'Kisumu' })).toMatchObject({
      state: 'SHORTLISTING',
      revision: 4,
    });
    expect(await close(ana, 'FILLED', id, 3)).toMatchObject({ __typename: 'Conflict' });
    const women = (...ids: unknown[]) => `FILLED, mediatorIds: ${JSON.stringify(ids)}`;
    for (const [outcome, path, code] of [
      ['FILLED', 'mediatorIds', 'MISSING'],
      ['FILLED, mediatorIds: []', 'mediatorIds', 'MISSING'],
      [women(other), 'mediatorIds.0', 'UNKNOWN'],
      [
        women(globalId('Mediator', '8a1f0d0e-7f6e-4b5c-9d3a-2b1c0d9e8f7a')),
        'mediatorIds.0',
        'UNKNOWN',
      ],
      [women(her, other), 'mediatorIds', 'TOO_MANY'],
      [`CANCELLED, mediatorIds: ${JSON.stringify([her])}`, 'mediatorIds', 'CONTRADICTION'],
    ] as const) {
      expect(await close(ana, outcome, id, 4)).toEqual({
        __typename: 'ValidationError',
        fields: [{ path, code }],
      });
    }
    expect(await close(bench.bo, women(her), id, 4)).toMatchObject({ __typename: 'NotFound' });
    expect(await close(ana, women(her), id, 4)).toMatchObject({
      state: 'FILLED',
      revision: 5,
      closedAt: expect.any(String),
    });
    expect(
      await bench.ask(
        ana,
        `{ shortlist(id: ${JSON.stringify(list.id)}) { entries { filled mediator { id } } } }`,
      ),
    ).toEqual({
      entries: expect.arrayContaining([
        { filled: true, mediator: { id: her } },
        { filled: false, mediator: { id: other } },
      ]),
    });
    const toldOfHer = await bench.deeds('mediator');
    expect(toldOfHer.filter(({ action }) => action === 'need.fill').length).toBe(1);
    expect(await edit(ana, id, 5, { wanted: 2 })).toMatchObject({ __typename: 'InvalidState' });
    expect(await matched(ana, id)).toMatchObject({ __typename: 'InvalidState' });
    const lists = await bench.api.services.database.query(`SELECT state FROM shortlist`);
    expect(lists).toEqual([{ state: 'closed' }]);
    const own = Buffer.from(String(id), 'base64url').toString().slice('Need:'.length);
    const deeds = (await bench.deeds('need')).filter(({ subjectId }) => subjectId === own);
    expect(deeds.map(({ action }) => action)).toEqual([
      'need.create',
      'need.open',
      'need.shortlist',
      // She who was chosen came before the organizer in a ranking.
      'exposure.record',
      'need.edit',
      'need.fill',
    ]);
    expect(await bench.api.services.database.transaction(verifyAudit)).toMatchObject({
      whole: true,
    });
  });

  it('say in the reader’s language why something cannot be done, and to programs in English', async () => {
    const { id } = await create(ana);
    const closing = `mutation { closeNeed(id: ${JSON.stringify(id)}, revision: 1, outcome: FILLED) {
      __typename ... on InvalidState { code message } } }`;
    const editing = `mutation { editNeed(input: { id: ${JSON.stringify(id)}, revision: 1, title: "" }) {
      __typename ... on ValidationError { message fields { path message } } } }`;
    const spoken = (language: string) => ({ 'accept-language': language });
    const closed = { __typename: 'InvalidState', code: 'INVALID_STATE' };
    expect(await bench.ask(ana, closing)).toEqual({
      ...closed,
      message: 'The need is draft: it is filled from a shortlist.',
    });
    expect(await bench.ask(ana, closing, {}, spoken('fr-CA'))).toEqual({
      ...closed,
      message:
        'État «\u00a0brouillon\u00a0» (besoin)\u00a0: il est pourvu à partir d’une liste restreinte.',
    });
    expect(await bench.ask(ana, editing, {}, spoken('ar'))).toEqual({
      __typename: 'ValidationError',
      message: 'title: يرجى كتابة المقصود.',
      fields: [{ path: 'title', message: 'يرجى كتابة المقصود.' }],
    });
    // An error, and not data, of a query that has no refusals.
    const { errors } = await bench.api.ask(
      '{ needs(after: "x") { totalCount } }',
      {},
      spoken('pt'),
    );
    expect(errors?.[0]).toMatchObject({
      message: 'after: O cursor não é desta consulta: comece de novo sem ele.',
      extensions: { code: 'VALIDATION_ERROR' },
    });
  });

  it('say what was given and nothing else when they are edited', async () => {
    const { id } = await create(ana, { place: 'Kisumu', wanted: 3, workLanguage: 'sw' });
    await edit(ana, id, 1, { place: null, title: 'Talks on the shore' });
    const read = await bench.ask(
      ana,
      `{ node(id: ${JSON.stringify(id)}) { ... on Need { title place wanted workLanguage revision criteria } } }`,
    );
    expect(read).toMatchObject({
      title: 'Talks on the shore',
      place: null,
      wanted: 3,
      workLanguage: 'sw',
      revision: 2,
      criteria: CRITERIA,
    });
    expect(await edit(ana, id, 1, { wanted: 4 })).toMatchObject({ __typename: 'Conflict' });
  });

  it('say how urgent they are, what ties mean, and whether a second place is asked for', async () => {
    const made = await create(ana);
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(made).toMatchObject({
      urgency: 'ROUTINE',
      insiderTies: 'DISCLOSED',
      alongside: null,
      openedAt: null,
      closedAt: null,
    });
    const said = { urgency: 'FLASH', insiderTies: 'WANTED', alongside: 'NOTE_TAKER' };
    expect(await edit(ana, made.id, 1, said)).toMatchObject(said);
    const others = { urgency: null, insiderTies: null, wanted: 2 };
    expect(await edit(ana, made.id, 2, others)).toMatchObject({ ...said, openedAt: null });
    expect(await edit(ana, made.id, 3, { alongside: null })).toMatchObject({
      ...said,
      alongside: null,
    });
    expect(await create(ana, { ...said, confidentiality: 'PUBLIC' })).toMatchObject(said);
    const opened = await open(ana, made.id, 4);
    expect(opened).toMatchObject({ openedAt: day, closedAt: null });
    expect(await close(ana, 'CANCELLED', made.id, 5)).toMatchObject({
      openedAt: opened.openedAt,
      closedAt: day,
    });
    const draft = await create(ana);
    expect(await close(ana, 'CANCELLED', draft.id, 1)).toMatchObject({
      openedAt: null,
      closedAt: day,
    });
  });

  it('are nobody else’s, known or not: the answers are the same', async () => {
    const { id } = await create(ana);
    await open(ana, id, 1);
    const known = JSON.stringify(id);
    for (const viewer of [bo, null]) {
      expect(await bench.ask(viewer, `{ node(id: ${known}) { id } }`)).toBeNull();
      const same = [UNKNOWN, id].map(async (each) => [
        await matched(viewer, each),
        await edit(viewer, each, 2, { wanted: 2 }),
        await open(viewer, each, 2),
        await bench.list(viewer, `createShortlist(needId: ${JSON.stringify(each)}, title: "Mine")`),
        await bench.ask(viewer, `{ shortlists(needId: ${JSON.stringify(each)}) { totalCount } }`),
      ]);
      const [unknown, forbidden] = await Promise.all(same);
      expect(forbidden).toEqual(unknown);
      expect(JSON.stringify(unknown)).not.toMatch(/"(Need|Shortlist|MatchConnection)"/);
    }
    expect(await bench.ask(bo, '{ myNeeds { totalCount } }')).toEqual({ totalCount: 0 });
    expect(await publicTitles()).toEqual([]);
    expect(await matched(bench.alba, id)).toMatchObject({ totalCount: 3 });
  });

  it('are seen by everyone while they are public and open', async () => {
    const { id } = await create(ana, { title: 'For all to see', confidentiality: 'PUBLIC' });
    expect(await publicTitles()).toEqual([]);
    await open(ana, id, 1);
    expect(await publicTitles()).toEqual(['For all to see']);
    expect(await matched(null, id)).toMatchObject({ totalCount: 3 });
    expect(
      await bench.ask(
        bo,
        `{ node(id: ${JSON.stringify(id)}) { ... on Need { own organization } } }`,
      ),
    ).toEqual({ own: false, organization: 'Ministry of Peace' });
    expect(await edit(bo, id, 2, { wanted: 9 })).toMatchObject({ __typename: 'NotFound' });
    await bench.suspend(ana);
    expect(await publicTitles()).toEqual([]);
    expect(await matched(null, id)).toMatchObject({ __typename: 'NotFound' });
    await bench.verify(ana);
    expect(await publicTitles()).toEqual(['For all to see']);
    await close(ana, 'CANCELLED', id, 2);
    expect(await publicTitles()).toEqual([]);
  });

  it('are only for organizers of an organization that is verified now', async () => {
    const { id } = await create(ana);
    const { organizationId } = ana;
    const others: Viewer[] = [
      { ...ana, name: 'user:focal', grants: ['anyone', 'user', 'focal-point'] },
      { ...ana, name: 'user:nobody', organizationId: null },
    ];
    for (const other of others) {
      expect(await create(other)).toMatchObject({ __typename: 'NotPermitted' });
    }
    expect(await create(null)).toMatchObject({ message: 'Sign in to do this.' });
    await bench.suspend(ana);
    expect(await create(ana)).toMatchObject({ __typename: 'NotPermitted' });
    expect(await edit(ana, id, 1, { wanted: 2 })).toMatchObject({ __typename: 'NotFound' });
    expect(await bench.ask(ana, '{ myNeeds { totalCount } }')).toMatchObject({
      __typename: 'NOT_PERMITTED',
    });
    expect(await matched(ana, id)).toMatchObject({ __typename: 'NotFound' });
    await bench.verify(ana);
    expect(await edit(ana, id, 1, { wanted: 2 })).toMatchObject({ __typename: 'Need' });
    expect(organizationId).not.toBeNull();
  });

  it('are listed to their organization, by state and page by page', async () => {
    const titles = ['One', 'Two', 'Three'];
    for (const title of titles) await create(bo, { title });
    const page = await bench.ask(
      bo,
      '{ myNeeds(first: 2) { totalCount edges { node { title } } pageInfo { hasNextPage endCursor } } }',
    );
    expect(page).toMatchObject({
      totalCount: 3,
      edges: [{ node: { title: 'One' } }, { node: { title: 'Two' } }],
      pageInfo: { hasNextPage: true },
    });
    const { endCursor } = page.pageInfo as { endCursor: string };
    const rest = await bench.ask(
      bo,
      `{ myNeeds(after: "${endCursor}") { edges { node { title } } } }`,
    );
    expect(rest).toEqual({ edges: [{ node: { title: 'Three' } }] });
    expect(await bench.ask(bo, '{ myNeeds(states: [OPEN]) { totalCount } }')).toEqual({
      totalCount: 0,
    });
  });

  it('say everything that is wrong at once, by the path of the field', async () => {
    const wrong = {
      title: ' ',
      place: 'x'.repeat(201),
      wanted: 0,
      workLanguage: 'klingon',
      criteria: {
        ...CRITERIA,
        brief: 'y'.repeat(2001),
        soft: { languages: [{ code: 'zz' }] },
      },
      newProcess: {
        name: '',
        territories: ['KE', 'Atlantis'],
        type: 'LOCAL',
        phase: 'NEGOTIATION',
        yearFrom: 2020,
        yearTo: 2010,
      },
    };
    const { fields } = await create(ana, wrong);
    expect(fields).toEqual([
      { path: 'title', code: 'MISSING' },
      { path: 'place', code: 'TOO_LONG' },
      { path: 'criteria.brief', code: 'TOO_LONG' },
      { path: 'criteria.soft.languages.0.code', code: 'UNKNOWN' },
      { path: 'newProcess.name', code: 'MISSING' },
      { path: 'newProcess.territories.1', code: 'UNKNOWN' },
      { path: 'newProcess.yearTo', code: 'OUT_OF_RANGE' },
      { path: 'wanted', code: 'OUT_OF_RANGE' },
      { path: 'workLanguage', code: 'UNKNOWN' },
    ]);
    expect(await create(ana, { process: 'no-such-process' })).toMatchObject({
      fields: [{ path: 'process', code: 'UNKNOWN' }],
    });
    expect(
      await create(ana, {
        process: 'a',
        newProcess: {
          name: 'B',
          territories: [],
          type: 'LOCAL',
          phase: 'AGREEMENT',
          yearFrom: 2020,
        },
      }),
    ).toMatchObject({ fields: [{ path: 'newProcess', code: 'CONTRADICTION' }] });
  });

  it('belong to processes of public sources, or to those of their own organization', async () => {
    const process = {
      name: 'Secret talks',
      territories: ['KE'],
      parties: '',
      lead: '',
      type: 'local' as const,
      phase: 'negotiation' as const,
      yearFrom: 2020,
      yearTo: null,
      themes: [],
      languages: [],
    };
    await bench.api.services.needs.add(
      bench.system,
      [{ ...process, slug: 'known-talks', name: 'Known talks' }],
      [],
    );
    const slugs = async (viewer: Viewer | null) => {
      const { edges } = await bench.ask(
        viewer,
        '{ peaceProcesses { edges { node { slug name } } } }',
      );
      return (edges as { node: { slug: string; name: string } }[]).map(({ node }) => node);
    };
    expect(await create(ana, { process: 'known-talks' })).toMatchObject({ __typename: 'Need' });
    const made = await create(ana, {
      newProcess: {
        name: 'Secret talks',
        territories: ['KE'],
        type: 'LOCAL',
        phase: 'NEGOTIATION',
        yearFrom: 2020,
      },
    });
    const secret = (await slugs(ana)).find(({ name }) => name === 'Secret talks');
    expect(
      await bench.ask(ana, `{ node(id: ${JSON.stringify(made.id)}) { ... on Need { process } } }`),
    ).toEqual({
      process: 'Secret talks',
    });
    for (const viewer of [bo, null]) {
      expect((await slugs(viewer)).map(({ slug }) => slug)).toEqual(['known-talks']);
    }
    expect(await create(bo, { process: secret?.slug })).toMatchObject({
      fields: [{ path: 'process', code: 'UNKNOWN' }],
    });
    expect(await create(bench.alba, { process: secret?.slug })).toMatchObject({
      __typename: 'Need',
    });
  });

  it('have processes that their own organization corrects, and nobody else', async () => {
    const { id } = await create(ana, {
      newProcess: {
        name: 'Talks on the ridge',
        territories: ['KE'],
        type: 'LOCAL',
        phase: 'NEGOTIATION',
        yearFrom: 2021,
        yearTo: 2022,
      },
    });
    const { edges } = await bench.ask(ana, '{ peaceProcesses { edges { node { slug name } } } }');
    const slug = (edges as { node: { slug: string; name: string } }[]).find(
      ({ node }) => node.name === 'Talks on the ridge',
    )?.node.slug;
    const correct = (viewer: Viewer | null, of: unknown, changes: object) =>
      bench.ask(
        viewer,
        `mutation ($slug: String!, $changes: PeaceProcessChangesInput!) {
           editPeaceProcess(slug: $slug, changes: $changes) { __typename
             ... on PeaceProcess { name lead yearFrom yearTo territories }
             ... on ValidationError { fields { path code } } } }`,
        { slug: of, changes },
      );
    expect(
      await correct(bench.alba, slug, {
        name: 'Talks on the hill',
        lead: 'The elders',
        yearTo: null,
      }),
    ).toEqual({
      __typename: 'PeaceProcess',
      name: 'Talks on the hill',
      lead: 'The elders',
      yearFrom: 2021,
      yearTo: null,
      territories: ['KE'],
    });
    const named = '{ node(id: $id) { ... on Need { process } } }';
    expect(await bench.ask(ana, `query ($id: ID!) ${named}`, { id })).toEqual({
      process: 'Talks on the hill',
    });
    expect(await correct(ana, slug, { yearTo: 2019, type: 'LOCAL' })).toMatchObject({
      fields: [{ path: 'changes.yearTo', code: 'OUT_OF_RANGE' }],
    });
    // Those of others are as unknown as those that are not there; those of public sources are nobody's.
    for (const process of [slug, 'no-such-process', 'known-talks']) {
      expect(await correct(bo, process, { name: 'Mine' })).toMatchObject({
        __typename: 'NotFound',
      });
    }
    expect(await correct(ana, 'known-talks', { name: 'Mine' })).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await correct(null, slug, { name: 'Mine' })).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(await bench.deeds('peace-process')).toContainEqual(
      expect.objectContaining({ action: 'peace-process.edit' }),
    );
  });

  it('are asked of the directory so that who is shown is written down, if they are one’s own', async () => {
    const { id } = await create(ana, { confidentiality: 'PUBLIC' });
    await open(ana, id, 1);
    const key = Buffer.from(String(id), 'base64url').toString().slice('Need:'.length);
    const { needs } = bench.api.services;
    expect(await needs.request(ana, key)).toMatchObject({ id: key, ledger: true, wanted: 1 });
    expect(await needs.request(bo, key)).not.toHaveProperty('ledger');
    expect(await needs.request(OPERATOR, key)).not.toHaveProperty('ledger');
  });

  it('are weighed by a preset wherever they give no weight', async () => {
    const criteria = { ...CRITERIA, preset: 'COMMUNITY_MEDIATION', weights: { YEARS: 77 } };
    const { id } = await create(ana, { criteria });
    const explained = 'edges { node { explanation { criterion weight } } }';
    const { edges } = await matched(ana, id, explained);
    const { weights } = PRESETS['community-mediation'];
    expect((edges as { node: object }[])[0]?.node).toEqual({
      explanation: [
        { criterion: 'LANGUAGE', weight: weights.LANGUAGE },
        { criterion: 'REGION', weight: weights.REGION },
        { criterion: 'YEARS', weight: 77 },
      ],
    });
    const own = await bench.ask(
      ana,
      `{ node(id: ${JSON.stringify(id)}) { ... on Need { preset criteria } } }`,
    );
    expect(own).toMatchObject({ preset: 'COMMUNITY_MEDIATION', criteria });
    const again = await bench.ask(
      null,
      `query ($need: NeedInput) { matchCandidates(need: $need) { ... on MatchConnection { ${explained} } } }`,
      { need: own.criteria },
    );
    expect((again.edges as object[])[0]).toEqual((edges as object[])[0]);
  });

  it('keep how fair their ranking shall be, and write down who was shown for them', async () => {
    const criteria = { ...CRITERIA, fairness: { rotation: { strength: 50 } } };
    const { id } = await create(ana, { criteria });
    await open(ana, id, 1);
    const own = await bench.ask(
      ana,
      `{ node(id: ${JSON.stringify(id)}) { ... on Need { criteria } } }`,
    );
    expect(own.criteria).toEqual(expect.objectContaining(criteria));
    await matched(ana, id, 'edges { node { rank } }');
    const key = Buffer.from(String(id), 'base64url').toString().slice('Need:'.length);
    const shown = await bench.api.services.database.query<{ kind: string }>(
      'SELECT kind FROM exposure WHERE need_id = $1',
      [key],
    );
    expect(shown).toEqual(Array.from({ length: 3 }, () => ({ kind: 'shown' })));
    const wrong = { ...CRITERIA, fairness: { rotation: { strength: 900 } } };
    expect(await create(ana, { criteria: wrong })).toMatchObject({
      fields: [{ path: 'criteria.fairness.rotation.strength', code: 'OUT_OF_RANGE' }],
    });
  });

  it('have presets to begin with, in the reader’s language', async () => {
    const presets = (await bench.ask(
      null,
      '{ needPresets { code title weights { criterion weight } suggests } }',
      {},
      { 'accept-language': 'fr' },
    )) as unknown as { code: string; title: string; suggests: object }[];
    expect(presets[0]).toMatchObject({
      code: 'CEASEFIRE_TALKS',
      title: 'Pourparlers de cessez-le-feu',
      weights: expect.arrayContaining([{ criterion: 'PROCESS', weight: 120 }]),
    });
    for (const { suggests } of presets) {
      const need = { date: '2026-11-01', soft: suggests };
      expect(
        await bench.ask(
          null,
          'query ($need: NeedInput) { matchCandidates(need: $need) { __typename } }',
          { need },
        ),
      ).toEqual({ __typename: 'MatchConnection' });
    }
  });

  const check = (viewer: Viewer | null, args: object, headers = {}) =>
    bench.ask(
      viewer,
      `query ($need: NeedInput, $needId: ID, $wanted: Int) { checkNeed(need: $need, needId: $needId, wanted: $wanted) {
         __typename ... on NeedCheck { considered eligible reliefs { requirement eligible }
           findings { kind code path sentence count } }
         ... on ValidationError { fields { path code } } ... on NotFound { message } } }`,
      args,
      headers,
    );

  it('are looked at before anyone is ranked, with numbers of the real pool', async () => {
    const need = {
      date: '2026-11-01',
      hard: { minimumYears: 9, conflictOfInterest: { territories: ['KE'] } },
      soft: { years: 5, territories: [{ code: 'KE' }] },
    };
    const found = await check(ana, { need, wanted: 2 }, { 'accept-language': 'fr' });
    expect(found).toMatchObject({
      considered: 3,
      eligible: 0,
      reliefs: [
        { requirement: 'CONFLICT_OF_INTEREST', eligible: 1 },
        { requirement: 'YEARS', eligible: 2 },
      ],
    });
    expect(found.findings).toEqual([
      {
        kind: 'TOO_NARROW',
        code: 'NOBODY_ELIGIBLE',
        path: 'hard',
        sentence: 'Personne n’est éligible, sur 3 profils considérés.',
        count: 0,
      },
      expect.objectContaining({ code: 'MOST_RESTRICTIVE', path: 'hard.minimumYears', count: 2 }),
      expect.objectContaining({ code: 'YEARS_ABOVE_WANTED', kind: 'DOUBTFUL' }),
      expect.objectContaining({ code: 'TERRITORIES_ASSUMED', path: 'territories' }),
      expect.objectContaining({ code: 'INSIDERS_EXCLUDED', count: 1 }),
    ]);
    const stored = await create(ana, { wanted: 4 });
    const codes = ((await check(ana, { needId: stored.id })).findings as { code: string }[]).map(
      ({ code }) => code,
    );
    expect(codes).toContain('FEWER_THAN_WANTED');
    expect(await check(bo, { needId: stored.id })).toMatchObject({ __typename: 'NotFound' });
  });

  it('name only presets that there are, and none that weighs all of them by nothing', async () => {
    const { matches } = bench.api.services;
    const match = (preset: string, soft: object) =>
      matches.match(
        OPERATOR,
        { date: '2026-11-01', hard: {}, soft, preset: preset as PresetCode },
        { first: 1 },
      );
    await expect(match('world-peace', { years: 5 })).rejects.toMatchObject({
      problems: [expect.objectContaining({ path: 'preset', code: 'UNKNOWN' })],
    });
    await expect(match('wps-action-plan', { process: { type: 'local' } })).rejects.toMatchObject({
      problems: [expect.objectContaining({ path: 'weights', code: 'MISSING' })],
    });
  });

  it('tell a stranger by their check nothing that ranking would not', async () => {
    const need = {
      date: '2026-11-01',
      hard: { conflictOfInterest: { territories: ['KE'] } },
      soft: { years: 5 },
    };
    expect(await check(null, { need })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'hard.conflictOfInterest.territories', code: 'NOT_PERMITTED' }],
    });
    expect(await check(null, { need: { date: '2026-11-01' } })).toMatchObject({
      fields: [{ path: 'soft', code: 'MISSING' }],
    });
  });
});
