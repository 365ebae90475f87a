import { addDays, Chance, dayOf, skewed, type Weighted } from '#kernel';
import {
  entries,
  expertiseChildren,
  label,
  parseLanguageSkill,
  PHASES,
  PROCESS_TYPES,
  ROLES,
  SUPPORTS,
  TRACKS,
  LOCALES,
} from '#vocabulary';
import { translator } from '#messages';
import { COUNTRIES, type Country } from './countries.js';
import { NAME_POOLS } from './names.js';
import type { Shape } from './shapes.js';

/** One row of an import file, by canonical column. */
export type GeneratedRecord = Readonly<Record<string, string>>;

export interface GenerateRequest {
  readonly shape: Shape;
  /** How many; the shape's own number where it is left out. */
  readonly count?: number;
  readonly seed: number;
  /** Confirmations, consents and free periods lie around this day. */
  readonly today: Date;
}

const TOPICS = new Map(
  entries('expertise')
    .filter(({ parent }) => parent === null)
    .map(({ code }) => [code, skewed(expertiseChildren(code))]),
);
const SKEWED = {
  tracks: skewed(['2', '1.5', '3', '1']),
  roles: skewed(ROLES),
  supports: skewed(SUPPORTS),
  types: skewed(PROCESS_TYPES),
  phases: skewed(PHASES),
};
const LEVELS: Weighted<string>[] = [
  ['practitioner', 50],
  ['expert', 28],
  ['familiar', 22],
];
const LEARNED: Weighted<string>[] = [
  ['C1', 35],
  ['B2', 30],
  ['C2', 20],
  ['B1', 15],
];
const WORLD: Weighted<string>[] = [
  ['en', 45],
  ['fr', 25],
  ['ar', 14],
  ['es', 6],
  ['pt', 4],
  ['sw', 4],
  ['ru', 2],
];

/**
 * Fictional women, the same for the same seed: a few countries, languages and fields are common and
 * many are rare, as on real lists. Any number can be had; nothing is held in memory.
 */
export function* generatedRecords(request: GenerateRequest): Generator<GeneratedRecord> {
  const { shape, count = shape.profiles, seed } = request;
  const chance = new Chance(seed);
  // A row number in a code name would order the women by when they came: they are drawn, apart from the rest.
  const codeNames = new Chance(~seed);
  const countries = skewed(shape.countries);
  for (let n = 1; n <= count; n++) {
    const home = chance.weighted(countries);
    const country = COUNTRIES[home];
    if (!country) throw new RangeError(`The demo knows no country ${home}.`);
    yield woman(request, { chance, codeNames }, { n, home, country, countries });
  }
}

interface Origin {
  readonly n: number;
  readonly home: string;
  readonly country: Country;
  readonly countries: readonly Weighted<string>[];
}

interface Draws {
  readonly chance: Chance;
  readonly codeNames: Chance;
}

function woman(
  request: GenerateRequest,
  { chance, codeNames }: Draws,
  origin: Origin,
): GeneratedRecord {
  const { shape, today } = request;
  const { n, home, country } = origin;
  const id = `${shape.network.slug}-${String(n).padStart(6, '0')}`;
  const name = nameOf(chance, country);
  const hidden = chance.percent(shape.pseudonymous);
  // The lesser of two throws: many have some years, few have many.
  const { from, to } = shape.years;
  const years = Math.min(chance.whole(from, to), chance.whole(from, to));
  const places = placesOf(chance, origin);
  const topics = topicsOf(chance, shape);
  const roles = chance.several(SKEWED.roles, chance.whole(1, 3));
  const day = (least: number, most: number) => addDays(dayOf(today), -chance.whole(least, most));
  const born = today.getUTCFullYear() - 24 - years - chance.whole(0, 3);
  return {
    external_id: id,
    full_name: name.latin,
    name_variants: name.other,
    pseudonymous: hidden ? 'yes' : 'no',
    code_name: hidden ? `${chance.one(TREES)} ${codeNames.whole(1_000, 9_999)}` : '',
    email: `${id}@example.org`,
    telephone: `+999 ${String(chance.whole(1_000_000, 9_999_999))}`,
    date_of_birth: `${born}-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}`,
    nationality: label('territory', home, 'en'),
    residence: label('territory', home, 'en'),
    languages: languagesOf(chance, country).join('; '),
    territories: places.map((code) => label('territory', code, 'en')).join('; '),
    expertise: topics
      .map((code) => `${label('expertise', code, 'en')} (${chance.weighted(LEVELS)})`)
      .join('; '),
    tracks: chance.several(SKEWED.tracks, chance.whole(1, 3)).join('; '),
    roles: roles.map((code) => label('role', code, 'en')).join('; '),
    supports: chance
      .several(SKEWED.supports, chance.whole(1, 3))
      .map((code) => label('support', code, 'en'))
      .join('; '),
    years: String(years),
    availability: availabilityOf(chance, today),
    notice_days: String(chance.one([3, 7, 14, 14, 30, 30, 60])),
    remote: chance.one(['yes', 'no', 'both', 'both']),
    ruled_out: chance.percent(6) ? label('territory', chance.weighted(origin.countries), 'en') : '',
    deployments: deploymentsOf(chance, { places, roles, years, today }),
    network_role: roleOf(chance, shape),
    member_since: day(100, 3_000),
    confirmed_on: chance.percent(92) ? (chance.percent(65) ? day(1, 180) : day(180, 360)) : '',
    consent: chance.weighted(CONSENTS),
    consent_text_version: '2026-1',
    consent_on: day(1, 700),
    ...biographies({ topics, place: hidden ? null : (places[0] ?? home), years, country }),
  };
}

