/** How many records of a pool have a value of one kind. */
export class ValueCounts {
  private readonly counts = new Map<string, number>();

  count(values: ReadonlySet<string>, by: 1 | -1): void {
    for (const value of values) {
      const count = (this.counts.get(value) ?? 0) + by;
      if (count === 0) this.counts.delete(value);
      else this.counts.set(value, count);
    }
  }

  of(value: string): number {
    return this.counts.get(value) ?? 0;
  }

  /** All counts, in no order. */
  all(): number[] {
    return [...this.counts.values()];
  }

  /** The rarest of the values that both have; null where they share none. The same in every order. */
  rarestShared(a: ReadonlySet<string>, b: ReadonlySet<string>): string | null {
    let rarest: string | null = null;
    for (const value of a.size <= b.size ? a : b) {
      if (!a.has(value) || !b.has(value)) continue;
      if (rarest === null || this.isRarer(value, rarest)) rarest = value;
    }
    return rarest;
  }

  private isRarer(value: string, other: string): boolean {
    const difference = this.of(value) - this.of(other);
    return difference < 0 || (difference === 0 && value < other);
  }
}
