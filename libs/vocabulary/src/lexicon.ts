import { editDistance } from './edit-distance.js';
import { foldText } from './fold.js';
import type { VocabularyEntry, VocabularyKind } from './kinds.js';
import {
  notUnderstood,
  understood,
  type Parsed,
  type Refused,
  type Suggestion,
} from './problem.js';
import { likeness, wordingOf, wordsOf } from './wording.js';

/** Longer text is no name of anything here, and comparing it would only cost time. */
const LONGEST = 120;
const MOST_SUGGESTIONS = 3;
/** Of 1: half of the words in common. */
const LEAST_LIKENESS = 0.5;
const MISSPELT = 0.85;
const FURTHER_NAME = 0.001;

/** Names that mean two things to two readers, by folded name. */
export type Ambiguities = Readonly<Record<string, readonly string[]>>;

/** Why a text names nothing that may be stated, and what can be stated instead. */
export interface Refusal extends Refused {
  readonly instead: readonly string[];
}

export interface Exceptions {
  readonly ambiguous?: Ambiguities;
  /** By folded name. */
  readonly refused?: Readonly<Record<string, Refusal>>;
}

/** "EN" is the code of English, and not the language En. */
const CAPITALS = /^[A-Z]{2}$/;

/** How the codes among an entry's aliases are written: `som` beside `so`, `NAM` beside `NA`. */
const CODE_ALIAS: Partial<Record<VocabularyKind, RegExp>> = {
  language: /^[a-z]{2,3}$/,
  territory: /^[A-Z]{3}$/,
};

/**
 * Finds entries by any of their codes and names. A code, written exactly, is always the entry whose code
 * it is, whatever else has it for a name; any other text is looked up among codes, labels in all languages
 * and aliases, and where two entries answer to it the caller is asked, never guessed for. Built at its
 * first use.
 */
export class Lexicon {
  private readonly byCode: ReadonlyMap<string, VocabularyEntry>;
  /** The entry of each code as it is written, canonical or not. */
  private readonly codes: ReadonlyMap<string, string>;
  private names: Map<string, Set<string>> | null = null;
  private wordings: Map<string, Set<string>> | null = null;
  private words: readonly (readonly [words: readonly string[], code: string])[] | null = null;

