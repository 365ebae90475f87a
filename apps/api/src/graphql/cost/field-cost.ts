import { Extensions } from '@nestjs/graphql';

/** What a field costs, where it is not what every field costs (see `documentCost`). In units of about 0.1 ms of work at most. */
export interface FieldCost {
  /** The field itself, without what is selected under it. */
  readonly own?: number | ((args: Readonly<Record<string, unknown>>) => number);
  /** How many items a list without pages is counted as. */
  readonly items?: number;
}

/** Says what a field costs. */
export function Cost(cost: FieldCost): MethodDecorator & PropertyDecorator {
  return Extensions({ cost });
}

/** A search, and each kind of count beside it. */
export const SEARCH = 100;
export const FACET = 50;

/** A ranking of the whole pool. */
export const RANKING = 100;

/** An analysis that ranks the pool many times or reads it in many ways. */
export const ANALYSIS = 500;

/** A free-text brief: the engine looks for each of its words, and up to 10,000 women are found. */
const BRIEF = { own: 300, character: 1.5, longest: 2_000 };

/** A ranking for a need that is stored: what brief it has is not known before it is read. */
export const RANKED_STORED = RANKING + BRIEF.own + BRIEF.character * BRIEF.longest;

/**
 * What a field costs that works on a need: `work`, and the search for its brief; that of a
 * stored need counts as the longest.
 */
export function needCost(work: number): FieldCost {
  return { own: ({ need, needId }) => work + briefCost(typeof needId === 'string', need) };
}

function briefCost(stored: boolean, need: unknown): number {
  const { brief } = (need ?? {}) as { brief?: unknown };
  const written = typeof brief === 'string' ? brief.trim().length : 0;
  const length = stored ? BRIEF.longest : Math.min(written, BRIEF.longest);
  return length === 0 ? 0 : BRIEF.own + Math.ceil(BRIEF.character * length);
}
