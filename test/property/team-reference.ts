import type { ApartPair, Candidate, Need, TeamRequest } from '#matching';
import { tieKey } from '#matching';
import { areaRelation, expertiseSimilarity, languageRelation, PROFICIENCIES } from '#vocabulary';

// Teams found by looking at every one, written from docs/teams.md alone: it shares no code with
// libs/matching but the tie key.

/** A woman who may be in a team, with her score in the ranking. */
export interface Scored {
  candidate: Candidate;
  score: number;
}

/** Something asked of a team, and by how many members a team misses it. */
interface Wish {
  asked: number;
  missedBy(team: readonly Candidate[]): number;
}

const LEVELS = PROFICIENCIES.map((level) =>
  level === 'native' || level === 'signed' ? 'C2' : level,
);
const levelOf = (level: string) =>
  ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].indexOf(LEVELS[PROFICIENCIES.indexOf(level as 'A1')]!);

function atLeast(asked: number, counts: (candidate: Candidate) => boolean): Wish {
  return { asked, missedBy: (team) => Math.max(0, asked - team.filter(counts).length) };
}

function atMost(asked: number, groups: (candidate: Candidate) => readonly string[]): Wish {
  return {
    asked,
    missedBy: (team) => {
      const all = new Set(team.flatMap(groups));
      const sizes = [...all].map(
        (group) => team.filter((candidate) => groups(candidate).includes(group)).length,
      );
      return Math.max(0, ...sizes.map((count) => count - asked));
    },
  };
}

/** Everything that can be relaxed, in the order of the constraints: at least, then at most. */
export function wishes(need: Need, { constraints }: TeamRequest): Wish[] {
  const { youngLeaders = 0, nationals = 0, newcomers = 0 } = constraints;
  return [
    ...(constraints.languages ?? []).map(({ code, level, count = 1 }) =>
      atLeast(count, ({ languages }) =>
        languages.some(
          (found) =>
            languageRelation(code, found.code) === 10 && levelOf(found.level) >= levelOf(level),
        ),
      ),
    ),
    ...(constraints.expertise ?? []).map(({ code, level, count = 1 }) =>
      atLeast(count, ({ expertise }) =>
        expertise.some(
          (found) => expertiseSimilarity(code, found.code) === 10 && found.level >= level,
        ),
      ),
    ),
    ...(constraints.areas ?? []).map(({ code, count = 1 }) =>
      atLeast(count, ({ territories }) =>
        territories.some((found) => areaRelation(code, found) === 10),
      ),
    ),
    ...(youngLeaders > 0 ? [atLeast(youngLeaders, (each) => each.youngLeader)] : []),
    ...(nationals > 0
      ? [
          atLeast(nationals, (each) =>
            each.nationalities.some((code) => need.territories!.includes(code)),
          ),
        ]
      : []),
    ...(newcomers > 0
      ? [atLeast(newcomers, (each) => !(each.tracks.includes('1') || each.servedOnTrackOne))]
      : []),
    ...(constraints.mustHave ?? []).map((id) => atLeast(1, (each) => each.id === id)),
    ...(constraints.perNetwork === undefined
      ? []
      : [atMost(constraints.perNetwork, ({ networks }) => networks)]),
    ...(constraints.perNationality === undefined
      ? []
      : [atMost(constraints.perNationality, ({ nationalities }) => nationalities)]),
  ];
}

/** What never gives way: women ruled out by name, and pairs. */
function allowed(team: readonly Candidate[], { constraints }: TeamRequest): boolean {
  const { mustNotHave = [], apart = [], nationalitiesApart = [] } = constraints;
  if (team.some(({ id }) => mustNotHave.includes(id))) return false;
  const together = <T>(pairs: readonly ApartPair<T>[], has: (c: Candidate, x: T) => boolean) =>
    pairs.some(({ first, second }) =>
      team.some((a) => team.some((b) => a !== b && has(a, first) && has(b, second))),
    );
  return (
    !together(apart, ({ id }, named) => id === named) &&
    !together(nationalitiesApart, ({ nationalities }, code) => nationalities.includes(code))
  );
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else {
    for (let i = from; i <= items.length - size; i++) {
      for (const rest of subsets(items, size - 1, i + 1)) yield [items[i]!, ...rest];
    }
  }
}

export interface Judged {
  ids: string[];
  total: number;
  tie: number;
  /** By wish. */
  missed: number[];
  missing: number;
}

/** Every allowed team with so many members, and what it misses. */
export function* allTeams(
  scored: readonly Scored[],
  need: Need,
  request: TeamRequest,
  size = request.size,
): Generator<Judged> {
  const asked = wishes(need, request);
  for (const team of subsets(scored, size)) {
    const candidates = team.map(({ candidate }) => candidate);
    if (!allowed(candidates, request)) continue;
    yield {
      ids: candidates.map(({ id }) => id).sort(),
      total: team.reduce((sum, { score }) => sum + score, 0),
      tie: candidates.reduce(
        (sum, { lot }) => sum + Number.parseInt(tieKey(need, lot).slice(0, 6), 16),
        0,
      ),
      missed: asked.map((wish) => wish.missedBy(candidates)),
      missing: request.size - size,
    };
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const relaxedCount = ({ missed }: Judged) => missed.filter((each) => each > 0).length;

/** Members missing, wishes missed, by how many in all, total, tie sum: the lower, the better. */
export function rankOf(team: Judged): number[] {
  return [team.missing, relaxedCount(team), sum(team.missed), -team.total, team.tie];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** The best of all teams that miss nothing; null when there is none. */
export function bestTeam(
  scored: readonly Scored[],
  need: Need,
  request: TeamRequest,
): Judged | null {
  let best: Judged | null = null;
  for (const team of allTeams(scored, need, request)) {
    if (relaxedCount(team) > 0) continue;
    if (best === null || compare(rankOf(team), rankOf(best)) < 0) best = team;
  }
  return best;
}

/** The best of all teams by what must give way first. */
export function leastRelaxed(scored: readonly Scored[], need: Need, request: TeamRequest): Judged {
  let best: Judged | null = null;
  for (let size = Math.min(request.size, scored.length); size >= 0 && best === null; size--) {
    for (const team of allTeams(scored, need, request, size)) {
      if (best === null || compare(rankOf(team), rankOf(best)) < 0) best = team;
    }
  }
  return best!;
}
