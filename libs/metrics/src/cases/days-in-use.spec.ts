import { describe, expect, it } from '@jest/globals';
import { daysInUse } from './days-in-use.js';

/** So many women whom acacia lists, of whom each is there for 90 days. */
const women = (count: number, deployed: number, networkIds: readonly string[]) =>
  Array.from({ length: count }, (_, i) => ({
    mediatorId: `${networkIds.join()}${deployed}${i}`,
    networkIds: ['acacia'],
    deployedBy: { networkIds, organizationIds: networkIds.length > 0 ? ['ministry'] : [] },
    deployed,
    available: 90,
  }));

describe('days in use', () => {
  const own = [...women(6, 45, ['acacia']), ...women(8, 0, [])];

  it('tell a network nothing of one to four who are deployed by others', () => {
    for (const [others, isTold] of [
      [0, true],
      [1, false],
      [4, false],
      [5, true],
    ] as const) {
      const told = daysInUse([...own, ...women(others, 90, ['baobab'])]).networks.acacia!;
      expect(told.length > 0).toBe(isTold);
    }
  });

  it('tell nothing of one to four to whoever coordinates another network, too', () => {
    const others = [...women(5, 90, ['baobab']), ...women(2, 90, ['cedar'])];
    expect(daysInUse([...own, ...others]).networks.acacia).toEqual([]);
  });
});
