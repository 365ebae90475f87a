import { CRITERIA, type Criterion, MODEL } from '../model.js';
import type { Need, SoftNeed } from './need.js';

/** Whether a need states a criterion: an absent, false or empty one it does not. */
const STATED: Record<Criterion, (soft: SoftNeed) => boolean> = {
  LANGUAGE: ({ languages = [] }) => languages.length > 0,
  REGION: ({ territories = [] }) => territories.length > 0,
  EXPERTISE: ({ expertise = [] }) => expertise.length > 0,
  ROLE: ({ roles = [] }) => roles.length > 0,
  TRACK: ({ tracks = [] }) => tracks.length > 0,
  PROCESS: ({ process = {} }) => process.type !== undefined || process.phase !== undefined,
  YEARS: ({ years = false }) => years !== false,
  AVAILABILITY: ({ availability = false }) => availability,
  FRESHNESS: ({ freshness = false }) => freshness,
  TEXT: ({ text }) => text !== undefined,
  NETWORK: ({ networks = [] }) => networks.length > 0,
};

/** The soft criteria that a need states, in the model's order. */
export function statedCriteria(need: Need): Criterion[] {
  return CRITERIA.filter((criterion) => STATED[criterion](need.soft));
}

/** The weight of a criterion in a need that states it. */
export function weightOf(need: Need, criterion: Criterion): number {
  return need.weights?.[criterion] ?? MODEL.weights[criterion];
}
