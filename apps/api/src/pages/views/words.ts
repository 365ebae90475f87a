import type { ProfileField, StatedField } from '#directory';
import { isolate, textIn, translator, type Translate } from '#messages';
import { areaLabel, isArea, isCode, label, type Locale, type VocabularyKind } from '#vocabulary';
import { html, type Html, type Value } from '../html/html.js';

/** Numbers, dates and names as the reader's language writes them. */
export class Words {
  constructor(
    private readonly locale: Locale,
    private readonly t: Translate<'pages'>,
  ) {}

  /** What somebody wrote, in its own direction of writing. */
  said(text: string | null | undefined): Value {
    return text ? html`<bdi>${text}</bdi>` : this.t('nothing');
  }

  name(kind: VocabularyKind, code: string): string {
    return isCode(kind, code) ? label(kind, code, this.locale) : code;
  }

  /** What a field of her profile is called. */
  field(field: ProfileField | StatedField): string {
    return translator('fields', this.locale)(field);
  }

  area(code: string): string {
    return isArea(code) ? areaLabel(code, this.locale) : code;
  }

  /** The text in the reader's language, else in English, else in whichever there is. */
  inLocale(texts: Readonly<Record<string, string>>): string {
    return textIn(texts, this.locale) ?? '';
  }

  all(items: readonly string[]): string {
    if (items.length === 0) return this.t('nothing');
    const isolated = items.map((item) => isolate(item, this.locale));
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(isolated);
  }

  /** From so many years to so many. */
  years(from: number, to: number): string {
    const options = { style: 'unit', unit: 'year', unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(this.locale, options).formatRange(from, to);
  }

  /** A day, of a date or of a moment. */
  day(at: string | Date): string {
    const date =
      typeof at === 'string' && at.length === 10 ? new Date(`${at}T00:00:00Z`) : new Date(at);
    const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.locale, options).format(date);
  }

  /** A moment by the clocks of a zone, which it names. */
  moment(at: Date | string, timeZone = 'UTC'): string {
    const date = new Date(at);
    const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
    return `${new Intl.DateTimeFormat(this.locale, options).format(date)} ${this.zoneName(date, timeZone)}`;
  }

  /** The time of day that the clocks of a zone show. */
  timeOfDay(at: Date, timeZone: string): string {
    return new Intl.DateTimeFormat(this.locale, { timeStyle: 'short', timeZone }).format(at);
  }

  private zoneName(at: Date, timeZone: string): string {
    const options = { timeZone, timeZoneName: 'short' } as const;
    const parts = new Intl.DateTimeFormat(this.locale, options).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
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
