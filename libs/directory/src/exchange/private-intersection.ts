import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import type { Answer, Intersection } from '#linkage';
import type { ExchangeFile } from './exchange-file.js';
import type { RunSecrets } from './exchange-runs.js';

/** What else than that can be said of numbers that do not fit; why they do not, nobody but their maker can tell. */
export const NOT_BY_PROTOCOL = refusal('exchange.notByProtocol');

/** The sides of an exchange by their public keys: who began, and who answered. */
export async function intersectionOf(
  session: string,
  first: string,
  second: string,
): Promise<Intersection> {
  // Its curve and tables are loaded where an exchange takes place and nowhere else.
  const linkage = await import('#linkage');
  // What binds all numbers of an exchange to it.
  return new linkage.Intersection(`baraza-exchange 1 ${session} ${first} ${second}`);
}

/** Whether what a file brings can be evaluated. */
export async function areElements(elements: readonly Uint8Array[]): Promise<boolean> {
  const linkage = await import('#linkage');
  return linkage.Intersection.areElements(elements);
}

/**
 * The places of values that both sides have.
 *
 * @throws InvalidStateError where the other side did not keep to the protocol
 */
export async function commonOf(
  psi: Intersection,
  values: readonly (string | null)[],
  { blinded, theirKey }: RunSecrets,
  { evaluated, proof, outputs }: ExchangeFile,
  publicKey: Uint8Array | null,
): Promise<number[]> {
  const { WrongProofError } = await import('#linkage');
  const answer: Answer = {
    evaluated,
    proof,
    outputs,
    publicKey: publicKey ?? theirKey ?? new Uint8Array(),
  };
  try {
    if (evaluated.length === blinded.elements.length) return psi.common(values, blinded, answer);
  } catch (error) {
    if (!(error instanceof WrongProofError)) throw error;
  }
  throw new InvalidStateError(NOT_BY_PROTOCOL);
}
