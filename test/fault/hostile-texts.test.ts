import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ColumnMap, importProfiles, rowsFromRecords, type Reject } from '#directory';
import { OPERATOR } from '#identity';
import type { SearchIndex } from '#search';
import { globalId, openCurationBench, type CurationBench } from '../support/curating.js';
import { describeInEachEngine, removeEngine } from '../support/engines.js';
import { record, TODAY } from '../support/fill.js';

/** Letters of every plane that has any, and of scripts that fold into more than they were. */
const LETTERS = [
  'a',
  'é',
  'ß',
  'İ',
  'ع',
  'ﷺ',
  '한',
  'ሀ',
  'ɓ',
  '𞤀',
  '𞤢',
  '𠀀',
  '𐐀',
  '𝔘',
  '𖿢',
  '😀',
  '㍿',
];
const ADLAM = '𞤀𞤣𞤢𞤥';
/** As many words of two letters of four bytes each as one text holds; no two texts share one. */
const manyWords = (text: number): string =>
  Array.from({ length: 3_900 }, (_, n) => {
    const word = text * 3_900 + n;
    return String.fromCodePoint(0x20000 + Math.floor(word / 300), 0x20000 + (word % 300));
  }).join(' ');
const LANGUAGES = 'en fr ar es pt sw ff ha yo am so ti ig zu xh sn rw ln om wo tn st'.split(' ');

const TEXTS: readonly (readonly [string, string, 'kept' | 'refused'])[] = [
  ['Adlam', `${ADLAM} ${ADLAM}𞤢𞤤𞤢𞤥`, 'kept'],
  ['one long word beyond the first plane', '𞤢'.repeat(60), 'kept'],
  ['a letter that folds into eighteen', 'ﷺ'.repeat(100), 'kept'],
  ['combining marks alone', '\u0301\u0302\u0303', 'kept'],
  ['noncharacters', 'a\ufffe\uffffb', 'kept'],
  ['regular expressions', '(a+)+$ [a-z .* ^\\ (?<=a)', 'kept'],
  ['quotation marks and backslashes', `'":*&|!<->\\'`, 'kept'],
  ['NUL', 'a\u0000b', 'refused'],
  ['a high surrogate alone', 'a\ud83ab', 'refused'],
  ['a low surrogate alone', 'a\udd00b', 'refused'],
  ['five megabytes', 'grain '.repeat(870_000), 'refused'],
];
const IMPORTED = [
  'full_name',
  'display_name',
  'name_variants',
  'biography:en',
  'education',
  'publications',
  'training',
] as const;
const NAMES: ReadonlySet<string> = new Set(IMPORTED.slice(0, 3));
const CHANGES: readonly (readonly [string, (text: string) => unknown])[] = [
  ['fullName', (text) => text],
  ['displayName', (text) => text],
  ['nameVariants', (text) => [text]],
  ['biography', (text) => [{ language: 'en', text }]],
  ['education', (text) => text],
  ['publications', (text) => text],
  ['training', (text) => text],
];

