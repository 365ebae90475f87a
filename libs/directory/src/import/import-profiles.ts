import { setImmediate } from 'node:timers/promises';
import { databaseProblem, type Database, type Transaction } from '#database';
import { authorise, type Viewer } from '#identity';
import { problem, type Words } from '#messages';
import type { Vault } from '#vault';
import { dayOf, firstLetters } from '#kernel';
import { uuidv7 } from 'uuidv7';
import { ContactRepository } from '../contact/contact-repository.js';
import { ErasedKeys } from '../erased/erased-keys.js';
import { ListedAlready, MOST_LISTED } from '../duplicates/listed-already.js';
import { KeptRejects } from './kept-rejects.js';
import { missingFields } from '../curation/states.js';
import { applyWrites } from './apply/apply-writes.js';
import { partErased, withoutErased } from './apply/erased.js';
import { candidateOf, planOf, type Candidate, type Known } from './apply/batch.js';
import type { Write } from './apply/write.js';
import { foresee, type Effect } from './apply/foresee.js';
import { readNetworkRecords } from './apply/network-records.js';
import type { Origin } from './apply/origin.js';
import { outcomesOf, rejectedRows, type CandidatesDecided } from './apply/outcomes.js';
import { readKnown } from './apply/read-known.js';
import { EarlierMembers, MadeNumbers } from './apply/made-numbers.js';
import { RepeatedNumbers } from './apply/repeated-numbers.js';
import { RepeatedRows } from './apply/repeated-rows.js';
import { saysTheSame } from './apply/stated.js';
import type { ColumnMap } from './columns/column-map.js';
import { ImportRefusedError } from './import-refused-error.js';
import { Notes } from './notes.js';
import type { ImportObserver, RowOutcome } from './observer.js';
import { isRemark, type RawRow, type RawRows, type Remark } from './readers/raw-row.js';
import { RowNumbers } from './readers/row-numbers.js';
import { keyOf, placeIn, type RowPlace } from './readers/row-place.js';
import { checkRow, numberOf, type Checked } from './row/check-row.js';
import { safeName, safeReject, type Reject } from './row/reject.js';

const BATCH = 1_000;
/** Rows of the first batch, for which the database waits: while it is read and checked, nothing is written. */
const FIRST_BATCH = 100;
/** Rows that are checked in one go, some third of a millisecond: the database must not wait longer with an answer. */
const IN_ONE_GO = 2;
/** Remarks of one report; a header may hold any number of columns that are not understood. */
const MOST_REMARKS = 500;
const LISTED_ALREADY = 'remark.listedAlready';
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
  /** Members of a list with which a dry run compares new rows; with a longer one it compares none, and says so. */
  readonly mostListed?: number;
  /** Told after each batch how many rows have been read. */
  readonly onProgress?: (rows: number) => void;
  /** Follows the import row by row. */
  readonly observer?: ImportObserver;
  /** Of the import, where it has one already. */
  readonly importId?: string;
  /** Given what is not accepted, in order of the file. */
  readonly onRejects?: (rejects: readonly Reject[]) => Promise<void> | void;
}

/** Whether a remark is for those only who may read which records of a list are perhaps of one woman. */
export function isListedAlready({ reason }: Remark): boolean {
  return typeof reason === 'object' && 'code' in reason && reason.code === LISTED_ALREADY;
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
 * queues nothing; rows of one number are put together where they say the same of her, and count in none else; an import that was killed is finished by running it again; a row with anything
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
    const found = databaseProblem(error);
    // Also where nobody knows whether the last batch was written: the next import finds out.
    throw found === 'away' || found === 'unknown' ? connectionLost() : error;
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
    importId: request.importId ?? uuidv7(),
    fileName: baseName(request.file ?? ''),
  };
  const busy = () =>
    new ImportRefusedError(problem('refused.running', { network: request.network }));
  return database.exclusively(
    origin.source,
    (lost) => new Import(modules, request, origin, lost).run(),
    busy,
  );
}

/** A row, or rows of one number put together, of which the first stands for all. */
interface Put {
  readonly row: RawRow;
  readonly checked: Checked;
  readonly joined?: readonly RowPlace[];
}

/** Rows on their way into the database. */
interface Batch {
  readonly candidates: Candidate[];
  readonly rejects: Reject[];
  /** For whoever follows the import: the rows as they were read, and what becomes of those that are no candidates. */
  readonly rows: RawRow[];
  readonly told: RowOutcome[];
}

