import { namePieces } from '../document/name-pieces.js';
import type { SearchDocument } from '../document/search-document.js';
import { soughtInBrief, type SoughtWord } from '../sought.js';
import { indexedWords } from '../words.js';
import type { Posting, Postings } from './postings.js';

/** Who has the words of a brief among a few documents that no engine holds: as either engine answers. */
export class MemoryPostings implements Postings {
  private readonly words = new Map<string, Posting[]>();
  private readonly pieces = new Map<string, Posting[]>();

  constructor(documents: readonly SearchDocument[]) {
    for (const document of documents) {
      const { mediatorId: id, publicId, names, keywords, texts, tokens } = document;
      const words = [
        ...names.flatMap((name) => indexedWords(name, 'name')),
        ...[...keywords, ...Object.values(texts)].flatMap((text) => indexedWords(text, 'text')),
      ].map(({ word }) => word);
      for (const word of new Set([...words, ...tokens])) put(this.words, word, { id, publicId });
      for (const piece of namePieces(document)) put(this.pieces, piece, { id, publicId });
    }
  }

  async count(words: readonly SoughtWord[], most: number): Promise<number[]> {
    return words.map((word) => Math.min(this.find(word).length, most + 1));
  }

  async postings(words: readonly SoughtWord[], most: number): Promise<Posting[][]> {
    return words.map((word) => this.find(word).slice(0, most));
  }

  private find(word: SoughtWord): Posting[] {
    const { whole, corrections, phrases, pieces } = soughtInBrief(word);
    const found = [
      ...[...whole, ...corrections].flatMap((each) => this.words.get(each) ?? []),
      ...phrases.flatMap((phrase) => this.withAll(phrase)),
      ...pieces.flatMap((each) => this.pieces.get(each) ?? []),
    ];
    const once = [...new Map(found.map((posting) => [posting.id, posting])).values()];
    return once.toSorted((a, b) => (a.publicId < b.publicId ? -1 : 1));
  }

  private withAll([first = '', ...others]: readonly string[]): Posting[] {
    const rest = others.map((word) => new Set(this.words.get(word)?.map(({ id }) => id)));
    return (this.words.get(first) ?? []).filter(({ id }) => rest.every((ids) => ids.has(id)));
  }
}

function put(index: Map<string, Posting[]>, word: string, posting: Posting): void {
  const known = index.get(word);
  if (known) known.push(posting);
  else index.set(word, [posting]);
}
