import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InboxService } from '#inbox';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import { readFile, readdir } from 'node:fs/promises';
import { makeAccount } from '../support/accounts.js';
import { globalId, openCurationBench, type CurationBench } from '../support/curating.js';
import { record, TODAY } from '../support/fill.js';
import { organizerViewer } from '../support/viewers.js';

interface Item {
  readonly kind: string;
  readonly subjectId: string;
  readonly waitsFor: string;
  readonly network: { readonly slug: string } | null;
  readonly since: string;
  readonly dueAt: string | null;
  readonly overdue?: boolean;
  readonly reason?: string;
}

const ADMINISTRATOR: Viewer = {
  ...PUBLIC_VIEWER,
  name: 'user:0190ffff-0000-7000-8000-000000000001',
  grants: ['anyone', 'user', 'administrator'],
};
const FIELDS = 'kind subjectId waitsFor network { slug } since dueAt';
const DAY = 24 * 60 * 60 * 1000;

describe('what waits for somebody', () => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => bench.clear());

  const nodes = (found: object): Item[] =>
    (found as { edges: { node: Item }[] }).edges.map(({ node }) => node);
  const inbox = async (viewer: Viewer, args = '(first: 20)') =>
    nodes(await bench.ask(viewer, `{ inbox${args} { edges { node { ${FIELDS} overdue } } } }`));
  const stuck = async () =>
    nodes(await bench.ask(ADMINISTRATOR, `{ stuck { edges { node { ${FIELDS} reason } } } }`));
  /** Two women of acacia, one of whom fjord lists too: the first is to be reviewed, the other asks for a correction. */
  const twoThings = async () => {
    await bench.setFourEyes(bench.networks.acacia, true);
    const byId = await bench.list('acacia', record(1));
    await bench.setFourEyes(bench.networks.acacia, false);
    const again = await bench.list('acacia', record(1), record(2));
    const asked = await bench.ask(
      bench.herself(again(2)),
      'mutation { requestCorrection(input: { text: "My name is spelt otherwise." }) { ... on Correction { id } } }',
    );
    return { reviewed: byId(1), correction: String(asked.id) };
  };

  it('is one list for the coordinators of a network, what is due first', async () => {
    const { reviewed, correction } = await twoThings();
    const found = await inbox(bench.ada);
    expect(found).toMatchObject([
      { kind: 'CORRECTION', subjectId: correction, overdue: false },
      { kind: 'PROFILE_REVIEW', subjectId: globalId('Profile', reviewed), dueAt: null },
    ]);
    expect(found.map(({ waitsFor, network }) => [waitsFor, network?.slug])).toEqual([
      ['COORDINATOR', 'acacia'],
      ['COORDINATOR', 'acacia'],
    ]);
    expect(await inbox(bench.ada, '(kinds: [CORRECTION])')).toHaveLength(1);
    expect(await inbox(bench.both, '(network: "acacia")')).toHaveLength(2);
    expect(await inbox(bench.both, '(network: "fjord")')).toEqual([]);
  });

  it('shows nobody what waits for others', async () => {
    await twoThings();
    expect(await inbox(bench.fay)).toEqual([]);
    expect(await inbox(organizerViewer())).toEqual([]);
    expect(await inbox(ADMINISTRATOR)).toEqual([]);
    expect(await bench.ask(bench.fay, '{ inbox(network: "acacia") { totalCount } }')).toMatchObject(
      { __typename: 'NOT_PERMITTED' },
    );
    expect(await bench.ask(bench.ada, '{ stuck { totalCount } }')).toMatchObject({
      __typename: 'NOT_PERMITTED',
    });
  });

  it('finds each thing by its id', async () => {
    await twoThings();
    const found = await inbox(bench.ada);
    expect(found).toHaveLength(2);
    for (const { subjectId } of found) {
      expect(await bench.ask(bench.ada, `{ node(id: "${subjectId}") { id } }`)).toEqual({
        id: subjectId,
      });
    }
  });

  it('is stuck where nobody can sign in to deal with it, and where its time has passed', async () => {
    const { correction } = await twoThings();
    expect(await stuck()).toMatchObject([{ reason: 'NOBODY_THERE' }, { reason: 'NOBODY_THERE' }]);
    await makeAccount(bench.api.services, { role: 'coordinator', networks: ['acacia'] });
    expect(await stuck()).toEqual([]);
    const later = new InboxService(
      bench.api.services.database,
      bench.api.services.identity.accounts,
      { confirmAfterDays: 365 },
      () => new Date(Date.now() + 32 * DAY),
    );
    const { items } = await later.stuck(ADMINISTRATOR, { first: 10 });
    expect(items).toMatchObject([{ kind: 'correction', reason: 'overdue' }]);
    expect(globalId('Correction', items[0]?.id ?? '')).toBe(correction);
    const { items: hers } = await later.list(
      bench.ada,
      { kinds: null, networkId: null },
      { first: 10 },
    );
    expect(hers.map(({ kind, overdue }) => [kind, overdue])).toEqual([
      ['correction', true],
      ['profile-review', false],
    ]);
  });

  describe('of upkeep', () => {
    const ALL = [
      'PROFILE_STALE',
      'PROFILE_INCOMPLETE',
      'PROFILE_CONFLICT',
      'DUPLICATES',
      'IMPORT_REJECTS',
    ];
    const kinds = (...names: string[]) => `kinds: [${names.join()}]`;
    /** Five women of acacia; what each of them lacks. */
    const five = async () => {
      const byId = await bench.list(
        'acacia',
        record(1, { confirmed_on: '2025-11-20' }),
        record(2, { confirmed_on: '2025-10-01' }),
        record(3),
        record(4, { full_name: 'Amina Noor' }),
        record(5),
      );
      const { database } = bench.api.services;
      // The first three lack nothing else.
      await database.query('UPDATE mediator SET completeness = 100 WHERE id = ANY($1)', [
        [byId(1), byId(2), byId(3)],
      ]);
      await database.query(`UPDATE mediator SET state = 'stale' WHERE id = $1`, [byId(2)]);
      await database.query(`UPDATE mediator SET conflicts = '{fullName}' WHERE id = $1`, [byId(3)]);
      await database.query(`UPDATE mediator SET state = 'suspended' WHERE id = $1`, [byId(5)]);
      return byId;
    };
    /** On the day on which the tests of imports agree. */
    const service = () =>
      new InboxService(
        bench.api.services.database,
        bench.api.services.identity.accounts,
        { confirmAfterDays: 365 },
        () => TODAY,
      );

    it('is listed where it is asked for, with the day on which a profile becomes stale', async () => {
      const byId = await five();
      const { items } = await service().list(
        bench.ada,
        { kinds: ['profile-stale', 'profile-incomplete', 'profile-conflict'], networkId: null },
        { first: 10 },
      );
      const told = items.map(({ kind, id, dueAt, overdue }) => [kind, id, dueAt, overdue]);
      expect(told[0]).toEqual(['profile-stale', byId(1), '2026-11-20T00:00:00Z', false]);
      expect(told.slice(1).toSorted()).toEqual(
        [
          ['profile-conflict', byId(3), null, false],
          ['profile-incomplete', byId(4), null, false],
          ['profile-stale', byId(2), null, false],
        ].toSorted(),
      );
      const stale = items.find(({ id }) => id === byId(2));
      expect(stale?.since).toBe('2026-10-01T00:00:00Z');
    });

    it('is in nobody else’s inbox, not in the list without kinds, and stuck with nobody', async () => {
      await five();
      expect(await inbox(bench.ada, `(first: 20, ${kinds(...ALL)})`)).not.toEqual([]);
      expect(await inbox(bench.ada)).toEqual([]);
      for (const viewer of [bench.fay, organizerViewer(), ADMINISTRATOR]) {
        expect(await inbox(viewer, `(first: 20, ${kinds(...ALL)})`)).toEqual([]);
      }
      expect(await stuck()).toEqual([]);
    });

    it('counts the rejected rows of the last import as one item, of the network', async () => {
      const { database } = bench.api.services;
      await database.query(
        `INSERT INTO import_reject (id, network_id, ordinal, row, key_id, sealed)
         SELECT gen_random_uuid(), $1, n, n, (SELECT max(id) FROM data_key), '' FROM generate_series(1, 3) n`,
        [bench.networks.acacia],
      );
      const found = await inbox(bench.both, `(${kinds('IMPORT_REJECTS')})`);
      expect(found).toMatchObject([
        {
          kind: 'IMPORT_REJECTS',
          subjectId: globalId('Network', bench.networks.acacia),
          network: { slug: 'acacia' },
        },
      ]);
      expect(await bench.ask(bench.ada, '{ inboxCounts { kind count upkeep } }')).toEqual([
        { kind: 'IMPORT_REJECTS', count: 1, upkeep: true },
      ]);
    });

    it('can be given to somebody like anything else', async () => {
      const byId = await five();
      const item = `{ kind: PROFILE_INCOMPLETE, subjectId: "${globalId('Profile', byId(4))}", network: "acacia" }`;
      const { id } = await makeAccount(bench.api.services, {
        role: 'coordinator',
        networks: ['acacia'],
      });
      expect(
        await bench.ask(
          bench.ada,
          `mutation { assignInboxItem(item: ${item}, accountId: "${globalId('Account', id)}") { ... on InboxItem { owner { accountId } } } }`,
        ),
      ).toMatchObject({ owner: { accountId: globalId('Account', id) } });
      const elsewhere = item.replace('acacia', 'fjord');
      expect(
        await bench.ask(
          bench.fay,
          `mutation { assignInboxItem(item: ${elsewhere}) { __typename } }`,
        ),
      ).toEqual({ __typename: 'NotFound' });
    });
  });

  it('has a place for every room in which something waits', async () => {
    const waiting = await readFile('libs/inbox/src/waiting.ts', 'utf8');
    const rooms = await readdir('libs');
    const selections = await Promise.all(
      rooms.map(async (room) => {
        const index = await readFile(`libs/${room}/src/index.ts`, 'utf8');
        return index.match(/\b(?:SELECT_WAITING_|selectWaiting)\w+/gu) ?? [];
      }),
    );
    expect(selections.flat().length).toBeGreaterThanOrEqual(2);
    const list = /const SELECTIONS = \[(?<names>[^\]]*)\]/u.exec(waiting)?.groups?.names ?? '';
    expect(selections.flat().filter((name) => !list.includes(name))).toEqual([]);
  });
});
