import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { use } from 'react';
import formats from '../../../../libs/messages/src/formats.json';
import { isolate } from '../../../../libs/messages/src/isolate.js';
import type { ConsoleMessages } from '../../../../libs/messages/src/console-messages.js';
import { useLocale, type Locale } from './locale.js';

export type Area = keyof ConsoleMessages;
type Key<A extends Area> = keyof ConsoleMessages[A] & string;

type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

type Values<V> = keyof V extends never ? [] : [values: V];

/** Puts a message of an area into words. `libs/messages` finds the messages that are used by this name. */
export interface Translate<A extends Area> {
  <K extends Key<A>>(key: K, ...values: Values<Intersection<ConsoleMessages[A][K]>>): string;
}

/** A message as the build leaves it: a text, or its syntax tree where something is put into it. */
type Message = string | MessageFormatElement[];
type Catalogue = Readonly<Record<string, Message>>;

const FILES = import.meta.glob<Catalogue>('../../../../libs/messages/catalogues/console*/*.json', {
  import: 'default',
});

const loaded = new Map<string, Promise<Translate<never>>>();

/**
 * The messages of an area in the language of the page. The component waits while they come; the areas of one screen
 * come with it (`preload`).
 */
export function useT<A extends Area>(area: A): Translate<A> {
  const locale = useLocale();
  return use(load(area, locale)) as Translate<A>;
}

/** Fetches the messages of areas before a component asks for them. */
export async function preload(areas: readonly Area[], locale: Locale): Promise<void> {
  await Promise.all(areas.map((area) => load(area, locale)));
}

function load(area: Area, locale: Locale): Promise<Translate<never>> {
  const place = `${area}/${locale}`;
  const known = loaded.get(place);
  if (known) return known;
  const file = FILES[`../../../../libs/messages/catalogues/${place}.json`];
  if (!file) throw new TypeError(`No catalogue ${place}.`);
  const made = file().then((catalogue) => translator(catalogue, locale));
  loaded.set(place, made);
  // What a slow line failed to bring may be asked for again.
  made.catch(() => loaded.delete(place));
  return made;
}

function translator(catalogue: Catalogue, locale: Locale): Translate<never> {
  const parsed = new Map<string, IntlMessageFormat>();
  const translate = (key: string, values: Readonly<Record<string, unknown>> = {}): string => {
    const message = catalogue[key];
    if (message === undefined) throw new TypeError(`No message ${locale}: ${key}`);
    if (typeof message === 'string') return message;
    let format = parsed.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, locale, formats as never, { ignoreTag: true });
      parsed.set(key, format);
    }
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value, locale) : value,
    ]);
    return String(format.format(Object.fromEntries(isolated) as never));
  };
  return translate as Translate<never>;
}
