import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ConsoleBuild } from '../../../apps/api/src/http/console-build.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { builtConsole, PAGE, SCRIPT } from '../../support/console.js';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";
const FILE = '/console/assets/main-B1x_-9.js';

describe('the files of the console', () => {
  let api: TestApi;
  const get = (url: string, headers: Record<string, string> = {}) =>
    api.app.inject({ method: 'GET', url, headers });

  beforeAll(async () => {
    api = await openTestApi({}, undefined, undefined, await builtConsole([]));
  });
  afterAll(async () => api.close());

  it.each([
    '/console',
    '/console/',
    '/console/inbox',
    '/console/needs/1?tab=pool',
    '/console/operations.json',
    '/console/index.html',
    '/console/assets',
  ])('%s is the page', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, body]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['br', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
    ['gzip, deflate, br, zstd', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
    ['gzip', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
    ['identity', undefined, (bytes: Buffer) => bytes],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('a script for who accepts %j comes as %s', async (accepted, encoding, open) => {
    const { statusCode, headers, rawPayload } = await get(FILE, { 'accept-encoding': accepted });
    expect(statusCode).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(open(rawPayload).toString()).toBe(SCRIPT);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^(text|application)\/javascript; charset=utf-8$/i),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: expect.stringMatching(/accept-encoding/i),
    });
  });

  it('a style sheet without a compressed twin comes as it is', async () => {
    const url = '/console/assets/main-C2y.css';
    const { headers, body } = await get(url, { 'accept-encoding': 'br, gzip' });
    expect(body).toBe('body{margin:0}');
    expect(headers['content-type']).toMatch(/^text\/css/);
    expect(headers['content-encoding']).toBeUndefined();
  });

  it.each([
    '/console/assets/none.js',
    '/console/assets/..%2foperations.json',
    '/console/assets/..%2findex.html',
    '/console/assets/%2e%2e%2findex.html',
    '/console/assets/.hidden',
    '/console/assets/x%00.js',
    '/console/assets/main-B1x_-9.js%2f',
  ])('%s is no file, and nobody keeps that', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(404);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).not.toContain(PAGE);
  });

  it('no other method does anything', async () => {
    const { statusCode } = await api.app.inject({ method: 'POST', url: '/console/inbox' });
    expect(statusCode).toBe(404);
  });

  it('says so where it was never built', async () => {
    const other = await openTestApi(
      { NODE_ENV: 'production' },
      undefined,
      undefined,
      await ConsoleBuild.read('/nowhere/at/all'),
    );
    const { statusCode, headers, body } = await other.app.inject('/console/inbox');
    await other.close();
    expect([statusCode, body]).toEqual([
      503,
      'The console has not been built: run npm run build.\n',
    ]);
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  });
});
