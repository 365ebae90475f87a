import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { projectProfile } from '../profile/profile-view.js';
import type { ProfileRecord } from '../profile/profile-record.js';
import { ClassBook, FEWEST, type Place } from './class-book.js';
import { isDiverse } from './clusters.js';
import { information } from './information.js';
import {
  canonical,
  covers,
  generalisedAll,
  listedOf,
  NOTHING,
  ownPublished,
  withoutPlace,
  type Listed,
  type Published,
} from '../profile/published-values.js';

const TODAY = new Date('2026-11-01T00:00:00Z');

/** What differs between the women of these tests; all else is the same. */
const facts = fc.record({
  audience: fc.dictionary(
    fc.constantFrom('languages', 'territories', 'networks', 'years', 'yearsBand', 'ageBand'),
    fc.constantFrom('PUBLIC' as const, 'VETTED' as const, 'CURATOR' as const),
    { maxKeys: 1 },
  ),
  nationalities: fc.subarray(['ML', 'SY', 'KE', 'CO'], { maxLength: 2 }),
  birthYear: fc.constantFrom(1960, 1985, 2000, null),
  years: fc.nat(30),
  tracks: fc.subarray(['1', '2', '3'] as const),
  roles: fc.subarray(['adviser', 'trainer'] as const),
  availabilityBand: fc.constantFrom(
    'available' as const,
    'limited' as const,
    'unavailable' as const,
  ),
  available: fc.constantFrom([], [{ from: null, to: null }]),
  noticeDays: fc.constantFrom(3, 30, 1_000, null),
  workingMode: fc.constantFrom('in-person' as const, 'remote' as const, 'both' as const, null),
  confirmedOn: fc.constantFrom('2026-01-05', '2024-11-30', null),
  languages: fc.subarray(['arq', 'fr', 'en', 'ki', 'ase']).chain((codes) =>
    fc.tuple(
      ...codes.map((code) =>
        fc.record({
          code: fc.constant(code),
          level: fc.constantFrom('B2' as const, 'C1' as const, 'native' as const),
        }),
      ),
    ),
  ),
  territories: fc.subarray(['ML', 'NE', 'KE', 'SY', 'CO', 'XK']),
  expertise: fc
    .subarray(['mediation', 'mediation.shuttle-diplomacy', 'security.ceasefires'])
    .map((codes) => codes.map((code, i) => ({ code, level: ((i % 3) + 1) as 1 | 2 | 3 }))),
  networks: fc.subarray(['acacia', 'olive']).map((slugs) =>
    slugs.map((slug) => ({
      networkId: slug,
      slug,
      names: { en: slug },
      role: slug === 'acacia' ? ('mentor' as const) : ('member' as const),
      since: '2021-04-05',
    })),
  ),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

/** As far as classes go. */
function recordOf(id: string, own: Facts): ProfileRecord {
  const record: object = {
    id,
    publicId: id,
    lot: id,
    state: 'published',
    revision: 1,
    consents: ['LISTED', 'MATCHED'],
    fullName: `Full ${id}`,
    displayName: `Shown ${id}`,
    nameVariants: [],
    codeName: 'Heron',
    pseudonymous: true,
    published: null,
    residence: 'SN',
    supports: ['advice'],
    biography: { en: 'Told.' },
    education: null,
    publications: null,
    training: null,
    ruledOut: [],
    experience: [],
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    ...own,
  };
  return record as ProfileRecord;
}

const published = facts.map((own) => ownPublished(recordOf('w', own), TODAY));
const tie = (id: string) => createHash('sha256').update(id).digest('hex');
const told = ({ PUBLIC, VETTED }: Published) => information(PUBLIC) + information(VETTED);

describe('generalising', () => {
  it('is the least upper bound of a lattice', () => {
    fc.assert(
      fc.property(published, published, published, (a, b, c) => {
        const same = (one: Published, other: Published) =>
          expect(canonical(one)).toBe(canonical(other));
        same(generalisedAll(a, a), a);
        same(generalisedAll(a, b), generalisedAll(b, a));
        same(generalisedAll(generalisedAll(a, b), c), generalisedAll(a, generalisedAll(b, c)));
        expect(covers(generalisedAll(a, b), a)).toBe(true);
        expect(covers({ PUBLIC: NOTHING, VETTED: NOTHING }, a)).toBe(true);
      }),
    );
  });

  it('never says more', () => {
    fc.assert(
      fc.property(published, published, (a, b) => {
        expect(told(generalisedAll(a, b))).toBeLessThanOrEqual(told(a) + 1e-9);
      }),
    );
  });
});

describe('own values', () => {
  const own = (changes: Partial<ProfileRecord>) =>
    ownPublished(
      {
        ...recordOf('w', fc.sample(facts, { numRuns: 1, seed: 1 })[0] as Facts),
        audience: {},
        ...changes,
      },
      TODAY,
    );

  it('name no language of one country, no native speaker and no sign language', () => {
    const { languages } = own({
      languages: [
        { code: 'arq', level: 'native' },
        { code: 'ki', level: 'native' },
        { code: 'ase', level: 'signed' },
        { code: 'fr', level: 'B2' },
      ],
    }).PUBLIC;
    expect(languages).toEqual({ ar: 'C2', fr: 'B2' });
  });

  it('take a region for a territory, and all that holds it', () => {
    expect(own({ territories: ['ML', 'SY'] }).PUBLIC.areas).toEqual(
      ['001', '002', '202', '011', '142', '145'].toSorted(),
    );
    expect(own({ territories: [] }).PUBLIC.areas).toEqual(['001']);
  });

  it('hold nothing that she narrowed', () => {
    const fields = ['languages', 'territories', 'networks', 'yearsBand', 'expertise'] as const;
    const audience = Object.fromEntries(fields.map((field) => [field, 'CURATOR' as const]));
    for (const values of Object.values(own({ audience }))) {
      expect(values).toMatchObject({
        areas: ['001'],
        languages: {},
        networks: {},
        yearsFrom: null,
        expertise: {},
      });
    }
  });
});

/** What may happen in a directory; `woman` is one of a few. */
const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('show' as const), woman: fc.nat(24), own: facts }),
  },
  fc.record({ kind: fc.constantFrom('hide', 'leave', 'ask'), woman: fc.nat(24) }),
  fc.record({ kind: fc.constant('renew' as const) }),
);

