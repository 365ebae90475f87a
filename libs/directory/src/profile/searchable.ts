import type { SearchableProfile } from '#search';
import { areaLabel, label, LOCALES, type Locale } from '#vocabulary';
import type { Experience } from '../fields/field-values.js';
import { typeOf, type StatedField } from '../fields/stated.js';
import { VIEWS, type FieldView } from '../fields/views.js';
import type { ProfileView } from './profile-view.js';

const NAMES = weighing('A').filter(({ field }) => field !== 'name');
const LABELLED = weighing('B').filter(({ field }) => field !== 'networks');
const TEXTS = weighing('C');

/** What a search finds her by, of all that one clearance sees. */
export function searchable(view: ProfileView): SearchableProfile {
  return { ...view, ...searchedTexts(view), keywords: keywordsOf(view) };
}

/** Her names and the running texts about her, in which a search marks what it found. */
export function searchedTexts(
  view: ProfileView,
): Pick<SearchableProfile, 'name' | 'otherNames' | 'texts'> {
  const otherNames = NAMES.flatMap(({ field }) => (view[field] ?? []) as string | string[]);
  const texts = TEXTS.flatMap((one) => textsIn(one, view[one.field]));
  return { name: view.name, otherNames, texts: Object.fromEntries(texts) };
}

/** Labels in six languages of all that is coded, and the names of her networks. */
export function keywordsOf(
  view: Pick<ProfileView, 'languages' | 'territories' | 'expertise' | 'roles' | 'networks'>,
): string[] {
  const held = view as Readonly<Record<string, unknown>>;
  const labels = LABELLED.flatMap(({ field }) => {
    const codes = (held[field] ?? []) as readonly (string | { readonly code: string })[];
    return codes.flatMap((one) => {
      const code = typeof one === 'string' ? one : one.code;
      return LOCALES.map((locale) => labelOf(field as StatedField, code, locale));
    });
  });
  return [...labels, ...view.networks.flatMap(({ names }) => Object.values(names))];
}

function labelOf(field: StatedField, code: string, locale: Locale): string {
  const type = typeOf(field);
  if (!('of' in type) || type.kind === 'choice') return code;
  // She knows a country or, with a code name, a region.
  return type.of === 'territory' ? areaLabel(code, locale) : label(type.of, code, locale);
}

/** Texts by where they stand: `education`, `biography.fr`. */
function textsIn({ field }: FieldView, value: unknown): [place: string, text: string][] {
  if (value === null) return [];
  switch (typeOf(field as StatedField).kind) {
    case 'texts':
      return Object.entries(value as Record<string, string>).map(([language, text]) => [
        `${field}.${language}`,
        text,
      ]);
    case 'experience': {
      const processes = (value as Experience[]).map(({ processName }) => processName).join('; ');
      return processes ? [[field, processes]] : [];
    }
    default:
      return value === '' ? [] : [[field, value as string]];
  }
}

function weighing(weight: FieldView['search']): readonly FieldView[] {
  return VIEWS.filter(({ search }) => search === weight);
}
