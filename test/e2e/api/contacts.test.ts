import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { dumpOf } from '../../support/contacts.js';
import { fill, record } from '../../support/fill.js';
import { fixedId } from '../../support/searchable.js';

const MARK = 'zqxcontact';
const VIEW = `mutation ($input: ViewContactInput!) { viewContact(input: $input) { __typename
  ... on MediatorContact { email telephone version networkId } ... on NotPermitted { message signedIn }
  ... on NotFound { message } ... on ValidationError { fields { path code } } } }`;
const EDIT = `mutation ($input: EditContactInput!) { editContact(input: $input) { __typename
  ... on MediatorContact { email telephone version networkId } ... on Conflict { message }
  ... on ValidationError { fields { path code message } } } }`;

describe('contact data over GraphQL', () => {
  let api: TestApi;
  const viewers = new Map<string, Viewer>();
  const told: string[] = [];
  const log: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({
    stream,
    write: stream.write.bind(stream),
  }));
  let acacia = '';
  let fjord = '';
  let woman = '';
  let other = '';

  beforeAll(async () => {
    for (const { stream } of streams) {
      stream.write = (chunk) => Boolean(log.push(String(chunk)));
    }
    api = await openTestApi(
      {},
      { viewerOf: async (authorization) => viewers.get(authorization ?? '') ?? PUBLIC_VIEWER },
    );
    const email = `${MARK}@example.org`;
    await fill(api.services, 'acacia', [record(1, { email, telephone: `${MARK} 555 0101` })]);
    await fill(api.services, 'fjord', [record(2, { email: `fjord-${email}` })]);
    const rows = await api.asOwner<{ network: string; mediator: string; key: string }>(
      `SELECT network_id AS network, public_id AS mediator, m.id AS key FROM affiliation a
       JOIN mediator m ON m.id = a.mediator_id ORDER BY external_id`,
    );
    const [first, second] = rows;
    if (!first || !second) throw new Error('Two women were imported.');
    [acacia, fjord] = [globalId('Network', first.network), globalId('Network', second.network)];
    [woman, other] = [globalId('Mediator', first.mediator), globalId('Mediator', second.mediator)];
    const signedIn = { ...PUBLIC_VIEWER, name: `user:${fixedId(1)}`, userId: fixedId(1) };
    viewers.set('coordinator', {
      ...signedIn,
      grants: ['anyone', 'user', 'coordinator'],
      networkIds: [first.network],
    });
    viewers.set('herself', {
      ...signedIn,
      grants: ['anyone', 'user', 'mediator'],
      mediatorId: first.key,
    });
  });
  afterAll(async () => {
    await api.close();
    for (const { stream, write } of streams) stream.write = write;
  });

  const ask = async (who: string, query: string, input: Record<string, unknown>) => {
    const answer = await api.ask<Record<string, Record<string, unknown>>>(
      query,
      { input },
      { authorization: who },
    );
    if (who !== 'coordinator' && who !== 'herself') told.push(JSON.stringify(answer));
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return Object.values(answer.data ?? {})[0] ?? {};
  };
  /** A document that asks for the emergency contact, too. */
  const whole = (document: string) =>
    document.replaceAll('email telephone', 'email telephone emergencyContact hasEmergencyContact');
  const view = (who: string, more: Record<string, unknown> = {}) =>
    ask(who, VIEW, {
      mediatorId: woman,
      networkId: acacia,
      purpose: 'VERIFY_IDENTITY',
      reason: 'Her number was returned.',
      ...more,
    });

  it('is shown to a coordinator of the network that stated it, for a purpose', async () => {
    expect(await view('coordinator')).toEqual({
      __typename: 'MediatorContact',
      email: `${MARK}@example.org`,
      telephone: `${MARK} 555 0101`,
      version: expect.any(String),
      networkId: acacia,
    });
    const traces = await api.asOwner('SELECT purpose FROM contact_access');
    expect(traces).toEqual([{ purpose: 'VERIFY_IDENTITY' }]);
  });

  it('is refused to others as data, and told in no other way', async () => {
    expect(await view('nobody')).toEqual({
      __typename: 'NotPermitted',
      message: 'Sign in to do this.',
      signedIn: false,
    });
    expect(await view('coordinator', { networkId: fjord, mediatorId: other })).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(await view('coordinator', { mediatorId: other })).toEqual(
      await view('coordinator', { mediatorId: globalId('Mediator', fixedId(8)) }),
    );
    expect(await view('coordinator', { mediatorId: acacia, reason: '' })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'mediatorId', code: 'MALFORMED' }],
    });
    expect(await view('coordinator', { reason: '' })).toMatchObject({
      fields: [{ path: 'reason', code: 'OUT_OF_RANGE' }],
    });
    expect(await api.asOwner('SELECT 1 FROM contact_access')).toHaveLength(1);
  });

  it('is no field of anything that a query gives', async () => {
    const refused = api.ask(VIEW.replace('mutation', 'query'), { input: {} });
    expect((await refused).errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const types = await api.ask<{
      __schema: { types: { name: string; fields: { name: string }[] }[] };
    }>('{ __schema { types { name fields { name } } } }');
    const holders = types.data?.__schema.types.filter(({ fields }) =>
      fields?.some(({ name }) => /email|telephone|address|emergency|security/i.test(name)),
    );
    // Accounts have an address to sign in with; the mutation is `verifyEmail`. A desk states how it is reached, and terms
    // of reference whom at the organizer a mediator can reach; deployments tell that an emergency contact was opened.
    // What she released to an organizer is given by a mutation alone; the query is `securityEvents`.
    expect(holders?.map(({ name }) => name)).toEqual([
      'Account',
      'DeskDeployment',
      'DeskStatement',
      'IntroductionContact',
      'Invitation',
      'InvitationOutcome',
      'MediatorContact',
      'Mutation',
      'OwnDeployment',
      'Query',
      'Terms',
      'TermsContactPerson',
      'TermsCosts',
    ]);
    const { data } = await api.ask<{ __schema: { queryType: { fields: Field[] } } }>(
      '{ __schema { queryType { fields { type { name ofType { name } } } } } }',
    );
    const given = data?.__schema.queryType.fields.map(({ type }) => type.name ?? type.ofType?.name);
    expect(given).not.toContain('IntroductionContact');
    expect(given).not.toContain('MediatorContact');
  });

  it('is changed with the version that was read, field by field', async () => {
    const { version } = await view('coordinator');
    const change = { mediatorId: woman, networkId: acacia, version, telephone: `${MARK} 555 0102` };
    const edited = await ask('coordinator', EDIT, change);
    expect(edited).toMatchObject({ email: `${MARK}@example.org`, telephone: `${MARK} 555 0102` });
    expect(await ask('coordinator', EDIT, change)).toMatchObject({ __typename: 'Conflict' });
    const away = { mediatorId: woman, networkId: acacia, version: edited.version, email: null };
    expect(await ask('coordinator', EDIT, away)).toMatchObject({
      email: null,
      telephone: `${MARK} 555 0102`,
    });
    expect(await ask('coordinator', EDIT, { ...away, email: MARK })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'email', code: 'MALFORMED', message: 'This is not an e-mail address.' }],
    });
    expect(await ask('nobody', EDIT, away)).toMatchObject({ __typename: 'NotPermitted' });
  });

  it('tells a coordinator that there is an emergency contact, and not whom to call', async () => {
    const { version } = await view('coordinator');
    const change = { mediatorId: woman, networkId: acacia, version, emergencyContact: MARK };
    const unread = { emergencyContact: null, hasEmergencyContact: true };
    const edited = await ask('coordinator', whole(EDIT), change);
    expect(edited).toMatchObject(unread);
    const viewed = { mediatorId: woman, networkId: acacia, purpose: 'SECURITY', reason: 'A call.' };
    expect(await ask('coordinator', whole(VIEW), viewed)).toMatchObject(unread);
    const telephone = { ...change, version: edited.version, emergencyContact: undefined };
    expect(
      await ask('coordinator', whole(EDIT), { ...telephone, telephone: `${MARK} 555 0103` }),
    ).toMatchObject(unread);
  });

  it('is stated by herself, and only as hers', async () => {
    const own = { mediatorId: woman, email: `own-${MARK}@example.org` };
    const stated = { ...own, emergencyContact: `${MARK} sister` };
    expect(await ask('herself', whole(EDIT), stated)).toMatchObject({
      networkId: null,
      email: own.email,
      emergencyContact: `${MARK} sister`,
      hasEmergencyContact: true,
    });
    for (const wrong of [
      { ...own, mediatorId: other },
      { ...own, networkId: acacia },
    ]) {
      expect(await ask('herself', EDIT, wrong)).toMatchObject({ __typename: 'NotPermitted' });
    }
  });

  it('was told to nobody else, written to no log, and is nowhere in clear', async () => {
    expect(told.length).toBeGreaterThan(1);
    expect(told.join('\n')).not.toContain(MARK);
    expect(log.join('')).not.toContain(MARK);
    expect(await dumpOf(api)).not.toContain(MARK);
  });
});

function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** A field of the schema, as introspection gives it. */
interface Field {
  readonly type: {
    readonly name: string | null;
    readonly ofType: { readonly name: string } | null;
  };
}
