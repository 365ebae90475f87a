import { CLOCK } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, systemViewer, type Viewer } from '#identity';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { ContactRepository } from '../contact/contact-repository.js';
import { acrossRecords } from './across-records.js';
import { findPairs, type FoundPair } from './found-pairs.js';
import { withoutContact } from './seen-bars.js';

/** A pair as one network is to be shown it. */
interface NetworkPair extends FoundPair {
  readonly networkId: string;
}

/**
 * Looks for women whom two networks list, once a week and for all at the same time: when a suggestion comes tells
 * nothing of when anybody was listed, changed or agreed. Each network has suggestions of its own, with its own verdicts.
 */
@Injectable()
@BackgroundJob()
export class AcrossSearch implements JobHandler {
  readonly name = 'duplicates-across';
  readonly schedule = '11 2 * * 1';
  private readonly viewer = systemViewer('duplicates');
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {
    this.contacts = new ContactRepository(vault);
  }

  async handle(): Promise<void> {
    await this.search(this.viewer);
  }

  /** Searches all lists against each other. Gives how many suggestions of networks there are. @throws NotPermittedError */
  async search(viewer: Viewer): Promise<number> {
    authorise(viewer, 'find', { kind: 'duplicate', networkId: null });
    return this.database.transaction(async (tx) => {
      const { contacts, vault } = this;
      const records = await acrossRecords(tx, { contacts, vault }, this.viewer, this.now());
      const networksOf = new Map(records.map(({ record, networkIds }) => [record.id, networkIds]));
      const sides = (one: string, other: string) =>
        exactlyOne(networksOf.get(one) ?? [], networksOf.get(other) ?? []);
      const found = await findPairs(
        records.map(({ record }) => record),
        { isWanted: (one, other) => sides(one, other).length > 0 },
      );
      const pairs = found
        .map((pair) => ({ ...pair, bars: withoutContact(pair.bars) }))
        .flatMap((pair) =>
          sides(pair.one, pair.other).map((networkId) => ({ ...pair, networkId })),
        );
      return this.write(tx, viewer, await withoutDifferent(tx, pairs));
    });
  }

  /** What is found takes the place of what was; what somebody has decided about stays. */
  private async write(
    tx: Transaction,
    viewer: Viewer,
    pairs: readonly NetworkPair[],
  ): Promise<number> {
    // In the order in which the search of a list holds them.
    const held = await tx.query<{ id: string }>(
      'SELECT id FROM mediator WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE',
      [pairs.flatMap(({ one, other }) => [one, other])],
    );
    const there = new Set(held.map(({ id }) => id));
    const rows = pairs.filter(({ one, other }) => there.has(one) && there.has(other));
    const given = JSON.stringify(rows.map((pair) => ({ id: uuidv7(), ...pair })));
    const gone = await tx.query<{ networkId: string }>(
      `DELETE FROM duplicate_pair WHERE across AND state = 'open' AND (network_id, one_id, other_id) NOT IN
         (SELECT "networkId", one, other FROM json_to_recordset($1) AS r("networkId" uuid, one uuid, other uuid))
       RETURNING network_id AS "networkId"`,
      [given],
    );
    const written = await tx.query<{ networkId: string }>(
      `INSERT INTO duplicate_pair (id, network_id, across, one_id, other_id, weight, model, bars)
       SELECT id, "networkId", true, one, other, weight, model, bars FROM json_to_recordset($1)
         AS r(id uuid, "networkId" uuid, one uuid, other uuid, weight integer, model text, bars jsonb)
       ON CONFLICT (network_id, across, one_id, other_id) DO UPDATE SET weight = excluded.weight,
         model = excluded.model, bars = excluded.bars WHERE duplicate_pair.bars <> excluded.bars
       RETURNING network_id AS "networkId"`,
      [given],
    );
    const changed = new Set([...gone, ...written].map(({ networkId }) => networkId));
    await recordAudit(
      tx,
      viewer,
      [...changed].toSorted().map((id) => {
        const after = { id, pairs: rows.filter(({ networkId }) => networkId === id).length };
        return changeRecord('duplicates.find-across', 'network', null, after);
      }),
    );
    return rows.length;
  }
}

/** The networks that list one of two women and not the other. */
function exactlyOne(one: readonly string[], other: readonly string[]): string[] {
  // Each network that lists one of them sees a woman of another list, so both need to be on some list of their own.
  return [
    ...one.filter((network) => !other.includes(network)),
    ...other.filter((network) => !one.includes(network)),
  ];
}

/** Leaves out what a network knows to be two women: also where one of them was merged into another since. */
async function withoutDifferent(
  tx: Transaction,
  pairs: readonly NetworkPair[],
): Promise<NetworkPair[]> {
  const rows = await tx.query<{ networkId: string; one: string; other: string }>(
    `SELECT p.network_id AS "networkId", coalesce(o.merged_into, o.id) AS one, coalesce(b.merged_into, b.id) AS other
     FROM duplicate_pair p JOIN mediator o ON o.id = one_id JOIN mediator b ON b.id = other_id
     WHERE p.state = 'different'`,
  );
  const keyOf = (networkId: string, one: string, other: string) =>
    [networkId, ...[one, other].toSorted()].join(' ');
  const different = new Set(rows.map((row) => keyOf(row.networkId, row.one, row.other)));
  return pairs.filter((pair) => !different.has(keyOf(pair.networkId, pair.one, pair.other)));
}
