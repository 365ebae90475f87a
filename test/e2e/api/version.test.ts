import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VERSION } from '#config';
import { openTestApi, type TestApi } from '../../support/api.js';

describe('in production', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi({
      NODE_ENV: 'production',
      BARAZA_PUBLIC_URL: 'https://baraza.example.org',
    });
  });
  afterAll(async () => api.close());

  it('the version is told, and nothing of the machine', async () => {
    const { statusCode, body } = await api.app.inject({ method: 'GET', url: '/version' });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({ version: VERSION });
  });

  it('the schema of the running version is told, though introspection is off', async () => {
    const { errors } = await api.ask('{ __schema { types { name } } }');
    expect(errors?.length).toBe(1);
    const { statusCode, body, headers } = await api.app.inject({
      method: 'GET',
      url: '/schema.graphql',
    });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/graphql/);
    const documented = await readFile('docs/schema.graphql', 'utf8');
    expect(body).toBe(documented.replace(/^# .*\n\n/, ''));
  });
});
