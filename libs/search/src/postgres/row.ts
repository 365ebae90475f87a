import { memoizeTexts } from '#kernel';
import { namePieces } from '../document/name-pieces.js';
import type { SearchDocument } from '../document/search-document.js';
import { FACET_NAMES, type FacetName } from '../search-index.js';
import { indexedWords, type Kind } from '../words.js';

/** The column of each facet: all her codes of it, divided by spaces. */
export const FACET_COLUMNS = {
  networks: 'networks',
  languages: 'languages',
  territories: 'territories',
  expertise: 'expertise',
  tracks: 'tracks',
  roles: 'roles',
  availability: 'availability',
  years: 'years_at_least',
} as const satisfies Record<FacetName, string>;

type FacetColumn = (typeof FACET_COLUMNS)[FacetName];

/** One row of a table of documents, as `json_to_recordset` reads it. */
export interface Row extends Readonly<Record<FacetColumn, string>> {
  readonly mediator_id: string;
  readonly public_id: string;
  readonly digest: string;
  readonly lexemes: string;
  readonly years: number;
  readonly confirmed_day: number;
  readonly sort_name: string;
}

export const ROW_COLUMNS = [
  'mediator_id uuid, public_id uuid, digest text, lexemes tsvector, years smallint, confirmed_day int, sort_name text',
  ...FACET_NAMES.map((name) => `${FACET_COLUMNS[name]} text`),
].join(', ');

/** The columns of a row by name, in the same order. */
export const COLUMN_NAMES = ROW_COLUMNS.split(', ')
  .map((column) => column.split(' ')[0])
  .join(', ');

/**
 * What stands before a lexeme that is not a word of the document, or not only that. No word holds such a sign, so that
 * nobody finds one by typing it; tokens have a sign of their own.
 */
export const SIGNS = {
  /** A word of a name. */
  name: '@',
  /** A word of a name or a label. */
  label: '%',
  /** A piece of a name, for typing errors. */
  piece: '~',
  /** A facet and a code of it. */
  facet: ':',
  /** A language, and a level that she reaches in it. */
  level: '#',
} as const;

export function toRow(document: SearchDocument): Row {
  const facets = facetsOf(document);
  const columns = FACET_NAMES.map((name) => [FACET_COLUMNS[name], facets[name].join(' ')]);
  return {
    ...(Object.fromEntries(columns) as Record<FacetColumn, string>),
    mediator_id: document.mediatorId,
    public_id: document.publicId,
    digest: document.digest,
    lexemes: tsvector(document, facets),
    years: document.years,
    confirmed_day: document.confirmedDay,
    sort_name: document.sortName,
  };
}

/** What a code of a facet is called among the lexemes. */
export function facetCode(facet: FacetName, code: string): string {
  return `${facet}:${code}`;
}

/** A lexeme in a tsvector or a tsquery, in which quotes and backslashes are only text. */
export function lexeme(sign: string, text: string): string {
  return `'${sign}${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function facetsOf(document: SearchDocument): Record<FacetName, readonly string[]> {
  const { networks, languages, territories, expertise, tracks, roles, availability } = document;
  const years = document.yearsAtLeast;
  return { networks, languages, territories, expertise, tracks, roles, availability, years };
}

/** Bytes that the lexemes of a tsvector take at most, with room to spare. */
const MOST_BYTES = 1_000_000;

/**
 * All that a search may ask of a document, as PostgreSQL writes a tsvector. Made here and not by `to_tsvector`, so that both
 * adapters fold alike in every script and no server setting changes it. What does not fit is left out: tokens, and the last
 * new words of the longest texts.
 */
function tsvector(document: SearchDocument, facets: Record<FacetName, readonly string[]>): string {
  const { name, label, piece, facet, level } = SIGNS;
  const names = document.names.flatMap((text) => wordsOf(text, 'name'));
  const labels = [...names, ...document.keywords.flatMap(wordsOfLabel)];
  const texts = Object.values(document.texts).flatMap((text) => wordsOf(text, 'text'));
  const lexemes = new Set<string>();
  let bytes = 0;
  const add = (sign: string, words: readonly string[]): void => {
    for (const word of words) {
      const written = lexeme(sign, word);
      if (lexemes.has(written)) continue;
      bytes += Buffer.byteLength(written);
      if (bytes > MOST_BYTES) return;
      lexemes.add(written);
    }
  };
  for (const one of FACET_NAMES) {
    add(
      facet,
      facets[one].map((code) => facetCode(one, code)),
    );
  }
  add(level, document.languageLevels);
  add(name, names);
  add(label, labels);
  add(piece, namePieces(document));
  add('', labels);
  add('', texts);
  add('', document.tokens);
  return [...lexemes].join(' ');
}

function wordsOf(text: string, kind: Kind): string[] {
  return indexedWords(text, kind).map(({ word }) => word);
}

/** Every document has labels of the same few hundred codes. */
const wordsOfLabel = memoizeTexts((text): readonly string[] => wordsOf(text, 'text'));
