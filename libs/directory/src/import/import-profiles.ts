import { setImmediate } from 'node:timers/promises';
import type { Database } from '#database';
import { authorise, type Viewer } from '#identity';
import { problem } from '#messages';
import type { Vault } from '#vault';
import { dayOf, firstLetters } from '#kernel';
import { uuidv7 } from 'uuidv7';
import { ContactRepository } from '../contact/contact-repository.js';
import { ErasedKeys } from '../erasure/erased-keys.js';
import { KeptRejects } from './kept-rejects.js';
import { missingFields } from '../curation/states.js';
import { applyWrites } from './apply/apply-writes.js';
import { partErased, withoutErased } from './apply/erased.js';
import { candidateOf, planOf, type Candidate } from './apply/batch.js';
import { draftStatement } from './apply/draft-statement.js';
import type { Origin } from './apply/origin.js';
import { readKnown } from './apply/read-known.js';
import { RepeatedNumbers } from './apply/repeated-numbers.js';
import type { ColumnMap } from './columns/column-map.js';
import { ImportRefusedError } from './import-refused-error.js';
import { isRemark, type RawRow, type RawRows, type Remark } from './readers/raw-row.js';
import { checkRow, numberOf } from './row/check-row.js';
import { safeName, type Reject } from './row/reject.js';

const BATCH = 500;
/** Remarks of one report; a header may hold any number of columns that are not understood. */
const MOST_REMARKS = 500;
const FURTHER: Remark = {
  part: 'cells',
  name: '',
  fate: 'left out',
  reason: problem('remark.tooMany', { most: MOST_REMARKS }),
};

/** What an import works with. */
export interface ImportModules {
  readonly database: Database;
  readonly vault: Vault;
}

export interface ImportRequest {
  readonly by: Viewer;
  /** Read twice: once for the numbers that stand in more than one row. */
  readonly rows: RawRows;
  readonly columns: ColumnMap;
  /** Slug. */
  readonly network: string;
  readonly today: Date;
  /** Path of the file, of which the history of profiles keeps the last part; absent where there is none. */
  readonly file?: string;
  /** Say what would happen and change nothing. */
  readonly dryRun?: boolean;
  readonly batchSize?: number;
  /** Told after each batch how many rows have been read. */
  readonly onProgress?: (rows: number) => void;
  /** Given what is not accepted, in order of the file. */
  readonly onRejects?: (rejects: readonly Reject[]) => Promise<void> | void;
}

/** What happened, or in a dry run would happen, in numbers of rows. */
export interface ImportReport {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** Accepted rows without consent LISTED: kept as drafts, shown to nobody. */
  unlisted: number;
  /**
   * Accepted rows that do not state all of a published profile: kept as drafts, unless another source
   * states the rest.
   */
  incomplete: number;
  /** What of the file was left out, and what else must be known of how it was read. */
  remarks: Remark[];
}

/**
 * Imports a network's profiles, a batch at a time, each in one transaction with its index job.
 *
 * Guarantees: a row is found again by (network, external id), so the same file again changes and
 * queues nothing; a number that stands in several rows counts in none; an import that was killed is finished by running it again; a row with anything
 * wrong changes nothing; memory does not grow with the file.
 *
 * @throws NotPermittedError, ImportRefusedError when the network is unknown or being imported already, the file cannot
 * be read, or the database is lost on the way.
 */
export async function importProfiles(
  modules: ImportModules,
  request: ImportRequest,
): Promise<ImportReport> {
  try {
    return await importInto(modules, request);
  } catch (error) {
    throw isConnectionLost(error) ? connectionLost() : error;
  }
}

async function importInto(modules: ImportModules, request: ImportRequest): Promise<ImportReport> {
  const { database } = modules;
  const [network] = await database.query<{ id: string; fourEyes: boolean }>(
    'SELECT id, four_eyes AS "fourEyes" FROM network WHERE slug = $1 AND archived_at IS NULL',
    [request.network],
  );
  if (!network) {
    throw new ImportRefusedError(problem('refused.noNetwork', { network: request.network }));
  }
  const subject = { kind: 'profile', mediatorId: null, networkIds: [network.id] } as const;
  authorise(request.by, 'import', subject);
  const origin: Origin = {
    networkId: network.id,
    source: `import:${request.network}`,
    today: dayOf(request.today),
    by: request.by,
    fourEyes: network.fourEyes,
    importId: uuidv7(),
    fileName: baseName(request.file ?? ''),
  };
  const busy = () =>
    new ImportRefusedError(problem('refused.running', { network: request.network }));
  return database.exclusively(
    origin.source,
    () => new Import(modules, request, origin).run(),
    busy,
  );
}

class Import {
  private readonly database: Database;
  private readonly vault: Vault;
  private readonly contacts: ContactRepository;
  private readonly erasedKeys: ErasedKeys;
  private readonly report: ImportReport = {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    unlisted: 0,
    incomplete: 0,
    remarks: [],
  };

  private readonly kept: KeptRejects;
  private readonly repeated: RepeatedNumbers;

