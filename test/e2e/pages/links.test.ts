import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emailIndex, LINK_PURPOSES, LINK_RULES, OPERATOR, systemViewer } from '#identity';
import { makeAccount, PASSWORD } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';
import { mediatorViewer } from '../../support/viewers.js';
import { atHerPage, makeWoman, type Woman } from '../../support/woman.js';

const GONE = 'This link no longer works';
const NEW_PASSWORD = 'seven herons over the delta';

describe('links in mails', () => {
  let api: TestApi;
  let amina: Woman;
  const stranger = () => new PageReader(api);

  beforeAll(async () => {
    api = await openTestApi();
    amina = await makeWoman(api, 1, { display_name: 'Amina Diallo' });
  });
  afterAll(async () => api.close());

  const askForLink = async (email: string) => {
    const she = await stranger().open('/sign-in');
    await she.submit('/sign-in/link', { email });
    return she;
  };

  const askForReset = async (account: string) => {
    const she = await stranger().open('/sign-in');
    await she.submit('/sign-in/new-password', { account });
    return she;
  };

  /** What a mail scanner does, more often than she does. */
  const scan = async (link: string) => {
    for (let times = 0; times < 3; times++) {
      const scanner = await stranger().open(link);
      expect(scanner.status).toBe(200);
    }
  };

  it('sign her in, once, and when she presses the button only', async () => {
    await askForLink(amina.email);
    const link = await lastLink(api, amina.email);
    await scan(link);
    const she = await stranger().open(link);
    expect(she.text).toContain('Nothing happens before you press the button.');
    await she.submit('/link/sign-in');
    expect(she.path).toBe('/me');
    expect(she.text).toContain('Only you see this page.');
    const again = await stranger().open(link);
    await again.submit('/link/sign-in');
    expect(again.status).toBe(410);
    expect(again.text).toContain(GONE);
    expect(again.text).toContain('Ask for another link on the page where you sign in.');
    expect((await again.open('/me')).path).toBe('/sign-in');
  });

  it('are asked for with the same answer, whoever has the address', async () => {
    const known = await askForLink(amina.email);
    const unknown = await askForLink('nobody@example.org');
    expect(unknown.text).toBe(known.text);
    expect(unknown.path).toBe(known.path);
    expect(await mailsTo(api, 'nobody@example.org')).toEqual([]);
    const { email } = await makeAccount(api.services, { role: 'organizer' });
    expect((await askForLink(email)).text).toBe(known.text);
    expect(await mailsTo(api, email)).toEqual([]);
  });

  it('say beside the field that an address is none', async () => {
    const she = await askForLink('no address');
    expect(she.status).toBe(422);
    expect(she.form('/sign-in/link').controls.find(({ name }) => name === 'email')?.value).toBe(
      'no address',
    );
  });

  it('set a new password and end every session', async () => {
    const woman = await makeWoman(api, 2, {});
    const before = await atHerPage(api, woman);
    await askForReset(woman.email);
    const link = await lastLink(api, woman.email);
    await scan(link);
    const she = await stranger().open(link);
    await she.submit('/link/password-reset', { password: 'short' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('This is too short, too small or too large.');
    await she.submit('/link/password-reset', { password: NEW_PASSWORD });
    expect(she.text).toContain('Your new password is set');
    expect((await before.open('/me')).path).toBe('/sign-in');
    await atHerPage(api, { ...woman, password: NEW_PASSWORD });
    const again = await stranger().open(link);
    await again.submit('/link/password-reset', { password: PASSWORD });
    expect(again.status).toBe(410);
  });

  it('for a new password are asked for by everybody, with the same answer', async () => {
    const { email } = await makeAccount(api.services, { role: 'organizer' });
    const known = await askForReset(email);
    expect(known.path).toBe('/sign-in?reset');
    expect(known.text).toContain('If there is an account with this address');
    const she = await stranger().open(await lastLink(api, email));
    await she.submit('/link/password-reset', { password: NEW_PASSWORD });
    expect(she.text).toContain('Your new password is set');
    const unknown = await askForReset('stranger@example.org');
    expect([unknown.status, unknown.path, unknown.text]).toEqual([200, known.path, known.text]);
    expect(await mailsTo(api, 'stranger@example.org')).toEqual([]);
    const wrong = await askForReset('no address');
    expect(wrong.status).toBe(422);
    const { controls } = wrong.form('/sign-in/new-password');
    expect(controls.find(({ name }) => name === 'account')?.value).toBe('no address');
  });

  it('confirm her profile without signing her in', async () => {
    const woman = await makeWoman(api, 3, { confirmed_on: '2020-01-01' });
    const token = await api.services.database.transaction((tx) =>
      api.services.identity.links.issue(tx, {
        purpose: 'confirm-profile',
        her: { mediatorId: woman.mediatorId, sentTo: null },
        ttl: 60,
      }),
    );
    const link = `/link/confirm-profile?token=${token}`;
    await scan(link);
    const confirmedOn = async () => {
      const [row] = await api.services.database.query<{ day: string }>(
        'SELECT confirmed_on::text AS day FROM mediator WHERE id = $1',
        [woman.mediatorId],
      );
      return row!.day;
    };
    expect(await confirmedOn()).toBe('2020-01-01');
    const she = await stranger().open(link);
    await she.submit('/link/confirm-profile');
    expect(she.text).toContain('Your profile is confirmed');
    expect(await confirmedOn()).not.toBe('2020-01-01');
    expect((await she.open('/me')).path).toBe('/sign-in');
    const again = await stranger().open(link);
    await again.submit('/link/confirm-profile');
    expect(again.text).toContain('Sign in to confirm your profile.');
  });

  describe('to a mediator without an account', () => {
    // Written a second time by hand: what ends with her address, and what with her account.
    const ENDS = {
      invitation: ['address', 'account'],
      'confirm-profile': ['address'],
      introduction: ['address', 'account'],
      'check-in': ['address'],
      feedback: ['address', 'account'],
      'second-place': ['address', 'account'],
      breach: ['address', 'account'],
      correction: ['address', 'account'],
    } as const;
    const OTHERS = ['verify-email', 'password-reset', 'sign-in', 'second-factor'];
    let number = 40;

    /** A link of each kind, sent to the address that her network states. */
    const sent = async () => {
      number += 1;
      const address = `linked${number}@example.org`;
      const listed = (email: string) =>
        fill(api.services, 'acacia', [record(number, { email, telephone: '+254 700 000 001' })]);
      await listed(address);
      const { database, identity, vault } = api.services;
      const [row] = await database.query<{ id: string }>(
        'SELECT mediator_id AS id FROM affiliation WHERE external_id = $1',
        [record(number).external_id],
      );
      const mediatorId = row!.id;
      const her = { mediatorId, sentTo: emailIndex(vault, address) };
      const tokens: [(typeof LINK_PURPOSES)[number], string][] = [];
      await database.transaction(async (tx) => {
        for (const purpose of LINK_PURPOSES) {
          tokens.push([purpose, await identity.links.issue(tx, { purpose, her, ttl: 60 })]);
        }
      });
      const working = async () => {
        const found = [];
        for (const [purpose, token] of tokens) {
          if (await identity.links.look(purpose, token)) found.push(purpose);
        }
        return found;
      };
      expect(await working()).toEqual(LINK_PURPOSES);
      return { mediatorId, listed, working, tokens };
    };
    const endedBy = (what: string) =>
      Object.entries(ENDS).flatMap(([purpose, by]) =>
        (by as readonly string[]).includes(what) ? [purpose] : [],
      );
    const without = (gone: readonly string[]) =>
      LINK_PURPOSES.filter((purpose) => !gone.includes(purpose));

    it('have a rule for every kind', () => {
      expect([...Object.keys(ENDS), ...OTHERS].toSorted()).toEqual([...LINK_PURPOSES].toSorted());
      const stated = LINK_PURPOSES.flatMap((purpose) => {
        const { boundToAddress, endsWithAccount } = LINK_RULES[purpose];
        return [boundToAddress && `${purpose} address`, endsWithAccount && `${purpose} account`];
      });
      expect(new Set(stated)).toEqual(
        new Set([
          false,
          ...Object.entries(ENDS).flatMap(([purpose, by]) => by.map((one) => `${purpose} ${one}`)),
        ]),
      );
    });

    it('end when her network states another address, or none', async () => {
      const { listed, working, tokens } = await sent();
      await listed('another@example.org');
      expect(await working()).toEqual(without(endedBy('address')));
      // Nor are they used.
      const used = await api.services.database
        .transaction((tx) =>
          api.services.identity.links.redeem(
            tx,
            'confirm-profile',
            tokens.find(([purpose]) => purpose === 'confirm-profile')![1],
          ),
        )
        .catch((error: Error) => error.message);
      expect(used).toBe('There is no such link, or it has been used or has expired.');
      const other = await sent();
      await other.listed('');
      expect(await other.working()).toEqual(without(endedBy('address')));
    });

    it('end when she states another address herself, and go with her record', async () => {
      const { mediatorId, working } = await sent();
      await api.services.contacts.edit(mediatorViewer(mediatorId), {
        mediatorId,
        networkId: null,
        version: null,
        fields: { email: 'own@example.org' },
      });
      expect(await working()).toEqual(without(endedBy('address')));
      await api.asOwner(`DELETE FROM mediator WHERE id = '${mediatorId}'`);
      expect(await working()).toEqual([]);
    });

    it('end when she has an account', async () => {
      const { mediatorId, working } = await sent();
      await makeAccount(api.services, { role: 'mediator', mediatorId });
      expect(await working()).toEqual(without(endedBy('account')));
    });
  });

  it('do only what they are for', async () => {
    await askForLink(amina.email);
    const token = new URL(await lastLink(api, amina.email), 'http://x').searchParams.get('token');
    for (const purpose of ['confirm-profile', 'password-reset', 'verify-email']) {
      const she = await stranger().open(`/link/${purpose}?token=${token}`);
      const form = she.forms[0]!;
      const asked = form.controls.some(({ name }) => name === 'password');
      await she.submit(form.action, asked ? { password: NEW_PASSWORD } : {});
      expect(she.text).toContain(GONE);
    }
    expect((await stranger().open(`/link/invitation?token=${token}`)).text).toContain(GONE);
    expect((await stranger().open('/link/sign-in')).status).toBe(200);
    expect((await stranger().open('/link/elsewhere')).status).toBe(404);
  });

  describe('with an invitation', () => {
    const invite = async (email: string, who: 'mediator' | 'coordinator', number: number) => {
      await fill(api.services, 'acacia', [record(number, { display_name: 'Zuri Okoye' })]);
      const [row] = await api.services.database.query<{ id: string; network: string }>(
        `SELECT mediator_id AS id, network_id AS network FROM affiliation WHERE external_id = $1`,
        [record(number).external_id],
      );
      await api.services.identity.invitations.invite(OPERATOR, {
        email,
        locale: 'en',
        role: who,
        networkId: row!.network,
        mediatorId: who === 'mediator' ? row!.id : null,
        organizationId: null,
      });
      return lastLink(api, email);
    };

    it('say what she is invited to and what she agrees to, and make her account', async () => {
      const email = 'zuri@example.org';
      const link = await invite(email, 'mediator', 11);
      await scan(link);
      const she = await stranger().open(link);
      expect(she.text).toContain('decide yourself about your profile');
      expect(she.text).toContain('Network: Network acacia');
      expect(she.text).toContain('What you agree to');
      const person = { name: 'Zuri Okoye', password: NEW_PASSWORD };
      await she.submit('/link/invitation', person);
      expect(she.status).toBe(422);
      expect(she.text).toContain('This is needed. I agree');
      const written = she.form('/link/invitation').controls;
      expect(written.find(({ name }) => name === 'name')?.value).toBe('Zuri Okoye');
      expect(written.find(({ name }) => name === 'password')?.value).toBe('');
      await she.submit('/link/invitation', {
        ...person,
        password: 'okoye okoye okoye',
        agreed: 'on',
      });
      expect(she.status).toBe(422);
      await she.submit('/link/invitation', { ...person, agreed: 'on' });
      expect(she.text).toContain('Your account is ready');
      expect(she.text).toContain('Sign in with your address and your password');
      await atHerPage(api, { id: '', email, password: NEW_PASSWORD });
      expect((await stranger().open(link)).status).toBe(410);
    });

    it('tell a coordinator what to do next', async () => {
      const she = await stranger().open(await invite('coordinator@example.org', 'coordinator', 12));
      expect(she.text).toContain('You are invited to coordinate a network.');
      const person = { name: 'Nia', password: NEW_PASSWORD, agreed: 'on' };
      await she.submit('/link/invitation', person);
      expect(she.text).toContain('You then set up an authenticator');
      expect(she.text).not.toContain('program');
      await she.open('/sign-in');
      await she.submit('/sign-in', {
        address: 'coordinator@example.org',
        password: NEW_PASSWORD,
      });
      expect(she.path).toBe('/account/authenticator');
    });

    it('make no second account of an address', async () => {
      const { email } = await makeAccount(api.services, { role: 'organizer' });
      const she = await stranger().open(await invite(email, 'coordinator', 13));
      await she.submit('/link/invitation', { name: 'N', password: NEW_PASSWORD, agreed: 'on' });
      expect(she.status).toBe(409);
      expect(she.text).toContain('Perhaps there is an account of this address already.');
    });
  });

  it('finish the registration of an organizer', async () => {
    const email = 'leila@example.org';
    const client = { address: '203.0.113.8', userAgent: '', device: null };
    await api.services.identity.registrations.register(systemViewer('test'), client, {
      email,
      name: 'Leila',
      organization: { name: 'Peace Desk', kind: 'civil-society', country: 'LB' },
      locale: 'en',
    });
    const link = await lastLink(api, email);
    await scan(link);
    const she = await stranger().open(link);
    await she.submit('/link/verify-email', { password: NEW_PASSWORD });
    expect(she.text).toContain('An administrator checks your organization next');
  });

  it('lead an organizer who signs in here to the console, and from the page of a mediator back', async () => {
    const { email, password } = await makeAccount(api.services, { role: 'organizer' });
    const she = await stranger().open('/sign-in');
    await she.submit('/sign-in', { address: email, password });
    expect(she.path).toBe('/console');
    await she.open('/me');
    expect(she.status).toBe(403);
    expect(she.text).toContain('Your account has no profile of a mediator');
    await she.submit('/sign-out');
    expect(she.text).toContain('You are signed out');
  });

  it('lead to her page from the start, and to the way in whoever has not signed in', async () => {
    const visitor = await stranger().open('/');
    expect([visitor.path, visitor.status]).toEqual(['/', 200]);
    expect(visitor.page).toContain('href="/sign-in"');
    const she = await atHerPage(api, amina);
    expect((await she.open('/')).path).toBe('/me');
  });

  it('say of a wrong password, a wrong address and a wrong code nothing that differs', async () => {
    const texts = [];
    for (const [address, password] of [
      [amina.email, 'not her password'],
      ['nobody@example.org', PASSWORD],
    ] as const) {
      const she = await stranger().open('/sign-in');
      await she.submit('/sign-in', { address, password });
      expect(she.status).toBe(422);
      expect(she.form('/sign-in').controls.find(({ name }) => name === 'password')?.value).toBe('');
      texts.push(she.text);
    }
    expect(texts[0]).toContain('That did not work. Please check what is marked below.');
    // Nothing is to be saved by signing in.
    expect(texts[0]).not.toContain('saved');
    expect(texts[0]).toBe(texts[1]);
  });

  it('say of a wrong code that it did not work, and nothing of saving', async () => {
    const email = 'two-factors@example.org';
    const [account] = await api.services.identity.accounts.createReady(systemViewer('test'), [
      {
        email,
        name: 'Test Person',
        password: PASSWORD,
        locale: 'en',
        mediatorId: null,
        organizationId: null,
        roles: [],
        secondFactor: true,
      },
    ]);
    expect(account).toBeDefined();
    const she = await stranger().open('/sign-in');
    await she.submit('/sign-in', { address: email, password: PASSWORD });
    await she.submit('/sign-in/code', { code: '000000x' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('That did not work. Please check what is marked below.');
    expect(she.text).not.toContain('Nothing has been saved yet');
  });
});
