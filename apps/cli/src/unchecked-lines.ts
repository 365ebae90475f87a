import type { Unchecked } from '#matching';

/** Of how many eligible women only their network can check a criterion, a line each. */
export function uncheckedLines(unchecked: readonly Unchecked[]): string[] {
  const lines = told(unchecked).map((one) => `  ${one.criterion}: ${uncheckedOf(one)}`);
  return lines.length === 0 ? [] : ['Only their networks can check:', ...lines];
}

/** The same in one cell, for lists whose rows are women: `SAFETY 12; LANGUAGE 3`. */
export function uncheckedCell(unchecked: readonly Unchecked[]): string {
  return told(unchecked)
    .map(({ criterion, count }) => `${criterion} ${count}`)
    .join('; ');
}

/** Of whom one criterion must be checked, in words. */
export function uncheckedOf({ count, applied }: Unchecked): string {
  return applied
    ? `${count} of the eligible`
    : 'all of the eligible; it could be applied to nobody';
}

function told(unchecked: readonly Unchecked[]): Unchecked[] {
  return unchecked.filter(({ count }) => count > 0);
}
