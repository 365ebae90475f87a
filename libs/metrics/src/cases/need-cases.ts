import type { Reader } from '#database';
import { closedNeeds, openedNeeds, type MetricPeriod } from '#engagement';
import { WHOLE } from '../figures/figures.js';
import { clock, earlier, type MetricCases } from './scoped-case.js';

/** What metrics count of needs. Their unit is the need. */
export async function needCases(
  reader: Reader,
  period: MetricPeriod,
): Promise<Pick<MetricCases, 'time-to-shortlist' | 'fill'>> {
  const opened = await openedNeeds(reader, period);
  const closed = await closedNeeds(reader, period);
  return {
    'time-to-shortlist': opened.map(
      ({ needId, organizationId, urgency, openedAt, sentAt, closedAt }) => ({
        row: urgency,
        unit: needId,
        networkId: null,
        organizationId,
        ...clock(openedAt, sentAt, earlier(closedAt, period.seenUntil)),
      }),
    ),
    fill: closed.map(({ needId, organizationId, filled }) => ({
      row: WHOLE,
      unit: needId,
      networkId: null,
      organizationId,
      hit: filled,
    })),
  };
}
