import type { Locale } from '#vocabulary';
import { headingOf } from '../explain/explain.js';
import { Format } from '../explain/format.js';
import { fill } from '../explain/template.js';
import type { Criterion } from '../model.js';
import type { FindingTexts } from './finding-texts.js';
import type { Droppable, Finding, Shown } from './finding.js';
import { ar } from './texts/ar.js';
import { en } from './texts/en.js';
import { es } from './texts/es.js';
import { fr } from './texts/fr.js';
import { pt } from './texts/pt.js';
import { sw } from './texts/sw.js';

/** In every language. */
export const FINDING_TEXTS: Readonly<Record<Locale, FindingTexts>> = { ar, en, es, fr, pt, sw };

/** A finding as one sentence in the reader's language. */
export function explainFinding({ code, values }: Finding, locale: Locale = 'en'): string {
  const texts = FINDING_TEXTS[locale];
  const format = new Format(locale);
  const shown = Object.entries(values).map(([place, [as, value]]) => {
    return [place, SHOW[as](value, format, texts, locale)];
  });
  return fill(texts.sentences[code], Object.fromEntries(shown) as Record<string, string>);
}

const SHOW: Record<
  Shown[0],
  (value: string | number, format: Format, texts: FindingTexts, locale: Locale) => string
> = {
  area: (code, format) => format.area(String(code)),
  areas: (codes, format) =>
    format.all(
      String(codes)
        .split('\n')
        .map((code) => format.area(code)),
    ),
  criterion: (name, _format, _texts, locale) => headingOf(name as Criterion, locale),
  date: (day, format) => format.date(String(day)),
  language: (code, format) => format.name('language', String(code)),
  level: (code, format) => format.proficiency(String(code)),
  networks: (slugs, format) => format.either(String(slugs).split('\n')),
  number: (value, format) => format.number(Number(value)),
  requirement: (name, _format, { requirements }) => requirements[name as Droppable],
  role: (code, format) => format.name('role', String(code)),
  track: (code, format) => format.name('track', String(code)),
  years: (value, format) => format.unit(Number(value), 'year'),
};