/** A batch of which is known what becomes of each row. */
interface Decided extends CandidatesDecided {
  /** Rejects of rows that are wrong in themselves, and what is told of these. */
  readonly wrong: readonly Reject[];
  readonly told: readonly RowOutcome[];
  /** Candidates that are neither erased nor asked about. */
  readonly sure: readonly Candidate[];
}

const emptyBatch = (): Batch => ({ candidates: [], rejects: [], rows: [], told: [] });

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

  private readonly notes = new Notes();
  private readonly kept: KeptRejects;
  private readonly repeated: RepeatedNumbers;
  private readonly together: RepeatedRows;
  private readonly earlier: EarlierMembers;
  private readonly made: MadeNumbers;
  private readonly folded = new RowNumbers();
  private readonly listed: ListedAlready;
  private readonly alike: number[] = [];
  /** Of a dry run: the list is too long to be compared with its new rows. */
  private isListTooLong = false;

  constructor(
    { database, vault }: ImportModules,
    private readonly request: ImportRequest,
    private readonly origin: Origin,
    /** That the network may be imported by another process now: nothing more is written. */
    private readonly lost: AbortSignal,
  ) {
    this.kept = new KeptRejects(database, vault, origin.networkId);
    this.repeated = new RepeatedNumbers(database, origin.networkId);
    this.together = new RepeatedRows(request.columns, origin.today);
    this.made = new MadeNumbers(request.columns, vault, origin.networkId);
    this.database = database;
    this.vault = vault;
    this.contacts = new ContactRepository(vault);
    this.earlier = new EarlierMembers(database, this.contacts, origin.networkId);
    this.erasedKeys = new ErasedKeys(vault);
    this.listed = new ListedAlready(database, origin.networkId, this.mostListed);
  }

  async run(): Promise<ImportReport> {
    const { rows, columns, batchSize = BATCH, onProgress, observer } = this.request;
    await this.findRepeated();
    this.lost.throwIfAborted();
    if (!this.request.dryRun) await this.kept.clear();
    let batch = emptyBatch();
    let full = Math.min(FIRST_BATCH, batchSize);
    // While the database writes one batch the next is read, checked and compared with what is known; never more than that.
    let writing: Promise<void> = Promise.resolve();
    const hand = async (): Promise<void> => {
      const deciding = this.decide(batch);
      batch = emptyBatch();
      full = batchSize;
      // Whichever fails, nothing is at work any more once the import is over.
      await Promise.allSettled([deciding, writing]);
      await writing;
      onProgress?.(this.report.rows);
      writing = this.write(await deciding);
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
        if (observer) batch.rows.push(row);
        const numbered = this.made.numbered(row);
        const checked = this.toldApart(row, checkRow(numbered, columns, this.origin.today));
        for (const each of this.togetherWithOthers(numbered, checked)) {
          const { row: one, checked: found, joined } = each;
          if (found.draft) batch.candidates.push(candidateOf(one, found, this.vault, joined));
          else {
            batch.rejects.push(...found.rejects);
            if (observer) batch.told.push(...refusedRows(one, found));
          }
        }
        const { candidates, rejects, rows: read } = batch;
        if (Math.max(candidates.length + rejects.length, read.length) >= full) await hand();
        else if (this.report.rows % IN_ONE_GO === 0) await setImmediate();
      }
      await hand();
    } finally {
      // Also when the file breaks off: nothing is written any more once the import is over.
      await writing;
    }
    this.lost.throwIfAborted();
    await this.repeated.forget();
    for (const remark of this.folded.remark('noted', problem('remark.folded'))) this.note(remark);
    for (const remark of this.listedAlready()) this.note(remark);
    for (const remark of this.notes.remarks()) this.note(remark);
    return this.report;
  }

  private get mostListed(): number {
    return this.request.mostListed ?? MOST_LISTED;
  }

  /** Of a dry run: new rows that may be of women who are on the list. */
  private *listedAlready(): Iterable<Remark> {
    const rows = new RowNumbers();
    const { alike } = this;
    for (const row of alike.toSorted((a, b) => a - b)) rows.add(row);
    yield* rows.remark('noted', problem(LISTED_ALREADY, { count: alike.length }));
    if (!this.isListTooLong) return;
    const reason = problem('remark.notCompared', { most: this.mostListed });
    yield { part: 'file', name: '', fate: 'noted', reason };
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
    let batch: { row: number; sheet?: string; number: string }[] = [];
    let adding: Promise<void> = Promise.resolve();
    let read = 0;
    const hand = async (): Promise<void> => {
      const places = batch;
      batch = [];
      await adding;
      this.lost.throwIfAborted();
      adding = this.repeated.add(places);
      // As for what is written: awaited with the next.
      adding.catch(() => undefined);
    };
    try {
      for await (const row of rows) {
        if (isRemark(row)) continue;
        const { number: at, sheet } = row;
        const found = numberOf(this.made.numbered(row), columns);
        const names = this.made.nameKeys(row);
        const keys = names ? [names.all, ...names.apart] : [];
        for (const number of found ? [found.number, ...keys] : keys) {
          batch.push({ row: at, sheet, number });
        }
        read += 1;
        if (batch.length >= batchSize) await hand();
        else if (read % IN_ONE_GO === 0) await setImmediate();
      }
      await hand();
    } finally {
      await adding;
    }
  }

  /**
   * Rejects a row whose name others have, too, unless each of these states her e-mail address, or each her date of
   * birth: without a number nobody can tell whether they are about one woman or about women of the same name.
   */
  private toldApart(row: RawRow, checked: Checked): Checked {
    const { repeated } = this;
    const names = repeated.isNone ? null : this.made.nameKeys(row);
    const count = names ? repeated.countOf(names.all) : 1;
    if (!names || count === 1 || names.apart.some((key) => repeated.countOf(key) === count)) {
      return checked;
    }
    const { number, sheet } = row;
    const reason = problem('number.sameName', { rows: repeated.rowsOf(names.all) });
    const place = { row: number, sheet, column: 'full_name', value: names.name };
    const reject = safeReject({ ...place, reason, suggestion: null });
    const read = checked.draft ?? checked.read;
    return { draft: null, rejects: [...(checked.draft ? [] : checked.rejects), reject], read };
  }

  /** The row itself, or with all others of its number where it is the last of them; nothing while it waits. */
  private togetherWithOthers(row: RawRow, checked: Checked): readonly Put[] {
    const { repeated, report } = this;
    const found = repeated.isNone ? null : numberOf(row, this.request.columns);
    const count = found ? repeated.countOf(found.number) : 1;
    if (!found || count === 1) {
      if (!checked.draft) report.rejected += 1;
      return [{ row, checked }];
    }
    const isRepeated = (one: RawRow): Reject =>
      repeated.reject({ row: one.number, sheet: one.sheet, number: found.number }, found.column);
    if (!this.together.hasRoomFor(found.number, count)) {
      report.rejected += 1;
      const rejects = [...(checked.draft ? [] : checked.rejects), isRepeated(row)];
      return [{ row, checked: { draft: null, rejects, read: checked.draft ?? checked.read } }];
    }
    const all = this.together.add(found.number, count, row, checked);
    if (!all) return [];
    if (all.checked.draft) {
      for (const one of all.rows) this.folded.add(one.number);
      const [first = row, ...joined] = all.rows;
      return [
        {
          row: first,
          checked: all.checked,
          joined: joined.map(({ number, sheet }) => placeIn({ row: number, sheet })),
        },
      ];
    }
    report.rejected += all.rows.length;
    const whole = (wrong: readonly Reject[]): Put[] => [
      { row, checked: { draft: null, rejects: wrong, read: null } },
    ];
    if (all.differ) return whole(all.rows.map(isRepeated));
    const { rejects } = all.checked;
    const isWrong = (one: RawRow) =>
      rejects.some(({ row: at, sheet }) => at === one.number && sheet === one.sheet);
    const others = all.rows.filter((one) => !isWrong(one)).map((one) => otherRowWrong(one, found));
    return whole([...rejects, ...others]);
  }

  /**
   * What is known, with the digests of rows that say what the network states now: its coordinators may have changed a
   * profile since the last import, and export it as it is.
   */
  private async upToDate(
    candidates: readonly Candidate[],
    known: ReadonlyMap<string, Known>,
  ): Promise<ReadonlyMap<string, Known>> {
    const others = candidates.flatMap((candidate) => {
      const before = known.get(candidate.draft.externalId);
      return before && !before.merged && before.digest !== candidate.digest
        ? [{ id: before.mediatorId, candidate }]
        : [];
    });
    if (others.length === 0) return known;
    const same = await this.database.transaction((tx) =>
      saysTheSame(tx, this.contacts, this.origin, others),
    );
    const renewed = new Map(known);
    for (const { id: mediatorId, candidate } of others) {
      const { draft, digest } = candidate;
      if (same.has(mediatorId))
        renewed.set(draft.externalId, { mediatorId, digest, names: [], merged: false });
    }
    return renewed;
  }

  /** Writes what may be written, in one transaction. */
  private async apply(tx: Transaction, writes: readonly Write[]): Promise<void> {
    const { contacts, origin } = this;
    const { observer } = this.request;
    if (!observer) return applyWrites(tx, contacts, writes, origin);
    const records = async (some: readonly Write[]) =>
      readNetworkRecords(
        tx,
        contacts,
        origin,
        some.map(({ id }) => id),
      );
    const before = await records(writes.filter(({ isNew }) => !isNew));
    const admitted = await observer.admit(tx, writes, before);
    await applyWrites(tx, contacts, admitted, origin);
    const after = await records(admitted);
    await observer.written(
      tx,
      admitted.flatMap((write) => {
        const is = after.get(write.id);
        return is
          ? [
              {
                ...placeIn(write),
                mediatorId: write.id,
                before: before.get(write.id) ?? null,
                after: is,
              },
            ]
          : [];
      }),
    );
  }

  /**
   * What becomes of a batch. The batch before need not be written: no two of a file are about one number. Who is erased
   * or changed before this one is written is found when it is.
   */
  private async decide({ candidates, rejects: wrong, rows, told }: Batch): Promise<Decided> {
    const { database, origin, contacts, erasedKeys: keys } = this;
    this.lost.throwIfAborted();
    await this.request.observer?.read(rows);
    const known = await readKnown(database, origin.networkId, candidates);
    // Asked after who is known: who is erased in between is found here.
    const { rest, erased } = await partErased({ database, keys, contacts }, origin.networkId, {
      candidates,
      known,
    });
    const { rest: sure, asked } = await this.earlier.ask(rest, known);
    const present = await this.upToDate(sure, known);
    // A dry run that nobody follows row by row only counts.
    const isPrepared = !this.request.dryRun || this.request.observer !== undefined;
    const plan = planOf(sure, present, origin, isPrepared);
    return { candidates, wrong, told, erased, asked, sure, known: present, plan };
  }

  private async write(decided: Decided): Promise<void> {
    const { database, origin } = this;
    const { observer } = this.request;
    const { wrong, told, erased, asked, sure, plan } = decided;
    const { writes, unchanged, rejects: unclear } = plan;
    let effects: readonly Effect[] = [];
    if (!this.request.dryRun) {
      await database.transaction(
        async (tx) => this.apply(tx, await withoutErased(tx, writes)),
        this.lost,
      );
    } else if (observer) {
      effects = await database.transaction((tx) => foresee(tx, this.contacts, writes, origin));
    }
    if (this.request.dryRun) {
      const alike = await this.listed.among(writes.filter(({ isNew }) => isNew));
      this.alike.push(...(alike ?? []).map(({ row }) => row));
      this.isListTooLong ||= alike === null;
    }
    this.lost.throwIfAborted();
    await observer?.told([...told, ...outcomesOf(decided, effects)]);
    const refused = new Set(unclear.map(keyOf));
    for (const one of sure) if (!refused.has(keyOf(one))) this.notes.add(one.notes);
    const created = writes.filter(({ isNew }) => isNew).length;
    this.report.created += created;
    this.report.updated += writes.length - created;
    this.report.unchanged += unchanged.length;
    this.report.rejected += erased.length + asked.length + unclear.length;
    this.report.unlisted += sure.filter(({ draft }) => !draft.consents.includes('LISTED')).length;
    this.report.incomplete += sure.filter(
      ({ statement }) => missingFields(statement).length > 0,
    ).length;
    const rejects = [...wrong, ...erased, ...asked, ...unclear].toSorted((a, b) => a.row - b.row);
    if (rejects.length === 0) return;
    if (!this.request.dryRun) await this.kept.add(rejects, this.lost);
    await this.request.onRejects?.(rejects);
  }
}

/** The outcomes of rows that were refused together, of which the last is at hand. */
function refusedRows(row: RawRow, { rejects, read }: Extract<Checked, { draft: null }>) {
  const own = keyOf({ ...row, row: row.number });
  return rejectedRows(rejects, (place) => (keyOf(place) === own ? read : null));
}

function otherRowWrong(
  { number: row, sheet }: RawRow,
  { number: value, column }: { readonly number: string; readonly column: Words },
): Reject {
  const reason = problem('number.otherRowWrong');
  return safeReject({ row, sheet, column, value, reason, suggestion: null });
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
