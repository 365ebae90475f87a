import {
  characterCount,
  dayNumber,
  firstLetters,
  type InputProblem,
  type ProblemCode,
} from '#kernel';
import { refusal, type Sentence, type Words } from '#messages';
import {
  canonicalCode,
  type CodeList,
  isArea,
  isExpertise,
  isLanguage,
  isTerritory,
} from '#vocabulary';
import { MODEL } from './model.js';
import { isUuid } from './uuid.js';

/** What one part of an input must be like. It takes any JSON. */
export interface Shape {
  /**
   * Everything that is wrong with a value, by paths within it.
   *
   * @param owner the object of which it is a field, or the list of which it is an item
   */
  readonly check: (value: unknown, owner: unknown) => readonly InputProblem[];
  /** The value with each code as the vocabulary writes it. What is malformed stays as it is. */
  readonly canonical: (value: unknown) => unknown;
}

const NONE: readonly InputProblem[] = [];

/** Everything that is wrong with a value at a path, at once. */
export function problemsOf(shape: Shape, value: unknown, path = ''): InputProblem[] {
  return below(path, shape.check(value, null));
}

/** One problem, at a path within the value that is checked. */
export function problem(code: ProblemCode, message: Sentence, path = ''): InputProblem[] {
  return [{ path, code, message }];
}

function below(name: string, problems: readonly InputProblem[]): InputProblem[] {
  return problems.map((found) => {
    const path = [name, found.path].filter((part) => part !== '').join('.');
    return { ...found, path };
  });
}

/** A value without parts. `message` takes the value as it is shown to its author. */
export function leaf(
  isFine: (value: unknown) => boolean,
  code: ProblemCode,
  message: (shown: Words) => Sentence,
): Shape {
  return {
    check: (value) => (isFine(value) ? NONE : problem(code, message(show(value)))),
    canonical: (value) => value,
  };
}

export const anything: Shape = { check: () => NONE, canonical: (value) => value };

export function integer(minimum: number, maximum: number): Shape {
  return leaf(
    (value) => Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
    'OUT_OF_RANGE',
    (shown) => refusal('criteria.wholeNumber', { shown, least: minimum, most: maximum }),
  );
}

export function oneOf(accepted: readonly unknown[]): Shape {
  return leaf(
    (value) => accepted.includes(value),
    'UNKNOWN',
    (shown) => refusal('criteria.noneOf', { shown, options: accepted.join(', ') }),
  );
}

const CODES: Record<CodeList, (code: string) => boolean> = {
  language: isLanguage,
  territory: isTerritory,
  area: isArea,
  expertise: isExpertise,
};

export function codeOf(list: CodeList): Shape {
  const is = CODES[list];
  return {
    ...leaf(
      (value) => typeof value === 'string' && is(value),
      'UNKNOWN',
      (shown) => refusal('criteria.noCode', { shown, list }),
    ),
    canonical: (value) => (typeof value === 'string' ? canonicalCode(list, value) : value),
  };
}

const LONGEST_TEXT = 200;

export const text = leaf(
  (value) => typeof value === 'string' && value !== '' && characterCount(value) <= LONGEST_TEXT,
  'MALFORMED',
  (shown) => refusal('criteria.text', { shown, most: LONGEST_TEXT }),
);

/** The slug of a network. */
export const slug = leaf(
  (value) =>
    typeof value === 'string' && value.trim() !== '' && characterCount(value) <= LONGEST_TEXT,
  'MALFORMED',
  (shown) => refusal('criteria.networkSlug', { shown }),
);

/** A UUID. It is not shown: a lot must never be. */
export const uuid = leaf(isUuid, 'MALFORMED', () => refusal('criteria.uuid'));

/** True, false or absent. */
export const flag = leaf(
  (value) => typeof value === 'boolean' || value === undefined || value === null,
  'MALFORMED',
  (shown) => refusal('criteria.flag', { shown }),
);

/** An ISO date. */
export const date = leaf(
  (value) => dayNumber(value as string) !== null,
  'MALFORMED',
  (shown) => refusal('criteria.date', { shown }),
);

/**
 * Days are counted from 1970-01-01 up to 2149-06-06, so that a day fits 16 bits. The first and the last are kept
 * for "since ever" and "for ever" in availability.
 */
export const FIRST_DAY = 0;
export const LAST_DAY = 65_535;

