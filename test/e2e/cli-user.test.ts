import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR } from '#identity';
import { PASSWORD } from '../support/accounts.js';
import { openTestApi, type TestApi } from '../support/api.js';
import { Browser } from '../support/browser.js';
import { command } from '../support/cli.js';
import { totpCode } from '../support/codes.js';
import { fill, record } from '../support/fill.js';
import { TEST_MASTER_KEYS } from '../support/keys.js';

describe('baraza user', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    api = await openTestApi();
    folder = await mkdtemp(join(tmpdir(), 'baraza-users-'));
    await fill(api.services, 'acacia', [record(1)]);
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  const env = () => ({
    DATABASE_URL: api.settings.databaseUrl ?? '',
    BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
    BARAZA_DATA_DIR: folder,
  });
  const run = (...args: string[]) => command(['user', ...args], env());
  const outbox = async () => readdir(join(folder, 'outbox')).catch(() => []);

  it('create-admin prints a link that makes the first administrator, and mails nothing', async () => {
    const made = await run('create-admin', '--email', 'first@example.org', '--name', 'First One');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout.trim().split('\n')).toHaveLength(2);
    expect(await outbox()).toEqual([]);
    const [, token = ''] = /invitation\?token=([\w-]{43})\n/.exec(made.stdout) ?? [];
    const she = new Browser(api);
    expect(
      await she.do('acceptInvitation', 'accepted', {
        token: ['String!', token],
        password: ['String', PASSWORD],
      }),
    ).toMatchObject({ __typename: 'InvitationAccepted' });
    await she.signIn('first@example.org', PASSWORD);
    const { data } = await she.ask<{ me: { account: { name: string } } }>(
      '{ me { account { name } } }',
    );
    expect(data?.me.account.name).toBe('First One');
  });

  it('create-admin makes no second one unless it is told to', async () => {
    const args = ['create-admin', '--email', 'second@example.org'];
    expect(await run(...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is an administrator already: let her invite others, or add --another.\n',
    });
    expect(await run(...args, '--another')).toMatchObject({ code: 0 });
    expect(await run('create-admin', '--email', 'no address', '--another')).toMatchObject({
      code: 1,
      stderr: 'email: This is not an e-mail address.\n',
    });
  });

  it('invite sends a link for any role', async () => {
    const invite = (...args: string[]) => run('invite', '--email', 'she@example.org', ...args);
    expect(await invite('--role', 'mediator', '--network', 'acacia', '--member', 'T-0001')).toEqual(
      {
        code: 0,
        stdout: 'Invited as mediator.\n',
        stderr: '',
      },
    );
    expect(await invite('--role', 'coordinator', '--network', 'acacia', '--by-hand')).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Nothing is mailed\. .*\n\S+\/link\/invitation\?token=\S+\n$/),
      stderr: '',
    });
    expect(await invite('--role', 'focal-point', '--organization', 'A Ministry')).toMatchObject({
      code: 0,
    });
    const mails = await outbox();
    expect(mails).toHaveLength(2);
    expect(await readFile(join(folder, 'outbox', mails[0] ?? ''), 'utf8')).toContain(
      'she@example.org',
    );
  });

  it.each([
    [['--role', 'queen'], /^--role is one of administrator, coordinator, .*\(it is "queen"\)\.\n$/],
    [['--role', 'coordinator'], /^networkId: This role needs it\.\n$/],
    [['--role', 'coordinator', '--network', 'nowhere'], /^There is no network "nowhere"\.\n$/],
    [
      ['--role', 'mediator', '--network', 'acacia', '--member', 'T-9'],
      /^That network lists no member "T-9"\.\n$/,
    ],
  ])('invite %j is refused in a sentence', async (args, stderr) => {
    expect(await run('invite', '--email', 'she@example.org', ...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(stderr) as unknown,
    });
  });

  it('remove-second-factor lets the only administrator in again, and tells her', async () => {
    const email = 'locked-out@example.org';
    await api.services.identity.accounts.createReady(OPERATOR, [
      {
        email,
        name: 'Locked Out',
        locale: 'en',
        password: PASSWORD,
        roles: [{ role: 'administrator', networkId: null }],
        secondFactor: true,
      },
    ]);
    const signIn = async () => (await new Browser(api).signIn(email, PASSWORD)).__typename;
    expect(await signIn()).toBe('SecondFactorRequired');
    const mails = (await outbox()).length;
    const remove = async (address: string) =>
      run('remove-second-factor', '--email', address, '--yes');
    expect(await run('remove-second-factor', '--email', email)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('add --yes') as unknown,
    });
    expect(await signIn()).toBe('SecondFactorRequired');
    expect(await remove(email)).toMatchObject({ code: 0, stderr: '' });
    expect(await signIn()).toBe('SignedIn');
    expect(await outbox()).toHaveLength(mails + 1);
    expect(await remove(email)).toMatchObject({
      code: 1,
      stderr: 'The account has no authenticator.\n',
    });
    expect(await remove('nobody@example.org')).toMatchObject({ code: 1, stdout: '' });
  });

  it('rotate-signing-keys signs by another key, and leaves who is signed in signed in', async () => {
    const she = new Browser(api);
    const headers = await api.signedIn({ role: 'organizer' });
    she.token = headers.authorization?.slice('Bearer '.length) ?? null;
    const before = await api.services.identity.signingKeys.signer();
    expect(await run('rotate-signing-keys')).toMatchObject({ code: 0 });
    const after = await api.services.identity.signingKeys.signer();
    expect(after.kid).not.toBe(before.kid);
    expect(await she.whoAmI()).toBe('ORGANIZER, vetted');
  });

  describe('the users of the demo', () => {
    let demo: TestApi;
    beforeAll(async () => {
      demo = await openTestApi();
    });
    afterAll(async () => demo.close());

    it('are in a file that nobody else on the machine reads, and can sign in', async () => {
      const data = join(folder, 'demo');
      const loaded = await command(['demo'], {
        ...env(),
        DATABASE_URL: demo.settings.databaseUrl ?? '',
        BARAZA_DATA_DIR: data,
      });
      expect(loaded).toMatchObject({ code: 0, stderr: '' });
      expect(loaded.stdout).toContain('demo-users.txt');
      const file = join(data, 'demo-users.txt');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const text = await readFile(file, 'utf8');
      const users = [
        ...text.matchAll(/e-mail +(\S+)\n +password +(\S+)\n(?: +authenticator +(\S+)\n)?/g),
      ].map(([, email = '', password = '', secret]) => ({ email, password, secret }));
      expect(users).toHaveLength(11);
      const found: string[] = [];
      for (const { email, password, secret } of users) {
        const she = new Browser(demo);
        const { challenge } = await she.signIn(email, password);
        if (secret) await she.answer(challenge, totpCode(secret));
        found.push(await she.whoAmI());
      }
      expect(found).toEqual([
        'ADMINISTRATOR, vetted',
        ...Array.from({ length: 5 }, () => 'COORDINATOR, vetted'),
        'ORGANIZER, vetted',
        'FOCAL_POINT, vetted',
        'FOCAL_POINT, vetted',
        'ORGANIZER, vetted',
        'MEDIATOR',
      ]);
    });
  });
});
