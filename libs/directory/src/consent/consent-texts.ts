import type { Locale } from '#vocabulary';
import type { ConsentPurpose } from '../profile/profile-record.js';
import data from './consent-texts.json' with { type: 'json' };

/** What she agrees to when she shows a field to more people than is standard. */
export const WIDER_AUDIENCE = 'WIDER_AUDIENCE';

/** What she agrees to when verified organizers' rankings shall leave her out where she has ruled it out. */
export const RULED_OUT_IN_RANKINGS = 'RULED_OUT_IN_RANKINGS';

/** What she agrees to, for each of them, when her addresses and numbers are compared with the list of another installation. */
export const LINKED_ELSEWHERE = 'LINKED_ELSEWHERE';

type TextName =
  | ConsentPurpose
  | typeof LINKED_ELSEWHERE
  | typeof WIDER_AUDIENCE
  | typeof RULED_OUT_IN_RANKINGS;

/** A text that she is asked to agree to. A version that was shown to anyone is never changed. */
export interface ConsentText {
  readonly name: TextName;
  readonly version: string;
  readonly language: Locale;
  readonly text: string;
}

interface Edition {
  readonly version: string;
  readonly texts: Readonly<Record<TextName, Readonly<Record<Locale, string>>>>;
}

/** The oldest first. */
const EDITIONS: readonly Edition[] = data;

/** The texts in force in one language, each with the version that a consent must name. */
export function consentTexts(language: Locale): ConsentText[] {
  return EDITIONS.slice(-1).flatMap((edition) => textsIn(edition, language));
}

/** The texts that were ever shown, the oldest first: a consent on paper may be to one that is no longer in force. */
export function allConsentTexts(language: Locale): ConsentText[] {
  return EDITIONS.flatMap((edition) => textsIn(edition, language));
}

/**
 * What was shown to whoever agreed to a version for a purpose: in the language in which she read it, or in every
 * language where that is not known. Empty where it was no text of this house.
 */
export function shownTexts(
  version: string,
  purpose: TextName,
  language: Locale | null,
): Readonly<Record<string, string>> {
  const texts = EDITIONS.find((edition) => edition.version === version)?.texts[purpose];
  const shown = Object.entries<string>(texts ?? {}).filter(
    ([each]) => language === null || each === language,
  );
  return Object.fromEntries(shown);
}

function textsIn({ version, texts }: Edition, language: Locale): ConsentText[] {
  return Object.entries(texts).map(([name, byLanguage]) => {
    return { name: name as TextName, version, language, text: byLanguage[language] };
  });
}

/** Whether a text of this version was ever shown for this purpose, in this language where one is named. */
export function isKnownText(version: string, purpose: TextName, language: Locale | null): boolean {
  const texts = EDITIONS.find((edition) => edition.version === version)?.texts[purpose];
  return texts !== undefined && (language === null || Object.hasOwn(texts, language));
}

/** Whether this is the version in force: nobody agrees to a text that is no longer shown. */
export function isVersionInForce(version: string): boolean {
  return version === EDITIONS.at(-1)?.version;
}
