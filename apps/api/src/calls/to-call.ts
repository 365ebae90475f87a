import type { CallDraft, CallView } from '#applications';
import { InvalidInputError } from '#kernel';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import type { LocalizedTextInput } from '../graphql/profile-values.input.js';
import { inLocale, toTexts } from '../graphql/texts.js';
import type { Call } from './call.type.js';
import type { CreateCallInput, EditCallInput } from './call.inputs.js';

/** The graph's call: the service has decided that this viewer may see it. */
export function toCall(
  { id, titles, criteria, languages, ...view }: CallView,
  locale: Locale,
): Call {
  return {
    __typename: 'Call',
    ...view,
    id: globalId('Call', id),
    key: id,
    title: inLocale(titles, locale) ?? '',
    titles: toTexts(titles),
    criteria: toTexts(criteria),
    languages: [...languages],
  };
}

/** @throws InvalidInputError where a language is named twice */
export function toCallDraft(input: CreateCallInput): CallDraft {
  const { languages, titles, criteria, opensOn, closesOn = null } = input;
  return {
    languages,
    titles: toMap('titles', titles),
    criteria: toMap('criteria', criteria),
    opensOn,
    closesOn,
  };
}

/** @throws InvalidInputError where a language is named twice */
export function toCallChanges(input: EditCallInput): Partial<CallDraft> {
  const { languages, titles, criteria, opensOn, closesOn } = input;
  return {
    languages: languages ?? undefined,
    titles: titles ? toMap('titles', titles) : undefined,
    criteria: criteria ? toMap('criteria', criteria) : undefined,
    opensOn: opensOn ?? undefined,
    closesOn,
  };
}

function toMap(path: string, texts: readonly LocalizedTextInput[]): Record<string, string> {
  const languages = texts.map(({ language }) => language);
  const twice = languages.findIndex((language, i) => languages.indexOf(language) < i);
  if (twice !== -1) {
    const at = `${path}.${twice}.language`;
    throw new InvalidInputError([
      { path: at, code: 'DUPLICATE', message: 'This is stated twice.' },
    ]);
  }
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
