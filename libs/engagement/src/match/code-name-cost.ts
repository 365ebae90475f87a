import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { projectProfile, ProfileService, type ProfileView } from '#directory';
import { PUBLIC_VIEWER, type Viewer } from '#identity';
import { CandidatePool, rank, withPreset, type Need, type RankedCandidate } from '#matching';
import { NeedService } from '../need/need.service.js';
import type { NeedView } from '../need/need-view.js';
import { CandidatePools } from '../pools/candidate-pools.js';
import { toCandidate } from '../pools/to-candidate.js';

/** How many places of a ranking count: who comes later is seldom looked at. */
const FIRST = 20;
/** Most needs that are tried. */
const NEEDS = 100;

/** Among how many of the open public needs' first 20 she would be. */
export interface CodeNameCost {
  readonly needs: number;
  readonly underName: number;
  readonly underCodeName: number;
}

/** What a code name costs a woman in rankings. */
@Injectable()
export class CodeNameCosts {
  constructor(
    private readonly pools: CandidatePools,
    private readonly profiles: ProfileService,
    private readonly needs: NeedService,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * Ranks the directory for every open public need (the first 100), briefs left out, as the public sees it:
   * what others show to fewer decides nothing that she is told. She counts as if she had agreed to be matched.
   *
   * @param underCodeName what the public sees, or would see, of her with a code name
   * @throws NotFoundError where the viewer may not see her whole profile
   */
  async of(viewer: Viewer, id: string, underCodeName: ProfileView): Promise<CodeNameCost> {
    const record = await this.profiles.whole(viewer, id);
    const named = projectProfile(
      { ...record, pseudonymous: false, state: 'published', consents: ['LISTED', 'MATCHED'] },
      'PUBLIC',
      this.now(),
    );
    if (!named) throw new Error('Who is listed is visible.');
    const { items } = await this.needs.list(PUBLIC_VIEWER, { first: NEEDS });
    await this.pools.catchUp();
    const pool = this.pools.pool('PUBLIC');
    const [own, coded] = [alone(named), alone(underCodeName)];
    const cost = { needs: items.length, underName: 0, underCodeName: 0 };
    for (const need of items.map(withoutBrief)) {
      const { answer } = await pool.ask('ranking', need, { limit: FIRST + 1 });
      const others = answer.results.filter((one) => one.id !== record.id);
      cost.underName += Number(isAmongFirst(own, others, need));
      cost.underCodeName += Number(isAmongFirst(coded, others, need));
    }
    return cost;
  }
}

/** A pool with nobody else in it: what she scores depends on no other woman. */
function alone(view: ProfileView): CandidatePool {
  const pool = new CandidatePool();
  pool.upsert({ ...toCandidate(view), consentMatched: true });
  return pool;
}

function withoutBrief({ id, criteria, preset }: NeedView): Need {
  const need: Need = { ...criteria, id };
  return preset === null ? need : withPreset(need, preset);
}

/** Whether fewer than `FIRST` of the others, who are in order, come before her. */
function isAmongFirst(
  pool: CandidatePool,
  others: readonly RankedCandidate[],
  need: Need,
): boolean {
  const [she] = rank(pool, need, { limit: 1 }).results;
  if (!she) return false;
  const last = others[FIRST - 1];
  if (!last || she.total !== last.total) return !last || she.total > last.total;
  return she.tieKey < last.tieKey;
}
