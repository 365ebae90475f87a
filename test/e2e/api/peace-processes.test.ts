import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#identity';
import { openNeedBench, type NeedBench } from '../../support/needing.js';
import { organizerViewer } from '../../support/viewers.js';

const TALKS = {
  name: ' Talks on the ridge ',
  territories: ['KE'],
  type: 'LOCAL',
  phase: 'NEGOTIATION',
  yearFrom: 2021,
};
const CRITERIA = { date: '2026-11-01', hard: {}, soft: { years: 10 } };
const ANSWER = `__typename ... on PeaceProcess { slug name lead phase common archived }
  ... on ValidationError { fields { path code } }`;

describe('peace processes', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let bo: Viewer;
  let administrator: Viewer;

  beforeAll(async () => {
    bench = await openNeedBench();
    ({ ana, bo } = bench);
    administrator = { ...organizerViewer(), grants: ['anyone', 'user', 'administrator'] };
  });
  afterAll(async () => bench.close());

  const create = (viewer: Viewer | null, changes = {}, common: boolean | null = null) =>
    bench.ask(
      viewer,
      `mutation ($input: PeaceProcessInput!, $common: Boolean) { createPeaceProcess(input: $input, common: $common) { ${ANSWER} } }`,
      { input: { ...TALKS, ...changes }, common },
    );
  const edit = (viewer: Viewer | null, slug: unknown, changes: object) =>
    bench.ask(
      viewer,
      `mutation ($slug: String!, $changes: PeaceProcessChangesInput!) { editPeaceProcess(slug: $slug, changes: $changes) { ${ANSWER} } }`,
      { slug, changes },
    );
  const archive = (viewer: Viewer | null, slug: unknown, archived: boolean | null = null) =>
    bench.ask(
      viewer,
      `mutation ($slug: String!, $archived: Boolean) { archivePeaceProcess(slug: $slug, archived: $archived) { ${ANSWER} } }`,
      { slug, archived },
    );
  const listed = async (viewer: Viewer | null, archived = false) => {
    const { edges } = await bench.ask(
      viewer,
      `{ peaceProcesses(archived: ${archived}, first: 50) { edges { node { slug } } } }`,
    );
    return (edges as { node: { slug: string } }[]).map(({ node }) => node.slug);
  };
  const needWith = (viewer: Viewer, process: unknown) =>
    bench.need(viewer, 'createNeed(input: $create)', {
      create: { title: 'Talks', criteria: CRITERIA, process },
    });

  it('of an organization are seen, changed and archived by its organizers, and by nobody else', async () => {
    const made = await create(ana);
    expect(made).toMatchObject({ name: 'Talks on the ridge', common: false, archived: false });
    const { slug } = made;
    for (const other of [bo, administrator, null]) {
      expect(await listed(other)).not.toContain(slug);
      expect(await edit(other, slug, { name: 'Mine' })).toEqual(
        await edit(other, 'no-such-process', { name: 'Mine' }),
      );
      expect(await archive(other, slug)).toEqual(await archive(other, 'no-such-process'));
    }
    expect(await listed(bench.alba)).toContain(slug);
    expect(await edit(bench.alba, slug, { phase: 'IMPLEMENTATION' })).toMatchObject({
      phase: 'IMPLEMENTATION',
      name: 'Talks on the ridge',
    });
    expect(await archive(ana, slug)).toMatchObject({ archived: true });
    expect(await listed(ana)).not.toContain(slug);
    expect(await listed(ana, true)).toContain(slug);
    expect(await listed(bo, true)).not.toContain(slug);
    expect(await archive(ana, slug, false)).toMatchObject({ archived: false });
    expect(await listed(ana)).toContain(slug);
    const deeds = (await bench.deeds('peace-process')).map(({ action }) => action);
    expect(deeds).toEqual([
      'peace-process.create',
      'peace-process.edit',
      'peace-process.archive',
      'peace-process.archive',
    ]);
  });

  it('that are common are seen by everyone, and curated by administrators', async () => {
    const made = await create(administrator, { name: 'Open talks' }, true);
    expect(made).toMatchObject({ common: true });
    const { slug } = made;
    for (const viewer of [ana, bo, null]) expect(await listed(viewer)).toContain(slug);
    for (const organizer of [ana, bo]) {
      expect(await create(organizer, {}, true)).toMatchObject({ __typename: 'NotPermitted' });
      expect(await edit(organizer, slug, { name: 'Mine' })).toMatchObject({
        __typename: 'NotFound',
      });
      expect(await archive(organizer, slug)).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await edit(administrator, slug, { lead: 'The elders' })).toMatchObject({
      lead: 'The elders',
    });
    // Without an organization of her own she says that it is a common one.
    expect(await create(administrator)).toMatchObject({ __typename: 'NotPermitted' });
    expect(await archive(administrator, slug)).toMatchObject({ archived: true });
    expect(await listed(null)).not.toContain(slug);
    expect(await listed(null, true)).toContain(slug);
  });

  it('that are archived take no new need, and keep those that they have', async () => {
    const { slug } = await create(ana, { name: 'Old talks' });
    const { id } = await needWith(ana, slug);
    await archive(ana, slug);
    expect(await needWith(ana, slug)).toMatchObject({
      fields: [{ path: 'process', code: 'UNKNOWN' }],
    });
    expect(
      await bench.need(ana, 'editNeed(input: $edit)', { edit: { id, revision: 1, wanted: 2 } }),
    ).toMatchObject({ __typename: 'Need' });
    expect(
      await bench.ask(ana, `query ($id: ID!) { node(id: $id) { ... on Need { process } } }`, {
        id,
      }),
    ).toEqual({ process: 'Old talks' });
  });

  it('are written down by organizers of organizations that are verified, and with nothing wrong in them', async () => {
    expect(await create(null)).toMatchObject({ __typename: 'NotPermitted' });
    expect(
      await create({ ...ana, name: 'user:focal', grants: ['anyone', 'user', 'focal-point'] }),
    ).toMatchObject({ __typename: 'NotPermitted' });
    await bench.suspend(ana);
    expect(await create(ana)).toMatchObject({ __typename: 'NotPermitted' });
    await bench.verify(ana);
    expect(await create(ana, { name: ' ', territories: ['XX'], yearTo: 2019 })).toEqual({
      __typename: 'ValidationError',
      fields: [
        { path: 'input.name', code: 'MISSING' },
        { path: 'input.territories.0', code: 'UNKNOWN' },
        { path: 'input.yearTo', code: 'OUT_OF_RANGE' },
      ],
    });
  });
});
