import { CLOCK, type Clock } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { ProfileService, selectHeld, type ProfileRecord } from '#directory';
import type { IndexedClearance } from '#identity';
import { INDEXED_CLEARANCES } from '#search';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { shownText } from './shown.js';
import { tellWebhooks } from '../webhook/webhook-events.js';
import { LOOKS, toldAt } from './told-at.js';

const FEED = 'change-feed';
/** Profiles compared at a time, and entries written at a time. */
const BATCH = 500;
/** Days for which a removal is told. Whoever comes back later starts again. */
const TOLD_DAYS = 30;

/** What those of a clearance were told of a woman last, or are to be told. */
interface Telling {
  readonly clearance: IndexedClearance;
  readonly publicId: string;
  readonly mediatorId: string | null;
  /** Null if she is not shown any more. */
  readonly digest: string | null;
}

const HELD = `SELECT clearance, public_id AS "publicId", mediator_id AS "mediatorId", digest
  FROM followed_profile WHERE digest IS NOT NULL AND`;

/** Removals, and appearances of those who are still there; whoever was erased meanwhile is told of the next time. */
const WRITE = `
WITH told AS (
  SELECT * FROM json_to_recordset($3) AS t("publicId" uuid, "mediatorId" uuid, digest text, place bigint)
), there AS (
  ${selectHeld('IN (SELECT "mediatorId" FROM told WHERE digest IS NOT NULL)')}
), removed AS (
  UPDATE followed_profile f SET place = t.place, told_at = $2, digest = NULL
  FROM told t WHERE f.clearance = $1 AND f.public_id = t."publicId" AND t.digest IS NULL
)
INSERT INTO followed_profile AS f (clearance, public_id, mediator_id, place, since, told_at, digest)
SELECT $1, t."publicId", there.id, t.place, t.place, $2, t.digest
FROM told t JOIN there ON there.id = t."mediatorId" WHERE t.digest IS NOT NULL
ON CONFLICT (clearance, public_id) DO UPDATE SET mediator_id = excluded.mediator_id, place = excluded.place,
  since = CASE WHEN f.digest IS NULL THEN excluded.place ELSE f.since END,
  told_at = excluded.told_at, digest = excluded.digest`;

/**
 * Writes the feeds: compares what each clearance sees now of the women who changed with what it was told last, and tells
 * the difference. A change that a clearance does not see makes no entry, moves no place and tells no webhook.
 *
 * Which women changed is asked of the database from one boundary to the next, as the pools do. In the first run of a
 * process and of a day (UTC) all are compared: some of what is shown depends on the day.
 */
@Injectable()
@BackgroundJob()
export class FeedJob implements JobHandler {
  readonly name = FEED;
  readonly schedule = LOOKS;
  /** Up to where changes have been told; null before the first run. */
  private boundary: string | null = null;
  private day: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileService,
    @Inject(Vault) private readonly vault: Pick<Vault, 'fingerprint'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.database.exclusively(FEED, (lost) => this.tell(lost));
  }

  private async tell(lost: AbortSignal): Promise<void> {
    const day = this.profiles.today();
    const since = this.day === day ? this.boundary : null;
    const { boundary, ids } = await this.profiles.changedSince(since);
    const tellings = await this.erased();
    if (since === null) {
      for await (const records of this.profiles.allRecords()) {
        tellings.push(...(await this.compare(records)));
      }
      await this.forget();
    } else {
      const changed = [...new Set(ids)];
      for (let from = 0; from < changed.length; from += BATCH) {
        const some = changed.slice(from, from + BATCH);
        tellings.push(...(await this.compare(await this.profiles.recordsByIds(some))));
      }
    }
    if (tellings.length > 0) await this.write(tellings, lost);
    [this.boundary, this.day] = [boundary, day];
  }

  /** What is to be told of these women: nothing of whom each clearance sees as it was told. */
  private async compare(records: readonly ProfileRecord[]): Promise<Telling[]> {
    const held = await this.database.query<Telling>(`${HELD} mediator_id = ANY($1)`, [
      records.map(({ id }) => id),
    ]);
    const told = new Map(held.map((one) => [keyOf(one), one]));
    const tellings: Telling[] = [];
    for (const clearance of INDEXED_CLEARANCES) {
      for (const view of this.profiles.project(records, clearance)) {
        const { id: mediatorId, publicId } = view;
        const digest = this.vault.fingerprint(shownText(view));
        const one = { clearance, publicId, mediatorId, digest };
        if (told.get(keyOf(one))?.digest !== digest) tellings.push(one);
        told.delete(keyOf(one));
      }
    }
    return [...tellings, ...[...told.values()].map((one) => ({ ...one, digest: null }))];
  }

  private async erased(): Promise<Telling[]> {
    const held = await this.database.query<Telling>(`${HELD} mediator_id IS NULL`);
    return held.map((one) => ({ ...one, digest: null }));
  }

  private async write(tellings: readonly Telling[], lost: AbortSignal): Promise<void> {
    await this.database.transaction(async (tx) => {
      const at = toldAt(this.now());
      for (const clearance of INDEXED_CLEARANCES) {
        const told = tellings.filter((one) => one.clearance === clearance);
        if (told.length === 0) continue;
        await writeBatch(tx, clearance, at, told);
        await tellWebhooks(tx, clearance, at);
      }
    }, lost);
  }

  /** Removals that have been told for long enough, and the batches before them. */
  private async forget(): Promise<void> {
    await this.database.query(
      `WITH old AS (SELECT clearance, max(last) AS last FROM feed_batch WHERE told_at < $1 GROUP BY clearance),
         removals AS (DELETE FROM followed_profile f USING old
           WHERE f.clearance = old.clearance AND f.digest IS NULL AND f.place <= old.last)
       DELETE FROM feed_batch b USING old WHERE b.clearance = old.clearance AND b.last < old.last`,
      [new Date(this.now().getTime() - TOLD_DAYS * 86_400_000)],
    );
  }
}

/** In the order of ids that say nothing: neither that of the changes nor that of names. */
async function writeBatch(
  tx: Transaction,
  clearance: IndexedClearance,
  at: Date,
  told: readonly Telling[],
): Promise<void> {
  const [head] = await tx.query<{ last: string | null }>(
    'SELECT max(last) AS last FROM feed_batch WHERE clearance = $1',
    [clearance],
  );
  const first = Number(head?.last ?? 0) + 1;
  const placed = told
    .toSorted((a, b) => (a.publicId < b.publicId ? -1 : 1))
    .map((one, i) => ({ ...one, place: first + i }));
  for (let from = 0; from < placed.length; from += BATCH) {
    await tx.query(WRITE, [clearance, at, JSON.stringify(placed.slice(from, from + BATCH))]);
  }
  if (first === 1) await insertBatch(tx, clearance, 0, at);
  await insertBatch(tx, clearance, first + placed.length - 1, at);
}

async function insertBatch(
  tx: Transaction,
  clearance: IndexedClearance,
  last: number,
  at: Date,
): Promise<void> {
  await tx.query('INSERT INTO feed_batch (clearance, last, told_at) VALUES ($1, $2, $3)', [
    clearance,
    last,
    at,
  ]);
}

function keyOf({ clearance, publicId }: Pick<Telling, 'clearance' | 'publicId'>): string {
  return `${clearance} ${publicId}`;
}
