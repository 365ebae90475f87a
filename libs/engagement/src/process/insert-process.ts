import type { Transaction } from '#database';
import { changeRecord, type ChangeRecord } from '#identity';
import { uuidv7 } from 'uuidv7';
import { slugOf } from '../slug-of.js';
import { type PeaceProcessDraft, trimmedProcess } from './peace-process-draft.js';
import { PeaceProcessEntity } from './peace-process.entity.js';

/**
 * Writes a process down that was checked: one of an organization, or a common one. Returns its id and what the audit
 * log is to be told.
 */
export async function insertProcess(
  tx: Transaction,
  draft: PeaceProcessDraft,
  organizationId: string | null,
): Promise<{ id: string; audit: ChangeRecord }> {
  const id = uuidv7();
  const process = trimmedProcess(draft);
  const made = { ...process, id, slug: slugOf(process.name, id), organizationId };
  await tx.manager.insert(PeaceProcessEntity, made);
  return { id, audit: changeRecord('peace-process.create', 'peace-process', null, made) };
}
