import type { ImportFactsFragment, ImportState, WholeImportFragment } from '../../graph/types.js';
import type { Tone } from '../../ui/feedback.js';

type Facts = Pick<ImportFactsFragment, 'state' | 'problem' | 'appliedAt'>;

/** How often an import is asked for while the service works on it, in milliseconds. */
export const EVERY = 1500;

/** Whether the service works on it now, so that it will be different without anybody's doing. */
export function isAtWork({ state, problem }: Facts): boolean {
  return (
    state === 'MAPPED' ||
    state === 'APPLYING' ||
    state === 'UNDOING' ||
    (state === 'UPLOADED' && problem === null)
  );
}

/** Whether it is read and can be mended, and nothing has been written. */
export function isDraft({ state, appliedAt }: Facts): boolean {
  return (
    ['UPLOADED', 'MAPPED', 'CHECKED'].includes(state) || (state === 'FAILED' && appliedAt === null)
  );
}

/** Whether she has to say which of several sheets is the list, before anything is read. */
export function asksForSheet({
  headers,
  availableSheets,
}: Pick<WholeImportFragment, 'headers' | 'availableSheets'>): boolean {
  return headers.length === 0 && availableSheets.length > 1;
}

export const TONES: Readonly<Record<ImportState, Tone>> = {
  UPLOADED: 'warm',
  MAPPED: 'accent',
  CHECKED: 'accent',
  APPLYING: 'accent',
  APPLIED: 'good',
  UNDOING: 'accent',
  UNDONE: 'neutral',
  FAILED: 'danger',
};
