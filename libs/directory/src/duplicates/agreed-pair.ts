import type { Transaction } from '#database';
import { authorise, hidden, may, type Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { SELECT_SUGGESTIONS } from './duplicate-view.js';

/** The records of a suggestion of two networks that all whom it concerns have said to be one woman. */
export interface AgreedPair {
  /** Of the list of the network whose suggestion it is. */
  readonly ownId: string;
  readonly foreignId: string;
}

/**
 * A suggestion whose records can be merged although no coordinator curates both.
 *
 * @throws NotFoundError, NotPermittedError; InvalidStateError where not all have said so, or one of them no longer does
 */
export async function agreedPair(tx: Transaction, viewer: Viewer, id: string): Promise<AgreedPair> {
  const [found] = await tx.query<Row>(
    `SELECT s."networkId", s.agreed, s.one ->> 'mediatorId' IS NOT NULL AS "isOne", p.one_id AS one, p.other_id AS other
     FROM (${SELECT_SUGGESTIONS} AND p.id = $1) s JOIN duplicate_pair p ON p.id = s.id`,
    [id],
  );
  if (!found || !may(viewer, 'read', { kind: 'duplicate', networkId: found.networkId })) {
    throw hidden(viewer, 'suggestion');
  }
  authorise(viewer, 'decide', { kind: 'duplicate', networkId: found.networkId });
  if (!found.agreed) {
    throw new InvalidStateError(refusal('duplicates.notAgreed'));
  }
  const { one, other, isOne } = found;
  return isOne ? { ownId: one, foreignId: other } : { ownId: other, foreignId: one };
}

interface Row {
  readonly networkId: string;
  readonly agreed: boolean;
  readonly isOne: boolean;
  readonly one: string;
  readonly other: string;
}
