import { entries } from '#vocabulary';
import type { Phase, ProcessType, Proficiency, Role, Track, VocabularyKind } from '#vocabulary';

/**
 * The vocabulary's short closed lists, in its order. An item's place is its bit in a candidate's
 * bit sets, which hold 16 roles, 4 tracks, 8 levels and 32 pairs of process type and phase.
 */
export const PROFICIENCIES = codes<Proficiency>('proficiency', 8);
export const ROLES = codes<Role>('role', 16);
export const TRACKS = codes<Track>('track', 4);
export const PROCESS_TYPES = codes<ProcessType>('process-type', 5);
export const PHASES = codes<Phase>('phase', 6);

function codes<T extends string>(kind: VocabularyKind, limit: number): readonly T[] {
  const list = entries(kind).map((entry) => entry.code as T);
  if (list.length > limit) {
    throw new RangeError(`The vocabulary has ${list.length} codes of kind ${kind}; ${limit} fit.`);
  }
  return list;
}

/** One bit for each item that is in the list. */
export function bitsOf<T>(list: readonly T[], items: readonly T[]): number {
  return items.reduce((bits, item) => bits | (1 << list.indexOf(item)), 0);
}

/** The items whose bit is set, in the list's order. */
export function itemsOf<T>(list: readonly T[], bits: number): T[] {
  return list.filter((_, i) => (bits & (1 << i)) !== 0);
}

/** The bit of a process type and phase. */
export function processBit(type: ProcessType, phase: Phase): number {
  return 1 << (PROCESS_TYPES.indexOf(type) * PHASES.length + PHASES.indexOf(phase));
}

/** The pairs whose bit is set. */
export function processesOf(bits: number): { type: ProcessType; phase: Phase }[] {
  return PROCESS_TYPES.flatMap((type) =>
    PHASES.filter((phase) => (bits & processBit(type, phase)) !== 0).map((phase) => ({
      type,
      phase,
    })),
  );
}
