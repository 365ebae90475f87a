import type { Locale } from '#vocabulary';
import type { Contribution, ContributionOf } from '../criteria/evidence.js';
import type { Criterion } from '../model.js';
import { Format } from './format.js';
import { listClauses } from './list-clauses.js';
import { PHRASES } from './locales.js';
import type { Phrases } from './phrases.js';
import { fill } from './template.js';

/**
 * One sentence on what a criterion wanted, what was found and how far that fits, in the reader's
 * language. Numbers, dates and lists follow the locale.
 */
export function explain(contribution: Contribution, locale: Locale = 'en'): string {
  const phrases = PHRASES[locale];
  const clauses = clausesOf(contribution, phrases, new Format(locale));
  return fill(phrases.sentence, {
    heading: phrases.headings[contribution.criterion],
    clauses: clauses.join(phrases.separator),
  });
}

/** What a criterion is called. */
export function headingOf(criterion: Criterion, locale: Locale): string {
  return PHRASES[locale].headings[criterion];
}

function clausesOf<C extends Criterion>(
  contribution: ContributionOf<C> & { criterion: C },
  phrases: Phrases,
  format: Format,
): string[] {
  const clauses = CLAUSES[contribution.criterion];
  return clauses(contribution, phrases, format);
}

type Clauses<C extends Criterion> = (
  contribution: ContributionOf<C>,
  phrases: Phrases,
  format: Format,
) => string[];

const CLAUSES: { [C in Criterion]: Clauses<C> } = {
  LANGUAGE: (contribution, phrases, format) => {
    const name = (item: { code: string; level: string }) =>
      fill(phrases.levelled, {
        name: format.name('language', item.code),
        level: format.proficiency(item.level),
      });
    return listClauses(contribution, phrases.LANGUAGE, name, format);
  },

  REGION: (contribution, phrases, format) =>
    listClauses(contribution, phrases.REGION, ({ code }) => format.area(code), format),

  EXPERTISE: (contribution, phrases, format) => {
    const name = (item: { code: string; level: number }) =>
      fill(phrases.levelled, {
        name: format.name('expertise', item.code),
        level: format.name('expertise-level', String(item.level)),
      });
    return listClauses(contribution, phrases.EXPERTISE, name, format);
  },

  ROLE: ({ wanted, found, value }, phrases, format) => [
    fill(phrases.ROLE[found?.standing ?? 'none'], {
      wanted: format.either(wanted.map((role) => format.name('role', role))),
      found: found ? format.name('role', found.role) : '',
      fit: format.percent(value),
    }),
  ],

  TRACK: (contribution, phrases, format) =>
    listClauses(contribution, phrases.TRACK, ({ code }) => format.name('track', code), format),

  PROCESS: ({ wanted, found, value }, phrases, format) => {
    const name = ({ type, phase }: { type: string | null; phase: string | null }) =>
      format.all([
        ...(type === null ? [] : [format.name('process-type', type)]),
        ...(phase === null ? [] : [format.name('phase', phase)]),
      ]);
    const template = phrases.PROCESS[found?.same ?? 'none'];
    const fit = format.percent(value);
    return [fill(template, { wanted: name(wanted), found: found ? name(found) : '', fit })];
  },

  YEARS: ({ wanted, found, value }, phrases, format) => [
    fill(phrases.YEARS, {
      wanted: format.unit(wanted, 'year'),
      found: format.unit(found, 'year'),
      fit: format.percent(value),
    }),
  ],

  AVAILABILITY: ({ wanted, found, value }, phrases, format) => [
    fill(phrases.AVAILABILITY[found.days === null ? found.said : 'days'], {
      wanted: format.unit(wanted.days, 'day'),
      found: found.days === null ? '' : format.number(found.days),
      from: format.date(wanted.from),
      to: format.date(wanted.to),
      fit: format.percent(value),
    }),
  ],

  FRESHNESS: ({ wanted, found, value }, phrases, format) => {
    if (!found) return [phrases.FRESHNESS.none];
    return [
      fill(phrases.FRESHNESS[found.days < 0 ? 'later' : 'confirmed'], {
        wanted: format.date(wanted.asOf),
        found: format.date(found.confirmedOn),
        age: format.unit(found.days, 'day'),
        fit: format.percent(value),
      }),
    ];
  },

  TEXT: ({ wanted, found, value }, phrases, format) => [
    fill(phrases.TEXT[found ? 'matched' : 'none'], {
      wanted: format.number(wanted.matches),
      found: found ? format.number(found.place) : '',
      fit: format.percent(value),
    }),
  ],

  NETWORK: ({ wanted, found, value }, phrases, format) => [
    fill(phrases.NETWORK[found.length > 0 ? 'member' : 'none'], {
      wanted: format.either(wanted),
      found: format.all(found),
      fit: format.percent(value),
    }),
  ],
};
