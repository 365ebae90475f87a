import { describe, expect, it } from '@jest/globals';
import { NOBODY } from '../candidate.fixture.js';
import { type Candidate, CandidatePool, type Criterion, type Need, rank } from '../index.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const other = '01890a5d-ac96-774b-bcce-b302099a8058';

/** Value and evidence of the one criterion that the need states. */
function measure(soft: Need['soft'], has: Partial<Candidate>, more: Partial<Need> = {}) {
  const pool = new CandidatePool();
  pool.upsert({ ...NOBODY, ...has });
  const need: Need = { id: 'n', date: '2026-01-01', hard: {}, soft, ...more };
  const { criterion, value, found } = rank(pool, need, { limit: 1 }).results[0]!.contributions[0]!;
  return { criterion, value, found };
}

const valueOf = (...of: Parameters<typeof measure>) => measure(...of).value;

describe('LANGUAGE', () => {
  it.each([
    ['the same language at the wanted level', 'fr', 'C1', 'fr', 1_000_000],
    ['above the wanted level', 'fr', 'native', 'fr', 1_000_000],
    ['signed as the highest level', 'fr', 'signed', 'fr', 1_000_000],
    ['below the wanted level, C1 unless stated', 'fr', 'B1', 'fr', 600_000],
    ['a member of the wanted macrolanguage', 'ar', 'C1', 'ary', 1_000_000],
    ['only the macrolanguage of the wanted member', 'ary', 'C1', 'ar', 600_000],
    ['another member of the macrolanguage, at 4/5', 'ary', 'B2', 'arz', 400_000],
    ['another language', 'fr', 'native', 'en', 0],
  ] as const)('values %s', (_, wanted, level, found, expected) => {
    const has = { languages: [{ code: found, level }] };
    expect(valueOf({ languages: [{ code: wanted }] }, has)).toBe(expected);
  });

  it('takes the best for each wanted language and weighs them, rounding half up once', () => {
    const languages = [
      { code: 'fr', level: 'B2', weight: 2 },
      { code: 'ar', level: 'C2', weight: 5 },
    ] as const;
    const has = [
      { code: 'fr', level: 'A2' },
      { code: 'fr', level: 'B1' },
      { code: 'ary', level: 'A1' },
    ] as const;
    // (2 * 3/4 + 5 * 1/6) / 7 = 1/3
    expect(measure({ languages: [...languages] }, { languages: [...has] })).toEqual({
      criterion: 'LANGUAGE',
      value: 333_333,
      found: [
        { code: 'fr', level: 'B1', relation: 'same', fit: 750_000 },
        { code: 'ary', level: 'A1', relation: 'member', fit: 166_667 },
      ],
    });
  });
});

describe('REGION', () => {
  it.each([
    ['the same territory', 'ML', ['SE', 'ML'], 1_000_000, 'same'],
    ['a territory inside the wanted region', '011', ['ML'], 1_000_000, 'inside'],
    ['a territory inside the wanted grouping', 'ECOWAS', ['SN'], 1_000_000, 'inside'],
    ['a land neighbour', 'ML', ['NE'], 700_000, 'neighbour'],
    ['a territory of the same REC', 'KE', ['RW'], 500_000, 'near'],
    ['a territory of the same sub-region', 'ML', ['GH'], 500_000, 'near'],
    ['a territory of the same continent', 'ML', ['MZ'], 200_000, 'continent'],
  ] as const)('values %s', (_, wanted, territories, value, relation) => {
    const measured = measure(
      { territories: [{ code: wanted }] },
      { territories: [...territories] },
    );
    expect(measured).toMatchObject({ value, found: [{ relation, fit: value }] });
  });

  it('gives nothing for another continent', () => {
    const measured = measure({ territories: [{ code: 'ML' }] }, { territories: ['CO'] });
    expect(measured).toMatchObject({ value: 0, found: [null] });
  });
});

