import { PHASES, PROCESS_TYPES, PROFICIENCIES, ROLES, TRACKS } from '#vocabulary';
import { MODEL } from '../model.js';
import { isUuid } from '../pool/uuid.js';
import type { Problems } from '../problems.js';
import type { SoftNeed } from './need.js';

const FIELDS: Record<keyof SoftNeed, true> = {
  languages: true,
  territories: true,
  expertise: true,
  roles: true,
  tracks: true,
  process: true,
  years: true,
  availability: true,
  freshness: true,
  text: true,
  networks: true,
};

/**
 * Adds what is wrong with the soft criteria.
 *
 * @param eachMatch whether the items of the matches are looked at as well
 */
export function checkSoft(problems: Problems, soft: SoftNeed, eachMatch: boolean): void {
  problems.fields('soft', soft, Object.keys(FIELDS));
  const weight = (path: string, value: number | undefined) => {
    if (value !== undefined) problems.integer(path, value, 1, MODEL.item.maximumWeight);
  };
  problems.eachObject('soft.languages', soft.languages, (path, item) => {
    problems.code(`${path}.code`, item.code, 'language');
    if (item.level !== undefined) problems.oneOf(`${path}.level`, item.level, PROFICIENCIES);
    weight(`${path}.weight`, item.weight);
  });
  problems.eachObject('soft.territories', soft.territories, (path, item) => {
    problems.code(`${path}.code`, item.code, 'area');
    weight(`${path}.weight`, item.weight);
  });
  problems.eachObject('soft.expertise', soft.expertise, (path, item) => {
    problems.code(`${path}.code`, item.code, 'expertise');
    if (item.level !== undefined) problems.integer(`${path}.level`, item.level, 1, 3);
    weight(`${path}.weight`, item.weight);
  });
  problems.each('soft.roles', soft.roles, (path, role) => problems.oneOf(path, role, ROLES));
  problems.eachObject('soft.tracks', soft.tracks, (path, item) => {
    problems.oneOf(`${path}.code`, item.code, TRACKS);
    weight(`${path}.weight`, item.weight);
  });
  problems.optional('soft.process', soft.process, ({ type, phase }) => {
    if (type !== undefined) problems.oneOf('soft.process.type', type, PROCESS_TYPES);
    if (phase !== undefined) problems.oneOf('soft.process.phase', phase, PHASES);
  });
  if (soft.years !== undefined && typeof soft.years !== 'boolean') {
    problems.integer('soft.years', soft.years, 1, MODEL.years.maximum);
  }
  problems.switch('soft.availability', soft.availability);
  problems.switch('soft.freshness', soft.freshness);
  problems.each('soft.networks', soft.networks, (path, slug) => problems.slug(path, slug));
  problems.optional('soft.text', soft.text, ({ matches }) => {
    if (!Array.isArray(matches)) {
      problems.add('soft.text.matches', 'MALFORMED', 'The matches are not a list of ids.');
    } else if (eachMatch) {
      checkMatches(problems, matches);
    }
  });
}

/**
 * Adds what is wrong with the items of a list of matches. It may be as long as it likes, but a double
 * would shift every later place.
 */
export function checkMatches(problems: Problems, matches: readonly unknown[]): void {
  const seen = new Set<string>();
  matches.forEach((id, i) => {
    const path = `soft.text.matches.${i}`;
    if (!isUuid(id)) {
      problems.add(path, 'MALFORMED', 'The id is not a UUID.');
      return;
    }
    const before = seen.size;
    if (seen.add(id.toLowerCase()).size === before) {
      problems.add(path, 'DUPLICATE', `${id} is among the matches already.`);
    }
  });
}
