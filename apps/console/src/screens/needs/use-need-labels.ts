import { useMemo } from 'react';
import type { NeedInput, WholeNeedFragment } from '../../graph/types.js';
import { useLabels } from '../../vocabulary/use-labels.js';
import type { LabelOf } from './draft.js';

/** The names of all codes in the criteria of a need. */
export function useNeedLabels({ criteria }: Pick<WholeNeedFragment, 'criteria'>): {
  readonly ready: boolean;
  readonly labelOf: LabelOf;
} {
  const codes = useMemo(() => {
    const { soft, hard } = criteria as NeedInput;
    return {
      LANGUAGE: [...(soft?.languages ?? []), ...(hard?.languages ?? [])].map(({ code }) => code),
      EXPERTISE: (soft?.expertise ?? []).map(({ code }) => code),
      TERRITORY: [
        ...(soft?.territories ?? []).map(({ code }) => code),
        ...(hard?.conflictOfInterest?.territories ?? []),
        ...(soft?.origin?.territories ?? []),
      ],
    };
  }, [criteria]);
  return useLabels(codes);
}
