import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { ORGANIZATION } from '../../support/accounts.js';
import { globalId, type Answered } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';
import { mediatorViewer } from '../../support/viewers.js';

const CRITERIA = {
  date: '2026-11-01',
  territories: ['ML'],
  hard: {},
  soft: { languages: [{ code: 'fr' }], years: 10 },
};
const WOMEN = [
  record(1, { display_name: 'Amina', languages: 'French (C1)', years: '12' }),
  record(2, { display_name: 'Bintou', languages: 'French (C1)', years: '5' }),
  record(3, { display_name: 'Chipo', years: '3' }),
];
const NOTE = 'Ask her through +999 1234.';
const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const SHARED = `id title state organization sharedAt noLongerListed
  need { title brief wanted urgency insiderTies alongside workLanguage place }
  entries { rank score eligible mediator { id name years { from } languages { label } } explanation { criterion found contribution } }`;

interface Shared {
  readonly id: string;
  readonly entries: readonly {
    readonly score: number | null;
    readonly mediator: { readonly name: string };
    readonly explanation: readonly { readonly criterion: string }[];
  }[];
}

describe('shortlists that are shared', () => {
  let bench: NeedBench;
  let ana: Viewer;
  /** Of another organization: each with an account of its own. */
  let reader: Viewer;
  let colleague: Viewer;
  let focalPoint: Viewer;
  let needId: string;
  let listId: string;

  beforeAll(async () => {
    bench = await openNeedBench();
    ({ ana } = bench);
    reader = await bench.account(bench.bo, 'reader', 'organizer');
    colleague = await bench.account(bench.bo, 'colleague', 'organizer');
    focalPoint = await bench.account(bench.bo, 'focal', 'focal-point');
  });
  afterAll(async () => bench.close());

  beforeEach(async () => {
    const { database } = bench.api.services;
    await database.query('DELETE FROM need');
    await database.query('DELETE FROM mediator');
    await database.query('DELETE FROM erased_key');
    await fill(bench.api.services, 'acacia', WOMEN);
    const made = await bench.need(ana, 'createNeed(input: $create)', {
      create: { title: 'Talks at the lake', criteria: CRITERIA, place: 'Mopti', wanted: 2 },
    });
    needId = String(made.id);
    await bench.need(ana, `openNeed(id: "${needId}", revision: 1)`);
    const list = await bench.list(ana, `createShortlist(needId: "${needId}", title: "First")`);
    listId = String(list.id);
    const women = await database.query<{ id: string }>('SELECT public_id AS id FROM mediator');
    const added = await bench.list(ana, 'addToShortlist(input: $add)', {
      add: {
        id: listId,
        revision: 1,
        entries: women.map(({ id }) => ({ mediatorId: globalId('Mediator', id), note: NOTE })),
      },
    });
    const [first] = added.entries as { id: string }[];
    await bench.list(ana, 'giveFeedback(input: $feedback)', {
      feedback: { entryId: first?.id, verdict: 'DROPPED', reasons: ['DECLINED'], note: NOTE },
    });
  });

  const toOrganization = ({ organizationId }: Viewer) =>
    globalId('Organization', organizationId ?? '');
  const toPerson = ({ userId }: Viewer) => globalId('Account', userId ?? '');
  const share = (viewer: Viewer | null, readerId: string) =>
    bench.list(viewer, `shareShortlist(id: "${listId}", readerId: "${readerId}")`);
  const shares = async () => {
    const list = await bench.ask(
      ana,
      `{ shortlist(id: "${listId}") { shares { shareId readerId organization } } }`,
    );
    return list.shares as { shareId: string; readerId: string; organization: string }[];
  };
  const takeBack = async (viewer: Viewer) => {
    const [found] = await shares();
    return bench.list(viewer, `takeBackShortlist(shareId: "${found?.shareId}")`);
  };
  const seen = async (viewer: Viewer | null) => {
    const answer = await bench.ask(
      viewer,
      `{ sharedShortlists { totalCount edges { node { ${SHARED} } } } }`,
    );
    const edges = answer.edges as { node: Shared }[] | undefined;
    return edges?.map(({ node }) => node) ?? answer.__typename;
  };
  const one = (viewer: Viewer | null, id: string): Promise<Answered> =>
    bench.ask(viewer, `{ sharedShortlist(id: "${id}") { ${SHARED} } }`);
  const names = async (viewer: Viewer) => {
    const lists = await seen(viewer);
    return Array.isArray(lists)
      ? lists.map(({ entries }) => entries.map(({ mediator }) => mediator.name))
      : lists;
  };

  it('are read by all who read for an organization, and changed by none of them', async () => {
    expect(await share(ana, toOrganization(bench.bo))).toMatchObject({ __typename: 'Shortlist' });
    for (const viewer of [reader, colleague, focalPoint]) {
      expect(await names(viewer)).toEqual([['Amina', 'Bintou', 'Chipo']]);
      expect(await bench.read(viewer, listId)).toMatchObject({ __typename: 'NOT_FOUND' });
      expect(await bench.list(viewer, `sendShortlist(id: "${listId}", revision: 2)`)).toMatchObject(
        { __typename: 'NotFound' },
      );
      expect(await share(viewer, toPerson(viewer))).toMatchObject({ __typename: 'NotFound' });
    }
    const [list] = (await seen(reader)) as Shared[];
    expect(list).toMatchObject({
      title: 'First',
      organization: 'Ministry of Peace',
      noLongerListed: 0,
      need: { title: 'Talks at the lake', wanted: 2, place: 'Mopti', urgency: 'ROUTINE' },
    });
    expect(await one(reader, list?.id ?? '')).toEqual(list);
    expect(
      await bench.ask(reader, `{ node(id: "${list?.id}") { ... on SharedShortlist { title } } }`),
    ).toEqual({ title: 'First' });
    // Nobody's words about the women are shared.
    expect(JSON.stringify(list)).not.toMatch(/999|DECLINED|DROPPED/);
  });

  it('are read by one person where they are shared with her', async () => {
    await share(ana, toPerson(reader));
    expect(await names(reader)).toHaveLength(1);
    expect(await shares()).toEqual([
      expect.objectContaining({ readerId: toPerson(reader), organization: 'Ministry of Peace' }),
    ]);
    const [{ shareId: id } = { shareId: '' }] = await shares();
    for (const other of [colleague, focalPoint, bench.alba]) {
      expect(await names(other)).toEqual([]);
      expect(await one(other, id)).toEqual(await one(other, globalId('SharedShortlist', UNKNOWN)));
    }
    const moved = { ...reader, organizationId: ana.organizationId };
    expect(await names(moved)).toEqual([]);
    expect(await one(null, id)).toMatchObject({ __typename: 'UNAUTHENTICATED' });
  });

  it('are gone when they are taken back, and can be shared again', async () => {
    await share(ana, toOrganization(reader));
    expect(await share(ana, toOrganization(reader))).toMatchObject({ __typename: 'Conflict' });
    const [{ shareId: id } = { shareId: '' }] = await shares();
    expect(await takeBack(reader)).toMatchObject({ __typename: 'NotFound' });
    expect(await takeBack(bench.alba)).toMatchObject({ __typename: 'Shortlist' });
    expect(await names(reader)).toEqual([]);
    expect(await one(reader, id)).toMatchObject({ __typename: 'NOT_FOUND' });
    expect(await shares()).toEqual([]);
    expect(await bench.list(ana, `takeBackShortlist(shareId: "${id}")`)).toMatchObject({
      __typename: 'NotFound',
    });
    await share(ana, toOrganization(reader));
    expect(await names(reader)).toHaveLength(1);
    const deeds = (await bench.deeds('shortlist')).map(({ action }) => action);
    expect(deeds.slice(-3)).toEqual(['shortlist.share', 'shortlist.take-back', 'shortlist.share']);
  });

  it('are for organizations that are verified, and the answer tells of no other', async () => {
    const { services } = bench.api;
    const pending = await services.identity.organizations.create(OPERATOR, ORGANIZATION);
    await services.database.query(`UPDATE organization SET state = 'pending' WHERE id = $1`, [
      pending.id,
    ]);
    const stranger = await bench.account(
      { ...bench.bo, organizationId: pending.id },
      'late',
      'organizer',
    );
    const mediator = await bench.account(
      { ...bench.bo, organizationId: null },
      'none',
      'organizer',
    );
    const answers = [];
    for (const id of [
      globalId('Organization', UNKNOWN),
      globalId('Account', UNKNOWN),
      globalId('Organization', pending.id),
      toPerson(stranger),
      toPerson(mediator),
    ]) {
      answers.push(await share(ana, id));
    }
    expect(answers).toEqual(
      answers.map(() => ({
        __typename: 'ValidationError',
        fields: [{ path: 'readerId', code: 'UNKNOWN' }],
      })),
    );
    expect(await share(ana, globalId('Need', UNKNOWN))).toMatchObject({
      fields: [{ path: 'readerId', code: 'MALFORMED' }],
    });
  });

  it('are withheld while either organization is suspended', async () => {
    await share(ana, toOrganization(reader));
    await bench.suspend(ana);
    expect(await names(reader)).toEqual([]);
    await bench.verify(ana);
    await bench.suspend(reader);
    expect(await seen(reader)).toBe('NOT_PERMITTED');
    await bench.verify(reader);
    expect(await names(reader)).toHaveLength(1);
  });

  it('show nothing that a woman has hidden since, and nobody who left', async () => {
    await share(ana, toOrganization(reader));
    const { services } = bench.api;
    const her = async (name: string) => {
      const [row] = await services.database.query<{ id: string }>(
        'SELECT id FROM mediator WHERE display_name = $1',
        [name],
      );
      return row?.id ?? '';
    };
    const amina = await her('Amina');
    await services.audiences.set(mediatorViewer(amina), amina, {
      field: 'languages',
      audience: 'CURATOR',
      consent: null,
    });
    const [narrowed] = (await seen(reader)) as Shared[];
    const [first, second] = narrowed?.entries ?? [];
    expect(first).toMatchObject({ score: null, mediator: { name: 'Amina', languages: [] } });
    expect(first?.explanation.map(({ criterion }) => criterion)).toEqual(['YEARS']);
    expect(second?.score).not.toBeNull();
    // Whether she withdrew or was erased.
    const [bintou, chipo] = [await her('Bintou'), await her('Chipo')];
    await services.consents.withdraw(mediatorViewer(bintou), bintou, 'MATCHED', null);
    await services.erasure.erase(OPERATOR, chipo);
    const [left] = (await seen(reader)) as Shared[];
    expect(left).toMatchObject({ noLongerListed: 2 });
    expect(left?.entries.map(({ mediator }) => mediator.name)).toEqual(['Amina']);
  });

  it('are told to each woman on them, also when they were taken back', async () => {
    const { services } = bench.api;
    await share(ana, toOrganization(reader));
    await takeBack(ana);
    const [row] = await services.database.query<{ id: string }>(
      `SELECT id FROM mediator WHERE display_name = 'Amina'`,
    );
    const { parts } = await services.personalData.read(mediatorViewer(row?.id ?? ''));
    expect(parts.shortlists).toEqual([
      expect.objectContaining({
        sharedWith: [
          {
            organization: 'Ministry of Peace',
            at: expect.any(String),
            takenBackAt: expect.any(String),
          },
        ],
      }),
    ]);
  });
});
