import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { briefingPdf } from '../../../apps/api/src/shortlists/briefing/briefing-pdf.js';
import { RetentionJob } from '#database';
import { OPERATOR, type Viewer } from '#identity';
import { LOCALES } from '#vocabulary';
import { PASSWORD } from '../../support/accounts.js';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { mailsTo } from '../../support/mails.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';
import { PageReader } from '../../support/page-reader.js';
import { administratorViewer, coordinatorViewer, mediatorViewer } from '../../support/viewers.js';
import { pdfLines } from '../../support/pdf-text.js';

const CRITERIA = {
  date: '2026-11-01',
  brief: 'Herders of the lake',
  hard: {},
  soft: { languages: [{ code: 'fr' }], years: 10 },
};
const WOMEN = [
  record(1, {
    display_name: 'Amina',
    full_name: 'Amina Diallo',
    languages: 'French (C1)',
    years: '12',
    email: 'amina@example.org',
    telephone: '+223 20 22 22 22',
  }),
  record(2, {
    display_name: 'Bintou',
    full_name: 'Bintou Keita',
    pseudonymous: 'yes',
    code_name: 'Heron',
    years: '5',
    email: 'bintou@example.org',
  }),
];
const NOTE = 'Ask her through +999 1234.';
const TODAY = new Date().toISOString().slice(0, 10);

