import type { Reader } from '#database';
import {
  begunDeployments,
  dueLines,
  firstStarts,
  type BegunDeployment,
  type DueLine,
} from '#deployments';
import { workOfNeeds, type MetricPeriod } from '#engagement';
import { connections, flashNeeds } from '#introductions';
import { UNSTATED } from '../metric-list.js';
import { WHOLE, type Case, type OutcomeCase } from '../figures/figures.js';
import { byWork } from './proposal-cases.js';
import { clock, earlier, ownerOf, type MetricCases, type Owned } from './scoped-case.js';

type Codes =
  | 'connect-to-deploy'
  | 'flash-within-72-hours'
  | 'repeat-share'
  | 'deployed-by-track'
  | 'deployed-by-role'
  | 'deployed-by-region'
  | 'deployed-by-place'
  | 'clearance-delay'
  | 'mentored-places';

const FLASH_MS = 72 * 3_600_000;

/** Those who are deployed most often, whose share is told. */
const MOST_DEPLOYED = 10;

/** What metrics count of deployments. Their unit is the mediator; of FLASH needs it is the need. */
export async function deploymentCases(
  reader: Reader,
  period: MetricPeriod,
): Promise<Pick<MetricCases, Codes>> {
  const { seenUntil } = period;
  const connected = await connections(reader, period);
  const flash = await flashNeeds(reader, period);
  const starts = await firstStarts(
    reader,
    period,
    connected.map(({ id }) => id),
    flash.map(({ needId }) => needId),
  );
  const begun = await begunDeployments(reader, period);
  const works = await workOfNeeds(
    reader,
    begun.map(({ needId }) => needId),
  );
  const lines = await dueLines(reader, period);
  const byRow = (row: (one: BegunDeployment) => string) =>
    begun.map((one) => ({ ...ownerOf(one), row: row(one) }));
  return {
    'connect-to-deploy': connected.map((one) => ({
      ...ownerOf(one),
      row: WHOLE,
      ...clock(
        one.connectedAt,
        starts.ofIntroductions.get(one.id) ?? null,
        earlier(one.closedAt, seenUntil),
        'days',
      ),
    })),
    'flash-within-72-hours': flash.map(({ needId, organizationId, requestedAt }) => {
      const start = starts.ofNeeds.get(needId);
      const hit = start !== undefined && start.getTime() - requestedAt.getTime() <= FLASH_MS;
      return { row: WHOLE, unit: needId, networkId: null, organizationId, hit };
    }),
    'repeat-share': repeats(byRow(() => WHOLE)),
    'deployed-by-track': byRow(({ track }) => track ?? UNSTATED),
    'deployed-by-role': byRow(({ role }) => role ?? UNSTATED),
    'deployed-by-region': byWork(
      begun.map((one) => ({ ...ownerOf(one), needId: one.needId })),
      works,
      'region',
    ),
    'deployed-by-place': byRow(({ place }) => place),
    'clearance-delay': lines.map((one) => ({
      ...ownerOf(one),
      ...ownedLine(one),
      row: one.kind,
      time: one.days,
      ended: one.closed,
    })),
    'mentored-places': begun
      .filter(({ place }) => place === 'lead')
      .map((one) => ({ ...ownerOf(one), row: WHOLE, hit: one.mentors })),
  };
}

/** Each of these deployments, and whether it is of one of the ten mediators who have most of them. */
export function repeats<C extends Case>(begun: readonly C[]): (C & OutcomeCase)[] {
  const often = new Map<string, number>();
  for (const { unit } of begun) often.set(unit, (often.get(unit) ?? 0) + 1);
  const most = new Set(
    [...often]
      .toSorted(([a, of], [b, than]) => than - of || (a < b ? -1 : 1))
      .slice(0, MOST_DEPLOYED)
      .map(([id]) => id),
  );
  return begun.map((one) => ({ ...one, hit: most.has(one.unit) }));
}

/** An organization's figures are of lines that it or the host sees to: what the others do is not shown to it. */
function ownedLine({ owner, organizationId }: DueLine): Pick<Owned, 'organizationId'> {
  return { organizationId: owner === 'organizer' || owner === 'host' ? organizationId : null };
}
