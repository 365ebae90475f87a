import {
  characterCount,
  firstLetters,
  type InputProblem,
  isStorable,
  type ProblemCode,
  throwIfProblems,
} from '#kernel';
import { refusal, type Sentence } from '#messages';
import { AVAILABILITY_BANDS, isCode, isLanguage, type VocabularyKind } from '#vocabulary';
import { statementOf, type Statement } from '../assertion/statement.js';
import { LONGEST, type FieldType } from '../fields/field-types.js';
import {
  ALWAYS,
  type Availability,
  type DayRange,
  type Experience,
  type ExpertiseSkill,
  type LanguageSkill,
} from '../fields/field-values.js';
import { typeOf, type StatedField, type StatedFields } from '../fields/stated.js';
import { isDate } from '../fields/dates.js';
import { nameProblem } from '../fields/names.js';

/** What an editor wants a source to say: null takes the source's word back, what is absent stays. */
export type ProfileChanges = {
  readonly [K in StatedField]?: StatedFields[K] | null;
};

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
      after[field] = value === null ? null : this.checked(field, typeOf(field), value);
    }
    return after as Fields;
  }

  /** The value as it is to be stated. What is wrong with it is among the problems. */
  private checked(path: StatedField, type: FieldType, value: unknown): unknown {
    switch (type.kind) {
      case 'name':
        return this.name(path, value as string, type.longest);
      case 'names':
        return unique(
          this.list(path, value as string[], (name, at) => this.name(at, name, type.longest)),
        );
      case 'flag':
        return value;
      case 'code':
        return this.code(path, type.of, value as string);
      case 'codes':
        return this.codes(path, type.of, value as string[]);
      case 'number':
        return this.whole(path, value as number, type.from, type.to);
      case 'year':
        return this.whole(path, value as number, YEARS.from, Number(this.today.slice(0, 4)));
      case 'choice':
        return this.oneOf(path, type.of, value as string);
      case 'text':
        return this.text(path, value as string, type.longest);
      case 'texts':
        return this.texts(path, value as Record<string, string>, type.longest);
      case 'past-day':
        return this.pastDay(path, value as string);
      case 'skills':
        return type.of === 'language'
          ? this.distinct(path, value as LanguageSkill[], ({ code, level }, at) => ({
              code: this.code(`${at}.code`, 'language', code),
              level: this.code(`${at}.level`, 'proficiency', level),
            }))
          : this.distinct(path, value as ExpertiseSkill[], ({ code, level }, at) => ({
              code: this.code(`${at}.code`, 'expertise', code),
              level: this.whole(`${at}.level`, level, 1, 3),
            }));
      case 'availability':
        return this.availability(value as Availability);
      default:
        return this.list(path, value as Experience[], (one, at) => this.deployment(one, at));
    }
  }

  private problem(path: string, code: ProblemCode, message: Sentence): void {
    this.problems.push({ path, code, message });
  }

  private text(path: string, value: string, longest: number): string {
    const text = value.trim();
    if (!isStorable(text)) {
      this.problem(path, 'MALFORMED', refusal('text.notStorable'));
    }
    if (characterCount(text) > longest) {
      this.problem(path, 'TOO_LONG', refusal('text.longer', { most: longest }));
    }
    return text;
  }

  /** A name that can be seen, or none. */
  private name(path: string, value: string, longest: number): string {
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
      this.problem(path, 'TOO_MANY', refusal('list.valuesFit', { most: MOST_VALUES }));
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
      if (seen.has(value.code)) this.problem(`${at}.code`, 'DUPLICATE', refusal('list.twice'));
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
      this.problem(path, 'UNKNOWN', refusal('codes.noneOf', { code: shown(value), kind }));
    }
    return value;
  }

  private oneOf<T extends string>(path: string, known: readonly T[], value: T): T {
    if (!known.includes(value)) {
      this.problem(path, 'UNKNOWN', refusal('list.oneOf', { options: known.join(', ') }));
    }
    return value;
  }

  private whole<T extends number>(path: string, value: T, from: number, to: number): T {
    if (!Number.isInteger(value) || value < from || value > to) {
      this.problem(path, 'OUT_OF_RANGE', refusal('numbers.fromTo', { least: from, most: to }));
    }
    return value;
  }

  private day(path: string, value: string): string {
    if (!isDate(value) || value >= '2101') {
      this.problem(path, 'MALFORMED', refusal('days.existsWritten'));
    }
    return value;
  }

  private pastDay(path: string, value: string): string {
    if (value > this.today) {
      this.problem(path, 'OUT_OF_RANGE', refusal('days.toCome'));
    }
    return this.day(path, value);
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
      this.problem(`${path}.to`, 'OUT_OF_RANGE', refusal('days.periodEnds'));
    }
    return { from, to };
  }

  private texts(
    path: string,
    texts: Readonly<Record<string, string>>,
    longest: number,
  ): Record<string, string> {
    const checked = Object.entries(texts).map(([language, text]) => {
      const at = `${path}.${shown(language)}`;
      if (!isLanguage(language)) this.code(at, 'language', language);
      return [language, this.text(at, text, longest)] as const;
    });
    const present = checked.filter(([, text]) => text !== '');
    return Object.fromEntries(present.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private deployment(given: Experience, path: string): Experience {
    const { processType, phase, role, track, territory, yearFrom, yearTo } = given;
    const code = <T extends string>(name: string, kind: VocabularyKind, value: T | null) =>
      value === null ? null : this.code(`${path}.${name}`, kind, value);
    const year = (name: string, value: number | null) =>
      value === null ? null : this.whole(`${path}.${name}`, value, YEARS.from, YEARS.to);
    const processName = this.text(`${path}.processName`, given.processName, LONGEST.processName);
    if (processName === '') {
      this.problem(`${path}.processName`, 'MISSING', refusal('profiles.deploymentProcess'));
    }
    if (yearFrom !== null && yearTo !== null && yearTo < yearFrom) {
      this.problem(`${path}.yearTo`, 'OUT_OF_RANGE', refusal('profiles.deploymentEnds'));
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
