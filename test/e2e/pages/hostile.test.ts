import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PersonalDataService } from '#directory';
import { openTestApi, type TestApi } from '../../support/api.js';
import { tagsOf } from '../../support/html-forms.js';
import { PageReader } from '../../support/page-reader.js';
import { atHerPage, makeWoman, type Woman } from '../../support/woman.js';

const MARKER = `"'><script>alert(1)</script><img src=x onerror=alert(1)></textarea></title>&lt`;
/** A text of a telephone holds a number. */
const TELEPHONE = `${MARKER} 202 555 0177`;
const PAGES = [
  '/me',
  '/me/data',
  '/me/availability',
  '/me/safety',
  '/me/consents',
  '/me/audiences',
  '/me/contact',
  '/me/corrections',
  '/account',
  '/me/erase',
];

describe('hostile requests to pages', () => {
  let api: TestApi;
  let amina: Woman;
  let zuri: Woman;

  beforeAll(async () => {
    api = await openTestApi();
    amina = await makeWoman(api, 1, { display_name: 'Amina Diallo', telephone: '+1 202 555 0123' });
    zuri = await makeWoman(api, 2, { display_name: 'Zuri Okoye', telephone: '+1 202 555 0199' });
  });
  afterAll(async () => api.close());

  const consents = async ({ mediatorId }: Woman) => {
    const rows = await api.services.database.query<{ purpose: string }>(
      'SELECT purpose FROM consent WHERE mediator_id = $1 AND withdrawn_at IS NULL ORDER BY purpose',
      [mediatorId],
    );
    return rows.map(({ purpose }) => purpose);
  };

  /** The form that takes consent LISTED back, as it stands on her page. */
  const withdrawal = async (she: PageReader): Promise<[string, string][]> => {
    await she.open('/me/consents');
    const { controls } = she.form('/me/consents/withdraw', { purpose: 'LISTED' });
    return controls.map(({ name, value }) => [name, value]);
  };
  const tokenOf = async (she: PageReader): Promise<string> => {
    await she.open('/me');
    const { controls } = she.form('/me/confirm');
    return controls.find(({ name }) => name === 'form')!.value;
  };
  const without = (fields: [string, string][]) => fields.filter(([name]) => name !== 'form');

  it('a form of another site does nothing', async () => {
    const she = await atHerPage(api, amina);
    const fields = await withdrawal(she);
    const other = await atHerPage(api, zuri);
    const foreign = (await withdrawal(other)).find(([name]) => name === 'form')!;
    const stranger = await new PageReader(api).open('/sign-in');
    const anonymous = stranger.form('/sign-in/link').controls.find(({ name }) => name === 'form')!;
    const attempts: [[string, string][], Record<string, string>][] = [
      [without(fields), {}],
      [[...without(fields), ['form', '']], {}],
      [[...without(fields), foreign], {}],
      [[...without(fields), ['form', anonymous.value]], {}],
      [fields, { origin: 'https://evil.example' }],
      [fields, { 'sec-fetch-site': 'cross-site', origin: 'null' }],
      [fields, { 'sec-fetch-site': 'same-site' }],
    ];
    for (const [body, headers] of attempts) {
      await she.post('/me/consents/withdraw', body, headers);
      expect(she.status).toBe(403);
      expect(she.text).toContain('Nothing was changed.');
    }
    expect(await consents(amina)).toEqual(['LISTED', 'MATCHED']);
    await she.post('/me/consents/withdraw', fields);
    expect(she.status).toBe(303);
    expect(await consents(amina)).toEqual(['MATCHED']);
    await she.open('/me/consents');
    await she.submit('/me/consents/give', { purpose: 'LISTED' });
  });

  it('every form is held to that, and by no other way of writing its address', async () => {
    const she = await atHerPage(api, amina);
    const actions = new Set<string>();
    for (const path of [...PAGES, '/me/audiences/residence', '/sign-in', '/link/sign-in']) {
      await she.open(path);
      for (const { action, method } of she.forms) {
        expect(method).toBe('post');
        actions.add(action);
      }
    }
    expect(actions.size).toBeGreaterThan(14);
    for (const action of actions) {
      await she.post(action, { confirmation: 'Amina Diallo' });
      expect([action, she.status]).toEqual([action, 403]);
    }
    await she.post('/%6De/erase', { confirmation: 'Amina Diallo' });
    expect(she.status).toBe(403);
    for (const path of ['//me/erase', '/ME/erase', '/me/erase/', '/x/../me/erase']) {
      await she.post(path, { confirmation: 'Amina Diallo' });
      expect([403, 404, 415]).toContain(she.status);
    }
    expect((await she.open('/me')).text).toContain('Only you see this page.');
  });

  it('a body of another kind is no form', async () => {
    const she = await atHerPage(api, amina);
    const form = await tokenOf(she);
    const payload = JSON.stringify({ purpose: 'LISTED', form });
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      await she.send('POST', '/me/consents/withdraw', { 'content-type': type }, payload);
      expect([403, 415]).toContain(she.status);
    }
    await she.post('/me/corrections', { form, text: 'x'.repeat(270_000) });
    expect(she.status).toBe(413);
    expect(she.text).toContain('That is too much text.');
    expect(await consents(amina)).toEqual(['LISTED', 'MATCHED']);
  });

  it('GraphQL takes no form, and no cookie of pages', async () => {
    const she = await atHerPage(api, amina);
    await she.post('/graphql', { query: '{ __typename }' });
    expect(she.status).toBe(415);
    const query = JSON.stringify({ query: '{ me { account { email } } }' });
    await she.send('POST', '/graphql', { 'content-type': 'application/json' }, query);
    expect(JSON.parse(she.page)).toEqual({ data: { me: null } });
    await she.send('GET', '/me/export.json');
    expect(she.status).toBe(401);
  });

  it('a GET changes nothing, whatever it carries', async () => {
    const she = await atHerPage(api, amina);
    const form = await tokenOf(she);
    for (const path of ['/me/consents/withdraw', '/me/confirm', '/me/export/json', '/sign-out']) {
      await she.send('GET', `${path}?purpose=LISTED&form=${form}`);
      expect(she.status).toBe(404);
    }
    await she.open(`/me/erase?confirmation=Amina+Diallo&form=${form}`);
    expect(await consents(amina)).toEqual(['LISTED', 'MATCHED']);
  });

  it('what she and her networks say is text on every page', async () => {
    const marked = await makeWoman(api, 3, {
      full_name: MARKER,
      display_name: MARKER,
      code_name: MARKER,
      education: MARKER,
      publications: MARKER,
      training: MARKER,
      biography: MARKER,
      telephone: TELEPHONE,
      postal_address: MARKER,
      emergency_contact: MARKER,
      security_notes: MARKER,
    });
    const she = await atHerPage(api, marked, { 'user-agent': MARKER });
    await she.open('/me/corrections');
    await she.submit('/me/corrections', { text: MARKER });
    await she.open('/me/contact');
    await she.submit('/me/contact', { email: MARKER, telephone: TELEPHONE, securityNotes: MARKER });
    expect(she.status).toBe(422);
    harmless(she);
    await she.submit('/me/contact', { email: '', telephone: TELEPHONE, securityNotes: MARKER });
    await she.open('/me/availability');
    await she.submit('/me/availability', { notice: MARKER, from0: MARKER });
    harmless(she);
    await she.open('/me/safety');
    await she.submit('/me/safety', { added: MARKER, codeName: MARKER });
    harmless(she);
    const shown = [];
    for (const path of PAGES) {
      await she.open(path);
      expect([path, she.status]).toEqual([path, 200]);
      harmless(she);
      if (she.page.includes('alert(1)')) shown.push(path);
    }
    expect(shown).toEqual(expect.arrayContaining(['/me/data', '/me/contact', '/me/safety']));
    await she.open('/me/contact');
    const held = she.form('/me/contact').controls.find(({ name }) => name === 'telephone');
    expect(held?.value).toBe(TELEPHONE);
    for (const address of [
      `/link/sign-in?token=${encodeURIComponent(MARKER)}`,
      `/me?done=${MARKER}`,
    ]) {
      harmless(await she.open(address));
    }
    harmless(
      await she.open(`/sign-in?lang=${encodeURIComponent(MARKER)}&${encodeURIComponent(MARKER)}=1`),
    );
  });

  it("another woman's ids open and change nothing", async () => {
    const she = await atHerPage(api, amina);
    const other = await atHerPage(api, zuri);
    await other.open('/account');
    const [row] = await api.services.database.query<{ id: string }>(
      'SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL',
      [zuri.id],
    );
    const form = await tokenOf(she);
    await she.post('/account/sessions/end', { form, id: row!.id });
    expect(she.status).toBe(404);
    await she.post('/account/sessions/end', { form, id: 'no id' });
    expect(she.status).toBe(404);
    expect((await other.open('/me')).path).toBe('/me');
    const more = { form, mediatorId: zuri.mediatorId, id: zuri.mediatorId, networkId: 'x' };
    await she.post('/me/consents/withdraw', { ...more, purpose: 'LISTED' });
    await she.post('/me/confirm', more);
    await she.post('/me/contact', { ...more, telephone: '+1 202 555 0000', version: '' });
    expect(await consents(zuri)).toEqual(['LISTED', 'MATCHED']);
    for (const path of PAGES) {
      await she.open(`${path}?id=${zuri.mediatorId}&mediatorId=${zuri.mediatorId}`);
      expect(she.page).not.toContain('Zuri');
      expect(she.page).not.toMatch(/555\D?0199/);
    }
  });

  it('codes that are none are refused as what is not there', async () => {
    const she = await atHerPage(api, amina);
    const form = await tokenOf(she);
    await she.post('/me/consents/give', { form, purpose: 'EVERYTHING', version: '2026-11' });
    expect(she.status).toBe(404);
    await she.post('/me/consents/give', { form, purpose: 'MATCHED', version: '1999-01' });
    expect(she.status).toBe(422);
    await she.post('/me/audiences/residence', { form, audience: 'NOBODY' });
    expect(she.status).toBe(404);
    for (const field of ['email', '__proto__', 'constructor', 'x'.repeat(90)]) {
      await she.open(`/me/audiences/${field}`);
      expect(she.status).toBe(404);
    }
    await she.post('/me/availability', { form, revision: 'x', band: '__proto__' });
    expect([409, 422]).toContain(she.status);
    const odd = 'a\0b\uFFFE';
    for (const action of [
      '/me/contact',
      '/me/safety',
      '/me/corrections',
      '/me/erase',
      '/account/sessions/end',
    ]) {
      const fields = ['id', 'version', 'revision', 'text', 'added', 'codeName', 'telephone'];
      const body = Object.fromEntries(fields.map((name) => [name, odd]));
      await she.post(action, { form, ...body, field: odd, confirmation: odd });
      expect([action, she.status < 500]).toEqual([action, true]);
    }
    for (const action of [
      '/sign-in',
      '/sign-in/link',
      '/sign-in/code',
      '/link/sign-in',
      '/link/invitation',
    ]) {
      const fields = [
        'address',
        'email',
        'password',
        'code',
        'challenge',
        'token',
        'name',
        'agreed',
      ];
      const body = Object.fromEntries(fields.map((name) => [name, odd]));
      await she.post(action, { form, ...body });
      expect([action, she.status < 500]).toEqual([action, true]);
    }
    for (const after of ['__proto__', 'constructor', 'x']) {
      expect((await she.open(`/link/done?after=${after}`)).status).toBe(404);
    }
  });

  it('a session that was ended, or of a suspended account, opens nothing', async () => {
    const woman = await makeWoman(api, 4, {});
    const she = await atHerPage(api, woman);
    await api.services.database.query('UPDATE session SET ended_at = now() WHERE account_id = $1', [
      woman.id,
    ]);
    for (const path of PAGES) expect((await she.open(path)).path).toBe('/sign-in');
    const again = await atHerPage(api, woman);
    const fields = await withdrawal(again);
    await api.services.database.query(`UPDATE account SET state = 'suspended' WHERE id = $1`, [
      woman.id,
    ]);
    await again.post('/me/consents/withdraw', fields);
    expect(again.headers.location).toBe('/sign-in');
    expect(await consents(woman)).toEqual(['LISTED', 'MATCHED']);
  });

  it('a session that was not used for an hour opens nothing', async () => {
    const she = await atHerPage(api, zuri);
    const idle = async (minutes: number) =>
      api.services.database.query(
        `UPDATE session SET last_used_at = now() - $2 * interval '1 minute' WHERE account_id = $1`,
        [zuri.id, minutes],
      );
    await idle(55);
    expect((await she.open('/me')).path).toBe('/me');
    await idle(55);
    expect((await she.open('/me')).path).toBe('/me');
    await idle(61);
    expect((await she.open('/me')).path).toBe('/sign-in');
  });

  it('a cookie that was exchanged for tokens elsewhere opens nothing any more', async () => {
    const she = await atHerPage(api, zuri);
    const cookie = she.cookies.get('baraza_page')!;
    await api.services.identity.sessions.refresh({ ...viewer, name: 'public' }, cookie);
    expect((await she.open('/me')).path).toBe('/sign-in');
  });

  it('guesses at a password are slowed down', async () => {
    const woman = await makeWoman(api, 5, {});
    const guesser = new PageReader(api);
    const statuses = [];
    for (let tries = 0; tries < 8; tries++) {
      await guesser.open('/sign-in');
      await guesser.submit('/sign-in', {
        address: woman.email,
        password: `guess ${tries} of many`,
      });
      statuses.push(guesser.status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(guesser.text).toMatch(/Wait for \d+ minutes? and try again/);
    expect(Number(guesser.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('an error on our side says nothing of itself', async () => {
    const she = await atHerPage(api, amina);
    const silent = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const logged = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const broken = jest
      .spyOn(PersonalDataService.prototype, 'read')
      .mockRejectedValue(new Error('column "telephone" of +1 202 555 0123'));
    await she.open('/me/data');
    const log = [...silent.mock.calls, ...logged.mock.calls].join(' ');
    for (const spy of [silent, logged, broken]) spy.mockRestore();
    expect(she.status).toBe(500);
    expect(she.text).toContain('Something went wrong on our side.');
    expect(she.page).not.toContain('555 0123');
    expect(log).toContain('Error at /me/data');
    expect(log).not.toContain('555 0123');
  });

  const viewer = {
    name: 'public',
    requestId: null,
    grants: ['anyone'],
    clearance: 'PUBLIC',
    userId: null,
    sessionId: null,
    networkIds: [],
    organizationId: null,
    mediatorId: null,
  } as const;
});

/** Nothing on the page is a tag or an attribute that its author did not write. */
function harmless({ page }: PageReader): void {
  for (const { name, attributes } of tagsOf(page)) {
    expect(['script', 'img', 'b', 'iframe', 'object', 'svg']).not.toContain(name);
    expect(Object.keys(attributes).filter((attribute) => attribute.startsWith('on'))).toEqual([]);
  }
  expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
}
