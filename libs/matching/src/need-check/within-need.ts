import { proficiencyRank } from '#vocabulary';
import { CRITERIA, MODEL } from '../model.js';
import type { Need } from '../need/need.js';
import { statedCriteria, weightOf } from '../need/stated.js';
import { finding, type Finding } from './finding.js';

/** What can be told from a valid need alone, and the day on which it is asked. */
export function findingsWithin(need: Need, today: string): Finding[] {
  return [
    ...networks(need),
    ...period(need, today),
    ...languages(need),
    ...rolesAndTracks(need),
    ...years(need),
    ...weights(need),
  ];
}

/** Nobody is in a network and not in it: where all that are accepted are excluded, nobody is left. */
function networks({ hard, soft }: Need): Finding[] {
  const rivals = hard.conflictOfInterest?.networks ?? [];
  const accepted = hard.networks ?? [];
  const preferred = (soft.networks ?? []).flatMap((slug, i) =>
    rivals.includes(slug)
      ? [
          finding('PREFERRED_NETWORK_EXCLUDED', `soft.networks.${i}`, {
            network: ['networks', slug],
          }),
        ]
      : [],
  );
  if (accepted.length > 0 && accepted.every((slug) => rivals.includes(slug))) {
    const names = [...new Set(accepted)].join('\n');
    return [finding('NETWORKS_EXCLUDED', 'hard.networks', { networks: ['networks', names] })];
  }
  const some = accepted.flatMap((slug, i) =>
    rivals.includes(slug)
      ? [finding('NETWORK_EXCLUDED', `hard.networks.${i}`, { network: ['networks', slug] })]
      : [],
  );
  return [...some, ...preferred];
}

function period({ period: stated, date }: Need, today: string): Finding[] {
  if (!stated) return [];
  if (stated.to < today) return [finding('PERIOD_PAST', 'period', { to: ['date', stated.to] })];
  if (stated.from >= date) return [];
  const values = { from: ['date', stated.from], date: ['date', date] } as const;
  return [finding('PERIOD_BEFORE_DATE', 'period.from', values)];
}

function languages({ hard, soft }: Need): Finding[] {
  const wanted = soft.languages ?? [];
  if (wanted.length === 0) return [];
  return (hard.languages ?? []).flatMap(({ code, level }, i) => {
    const path = `hard.languages.${i}`;
    const language = ['language', code] as const;
    const same = wanted.filter((each) => each.code === code);
    if (same.length === 0) return [finding('LANGUAGE_NOT_WANTED', path, { language })];
    return same.flatMap(({ level: full = MODEL.language.level }) =>
      proficiencyRank(level) > proficiencyRank(full)
        ? [
            finding('LEVEL_ABOVE_WANTED', `${path}.level`, {
              language,
              required: ['level', level],
              wanted: ['level', full],
            }),
          ]
        : [],
    );
  });
}

function rolesAndTracks({ hard, soft }: Need): Finding[] {
  const { roles = [], tracks = [] } = soft;
  const unwantedRoles = (hard.roles ?? []).flatMap((role, i) =>
    roles.length === 0 || roles.includes(role)
      ? []
      : [finding('ROLE_NOT_WANTED', `hard.roles.${i}`, { role: ['role', role] })],
  );
  const unwantedTracks = (hard.tracks ?? []).flatMap((track, i) =>
    tracks.length === 0 || tracks.some(({ code }) => code === track)
      ? []
      : [finding('TRACK_NOT_WANTED', `hard.tracks.${i}`, { track: ['track', track] })],
  );
  return [...unwantedRoles, ...unwantedTracks];
}

function years({ hard: { minimumYears = 0 }, soft }: Need): Finding[] {
  if (soft.years === undefined || soft.years === false) return [];
  const wanted = soft.years === true ? MODEL.years.wanted : soft.years;
  if (minimumYears <= wanted) return [];
  const values = { minimum: ['years', minimumYears], wanted: ['years', wanted] } as const;
  return [finding('YEARS_ABOVE_WANTED', 'hard.minimumYears', values)];
}

function weights(need: Need): Finding[] {
  const stated = new Set(statedCriteria(need));
  return CRITERIA.flatMap((criterion) => {
    const path = `weights.${criterion}`;
    const values = { criterion: ['criterion', criterion] } as const;
    if (!stated.has(criterion)) {
      const given = (need.weights?.[criterion] ?? 0) > 0;
      return given ? [finding('WEIGHT_WITHOUT_CRITERION', path, values)] : [];
    }
    return weightOf(need, criterion) === 0
      ? [finding('CRITERION_WITHOUT_WEIGHT', path, values)]
      : [];
  });
}
