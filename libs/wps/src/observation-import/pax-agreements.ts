import { refusal, type Sentence } from '#messages';
import { InvalidInputError, isDay, type InputProblem } from '#kernel';
import { parseTerritory } from '#vocabulary';
import type { Sharing } from '../records/lists.js';
import type { StateYears } from './licensed-import.js';
import type { LineReject } from './observation-lines.js';

/** Columns of the file of agreements that are read, as the codebook of PA-X names them, in lower case. */
const NEEDED = ['agtid', 'dat', 'gewom', 'loc1iso', 'loc2iso'] as const;
type PaxColumn = (typeof NEEDED)[number];

/** One agreement: its cells by column, as they stand in the file. */
export interface PaxLine {
  /** Its number in the file; the header has 1. */
  readonly line: number;
  readonly cells: Partial<Record<string, string>>;
}

/** What an operator says of her file. */
export interface PaxEdition {
  /** As `version 4`: it stands in the source of each observation. */
  readonly edition: string;
  readonly sharing: Sharing;
}

const FRAMEWORK = 'un-1325';
const INDICATOR = '8';
const METHOD =
  'Import by the operator of this directory from a file of PA-X that is licensed to the operator; nobody has compared it with the agreements. Counted are agreements of the year whose place is this state (Loc1ISO, Loc2ISO); with provisions for women are those with GeWom 1.';

/** @throws InvalidInputError with each column that is missing */
export function checkPaxColumns(header: readonly string[]): void {
  const problems = NEEDED.filter((name) => !header.includes(name)).map((path): InputProblem => ({
    path,
    code: 'MISSING',
    message: refusal('wps.columnMissing'),
  }));
  if (problems.length > 0) throw new InvalidInputError(problems);
}

/**
 * The share of peace agreements with provisions for women, by state and calendar year (indicator 8 of S/2010/498). An
 * agreement of two states counts for both. A line that cannot be read counts nowhere, and is told.
 */
export function paxYears(agreements: readonly PaxLine[], stated: PaxEdition): StateYears {
  const rejects: LineReject[] = [];
  const counts = new Map<string, { line: number; all: number; withWomen: number }>();
  const seen = new Set<string>();
  let elsewhere = 0;
  for (const { line, cells } of agreements) {
    const of = (column: PaxColumn): string => cells[column]?.trim() ?? '';
    const wrong: Omit<LineReject, 'line'>[] = [];
    const check = (fine: boolean, column: PaxColumn, message: Sentence) => {
      if (!fine) wrong.push({ column, message });
    };
    check(of('agtid') !== '', 'agtid', refusal('wps.agreementNumber'));
    check(!seen.has(of('agtid')), 'agtid', refusal('wps.agreementTwice'));
    check(isDay(of('dat')), 'dat', refusal('days.exists'));
    check(/^[01]$/u.test(of('gewom')), 'gewom', refusal('wps.zeroOrOne'));
    const states = (['loc1iso', 'loc2iso'] as const).flatMap((column) => {
      if (of(column) === '') return [];
      const state = stateOf(of(column));
      check(state !== null, column, refusal('wps.iso3166Alpha3'));
      return state ?? [];
    });
    if (wrong.length > 0) {
      rejects.push(...wrong.map((each) => ({ ...each, line })));
      continue;
    }
    seen.add(of('agtid'));
    if (states.length === 0) elsewhere++;
    for (const state of new Set(states)) {
      const key = `${state} ${of('dat').slice(0, 4)}`;
      const known = counts.get(key) ?? { line, all: 0, withWomen: 0 };
      known.all++;
      known.withWomen += Number(of('gewom'));
      counts.set(key, known);
    }
  }
  const lines = [...counts].map(([key, { line, all, withWomen }]) => {
    const [actor = '', year = ''] = key.split(' ');
    return { line, cells: { actor, ...cellsOf(year, all, withWomen, stated) } };
  });
  return { lines, rejects, elsewhere };
}

function cellsOf(year: string, all: number, withWomen: number, stated: PaxEdition) {
  return {
    framework: FRAMEWORK,
    indicator: INDICATOR,
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    value: String(Number((withWomen / all).toFixed(PLACES))),
    numerator: String(withWomen),
    denominator: String(all),
    status: 'reported',
    source: `PA-X Peace Agreements Database, ${stated.edition}`,
    method_note: METHOD,
    sharing: stated.sharing,
  };
}

/** Places that an observation keeps. */
const PLACES = 8;

function stateOf(alpha3: string): string | null {
  if (!/^[A-Z]{3}$/u.test(alpha3)) return null;
  const parsed = parseTerritory(alpha3);
  return parsed.ok ? parsed.value : null;
}
