import { PROFICIENCIES, ROLES, TRACKS } from '#vocabulary';
import { MODEL } from '../model.js';
import type { Problems } from '../problems.js';
import type { HardNeed } from './need.js';

const FIELDS: Record<keyof HardNeed, true> = {
  languages: true,
  conflictOfInterest: true,
  availability: true,
  roles: true,
  tracks: true,
  networks: true,
  minimumYears: true,
  allowStale: true,
};

/** Adds what is wrong with the hard criteria. */
export function checkHard(problems: Problems, hard: HardNeed): void {
  problems.fields('hard', hard, Object.keys(FIELDS));
  problems.eachObject('hard.languages', hard.languages, (path, { code, level }) => {
    problems.code(`${path}.code`, code, 'language');
    problems.oneOf(`${path}.level`, level, PROFICIENCIES);
  });
  problems.optional('hard.conflictOfInterest', hard.conflictOfInterest, (conflict) => {
    const { territories, networks } = conflict;
    problems.each('hard.conflictOfInterest.territories', territories, (path, code) =>
      problems.code(path, code, 'territory'),
    );
    problems.each('hard.conflictOfInterest.networks', networks, (path, slug) =>
      problems.slug(path, slug),
    );
  });
  problems.optional('hard.availability', hard.availability, ({ minimumShare }) =>
    problems.integer('hard.availability.minimumShare', minimumShare, 1, 100),
  );
  problems.each('hard.roles', hard.roles, (path, role) => problems.oneOf(path, role, ROLES));
  problems.each('hard.tracks', hard.tracks, (path, track) => problems.oneOf(path, track, TRACKS));
  problems.each('hard.networks', hard.networks, (path, slug) => problems.slug(path, slug));
  if (hard.minimumYears !== undefined) {
    problems.integer('hard.minimumYears', hard.minimumYears, 0, MODEL.years.maximum);
  }
  problems.switch('hard.allowStale', hard.allowStale);
}
