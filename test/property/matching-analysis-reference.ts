import {
  type Candidate,
  CandidatePool,
  CRITERIA,
  type Criterion,
  type Need,
  rank,
} from '#matching';
import {
  entries,
  EXPERTISE_LEVELS,
  PHASES,
  PROCESS_TYPES,
  type Proficiency,
  proficiencyRank,
  type Role,
  TRACKS,
} from '#vocabulary';

/**
 * What the analyses say, found by trying: every single change is made and everybody is ranked again.
 * Nothing here is shared with libs/matching but `rank` itself.
 */

export function poolOf(candidates: readonly Candidate[]): CandidatePool {
  const pool = new CandidatePool();
  for (const candidate of candidates) pool.upsert(candidate);
  return pool;
}

export const ranked = (candidates: readonly Candidate[], need: Need) =>
  rank(poolOf(candidates), need, { limit: 1000 }).results;

interface Trial {
  criterion: Criterion;
  steps: number;
  code: string;
  changed: Candidate;
}

/** A single change that lifts her. */
export interface Lifting {
  criterion: Criterion;
  steps: number;
  code: string;
  gain: number;
  score: number;
  rank: number;
}

/** All single changes with what they gain, in the documented order of size; none without gain. */
export function liftings(candidates: readonly Candidate[], need: Need, id: string): Lifting[] {
  const others = candidates.filter((each) => each.id !== id);
  const her = candidates.find((each) => each.id === id)!;
  const before = ranked(candidates, need).find((each) => each.id === id)!;
  const pool = poolOf(others);
  // Once the pool knows every territory, no trial makes it look up all distances anew.
  pool.upsert({ ...her, territories: entries('territory').map(({ code }) => code) });
  return trials(her, need)
    .flatMap(({ changed, ...trial }) => {
      pool.upsert(changed);
      const after = rank(pool, need, { limit: 1000 }).results.find((each) => each.id === id);
      if (!after || after.total <= before.total) return [];
      return [{ ...trial, gain: after.total - before.total, score: after.score, rank: after.rank }];
    })
    .sort(
      (a, b) =>
        a.gain - b.gain ||
        a.steps - b.steps ||
        CRITERIA.indexOf(a.criterion) - CRITERIA.indexOf(b.criterion) ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
}

const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const satisfies Proficiency[];

function trials(her: Candidate, { soft, date, period }: Need): Trial[] {
  const found: Trial[] = [];
  const add = (criterion: Criterion, steps: number, code: string, change: Partial<Candidate>) =>
    found.push({ criterion, steps, code, changed: { ...her, ...change } });
  for (const code of union(soft.languages, her.languages)) {
    const has = Math.max(
      0,
      ...her.languages
        .filter((each) => each.code === code)
        .map((each) => proficiencyRank(each.level)),
    );
    for (const level of LEVELS.slice(has)) {
      const languages = [...her.languages, { code, level }];
      if (soft.languages) add('LANGUAGE', proficiencyRank(level) - has, code, { languages });
    }
  }
  for (const { code } of soft.territories?.length ? entries('territory') : []) {
    add('REGION', 1, code, { territories: [...her.territories, code] });
  }
  for (const code of union(soft.expertise, her.expertise)) {
    const levels = her.expertise.filter((each) => each.code === code).map(({ level }) => level);
    const has = Math.max(0, ...levels);
    for (const level of EXPERTISE_LEVELS.slice(has)) {
      const expertise = [...her.expertise, { code, level }];
      if (soft.expertise) add('EXPERTISE', level - has, code, { expertise });
    }
  }
  for (const role of soft.roles ?? []) addRole(role);
  function addRole(role: Role) {
    if (her.rolesServed.includes(role)) return;
    const isStated = her.rolesStated.includes(role);
    if (!isStated) add('ROLE', 1, role, { rolesStated: [...her.rolesStated, role] });
    add('ROLE', isStated ? 1 : 2, role, { rolesServed: [...her.rolesServed, role] });
  }
  if (soft.tracks) {
    for (const track of TRACKS) {
      if (!her.tracks.includes(track)) add('TRACK', 1, track, { tracks: [...her.tracks, track] });
    }
  }
  if (soft.process?.type ?? soft.process?.phase) {
    for (const type of PROCESS_TYPES) {
      for (const phase of PHASES) {
        const code = [
          type === soft.process?.type ? type : '',
          phase === soft.process?.phase ? phase : '',
        ].join(' ');
        add('PROCESS', 1, code, { processes: [...her.processes, { type, phase }] });
      }
    }
  }
  for (let years = her.years + 1; years <= 100; years++) {
    if (soft.years) add('YEARS', years - her.years, '', { years });
  }
  if (soft.availability) {
    const free = daysOf(period!).filter((day) => !isAvailable(her, day));
    free.forEach((_, i) => {
      const days = free.slice(0, i + 1).map((day) => ({ from: day, to: day }));
      add('AVAILABILITY', i + 1, '', { available: [...statedDays(her), ...days] });
    });
  }
  if (soft.freshness) add('FRESHNESS', 1, '', { confirmedOn: date });
  for (const slug of soft.networks ?? []) {
    if (!her.networks.includes(slug))
      add('NETWORK', 1, slug, { networks: [...her.networks, slug] });
  }
  return found;
}

const union = (...lists: (readonly { code: string }[] | undefined)[]) => [
  ...new Set(lists.flatMap((list) => (list ?? []).map(({ code }) => code))),
];

export function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** Those that her profile names. */
export function statedDays({ available }: Candidate) {
  return Array.isArray(available) ? available : [];
}

export function isAvailable(her: Candidate, day: string): boolean {
  return statedDays(her).some(
    ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
  );
}
