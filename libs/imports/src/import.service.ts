import { Database, listPage, type Transaction } from '#database';
import {
  checkedMapping,
  ImportRefusedError,
  isImportField,
  isOfMany,
  keyOf,
  type Mapping,
  type RowPlace,
} from '#directory';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import {
  ConflictError,
  InvalidInputError,
  InvalidStateError,
  textProblems,
  throwIfProblems,
  type InputProblem,
  type ListPage,
  type ListResult,
} from '#kernel';
import { say, type Problem } from '#messages';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { importJob } from './import-job.js';
import { remember } from './import-memory.js';
import { AT_WORK, IMPORT_STEPS, type ImportFacts } from './import-steps.js';
import { toImportView, type ImportView } from './import-view.js';
import { sealerOf } from './sealed.js';
import { StagedImportEntity } from './staged-import.entity.js';
import { visibleImport } from './visible-import.js';

/** Cells that are mended, and rows that are left out, by one call; and fixes of one import. */
const MOST_AT_ONCE = 500;
const MOST_FIXES = 20_000;
const MOST_SKIPPED = 20_000;
const LONGEST_TEXT = 10_000;
const LONGEST_VALUE = 1_000;
const MOST_VALUES = 5_000;

/** How a file is to be read: what is absent stays as it is. */
export interface ReadingChange {
  /** What columns are, by their headers; null for a column that is left out. */
  readonly columns?: Mapping['columns'];
  readonly sheets?: readonly string[];
  /** Null where the header is to be looked for. */
  readonly headerRow?: number | null;
}

/** What the file does not say. */
export interface DefaultsChange {
  /** Texts by column, for columns that are not there or empty. */
  readonly defaults?: Mapping['defaults'];
  readonly naMeans?: Mapping['naMeans'] | null;
  readonly dateOrder?: Mapping['dateOrder'] | null;
}

/** A value that is to be read as another wherever it stands in a column. */
export interface ValueFix {
  /** The canonical name of the column. */
  readonly field: string;
  readonly value: string;
  /** Null takes an earlier fix back. */
  readonly means: string | null;
}

/** A cell that is written anew. */
export interface CellFix extends RowPlace {
  readonly header: string;
  /** Which of the columns of that header, from 1. */
  readonly nth: number;
  /** Null takes an earlier fix back. */
  readonly text: string | null;
}

