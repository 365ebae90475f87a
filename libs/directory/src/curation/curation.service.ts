import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { say } from '#messages';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import {
  characterCount,
  ConflictError,
  dayOf,
  type InputProblem,
  InvalidInputError,
  isStorable,
  NotFoundError,
  throwIfProblems,
} from '#kernel';
import { Vault } from '#vault';
import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { derive } from '../assertion/derived-profile.js';
import type { Sourced } from '../assertion/sources-of.js';
import type { StatedField } from '../fields/stated.js';
import type { Statement } from '../assertion/statement.js';
import { writeDerived } from '../assertion/write-derived.js';
import { changedStatement, type ProfileChanges } from './check-changes.js';
import { ERASED_NUMBER, ErasedKeys } from '../erasure/erased-keys.js';
import { changesBetween, recordChanges, recordSteps, stepRow } from './history.js';
import { lockedRecord, dataSourceOf } from './locked-record.js';
import { applyProfileEdit } from './apply-profile-edit.js';
import { externalIdProblem, foldExternalId } from '../mediator/external-id.js';
import { codeNameProblem } from '../pseudonym/code-name.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** A woman whom no import brought. */
export interface NewProfile {
  readonly networkId: string;
  /** Her number in the network's own list; null makes one. */
  readonly externalId: string | null;
  readonly changes: ProfileChanges;
}

const LONGEST_NOTE = 4_000;
const LONGEST_NUMBER = 200;

/** Editing profiles, each word as the word of a source: her network's, or her own. */
@Injectable()
export class CurationService {
  private readonly erasedKeys: ErasedKeys;

  constructor(
    private readonly database: Database,
    vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.erasedKeys = new ErasedKeys(vault);
  }

  /**
   * Makes a draft by hand. Returns its id.
   *
   * @throws NotFoundError for a network that is not the viewer's, InvalidInputError; ConflictError for a number
   * that the network has given already, or that was an erased woman's
   */
  async create(viewer: Viewer, { networkId, externalId, changes }: NewProfile): Promise<string> {
    const subject = { kind: 'profile', mediatorId: null, networkIds: [networkId] } as const;
    authorise(viewer, 'create', subject);
    const given = changedStatement({}, changes, this.today());
    const { fullName } = given;
    const statement = { ...given, displayName: given.displayName ?? fullName };
    checkNew(statement, externalId);
    const written = externalId?.trim() ?? '';
    const number = written === '' ? null : foldExternalId(written);
    return this.database.transaction(async (tx) => {
      // Random: her id must not tell when she came.
      const id = randomUUID();
      const her = { id, isNew: true, state: 'draft' } as const;
      const derived = derive(her, [{ key: networkId, statement }]);
      await writeDerived(tx, [derived], `profile.create:${networkId}`);
      await join(tx, { id, networkId, externalId: number ?? id, statement });
      if (number !== null) await this.checkErased(tx, networkId, [number, written]);
      const by = viewer.name;
      await recordChanges(
        tx,
        changesBetween({}, statement, { mediatorId: id, revision: 1, source: networkId, by }),
      );
      await recordSteps(tx, [
        stepRow({ mediatorId: id, step: 'create', before: null, after: 'draft', by, networkId }),
      ]);
      await profilesChanged(tx, [id]);
      await recordAudit(tx, viewer, [
        changeRecord('profile.create', 'mediator', null, { id, ...statement }),
      ]);
      return id;
    });
  }

