const EMPTY = 0xffff_ffff;
const LEAST_SLOTS = 16;

/** The keys by which entries of a table are found. */
export interface HashKeys {
  /** The hash of an entry that is in the table. */
  hashOf(entry: number): number;
  /** Whether the entry has the key that is being looked up. */
  hasSoughtKey(entry: number): boolean;
}

/**
 * A hash table of small integers, whose keys are kept by its owner: open addressing with linear probing, at
 * most three quarters full. Removal moves later entries back, so there are no tombstones and look-ups
 * do not slow down however often entries come and go.
 */
export class HashTable {
  /** The length is a power of two. */
  private slots = new Uint32Array(LEAST_SLOTS).fill(EMPTY);
  private count = 0;

  constructor(private readonly keys: HashKeys) {}

  get size(): number {
    return this.count;
  }

  get bytes(): number {
    return this.slots.byteLength;
  }

  /** The entry with the key that is being looked up, or -1. */
  find(hash: number): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!;
      if (entry === EMPTY) return -1;
      if (keys.hasSoughtKey(entry)) return entry;
    }
  }

  /** Adds an entry whose key is new, with the hash of the key. */
  add(entry: number, hash: number): void {
    if ((this.count + 1) * 4 > this.slots.length * 3) this.rehash(this.slots.length * 2);
    this.insert(entry, hash);
    this.count++;
  }

  /** Forgets an entry that is in the table. */
  remove(entry: number): void {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    let hole = keys.hashOf(entry) & mask;
    while (slots[hole] !== entry) hole = (hole + 1) & mask;
    for (let slot = (hole + 1) & mask; slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const home = keys.hashOf(slots[slot]!) & mask;
      // An entry may fill the hole unless its home lies cyclically after the hole.
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue;
      slots[hole] = slots[slot]!;
      hole = slot;
    }
    slots[hole] = EMPTY;
    this.count--;
  }

  private insert(entry: number, hash: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    slots[slot] = entry;
  }

  private rehash(length: number): void {
    const entries = this.slots.filter((entry) => entry !== EMPTY);
    this.slots = new Uint32Array(length).fill(EMPTY);
    for (const entry of entries) this.insert(entry, this.keys.hashOf(entry));
  }
}
