import { isDeepStrictEqual } from 'node:util';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import {
  bytesInMemory,
  ColumnMap,
  ContactRepository,
  importProfiles,
  mappingText,
  ImportRefusedError,
  networkRules,
  PersonalDataParts,
  rowsOf,
  undoRows,
  type AppliedRow,
  type ImportObserver,
  type Origin,
  type Remark,
} from '#directory';
import { systemViewer, type Viewer } from '#identity';
import { dayOf, storableJson } from '#kernel';
import { problem as problemOf, type Problem } from '#messages';
import { Vault } from '#vault';
import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { AppliedRows } from './applied-rows.js';
import { CheckedRows, forgetRows } from './check-rows.js';
import { forgetFile, openFile } from './file-parts.js';
import { keepCurrent, OutdatedError, type Begun } from './current-import.js';
import { Mending, readFixes } from './fixes.js';
import { ShapeFinder, withoutValues } from './found-shape.js';
import { IMPORT_JOB } from './import-job.js';
import { recall, shapeKeyOf } from './import-memory.js';
import { AT_WORK, IMPORT_STEPS, type ImportState } from './import-steps.js';
import { forgetIfErased, STAGED_ROWS } from './imports-part.js';
import { changeImport, openImport, type FileReading } from './import-content.js';
import { countsOf } from './import-counts.js';
import { openSealed } from './sealed.js';
import { refuseIfShut } from './not-shut.js';
import { StagedImportEntity } from './staged-import.entity.js';
import type { UndoContent } from './staged-content.js';

/** Rows that are written at a time, and rows that are only checked: searches are answered in between. */
const APPLIED_BATCH = 25;
const CHECKED_BATCH = 200;
/** Rows that are undone in one transaction. */
const UNDO_BATCH = 100;
/** What is tried again later: another import of the network runs, or the database was lost. */
const FOR_LATER = new Set<string>([
  'refused.running',
  'refused.connection',
  'refused.changedMeanwhile',
]);
/** Nothing that a coordinator says about the file changes these. */
const HOPELESS = /^(?:workbook|damaged)\.|^refused\.(?:empty|encoding|noList|tooLarge)$/u;

const GONE = problemOf('undo.gone');
const APPLIED = { wasApplied: true };
const NOT_APPLIED = { wasApplied: false };

/** The process stops: the job is tried again later. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Checks, applies and undoes imports, one after the other. A job that was broken off is begun again: checking begins
 * anew, and applying goes on behind the rows that were written, because each is noted in the transaction that wrote it.
 */
