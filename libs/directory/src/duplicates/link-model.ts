import type { LinkComparison } from './verdicts.js';

/** How often a level of agreement comes: numbers from 0 to 1. */
export interface LinkModelLevel {
  readonly comparison: LinkComparison;
  readonly level: string;
  readonly same: number;
  /** Null if it depends on how rare the shared value is. */
  readonly stranger: number | null;
  readonly kin: number;
}

/** The numbers by which records are compared, of docs/linkage.md. */
export interface LinkModelView {
  readonly version: string;
  readonly possible: number;
  readonly likely: number;
  readonly twice: number;
  readonly levels: LinkModelLevel[];
}

/** The model that is in use. It holds nothing of anybody. */
export async function linkModel(): Promise<LinkModelView> {
  const { DEFAULT_MODEL, LEVELS } = await import('#linkage');
  const { version, possible, likely, twice, levels } = DEFAULT_MODEL;
  const kinds = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
  return {
    version,
    possible,
    likely,
    twice,
    levels: kinds.flatMap((comparison) =>
      Object.entries(levels[comparison]).map(([level, { same, stranger = null, kin }]) => ({
        comparison,
        level,
        same,
        stranger,
        kin,
      })),
    ),
  };
}
