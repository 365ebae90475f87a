/** The capacity to grow to when `needed` no longer fits: half as much again, so that slack stays under a third. */
export function grownCapacity(current: number, needed: number): number {
  return Math.max(needed, Math.ceil(current * 1.5));
}
