import type { Reader } from '#database';
import { ageBand } from '#directory';
import { authorise, type InputProblem, type Viewer } from '#identity';
import { discountOf } from '#matching';
import { areaRegion } from '#vocabulary';
import {
  exposureTables,
  sharesAmong,
  type CountedWoman,
  type ExposureTables,
  type Shares,
} from './exposure-tables.js';
import { refuse } from '../refuse.js';
import { COUNTED_WOMEN, placesWhere } from './places.js';

/** First day of a month to last day of one (ISO 8601). */
export interface ExposurePeriod {
  readonly from: string;
  readonly to: string;
}

/** A network that a coordinator asks about. */
export interface ReportedNetwork {
  readonly id: string;
  readonly slug: string;
}

/** Who came before organizers in a period: of all who are counted, or of one network. */
export interface ExposureReport extends ExposurePeriod, ExposureTables {
  readonly network: string | null;
  /** What the network is among all; null for a report of all, and where few are on either side. */
  readonly ofAll: Shares | null;
}

interface Row {
  readonly networks: readonly string[];
  readonly territories: readonly string[];
  readonly birthYear: number | null;
  readonly shown: boolean;
  readonly shortlisted: boolean;
  readonly places: readonly number[] | null;
}

const WOMEN = `
WITH woman AS (${COUNTED_WOMEN}),
place AS (${placesWhere(`e.at >= $1::date AND e.at < $2::date + 1`)}),
hers AS (SELECT id, bool_or(shown) AS shown, bool_or(shortlisted) AS shortlisted, json_agg(place) AS places
  FROM place GROUP BY id)
SELECT m.birth_year AS "birthYear", coalesce(h.shown, false) AS shown, coalesce(h.shortlisted, false) AS shortlisted,
  h.places,
  ARRAY(SELECT n.slug FROM affiliation a JOIN network n ON n.id = a.network_id
    WHERE a.mediator_id = m.id AND a.status = 'verified') AS networks,
  ARRAY(SELECT t.territory FROM mediator_territory t WHERE t.mediator_id = m.id) AS territories
FROM woman w JOIN mediator m ON m.id = w.id LEFT JOIN hers h ON h.id = w.id`;

/** Says who came before organizers, and whether that is fair, without telling of any one woman. */
export class ExposureReportService {
  constructor(
    private readonly database: Reader,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Of all networks, for those who answer for the whole, or of one, for its coordinators: nobody else may
   * ask for both, so that no network's numbers are the difference of two reports.
   *
   * @throws NotPermittedError, InvalidInputError
   */
  async report(
    viewer: Viewer,
    { from, to }: ExposurePeriod,
    network: ReportedNetwork | null,
  ): Promise<ExposureReport> {
    const networkId = network?.id ?? null;
    if (network) authorise(viewer, 'read', { kind: 'exposure', networkId });
    else authorise(viewer, 'read-all', { kind: 'exposure', networkId });
    refuse(periodProblems(from, to));
    const rows = await this.database.query<Row>(WOMEN, [from, to]);
    const year = this.now().getUTCFullYear();
    const all = rows.map((row) => countedWoman(row, year));
    const slug = network?.slug ?? null;
    if (slug === null) return { from, to, network: null, ofAll: null, ...exposureTables(all) };
    const belongs = ({ rows: { network: slugs } }: CountedWoman) => slugs.includes(slug);
    const ofAll = sharesAmong(all, belongs);
    return { from, to, network: slug, ofAll, ...exposureTables(all.filter(belongs)) };
  }

  /** The last twelve months, the present one included. */
  lastYear(): ExposurePeriod {
    const today = this.now();
    const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
    return { from: dayOf(Date.UTC(year, month - 11, 1)), to: dayOf(Date.UTC(year, month + 1, 0)) };
  }
}

function countedWoman(
  { networks, territories, birthYear, shown, shortlisted, places }: Row,
  year: number,
): CountedWoman {
  const regions = territories.map((code) => areaRegion(code) ?? code);
  return {
    shown,
    shortlisted,
    exposure: (places ?? []).reduce((sum, place) => sum + discountOf(place), 0),
    rows: {
      network: orUnstated(networks),
      region: orUnstated(regions),
      'age-band': [ageBand(birthYear, year)],
    },
  };
}

function orUnstated(codes: readonly string[]): readonly (string | null)[] {
  return codes.length === 0 ? [null] : codes;
}

/** Whole months only: the fewer periods can be asked for, the less their differences tell. */
function periodProblems(from: string, to: string): InputProblem[] {
  const problem = (path: string, code: string, message: string): InputProblem => ({
    path,
    code,
    message,
  });
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (!isDay(from, first) || !from.endsWith('-01')) {
    return [problem('from', 'MALFORMED', 'The period begins on the first day of a month.')];
  }
  if (!isDay(to, last) || !dayOf(last + DAY).endsWith('-01')) {
    return [problem('to', 'MALFORMED', 'The period ends on the last day of a month.')];
  }
  if (first <= last) return [];
  return [problem('to', 'OUT_OF_RANGE', 'The period ends before it begins.')];
}

const DAY = 24 * 60 * 60 * 1000;

function isDay(text: string, moment: number): boolean {
  return !Number.isNaN(moment) && dayOf(moment) === text;
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
