import { CRITERIA, type Criterion, MODEL } from '../model.js';
import type { Need, SoftNeed } from './need.js';

/** Whether a need states a criterion: an absent, false or empty one it does not. */
const STATED: Record<Criterion, (soft: SoftNeed) => boolean> = {
  LANGUAGE: ({ languages }) => isFilled(languages),
  REGION: ({ territories }) => isFilled(territories),
  EXPERTISE: ({ expertise }) => isFilled(expertise),
  ROLE: ({ roles }) => isFilled(roles),
  TRACK: ({ tracks }) => isFilled(tracks),
  PROCESS: ({ process }) => Boolean(process?.type ?? process?.phase),
  YEARS: ({ years }) => (years ?? false) !== false,
  AVAILABILITY: ({ availability }) => availability === true,
  FRESHNESS: ({ freshness }) => freshness === true,
  TEXT: ({ text }) => Boolean(text),
  NETWORK: ({ networks }) => isFilled(networks),
};

function isFilled(list: readonly unknown[] | undefined): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** The soft criteria that a need states, in the model's order. */
export function statedCriteria(need: Need): Criterion[] {
  return CRITERIA.filter((criterion) => STATED[criterion](need.soft));
}

/** The weight of a criterion in a need that states it. */
export function weightOf(need: Need, criterion: Criterion): number {
  return need.weights?.[criterion] ?? MODEL.weights[criterion];
}
