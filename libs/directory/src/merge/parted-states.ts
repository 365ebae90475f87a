import type { Transaction } from '#database';
import { mergedState } from '../curation/states.js';
import type { ProfileState } from '../fields/closed-lists.js';
import {
  hidingsOfBoth,
  holdIn,
  isHideable,
  WOMEN,
  type PartedRecords,
  type WomanBefore,
} from '../hiding/held-women.js';
import type { BeforeMerge } from './before-merge.js';

/** What two records are once they are parted. */
export interface PartedStates {
  readonly kept: ProfileState;
  readonly other: ProfileState;
  /** Lets the hidings of both hold each of them: to be called when the states have been written. */
  readonly hold: (tx: Transaction) => Promise<void>;
}

/**
 * As before they became one. Who was taken out meanwhile was perhaps the other: neither comes back by parting them. Whom a
 * hiding has taken out, its end brings back, each as she was.
 */
export async function partedStates(
  tx: Transaction,
  parted: PartedRecords,
  before: Pick<BeforeMerge, 'keptState' | 'otherState' | 'mergedState'>,
): Promise<PartedStates> {
  const { keptId, otherId, state } = parted;
  const { ids, tookOut } = await hidingsOfBoth(tx, parted);
  const since = state !== before.mergedState;
  const isHidden = tookOut && state === 'suspended';
  const free = new Map<string, ProfileState>([
    [keptId, since ? state : before.keptState],
    [otherId, since && !isHidden ? mergedState(before.otherState, state) : before.otherState],
  ]);
  const held = (id: string): ProfileState => {
    const one = free.get(id) ?? state;
    return ids.length > 0 && isHideable(one) ? 'suspended' : one;
  };
  return {
    kept: held(keptId),
    other: held(otherId),
    hold: async (now) => {
      if (ids.length === 0) return;
      const women = await now.query<WomanBefore>(WOMEN, [[keptId, otherId]]);
      const found = women.map((woman) => ({ ...woman, state: free.get(woman.id) ?? woman.state }));
      await holdIn(now, ids, found);
    },
  };
}
