import type { Reader } from '#database';
import { proposedMediators, workOfNeeds, type MetricPeriod, type NeedWork } from '#engagement';
import { organizationFacts } from '#identity';
import { askedNetworks } from '#introductions';
import { NO_STATE, UNSTATED } from '../metric-list.js';
import type { MetricCases, Owned } from './scoped-case.js';
import type { Case } from '../figures/figures.js';

type Codes = 'proposed-by-track' | 'proposed-by-role' | 'proposed-by-region' | 'nominated-by-state';

/**
 * Mediators on shortlists that were sent. Their networks do not know it until they are asked for an introduction, so no case
 * is a network's own.
 */
export async function proposalCases(
  reader: Reader,
  period: MetricPeriod,
): Promise<Pick<MetricCases, Codes>> {
  const proposed = await proposedMediators(reader, period);
  const needIds = proposed.map(({ needId }) => needId);
  const works = await workOfNeeds(reader, needIds);
  const organizations = await organizationFacts(reader, [
    ...new Set(proposed.flatMap(({ organizationId }) => organizationId ?? [])),
  ]);
  const asked = new Map<string, string[]>();
  for (const { needId, mediatorId, networkId } of await askedNetworks(reader, needIds)) {
    const key = `${needId} ${mediatorId}`;
    asked.set(key, [...(asked.get(key) ?? []), networkId]);
  }
  const cases = proposed.map(({ mediatorId, needId, organizationId, isPublic, shownTo }) => {
    const facts = organizations.get(organizationId ?? '');
    return {
      unit: mediatorId,
      networkId: null,
      organizationId,
      knownTo: {
        networkIds: asked.get(`${needId} ${mediatorId}`) ?? [],
        organizationIds: shownTo,
      },
      needId,
      isPublic,
      state: (facts?.kind === 'state' ? facts.country : null) ?? NO_STATE,
    };
  });
  return {
    'proposed-by-track': byWork(cases, works, 'track'),
    'proposed-by-role': byWork(cases, works, 'role'),
    'proposed-by-region': byWork(cases, works, 'region'),
    // What a state looks for under restriction shows in no row that names it.
    'nominated-by-state': cases
      .filter(({ isPublic }) => isPublic)
      .map((one) => ({ ...one, row: one.state })),
  };
}

/** Cases by what their needs are about. */
export function byWork<C extends Owned & { readonly unit: string; readonly needId: string }>(
  cases: readonly C[],
  works: ReadonlyMap<string, NeedWork>,
  what: keyof NeedWork,
): (C & Case)[] {
  return cases.map((one) => ({ ...one, row: works.get(one.needId)?.[what] ?? UNSTATED }));
}
