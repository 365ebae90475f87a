import type { Transaction } from '#database';
import { changeRecord, type ChangeRecord, hidden, type Viewer } from '#identity';
import { ConflictError, type Noun } from '#kernel';
import { refusal } from '#messages';
import type { DeepPartial, EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** A row that people edit. */
interface Row {
  id: string;
  revision: number;
}

/** Which row is changed, as the editor saw it. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

/**
 * The row, locked until the transaction ends.
 *
 * @param seen null where a new one is written: then there is none
 * @param where what else must be true of it; a row that is otherwise is as unknown as one that is not there
 * @throws NotFoundError or NotPermittedError; ConflictError if somebody has changed it since
 */
export async function lockedRow<E extends Row>(
  tx: Transaction,
  viewer: Viewer,
  entity: EntityTarget<E>,
  what: Noun,
  seen: Seen | null,
  where: FindOptionsWhere<E>,
): Promise<E | null> {
  if (seen === null) return null;
  const held = await tx.manager.findOne(entity, {
    where: { ...where, id: seen.id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!held) throw hidden(viewer, what);
  if (held.revision !== seen.revision) {
    throw new ConflictError(refusal('wps.changed'));
  }
  return held;
}

/**
 * Writes a row anew, or changes the one that is held.
 *
 * @param kind of the subject, as the audit log names it
 * @returns the row as it is now, and what the log is to be told
 */
export async function writeRow<E extends Row>(
  tx: Transaction,
  entity: EntityTarget<E>,
  kind: string,
  held: E | null,
  columns: Omit<DeepPartial<E>, 'id' | 'revision'>,
  step = held ? 'edit' : 'create',
): Promise<{ readonly after: E; readonly record: ChangeRecord }> {
  const id = held?.id ?? uuidv7();
  const where = { id } as FindOptionsWhere<E>;
  const values = { ...columns, id, revision: (held?.revision ?? 0) + 1 };
  const row = values as unknown as QueryDeepPartialEntity<E>;
  if (held) await tx.manager.update(entity, where, row);
  else await tx.manager.insert(entity, row);
  const after = await tx.manager.findOneByOrFail(entity, where);
  return { after, record: changeRecord(`${kind}.${step}`, kind, held, after) };
}
