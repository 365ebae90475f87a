import { areaRegions, proficiencyRank, WORLD } from '#vocabulary';
import {
  generalised,
  nearestAreas,
  nearestExpertise,
  type PublishedValues,
} from '../profile/published-values.js';

/**
 * How much published values say, as a number: what an organizer asks for most weighs most. Generalising never
 * adds to it. Years of confirmation count for nothing: they move with the calendar, and classes shall not.
 */
export function information(values: PublishedValues): number {
  return (
    sum(nearestAreas(values.areas), (code) => REGION[depth(code)] ?? 15) +
    sum(Object.values(values.languages), (level) => 3 + proficiencyRank(level) / 3) +
    2 * Object.keys(values.networks).length +
    sum(nearestExpertise(values.expertise), ({ code, level }) =>
      code.includes('.') ? 3 + level / 4 : 2 + level / 4,
    ) +
    0.7 * (values.tracks.length + values.roles.length) +
    0.5 * (values.supports.length + values.workingModes.length) +
    (values.yearsFrom ?? 0) / 10 +
    (values.availabilityBand === null ? 0 : AVAILABLE[values.availabilityBand]) +
    (values.noticeAtMost === null ? 0 : 0.3) +
    (values.ageBand === null ? 0 : 1)
  );
}

/** By how many regions hold it: the world says nothing, a continent little. */
const REGION = [0, 4, 12];

const AVAILABLE = { available: 1, limited: 0.5, unavailable: 0.5 };

function depth(code: string): number {
  return code === WORLD ? 0 : areaRegions(code).length;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Women who show the same, how many they are, and how much it says. */
export interface Group {
  readonly values: PublishedValues;
  readonly size: number;
  readonly told: number;
}

export function groupOf(values: PublishedValues, size: number): Group {
  return { values, size, told: information(values) };
}

/** What is lost when two groups show the same: the information that each of their women shows less. */
export function lossOf(a: Group, b: Group): number {
  const told = information(generalised(a.values, b.values));
  return a.size * (a.told - told) + b.size * (b.told - told);
}
