import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '#kernel';
import { USUAL_HOURS } from '../ask/clock.js';
import { checkedDesk, type DeskStatement } from './desk-statement.js';
import { toldAt, type DeskPeople } from './desk-told.js';

const DESK: DeskStatement = {
  address: 'desk@acacia.example.org',
  timeZone: 'Africa/Nairobi',
  workingDays: [1, 2, 3, 4, 7],
  opens: '08:30',
  closes: '16:00',
  languages: ['en', 'sw'],
};

describe('what a network says of its desk', () => {
  it('is kept as it is, with days in order and codes of the vocabulary', () => {
    expect(checkedDesk(DESK)).toEqual(DESK);
    const draft = { ...DESK, address: ' desk ', workingDays: [7, 1], languages: ['eng'] };
    expect(checkedDesk(draft)).toEqual({
      ...DESK,
      address: 'desk',
      workingDays: [1, 7],
      languages: ['en'],
    });
  });

  it.each<[string, Partial<DeskStatement>, string]>([
    ['no address', { address: ' ' }, 'address MISSING'],
    ['too long an address', { address: 'x'.repeat(501) }, 'address TOO_LONG'],
    ['an offset for a zone', { timeZone: '+03:00' }, 'timeZone UNKNOWN'],
    ['no working day', { workingDays: [] }, 'workingDays MISSING'],
    ['an eighth day', { workingDays: [1, 8] }, 'workingDays.1 OUT_OF_RANGE'],
    ['half a day', { workingDays: [1.5] }, 'workingDays.0 OUT_OF_RANGE'],
    ['a day twice', { workingDays: [1, 2, 1] }, 'workingDays.2 DUPLICATE'],
    ['no time of day', { opens: '8 am' }, 'opens MALFORMED'],
    ['hours that end before they begin', { closes: '08:30' }, 'closes OUT_OF_RANGE'],
    ['no language', { languages: [] }, 'languages MISSING'],
    ['a language that is not known', { languages: ['en', 'qq-x'] }, 'languages.1 UNKNOWN'],
    ['a language twice', { languages: ['en', 'eng'] }, 'languages.1 DUPLICATE'],
  ])('is refused with %s', (_what, changes, expected) => {
    let found: readonly string[] = [];
    try {
      checkedDesk({ ...DESK, ...changes });
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      found = error.problems.map(({ path, code }) => `${path} ${code}`);
    }
    expect(found).toEqual([expected]);
  });

  it('has hours even where nothing is said', () => {
    expect(checkedDesk({ ...DESK, ...USUAL_HOURS })).toMatchObject(USUAL_HOURS);
  });
});

describe('who is told', () => {
  const people = (more: Partial<DeskPeople>): DeskPeople => ({
    members: [],
    coordinators: ['ada', 'bea', 'cia', 'dia'],
    administrators: ['root'],
    ...more,
  });
  const whole = people({
    members: [
      { accountId: 'bea', duty: 'deputy' },
      { accountId: 'ada', duty: 'officer' },
      { accountId: 'cia', duty: 'safety-officer' },
    ],
  });

  it('is the officer when something waits, and deputies with administrators when it is overdue', () => {
    expect(toldAt('arrived', whole)).toEqual(['ada']);
    expect(toldAt('overdue', whole)).toEqual(['bea', 'root']);
    expect(toldAt('safety', whole)).toEqual(['cia']);
  });

  it('is every coordinator where nobody has the duty', () => {
    expect(toldAt('arrived', people({}))).toEqual(['ada', 'bea', 'cia', 'dia']);
    expect(toldAt('overdue', people({}))).toEqual(['ada', 'bea', 'cia', 'dia', 'root']);
  });

  it('is an administrator where there is no coordinator, so that nothing waits unseen', () => {
    expect(toldAt('arrived', people({ coordinators: [] }))).toEqual(['root']);
  });

  it('is no other coordinator where there is no safety officer', () => {
    expect(toldAt('safety', people({}))).toEqual(['root']);
  });

  it('is each account once', () => {
    const both = people({ administrators: ['ada'], coordinators: ['ada'] });
    expect(toldAt('overdue', both)).toEqual(['ada']);
  });
});
