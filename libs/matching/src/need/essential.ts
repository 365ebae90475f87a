import { MODEL, type Criterion } from '../model.js';
import { MODEL_2 } from '../model-2.js';
import type { Need } from './need.js';

/** The criteria whose items can be essential, and where a need states them. */
const ESSENTIAL_FIELDS = {
  LANGUAGE: 'languages',
  REGION: 'territories',
  EXPERTISE: 'expertise',
} as const satisfies Partial<Record<Criterion, string>>;
export type EssentialCriterion = keyof typeof ESSENTIAL_FIELDS;
export const ESSENTIAL_CRITERIA = Object.keys(ESSENTIAL_FIELDS) as readonly EssentialCriterion[];

/**
 * What lacking each wanted item of a criterion costs, in percent of the whole score; 0 for what is not essential. Where no
 * language says anything of it, the heaviest is essential, or each of several that are heaviest has its part.
 */
export function essentialOf(need: Pick<Need, 'version' | 'soft'>, criterion: EssentialCriterion) {
  const items = need.soft[ESSENTIAL_FIELDS[criterion]] ?? [];
  if (need.version !== 2) return items.map(() => 0);
  const isStated = items.some(({ essential }) => typeof essential === 'number');
  if (isStated || criterion !== 'LANGUAGE') return items.map(({ essential }) => essential ?? 0);
  const weights = items.map(({ weight }) => weight ?? MODEL.item.weight);
  const heaviest = Math.max(...weights);
  const share = Math.floor(
    MODEL_2.essential.language / weights.filter((weight) => weight === heaviest).length,
  );
  return weights.map((weight) => (weight === heaviest ? share : 0));
}

/** What lacking all that is essential costs, in percent. */
export function essentialTotal(need: Pick<Need, 'version' | 'soft'>): number {
  return ESSENTIAL_CRITERIA.flatMap((criterion) => essentialOf(need, criterion)).reduce(
    (sum, percent) => sum + percent,
    0,
  );
}
