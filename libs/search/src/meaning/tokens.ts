import {
  areasContaining,
  expertiseDomain,
  LOCALES,
  mentionsIn,
  type Locale,
  type MentionedCode,
} from '#vocabulary';
import { isStopWord } from './stop-words.js';
import { piecesOf, type Piece } from '../words.js';
import { languagesOf } from './languages.js';
import { stemOf } from './stems.js';

/** No folded word has this sign: nobody finds a token by typing it, or a beginning of it. */
const MARK = '=';

/** What tokens are made of: a part of a searchable profile. */
interface Described {
  /** Running text by where it stands, such as `education` or `biography.fr`. */
  readonly texts: Readonly<Record<string, string>>;
  readonly expertise: readonly { readonly code: string }[];
  readonly territories: readonly string[];
  readonly roles: readonly string[];
  readonly tracks: readonly string[];
}

/** Whether it is a token and not a word. */
export function isToken(word: string): boolean {
  return word.startsWith(MARK);
}

/**
 * What a document is found by besides its words: stems of its running texts, in the language of each, and concepts, be they
 * coded or mentioned in a text. It is made of one clearance's view, like all of the document.
 */
export function documentTokens(profile: Described): string[] {
  const { expertise, territories, roles, tracks, texts } = profile;
  const coded: MentionedCode[] = [
    ...expertise.map(({ code }) => ({ kind: 'expertise' as const, code })),
    ...territories.map((code) => ({ kind: 'territory' as const, code })),
    ...roles.map((code) => ({ kind: 'role' as const, code })),
    ...tracks.map((code) => ({ kind: 'track' as const, code })),
  ];
  const read = Object.entries(texts).map(([place, text]) => {
    const pieces = piecesOf(text);
    const language = LOCALES.find((locale) => place.endsWith(`.${locale}`));
    return {
      stems: [...stemTokens(text, pieces, language ? [language] : languagesOf(pieces)).values()],
      mentioned: mentioned(text, pieces).flatMap(({ codes }) => codes),
    };
  });
  const concepts = [...coded, ...read.flatMap((text) => text.mentioned)].flatMap(heldConcepts);
  return [...new Set([...concepts, ...read.flatMap(({ stems }) => stems).flat()])].toSorted();
}

/** Tokens of what a brief mentions, by its first piece: all that the name may be a name of. */
export function conceptTokens(text: string, pieces: readonly Piece[]): Map<number, string[]> {
  return new Map(
    mentioned(text, pieces).map(({ from, codes }) => [from, [...new Set(codes.map(conceptToken))]]),
  );
}

/** The stems of each content word of a text, in each of the languages. */
export function stemTokens(
  text: string,
  pieces: readonly Piece[],
  languages: readonly Locale[],
): Map<string, string[]> {
  const content = pieces.filter(({ word, letters }) => !letters && !isStopWord(word));
  return new Map(
    content.map(({ word, start, end }) => [
      word,
      languages.map(
        (language) => `${MARK}${language}${MARK}${stemOf(language, text.slice(start, end))}`,
      ),
    ]),
  );
}

function mentioned(text: string, pieces: readonly Piece[]) {
  const words = pieces.map(({ word, start, end }) => ({ word, written: text.slice(start, end) }));
  return mentionsIn(words);
}

/** Whoever has a topic has something of its domain, and who knows Mali knows something of West Africa. */
function heldConcepts(held: MentionedCode): string[] {
  const { kind, code } = held;
  if (kind === 'expertise') {
    return [code, expertiseDomain(code)].map((each) => conceptToken({ kind, code: each }));
  }
  if (!isArea(held)) return [conceptToken(held)];
  return areasContaining(code).map((each) => conceptToken({ kind, code: each }));
}

function conceptToken(concept: MentionedCode): string {
  return [MARK, isArea(concept) ? 'area' : concept.kind, MARK, concept.code].join('');
}

/** Areas have one list of codes between them. */
function isArea({ kind }: MentionedCode): boolean {
  return kind === 'territory' || kind === 'region' || kind === 'grouping';
}
