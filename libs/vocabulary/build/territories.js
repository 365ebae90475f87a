import { LOCALES, cldr, countries } from './sources.js';

const { containment, codeMappings, territoryAlias, territoryNames } = cldr;

/** Regions that CLDR marks as groupings of regions but M49 has as levels of its tree. */
const M49_LEVELS = { 202: '002', 419: '019' };
/** CLDR's bag of what M49 gives no region. */
const OUTLYING = 'QO';
/**
 * Where these are: with Saint Helena, the territory of the Indian Ocean and Mexico, in whose M49 regions
 * they lie. Antarctica is in none.
 */
const REGION_OF_OUTLYING = { AC: '011', TA: '011', DG: '014', CP: '013', AQ: '001' };

/** M49 regions as [code, parent, labels]. */
export function regions() {
  const codes = Object.keys(containment).filter((code) => /^\d{3}$/.test(code) && isM49(code));
  return codes.map((code) => [code, parentOfRegion(code), labelsOf(code)]);
}

function isM49(code) {
  return code === '001' || code in M49_LEVELS || parentOfRegion(code) !== null;
}

function parentOfRegion(code) {
  if (code in M49_LEVELS) return M49_LEVELS[code];
  const level = Object.keys(M49_LEVELS).find((key) => containment[key]._contains.includes(code));
  return level ?? directParent(code);
}

function directParent(code) {
  const parents = Object.entries(containment);
  const [parent = null] =
    parents.find(
      ([candidate, { _contains, _grouping }]) =>
        /^\d{3}$/.test(candidate) && !_grouping && _contains.includes(code),
    ) ?? [];
  return parent;
}

/** Territories as [code, alpha-3, region, labels, further names, land neighbours]. */
export function territories() {
  const bordersOf = new Map(countries.list.map((country) => [country.cca2, country]));
  const byAlpha3 = new Map(countries.list.map(({ cca2, cca3 }) => [cca3, cca2]));
  const codes = new Set([
    ...bordersOf.keys(),
    ...Object.values(containment)
      .flatMap(({ _contains }) => _contains)
      .filter((code) => /^[A-Z]{2}$/.test(code) && !['EU', 'EZ', 'UN', OUTLYING].includes(code))
      // CLDR keeps codes that ISO 3166 has withdrawn (`ZR`) in the regions they were in.
      .filter((code) => !(code in territoryAlias)),
  ]);
  return [...codes].toSorted().map((code) => {
    const country = bordersOf.get(code);
    const labels = labelsOf(code);
    const alpha3 = codeMappings[code]?._alpha3 ?? country?.cca3 ?? null;
    const neighbours = (country?.borders ?? [])
      .map((border) => byAlpha3.get(border))
      .filter(Boolean);
    return [
      code,
      alpha3,
      regionOf(code),
      labels,
      namesOf(code, country, labels),
      neighbours.toSorted(),
    ];
  });
}

function regionOf(code) {
  const level = Object.keys(M49_LEVELS).find((key) => containment[key]._contains.includes(code));
  const region = directParent(code) ?? level ?? REGION_OF_OUTLYING[code];
  if (region === undefined) throw new Error(`The territory ${code} is in no region.`);
  return region;
}

function labelsOf(code) {
  return Object.fromEntries(LOCALES.map((locale) => [locale, territoryNames[locale][code]]));
}

/** CLDR's variants and what world-countries lists, less the labels themselves. */
function namesOf(code, country, labels) {
  const variants = LOCALES.flatMap((locale) =>
    ['variant', 'short'].map((form) => territoryNames[locale][`${code}-alt-${form}`]),
  );
  const spellings = [
    country?.name.common,
    country?.name.official,
    ...(country?.altSpellings ?? []),
  ];
  const native = Object.values(country?.name.native ?? {}).flatMap(({ common, official }) => [
    common,
    official,
  ]);
  const names = new Set(
    [...variants, ...spellings, ...native].filter((name) => name && name.length > 2),
  );
  for (const label of Object.values(labels)) names.delete(label);
  return [...names].toSorted();
}
