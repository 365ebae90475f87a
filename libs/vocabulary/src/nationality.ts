import { demonymsByTerritory } from './demonyms.js';
import { foldText } from './fold.js';
import { AMBIGUOUS_TERRITORIES } from './further-names.js';
import type { TerritoryCode } from './kinds.js';
import { Lexicon } from './lexicon.js';
import { territories } from './lists.js';
import { parseTerritory } from './parse.js';
import { understood, type Parsed } from './problem.js';

let people: Lexicon | null = null;
/** "from Mali", "originaire du Mali", "natural de Perú", "raia wa Kenya", "من مالي". */
const FROM =
  /^(?:(?:citizen|national) of|from|originaire|natural|oriunda|raia wa|mwananchi wa|مواطنة|من)(?:\s+(?:the|de la|de los|de las|del|de|du|des|do|da|dos|das))?\s+(?:[ld]['’])?/iu;
const D_APOSTROPHE = /^d['’]/iu;

/**
 * The country of a nationality: its name or code, or the name of its people in six languages, feminine or
 * masculine, or "from" and the country. Only for what is known to be a nationality: "French" is also a language. A name of two peoples
 * ("Congolese") is refused with both countries as suggestions.
 */
export function parseNationality(text: string): Parsed<TerritoryCode> {
  const territory = parseTerritory(text);
  if (territory.ok) return territory;
  const country = text.trim().replace(FROM, '').replace(D_APOSTROPHE, '');
  if (country !== text.trim() && parseTerritory(country).ok) return parseTerritory(country);
  people ??= lexiconOfPeoples();
  const named = people.parse(text);
  if (named.ok) return understood(named.value);
  const told = peopleOfCountry(people, text);
  if (told !== null) return understood(told);
  if (territory.problem.refused) return territory;
  return territory.problem.suggestions.length > 0 && named.problem.reason !== 'ambiguous'
    ? territory
    : named;
}

/** Between a people and its country: "Congolaise (RDC)", "Guinéenne - Conakry", "Congolaise de la RDC". */
const PEOPLE_AND_COUNTRY =
  /^(.+?)\s*(?:[([]\s*(.+?)\s*[)\]]|[,/–-]\s*(.+?)|\s(?:de la|du|de|da|do|of(?: the)?|ya|من)\s+(.+?)|\s(\p{Lu}{2,4}))\s*$/u;

/** Capitals that tell countries of like names apart. */
const CAPITALS: Readonly<Record<string, string>> = {
  kinshasa: 'CD',
  brazzaville: 'CG',
  conakry: 'GN',
  bissau: 'GW',
  malabo: 'GQ',
  seoul: 'KR',
  pyongyang: 'KP',
};

/** The country that is named behind a people of that country, or of several of which it is one; null for all else. */
function peopleOfCountry(peoples: Lexicon, text: string): TerritoryCode | null {
  const [, name = '', ...countries] = PEOPLE_AND_COUNTRY.exec(text.trim()) ?? [];
  const written = countries.find((one) => one !== undefined) ?? '';
  const country = parseTerritory(CAPITALS[foldText(written)] ?? written);
  if (!country.ok) return null;
  const named = peoples.parse(name);
  const codes = named.ok ? [named.value] : named.problem.suggestions.map(({ code }) => code);
  const isOf = named.ok || named.problem.reason === 'ambiguous';
  return isOf && codes.includes(country.value) ? country.value : null;
}

function lexiconOfPeoples(): Lexicon {
  const names = demonymsByTerritory();
  const entries = territories.map((one) => ({
    ...one,
    aliases: names.get(one.code) ?? [],
    labels: { en: one.labels.en },
  }));
  return new Lexicon('territory', entries, { ambiguous: AMBIGUOUS_TERRITORIES });
}

/** Peoples before a hyphen, by their form there; others are told by the beginning of their name. */
const BEFORE_HYPHEN: Readonly<Record<string, string>> = {
  anglo: 'GB',
  franco: 'FR',
  hispano: 'ES',
  luso: 'PT',
  italo: 'IT',
  germano: 'DE',
  americano: 'US',
  sino: 'CN',
  malo: 'ML',
  syro: 'SY',
  greco: 'GR',
  russo: 'RU',
  polono: 'PL',
  dano: 'DK',
  serbo: 'RS',
  bosno: 'BA',
  austro: 'AT',
  nippo: 'JP',
  indo: 'IN',
  turco: 'TR',
  belgo: 'BE',
  helvetico: 'CH',
};
const BOTH =
  /^(?:dual(?: nationality| citizenship)?|double nationalit[eé]|doble nacionalidad|dupla nacionalidade|uraia pacha|جنسية مزدوجة)\s*:?\s+/iu;
const ALSO = /^(.+?)\s*\(\s*(?:and|et|y|e|na|و)\s*(.+?)\s*\)$/iu;
const HYPHENED = /^([\p{L}’']{3,})[-–‑]([\p{L}’'\s]{3,})$/u;
/** Letters of the beginning of a name by which a people is told. */
const FEWEST_LETTERS = 4;

/**
 * The two countries of a text such as "franco-malienne", "Malian-American" or "double nationalité malienne et française", each
 * as a text that `parseNationality` understands; null where one is not understood, or may be several.
 */
export function twoNationalities(text: string): readonly string[] | null {
  const all = pairsOf(text);
  const [only] = all;
  return all.length === 1 && only !== undefined ? only : null;
}

/** What two nationalities in one word may mean where it can be more than one pair: "guinéo-malienne", "franco-congolaise". */
export function perhapsTwoNationalities(text: string): (readonly TerritoryCode[])[] {
  const all = pairsOf(text);
  return all.length < 2 ? [] : all;
}

/** All pairs of countries that a text of two nationalities can mean. */
function pairsOf(text: string): (readonly [TerritoryCode, TerritoryCode])[] {
  const plain = text.trim().replace(BOTH, '');
  const [, first, second] =
    ALSO.exec(plain) ?? /^(.+?)\s+(?:and|et|y|e|na)\s+(.+)$/iu.exec(plain) ?? [];
  if (first !== undefined && second !== undefined) return pairs(codesOf(first), codesOf(second));
  const [, before = '', behind = ''] = HYPHENED.exec(plain) ?? [];
  if (before === '') return [];
  const whole = codesOf(before);
  return pairs(whole.length > 0 ? whole : peoplesBefore(foldText(before)), codesOf(behind));
}

function pairs(ones: readonly TerritoryCode[], others: readonly TerritoryCode[]) {
  return ones.flatMap((one) =>
    others.flatMap((other) => (one === other ? [] : [[one, other] as const])),
  );
}

/** The country of a people, or all countries of which it may be; none where it is not understood. */
function codesOf(text: string): TerritoryCode[] {
  const parsed = parseNationality(text);
  if (parsed.ok) return [parsed.value];
  const { reason, suggestions } = parsed.problem;
  return reason === 'ambiguous' ? suggestions.map(({ code }) => code) : [];
}

/** The peoples whose names begin so: "sénégalo", "ivoiro", "guinéo". */
function peoplesBefore(folded: string): TerritoryCode[] {
  const known = Object.hasOwn(BEFORE_HYPHEN, folded) ? BEFORE_HYPHEN[folded] : undefined;
  if (known !== undefined) return [known];
  const stem = folded.replace(/o$/u, '');
  if (stem === folded || stem.length < FEWEST_LETTERS) return [];
  const codes = new Set<TerritoryCode>();
  for (const [code, names] of demonymsByTerritory()) {
    if (names.some((name) => !name.includes(' ') && foldText(name).startsWith(stem)))
      codes.add(code);
  }
  return [...codes];
}
