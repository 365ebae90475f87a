import type { Locale } from '#vocabulary';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { pt } from './pt.js';
import { sw } from './sw.js';
import type { Template, TemplateParameters, Wording } from './template.js';

export const WORDINGS: Readonly<Record<Locale, Wording>> = { ar, en, es, fr, pt, sw };

/** What the recipient reads. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
}

/**
 * The words of a mail in one language.
 *
 * @throws TypeError where the link is not one of the web or the reference is not an opaque id.
 */
export function render<T extends Template>(
  template: T,
  parameters: TemplateParameters[T],
  locale: Locale,
): RenderedMail {
  const { mails, footer } = WORDINGS[locale];
  const { subject, text } = mails[template];
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, value]: [string, unknown]) => [
      name,
      written(name, value, locale),
    ]),
  );
  const paragraphs = text.map((paragraph) =>
    paragraph.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  );
  return { subject, text: `${[...paragraphs, '-- \n' + footer].join('\n\n')}\n` };
}

/** A moment in the reader's language, a link or an id: nothing else finds its way into a mail. */
function written(name: string, value: unknown, locale: Locale): string {
  if (value instanceof Date) return moment(value, locale);
  if (typeof value === 'string' && PATTERNS[name]?.test(value)) return value;
  throw new TypeError(`A mail cannot be told such a ${name}.`);
}

const PATTERNS: Readonly<Record<string, RegExp>> = {
  link: /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/,
  reference: /^[\w-]{1,64}$/,
};

function moment(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(at);
}