  constructor(
    private readonly kind: VocabularyKind,
    private readonly entries: readonly VocabularyEntry[],
    private readonly exceptions: Exceptions = {},
  ) {
    this.byCode = new Map(entries.map((entry) => [entry.code, entry]));
    const form = CODE_ALIAS[kind];
    const further = entries.flatMap(({ code, aliases }) =>
      form === undefined
        ? []
        : aliases
            .filter((alias) => form.test(alias))
            .map((alias): [string, string] => [alias, code]),
    );
    this.codes = new Map([
      ...further,
      ...entries.map(({ code }): [string, string] => [code, code]),
    ]);
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  get(code: string): VocabularyEntry | undefined {
    return this.byCode.get(code);
  }

  parse(text: string): Parsed<string> {
    const trimmed = text.trim();
    const exact = this.codes.get(
      this.kind === 'language' && CAPITALS.test(trimmed) ? trimmed.toLowerCase() : trimmed,
    );
    if (exact !== undefined) return understood(exact);
    const folded = foldText(trimmed);
    if (folded === '')
      return notUnderstood(this.kind, trimmed === '' ? 'empty' : 'unknown', trimmed);
    const refused = lookUp(this.exceptions.refused, folded);
    if (refused) {
      const suggest = () => this.suggestions(refused.instead);
      return notUnderstood(this.kind, 'unknown', trimmed, suggest, refused);
    }
    const codes = [...this.codesNamed(folded)];
    const [only] = codes;
    if (only !== undefined && codes.length === 1) return understood(only);
    if (codes.length > 1) {
      return notUnderstood(this.kind, 'ambiguous', trimmed, () => this.suggestions(codes));
    }
    return notUnderstood(this.kind, 'unknown', trimmed, () =>
      this.suggestions(this.nearest(folded)),
    );
  }

  /**
   * The same, and a text of the words of one name in another order, number, gender or case. Other close wordings are
   * suggested, those with the most words in common first.
   */
  parseWording(text: string): Parsed<string> {
    const parsed = this.parse(text);
    if (parsed.ok || parsed.problem.reason !== 'unknown' || parsed.problem.refused) return parsed;
    const trimmed = text.trim();
    if (trimmed.length > LONGEST) return parsed;
    const codes = [...(this.byWording().get(wordingOf(trimmed)) ?? [])];
    const [only] = codes;
    if (only !== undefined && codes.length === 1) return understood(only);
    const suggest = () => this.suggestions(codes.length > 1 ? codes : this.alike(trimmed));
    return notUnderstood(this.kind, codes.length > 1 ? 'ambiguous' : 'unknown', trimmed, suggest);
  }

  private byWording(): Map<string, Set<string>> {
    if (this.wordings === null) {
      this.wordings = new Map();
      for (const [name, codes] of this.index()) {
        const wording = wordingOf(name);
        if (wording === '') continue;
        const known = this.wordings.get(wording) ?? new Set();
        this.wordings.set(wording, new Set([...known, ...codes]));
      }
    }
    return this.wordings;
  }

  /** Codes with names of like words or letters, the likest first. */
  private alike(text: string): string[] {
    if (text.length > LONGEST) return [];
    this.words ??= [...this.index()].flatMap(([name, codes]) =>
      [...codes].map((code) => [wordsOf(name), code] as const),
    );
    const said = wordsOf(text);
    const best = new Map<string, number>();
    for (const [words, code] of this.words) {
      const score = likeness(said, words);
      if (score < LEAST_LIKENESS) continue;
      const before = best.get(code) ?? 0;
      // Where two are as like, the one with more such names is the likelier.
      best.set(code, Math.max(score, before) + (before > 0 ? FURTHER_NAME : 0));
    }
    // A misspelt name is nearer than one with a word in common.
    this.nearest(foldText(text)).forEach((code, i) => {
      best.set(code, Math.max(MISSPELT - i / 100, best.get(code) ?? 0));
    });
    const order = [...this.byCode.keys()];
    return [...best]
      .toSorted(([a, x], [b, y]) => y - x || order.indexOf(a) - order.indexOf(b))
      .slice(0, MOST_SUGGESTIONS)
      .map(([code]) => code);
  }

  private codesNamed(folded: string): Iterable<string> {
    return lookUp(this.exceptions.ambiguous, folded) ?? this.index().get(folded) ?? [];
  }

  /** What was perhaps meant. Where a label names others too, the code is what can be written. */
  suggestions(codes: readonly string[]): Suggestion[] {
    return codes.map((code) => {
      const label = this.byCode.get(code)?.labels.en ?? code;
      const named = [...this.codesNamed(foldText(label))];
      return named.length > 1 ? { code, label, instead: code } : { code, label };
    });
  }

  /** Codes whose names are within a third of the text's length in edits, nearest first. */
  private nearest(folded: string): string[] {
    if (folded.length > LONGEST || folded.length < 3) return [];
    const limit = Math.min(3, Math.max(1, Math.floor(folded.length / 3)));
    const best = new Map<string, number>();
    for (const [name, codes] of this.index()) {
      const distance = editDistance(folded, name, limit);
      if (distance > limit) continue;
      for (const code of codes) best.set(code, Math.min(distance, best.get(code) ?? Infinity));
    }
    return [...best]
      .toSorted(([a, x], [b, y]) => x - y || this.fame(b) - this.fame(a) || (a < b ? -1 : 1))
      .slice(0, MOST_SUGGESTIONS)
      .map(([code]) => code);
  }

  /** An entry with labels in more languages is the likelier one to be meant. */
  private fame(code: string): number {
    return Object.keys(this.byCode.get(code)?.labels ?? {}).length;
  }

  private index(): Map<string, Set<string>> {
    this.names ??= this.buildIndex();
    return this.names;
  }

  private buildIndex(): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>();
    for (const { code, labels, aliases } of this.entries) {
      for (const text of [code, ...Object.values(labels), ...aliases]) add(names, text, code);
    }
    return names;
  }
}

/** Own entries only: "constructor" is a text like any other. */
function lookUp<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

function add(index: Map<string, Set<string>>, text: string, code: string): void {
  const folded = foldText(text);
  if (folded === '') return;
  const codes = index.get(folded);
  if (codes) codes.add(code);
  else index.set(folded, new Set([code]));
}