/** Imports of a network, for its coordinators. Each change asks for the revision that was read, and has the file checked anew. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** @throws NotPermittedError, NotFoundError */
  async byId(viewer: Viewer, id: string): Promise<ImportView> {
    return toImportView(this.vault, viewer, await visibleImport(this.database.manager, viewer, id));
  }

  /** Imports of a network, the oldest first. @throws NotPermittedError */
  async list(viewer: Viewer, networkId: string, page: ListPage): Promise<ListResult<ImportView>> {
    authorise(viewer, 'read', { kind: 'import', networkId });
    const repository = this.database.manager.getRepository(StagedImportEntity);
    const where = { networkId, state: Not('receiving' as const) };
    const result = await listPage(repository, 'id', { where }, page);
    const items = await Promise.all(
      result.items.map((one) => toImportView(this.vault, viewer, one)),
    );
    return { ...result, items };
  }

  /** @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError, InvalidInputError */
  async setReading(
    viewer: Viewer,
    id: string,
    revision: number,
    { columns, sheets, headerRow }: ReadingChange,
  ): Promise<ImportView> {
    return this.edit(viewer, id, revision, async (_tx, staged) => {
      const { mapping } = staged;
      const changed = {
        ...mapping,
        columns: columns ?? mapping.columns,
        headerRow: headerRow === undefined ? mapping.headerRow : (headerRow ?? undefined),
      };
      return {
        mapping: checked(changed, 'columns'),
        ...(sheets && { sheets: [...sheets] }),
        remembered: false,
      };
    });
  }

  /** @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError, InvalidInputError */
  async setDefaults(
    viewer: Viewer,
    id: string,
    revision: number,
    { defaults, naMeans, dateOrder }: DefaultsChange,
  ): Promise<ImportView> {
    return this.edit(viewer, id, revision, async (_tx, { mapping }) => ({
      mapping: checked(
        {
          ...mapping,
          defaults: defaults ?? mapping.defaults,
          naMeans: naMeans === undefined ? mapping.naMeans : (naMeans ?? undefined),
          dateOrder: dateOrder === undefined ? mapping.dateOrder : (dateOrder ?? undefined),
        },
        'defaults',
      ),
      remembered: false,
    }));
  }

  /** One wrong value everywhere. @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError, InvalidInputError */
  async fixValues(
    viewer: Viewer,
    id: string,
    revision: number,
    fixes: readonly ValueFix[],
  ): Promise<ImportView> {
    throwIfProblems([...tooMany('fixes', fixes), ...fixes.flatMap(valueProblems)]);
    return this.edit(viewer, id, revision, async (_tx, { mapping }) => {
      const values: Record<string, Record<string, string>> = structuredClone({
        ...mapping.values,
      });
      for (const { field, value, means } of fixes) {
        const of = (values[field] ??= {});
        if (means === null) delete of[value];
        else of[value] = means;
      }
      const count = Object.values(values).flatMap(Object.keys).length;
      throwIfProblems(count > MOST_VALUES ? [tooManyOf('fixes', MOST_VALUES)] : []);
      return { mapping: checked({ ...mapping, values }, 'fixes') };
    });
  }

  /** Cells of single rows. @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError, InvalidInputError */
  async fixCells(
    viewer: Viewer,
    id: string,
    revision: number,
    fixes: readonly CellFix[],
  ): Promise<ImportView> {
    throwIfProblems([...tooMany('fixes', fixes), ...fixes.flatMap(cellProblems)]);
    return this.edit(viewer, id, revision, async (tx) => {
      const seal = await sealerOf(this.vault, tx, 'staged_fix');
      const places = fixes.map(({ sheet = '', row, header, nth }) => ({ sheet, row, header, nth }));
      await tx.query(
        `DELETE FROM staged_fix f USING json_to_recordset($2) AS r(sheet text, row int, header text, nth int)
         WHERE f.import_id = $1 AND f.sheet = r.sheet AND f.row = r.row AND f.header = r.header AND f.nth = r.nth`,
        [id, JSON.stringify(places)],
      );
      const rows = fixes.flatMap(({ text }, i) => {
        const fixId = uuidv7();
        return text === null ? [] : [{ id: fixId, ...places[i], ...seal(fixId, text) }];
      });
      await tx.query(
        `INSERT INTO staged_fix (id, import_id, sheet, row, header, nth, key_id, sealed)
         SELECT id, $1, sheet, row, header, nth, key_id, sealed FROM json_to_recordset($2)
           AS r(id uuid, sheet text, row int, header text, nth int, key_id smallint, sealed bytea)
         ON CONFLICT (import_id, sheet, row, header, nth) DO UPDATE SET
           (id, key_id, sealed) = (excluded.id, excluded.key_id, excluded.sealed)`,
        [id, JSON.stringify(rows)],
      );
      const [held] = await tx.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM staged_fix WHERE import_id = $1',
        [id],
      );
      throwIfProblems((held?.count ?? 0) > MOST_FIXES ? [tooManyOf('fixes', MOST_FIXES)] : []);
      return {};
    });
  }

  /** Leaves rows out, or takes them in again. @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError, InvalidInputError */
  async skipRows(
    viewer: Viewer,
    id: string,
    revision: number,
    { rows, skip }: { readonly rows: readonly RowPlace[]; readonly skip: boolean },
  ): Promise<ImportView> {
    throwIfProblems(tooMany('rows', rows));
    return this.edit(viewer, id, revision, async (_tx, { skipped: before }) => {
      const skipped = new Set(before);
      for (const row of rows) {
        if (skip) skipped.add(keyOf(row));
        else skipped.delete(keyOf(row));
      }
      throwIfProblems(skipped.size > MOST_SKIPPED ? [tooManyOf('rows', MOST_SKIPPED)] : []);
      return { skipped: [...skipped] };
    });
  }

  /** Writes what the preview shows, in a job. @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError */
  async apply(viewer: Viewer, id: string, revision: number): Promise<ImportView> {
    return this.step(viewer, id, 'apply', revision, async (tx, staged) => remember(tx, staged));
  }

  /** Puts back what the import changed, in a job. @throws NotPermittedError, NotFoundError, InvalidStateError */
  async undo(viewer: Viewer, id: string): Promise<ImportView> {
    return this.step(viewer, id, 'undo', null, async () => undefined);
  }

  /** Removes the file and all that is kept of it; what it wrote stays. @throws NotPermittedError, NotFoundError, InvalidStateError */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const staged = await visibleImport(tx.manager, viewer, id, true);
      authorise(viewer, 'edit', { kind: 'import', networkId: staged.networkId });
      if (AT_WORK.includes(staged.state)) {
        throw new InvalidStateError('The import is at work: remove it when it has ended.');
      }
      await tx.manager.delete(StagedImportEntity, { id });
      await recordAudit(tx, viewer, [
        changeRecord('import.remove', 'import', summary(staged), null),
      ]);
    });
  }

  private async step(
    viewer: Viewer,
    id: string,
    step: 'apply' | 'undo',
    revision: number | null,
    also: (tx: Transaction, staged: StagedImportEntity) => Promise<unknown>,
  ): Promise<ImportView> {
    await this.database.transaction(async (tx) => {
      const staged = await visibleImport(tx.manager, viewer, id, true);
      authorise(viewer, IMPORT_STEPS.action(step), { kind: 'import', networkId: staged.networkId });
      if (revision !== null) refuseOther(staged, revision);
      const state = IMPORT_STEPS.take(step, staged.state, factsOf(staged));
      await also(tx, staged);
      const change = { state, appliedBy: viewer.name, progress: 0, problem: null };
      await tx.manager.update(StagedImportEntity, { id }, change);
      await tx.addJob(importJob(id));
      const after = { ...summary(staged), state };
      await recordAudit(tx, viewer, [
        changeRecord(IMPORT_STEPS.audit(step), 'import', summary(staged), after),
      ]);
    });
    return this.byId(viewer, id);
  }

  private async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    change: (
      tx: Transaction,
      staged: StagedImportEntity,
    ) => Promise<
      Partial<Pick<StagedImportEntity, 'mapping' | 'sheets' | 'skipped' | 'remembered'>>
    >,
  ): Promise<ImportView> {
    await this.database.transaction(async (tx) => {
      const staged = await visibleImport(tx.manager, viewer, id, true);
      authorise(viewer, IMPORT_STEPS.action('edit'), {
        kind: 'import',
        networkId: staged.networkId,
      });
      refuseOther(staged, revision);
      const state = IMPORT_STEPS.take('edit', staged.state, factsOf(staged));
      const changed = await change(tx, staged);
      const next = { ...changed, state, revision: revision + 1, problem: null, progress: 0 };
      // As jsonb holds it.
      await tx.manager.update(StagedImportEntity, { id }, next);
      await tx.addJob(importJob(id));
      const after = { ...summary(staged), state, revision: revision + 1 };
      await recordAudit(tx, viewer, [
        changeRecord(IMPORT_STEPS.audit('edit'), 'import', summary(staged), after),
      ]);
    });
    return this.byId(viewer, id);
  }
}