describe('EXPERTISE', () => {
  const topic = 'mediation.ceasefire-mediation';

  it.each([
    ['the same topic, at level 2 unless stated', topic, topic, 2, 1_000_000, 'same'],
    ['the same topic below the level', topic, topic, 1, 500_000, 'same'],
    ['a topic of the wanted domain', 'mediation', topic, 2, 1_000_000, 'child'],
    ['only the domain of the wanted topic', topic, 'mediation', 3, 500_000, 'domain'],
    ['a sibling', topic, 'mediation.shuttle-diplomacy', 3, 300_000, 'sibling'],
  ] as const)('values %s', (_, wanted, code, level, value, relation) => {
    const measured = measure({ expertise: [{ code: wanted }] }, { expertise: [{ code, level }] });
    expect(measured).toMatchObject({ value, found: [{ relation, fit: value }] });
  });

  it('prefers a strong sibling to a weak same topic', () => {
    const expertise = [
      { code: topic, level: 1 },
      { code: 'mediation.shuttle-diplomacy', level: 3 },
    ] as const;
    // 1/3 * 1 = 0.333 against 3/10 * 1: the same topic still wins by 0.033.
    const wanted = { expertise: [{ code: topic, level: 3 as const }] };
    expect(valueOf(wanted, { expertise: [...expertise] })).toBe(333_333);
  });

  it('gives nothing for another domain', () => {
    const has = { expertise: [{ code: 'justice', level: 3 as const }] };
    expect(measure({ expertise: [{ code: topic }] }, has)).toMatchObject({ value: 0 });
  });
});

describe('ROLE', () => {
  const roles = ['lead-mediator' as const, 'adviser' as const];

  it('values a role served, then one stated, then nothing', () => {
    const served = { rolesStated: roles, rolesServed: ['adviser' as const] };
    expect(measure({ roles }, served)).toMatchObject({
      value: 1_000_000,
      found: { role: 'adviser', standing: 'served' },
    });
    expect(measure({ roles }, { rolesStated: roles })).toMatchObject({
      value: 500_000,
      found: { role: 'lead-mediator', standing: 'stated' },
    });
    expect(measure({ roles }, { rolesServed: ['trainer'] })).toMatchObject({
      value: 0,
      found: null,
    });
  });
});

describe('TRACK', () => {
  it('values the same track, the next on the line, and none', () => {
    const tracks = [{ code: '1.5' as const }];
    expect(valueOf({ tracks }, { tracks: ['3', '1.5'] })).toBe(1_000_000);
    expect(valueOf({ tracks }, { tracks: ['1'] })).toBe(500_000);
    expect(valueOf({ tracks }, { tracks: ['2'] })).toBe(500_000);
    expect(valueOf({ tracks }, { tracks: ['3'] })).toBe(0);
  });

  it('weighs the wanted tracks', () => {
    const tracks = [{ code: '1' as const, weight: 2 }, { code: '3' as const }];
    expect(valueOf({ tracks }, { tracks: ['1.5'] })).toBe(333_333);
  });
});

describe('PROCESS', () => {
  const process = { type: 'ceasefire', phase: 'negotiation' } as const;

  it.each([
    [{ type: 'ceasefire', phase: 'negotiation' }, 1_000_000],
    [{ type: 'ceasefire', phase: 'agreement' }, 700_000],
    [{ type: 'local', phase: 'negotiation' }, 400_000],
    [{ type: 'local', phase: 'agreement' }, 0],
  ] as const)('values a deployment %o', (deployment, value) => {
    expect(valueOf({ process }, { processes: [deployment] })).toBe(value);
  });

  it('takes the best deployment', () => {
    const processes = [
      { type: 'local', phase: 'negotiation' },
      { type: 'ceasefire', phase: 'agreement' },
    ] as const;
    expect(measure({ process }, { processes: [...processes] })).toMatchObject({
      value: 700_000,
      found: { type: 'ceasefire', phase: 'agreement', same: 'type' },
    });
  });

  it('finds only the type the same where only a type is wanted', () => {
    expect(valueOf({ process: { type: 'ceasefire' } }, { processes: [process] })).toBe(700_000);
    expect(valueOf({ process: { phase: 'negotiation' } }, { processes: [process] })).toBe(400_000);
  });
});

describe('YEARS', () => {
  it('saturates at the wanted years, 10 unless stated', () => {
    expect(valueOf({ years: true }, { years: 7 })).toBe(700_000);
    expect(valueOf({ years: true }, { years: 30 })).toBe(1_000_000);
    expect(valueOf({ years: 3 }, { years: 2 })).toBe(666_667);
  });
});

describe('AVAILABILITY', () => {
  const period = { from: '2026-03-01', to: '2026-03-10' };
  const share = (available: Candidate['available']) =>
    valueOf({ availability: true }, { available }, { period });

  it('counts days with both ends, each once', () => {
    expect(share([])).toBe(0);
    expect(share([{ from: null, to: null }])).toBe(1_000_000);
    expect(share([{ from: '2026-03-10', to: null }])).toBe(100_000);
    expect(share([{ from: null, to: '2026-03-01' }])).toBe(100_000);
    const twice = [
      { from: '2026-03-02', to: '2026-03-04' },
      { from: '2026-03-03', to: '2026-03-05' },
    ];
    expect(share(twice)).toBe(400_000);
  });
});

