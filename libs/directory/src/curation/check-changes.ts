import {
  characterCount,
  firstLetters,
  type InputProblem,
  isStorable,
  type ProblemCode,
  throwIfProblems,
} from '#kernel';
import { AVAILABILITY_BANDS, isCode, isLanguage, type VocabularyKind } from '#vocabulary';
import {
  ALWAYS,
  statementOf,
  type Availability,
  type StatedField,
  type StatedFields,
  type Statement,
} from '../assertion/statement.js';
import { isDate } from '../import/row/cells.js';
import { nameProblem } from '../profile/names.js';
import { WORKING_MODES, type DayRange, type Experience } from '../profile/profile-record.js';

/** What an editor wants a source to say: null takes the source's word back, what is absent stays. */
export type ProfileChanges = {
  readonly [K in StatedField]?: StatedFields[K] | null;
};

/** In characters. */
const LONGEST = { codeName: 100, name: 200, processName: 1_000, text: 20_000 } as const;
const MOST_VALUES = 60;
const YEARS = { from: 1900, to: 2100 } as const;

/** The new statement of a source. @throws InvalidInputError naming every problem with the path of its field. */
export function changedStatement(
  before: Statement,
  changes: ProfileChanges,
  today: string,
): Statement {
  const checked = new Changes(changes, today);
  const after = checked.all();
  throwIfProblems(checked.problems);
  return statementOf({ ...before, ...after });
}

type Fields = { -readonly [K in StatedField]?: StatedFields[K] | null };

/** The changes one by one, each as it is to be stated, and all that is wrong with them. */
class Changes {
  readonly problems: InputProblem[] = [];

  constructor(
    private readonly given: ProfileChanges,
    private readonly today: string,
  ) {}

  all(): Fields {
    const after: Partial<Record<StatedField, unknown>> = {};
    for (const field of Object.keys(this.given) as StatedField[]) {
      const value = this.given[field];
      if (value === undefined) continue;
      const check = this.checks[field] as (given: unknown) => unknown;
      after[field] = value === null ? null : check(value);
    }
    return after as Fields;
  }

  private readonly checks: { readonly [K in StatedField]: (value: StatedFields[K]) => Fields[K] } =
    {
      fullName: (value) => this.name('fullName', value),
      displayName: (value) => this.name('displayName', value),
      codeName: (value) => this.name('codeName', value, LONGEST.codeName),
      nameVariants: (values) =>
        unique(this.list('nameVariants', values, (value, path) => this.name(path, value))),
      pseudonymous: (value) => value,
      nationalities: (values) => this.codes('nationalities', 'territory', values),
      residence: (value) => this.code('residence', 'territory', value),
      birthYear: (value) =>
        this.whole('birthYear', value, YEARS.from, Number(this.today.slice(0, 4))),
      years: (value) => this.whole('years', value, 0, 80),
      tracks: (values) => this.codes('tracks', 'track', values),
      roles: (values) => this.codes('roles', 'role', values),
      supports: (values) => this.codes('supports', 'support', values),
      availability: (value) => this.availability(value),
      noticeDays: (value) => this.whole('noticeDays', value, 0, 3_650),
      workingMode: (value) => this.oneOf('workingMode', WORKING_MODES, value),
      biography: (texts) => this.biography(texts),
      education: (value) => this.text('education', value),
      publications: (value) => this.text('publications', value),
      training: (value) => this.text('training', value),
      ruledOut: (values) => this.codes('ruledOut', 'territory', values),
      confirmedOn: (value) => this.confirmation(value),
      territories: (values) => this.codes('territories', 'territory', values),
      languages: (values) =>
        this.distinct('languages', values, ({ code, level }, path) => ({
          code: this.code(`${path}.code`, 'language', code),
          level: this.code(`${path}.level`, 'proficiency', level),
        })),
      expertise: (values) =>
        this.distinct('expertise', values, ({ code, level }, path) => ({
          code: this.code(`${path}.code`, 'expertise', code),
          level: this.whole(`${path}.level`, level, 1, 3),
        })),
      experience: (values) =>
        this.list('experience', values, (value, path) => this.deployment(value, path)),
    };

  private problem(path: string, code: ProblemCode, message: string): void {
    this.problems.push({ path, code, message });
  }

  private text(path: string, value: string, longest: number = LONGEST.text): string {
    const text = value.trim();
    if (!isStorable(text)) {
      this.problem(path, 'MALFORMED', 'The text holds a character that cannot be kept.');
    }
    if (characterCount(text) > longest) {
      this.problem(path, 'TOO_LONG', `The text is longer than ${longest} characters.`);
    }
    return text;
  }

  /** A name that can be seen, or none. */
  private name(path: string, value: string, longest: number = LONGEST.name): string {
    const before = this.problems.length;
    const name = this.text(path, value, longest);
    const isText = name !== '' && this.problems.length === before;
    const problem = isText ? nameProblem(name) : null;
    if (problem !== null) this.problem(path, 'MALFORMED', problem.reason);
    return name;
  }

