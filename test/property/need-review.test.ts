import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '#vocabulary';
import { explainFinding } from '#explanations';
import {
  type Candidate,
  CandidatePool,
  type Finding,
  FINDINGS,
  type FindingCode,
  InvalidNeed,
  type Need,
  reviewNeed,
} from '#matching';
import { NOBODY } from '../../libs/matching/src/candidate.fixture.js';

const TODAY = '2026-03-01';

const woman = (n: number, changes: Partial<Candidate> = {}): Candidate => ({
  ...NOBODY,
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  languages: [{ code: 'fr', level: 'C1' }],
  territories: ['ML'],
  nationalities: ['SN'],
  networks: ['acacia'],
  rolesStated: ['facilitator'],
  tracks: ['1'],
  years: 5,
  available: [{ from: null, to: null }],
  confirmedOn: '2026-02-01',
  ...changes,
});

function poolOf(...women: Candidate[]): CandidatePool {
  const pool = new CandidatePool();
  for (const each of women) pool.upsert(each);
  return pool;
}

const POOL = poolOf(
  woman(1),
  woman(2, { languages: [{ code: 'fr', level: 'B1' }], years: 9 }),
  woman(3, { nationalities: ['ML'], years: 12 }),
  woman(4, { state: 'stale', networks: ['fjord'] }),
  woman(5, { consentMatched: false }),
  woman(6, { ruledOut: ['ML'] }),
);

const MAY = { from: '2026-05-01', to: '2026-05-31' };

const review = (changes: Partial<Need>, wanted = 1, pool = POOL) =>
  reviewNeed(
    pool,
    { id: 'need', date: TODAY, hard: {}, soft: { years: 10 }, ...changes },
    { today: TODAY, wanted },
  );

const found = (changes: Partial<Need>, wanted?: number) =>
  review(changes, wanted).findings.map(({ code, path, count }) => [code, path, count]);

