import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountAddresses, InvitationService, OPERATOR } from '#identity';
import { MailSend } from '#mail';
import { makeAccount, PASSWORD } from '../../../support/accounts.js';
import { openTestApi, type TestApi } from '../../../support/api.js';
import { Browser } from '../../../support/browser.js';
import { fill, record } from '../../../support/fill.js';
import { lastToken, mailsTo } from '../../../support/mails.js';
import { mediatorViewer } from '../../../support/viewers.js';

describe('invitations', () => {
  let api: TestApi;
  const networks: Record<string, string> = {};
  const women: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApi();
    for (const slug of ['acacia', 'baobab']) {
      await fill(api.services, slug, [record(1), record(2), record(3)]);
      networks[slug] = nodeId('Network', (await api.services.networks.bySlug(slug))?.id);
      const rows = await api.services.database.query<{ id: string; external: string }>(
        `SELECT m.public_id AS id, external_id AS external FROM affiliation a
         JOIN mediator m ON m.id = a.mediator_id JOIN network n ON n.id = network_id WHERE slug = $1`,
        [slug],
      );
      for (const { id, external } of rows) women[`${slug} ${external}`] = nodeId('Mediator', id);
    }
  });
  afterAll(async () => api.close());

  const as = async (who: Parameters<TestApi['signedIn']>[0]) => {
    const browser = new Browser(api);
    browser.token = (await api.signedIn(who)).authorization?.slice('Bearer '.length) ?? null;
    return browser;
  };
  const invite = async (by: Browser, email: string, input: Record<string, unknown>) =>
    by.do('inviteUser', 'invitation', { input: ['InvitationInput!', { email, ...input }] });
  const accept = async (by: Browser, token: string, name?: string, password?: string) =>
    by.do('acceptInvitation', 'accepted', {
      token: ['String!', token],
      name: ['String', name],
      password: ['String', password],
    });
  const her = (name: string) => ({
    role: 'MEDIATOR',
    networkId: networks[name.split(' ')[0] ?? ''],
    mediatorId: women[name],
  });

  describe('of many', () => {
    const OUTCOME = `{ __typename ... on InvitationOutcomes { outcomes { email profileId result { __typename
      ... on Invitation { email state } ... on NotFound { message } ... on Conflict { message }
      ... on InvalidState { message } ... on ValidationError { fields { path } } } } } }`;

    it('are answered each on its own', async () => {
      const coordinator = await as({ role: 'coordinator', networks: ['acacia'] });
      const { data } = await coordinator.ask<{ inviteUsers: { outcomes: unknown[] } }>(
        `mutation ($invitations: [InvitationInput!]!) { inviteUsers(invitations: $invitations) ${OUTCOME} }`,
        {
          invitations: [
            { email: 'many-1@example.org', ...her('acacia T-0002') },
            { email: 'many-2@example.org', ...her('baobab T-0002') },
            { email: 'no address', ...her('acacia T-0002') },
          ],
        },
      );
      expect(data?.inviteUsers.outcomes).toMatchObject([
        { email: 'many-1@example.org', result: { __typename: 'Invitation', state: 'OPEN' } },
        { email: 'many-2@example.org', result: { __typename: 'NotPermitted' } },
        { email: 'no address', result: { fields: [{ path: 'email' }] } },
      ]);
      expect(await mailsTo(api, 'many-1@example.org')).toHaveLength(1);
      expect(await mailsTo(api, 'many-2@example.org')).toHaveLength(0);
    });

    it('reach members at the addresses that are stated of them, which nobody is shown', async () => {
      await fill(api.services, 'fjord', [
        record(11, { email: 'stated@example.org', languages: 'French (C2); English (B1)' }),
        record(12),
      ]);
      const rows = await api.services.database.query<{ id: string }>(
        `SELECT mediator_id AS id FROM affiliation a JOIN network n ON n.id = network_id WHERE slug = 'fjord' ORDER BY external_id`,
      );
      const ids = rows.map(({ id }) => nodeId('Profile', id));
      const coordinator = await as({ role: 'coordinator', networks: ['fjord'] });
      const invited = async () => {
        const { data } = await coordinator.ask<{ inviteMembers: { outcomes: unknown[] } }>(
          `mutation ($ids: [ID!]!) { inviteMembers(network: "fjord", ids: $ids) ${OUTCOME} }`,
          { ids: [...ids, women['acacia T-0003']] },
        );
        return data?.inviteMembers.outcomes;
      };
      expect(await invited()).toEqual([
        {
          email: null,
          profileId: ids[0],
          result: { __typename: 'Invitation', email: null, state: 'OPEN' },
        },
        expect.objectContaining({
          result: expect.objectContaining({
            __typename: 'InvalidState',
            message: expect.stringContaining('No mail can be sent to her'),
          }),
        }),
        expect.objectContaining({ result: expect.objectContaining({ __typename: 'NotFound' }) }),
      ]);
      const mails = await mailsTo(api, 'stated@example.org');
      expect(mails).toHaveLength(1);
      const list = await coordinator.ask('{ invitations { edges { node { email } } } }');
      expect(JSON.stringify(list)).not.toContain('stated@example.org');
      expect(await invited()).toEqual([
        expect.objectContaining({ result: expect.objectContaining({ __typename: 'Conflict' }) }),
        expect.anything(),
        expect.anything(),
      ]);
      expect(await mailsTo(api, 'stated@example.org')).toHaveLength(1);
    });
  });

  it('by a coordinator give a mediator the account of her own profile', async () => {
    const coordinator = await as({ role: 'coordinator', networks: ['acacia'] });
    const email = 'amina@example.org';
    expect(await invite(coordinator, email, her('acacia T-0001'))).toMatchObject({
      __typename: 'Invitation',
      email,
      state: 'OPEN',
    });
    const token = await lastToken(api, email);
    expect(await accept(new Browser(api), token)).toMatchObject({
      fields: [
        { path: 'name', code: 'MISSING' },
        { path: 'password', code: 'MISSING' },
      ],
    });
    expect(await accept(new Browser(api), token, 'Amina', PASSWORD)).toMatchObject({
      role: 'MEDIATOR',
    });
    const she = new Browser(api);
    await she.signIn(email, PASSWORD);
    const { data } = await she.ask<{ me: { account: unknown } }>(
      '{ me { account { mediatorId name roles { role } } } }',
    );
    expect(data?.me.account).toEqual({
      mediatorId: women['acacia T-0001'],
      name: 'Amina',
      roles: [{ role: 'MEDIATOR' }],
    });
    expect(await invite(coordinator, 'other@example.org', her('acacia T-0001'))).toMatchObject({
      __typename: 'Conflict',
    });
  });

  it('by a coordinator reach no woman of another network, and no other role', async () => {
    const coordinator = await as({ role: 'coordinator', networks: ['acacia'] });
    const nobody = 'nobody@example.org';
    expect(await invite(coordinator, nobody, her('baobab T-0001'))).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(
      await invite(coordinator, nobody, {
        ...her('baobab T-0001'),
        networkId: networks.acacia,
      }),
    ).toMatchObject({ __typename: 'NotFound' });
    for (const input of [
      { role: 'ADMINISTRATOR' },
      { role: 'COORDINATOR', networkId: networks.acacia },
    ]) {
      expect(await invite(coordinator, nobody, input)).toMatchObject({
        __typename: 'NotPermitted',
      });
    }
    expect(await mailsTo(api, nobody)).toEqual([]);
  });

  it('by a coordinator do not open what another network stated', async () => {
    const [{ key } = { key: '' }] = await api.services.database.query<{ key: string }>(
      `SELECT mediator_id AS key FROM affiliation a JOIN network n ON n.id = network_id
       WHERE slug = 'acacia' AND external_id = 'T-0002'`,
    );
    const baobab = await api.services.networks.bySlug('baobab');
    await api.services.database.query(
      `INSERT INTO affiliation (id, mediator_id, network_id, external_id, precedence)
       VALUES (gen_random_uuid(), $1, $2, 'T-9', 1)`,
      [key, baobab?.id],
    );
    const invited = async (own: string[], email: string) =>
      invite(await as({ role: 'coordinator', networks: own }), email, her('acacia T-0002'));
    expect(await invited(['acacia'], 'not-her@example.org')).toEqual({
      __typename: 'InvalidState',
      message: 'Another network lists her too: an administrator may invite her.',
    });
    expect(await mailsTo(api, 'not-her@example.org')).toEqual([]);
    expect(await invited(['acacia', 'baobab'], 'both@example.org')).toMatchObject({
      state: 'OPEN',
    });
    const administrator = await as({ role: 'administrator' });
    expect(await invite(administrator, 'her@example.org', her('acacia T-0002'))).toMatchObject({
      state: 'OPEN',
    });
    await api.services.database.query(`DELETE FROM affiliation WHERE external_id = 'T-9'`);
  });

  it('to a mediator whose mail others may read are not sent, whatever address is typed', async () => {
    const mark = async (unsafeChannels: string | null) => {
      const mediatorId = Buffer.from(women['acacia T-0003'] ?? '', 'base64url').toString();
      const [found] = await api.services.database.query<{ id: string }>(
        'SELECT id FROM mediator WHERE public_id = $1',
        [mediatorId.split(':')[1]],
      );
      const she = mediatorViewer(found?.id ?? '');
      const { version = null } =
        (await api.services.contacts.own(she)).find(({ networkId }) => networkId === null) ?? {};
      await api.services.contacts.edit(she, {
        mediatorId: found?.id ?? '',
        networkId: null,
        version,
        fields: { unsafeChannels },
      });
    };
    await mark('mail');
    const by = {
      coordinator: { role: 'coordinator', networks: ['acacia'] },
      administrator: { role: 'administrator' },
    } as const;
    for (const [name, who] of Object.entries(by)) {
      const email = `typed-by-${name}@example.org`;
      expect(await invite(await as(who), email, her('acacia T-0003'))).toEqual({
        __typename: 'InvalidState',
        message: expect.stringContaining('Speak with her in person'),
      });
      expect(await mailsTo(api, email)).toEqual([]);
    }
    // Of many, she is answered as a mediator of whom no address is stated.
    const { data } = await (
      await as(by.coordinator)
    ).ask<{ inviteMembers: { outcomes: unknown[] } }>(
      `mutation ($ids: [ID!]!) { inviteMembers(network: "acacia", ids: $ids) { ... on InvitationOutcomes {
         outcomes { result { __typename ... on InvalidState { message } } } } } }`,
      { ids: [women['acacia T-0003']] },
    );
    const noMail = {
      result: {
        __typename: 'InvalidState',
        message: expect.stringContaining('No mail can be sent'),
      },
    };
    expect(data?.inviteMembers.outcomes).toEqual([noMail]);
    // The operator invites her by hand: nothing is sent, and her address is not proved by it.
    const { services, app } = api;
    const [she] = await services.database.query<{ mediatorId: string; networkId: string }>(
      `SELECT a.mediator_id AS "mediatorId", network_id AS "networkId" FROM affiliation a
       JOIN network n ON n.id = a.network_id WHERE slug = 'acacia' AND external_id = 'T-0003'`,
    );
    const link = await app.get(InvitationService).inviteByHand(OPERATOR, {
      email: 'handed@example.org',
      locale: 'en',
      role: 'mediator',
      organizationId: null,
      mediatorId: she?.mediatorId ?? '',
      networkId: she?.networkId ?? '',
    });
    expect(await mailsTo(api, 'handed@example.org')).toEqual([]);
    const handed = new URL(link).searchParams.get('token') ?? '';
    expect(await accept(new Browser(api), handed, 'Imani', PASSWORD)).toMatchObject({
      role: 'MEDIATOR',
    });
    expect(await accept(new Browser(api), handed, 'Imani', PASSWORD)).not.toMatchObject({
      role: 'MEDIATOR',
    });
    const proved = await services.database.transaction((tx) =>
      accountAddresses(tx, services.vault, [she?.mediatorId ?? '']),
    );
    expect([...proved]).toEqual([]);
    await services.database.query('DELETE FROM account WHERE mediator_id = $1', [she?.mediatorId]);
    await mark('message');
    const coordinator = await as(by.coordinator);
    expect(await invite(coordinator, 'safe@example.org', her('acacia T-0003'))).toMatchObject({
      state: 'OPEN',
    });
    // A link that was sent before opens nothing while the mark is there.
    const token = await lastToken(api, 'safe@example.org');
    await mark('both');
    const accepted = async () => accept(new Browser(api), token, 'Imani', PASSWORD);
    expect(await accepted()).not.toMatchObject({ role: 'MEDIATOR' });
    // Nor is a mail sent that was queued by a transaction that the mark did not see.
    const { database } = api.services;
    await mark(null);
    expect(await invite(coordinator, 'late@example.org', her('acacia T-0003'))).toMatchObject({
      state: 'OPEN',
    });
    const [queued] = await database.query<{ id: string; row: unknown }>(
      'SELECT id, to_jsonb(m) AS row FROM mail_message m ORDER BY created_at DESC LIMIT 1',
    );
    await mark('mail');
    await database.query(
      'INSERT INTO mail_message SELECT * FROM jsonb_populate_record(NULL::mail_message, $1)',
      [JSON.stringify(queued?.row)],
    );
    await api.app.get(MailSend).handle([queued?.id ?? '']);
    expect(await mailsTo(api, 'late@example.org')).toEqual([]);
    expect(
      await database.query(`SELECT subject_id AS id FROM audit_entry WHERE action = 'mail.unsafe'`),
    ).toEqual([{ id: queued?.id }]);
    await mark(null);
    expect(await invite(coordinator, 'safe@example.org', her('acacia T-0003'))).toMatchObject({
      state: 'OPEN',
    });
  });

  it('by an administrator give any role, whole', async () => {
    const administrator = await as({ role: 'administrator' });
    const email = 'coordinator@example.org';
    expect(await invite(administrator, email, { role: 'COORDINATOR' })).toMatchObject({
      fields: [{ path: 'networkId', code: 'MISSING' }],
    });
    expect(
      await invite(administrator, 'two@example.org, three@example.org', { role: 'ADMINISTRATOR' }),
    ).toMatchObject({ fields: [{ path: 'email', code: 'MALFORMED' }] });
    await invite(administrator, email, { role: 'COORDINATOR', networkId: networks.baobab });
    await accept(new Browser(api), await lastToken(api, email), 'Binta', PASSWORD);
    const she = new Browser(api);
    await she.signIn(email, PASSWORD);
    expect(await she.whoAmI()).toBe('COORDINATOR, second factor missing');
  });

  it('add to the account of whoever has one, once she is signed in to it', async () => {
    const administrator = await as({ role: 'administrator' });
    const { email } = await makeAccount(api.services, { role: 'organizer' });
    await invite(administrator, email, { role: 'COORDINATOR', networkId: networks.acacia });
    const token = await lastToken(api, email);
    for (const stranger of [new Browser(api), await as({})]) {
      expect(await accept(stranger, token, 'Stranger', PASSWORD)).toMatchObject({
        __typename: 'InvalidState',
      });
    }
    const she = new Browser(api);
    await she.signIn(email, PASSWORD);
    expect(await accept(she, token)).toMatchObject({ role: 'COORDINATOR' });
    expect(await she.whoAmI()).toBe('ORGANIZER COORDINATOR, second factor missing');
  });

  it('are listed and revoked by those whom they concern', async () => {
    const [mine, colleague, other, administrator] = [
      await as({ role: 'coordinator', networks: ['baobab'] }),
      await as({ role: 'coordinator', networks: ['baobab'] }),
      await as({ role: 'coordinator', networks: ['acacia'] }),
      await as({ role: 'administrator' }),
    ];
    const email = 'zuri@example.org';
    const { id } = await invite(mine, email, her('baobab T-0002'));
    const emails = async (who: Browser) => {
      const { data } = await who.ask<{
        invitations: { edges: { node: { id: string; email: string | null } }[] };
      }>('{ invitations { edges { node { id email role network { slug } } } } }');
      return data?.invitations.edges
        .filter(({ node }) => node.id === id)
        .map(({ node }) => node.email);
    };
    expect(await emails(mine)).toEqual([email]);
    expect(await emails(administrator)).toEqual([email]);
    expect(await emails(colleague)).toEqual([null]);
    expect(await emails(other)).toEqual([]);
    expect(
      (await (await as({ role: 'organizer' })).ask('{ invitations { totalCount } }')).errors?.[0]
        ?.extensions?.code,
    ).toBe('NOT_PERMITTED');
    const revoke = async (who: Browser) =>
      who.do('revokeInvitation', 'invitation', { id: ['ID!', id] });
    expect(await revoke(other)).toMatchObject({ __typename: 'NotFound' });
    const token = await lastToken(api, email);
    expect(await revoke(colleague)).toMatchObject({ state: 'REVOKED', email: null });
    expect(await revoke(mine)).toMatchObject({ __typename: 'InvalidState' });
    expect(await accept(new Browser(api), token, 'Zuri', PASSWORD)).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('are void when the network lists her no more', async () => {
    const coordinator = await as({ role: 'coordinator', networks: ['acacia'] });
    const email = 'left@example.org';
    await invite(coordinator, email, her('acacia T-0002'));
    const token = await lastToken(api, email);
    await api.services.database.query(
      `UPDATE affiliation SET status = 'ended', until = since WHERE external_id = 'T-0002'`,
    );
    expect(await accept(new Browser(api), token, 'Left', PASSWORD)).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('of organizers name an organization that is there', async () => {
    const administrator = await as({ role: 'administrator' });
    const { id } = await api.services.identity.organizations.create(OPERATOR, {
      name: 'Known',
      kind: 'un-entity',
    });
    const email = 'focal@example.org';
    const unknown = nodeId('Organization', '00000000-0000-7000-8000-000000000000');
    expect(
      await invite(administrator, email, { role: 'FOCAL_POINT', organizationId: unknown }),
    ).toMatchObject({ __typename: 'NotFound' });
    expect(
      await invite(administrator, email, {
        role: 'FOCAL_POINT',
        organizationId: women['acacia T-0001'],
      }),
    ).toMatchObject({ fields: [{ path: 'organizationId', code: 'MALFORMED' }] });
    await invite(administrator, email, {
      role: 'FOCAL_POINT',
      organizationId: nodeId('Organization', id),
    });
    await accept(new Browser(api), await lastToken(api, email), 'Focal', PASSWORD);
    const she = new Browser(api);
    await she.signIn(email, PASSWORD);
    expect(await she.whoAmI()).toBe('FOCAL_POINT, vetted');
  });

  it('and accounts tell administrators no more than curators of the profile whose it is', async () => {
    const email = 'zawadi@example.org';
    const coordinator = await as({ role: 'coordinator', networks: ['baobab'] });
    await invite(coordinator, email, her('baobab T-0003'));
    const INVITED = '{ invitations(first: 50) { edges { node { email mediatorId } } } }';
    const HELD = '{ accounts(first: 50) { edges { node { email mediatorId } } } }';
    type Listed = { email: string; mediatorId: string | null };
    const listed = async (by: Browser, query: string) => {
      const { data } = await by.ask<Record<string, { edges: { node: Listed }[] }>>(query);
      const found = Object.values(data ?? {}).flatMap(({ edges }) => edges);
      return found.find(({ node }) => node.email === email)?.node;
    };
    const administrator = await as({ role: 'administrator' });
    expect(await listed(administrator, INVITED)).toEqual({ email, mediatorId: null });
    expect(await listed(coordinator, INVITED)).toEqual({
      email,
      mediatorId: women['baobab T-0003'],
    });
    await accept(new Browser(api), await lastToken(api, email), 'Zawadi', PASSWORD);
    expect(await listed(administrator, HELD)).toEqual({ email, mediatorId: null });
  });
});

function nodeId(type: string, id = ''): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}