const TREES = 'Baobab Mopane Cedar Tamarisk Juniper Olive Marula Shea Sycamore Almond'.split(' ');
const CONSENTS: Weighted<string>[] = [
  ['LISTED; MATCHED; CONTACTED; STATISTICS', 60],
  ['LISTED; MATCHED', 30],
  ['LISTED', 6],
  ['', 4],
];

function nameOf(chance: Chance, { names }: Country): { latin: string; other: string } {
  const { given, family } = NAME_POOLS[names];
  const parts = [chance.one(given), chance.one(family)].map((part) => part.split('/'));
  return {
    latin: parts.map(([latin]) => latin).join(' '),
    other: parts.every(([, other]) => other) ? parts.map(([, other]) => other).join(' ') : '',
  };
}

/** Her own country nearly always, and where else women of her network come from. */
function placesOf(chance: Chance, { home, countries }: Origin): string[] {
  const others = chance.several(countries, chance.one([0, 1, 1, 2, 2, 3, 5]));
  const places = chance.percent(88) || others.length === 0 ? [home, ...others] : others;
  return [...new Set(places)];
}

function topicsOf(chance: Chance, { domains }: Shape): string[] {
  const topics = new Set<string>();
  const wanted = chance.whole(2, 6);
  const byDomain = skewed(domains);
  while (topics.size < wanted) {
    const domain = chance.weighted(byDomain);
    topics.add(chance.weighted(TOPICS.get(domain) ?? [[domain, 1]]));
  }
  return [...topics];
}

function languagesOf(chance: Chance, { native, working }: Country): string[] {
  const held = new Map<string, string>();
  for (const code of chance.several(skewed(native), chance.one([1, 1, 2])))
    held.set(code, 'native');
  for (const code of working) if (!held.has(code)) held.set(code, chance.one(['C2', 'C1', 'C1']));
  for (const code of chance.several(WORLD, chance.one([0, 1, 1, 2]))) {
    if (!held.has(code)) held.set(code, chance.weighted(LEARNED));
  }
  return [...held].map(([code, level]) => {
    const named = `${label('language', code, 'en')} (${level})`;
    // "Luo" can be several languages.
    return parseLanguageSkill(named).ok ? named : `${code} (${level})`;
  });
}

function availabilityOf(chance: Chance, today: Date): string {
  if (chance.percent(15)) {
    const from = chance.whole(-30, 120);
    return `${addDays(dayOf(today), from)}/${addDays(dayOf(today), from + chance.whole(30, 240))}`;
  }
  return chance.weighted([
    ['available', 76],
    ['limited', 14],
    ['unavailable', 10],
  ]);
}

function roleOf(chance: Chance, { years }: Shape): string {
  if (years.to < 10) return 'young-member';
  return chance.percent(15) ? 'mentor' : 'member';
}

interface Career {
  readonly places: readonly string[];
  readonly roles: readonly string[];
  readonly years: number;
  readonly today: Date;
}

function deploymentsOf(chance: Chance, { places, roles, years, today }: Career): string {
  const count = Math.min(chance.one([0, 1, 1, 2, 3]), years);
  const lines = Array.from({ length: count }, () => {
    const place = chance.one(places);
    const from = today.getUTCFullYear() - chance.whole(1, years);
    return [
      `Fictional dialogue in ${label('territory', place, 'en')}`,
      chance.weighted(SKEWED.types),
      chance.weighted(SKEWED.phases),
      chance.one(roles),
      chance.one(TRACKS),
      place,
      from,
      Math.min(from + chance.whole(0, 3), today.getUTCFullYear()),
    ].join(' | ');
  });
  return lines.join('\n');
}

interface Facts {
  readonly topics: readonly string[];
  /** Where she works; null for who must not be found by it. */
  readonly place: string | null;
  readonly years: number;
  readonly country: Country;
}

/** Her biography in English and in the languages of her country that Baraza speaks, by column. */
function biographies({ topics, place, years, country }: Facts): Record<string, string> {
  const spoken = new Set(['en', ...country.working, ...country.native]);
  return Object.fromEntries(
    LOCALES.filter((locale) => spoken.has(locale)).map((locale) => {
      const named = topics.slice(0, 3).map((code) => label('expertise', code, locale));
      const where = place === null ? '' : ` (${label('territory', place, locale)})`;
      const values = { topics: named.join(', '), where, years: String(years) };
      return [`biography:${locale}`, translator('demo', locale)('biography', values)];
    }),
  );
}
