import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount, PASSWORD } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { Browser } from '../../support/browser.js';
import { totpCode } from '../../support/codes.js';
import { lastToken } from '../../support/mails.js';

/** Whoever gets hold of a dump of the database, or of the logs, learns no address and gets in nowhere. */
describe('what signing in leaves behind', () => {
  const NAME = 'Wanjiru Traceable';
  const WRONG = 'a guess that is wrong';
  const EMAIL = 'wanjiru.traceable@example.org';
  let api: TestApi;
  const written: string[] = [];
  const secrets: Record<string, string> = { NAME, EMAIL, WRONG, PASSWORD };

  beforeAll(async () => {
    const restore = capture(written);
    try {
      api = await openTestApi();
      await live();
    } finally {
      restore();
    }
  });
  afterAll(async () => api.close());

  it('in the database is none of it in clear, nor as bytes', async () => {
    const dump = await dumped();
    expect(dump).toContain('session.begin');
    for (const [what, secret] of Object.entries(secrets)) {
      const found = [
        secret,
        Buffer.from(secret).toString('hex'),
        Buffer.from(secret).toString('base64'),
      ].filter((form) => dump.includes(form));
      expect([what, found]).toEqual([what, []]);
    }
  });

  it('in the log is none of it', () => {
    const log = written.join('');
    for (const [what, secret] of Object.entries(secrets)) {
      expect([what, log.includes(secret)]).toEqual([what, false]);
    }
  });

  it('in the queue are ids alone', async () => {
    const payloads = await api.asOwner<{ payload: unknown }>(
      'SELECT payload FROM graphile_worker._private_jobs',
    );
    expect(JSON.stringify(payloads)).not.toMatch(/@|wanjiru/i);
  });

  it('in the audit log is opaque', async () => {
    const rows = await api.asOwner<{ actor: string }>('SELECT DISTINCT actor FROM audit_entry');
    expect(rows.length).toBeGreaterThan(1);
    for (const { actor } of rows) {
      expect(actor).toMatch(/^(public|operator|system:[a-z]+|(user|service):[0-9a-f-]{36})$/);
    }
  });

  /** One of everything: registration, mistakes, enrolment, recovery, refresh, reset, a program, a failure. */
  async function live(): Promise<void> {
    const she = new Browser(api);
    await she.do('registerOrganizer', 'done', {
      input: [
        'RegistrationInput!',
        { email: EMAIL, name: NAME, organization: { name: 'Desk', kind: 'OTHER' } },
      ],
    });
    secrets.verifyToken = await lastToken(api, EMAIL);
    await she.do('verifyEmail', 'done', {
      token: ['String!', secrets.verifyToken],
      password: ['String!', PASSWORD],
    });
    await she.signIn(EMAIL, WRONG);
    await she.signIn(EMAIL, PASSWORD);
    secrets.accessToken = she.token ?? '';
    secrets.refreshToken = she.cookie?.split('=')[1] ?? '';
    const { secret = '' } = await she.do('beginTotp', 'enrolment', {
      password: ['String', PASSWORD],
    });
    secrets.totpSecret = secret;
    const { codes = [] } = await she.do('confirmTotp', 'codes', {
      code: ['String!', totpCode(secret)],
    });
    secrets.recoveryCode = codes[0] ?? '';
    secrets.plainRecoveryCode = (codes[1] ?? '').replaceAll('-', '');
    await she.refresh();
    const { challenge = '' } = await new Browser(api).signIn(EMAIL, PASSWORD);
    secrets.challenge = challenge;
    await she.do('requestPasswordReset', 'done', { email: ['String!', EMAIL] });
    secrets.resetToken = await lastToken(api, EMAIL);
    const administrator = new Browser(api);
    administrator.token =
      (await api.signedIn({ role: 'administrator' })).authorization?.slice(7) ?? null;
    const { token = '' } = await administrator.do('createServiceAccount', 'serviceAccountCreated', {
      input: ['ServiceAccountInput!', { name: 'Sync', scopes: ['DIRECTORY_READ'], days: 1 }],
    });
    secrets.serviceToken = token;
    const [row] = await api.asOwner<{ id: string; keyId: number; bytes: Buffer }>(
      'SELECT id, key_id AS "keyId", sealed AS bytes FROM signing_key',
    );
    if (!row) throw new Error('There is no key that signs.');
    const jwk = JSON.parse(await api.services.vault.open(row, `signing_key:${row.id}`)) as {
      d: string;
    };
    secrets.signingKey = jwk.d;
    const invited = 'invited.traceable@example.org';
    secrets.invited = invited;
    await administrator.do('inviteUser', 'invitation', {
      input: ['InvitationInput!', { email: invited, role: 'ADMINISTRATOR' }],
    });
    secrets.invitationToken = await lastToken(api, invited);
    await makeAccount(api.services);
    // Something that goes wrong unexpectedly, with her address in what was asked.
    await api.asOwner('ALTER TABLE attempt RENAME TO attempt_gone');
    const failed = await api.ask(
      `mutation { signIn(email: "${EMAIL}", password: "${PASSWORD}") { __typename } }`,
    );
    await api.asOwner('ALTER TABLE attempt_gone RENAME TO attempt');
    expect(failed.errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(failed)).not.toContain(EMAIL);
    // And something that goes wrong before it is known who asks.
    await api.asOwner('ALTER TABLE session RENAME TO session_gone');
    const nobody = await she.ask('{ me { vetted } }');
    await api.asOwner('ALTER TABLE session_gone RENAME TO session');
    expect(nobody.errors?.[0]).toMatchObject({
      message: expect.stringContaining('Something went wrong here') as unknown,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  }

  async function dumped(): Promise<string> {
    const tables = await api.asOwner<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('public', 'search', 'graphile_worker')`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const rows = await api.asOwner<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      parts.push(...rows.map(({ row }) => row));
    }
    return parts.join('\n');
  }
});

/** Keeps what the process writes to its output instead of writing it. */
function capture(into: string[]): () => void {
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write.bind(stream));
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array) => {
      into.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return true;
    };
  }
  return () => {
    for (const [i, stream] of streams.entries()) {
      const original = originals[i];
      if (original) stream.write = original;
    }
  };
}
