import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Candidate, candidateProblems, InvalidCandidate } from '../candidate.js';
import { CandidatePool } from './candidate-pool.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

const full: Candidate = {
  id,
  lot: '4f2c1d0e-9b6a-4c3e-8f7d-2a1b0c9d8e7f',
  consentMatched: true,
  state: 'stale',
  languages: [
    { code: 'ary', level: 'native' },
    { code: 'fr', level: 'C2' },
  ],
  territories: ['MA', '011'],
  expertise: [{ code: 'mediation.shuttle-diplomacy', level: 3 }],
  nationalities: ['MA', 'FR'],
  residence: 'TN',
  networks: ['femwise-africa'],
  ruledOut: ['LY'],
  rolesStated: ['lead-mediator', 'note-taker'],
  rolesServed: ['adviser'],
  tracks: ['1.5', '3'],
  processes: [
    { type: 'ceasefire', phase: 'prevention' },
    { type: 'implementation', phase: 'post-conflict' },
  ],
  years: 17,
  available: [{ from: '2026-01-01', to: '2026-06-30' }],
  confirmedOn: '2025-11-05',
  youngLeader: true,
};

describe('CandidatePool', () => {
  let pool: CandidatePool;
  beforeEach(() => {
    pool = new CandidatePool();
  });

  it('gives back what it was given', () => {
    pool.upsert(full);
    expect(pool.get(id)).toEqual(full);
    expect(pool.has(id)).toBe(true);
    expect(pool.size).toBe(1);
  });

  it('replaces, removes and takes back a candidate', () => {
    pool.upsert(full);
    pool.upsert({ ...full, languages: [], years: 3 });
    expect(pool.get(id)).toEqual({ ...full, languages: [], years: 3 });
    expect(pool.remove(id)).toBe(true);
    expect(pool.remove(id)).toBe(false);
    expect(pool.get(id)).toBeUndefined();
    expect(pool.size).toBe(0);
    pool.upsert(full);
    expect(pool.get(id)).toEqual(full);
    expect(pool.version).toBe(4);
  });

  it('merges intervals that overlap or touch, and reads open ends', () => {
    const available = [
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-04-10' },
      { from: '2026-03-10', to: '2026-03-12' },
      { from: '2027-01-01', to: null },
      { from: null, to: '2025-01-01' },
    ];
    pool.upsert({ ...full, available });
    expect(pool.get(id)!.available).toEqual([
      { from: null, to: '2025-01-01' },
      { from: '2026-03-01', to: '2026-04-10' },
      { from: '2027-01-01', to: null },
    ]);
  });

  it('refuses a bad candidate with every problem and keeps what it had', () => {
    pool.upsert(full);
    const bad = {
      ...full,
      years: 3.5,
      languages: [{ code: 'xx-nowhere', level: 'C9' as 'C1' }],
      confirmedOn: '2026-02-30',
      available: [{ from: '2026-02-02', to: '2026-02-01' }],
    };
    expect(() => pool.upsert(bad)).toThrow(InvalidCandidate);
    expect(candidateProblems(bad).map(({ path }) => path)).toEqual([
      'years',
      'confirmedOn',
      'languages.0.code',
      'languages.0.level',
      'available.0',
    ]);
    expect(pool.get(id)).toEqual(full);
  });

  it('keeps its size while candidates change', () => {
    const ids = Array.from({ length: 500 }, (_, i) => id.slice(0, -3) + String(i).padStart(3, '0'));
    const variants = [full, { ...full, languages: [], ruledOut: [] }, { ...full, available: [] }];
    const round = (shift: number) =>
      ids.forEach((each, i) => pool.upsert({ ...variants[(i + shift) % 3]!, id: each }));
    for (let i = 0; i < 3; i++) round(i);
    const { bytes } = pool;
    for (let i = 0; i < 20; i++) {
      ids.forEach((each) => pool.remove(each));
      round(i);
    }
    expect(pool.bytes).toBe(bytes);
    expect(pool.rows).toBe(500);
  });

  it('holds ten thousand full profiles in at most 250 bytes each', () => {
    for (let i = 0; i < 10_000; i++) {
      pool.upsert({ ...full, id: id.slice(0, -6) + String(i).padStart(6, '0') });
    }
    expect(pool.bytes / pool.size).toBeLessThanOrEqual(250);
  });
});
