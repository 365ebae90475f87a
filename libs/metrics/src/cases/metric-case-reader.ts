import type { Transaction } from '#database';
import { mediatorDays, type MediatorDays } from '#deployments';
import { FEWEST, type MetricPeriod } from '#engagement';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { proportion, type FigureRow } from '../figures/figures.js';
import { deploymentCases } from './deployment-cases.js';
import { knowersGuard } from './knowers.js';
import { introductionCases } from './introduction-cases.js';
import { needCases } from './need-cases.js';
import type { MetricCases, Proportions } from './scoped-case.js';

/** Reads what metrics count. Each room's SQL is in the room; here it is put together. */
@Injectable()
export class MetricCaseReader {
  constructor(private readonly vault: Vault) {}

  async cases(tx: Transaction, period: MetricPeriod): Promise<MetricCases> {
    return {
      ...(await needCases(tx, period)),
      ...(await introductionCases(tx, this.vault, period)),
      ...(await deploymentCases(tx, period)),
    };
  }

  /** Days deployed among days available or deployed. */
  async utilization(tx: Transaction, period: MetricPeriod): Promise<Proportions> {
    const all = (await mediatorDays(tx, period)).filter(({ available }) => available > 0);
    const networks = [...new Set(all.flatMap(({ networkIds }) => networkIds))].toSorted();
    return {
      all: shareOf(all),
      shared: mayBeShared(all) ? shareOf(all) : [],
      networks: Object.fromEntries(
        networks.map((id) => {
          const some = all.filter(({ networkIds }) => networkIds.includes(id));
          const outside = all.length - some.length;
          return [id, outside > 0 && outside < FEWEST ? [] : shareOf(some)];
        }),
      ),
    };
  }
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
