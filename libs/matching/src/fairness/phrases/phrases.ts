import type { ProtectedGroup } from '../fairness.js';

/** What fairness did to a place, in the words of one locale. */
export interface FairnessPhrases {
  /** `{place}` with fairness and `{without}`. */
  moved: string;
  /** The same `{place}` with and without. */
  same: string;
  /** What rotation took: `{points}` and her `{share}`, as percentages. */
  rotated: string;
  unrotated: string;
  /** Only the test put her at `{place}`: `{required}` places up to it must go to `{group}`. */
  forced: string;
  groups: Record<ProtectedGroup, string>;
}