@Injectable()
@BackgroundJob()
export class ImportRunner implements JobHandler {
  readonly name = IMPORT_JOB;
  private isInterrupted = false;
  private readonly undoing;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    held: PersonalDataParts,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.undoing = { contacts: new ContactRepository(vault), held, notedIn: [STAGED_ROWS] };
  }

  interrupt(): void {
    this.isInterrupted = true;
  }

  async handle(ids: readonly string[]): Promise<void> {
    this.isInterrupted = false;
    for (const id of ids) await this.work(id);
  }

  private async work(id: string): Promise<void> {
    // An edit that comes while the file is read asks for another look.
    for (;;) {
      const found = await this.database.manager.findOneBy(StagedImportEntity, { id });
      if (!found || !isWaiting(found)) return;
      try {
        await this.workOn(found);
      } catch (error) {
        if (!(error instanceof OutdatedError)) throw error;
      }
    }
  }

  private async workOn(staged: StagedImportEntity): Promise<void> {
    if (staged.state === 'applying') return this.apply(staged);
    if (staged.state === 'undoing') return this.undo(staged);
    return this.check(staged);
  }

  private async check(staged: StagedImportEntity): Promise<void> {
    const { id } = staged;
    await this.database.transaction(async (tx) => {
      await keepCurrent(tx, staged);
      await forgetRows(tx, id);
    });
    const { reading } = await openImport(this.vault, staged);
    const columns = new ColumnMap(reading.mapping);
    const finder = new ShapeFinder(columns);
    const rows = new CheckedRows(this.database, this.vault, staged, (count) =>
      this.tell(staged, count),
    );
    try {
      const remarks = await this.import(staged, reading, rows, { columns, finder, dryRun: true });
      await rows.end();
      await this.finishCheck(staged, finder, { remarks, rows });
    } catch (error) {
      if (!isTold(error)) throw error;
      await this.finishCheck(staged, finder, { problem: error.problem });
    }
  }

  private async apply(staged: StagedImportEntity): Promise<void> {
    const { id } = staged;
    const { reading } = await openImport(this.vault, staged);
    const columns = new ColumnMap(reading.mapping);
    const rows = new AppliedRows(this.database, this.vault, staged, (count) =>
      this.tell(staged, count),
    );
    const options = { columns, finder: new ShapeFinder(columns), dryRun: false };
    let told: Problem | null = null;
    try {
      await this.import(staged, reading, rows, options);
    } catch (error) {
      if (!isTold(error)) throw error;
      told = error.problem;
    }
    await this.database.transaction(async (tx) => {
      const still = await lockedIn(tx, id, 'applying');
      if (!still) return;
      await forgetFile(tx, id);
      // What the list says was there already is no row that was applied.
      await tx.query(
        `UPDATE staged_row SET sealed = NULL, key_id = CASE WHEN rejects IS NULL THEN NULL ELSE key_id END
         WHERE import_id = $1 AND status NOT IN ('created', 'updated')`,
        [id],
      );
      const { shape } = await openImport(this.vault, still);
      const forgotten = await forgetIfErased(tx, still);
      await changeImport(
        tx,
        this.vault,
        still,
        { problem: told, shape: shape && withoutValues(shape), ...forgotten },
        {
          state: IMPORT_STEPS.take(told ? 'break' : 'finish', 'applying', APPLIED),
          counts: await countsOf(tx, id),
          appliedAt: this.now(),
        },
      );
    });
  }

  private async undo(staged: StagedImportEntity): Promise<void> {
    const { id } = staged;
    const origin = await this.originOf(staged);
    let done = 0;
    let told: Problem | null = null;
    while (told === null) {
      const rows = await this.database.query<UndoneRow>(
        `SELECT id, mediator_id AS "mediatorId", basis, key_id AS "keyId", sealed FROM staged_row
         WHERE import_id = $1 AND status IN ('created', 'updated') ORDER BY ordinal DESC LIMIT $2`,
        [id, UNDO_BATCH],
      );
      if (rows.length === 0) break;
      told = await this.undoBatch(staged, rows, origin);
      done += rows.length;
      await this.tell(staged, done);
    }
    await this.database.transaction(async (tx) => {
      const still = await lockedIn(tx, id, 'undoing');
      if (!still) return;
      await changeImport(
        tx,
        this.vault,
        still,
        { problem: told },
        {
          state: IMPORT_STEPS.take(told ? 'break' : 'end', 'undoing', APPLIED),
          counts: await countsOf(tx, id),
          undoneAt: told ? null : this.now(),
        },
      );
    });
  }

  /** Says why nothing may be undone any more; null if these rows were. */
  private async undoBatch(
    staged: StagedImportEntity,
    rows: readonly UndoneRow[],
    origin: Origin,
  ): Promise<Problem | null> {
    try {
      await this.database.transaction(async (tx) => {
        await refuseIfShut(tx, staged);
        await this.putBack(tx, rows, origin);
      });
      return null;
    } catch (error) {
      if (!isTold(error)) throw error;
      return error.problem;
    }
  }

  private async putBack(
    tx: Transaction,
    rows: readonly UndoneRow[],
    origin: Origin,
  ): Promise<void> {
    const applied: AppliedRow[] = [];
    for (const row of rows) {
      const content = await openSealed<UndoContent>(this.vault, 'staged_row', row);
      if (row.mediatorId === null || content === null) continue;
      applied.push({ mediatorId: row.mediatorId, before: content.before, after: row.basis ?? '' });
    }
    const problems = await undoRows(tx, this.undoing, applied, origin);
    const outcomes = rows.map(({ id, mediatorId }) => {
      const found = problems.get(mediatorId ?? '');
      return found === null
        ? { id, status: 'undone', problem: null }
        : { id, status: 'kept', problem: found ?? GONE };
    });
    await tx.query(
      `UPDATE staged_row s SET status = r.status, problem = r.problem, key_id = NULL, sealed = NULL,
         publishes = s.publishes AND r.status = 'kept', ends_consent = s.ends_consent AND r.status = 'kept'
       FROM json_to_recordset($1) AS r(id uuid, status text, problem jsonb) WHERE s.id = r.id`,
      [storableJson(outcomes)],
    );
  }

  private async import(
    staged: StagedImportEntity,
    { sheets, skipped }: FileReading,
    observer: ImportObserver & Partial<Pick<CheckedRows, 'skip'>>,
    {
      columns,
      finder,
      dryRun,
    }: { readonly columns: ColumnMap; readonly finder: ShapeFinder; readonly dryRun: boolean },
  ): Promise<readonly Remark[]> {
    const { id, format, size, networkId, fileName, checkedAt } = staged;
    const bytes = bytesInMemory(await openFile(this.database, this.vault, id, size));
    const fixes = await readFixes(this.database, this.vault, id);
    const rows = rowsOf(bytes, format, columns, { sheets, looks: finder });
    const mending = new Mending(fixes, new Set(skipped), columns, () => finder.onlySheet);
    const { slug } = await this.networkOf(networkId);
    const { remarks } = await importProfiles(
      { database: this.database, vault: this.vault },
      {
        by: actingFor(dryRun ? staged.uploadedBy : (staged.appliedBy ?? staged.uploadedBy)),
        rows: mending.rows(rows, (row) => observer.skip?.(row)),
        columns,
        network: slug,
        // What is counted to the day of the import is applied as the preview showed it.
        today: (dryRun ? null : checkedAt) ?? this.now(),
        file: fileName,
        importId: id,
        dryRun,
        batchSize: dryRun ? CHECKED_BATCH : APPLIED_BATCH,
        observer,
      },
    );
    return [...remarks, ...mending.remarks()];
  }

  /** What was found in the file, or what stands in the way of reading it. */
  private async finishCheck(
    staged: StagedImportEntity,
    finder: ShapeFinder,
    found:
      | { readonly remarks: readonly Remark[]; readonly rows: CheckedRows }
      | { readonly problem: Problem },
  ): Promise<void> {
    const { id, networkId, revision } = staged;
    const keyed = (shape: string) => shapeKeyOf(this.vault, networkId, shape);
    const key = finder.key === null ? null : keyed(finder.key);
    await this.database.transaction(async (tx) => {
      const now = await lockedIn(tx, id);
      if (now?.revision !== revision) return;
      const change = async (...[content, facts]: Change) =>
        changeImport(
          tx,
          this.vault,
          now,
          { shape: finder.shape, unknownValues: null, remarks: null, ...content },
          { shapeKey: key, ...facts },
        );
      // A list of this shape was read before: it is read as then, and the coordinator is told.
      const before =
        revision === 1 ? await this.recalled(tx, now, finder.possibleKeys.map(keyed)) : null;
      if (before) {
        const facts = { state: 'mapped', remembered: true, revision: revision + 1 } as const;
        return change({ reading: before }, facts);
      }
      if ('problem' in found) {
        const step = HOPELESS.test(found.problem.code) ? 'refuse' : 'ask';
        if (step === 'refuse') await forgetFile(tx, id);
        const state = IMPORT_STEPS.take(step, now.state, NOT_APPLIED);
        return change({ problem: found.problem }, { state, counts: null });
      }
      return change(
        { problem: null, unknownValues: found.rows.values.list(), remarks: found.remarks },
        {
          state: IMPORT_STEPS.take('check', now.state, NOT_APPLIED),
          counts: await countsOf(tx, id),
          checkedAt: this.now(),
        },
      );
    });
  }

  /** How a list of one of these shapes was read before; null where that is how this one is read already. */
  private async recalled(
    tx: Transaction,
    staged: StagedImportEntity,
    shapeKeys: readonly string[],
  ): Promise<FileReading | null> {
    const before = await recall(tx, this.vault, staged.networkId, shapeKeys);
    if (!before) return null;
    const { reading } = await openImport(this.vault, staged);
    const isSame =
      isDeepStrictEqual(before.sheets, reading.sheets) &&
      mappingText(before.mapping) === mappingText(reading.mapping);
    return isSame ? null : { ...reading, ...before };
  }

  private async tell({ id, revision, state }: Begun, rows: number): Promise<void> {
    if (this.isInterrupted) throw new Interrupted();
    const [still] = await this.database.query(
      `WITH told AS (UPDATE staged_import SET progress = $4 WHERE id = $1 AND revision = $2 AND state = $3 RETURNING id)
       SELECT id FROM told`,
      [id, revision, state, rows],
    );
    if (!still) throw new OutdatedError();
  }

  private async networkOf(
    id: string,
  ): Promise<{ readonly slug: string; readonly fourEyes: boolean }> {
    const network = await networkRules(this.database, id);
    if (!network) throw new OutdatedError();
    return network;
  }

  private async originOf(staged: StagedImportEntity): Promise<Origin> {
    const { slug, fourEyes } = await this.networkOf(staged.networkId);
    return {
      networkId: staged.networkId,
      source: `import:${slug}`,
      today: dayOf(this.now()),
      by: actingFor(staged.appliedBy ?? staged.uploadedBy),
      fourEyes,
      importId: staged.id,
      fileName: staged.fileName,
    };
  }
}

