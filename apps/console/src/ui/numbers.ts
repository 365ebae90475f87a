/** Scores, contributions and shares of the graph are micro-units: so many are everything. */
export const WHOLE = 1_000_000;

/** A whole number that was written. Null where nothing was; what is no number becomes -1, which the service refuses. */
export function wholeNumber(text: string): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  return Number.isInteger(value) ? value : -1;
}
