import { isStorable, characterCount } from '#kernel';
import { SEARCH_SORTS, type FacetName, type SearchFilter, type SearchSort } from '#search';
import {
  isArea,
  isCode,
  isExpertise,
  isLanguage,
  PROFICIENCIES,
  readWholeNumber,
  type AvailabilityBand,
  type Proficiency,
  type Role,
  type Track,
} from '#vocabulary';

/** Most letters of a text, and most values of one filter: as in the graph. */
const LONGEST = 200;
const MOST = 50;
const MOST_YEARS = 100;

/** The filters of which several values may be chosen, by the name in the address, with what counts their values. */
export const CHOICES = {
  language: 'languages',
  territory: 'territories',
  expertise: 'expertise',
  role: 'roles',
  track: 'tracks',
  availability: 'availability',
  network: 'networks',
} as const satisfies Record<string, FacetName>;
export type Choice = keyof typeof CHOICES;
export const CHOICE_NAMES = Object.keys(CHOICES) as readonly Choice[];

/** What the address of a search asks for. */
export interface Search {
  readonly text: string;
  /** By filter, each value once, as the address writes it. */
  readonly chosen: Readonly<Record<Choice, readonly string[]>>;
  /** At least so many years; null where they do not matter. */
  readonly years: number | null;
  /** Null for the standard order. */
  readonly sort: SearchSort | null;
  /** The place in the list. */
  readonly page: { readonly after: string } | { readonly before: string } | null;
  /** The filter of which all values are shown. */
  readonly open: Choice | null;
}

/** What of an address is not understood: where, and why. */
export interface Mistake {
  readonly at: Choice | 'q' | 'years' | 'sort' | 'page';
  readonly kind: 'value' | 'long' | 'many' | 'twice' | 'page';
  readonly value: string;
  readonly most: number;
}

export interface ReadSearch {
  readonly search: Search;
  readonly mistakes: readonly Mistake[];
}

/** Reads an address. What is empty was left empty in the form; names that are none of a search are left alone. */
export function readSearch(query: URLSearchParams): ReadSearch {
  const mistakes: Mistake[] = [];
  const wrong = (at: Mistake['at'], kind: Mistake['kind'], value = '', most = 0) => {
    mistakes.push({ at, kind, value: shortened(value), most });
  };
  const one = (name: string, at: Mistake['at']): string => {
    const [first = '', ...others] = valuesOf(query, name);
    if (others.length > 0) wrong(at, 'twice');
    return first;
  };

  const text = one('q', 'q');
  if (characterCount(text) > LONGEST) wrong('q', 'long', '', LONGEST);
  else if (!isStorable(text)) wrong('q', 'value', text);

  const chosen = Object.fromEntries(
    CHOICE_NAMES.map((name) => {
      const values = valuesOf(query, name);
      if (values.length > MOST) wrong(name, 'many', '', MOST);
      for (const value of values) if (!IS_VALUE[name](value)) wrong(name, 'value', value);
      return [name, values.filter((value) => IS_VALUE[name](value)).slice(0, MOST)];
    }),
  ) as Record<Choice, string[]>;
  for (const twice of languagesTwice(chosen.language)) wrong('language', 'twice', twice);

  const written = one('years', 'years');
  const years = wholeYears(written);
  if (years === null && written !== '') wrong('years', 'value', written);

  const order = one('sort', 'sort');
  const sorted = SEARCH_SORTS.find((each) => each.toLowerCase() === order) ?? null;
  if (order !== '' && sorted === null) wrong('sort', 'value', order);
  const sort = sorted === 'RELEVANCE' ? null : sorted;

  const [after, before] = [one('after', 'page'), one('before', 'page')];
  if (after !== '' && before !== '') wrong('page', 'page');
  const page = after !== '' ? { after } : before !== '' ? { before } : null;
  const open = CHOICE_NAMES.find((name) => name === query.get('more')) ?? null;
  return { search: { text, chosen, years, sort, page, open }, mistakes };
}

/** The filter as the index takes it. @param without the filter that is left out */
export function filterOf({ chosen, years }: Search, without?: Choice | 'years'): SearchFilter {
  const of = (name: Choice) => (name === without ? [] : chosen[name]);
  return {
    networks: stated(of('network')),
    languages: stated(of('language').map(readLanguage)),
    territories: stated(of('territory')),
    expertise: stated(of('expertise')),
    tracks: stated(of('track') as readonly Track[]),
    roles: stated(of('role') as readonly Role[]),
    availability: stated(of('availability') as readonly AvailabilityBand[]),
    minimumYears: without === 'years' ? undefined : (years ?? undefined),
  };
}

/** Nothing asks for nobody: an empty list is no filter. */
function stated<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** What the address of a search says, in one order, whoever wrote it and how. */
export function parametersOf(search: Search, page: Search['page'] = search.page): URLSearchParams {
  const parameters = new URLSearchParams();
  if (search.text !== '') parameters.append('q', search.text);
  for (const name of CHOICE_NAMES) {
    for (const value of search.chosen[name]) parameters.append(name, value);
  }
  if (search.years !== null) parameters.append('years', String(search.years));
  if (search.sort !== null) parameters.append('sort', search.sort.toLowerCase());
  for (const [name, value] of Object.entries(page ?? {})) parameters.append(name, value);
  return parameters;
}

/** A language as an address writes it: `fr`, or `fr.B2` for that level or a better one. */
export function readLanguage(value: string): { code: string; minimumLevel?: Proficiency } {
  const [code = '', level] = value.split('.', 2);
  const minimumLevel = PROFICIENCIES.find((each) => each === level);
  return minimumLevel === undefined ? { code } : { code, minimumLevel };
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const IS_VALUE: Readonly<Record<Choice, (value: string) => boolean>> = {
  language: (value) => {
    const { code, minimumLevel } = readLanguage(value);
    return isLanguage(code) && value === (minimumLevel ? `${code}.${minimumLevel}` : code);
  },
  territory: isArea,
  expertise: isExpertise,
  role: (value) => isCode('role', value),
  track: (value) => isCode('track', value),
  availability: (value) => isCode('availability', value),
  network: (value) => SLUG.test(value),
};

/** Each once, without what was left empty. */
function valuesOf(query: URLSearchParams, name: string): string[] {
  const values = query.getAll(name).map((value) => value.normalize('NFC').trim());
  return [...new Set(values.filter((value) => value !== ''))];
}

function languagesTwice(values: readonly string[]): string[] {
  const codes = values.map((value) => readLanguage(value).code);
  return [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
}

/** Null for what is no number of years. */
function wholeYears(written: string): number | null {
  const number = readWholeNumber(written);
  return 'value' in number && number.value <= MOST_YEARS ? number.value : null;
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
