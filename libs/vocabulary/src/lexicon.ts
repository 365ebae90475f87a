import { editDistance } from './edit-distance.js';
import { foldText } from './fold.js';
import type { VocabularyEntry, VocabularyKind } from './kinds.js';
import { notUnderstood, understood, type Parsed, type Suggestion } from './problem.js';

/** Longer text is no name of anything here, and comparing it would only cost time. */
const LONGEST = 120;
const MOST_SUGGESTIONS = 3;

/** Names that mean two things to two readers, folded, by kind. */
export type Ambiguities = Readonly<Record<string, readonly string[]>>;

/**
 * Finds entries by any of their names. A canonical code, written exactly, is always itself; any
 * other text is looked up among labels in all languages and aliases, and where two entries answer to
 * it the caller is asked, never guessed for. Built at its first use.
 */
export class Lexicon {
  private readonly byCode: ReadonlyMap<string, VocabularyEntry>;
  private names: Map<string, Set<string>> | null = null;

  constructor(
    private readonly kind: VocabularyKind,
    private readonly entries: readonly VocabularyEntry[],
    private readonly ambiguities: Ambiguities = {},
  ) {
    this.byCode = new Map(entries.map((entry) => [entry.code, entry]));
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  get(code: string): VocabularyEntry | undefined {
    return this.byCode.get(code);
  }

  parse(text: string): Parsed<string> {
    const trimmed = text.trim();
    if (this.byCode.has(trimmed)) return understood(trimmed);
    const folded = foldText(trimmed);
    if (folded === '')
      return notUnderstood(this.kind, trimmed === '' ? 'empty' : 'unknown', trimmed);
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

  private codesNamed(folded: string): Iterable<string> {
    return this.ambiguities[folded] ?? this.index().get(folded) ?? [];
  }

  private suggestions(codes: readonly string[]): Suggestion[] {
    return codes.map((code) => ({ code, label: this.byCode.get(code)?.labels.en ?? code }));
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

  /** Labels go before aliases: an alias that is another entry's label is not taken up. */
  private buildIndex(): Map<string, Set<string>> {
    const labels = new Map<string, Set<string>>();
    for (const { code, labels: own } of this.entries) {
      add(labels, code, code);
      for (const text of Object.values(own)) add(labels, text, code);
    }
    const all = new Map(labels);
    const aliases = new Map<string, Set<string>>();
    for (const { code, aliases: own } of this.entries) {
      for (const text of own) if (!labels.has(foldText(text))) add(aliases, text, code);
    }
    for (const [name, codes] of aliases) all.set(name, codes);
    return all;
  }
}

function add(index: Map<string, Set<string>>, text: string, code: string): void {
  const folded = foldText(text);
  if (folded === '') return;
  const codes = index.get(folded);
  if (codes) codes.add(code);
  else index.set(folded, new Set([code]));
}