function factsOf({ appliedBy }: StagedImportEntity): ImportFacts {
  return { wasApplied: appliedBy !== null };
}

function refuseOther(staged: StagedImportEntity, revision: number): void {
  if (staged.revision === revision) return;
  throw new ConflictError('The import has changed since you read it: read it again.');
}

/** As the audit log takes its hash: it tells what was done, and nothing of the file. */
function summary({ id, networkId, state, revision }: StagedImportEntity) {
  return { id, networkId, state, revision };
}

/** A mapping that a mapping file could say. @throws InvalidInputError */
function checked(mapping: Mapping, path: string): Mapping {
  const { columns, defaults, naMeans, dateOrder, headerRow, values } = mapping;
  const file = {
    columns,
    defaults,
    ...(naMeans && { 'na-means': naMeans }),
    ...(dateOrder && { 'date-order': dateOrder }),
    ...(headerRow !== undefined && { 'header-row': headerRow }),
    values: values ?? {},
  };
  try {
    return checkedMapping(file, '');
  } catch (error) {
    if (!(error instanceof ImportRefusedError)) throw error;
    throw new InvalidInputError([{ path, code: 'UNKNOWN', message: sentence(error.problem) }]);
  }
}

function sentence(found: Problem): string {
  return say(found, 'en');
}

function tooManyOf(path: string, most: number): InputProblem {
  return { path, code: 'TOO_MANY', message: `At most ${most} are kept for one file.` };
}

function tooMany(path: string, list: readonly unknown[]): InputProblem[] {
  if (list.length >= 1 && list.length <= MOST_AT_ONCE) return [];
  return [{ path, code: 'TOO_MANY', message: `Send 1 to ${MOST_AT_ONCE} at a time.` }];
}

function valueProblems({ field, value, means }: ValueFix, i: number): InputProblem[] {
  const problems: InputProblem[] = [];
  const path = `fixes.${i}`;
  if (!isImportField(field)) {
    const message = 'There is no such column: see the table in docs/import.md.';
    problems.push({ path: `${path}.field`, code: 'UNKNOWN', message });
  } else if (!isOfMany(field)) {
    const message =
      'Names, numbers, texts and contact data are mended cell by cell: what is fixed for a whole file is remembered.';
    problems.push({ path: `${path}.field`, code: 'NOT_PERMITTED', message });
  }
  problems.push(...textProblems(`${path}.value`, value, LONGEST_VALUE, true));
  if (means !== null) problems.push(...textProblems(`${path}.means`, means, LONGEST_VALUE, false));
  return problems;
}

function cellProblems({ row, header, nth, text }: CellFix, i: number): InputProblem[] {
  const problems: InputProblem[] = [];
  const path = `fixes.${i}`;
  const isCount = (value: number) => Number.isInteger(value) && value >= 1;
  for (const [name, value] of Object.entries({ row, nth })) {
    if (isCount(value)) continue;
    const message = 'This is a whole number from 1.';
    problems.push({ path: `${path}.${name}`, code: 'OUT_OF_RANGE', message });
  }
  problems.push(...textProblems(`${path}.column`, header, LONGEST_VALUE, true));
  if (text !== null) problems.push(...textProblems(`${path}.text`, text, LONGEST_TEXT, false));
  return problems;
}
