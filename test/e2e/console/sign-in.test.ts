import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeDemoUsers } from '#demo';
import { OPERATOR } from '#identity';
import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import { makeAccount, PASSWORD } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { totpCode } from '../../support/codes.js';
import { builtConsole, ConsoleReader, PAGE, signInOnPage } from '../../support/console.js';
import { fill, record } from '../../support/fill.js';
import { lastLink } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';
import { makeWoman } from '../../support/woman.js';

const ME = 'query Me { me { secondFactorMissing account { roles { role } } } }';
const NEW_PASSWORD = 'nine lanterns above the ford';

describe('signing in to the console', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openTestApi({}, undefined, undefined, await builtConsole([ME]));
    await fill(api.services, 'acacia', [record(1)]);
  });
  afterAll(async () => api.close());

  const invited = async (email: string, role: 'coordinator' | 'focal-point', locale: Locale) => {
    const network = await api.services.networks.bySlug('acacia');
    await api.services.identity.invitations.invite(OPERATOR, {
      email,
      name: null,
      role,
      locale,
      networkId: role === 'coordinator' ? network!.id : null,
      mediatorId: null,
      organizationId: null,
    });
    return lastLink(api, email);
  };
  const secretOn = ({ page }: PageReader): string =>
    /<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(' ', '');
  const codesOn = ({ page }: PageReader): string[] =>
    [...page.matchAll(/<code>(\w{4}-\w{4}-\w{4})<\/code>/g)].map(([, code]) => code!);
  const me = async (she: PageReader) => {
    const reader = new ConsoleReader(api, she.cookies.get('baraza_page') ?? '');
    const answer = await reader.ask<{ me: { secondFactorMissing: boolean } }>(ME);
    return answer.data?.me;
  };

  it.each<Locale>(['en', 'ar'])(
    'from an invitation to an authenticator, recovery codes and the console, in %s',
    async (locale) => {
      const t = translator('pages', locale);
      const email = `coordinator.${locale}@example.org`;
      const headers = { 'accept-language': locale };
      const she = await new PageReader(api, headers).open(
        await invited(email, 'coordinator', locale),
      );
      const person = { name: 'Nia', password: NEW_PASSWORD, agreed: 'on' };
      await she.submit('/link/invitation', person);
      expect(she.text).toContain(t('link.after.coordinator.next'));
      await she.open('/sign-in?to=/console/inbox%3Fkind%3DREVIEW');
      await she.submit('/sign-in', { address: email, password: NEW_PASSWORD });
      expect(she.path).toBe('/account/authenticator');
      expect(she.text).toContain(t('account.needed'));
      expect(await me(she)).toMatchObject({ secondFactorMissing: true });

      await she.submit('/account/authenticator', { password: 'wrong' });
      expect(she.status).toBe(422);
      expect(she.text).toContain(t('signIn.wrong'));
      await she.submit('/account/authenticator', { password: NEW_PASSWORD });
      expect(she.page).toContain(`role="img" aria-label="${t('account.picture')}"`);
      expect(she.page).toContain(`dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
      const secret = secretOn(she);

      await she.submit('/account/authenticator/code', { code: '000000' });
      expect(she.status).toBe(422);
      expect(secretOn(she)).toBe(secret);
      await she.submit('/account/authenticator/code', { code: totpCode(secret) });
      expect(she.text).toContain(t('account.codesAbout'));
      const codes = codesOn(she);
      expect(codes).toHaveLength(10);
      await she.submit('/account/authenticator/kept');
      expect([she.path, she.page]).toEqual(['/console/inbox?kind=REVIEW', PAGE]);
      expect(await me(she)).toMatchObject({ secondFactorMissing: false });

      const again = await signInOnPage(api, { email }, NEW_PASSWORD);
      await again.submit('/sign-in/code', { code: codes[0]! });
      expect(again.path).toBe('/console');
    },
  );

  it('leads a mediator to her page and everybody else to the console', async () => {
    const woman = await makeWoman(api, 2, {});
    const she = await signInOnPage(api, woman);
    expect(she.path).toBe('/me');
    expect((await she.open('/sign-in/open')).path).toBe('/me');
    expect((await she.open('/account')).text).not.toContain('Open the console');
    for (const role of ['organizer', 'focal-point'] as const) {
      const reader = await signInOnPage(api, await makeAccount(api.services, { role }));
      expect(reader.path).toBe('/console');
      expect((await reader.open('/account')).text).toContain('Open the console');
      expect((await reader.open('/me')).text).toContain('Open the console');
      expect(reader.status).toBe(403);
    }
    const nobody = await new PageReader(api).open('/sign-in/open');
    expect(nobody.path).toBe('/sign-in');
  });

  it.each([
    ['/console/needs/1?tab=pool&page=2', '/console/needs/1?tab=pool&page=2'],
    ['/account', '/account'],
    ['/console', '/console'],
    ['//evil.example/console', '/console'],
    ['https://evil.example/console', '/console'],
    ['/console/../leave', '/console'],
    ['/console/%2e%2e/leave', '/console'],
    ['/consolex', '/console'],
    ['/leave', '/console'],
    ['/console/\r\nset-cookie: a=b', '/console'],
    ['/console\\@evil.example', '/console'],
    [`/console/${'x'.repeat(3_000)}`, '/console'],
  ])('who wanted %j comes to %j', async (to, place) => {
    const { email } = await makeAccount(api.services, { role: 'organizer' });
    const she = await new PageReader(api).open(`/sign-in?to=${encodeURIComponent(to)}`);
    await she.submit('/sign-in', { address: email, password: PASSWORD });
    expect(she.path).toBe(place);
    await she.open('/sign-in/open');
    expect(she.path).toBe('/console');
  });

  it('asks for the password first', async () => {
    const she = await new PageReader(api).open('/sign-in');
    expect(she.forms.map(({ action }) => action)).toEqual([
      '/sign-in',
      '/sign-in/link',
      '/sign-in/new-password',
    ]);
    expect(she.text).not.toContain('program');
  });

  it('lets everybody change her password, authenticator and recovery codes', async () => {
    const { email } = await makeAccount(api.services, { role: 'organizer' });
    const she = await signInOnPage(api, { email });
    const elsewhere = await signInOnPage(api, { email });
    await she.open('/account');
    expect(she.text).toContain(email);
    expect(she.text).toContain('No authenticator is set up.');
    await she.submit('/account/password', { current: 'wrong', password: NEW_PASSWORD });
    expect(she.status).toBe(422);
    await she.submit('/account/password', { current: PASSWORD, password: 'short' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('This is too short');
    await she.submit('/account/password', { current: PASSWORD, password: NEW_PASSWORD });
    expect(she.path).toBe('/account?done=password');
    expect(she.text).toContain('Your password is changed');
    expect((await elsewhere.open('/account')).path).toBe('/sign-in');

    await she.open('/account/authenticator');
    await she.submit('/account/authenticator', { password: NEW_PASSWORD });
    const secret = secretOn(she);
    await she.submit('/account/authenticator/code', { code: totpCode(secret) });
    const codes = codesOn(she);
    await she.open('/account/authenticator');
    expect(she.text).toContain('10 recovery codes are left.');
    await she.submit('/account/authenticator/recovery-codes', { code: codes[0]! });
    expect(she.status).toBe(422);
    await she.submit('/account/authenticator/recovery-codes', { code: totpCode(secret, 1) });
    expect(codesOn(she)).toHaveLength(10);
    expect(codesOn(she)).not.toContain(codes[0]);

    const reader = await signInOnPage(api, { email }, NEW_PASSWORD);
    await reader.submit('/sign-in/code', { code: codes[1]! });
    expect(reader.status).toBe(422);
  });

  it('is asked for before the account is shown', async () => {
    for (const path of ['/account', '/account/authenticator']) {
      const she = await new PageReader(api).open(path);
      expect(she.path).toBe('/sign-in');
      const { email } = await makeAccount(api.services, { role: 'organizer' });
      await she.submit('/sign-in', { address: email, password: PASSWORD });
      expect(she.path).toBe(path);
    }
  });

  it('leads on from a forgotten password', async () => {
    const { email } = await makeAccount(api.services, { role: 'organizer' });
    const she = await new PageReader(api).open('/sign-in');
    await she.submit('/sign-in/new-password', { account: email });
    await she.open(await lastLink(api, email));
    await she.submit('/link/password-reset', { password: NEW_PASSWORD });
    expect(she.text).toContain('Sign in with your new password.');
    expect((await signInOnPage(api, { email }, NEW_PASSWORD)).path).toBe('/console');
  });

  describe('as a user of the demo', () => {
    const demoUser = async (to: TestApi) => {
      const [account] = await to.services.identity.accounts.createReady(OPERATOR, [
        {
          email: 'administrator@example.org',
          name: 'Fictional administrator',
          password: PASSWORD,
          locale: 'en',
          mediatorId: null,
          organizationId: null,
          roles: [{ role: 'administrator', networkId: null }],
          secondFactor: true,
        },
      ]);
      const totpSecret = account?.totpSecret ?? null;
      const email = 'administrator@example.org';
      await writeDemoUsers(to.settings, [{ what: 'x', email, password: PASSWORD, totpSecret }]);
    };

    it('takes one button, as often as one likes', async () => {
      const welcome = 'Do you want to try Baraza? Everything here is made up.';
      expect((await new PageReader(api).open('/sign-in')).page).not.toContain('/sign-in/demo');
      expect((await new PageReader(api).open('/')).text).not.toContain(welcome);
      await demoUser(api);
      const visitor = await new PageReader(api).open('/');
      expect(visitor.text).toContain(welcome);
      expect(visitor.page).toContain('href="/sign-in#demo"');
      for (let times = 0; times < 3; times++) {
        const she = await new PageReader(api).open('/sign-in');
        expect(she.text).toContain('Administrator Sign in as administrator@example.org');
        await she.submit('/sign-in/demo', { user: 'administrator@example.org' });
        expect(she.path).toBe('/console');
        expect(await me(she)).toMatchObject({ secondFactorMissing: false });
      }
    });

    it('is for nobody else', async () => {
      const { email } = await makeAccount(api.services, { role: 'organizer' });
      const she = await new PageReader(api).open('/sign-in');
      const { controls } = she.form('/sign-in/demo');
      const form = controls.find(({ name }) => name === 'form')!.value;
      await she.post('/sign-in/demo', { form, user: email });
      expect([she.status, she.cookies.has('baraza_page')]).toEqual([422, false]);
    });

    it('cannot be in production, whatever file lies there', async () => {
      const production = await openTestApi({ NODE_ENV: 'production' });
      await demoUser(production);
      const she = await new PageReader(production).open('/sign-in');
      expect(she.status).toBe(200);
      expect(she.page).not.toContain('demo');
      const form = she.form('/sign-in').controls.find(({ name }) => name === 'form')!.value;
      await she.post('/sign-in/demo', { form, user: 'administrator@example.org' });
      // There is no such page, so a form is not even read.
      expect([she.status, she.cookies.has('__Host-baraza_page')]).toEqual([415, false]);
      await production.close();
    });
  });
});
