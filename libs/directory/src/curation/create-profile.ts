import { randomUUID } from 'node:crypto';
import type { Transaction } from '#database';
import { changeRecord, recordAudit, type Viewer } from '#identity';
import { characterCount, ConflictError, type InputProblem } from '#kernel';
import { refusal } from '#messages';
import { uuidv7 } from 'uuidv7';
import { derive } from '../assertion/derived-profile.js';
import type { Statement } from '../assertion/statement.js';
import { writeDerived } from '../assertion/write-derived.js';
import { externalIdProblem } from '../mediator/external-id.js';
import { codeNameProblem } from '../pseudonym/code-name.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';
import type { ProfileChanges } from './check-changes.js';
import { changesBetween, recordChanges, recordSteps, stepRow } from './history.js';

/** A profile that no import brings, checked. */
export interface CreatedProfile {
  readonly networkId: string;
  /** Her number in the network's own list; null makes one. */
  readonly externalId: string | null;
  readonly statement: Statement;
  /** How it comes about: a curator writes it, or she has applied herself. */
  readonly step: 'create' | 'apply';
  /** Opaque name of whoever wrote what it says. */
  readonly by: string;
}

const LONGEST_NUMBER = 200;

/**
 * Writes a draft that the network states and lists. Gives its id.
 *
 * @throws ConflictError for a number that the network has given already
 */
export async function createProfile(
  tx: Transaction,
  viewer: Viewer,
  { networkId, externalId, statement, step, by }: CreatedProfile,
): Promise<string> {
  // Random: her id must not tell when she came.
  const id = randomUUID();
  const her = { id, isNew: true, state: 'draft' } as const;
  const derived = derive(her, [{ key: networkId, statement }]);
  await writeDerived(tx, [derived], `profile.${step}:${networkId}`);
  await join(tx, { id, networkId, externalId: externalId ?? id, statement });
  await recordChanges(
    tx,
    changesBetween({}, statement, { mediatorId: id, revision: 1, source: networkId, by }),
  );
  const herself = step === 'apply';
  await recordSteps(tx, [
    stepRow({ mediatorId: id, step, before: null, after: 'draft', by, networkId, herself }),
  ]);
  await profilesChanged(tx, [id]);
  await recordAudit(tx, viewer, [
    changeRecord(`profile.${step}`, 'mediator', null, { id, ...statement }),
  ]);
  return id;
}

/** What a profile must say from its first day: a name, a code name where it hides hers, a number that can be read. */
export function newProfileProblems(
  statement: ProfileChanges,
  externalId: string | null,
): InputProblem[] {
  const problems: InputProblem[] = [];
  if (!statement.fullName) {
    problems.push({ path: 'fullName', code: 'MISSING', message: refusal('profiles.namesHer') });
  }
  if (statement.pseudonymous === true && !statement.codeName) {
    const message = refusal('profiles.needsCodeName');
    problems.push({ path: 'codeName', code: 'MISSING', message });
  }
  if (statement.pseudonymous === true && statement.codeName) {
    const { codeName, fullName, displayName } = statement;
    const nameVariants = statement.nameVariants ?? [];
    const names = { codeName, fullName, displayName, nameVariants };
    const telling = codeNameProblem(names, externalId ?? '');
    if (telling !== null) {
      problems.push({ path: 'codeName', code: 'CONTRADICTION', message: telling });
    }
  }
  if (
    externalId !== null &&
    (characterCount(externalId) > LONGEST_NUMBER || externalId.includes('\0'))
  ) {
    const message = refusal('profiles.numberMost', { most: LONGEST_NUMBER });
    problems.push({ path: 'externalId', code: 'TOO_LONG', message });
  } else if (externalId?.trim()) {
    const problem = externalIdProblem(externalId.trim());
    if (problem) {
      const message = problem.reason;
      problems.push({ path: 'externalId', code: 'MALFORMED', message });
    }
  }
  return problems;
}

interface NewMembership {
  readonly id: string;
  readonly networkId: string;
  readonly externalId: string;
  readonly statement: Statement;
}

async function join(
  tx: Transaction,
  { id, networkId, externalId, statement }: NewMembership,
): Promise<void> {
  const added = await tx.query(
    `INSERT INTO affiliation (id, mediator_id, network_id, external_id, asserted, asserted_at)
     VALUES ($1, $2, $3, $4, $5, now()) ON CONFLICT (network_id, external_id) DO NOTHING RETURNING id`,
    [uuidv7(), id, networkId, externalId, JSON.stringify(statement)],
  );
  if (added.length === 0) {
    throw new ConflictError(refusal('profiles.numberTaken'));
  }
}
