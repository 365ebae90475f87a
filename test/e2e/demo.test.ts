import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SHAPES } from '#demo';
import { DEPLOYMENT_STATES } from '#deployments';
import { OPERATOR, PUBLIC_VIEWER } from '#identity';
import { INTRODUCTION_STATES, type IntroductionState } from '#introductions';
import { DEMO_TAKES, loadDemo, openTestApi, type TestApi } from '../support/api.js';
import { TODAY } from '../support/fill.js';
import { organizerViewer } from '../support/viewers.js';

describe('the demo', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(() => api.close());

  const count = async (table: string) => {
    const [row] = await api.services.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table}`,
    );
    return row?.n;
  };

  it(
    'that was cut short is finished by the next load',
    async () => {
      const [first] = SHAPES;
      if (first) await api.services.networks.create(OPERATOR, first.network);
      expect(await loadDemo(api, TODAY)).toMatchObject({ networks: 5, profiles: 400 });
      expect(await count('mediator')).toBe(400);
      expect(await count('need')).toBe(19);
      expect(await count('peace_process')).toBe(42);
      expect(await count('membership_call')).toBe(1);
      await api.services.jobs.drain();
    },
    DEMO_TAKES,
  );

  it('is loaded once', async () => {
    const before = await count('introduction');
    expect(await loadDemo(api, TODAY)).toBeNull();
    expect(await count('mediator')).toBe(400);
    expect(await count('introduction')).toBe(before);
  });

  it('has introductions in every state, and nobody was mailed', async () => {
    const rows = await api.services.database.query<{ state: IntroductionState }>(
      'SELECT DISTINCT state FROM introduction',
    );
    const states = new Set(rows.map(({ state }) => state));
    expect(INTRODUCTION_STATES.filter((state) => !states.has(state))).toEqual([]);
    expect(await count('mail_message')).toBe(0);
  });

  it('has deployments in every state, with a newcomer alongside and feedback', async () => {
    const rows = await api.services.database.query<{ place: string; state: string }>(
      'SELECT place, state FROM deployment ORDER BY place, state',
    );
    expect(rows.map(({ place, state }) => `${place} ${state}`)).toEqual([
      'alongside planned',
      'lead active',
      'lead cancelled',
      'lead clearing',
      'lead closed',
      'lead completed',
      'lead ended-early',
      'lead planned',
      'lead ready',
      'lead suspended',
    ]);
    const states = new Set(rows.map(({ state }) => state));
    expect(DEPLOYMENT_STATES.filter((state) => !states.has(state))).toEqual([]);
    const [checkIns] = await api.services.database.query(
      `SELECT count(*) FILTER (WHERE state = 'made' AND made_at <= due_at)::int AS made,
         count(*) FILTER (WHERE state = 'due' AND due_at > $1)::int AS due, count(*)::int AS all FROM check_in`,
      [TODAY],
    );
    expect(checkIns).toEqual({ made: 6, due: 1, all: 7 });
    expect(await count('deployment_feedback')).toBe(4);
  });

  it('has introductions whose clocks run on when it is loaded, and nothing left that was due before', async () => {
    const [clocks] = await api.services.database.query<{ open: number; late: number }>(
      `SELECT count(*) FILTER (WHERE s.state <> 'ended')::int AS open,
         count(*) FILTER (WHERE s.due_at <= $1 OR i.wake_at <= $1)::int AS late
       FROM introduction_shown s JOIN introduction i ON i.id = s.id`,
      [TODAY],
    );
    expect(clocks?.open).toBeGreaterThan(10);
    expect(clocks?.late).toBe(0);
  });

  it('has the agenda: the network of 2018, and fictional actors that say so in all that they state', async () => {
    const actors = await api.services.database.query<{ code: string; names: { en?: string } }>(
      'SELECT code, names FROM wps_actor WHERE fictional ORDER BY code',
    );
    expect(actors.map(({ code }) => code)).toEqual([
      'demo-amber-coast-union',
      'demo-amberland',
      'demo-birchland',
      'demo-women-of-amberland',
    ]);
    for (const { names } of actors) expect(names.en).toContain('(demo)');
    const [members] = await api.services.database.query(
      `SELECT count(*) FILTER (WHERE a.kind = 'state' AND NOT a.fictional)::int AS states,
         count(*) FILTER (WHERE a.kind = 'regional-organization' AND NOT a.fictional)::int AS organizations,
         count(*) FILTER (WHERE a.fictional AND m.source NOT LIKE 'Fictional%')::int AS unmarked
       FROM wps_membership m JOIN wps_actor a ON a.id = m.actor_id JOIN wps_actor g ON g.id = m.grouping_id
       WHERE g.code = 'wps-focal-points'`,
    );
    expect(members).toEqual({ states: 56, organizations: 5, unmarked: 0 });
    // No real actor says anything: what it would say was made up.
    const [said] = await api.services.database.query<Record<string, number>>(
      `SELECT ${['plan', 'observation', 'commitment', 'report', 'focal_point']
        .map(
          (table) =>
            `(SELECT count(*)::int FROM wps_${table} r JOIN wps_actor a ON a.id = r.actor_id WHERE NOT a.fictional) AS ${table}`,
        )
        .join(
          ', ',
        )}, (SELECT count(*)::int FROM wps_observation WHERE source NOT LIKE 'Fictional%') AS unmarked`,
    );
    expect(Object.values(said ?? {})).toEqual([0, 0, 0, 0, 0, 0]);
    const [years] = await api.services.database.query<{ from: string; until: string }>(
      `SELECT min(from_day)::text AS from, max(until_day)::text AS until FROM wps_observation`,
    );
    const year = TODAY.getUTCFullYear();
    expect(years).toEqual({ from: `${year - 2}-01-01`, until: `${year - 1}-12-31` });
    const reports = await api.services.database.query<{ state: string }>(
      'SELECT DISTINCT state FROM wps_report ORDER BY state',
    );
    expect(reports.map(({ state }) => state)).toEqual(['consultation', 'draft', 'reviewed']);
    const [owing] = await api.services.database.query(
      `SELECT count(*) FILTER (WHERE state = 'at-risk')::int AS risk, count(*) FILTER (WHERE state = 'done')::int AS done
       FROM wps_commitment`,
    );
    expect(owing).toEqual({ risk: 2, done: 1 });
  });

  it('has drafts that nobody sees and women shown by a code name only', async () => {
    const shown = await api.services.search.search({ clearance: 'PUBLIC', page: { first: 1 } });
    expect(shown.totalCount).toBeGreaterThan(370);
    expect(shown.totalCount).toBeLessThan(400);
    const [hidden] = await api.services.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM mediator WHERE pseudonymous',
    );
    expect(hidden?.n).toBeGreaterThan(25);
  });

  it('has candidates for each of its needs', async () => {
    const { items } = await api.services.needs.list(PUBLIC_VIEWER, { first: 20 });
    expect(items).toHaveLength(12);
    for (const { id, criteria } of items) {
      const { ranking } = await api.services.matches.match(
        OPERATOR,
        { id, ...criteria },
        { first: 3 },
      );
      expect(ranking.results).toHaveLength(3);
    }
  });

  it('has needs of its own office with shortlists begun, for its organizer alone', async () => {
    const [account] = await api.services.database.query<{ organizationId: string }>(
      `SELECT a.organization_id AS "organizationId" FROM account a JOIN account_role r ON r.account_id = a.id
       WHERE r.role = 'organizer' ORDER BY a.id`,
    );
    const organizer = { ...organizerViewer(), organizationId: account?.organizationId ?? null };
    const { items } = await api.services.ownNeeds.list(organizer, { first: 10 });
    expect(items).toHaveLength(7);
    for (const need of items) {
      expect(need).toMatchObject({ confidentiality: 'restricted', fictional: true });
    }
    const begun = items.find(({ preset }) => preset === 'ceasefire-talks');
    const lists = await api.services.shortlists.list(organizer, begun?.id ?? '', { first: 5 });
    expect(lists.items.map(({ entries }) => entries.length)).toEqual([3]);
    await expect(
      api.services.shortlists.list(organizerViewer(), items[0]?.id ?? '', { first: 5 }),
    ).rejects.toThrow('There is no such need.');
  });

  it('is marked as fictional to whoever asks', async () => {
    const { data } = await api.ask<{
      networks: { edges: { node: { name: string; fictional: boolean } }[] };
    }>('{ networks(first: 10) { edges { node { name fictional } } } }');
    const nodes = data?.networks.edges.map(({ node }) => node) ?? [];
    expect(nodes).toHaveLength(5);
    for (const node of nodes)
      expect(node).toMatchObject({
        fictional: true,
        name: expect.stringContaining('(demo)') as unknown,
      });
  });
});

describe('a directory with a network of its own', () => {
  it('gets no demo', async () => {
    const api = await openTestApi();
    try {
      await api.services.networks.create(OPERATOR, { slug: 'ours', names: { en: 'Ours' } });
      expect(await loadDemo(api, TODAY)).toBeNull();
    } finally {
      await api.close();
    }
  });
});
