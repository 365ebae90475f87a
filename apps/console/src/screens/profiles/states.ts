import type { ProfileState } from '../../graph/types.js';
import type { Tone } from '../../ui/feedback.js';

export const STATE_TONES: Readonly<Record<ProfileState, Tone>> = {
  DRAFT: 'neutral',
  SUBMITTED: 'accent',
  VERIFIED: 'accent',
  PUBLISHED: 'good',
  STALE: 'warm',
  SUSPENDED: 'danger',
  WITHDRAWN: 'danger',
};
