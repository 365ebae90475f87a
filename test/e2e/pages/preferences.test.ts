import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskService, PreferenceService } from '#introductions';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { tagsOf } from '../../support/html-forms.js';
import type { PageReader } from '../../support/page-reader.js';
import { coordinatorViewer, mediatorViewer } from '../../support/viewers.js';
import { atHerPage, makeWoman, type Woman } from '../../support/woman.js';

const PATH = '/me/preferences';

describe('how she is asked', () => {
  let api: TestApi;
  let amina: Woman;
  let she: PageReader;

  beforeAll(async () => {
    api = await openTestApi();
    amina = await makeWoman(api, 1, { display_name: 'Amina Diallo' });
    she = await atHerPage(api, amina);
  });
  afterAll(async () => api.close());

  const held = async () => api.app.get(PreferenceService).of(mediatorViewer(amina.mediatorId));

  it.each([
    ['Africa/Nairobi', 'Africa/Nairobi'],
    ['nairobi', 'Africa/Nairobi'],
    ['Kenya', 'Africa/Nairobi'],
    ['Quênia', 'Africa/Nairobi'],
    ['السودان', 'Africa/Khartoum'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Port-au-Prince', 'America/Port-au-Prince'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
  ])('is by the clocks of %s', async (written, timeZone) => {
    await she.open(PATH);
    await she.submit(PATH, { timeZone: written });
    expect([she.path, she.status]).toEqual([`${PATH}?done=saved`, 200]);
    expect(await held()).toMatchObject({ timeZone });
    expect(she.form(PATH).controls.find(({ name }) => name === 'timeZone')?.value).toBe(timeZone);
  });

  it.each([
    ['Brazil', /Did you mean Araguaina, Bahia, .*\?/],
    ['DR Congo', /Did you mean Kinshasa and Lubumbashi\?/],
    ['Nairoby', /This is not known here\. Did you mean Nairobi\?/],
    ['Atlantis', /This is not known here\.(?! Did)/],
    ['+03:00', /This is not known here/],
    ['', /This is needed\./],
  ])('is never guessed from %j', async (written, mistake) => {
    await she.open(PATH);
    await she.submit(PATH, { timeZone: 'Bamako' });
    await she.submit(PATH, { timeZone: written, quietFrom: '21:00', quietUntil: '06:00' });
    expect(she.status).toBe(422);
    expect(she.text).toMatch(mistake);
    const field = tagsOf(she.page).find(({ attributes }) => attributes.id === 'timeZone');
    expect(field?.attributes).toMatchObject({ 'aria-invalid': 'true', value: written });
    expect(she.form(PATH).controls.find(({ name }) => name === 'quietFrom')?.value).toBe('21:00');
    expect(await held()).toMatchObject({ timeZone: 'Africa/Bamako', quietFrom: null });
  });

  it('waits for the end of her quiet hours, which are neither half nor the whole day', async () => {
    await she.open(PATH);
    await she.submit(PATH, { timeZone: 'Nairobi', quietFrom: '21:00', quietUntil: '06:30' });
    expect(await held()).toMatchObject({ quietFrom: '21:00', quietUntil: '06:30' });
    await she.submit(PATH, { quietUntil: '' });
    expect([she.status, she.page.includes('href="#quietUntil"')]).toEqual([422, true]);
    await she.submit(PATH, { quietFrom: '05:00', quietUntil: '23:00' });
    expect([she.status, she.page.includes('href="#quietUntil"')]).toEqual([422, true]);
    await she.submit(PATH, { quietFrom: '', quietUntil: '' });
    expect(await held()).toMatchObject({ quietFrom: null, quietUntil: null });
  });

  it('is by mail, by a call of her network or by a short message', async () => {
    for (const channel of ['telephone', 'message', 'mail'] as const) {
      await she.open(PATH);
      await she.submit(PATH, { channel });
      expect(await held()).toMatchObject({ channel });
    }
    await she.submit(PATH, { channel: 'pigeon' });
    expect(she.status).toBe(422);
    expect(await held()).toMatchObject({ channel: 'mail' });
  });

  it('is by the desk that she names, where several networks list her', async () => {
    await she.open(PATH);
    expect(she.page).not.toContain('deskNetworkId');
    await fill(api.services, 'baobab', [record(2, { display_name: 'Bintou Ba' })]);
    const [acacia = '', baobab = ''] = await Promise.all(
      ['acacia', 'baobab'].map(async (slug) => (await api.services.networks.bySlug(slug))?.id),
    );
    await api.services.database.query(
      `INSERT INTO affiliation SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'network_id', $1::uuid))).*
       FROM affiliation a WHERE mediator_id = $2`,
      [baobab, amina.mediatorId],
    );
    const desk = {
      address: 'desk@example.org',
      timeZone: 'Africa/Nairobi',
      workingDays: [1, 2, 3, 4, 5],
      opens: '09:00',
      closes: '17:00',
      languages: ['en'],
    } as const;
    for (const id of [acacia, baobab]) {
      await api.app.get(DeskService).state(coordinatorViewer(id), id, null, desk);
    }
    await she.open(PATH);
    expect(she.text).toContain('The one that has listed me longest Network acacia Network baobab');
    await she.submit(PATH, { deskNetworkId: baobab });
    expect(await held()).toMatchObject({ deskNetworkId: baobab, actingNetworkId: baobab });
    expect(she.text).toContain('At present it is Network baobab.');
    await she.submit(PATH, { deskNetworkId: '01900000-0000-7000-8000-000000000000' });
    expect([she.status, she.page.includes('href="#deskNetworkId"')]).toEqual([422, true]);
    await she.open(PATH);
    await she.submit(PATH, { deskNetworkId: '' });
    expect(await held()).toMatchObject({ deskNetworkId: null, actingNetworkId: acacia });
  });
});
