import type { Reader } from '#database';
import { workOfNeeds, type MetricPeriod } from '#engagement';
import {
  askedIntroductions,
  connections,
  declinedIntroductions,
  requestedIntroductions,
} from '#introductions';
import type { Vault } from '#vault';
import { WHOLE } from '../figures/figures.js';
import { byWork } from './proposal-cases.js';
import { clock, earlier, ownerOf, type MetricCases } from './scoped-case.js';

type Codes =
  | 'acknowledgement'
  | 'answer-time'
  | 'answered-in-window'
  | 'acceptance'
  | 'acceptance-as-told'
  | 'expiry'
  | 'decline-reasons'
  | 'introduced-by-track'
  | 'introduced-by-role'
  | 'introduced-by-region';

/** What metrics count of introductions. Their unit is the mediator. */
export async function introductionCases(
  reader: Reader,
  vault: Vault,
  period: MetricPeriod,
): Promise<Pick<MetricCases, Codes>> {
  const { seenUntil } = period;
  const requested = await requestedIntroductions(reader, period);
  const asked = await askedIntroductions(reader, period);
  const declined = await declinedIntroductions(reader, vault, period);
  const connected = await connections(reader, period);
  const works = await workOfNeeds(
    reader,
    connected.map(({ needId }) => needId),
  );
  const introduced = connected.map((one) => ({ ...ownerOf(one), needId: one.needId }));
  return {
    acknowledgement: requested.map((one) => ({
      ...ownerOf(one),
      row: one.urgency,
      ...clock(one.requestedAt, one.acknowledgedAt, earlier(one.endedAt, seenUntil)),
    })),
    'answer-time': asked.map((one) => ({
      ...ownerOf(one),
      row: one.urgency,
      // The clock begins later by the time for which her question waited.
      ...clock(
        new Date(one.askedAt.getTime() + one.pausedMs),
        one.answeredAt,
        earlier(one.endedAt, seenUntil),
      ),
    })),
    'answered-in-window': asked
      .filter(({ answeredAt, expired }) => answeredAt !== null || expired)
      .map((one) => ({ ...ownerOf(one), row: one.urgency, hit: one.answeredAt !== null })),
    acceptance: requested
      .filter((one) => one.accepted || one.declined || one.expired)
      .map((one) => ({ ...ownerOf(one), row: WHOLE, hit: one.accepted })),
    'acceptance-as-told': requested
      .filter(({ told }) => told !== null)
      .map((one) => ({ ...ownerOf(one), row: WHOLE, hit: one.told === 'accepted' })),
    expiry: requested
      .filter(({ networkId }) => networkId !== null)
      .map((one) => ({ ...ownerOf(one), row: one.networkId ?? WHOLE, hit: one.expired })),
    'decline-reasons': declined.flatMap(({ mediatorId, organizationId, reasons }) =>
      reasons.map((row) => ({ row, unit: mediatorId, organizationId, networkId: null })),
    ),
    'introduced-by-track': byWork(introduced, works, 'track'),
    'introduced-by-role': byWork(introduced, works, 'role'),
    'introduced-by-region': byWork(introduced, works, 'region'),
  };
}
