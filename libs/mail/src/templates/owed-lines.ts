import { textIn, type Translate } from '#messages';
import type { Locale } from '#vocabulary';
import type { OwedInMail } from './template.js';

const LONGEST = 300;
/** Nothing that a program would make a link of, and no second line. */
const LINE = /^(?!.*(:\/\/|www\.|@))[^\p{Cc}\u2028\u2029]+$/u;

/** Whether a text may stand in a mail: one line that leads nowhere. */
export function isMailLine(text: string): boolean {
  return text.length <= LONGEST && LINE.test(text);
}

/**
 * What is owed, a line for each.
 *
 * @throws TypeError for a text that no mail may hold
 */
export function owedLines(
  { named, more }: OwedInMail,
  t: Translate<'mails'>,
  locale: Locale,
): string {
  const lines = named.map(({ what, to, by }) => {
    const text = textIn(what, locale) ?? '';
    if (![text, to ?? '-'].every(isMailLine))
      throw new TypeError('A mail cannot hold such a line.');
    const parts = [
      text,
      ...(to === null ? [] : [t('owed.to', { to })]),
      ...(by === null ? [] : [t('owed.by', { by })]),
    ];
    return `- ${parts.join(' · ')}`;
  });
  return [...lines, ...(more || named.length === 0 ? [`- ${t('owed.more')}`] : [])].join('\n');
}
