import { areaLabel, label, type Locale, type VocabularyKind } from '#vocabulary';
import { MODEL } from '../model.js';

/** Names, numbers, dates and lists as one locale writes them. */
export class Format {
  constructor(private readonly locale: Locale) {}

  name(kind: VocabularyKind, code: string): string {
    return label(kind, code, this.locale);
  }

  /** CEFR levels go by their code everywhere. */
  proficiency(level: string): string {
    return /^[ABC][12]$/.test(level) ? level : this.name('proficiency', level);
  }

  /** Micro-units as a percentage with at most one decimal. */
  percent(microUnits: number): string {
    const options = { style: 'percent', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.locale, options).format(microUnits / MODEL.unit);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** "1 year", "10 days". */
  unit(value: number, unit: 'year' | 'day'): string {
    const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(this.locale, options).format(value);
  }

  date(iso: string): string {
    const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.locale, options).format(new Date(`${iso}T00:00:00Z`));
  }

  all(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(items);
  }

  either(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'disjunction' }).format(items);
  }

  /** The name of a territory, region or grouping. */
  area(code: string): string {
    return areaLabel(code, this.locale);
  }
}
