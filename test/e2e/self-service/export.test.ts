import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { hasHeading, personalDataLabel, personalDataPdf, type PersonalData } from '#directory';
import type { Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { pdfLines, type PdfLine } from '../../support/pdf-text.js';
import { coordinatorViewer, mediatorViewer, viewersOfTest } from '../../support/viewers.js';

const ARABIC = 'وسيطة قادت محادثات السلام في غاو';

describe('what she takes away', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let amina: Viewer;
  let coordinator: Viewer;

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    await fill(api.services, 'acacia', [
      record(1, {
        display_name: 'Amina',
        email: 'amina@example.org',
        security_notes: 'Never call at night.',
        date_of_birth: '1961-03-17',
        biography: ARABIC,
        education: 'Law',
        ruled_out: 'Niger',
      }),
      record(2, { display_name: 'Zuri', email: 'zuri@example.org' }),
    ]);
    const [row] = await api.services.database.query<{ id: string; network: string }>(
      `SELECT m.id, a.network_id AS network FROM mediator m JOIN affiliation a ON a.mediator_id = m.id
       WHERE display_name = 'Amina'`,
    );
    amina = mediatorViewer(row!.id);
    coordinator = coordinatorViewer(row!.network);
    await api.services.contacts.view(coordinator, row!.id, row!.network, {
      purpose: 'VERIFY_IDENTITY',
      reason: 'The road was closed.',
    });
    await api.services.contacts.edit(amina, {
      mediatorId: row!.id,
      networkId: null,
      version: null,
      fields: { telephone: '+1 202 555 0166' },
    });
  });
  afterAll(async () => api.close());

  const get = (path: string, viewer: Viewer | null, headers: Record<string, string> = {}) =>
    api.app.inject({ url: path, headers: { ...headers, ...(viewer ? viewers.as(viewer) : {}) } });

  it('is everything, whoever stated it, and nothing of anyone else', async () => {
    const response = await get('/me/export.json', amina);
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-disposition': 'attachment; filename="baraza-own-data.json"',
      'cache-control': 'no-store',
    });
    const data = response.json<PersonalData & { parts: Record<string, unknown> }>();
    expect(data).toMatchObject({
      format: 'baraza-own-data',
      version: 1,
      id: amina.mediatorId,
      parts: {
        profile: {
          displayName: 'Amina',
          education: 'Law',
          biography: { en: ARABIC },
          ruledOut: ['NE'],
        },
        affiliations: [{ external_id: 'T-0001', network: 'acacia' }],
        contact: [
          { networkId: null, contact: { telephone: '+1 202 555 0166' } },
          {
            contact: {
              email: 'amina@example.org',
              securityNotes: 'Never call at night.',
              dateOfBirth: '1961-03-17',
            },
          },
        ],
        contactAccesses: [
          { viewer: coordinator.name, purpose: 'VERIFY_IDENTITY', reason: 'The road was closed.' },
        ],
        objections: [],
        corrections: [],
      },
    });
    const actions = (data.parts['log'] as { action: string }[]).map(({ action }) => action);
    expect(actions).toEqual(['profile.import', 'contact.view', 'contact.edit']);
    expect(response.body).not.toContain('Zuri');
    expect(response.body).not.toContain('zuri@');
  });

  it('holds no lot, for that would tell her among equals in rankings', async () => {
    const { database } = api.services;
    const lots = await database.query<{ lot: string }>('SELECT lot FROM mediator');
    await database.query(
      `INSERT INTO profile_merge (id, kept_id, other_id, before, merged_by)
       SELECT gen_random_uuid(), $1, id, '{}', 'somebody' FROM mediator WHERE display_name = 'Zuri'`,
      [amina.mediatorId],
    );
    const { body } = await get('/me/export.json', amina);
    await database.query('DELETE FROM profile_merge');
    expect(body).toContain('Zuri');
    for (const { lot } of lots) expect(body).not.toContain(lot);
  });

  it('is the same in the graph', async () => {
    const { data } = await api.ask<{ myData: PersonalData }>('{ myData }', {}, viewers.as(amina));
    const parts = data!.myData.parts as Record<string, Record<string, unknown>>;
    expect(parts['profile']).toMatchObject({ displayName: 'Amina' });
    expect(Object.keys(parts)).toEqual(api.services.held.parts.map(({ name }) => name));
    const { data: looks } = await api.ask(
      '{ myContactAccesses { purpose reason viewer network { slug } } }',
      {},
      viewers.as(amina),
    );
    expect(looks).toEqual({
      myContactAccesses: [
        {
          purpose: 'VERIFY_IDENTITY',
          reason: 'The road was closed.',
          viewer: coordinator.name,
          network: { slug: 'acacia' },
        },
      ],
    });
  });

  it.each(['/me/export.json', '/me/export.pdf'])('is at %s for nobody else', async (path) => {
    const anonymous = await get(path, null);
    expect([anonymous.statusCode, anonymous.json()]).toEqual([
      401,
      { errors: [{ message: 'Sign in to do this.', extensions: { code: 'UNAUTHENTICATED' } }] },
    ]);
    expect((await get(path, coordinator)).statusCode).toBe(403);
  });

  it('is noted in the log', async () => {
    await get('/me/export.pdf', amina);
    const [entry] = await api.services.database.query(
      'SELECT actor, action FROM audit_entry ORDER BY number DESC LIMIT 1',
    );
    expect(entry).toEqual({ actor: amina.name, action: 'own-data.export' });
  });

  it('has a name for each field in each of six languages', async () => {
    const names = new Set<string>();
    const collect = (value: unknown, within: string): void => {
      if (typeof value !== 'object' || value === null || value instanceof Date) return;
      for (const [name, inner] of Object.entries(value)) {
        if (!Array.isArray(value) && within !== 'biography') names.add(name);
        collect(inner, Array.isArray(value) ? within : name);
      }
    };
    for (const part of Object.values((await api.services.personalData.read(amina)).parts))
      collect(part, '');
    const without = [...names].filter((name) => personalDataLabel(name, 'en') === null);
    expect(without).toEqual([]);
  });

  it('has a heading for each part in each of six languages', () => {
    const without = api.services.held.parts.filter(({ name }) => !hasHeading(name));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  describe('as a PDF', () => {
    const linesOf = async (locale: 'ar' | 'sw') =>
      pdfLines(
        await buffer(
          await personalDataPdf(await api.services.personalData.read(amina), locale, {
            compress: false,
          }),
        ),
      );

    it('is streamed', async () => {
      const response = await get('/me/export.pdf', amina, { 'accept-language': 'fr' });
      expect(response.headers['content-type']).toBe('application/pdf');
      expect(response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
      expect(response.rawPayload.subarray(-6).toString()).toBe('%%EOF\n');
    });

    it('says what the JSON says, under headings in her language', async () => {
      const texts = (await linesOf('sw')).map(({ text }) => text);
      expect(texts[0]).toBe('Kila kinachohifadhiwa kukuhusu');
      for (const text of [
        'Wasifu wako',
        'Jina katika saraka: Amina',
        'Elimu: Law',
        'Ya kuzingatia kwa usalama wako: Never call at night.',
        'Simu: +1 202 555 0166',
        'Sababu: The road was closed.',
      ]) {
        expect(texts).toContain(text);
      }
      expect(texts.join('\n')).not.toContain('\uFFFD');
    });

    it('draws Arabic from right to left, each letter in the form of its place', async () => {
      const lines = await linesOf('ar');
      const read = ({ glyphs }: PdfLine) =>
        glyphs
          .map(({ text }) => text)
          .toReversed()
          .join('');
      const drawn = lines.find((line) => read(line).includes('محادثات'));
      expect(drawn && read(drawn)).toBe(ARABIC);
      const forms = (letter: string) =>
        new Set(drawn?.glyphs.flatMap(({ id, text }) => (text === letter ? id : [])));
      // Each stands at the beginning of a word and elsewhere; lam and alif are one glyph.
      expect(forms('م').size).toBe(2);
      expect(forms('ا').size).toBe(2);
      expect(forms('لا').size).toBe(1);
    });
  });
});
