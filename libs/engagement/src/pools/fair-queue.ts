/**
 * A queue in which whoever waits takes turns: one of each client, then the next of each, however many
 * one has put in. Bounded for all together and for each.
 */
export class FairQueue<T> {
  /** By client; the one whose turn is next comes first. */
  private readonly waiting = new Map<string, T[]>();
  private count = 0;

  constructor(private readonly most: { readonly all: number; readonly each: number }) {}

  get length(): number {
    return this.count;
  }

  /** Whether there was room. */
  push(client: string, item: T): boolean {
    const own = this.waiting.get(client) ?? [];
    if (this.count >= this.most.all || own.length >= this.most.each) return false;
    own.push(item);
    this.waiting.set(client, own);
    this.count += 1;
    return true;
  }

  /** Takes the next that fits: of the client whose turn it is, else of the one after. */
  take(fits: (item: T) => boolean = () => true): T | undefined {
    for (const [client, own] of this.waiting) {
      const at = own.findIndex(fits);
      if (at < 0) continue;
      const [item] = own.splice(at, 1);
      this.count -= 1;
      this.waiting.delete(client);
      if (own.length > 0) this.waiting.set(client, own);
      return item;
    }
    return undefined;
  }

  /** Takes one out that need not be done any more. */
  remove(client: string, item: T): void {
    const own = this.waiting.get(client) ?? [];
    const at = own.indexOf(item);
    if (at < 0) return;
    own.splice(at, 1);
    this.count -= 1;
    if (own.length === 0) this.waiting.delete(client);
  }

  /** Takes all out. */
  clear(): T[] {
    const all = [...this.waiting.values()].flat();
    this.waiting.clear();
    this.count = 0;
    return all;
  }
}
