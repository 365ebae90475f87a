import { CRITERIA, MODEL, type Criterion } from '#matching';
import { DEFINITIONS, type StatedField } from '../fields/stated.js';
import type { Statement } from './statement.js';

/** What a field does for her being found. */
interface Findable {
  readonly field: StatedField;
  /** Share of the score: the weight that matching gives the criterion where a need says none. */
  readonly criterion: Exclude<Criterion, 'NETWORK'>;
  /** Arguments of the directory's search that cannot find her without it. */
  readonly filters: readonly string[];
}

const FINDABLE: readonly Findable[] = DEFINITIONS.flatMap(([field, { found }]) =>
  found ? [{ field, ...found }] : [],
);

const WHOLE = FINDABLE.reduce((sum, { criterion }) => sum + MODEL.weights[criterion], 0);

/** A field that is missing, and what that costs her. */
export interface MissingField {
  readonly field: StatedField;
  /** Per cent that stating it would add, rounded down. */
  readonly gain: number;
  readonly criterion: Criterion;
  readonly filters: readonly string[];
}

export interface Completeness {
  /** 0 to 100; 100 only where nothing is missing. */
  readonly percent: number;
  /** What would change most first. */
  readonly missing: readonly MissingField[];
}

/** How much of what makes a woman findable her profile says. */
export function completenessOf(profile: Statement): Completeness {
  const missing = FINDABLE.filter(({ field }) => profile[field] === undefined);
  const lost = missing.reduce((sum, { criterion }) => sum + MODEL.weights[criterion], 0);
  return {
    percent: Math.floor(((WHOLE - lost) * 100) / WHOLE),
    missing: missing
      .map(({ field, criterion, filters }) => ({
        field,
        criterion,
        filters,
        gain: Math.floor((MODEL.weights[criterion] * 100) / WHOLE),
      }))
      .toSorted(
        (a, b) =>
          MODEL.weights[b.criterion] - MODEL.weights[a.criterion] ||
          CRITERIA.indexOf(a.criterion) - CRITERIA.indexOf(b.criterion),
      ),
  };
}
