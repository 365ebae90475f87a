import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemViewer } from '#identity';
import { makeAccount, openSession, type Who } from '../../support/accounts.js';
import { globalId } from '../../support/curating.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';

const REFUSALS = `... on ValidationError { fields { path code } } ... on NotFound { message }
  ... on NotPermitted { message } ... on InvalidState { message } ... on Conflict { message }`;
const NETWORK = `... on Network { slug name archived revision description admissionCriteria website
  descriptions { language text } territories { code } parent { slug } chapters { slug } }`;

type Answered = Record<string, unknown> & { readonly __typename?: string };
type Headers = Record<string, string>;

describe('what administrators and coordinators set', () => {
  let api: TestApi;
  let admin: Headers;
  let coordinator: Headers;
  beforeAll(async () => {
    api = await openTestApi();
    await fill(api.services, 'acacia', [record(1)]);
    await fill(api.services, 'fjord', []);
    admin = await api.signedIn({ role: 'administrator' });
    coordinator = await api.signedIn({ role: 'coordinator', networks: ['acacia'] });
  });
  afterAll(async () => api.close());

  const ask = async (headers: Headers, query: string, variables = {}): Promise<Answered> => {
    const { data, errors } = await api.ask<Record<string, Answered>>(query, variables, headers);
    if (errors) return { __typename: errors[0]?.extensions?.code, message: errors[0]?.message };
    return Object.values(data ?? {})[0] as Answered;
  };
  const change = (headers: Headers, mutation: string, fields = NETWORK) =>
    ask(headers, `mutation { ${mutation} { __typename ${fields} ${REFUSALS} } }`);

  describe('networks', () => {
    it('are created, as chapters too, by administrators alone', async () => {
      const input = `slug: "acacia-west", parent: "acacia", territories: ["SN", "011"], website: "https://example.org/",
        names: [{ language: "en", text: "Acacia West " }, { language: "fr", text: "Acacia Ouest" }],
        descriptions: [{ language: "en", text: "A chapter." }]`;
      expect(await change(coordinator, `createNetwork(input: { ${input} })`)).toMatchObject({
        __typename: 'NotPermitted',
      });
      expect(await change(admin, `createNetwork(input: { ${input} })`)).toMatchObject({
        slug: 'acacia-west',
        name: 'Acacia West',
        parent: { slug: 'acacia' },
        revision: 1,
        territories: [{ code: 'SN' }, { code: '011' }],
      });
      expect(await change(admin, `createNetwork(input: { ${input} })`)).toMatchObject({
        __typename: 'Conflict',
      });
      const parent = await ask({}, '{ network(slug: "acacia") { chapters { slug } } }');
      expect(parent).toEqual({ chapters: [{ slug: 'acacia-west' }] });
    });

    it.each([
      ['slug: "Acacia!", names: [{ language: "en", text: "A" }]', 'slug', 'MALFORMED'],
      ['slug: "a", names: []', 'names.en', 'MISSING'],
      ['slug: "a", names: [{ language: "xx", text: "A" }]', 'names.xx', 'UNKNOWN'],
      [
        'slug: "a", names: [{ language: "en", text: "A" }], website: "javascript:alert(1)"',
        'website',
        'MALFORMED',
      ],
      [
        'slug: "a", names: [{ language: "en", text: "A" }, { language: "en", text: "B" }]',
        'names.1.language',
        'DUPLICATE',
      ],
      [
        'slug: "a", names: [{ language: "en", text: "A" }], territories: ["Atlantis"]',
        'territories',
        'UNKNOWN',
      ],
      [
        'slug: "a", names: [{ language: "en", text: "A" }], parent: "acacia-west"',
        'parent',
        'CONTRADICTION',
      ],
    ])('are refused with %s', async (input, path, code) => {
      const answer = await change(admin, `createNetwork(input: { ${input} })`);
      expect(answer.fields).toContainEqual({ path, code });
    });

    it('are edited by their coordinators, who quote the revision that they read', async () => {
      const edited = await change(
        coordinator,
        `editNetwork(network: "acacia", revision: 1, changes: { descriptions: [{ language: "en", text: "Women of the coast." }] })`,
      );
      expect(edited).toMatchObject({
        name: 'Network acacia',
        description: 'Women of the coast.',
        revision: 2,
      });
      const late = `editNetwork(network: "acacia", revision: 1, changes: { website: "https://example.org/late" })`;
      expect(await change(coordinator, late)).toMatchObject({ __typename: 'Conflict' });
      const others = 'editNetwork(network: "fjord", revision: 1, changes: {})';
      expect(await change(coordinator, others)).toMatchObject({ __typename: 'NotPermitted' });
      const chapter =
        'editNetwork(network: "acacia", revision: 2, changes: { parent: "acacia-west" })';
      expect(await change(coordinator, chapter)).toMatchObject({ __typename: 'NotPermitted' });
    });

    it('are archived and restored, and are listed with their like', async () => {
      const slugs = async (args: string) => {
        const found = await ask({}, `{ networks${args} { edges { node { slug } } } }`);
        return (found.edges as { node: { slug: string } }[]).map(({ node }) => node.slug);
      };
      const archive = 'archiveNetwork(network: "acacia-west")';
      expect(await change(coordinator, archive)).toMatchObject({ __typename: 'NotPermitted' });
      expect(await change(admin, archive)).toMatchObject({ archived: true });
      expect(await slugs('')).toEqual(['acacia', 'fjord']);
      expect(await slugs('(archived: true)')).toEqual(['acacia-west']);
      await change(admin, 'archiveNetwork(network: "acacia-west", archived: false)');
      expect(await slugs('')).toEqual(['acacia', 'acacia-west', 'fjord']);
    });
  });

  describe('accounts', () => {
    const account = async (name: string, email: string, who: Who = {}) => {
      const network = await api.services.networks.bySlug(who.networks?.[0] ?? '');
      const [made] = await api.services.identity.accounts.createReady(systemViewer('test'), [
        {
          email,
          name,
          password: 'a long and quiet river bend',
          locale: 'en',
          roles: who.role ? [{ role: who.role, networkId: network?.id ?? null }] : [],
          secondFactor: false,
        },
      ]);
      return made?.id ?? '';
    };
    const names = async (args: string) => {
      const found = await ask(
        admin,
        `{ accounts(${args}) { totalCount edges { node { name } } } }`,
      );
      return (found.edges as { node: { name: string } }[]).map(({ node }) => node.name);
    };

    it('are found by name, address, role and network', async () => {
      await account('Amélie Tremblay', 'amelie@example.org', {
        role: 'coordinator',
        networks: ['fjord'],
      });
      await account('Zuberi Amani', 'zuberi@example.org');
      expect(await names('search: "ame tre"')).toEqual(['Amélie Tremblay']);
      expect(await names('search: "AMELIE@example.org"')).toEqual(['Amélie Tremblay']);
      expect(await names('search: "am"')).toEqual(['Amélie Tremblay', 'Zuberi Amani']);
      expect(await names('search: "nobody@example.org"')).toEqual([]);
      expect(await names('network: "fjord"')).toEqual(['Amélie Tremblay']);
      expect(await names('search: "am", roles: [COORDINATOR]')).toEqual(['Amélie Tremblay']);
      expect(await names('search: "am", states: [SUSPENDED]')).toEqual([]);
    });

    it('page through what was found, and no cursor of another search is taken', async () => {
      const first = await ask(
        admin,
        '{ accounts(search: "am", first: 1) { totalCount pageInfo { endCursor } } }',
      );
      expect(first.totalCount).toBe(2);
      const { endCursor } = first.pageInfo as { endCursor: string };
      expect(await names(`search: "am", first: 1, after: "${endCursor}"`)).toEqual([
        'Zuberi Amani',
      ]);
      expect(
        await ask(admin, `{ accounts(first: 1, after: "${endCursor}") { totalCount } }`),
      ).toMatchObject({ __typename: 'VALIDATION_ERROR' });
    });

    it('lose a role with their next request', async () => {
      const { id } = await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] });
      const { accessToken } = await openSession(api.services, id);
      const hers = { authorization: `Bearer ${accessToken}` };
      const members = '{ curatedProfiles(network: "acacia") { totalCount } }';
      expect(await ask(hers, members)).toEqual({ totalCount: 1 });
      const take = (network: string) =>
        change(
          admin,
          `takeRole(id: "${globalId('Account', id)}", role: COORDINATOR, network: "${network}")`,
          '... on Account { roles { role } }',
        );
      expect(await take('fjord')).toMatchObject({ __typename: 'NotFound' });
      expect(await take('acacia')).toMatchObject({ roles: [] });
      expect(await ask(hers, members)).toMatchObject({ __typename: 'NOT_PERMITTED' });
      expect(await take('acacia')).toMatchObject({ __typename: 'NotFound' });
    });

    it('keep an administrator from shutting herself out, and a mediator her profile', async () => {
      const me = (await ask(admin, '{ me { account { id } } }')).account as { id: string };
      const take = (id: string, role: string) =>
        change(admin, `takeRole(id: "${id}", role: ${role})`, '... on Account { id }');
      expect(await take(me.id, 'ADMINISTRATOR')).toMatchObject({ __typename: 'InvalidState' });
      expect(await take(me.id, 'MEDIATOR')).toMatchObject({ fields: [{ path: 'role' }] });
    });

    it('have a language of their own', async () => {
      const set = await change(coordinator, 'setLocale(locale: SW)', '... on Account { locale }');
      expect(set).toMatchObject({ locale: 'SW' });
      expect(await ask(coordinator, '{ me { account { locale } } }')).toEqual({
        account: { locale: 'SW' },
      });
    });
  });

  it('organizations are found by name and state', async () => {
    const { organizations } = api.services.identity;
    for (const name of ['Ministry of Peace', 'Ligue des États']) {
      await organizations.create(systemViewer('test'), { name, kind: 'state', country: 'KE' });
    }
    const names = async (args: string) => {
      const found = await ask(admin, `{ organizations(${args}) { edges { node { name } } } }`);
      return (found.edges as { node: { name: string } }[]).map(({ node }) => node.name);
    };
    expect(await names('search: "etat"')).toEqual(['Ligue des États']);
    expect(await names('search: "min", states: [VERIFIED]')).toEqual(['Ministry of Peace']);
    expect(await names('search: "min", states: [PENDING]')).toEqual([]);
  });

  it('the parts of a console follow what a session may do', async () => {
    const parts = async (headers: Headers) => (await ask(headers, '{ me { parts } }')).parts;
    expect(await parts(coordinator)).toEqual(
      expect.arrayContaining(['INBOX', 'MEMBERS', 'IMPORTS', 'DESK', 'NETWORK', 'INVITATIONS']),
    );
    expect(await parts(coordinator)).not.toContain('ACCOUNTS');
    expect(await parts(admin)).toEqual(
      expect.arrayContaining(['ACCOUNTS', 'ORGANIZATIONS', 'NETWORKS', 'AUDIT_LOG', 'MACHINERY']),
    );
    expect(await parts(admin)).not.toContain('MEMBERS');
    expect(await parts(await api.signedIn({ role: 'organizer' }))).toEqual(
      expect.arrayContaining(['NEEDS', 'INTRODUCTIONS', 'DEPLOYMENTS', 'SHARED_SHORTLISTS']),
    );
    const pending = { role: 'organizer', organization: 'pending' } as const;
    expect(await parts(await api.signedIn(pending))).not.toContain('NEEDS');
    const held = { role: 'coordinator', networks: ['acacia'], secondFactor: false } as const;
    expect(await parts(await api.signedIn(held))).toEqual(['SCARCITY']);
    expect(await parts(await api.signedIn({ role: 'focal-point' }))).toEqual(
      expect.arrayContaining(['EXPOSURE', 'METRICS', 'SHARED_SHORTLISTS']),
    );
  });

  it('settings show no secret and nothing to sign in with', async () => {
    const found = (await ask(admin, '{ settings { variable secret value } }')) as unknown as {
      variable: string;
      secret: boolean;
      value: string | null;
    }[];
    const secrets = found.filter(({ secret }) => secret);
    expect(secrets.map(({ variable }) => variable)).toContain('DATABASE_URL');
    expect(secrets.every(({ value }) => value === null)).toBe(true);
    expect(JSON.stringify(found)).not.toContain(String(api.settings.databaseUrl));
    expect(found).toContainEqual({ variable: 'BARAZA_DEMO', secret: false, value: 'off' });
  });

  it('jobs are counted by task', async () => {
    await api.services.database.query(
      `SELECT graphile_worker.add_job('no-such-task', run_at => now() - interval '2 hours')`,
    );
    const found = await ask(admin, '{ jobs { task waiting givenUp lateSeconds } }');
    const late = (found as unknown as { task: string; lateSeconds: number }[]).find(
      ({ task }) => task === 'no-such-task',
    );
    expect(late).toMatchObject({ waiting: 1, givenUp: 0 });
    expect(late?.lateSeconds).toBeGreaterThanOrEqual(7200);
  });

  it('the audit log is verified, from its beginning or from a head that was given', async () => {
    const check = (args = '') =>
      ask(
        admin,
        `{ auditCheck${args} { __typename ... on AuditCheck { whole complete head entry problem } ${REFUSALS} } }`,
      );
    const whole = await check();
    expect(whole).toMatchObject({ whole: true, complete: true, problem: null });
    await change(admin, 'setLocale(locale: FR)', '... on Account { id }');
    const since = await check(`(from: "${String(whole.head)}")`);
    expect(since).toMatchObject({ whole: true, entry: Number(whole.entry) + 1 });
    expect(await check(`(from: "1:${'0'.repeat(64)}")`)).toMatchObject({
      whole: false,
      entry: 1,
      problem: 'Entry 1 is not the one that was noted.',
    });
    expect(await check('(from: "nonsense")')).toMatchObject({ fields: [{ path: 'from' }] });
    await api.asOwner('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await api.asOwner(`UPDATE audit_entry SET actor = 'someone' WHERE number = 2`);
    expect(await check()).toMatchObject({
      whole: false,
      complete: true,
      head: null,
      entry: 2,
      problem: 'Entry 2 was changed.',
    });
  });
});
