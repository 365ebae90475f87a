/** The n-th id of a kind, the same in every directory. */
export function idOf(kind: number, n: number): string {
  return `0192${String(kind).padStart(4, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
