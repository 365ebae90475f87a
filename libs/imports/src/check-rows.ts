import type { Database, Transaction } from '#database';
import {
  keyOf,
  SELECT_KEPT,
  type ImportObserver,
  type RawRow,
  type Reject,
  type RowOutcome,
} from '#directory';
import { storableJson } from '#kernel';
import type { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import { keepCurrent, type Begun } from './current-import.js';
import { PlaceKeys } from './place-keys.js';
import type { RowStatus } from './import-steps.js';
import {
  SEALED_PART,
  SEALED_REJECTS,
  SealedValues,
  type SealedPart,
  type SealedRejects,
} from './sealed.js';
import { packed, type StagedContent } from './staged-content.js';
import { UnknownValues } from './unknown-values.js';

interface Waiting {
  readonly ordinal: number;
  readonly row: RawRow;
}

/** A row of `staged_row` as `json_to_recordset` reads it. */
interface NewRow extends SealedPart, Partial<Omit<SealedRejects, 'key_id'>> {
  readonly id: string;
  readonly ordinal: number;
  /** As `PlaceKeys` has it. */
  readonly sheet: string;
  readonly row: number;
  readonly status: RowStatus;
  readonly mediator_id: string | null;
  readonly wrong_fields: readonly string[];
  readonly basis: string | null;
  readonly publishes: boolean;
  readonly ends_consent: boolean;
}

const INSERT = `
INSERT INTO staged_row (id, import_id, ordinal, sheet, row, status, mediator_id, key_id, sealed, rejects, wrong_fields,
  basis, publishes, ends_consent)
SELECT id, $3, ordinal, sheet, row, status, (SELECT k.id FROM (${SELECT_KEPT}) k WHERE k.id = r.mediator_id), key_id,
  ${SEALED_PART}, ${SEALED_REJECTS}, ARRAY(SELECT json_array_elements_text(wrong_fields)), basis, publishes, ends_consent
FROM json_to_recordset($1) AS r(id uuid, ordinal int, sheet text, row int, status text, mediator_id uuid,
  key_id smallint, sealed_at int, sealed_bytes int, rejects_at int, rejects_bytes int, wrong_fields json, basis text,
  publishes boolean, ends_consent boolean)`;

/** Rows that are written in one transaction. */
const BATCH = 500;

/** Follows an import that writes nothing, and keeps of each row what it would do. */
export class CheckedRows implements ImportObserver {
  readonly values = new UnknownValues();
  private readonly waiting = new Map<string, Waiting>();
  private readonly left = new Map<string, Waiting>();
  private readonly keys: PlaceKeys;
  private count = 0;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly begun: Begun,
    /** Told how many rows have been read; throws where the work shall end. */
    private readonly onProgress: (rows: number) => Promise<void>,
  ) {
    this.keys = new PlaceKeys(vault, begun.id);
  }

  /** A row that is left out, each time the file is read. */
  skip(row: RawRow): void {
    this.left.set(placeOf(row), { ordinal: -1, row });
  }

  async read(rows: readonly RawRow[]): Promise<void> {
    for (const row of rows) this.waiting.set(placeOf(row), { ordinal: this.count++, row });
    await this.onProgress(this.count);
  }

  async told(outcomes: readonly RowOutcome[]): Promise<void> {
    await this.write(outcomes.flatMap((outcome) => this.taken(outcome)));
  }

  /** To be called when all rows have been read: those that were left out are kept too, to be taken in again. */
  async end(): Promise<void> {
    const rows = [...this.left.values()];
    for (let i = 0; i < rows.length; i += BATCH) {
      await this.write(
        rows.slice(i, i + BATCH).map(({ row }) => ({
          waiting: { ordinal: this.count++, row },
          status: 'skipped' as const,
          outcome: null,
        })),
      );
    }
  }

  async admit(): Promise<never> {
    throw new Error('A check writes nothing.');
  }

  async written(): Promise<never> {
    throw new Error('A check writes nothing.');
  }

  private taken(outcome: RowOutcome) {
    const key = keyOf(outcome);
    const waiting = this.waiting.get(key);
    if (!waiting) return [];
    this.waiting.delete(key);
    if (outcome.kind === 'rejected') for (const reject of outcome.rejects) this.values.add(reject);
    return [{ waiting, status: outcome.kind, outcome }];
  }

  private async write(
    rows: readonly {
      readonly waiting: Waiting;
      readonly status: RowStatus;
      readonly outcome: RowOutcome | null;
    }[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.database.transaction(async (tx) => {
      await keepCurrent(tx, this.begun);
      const sealed = await SealedValues.begin(this.vault, tx, 'staged_row');
      const all = rows.map(({ waiting, status, outcome }): NewRow => {
        const { row, ordinal } = waiting;
        const id = uuidv7();
        const rejects = outcome?.kind === 'rejected' ? outcome.rejects : [];
        const isErased = outcome?.kind === 'rejected' && outcome.isErased === true;
        return {
          id,
          ordinal,
          sheet: this.keys.sheet(row.sheet),
          row: row.number,
          status,
          ...factsOf(outcome),
          wrong_fields: fieldsOf(rejects),
          ...(isErased ? SealedValues.NONE : sealed.add(id, packed(contentOf(row, outcome)))),
          ...(rejects.length > 0 && sealed.addRejects(id, rejects)),
        };
      });
      await tx.query(INSERT, [storableJson(all), sealed.bytes, this.begun.id]);
    });
  }
}

function contentOf(row: RawRow, outcome: RowOutcome | null): StagedContent {
  return {
    cells: row.cells,
    read: outcome && 'read' in outcome ? outcome.read : null,
    effect: outcome && 'effect' in outcome ? outcome.effect : null,
  };
}

function factsOf(
  outcome: RowOutcome | null,
): Pick<NewRow, 'mediator_id' | 'basis' | 'publishes' | 'ends_consent'> {
  const nothing = {
    mediator_id: null,
    basis: null,
    publishes: false,
    ends_consent: false,
  };
  if (outcome === null || outcome.kind === 'joined' || outcome.kind === 'rejected') return nothing;
  if (outcome.kind === 'unchanged') return { ...nothing, mediator_id: outcome.mediatorId };
  const { mediatorId, basis, state, consents, reasons } = outcome.effect;
  return {
    mediator_id: mediatorId,
    basis,
    publishes: state.after === 'published' && reasons.length === 0,
    ends_consent: consents.ended.length > 0,
  };
}

/** The columns in which something is wrong, each once. */
export function fieldsOf(rejects: readonly Reject[]): string[] {
  return [...new Set(rejects.flatMap(({ field }) => field ?? []))];
}

function placeOf({ number: row, sheet }: RawRow): string {
  return keyOf({ row, sheet });
}

/** Forgets what was found of the rows of an import, before they are checked anew. */
export async function forgetRows(tx: Pick<Transaction, 'query'>, importId: string): Promise<void> {
  await tx.query('DELETE FROM staged_row WHERE import_id = $1', [importId]);
}
