import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, type LinkPurpose } from '#identity';
import { makeAccount, PASSWORD, type TestAccount } from '../../support/accounts.js';
import { insertListed } from '../../support/listed-mediator.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser, type Outcome } from '../../support/browser.js';
import { totpCode } from '../../support/codes.js';

const NEW = 'seven boats of millet at dawn';
const CROWD = Array.from({ length: 4 });

describe('what works once', () => {
  let api: TestApi;
  let account: TestAccount;
  let secret: string | undefined;
  let enrolled = '';
  let recovery: readonly string[] = [];

  beforeAll(async () => {
    api = await openTestApi();
    account = await makeAccount(api.services, { role: 'administrator' });
    const she = new Browser(api);
    await she.signIn(account.email, PASSWORD);
    ({ secret } = await she.do('beginTotp', 'enrolment', { password: ['String', PASSWORD] }));
    enrolled = totpCode(secret);
    const confirmed = await she.do('confirmTotp', 'codes', { code: ['String!', enrolled] });
    recovery = confirmed.codes ?? [];
  });
  afterAll(async () => api.close());

  const challenge = async () => (await new Browser(api).signIn(account.email, PASSWORD)).challenge;
  const answer = async (code: string, to?: string) =>
    (await new Browser(api).answer(to ?? (await challenge()), code)).__typename;
  const names = (outcomes: readonly (string | Outcome)[]) =>
    outcomes.map((one) => (typeof one === 'string' ? one : one.__typename)).toSorted();

  it('a code of the authenticator that was seen when it was enrolled', async () => {
    expect(await answer(enrolled)).toBe('InvalidCredentials');
  });

  it('a code of the authenticator, for whoever comes second or at the same time', async () => {
    const code = totpCode(secret, 1);
    const challenges = await Promise.all(CROWD.map(async () => challenge()));
    const outcomes = await Promise.all(challenges.map(async (one) => answer(code, one)));
    expect(names(outcomes)).toEqual([
      'InvalidCredentials',
      'InvalidCredentials',
      'InvalidCredentials',
      'SignedIn',
    ]);
    expect(await answer(code)).toBe('InvalidCredentials');
  });

  it('a recovery code, for whoever comes second or at the same time', async () => {
    await forgetAttempts();
    const code = recovery[0] ?? '';
    const challenges = await Promise.all(CROWD.map(async () => challenge()));
    const outcomes = await Promise.all(challenges.map(async (one) => answer(code, one)));
    expect(names(outcomes).filter((name) => name === 'SignedIn')).toHaveLength(1);
    expect(await answer(code)).toBe('InvalidCredentials');
  });

  it('a challenge, for whoever found it afterwards', async () => {
    await forgetAttempts();
    const one = await challenge();
    expect(await answer(recovery[1] ?? '', one)).toBe('SignedIn');
    expect(await answer(recovery[2] ?? '', one)).toBe('InvalidCredentials');
    expect(await answer(recovery[2] ?? '')).toBe('SignedIn');
  });

  it('a challenge, for five minutes', async () => {
    const one = await challenge();
    await expire();
    expect(await answer(recovery[3] ?? '', one)).toBe('InvalidCredentials');
  });

  describe('a link', () => {
    const issue = async (purpose: LinkPurpose, accountId: string | null = null) =>
      api.services.database.transaction((tx) =>
        api.services.identity.links.issue(tx, { purpose, accountId, ttl: 10 }),
      );
    const reset = async (token: string) =>
      new Browser(api).do('resetPassword', 'done', {
        token: ['String!', token],
        password: ['String!', NEW],
      });

    it('is used up, also by many at the same time', async () => {
      const { id } = await makeAccount(api.services);
      const token = await issue('password-reset', id);
      const outcomes = await Promise.all(CROWD.map(async () => reset(token)));
      expect(names(outcomes)).toEqual(['Done', 'NotFound', 'NotFound', 'NotFound']);
      expect(await reset(token)).toMatchObject({ __typename: 'NotFound' });
    });

    it('signs in once, also where many follow it at the same time', async () => {
      const mediatorId = await insertListed(api.services.database);
      const { id } = await makeAccount(api.services, { role: 'mediator', mediatorId });
      const token = await issue('sign-in', id);
      const follow = async () =>
        new Browser(api).do('signInWithLink', 'signIn', { token: ['String!', token] });
      const outcomes = await Promise.all(CROWD.map(follow));
      expect(names(outcomes)).toEqual(['NotFound', 'NotFound', 'NotFound', 'SignedIn']);
      expect(await follow()).toMatchObject({ __typename: 'NotFound' });
    });

    it('does nothing when it has expired', async () => {
      const { id, email } = await makeAccount(api.services);
      const token = await issue('password-reset', id);
      await expire();
      expect(await reset(token)).toMatchObject({ __typename: 'NotFound' });
      expect(await new Browser(api).signIn(email, PASSWORD)).toMatchObject({
        __typename: 'SignedIn',
      });
    });

    it('does nothing but what it was sent for', async () => {
      const { id } = await makeAccount(api.services);
      const doors: readonly [LinkPurpose, (token: string) => Promise<Outcome>][] = [
        ['password-reset', reset],
        [
          'verify-email',
          async (token) =>
            new Browser(api).do('verifyEmail', 'done', {
              token: ['String!', token],
              password: ['String!', NEW],
            }),
        ],
        [
          'sign-in',
          async (token) =>
            new Browser(api).do('signInWithLink', 'signIn', { token: ['String!', token] }),
        ],
        [
          'invitation',
          async (token) =>
            new Browser(api).do('acceptInvitation', 'accepted', {
              token: ['String!', token],
              name: ['String', 'x'],
              password: ['String', NEW],
            }),
        ],
      ];
      const purposes = [
        ...doors.map(([purpose]) => purpose),
        'second-factor',
        'confirm-profile',
      ] as const;
      for (const [own, open] of doors) {
        for (const other of purposes.filter((purpose) => purpose !== own)) {
          await forgetAttempts();
          expect(await open(await issue(other, id))).toMatchObject({ __typename: 'NotFound' });
        }
      }
    });

    it('of a reset goes when the password is changed another way', async () => {
      const { id, email } = await makeAccount(api.services);
      const token = await issue('password-reset', id);
      const she = new Browser(api);
      await she.signIn(email, PASSWORD);
      await she.do('changePassword', 'done', {
        currentPassword: ['String', PASSWORD],
        newPassword: ['String!', NEW],
      });
      expect(await reset(token)).toMatchObject({ __typename: 'NotFound' });
    });

    it('does not get past the second factor', async () => {
      await reset(await issue('password-reset', account.id));
      const she = new Browser(api);
      expect(await she.signIn(account.email, NEW)).toMatchObject({
        __typename: 'SecondFactorRequired',
      });
    });

    it('of an invitation that came by hand makes one account', async () => {
      const link = await api.services.identity.invitations.inviteByHand(OPERATOR, {
        email: 'once@example.org',
        locale: 'en',
        role: 'administrator',
        networkId: null,
        mediatorId: null,
        organizationId: null,
      });
      const accept = async () =>
        new Browser(api).do('acceptInvitation', 'accepted', {
          token: ['String!', new URL(link).searchParams.get('token')],
          name: ['String', 'Only One'],
          password: ['String', NEW],
        });
      await forgetAttempts();
      const outcomes = await Promise.all(CROWD.map(async () => accept()));
      expect(names(outcomes)).toEqual(['InvitationAccepted', 'NotFound', 'NotFound', 'NotFound']);
    });
  });

  it('an address, for which two links were followed at the same time', async () => {
    await forgetAttempts();
    const invitation = {
      email: 'twice@example.org',
      locale: 'en',
      role: 'administrator',
      networkId: null,
      mediatorId: null,
      organizationId: null,
    } as const;
    const links = await Promise.all(
      CROWD.map(async () => api.services.identity.invitations.inviteByHand(OPERATOR, invitation)),
    );
    const outcomes = await Promise.all(
      links.map(async (link) =>
        new Browser(api).do('acceptInvitation', 'accepted', {
          token: ['String!', new URL(link).searchParams.get('token')],
          name: ['String', 'Only One'],
          password: ['String', NEW],
        }),
      ),
    );
    const told = names(outcomes);
    expect(told.filter((name) => name === 'InvitationAccepted')).toHaveLength(1);
    // Who looked before the other had finished, and who looked after.
    expect(told.every((name) => /^(InvitationAccepted|Conflict|InvalidState)$/.test(name))).toBe(
      true,
    );
  });

  async function expire(): Promise<void> {
    await api.services.database.query(`UPDATE one_time_link SET expires_at = now()`);
  }

  async function forgetAttempts(): Promise<void> {
    await api.services.database.query('DELETE FROM attempt');
  }
});
