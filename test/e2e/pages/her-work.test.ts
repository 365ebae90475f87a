import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import type { PageReader } from '../../support/page-reader.js';
import { atHerPage, makeWoman, type Woman } from '../../support/woman.js';

describe('the page of her work', () => {
  let api: TestApi;
  let amina: Woman;
  let she: PageReader;

  beforeAll(async () => {
    api = await openTestApi();
    amina = await makeWoman(api, 1, { display_name: 'Amina Diallo' });
    she = await atHerPage(api, amina);
  });
  afterAll(async () => api.close());

  const value = (name: string) =>
    she.form('/me/profile').controls.find((control) => control.name === name && control.sent)
      ?.value;
  const held = async () => {
    const [row] = await api.services.database.query<{
      years: number;
      biography: unknown;
      languages: unknown;
      expertise: unknown;
    }>(
      `SELECT years, biography,
         (SELECT jsonb_object_agg(language, level) FROM mediator_language WHERE mediator_id = m.id) AS languages,
         (SELECT jsonb_object_agg(expertise, level) FROM mediator_expertise WHERE mediator_id = m.id) AS expertise
       FROM mediator m WHERE display_name = 'Amina Diallo'`,
    );
    return row;
  };

  it('takes languages by any of their names, topics, years and what she says of herself', async () => {
    await she.open('/me/profile?lang=en');
    const rows = she.form('/me/profile').controls.filter(({ name }) => /^language\d+$/.test(name));
    const clear = Object.fromEntries(rows.map(({ name }) => [name, '']));
    await she.submit('/me/profile', {
      ...clear,
      years: '١٢',
      language0: 'français',
      languageLevel0: 'C1',
      language2: 'Kiswahili',
      languageLevel2: 'native',
      topic0: 'mediation.ceasefire-mediation',
      topicLevel0: '3',
      'biography-ar': 'وسيطة منذ ٢٠٠٥',
    });
    expect([she.status, she.path]).toEqual([200, '/me/profile?done=saved']);
    expect(await held()).toMatchObject({
      years: 12,
      biography: { ar: 'وسيطة منذ ٢٠٠٥' },
      languages: { fr: 'C1', sw: 'native' },
      expertise: expect.objectContaining({ 'mediation.ceasefire-mediation': 3 }) as unknown,
    });
    const audited = await api.services.database.query(
      `SELECT FROM audit_entry WHERE action = 'profile.edit' ORDER BY number DESC LIMIT 1`,
    );
    expect(audited).toHaveLength(1);
  });

  it('keeps all that she wrote where something is wrong, and says it at its field', async () => {
    await she.open('/me/profile?lang=en');
    const before = await held();
    await she.submit('/me/profile', {
      years: '300',
      language4: 'Klingonese',
      languageLevel4: 'B2',
      language3: 'Hausa',
      topic2: 'mediation',
      'biography-sw': 'Mpatanishi',
    });
    expect(she.status).toBe(422);
    expect(
      ['years', 'language4', 'languageLevel4', 'language3', 'topic2', 'biography-sw'].map(value),
    ).toEqual(['300', 'Klingonese', 'B2', 'Hausa', 'mediation', 'Mpatanishi']);
    for (const field of ['years', 'language4', 'languageLevel3', 'topicLevel2']) {
      expect(she.page).toContain(`href="#${field}"`);
      expect(she.page).toContain(`id="${field}-mistake"`);
    }
    expect(await held()).toEqual(before);
  });

  it('says of a language that is there twice where it is', async () => {
    await she.open('/me/profile?lang=en');
    await she.submit('/me/profile', { language3: 'French', languageLevel3: 'A1' });
    expect(she.status).toBe(422);
    expect(she.page).toContain('id="language3-mistake"');
  });

  it('gives more rows without saving or losing anything, and takes rows away', async () => {
    await she.open('/me/profile?lang=en');
    const count = () =>
      she.form('/me/profile').controls.filter(({ name }) => /^language\d+$/.test(name)).length;
    const before = [count(), await held()];
    const last = `language${count() - 1}`;
    const fields = she
      .form('/me/profile')
      .controls.map(({ name, value: text }): [string, string] => [
        name,
        name === last ? 'Hausa' : text,
      ]);
    await she.post('/me/profile', [...fields, ['more', 'languages']], { origin: 'null' });
    expect([she.status, value(last)]).toEqual([200, 'Hausa']);
    expect(count()).toBeGreaterThan(Number(before[0]));
    expect(await held()).toEqual(before[1]);
    await she.open('/me/profile?lang=en');
    const french = she
      .form('/me/profile')
      .controls.find(({ value: text }) => text === 'French')?.name;
    await she.submit('/me/profile', { [french ?? '']: '', 'biography-ar': '' });
    expect(await held()).toMatchObject({ languages: { sw: 'native' }, biography: {} });
  });

  it('refuses what somebody else has changed meanwhile', async () => {
    await she.open('/me/profile?lang=en');
    await she.submit('/me/profile', { revision: value('revision') ?? '', years: '13' });
    await she.open('/me/profile?lang=en');
    const stale = she.forms;
    await she.submit('/me/profile', { years: '14' });
    const form = stale.find(({ action }) => action === '/me/profile');
    const fields = (form?.controls ?? []).filter(({ sent }) => sent);
    await she.post(
      '/me/profile',
      fields.map(({ name, value: text }): [string, string] => [name, text]),
      {
        origin: 'null',
      },
    );
    expect([she.status, (await held())?.years]).toEqual([409, 14]);
  });
});