  constructor(
    { database, vault }: ImportModules,
    private readonly request: ImportRequest,
    private readonly origin: Origin,
  ) {
    this.kept = new KeptRejects(database, origin.networkId);
    this.repeated = new RepeatedNumbers(database, origin.networkId);
    this.database = database;
    this.vault = vault;
    this.contacts = new ContactRepository(vault);
    this.erasedKeys = new ErasedKeys(vault);
  }

  async run(): Promise<ImportReport> {
    const { rows, columns, batchSize = BATCH, onProgress } = this.request;
    await this.findRepeated();
    if (!this.request.dryRun) await this.kept.clear();
    let batch: Candidate[] = [];
    let rejects: Reject[] = [];
    // While the database writes one batch the next is read and checked; never more than that.
    let writing: Promise<void> = Promise.resolve();
    const hand = async (): Promise<void> => {
      const [candidates, wrong] = [batch, rejects];
      [batch, rejects] = [[], []];
      await writing;
      onProgress?.(this.report.rows);
      writing = this.write(candidates, wrong);
      // It is awaited with the next batch; until then a failure must not count as unhandled.
      writing.catch(() => undefined);
    };
    try {
      for await (const row of rows) {
        if (isRemark(row)) {
          this.note(row);
          continue;
        }
        this.report.rows += 1;
        const checked = checkRow(row, columns, this.origin.today);
        const repeated = this.repeatedIn(row);
        if (repeated) {
          rejects.push(...(checked.draft ? [] : checked.rejects), repeated);
          this.report.rejected += 1;
        } else if (checked.draft) {
          batch.push(candidateOf(row.number, checked, this.vault));
        } else {
          rejects.push(...checked.rejects);
          this.report.rejected += 1;
        }
        if (batch.length + rejects.length >= batchSize) await hand();
        // Checking is all computing: the database must not wait with an answer for more than a row.
        else await setImmediate();
      }
      await hand();
    } finally {
      // Also when the file breaks off: nothing is written any more once the import is over.
      await writing;
    }
    return this.report;
  }

  private note(remark: Remark): void {
    const { remarks } = this.report;
    const { name } = remark;
    if (remarks.length >= MOST_REMARKS) remarks[MOST_REMARKS] = FURTHER;
    else remarks.push({ ...remark, name: typeof name === 'string' ? safeName(name) : name });
  }

  /** Reads the file once for its numbers alone, before anything of it is written. */
  private async findRepeated(): Promise<void> {
    const { rows, columns, batchSize = BATCH } = this.request;
    await this.repeated.forget();
    let batch: { row: number; number: string }[] = [];
    for await (const row of rows) {
      const number = isRemark(row) ? null : numberOf(row, columns)?.number;
      if (number && !isRemark(row)) batch.push({ row: row.number, number });
      if (batch.length < batchSize) continue;
      await this.repeated.add(batch);
      batch = [];
    }
    await this.repeated.add(batch);
    await this.repeated.forget();
  }

  private repeatedIn(row: RawRow): Reject | null {
    if (this.repeated.isNone) return null;
    const found = numberOf(row, this.request.columns);
    return found && this.repeated.reject({ row: row.number, number: found.number }, found.column);
  }

  private async write(candidates: readonly Candidate[], wrong: readonly Reject[]): Promise<void> {
    const { database, origin } = this;
    const known = await readKnown(database, origin.networkId, candidates);
    // Asked after who is known: who is erased in between is found here.
    const { rest, erased } = await partErased(
      database,
      this.erasedKeys,
      origin.networkId,
      candidates,
    );
    const { writes, unchanged, rejects: unclear } = planOf(rest, known);
    if (!this.request.dryRun) {
      await database.transaction(async (tx) =>
        applyWrites(tx, this.contacts, await withoutErased(tx, writes), origin),
      );
    }
    const created = writes.filter(({ isNew }) => isNew).length;
    this.report.created += created;
    this.report.updated += writes.length - created;
    this.report.unchanged += unchanged;
    this.report.rejected += erased.length + unclear.length;
    this.report.unlisted += rest.filter(({ draft }) => !draft.consents.includes('LISTED')).length;
    this.report.incomplete += rest.filter(
      ({ draft }) => missingFields(draftStatement(draft)).length > 0,
    ).length;
    const rejects = [...wrong, ...erased, ...unclear].toSorted((a, b) => a.row - b.row);
    if (rejects.length === 0) return;
    if (!this.request.dryRun) await this.kept.add(rejects);
    await this.request.onRejects?.(rejects);
  }
}

const LONGEST_FILE_NAME = 255;

/** The last part of a path of any system; null where there is none. */
function baseName(path: string): string | null {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return firstLetters(name.replaceAll('\0', '').toWellFormed(), LONGEST_FILE_NAME) || null;
}

function connectionLost(): ImportRefusedError {
  return new ImportRefusedError(problem('refused.connection'));
}

/** SQLSTATE class 08 and the shutdowns of class 57, or the socket itself. */
function isConnectionLost(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(08|57P|ECONN|EPIPE)/.test(code) || /Connection (terminated|ended)/i.test(message);
}
