import { randomBytes } from 'node:crypto';
import type { OPRFFinalizeItem } from '@noble/curves/abstract/oprf.js';
import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js';
import { OUTPUT_BYTES } from './sizes.js';

/** The key of a side's pseudorandom function, made for one exchange. */
export interface ExchangeKeys {
  /** 32 bytes, which the side keeps to itself. */
  readonly secretKey: Uint8Array;
  /** 32 bytes, by which the other side checks the proof. */
  readonly publicKey: Uint8Array;
}

/** The values of a side, blinded. */
export interface Blinded {
  /** What the other side is given: an element for each value, by place, and more that are of no value. */
  readonly elements: readonly Uint8Array[];
  /** What takes the blinds off again, 32 bytes each: the side keeps them to itself. */
  readonly blinds: readonly Uint8Array[];
}

/** What a side answers to values that were blinded for it: one element for each, and a proof that it used its key for all. */
export interface Evaluation {
  readonly evaluated: readonly Uint8Array[];
  readonly proof: Uint8Array;
}

/** The proof of an evaluation is wrong: whoever made it did not keep to the protocol. */
export class WrongProofError extends Error {}

const FILLING_BYTES = 32;

const functionOf = (context: string) => ristretto255_oprf.poprf(bytesOf(context));

/**
 * Private set intersection of two lists of texts. Each side has a pseudorandom function that only it can work out, and has the
 * values of the other put through it without seeing them: the oblivious function POPRF(ristretto255, SHA-512) of RFC 9497. It
 * tells the outputs of its own values, and the other finds those that it has, too. Of values that only one side has, the other
 * learns nothing, by whatever it computes later. Lists are filled up with elements and outputs that are of no value.
 *
 * The order is: `blind`, then `evaluate` and `outputs` of the other side, then `common`.
 */
export class Intersection {
  private readonly oprf: ReturnType<typeof functionOf>;

  /** @param context the same for both sides, and another for each exchange: nothing of one fits another */
  constructor(context: string) {
    this.oprf = functionOf(context);
  }

  newKeys(): ExchangeKeys {
    return this.oprf.generateKeyPair();
  }

  /** Blinds values for the other side, and fills them up to `size`. */
  blind({ publicKey }: ExchangeKeys, values: readonly string[], size: number): Blinded {
    const inputs = Array.from({ length: size }, (_, place) => {
      const value = values[place];
      return value === undefined ? randomBytes(FILLING_BYTES) : bytesOf(value);
    });
    // The key that the library asks for here matters for what is checked later, not for the element.
    const blinded = inputs.map((input) => this.oprf.blind(input, publicKey));
    return {
      elements: blinded.map((one) => one.blinded),
      blinds: blinded.map(({ blind }) => blind),
    };
  }

  /** Whether these are elements that can be evaluated, all different. */
  static areElements(elements: readonly Uint8Array[]): boolean {
    const { Point } = ristretto255;
    try {
      for (const element of elements) if (Point.fromBytes(element).is0()) return false;
    } catch {
      return false;
    }
    return new Set(elements.map(textOf)).size === elements.length;
  }

  /** Puts the other side's values through the own function. */
  evaluate({ secretKey }: ExchangeKeys, blinded: readonly Uint8Array[]): Evaluation {
    return this.oprf.blindEvaluateBatch(secretKey, [...blinded]);
  }

  /** What the own function makes of the own values, in an order that tells nothing, filled up to `size`. */
  outputs(
    { secretKey }: ExchangeKeys,
    values: readonly string[],
    size: number,
  ): readonly Uint8Array[] {
    const own = values.map((value) =>
      this.oprf.evaluate(secretKey, bytesOf(value)).subarray(0, OUTPUT_BYTES),
    );
    const filling = Array.from({ length: size - own.length }, () => randomBytes(OUTPUT_BYTES));
    return [...own, ...filling].toSorted((one, other) => Buffer.compare(one, other));
  }

  /**
   * The places of values that the other side has, too.
   *
   * @param values by place, as they were blinded; null for one that counts no more
   * @throws WrongProofError
   */
  common(
    values: readonly (string | null)[],
    { elements, blinds }: Blinded,
    { evaluated, proof, publicKey, outputs }: Answer,
  ): number[] {
    const { tweakedKey } = this.oprf.blind(bytesOf('any'), publicKey);
    const items = elements.map((blinded, place) => ({
      input: bytesOf(values[place] ?? 'none'),
      blind: blinds[place] ?? new Uint8Array(),
      blinded,
      evaluated: evaluated[place] ?? new Uint8Array(),
    }));
    const found = this.finalized(items, proof, tweakedKey);
    const theirs = new Set(outputs.map(textOf));
    return found.flatMap((output, place) =>
      typeof values[place] === 'string' && theirs.has(textOf(output.subarray(0, OUTPUT_BYTES)))
        ? [place]
        : [],
    );
  }

  private finalized(
    items: OPRFFinalizeItem[],
    proof: Uint8Array,
    tweakedKey: Uint8Array,
  ): readonly Uint8Array[] {
    try {
      return this.oprf.finalizeBatch(items, proof, tweakedKey);
    } catch {
      throw new WrongProofError('The proof of an evaluation is wrong.');
    }
  }
}

/** What comes back from the other side. */
export interface Answer extends Evaluation {
  /** By which the proof is checked. */
  readonly publicKey: Uint8Array;
  /** Of the other side's values. */
  readonly outputs: readonly Uint8Array[];
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