describe('FRESHNESS', () => {
  it.each([
    ['2026-01-01', 1_000_000],
    ['2025-07-05', 1_000_000], // 180 days
    ['2025-07-04', 998_182], // 181 days: 549/550
    ['2024-01-03', 1_818], // 729 days: 1/550
    ['2024-01-02', 0], // 730 days
    [null, 0],
  ])('values a confirmation on %s', (confirmedOn, value) => {
    expect(valueOf({ freshness: true }, { confirmedOn })).toBe(value);
  });
});

describe('TEXT', () => {
  it('falls with the place among the matches', () => {
    const third = '01890a5d-ac96-774b-bcce-b302099a8059';
    expect(measure({ text: { matches: [id, other, third] } }, {})).toMatchObject({
      value: 1_000_000,
      found: { place: 1 },
    });
    expect(valueOf({ text: { matches: [other, id, third] } }, {})).toBe(666_667);
    expect(valueOf({ text: { matches: [other, third, id] } }, {})).toBe(333_333);
    expect(measure({ text: { matches: [other] } }, {})).toMatchObject({ value: 0, found: null });
    expect(valueOf({ text: { matches: [] } }, {})).toBe(0);
  });
});

describe('NETWORK', () => {
  const weights = { NETWORK: 10 };

  it('prefers members, where the need gives it a weight', () => {
    const soft = { networks: ['femwise-africa', 'nordic'] };
    expect(measure(soft, { networks: ['nordic', 'other'] }, { weights })).toEqual({
      criterion: 'NETWORK',
      value: 1_000_000,
      found: ['nordic'],
    });
    expect(valueOf(soft, { networks: ['other'] }, { weights })).toBe(0);
  });
});

describe('weights', () => {
  const soft: Need['soft'] = {
    years: true,
    networks: ['nordic'],
    languages: [],
    availability: false,
  };

  it('leave out what the need does not state, and count a weight of 0 for nothing', () => {
    const pool = new CandidatePool();
    pool.upsert({ ...NOBODY, years: 5 });
    const need: Need = { id: 'n', date: '2026-01-01', hard: {}, soft, weights: { LANGUAGE: 900 } };
    const [result] = rank(pool, need, { limit: 1 }).results;
    expect(result).toMatchObject({ score: 500_000, total: 30 * 500_000 });
    const criteria: Criterion[] = result!.contributions.map(({ criterion }) => criterion);
    expect(criteria).toEqual(['YEARS', 'NETWORK']);
  });
});

