import { textIn } from '#messages';
import type { CallDraft, CallView } from '#applications';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { textsByLanguage, toTexts } from '../graphql/texts.js';
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
    title: textIn(titles, locale) ?? '',
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
    titles: textsByLanguage('titles', titles),
    criteria: textsByLanguage('criteria', criteria),
    opensOn,
    closesOn,
  };
}

/** @throws InvalidInputError where a language is named twice */
export function toCallChanges(input: EditCallInput): Partial<CallDraft> {
  const { languages, titles, criteria, opensOn, closesOn } = input;
  return {
    languages: languages ?? undefined,
    titles: titles ? textsByLanguage('titles', titles) : undefined,
    criteria: criteria ? textsByLanguage('criteria', criteria) : undefined,
    opensOn: opensOn ?? undefined,
    closesOn,
  };
}
