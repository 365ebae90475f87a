import { Database, listPage, type Transaction } from '#database';
import { ALL_SHEETS, type RowPlace } from '#directory';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import {
  ConflictError,
  InvalidStateError,
  NotFoundError,
  throwIfProblems,
  type ListPage,
  type ListResult,
} from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import {
  cellProblems,
  checked,
  columnProblems,
  defaultProblems,
  placeProblems,
  sheetProblems,
  tooMany,
  tooManyOf,
  valueProblems,
} from './edit-problems.js';
import type { CellFix, DefaultsChange, ReadingChange, ValueFix } from './edits.js';
import { placeKey, type KeptFix } from './fixes.js';
import {
  changeImport,
  openImport,
  type FileReading,
  type ImportContent,
} from './import-content.js';
import { importJob } from './import-job.js';
import { remember } from './import-memory.js';
import { AT_WORK, IMPORT_STEPS, type ImportFacts } from './import-steps.js';
import { toImportView, type ImportView } from './import-view.js';
import { PlaceKeys } from './place-keys.js';
import { sealerOf } from './sealed.js';
import { StagedImportEntity } from './staged-import.entity.js';
import { visibleImport } from './visible-import.js';

/** Fixes of one import. */
const MOST_FIXES = 20_000;
const MOST_SKIPPED = 20_000;
const MOST_VALUES = 5_000;

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
    throwIfProblems([...columnProblems(columns ?? []), ...sheetProblems(sheets ?? [])]);
    return this.edit(viewer, id, revision, async (_tx, { reading }) => {
      const { mapping } = reading;
      const changed = {
        ...mapping,
        columns: columns
          ? Object.fromEntries(columns.map(({ header, column }) => [header, column]))
          : mapping.columns,
        headerRow: headerRow === undefined ? mapping.headerRow : (headerRow ?? undefined),
      };
      return {
        reading: { ...reading, mapping: checked(changed, 'columns'), ...(sheets && { sheets }) },
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
    throwIfProblems(defaultProblems(defaults ?? []));
    return this.edit(viewer, id, revision, async (_tx, { reading }) => {
      const { mapping } = reading;
      const changed = {
        ...mapping,
        defaults: defaults
          ? Object.fromEntries(defaults.map(({ column, text }) => [column, text]))
          : mapping.defaults,
        naMeans: naMeans === undefined ? mapping.naMeans : (naMeans ?? undefined),
        dateOrder: dateOrder === undefined ? mapping.dateOrder : (dateOrder ?? undefined),
      };
      return { reading: { ...reading, mapping: checked(changed, 'defaults') }, remembered: false };
    });
  }

  /** One wrong value everywhere. @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError, InvalidInputError */
  async fixValues(
    viewer: Viewer,
    id: string,
    revision: number,
    fixes: readonly ValueFix[],
  ): Promise<ImportView> {
    throwIfProblems([...tooMany('fixes', fixes), ...fixes.flatMap(valueProblems)]);
    return this.edit(viewer, id, revision, async (_tx, { reading }) => {
      const { mapping } = reading;
      const values = new Map(
        Object.entries(mapping.values ?? {}).map(([field, of]) => [
          field,
          new Map(Object.entries(of)),
        ]),
      );
      for (const { field, value, means } of fixes) {
        const of = values.get(field) ?? new Map<string, string>();
        values.set(field, of);
        if (means === null) of.delete(value);
        else of.set(value, means);
      }
      const count = [...values.values()].reduce((sum, { size }) => sum + size, 0);
      throwIfProblems(count > MOST_VALUES ? [tooManyOf('fixes', MOST_VALUES)] : []);
      const all = [...values].map(([field, of]) => [field, Object.fromEntries(of)] as const);
      const changed = { ...mapping, values: Object.fromEntries(all) };
      return { reading: { ...reading, mapping: checked(changed, 'fixes') } };
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
    return this.edit(viewer, id, revision, async (tx, content) => {
      const only = onlySheet(content);
      const keys = new PlaceKeys(this.vault, id);
      const seal = await sealerOf(this.vault, tx, 'staged_fix');
      // The last of several fixes of one cell counts.
      const last = new Map(
        fixes.map(({ sheet: named = only, row, header, nth, text }) => {
          const sheet = named.trim();
          return [keys.cell(row, sheet, header, nth), { sheet, row, header, nth, text }] as const;
        }),
      );
      await tx.query('DELETE FROM staged_fix WHERE import_id = $1 AND cell = ANY($2)', [
        id,
        [...last.keys()],
      ]);
      const rows = [...last].flatMap(([cell, { text, ...place }]) => {
        if (text === null) return [];
        const fixId = uuidv7();
        return { id: fixId, cell, ...seal(fixId, { ...place, text } satisfies KeptFix) };
      });
      await tx.query(
        `INSERT INTO staged_fix (id, import_id, cell, key_id, sealed)
         SELECT id, $1, cell, key_id, sealed FROM json_to_recordset($2)
           AS r(id uuid, cell text, key_id smallint, sealed bytea)`,
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
    throwIfProblems([
      ...tooMany('rows', rows),
      ...rows.flatMap((place, i) => placeProblems(`rows.${i}`, place)),
    ]);
    return this.edit(viewer, id, revision, async (_tx, content) => {
      const only = onlySheet(content);
      const { reading } = content;
      const skipped = new Set(reading.skipped);
      for (const { row, sheet = only } of rows) {
        if (skip) skipped.add(placeKey(row, sheet));
        else skipped.delete(placeKey(row, sheet));
      }
      throwIfProblems(skipped.size > MOST_SKIPPED ? [tooManyOf('rows', MOST_SKIPPED)] : []);
      return { reading: { ...reading, skipped: [...skipped] } };
    });
  }

  /** Writes what the preview shows, in a job. @throws NotPermittedError, NotFoundError, InvalidStateError, ConflictError */
  async apply(viewer: Viewer, id: string, revision: number): Promise<ImportView> {
    return this.take(viewer, id, { step: 'apply', revision }, async (tx, { reading }, staged) => {
      await remember(tx, this.vault, staged, reading);
      return { appliedBy: viewer.name };
    });
  }

  /** Puts back what the import changed, in a job. @throws NotPermittedError, NotFoundError, InvalidStateError */
  async undo(viewer: Viewer, id: string): Promise<ImportView> {
    return this.take(viewer, id, { step: 'undo', revision: null }, async () => ({
      appliedBy: viewer.name,
    }));
  }

  /** Removes the file and all that is kept of it; what it wrote stays. @throws NotPermittedError, NotFoundError, InvalidStateError */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const staged = await visibleImport(tx.manager, viewer, id, true);
      authorise(viewer, 'edit', { kind: 'import', networkId: staged.networkId });
      if (AT_WORK.includes(staged.state)) {
        throw new InvalidStateError(refusal('imports.atWork'));
      }
      await tx.manager.delete(StagedImportEntity, { id });
      await recordAudit(tx, viewer, [
        changeRecord('import.remove', 'import', summary(staged), null),
      ]);
    });
  }

  /**
   * The same on a database that was restored, in whichever state the list is there. One that was being applied is not applied further.
   *
   * @throws NotPermittedError, NotFoundError
   */
  async removeAgain(viewer: Viewer, id: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const staged = await tx.manager.findOne(StagedImportEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!staged) throw new NotFoundError('import');
      await tx.manager.delete(StagedImportEntity, { id });
      await recordAudit(tx, viewer, [
        changeRecord('import.remove', 'import', summary(staged), null),
      ]);
    });
  }

  /** A change of how the file is read, after which it is checked anew. */
  private async edit(
    viewer: Viewer,
    id: string,
    revision: number,
    change: (tx: Transaction, content: ImportContent) => Promise<Edited>,
  ): Promise<ImportView> {
    return this.take(viewer, id, { step: 'edit', revision }, async (tx, content) => ({
      ...(await change(tx, content)),
      revision: revision + 1,
    }));
  }

  /**
   * Takes a step of an import, and queues the job that does what follows from it.
   *
   * @param revision the one that the viewer has read; null where it does not matter
   * @param change what the step changes of the import, beside its state
   */
  private async take(
    viewer: Viewer,
    id: string,
    {
      step,
      revision,
    }: { readonly step: 'edit' | 'apply' | 'undo'; readonly revision: number | null },
    change: (
      tx: Transaction,
      content: ImportContent,
      staged: StagedImportEntity,
    ) => Promise<Changed>,
  ): Promise<ImportView> {
    await this.database.transaction(async (tx) => {
      const staged = await visibleImport(tx.manager, viewer, id, true);
      const { networkId } = staged;
      authorise(viewer, IMPORT_STEPS.action(step), { kind: 'import', networkId });
      if (revision !== null) refuseOther(staged, revision);
      const state = IMPORT_STEPS.take(step, staged.state, factsOf(staged));
      const content = await openImport(this.vault, staged);
      const { reading = content.reading, ...changed } = await change(tx, content, staged);
      const facts = { ...changed, state, progress: 0 };
      await changeImport(tx, this.vault, staged, { reading, problem: null }, facts);
      await tx.addJob(importJob(id));
      const before = summary(staged);
      const after = { ...before, state, revision: changed.revision ?? before.revision };
      await recordAudit(tx, viewer, [
        changeRecord(IMPORT_STEPS.audit(step), 'import', before, after),
      ]);
    });
    return this.byId(viewer, id);
  }
}

/** How a file is read from now on. */
type Edited = { readonly reading?: FileReading } & Partial<Pick<StagedImportEntity, 'remembered'>>;
type Changed = Edited & Partial<Pick<StagedImportEntity, 'revision' | 'appliedBy'>>;

/** The sheet that a row is on that names none: rows are kept with their sheet, for another may be read later. */
function onlySheet({ reading: { sheets }, shape }: ImportContent): string {
  const [named, ...others] = sheets;
  if (named !== undefined && others.length === 0 && named.trim().toLowerCase() !== ALL_SHEETS) {
    return named;
  }
  const [header, ...further] = shape?.headerRows ?? [];
  return further.length === 0 ? (header?.sheet ?? '') : '';
}

function factsOf({ appliedBy }: StagedImportEntity): ImportFacts {
  return { wasApplied: appliedBy !== null };
}

function refuseOther(staged: StagedImportEntity, revision: number): void {
  if (staged.revision === revision) return;
  throw new ConflictError(refusal('imports.changed'));
}

/** As the audit log takes its hash: it tells what was done, and nothing of the file. */
function summary({ id, networkId, state, revision }: StagedImportEntity) {
  return { id, networkId, state, revision };
}
