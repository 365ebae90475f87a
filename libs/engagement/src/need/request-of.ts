import type { NeedRequest } from '../match/prepare-need.js';
import type { NeedView } from './need-view.js';

/** A stored need as the matching model is asked. */
export function requestOf({ id, criteria, brief, preset, wanted }: NeedView): NeedRequest {
  return { ...criteria, id, brief, wanted, ...(preset !== null && { preset }) };
}
