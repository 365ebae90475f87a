import { createHash } from 'node:crypto';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { ELEMENT_BYTES, isPaddedSize, OUTPUT_BYTES, PROOF_BYTES } from '#linkage/sizes';
import { CompactSign, compactVerify, decodeProtectedHeader, type CryptoKey } from 'jose';
import { FILE_ALGORITHM, verifier } from './installation-keys.js';

/** Files of another version are not read: the two sides would compare different things. */
export const FILE_VERSION = 1;
const FILE_TYPE = 'baraza-exchange';
/** A file of 8,192 values has 1.3 MB. */
export const LONGEST_FILE = 4_000_000;

/** Each round is a file: values of the first side; their evaluation and the values of the second; the evaluation of these. */
export type ExchangeRound = 1 | 2 | 3;

/** An installation, as a file names it. */
export interface FileSide {
  readonly installation: string;
  readonly key: string;
}

/** What a side adds: values of its own to evaluate, what the other side's values evaluate to, and the outputs of its own. */
interface ListParts {
  readonly elements: readonly Buffer[];
  readonly evaluated: readonly Buffer[];
  readonly outputs: readonly Buffer[];
  readonly proof: Buffer;
  /** Of the pseudorandom function. */
  readonly publicKey: Buffer;
}

/** A file as it is read. */
export interface ExchangeFile extends ListParts {
  readonly round: ExchangeRound;
  readonly session: string;
  readonly from: FileSide;
  readonly to: FileSide;
  /** ISO 8601. */
  readonly expires: string;
  /** SHA-256 of the file before it, as base64url; empty in the first. */
  readonly before: string;
}

/** A file to be written: what its round does not have is left out. */
export type NewExchangeFile = Omit<ExchangeFile, keyof ListParts> & {
  [P in keyof ListParts]?: ListParts[P] extends Buffer ? Uint8Array : readonly Uint8Array[];
};

/** Bytes of one item, and the rounds that have it. */
const LISTS = {
  elements: { bytes: ELEMENT_BYTES, rounds: [1, 2] },
  evaluated: { bytes: ELEMENT_BYTES, rounds: [2, 3] },
  outputs: { bytes: OUTPUT_BYTES, rounds: [2, 3] },
} as const;
const VALUES = {
  publicKey: { bytes: ELEMENT_BYTES, rounds: [1, 2] },
  proof: { bytes: PROOF_BYTES, rounds: [2, 3] },
} as const;

/** What a file is known by in the next one. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.trim()).digest('base64url');
}

/** The text of a file: a JWS in compact form (RFC 7515), signed with Ed25519 (RFC 8037). */
export async function signedFile(file: NewExchangeFile, key: CryptoKey): Promise<string> {
  const { elements, evaluated, outputs, proof, publicKey, ...head } = file;
  const text = (bytes: readonly Uint8Array[] | undefined) =>
    bytes && Buffer.concat(bytes).toString('base64url');
  const body = {
    version: FILE_VERSION,
    ...head,
    elements: text(elements),
    evaluated: text(evaluated),
    outputs: text(outputs),
    proof: text(proof && [proof]),
    publicKey: text(publicKey && [publicKey]),
  };
  const signed = await new CompactSign(Buffer.from(JSON.stringify(body)))
    .setProtectedHeader({ alg: FILE_ALGORITHM, typ: FILE_TYPE, kid: file.from.key })
    .sign(key);
  return `${signed}\n`;
}

/** The key that a file says it is signed with. @throws InvalidStateError */
export function signerOf(text: string): string {
  const header = headerOf(text.trim());
  if (text.length > LONGEST_FILE || header?.typ !== FILE_TYPE || typeof header.kid !== 'string') {
    throw new InvalidStateError(refusal('exchange.noFile'));
  }
  return header.kid;
}

/** Reads a file that is signed with this key. @throws InvalidStateError for each way in which it can be wrong */
export async function readFile(text: string, publicKey: string): Promise<ExchangeFile> {
  const payload = await verified(text.trim(), publicKey);
  if (!payload) {
    throw new InvalidStateError(refusal('exchange.tampered'));
  }
  const body = JSON.parse(Buffer.from(payload).toString('utf8')) as Body;
  if (body.version !== FILE_VERSION) {
    throw new InvalidStateError(
      refusal('exchange.version', { found: String(body.version), read: String(FILE_VERSION) }),
    );
  }
  const lists = partsOf(body);
  if (!lists || !isHead(body)) {
    throw new InvalidStateError(refusal('exchange.lacksRound'));
  }
  const { round, session, from, to, expires, before } = body;
  return { round, session, from, to, expires, before, ...lists };
}

/** 32 bytes as base64url. */
const SESSION = /^[\w-]{43}$/;

interface Body extends Omit<ExchangeFile, keyof ListParts> {
  readonly version: number;
  readonly elements?: string;
  readonly evaluated?: string;
  readonly outputs?: string;
  readonly proof?: string;
  readonly publicKey?: string;
}

async function verified(text: string, publicKey: string): Promise<Uint8Array | null> {
  try {
    const { payload } = await compactVerify(text, await verifier(publicKey), {
      algorithms: [FILE_ALGORITHM],
    });
    return payload;
  } catch {
    return null;
  }
}

function headerOf(text: string): { readonly typ?: unknown; readonly kid?: unknown } | null {
  try {
    return decodeProtectedHeader(text);
  } catch {
    return null;
  }
}

function isHead({ round, session, from, to, expires, before }: Body): boolean {
  const isSide = (side: unknown): boolean => {
    const { installation, key } = (side ?? {}) as Partial<FileSide>;
    return typeof installation === 'string' && typeof key === 'string';
  };
  return (
    [1, 2, 3].includes(round) &&
    [session, expires, before].every((text) => typeof text === 'string') &&
    SESSION.test(session) &&
    !Number.isNaN(Date.parse(expires)) &&
    isSide(from) &&
    isSide(to)
  );
}

/** Null where something is missing, too much or of another length. */
function partsOf(body: Body): ListParts | null {
  const lists = {} as Record<keyof typeof LISTS, Buffer[]>;
  const values = {} as Record<keyof typeof VALUES, Buffer>;
  for (const name of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
    const { bytes, rounds } = LISTS[name];
    const all = bytesOf(body[name]);
    const count = all.length / bytes;
    if (!isIn(rounds, body.round) ? count !== 0 : !isPaddedSize(count)) return null;
    lists[name] = Array.from({ length: count }, (_, n) => all.subarray(n * bytes, (n + 1) * bytes));
  }
  for (const name of Object.keys(VALUES) as (keyof typeof VALUES)[]) {
    const { bytes, rounds } = VALUES[name];
    values[name] = bytesOf(body[name]);
    if (values[name].length !== (isIn(rounds, body.round) ? bytes : 0)) return null;
  }
  return { ...lists, ...values };
}

function isIn(rounds: readonly number[], round: number): boolean {
  return rounds.includes(round);
}

function bytesOf(text: unknown): Buffer {
  return typeof text === 'string' ? Buffer.from(text, 'base64url') : Buffer.alloc(0);
}
