import { areaRelation, expertiseSimilarity, languageRelation } from '#vocabulary';

/** Words per symbol: a language word is symbol * 8 + level, an expertise word symbol * 4 + level. */
export const LANGUAGE_WORDS = 8;
export const EXPERTISE_WORDS = 4;

/** The codes in use in one pool, and how far they are from what needs want. */
export class Dictionaries {
  readonly languages = new Dictionary(0x10000 / LANGUAGE_WORDS);
  readonly territories = new Dictionary(0x10000);
  readonly expertise = new Dictionary(0x10000 / EXPERTISE_WORDS);
  readonly networks = new Dictionary(0x10000);

  readonly distances = {
    language: new Distances(this.languages, languageRelation),
    area: new Distances(this.territories, areaRelation),
    expertise: new Distances(this.expertise, expertiseSimilarity),
  };

  get bytes(): number {
    const { languages, territories, expertise, networks, distances } = this;
    return [languages, territories, expertise, networks, ...Object.values(distances)].reduce(
      (sum, { bytes }) => sum + bytes,
      0,
    );
  }
}

/** An estimate of what one entry of a Map and its string cost. */
const ENTRY_BYTES = 100;

/** Small integers for the codes in use. A code keeps its symbol for the life of the pool. */
export class Dictionary {
  private readonly symbols = new Map<string, number>();
  /** The code of each symbol. */
  readonly codes: string[] = [];

  /** @param limit how many codes fit the bits that a word gives a symbol */
  constructor(private readonly limit: number) {}

  get bytes(): number {
    return this.codes.length * ENTRY_BYTES;
  }

  /** The symbol of a code that has one. */
  symbolOf(code: string): number {
    return this.symbols.get(code)!;
  }

  /** The symbol of a code, given to it now if it had none. Throws RangeError when all are given. */
  intern(code: string): number {
    const known = this.symbols.get(code);
    if (known !== undefined) return known;
    const symbol = this.codes.length;
    if (symbol === this.limit) {
      throw new RangeError(
        `The pool holds ${this.limit} different codes; ${code} is one too many.`,
      );
    }
    this.symbols.set(code, symbol);
    this.codes.push(code);
    return symbol;
  }
}

/** Wanted codes whose distances are kept; the oldest goes first. */
const KEPT = 512;

/**
 * Distances from wanted codes to every code of a dictionary, by symbol, in tenths. A few hundred
 * look-ups in the vocabulary cost more than ranking thousands of rows, and needs want the same codes
 * again and again.
 */
export class Distances {
  private readonly rows = new Map<string, Uint8Array>();

  constructor(
    private readonly dictionary: Dictionary,
    private readonly distance: (wanted: string, found: string) => number,
  ) {}

  get bytes(): number {
    return this.rows.size * this.dictionary.codes.length;
  }

  /** By symbol of what is found. */
  from(wanted: string): Uint8Array {
    const { codes } = this.dictionary;
    const known = this.rows.get(wanted);
    if (known?.length === codes.length) return known;
    const row = Uint8Array.from(codes, (code) => this.distance(wanted, code));
    this.rows.set(wanted, row);
    const [oldest] = this.rows.keys();
    if (this.rows.size > KEPT) this.rows.delete(oldest!);
    return row;
  }
}
