import type { AreaCode, TerritoryCode } from './kinds.js';
import { lexicons } from './lexicons.js';
import { groupings, neighbours, regions, territories } from './lists.js';

const parentOf = new Map<string, string | null>(
  [...territories, ...regions].map(({ code, parent }) => [code, parent]),
);
const membersOf = new Map(groupings.map(({ code, members }) => [code, new Set(members)]));
const recs = groupings.filter(({ groupingKind }) => groupingKind === 'rec');

/** M49's world, which holds all areas; below it come the five regions, which people call continents. */
export const WORLD = '001';

/**
 * The M49 sub-region of a territory, the intermediate region where there is one: `ML` is in `011`. Null for
 * one that only the world holds, such as Antarctica.
 */
export function areaRegion(territory: TerritoryCode): AreaCode | null {
  if (!lexicons.territory.has(territory)) return null;
  const region = parentOf.get(territory) ?? null;
  return region === WORLD ? null : region;
}

/** The M49 regions that hold a territory or region, itself left out, from near to far; the world is last. */
export function areaRegions(code: AreaCode): readonly AreaCode[] {
  const above = chain(code).slice(1);
  return above.length > 0 ? above : [WORLD];
}

/** Whether the area is that territory or region, or holds it in the M49 tree or as a member. */
export function areaContains(area: AreaCode, found: AreaCode): boolean {
  return membersOf.get(area)?.has(found) ?? chain(found).includes(area);
}

const territoriesByArea = new Map<AreaCode, readonly TerritoryCode[]>();

/** The territories that are that area, or that it holds. */
export function territoriesOf(area: AreaCode): readonly TerritoryCode[] {
  let held = territoriesByArea.get(area);
  if (!held) {
    held = territories.flatMap(({ code }) => (areaContains(area, code) ? [code] : []));
    territoriesByArea.set(area, held);
  }
  return held;
}

/** The territory itself, its M49 regions from near to far, and its groupings. */
export function areasContaining(territory: TerritoryCode): readonly AreaCode[] {
  const memberships = groupings.filter(({ members }) => members.includes(territory));
  return [...chain(territory), ...memberships.map(({ code }) => code)];
}

/**
 * How near what is found is to what is wanted, in tenths (MATCHING, criterion REGION): the same or
 * contained 10; land neighbours 7; both in one AU-recognised REC or one M49 sub-region 5; the same
 * M49 region 2; else 0.
 *
 * `found` is a territory, or an M49 sub-region for a woman who shows no more. Only territories have
 * neighbours and sub-regions, so a wanted region or grouping that does not hold what is found is on
 * the same continent or is not: a grouping is on the continent that holds all its members.
 */
export function areaRelation(wanted: AreaCode, found: AreaCode): 0 | 2 | 5 | 7 | 10 {
  if (areaContains(wanted, found)) return 10;
  if (neighbours.get(wanted)?.has(found) || neighbours.get(found)?.has(wanted)) return 7;
  if (inOneRec(wanted, found) || inOneSubRegion(wanted, found)) return 5;
  const continent = continentOf(wanted);
  return continent !== null && continent === continentOf(found) ? 2 : 0;
}

function inOneRec(a: AreaCode, b: AreaCode): boolean {
  return recs.some(({ members }) => members.includes(a) && members.includes(b));
}

function inOneSubRegion(wanted: AreaCode, found: AreaCode): boolean {
  const region = areaRegion(wanted);
  return region !== null && (region === found || region === areaRegion(found));
}

function continentOf(area: AreaCode): AreaCode | null {
  const members = membersOf.get(area);
  if (!members) return chain(area).at(-2) ?? null;
  const continents = new Set([...members].map(continentOf));
  const [only] = continents;
  return continents.size === 1 && only !== undefined ? only : null;
}

/** The code and what holds it in the M49 tree, up to the world. */
function chain(code: AreaCode): readonly AreaCode[] {
  const codes: AreaCode[] = [];
  for (let at: string | null | undefined = code; at; at = at === WORLD ? null : parentOf.get(at)) {
    codes.push(at);
  }
  return codes;
}
