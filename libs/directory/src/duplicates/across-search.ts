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

/** A pair as one side is to be shown it: a network, or one of the two women. */
interface SidePair extends FoundPair {
  readonly side: string;
}

/** Whose rows: the column that names the side, and what makes a row of it unique. */
const SIDES = {
  network: { column: 'network_id', unique: 'network_id, across, one_id, other_id' },
  herself: { column: 'for_id', unique: 'for_id, one_id, other_id' },
} as const;

/**
 * Looks for women whom two networks list, once a week and for all at the same time: when a suggestion comes tells
 * nothing of when anybody was listed, changed or agreed. Each network has suggestions of its own, with its own verdicts,
 * and so has each woman on her page. How one under a code name compares with others, she alone is shown.
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
      const byId = new Map(records.map((each) => [each.record.id, each]));
      const networks = (one: string, other: string) =>
        exactlyOne(byId.get(one)?.networkIds ?? [], byId.get(other)?.networkIds ?? []);
      const recordsOf = (pseudonymous: boolean) =>
        records.filter((each) => each.pseudonymous === pseudonymous).map(({ record }) => record);
      const found = await findPairs(recordsOf(false), {
        guests: recordsOf(true),
        isWanted: (one, other) => networks(one, other).length > 0,
      });
      const pairs = found.map((pair) => ({ ...pair, bars: withoutContact(pair.bars) }));
      const isNamed = (id: string) => byId.get(id)?.pseudonymous === false;
      const named = pairs.filter(({ one, other }) => isNamed(one) && isNamed(other));
      const ofNetworks = named.flatMap((pair) =>
        networks(pair.one, pair.other).map((side) => ({ ...pair, side })),
      );
      const ofHers = pairs.flatMap((pair) => {
        const guests = [pair.one, pair.other].filter((id) => !isNamed(id));
        return (guests.length > 0 ? guests : [pair.one, pair.other]).map((side) => ({
          ...pair,
          side,
        }));
      });
      await holdWomen(tx, pairs);
      const changed = await write(tx, 'network', await withoutDifferent(tx, ofNetworks));
      await write(tx, 'herself', ofHers);
      await recordAudit(
        tx,
        viewer,
        [...changed].toSorted().map((id) => {
          const after = { id, pairs: ofNetworks.filter(({ side }) => side === id).length };
          return changeRecord('duplicates.find-across', 'network', null, after);
        }),
      );
      return ofNetworks.length;
    });
  }
}

/** In the order in which the search of a list holds them: whoever is erased meanwhile is not written about. */
async function holdWomen(tx: Transaction, pairs: readonly FoundPair[]): Promise<void> {
  await tx.query('SELECT FROM mediator WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE', [
    pairs.flatMap(({ one, other }) => [one, other]),
  ]);
}

/** One of the two has let the network of the pair `p` know that both are hers: that is not forgotten. */
const HAS_TOLD = `EXISTS (SELECT FROM duplicate_pair h WHERE h.for_id IS NOT NULL AND h.one_id = p.one_id
  AND h.other_id = p.other_id AND h.state = 'same' AND p.network_id = ANY(h.told))`;

/** What is found takes the place of what was; what somebody has said about stays. Gives the sides of which anything changed. */
async function write(
  tx: Transaction,
  kind: keyof typeof SIDES,
  pairs: readonly SidePair[],
): Promise<Set<string>> {
  const { column, unique } = SIDES[kind];
  const given = JSON.stringify(pairs.map((pair) => ({ id: uuidv7(), ...pair })));
  const gone = await tx.query<{ side: string }>(
    `DELETE FROM duplicate_pair p WHERE across AND ${column} IS NOT NULL AND state = 'open'
       AND NOT ${HAS_TOLD} AND (${column}, one_id, other_id) NOT IN
         (SELECT side, one, other FROM json_to_recordset($1) AS r(side uuid, one uuid, other uuid))
     RETURNING ${column} AS side`,
    [given],
  );
  const written = await tx.query<{ side: string }>(
    `INSERT INTO duplicate_pair (id, ${column}, across, one_id, other_id, weight, model, bars)
     SELECT r.id, side, true, one, other, weight, model, bars FROM json_to_recordset($1)
       AS r(id uuid, side uuid, one uuid, other uuid, weight integer, model text, bars jsonb)
       JOIN mediator o ON o.id = one JOIN mediator t ON t.id = other
     ON CONFLICT (${unique}) DO UPDATE SET weight = excluded.weight, model = excluded.model,
       bars = excluded.bars WHERE duplicate_pair.bars <> excluded.bars
     RETURNING ${column} AS side`,
    [given],
  );
  return new Set([...gone, ...written].map(({ side }) => side));
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
async function withoutDifferent(tx: Transaction, pairs: readonly SidePair[]): Promise<SidePair[]> {
  const rows = await tx.query<{ side: string; one: string; other: string }>(
    `SELECT p.network_id AS side, coalesce(o.merged_into, o.id) AS one, coalesce(b.merged_into, b.id) AS other
     FROM duplicate_pair p JOIN mediator o ON o.id = one_id JOIN mediator b ON b.id = other_id
     WHERE p.network_id IS NOT NULL AND p.state = 'different'`,
  );
  const keyOf = (side: string, one: string, other: string) =>
    [side, ...[one, other].toSorted()].join(' ');
  const different = new Set(rows.map((row) => keyOf(row.side, row.one, row.other)));
  return pairs.filter((pair) => !different.has(keyOf(pair.side, pair.one, pair.other)));
}
