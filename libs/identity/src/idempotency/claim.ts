import { InvalidInputError, oneByOne, type OneResult } from '#kernel';
import { refusal } from '#messages';
import type { Database, OwnerTransaction } from '#database';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

/** A change that its sender may ask for again, because the answer may get lost: under one key it is made once. */
export interface Claim {
  /** SHA-256 of who asks and of the key that she gave: nobody else's key is ever the same. */
  readonly key: Buffer;
  /** What is asked for, in words of which the database holds a keyed hash. */
  readonly change: string;
  /** Of the request that makes it. */
  readonly requestId: string;
}

/** What a key stands for already. */
export interface Claimed {
  /** Ids of what the change was about, as the audit log has them. */
  readonly subjects: readonly string[];
  readonly requestId: string;
}

/** Another request with the same key was quicker: nothing of this one stays. */
export class RepeatedRequestError extends Error {
  constructor() {
    super('Another request with this key has made the change.');
    this.name = 'RepeatedRequestError';
  }
}

const claims = new AsyncLocalStorage<Claim>();

/** Makes a change under its key: `recordAudit` claims it in the transaction of what it tells of. */
export function underClaim<T>(claim: Claim, work: () => T): T {
  return claims.run(claim, work);
}

/** What was made before, read anew by the ids of what it was about. */
type Again<T> = (subjects: readonly string[]) => Promise<T>;

/**
 * Makes a change under its key, or gives again what was made under it.
 *
 * @throws InvalidInputError where another change was made under the key
 */
export async function madeOnce<T>(
  database: Pick<Database, 'transaction'>,
  claim: Claim,
  make: () => Promise<T>,
  again: Again<T>,
): Promise<T> {
  const before = await claimedBy(database, claim);
  if (before) return again(before.subjects);
  try {
    return await underClaim(claim, make);
  } catch (error) {
    // Whatever stood in its way, such as a name that is taken now: the same request was quicker.
    const meanwhile = await claimedBy(database, claim);
    if (!meanwhile || meanwhile.requestId === claim.requestId) throw error;
    return again(meanwhile.subjects);
  }
}

/**
 * The same of a part of the change that is being made: one of many rows, or all of it where only its own service can
 * read anew what it gave. Each part has a key of its own, made of that of the request and of its place. Without a key it is just made.
 *
 * @param place among the parts, the same whenever the change is sent again
 */
export async function partMadeOnce<T>(
  database: Pick<Database, 'transaction'>,
  place: number,
  make: () => Promise<T>,
  again: Again<T>,
): Promise<T> {
  const whole = claims.getStore();
  if (!whole) return make();
  const key = createHash('sha256').update(whole.key).update(`\n${place}`).digest();
  return madeOnce(database, { ...whole, key }, make, again);
}

/**
 * As `oneByOne`. Sent again under its key, a change of many makes each of them once: those that were made are given again,
 * and those that were refused or not reached are tried.
 *
 * @throws InvalidInputError for more than `MOST_AT_ONCE`; what is not expected
 */
export async function eachMadeOnce<S, T>(
  database: Pick<Database, 'transaction'>,
  path: string,
  list: readonly S[],
  make: (one: S, i: number) => Promise<T>,
  again: (one: S, subjects: readonly string[]) => Promise<T>,
): Promise<OneResult<T>[]> {
  return oneByOne(path, list, (one, i) =>
    partMadeOnce(
      database,
      i,
      () => make(one, i),
      (subjects) => again(one, subjects),
    ),
  );
}

/**
 * Claims the key of the change that is being made, if it has one. A request that makes the same change at the same time
 * waits here until the first has ended. A change that takes several transactions claims its key with the first.
 *
 * @throws RepeatedRequestError
 */
export async function claimKey(
  tx: OwnerTransaction,
  subjects: readonly (string | null)[],
): Promise<void> {
  const claim = claims.getStore();
  if (!claim) return;
  const { key, change, requestId } = claim;
  const ids = subjects.filter((id) => id !== null);
  const claimed = await tx.query(
    `INSERT INTO idempotency_key AS held (key, change_hash, request_id, subjects) VALUES ($1, decode($2, 'hex'), $3, $4)
     ON CONFLICT (key) DO UPDATE SET subjects = held.subjects || excluded.subjects
       WHERE held.request_id = excluded.request_id
     RETURNING 1`,
    [key, tx.fingerprint(change), requestId, ids],
  );
  if (claimed.length === 0) throw new RepeatedRequestError();
}

/**
 * What was made under a key; null where nothing was.
 *
 * @throws InvalidInputError where that was another change
 */
export async function claimedBy(
  database: Pick<Database, 'transaction'>,
  { key, change }: Claim,
): Promise<Claimed | null> {
  return database.transaction(async (tx) => {
    const [found] = await tx.query<Claimed & { readonly isSame: boolean }>(
      `SELECT subjects, request_id AS "requestId", change_hash = decode($2, 'hex') AS "isSame"
       FROM idempotency_key WHERE key = $1`,
      [key, tx.fingerprint(change)],
    );
    if (!found) return null;
    if (found.isSame) return found;
    throw new InvalidInputError([
      {
        path: 'Idempotency-Key',
        code: 'CONTRADICTION',
        message: refusal('once.otherChange'),
      },
    ]);
  });
}

/** Keeps before what the log has what the change gave: the plan that a line belongs to, or one of several records. */
export async function noteGiven(
  database: Pick<Database, 'query'>,
  { key, requestId }: Claim,
  id: string,
): Promise<void> {
  await database.query(
    `UPDATE idempotency_key SET subjects = $3::uuid || array_remove(subjects, $3)
     WHERE key = $1 AND request_id = $2 AND subjects[1] IS DISTINCT FROM $3`,
    [key, requestId, id],
  );
}
