import {
  PROFICIENCIES,
  TRACKS,
  type ExpertiseCode,
  type LanguageCode,
  type Proficiency,
  type Track,
} from './kinds.js';
import { expertise, languages } from './lists.js';

const macrolanguages = new Map(languages.map(({ code, parent }) => [code, parent]));

/** A1 is 1, C2 is 6; native and signed count as C2 (MATCHING, criterion LANGUAGE). */
export function proficiencyRank(level: Proficiency): number {
  return Math.min(6, PROFICIENCIES.indexOf(level) + 1);
}

/** The macrolanguage a language is a member of (ISO 639-3); null when it is none. */
export function macrolanguageOf(code: LanguageCode): LanguageCode | null {
  return macrolanguages.get(code) ?? null;
}

/** A language satisfies itself, and a member satisfies its macrolanguage. */
export function languageSatisfies(required: LanguageCode, found: LanguageCode): boolean {
  return required === found || macrolanguageOf(found) === required;
}

/**
 * In tenths (MATCHING, criterion LANGUAGE): the same, or a member of the wanted macrolanguage 10; the
 * macrolanguage of the wanted member 6; two members of one macrolanguage 5; else 0.
 */
export function languageRelation(wanted: LanguageCode, found: LanguageCode): 0 | 5 | 6 | 10 {
  if (languageSatisfies(wanted, found)) return 10;
  const macrolanguage = macrolanguageOf(wanted);
  if (macrolanguage === null) return 0;
  if (macrolanguage === found) return 6;
  return macrolanguage === macrolanguageOf(found) ? 5 : 0;
}

/**
 * Languages whose speakers understand each other, and how far, in tenths: a table of what is written about them, for
 * ISO 639-3 does not say it.
 *
 * - bs, hr, sr, cnr: one standard in all but name; CLDR 48.2, languageMatching, gives them distance 4 of 100.
 * - nb, nn: two written forms of Norwegian, each taught to all (Språklova 2021).
 * - rn, rw: R. D. Zorc and L. Nibagwire, Kinyarwanda and Kirundi comparative grammar (2007).
 * - bm, dyu: D. Creissels, "Le malinké et les parlers mandingues", in Mandenkan 49 (2013).
 */
const INTELLIGIBLE: readonly (readonly [codes: readonly LanguageCode[], tenths: 8 | 9])[] = [
  [['bs', 'cnr', 'hr', 'sr'], 9],
  [['nb', 'nn'], 9],
  [['rn', 'rw'], 8],
  [['bm', 'dyu'], 8],
];

/**
 * Macrolanguages whose code names one member in practice, Kurmanji and Mandarin, which speakers of the others do not
 * understand (docs/vocabulary.md): these are kept apart.
 */
const STANDS_FOR_ONE: ReadonlySet<LanguageCode> = new Set(['ku', 'zh']);

/**
 * How well what is spoken serves for what is wanted, in tenths (matching model 2): the same, or a member of the wanted
 * macrolanguage, 10; languages whose speakers understand each other 8 or 9; only the macrolanguage of the wanted member
 * 6; another member of it 2; else 0. Codes that stand for one member of a macrolanguage are related to no other.
 */
export function languageService(wanted: LanguageCode, found: LanguageCode): 0 | 2 | 6 | 8 | 9 | 10 {
  if (wanted === found) return 10;
  const understood = INTELLIGIBLE.find(
    ([codes]) => codes.includes(wanted) && codes.includes(found),
  );
  if (understood) return understood[1];
  if (isMemberApart(wanted) || isMemberApart(found)) return 0;
  const relation = languageRelation(wanted, found);
  return relation === 5 ? 2 : relation;
}

function isMemberApart(code: LanguageCode): boolean {
  const macrolanguage = macrolanguageOf(code);
  return macrolanguage !== null && STANDS_FOR_ONE.has(macrolanguage);
}

/** The domain of a topic; a domain is its own. */
export function expertiseDomain(code: ExpertiseCode): ExpertiseCode {
  return code.split('.', 1)[0] ?? code;
}

/** The topics of a domain. */
export function expertiseChildren(domain: ExpertiseCode): readonly ExpertiseCode[] {
  return expertise.filter(({ parent }) => parent === domain).map(({ code }) => code);
}

/**
 * In tenths (MATCHING, criterion EXPERTISE): the same, or a topic of the wanted domain 10; only the
 * domain of the wanted topic 5; another topic of one domain 3; else 0.
 */
export function expertiseSimilarity(wanted: ExpertiseCode, found: ExpertiseCode): 0 | 3 | 5 | 10 {
  if (wanted === found || expertiseDomain(found) === wanted) return 10;
  if (expertiseDomain(wanted) === found) return 5;
  return expertiseDomain(wanted) === expertiseDomain(found) ? 3 : 0;
}

/** In tenths, on the line 1, 1.5, 2, 3 (MATCHING, criterion TRACK): the same 10, next to it 5, else 0. */
export function trackRelation(wanted: Track, found: Track): 0 | 5 | 10 {
  const apart = Math.abs(TRACKS.indexOf(wanted) - TRACKS.indexOf(found));
  if (apart === 0) return 10;
  return apart === 1 ? 5 : 0;
}
