import { describe, expect, it } from '@jest/globals';
import { phaseOf, type CallView } from './call-view.js';

const CALL: CallView = {
  id: 'c',
  networkId: 'n',
  state: 'open',
  titles: { en: 'Mediators' },
  criteria: { en: 'Women.' },
  languages: ['en'],
  opensOn: '2026-03-01',
  closesOn: '2026-03-31',
  createdAt: '2026-01-01T00:00:00Z',
  revision: 1,
};

describe('what the page of a call does', () => {
  it.each([
    ['2026-02-28', 'coming'],
    ['2026-03-01', 'accepting'],
    ['2026-03-31', 'accepting'],
    ['2026-04-01', 'over'],
  ])('on %s is: %s', (today, phase) => {
    expect(phaseOf(CALL, today)).toBe(phase);
  });

  it('does not end by itself without a last day', () => {
    expect(phaseOf({ ...CALL, closesOn: null }, '2036-01-01')).toBe('accepting');
  });

  it.each(['draft', 'closed'] as const)('is over while the call is %s', (state) => {
    expect(phaseOf({ ...CALL, state }, '2026-03-15')).toBe('over');
  });
});
