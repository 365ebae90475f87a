import { pipeline, Recordset, type SqlStatement, type Transaction } from '#database';
import { uuidv7 } from 'uuidv7';
import type { SourceKey } from '../assertion/merge-assertions.js';
import type { StatedField } from '../fields/stated.js';
import { changedFields, type Statement } from '../assertion/statement.js';
import type { ProfileState } from '../fields/closed-lists.js';
import type { Step } from './states.js';

/** A row of `profile_field_change`. */
export interface ChangeRow {
  readonly id: string;
  readonly mediator_id: string;
  readonly revision: number;
  readonly field: StatedField;
  readonly before: unknown;
  readonly after: unknown;
  readonly source: SourceKey;
  readonly changed_by: string;
}

/** A row of `profile_step`. */
export interface StepRow {
  readonly id: string;
  readonly mediator_id: string;
  readonly step: string;
  readonly state_before: ProfileState | null;
  readonly state_after: ProfileState;
  readonly network_id: string | null;
  readonly herself: boolean;
  readonly note: string | null;
  readonly made_by: string;
}

/** What a row of `profile_import` has of its own. */
export interface ImportRow {
  readonly id: string;
  readonly mediator_id: string;
  readonly row: number;
}

/** What rows of `profile_import` share that come from one import. */
export interface ImportOfRows {
  readonly networkId: string;
  readonly importId: string;
  readonly fileName: string | null;
  readonly by: string;
}

/** What a source says otherwise than before, field by field. */
export function changesBetween(
  before: Statement,
  after: Statement,
  of: {
    readonly mediatorId: string;
    /** The profile's revision that says it. */
    readonly revision: number;
    readonly source: SourceKey;
    readonly by: string;
  },
): ChangeRow[] {
  return changedFields(before, after).map((field) => ({
    id: uuidv7(),
    mediator_id: of.mediatorId,
    revision: of.revision,
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
    source: of.source,
    changed_by: of.by,
  }));
}

export function stepRow(of: {
  readonly mediatorId: string;
  readonly step:
    | Step
    | 'create'
    | 'apply'
    | 'import'
    | 'undo-import'
    | 'edit'
    | 'merge'
    | 'unmerge'
    | 'end-affiliation';
  readonly before: ProfileState | null;
  readonly after: ProfileState;
  readonly by: string;
  readonly networkId?: string | null;
  readonly herself?: boolean;
  readonly note?: string | null;
}): StepRow {
  return {
    id: uuidv7(),
    mediator_id: of.mediatorId,
    step: of.step,
    state_before: of.before,
    state_after: of.after,
    network_id: of.networkId ?? null,
    herself: of.herself ?? false,
    note: of.note ?? null,
    made_by: of.by,
  };
}

const CHANGES = new Recordset({
  id: 'uuid',
  mediator_id: 'uuid',
  revision: 'int',
  field: 'text',
  before: 'jsonb',
  after: 'jsonb',
  source: 'text',
  changed_by: 'text',
} satisfies Record<keyof ChangeRow, string>);
const STEPS = new Recordset({
  id: 'uuid',
  mediator_id: 'uuid',
  step: 'text',
  state_before: 'text',
  state_after: 'text',
  network_id: 'uuid',
  herself: 'boolean',
  note: 'text',
  made_by: 'text',
} satisfies Record<keyof StepRow, string>);
const IMPORTS = new Recordset({ id: 'uuid', mediator_id: 'uuid', row: 'int' }, 5);

export async function recordChanges(
  tx: Pick<Transaction, 'query'>,
  rows: readonly ChangeRow[],
): Promise<void> {
  await pipeline(tx, changeStatements(rows));
}

export async function recordSteps(
  tx: Pick<Transaction, 'query'>,
  rows: readonly StepRow[],
): Promise<void> {
  await pipeline(tx, stepStatements(rows));
}

/** The statement of `recordChanges`; none where nothing changed. */
export function* changeStatements(rows: readonly ChangeRow[]): Generator<SqlStatement> {
  if (rows.length > 0) yield CHANGES.into('profile_field_change', rows);
}

/** The statement of `recordSteps`; none where no state changed. */
export function* stepStatements(rows: readonly StepRow[]): Generator<SqlStatement> {
  if (rows.length > 0) yield STEPS.into('profile_step', rows);
}

/** The statement that says of profiles from which row of which file they come. */
export function importStatement(
  rows: readonly ImportRow[],
  { networkId, importId, fileName, by }: ImportOfRows,
): SqlStatement {
  return [
    `INSERT INTO profile_import (id, mediator_id, network_id, import_id, file_name, row, imported_by)
SELECT r.id, r.mediator_id, $1, $2, $3, r.row, $4 FROM ${IMPORTS.from}`,
    [networkId, importId, fileName, by, ...IMPORTS.parameters(rows)],
  ];
}
