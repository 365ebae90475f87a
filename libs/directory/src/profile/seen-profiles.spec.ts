import { describe, expect, it } from '@jest/globals';
import type { ProfileRecord } from './profile-record.js';
import type { ProfileView } from './profile-view.js';
import { SeenProfiles } from './seen-profiles.js';

const record = (id: string) => ({ id }) as ProfileRecord;

describe('what is seen of a record', () => {
  it('is made once for a record, a clearance and a day, also where nothing is seen', () => {
    const seen = new SeenProfiles();
    let made = 0;
    const make = (): ProfileView => ({ revision: ++made }) as ProfileView;
    const [amina, mona] = [record('a'), record('m')];
    const first = seen.of(amina, 'PUBLIC', '2026-03-01', make);
    expect(seen.of(amina, 'PUBLIC', '2026-03-01', make)).toBe(first);
    expect(seen.of(mona, 'PUBLIC', '2026-03-01', () => null)).toBeNull();
    expect(seen.of(mona, 'PUBLIC', '2026-03-01', make)).toBeNull();
    expect(made).toBe(1);
  });

  it('is made anew for another clearance, a record that was read again, and the next day', () => {
    const seen = new SeenProfiles();
    let made = 0;
    const make = (): ProfileView => ({ revision: ++made }) as ProfileView;
    const amina = record('a');
    seen.of(amina, 'PUBLIC', '2026-03-01', make);
    expect(seen.of(amina, 'VETTED', '2026-03-01', make)?.revision).toBe(2);
    expect(seen.of(record('a'), 'PUBLIC', '2026-03-01', make)?.revision).toBe(3);
    expect(seen.of(amina, 'PUBLIC', '2026-03-02', make)?.revision).toBe(4);
    expect(seen.of(amina, 'PUBLIC', '2026-03-01', make)?.revision).toBe(5);
  });
});
