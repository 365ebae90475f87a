import { type Candidate, candidateProblems, InvalidCandidate } from '../candidate.js';
import { CandidateLists, type Ties, wordsOf } from './candidate-lists.js';
import { Columns } from './columns.js';
import { Dictionaries } from './dictionaries.js';
import { IdIndex, UuidColumn } from './uuid-columns.js';

const NO_ROW = 0xffff_ffff;

/** What is read of a candidate without her longer lists. */
export type Facts = ReturnType<Columns['read']> & Ties;

/**
 * All candidates in memory, as typed columns: some 130 to 270 bytes a profile.
 *
 * - `upsert`, `remove`, `has` and `get` take time proportional to one candidate, never to the pool
 *   (growing a column copies it, which averages out to the same).
 * - Rows and lists of removed candidates are reused; nothing is ever compacted.
 * - `rank` runs to its end without yielding, and so do `upsert` and `remove`. JavaScript runs one of
 *   them at a time, so a ranking is a snapshot: it never sees half an update. Two pages of one
 *   ranking may lie on both sides of an update; `version` tells.
 */
export class CandidatePool {
  /** For the ranking, which reads them and never writes. */
  readonly columns = new Columns();
  readonly lists = new CandidateLists();
  readonly ids = new IdIndex();
  readonly lots = new UuidColumn();
  readonly dictionaries = new Dictionaries();

  /** Rows ever used; free ones among them lack the live flag. */
  private rowCount = 0;
  private freeRow = NO_ROW;
  private changes = 0;

  /** How many candidates the pool holds. */
  get size(): number {
    return this.ids.size;
  }

  /** Rows to scan. */
  get rows(): number {
    return this.rowCount;
  }

  /** Grows with every change; two rankings under one version saw the same pool. */
  get version(): number {
    return this.changes;
  }

  /** Resident bytes: typed arrays at full capacity, dictionaries by an estimate. */
  get bytes(): number {
    const { columns, lists, ids, lots, dictionaries } = this;
    return columns.bytes + lists.bytes + ids.bytes + lots.bytes + dictionaries.bytes;
  }

  has(id: string): boolean {
    return this.ids.find(id) >= 0;
  }

  /**
   * The candidate as the ranking sees her: repeated items dropped, intervals merged, roles, tracks and
   * processes in the vocabulary's order.
   */
  get(id: string): Candidate | undefined {
    const row = this.ids.find(id);
    return row < 0 ? undefined : this.candidateAt(row);
  }

  /** The lot of a candidate. */
  lotOf(id: string): string | undefined {
    const row = this.ids.find(id);
    return row < 0 ? undefined : this.lots.idOf(row);
  }

  /** Like `get`, by a row that is in use. */
  candidateAt(row: number): Candidate {
    const lists = this.lists.read(row, this.dictionaries);
    const lot = this.lots.idOf(row);
    const ruledOut = this.columns.showsRuledOut(row) ? lists.ruledOut : null;
    return { id: this.ids.idOf(row), lot, ...this.columns.read(row), ...lists, ruledOut };
  }

  /** Like `candidateAt`, without what takes longer to read. */
  factsAt(row: number): Facts {
    return { ...this.columns.read(row), ...this.lists.readTies(row, this.dictionaries) };
  }

  /**
   * Adds a candidate, or replaces the one with her id.
   *
   * Throws InvalidCandidate with everything that is wrong, the pool unchanged: a caller that cannot
   * repair an update must `remove` her, or she would be matched by what she has since withdrawn.
   */
  upsert(candidate: Candidate): void {
    const problems = candidateProblems(candidate);
    if (problems.length > 0) throw new InvalidCandidate(problems);
    const words = wordsOf(candidate, this.dictionaries);

    let row = this.ids.find(candidate.id);
    if (row < 0) {
      row = this.takeRow();
      this.ids.put(row, candidate.id);
    }
    this.lots.put(row, candidate.lot);
    this.lists.write(row, words);
    this.columns.write(row, candidate);
    this.changes++;
  }

  /** Forgets a candidate; false when the pool does not hold her. */
  remove(id: string): boolean {
    const row = this.ids.find(id);
    if (row < 0) return false;
    this.ids.remove(row);
    this.lists.clear(row);
    this.columns.free(row, this.freeRow);
    this.freeRow = row;
    this.changes++;
    return true;
  }

  private takeRow(): number {
    if (this.freeRow === NO_ROW) {
      this.columns.reserve(this.rowCount + 1);
      this.lists.reserve(this.rowCount + 1);
      return this.rowCount++;
    }
    const row = this.freeRow;
    this.freeRow = this.columns.nextFree(row);
    return row;
  }
}