describe('model 2', () => {
  /** Value, and what was found, of the one criterion that a need of version 2 states. */
  const measure2 = (soft: Need['soft'], has: Partial<Candidate>) =>
    measure(soft, has, { version: 2 });
  const value2 = (...of: Parameters<typeof measure2>) => measure2(...of).value;

  it.each([
    ['a national', 'insider', ['ML'], 'SE', 1_000_000, 'national'],
    ['a resident of another nationality', 'insider', ['SE'], 'ML', 700_000, 'resident'],
    ['a resident of unknown nationality', 'insider', [], 'ML', 700_000, 'resident'],
    ['somebody from elsewhere', 'insider', ['SE'], 'SE', 0, 'none'],
    ['somebody of unknown nationality', 'insider', [], 'SE', 600_000, 'unstated'],
    ['a national', 'outsider', ['SE', 'ML'], 'SE', 0, 'national'],
    ['a resident of another nationality', 'outsider', ['SE'], 'ML', 300_000, 'resident'],
    ['somebody from elsewhere', 'outsider', ['SE'], null, 1_000_000, 'none'],
    ['somebody of whom nothing is shown', 'outsider', [], null, 600_000, 'unstated'],
  ] as const)(
    'ORIGIN values %s, where an %s is sought',
    (...[, stance, from, home, value, tie]) => {
      const origin = { stance, territories: ['ML' as const] };
      const has = { nationalities: [...from], residence: home };
      expect(measure2({ origin }, has)).toMatchObject({ value, found: { tie } });
    },
  );

  it.each([
    ['remote', 'remote', 1_000_000],
    ['remote', 'both', 1_000_000],
    ['remote', 'in-person', 0],
    ['in-person', 'in-person', 1_000_000],
    ['in-person', 'remote', 0],
    ['in-person', null, 500_000],
  ] as const)('WORKING_MODE: %s is wanted, she works %s: %i', (wanted, workingMode, value) => {
    expect(value2({ workingMode: wanted }, { workingMode })).toBe(value);
  });

  it.each([
    [0, 1_000_000],
    [10, 1_000_000],
    [14, 714_286],
    [60, 166_667],
    [null, 500_000],
  ])('NOTICE: work begins in 10 days, she needs %p: %i', (noticeDays, value) => {
    expect(value2({ noticeDays: 10 }, { noticeDays })).toBe(value);
  });

  it.each([
    ['is named one', true, 1_000_000],
    ['is not', false, 0],
    ['is in no network that is shown', null, 200_000],
  ])('MENTOR: she %s', (_, mentor, value) => {
    expect(value2({ mentor: true }, { mentor })).toBe(value);
  });

  it.each([
    [0, 400_000], // not stated
    [1, 333_333],
    [12, 1_000_000],
    [16, 750_000], // 12/16
  ])('YEARS: 3 to 12 are wanted, she has %i: %i', (years, value) => {
    expect(value2({ years: 3, yearsAtMost: 12 }, { years })).toBe(value);
  });

  it.each([
    ['rw', 'rn', 800_000],
    ['bm', 'dyu', 800_000],
    ['sr', 'hr', 900_000],
    ['nb', 'nn', 900_000],
    ['ary', 'arz', 200_000],
    ['ku', 'ckb', 0],
  ])('LANGUAGE: %s is wanted, she speaks %s: %i', (wanted, code, value) => {
    const languages = [{ code: wanted, essential: 0 }];
    expect(value2({ languages }, { languages: [{ code, level: 'C2' }] })).toBe(value);
  });

  it.each([
    ['which she lists', { territories: ['ML'] }, 900_000],
    ['beside a neighbour that she lists', { territories: ['NE'] }, 450_000],
    ['where she worked up to 5 years ago', worked(2021), 1_000_000],
    ['where she worked up to 10 years ago', worked(2020), 900_000],
    ['where she worked up to 20 years ago', worked(2015), 700_000],
    ['where she worked earlier', worked(2005), 600_000],
    ['where she worked in a year that is not shown', worked(null), 700_000],
    ['while she names no place', {}, 200_000],
  ] satisfies [string, Partial<Candidate>, number][])(
    'REGION: a place is wanted %s',
    (_, has, value) => {
      expect(value2({ territories: [{ code: 'ML' }] }, has)).toBe(value);
    },
  );

  it('takes what is essential from the whole score, half of it where it is half there', () => {
    const languages = [{ code: 'fr', level: 'C1' as const, essential: 20 }];
    const kept = (level: 'C1' | 'B1') =>
      value2({ languages }, { languages: [{ code: 'fr', level }] });
    expect(kept('C1')).toBe(1_000_000);
    // 3/5 of the level: 1 - 0.2 * (1 - 0.6) = 0.92 is kept of 0.6.
    expect(kept('B1')).toBe(552_000);
  });

  it.each([
    ['says that she is not available', [], {}, 850_000],
    ['says that her time is limited', 'limited', {}, 1_000_000],
    ['says nothing of her days', null, {}, 1_000_000],
    ['names days', [{ from: '2020-01-01', to: '2020-02-01' }], {}, 1_000_000],
    ['is not available and is asked about her days', [], { availability: true }, 1_000_000],
  ] as const)('keeps of the score of who %s', (_, available, asked, value) => {
    const has = { years: 10, available: available as Candidate['available'] };
    const more = { version: 2, period: { from: '2026-01-01', to: '2026-01-31' } } as const;
    expect(measure({ years: 10, ...asked }, has, more).value).toBe(value);
    expect(valueOf({ years: 10 }, has)).toBe(1_000_000);
  });

  it('keeps a tenth of the score, whatever is lacking', () => {
    const languages = [{ code: 'fr' as const, essential: 0 }];
    const expertise = [{ code: 'justice', essential: 90 }];
    const has: Partial<Candidate> = {
      languages: [{ code: 'fr', level: 'C2' }],
      expertise: [{ code: 'mediation', level: 3 }],
    };
    expect(value2({ languages, expertise }, has)).toBe(100_000);
    expect(value2({ languages, expertise }, { ...has, available: [] })).toBe(100_000);
  });
});

/** A deployment in Mali that ended in this year. */
function worked(year: number | null): Partial<Candidate> {
  return { deployed: { territories: [{ code: 'ML', year }], processes: [], expertise: [] } };
}
