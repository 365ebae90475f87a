import { addDays, Chance, skewed, type Weighted } from '#kernel';
import { expertiseShownBy, type Candidate } from '#matching';
import { label, type ExpertiseLevel, type Locale, type Proficiency, type Role } from '#vocabulary';
import { CAREERS, HOMES, type Career, type Home } from './careers.js';

/** One woman of the pool of the second judged set: her profile as the model reads it, and her biography. */
export interface CareerProfile {
  /** Her number in files of judgements. */
  readonly docno: string;
  readonly career: string;
  /** Known by a code name only: neither her nationality nor where she lives is shown. */
  readonly isCoded: boolean;
  readonly candidate: Omit<Candidate, 'id' | 'lot'>;
  readonly biography: Readonly<Partial<Record<Locale, string>>>;
}

/** The day as of which the pool is made and its needs judge. */
export const CAREER_DAY = '2026-11-01';
const THIS_YEAR = 2026;
const SEED = 1804;
const PROFILES = 300;

/**
 * Fictional women with coherent careers, the same for the same seed: fields, roles, deployments, languages and places of each
 * belong together, as they do in real lives and do not in the demo.
 */
export function careerPool(count = PROFILES): CareerProfile[] {
  const chance = new Chance(SEED);
  const homes = Object.keys(HOMES);
  return Array.from({ length: count }, (_, i) => {
    const career = CAREERS[i % CAREERS.length]!;
    const docno = `kariba:k-${String(i + 1).padStart(3, '0')}`;
    return profile(chance, { docno, career, home: chance.one(homes) });
  });
}

interface Origin {
  readonly docno: string;
  readonly career: Career;
  readonly home: string;
}

function profile(chance: Chance, { docno, career, home: code }: Origin): CareerProfile {
  const home = HOMES[code]!;
  const { from, to } = career.years;
  const years = chance.whole(from, to);
  const served = deployments(chance, career, { code, home, years });
  const places = [...new Set([code, ...served.map(({ place }) => place)])];
  const levelOf = (isCore: boolean): ExpertiseLevel =>
    isCore ? (years >= 12 ? 3 : years >= 4 ? 2 : 1) : years >= 18 && chance.percent(40) ? 3 : 2;
  const expertise = [
    ...career.core.map((each) => ({ code: each, level: levelOf(true) })),
    ...chance
      .several(skewed(career.further), chance.whole(1, 2))
      .map((each) => ({ code: each, level: levelOf(false) })),
  ];
  const isCoded = chance.percent(6);
  const candidate: CareerProfile['candidate'] = {
    consentMatched: true,
    state: 'published',
    languages: languages(chance, career, { code, home, places }),
    territories: places,
    expertise,
    nationalities: isCoded || chance.percent(8) ? [] : [code],
    residence: isCoded ? null : chance.percent(88) ? code : (home.near[0] ?? null),
    networks: ['kariba'],
    ruledOut: null,
    rolesStated: chance.several(skewed(career.roles), 2),
    rolesServed: [...new Set(served.map(({ role }) => role))],
    tracks: [...career.tracks].slice(0, chance.whole(1, career.tracks.length)),
    processes: served.map(({ type, phase }) => ({ type, phase })),
    years: chance.percent(12) ? 0 : years,
    available: availability(chance),
    confirmedOn: chance.percent(8)
      ? null
      : addDays(CAREER_DAY, -chance.one([20, 60, 120, 240, 420, 640])),
    youngLeader: years < 8,
    servedOnTrackOne: served.length > 0 && career.tracks[0] === '1',
    deployed: {
      territories: served.map(({ place, year }) => ({ code: place, year })),
      processes: served.map(({ type, phase, year }) => ({ type, phase, year })),
      expertise: served.flatMap(({ type, role, year }) =>
        expertiseShownBy(type, role).map((field) => ({ code: field, year })),
      ),
    },
    workingMode: chance.one(['both', 'both', 'in-person', 'in-person', 'remote', null]),
    noticeDays: chance.one([3, 7, 14, 14, 30, 30, 60, null]),
    mentor: years >= 12 && chance.percent(30),
  };
  return {
    docno,
    career: career.slug,
    isCoded,
    candidate,
    biography: biography(career, served, { home, years }),
  };
}

