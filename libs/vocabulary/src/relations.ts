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
