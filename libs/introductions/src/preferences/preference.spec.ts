import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '#kernel';
import { actingNetwork, checkedPreference, NO_PREFERENCE, type Preference } from './preference.js';

const LISTINGS = [
  { networkId: 'acacia', hasDesk: false },
  { networkId: 'fjord', hasDesk: true },
  { networkId: 'baobab', hasDesk: true },
];
const HERS: Preference = {
  timeZone: 'America/Bogota',
  quietFrom: '21:00',
  quietUntil: '07:00',
  channel: 'telephone',
  deskNetworkId: 'baobab',
};

describe('how she wants to be asked', () => {
  it('is kept as she states it', () => {
    expect(checkedPreference(HERS, LISTINGS)).toEqual(HERS);
    expect(checkedPreference(NO_PREFERENCE, [])).toEqual(NO_PREFERENCE);
  });

  it.each<[string, Partial<Preference>, string]>([
    ['a way that is none', { channel: 'pigeon' as never }, 'channel UNKNOWN'],
    ['a zone that is none', { timeZone: 'Bogota' }, 'timeZone UNKNOWN'],
    ['quiet hours without an end', { quietUntil: null }, 'quietUntil MISSING'],
    ['quiet hours without a beginning', { quietFrom: null }, 'quietFrom MISSING'],
    ['no time of day', { quietFrom: '25:00' }, 'quietFrom MALFORMED'],
    ['quiet hours of no length', { quietUntil: '21:00' }, 'quietUntil OUT_OF_RANGE'],
    [
      'so long a quiet that an urgent ask passes',
      { quietUntil: '11:01' },
      'quietUntil OUT_OF_RANGE',
    ],
    ['a network that does not list her', { deskNetworkId: 'other' }, 'deskNetworkId UNKNOWN'],
    ['a network without a desk', { deskNetworkId: 'acacia' }, 'deskNetworkId NOT_ELIGIBLE'],
  ])('is refused with %s', (_what, changes, expected) => {
    let found: readonly string[] = [];
    try {
      checkedPreference({ ...HERS, ...changes }, LISTINGS);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      found = error.problems.map(({ path, code }) => `${path} ${code}`);
    }
    expect(found).toEqual([expected]);
  });

  it('takes quiet hours within a day and over midnight, up to fourteen hours', () => {
    for (const quiet of [
      ['13:00', '15:00'],
      ['21:00', '11:00'],
      ['00:00', '06:00'],
    ] as const) {
      const [quietFrom, quietUntil] = quiet;
      expect(checkedPreference({ ...HERS, quietFrom, quietUntil }, LISTINGS)).toMatchObject({
        quietFrom,
        quietUntil,
      });
    }
  });
});

describe('the network whose desk acts for her', () => {
  it('is the one that she named', () => {
    expect(actingNetwork(HERS, LISTINGS)).toBe('baobab');
  });

  it('is the one that has listed her longest and has a desk, where she named none or it can act no more', () => {
    expect(actingNetwork(NO_PREFERENCE, LISTINGS)).toBe('fjord');
    expect(actingNetwork({ deskNetworkId: 'gone' }, LISTINGS)).toBe('fjord');
    expect(actingNetwork({ deskNetworkId: 'acacia' }, LISTINGS)).toBe('fjord');
  });

  it('is the one that has listed her longest where none has a desk, and none where nobody lists her', () => {
    expect(actingNetwork(NO_PREFERENCE, LISTINGS.slice(0, 1))).toBe('acacia');
    expect(actingNetwork(NO_PREFERENCE, [])).toBeNull();
  });
});
