import type { Database, Transaction } from '#database';
import {
  fingerprintOf,
  keyOf,
  type ImportObserver,
  type NetworkRecord,
  type RawRow,
  type RowOutcome,
  type RowPlace,
  type Write,
  type WrittenRow,
} from '#directory';
import { storableJson } from '#kernel';
import { problem } from '#messages';
import type { Vault } from '#vault';
import type { RowStatus } from './import-steps.js';
import { fieldsOf } from './check-rows.js';
import { refuseIfShut } from './not-shut.js';
import { PlaceKeys } from './place-keys.js';
import { SEALED_PART, SEALED_REJECTS, SealedValues } from './sealed.js';
import type { UndoContent } from './staged-content.js';
import type { StagedImportEntity } from './staged-import.entity.js';

interface PlannedRow {
  readonly id: string;
  /** As `PlaceKeys` has it. */
  readonly sheet: string;
  readonly row: number;
  readonly status: RowStatus;
  readonly basis: string | null;
}

const SELECT_PLANNED = `SELECT s.id, s.sheet, s.row, s.status, s.basis FROM staged_row s
  JOIN json_to_recordset($2) AS r(sheet text, row int) ON r.row = s.row AND r.sheet = s.sheet
  WHERE s.import_id = $1`;

const CONFLICT = problem('staged.conflict');

/**
 * Follows an import that is applied: lets through what is still as the preview showed it, and keeps with each row how
 * to undo it, in the transaction that writes it.
 */
export class AppliedRows implements ImportObserver {
  private readonly keys: PlaceKeys;
  private count = 0;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly staged: Pick<StagedImportEntity, 'id' | 'networkId' | 'appliedBy'>,
    private readonly onProgress: (rows: number) => Promise<void>,
  ) {
    this.keys = new PlaceKeys(vault, staged.id);
  }

  async read(rows: readonly RawRow[]): Promise<void> {
    this.count += rows.length;
    await this.onProgress(this.count);
  }

  /**
   * Rows that nothing is written of, though the preview said so: what they say is there already, or not accepted now. Of
   * these, what was wrong takes the place of what the preview showed, which no longer holds.
   */
  async told(outcomes: readonly RowOutcome[]): Promise<void> {
    const others = outcomes.filter(({ kind }) => kind === 'unchanged' || kind === 'rejected');
    if (others.length === 0) return;
    await this.database.transaction(async (tx) => {
      const planned = await this.planned(tx, others);
      const sealed = await SealedValues.begin(this.vault, tx, 'staged_row');
      const now = others.flatMap((outcome) => {
        const row = planned.get(keyOf(outcome));
        if (row?.status !== 'new' && row?.status !== 'changed') return [];
        const { id } = row;
        const { kind: status } = outcome;
        const rejects = outcome.kind === 'rejected' ? outcome.rejects : [];
        const wrong = status === 'rejected' ? sealed.addRejects(id, rejects) : {};
        return [{ id, status, wrong_fields: fieldsOf(rejects), ...wrong }];
      });
      await tx.query(
        `UPDATE staged_row s SET status = r.status, wrong_fields = ARRAY(SELECT json_array_elements_text(r.wrong_fields)),
           publishes = false, ends_consent = false, rejects = ${SEALED_REJECTS},
           sealed = CASE r.status WHEN 'rejected' THEN NULL ELSE s.sealed END,
           key_id = CASE r.status WHEN 'rejected' THEN r.key_id ELSE s.key_id END
         FROM json_to_recordset($1) AS r(id uuid, status text, wrong_fields json, key_id smallint, rejects_at int,
           rejects_bytes int)
         WHERE s.id = r.id`,
        [storableJson(now), sealed.bytes],
      );
    });
  }

  async admit(
    tx: Transaction,
    writes: readonly Write[],
    records: ReadonlyMap<string, NetworkRecord>,
  ): Promise<readonly Write[]> {
    await refuseIfShut(tx, this.staged);
    const planned = await this.planned(tx, writes);
    const isAsShown = (write: Write): boolean => {
      const row = planned.get(keyOf(write));
      if (row?.status === 'new') return write.isNew;
      const record = records.get(write.id);
      return (
        row?.status === 'changed' && record !== undefined && fingerprintOf(tx, record) === row.basis
      );
    };
    const others = writes.flatMap((write) => {
      const row = planned.get(keyOf(write));
      // One that was applied before this job was begun again stays what it is.
      const isApplied = row?.status === 'created' || row?.status === 'updated';
      return row && !isApplied && !isAsShown(write) ? [row.id] : [];
    });
    await tx.query(
      `UPDATE staged_row SET status = 'conflict', problem = $2, publishes = false, ends_consent = false
       WHERE id = ANY($1::uuid[])`,
      [others, storableJson(CONFLICT)],
    );
    return writes.filter(isAsShown);
  }

  async written(tx: Transaction, rows: readonly WrittenRow[]): Promise<void> {
    if (rows.length === 0) return;
    const planned = await this.planned(tx, rows);
    const sealed = await SealedValues.begin(this.vault, tx, 'staged_row');
    const done = rows.flatMap((written) => {
      const row = planned.get(keyOf(written));
      if (!row) return [];
      const { before, after, mediatorId } = written;
      const content: UndoContent = { before };
      return [
        {
          id: row.id,
          status: before === null ? 'created' : 'updated',
          mediator_id: mediatorId,
          basis: fingerprintOf(tx, after),
          ...sealed.add(row.id, content),
        },
      ];
    });
    await tx.query(
      `UPDATE staged_row s SET status = r.status, mediator_id = r.mediator_id, basis = r.basis, key_id = r.key_id,
         sealed = ${SEALED_PART}
       FROM json_to_recordset($1) AS r(id uuid, status text, mediator_id uuid, basis text, key_id smallint, sealed_at int,
         sealed_bytes int)
       WHERE s.id = r.id`,
      [storableJson(done), sealed.bytes],
    );
  }

  private async planned(
    tx: Transaction,
    places: readonly RowPlace[],
  ): Promise<Map<string, PlannedRow>> {
    const keyed = new Map(
      places.map((place) => {
        const { row, sheet } = place;
        return [keyOf({ row, sheet: this.keys.sheet(sheet) }), keyOf(place)] as const;
      }),
    );
    const wanted = places.map(({ row, sheet }) => ({ row, sheet: this.keys.sheet(sheet) }));
    const rows = await tx.query<PlannedRow>(SELECT_PLANNED, [
      this.staged.id,
      JSON.stringify(wanted),
    ]);
    return new Map(rows.map((row) => [keyed.get(keyOf(row)) ?? '', row]));
  }
}