describeInEachEngine('texts of every kind', (settings) => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench({ ...settings, BARAZA_MAX_BODY_BYTES: '10485760' });
  });
  afterAll(async () => {
    await bench.close();
    await removeEngine(settings);
  });
  beforeEach(async () => bench.clear());
  afterEach(async () => {
    await bench.api.services.jobs.drain();
  });

  const imported = async (records: Record<string, string>[]): Promise<Reject[]> => {
    const rejects: Reject[] = [];
    await importProfiles(bench.api.services, {
      by: OPERATOR,
      rows: rowsFromRecords(records),
      columns: new ColumnMap(),
      network: 'acacia',
      today: TODAY,
      onRejects: (found) => void rejects.push(...found),
    });
    return rejects;
  };
  const found = async (text: string): Promise<number> => {
    const { search } = bench.api.services;
    return (await search.search({ clearance: 'VETTED', text, page: { first: 50 } })).totalCount;
  };
  const inStep = async (women: number): Promise<void> => {
    const { indexSync, jobs, search } = bench.api.services;
    await jobs.drain();
    expect(await indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
    expect(await search.count()).toBe(2 * women);
    expect(await indexSync.heal()).toBe(0);
    await indexSync.rebuild();
    expect(await search.count()).toBe(2 * women);
    expect(await found('Bystander')).toBe(1);
  };

  it.each(TEXTS)(
    'such as %s are indexed, or refused by row and column, by import',
    async (_, text, outcome) => {
      const women = IMPORTED.map((field, n) => record(n + 1, { [field]: text }));
      const rejects = await imported([record(0, { full_name: 'Bystander Person' }), ...women]);
      const refused = new Set(rejects.map(({ row }) => row)).size;
      const columns = new Set(rejects.map(({ column }) => column));
      // A name may be refused that a running text may not.
      const expected =
        outcome === 'refused' ? IMPORTED : IMPORTED.filter((f) => columns.has(f) && NAMES.has(f));
      expect(columns).toEqual(new Set(expected));
      await inStep(1 + women.length - refused);
    },
  );

  it.each(TEXTS)(
    'such as %s are indexed, or refused by field, by the API',
    async (_, text, outcome) => {
      const id = await bench.list(
        'acacia',
        record(0, { full_name: 'Bystander Person' }),
        record(1),
      );
      for (const [field, shaped] of CHANGES) {
        const call = `editProfile(id: "${globalId('Profile', id(1))}", revision: ${await bench.revision(id(1))}, changes: $changes)`;
        const answer = await bench.mutate(bench.ada, call, { changes: { [field]: shaped(text) } });
        if (outcome === 'refused' || answer.__typename !== 'Profile') {
          expect(JSON.stringify(answer)).toContain(`"${field}`);
          expect(answer.__typename).toMatch(/^(ValidationError|BAD_USER_INPUT)$/);
        }
      }
      await inStep(2);
    },
  );

  it('of random letters stop no batch, and what is kept is what was sent', async () => {
    const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 60 });
    const texts = fc.array(
      word.map((letters) => letters.join('')),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 3, maxLength: 6 }), async (women) => {
        await bench.clear();
        const records = women.map((words, n) =>
          record(n + 1, {
            full_name: `Person ${n}`,
            education: words.join(' '),
          }),
        );
        expect(await imported([record(0, { full_name: 'Bystander Person' }), ...records])).toEqual(
          [],
        );
        const kept = await bench.api.services.database.query<{ education: string }>(
          'SELECT education FROM mediator WHERE education IS NOT NULL ORDER BY full_name',
        );
        expect(kept.map(({ education }) => education)).toEqual(
          records.map(({ education }) => education),
        );
        await inStep(1 + women.length);
      }),
      { numRuns: 12, seed: 11 },
    );
  });

  it('of more words than an index holds are found by what fits', async () => {
    const biographies = Object.fromEntries(
      LANGUAGES.map((language, n) => [`biography:${language}`, manyWords(n)]),
    );
    expect(
      await imported([
        record(0, { full_name: 'Bystander Person' }),
        record(1, { full_name: 'Voluble Person', ...biographies }),
      ]),
    ).toEqual([]);
    await inStep(2);
    expect(await found('Voluble')).toBe(1);
    expect(await found(manyWords(0).slice(0, 4))).toBe(1);
  });

  it('are read as themselves by a search, and never as a pattern', async () => {
    await bench.list('acacia', record(0, { full_name: 'Bystander Person' }));
    await bench.api.services.jobs.drain();
    expect(await found('Bystander')).toBe(1);
    for (const pattern of ['B.stander', 'B_stander', 'B%der', 'B[a-z]stander', '(B|b).+r$']) {
      expect([pattern, await found(pattern)]).toEqual([pattern, 0]);
    }
    for (const broken of ['[', '(', '*', '\\', '(a+)+$', '(?<']) {
      expect(await found(`Bystander ${broken}`)).toBeLessThanOrEqual(1);
    }
  });

  describe('where the engine takes one document for faulty', () => {
    let replace: SearchIndex['replace'];
    beforeEach(() => {
      const { search } = bench.api.services;
      replace = search.replace.bind(search);
      search.replace = async (ids, documents) => {
        if (documents.some(({ names }) => names.includes('Faulty Person'))) {
          throw Object.assign(new Error('about a document'), {
            name: 'QueryFailedError',
            code: '54000',
          });
        }
        await replace(ids, documents);
      };
    });
    afterEach(() => {
      bench.api.services.search.replace = replace;
    });

    it('the others go on without it, and its network and the operator are told whose it is', async () => {
      const { indexSync, jobs, search } = bench.api.services;
      await imported([
        record(0, { full_name: 'Bystander Person' }),
        record(1, { full_name: 'Formerly Person' }),
        record(2, { full_name: 'Another Person' }),
      ]);
      await jobs.drain();
      expect(await found('Formerly')).toBe(1);
      await imported([record(1, { full_name: 'Faulty Person' })]);
      await imported([record(2, { full_name: 'Renamed Person' })]);
      await jobs.drain();
      expect([await found('Bystander'), await found('Renamed')]).toEqual([1, 1]);
      expect([await found('Formerly'), await found('Faulty')]).toEqual([0, 0]);
      const { waiting, setAside } = await indexSync.backlog();
      expect(waiting).toBe(0);
      expect(setAside).toMatchObject([{ reason: 'QueryFailedError 54000' }]);
      const list = (network: string) =>
        bench.ask(
          network === 'acacia' ? bench.ada : bench.fay,
          `{ workList(network: "${network}", kind: NOT_SEARCHABLE) { edges { node { profile { fullName } } } } }`,
        );
      expect(await list('acacia')).toEqual({
        edges: [{ node: { profile: { fullName: 'Faulty Person' } } }],
      });
      expect(await list('fjord')).toEqual({ edges: [] });

      // Whatever was wrong, the next look at it takes her back.
      search.replace = replace;
      await indexSync.heal();
      expect(await indexSync.backlog()).toMatchObject({ waiting: 0, setAside: [] });
      expect(await found('Faulty')).toBe(1);
    });
  });
});
