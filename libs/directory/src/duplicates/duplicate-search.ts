import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, systemViewer, type Viewer } from '#identity';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { ContactRepository } from '../contact/contact-repository.js';
import { DUPLICATES_JOB } from './duplicates-job.js';
import { findPairs, type FoundPair } from './found-pairs.js';
import { isTold, stateOf } from './her-words.js';
import { digestOfList, recordsOfList } from './list-records.js';

/**
 * Looks for women whom a network lists twice, in each list that has changed since it was last searched. What it finds
 * follows from the list as it is and from what was decided, not from the order of changes.
 */
@Injectable()
@BackgroundJob()
export class DuplicateSearch implements JobHandler {
  readonly name = DUPLICATES_JOB;
  /** Also by itself: for what no profile's change announces, such as another address. */
  readonly schedule = '*/10 * * * *';
  private readonly viewer = systemViewer('duplicates');
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {
    this.contacts = new ContactRepository(vault);
  }

  async handle(): Promise<void> {
    await this.search(this.viewer);
  }

  /** Searches the lists that have changed. Gives how many these were. @throws NotPermittedError */
  async search(viewer: Viewer): Promise<number> {
    authorise(viewer, 'find', { kind: 'duplicate', networkId: null });
    const networks = await this.database.query<{ id: string }>(
      'SELECT id FROM network WHERE archived_at IS NULL ORDER BY id',
    );
    let searched = 0;
    for (const { id } of networks) {
      if (await this.database.transaction((tx) => this.searchList(tx, viewer, id))) searched += 1;
    }
    return searched;
  }

  private async searchList(tx: Transaction, viewer: Viewer, networkId: string): Promise<boolean> {
    await tx.query(
      `INSERT INTO duplicate_search (network_id, searched) VALUES ($1, '') ON CONFLICT DO NOTHING`,
      [networkId],
    );
    // Nobody else searches this list until the transaction ends.
    const [last] = await tx.query<{ searched: string }>(
      'SELECT searched FROM duplicate_search WHERE network_id = $1 FOR UPDATE',
      [networkId],
    );
    const { contacts, vault } = this;
    const digest = await digestOfList(tx, contacts, networkId);
    if (last?.searched === digest) return false;
    const records = await recordsOfList(tx, { contacts, vault }, this.viewer, networkId);
    const found = await findPairs(records, { different: await this.different(tx, networkId) });
    const changed = await this.write(tx, networkId, found);
    await tx.query(
      'UPDATE duplicate_search SET searched = $2, searched_at = now() WHERE network_id = $1',
      [networkId, digest],
    );
    if (changed) {
      await recordAudit(tx, viewer, [
        changeRecord('duplicates.find', 'network', null, { id: networkId, pairs: found.length }),
      ]);
    }
    return true;
  }

  /** Pairs of records that are known to be two women: also where one of them was merged into another since. */
  private async different(tx: Transaction, networkId: string): Promise<[string, string][]> {
    const rows = await tx.query<{ one: string; other: string }>(
      `SELECT coalesce(o.merged_into, o.id) AS one, coalesce(b.merged_into, b.id) AS other
       FROM duplicate_pair p JOIN mediator o ON o.id = one_id JOIN mediator b ON b.id = other_id
       WHERE p.network_id = $1 AND ${stateOf('p')} = 'different'`,
      [networkId],
    );
    return rows.map(({ one, other }) => [one, other]);
  }

  /** What is found takes the place of what was; what somebody has decided about stays. Gives whether anything changed. */
  private async write(
    tx: Transaction,
    networkId: string,
    found: readonly FoundPair[],
  ): Promise<boolean> {
    // Always in the same order, and before the pairs, so that no erasure waits for this while this waits for it.
    const held = await tx.query<{ id: string }>(
      `SELECT id FROM mediator WHERE id = ANY($2::uuid[]) OR id IN (SELECT unnest(ARRAY[one_id, other_id])
         FROM duplicate_pair WHERE network_id = $1 AND NOT across AND state = 'open') ORDER BY id FOR KEY SHARE`,
      [networkId, found.flatMap(({ one, other }) => [one, other])],
    );
    const there = new Set(held.map(({ id }) => id));
    const rows = JSON.stringify(
      found
        .filter(({ one, other }) => there.has(one) && there.has(other))
        .map((pair) => ({ id: uuidv7(), ...pair })),
    );
    const gone = await tx.query(
      `DELETE FROM duplicate_pair p WHERE network_id = $1 AND NOT across AND state = 'open' AND NOT ${isTold('p')}
         AND (one_id, other_id) NOT IN (SELECT one, other FROM json_to_recordset($2) AS r(one uuid, other uuid)) RETURNING id`,
      [networkId, rows],
    );
    const written = await tx.query(
      `INSERT INTO duplicate_pair (id, network_id, one_id, other_id, weight, model, bars)
       SELECT id, $1, one, other, weight, model, bars FROM json_to_recordset($2)
         AS r(id uuid, one uuid, other uuid, weight integer, model text, bars jsonb)
       ON CONFLICT (network_id, across, one_id, other_id) DO UPDATE SET weight = excluded.weight, model = excluded.model,
         bars = excluded.bars WHERE duplicate_pair.bars <> excluded.bars RETURNING id`,
      [networkId, rows],
    );
    return gone.length + written.length > 0;
  }
}
