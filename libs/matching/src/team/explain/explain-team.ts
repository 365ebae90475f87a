import type { Locale } from '#vocabulary';
import { Format } from '../../explain/format.js';
import { fill } from '../../explain/template.js';
import type { Coverage, RelaxedRequirement } from '../describe-team.js';
import type { Requirement } from '../team-request.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { TeamPhrases } from './phrases.js';
import { pt } from './pt.js';
import { sw } from './sw.js';

const PHRASES: Record<Locale, TeamPhrases> = { ar, en, es, fr, pt, sw };

/** The name of a woman, by id; this room knows none. */
export type NameOf = (id: string) => string;

/** One sentence on what was asked of a team and what is possible instead. */
export function explainRelaxed(
  { requirement, asked, possible }: RelaxedRequirement,
  locale: Locale,
  nameOf: NameOf,
): string {
  const format = new Format(locale);
  return fill(PHRASES[locale].relaxed, {
    what: whatOf(requirement, locale, format, nameOf),
    asked: format.number(asked),
    possible: format.number(possible),
  });
}

/** One sentence on what was asked of a team and how many of its members meet it. */
export function explainCoverage(
  { requirement, found }: Omit<Coverage, 'by'>,
  locale: Locale,
  nameOf: NameOf,
): string {
  const format = new Format(locale);
  return fill(PHRASES[locale].covered, {
    what: whatOf(requirement, locale, format, nameOf),
    asked: format.number(requirement.count),
    found: format.number(found),
  });
}

function whatOf(requirement: Requirement, locale: Locale, format: Format, nameOf: NameOf): string {
  const name = () => {
    switch (requirement.kind) {
      case 'LANGUAGE':
        return levelled(
          format.name('language', requirement.code),
          format.proficiency(requirement.level),
        );
      case 'EXPERTISE':
        return levelled(
          format.name('expertise', requirement.code),
          format.name('expertise-level', String(requirement.level)),
        );
      case 'AREA':
        return format.area(requirement.code);
      case 'MUST_HAVE':
        return nameOf(requirement.id);
      default:
        return '';
    }
  };
  return fill(PHRASES[locale].what[requirement.kind], { name: name() });
}

function levelled(name: string, level: string): string {
  return `${name} (${level})`;
}