describe('the briefing of a shortlist', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let reader: Viewer;
  let links: { page: string; pdf: string };
  let sharedLinks: { page: string; pdf: string };
  let listId: string;

  beforeAll(async () => {
    bench = await openNeedBench();
    ana = await bench.account(bench.ana, 'Ana Pereira', 'organizer');
    reader = await bench.account(bench.bo, 'ليلى حسن', 'focal-point');
    await fill(bench.api.services, 'acacia', WOMEN);
    const made = await bench.need(ana, 'createNeed(input: $create)', {
      create: {
        title: 'Talks at the lake',
        criteria: CRITERIA,
        place: 'Mopti',
        urgency: 'FLASH',
        alongside: 'NOTE_TAKER',
        workLanguage: 'fr',
      },
    });
    const needId = String(made.id);
    await bench.need(ana, `openNeed(id: "${needId}", revision: 1)`);
    const list = await bench.list(ana, `createShortlist(needId: "${needId}", title: "First")`);
    listId = String(list.id);
    const women = await bench.api.services.database.query<{ id: string }>(
      'SELECT public_id AS id FROM mediator',
    );
    await bench.list(ana, 'addToShortlist(input: $add)', {
      add: {
        id: listId,
        revision: 1,
        entries: women.map(({ id }) => ({ mediatorId: globalId('Mediator', id), note: NOTE })),
      },
    });
    const readerId = globalId('Organization', reader.organizationId ?? '');
    await bench.list(ana, `shareShortlist(id: "${listId}", readerId: "${readerId}")`);
    const own = await bench.ask(ana, `{ shortlist(id: "${listId}") { briefing { page pdf } } }`);
    links = own.briefing as typeof links;
    const { edges } = await bench.ask(
      reader,
      '{ sharedShortlists { edges { node { briefing { page pdf } } } } }',
    );
    sharedLinks = (edges as { node: { briefing: typeof links } }[])[0]?.node
      .briefing as typeof links;
  });
  afterAll(async () => bench.close());

  const get = (viewer: Viewer | null, url: string, headers: Record<string, string> = {}) =>
    bench.api.app.inject({
      method: 'GET',
      url,
      headers: { ...(viewer ? bench.viewers.as(viewer) : {}), ...headers },
    });

  it('is a page to print, for its reader and her day, without script', async () => {
    const { statusCode, headers, body } = await get(ana, `${links.page}?lang=en`);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).not.toMatch(/<script/i);
    for (const said of [
      'Briefing: Talks at the lake',
      'Herders of the lake',
      'Place: Mopti',
      'Language of work: French',
      'an answer within 24 hours',
      'A second place alongside: to take notes',
      'Amina',
      'Heron',
      'This is a code name.',
      'of 2 when she was chosen',
      `${TODAY} · Ana Pereira, Ministry of Peace`,
      links.pdf,
    ]) {
      expect(body).toContain(said);
    }
  });

  it('never tells a name that is hidden, contact data, notes or the criteria of the need', async () => {
    for (const [viewer, { page }] of [
      [ana, links],
      [reader, sharedLinks],
    ] as const) {
      const { body } = await get(viewer, `${page}?lang=en`);
      expect(body).toContain('Amina');
      expect(body).not.toMatch(/Bintou|Keita|@example|223|999|Diallo/);
    }
  });

  it.each(LOCALES)('speaks the language of its reader (%s)', async (locale) => {
    const { statusCode, body } = await get(reader, `${sharedLinks.page}?lang=${locale}`);
    expect(statusCode).toBe(200);
    expect(body).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(body).toContain(`${TODAY} · ليلى حسن, Ministry of Peace`);
    if (locale !== 'en') expect(body).not.toMatch(/Briefing:|when she was chosen|Mediators wanted/);
  });

  it('is a PDF, too', async () => {
    for (const [viewer, { pdf }] of [
      [ana, links],
      [reader, sharedLinks],
    ] as const) {
      const { statusCode, headers, rawPayload } = await get(viewer, `${pdf}?lang=ar`);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('application/pdf');
      expect(headers['content-disposition']).toBe('attachment; filename="briefing.pdf"');
      expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('is nobody else’s, and says no more to others than an address that is not there', async () => {
    const absent = (type: string) =>
      `/briefings/${globalId(type, '01900000-0000-7000-8000-000000000000')}`;
    for (const [viewer, url] of [
      [reader, links.page],
      [bench.bo, links.pdf],
      [reader, absent('Shortlist')],
      [reader, absent('SharedShortlist')],
      [reader, absent('Need')],
      [reader, '/briefings/nonsense'],
      [ana, sharedLinks.page],
    ] as const) {
      expect(await get(viewer, url)).toMatchObject({ statusCode: 404 });
    }
    expect(await get(null, links.page)).toMatchObject({
      statusCode: 303,
      headers: { location: '/sign-in' },
    });
  });

  it('is opened by who signs in on a page, and is what she sees next', async () => {
    const { email } = await bench.api.services.identity.accounts.own(ana);
    const browser = new PageReader(bench.api);
    expect((await browser.open(`${links.page}?lang=en`)).path).toBe('/sign-in');
    await browser.submit('/sign-in', { address: email, password: PASSWORD });
    expect(browser).toMatchObject({ path: links.page, status: 200 });
    expect(browser.page).toContain('Ana Pereira, Ministry of Peace');
    // It is asked for once.
    expect([...browser.cookies.keys()]).not.toContain('baraza_wanted');
    const elsewhere = new PageReader(bench.api);
    elsewhere.cookies.set('baraza_wanted', encodeURIComponent('//elsewhere.example.org'));
    await elsewhere.open('/sign-in');
    await elsewhere.submit('/sign-in', { address: email, password: PASSWORD });
    expect(elsewhere.path).toBe('/console');
  });

  it('is in the log each time', async () => {
    const count = async () =>
      (await bench.deeds('shortlist')).filter(({ action }) => action === 'shortlist.brief').length;
    const before = await count();
    await get(ana, links.page);
    await get(reader, sharedLinks.pdf);
    await get(reader, links.page);
    expect(await count()).toBe(before + 2);
  });

  it('is noted once a day for each reader, and tells a network only of its own women', async () => {
    const copies = async (viewer: Viewer, args = '') => {
      const { edges } = await bench.ask(
        viewer,
        `{ issuedCopies${args} { edges { node { kind format women organization reader } } } }`,
      );
      return (edges as { node: object }[]).map(({ node }) => node);
    };
    await get(ana, links.page);
    await get(ana, links.page);
    const ofAll = await copies(administratorViewer());
    // The page and the PDF, for each of the two.
    expect(ofAll).toHaveLength(4);
    expect(ofAll).toContainEqual({
      kind: 'BRIEFING',
      format: 'PAGE',
      women: 2,
      organization: 'Ministry of Peace',
      reader: 'Ana Pereira',
    });
    const acacia = (await bench.api.services.networks.bySlug('acacia'))?.id ?? '';
    const ofNetwork = await copies(coordinatorViewer(acacia), '(network: "acacia")');
    expect(ofNetwork).toHaveLength(4);
    // So few could tell whom the organization has chosen.
    expect(ofNetwork[0]).toMatchObject({ women: null, reader: null });
    const fjord = await bench.api.services.networks.create(OPERATOR, {
      slug: 'fjord',
      names: { en: 'Fjord' },
    });
    expect(await copies(coordinatorViewer(fjord.id), '(network: "fjord")')).toEqual([]);
    const [her] = await bench.api.services.database.query<{ id: string }>(
      `SELECT id FROM mediator WHERE display_name = 'Amina'`,
    );
    const { parts } = await bench.api.services.personalData.read(mediatorViewer(her?.id ?? ''));
    expect(parts.copies).toContainEqual(
      expect.objectContaining({ kind: 'briefing', organization: 'Ministry of Peace' }),
    );
  });

  it('is recalled from all readers at once, who are told without a name, and opens no more', async () => {
    const acacia = (await bench.api.services.networks.bySlug('acacia'))?.id ?? '';
    const coordinator = coordinatorViewer(acacia);
    const { edges } = await bench.ask(
      coordinator,
      '{ issuedCopies(network: "acacia", first: 1) { edges { node { id } } } }',
    );
    const [{ node } = { node: { id: '' } }] = edges as { node: { id: string } }[];
    const recall = async (viewer: Viewer) =>
      bench.ask(
        viewer,
        `mutation { recallCopy(id: "${node.id}") { __typename ... on IssuedCopy { recalledBy } } }`,
      );
    expect(await recall(ana)).toMatchObject({ __typename: 'NotFound' });
    expect(await recall(coordinator)).toEqual({
      __typename: 'IssuedCopy',
      recalledBy: coordinator.name,
    });
    expect(await recall(coordinator)).toMatchObject({ __typename: 'InvalidState' });
    for (const [viewer, url] of [
      [ana, links.page],
      [ana, links.pdf],
      [reader, sharedLinks.page],
    ] as const) {
      const { statusCode, body } = await get(viewer, `${url}?lang=en`);
      expect(statusCode).toBe(410);
      expect(body).toContain('This briefing was recalled');
      expect(body).not.toMatch(/Amina|Heron|lake/);
    }
    // To others it is as it was before: nothing.
    expect(await get(bench.bo, links.page)).toMatchObject({ statusCode: 404 });
    await bench.api.services.jobs.drain();
    for (const viewer of [ana, reader]) {
      const { email } = await bench.api.services.identity.accounts.own(viewer);
      const mails = await mailsTo(bench.api, email);
      const told = mails.filter(({ subject }) => /destroy a copy/.test(subject));
      expect(told).toHaveLength(1);
      expect(JSON.stringify(told)).not.toMatch(/Amina|Heron|lake/);
    }
  });

  it('stays recalled when the time is over for which copies are kept', async () => {
    const { database } = bench.api.services;
    const women = async () => (await database.query('SELECT FROM issued_copy_mediator')).length;
    expect(await women()).toBeGreaterThan(0);
    await database.query(`UPDATE issued_copy SET issued_at = now() - interval '731 days'`);
    await bench.api.app.get(RetentionJob).handle();
    expect(await women()).toBe(0);
    expect(await get(ana, links.page)).toMatchObject({ statusCode: 410 });
  });

  it('is gone when the shortlist is taken back', async () => {
    const { shares } = await bench.ask(
      ana,
      `{ shortlist(id: "${listId}") { shares { shareId } } }`,
    );
    const [{ shareId } = { shareId: '' }] = shares as { shareId: string }[];
    await bench.list(ana, `takeBackShortlist(shareId: "${shareId}")`);
    expect(await get(reader, sharedLinks.page)).toMatchObject({ statusCode: 404 });
  });
});

describe('a briefing as a PDF', () => {
  const briefing = (watermark: string, women: number) => ({
    title: 'Briefing: Talks at the lake',
    note: 'For Ana.',
    needTitle: 'What is needed',
    need: ['Herders of the lake'],
    mediatorsTitle: 'Mediators',
    mediators: Array.from({ length: women }, (_, n) => ({
      name: `Person ${n}`,
      lines: ['Rank 1 of 2', 'French C1', 'Years: 12'],
    })),
    end: [],
    watermark,
  });
  const drawn = async (watermark: string, women: number) => {
    const pdf = await buffer(briefingPdf(briefing(watermark, women), 'en', { compress: false }));
    const pages = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
    return { pages, lines: pdfLines(pdf) };
  };

  it.each(['2026-11-29 · Ana Pereira, Ministry of Peace', '2026-11-29 · ليلى حسن'])(
    'has the watermark %s behind the text and below it, on each page',
    async (watermark) => {
      const { pages, lines } = await drawn(watermark, 50);
      expect(pages).toBeGreaterThan(2);
      const marks = lines.filter(({ text }) => text.includes('2026-11-29'));
      expect(marks).toHaveLength(2 * pages);
      const letters = (text: string) => Array.from(text.replaceAll(/\s/g, '')).toSorted().join('');
      for (const { text } of marks) expect(letters(text)).toBe(letters(watermark));
    },
  );

  it('keeps the day and the text of its pages, however long the name of the reader is', async () => {
    const { pages, lines } = await drawn(`2026-11-29 · ${'Ana-Maria '.repeat(30)}`, 50);
    expect(lines.filter(({ text }) => text.includes('2026-11-29'))).toHaveLength(2 * pages);
    for (let n = 0; n < 50; n++) {
      expect(lines.filter(({ text }) => text === `Person ${n}`)).toHaveLength(1);
    }
  });
});