describe('reviewNeed', () => {
  it('finds nothing in a need that has no fault', () => {
    const need = {
      hard: { languages: [{ code: 'fr', level: 'B1' as const }] },
      soft: { languages: [{ code: 'fr' }], years: 10 },
      period: { from: '2026-04-01', to: '2026-05-01' },
      territories: ['ML'],
    };
    expect(review(need)).toEqual({
      considered: 6,
      eligible: 3,
      reliefs: [{ requirement: 'STATE', eligible: 4 }],
      unchecked: [{ criterion: 'SAFETY', count: 0, applied: true }],
      assumed: [],
      findings: [],
    });
  });

  it.each<[FindingCode, string, number | null, Partial<Need>]>([
    [
      'NETWORKS_EXCLUDED',
      'hard.networks',
      null,
      { hard: { networks: ['acacia'], conflictOfInterest: { networks: ['acacia', 'fjord'] } } },
    ],
    [
      'NETWORK_EXCLUDED',
      'hard.networks.1',
      null,
      { hard: { networks: ['acacia', 'fjord'], conflictOfInterest: { networks: ['fjord'] } } },
    ],
    [
      'PREFERRED_NETWORK_EXCLUDED',
      'soft.networks.0',
      null,
      {
        hard: { conflictOfInterest: { networks: ['fjord'] } },
        soft: { networks: ['fjord'] },
        weights: { NETWORK: 5 },
      },
    ],
    ['UNKNOWN_NETWORK', 'hard.networks.1', 0, { hard: { networks: ['acacia', 'acasia'] } }],
    ['NOBODY_ELIGIBLE', 'hard', 0, { hard: { minimumYears: 40 } }],
    ['PERIOD_PAST', 'period', null, { period: { from: '2025-01-01', to: '2025-02-01' } }],
    [
      'PERIOD_BEFORE_DATE',
      'period.from',
      null,
      { period: { from: '2026-02-01', to: '2026-04-01' } },
    ],
    [
      'LANGUAGE_NOT_WANTED',
      'hard.languages.0',
      null,
      {
        hard: { languages: [{ code: 'fr', level: 'B1' }] },
        soft: { languages: [{ code: 'ar' }], years: 10 },
      },
    ],
    [
      'LEVEL_ABOVE_WANTED',
      'hard.languages.0.level',
      null,
      {
        hard: { languages: [{ code: 'fr', level: 'C1' }] },
        soft: { languages: [{ code: 'fr', level: 'B2' }] },
      },
    ],
    [
      'ROLE_NOT_WANTED',
      'hard.roles.0',
      null,
      { hard: { roles: ['facilitator'] }, soft: { roles: ['trainer'], years: 10 } },
    ],
    [
      'TRACK_NOT_WANTED',
      'hard.tracks.0',
      null,
      { hard: { tracks: ['1'] }, soft: { tracks: [{ code: '3' }], years: 10 } },
    ],
    ['YEARS_ABOVE_WANTED', 'hard.minimumYears', null, { hard: { minimumYears: 11 } }],
    [
      'INSIDERS_EXCLUDED',
      'hard.conflictOfInterest.territories.0',
      1,
      {
        hard: { conflictOfInterest: { territories: ['ML'] } },
        soft: { territories: [{ code: 'ML' }], years: 10 },
      },
    ],
    ['WEIGHT_WITHOUT_CRITERION', 'weights.ROLE', null, { weights: { ROLE: 50 } }],
    [
      'CRITERION_WITHOUT_WEIGHT',
      'weights.NETWORK',
      null,
      { soft: { years: 10, networks: ['acacia'] } },
    ],
    ['BRIEF_WITHOUT_MATCHES', 'brief', 0, { soft: { years: 10, text: { matches: [] } } }],
    ['SAME_VALUE', 'soft.territories', 4, { soft: { years: 10, territories: [{ code: 'ML' }] } }],
  ])('finds %s at %s', (code, path, count, changes) => {
    expect(found(changes)).toContainEqual([code, path, count]);
  });

  const betweenTwo: Partial<Need> = {
    version: 2,
    soft: { languages: [{ code: 'fr' }, { code: 'en', weight: 2 }] },
    territories: ['CD', 'RW'],
  };
  const prompts = (changes: Partial<Need>) =>
    found({ ...betweenTwo, ...changes })
      .filter(([code]) => code === 'ESSENTIAL_ASSUMED' || code === 'CONFLICT_NOT_STATED')
      .map(([, path]) => path);
  const essential = 'soft.languages.1.essential';
  const conflict = 'hard.conflictOfInterest.territories';

  it.each<[string, string[], Partial<Need>]>([
    ['of two countries asks about both', [essential, conflict], {}],
    ['of version 1 asks about neither', [], { version: 1 }],
    ['of one country does not ask for parties', [essential], { territories: ['CD'] }],
    [
      'that excludes parties does not ask for them',
      [essential],
      { hard: { conflictOfInterest: { territories: ['CD', 'RW'] } } },
    ],
    [
      'that asks for outsiders does not ask for parties',
      [essential],
      {
        soft: {
          ...betweenTwo.soft,
          origin: { stance: 'outsider', territories: ['CD', 'RW'] },
        },
      },
    ],
    [
      'that calls no language essential is believed',
      [conflict],
      { soft: { languages: [{ code: 'fr', essential: 0 }, { code: 'en' }] } },
    ],
    [
      'with two heaviest languages names both',
      ['soft.languages.0.essential', essential, conflict],
      { soft: { languages: [{ code: 'fr' }, { code: 'en' }] } },
    ],
  ])('a need %s', (_, paths, changes) => {
    expect(prompts(changes)).toEqual(paths);
  });

  const CEASEFIRE = 'mediation.ceasefire-mediation';
  const TRAINING = 'policy.training-and-capacity-building';
  const DIALOGUE = 'mediation.facilitation-and-dialogue';

  it.each<[string, [path: string, share: number][], Need['soft']['expertise'], Partial<Need>?]>([
    [
      'that share the heaviest weight asks whether both are needed',
      [['soft.expertise.1.essential', 40]],
      [{ code: DIALOGUE }, { code: CEASEFIRE, weight: 2 }, { code: TRAINING, weight: 2, level: 3 }],
    ],
    [
      'that weigh the same by default does, too',
      [['soft.expertise.0.essential', 50]],
      [{ code: CEASEFIRE }, { code: TRAINING }],
    ],
    ['of one domain does not', [], [{ code: CEASEFIRE }, { code: DIALOGUE }]],
    ['of which one weighs more does not', [], [{ code: CEASEFIRE, weight: 2 }, { code: TRAINING }]],
    [
      'of which one is essential does not',
      [],
      [{ code: CEASEFIRE, essential: 20 }, { code: TRAINING }],
    ],
    [
      'of which none shall be essential is believed',
      [],
      [{ code: CEASEFIRE, essential: 0 }, { code: TRAINING }],
    ],
    [
      'among three that weigh the same does not',
      [],
      [{ code: CEASEFIRE }, { code: TRAINING }, { code: DIALOGUE }],
    ],
    ['of version 1 does not', [], [{ code: CEASEFIRE }, { code: TRAINING }], { version: 1 }],
  ])('a need for two fields %s', (_, asked, expertise, changes) => {
    const { findings } = review({ version: 2, soft: { expertise }, ...changes });
    const questions = findings.filter(({ code }) => code === 'ESSENTIAL_NOT_STATED');
    expect(questions.map(({ path, values }) => [path, values['share']?.[1]])).toEqual(asked);
    for (const question of questions) {
      expect(question.kind).toBe('ASSUMED');
      expect(explainFinding(question)).toContain('Ceasefire mediation');
    }
  });

  it.each([
    ['says so', true, {}],
    ['and is of version 1 does not', false, { version: 1 as const }],
    [
      'but excludes who has none of them does not',
      false,
      { hard: { availability: { minimumShare: 50 } }, period: MAY },
    ],
    ['but asks softly does not', false, { soft: { availability: true }, period: MAY }],
  ])('a need that does not ask about days %s', (_, isSaid, changes: Partial<Need>) => {
    const { findings } = review({ version: 2, soft: { years: 5 }, ...changes });
    const said = findings.filter(({ code }) => code === 'AVAILABILITY_NOT_ASKED');
    expect(said.map(({ kind, path }) => [kind, path])).toEqual(
      isSaid ? [['ASSUMED', 'soft.availability']] : [],
    );
    for (const each of said) expect(explainFinding(each)).toContain('15%');
  });

  it('says what lets most in where fewer are eligible than are wanted', () => {
    const need: Partial<Need> = {
      hard: {
        languages: [{ code: 'fr', level: 'C1' }],
        conflictOfInterest: { territories: ['ML'] },
        minimumYears: 5,
      },
      territories: ['ML'],
    };
    expect(review(need, 3).reliefs).toEqual([
      { requirement: 'STATE', eligible: 2 },
      { requirement: 'LANGUAGE', eligible: 2 },
      { requirement: 'CONFLICT_OF_INTEREST', eligible: 2 },
    ]);
    expect(found(need, 3).slice(0, 2)).toEqual([
      ['FEWER_THAN_WANTED', 'hard', 1],
      ['MOST_RESTRICTIVE', 'hard.allowStale', 2],
    ]);
  });

  it('never offers to drop consent or safety, nor a state that no need accepts', () => {
    const pool = poolOf(
      woman(1, { consentMatched: false }),
      woman(2, { ruledOut: ['ML'] }),
      woman(3, { state: 'unpublished' }),
    );
    const { reliefs, findings } = review({ territories: ['ML'] }, 1, pool);
    expect(reliefs).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['NOBODY_ELIGIBLE']);
  });

  it('says that a brief without matches decides nothing once, not twice', () => {
    const codes = found({ soft: { years: 10, text: { matches: [] } } }).map(([code]) => code);
    expect(codes).toEqual(['BRIEF_WITHOUT_MATCHES']);
  });

  it('takes no need that cannot be ranked', () => {
    expect(() => review({ soft: {} })).toThrow(InvalidNeed);
  });

  const everything: Finding[] = [
    ...review(
      {
        hard: {
          languages: [
            { code: 'fr', level: 'C2' },
            { code: 'en', level: 'A1' },
          ],
          networks: ['acacia', 'fjord', 'none'],
          conflictOfInterest: { networks: ['fjord'], territories: ['ML'] },
          roles: ['observer'],
          tracks: ['2'],
          minimumYears: 20,
        },
        soft: {
          languages: [{ code: 'fr', level: 'A1' }],
          territories: [{ code: 'ML' }],
          roles: ['trainer'],
          tracks: [{ code: '3' }],
          years: 10,
          networks: ['fjord'],
          text: { matches: [] },
        },
        weights: { PROCESS: 1 },
        period: { from: '2026-02-01', to: '2026-04-01' },
      },
      5,
    ).findings,
    ...review({ hard: { minimumYears: 11 } }, 5).findings,
    ...review({ hard: { networks: ['acacia'], conflictOfInterest: { networks: ['acacia'] } } })
      .findings,
    ...review({ period: { from: '2025-01-01', to: '2025-02-01' } }).findings,
    ...review({ soft: { years: 1 } }).findings,
    ...reviewNeed(
      POOL,
      { id: 'need', date: '2026-01-15', hard: {}, soft: { years: 5 }, territories: ['ML'] },
      { today: '2026-01-15', assumed: ['ML'] },
    ).findings,
    ...reviewNeed(
      POOL,
      {
        id: 'need',
        version: 2,
        date: '2026-01-15',
        hard: {},
        soft: {
          languages: [{ code: 'fr' }, { code: 'en', weight: 2 }],
          expertise: [{ code: CEASEFIRE }, { code: TRAINING }],
        },
        territories: ['CD', 'RW'],
      },
      { today: TODAY },
    ).findings,
  ];

  it.each(LOCALES)('says everything in %s, every place filled', (locale) => {
    const codes = new Set(everything.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual(Object.keys(FINDINGS).toSorted());
    for (const each of everything) {
      const sentence = explainFinding(each, locale);
      expect(sentence).toMatch(/[.]$/);
      expect(sentence).not.toMatch(/[{}]|undefined|: \.|\(\)/);
      if (locale !== 'en') expect(sentence).not.toBe(explainFinding(each, 'en'));
      for (const [, value] of Object.values(each.values)) {
        if (value === 'ML')
          expect(sentence).toContain({ ar: 'مالي', fr: 'Mali' }[locale as 'fr'] ?? 'Mal');
      }
    }
  });
});
