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
