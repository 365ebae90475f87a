import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErasureService } from '#directory';
import { OPERATOR } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { PageReader } from '../../support/page-reader.js';
import { mediatorViewer } from '../../support/viewers.js';

const MARK = 'zqxmark';
/** What no page may show of anybody, and what is shown of all of them. */
const NARROW: Record<string, string> = {
  full_name: `${MARK}full`,
  name_variants: `${MARK}variant`,
  email: `${MARK}@example.org`,
  telephone: `${MARK} 5550199`,
  nationality: 'Tuvalu',
  residence: 'Kiribati',
  education: `${MARK}education`,
  publications: `${MARK}publications`,
  training: `${MARK}training`,
  ruled_out: 'Nauru',
  deployments: `${MARK}process | ceasefire | negotiation | adviser | 1 | Palau | 2001 | 2004`,
  years: '17',
};
const HIDDEN = [MARK, 'Tuvalu', 'Kiribati', 'Nauru', 'Palau', '17', 'TV', 'NR'];
const NOBODY = '01999999-9999-4999-8999-999999999999';

describe('a page of the public directory', () => {
  let api: TestApi;
  const publicIds = new Map<string, string>();
  const keys = new Map<string, string>();

  beforeAll(async () => {
    api = await openTestApi();
    const shown = { languages: 'French (C1)', territories: 'Mali' };
    const hidden = Array.from({ length: 5 }, (_, i) =>
      record(i + 10, {
        ...NARROW,
        ...shown,
        full_name: `${MARK}${i}`,
        display_name: `${MARK}${i}`,
        biography: `${MARK}biography`,
        pseudonymous: 'yes',
        code_name: `Heron ${'ABCDE'[i]}`,
      }),
    );
    await fill(api.services, 'acacia', [
      record(1, {
        ...NARROW,
        ...shown,
        display_name: 'Shown Openly',
        'biography:en': 'In English.',
        'biography:fr': 'En français.',
        notice_days: '14',
      }),
      record(2, { ...NARROW, ...shown, display_name: 'Never Listed', consent: '' }),
      record(3, { ...shown, display_name: 'Withdraws Later' }),
      record(4, { ...shown, display_name: 'Erased Later' }),
      ...hidden,
    ]);
    await api.services.pseudonyms.renew(OPERATOR);
    await api.services.indexSync.handle();
    const rows = await api.services.database.query<{ id: string; publicId: string; name: string }>(
      'SELECT id, public_id AS "publicId", coalesce(code_name, display_name) AS name FROM mediator',
    );
    for (const { id, publicId, name } of rows) {
      publicIds.set(name, publicId);
      keys.set(name, id);
    }
  });
  afterAll(() => api.close());

  const pageOf = (name: string) => `/directory/${publicIds.get(name) ?? NOBODY}`;
  const open = async (path: string) => new PageReader(api).open(path);

  it('shows what is open to everyone, and nothing else of her', async () => {
    const page = await open(pageOf('Shown Openly'));
    expect(page.status).toBe(200);
    for (const said of [
      'Shown Openly',
      'French: C1',
      'Mali',
      'In English.',
      '15–19 years',
      '14 days',
      'Network acacia',
      'October 1, 2026',
      'Facilitator',
    ]) {
      expect(page.text).toContain(said);
    }
    for (const one of HIDDEN) expect(page.text).not.toContain(one);
    const french = await open(`${pageOf('Shown Openly')}?lang=fr`);
    expect(french.page).toContain('<section lang="fr"');
    expect(french.text).toContain('En français.');
  });

  it('shows of a woman with a code name what her class shows', async () => {
    const page = await open(pageOf('Heron A'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('She is shown by a code name');
    expect(page.text).toContain('Africa');
    expect(page.text).toContain('2026 or later');
    for (const one of [...HIDDEN, 'Mali', 'Never']) expect(page.text).not.toContain(one);
    const { page: html } = page;
    for (const key of keys.values()) expect(html).not.toContain(key);
  });

  it('holds no key, no mark and no hidden value in any list or search', async () => {
    for (const path of [
      '/',
      '/directory',
      '/directory?more=territory',
      '/directory?q=' + MARK,
      '/directory?q=Tuvalu',
      '/directory?network=acacia',
      '/networks',
      '/networks/acacia',
      '/how-matching-works',
    ]) {
      const { page, text } = await open(path);
      const told = page.replaceAll(/(value="|q=)(zqxmark|Tuvalu)/g, '');
      for (const one of [MARK, 'Tuvalu', 'Kiribati', 'Nauru', 'Palau', 'Never Listed'])
        expect(told).not.toContain(one);
      for (const key of keys.values()) expect(page).not.toContain(key);
      if (path.includes('q=')) expect(text).toContain('Nobody was found');
    }
  });

  it('is not there, alike to the byte, for whoever is hidden, has left, was erased or never was', async () => {
    for (const name of ['Withdraws Later', 'Erased Later']) {
      expect((await open(pageOf(name))).status).toBe(200);
    }
    const herself = mediatorViewer(keys.get('Withdraws Later')!);
    await api.services.consents.withdraw(herself, keys.get('Withdraws Later')!, 'LISTED', null);
    await api.app.get(ErasureService).erase(OPERATOR, keys.get('Erased Later')!);
    const paths = ['Never Listed', 'Withdraws Later', 'Erased Later'].map(pageOf);
    paths.push(
      `/directory/${NOBODY}`,
      `/directory/${keys.get('Shown Openly')}`,
      `/directory/${keys.get('Heron A')}`,
      '/directory/nonsense',
      '/directory/%00',
      `/directory/${NOBODY.toUpperCase()}`,
    );
    const answers = new Set<string>();
    for (const path of paths) {
      const { status, headers, page } = await open(path);
      const { date: _, 'x-request-id': __, ...said } = headers;
      expect([path, status]).toEqual([path, 404]);
      answers.add(JSON.stringify([status, said, page]));
    }
    expect(answers.size).toBe(1);
    for (const name of ['Withdraws Later', 'Erased Later']) {
      expect((await open(`/directory?q=${encodeURIComponent(name)}`)).text).toContain(
        'Nobody was found',
      );
    }
  });

  it('leads back to itself with the id that everyone knows her by', async () => {
    const list = await open('/directory?q=Openly');
    expect(list.page).toContain(`href="${pageOf('Shown Openly')}"`);
  });

  it('counts as the graph counts whoever has not signed in, and says when there is room again', async () => {
    const narrow = await openTestApi({
      BARAZA_ANONYMOUS_PROFILES_PER_HOUR: '30',
      BARAZA_ANONYMOUS_COST_PER_MINUTE: '1000000',
    });
    try {
      const reader = new PageReader(narrow);
      expect((await reader.open('/directory')).status).toBe(200);
      expect((await reader.open('/directory')).status).toBe(200);
      await reader.open('/directory?lang=fr');
      expect([reader.status, reader.headers['retry-after']]).toEqual([
        429,
        expect.stringMatching(/^\d+$/),
      ]);
      expect(reader.page).toContain('<html lang="fr"');
      expect((await reader.open('/how-matching-works')).status).toBe(200);
      const { errors } = await narrow.ask('{ mediators(first: 20) { edges { node { name } } } }');
      expect(errors?.[0]?.extensions?.code).toBe('TOO_MANY_REQUESTS');
    } finally {
      await narrow.close();
    }
  });
});
