import data from './data/closed-lists.json' with { type: 'json' };
import type { Locale, VocabularyEntry, VocabularyKind } from './kinds.js';

type Row = [
  code: string,
  labels: Record<Locale, string>,
  definition: string | null,
  aliases: string[],
];

/** The short lists of the field: tracks, roles, phases, types, supports, levels. */
export function closedList(kind: keyof typeof data.lists & VocabularyKind): VocabularyEntry[] {
  return (data.lists[kind] as Row[]).map(([code, labels, definition, aliases]) => ({
    kind,
    code,
    parent: null,
    labels,
    aliases,
    definition,
    source: data.source,
    asOf: data.asOf,
    verify: false,
    members: [],
  }));
}
