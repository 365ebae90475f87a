import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { NotPermittedError, SecurityEvents, systemViewer } from '#identity';
import { makeAccount, openSession, PASSWORD, type Who } from '../../support/accounts.js';
import { globalId } from '../../support/curating.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { PageReader } from '../../support/page-reader.js';

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

  describe('what was refused', () => {
    const UNKNOWN = '01999999-9999-7999-8999-999999999999';
    interface Line {
      readonly kind: string;
      readonly actor: string;
      readonly operation: string | null;
      readonly count: number;
      readonly accountId: string | null;
      readonly accountName: string | null;
    }
    beforeEach(async () => {
      await api.app.get(SecurityEvents).settle();
      await api.asOwner('DELETE FROM security_event');
    });
    /** What an administrator reads, by kind and operation; what fell into two minutes is added up. */
    const lines = async (args = '') => {
      await api.app.get(SecurityEvents).settle();
      const found = await ask(
        admin,
        `{ securityEvents(first: 100${args}) { totalCount edges { node {
          kind actor operation count accountId accountName } } } }`,
      );
      const summed = new Map<string, Line>();
      for (const { node } of found.edges as { node: Line }[]) {
        const key = [node.kind, node.operation, node.actor, node.accountId].join(' ');
        summed.set(key, { ...node, count: node.count + (summed.get(key)?.count ?? 0) });
      }
      return [...summed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
    };
    const short = async () =>
      (await lines()).map(({ kind, actor, operation, count }) => [kind, actor, operation, count]);
    const actorOf = async (headers: Headers) => {
      const { recordedAs } = (await ask(headers, '{ me { account { recordedAs } } }')).account as {
        recordedAs: string;
      };
      return recordedAs;
    };
    const post = (url: string, payload: string, headers: Headers, from = '203.0.113.9') =>
      api.app.inject({ method: 'POST', url, remoteAddress: from, payload, headers });

    it('is noted with who asked, what for and why, from the graph, pages and files alike', async () => {
      const she = await actorOf(coordinator);
      await change(coordinator, 'archiveNetwork(network: "acacia")');
      await ask(coordinator, '{ SECRETalias: jobs { task } }');
      await ask(coordinator, '{ SECRETfield }');
      await ask({}, '{ needs(first: "SECRET") { totalCount } }');
      await ask({ authorization: 'Bearer SECRET' }, '{ me { vetted } }');
      const dear = Array.from({ length: 8 }, (_, i) => `a${i}: auditCheck { __typename }`);
      await ask({}, `{ ${dear.join(' ')} }`);
      const json = { 'content-type': 'application/json' };
      await post('/graphql', JSON.stringify({ documentId: `sha256:${'0'.repeat(64)}` }), json);
      await post('/graphql', '[{ "query": "{ me { vetted } }" }]', json);
      await post('/graphql', 'SECRET', json);
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      await post('/sign-in', 'address=SECRET%40example.org&password=SECRET', form);
      const multipart = { 'content-type': 'multipart/form-data; boundary=x', ...coordinator };
      const part = (name: string, value: string) =>
        `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      await post('/imports', `${part('network', 'fjord')}--x--\r\n`, multipart);
      await post(
        '/imports',
        `${part('network', 'acacia')}--x\r\ncontent-disposition: form-data; name="file"; filename="SECRET.csv"\r\n\r\nSECRET`,
        multipart,
      );
      expect(await short()).toEqual([
        ['ALLOWANCE', 'public', 'POST /graphql', 1],
        ['FOREIGN_FORM', 'public', 'POST /sign-in', 1],
        ['INVALID_TOKEN', 'public', 'POST /graphql', 1],
        ['MALFORMED', 'public', 'POST /graphql', 3],
        ['MALFORMED', she, 'POST /graphql', 1],
        ['NOT_PERMITTED', she, 'POST /imports', 1],
        ['NOT_PERMITTED', she, 'archiveNetwork', 1],
        ['NOT_PERMITTED', she, 'jobs', 1],
        ['UNTRUSTED_DOCUMENT', 'public', 'POST /graphql', 1],
        ['UPLOAD', she, 'POST /imports', 1],
      ]);
      const stored = await api.asOwner('SELECT to_json(e) AS row FROM security_event e');
      expect(JSON.stringify(stored)).not.toMatch(/SECRET|203\.0\.113|example\.org|acacia|fjord/);
    });

    it('of signing in names the account that was tried, on the page and by the graph, and none for an address of nobody', async () => {
      const { email, id } = await makeAccount(api.services, { role: 'organizer' });
      const guess = async (address: string) =>
        change(
          {},
          `signIn(email: "${address}", password: "a guess that is wrong")`,
          '... on InvalidCredentials { message } ... on TooManyAttempts { seconds }',
        );
      for (let i = 0; i < 8; i += 1) await guess(email);
      await guess('nobody-of-this-name@example.org');
      const reader = new PageReader(api);
      await reader.open('/sign-in');
      await reader.submit('/sign-in', {
        address: 'nobody-of-this-name@example.org',
        password: 'a guess that is wrong',
      });
      const found = await lines();
      expect(found.map(({ kind, actor, operation }) => [kind, actor, operation])).toEqual([
        ['INVALID_CREDENTIALS', 'public', 'signIn'],
        ['INVALID_CREDENTIALS', 'public', 'signIn'],
        ['TOO_MANY_ATTEMPTS', 'public', 'signIn'],
      ]);
      const hers = await lines(`, accountId: "${globalId('Account', id)}"`);
      expect(hers.map(({ kind, accountId }) => [kind, accountId])).toEqual([
        ['INVALID_CREDENTIALS', globalId('Account', id)],
        ['TOO_MANY_ATTEMPTS', globalId('Account', id)],
      ]);
      expect(hers[0]?.accountName).not.toBeNull();
      expect(hers.reduce((sum, { count }) => sum + count, 0)).toBe(8);
      const others = found.filter(({ accountId }) => accountId === null);
      expect(others.map(({ count }) => count)).toEqual([2]);
    });

    it('names whoever has signed in on a page, and nobody who is only led to sign in', async () => {
      const { email, id } = await makeAccount(api.services, { role: 'organizer' });
      const reader = new PageReader(api);
      await reader.open('/me');
      await reader.submit('/sign-in', { address: email, password: PASSWORD });
      await reader.open('/me');
      expect(await short()).toEqual([['NOT_PERMITTED', `user:${id}`, 'GET /me', 1]]);
    });

    it('says the same of what is hidden and of what is not there', async () => {
      const she = await actorOf(coordinator);
      await fill(api.services, 'fjord', [record(2)]);
      const [hidden] = await api.asOwner<{ id: string }>(
        `SELECT mediator_id AS id FROM affiliation a JOIN network n ON n.id = a.network_id WHERE n.slug = 'fjord'`,
      );
      for (const key of [hidden?.id ?? '', UNKNOWN]) {
        await change(coordinator, `addNote(id: "${globalId('Profile', key)}", text: "Seen.")`, '');
      }
      expect(await short()).toEqual([['NOT_FOUND', she, 'addNote', 2]]);
    });

    it('is added to the line of its minute, in at most a hundred lines of a kind and day', async () => {
      const events = api.app.get(SecurityEvents);
      const refuse = (operation: string) =>
        events.note(new NotPermittedError(true), { name: 'user:of-the-flood' }, operation);
      for (let i = 0; i < 150; i += 1) refuse(`field${i}`);
      await events.settle();
      for (let i = 0; i < 150; i += 1) refuse(`field${i}`);
      events.note(new NotPermittedError(true), { name: 'user:somebody-else' }, 'field1');
      await events.settle();
      const found = await api.asOwner<{ actor: string; operation: string | null; count: string }>(
        'SELECT actor, operation, count FROM security_event',
      );
      const flood = found.filter(({ actor }) => actor === 'user:of-the-flood');
      expect(flood).toHaveLength(101);
      expect(flood.filter(({ operation }) => operation === null)).toHaveLength(1);
      expect(flood.reduce((sum, { count }) => sum + Number(count), 0)).toBe(300);
      expect(found).toHaveLength(102);
      const [rest] = await api.asOwner<{ is_day: boolean }>(
        `SELECT minute = date_trunc('day', minute, 'UTC') AS is_day FROM security_event WHERE operation IS NULL`,
      );
      expect(rest).toEqual({ is_day: true });
    });

    it('cannot be changed by the service, nor removed before its time', async () => {
      await change(coordinator, 'archiveNetwork(network: "acacia")');
      await lines();
      const { database } = api.services;
      await expect(
        database.query(
          `INSERT INTO security_event (id, minute, kind, actor, count)
           VALUES (gen_random_uuid(), now(), 'upload', 'public', 1)`,
        ),
      ).rejects.toThrow(/row-level security/);
      await database.query('UPDATE security_event SET count = 0');
      await database.query('DELETE FROM security_event');
      expect(await short()).toEqual([
        ['NOT_PERMITTED', await actorOf(coordinator), 'archiveNetwork', 1],
      ]);
      await api.asOwner(`UPDATE security_event SET minute = minute - interval '91 days'`);
      await database.query('DELETE FROM security_event');
      expect(await api.asOwner('SELECT FROM security_event')).toEqual([]);
    });

    it('stays known while the database cannot take it', async () => {
      const events = api.app.get(SecurityEvents);
      await change(coordinator, 'archiveNetwork(network: "acacia")');
      const query = jest.spyOn(api.services.database, 'query');
      query.mockRejectedValueOnce(new Error('away'));
      await expect(events.settle()).rejects.toThrow('away');
      query.mockRestore();
      expect((await short()).map(([kind]) => kind)).toEqual(['NOT_PERMITTED']);
    });
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
