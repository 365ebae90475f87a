import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  NotPermittedError,
  OPERATOR,
  OpenIdProviderService,
  PUBLIC_VIEWER,
  RelyingParty,
  type ProviderDraft,
} from '#identity';
import { InvalidInputError, NotFoundError } from '#kernel';
import { pattern } from '#messages';
import { LOCALES, type Locale } from '#vocabulary';
import { uuidv7 } from 'uuidv7';
import { openTestApi, type TestApi } from '../support/api.js';
import { startProvider, type TestProvider } from '../support/openid-provider.js';

/** What a page can say that went wrong. */
const PROBLEMS = [
  'form',
  'notFound',
  'notYours',
  'conflict',
  'state',
  'input',
  'tooLarge',
  'tooMany',
  'broken',
  'openid-expired',
  'openid-unconfirmed',
  'openid-no-address',
  'openid-unverified',
  'openid-not-vouched',
  'openid-taken',
  'openid-not-permitted',
  'openid-unavailable',
] as const;

interface Begun {
  readonly address: URL;
  readonly cookie: string;
}

describe('signing in through the service of an organization', () => {
  let api: TestApi;
  let provider: TestProvider;
  let other: TestProvider;
  let organization: string;
  let secondOrganization: string;
  const logged: unknown[] = [];

  const amina = (more: object = {}) => ({
    sub: 'subject-of-amina',
    email: 'MARKER.Amina@example.org',
    email_verified: true,
    name: ' Amina\u202e \n Diallo ',
    ...more,
  });

  beforeAll(async () => {
    for (const method of ['log', 'warn', 'error', 'info'] as const) {
      jest.spyOn(console, method).mockImplementation((...texts: unknown[]) => {
        logged.push(...texts);
      });
    }
    api = await openTestApi();
    provider = await startProvider(amina());
    other = await startProvider(amina());
    organization = await newOrganization();
    secondOrganization = await newOrganization();
    await configure({ organizationId: organization });
    await configure({ organizationId: secondOrganization }, other);
  });
  beforeEach(async () => {
    await api.asOwner('DELETE FROM account');
    await api.asOwner('DELETE FROM attempt');
    await api.asOwner(`UPDATE organization SET state = 'verified'`);
    provider.person = amina();
    other.person = amina();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await provider.close();
    await other.close();
    await api.close();
  });

  const newOrganization = async (): Promise<string> => {
    const id = uuidv7();
    await api.asOwner(
      `INSERT INTO organization (id, name, kind, state) VALUES ('${id}', 'Ministry', 'state', 'verified')`,
    );
    return id;
  };
  const draft = (more: Partial<ProviderDraft> = {}, of = provider): ProviderDraft => ({
    organizationId: organization,
    issuer: of.issuer,
    clientId: of.clientId,
    clientSecret: of.clientSecret,
    domains: ['Example.org'],
    ...more,
  });
  const configure = async (more: Partial<ProviderDraft> = {}, of = provider) => {
    const view = await api.services.identity.openIdProviders.configure(OPERATOR, draft(more, of));
    of.allow(view.redirectUri);
    return view;
  };

  const begin = async (id = organization): Promise<Begun> => {
    const response = await api.app.inject({ url: `/auth/oidc/${id}` });
    expect(response.statusCode).toBe(303);
    const [cookie = ''] = String(response.headers['set-cookie']).split(';');
    return { address: new URL(String(response.headers.location)), cookie };
  };
  const finish = async (back: URL, cookie: string, id?: string) =>
    api.app.inject({
      url: id ? `/auth/oidc/${id}/callback${back.search}` : back.pathname + back.search,
      headers: { cookie, 'user-agent': 'Firefox/140.0 Linux', 'accept-language': 'fr' },
    });
  /** The whole way, as a browser goes it. */
  const signIn = async (id = organization, at = provider) => {
    const { address, cookie } = await begin(id);
    return finish(await at.signIn(address.href), cookie);
  };
  /** The status and which refusal the page speaks of, in the language of the browser. */
  const refused = (response: { statusCode: number; body: string; headers: object }) => {
    expect(JSON.stringify(response.headers)).not.toContain('baraza_refresh=');
    const [, locale = ''] = /<html lang="(\w+)"/.exec(response.body) ?? [];
    const [, alert = ''] = /role="alert">\s*([^<]*?)\s*</.exec(response.body) ?? [];
    const found = PROBLEMS.find((problem) => {
      const text = pattern('pages', locale as Locale, `problems.${problem}`);
      return alert.startsWith(text.split('{')[0]!);
    });
    return `${response.statusCode} ${locale} ${found}`;
  };
  const accounts = async () =>
    api.asOwner<{ id: string; locale: string; organization: string; roles: string[] }>(
      `SELECT id, locale, organization_id AS organization,
         (SELECT array_agg(role) FROM account_role r WHERE r.account_id = a.id) AS roles FROM account a`,
    );
  const refreshTokenOf = (response: { cookies: unknown[] }): string => {
    const cookies = response.cookies as { name: string; value: string }[];
    return cookies.find(({ name }) => name === 'baraza_refresh')?.value ?? '';
  };

  const UNCONFIRMED = '403 fr openid-unconfirmed';
  const EXPIRED = '400 fr openid-expired';
  const NOT_VOUCHED = '403 fr openid-not-vouched';
  const TAKEN = '403 fr openid-taken';

  it('makes an organizer’s account the first time, and finds it again by issuer and subject', async () => {
    const first = await signIn();
    expect(first.statusCode).toBe(303);
    expect(first.headers.location).toBe(`${api.settings.publicUrl}/link/done?after=signed-in`);
    const { body } = await api.app.inject({ url: '/link/done?after=signed-in' });
    expect(body).toContain(`Go on in your program at ${api.settings.publicUrl}/graphql.`);
    const made = await accounts();
    expect(made).toEqual([
      { id: expect.any(String) as unknown, locale: 'fr', organization, roles: ['organizer'] },
    ]);
    // Another address and name, the same subject.
    provider.person = { sub: amina().sub, email: 'new@example.net', email_verified: false };
    expect((await signIn()).statusCode).toBe(303);
    expect(await accounts()).toEqual(made);
  });

  it('leads whoever began on the sign-in page to the console, with the cookie of pages alone', async () => {
    const page = await api.app.inject({ url: '/sign-in' });
    expect(page.body).toContain(`href="/auth/oidc/${organization}?page"`);
    const begun = await api.app.inject({ url: `/auth/oidc/${organization}?page` });
    const [cookie = ''] = String(begun.headers['set-cookie']).split(';');
    const back = await provider.signIn(String(begun.headers.location));
    const wanted = 'baraza_wanted=%2Fconsole%2Fneeds%3Ftab%3Dpool';
    for (const [more, place] of [
      ['', '/console'],
      [`; ${wanted}`, '/console/needs?tab=pool'],
      ['; baraza_wanted=%2Faccount', '/console'],
    ] as const) {
      const start = await api.app.inject({ url: `/auth/oidc/${organization}?page` });
      const [kept = ''] = String(start.headers['set-cookie']).split(';');
      const address = await provider.signIn(String(start.headers.location));
      const done = await finish(address, kept + more);
      expect([done.statusCode, done.headers.location]).toEqual([303, place]);
      const names = done.cookies.filter(({ value }) => value).map(({ name }) => name);
      expect(names.toSorted()).toEqual(['baraza_device', 'baraza_page']);
      expect(done.cookies.find(({ name }) => name === 'baraza_page')).toMatchObject({
        httpOnly: true,
        sameSite: 'Strict',
      });
    }
    // The mark is no part of what is signed: without it the program's way is taken, and nothing else changes.
    const plain = await finish(back, cookie.replace(encodeURIComponent('page:'), ''));
    expect(plain.headers.location).toBe(`${api.settings.publicUrl}/link/done?after=signed-in`);
    await api.asOwner(`UPDATE organization SET state = 'pending' WHERE id = '${organization}'`);
    expect((await api.app.inject({ url: '/sign-in' })).body).not.toContain(organization);
  });

  it('begins a session like any other, without a second factor', async () => {
    const response = await signIn();
    const cookie = [response.headers['set-cookie']]
      .flat()
      .find((text) => /refresh/.test(text ?? ''));
    expect(cookie).toMatch(/; HttpOnly(;|$)/);
    expect(cookie).toMatch(/; SameSite=Strict(;|$)/);
    const tokens = await api.services.identity.sessions.refresh(
      PUBLIC_VIEWER,
      refreshTokenOf(response),
    );
    expect(tokens.accessToken).toMatch(/^ey/);
    expect(await api.asOwner('SELECT device, second_factor FROM session')).toEqual([
      { device: 'Firefox on Linux', second_factor: false },
    ]);
    const [account] = await accounts();
    expect(
      await api.asOwner(
        `SELECT actor, action FROM audit_entry WHERE action IN ('account.create', 'session.begin')
         ORDER BY number DESC LIMIT 2`,
      ),
    ).toEqual([
      { actor: `user:${account?.id}`, action: 'session.begin' },
      { actor: 'system:openid', action: 'account.create' },
    ]);
  });

  it('sends the browser with PKCE, state and nonce, and keeps its secrets from scripts and other sites', async () => {
    const response = await api.app.inject({ url: `/auth/oidc/${organization}` });
    const query = new URL(String(response.headers.location)).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    });
    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toMatch(/^baraza_openid=.*; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it('refuses an answer whose state is another, or that another browser began', async () => {
    const mine = await begin();
    const theirs = await begin();
    const back = await provider.signIn(mine.address.href);
    expect(refused(await finish(back, theirs.cookie))).toBe(UNCONFIRMED);
    expect(refused(await finish(back, ''))).toBe(EXPIRED);
    expect(refused(await finish(back, `${mine.cookie}x`))).toBe(EXPIRED);
    const [content] = mine.cookie.split('.');
    expect(refused(await finish(back, content ?? ''))).toBe(EXPIRED);
    expect(await accounts()).toEqual([]);
  });

  it('refuses a code that comes a second time', async () => {
    const { address, cookie } = await begin();
    const back = await provider.signIn(address.href);
    expect((await finish(back, cookie)).statusCode).toBe(303);
    expect(refused(await finish(back, cookie))).toBe(UNCONFIRMED);
  });

  it('lets nobody make us ask the service without end', async () => {
    const { address, cookie } = await begin();
    const back = await provider.signIn(address.href);
    const made = new URL(back);
    made.searchParams.set('code', 'made-up');
    expect(refused(await finish(made, cookie))).toBe(UNCONFIRMED);
    // As if it had been tried forty times.
    await api.asOwner(
      'INSERT INTO attempt SELECT gen_random_uuid(), subject, at FROM attempt, generate_series(2, 40)',
    );
    expect(refused(await finish(made, cookie))).toBe('429 fr tooMany');
    expect(refused(await finish(back, cookie))).toMatch(/^429/);
  });

  it.each([
    ['nonce', 'another-nonce'],
    ['code_challenge', 'q'.repeat(43)],
  ])('refuses an answer to a request whose %s was changed on the way', async (parameter, value) => {
    const { address, cookie } = await begin();
    address.searchParams.set(parameter, value);
    const back = await provider.signIn(address.href);
    expect(refused(await finish(back, cookie))).toBe(UNCONFIRMED);
  });

  it('refuses an answer of another issuer (mix-up)', async () => {
    const { address, cookie } = await begin();
    const back = await provider.signIn(address.href);
    expect(back.searchParams.get('iss')).toBe(provider.issuer);
    back.searchParams.set('iss', other.issuer);
    expect(refused(await finish(back, cookie))).toBe(UNCONFIRMED);
    back.searchParams.delete('iss');
    expect(refused(await finish(back, cookie))).toBe(UNCONFIRMED);
    // A code of one issuer at the address that is the other's, and the other way round.
    expect(refused(await finish(back, cookie, secondOrganization))).toBe(EXPIRED);
    const second = await begin(secondOrganization);
    expect(refused(await finish(back, second.cookie, secondOrganization))).toBe(UNCONFIRMED);
    expect(refused(await finish(back, second.cookie, organization))).toBe(EXPIRED);
  });

  it('takes the same subject of another issuer for somebody else', async () => {
    await signIn();
    other.person = amina({ email: 'other@example.org' });
    expect((await signIn(secondOrganization, other)).statusCode).toBe(303);
    expect((await accounts()).map((account) => account.organization).toSorted()).toEqual(
      [organization, secondOrganization].toSorted(),
    );
  });

  it('never opens an account that is there already by its address', async () => {
    await signIn();
    const before = await accounts();
    provider.person = amina({ sub: 'somebody-else' });
    expect(refused(await signIn())).toBe(TAKEN);
    expect(refused(await signIn(secondOrganization, other))).toBe(TAKEN);
    expect(await accounts()).toEqual(before);
  });

  it.each<[object, string]>([
    [{ email_verified: false }, '403 fr openid-unverified'],
    [{ email_verified: undefined }, '403 fr openid-unverified'],
    [{ email: undefined }, '403 fr openid-no-address'],
    [{ email: 'a@example.org, b@example.org' }, '403 fr openid-no-address'],
    [{ email: 'amina@example.net' }, NOT_VOUCHED],
    [{ email: 'amina@sub.example.org' }, NOT_VOUCHED],
    [{ email: 'amina@notexample.org' }, NOT_VOUCHED],
  ])('makes no account for %j', async (more, answer) => {
    provider.person = amina(more);
    expect(refused(await signIn())).toBe(answer);
    expect(await accounts()).toEqual([]);
  });

  it('reads the claims that the organization’s issuer uses, and keeps its tenants apart', async () => {
    const id = await newOrganization();
    const tenant = { claim: 'tid', value: 'tenant-1' };
    await configure({ organizationId: id, claims: { emailVerified: 'checked_mail', tenant } });
    provider.person = amina({ checked_mail: true, email_verified: undefined, tid: 'tenant-2' });
    expect(refused(await signIn(id))).toBe(NOT_VOUCHED);
    provider.person = amina({ checked_mail: 'true', email_verified: undefined, tid: 'tenant-1' });
    expect((await signIn(id)).statusCode).toBe(303);
  });

  describe('lets nobody in', () => {
    beforeEach(async () => {
      await signIn();
    });

    it('of a suspended organization, at the beginning or the end', async () => {
      const { address, cookie } = await begin();
      await api.asOwner(`UPDATE organization SET state = 'suspended' WHERE id = '${organization}'`);
      expect(refused(await api.app.inject({ url: `/auth/oidc/${organization}` }))).toBe(
        '403 en openid-not-permitted',
      );
      expect(refused(await finish(await provider.signIn(address.href), cookie))).toBe(
        '403 fr openid-not-permitted',
      );
    });

    it('but whom it let in before', async () => {
      expect((await signIn()).statusCode).toBe(303);
      expect(await accounts()).toHaveLength(1);
    });

    it.each([
      `UPDATE account SET state = 'suspended'`,
      `UPDATE account SET organization_id = NULL`,
      // What is guarded by a second factor is never opened by somebody else's word.
      `INSERT INTO account_role (id, account_id, role) SELECT gen_random_uuid(), id, 'administrator' FROM account`,
    ])('once %s', async (change) => {
      await api.asOwner(change);
      expect(refused(await signIn())).toBe('403 fr openid-not-permitted');
    });
  });

  it('opens an account no longer that becomes more than its organization’s', async () => {
    const response = await signIn();
    const { sessions, invitations, acceptances } = api.services.identity;
    const [account] = await accounts();
    const network = await api.services.networks.create(OPERATOR, {
      slug: 'acacia',
      names: { en: 'Acacia' },
      territories: [],
    });
    const link = await invitations.inviteByHand(OPERATOR, {
      email: amina().email,
      locale: 'en',
      role: 'coordinator',
      networkId: network.id,
      mediatorId: null,
      organizationId: null,
    });
    const she = {
      ...PUBLIC_VIEWER,
      userId: account?.id ?? '',
      grants: ['anyone', 'user'] as const,
    };
    const [token = ''] = /[\w-]{43}$/.exec(link) ?? [];
    const nothing = { name: null, password: null };
    await acceptances.accept(
      she,
      { address: '127.0.0.1', userAgent: '', device: null },
      token,
      nothing,
    );
    await expect(sessions.refresh(PUBLIC_VIEWER, refreshTokenOf(response))).rejects.toThrow(
      NotPermittedError,
    );
    expect(await api.asOwner('SELECT FROM openid_identity')).toEqual([]);
    expect(refused(await signIn())).toBe(TAKEN);
  });

  it('knows no sign-in service where there is none', async () => {
    for (const id of [await newOrganization(), uuidv7(), 'nothing', `${organization}'--`]) {
      const response = await api.app.inject({ url: `/auth/oidc/${encodeURIComponent(id)}` });
      expect(refused(response)).toBe('404 en notFound');
    }
  });

  it.each(LOCALES)('says in %s what went wrong, on a page that is loaded once', async (locale) => {
    const response = await api.app.inject({
      url: `/auth/oidc/${organization}/callback?code=made-up`,
      headers: { 'accept-language': locale },
    });
    expect(refused(response)).toBe(`400 ${locale} openid-expired`);
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    expect(response.headers['cache-control']).toBe('no-store');
    // Neither another language nor a page of her own: she begins again in her program.
    expect(response.body).not.toMatch(/\?lang=|href="\/me"|made-up/);
  });

  it('says so when the service does not answer', async () => {
    const away = await startProvider(amina());
    const id = await newOrganization();
    await configure({ organizationId: id }, away);
    const { address, cookie } = await begin(id);
    const back = await away.signIn(address.href);
    await away.close();
    expect(refused(await finish(back, cookie))).toBe('502 fr openid-unavailable');
  });

  describe('is set up', () => {
    const problems = async (
      more: Partial<ProviderDraft>,
      providers = api.services.identity.openIdProviders,
    ) => {
      try {
        await providers.configure(OPERATOR, draft(more));
      } catch (error) {
        if (error instanceof InvalidInputError) {
          return error.problems.map(({ path, code }) => `${path} ${code}`);
        }
        throw error;
      }
      return [];
    };
    const inProduction = () =>
      new OpenIdProviderService(api.services.database, api.services.vault, new RelyingParty(), {
        environment: 'production',
        publicUrl: 'https://baraza.example.org',
      });

    it('by administrators and operators alone, for an organization that is there', async () => {
      const { openIdProviders } = api.services.identity;
      const organizer = { ...PUBLIC_VIEWER, grants: ['anyone', 'user', 'organizer'] as const };
      const own = { ...organizer, userId: uuidv7(), organizationId: organization };
      for (const viewer of [PUBLIC_VIEWER, own]) {
        await expect(openIdProviders.configure(viewer, draft())).rejects.toThrow(NotPermittedError);
        await expect(openIdProviders.remove(viewer, organization)).rejects.toThrow(
          NotPermittedError,
        );
      }
      await expect(
        openIdProviders.configure(OPERATOR, draft({ organizationId: uuidv7() })),
      ).rejects.toThrow(NotFoundError);
    });

    it('by what can be right', async () => {
      expect(await problems({ domains: [] })).toEqual(['domains MISSING']);
      expect(
        await problems({
          domains: ['gmail.com', 'example', 'a b.org', 'x@example.org'],
          issuer: 'http://example.org',
          clientId: ' ',
        }),
      ).toEqual([
        'domains.0 NOT_PERMITTED',
        'domains.1 MALFORMED',
        'domains.2 MALFORMED',
        'domains.3 MALFORMED',
        'issuer MALFORMED',
        'clientId MISSING',
      ]);
      for (const issuer of ['nothing', 'ftp://example.org', `${provider.issuer}?a=b`]) {
        expect(await problems({ issuer })).toEqual(['issuer MALFORMED']);
      }
      expect(await problems({ issuer: `${provider.issuer}/other` })).toEqual(['issuer UNKNOWN']);
    });

    it('by its own name: what answers for another issuer is none', async () => {
      const issuer = `${provider.issuer}/.well-known/openid-configuration`;
      expect(await problems({ issuer })).toEqual(['issuer UNKNOWN']);
    });

    it('never in the clear in production, not even where it was before', async () => {
      expect(await problems({}, inProduction())).toEqual(['issuer MALFORMED']);
      await expect(inProduction().open(organization)).rejects.toThrow(NotFoundError);
    });

    it('and taken away again, with both in the audit log', async () => {
      const id = await newOrganization();
      await configure({ organizationId: id });
      await api.services.identity.openIdProviders.remove(OPERATOR, id);
      expect((await api.app.inject({ url: `/auth/oidc/${id}` })).statusCode).toBe(404);
      expect(
        await api.asOwner(
          `SELECT actor, action FROM audit_entry WHERE subject_id = '${id}' ORDER BY number`,
        ),
      ).toEqual([
        { actor: 'operator', action: 'openid.configure' },
        { actor: 'operator', action: 'openid.remove' },
      ]);
    });
  });

  describe('in GraphQL', () => {
    const CONFIGURE = `mutation ($input: OpenIdInput!) { configureOpenId(input: $input) { __typename
      ... on OpenIdProvider { issuer domains redirectUri signInUri }
      ... on ValidationError { fields { path code } } } }`;
    const globalId = (id: string) => Buffer.from(`Organization:${id}`).toString('base64url');
    const input = (more: object = {}) => ({
      ...draft(),
      organizationId: globalId(organization),
      claims: { tenant: null },
      ...more,
    });

    it('is set up and taken away by an administrator', async () => {
      const headers = await api.signedIn({ role: 'administrator' });
      const id = await newOrganization();
      const given = { input: input({ organizationId: globalId(id) }) };
      const signInUri = `${api.settings.publicUrl}/auth/oidc/${id}`;
      expect(await api.ask(CONFIGURE, given, headers)).toEqual({
        data: {
          configureOpenId: {
            __typename: 'OpenIdProvider',
            issuer: provider.issuer,
            domains: ['example.org'],
            redirectUri: `${signInUri}/callback`,
            signInUri,
          },
        },
      });
      const remove = `mutation ($id: ID!) { removeOpenId(organizationId: $id) { __typename } }`;
      expect(await api.ask(remove, { id: globalId(id) }, headers)).toEqual({
        data: { removeOpenId: { __typename: 'Done' } },
      });
      expect(await api.ask(remove, { id: globalId(id) }, headers)).toEqual({
        data: { removeOpenId: { __typename: 'NotFound' } },
      });
    });

    it('says what is wrong, field by field, and nothing to others', async () => {
      const headers = await api.signedIn({ role: 'administrator' });
      const wrong = { input: input({ issuer: 'http://example.org' }) };
      expect(await api.ask(CONFIGURE, wrong, headers)).toEqual({
        data: {
          configureOpenId: {
            __typename: 'ValidationError',
            fields: [{ path: 'issuer', code: 'MALFORMED' }],
          },
        },
      });
      for (const role of ['organizer', 'focal-point', 'mediator'] as const) {
        const answer = await api.ask(CONFIGURE, { input: input() }, await api.signedIn({ role }));
        expect(answer).toEqual({ data: { configureOpenId: { __typename: 'NotPermitted' } } });
      }
    });
  });

  it('leaves no address, name, subject or secret in the clear, in tables or logs', async () => {
    await signIn();
    const rows = await api.asOwner<{ row: string }>(
      ['account', 'openid_provider', 'openid_identity', 'audit_entry', 'session']
        .map((table) => `SELECT t::text AS row FROM ${table} t`)
        .join(' UNION ALL '),
    );
    expect(rows.length).toBeGreaterThan(8);
    const clear = rows.map(({ row }) => row).join('\n') + logged.map(String).join('\n');
    for (const secret of ['marker', 'Diallo', 'subject-of-amina']) {
      expect(clear.toLowerCase()).not.toContain(secret.toLowerCase());
      expect(clear).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