  private list<T, R>(
    path: string,
    values: readonly T[],
    check: (value: T, path: string) => R,
  ): R[] {
    if (values.length > MOST_VALUES) {
      this.problem(path, 'TOO_MANY', `At most ${MOST_VALUES} values fit here.`);
      return [];
    }
    return values.map((value, i) => check(value, `${path}.${i}`));
  }

  /** Skills by code: no code twice. */
  private distinct<T extends { readonly code: string }>(
    path: string,
    values: readonly T[],
    check: (value: T, path: string) => T,
  ): T[] {
    const seen = new Set<string>();
    const checked = this.list(path, values, (value, at) => {
      if (seen.has(value.code)) this.problem(`${at}.code`, 'DUPLICATE', 'This is stated twice.');
      seen.add(value.code);
      return check(value, at);
    });
    return checked.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  }

  private codes<T extends string>(path: string, kind: VocabularyKind, values: readonly T[]): T[] {
    return unique(this.list(path, values, (value, at) => this.code(at, kind, value)));
  }

  private code<T extends string>(path: string, kind: VocabularyKind, value: T): T {
    if (!isCode(kind, value)) {
      this.problem(path, 'UNKNOWN', `"${shown(value)}" is not a code of the ${kind} vocabulary.`);
    }
    return value;
  }

  private oneOf<T extends string>(path: string, known: readonly T[], value: T): T {
    if (!known.includes(value)) {
      this.problem(path, 'UNKNOWN', `This is one of ${known.join(', ')}.`);
    }
    return value;
  }

  private whole<T extends number>(path: string, value: T, from: number, to: number): T {
    if (!Number.isInteger(value) || value < from || value > to) {
      this.problem(path, 'OUT_OF_RANGE', `This is a whole number from ${from} to ${to}.`);
    }
    return value;
  }

  private day(path: string, value: string): string {
    if (!isDate(value) || value >= '2101') {
      this.problem(path, 'MALFORMED', 'This is a date that exists, written YYYY-MM-DD.');
    }
    return value;
  }

  private confirmation(value: string): string {
    if (value > this.today) {
      this.problem('confirmedOn', 'OUT_OF_RANGE', 'A confirmation is not in the future.');
    }
    return this.day('confirmedOn', value);
  }

  private availability({ band, periods }: Availability): Availability {
    this.oneOf('availability.band', AVAILABILITY_BANDS, band);
    // Who is unavailable has no days, and who says no days is available on all.
    if (band === 'unavailable') return { band, periods: [] };
    const checked = this.list('availability.periods', periods, (period, path) =>
      this.period(period, path),
    );
    return { band, periods: checked.length === 0 ? ALWAYS : checked };
  }

  private period({ from, to }: DayRange, path: string): DayRange {
    if (from !== null) this.day(`${path}.from`, from);
    if (to !== null) this.day(`${path}.to`, to);
    if (from !== null && to !== null && from > to) {
      this.problem(`${path}.to`, 'OUT_OF_RANGE', 'The period ends before it begins.');
    }
    return { from, to };
  }

  private biography(texts: Readonly<Record<string, string>>): Record<string, string> {
    const checked = Object.entries(texts).map(([language, text]) => {
      const path = `biography.${shown(language)}`;
      if (!isLanguage(language)) this.code(path, 'language', language);
      return [language, this.text(path, text)] as const;
    });
    const stated = checked.filter(([, text]) => text !== '');
    return Object.fromEntries(stated.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private deployment(given: Experience, path: string): Experience {
    const { processType, phase, role, track, territory, yearFrom, yearTo } = given;
    const code = <T extends string>(name: string, kind: VocabularyKind, value: T | null) =>
      value === null ? null : this.code(`${path}.${name}`, kind, value);
    const year = (name: string, value: number | null) =>
      value === null ? null : this.whole(`${path}.${name}`, value, YEARS.from, YEARS.to);
    const processName = this.text(`${path}.processName`, given.processName, LONGEST.processName);
    if (processName === '') {
      this.problem(`${path}.processName`, 'MISSING', 'A deployment names its process.');
    }
    if (yearFrom !== null && yearTo !== null && yearTo < yearFrom) {
      this.problem(`${path}.yearTo`, 'OUT_OF_RANGE', 'The deployment ends before it begins.');
    }
    return {
      processName,
      processType: code('processType', 'process-type', processType),
      phase: code('phase', 'phase', phase),
      role: code('role', 'role', role),
      track: code('track', 'track', track),
      territory: code('territory', 'territory', territory),
      yearFrom: year('yearFrom', yearFrom),
      yearTo: year('yearTo', yearTo),
    };
  }
}

function unique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].filter((value) => value !== '').toSorted();
}

/** What was sent, no longer than a message needs. */
function shown(text: string): string {
  return firstLetters(text, 40).toWellFormed();
}