  /**
   * Changes what the viewer's source says of her: null takes a word back. Returns the new revision.
   *
   * @param revision the one that the editor saw
   * @param networkId for which of her networks the viewer speaks, where she has several
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidInputError
   */
  async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    changes: ProfileChanges,
    networkId: string | null = null,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const record = await lockedRecord(tx, viewer, id, 'edit');
      if (record.revision !== revision) throw changedMeanwhile();
      return this.say(tx, viewer, record, changes, networkId, 'profile.edit');
    });
  }

  /**
   * Brings back what a field said before a change, as a new word of the viewer's source.
   *
   * @throws NotFoundError, NotPermittedError, InvalidInputError
   */
  async revert(
    viewer: Viewer,
    id: string,
    changeId: string,
    networkId: string | null = null,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const own = viewer.mediatorId !== null && networkId === null;
      const record = await lockedRecord(tx, viewer, id, own ? 'edit' : 'revert');
      const [change] = await tx.query<{ field: StatedField; before: unknown }>(
        `SELECT field, before FROM profile_field_change JOIN mediator m ON m.id = mediator_id
         WHERE profile_field_change.id = $1 AND (m.id = $2 OR m.merged_into = $2)`,
        [changeId, record.id],
      );
      if (!change) throw new NotFoundError('change');
      const changes = { [change.field]: change.before } as ProfileChanges;
      return this.say(tx, viewer, record, changes, networkId, 'profile.revert');
    });
  }

  /** Adds a note that her curators alone see. @throws NotFoundError, NotPermittedError, InvalidInputError */
  async addNote(viewer: Viewer, id: string, text: string): Promise<void> {
    const note = checkedNote(text);
    if (note === null) {
      throw new InvalidInputError([
        { path: 'text', code: 'MISSING', message: 'A note says something.' },
      ]);
    }
    await this.database.transaction(async (tx) => {
      const record = await lockedRecord(tx, viewer, id, 'annotate');
      await tx.query(
        'INSERT INTO profile_note (id, mediator_id, text, written_by) VALUES ($1, $2, $3, $4)',
        [uuidv7(), record.id, note, viewer.name],
      );
      await recordAudit(tx, viewer, [
        changeRecord('profile.annotate', 'mediator', null, { id: record.id }),
      ]);
    });
  }

  /** Asked when the number is taken: whoever had it and was erased until then is found. */
  private async checkErased(
    tx: Transaction,
    networkId: string,
    numbers: readonly string[],
  ): Promise<void> {
    const erased = await this.erasedKeys.among(tx, networkId, numbers);
    if (erased.size > 0) throw new ConflictError(say(ERASED_NUMBER, 'en'));
  }

  private async say(
    tx: Transaction,
    viewer: Viewer,
    record: Sourced,
    changes: ProfileChanges,
    networkId: string | null,
    action: string,
  ): Promise<number> {
    const source = dataSourceOf(viewer, record, networkId);
    const before = source.membership?.statement ?? record.own;
    const statement = changedStatement(before, changes, this.today());
    return applyProfileEdit(tx, viewer, record, { source, statement, action });
  }

  private today(): string {
    return dayOf(this.now());
  }
}

/** A note as it is kept; null where it says nothing. @throws InvalidInputError */
export function checkedNote(text: string | null | undefined, path = 'text'): string | null {
  const note = (text ?? '').trim();
  if (characterCount(note) > LONGEST_NOTE || !isStorable(note)) {
    const message = `A note is a plain text of at most ${LONGEST_NOTE} characters.`;
    throw new InvalidInputError([{ path, code: 'TOO_LONG', message }]);
  }
  return note || null;
}

function changedMeanwhile(): ConflictError {
  return new ConflictError('Somebody else changed the profile meanwhile: read it again.');
}

function checkNew(statement: Statement, externalId: string | null): void {
  const problems: InputProblem[] = [];
  if (statement.fullName === undefined) {
    problems.push({ path: 'fullName', code: 'MISSING', message: 'A profile names her.' });
  }
  if (statement.pseudonymous === true && statement.codeName === undefined) {
    const message = 'A pseudonymous profile needs a code name.';
    problems.push({ path: 'codeName', code: 'MISSING', message });
  }
  if (statement.pseudonymous === true && statement.codeName !== undefined) {
    const telling = codeNameProblem(statement, externalId ?? '');
    if (telling !== null) {
      problems.push({ path: 'codeName', code: 'CONTRADICTION', message: say(telling, 'en') });
    }
  }
  if (
    externalId !== null &&
    (characterCount(externalId) > LONGEST_NUMBER || externalId.includes('\0'))
  ) {
    const message = `A number has at most ${LONGEST_NUMBER} characters.`;
    problems.push({ path: 'externalId', code: 'TOO_LONG', message });
  } else if (externalId?.trim()) {
    const problem = externalIdProblem(externalId.trim());
    if (problem) {
      const message = say(problem.reason, 'en');
      problems.push({ path: 'externalId', code: 'MALFORMED', message });
    }
  }
  throwIfProblems(problems);
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
    throw new ConflictError('The network lists a woman under this number already.');
  }
}
