import { MODEL } from '#matching';
import { isolate, translator } from '#messages';
import { areaLabel, label, type Locale, type VocabularyKind } from '#vocabulary';

/** Names and lists of them as one locale writes them, to be put into a message. */
export class Format {
  constructor(private readonly locale: Locale) {}

  name(kind: VocabularyKind, code: string): string {
    return label(kind, code, this.locale);
  }

  /** CEFR levels go by their code everywhere. */
  proficiency(level: string): string {
    return /^[ABC][12]$/.test(level) ? level : this.name('proficiency', level);
  }

  /** A language or a topic with its level: "French (C1)". */
  levelled(kind: 'language' | 'expertise', item: { code: string; level: string | number }): string {
    const level =
      kind === 'language'
        ? this.proficiency(String(item.level))
        : this.name('expertise-level', String(item.level));
    const name = this.name(kind, item.code);
    return translator('explanations', this.locale)('levelled', { name, level });
  }

  all(items: readonly string[]): string {
    return this.list(items, 'conjunction');
  }

  either(items: readonly string[]): string {
    return this.list(items, 'disjunction');
  }

  eitherOf(kind: VocabularyKind, codes: readonly string[]): string {
    return this.either(codes.map((code) => this.name(kind, code)));
  }

  /** A type and phase of a process, or one of them. */
  process({ type, phase }: { type: string | null; phase: string | null }): string {
    return this.all([
      ...(type === null ? [] : [this.name('process-type', type)]),
      ...(phase === null ? [] : [this.name('phase', phase)]),
    ]);
  }

  /** The name of a territory, region or grouping. */
  area(code: string): string {
    return areaLabel(code, this.locale);
  }

  private list(items: readonly string[], type: 'conjunction' | 'disjunction'): string {
    const isolated = items.map((item) => isolate(item, this.locale));
    return new Intl.ListFormat(this.locale, { type }).format(isolated);
  }
}

/** Micro-units as a number from 0 to 1, for the format `percent` of a message. */
export function fraction(microUnits: number): number {
  return microUnits / MODEL.unit;
}