interface UndoneRow {
  readonly id: string;
  readonly mediatorId: string | null;
  readonly basis: string | null;
  readonly keyId: number | null;
  readonly sealed: Buffer | null;
}

/** Whether there is anything for a job to do; what cannot be read waits for the coordinator. */
function isWaiting({ state, problem }: StagedImportEntity): boolean {
  if (state === 'uploaded') return problem === null;
  return state === 'mapped' || AT_WORK.includes(state);
}

/** Whoever asked for it was permitted to when she asked; what is written is hers. */
function actingFor(name: string): Viewer {
  return { ...systemViewer('import'), name };
}

/** What is told to the coordinator; all else is tried again. */
function isTold(error: unknown): error is ImportRefusedError {
  return error instanceof ImportRefusedError && !FOR_LATER.has(error.problem.code);
}

type Change = [
  content: Parameters<typeof changeImport>[3],
  facts: Parameters<typeof changeImport>[4],
];

/** An import, kept from others until the transaction ends; null where it is gone or in another state. */
async function lockedIn(
  { manager }: Pick<Transaction, 'manager'>,
  id: string,
  state?: ImportState,
): Promise<StagedImportEntity | null> {
  return manager.findOne(StagedImportEntity, {
    where: { id, ...(state && { state }) },
    lock: { mode: 'pessimistic_write' },
  });
}
