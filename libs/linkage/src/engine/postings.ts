/** Which slots have a word: for each word its slots, in order. */
export class Postings {
  private readonly slots: (number[] | undefined)[] = [];

  add(word: number, slot: number): void {
    const listed = (this.slots[word] ??= []);
    listed.splice(placeOf(listed, slot), 0, slot);
  }

  delete(word: number, slot: number): void {
    const listed = this.slots[word];
    if (listed) listed.splice(placeOf(listed, slot), 1);
  }

  of(word: number): readonly number[] {
    return this.slots[word] ?? NONE;
  }
}

const NONE: readonly number[] = [];

/** The first place of a list in order whose item is not below a number. */
export function placeOf(listed: readonly number[], least: number): number {
  let [from, to] = [0, listed.length];
  // Most come at the end.
  if (to === 0 || listed[to - 1]! < least) return to;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (listed[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
