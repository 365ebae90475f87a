import { isDay, throwIfProblems, type InputProblem, type ProblemCode } from '#kernel';
import { refusal, type Sentence } from '#messages';

/**
 * What linkage knows of one entry of one list. Whatever is left out, null or empty says nothing. Contact data come as
 * keys that are equal or not, such as a blind index, never as they are.
 */
export interface LinkageRecord {
  /** Unique in the pool. */
  readonly id: string;
  /** The list that it stands on: one list rarely holds a woman twice. */
  readonly list: string;
  /** All names that she is known by, in any script; the order says nothing. Up to 30 different ones are compared. */
  readonly names: readonly string[];
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly born?: string | null;
  /** Codes of territories. */
  readonly nationalities?: readonly string[];
  readonly residence?: string | null;
  /** Codes of languages. */
  readonly languages?: readonly string[];
  /** Keys of mail addresses. */
  readonly mails?: readonly string[];
  /** Keys of telephone numbers. */
  readonly telephones?: readonly string[];
  /** Numbers that others gave to her, as `scheme:value`: `orcid:0000-0002-1825-0097`. */
  readonly identifiers?: readonly string[];
  /** Texts in which rare words tell: education, employers, processes, places. */
  readonly texts?: readonly string[];
}

/** A list of a record longer than this is refused: no real one is. */
export const MOST_VALUES = 1_000;
const LISTS = [
  'names',
  'nationalities',
  'languages',
  'mails',
  'telephones',
  'identifiers',
  'texts',
] as const;
const YEAR_OR_MONTH = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** @throws InvalidInputError for a record that cannot be compared as it stands */
export function checkRecord(record: LinkageRecord): void {
  const problems: InputProblem[] = [];
  const complain = (path: string, code: ProblemCode, message: Sentence) =>
    problems.push({ path, code, message });
  if (record.id === '') complain('id', 'MISSING', refusal('text.notEmpty'));
  if (record.list === '') complain('list', 'MISSING', refusal('text.notEmpty'));
  const { born } = record;
  if (born && !YEAR_OR_MONTH.test(born) && !isDay(born)) {
    complain('born', 'MALFORMED', refusal('linkage.born'));
  }
  for (const list of LISTS) {
    if ((record[list]?.length ?? 0) > MOST_VALUES) {
      complain(list, 'TOO_MANY', refusal('list.valuesFit', { most: MOST_VALUES }));
    }
  }
  for (const [i, identifier] of (record.identifiers ?? []).entries()) {
    if (!/^[^:]+:./.test(identifier))
      complain(`identifiers.${i}`, 'MALFORMED', refusal('linkage.identifier'));
  }
  throwIfProblems(problems);
}
