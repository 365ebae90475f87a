import { translator } from '#messages';
import type { Criterion, Droppable, Finding, Shown } from '#matching';
import type { Locale } from '#vocabulary';
import { headingOf } from './explain.js';
import { Format } from './format.js';

/** A finding as one sentence in the reader's language. */
export function explainFinding({ code, values }: Finding, locale: Locale = 'en'): string {
  const format = new Format(locale);
  const shown = Object.entries(values).map(([place, [as, value]]) => {
    return [place, SHOW[as](value, format, locale)];
  });
  // Whoever made the finding gave it all that its sentence takes: the type of `finding` says so.
  return translator('findings', locale)(code, Object.fromEntries(shown) as never);
}

const SHOW: Record<
  Shown[0],
  (value: string | number, format: Format, locale: Locale) => string | number | Date
> = {
  area: (code, format) => format.area(String(code)),
  areas: (codes, format) =>
    format.all(
      String(codes)
        .split('\n')
        .map((code) => format.area(code)),
    ),
  criterion: (name, _format, locale) => headingOf(name as Criterion, locale),
  date: (day) => new Date(day),
  fields: (codes, format) =>
    format.all(
      String(codes)
        .split('\n')
        .map((code) => format.name('expertise', code)),
    ),
  language: (code, format) => format.name('language', String(code)),
  level: (code, format) => format.proficiency(String(code)),
  networks: (slugs, format) => format.either(String(slugs).split('\n')),
  number: Number,
  requirement: (name, _format, locale) =>
    translator('findings', locale)(`requirement.${name as Droppable}`),
  role: (code, format) => format.name('role', String(code)),
  share: (percent) => Number(percent) / 100,
  track: (code, format) => format.name('track', String(code)),
};
