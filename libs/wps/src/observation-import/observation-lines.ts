import { refusal, type Sentence } from '#messages';
import { InvalidInputError, type InputProblem } from '#kernel';
import type { Sharing } from '../records/lists.js';
import type { ObservationStatus } from '../indicator/lists.js';
import type { ObservationDraft } from '../indicator/views.js';

/** Columns of a list of observations. Those that are needed stand in every list. */
export const OBSERVATION_COLUMNS = {
  framework: 'needed',
  indicator: 'needed',
  actor: 'needed',
  from: 'needed',
  until: 'needed',
  source: 'needed',
  value: 'optional',
  text: 'optional',
  numerator: 'optional',
  denominator: 'optional',
  part: 'optional',
  status: 'optional',
  method_note: 'optional',
  url: 'optional',
  sharing: 'optional',
} as const;
export type ObservationColumn = keyof typeof OBSERVATION_COLUMNS;

/** One line of a list: its cells by column, as they stand there. */
export interface ObservationLine {
  /** Its number in the file; the header has 1. */
  readonly line: number;
  readonly cells: Partial<Record<ObservationColumn, string>>;
}

/** Why a line was not taken. */
export interface LineReject {
  readonly line: number;
  readonly column: string;
  readonly message: Sentence;
}

/** What a line says, with the codes by which it names things. */
export interface ReadLine {
  readonly line: number;
  readonly framework: string;
  readonly indicator: string;
  readonly actor: string;
  readonly draft: ObservationDraft;
}

/** The column in which a field of an observation stands; the others are called as their fields. */
export const COLUMN_OF: Readonly<Record<string, ObservationColumn>> = { methodNote: 'method_note' };

/** @throws InvalidInputError with each column that is unknown, missing or stated twice */
export function checkColumns(header: readonly string[]): void {
  const problems: InputProblem[] = [];
  const add = (path: string, code: InputProblem['code'], message: Sentence) =>
    problems.push({ path, code, message });
  for (const [i, name] of header.entries()) {
    if (!Object.hasOwn(OBSERVATION_COLUMNS, name)) {
      add(name, 'UNKNOWN', refusal('wps.noColumn'));
    } else if (header.indexOf(name) < i) add(name, 'DUPLICATE', refusal('wps.columnTwice'));
  }
  for (const [name, need] of Object.entries(OBSERVATION_COLUMNS)) {
    if (need === 'needed' && !header.includes(name)) {
      add(name, 'MISSING', refusal('wps.columnMissing'));
    }
  }
  if (problems.length > 0) throw new InvalidInputError(problems);
}

/** A line in the words of an observation. An empty cell says nothing; whether the rest is right is checked later. */
export function readLine({ line, cells }: ObservationLine): ReadLine {
  const of = (column: ObservationColumn): string | null => cells[column]?.trim() || null;
  return {
    line,
    framework: of('framework') ?? '',
    indicator: of('indicator') ?? '',
    actor: of('actor') ?? '',
    draft: {
      from: of('from') ?? '',
      until: of('until') ?? '',
      value: of('value'),
      text: of('text'),
      numerator: of('numerator'),
      denominator: of('denominator'),
      part: of('part'),
      status: (of('status') ?? 'reported').toLowerCase() as ObservationStatus,
      source: of('source') ?? '',
      methodNote: of('method_note'),
      url: of('url'),
      sharing: (of('sharing') ?? 'own').toLowerCase() as Sharing,
    },
  };
}
