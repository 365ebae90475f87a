import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProfileView } from '#directory';
import { OPERATOR, PUBLIC_VIEWER } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { fill, record } from '../../support/fill.js';
import { mediatorViewer, organizerViewer, viewersOfTest } from '../../support/viewers.js';

/** The code name of the n-th woman. Her number in it would tell who she is. */
const codeName = (n: number) => `Heron ${String.fromCodePoint(0x40 + n)}`;

/** The n-th woman with a code name. */
const hidden = (n: number, changes: Record<string, string> = {}) =>
  record(n, {
    pseudonymous: 'yes',
    code_name: codeName(n),
    nationality: ['Kenya', 'Mali', 'Colombia'][n % 3] ?? '',
    languages: 'English (C1); French (B2)',
    years: '12',
    member_since: `201${n % 10}-0${(n % 9) + 1}-11`,
    ...changes,
  });

describe('classes of women with a code name', () => {
  const viewers = viewersOfTest();
  let api: TestApi;

  beforeEach(async () => {
    await api?.close();
    api = await openTestApi({}, viewers);
  });
  afterAll(() => api.close());

  const idOf = async (n: number): Promise<string> => {
    const [row] = await api.services.database.query<{ id: string }>(
      'SELECT id FROM mediator WHERE code_name = $1',
      [codeName(n)],
    );
    return row?.id ?? '';
  };
  const seen = async (n: number, viewer = PUBLIC_VIEWER): Promise<ProfileView> => {
    const id = await idOf(n);
    return (await api.services.profiles.viewsByIds(viewer, [id])).get(id) as ProfileView;
  };
  const found = async (language: string): Promise<number> => {
    const filter = { languages: [{ code: language }] };
    const { totalCount } = await api.services.search.search({
      clearance: 'PUBLIC',
      filter,
      page: { first: 1 },
    });
    return totalCount;
  };
  const inPool = async (n: number): Promise<string[]> => {
    await api.services.pools.catchUp();
    const [candidate] = await api.services.pools.pool('PUBLIC').ask('candidates', [await idOf(n)]);
    return candidate?.languages.map(({ code }) => code) ?? [];
  };
  const narrow = async (n: number) => {
    const id = await idOf(n);
    const change = { field: 'languages', audience: 'CURATOR', consent: null } as const;
    await api.services.audiences.set(mediatorViewer(id), id, change);
  };
  const several = (count: number, changes: Record<string, string> = {}) =>
    Array.from({ length: count }, (_, i) => hidden(i + 1, changes));

  it('are made by a renewal, of five or more', async () => {
    await fill(api.services, 'acacia', several(4));
    expect(await api.services.pseudonyms.renew(OPERATOR)).toEqual({
      classes: 0,
      women: 0,
      waiting: 4,
    });
    expect(await seen(1)).toMatchObject({ name: 'Heron A', territories: ['001'], languages: [] });
    await fill(api.services, 'acacia', several(5));
    expect(await seen(1)).toMatchObject({ languages: [] });
    expect(await api.services.pseudonyms.renew(OPERATOR)).toEqual({
      classes: 1,
      women: 5,
      waiting: 0,
    });
    expect(await seen(1)).toMatchObject({
      territories: ['014'],
      languages: [
        { code: 'en', level: 'C1' },
        { code: 'fr', level: 'B2' },
      ],
      networks: [{ slug: 'acacia', since: null }],
      yearsBand: 10,
      confirmedOn: '2026-01-01',
      years: null,
    });
    expect(await seen(1, organizerViewer())).toMatchObject({ years: null, territories: ['014'] });
    await api.services.jobs.drain();
    expect(await found('fr')).toBe(5);
    expect(await inPool(3)).toEqual(['en', 'fr']);
  });

  it('show less at once when one of them does, everywhere and before the index has followed', async () => {
    await fill(api.services, 'acacia', several(5));
    await api.services.pseudonyms.renew(OPERATOR);
    await api.services.jobs.drain();
    expect([await found('fr'), await inPool(2)]).toEqual([5, ['en', 'fr']]);
    expect((await seen(2)).languages).toHaveLength(2);
    await narrow(1);
    expect((await seen(2)).languages).toEqual([]);
    expect(await found('fr')).toBe(0);
    expect(await inPool(2)).toEqual([]);
    await api.services.jobs.drain();
    expect(await found('fr')).toBe(0);
    expect(await api.services.database.query('SELECT FROM search_withheld')).toEqual([]);
  });

  it('are in no team any more that was chosen by what they showed', async () => {
    await fill(api.services, 'acacia', several(5, { consent: 'LISTED; MATCHED' }));
    await api.services.pseudonyms.renew(OPERATOR);
    const { teams, jobs } = api.services;
    const asker = organizerViewer();
    const need = { date: '2026-12-01', hard: {}, soft: { languages: [{ code: 'fr' }] } };
    const { id } = await teams.start(asker, { need, request: { size: 2, constraints: {} } });
    await jobs.drain();
    const named = async () => (await teams.byId(asker, id)).views.size;
    expect((await teams.byId(asker, id)).state).toBe('done');
    expect(await named()).toBe(2);
    // What she asks for and does not get tells nothing.
    await api.services.pseudonyms.ask(mediatorViewer(await idOf(1)), await idOf(1));
    expect(await named()).toBe(2);
    await narrow(1);
    expect(await named()).toBe(0);
  });

  it.each([
    [
      'leaves her code name',
      async (id: string) => {
        const { revision } = await api.services.profiles.whole(mediatorViewer(id), id);
        await fill(api.services, 'acacia', [hidden(1, { pseudonymous: 'no' })]);
        expect(
          (await api.services.profiles.whole(mediatorViewer(id), id)).revision,
        ).toBeGreaterThan(revision);
      },
      // She under her own name.
      1,
    ],
    ['is erased', async (id: string) => api.services.erasure.erase(OPERATOR, id), 0],
    [
      'takes back that she is listed',
      async (id: string) => api.services.consents.withdraw(mediatorViewer(id), id, 'LISTED', null),
      0,
    ],
  ])('end where one of five %s and there is no other', async (_what, leave, left) => {
    await fill(api.services, 'acacia', several(5));
    await api.services.pseudonyms.renew(OPERATOR);
    expect((await seen(2)).languages).toHaveLength(2);
    await leave(await idOf(1));
    expect(await seen(2)).toMatchObject({ languages: [], territories: ['001'], networks: [] });
    expect(await found('fr')).toBe(left);
    expect(await api.services.database.query('SELECT FROM pseudonym_class')).toEqual([]);
  });

  it('take in who comes later where what they show is true of her, and nobody shows more by it', async () => {
    await fill(api.services, 'acacia', several(5));
    await api.services.pseudonyms.renew(OPERATOR);
    await fill(api.services, 'acacia', [
      hidden(6, { languages: 'English (C2); French (C1); Swahili (C2)' }),
      hidden(7, { languages: 'Spanish (C2)' }),
    ]);
    expect((await seen(6)).languages).toEqual([
      { code: 'en', level: 'C1' },
      { code: 'fr', level: 'B2' },
    ]);
    expect((await seen(7)).languages).toEqual([]);
  });

  it('tell more of a woman only when she has asked', async () => {
    await fill(api.services, 'acacia', several(5));
    await api.services.pseudonyms.renew(OPERATOR);
    await narrow(1);
    const id = await idOf(1);
    const change = { field: 'languages', audience: 'PUBLIC', consent: null } as const;
    await api.services.audiences.set(mediatorViewer(id), id, change);
    await api.services.pseudonyms.renew(OPERATOR);
    expect((await seen(2)).languages).toEqual([]);
    for (let n = 1; n <= 5; n++) {
      const her = await idOf(n);
      await api.services.pseudonyms.ask(mediatorViewer(her), her);
    }
    expect((await seen(2)).languages).toEqual([]);
    await api.services.pseudonyms.renew(OPERATOR);
    expect((await seen(2)).languages).toHaveLength(2);
  });

  it('stay true when many of them change at the same time', async () => {
    await fill(api.services, 'acacia', several(10));
    await api.services.pseudonyms.renew(OPERATOR);
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => narrow(n)));
    await api.services.jobs.drain();
    for (let n = 1; n <= 10; n++) expect((await seen(n)).languages).toEqual([]);
    expect(await found('en')).toBe(0);
  });

  it('are shown to her before she decides, with what they cost', async () => {
    await fill(api.services, 'acacia', [...several(5), record(8, { full_name: 'Open Person' })]);
    await api.services.pseudonyms.renew(OPERATOR);
    const [row] = await api.services.database.query<{ id: string }>(
      `SELECT id FROM mediator WHERE full_name = 'Open Person'`,
    );
    const ask = async (document: string, id: string) =>
      api.ask(document, {}, viewers.as(mediatorViewer(id)));
    const shown = `{ __typename ... on CodeName { inForce hasClass asks
      public { name languages { code } territories { code } } vetted { exactYears }
      cost { needs underName underCodeName } } ... on NotPermitted { signedIn } }`;
    const { data } = await ask(`{ codeName ${shown} }`, row?.id ?? '');
    // Nobody's class is true of her: she speaks no French.
    expect(data).toMatchObject({
      codeName: {
        inForce: false,
        hasClass: false,
        public: { territories: [{ code: '001' }], languages: [] },
        cost: { needs: 0 },
      },
    });
    const hers = await ask(`{ codeName ${shown} }`, await idOf(1));
    expect(hers.data).toMatchObject({
      codeName: {
        inForce: true,
        hasClass: true,
        asks: false,
        public: { name: 'Heron A', territories: [{ code: '014' }] },
        vetted: { exactYears: null },
      },
    });
    const asked = await ask(`mutation { askToShowMore ${shown} }`, await idOf(1));
    expect(asked.data).toMatchObject({ askToShowMore: { asks: true } });
    expect(await api.ask(`{ codeName ${shown} }`)).toMatchObject({
      data: { codeName: { __typename: 'NotPermitted' } },
    });
  });
});
