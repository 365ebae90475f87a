import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { loadSettings, SettingsError, wantsDemo } from './settings.js';

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('need nothing at all', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null });
    expect(wantsDemo(settings)).toBe(true);
  });

  it.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ PORT: '3001' }, 'http://127.0.0.1:3001'],
    [{ PORT: '3001', BARAZA_PUBLIC_URL: ' ' }, 'http://127.0.0.1:3001'],
    [{ PORT: '80', BARAZA_HOST: '0.0.0.0' }, 'http://localhost:80'],
    [{ BARAZA_HOST: '::1' }, 'http://[::1]:3000'],
    [
      { PORT: '3001', BARAZA_PUBLIC_URL: 'https://baraza.example.org/' },
      'https://baraza.example.org',
    ],
  ])('make links of %j begin with %s', (env, publicUrl) => {
    expect(loadSettings(env)).toMatchObject({ publicUrl });
  });

  it('treat an empty variable as unset', () => {
    expect(loadSettings({ PORT: ' ', DATABASE_URL: '' }).port).toBe(3000);
  });

  it('name every mistake at once', () => {
    expect(mistakesOf({ PORT: '70000', NODE_ENV: 'prod', BARAZA_MAX_DEPTH: '-1' })).toEqual([
      'NODE_ENV must be one of development, test, production (it is "prod").',
      'PORT must be a whole number from 0 to 65535 (it is "70000").',
      'BARAZA_MAX_DEPTH must be a whole number from 4 to 50 (it is "-1").',
    ]);
  });

  it('never repeat a secret', () => {
    const mistakes = mistakesOf({ DATABASE_URL: 'mysql://root:hunter2@db/x' });
    expect(mistakes).toEqual(['DATABASE_URL must be a postgres:// or postgresql:// address.']);
  });

  const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

  it('read master keys, the current one first, and show none of them', () => {
    const settings = loadSettings({ BARAZA_MASTER_KEYS: `new:${key(2)}, old:${key(1)}` });
    expect(settings.masterKeys?.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(inspect(settings, { depth: 9 }) + JSON.stringify(settings)).not.toContain(
      key(2).slice(0, 12),
    );
  });

  it.each([
    ['one', 'must hold keys as `id:base64`, separated by commas'],
    [`One:${key(1)}`, 'must name each key by 1 to 32 small letters, digits and hyphens'],
    [`one:${key(1).slice(4)}`, 'must hold keys of 32 bytes in base64'],
    [`one:${key(1)},one:${key(2)}`, 'must name each key differently'],
    [`one:${key(1)},two:${key(1)}`, 'must not hold the same key twice'],
  ])('refuse master keys that are none, without repeating them: %s', (text, mistake) => {
    expect(mistakesOf({ BARAZA_MASTER_KEYS: text })).toEqual([`BARAZA_MASTER_KEYS ${mistake}.`]);
  });

  it.each([
    ['http://gateway.example.org/sms', 'must be an https:// address, unless it is on this machine'],
    ['https://me:secret@gateway.example.org', 'must hold no password: there is a token'],
    ['smtp://gateway.example.org', 'must be a http:// or https:// address'],
  ])('refuse the gateway %s, without repeating it', (url, mistake) => {
    const env = { BARAZA_MESSAGE_URL: url, BARAZA_MESSAGE_TOKEN: 't' };
    expect(mistakesOf(env)).toEqual([`BARAZA_MESSAGE_URL ${mistake}.`]);
  });

  it('want a token with the gateway, of one word', () => {
    const BARAZA_MESSAGE_URL = 'http://127.0.0.1:8080/sms';
    expect(mistakesOf({ BARAZA_MESSAGE_URL })).toEqual([
      'BARAZA_MESSAGE_TOKEN is required with BARAZA_MESSAGE_URL.',
    ]);
    expect(mistakesOf({ BARAZA_MESSAGE_URL, BARAZA_MESSAGE_TOKEN: 'two\r\nwords' })).toEqual([
      'BARAZA_MESSAGE_TOKEN must be one word of ASCII.',
    ]);
    expect(mistakesOf({ BARAZA_MESSAGE_URL, BARAZA_MESSAGE_TOKEN: 'word' })).toEqual([]);
  });

  it('take a secret from a file, and an address and its password apart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-settings-'));
    const file = join(folder, 'password');
    await writeFile(file, ' ä:/?#[]@%41 "\\$ \n');
    try {
      const { databaseUrl, mailUrl } = loadSettings({
        DATABASE_URL: 'postgres://service@db:5432/baraza?sslmode=require',
        DATABASE_PASSWORD_FILE: file,
        BARAZA_MAIL_URL: 'smtps://mailer@mail.example.org',
        BARAZA_MAIL_PASSWORD: 'p@ss%word',
        BARAZA_MAIL_FROM: 'baraza@example.org',
      });
      const { username, password, host, search } = new URL(databaseUrl ?? '');
      expect([username, host, search]).toEqual(['service', 'db:5432', '?sslmode=require']);
      expect(decodeURIComponent(password)).toBe('ä:/?#[]@%41 "\\$');
      expect(decodeURIComponent(new URL(mailUrl ?? '').password)).toBe('p@ss%word');
      await writeFile(file, '\n');
      expect(mistakesOf({ DATABASE_PASSWORD_FILE: file })).toEqual([
        `DATABASE_PASSWORD is in the file ${file}, which is empty.`,
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    [
      { BARAZA_MASTER_KEYS_FILE: '/nowhere/at/all' },
      'BARAZA_MASTER_KEYS cannot be read from the file /nowhere/at/all (ENOENT).',
    ],
    [
      { MEILISEARCH_KEY: 'hunter2', MEILISEARCH_KEY_FILE: '/nowhere' },
      'MEILISEARCH_KEY and MEILISEARCH_KEY_FILE are both set: set one of them.',
    ],
    [
      { DATABASE_URL: 'postgres://me:hunter2@db/x', DATABASE_PASSWORD: 'hunter2' },
      'DATABASE_URL must hold no password: it is set on its own.',
    ],
    [
      { DATABASE_URL: 'postgres://db/x', DATABASE_PASSWORD: 'hunter2' },
      'DATABASE_URL must name a user, because a password is set.',
    ],
  ])('refuse a secret that is given twice or cannot be read', (env, mistake) => {
    expect(mistakesOf(env)).toEqual([mistake]);
  });

  it('refuse the embedded database and the demo in production', () => {
    expect(mistakesOf({ NODE_ENV: 'production', BARAZA_DEMO: 'on' })).toEqual([
      'DATABASE_URL is required in production.',
      'BARAZA_MASTER_KEYS is required in production.',
      'BARAZA_MAIL_URL is required in production.',
      'BARAZA_PUBLIC_URL is required in production.',
      'BARAZA_DEMO cannot be on in production.',
    ]);
  });

  it('trust no proxy but those that are named', () => {
    expect(loadSettings({}).trustProxy).toBeNull();
    expect(loadSettings({ BARAZA_TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
    for (const wrong of ['on', 'true', '10.0.0.0/33', '::1/129', '1', '10.0.0.0/8,']) {
      expect(mistakesOf({ BARAZA_TRUST_PROXY: wrong })).toEqual([
        `BARAZA_TRUST_PROXY must be off, or addresses or networks such as 10.0.0.0/8 with commas between (it is "${wrong}").`,
      ]);
    }
  });

  it('want a sender where there is a mail server, and repeat no password of it', () => {
    expect(mistakesOf({ BARAZA_MAIL_URL: 'smtps://mail:hunter2@mail.example.org' })).toEqual([
      'BARAZA_MAIL_FROM is required with BARAZA_MAIL_URL.',
    ]);
    expect(mistakesOf({ BARAZA_MAIL_URL: 'https://mail:hunter2@mail.example.org' })).toEqual([
      'BARAZA_MAIL_URL must be a smtp:// or smtps:// address.',
    ]);
    expect(mistakesOf({ BARAZA_MAIL_FROM: 'Baraza <baraza@example.org>' })).toEqual([
      'BARAZA_MAIL_FROM must be one e-mail address (it is "Baraza <baraza@example.org>").',
    ]);
  });

  it('serve operators on other machines with a token only', () => {
    const env = { BARAZA_OPERATOR_PORT: '9464', BARAZA_OPERATOR_HOST: '0.0.0.0' };
    expect(mistakesOf(env)).toEqual([
      'BARAZA_OPERATOR_TOKEN is required where BARAZA_OPERATOR_HOST is not this machine.',
    ]);
    expect(mistakesOf({ ...env, BARAZA_OPERATOR_TOKEN: 'too short' })).toEqual([
      'BARAZA_OPERATOR_TOKEN must be one word of ASCII, of 16 characters or more.',
    ]);
    expect(mistakesOf({ ...env, BARAZA_OPERATOR_TOKEN: 'a'.repeat(16) })).toEqual([]);
    expect(mistakesOf({ ...env, BARAZA_OPERATOR_HOST: '::1' })).toEqual([]);
    expect(loadSettings({}).operatorPort).toBeNull();
  });

  it('load no demo into a database that was given', () => {
    expect(wantsDemo(loadSettings({ DATABASE_URL: 'postgres://db/baraza' }))).toBe(false);
  });
});
