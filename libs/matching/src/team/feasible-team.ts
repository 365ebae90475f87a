import { countsTowards, groupsOf, type TeamCandidate } from './team-candidates.js';
import {
  type AtLeast,
  atLeastOf,
  type AtMost,
  atMostOf,
  type TeamRequest,
} from './team-request.js';

/** Women looked at before the search gives up, each as often as she is: a fraction of a second for any pool. */
const MOST_LOOKS = 200_000;

/**
 * A team that meets everything exactly, for when a solver had no time to find one. It is not the best:
 * the rarest requirement is filled first, by who helps most; then no exchange of one member for a woman
 * who scores higher is possible. Null where none was found; there may be one.
 *
 * @param candidates the best first
 */
export function feasibleTeam(
  candidates: readonly TeamCandidate[],
  request: TeamRequest,
): readonly TeamCandidate[] | null {
  const team = new Search(candidates, request).team();
  return team && improved(team, candidates, request);
}

/** Depth first: whom a place was tried with in vain is not tried again beside the same others. */
class Search {
  private readonly requirements: readonly AtLeast[];
  private readonly limits: Limits;
  private readonly chosen: TeamCandidate[] = [];
  private readonly passed = new Set<TeamCandidate>();
  private looks = 0;

  constructor(
    private readonly candidates: readonly TeamCandidate[],
    private readonly request: TeamRequest,
  ) {
    this.requirements = atLeastOf(request);
    this.limits = new Limits(request);
  }

  team(): readonly TeamCandidate[] | null {
    return this.fill() ? this.chosen : null;
  }

  private fill(): boolean {
    const places = this.request.size - this.chosen.length;
    const open = this.requirements.flatMap(({ count }, i) => {
      const missing = count - this.chosen.filter((member) => countsTowards(member, i)).length;
      return missing > 0 ? [{ i, missing }] : [];
    });
    if (open.some(({ missing }) => missing > places)) return false;
    if (places === 0) return true;
    this.looks += this.candidates.length;
    const free = this.candidates.filter((one) => this.fits(one));
    if (free.length < places) return false;
    const tried: TeamCandidate[] = [];
    for (const one of this.nextChoices(free, open)) {
      if (this.looks > MOST_LOOKS) break;
      this.chosen.push(one);
      if (this.fill()) return true;
      this.chosen.pop();
      this.passed.add(one);
      tried.push(one);
    }
    for (const one of tried) this.passed.delete(one);
    return false;
  }

  /** Candidates for the next place, the most useful first; none when a requirement cannot be met any more. */
  private nextChoices(
    free: readonly TeamCandidate[],
    open: readonly { readonly i: number; readonly missing: number }[],
  ): readonly TeamCandidate[] {
    if (open.length === 0) return free;
    const able = open.map(({ i, missing }) => {
      const women = free.filter((one) => countsTowards(one, i));
      return { women, spare: women.length - missing };
    });
    const rarest = able.reduce((least, each) => (each.spare < least.spare ? each : least));
    if (rarest.spare < 0) return [];
    const use = new Map(
      rarest.women.map((one) => [one, open.filter(({ i }) => countsTowards(one, i)).length]),
    );
    return rarest.women.toSorted((a, b) => use.get(b)! - use.get(a)!);
  }

  private fits(one: TeamCandidate): boolean {
    return (
      !this.passed.has(one) && !this.chosen.includes(one) && this.limits.allow(this.chosen, one)
    );
  }
}

/** The same team or a better one, as far as exchanges of one member go. */
function improved(
  team: readonly TeamCandidate[],
  candidates: readonly TeamCandidate[],
  request: TeamRequest,
): readonly TeamCandidate[] {
  const limits = new Limits(request);
  const requirements = atLeastOf(request);
  const meetsAll = (members: readonly TeamCandidate[]) =>
    requirements.every(
      ({ count }, i) => members.filter((each) => countsTowards(each, i)).length >= count,
    );
  const better = (members: readonly TeamCandidate[]): readonly TeamCandidate[] | null => {
    for (const member of members.toSorted((a, b) => a.score - b.score)) {
      const others = members.filter((one) => one !== member);
      for (const one of candidates) {
        if (one.score <= member.score) break;
        const next = [...others, one];
        if (!others.includes(one) && limits.allow(others, one) && meetsAll(next)) return next;
      }
    }
    return null;
  };
  for (let next = better(team); next !== null; next = better(team)) team = next;
  return team;
}

/** What a team may not have: too many of one network or nationality, and women who must stay apart. */
class Limits {
  private readonly most: readonly AtMost[];

  constructor(private readonly request: TeamRequest) {
    this.most = atMostOf(request);
  }

  /** Whether she may join these. */
  allow(team: readonly TeamCandidate[], one: TeamCandidate): boolean {
    return (
      this.most.every((limit) =>
        groupsOf(one, limit).every(
          (group) =>
            team.filter((member) => groupsOf(member, limit).includes(group)).length < limit.count,
        ),
      ) && team.every((member) => this.mayMeet(member, one) && this.mayMeet(one, member))
    );
  }

  private mayMeet(a: TeamCandidate, b: TeamCandidate): boolean {
    const { apart = [], nationalitiesApart = [] } = this.request.constraints;
    return (
      !apart.some(({ first, second }) => a.id === first && b.id === second) &&
      !nationalitiesApart.some(
        ({ first, second }) => a.nationalities.includes(first) && b.nationalities.includes(second),
      )
    );
  }
}
