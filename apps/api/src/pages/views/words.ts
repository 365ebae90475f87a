import { areaLabel, isArea, isCode, label, type Locale, type VocabularyKind } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';
import { fill } from '../texts/fill.js';
import type { Texts } from '../texts/texts.js';

/** Numbers, dates and names as the reader's language writes them. */
export class Words {
  constructor(
    private readonly locale: Locale,
    readonly texts: Texts,
  ) {}

  /** What somebody wrote, in its own direction of writing. */
  said(text: string | null | undefined): Value {
    return text ? html`<bdi>${text}</bdi>` : this.texts.nothing;
  }

  name(kind: VocabularyKind, code: string): string {
    return isCode(kind, code) ? label(kind, code, this.locale) : code;
  }

  area(code: string): string {
    return isArea(code) ? areaLabel(code, this.locale) : code;
  }

  /** The text in the reader's language, else in English, else in whichever there is. */
  inLocale(texts: Readonly<Record<string, string>>): string {
    return texts[this.locale] ?? texts['en'] ?? Object.values(texts)[0] ?? '';
  }

  all(items: readonly string[]): string {
    if (items.length === 0) return this.texts.nothing;
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(items);
  }

  /** A day, of a date or of a moment. */
  day(at: string | Date): string {
    const date =
      typeof at === 'string' && at.length === 10 ? new Date(`${at}T00:00:00Z`) : new Date(at);
    const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.locale, options).format(date);
  }

  moment(at: Date | string): string {
    const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
    return `${new Intl.DateTimeFormat(this.locale, options).format(new Date(at))} UTC`;
  }

  minutes(count: number): string {
    const options = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(this.locale, options).format(count);
  }

  fill(text: string, values: Readonly<Record<string, string>>): string {
    return fill(text, values);
  }
}

/** Names with what is held under them. */
export function list(entries: readonly (readonly [name: Value, value: Value])[]): Html {
  return html`<dl>
    ${entries.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
