import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createSearchIndex,
  FACET_NAMES,
  SearchUnavailableError,
  toSearchDocument,
  type SearchFilter,
  type SearchIndex,
  type SearchableProfile,
  type SearchQuery,
} from '#search';
import { InvalidCursorError } from '#kernel';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import {
  isMeilisearchTestable,
  meilisearchUnderTest,
  type MeilisearchUnderTest,
} from '../support/recorded-meilisearch.js';
import { OTHER_NAMES, SAME_NAMES, type Pair } from '../support/name-pairs.js';
import { fixedId, PEOPLE, searchable, VETTED_FIRST } from '../support/searchable.js';

const INDEX = 'baraza-contract';

/** Briefs, and who is found among the people who were put for them: by words in any form, and by what they name. */
const BRIEFS: readonly (readonly [brief: string, people: readonly number[]])[] = [
  ['دور النساء في دارفور', [20, 21]],
  ['السلام', [20, 21]],
  ['سلام', [20, 21]],
  ['نِساء', [20, 21]],
  // What is named is found in each language: negotiation support.
  ['The valley and its negotiations', [20, 22, 23, 25]],
  ['negotiation', [20, 22, 23, 25]],
  ['Negociaciones', [20, 22, 23, 25]],
  ['Elle a négocié avec les femmes', [24]],
  ['Mujeres para la paz', [23, 25]],
  ['Les accords: Alger, Ndiaye', [24]],
  ['l’accord', [24]],
  ['As mulheres e o vale', [25]],
  ['Mazungumzo ya amani', [26]],
  ['የሰላም ድርድር', [27]],
  ['ጸሀይ', [27]],
  ['صلح برای زنان', [28]],
  ['گفتگوهاي', [28]],
  ['ميروند', [28]],
];

const at = (url: string | null) => ({
  meilisearchUrl: url,
  meilisearchIndex: INDEX,
  meilisearchDeadline: 5_000,
});

const suites = [
  ['PostgreSQL', describe],
  ['Meilisearch', isMeilisearchTestable() ? describe : describe.skip],
] as const;

for (const [engine, suite] of suites) suite(`search in ${engine}`, () => contract(engine));

