import { areaRelation, expertiseSimilarity, languageRelation } from '#vocabulary';

/** The codes in use in one pool. */
export class Dictionaries {
  /** The place of a level is its place in PROFICIENCIES. */
  readonly languages = new Dictionary(8, languageRelation);
  /** Territories, and the regions of women who show no more. */
  readonly territories = new Dictionary(1, areaRelation);
  /** The place of a level is the level, from 1 to 3. */
  readonly expertise = new Dictionary(4, expertiseSimilarity);
  readonly networks = new Dictionary(1, (wanted, found) => (wanted === found ? 10 : 0));

  get bytes(): number {
    return Object.values(this).reduce((sum, { bytes }: Dictionary) => sum + bytes, 0);
  }
}

/** An estimate of what one entry of a Map and its string cost. */
const ENTRY_BYTES = 100;

/** How many different words 16 bits can be. */
const WORDS = 0x10000;

/** Wanted codes whose relations are kept; the oldest goes first. */
const KEPT = 512;

/**
 * The codes of one kind that are in use. Each has a symbol, a small integer that it keeps for the life of the
 * pool. The word that lists keep of an item is its symbol times `places`, plus the place of its level.
 */
export class Dictionary {
  /** The code of each symbol. */
  readonly codes: string[] = [];
  private readonly symbols = new Map<string, number>();
  private readonly relations = new Map<string, Uint8Array>();

  /**
   * @param places how many levels an item may have, 1 where it has none
   * @param relation how far a found code is from a wanted one, in tenths: 10 for the same code or a part of it
   */
  constructor(
    readonly places: number,
    private readonly relation: (wanted: string, found: string) => number,
  ) {}

  get bytes(): number {
    return this.codes.length * (ENTRY_BYTES + this.relations.size);
  }

  /** The symbol of a code, given to it now if it had none. Throws RangeError when all are given. */
  intern(code: string): number {
    const known = this.symbols.get(code);
    if (known !== undefined) return known;
    const symbol = this.codes.length;
    const limit = WORDS / this.places;
    if (symbol === limit) {
      throw new RangeError(`The pool holds ${limit} different codes; ${code} is one too many.`);
    }
    this.symbols.set(code, symbol);
    this.codes.push(code);
    return symbol;
  }

  /** The code of a word. */
  codeOf(word: number): string {
    return this.codes[Math.floor(word / this.places)]!;
  }

  /**
   * The relations of all codes to a wanted one, by symbol, in tenths. They are kept, because a few hundred
   * look-ups in the vocabulary cost more than ranking thousands of rows, and needs want the same codes again
   * and again.
   */
  relationsTo(wanted: string): Uint8Array {
    const { codes, relations } = this;
    const known = relations.get(wanted);
    if (known?.length === codes.length) return known;
    const found = Uint8Array.from(codes, (code) => this.relation(wanted, code));
    relations.set(wanted, found);
    const [oldest] = relations.keys();
    if (relations.size > KEPT) relations.delete(oldest!);
    return found;
  }

  /** By symbol: 1 for the codes that are listed. */
  setOf(listed: readonly string[]): Uint8Array {
    const codes = new Set(listed);
    return Uint8Array.from(this.codes, (code) => (codes.has(code) ? 1 : 0));
  }

  /** By word: 1 for those of the wanted code, or of a part of it, at a level that is enough. */
  setWithin(wanted: string, isEnough: (place: number) => boolean = () => true): Uint8Array {
    const relations = this.relationsTo(wanted);
    return Uint8Array.from({ length: this.codes.length * this.places }, (_, word) =>
      relations[Math.floor(word / this.places)] === 10 && isEnough(word % this.places) ? 1 : 0,
    );
  }
}
