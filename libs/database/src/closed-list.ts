/**
 * The check constraints of columns that hold words of a closed list. The list itself is the source: its type, the
 * constraint of its entity and its GraphQL enum come from it, and a test compares the migrated database with it.
 */

/** A check that a column holds one of the words. */
export function isOneOf(column: string, words: readonly string[]): string {
  return `${column} IN (${quoted(words)})`;
}

/** A check that an array column holds no others. */
export function areAllOf(column: string, words: readonly string[]): string {
  return `${column} <@ ARRAY[${quoted(words)}]`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');
}
