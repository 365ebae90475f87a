import { memoize } from '#base';
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import type { Locale } from '#vocabulary';
import { CATALOGUES, type Messages } from './catalogues.js';
import formats from './formats.json' with { type: 'json' };
import { isolate, withoutLoneIsolates } from './isolate.js';
import { isPseudoLocaleUsed, pseudo } from './pseudo-locale.js';

export type Area = keyof Messages;

/** The name of a message of an area. */
export type Key<A extends Area> = keyof Messages[A] & string;

/** What comes after `<group>.` in the names of the messages of an area. */
export type Named<A extends Area, Group extends string> =
  Key<A> extends infer K ? (K extends `${Group}.${infer Name}` ? Name : never) : never;

type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** What messages of these names take, all of them. */
export type ValuesOf<A extends Area, K extends Key<A>> = Intersection<Messages[A][K]>;

/** No argument where they take nothing. */
type Values<V> = keyof V extends never ? [] : [values: V];

/** Puts a message of an area into words. Strings are put in with their direction of writing isolated. */
export interface Translate<A extends Area> {
  <K extends Key<A>>(key: K, ...values: Values<ValuesOf<A, K>>): string;
}

/**
 * The messages of an area in one language.
 *
 * @param timeZone in which moments are written, of IANA, and which they name; a day is a day everywhere
 * @throws RangeError, when a message with a moment is written, for a zone that is none.
 */
export function translator<A extends Area>(
  area: A,
  locale: Locale,
  timeZone = 'UTC',
): Translate<A> {
  return (key, ...[values]) => {
    const given = Object.entries(values ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? isolate(value, locale) : value,
    ]);
    const message = inZone(messageOf(area, locale, key), locale, timeZone);
    const text = message.format(Object.fromEntries(given) as never);
    return withoutLoneIsolates(String(text));
  };
}

/** A message as its catalogue has it, with the names of what is put in. */
export function pattern<A extends Area>(area: A, locale: Locale, key: Key<A>): string {
  const messages: Readonly<Record<string, string>> = CATALOGUES[area][locale];
  const text = messages[key];
  if (text === undefined) throw new TypeError(`No message ${area}/${locale}: ${key}`);
  return text;
}

/** Whether an area has such a message in a group: for names that are known only when the program runs. */
export function isNamed<A extends Area, Group extends string>(
  area: A,
  group: Group,
  name: string,
): name is Named<A, Group> {
  return Object.hasOwn(CATALOGUES[area].en, `${group}.${name}`);
}

interface Place {
  readonly area: Area;
  readonly locale: Locale;
  readonly key: string;
  readonly isPseudo: boolean;
}

const parsed = memoize(
  ({ area, locale, key, isPseudo }: Place): IntlMessageFormat => {
    const message = parse(pattern(area, locale, key as Key<Area>), locale);
    return isPseudo ? parse(pseudo(message.getAst()), locale) : message;
  },
  ({ area, locale, key, isPseudo }) => `${area}/${isPseudo ? 'pseudo' : locale}/${key}`,
);

function messageOf<A extends Area>(area: A, locale: Locale, key: Key<A>): IntlMessageFormat {
  return parsed({ area, locale, key, isPseudo: locale === 'en' && isPseudoLocaleUsed() });
}

/** Made anew each time: there are many zones, and what costs time is remembered below. */
function inZone(message: IntlMessageFormat, locale: Locale, timeZone: string): IntlMessageFormat {
  return timeZone === 'UTC' ? message : parse(message.getAst(), locale, timeZone);
}

function parse(
  message: ConstructorParameters<typeof IntlMessageFormat>[0],
  locale: Locale,
  timeZone = 'UTC',
): IntlMessageFormat {
  const { day, moment } = formats.date;
  const date = { day: { ...day, timeZone: 'UTC' }, moment: { ...moment, timeZone } };
  const overrides = { ...formats, date } as Overrides;
  return new IntlMessageFormat(message, locale, overrides, { formatters, ignoreTag: true });
}

type Overrides = ConstructorParameters<typeof IntlMessageFormat>[2];

/** Shared by all messages: to make one costs far more than to use it. */
const formatters: Formatters = {
  getNumberFormat: remembered((...args) => new Intl.NumberFormat(...args)),
  getDateTimeFormat: remembered((...args) => new Intl.DateTimeFormat(...args)),
  getPluralRules: remembered((...args) => new Intl.PluralRules(...args)),
};

function remembered<Options, Formatter extends {}>(
  make: (locales?: string | string[], options?: Options) => Formatter,
): (locales?: string | string[], options?: Options) => Formatter {
  const made = memoize(
    ([locales, options]: readonly [string | string[] | undefined, Options | undefined]) =>
      make(locales, options),
    (args) => JSON.stringify(args),
  );
  return (locales, options) => made([locales, options]);
}
