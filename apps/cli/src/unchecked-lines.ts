import type { Unchecked } from '#matching';

/** Of how many eligible women only their network can check a criterion, a line each. */
export function uncheckedLines(unchecked: readonly Unchecked[]): string[] {
  const lines = unchecked
    .filter(({ count }) => count > 0)
    .map(({ criterion, count, applied }) =>
      applied
        ? `  ${criterion}: ${count} of the eligible`
        : `  ${criterion}: all of the eligible; it could be applied to nobody`,
    );
  return lines.length === 0 ? [] : ['Only their networks can check:', ...lines];
}
