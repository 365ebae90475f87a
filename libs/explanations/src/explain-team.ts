import { Format } from './format.js';
import { type Coverage, type RelaxedRequirement, type Requirement } from '#matching';
import { translator } from '#messages';
import type { Locale } from '#vocabulary';

/** The name of a woman, by id; this library knows no names. */
type NameOf = (id: string) => string;

/** One sentence on what was asked of a team and what is possible instead. */
export function explainRelaxed(
  { requirement, asked, possible }: RelaxedRequirement,
  locale: Locale,
  nameOf: NameOf,
): string {
  const what = whatOf(requirement, locale, nameOf);
  return translator('teams', locale)('relaxed', { what, asked, possible });
}

/** One sentence on what was asked of a team and how many of its members meet it. */
export function explainCoverage(
  { requirement, found }: Omit<Coverage, 'by'>,
  locale: Locale,
  nameOf: NameOf,
): string {
  const what = whatOf(requirement, locale, nameOf);
  return translator('teams', locale)('covered', { what, asked: requirement.count, found });
}

function whatOf(requirement: Requirement, locale: Locale, nameOf: NameOf): string {
  const format = new Format(locale);
  const name = () => {
    switch (requirement.kind) {
      case 'LANGUAGE':
        return format.levelled('language', requirement);
      case 'EXPERTISE':
        return format.levelled('expertise', requirement);
      case 'AREA':
        return format.area(requirement.code);
      case 'MUST_HAVE':
        return nameOf(requirement.id);
      default:
        return '';
    }
  };
  return translator('teams', locale)(`what.${requirement.kind}`, { name: name() });
}
