import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { startOf } from '#kernel';
import { Database, type Transaction } from '#database';
import { type ProfileView, SELECT_COUNTED, selectVerifiedSlugs, vettedViews } from '#directory';
import { recordAudit, systemViewer } from '#identity';
import { discountOf } from '#matching';
import { areaRegion, WORLD } from '#vocabulary';
import {
  exposureOf,
  exposureTables,
  sharesAmong,
  toldNetworks,
  type CountedWoman,
  type ExposureTables,
  type Shares,
} from './exposure-tables.js';
import { placesWhere } from './places.js';
import { endedQuarters, type Quarter } from './quarters.js';

/** Quarters back from the present one of which anything is told: the longest window of rotation. */
export const TOLD_QUARTERS = 12;

/** What is told of the women of one network in a quarter, and what the network is among all. */
export interface NetworkNumbers extends ExposureTables {
  readonly ofAll: Shares | null;
}

/** All that is ever told of a quarter. */
export interface QuarterNumbers {
  readonly all: ExposureTables;
  /** By slug; networks of which nothing may be told by themselves are not there. */
  readonly networks: Readonly<Record<string, NetworkNumbers>>;
  /** What decides which networks are under-represented; null where the exposure of all is not told of. */
  readonly sums: ExposureSums | null;
}

/** How many women there are and how much they came before organizers, in micro-units. */
export interface ExposureSum {
  readonly women: number;
  readonly exposure: number;
}

export interface ExposureSums {
  readonly all: ExposureSum;
  /** By slug. */
  readonly networks: Readonly<Record<string, ExposureSum>>;
}

interface Row {
  readonly id: string;
  readonly listedBy: readonly string[];
  readonly shown: boolean;
  readonly shortlisted: boolean;
  readonly places: readonly number[] | null;
}

/** The days are those of UTC, whatever the time zone of the database. */
const WOMEN = `
WITH woman AS (${SELECT_COUNTED}),
place AS (${placesWhere(`e.at >= $1::timestamp AT TIME ZONE 'UTC' AND e.at < ($2::timestamp + interval '1 day') AT TIME ZONE 'UTC'`)}),
hers AS (SELECT id, bool_or(shown) AS shown, bool_or(shortlisted) AS shortlisted, json_agg(place) AS places
  FROM place GROUP BY id)
SELECT w.id, coalesce(h.shown, false) AS shown, coalesce(h.shortlisted, false) AS shortlisted,
  h.places,
  ARRAY(${selectVerifiedSlugs('w.id')}) AS "listedBy"
FROM woman w LEFT JOIN hers h ON h.id = w.id`;

const STORED = `SELECT first_day::text AS from, numbers FROM exposure_quarter WHERE first_day = ANY($1::date[])`;

const STORE = `INSERT INTO exposure_quarter (first_day, numbers) VALUES ($1, $2)
ON CONFLICT (first_day) DO NOTHING RETURNING first_day`;

/**
 * Statistics of exposure, by whole quarters that have ended. Those of a quarter are made once, for all and
 * for each network from the same rows, and are the same ever after: no two answers can be subtracted from
 * each other. They are sums of five women or more; rows of single women are not kept.
 */
@Injectable()
export class ExposureReleases {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** Quarters that can be asked about, the latest first. */
  quarters(): Quarter[] {
    return endedQuarters(this.now(), TOLD_QUARTERS);
  }

  /** The numbers of all quarters that can be asked about, by their first day. Makes those that are missing. */
  async numbers(): Promise<ReadonlyMap<string, QuarterNumbers>> {
    const quarters = this.quarters();
    const stored = await this.stored(quarters);
    const missing = quarters.filter(({ from }) => !stored.has(from));
    if (missing.length === 0) return stored;
    await this.database.transaction(async (tx) => {
      // Whoever comes second waits, and finds all of it made.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('exposure quarters', 0))`);
      for (const quarter of missing) await this.release(tx, quarter);
    });
    return this.stored(quarters);
  }

  private async stored(quarters: readonly Quarter[]): Promise<Map<string, QuarterNumbers>> {
    const rows = await this.database.query<{ from: string; numbers: QuarterNumbers }>(STORED, [
      quarters.map(({ from }) => from),
    ]);
    return new Map(rows.map(({ from, numbers }) => [from, numbers]));
  }

  private async release(tx: Transaction, { from, to }: Quarter): Promise<void> {
    const rows = await tx.query<Row>(WOMEN, [from, to]);
    const numbers = numbersOf(await counted(tx, rows, startOf(to)));
    const made = await tx.query(STORE, [from, JSON.stringify(numbers)]);
    if (made.length === 0) return;
    await recordAudit(tx, systemViewer('statistics'), [
      {
        action: 'exposure.release',
        subjectKind: 'exposure',
        subjectId: null,
        before: null,
        after: { from, numbers },
      },
    ]);
  }
}

/** All that may be told of these women in a quarter. */
export function numbersOf(women: readonly CountedWoman[]): QuarterNumbers {
  const all = exposureTables(women);
  const slugs = [...toldNetworks(women, ({ listedBy }) => listedBy)].toSorted();
  const belongsTo = (slug: string) => (woman: CountedWoman) => woman.listedBy.includes(slug);
  return {
    all,
    networks: Object.fromEntries(
      slugs.map((slug) => [
        slug,
        {
          ofAll: sharesAmong(women, belongsTo(slug)),
          ...exposureTables(women.filter(belongsTo(slug))),
        },
      ]),
    ),
    sums:
      all.gini === null
        ? null
        : {
            all: exposureOf(women),
            networks: Object.fromEntries(
              slugs.map((slug) => [slug, exposureOf(women.filter(belongsTo(slug)))]),
            ),
          },
  };
}

async function counted(
  tx: Transaction,
  rows: readonly Row[],
  lastDay: Date,
): Promise<CountedWoman[]> {
  const of = new Map(rows.map((row) => [row.id, row]));
  const women: CountedWoman[] = [];
  for await (const { id, view } of vettedViews(tx, [...of.keys()], lastDay)) {
    women.push(countedWoman(of.get(id)!, view));
  }
  return women;
}

/**
 * In the rows of what verified organizers see of her, and so of what her class shows where she is
 * pseudonymous: a table does not say where somebody is of whom that is not shown.
 */
function countedWoman(
  { listedBy, shown, shortlisted, places }: Row,
  view: ProfileView | null,
): CountedWoman {
  const regions = view?.territories.map(rowOfArea) ?? [];
  return {
    shown,
    shortlisted,
    exposure: (places ?? []).reduce((sum, place) => sum + discountOf(place), 0),
    listedBy,
    rows: {
      network: orUnstated(view?.networks.map(({ slug }) => slug) ?? []),
      region: orUnstated(regions),
      'age-band': [view?.ageBand ?? null],
    },
  };
}

/** The sub-region of a territory; a region as it is, and the world as nothing that is said. */
function rowOfArea(code: string): string | null {
  return code === WORLD ? null : (areaRegion(code) ?? code);
}

function orUnstated(codes: readonly (string | null)[]): readonly (string | null)[] {
  return codes.length === 0 ? [null] : codes;
}
