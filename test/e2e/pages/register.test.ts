import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';

const FORM = '/sign-in/register';
const WRITTEN = {
  name: 'Leila Haddad',
  email: 'leila.haddad@example.org',
  organization: 'Peace Desk',
  kind: 'civil-society',
  country: 'Lebanon',
};

describe('the page to register', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());

  it('is found from the sign-in', async () => {
    const she = await new PageReader(api).open('/sign-in');
    expect(she.page).toContain('href="/sign-in/register"');
    await she.open(FORM);
    expect(she.status).toBe(200);
  });

  it('says what is wrong at its field, and keeps what was written', async () => {
    const she = await new PageReader(api).open(FORM);
    await she.submit(FORM, { ...WRITTEN, name: ' ', kind: '', country: 'Lebanonn land' });
    expect(she.status).toBe(422);
    expect(she.page).toContain('href="#name"');
    expect(she.page).toContain('href="#kind"');
    expect(she.page).toContain('href="#country"');
    expect(she.page).toContain('value="Peace Desk"');
    expect(await mailsTo(api, WRITTEN.email)).toEqual([]);
  });

  it('refuses what is no address', async () => {
    const she = await new PageReader(api).open(FORM);
    await she.submit(FORM, { ...WRITTEN, email: 'not an address' });
    expect(she.status).toBe(422);
    expect(she.page).toContain('href="#email"');
  });

  it('leads by the link of a mail to an account whose organization waits', async () => {
    const she = await new PageReader(api).open(FORM);
    await she.submit(FORM, WRITTEN);
    expect([she.status, she.path]).toEqual([200, '/sign-in/register?sent']);
    const sent = she.page;
    await she.open(await lastLink(api, WRITTEN.email));
    await she.submit('/link/verify-email', { password: PASSWORD });
    await she.open('/sign-in');
    await she.submit('/sign-in', { address: WRITTEN.email, password: PASSWORD });
    expect(she.path).toBe('/console');
    const organizations = await api.ask<{ organizations: { edges: { node: unknown }[] } }>(
      '{ organizations(first: 10) { edges { node { name kind country state } } } }',
      {},
      await api.signedIn({ role: 'administrator' }),
    );
    expect(organizations.data?.organizations.edges).toEqual([
      { node: { name: 'Peace Desk', kind: 'CIVIL_SOCIETY', country: 'LB', state: 'PENDING' } },
    ]);

    // Whoever registers an address again reads the same.
    const other = await new PageReader(api).open(FORM);
    await other.submit(FORM, { ...WRITTEN, name: 'Somebody else' });
    expect(other.path).toBe('/sign-in/register?sent');
    const withoutToken = (page: string) => page.replaceAll(/value="[\w-]{20,}"/g, '');
    expect(withoutToken(other.page)).toBe(withoutToken(sent));
  });
});