describe('classes through any edits', () => {
  it('have at least five members who all are as published, tell no nationality, and tell more only of whom asked', () => {
    let classes = 0;
    fc.assert(
      fc.property(
        fc.array(facts, { minLength: 12, maxLength: 25 }),
        fc.array(edit, { maxLength: 40 }),
        (first, edits) => {
          let ids = 0;
          const book = new ClassBook(new Map(), new Map(), () => `class-${ids++}`);
          const listed = new Map<string, Listed>();
          const show = (id: string, own: Facts) => {
            const woman = listedOf(recordOf(id, own), TODAY);
            listed.set(id, woman);
            book.show(id, woman);
          };
          first.forEach((own, i) => show(`w${i}`, own));
          book.settle();
          book.renew(listed, tie);
          classes += check(book, listed);

          for (const one of edits) {
            const before = new Map(
              [...listed.keys()].map((id) => [
                id,
                [book.publishedOf(id), book.placeOf(id)?.requested] as const,
              ]),
            );
            let concerned: string | null = null;
            if (one.kind === 'renew') book.renew(listed, tie);
            else {
              concerned = `w${one.woman}`;
              if ('own' in one) show(concerned, one.own);
              else if (one.kind === 'ask') book.ask(concerned);
              else {
                listed.delete(concerned);
                if (one.kind === 'hide') book.hide(concerned);
                else book.leave(concerned);
              }
              book.settle();
            }
            classes += check(book, listed);
            for (const [id, [was, requested]] of before) {
              if (requested === true || !listed.has(id)) continue;
              const now = book.publishedOf(id);
              if (now === null) continue;
              expect(was !== null && covers(now, was)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(classes).toBeGreaterThan(40);
  });

  it('are the same for the same women, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 5, maxLength: 30 }), (women) => {
        const entries = women.map((own, i): [string, Listed] => [
          `w${i}`,
          listedOf(recordOf(`w${i}`, own), TODAY),
        ]);
        const shownOf = (order: [string, Listed][]) => {
          const places = order.map(([id, { nationalities }]): [string, Place] => [
            id,
            { classId: null, requested: true, nationalities },
          ]);
          let ids = 0;
          const book = new ClassBook(new Map(), new Map(places), () => `class-${ids++}`);
          book.renew(new Map(order), tie);
          return Object.fromEntries(entries.map(([id]) => [id, canonical(book.publishedOf(id))]));
        };
        expect(shownOf(entries.toReversed())).toEqual(shownOf(entries));
      }),
    );
  });

  it('show neither place nor language where more than half are of one nationality', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 5, maxLength: 20 }), (women) => {
        const listed = new Map(
          women.map((own, i): [string, Listed] => [
            `w${i}`,
            listedOf(recordOf(`w${i}`, own), TODAY),
          ]),
        );
        let ids = 0;
        const places = new Map(
          [...listed].map(([id, { nationalities }]) => [
            id,
            { classId: null, requested: true, nationalities },
          ]),
        );
        const book = new ClassBook(new Map(), places, () => `class-${ids++}`);
        book.renew(listed, tie);
        for (const { published: shown, members } of book.all.values()) {
          if (isDiverse([...members].flatMap((id) => listed.get(id) ?? []))) continue;
          expect(shown.PUBLIC).toMatchObject({ languages: {}, networks: {} });
        }
      }),
    );
  });

  it('show nothing where there are fewer than five women', () => {
    const women = fc.sample(facts, { numRuns: FEWEST - 1, seed: 7 });
    const listed = new Map(
      women.map((own, i): [string, Listed] => [
        `w${i}`,
        { own: ownPublished(recordOf(`w${i}`, own), TODAY), nationalities: [] },
      ]),
    );
    const places = new Map(
      [...listed.keys()].map((id) => [id, { classId: null, requested: true, nationalities: [] }]),
    );
    const book = new ClassBook(new Map(), places, () => 'class');
    book.renew(listed, tie);
    expect([...listed.keys()].map((id) => book.publishedOf(id))).toEqual([null, null, null, null]);
    const view = projectProfile(recordOf('w0', women[0] as Facts), 'VETTED', TODAY);
    expect(view).toMatchObject({ name: 'Heron', territories: ['001'], languages: [], years: null });
  });
});

/** Gives how many classes it has looked at. */
function check(book: ClassBook, listed: ReadonlyMap<string, Listed>): number {
  for (const { published: shown, members } of book.all.values()) {
    expect(members.size).toBeGreaterThanOrEqual(FEWEST);
    if (!isDiverse([...members].flatMap((id) => listed.get(id) ?? []))) {
      expect(withoutPlace(shown.PUBLIC)).toEqual(shown.PUBLIC);
      expect(withoutPlace(shown.VETTED)).toEqual(shown.VETTED);
    }
    const wrong = [...members].filter((id) => {
      const own = listed.get(id)?.own;
      return own === undefined || !covers(shown, own) || book.publishedOf(id) !== shown;
    });
    expect(wrong).toEqual([]);
  }
  return book.all.size;
}
