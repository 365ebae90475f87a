import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { refusal } from '#messages';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import {
  characterCount,
  ConflictError,
  dayOf,
  InvalidInputError,
  isStorable,
  NotFoundError,
  throwIfProblems,
} from '#kernel';
import { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { mergeAssertions } from '../assertion/merge-assertions.js';
import { sourcesIn, type Sourced } from '../assertion/sources-of.js';
import type { Experience } from '../fields/field-values.js';
import type { StatedField } from '../fields/stated.js';
import { changedStatement, type ProfileChanges } from './check-changes.js';
import { ERASED_NUMBER, ErasedKeys } from '../erased/erased-keys.js';
import { createProfile, newProfileProblems } from './create-profile.js';
import { lockedRecord, dataSourceOf } from './locked-record.js';
import { applyProfileEdit } from './apply-profile-edit.js';
import { foldExternalId } from '../mediator/external-id.js';

/** A woman whom no import brought. */
export interface NewProfile {
  readonly networkId: string;
  /** Her number in the network's own list; null makes one. */
  readonly externalId: string | null;
  readonly changes: ProfileChanges;
}

const LONGEST_NOTE = 4_000;

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
    throwIfProblems(newProfileProblems(statement, externalId));
    const written = externalId?.trim() ?? '';
    const number = written === '' ? null : foldExternalId(written);
    return this.database.transaction(async (tx) => {
      const made = { networkId, externalId: number, statement, step: 'create' } as const;
      const id = await createProfile(tx, viewer, { ...made, by: viewer.name });
      if (number !== null) await this.checkErased(tx, networkId, [number, written]);
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

  /**
   * Brings back all that the viewer's source said before a change: what that change and later ones of the same source
   * did is undone, as a new word of the source. What others stated stays.
   *
   * @throws NotFoundError, NotPermittedError, InvalidInputError
   */
  async revertSince(
    viewer: Viewer,
    id: string,
    changeId: string,
    networkId: string | null = null,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const own = viewer.mediatorId !== null && networkId === null;
      const record = await lockedRecord(tx, viewer, id, own ? 'edit' : 'revert');
      const { key } = dataSourceOf(viewer, record, networkId);
      const undone = await tx.query<{ field: StatedField; before: unknown }>(
        `SELECT DISTINCT ON (c.field) c.field, c.before FROM profile_field_change c
         JOIN mediator m ON m.id = c.mediator_id
         JOIN profile_field_change since ON since.id = $1 AND since.mediator_id = c.mediator_id
         WHERE (m.id = $2 OR m.merged_into = $2) AND c.source = $3 AND since.source = $3
           AND c.changed_at >= since.changed_at ORDER BY c.field, c.changed_at, c.id`,
        [changeId, record.id, key],
      );
      if (undone.length === 0) throw new NotFoundError('changeOfSource');
      const before = Object.fromEntries(undone.map((change) => [change.field, change.before]));
      return this.say(tx, viewer, record, before, networkId, 'profile.revert');
    });
  }

  /**
   * Adds a deployment to those that her profile names, as a word of the viewer's source, in the transaction of whoever
   * knows of it. Returns the new revision.
   *
   * @throws NotFoundError, NotPermittedError, InvalidInputError
   */
  async addExperience(
    tx: Transaction,
    viewer: Viewer,
    id: string,
    entry: Experience,
    networkId: string | null = null,
  ): Promise<number> {
    const record = await lockedRecord(tx, viewer, id, 'edit');
    // What a source states of a field stands for all of it, so what others state comes with it.
    const { experience = [] } = mergeAssertions(sourcesIn(record)).profile;
    const changes = { experience: [...experience, entry] };
    return this.say(tx, viewer, record, changes, networkId, 'profile.edit');
  }

  /** Adds a note that her curators alone see. @throws NotFoundError, NotPermittedError, InvalidInputError */
  async addNote(viewer: Viewer, id: string, text: string): Promise<void> {
    const note = checkedNote(text);
    if (note === null) {
      throw new InvalidInputError([
        { path: 'text', code: 'MISSING', message: refusal('profiles.noteSays') },
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
    if (erased.size > 0) throw new ConflictError(ERASED_NUMBER);
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
    const message = refusal('profiles.noteMost', { most: LONGEST_NOTE });
    throw new InvalidInputError([{ path, code: 'TOO_LONG', message }]);
  }
  return note || null;
}

function changedMeanwhile(): ConflictError {
  return new ConflictError(refusal('profiles.changed'));
}
