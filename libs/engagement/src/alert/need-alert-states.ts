import type { NeedState } from '../need/need.entity.js';

/** The states of a need in which somebody is looked for: in these, organizers can be told of others. */
export const NEEDS_WATCHED: readonly NeedState[] = ['open', 'shortlisting'];
