/**
 * Sizes that both sides of an exchange keep to. They stand apart from the exchange itself: they are needed wherever its files
 * are spoken of, and the tables of linkage only where lists are compared.
 */

/** Bytes of an element of the group, of a key and of a blind. */
export const ELEMENT_BYTES = 32;
/** Bytes of the proof of an evaluation. */
export const PROOF_BYTES = 64;
/** Of the 64 bytes of an output so many are told: two unlike values never share them by chance. */
export const OUTPUT_BYTES = 16;

const LEAST_SIZE = 64;
/** Values of one side of an exchange. */
export const MOST_VALUES_OF_SIDE = 8_192;

/** How long a list of so many values is made: a power of two from 64 to 8,192, so that its length tells little. */
export function paddedSize(count: number): number {
  let size = LEAST_SIZE;
  while (size < count) size *= 2;
  return size;
}

/** Whether a list of this length may be one that was filled up. */
export function isPaddedSize(size: number): boolean {
  return size <= MOST_VALUES_OF_SIDE && size === paddedSize(size);
}
