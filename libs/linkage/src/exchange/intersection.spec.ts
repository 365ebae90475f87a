import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js';
import { describe, expect, it } from '@jest/globals';
import { Intersection, WrongProofError } from './intersection.js';
import { isPaddedSize, OUTPUT_BYTES, paddedSize } from './sizes.js';

const SIZE = 8;

/** Both sides of an exchange, up to what the first finds. */
function exchange(first: readonly string[], second: readonly string[], context = 'test') {
  const [one, other] = [new Intersection('test'), new Intersection(context)];
  const [keys, theirs] = [one.newKeys(), other.newKeys()];
  const blinded = one.blind(keys, first, SIZE);
  const answer = {
    ...other.evaluate(theirs, blinded.elements),
    publicKey: theirs.publicKey,
    outputs: other.outputs(theirs, second, SIZE),
  };
  return { one, keys, blinded, answer, common: () => one.common(first, blinded, answer) };
}

describe('the private intersection of two lists', () => {
  it('is found by place, and values that count no more are not', () => {
    const { one, blinded, answer, common } = exchange(['a', 'b', 'c'], ['c', 'x', 'a']);
    expect(common()).toEqual([0, 2]);
    expect(one.common([null, 'b', 'c'], blinded, answer)).toEqual([2]);
    expect(one.common(['changed', 'b', 'c'], blinded, answer)).toEqual([2]);
  });

  it('needs the same context on both sides', () => {
    expect(exchange(['a'], ['a'], 'another').common).toThrow(WrongProofError);
  });

  it('is refused if the evaluation was not made by the key that was named', () => {
    const { one, blinded, answer } = exchange(['a', 'b'], ['a']);
    const swapped = [...answer.evaluated].toReversed();
    const wrong = [
      { ...answer, evaluated: swapped },
      { ...answer, publicKey: one.newKeys().publicKey },
      { ...answer, proof: answer.proof.toReversed() },
      { ...answer, evaluated: answer.evaluated.slice(1) },
    ];
    for (const each of wrong) {
      expect(() => one.common(['a', 'b'], blinded, each)).toThrow(WrongProofError);
    }
  });

  it('shows nothing twice: not a value, nor the same in another exchange', () => {
    const texts = [1, 2].flatMap(() => {
      const { blinded, answer } = exchange(['a', 'b'], ['a']);
      return [...blinded.elements, ...answer.outputs].map((bytes) =>
        Buffer.from(bytes).toString('hex'),
      );
    });
    expect(texts).toHaveLength(4 * SIZE);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('fills lists up to powers of two', () => {
    expect([0, 1, 64, 65, 5_000].map(paddedSize)).toEqual([64, 64, 64, 128, 8_192]);
    expect([0, 32, 100, 128, 8_192, 16_384].map(isPaddedSize)).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
    const { answer, blinded } = exchange([], ['a']);
    expect([answer.outputs.length, blinded.elements.length]).toEqual([SIZE, SIZE]);
    expect(answer.outputs.every(({ length }) => length === OUTPUT_BYTES)).toBe(true);
  });

  it('takes elements only that can be evaluated, each once', () => {
    const { blinded } = exchange(['a'], []);
    const [element = new Uint8Array()] = blinded.elements;
    const zero = ristretto255.Point.ZERO.toBytes();
    expect(Intersection.areElements(blinded.elements)).toBe(true);
    for (const wrong of [zero, new Uint8Array(32).fill(255), element.subarray(1), element]) {
      expect(Intersection.areElements([...blinded.elements, wrong])).toBe(false);
    }
  });

  it('is the function of RFC 9497: an appendix of it has this output', () => {
    // Appendix A.1.3, POPRF(ristretto255, SHA-512), the first vector.
    const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
    const info = bytes('7465737420696e666f');
    const { secretKey } = ristretto255_oprf
      .poprf(info)
      .deriveKeyPair(bytes('a3'.repeat(32)), bytes('74657374206b6579'));
    expect(Buffer.from(secretKey).toString('hex')).toBe(
      '145c79c108538421ac164ecbe131942136d5570b16d8bf41a24d4337da981e07',
    );
    expect(
      Buffer.from(ristretto255_oprf.poprf(info).evaluate(secretKey, bytes('00'))).toString('hex'),
    ).toBe(
      'ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221',
    );
  });
});
