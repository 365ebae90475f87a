import type { MediatorDays } from '#deployments';
import { FEWEST } from '#engagement';
import { proportion, type FigureRow } from '../figures/figures.js';
import { knowersGuard } from './knowers.js';
import type { Proportions } from './scoped-case.js';

/** Days deployed among days available or deployed: of all, for reports, and of the mediators whom each network lists. */
export function daysInUse(mediators: readonly MediatorDays[]): Proportions {
  const all = mediators.filter(({ available }) => available > 0);
  const networks = [...new Set(all.flatMap(({ networkIds }) => networkIds))].toSorted();
  const coordinated = [
    ...new Set(all.flatMap(({ deployedBy }) => deployedBy.networkIds)),
    ...networks,
  ];
  return {
    all: shareOf(all),
    shared: mayBeShared(all) ? shareOf(all) : [],
    networks: Object.fromEntries(networks.map((id) => [id, shareOfNetwork(id, all, coordinated)])),
  };
}

/**
 * A coordinator knows the deployments that her network acted for, and so how many days of the others are in the sum: they must
 * be of nobody, or of five or more. So must what is left for one who coordinates another network, too.
 */
function shareOfNetwork(
  id: string,
  all: readonly MediatorDays[],
  coordinated: readonly string[],
): readonly FigureRow[] {
  const own = all.filter(({ networkIds }) => networkIds.includes(id));
  const outside = all.length - own.length;
  const deployedByOthers = (another: string) =>
    own.filter(({ deployedBy }) =>
      deployedBy.networkIds.some((each) => each !== id && each !== another),
    ).length;
  const counts = [outside, ...coordinated.map(deployedByOthers)];
  return counts.some((count) => count > 0 && count < FEWEST) ? [] : shareOf(own);
}

/**
 * Whether nobody who knows the days of some can subtract them: a network knows those whom it lists, an organization those
 * whom it deployed.
 */
function mayBeShared(mediators: readonly MediatorDays[]): boolean {
  const { mayTell, mayTellSides } = knowersGuard();
  const listed = (isDeployed: boolean) =>
    mediators
      .filter(({ deployed }) => deployed > 0 === isDeployed)
      .flatMap(({ mediatorId: unit, networkIds, deployedBy }) =>
        [...new Set([...networkIds, ...deployedBy.networkIds])].map((networkId) => ({
          unit,
          networkId,
          organizationId: null,
        })),
      );
  const deployed = mediators.flatMap(({ mediatorId: unit, deployedBy }) =>
    deployedBy.organizationIds.map((organizationId) => ({ unit, networkId: null, organizationId })),
  );
  return mayTellSides(listed(true), listed(false)) && mayTell(deployed);
}

function shareOf(mediators: readonly MediatorDays[]): readonly FigureRow[] {
  const sum = (days: 'deployed' | 'available') =>
    mediators.reduce((total, one) => total + one[days], 0);
  const deployed = mediators.filter((one) => one.deployed > 0).length;
  return proportion(
    { amount: sum('deployed'), units: deployed },
    { amount: sum('available'), units: mediators.length },
  );
}