interface Served {
  readonly type: Career['work'][number][0];
  readonly phase: Career['work'][number][1];
  readonly role: Role;
  readonly place: string;
  readonly year: number;
}

/** As many as her years let her have; the first ones long ago, in her main role since she has standing. */
function deployments(
  chance: Chance,
  { work, roles, abroad }: Career,
  { code, home, years }: { code: string; home: Home; years: number },
): Served[] {
  const most = Math.min(4, Math.ceil(years / 6));
  const count = chance.whole(years < 3 ? 0 : 1, Math.max(1, most));
  return Array.from({ length: count }, (_, i) => {
    const [type, phase] = chance.one(work);
    const isOften = roles.length === 1 || chance.percent(70);
    return {
      type,
      phase,
      role: isOften ? roles[0]! : chance.one(roles),
      place: chance.percent(abroad) ? chance.one(home.near) : code,
      year: THIS_YEAR - Math.floor(((i + chance.whole(0, 2)) * years) / Math.max(count, 3)),
    };
  });
}

const LEARNED: Weighted<Proficiency>[] = [
  ['B2', 40],
  ['C1', 35],
  ['B1', 25],
];

/** Those of her country, and of where she has worked; who works abroad has a language of diplomacy. */
function languages(
  chance: Chance,
  { abroad }: Career,
  { code, home, places }: { code: string; home: Home; places: readonly string[] },
): Candidate['languages'] {
  const held = new Map<string, Proficiency>([
    [home.native[chance.whole(0, home.native.length - 1)]!, 'native'],
  ]);
  for (const each of home.working) {
    // Whoever speaks a variety of Arabic reads and writes the standard, too.
    if (each === 'ar' && home.working[0] === 'ar') held.set(each, chance.one(['C1', 'C2']));
    if (!held.has(each))
      held.set(each, chance.one(abroad > 30 ? ['C2', 'C1', 'C1'] : ['C1', 'B2', 'B1']));
  }
  for (const place of places) {
    const [first] = HOMES[place]?.working ?? [];
    if (place !== code && first && !held.has(first)) held.set(first, chance.weighted(LEARNED));
  }
  if (abroad > 30 && !held.has('en') && chance.percent(65))
    held.set('en', chance.weighted(LEARNED));
  return [...held].map(([each, level]) => ({ code: each, level }));
}

function availability(chance: Chance): Candidate['available'] {
  const kind = chance.weighted<'always' | 'limited' | 'never' | 'days' | 'unsaid'>([
    ['always', 42],
    ['days', 20],
    ['limited', 14],
    ['never', 14],
    ['unsaid', 10],
  ]);
  if (kind === 'limited') return 'limited';
  if (kind === 'unsaid') return null;
  if (kind === 'never') return [];
  if (kind === 'always') return [{ from: null, to: null }];
  const from = chance.whole(-30, 150);
  const days = chance.whole(40, 200);
  return [{ from: addDays(CAREER_DAY, from), to: addDays(CAREER_DAY, from + days) }];
}

/** The languages in which Baraza has words for fields and places. */
const WRITTEN: readonly Locale[] = ['fr', 'ar', 'es', 'pt', 'sw', 'en'];

/** In one language of her country: what she does, and where she did it last. */
function biography(
  { core, title }: Career,
  served: readonly Served[],
  { home, years }: { home: Home; years: number },
): CareerProfile['biography'] {
  const spoken = new Set([...home.native, ...home.working]);
  const locale = WRITTEN.find((each) => spoken.has(each)) ?? 'en';
  const fields = core.map((field) => label('expertise', field, locale)).join(', ');
  const works = served.map(({ role, type, place }) =>
    [
      label('role', role, locale),
      label('process-type', type, locale),
      label('territory', place, locale),
    ].join(', '),
  );
  const opening = locale === 'en' ? `${title}, ${years} years` : `${years}`;
  return { [locale]: [opening, fields, ...works].join('. ') };
}
