import { createHash } from 'node:crypto';
import { admits, InvalidInputError, type Viewer } from '#identity';
import { validateNeed, type CandidatePool, type Need, type NeedProblem } from '#matching';
import type { SearchIndex } from '#search';
import type { CandidatePools } from './candidate-pools.js';

/** Most search hits that the TEXT criterion ranks. */
const TEXT_MATCHES = 10_000;

/** Most characters of a free-text brief. */
const LONGEST_BRIEF = 2_000;

/** What an organizer asks: a need, by id or without one, and her own words for the TEXT criterion. */
export type NeedRequest = Omit<Need, 'id'> & {
  readonly id?: string;
  readonly brief?: string;
  /** A stored need that the viewer's organization asks: who is shown for it is recorded. */
  readonly ledger?: boolean;
};

/** A need that can be ranked, and the pool of all that was committed before it was asked. */
export interface PreparedNeed {
  readonly need: Need;
  readonly pool: CandidatePool;
}

/** Makes what an organizer asks ready for the matching model: the one way in for all that ranks. */
export class NeedPreparation {
  constructor(
    private readonly pools: CandidatePools,
    private readonly search: SearchIndex,
  ) {}

  /**
   * The pool holds what the viewer's clearance may see, and nothing else.
   *
   * @throws InvalidInputError with every problem of the need
   */
  async prepare(viewer: Viewer, request: NeedRequest): Promise<PreparedNeed> {
    const { brief, ledger: _, ...criteria } = request;
    const need: Need = { ...criteria, id: request.id ?? digest(request) };
    const text = brief?.trim();
    if (text) need.soft = { ...need.soft, text: { matches: [] } };
    const problems = [...tooLong(text), ...notPermitted(viewer, need), ...validateNeed(need)];
    if (problems.length > 0) throw new InvalidInputError(problems);

    if (text) {
      const { ids } = await this.search.matches(viewer.clearance, text, TEXT_MATCHES);
      need.soft = { ...need.soft, text: { matches: ids } };
    }
    await this.pools.catchUp();
    return { need, pool: this.pools.pool(viewer.clearance) };
  }
}

function tooLong(brief = ''): NeedProblem[] {
  if (brief.length <= LONGEST_BRIEF) return [];
  const message = `A brief has at most ${LONGEST_BRIEF} characters; this one has ${brief.length}.`;
  return [{ path: 'brief', code: 'TOO_LONG', message }];
}

/**
 * A criterion must not tell what a field would not: nationality and residence are not public, so
 * asking who is excluded by them is not either.
 */
function notPermitted(viewer: Viewer, need: Need): NeedProblem[] {
  const excluded = need.hard.conflictOfInterest?.territories ?? [];
  if (excluded.length === 0 || admits(viewer.clearance, 'VETTED')) return [];
  return [
    {
      path: 'hard.conflictOfInterest.territories',
      code: 'NOT_PERMITTED',
      message: 'Nationality and residence are shown to verified organizers only.',
    },
  ];
}

/** The same need without an id gets the same one each time, and so the same order among equals. */
function digest(request: NeedRequest): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 32);
}
