import type { ModelVersion } from '../model.js';
import { LATER_FIELDS, type Need, type SoftNeed } from './need.js';

/** The need for a version of the model: version 1 is asked without what only version 2 knows. */
export function asVersion<N extends Omit<Need, 'id'>>(need: N, version: ModelVersion): N {
  if (version === 2) return { ...need, version };
  const soft: SoftNeed = { ...need.soft };
  for (const field of LATER_FIELDS) delete soft[field];
  for (const field of ['languages', 'territories', 'expertise'] as const) {
    const items = soft[field] as { essential?: number }[] | undefined;
    if (items) soft[field] = items.map(({ essential: _essential, ...item }) => item) as never;
  }
  return { ...need, version, soft };
}
