import type { VocabularyKind } from './kinds.js';

/** What a code of a closed list is called in the graph, which allows no hyphens and dots: `LEAD_MEDIATOR`, `TRACK_1_5`. */
export function graphName(code: string, prefix = ''): string {
  const words = code.replaceAll(/([a-z])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]/g, '_');
  return `${prefix}${words.toUpperCase()}`;
}

/** What levels of expertise are called there. */
export const EXPERTISE_LEVEL_NAMES = { FAMILIAR: 1, PRACTITIONER: 2, EXPERT: 3 } as const;
/** What stands before the code of a track there. */
export const TRACK_PREFIX = 'TRACK_';

/** Lists that are enums of the graph. */
const ENUMS: ReadonlySet<VocabularyKind> = new Set([
  'availability',
  'expertise-level',
  'phase',
  'process-type',
  'proficiency',
  'role',
  'support',
  'track',
]);

/** What an entry of a list is called in the enum of that list; null if it has none. */
export function enumName(kind: VocabularyKind, code: string): string | null {
  if (!ENUMS.has(kind)) return null;
  if (kind === 'expertise-level') {
    return (
      Object.entries(EXPERTISE_LEVEL_NAMES).find(([, level]) => String(level) === code)?.[0] ?? null
    );
  }
  return graphName(code, kind === 'track' ? TRACK_PREFIX : '');
}
