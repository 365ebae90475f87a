import { readFileSync } from 'node:fs';
import { isolate } from '#messages';
import { IntlMessageFormat } from 'intl-messageformat';
import formats from '../../../libs/messages/src/formats.json' with { type: 'json' };
import type { ConsoleMessages } from '../../../libs/messages/src/console-messages.js';

type Area = keyof ConsoleMessages;

/** Puts a message of the console into words, as its screens do. */
export type Words<A extends Area> = (
  key: keyof ConsoleMessages[A] & string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * The words of an area of the console, such as `console-needs`, in a language. Those of the pages come from
 * `translator`.
 *
 * @throws TypeError where there is no such message
 */
export function wordsOf<A extends Area>(area: A, locale: string): Words<A> {
  const file = new URL(`../../../libs/messages/catalogues/${area}/${locale}.json`, import.meta.url);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  return (key, values = {}) => {
    const message = catalogue[key];
    if (message === undefined) throw new TypeError(`No message ${area} ${locale}: ${key}`);
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value, locale) : value,
    ]);
    const format = new IntlMessageFormat(message, locale, formats as never, { ignoreTag: true });
    return String(format.format(Object.fromEntries(isolated) as never));
  };
}
