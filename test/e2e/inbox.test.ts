import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { InboxService } from '#inbox';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import { readFile, readdir } from 'node:fs/promises';
import { makeAccount } from '../support/accounts.js';
import { globalId, openCurationBench, type CurationBench } from '../support/curating.js';
import { record } from '../support/fill.js';
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
