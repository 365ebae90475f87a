import type { Viewer } from '#identity';

/** Where the words come from: goes with consents and revisions. */
export interface Origin {
  readonly networkId: string;
  /** Such as `import:acacia-network`. */
  readonly source: string;
  /** ISO date. */
  readonly today: string;
  readonly by: Viewer;
  /** The network's own rule: what it lists waits for a second pair of eyes. */
  readonly fourEyes: boolean;
  /** The same for all profiles of one import. */
  readonly importId: string;
  /** Without its folders, which may name people; null where the rows come from no file. */
  readonly fileName: string | null;
}
