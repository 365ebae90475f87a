import { translator } from '#messages';
import type { Locale } from '#vocabulary';
import { owedLines } from './owed-lines.js';
import type { OwedInMail, Template, TemplateParameters } from './template.js';

/** What the recipient reads. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
}

/** The parameters of every template. */
type AllParameters = TemplateParameters['invitation'] &
  TemplateParameters['new-sign-in'] &
  TemplateParameters['consent-withdrawn-notice'] & { readonly owed: string };

/**
 * The words of a mail in one language.
 *
 * @param timeZone of the recipient, of IANA: the moments in it are written so
 * @throws TypeError where the link is not one of the web or the reference is not an opaque id.
 */
export function render<T extends Template>(
  template: T,
  parameters: TemplateParameters[T],
  locale: Locale,
  timeZone?: string,
): RenderedMail {
  const t = translator('mails', locale, timeZone);
  const { owed, ...plain } = parameters as { readonly owed?: OwedInMail };
  for (const [name, value] of Object.entries(plain)) check(name, value);
  const mail: Template = template;
  const told = owed ? { ...plain, owed: owedLines(owed, t, locale) } : plain;
  // Each template takes some of them: which ones, its own type has said.
  const text = t(`${mail}.text`, told as AllParameters);
  return { subject: t(`${mail}.subject`), text: `${text}\n\n-- \n${t('footer')}\n` };
}

/**
 * What a telephone shows: one fixed sentence, and the link. It stays that short, for a short message costs by its
 * length and is read on a locked screen.
 *
 * @throws TypeError where the link is not one of the web.
 */
export function renderMessage(link: string, locale: Locale): string {
  check('link', link);
  return translator('mails', locale)('message', { link });
}

/** A moment, a link or an id: nothing else finds its way into a mail, but what an actor has made public (`owedLines`). */
function check(name: string, value: unknown): void {
  if (value instanceof Date) return;
  if (typeof value === 'string' && PATTERNS[name]?.test(value)) return;
  throw new TypeError(`A mail cannot be told such a ${name}.`);
}

const PATTERNS: Readonly<Record<string, RegExp>> = {
  link: /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/,
  reference: /^[\w-]{1,64}$/,
};
