import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { engaged, type NeedView } from '#engagement';
import { OPERATOR, type Viewer } from '#identity';
import { InvalidStateError, NotFoundError } from '#kernel';
import fc from 'fast-check';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';

const CRITERIA = { date: '2026-11-01', hard: {}, soft: { years: 10 } };
const NAMES = ['Amina', 'Bintou', 'Chipo', 'Dalia'] as const;
type Name = (typeof NAMES)[number];

describe('the seats of a need', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let keys: Map<string, string>;
  let publicIds: Map<string, string>;
  let needId: string;
  let listId: string;
  let entries: Map<string, string>;

  beforeAll(async () => {
    bench = await openNeedBench();
    ({ ana } = bench);
    const women = NAMES.map((display_name, n) => record(n + 1, { display_name }));
    await fill(bench.api.services, 'acacia', women);
    const rows = await bench.api.services.database.query<Record<string, string>>(
      'SELECT display_name AS name, id, public_id AS "publicId" FROM mediator',
    );
    keys = new Map(rows.map(({ name = '', id = '' }) => [name, id]));
    publicIds = new Map(rows.map(({ name = '', publicId = '' }) => [name, publicId]));
  });
  afterAll(async () => bench.close());

  const key = (name: Name) => keys.get(name) ?? '';
  const outside = (name: Name) => globalId('Mediator', publicIds.get(name) ?? '');
  const inner = () => Buffer.from(needId, 'base64url').toString().slice('Need:'.length);

  /** A need with all women on a shortlist, kept. */
  const begin = async (wanted: number): Promise<void> => {
    await bench.api.services.database.query('DELETE FROM need');
    const made = await bench.need(ana, 'createNeed(input: $create)', {
      create: { title: 'Talks at the lake', criteria: CRITERIA, wanted },
    });
    needId = String(made.id);
    await bench.need(ana, `openNeed(id: "${needId}", revision: 1)`);
    const list = await bench.list(ana, `createShortlist(needId: "${needId}", title: "First")`);
    listId = String(list.id);
    const added = await bench.list(ana, 'addToShortlist(input: $add)', {
      add: {
        id: listId,
        revision: 1,
        entries: NAMES.map((name) => ({ mediatorId: outside(name) })),
      },
    });
    const all = added.entries as { id: string; mediator: { name: string } }[];
    entries = new Map(all.map(({ id, mediator }) => [mediator.name, id]));
    for (const { id } of all) {
      await bench.list(ana, 'giveFeedback(input: $feedback)', {
        feedback: { entryId: id, verdict: 'KEPT' },
      });
    }
  };
  const read = async () =>
    bench.ask(
      ana,
      `{ node(id: "${needId}") { ... on Need { state wanted engaged revision closedAt } } }`,
    );
  const revision = async () => Number((await read()).revision);
  const name = async (viewer: Viewer, ...women: readonly Name[]) =>
    bench.need(
      viewer,
      `recordEngaged(id: "${needId}", revision: ${await revision()}, mediatorIds: ${JSON.stringify(women.map(outside))})`,
    );
  const close = async (...women: readonly Name[]) =>
    bench.need(
      ana,
      `closeNeed(id: "${needId}", revision: ${await revision()}, outcome: FILLED, mediatorIds: ${JSON.stringify(women.map(outside))})`,
    );
  const want = async (wanted: number) =>
    bench.need(ana, 'editNeed(input: $edit)', {
      edit: { id: needId, revision: await revision(), wanted },
    });
  const introduced = (woman: Name, actor = ana): Promise<NeedView> =>
    bench.api.services.database.transaction((tx) => engaged(tx, actor, inner(), key(woman)));
  const filledEntries = async () => {
    const list = await bench.ask(
      ana,
      `{ shortlist(id: "${listId}") { state entries { filled mediator { name } } } }`,
    );
    const all = list.entries as { filled: boolean; mediator: { name: string } }[];
    const names = all.flatMap(({ filled, mediator }) => (filled ? [mediator.name] : []));
    return { state: list.state, names: names.toSorted() };
  };

  describe('of three', () => {
    beforeEach(async () => begin(3));

    it('are taken one after the other, until the need is filled', async () => {
      expect(await read()).toMatchObject({ engaged: 0, wanted: 3, closedAt: null });
      expect(await name(ana, 'Amina')).toMatchObject({ state: 'SHORTLISTING', closedAt: null });
      expect(await read()).toMatchObject({ engaged: 1, state: 'SHORTLISTING' });
      expect(await introduced('Bintou')).toMatchObject({ engaged: 2, state: 'shortlisting' });
      expect(await filledEntries()).toEqual({ state: 'OPEN', names: ['Amina', 'Bintou'] });
      expect(await introduced('Chipo')).toMatchObject({ engaged: 3, state: 'filled' });
      expect(await read()).toMatchObject({ state: 'FILLED', closedAt: expect.any(String) });
      expect(await filledEntries()).toEqual({
        state: 'CLOSED',
        names: ['Amina', 'Bintou', 'Chipo'],
      });
      await expect(introduced('Dalia')).rejects.toThrow(InvalidStateError);
      const deeds = (await bench.deeds('need')).filter(({ subjectId }) => subjectId === inner());
      expect(deeds.map(({ action }) => action).slice(-3)).toEqual([
        'need.engage',
        'need.engage',
        'need.fill',
      ]);
    });

    it('are taken once by a woman, however often she is named', async () => {
      await introduced('Amina');
      expect(await introduced('Amina')).toMatchObject({ engaged: 1 });
      await name(ana, 'Amina', 'Bintou');
      expect(await read()).toMatchObject({ engaged: 2, state: 'SHORTLISTING' });
    });

    it('stay free where the transaction of whoever engages her fails', async () => {
      const failing = bench.api.services.database.transaction(async (tx) => {
        await engaged(tx, ana, inner(), key('Amina'));
        throw new Error('The deployment could not be written.');
      });
      await expect(failing).rejects.toThrow('could not be written');
      expect(await read()).toMatchObject({ engaged: 0 });
      expect((await filledEntries()).names).toEqual([]);
    });

    it('are closed with fewer, those engaged among them', async () => {
      expect(await close()).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'mediatorIds', code: 'MISSING' }],
      });
      await introduced('Amina');
      expect(await close('Bintou')).toMatchObject({ state: 'FILLED' });
      expect(await read()).toMatchObject({ engaged: 2, wanted: 3 });
      expect((await filledEntries()).names).toEqual(['Amina', 'Bintou']);
    });

    it('are closed with those who are engaged alone', async () => {
      await introduced('Amina');
      expect(await close()).toMatchObject({ state: 'FILLED' });
      expect(await read()).toMatchObject({ engaged: 1 });
    });

    it('are never more than are wanted, nor fewer than are engaged', async () => {
      await introduced('Amina');
      await introduced('Bintou');
      expect(await name(ana, 'Chipo', 'Dalia')).toMatchObject({
        fields: [{ path: 'mediatorIds', code: 'TOO_MANY' }],
      });
      for (const wanted of [1, 2]) {
        expect(await want(wanted)).toMatchObject({
          fields: [{ path: 'wanted', code: 'OUT_OF_RANGE' }],
        });
      }
      expect(await want(4)).toMatchObject({ __typename: 'Need' });
    });

    it('say who is named at all', async () => {
      expect(await name(ana)).toMatchObject({
        fields: [{ path: 'mediatorIds', code: 'MISSING' }],
      });
    });

    it('keep the entries of those who take them', async () => {
      await introduced('Amina');
      const off = (woman: Name) =>
        bench.list(
          ana,
          `removeFromShortlist(id: "${listId}", revision: 2, entryId: "${entries.get(woman)}")`,
        );
      expect(await off('Amina')).toMatchObject({ __typename: 'InvalidState' });
      expect(await off('Bintou')).toMatchObject({ __typename: 'Shortlist' });
    });

    it('are counted alike whether a woman left the directory or was erased since', async () => {
      await introduced('Amina');
      const { database } = bench.api.services;
      const before = await read();
      await database.query('UPDATE shortlist_entry SET public_id = gen_random_uuid()');
      expect(await read()).toEqual(before);
      await database.query('DELETE FROM shortlist_entry');
      expect(await read()).toEqual(before);
      // Hers was taken off: she is counted all the same.
      expect(await introduced('Bintou')).toMatchObject({ engaged: 2 });
    });

    it('are nobody else’s to take', async () => {
      await expect(introduced('Amina', bench.bo)).rejects.toThrow(NotFoundError);
      expect(await name(bench.bo, 'Amina')).toMatchObject({ __typename: 'NotFound' });
      expect(await read()).toMatchObject({ engaged: 0 });
    });
  });

  it('are not both taken where two are engaged for the last one at the same moment', async () => {
    await begin(1);
    const both = await Promise.allSettled([introduced('Amina'), introduced('Bintou')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await read()).toMatchObject({ engaged: 1, state: 'FILLED' });
    expect((await filledEntries()).names).toHaveLength(1);
  });

  it('are told to nobody else, for a need that everyone sees', async () => {
    const made = await bench.need(ana, 'createNeed(input: $create)', {
      create: { title: 'For all', criteria: CRITERIA, confidentiality: 'PUBLIC' },
    });
    const id = String(made.id);
    await bench.need(ana, `openNeed(id: "${id}", revision: 1)`);
    const seen = (viewer: Viewer | null) =>
      bench.ask(viewer, `{ node(id: "${id}") { ... on Need { engaged wanted } } }`);
    expect(await seen(ana)).toEqual({ engaged: 0, wanted: 1 });
    expect(await seen(bench.bo)).toEqual({ engaged: null, wanted: 1 });
    expect(await seen(null)).toEqual({ engaged: null, wanted: 1 });
  });

  it('hold the same women by whatever way they came, and never more than are wanted', async () => {
    const woman = fc.constantFrom(...NAMES);
    const deed = fc.oneof(
      fc.record({ by: fc.constant('name' as const), women: fc.uniqueArray(woman) }),
      fc.record({ by: fc.constant('introduction' as const), women: fc.tuple(woman) }),
      fc.record({ by: fc.constant('close' as const), women: fc.uniqueArray(woman) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(deed, { minLength: 1, maxLength: 4 }),
        async (wanted, deeds) => {
          await begin(wanted);
          const held = new Set<Name>();
          let over = false;
          for (const { by, women } of deeds) {
            if (by === 'introduction') await introduced(women[0]).catch(() => null);
            else await (by === 'name' ? name(ana, ...women) : close(...women));
            const after = new Set([...held, ...women]);
            const isDone =
              !over &&
              after.size <= wanted &&
              (women.length > 0 || (by === 'close' && held.size > 0));
            if (isDone) {
              for (const one of women) held.add(one);
              over = by === 'close' || held.size === wanted;
            }
            expect(await read()).toMatchObject({
              engaged: held.size,
              state: over ? 'FILLED' : 'SHORTLISTING',
            });
            expect((await filledEntries()).names).toEqual([...held].toSorted());
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('are taken by each name under which she is engaged, as if they were two women', async () => {
    const rename = async () =>
      bench.api.services.database.query(
        'UPDATE mediator SET public_id = gen_random_uuid() WHERE id = $1',
        [key('Amina')],
      );
    /** A new shortlist of the need with her as she is called now, kept. */
    const keepAgain = async () => {
      const [row] = await bench.api.services.database.query<{
        publicId: string;
      }>('SELECT public_id AS "publicId" FROM mediator WHERE id = $1', [key('Amina')]);
      publicIds.set('Amina', row?.publicId ?? '');
      const list = await bench.list(ana, `createShortlist(needId: "${needId}", title: "Second")`);
      const added = await bench.list(ana, 'addToShortlist(input: $add)', {
        add: { id: list.id, revision: 1, entries: [{ mediatorId: outside('Amina') }] },
      });
      const [entry] = added.entries as { id: string }[];
      await bench.list(ana, 'giveFeedback(input: $feedback)', {
        feedback: { entryId: entry?.id, verdict: 'KEPT' },
      });
    };
    await begin(4);
    await name(ana, 'Amina');
    // Were she counted as one, the number would tell the organizer that the two names are hers.
    await rename();
    await keepAgain();
    expect(await introduced('Amina')).toMatchObject({ engaged: 2 });
    expect(await introduced('Amina')).toMatchObject({ engaged: 2 });
    await rename();
    await keepAgain();
    await name(ana, 'Amina');
    expect(await read()).toMatchObject({ engaged: 3 });
    await name(ana, 'Amina', 'Bintou');
    expect(await read()).toMatchObject({ engaged: 4, state: 'FILLED' });
  });

  it('are taken once by a woman whose two profiles were found to be one', async () => {
    await begin(3);
    await introduced('Dalia');
    await bench.api.services.merges.merge(OPERATOR, {
      kept: { id: key('Chipo'), revision: 1 },
      other: { id: key('Dalia'), revision: 1 },
    });
    expect(await introduced('Chipo')).toMatchObject({ engaged: 1 });
    expect((await filledEntries()).names).toEqual(['Chipo']);
  });
});
