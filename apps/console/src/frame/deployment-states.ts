import type { ClearanceState, DeploymentState } from '../graph/types.js';
import type { Tone } from '../ui/feedback.js';

/** In the order of their way. */
export const DEPLOYMENT_STATES: readonly DeploymentState[] = [
  'PLANNED',
  'CLEARING',
  'READY',
  'ACTIVE',
  'SUSPENDED',
  'COMPLETED',
  'ENDED_EARLY',
  'CANCELLED',
  'CLOSED',
];

export const DEPLOYMENT_TONES: Readonly<Record<DeploymentState, Tone>> = {
  PLANNED: 'neutral',
  CLEARING: 'warm',
  READY: 'accent',
  ACTIVE: 'good',
  SUSPENDED: 'warm',
  COMPLETED: 'good',
  ENDED_EARLY: 'neutral',
  CANCELLED: 'neutral',
  CLOSED: 'neutral',
};

/** A line that stands in nobody's way. */
export function isClosedLine({ state }: { readonly state: ClearanceState }): boolean {
  return state === 'DONE' || state === 'NOT_NEEDED' || state === 'WAIVED';
}
