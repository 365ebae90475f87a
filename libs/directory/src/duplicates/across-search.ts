import { CLOCK } from '#config';
import { BackgroundJob, Database, type JobHandler, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, systemViewer, type Viewer } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { acrossRecords, type AcrossRecord } from './across-records.js';
import { findPairs, findPairsOfGuests, type FoundPair } from './found-pairs.js';
import { isTold, stateOf } from './her-words.js';
import { forNetworks } from './seen-pairs.js';

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
 * from what verified organizers see. Each woman has hers, from her own record and what everyone sees of others: one under a
 * code name takes part for nobody else.
 */
@Injectable()
@BackgroundJob()
export class AcrossSearch implements JobHandler {
  readonly name = 'duplicates-across';
  readonly schedule = '11 2 * * 1';
  private readonly viewer = systemViewer('duplicates');

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  async handle(): Promise<void> {
    await this.search(this.viewer);
  }

  /** Searches all lists against each other. Gives how many suggestions of networks there are. @throws NotPermittedError */
  async search(viewer: Viewer): Promise<number> {
    authorise(viewer, 'find', { kind: 'duplicate', networkId: null });
    return this.database.transaction(async (tx) => {
      const records = await acrossRecords(tx, this.now());
      const ofNetworks = await pairsOfNetworks(records);
      const ofHers = await pairsOfHers(records);
      await holdWomen(tx, [...ofNetworks, ...ofHers]);
      const changed = await write(tx, 'network', await withoutDifferent(tx, ofNetworks));
      await write(tx, 'herself', await withoutSaid(tx, ofHers));
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

/** What networks are shown: pairs of which a network lists one woman and not the other. */
async function pairsOfNetworks(all: readonly AcrossRecord[]): Promise<SidePair[]> {
  const byId = new Map(all.map((each) => [each.id, each]));
  const networks = (one: string, other: string) =>
    exactlyOne(byId.get(one)?.networkIds ?? [], byId.get(other)?.networkIds ?? []);
  const found = await findPairs(
    all.flatMap(({ toNetworks }) => toNetworks ?? []),
    { isWanted: (one, other) => networks(one, other).length > 0 },
  );
  return found.flatMap((pair) =>
    networks(pair.one, pair.other).map((side) => ({ ...forNetworks(pair), side })),
  );
}

/** What each woman is shown: other entries that are perhaps hers, of the same network, too. She is told of no comparison. */
async function pairsOfHers(all: readonly AcrossRecord[]): Promise<SidePair[]> {
  const found = await findPairsOfGuests(
    all.flatMap(({ toOthers }) => toOthers ?? []),
    all.map(({ toHerself }) => toHerself),
  );
  return [...found].flatMap(([side, pairs]) => pairs.map((pair) => ({ ...pair, bars: [], side })));
}

/** In the order in which the search of a list holds them: whoever is erased meanwhile is not written about. */
async function holdWomen(tx: Transaction, pairs: readonly FoundPair[]): Promise<void> {
  await tx.query('SELECT FROM mediator WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE', [
    pairs.flatMap(({ one, other }) => [one, other]),
  ]);
}

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
       AND NOT ${isTold('p')} AND (${column}, one_id, other_id) NOT IN
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
       bars = excluded.bars
       WHERE (duplicate_pair.weight, duplicate_pair.bars) IS DISTINCT FROM (excluded.weight, excluded.bars)
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
     WHERE p.network_id IS NOT NULL AND ${stateOf('p')} = 'different'`,
  );
  return without(pairs, rows);
}

/** Leaves out what a woman has said something about already, by a record that was merged into hers. */
async function withoutSaid(tx: Transaction, pairs: readonly SidePair[]): Promise<SidePair[]> {
  const rows = await tx.query<{ side: string; one: string; other: string }>(
    `SELECT f.merged_into AS side, coalesce(o.merged_into, o.id) AS one, coalesce(t.merged_into, t.id) AS other
     FROM duplicate_pair p JOIN mediator f ON f.id = p.for_id
       JOIN mediator o ON o.id = p.one_id JOIN mediator t ON t.id = p.other_id
     WHERE f.merged_into IS NOT NULL AND p.state <> 'open'`,
  );
  return without(pairs, rows);
}

interface Sided {
  readonly side: string;
  readonly one: string;
  readonly other: string;
}

function without(pairs: readonly SidePair[], known: readonly Sided[]): SidePair[] {
  const keyOf = ({ side, one, other }: Sided) => [side, ...[one, other].toSorted()].join(' ');
  const keys = new Set(known.map(keyOf));
  return pairs.filter((pair) => !keys.has(keyOf(pair)));
}
