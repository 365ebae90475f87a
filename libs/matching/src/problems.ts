import { isArea, isExpertise, isLanguage, isTerritory } from '#vocabulary';
import {
  characterCount,
  dayNumber,
  firstLetters,
  type InputProblem,
  type ProblemCode,
} from '#kernel';
import { isRepresentable } from './days.js';
import { MODEL } from './model.js';

const OPEN_LISTS = {
  language: { is: isLanguage, name: 'a language code' },
  territory: { is: isTerritory, name: 'a territory code' },
  area: { is: isArea, name: 'a code of a territory, region or grouping' },
  expertise: { is: isExpertise, name: 'an expertise code' },
} as const;

/** Collects every problem of one input, which may be any JSON: each check expects nothing. */
export class Problems {
  readonly list: InputProblem[] = [];

  add(path: string, code: ProblemCode, message: string): void {
    this.list.push({ path, code, message });
  }

  integer(path: string, value: unknown, minimum: number, maximum: number): void {
    if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return;
    const message = `${show(value)} is not a whole number from ${minimum} to ${maximum}.`;
    this.add(path, 'OUT_OF_RANGE', message);
  }

  oneOf(path: string, value: unknown, accepted: readonly unknown[]): void {
    if (accepted.includes(value)) return;
    this.add(path, 'UNKNOWN', `${show(value)} is none of ${accepted.join(', ')}.`);
  }

  code(path: string, value: unknown, list: keyof typeof OPEN_LISTS): void {
    const { is, name } = OPEN_LISTS[list];
    if (typeof value === 'string' && is(value)) return;
    this.add(path, 'UNKNOWN', `${show(value)} is not ${name} of the vocabulary.`);
  }

  slug(path: string, value: unknown): void {
    if (typeof value === 'string' && value.trim() !== '' && characterCount(value) <= 200) return;
    this.add(path, 'MALFORMED', `${show(value)} is not the slug of a network.`);
  }

  switch(path: string, value: unknown): void {
    if (value === undefined || value === null || typeof value === 'boolean') return;
    this.add(path, 'MALFORMED', `${show(value)} is neither true nor false.`);
  }

  /** Whether there is an object; a problem when not. */
  object(path: string, value: unknown): boolean {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
    this.add(path, 'MALFORMED', `${show(value)} is not an object with named fields.`);
    return false;
  }

  /** Checks an object where there is one. */
  optional<T extends object>(path: string, value: T | undefined, check: (value: T) => void): void {
    if (value === undefined || value === null) return;
    if (this.object(path, value)) check(value);
  }

  /** Checks each item of a list where there is one, if it is not too long. */
  each<T>(path: string, items: readonly T[] | undefined, check: (path: string, item: T) => void) {
    if (items === undefined || items === null) return;
    const { maximumCount } = MODEL.item;
    if (!Array.isArray(items)) {
      this.add(path, 'MALFORMED', `${show(items)} is not a list.`);
    } else if (items.length > maximumCount) {
      this.add(path, 'TOO_MANY', `${items.length} items; at most ${maximumCount} can be listed.`);
    } else {
      items.forEach((item: T, i) => check(`${path}.${i}`, item));
    }
  }

  /** Like `each`, for items with fields. */
  eachObject<T extends object>(
    path: string,
    items: readonly T[] | undefined,
    check: (path: string, item: T) => void,
  ): void {
    this.each(path, items, (at, item) => {
      if (this.object(at, item)) check(at, item);
    });
  }

  /** A misspelt field would be silently without effect. */
  fields(path: string, value: object, known: readonly string[]): void {
    for (const field of Object.keys(value)) {
      if (known.includes(field)) continue;
      const message = `There is no such criterion; there are ${known.join(', ')}.`;
      this.add(`${path}.${field}`, 'UNKNOWN', message);
    }
  }

  /** The day of an ISO date; null, and a problem, when it is none. */
  date(path: string, value: unknown): number | null {
    const day = dayNumber(value as string);
    if (day === null) {
      this.add(path, 'MALFORMED', `${show(value)} is not a date such as 2026-02-28.`);
    }
    return day;
  }

  /** Like `date`, and between 1970-01-02 and 2149-06-05. */
  representableDate(path: string, value: unknown): number | null {
    const day = this.date(path, value);
    if (day === null || isRepresentable(day)) return day;
    this.add(path, 'OUT_OF_RANGE', `${show(value)} is not between 1970-01-02 and 2149-06-05.`);
    return null;
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'Nothing';
  const text = JSON.stringify(value) ?? typeof value;
  const start = firstLetters(text, 57);
  return text.length > 60 && start !== text ? `${start}...` : text;
}

/** Problems as one text, one line each. */
export function problemText(problems: readonly InputProblem[]): string {
  return problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n');
}

/** A need, or a page of its ranking, that cannot be ranked; `problems` says everything at once. */
export class InvalidNeed extends Error {
  override readonly name = 'InvalidNeed';

  constructor(readonly problems: readonly InputProblem[]) {
    super(problemText(problems));
  }
}
