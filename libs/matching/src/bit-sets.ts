import { PHASES, PROCESS_TYPES, type Phase, type ProcessType } from '#vocabulary';

/** One bit for each item that is in the list: its place in the vocabulary's closed list. */
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

const PROCESSES = PROCESS_TYPES.flatMap((type) => PHASES.map((phase) => ({ type, phase })));

/** The pairs whose bit is set. */
export function processesOf(bits: number): { type: ProcessType; phase: Phase }[] {
  return itemsOf(PROCESSES, bits);
}