function contract(engine: (typeof suites)[number][0]): void {
  let test: TestDatabase;
  let server: MeilisearchUnderTest | null = null;
  let index: SearchIndex;

  beforeAll(async () => {
    test = await openTestDatabase();
    if (engine === 'Meilisearch') server = await meilisearchUnderTest();
    index = open();
    await index.prepare();
  });
  afterAll(async () => {
    await server?.close();
    await test.drop();
  });
  /** Whether a test changed documents: the next one begins with the same people again. */
  let changed = true;
  beforeEach(async () => {
    if (!changed) return;
    await index.replace(everyone(), PEOPLE.map(toSearchDocument));
    await index.replace([], [toSearchDocument(VETTED_FIRST)]);
    changed = false;
  });

  const open = (key = server?.key ?? null): SearchIndex =>
    createSearchIndex({ ...at(server?.url ?? null), meilisearchKey: key }, test.database);
  const everyone = (): string[] => Array.from({ length: 60 }, (_, n) => fixedId(n));
  const put = async (
    people: readonly (typeof VETTED_FIRST)[],
    ids = people.map(({ id }) => id),
  ): Promise<void> => replace(ids, people.map(toSearchDocument));
  const replace: SearchIndex['replace'] = async (ids, documents) => {
    changed = true;
    await index.replace(ids, documents);
  };
  const ask = (query: Partial<SearchQuery>) =>
    index.search({ clearance: 'PUBLIC', page: { first: 50 }, ...query });
  /** Numbers of the people found, in ascending order. */
  const found = async (query: Partial<SearchQuery>): Promise<number[]> =>
    (await ask(query)).hits.map(({ id }) => Number(id.slice(-3))).toSorted((a, b) => a - b);

  describe('free text', () => {
    it.each([
      ['a name', 'Amina Traoré', [1]],
      ['without its accents', 'amina traore', [1]],
      ['with a typing error', 'Anina', [1]],
      ['with letters exchanged', 'Lindqvsit', [3]],
      ['the beginning of a name', 'Zuw', [4]],
      ['Arabic script', 'أمينة', [2]],
      ['Arabic with another alef and ha', 'امينه', [2]],
      ['a ring above or not', 'Asa', [3]],
      ['the ring itself', 'Åsa', [3]],
      ['an expertise label', 'ceasefire', [1]],
      ['the label in another language', 'cessez-le-feu', [1]],
      ['a misspelt label', 'constitusion', [2]],
      ['an abbreviation', 'DDR', [3]],
      ['a country', 'Tunisie', [2]],
      ['a network', 'Fjord', [3, 4]],
      ['a word of a biography', 'Havana', [3]],
      ['a word of one in another language', 'pourparlers', [1]],
      ['words of several fields', 'Amina Gao ceasefire', [1]],
      ['words that no one has all of', 'Amina Havana', []],
      ['nothing that is there', 'xylophone', []],
    ])('finds %s', async (_what, text, people) => {
      expect(await found({ text })).toEqual(people);
    });

    it.each([
      '"Amina"',
      "Amina' OR '1'='1",
      'Amina & Traoré',
      'Amina -Traoré',
      'Amina:*',
      'Amina\u0000',
      'Amina\ud800',
      '(Amina',
      'clearance = VETTED',
    ])('takes %j for text and nothing else', async (text) => {
      expect((await found({ text })).filter((n) => n !== 1)).toEqual([]);
    });

    it.each(['', '  ', '%', '\\\\', '\u0000'])('takes %j for no text at all', async (text) => {
      expect(await found({ text })).toEqual([1, 2, 3, 4, 5]);
    });

    it('puts a name before a mention', async () => {
      await put([
        searchable(9, { name: 'Gao Mention', texts: { 'biography.en': 'Amina told her.' } }),
      ]);
      const { hits } = await ask({ text: 'Amina' });
      expect(hits.map(({ id }) => id)).toEqual([fixedId(1), fixedId(9)]);
    });
  });

  describe('names', () => {
    const pairs = [...Object.values(SAME_NAMES).flat(), ...OTHER_NAMES];
    const idOf = (pair: Pair): string => fixedId(100 + pairs.indexOf(pair));
    beforeAll(async () => {
      const people = pairs.map(([name], n) => searchable(100 + n, { name }));
      await index.replace([], people.map(toSearchDocument));
    });
    afterAll(async () => index.replace(pairs.map(idOf), []));

    /** Pairs of which the one is found by the other. One step of relevance keeps the recording short. */
    const foundOf = async (tried: readonly Pair[]): Promise<Pair[]> => {
      const pairsFound: Pair[] = [];
      for (const pair of tried) {
        const { hits } = await ask({ text: pair[1], sort: 'YEARS', page: { first: 200 } });
        if (hits.some(({ id }) => id === idOf(pair))) pairsFound.push(pair);
      }
      return pairsFound;
    };

    it.each(Object.entries(SAME_NAMES))('are found as they are written: %s', async (_, same) => {
      expect(await foundOf(same)).toEqual(same);
    });

    it('are not found as others', async () => {
      expect(await foundOf(OTHER_NAMES)).toEqual([]);
    });
  });

  describe('a brief', () => {
    const asks = async (brief: string, limit = 50, clearance: 'PUBLIC' | 'VETTED' = 'PUBLIC') => {
      const { matches, total } = await index.matches(clearance, brief, limit);
      return { people: matches.map(({ id }) => Number(id.slice(-3))), total, matches };
    };
    const finds = async (brief: string) => (await asks(brief)).people.toSorted((a, b) => a - b);

    it.each([
      ['a sentence', 'Bring women of Gao, Kidal and Timbuktu into ceasefire work.', [1]],
      ['words that no one has all of', 'Amina Havana', [1, 3]],
      ['two languages at once', 'Pourparlers à Gao; Havana.', [1, 3]],
      ['Arabic script', 'نبحث عن أمينة في تونس', [2]],
      ['Arabic with another alef and ha', 'امينه', [2]],
      ['no accents', 'asa', [3]],
      ['an abbreviation', 'Advice on DDR for the parties', [3]],
      ['a typing error', 'A constitusion for the parties', [2]],
      ['a name with a typing error', 'Lindqvsit', [3]],
      ['no beginning of a word', 'Hava and Zuw', []],
      ['nothing that is there', 'xylophone', []],
    ])('finds %s', async (_what, brief, people) => {
      expect(await finds(brief)).toEqual(people);
    });

    it('finds the same women in each engine, in eight languages', async () => {
      const texts = [
        ['ar', 'شاركت النساء في مفاوضات السلام في دارفور'],
        ['ar', 'نساء من أجل السلام'],
        ['en', 'Women of the valley led the peace negotiations'],
        ['es', 'Las mujeres llevaron las negociaciones de paz'],
        ['fr', 'L’accord d’Alger fut négocié par N’Diaye'],
        ['pt', 'As mulheres levaram as negociações de paz'],
        ['sw', 'Wanawake wa bonde waliongoza mazungumzo ya amani'],
        ['am', 'ሴቶች የሰላም ድርድር አካሄዱ፤ ፀሐይ ነበረች'],
        ['fa', 'زنان در گفتگوهای صلح شرکت کردند؛ می‌روند'],
      ] as const;
      await put(
        texts.map(([language, text], n) =>
          searchable(20 + n, { texts: { [`biography.${language}`]: text } }),
        ),
      );
      const answers = [];
      for (const brief of BRIEFS) answers.push([brief[0], await finds(brief[0])]);
      expect(answers).toEqual(BRIEFS);
    });

    it('finds what a search box does not: that still needs the word itself', async () => {
      await put([
        searchable(20, {
          texts: { 'biography.en': 'She mediated ceasefires, taught negotiators.' },
        }),
      ]);
      expect(await finds('Une médiation de cessez-le-feu')).toEqual([1, 4, 20]);
      expect(await finds('the negotiator')).toEqual([20]);
      for (const text of ['Une médiation de cessez-le-feu', 'negotiating', '=en=negoti', 'en']) {
        expect(await found({ text })).not.toContain(20);
      }
    });

    it.each([
      'of the and with for is not will she her',
      'les des qui avec pour dans est une aux',
      'los las una que para con del por esta',
      'uma dos com não para pelo são mais seu',
      'في من على إلى التي هذا',
      'wa kwa na katika za ya kama ili',
      'እና ወይም ነው ጋር ወደ',
      'و در به از که این را با برای',
      'd l c’',
      '',
      '  ',
      '\u0000\ud800%',
    ])('takes %j for no word at all', async (brief) => {
      expect(await asks(brief)).toEqual({ people: [], matches: [], total: 0 });
    });

    it('puts who has more of its words first, and a rare word before a common one', async () => {
      await put([
        searchable(20, { texts: { 'biography.en': 'Pastoralism, water, boreholes.' } }),
        searchable(21, { texts: { 'biography.en': 'Boreholes.' } }),
        searchable(22, { texts: { 'biography.en': 'Pastoralism.' } }),
        searchable(23, { texts: { 'biography.en': 'Pastoralism and water.' } }),
        searchable(24, { texts: { 'biography.en': 'Pastoralism, too.' } }),
      ]);
      const { people, total } = await asks('Water and boreholes, for pastoralism');
      expect(people.slice(0, 3)).toEqual([20, 23, 21]);
      expect(people.slice(3).toSorted((a, b) => a - b)).toEqual([22, 24]);
      expect(total).toBe(5);
    });

    it('takes a typing error for less than the word', async () => {
      await put([
        searchable(20, { name: 'Ana Wrongly' }),
        searchable(21, { name: 'Ana Strongly' }),
        searchable(22, { name: 'Ana Correct' }),
      ]);
      const { people } = await asks('Wronglj and Correct');
      expect(people).toEqual([22, 20]);
    });

    it('gives the same order each time, however its words are ordered', async () => {
      await put(Array.from({ length: 20 }, (_, i) => searchable(20 + i, { name: 'Zoe Twin' })));
      const first = await asks('twin zoe');
      expect(first.total).toBe(20);
      expect(await asks('Zoe, the twin')).toEqual(first);
      expect(new Set(first.matches.map(({ relevance }) => relevance)).size).toBe(1);
      // Equals are in no order of ids, which would be the order of joining, and another brief has another.
      expect(first.people).not.toEqual(first.people.toSorted((a, b) => a - b));
      expect((await asks('Zoe')).people).not.toEqual(first.people);
      const best = await asks('Zoe, the twin', 5);
      expect(best).toMatchObject({ people: first.people.slice(0, 5), total: 20 });
    });

    it('looks at the documents of its own clearance only, and counts no other', async () => {
      for (const hidden of ['Zirconium', 'Obsidian', 'Zirconiun']) {
        expect(await asks(hidden)).toMatchObject({ people: [], total: 0 });
        expect(await asks(hidden, 50, 'VETTED')).toMatchObject({ people: [1], total: 1 });
      }
      const gao = await asks('Gao');
      await put([{ ...VETTED_FIRST, id: fixedId(40), publicId: fixedId(40) }]);
      expect(await asks('Gao')).toEqual(gao);
    });

    it('finds by a long text, too', async () => {
      const { people } = await asks(`${'The village elders of this valley. '.repeat(60)} Havana`);
      expect(people).toEqual([3]);
    });

    it('is asked of all its words together', async () => {
      const before = server?.asked.length ?? 0;
      await asks('Ceasefire monitoring in Gao and Havana with community mediation');
      expect(server?.asked.slice(before).length ?? 0).toBeLessThanOrEqual(3);
    });
  });

  describe('filters', () => {
    it.each<[string, SearchFilter, number[]]>([
      ['a network', { networks: ['fjord'] }, [3, 4]],
      ['any of two networks', { networks: ['fjord', 'acacia'] }, [1, 2, 3, 4]],
      ['a language', { languages: [{ code: 'fr' }] }, [1, 2]],
      ['a language from a level on', { languages: [{ code: 'fr', minimumLevel: 'C1' }] }, [1]],
      ['all of two languages', { languages: [{ code: 'fr' }, { code: 'ar' }] }, [1, 2]],
      [
        'a macrolanguage by its members',
        { languages: [{ code: 'ar', minimumLevel: 'B1' }] },
        [1, 2, 5],
      ],
      ['a member, not its siblings', { languages: [{ code: 'mey' }] }, [1]],
      ['a territory', { territories: ['ML'] }, [1]],
      ['a region', { territories: ['011'] }, [1]],
      ['a continent', { territories: ['002'] }, [1, 2, 4]],
      ['a grouping', { territories: ['EAC'] }, [4]],
      ['the region of a woman who shows no more', { territories: ['145'] }, [5]],
      ['a topic', { expertise: ['mediation.ceasefire-mediation'] }, [1]],
      ['a domain and its topics', { expertise: ['mediation'] }, [1, 4]],
      ['a track', { tracks: ['2'] }, [1, 2]],
      ['a role', { roles: ['facilitator', 'adviser'] }, [2, 3, 4]],
      ['availability', { availability: ['available'] }, [1, 3, 5]],
      ['years', { minimumYears: 10 }, [1, 2, 3]],
      [
        'several at once',
        { territories: ['002'], languages: [{ code: 'fr' }], tracks: ['1'] },
        [1],
      ],
      ['quotes that are only text', { networks: ['" OR clearance = VETTED OR networks = "'] }, []],
    ])('by %s', async (_what, filter, people) => {
      expect(await found({ filter })).toEqual(people);
    });

    it('go with a text', async () => {
      expect(await found({ text: 'ami', filter: { minimumYears: 10 } })).toEqual([1]);
    });
  });

  describe('facets', () => {
    it('count exactly what choosing them finds', async () => {
      const { facets, totalCount } = await ask({ facets: FACET_NAMES });
      expect(totalCount).toBe(5);
      const filterOf = (facet: string, code: string): SearchFilter => {
        if (facet === 'languages') return { languages: [{ code }] };
        if (facet === 'years') return { minimumYears: Number(code) };
        return { [facet]: [code] };
      };
      const wrong: string[] = [];
      for (const [facet, counts] of Object.entries(facets)) {
        for (const { code, count } of counts) {
          const people = await found({ filter: filterOf(facet, code) });
          if (people.length !== count) wrong.push(`${facet} ${code}: ${count}, ${people.length}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(facets.languages).toContainEqual({ code: 'ar', count: 3 });
    });

    it('agree with the filter in force', async () => {
      const { facets } = await ask({ filter: { networks: ['fjord'] }, facets: ['tracks'] });
      expect(facets).toEqual({
        tracks: expect.arrayContaining([
          { code: '1', count: 1 },
          { code: '3', count: 1 },
        ]),
      });
      expect(facets.tracks).toHaveLength(2);
    });
  });

  describe('clearances', () => {
    it.each(['Zirconium', 'Obsidian'])('the public does not find %s', async (text) => {
      expect((await ask({ text, facets: FACET_NAMES })).totalCount).toBe(0);
      const vetted = await ask({ clearance: 'VETTED', text });
      expect(vetted.hits.map(({ id }) => id)).toEqual([fixedId(1)]);
    });

    it('count their own documents only', async () => {
      expect((await ask({ clearance: 'VETTED' })).totalCount).toBe(1);
      expect((await ask({ clearance: 'VETTED', filter: { minimumYears: 17 } })).totalCount).toBe(1);
      expect((await ask({ filter: { minimumYears: 17 } })).hits.map(({ id }) => id)).toEqual([
        fixedId(3),
      ]);
    });
  });

  describe('pages', () => {
    const crowd = Array.from({ length: 23 }, (_, i) =>
      searchable(20 + i, { name: `Same Name ${i % 3}`, yearsBand: i % 2 ? 3 : 7, tracks: ['3'] }),
    );
    const filter: SearchFilter = { tracks: ['3'] };
    beforeEach(async () => put(crowd));

    const walk = async (query: Partial<SearchQuery>, size: number): Promise<string[]> => {
      const ids: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await ask({ ...query, page: { first: size, after } });
        ids.push(...page.hits.map(({ id }) => id));
        after = page.hits.at(-1)?.cursor;
        if (!page.hasNextPage) return ids;
      }
    };

    it.each([
      ['by relevance', { text: 'same' }],
      ['by name', { sort: 'NAME', filter }],
      ['by years', { sort: 'YEARS', filter }],
      ['by confirmation', { sort: 'CONFIRMED', filter }],
      ['of everything', {}],
    ] as [string, Partial<SearchQuery>][])(
      'put together are the whole list %s',
      async (_how, query) => {
        const whole = await ask(query);
        const ids = await walk(query, 4);
        expect(ids).toEqual(whole.hits.map(({ id }) => id));
        expect(new Set(ids).size).toBe(whole.totalCount);
      },
    );

    it('go backward as they go forward', async () => {
      const whole = (await ask({ filter })).hits.map(({ id }) => id);
      const last = await ask({ filter, page: { last: 5 } });
      expect(last.hits.map(({ id }) => id)).toEqual(whole.slice(-5));
      expect(last).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      const before = await ask({ filter, page: { last: 5, before: last.hits[0]?.cursor } });
      expect(before.hits.map(({ id }) => id)).toEqual(whole.slice(-10, -5));
    });

    it('neither repeat nor leave out when documents before the cursor come and go', async () => {
      const query = { text: 'same' };
      const whole = (await ask(query)).hits.map(({ id }) => id);
      const first = await ask({ ...query, page: { first: 8 } });
      await replace([whole[1] ?? '', whole[7] ?? ''], []);
      await put([searchable(50, { name: 'Same', otherNames: ['Same'] })]);
      const second = await ask({ ...query, page: { first: 50, after: first.hits.at(-1)?.cursor } });
      const rest = second.hits.map(({ id }) => id).filter((id) => id !== fixedId(50));
      expect(rest).toEqual(whole.slice(8));
    });

    it('of no size still count', async () => {
      const page = await ask({ filter, page: { first: 0 } });
      expect(page).toMatchObject({ hits: [], totalCount: 24, hasNextPage: true });
    });

    it.each(['', 'nonsense', 'W10', Buffer.from('["x",1]').toString('base64url')])(
      'refuse the cursor %j',
      async (after) => {
        await expect(ask({ page: { first: 2, after } })).rejects.toBeInstanceOf(InvalidCursorError);
      },
    );

    it('refuse the cursor of another query', async () => {
      const { hits } = await ask({ filter, page: { first: 2 } });
      const other = ask({ text: 'same', page: { first: 2, after: hits[0]?.cursor } });
      await expect(other).rejects.toBeInstanceOf(InvalidCursorError);
    });
  });

  describe('documents', () => {
    it('are replaced whole, also when only one language of a text changes', async () => {
      const [amina] = PEOPLE;
      await put([{ ...amina!, texts: { 'biography.en': 'Led peace talks in Kidal.' } }]);
      expect(await found({ text: 'Gao' })).toEqual([]);
      expect(await found({ text: 'Kidal' })).toEqual([1]);
    });

    it('go one by one, for every clearance, and come again', async () => {
      await replace([fixedId(1)], []);
      expect(await found({ text: 'Amina' })).toEqual([]);
      expect((await ask({ clearance: 'VETTED' })).totalCount).toBe(0);
      await put([PEOPLE[0]!]);
      expect(await found({ text: 'Amina' })).toEqual([1]);
    });

    it('of one clearance go without those of the other', async () => {
      await put([VETTED_FIRST]);
      expect(await found({ text: 'Amina' })).toEqual([]);
      expect((await ask({ clearance: 'VETTED' })).totalCount).toBe(1);
    });

    it('go many at once', async () => {
      await replace(
        PEOPLE.map(({ id }) => id),
        [],
      );
      expect((await ask({})).totalCount).toBe(0);
    });

    it('with nothing in them do no harm', async () => {
      await put([searchable(12, { name: '—', yearsBand: null, availabilityBand: null })]);
      expect((await ask({})).totalCount).toBe(6);
    });

    it('are counted and told by their digests, at each clearance its own', async () => {
      expect(await index.count()).toBe(6);
      const held = async (clearance: 'PUBLIC' | 'VETTED') => {
        const rows = [];
        for await (const batch of index.held(clearance)) rows.push(...batch);
        return rows.toSorted((a, b) => (a.mediatorId < b.mediatorId ? -1 : 1));
      };
      const told = (people: readonly SearchableProfile[]) =>
        people.map(toSearchDocument).map(({ mediatorId, digest }) => ({ mediatorId, digest }));
      expect(await held('PUBLIC')).toEqual(told(PEOPLE));
      expect(await held('VETTED')).toEqual(told([VETTED_FIRST]));
      await put([{ ...PEOPLE[4]!, name: 'Nadine Saeed' }]);
      expect(await held('PUBLIC')).not.toEqual(told(PEOPLE));
    });

    it('of one clearance have no influence on what another one finds', async () => {
      const everything = async () => [
        await ask({ text: 'Traor', facets: FACET_NAMES }),
        await ask({ text: 'Obsidiam talk' }),
        await index.matches('PUBLIC', 'Talks of Obsidian and Zirconiumm', 50),
      ];
      const before = await everything();
      await replace(
        [],
        Array.from({ length: 20 }, (_, n) =>
          toSearchDocument({ ...VETTED_FIRST, id: fixedId(30 + n), name: 'Traor Obsidiam' }),
        ),
      );
      expect(await everything()).toEqual(before);
    });
  });

  describe('a rebuild', () => {
    it('is not seen before the swap and is all that is seen after it', async () => {
      changed = true;
      const fresh = await index.beginRebuild();
      await fresh.add([toSearchDocument(searchable(30, { name: 'Newcomer' }))]);
      expect(await fresh.refused()).toEqual([]);
      expect((await ask({})).totalCount).toBe(5);
      await fresh.swap();
      expect(await found({})).toEqual([30]);
      await put(PEOPLE);
      expect(await found({ text: 'Newcomer' })).toEqual([30]);
      expect((await ask({})).totalCount).toBe(6);
    });

    it('that is given up changes nothing', async () => {
      const fresh = await index.beginRebuild();
      await fresh.replace([], [toSearchDocument(searchable(30))]);
      await fresh.abandon();
      expect((await ask({})).totalCount).toBe(5);
    });

    it('begins afresh while the engine is still busy with one that was given up', async () => {
      changed = true;
      const first = await index.beginRebuild();
      await first.replace([], [toSearchDocument(searchable(31))]);
      await first.abandon();
      const second = await index.beginRebuild();
      await second.replace([], [toSearchDocument(searchable(30, { name: 'Newcomer' }))]);
      await second.swap();
      expect(await found({ text: 'Newcomer', sort: 'YEARS' })).toEqual([30]);
      expect((await ask({})).totalCount).toBe(1);
    });
  });

  it('is prepared again in no time: what is in force is not sent again', async () => {
    const before = server?.asked.length ?? 0;
    await open().prepare();
    const writes =
      server?.asked.slice(before).filter((request) => !request.startsWith('GET ')) ?? [];
    expect(writes).toEqual([]);
    expect((await ask({})).totalCount).toBeGreaterThan(0);
  });

  if (engine === 'Meilisearch') {
    it('says in one sentence that a key is wrong', async () => {
      const wrong = open('not-the-key-of-this-server').prepare();
      await expect(wrong).rejects.toThrow(/^Meilisearch refuses the key: set MEILISEARCH_KEY/);
    });
  }

  it('says that a key is missing', () => {
    expect(() =>
      createSearchIndex({ ...at('http://127.0.0.1:9'), meilisearchKey: null }, test.database),
    ).toThrow(SearchUnavailableError);
  });
}
