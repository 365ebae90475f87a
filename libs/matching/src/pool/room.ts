/**
 * An array of numbers that is lent to one ranking after the other: made anew for each, it would keep
 * the garbage collector busy. Who does not give it back keeps it, and the next one gets another.
 */
export class Room {
  private spare: Uint32Array = new Uint32Array(0);
  private size = 0;

  get bytes(): number {
    return this.size;
  }

  /** Numbers, of which the first `length` are 0. */
  lend(length: number): Uint32Array {
    const { spare } = this;
    this.spare = new Uint32Array(0);
    if (length <= spare.length) return spare.fill(0, 0, length);
    // A little more than is asked for, so that a growing pool does not need another each time.
    const numbers = new Uint32Array(Math.ceil(length * 1.1));
    this.size = numbers.byteLength;
    return numbers;
  }

  giveBack(numbers: Uint32Array): void {
    this.spare = numbers;
  }
}