/** An ISO date between these two. */
export const representableDate = also(date, (day: string) => {
  const number = dayNumber(day)!;
  if (number > FIRST_DAY && number < LAST_DAY) return NONE;
  const ends = { first: '1970-01-02', last: '2149-06-05' };
  return problem('OUT_OF_RANGE', refusal('criteria.dayOutOfRange', { day, ...ends }));
});

/** A first and a last date, both included. */
export function interval(day: Shape, what: 'interval' | 'period'): Shape {
  const ends = object({ from: day, to: day });
  return also(ends, ({ from, to }: Record<'from' | 'to', string | null>) => {
    if (!from || !to || from <= to) return NONE;
    return problem('OUT_OF_RANGE', refusal('criteria.interval', { what, from, to }));
  });
}

/** An object with named fields. Others that it may have are ignored. */
export function object<T extends object>(fields: Record<keyof T & string, Shape>): Shape {
  const names = Object.keys(fields);
  const shapes = Object.values<Shape>(fields);
  return {
    check: (value) => {
      if (!isObject(value)) {
        return problem('MALFORMED', refusal('criteria.object', { shown: show(value) }));
      }
      let problems = NONE;
      for (let i = 0; i < names.length; i++) {
        const found = shapes[i]!.check(value[names[i]!], value);
        if (found.length > 0) problems = [...problems, ...below(names[i]!, found)];
      }
      return problems;
    },
    canonical: (value) => {
      if (!isObject(value)) return value;
      const stated = names.flatMap((name, i) =>
        name in value ? [[name, shapes[i]!.canonical(value[name])] as const] : [],
      );
      return { ...value, ...Object.fromEntries(stated) };
    },
  };
}

/** An object without other fields: a misspelt criterion would be silently without effect. */
export function criteria<T extends object>(fields: Record<keyof T & string, Shape>): Shape {
  const { check, canonical } = object<T>(fields);
  const message = refusal('criteria.noCriterion', { options: Object.keys(fields).join(', ') });
  return {
    check: (value, owner) => {
      const names = isObject(value) ? Object.keys(value) : [];
      const unknown = names.filter((name) => !Object.hasOwn(fields, name));
      const misspelt = unknown.flatMap((name) => problem('UNKNOWN', message, name));
      return [...misspelt, ...check(value, owner)];
    },
    canonical,
  };
}

/** A list of at most so many items; it may be absent. */
export function listOf(item: Shape, most: number = MODEL.item.maximumCount): Shape {
  return {
    check: (list) => {
      if (list === undefined || list === null) return NONE;
      if (!Array.isArray(list)) {
        return problem('MALFORMED', refusal('criteria.list', { shown: show(list) }));
      }
      if (list.length > most) {
        return problem('TOO_MANY', refusal('criteria.tooManyItems', { count: list.length, most }));
      }
      let problems = NONE;
      for (let i = 0; i < list.length; i++) {
        const found = item.check(list[i], list);
        if (found.length > 0) problems = [...problems, ...below(String(i), found)];
      }
      return problems;
    },
    canonical: (value) => (Array.isArray(value) ? value.map(item.canonical) : value),
  };
}

/** One of some values, or what has a shape. */
export function either(accepted: readonly unknown[], shape: Shape): Shape {
  return {
    check: (value, owner) => (accepted.includes(value) ? NONE : shape.check(value, owner)),
    canonical: shape.canonical,
  };
}

/** What may be left out. */
export const optional = (shape: Shape) => either([undefined], shape);

/** What may be left out or null. */
export const nullable = (shape: Shape) => either([undefined, null], shape);

/** What has two shapes at once, neither of which has parts. */
export function allOf(one: Shape, other: Shape): Shape {
  return {
    check: (value, owner) => [...one.check(value, owner), ...other.check(value, owner)],
    canonical: one.canonical,
  };
}

/** A shape, and a further check of what has it. */
export function also(
  { check, canonical }: Shape,
  further: (value: never, owner: never) => readonly InputProblem[],
): Shape {
  return {
    check: (value, owner) => {
      const problems = check(value, owner);
      return problems.length > 0 ? problems : further(value as never, owner as never);
    },
    canonical,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): Words {
  if (value === undefined) return refusal('criteria.nothing');
  const json = JSON.stringify(value) ?? typeof value;
  const start = firstLetters(json, 57);
  return json.length > 60 && start !== json ? `${start}...` : json;
}
