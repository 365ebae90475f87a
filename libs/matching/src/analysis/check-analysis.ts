import { InvalidNeed } from '../need/invalid-need.js';
import type { Need } from '../need/need.js';
import { validateNeed } from '../need/validate-need.js';
import { Problems } from '../problems.js';

/** The numbers that analyses take, and how far they may go: what bounds their work. */
export const BOUNDS = {
  top: [1, 1000],
  /** In percent. */
  delta: [1, 100],
  samples: [1, 2000],
} as const;

/** Throws InvalidNeed with all problems of a need and of the numbers that are given. */
export function checkAnalysis(
  need: Need,
  numbers: Partial<Record<keyof typeof BOUNDS, number>>,
): void {
  const problems = new Problems();
  problems.list.push(...validateNeed(need));
  for (const [name, [from, to]] of Object.entries(BOUNDS)) {
    const value = numbers[name as keyof typeof BOUNDS];
    if (value !== undefined) problems.integer(name, value, from, to);
  }
  if (problems.list.length > 0) throw new InvalidNeed(problems.list);
}
