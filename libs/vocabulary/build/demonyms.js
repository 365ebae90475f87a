import { countries } from './sources.js';

/**
 * Territories to which world-countries gives the name of another people ("French" of the Southern
 * Territories, "Indian" of the Indian Ocean), and whose people are few or none.
 */
const NOT_THEIRS = new Set(['AQ', 'BQ', 'BV', 'HM', 'IO', 'MP', 'SJ', 'TF', 'UM']);

/** English and French demonyms, feminine and masculine, as [code, English, French]. */
export function demonyms() {
  return countries.list
    .filter(({ cca2 }) => !NOT_THEIRS.has(cca2))
    .map(({ cca2, demonyms: { eng, fra } = {} }) => [cca2, both(eng), both(fra)])
    .filter(([, english, french]) => english.length + french.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** "Kittitian or Nevisian" and "Antiguan, Barbudan" are two names. */
function both(forms) {
  const names = [forms?.f, forms?.m].flatMap((form) => (form ?? '').split(/, | or /));
  return [...new Set(names)].filter((name) => name !== '');
}
