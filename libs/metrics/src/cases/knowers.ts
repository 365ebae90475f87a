import { FEWEST } from '#engagement';
import type { Owned } from './scoped-case.js';
import type { Guard } from '../figures/figures.js';

type OwnedUnit = Owned & { readonly unit: string };

/** Whose cases somebody knows one by one: those of networks, or those of an organization. */
interface Knower {
  readonly kind: 'networkId' | 'organizationId';
  readonly ids: ReadonlySet<string>;
}

/**
 * Withholds what somebody could tell of one to four others by subtracting the cases that she knows. Coordinators know
 * those of one network or of two, organizers those of their organization. What is left after subtracting must be nothing,
 * or of five units or more; of two sides, five or more on each.
 *
 * @param hasUnshown whether organizers are not shown this of their own introductions: then five or more must be left to them
 */
export function knowersGuard(hasUnshown = false): Guard<OwnedUnit> {
  const isSafe = (some: readonly OwnedUnit[], isLeft: (left: readonly OwnedUnit[]) => boolean) =>
    knowersOf(some).every(({ kind, ids }) => {
      const left = some.filter((one) => !knows(ids, one, kind));
      if (left.length === 0) return !(hasUnshown && kind === 'organizationId');
      const known = unitsOf(some.filter((one) => knows(ids, one, kind)));
      const strangers = [...unitsOf(left)].filter((unit) => !known.has(unit)).length;
      return (
        unitsOf(left).size >= FEWEST && (strangers === 0 || strangers >= FEWEST) && isLeft(left)
      );
    });
  return {
    mayTell: (some) => isSafe(some, () => true),
    mayTellSides: (one, other) => {
      const sides = [new Set(one), new Set(other)];
      return isSafe([...one, ...other], (left) =>
        sides.every((side) => unitsOf(left.filter((each) => side.has(each))).size >= FEWEST),
      );
    },
  };
}

/** For each who knows some of these cases one by one, whether she knows a case. */
export function knowledgeOf(some: readonly Owned[]): ((one: Owned) => boolean)[] {
  return knowersOf(some).map(
    ({ kind, ids }) =>
      (one) =>
        knows(ids, one, kind),
  );
}

/** Every network and every two of them, and every organization, of which there is a case. */
function knowersOf(some: readonly Owned[]): Knower[] {
  const networks = idsOf(some, 'networkId');
  return [
    ...networks.map((id) => ({ kind: 'networkId' as const, ids: new Set([id]) })),
    ...networks.flatMap((one, i) =>
      networks
        .slice(i + 1)
        .map((other) => ({ kind: 'networkId' as const, ids: new Set([one, other]) })),
    ),
    ...idsOf(some, 'organizationId').map((id) => ({
      kind: 'organizationId' as const,
      ids: new Set([id]),
    })),
  ];
}

function idsOf(some: readonly Owned[], kind: Knower['kind']): string[] {
  return [...new Set(some.flatMap((one) => whoKnows(one, kind)))];
}

function knows(ids: ReadonlySet<string>, one: Owned, kind: Knower['kind']): boolean {
  return whoKnows(one, kind).some((id) => ids.has(id));
}

/** The networks or the organizations that know a case: the one whose it is first. */
function whoKnows(one: Owned, kind: Knower['kind']): readonly string[] {
  const owner = one[kind];
  const others = one.knownTo?.[`${kind}s`] ?? [];
  return owner === null ? others : [owner, ...others];
}

function unitsOf(some: readonly OwnedUnit[]): ReadonlySet<string> {
  return new Set(some.map(({ unit }) => unit));
}
