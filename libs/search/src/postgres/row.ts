import type { SearchDocument } from '../document/search-document.js';
import { indexedWords, type Kind } from '../words.js';
import { namePieces } from '../document/name-pieces.js';
import { memoizeTexts } from '#kernel';

/** One row of a table of documents, as `json_to_recordset` reads it. */
export interface Row {
  readonly mediator_id: string;
  readonly public_id: string;
  readonly digest: string;
  readonly words: string;
  readonly name_typos: readonly string[];
  readonly tags: readonly string[];
  readonly levels: readonly string[];
  readonly years: number;
  readonly confirmed_day: number;
  readonly sort_name: string;
}

export const ROW_COLUMNS =
  'mediator_id uuid, public_id uuid, digest text, words tsvector, name_typos text[], tags text[], levels text[], years smallint, confirmed_day int, sort_name text';

/** The columns of a row by name, in the same order. */
export const COLUMN_NAMES = ROW_COLUMNS.split(', ')
  .map((column) => column.split(' ')[0])
  .join(', ');

export function toRow(document: SearchDocument): Row {
  return {
    mediator_id: document.mediatorId,
    public_id: document.publicId,
    digest: document.digest,
    words: tsvector(document),
    name_typos: namePieces(document),
    tags: tagsOf(document),
    levels: document.languageLevels,
    years: document.years,
    confirmed_day: document.confirmedDay,
    sort_name: document.sortName,
  };
}

/** Prefix of a facet's tags; a tag is `facet:code`. */
export function tag(facet: string, code: string): string {
  return `${facet}:${code}`;
}

function tagsOf(document: SearchDocument): string[] {
  const lists = {
    networks: document.networks,
    languages: document.languages,
    territories: document.territories,
    expertise: document.expertise,
    tracks: document.tracks,
    roles: document.roles,
    availability: document.availability,
    years: document.yearsAtLeast,
  };
  return Object.entries(lists).flatMap(([facet, codes]) => codes.map((code) => tag(facet, code)));
}

/** PostgreSQL keeps positions up to this one, and this many of one word. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
/** Bytes that a tsvector takes at most; a word takes its own, two for its places and two for each. */
const MOST_BYTES = 1_000_000;
/** What lies between two words so that numbers begin at even places, and the entry of a word. */
const BYTES_OF_WORD = 8;

/**
 * The words with weights, as PostgreSQL writes a tsvector: A for names, B for what is coded, C for
 * running text. Made here and not by `to_tsvector`, so that both adapters fold alike in every script
 * and no server setting changes it. Words hold only letters, marks and digits, and tokens no quote, so nothing needs
 * escaping. Tokens have no place, so that no order of relevance knows them.
 * What does not fit is left out: tokens, and the last new words of the longest texts.
 */
function tsvector({ names, keywords, texts, tokens }: SearchDocument): string {
  const places = new Map<string, string[]>();
  let position = 0;
  let bytes = 0;
  const add = (words: readonly string[], weight: 'A' | 'B' | 'C'): void => {
    for (const word of words) {
      position = Math.min(position + 1, LAST_POSITION);
      const known = places.get(word);
      const more = known ? 2 : Buffer.byteLength(word) + BYTES_OF_WORD + 2;
      if (bytes + more > MOST_BYTES || (known && known.length >= MOST_POSITIONS)) continue;
      bytes += more;
      const place = `${position}${weight}`;
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  };
  for (const text of names) add(wordsOf(text, 'name'), 'A');
  for (const text of keywords) add(wordsOfLabel(text), 'B');
  for (const text of Object.values(texts)) add(wordsOf(text, 'text'), 'C');
  const added = tokens.filter((token) => {
    bytes += Buffer.byteLength(token) + BYTES_OF_WORD;
    return bytes <= MOST_BYTES;
  });
  return [
    ...[...places].map(([word, at]) => `'${word}':${at.join(',')}`),
    ...added.map((token) => `'${token}'`),
  ].join(' ');
}

function wordsOf(text: string, kind: Kind): string[] {
  return indexedWords(text, kind).map(({ word }) => word);
}

/** Every document has labels of the same few hundred codes. */
const wordsOfLabel = memoizeTexts((text): readonly string[] => wordsOf(text, 'text'));
