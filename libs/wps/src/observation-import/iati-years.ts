import { refusal } from '#messages';
import type { Sharing } from '../records/lists.js';
import { UNIT, type IatiActivity, type IatiAmounts, type IatiFile } from './iati-activities.js';
import type { StateYears } from './licensed-import.js';
import type { ObservationLine } from './observation-lines.js';

/** What an operator says of her file. */
export interface IatiEdition {
  /** As `donor tracker, March 2026`: it stands in the source of each observation. */
  readonly edition: string;
  readonly amounts: IatiAmounts;
  readonly sharing: Sharing;
}

const FRAMEWORK = 'oecd-gender-marker';
const PRINCIPAL = 'principal objective';
const CARRIED = 'carried out by civil society';
const METHOD =
  'Import by the operator of this directory from a file of IATI that is licensed to the operator; nobody has compared it with its publisher’s books. Counted is money for this country by calendar year (of a budget the year in which its period begins). Activities without the gender equality policy marker were not screened: they are not counted as 0, and in no share. Money carried out by civil society is compared with money of activities that tell the kind of whoever carries them out, and of one kind alone.';

interface Sums {
  readonly line: number;
  all: bigint;
  screened: bigint;
  gender: bigint;
  principal: bigint;
  /** Of the screened what tells who carries it out, and of that what has gender equality as an objective and is civil society's. */
  told: bigint;
  civil: bigint;
}

/**
 * Money by state, calendar year and currency: how much of it was screened (`coverage`), and of the screened how much has gender
 * equality as an objective (`gender-share`), as its principal one, and as one that civil society carries out. Each share says how
 * much of the money it is about.
 *
 * A part of an activity of the same file counts nowhere if both have money: it would be counted twice.
 */
export function iatiYears(
  { activities, rejects: broken }: IatiFile,
  stated: IatiEdition,
): StateYears {
  const rejects = [...broken];
  const withMoney = new Set(
    activities.filter(({ amounts }) => amounts.length > 0).map(({ identifier }) => identifier),
  );
  const sums = new Map<string, Sums>();
  let elsewhere = 0;
  let untold = 0;
  for (const activity of activities) {
    const { line, parents, amounts } = activity;
    if (amounts.length > 0 && parents.some((parent) => withMoney.has(parent))) {
      const message = refusal('wps.partOfOther');
      rejects.push({ line, column: 'related-activity', message });
      continue;
    }
    elsewhere += activity.elsewhere;
    if (amounts.length > 0 && activity.marker !== null && activity.carrier === null) untold++;
    add(sums, activity);
  }
  const currencies = new Map<string, Set<string>>();
  for (const key of sums.keys()) {
    const [country, year, currency] = key.split(' ') as [string, string, string];
    const of = `${country} ${year}`;
    currencies.set(of, (currencies.get(of) ?? new Set()).add(currency));
  }
  const lines: ObservationLine[] = [];
  for (const [key, sum] of [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [country, year, currency] = key.split(' ') as [string, string, string];
    if (!isCountable(sum)) {
      const message = refusal('wps.negativeSums', { country, year, currency });
      rejects.push({ line: sum.line, column: stated.amounts, message });
      continue;
    }
    if (!isCarriedCountable(sum)) {
      const message = refusal('wps.negativeSums', { country, year, currency });
      rejects.push({ line: sum.line, column: 'participating-org', message });
    }
    // Sums of several currencies are parts: no rate of exchange is assumed.
    const isWhole = currencies.get(`${country} ${year}`)!.size === 1;
    lines.push(...linesOf(country, year, isWhole ? null : currency, sum, stated));
  }
  return { lines, rejects: rejects.toSorted((a, b) => a.line - b.line), elsewhere, untold };
}

function add(sums: Map<string, Sums>, { line, marker, carrier, amounts }: IatiActivity): void {
  for (const { country, year, currency, amount } of amounts) {
    const key = `${country} ${year} ${currency}`;
    const sum = sums.get(key) ?? { line, ...NOTHING };
    sums.set(key, sum);
    sum.all += amount;
    if (marker === null) continue;
    sum.screened += amount;
    if (marker > 0) sum.gender += amount;
    if (marker === 2) sum.principal += amount;
    if (carrier === null) continue;
    sum.told += amount;
    if (marker > 0 && carrier === 'civil-society') sum.civil += amount;
  }
}

const NOTHING = { all: 0n, screened: 0n, gender: 0n, principal: 0n, told: 0n, civil: 0n } as const;

/** The same of what civil society carries out: where nothing is told of it, there is no share. */
function isCarriedCountable({ screened, told, civil }: Sums): boolean {
  return civil >= 0n && told >= civil && screened >= told;
}

/** Whether shares can be made of them: what is given back can outweigh the rest. */
function isCountable({ all, screened, gender, principal }: Sums): boolean {
  return (
    all > 0n && principal >= 0n && gender >= principal && screened >= gender && all >= screened
  );
}

function linesOf(
  country: string,
  year: string,
  currency: string | null,
  sums: Sums,
  { edition, amounts, sharing }: IatiEdition,
): ObservationLine[] {
  const { line, all, screened, gender, principal, told, civil } = sums;
  const common = {
    framework: FRAMEWORK,
    actor: country,
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    status: 'reported',
    source: `IATI, ${edition}, ${amounts}`,
    method_note: METHOD,
    sharing,
  };
  const share = (
    indicator: string,
    part: string | null,
    some: bigint,
    of: bigint,
    known = screened,
  ) => ({
    line,
    cells: {
      ...common,
      indicator,
      part: [part, currency].filter((each) => each !== null).join(', '),
      value: decimal(some, of, SHARE_PLACES),
      numerator: decimal(some, UNIT, MONEY_PLACES),
      denominator: decimal(of, UNIT, MONEY_PLACES),
      // It is printed beside the value.
      ...(indicator === 'coverage' ? {} : { text: `coverage ${decimal(known * 100n, all, 1)}%` }),
    },
  });
  return [
    share('coverage', null, screened, all),
    ...(screened === 0n
      ? []
      : [
          share('gender-share', null, gender, screened),
          share('gender-share', PRINCIPAL, principal, screened),
        ]),
    ...(told > 0n && isCarriedCountable(sums)
      ? [share('gender-share', CARRIED, civil, told, told)]
      : []),
  ];
}

const SHARE_PLACES = 8;
const MONEY_PLACES = 2;

/** A quotient of two numbers from 0 up, rounded to so many places. */
function decimal(some: bigint, of: bigint, places: number): string {
  const rounded = (some * 10n ** BigInt(places) * 2n + of) / (of * 2n);
  const digits = rounded.toString().padStart(places + 1, '0');
  const rest = digits.slice(-places).replace(/0+$/u, '');
  return rest === '' ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${rest}`;
}
