import { isArea, isExpertise, isLanguage, isTerritory } from '#vocabulary';
import { dayOf, isRepresentable } from './days.js';

export type ProblemCode =
  'unknown' | 'malformed' | 'out-of-range' | 'too-many' | 'duplicate' | 'missing';

/** What is wrong with one field of a need or candidate. */
export interface Problem {
  /** Where: `soft.languages.0.code`. */
  path: string;
  code: ProblemCode;
  /** One English sentence for the person who stated it. */
  message: string;
}

const OPEN_LISTS = {
  language: { is: isLanguage, name: 'a language code' },
  territory: { is: isTerritory, name: 'a territory code' },
  area: { is: isArea, name: 'a code of a territory, region or grouping' },
  expertise: { is: isExpertise, name: 'an expertise code' },
} as const;

/** Collects every problem of one input, each check adding at most one. */
export class Problems {
  readonly list: Problem[] = [];

  add(path: string, code: ProblemCode, message: string): void {
    this.list.push({ path, code, message });
  }

  integer(path: string, value: unknown, minimum: number, maximum: number): void {
    if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return;
    const message = `${show(value)} is not a whole number from ${minimum} to ${maximum}.`;
    this.add(path, 'out-of-range', message);
  }

  oneOf(path: string, value: unknown, accepted: readonly unknown[]): void {
    if (accepted.includes(value)) return;
    this.add(path, 'unknown', `${show(value)} is none of ${accepted.join(', ')}.`);
  }

  code(path: string, value: unknown, list: keyof typeof OPEN_LISTS): void {
    const { is, name } = OPEN_LISTS[list];
    if (typeof value === 'string' && is(value)) return;
    this.add(path, 'unknown', `${show(value)} is not ${name} of the vocabulary.`);
  }

  slug(path: string, value: unknown): void {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return;
    this.add(path, 'malformed', `${show(value)} is not the slug of a network.`);
  }

  /** The day of an ISO date; null, and a problem, when it is none. */
  date(path: string, value: unknown): number | null {
    const day = dayOf(value as string);
    if (day === null) {
      this.add(path, 'malformed', `${show(value)} is not a date such as 2026-02-28.`);
    }
    return day;
  }

  /** Like `date`, and between 1970-01-02 and 2149-06-05. */
  representableDate(path: string, value: unknown): number | null {
    const day = this.date(path, value);
    if (day === null || isRepresentable(day)) return day;
    this.add(path, 'out-of-range', `${show(value)} is not between 1970-01-02 and 2149-06-05.`);
    return null;
  }
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'Nothing';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Problems as one text, one line each. */
export function problemText(problems: readonly Problem[]): string {
  return problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n');
}
