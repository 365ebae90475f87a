import { label, type Locale, type VocabularyKind } from '#vocabulary';
import type { Contribution } from '../rank/rank.js';
import { en } from './en.js';
import { Format } from './format.js';
import type { Phrases } from './phrases.js';

const PHRASES: Partial<Record<Locale, Phrases>> = { en };

/**
 * One sentence on what a criterion wanted, what was found and how far that fits, in the reader's
 * language. Numbers, dates and lists follow the locale.
 */
export function explain(contribution: Contribution, locale: Locale = 'en'): string {
  const phrases = PHRASES[locale] ?? en;
  const clauses = clausesOf(contribution, phrases, new Format(locale));
  return `${phrases.headings[contribution.criterion]}: ${clauses.join('; ')}.`;
}

function clausesOf(contribution: Contribution, phrases: Phrases, format: Format): string[] {
  const fit = format.percent(contribution.value);
  const name = (kind: VocabularyKind, code: string) => label(kind, code, format.locale);
  const levelled = (kind: VocabularyKind, code: string, levels: VocabularyKind, level: string) =>
    fill(phrases.levelled, { name: name(kind, code), level: name(levels, level) });

  switch (contribution.criterion) {
    case 'LANGUAGE': {
      const named = (item: { code: string; level: string }) =>
        levelled('language', item.code, 'proficiency', item.level);
      return eachWanted(contribution, phrases.LANGUAGE, named, named, format);
    }
    case 'EXPERTISE': {
      const named = (item: { code: string; level: number }) =>
        levelled('expertise', item.code, 'expertise-level', String(item.level));
      return eachWanted(contribution, phrases.EXPERTISE, named, named, format);
    }
    case 'REGION': {
      const named = (item: { code: string }) => format.area(item.code);
      return eachWanted(contribution, phrases.REGION, named, named, format);
    }
    case 'TRACK': {
      const named = (item: { code: string }) => name('track', item.code);
      return eachWanted(contribution, phrases.TRACK, named, named, format);
    }
    case 'ROLE': {
      const { found } = contribution;
      const wanted = format.either(contribution.wanted.map((role) => name('role', role)));
      const values = { wanted, found: found ? name('role', found.role) : '', fit };
      return [fill(phrases.ROLE[found?.standing ?? 'none'], values)];
    }
    case 'PROCESS': {
      const { found } = contribution;
      const named = ({ type, phase }: { type: string | null; phase: string | null }) =>
        format.all([
          ...(type === null ? [] : [name('process-type', type)]),
          ...(phase === null ? [] : [name('phase', phase)]),
        ]);
      const values = { wanted: named(contribution.wanted), found: found ? named(found) : '', fit };
      return [fill(phrases.PROCESS[found?.same ?? 'none'], values)];
    }
    case 'YEARS': {
      const { wanted, found } = contribution;
      const values = {
        wanted: format.unit(wanted, 'year'),
        found: format.unit(found, 'year'),
        fit,
      };
      return [fill(phrases.YEARS, values)];
    }
    case 'AVAILABILITY': {
      const { wanted, found } = contribution;
      return [
        fill(phrases.AVAILABILITY, {
          wanted: format.unit(wanted.days, 'day'),
          found: format.number(found.days),
          from: format.date(wanted.from),
          to: format.date(wanted.to),
          fit,
        }),
      ];
    }
    case 'FRESHNESS': {
      const { wanted, found } = contribution;
      const values = {
        wanted: format.date(wanted.asOf),
        found: found ? format.date(found.confirmedOn) : '',
        fit,
      };
      return [fill(phrases.FRESHNESS[found ? 'confirmed' : 'none'], values)];
    }
    case 'TEXT': {
      const { wanted, found } = contribution;
      const values = {
        wanted: format.number(wanted.matches),
        found: found ? format.number(found.place) : '',
        fit,
      };
      return [fill(phrases.TEXT[found ? 'matched' : 'none'], values)];
    }
    case 'NETWORK': {
      const { wanted, found } = contribution;
      const values = { wanted: format.either(wanted), found: format.all(found), fit };
      return [fill(phrases.NETWORK[found.length > 0 ? 'member' : 'none'], values)];
    }
  }
}

/** One clause for each wanted item of a list. */
function eachWanted<W, F extends { relation: R; fit: number }, R extends string>(
  { wanted, found }: { wanted: W[]; found: (F | null)[] },
  templates: Record<R | 'none', string>,
  nameWanted: (item: W) => string,
  nameFound: (item: F) => string,
  format: Format,
): string[] {
  return wanted.map((item, i) => {
    const match = found[i] ?? null;
    return fill(templates[match?.relation ?? 'none'], {
      wanted: nameWanted(item),
      found: match ? nameFound(match) : '',
      fit: match ? format.percent(match.fit) : '',
    });
  });
}

function fill(template: string, values: Record<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
