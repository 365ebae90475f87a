import { saidProblems } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { CandidatePool, InvalidNeed, type Need, rank, validateNeed } from '../index.js';

const valid: Need = {
  id: 'need',
  date: '2026-01-01',
  hard: {},
  soft: { languages: [{ code: 'fr' }], availability: true },
  period: { from: '2026-01-01', to: '2026-01-01' },
};

const pathsOf = (need: unknown) => validateNeed(need as Need).map(({ path }) => path);

describe('validateNeed', () => {
  it('accepts a need, and lists that are absent, empty or full', () => {
    expect(validateNeed(valid)).toEqual([]);
    const languages = Array.from({ length: 50 }, () => ({ code: 'fr', weight: 1000 }));
    const soft = { languages, roles: [], expertise: undefined };
    expect(validateNeed({ ...valid, soft, period: undefined })).toEqual([]);
  });

  it('says everything at once, by path', () => {
    const need = {
      id: '',
      seed: 'x'.repeat(201),
      date: '2026-02-30',
      weights: { LANGUAGE: 1.5, REGION: 1001, HAIR: 1 },
      hard: {
        languages: [{ code: 'zz', level: 'B3' }],
        conflictOfInterest: { territories: ['ECOWAS'], networks: [''] },
        availability: { minimumShare: 0 },
        roles: ['king'],
        tracks: ['4'],
        minimumYears: -1,
        allowStale: 'yes',
      },
      soft: {
        languages: [{ code: 'fr', level: 'C3', weight: 0 }],
        territories: [{ code: 'Atlantis' }],
        expertise: [{ code: 'mediation.nothing', level: 4 }],
        tracks: [{ code: '1', weight: 1001 }],
        process: { type: 'war', phase: 'never' },
        years: 0,
        text: { matches: ['not-an-id'] },
      },
      territories: ['011'],
    };
    expect(pathsOf(need)).toEqual([
      'id',
      'seed',
      'date',
      'hard.languages.0.code',
      'hard.languages.0.level',
      'hard.conflictOfInterest.territories.0',
      'hard.conflictOfInterest.networks.0',
      'hard.availability.minimumShare',
      'hard.roles.0',
      'hard.tracks.0',
      'hard.minimumYears',
      'hard.allowStale',
      'soft.languages.0.level',
      'soft.languages.0.weight',
      'soft.territories.0.code',
      'soft.expertise.0.code',
      'soft.expertise.0.level',
      'soft.tracks.0.weight',
      'soft.process.type',
      'soft.process.phase',
      'soft.years',
      'soft.text.matches.0',
      'weights.LANGUAGE',
      'weights.REGION',
      'weights.HAIR',
      'period',
      'territories.0',
    ]);
  });

  it('speaks in sentences', () => {
    const need = { ...valid, soft: { languages: [{ code: 'klingon' }] } };
    const said = { path: 'soft.languages.0.code', code: 'UNKNOWN' };
    const problems = validateNeed(need);
    expect(saidProblems(problems, 'en')).toEqual([
      { ...said, message: '"klingon" is not a language code of the vocabulary.' },
    ]);
    expect(saidProblems(problems, 'es')).toMatchObject([
      { ...said, message: expect.stringContaining('aquí va un código de idioma') },
    ]);
  });

  it.each([
    ['a weighted criterion', { soft: {} }, 'soft'],
    ['a weight above 0', { soft: { networks: ['nordic'] } }, 'weights'],
    ['a weight above 0', { weights: { LANGUAGE: 0, AVAILABILITY: 0 } }, 'weights'],
    ['a date', { date: undefined }, 'date'],
    ['a period for the share', { period: undefined }, 'period'],
    [
      'a period that begins before it ends',
      { period: { from: '2026-02-02', to: '2026-02-01' } },
      'period',
    ],
    [
      'days that can be counted',
      { period: { from: '1914-01-01', to: '2200-01-01' } },
      'period.from',
    ],
    ['at most 50 items', { territories: Array(51).fill('ML') }, 'territories'],
    ['known criteria', { hard: { language: [] } }, 'hard.language'],
    [
      'each match once',
      { soft: { text: { matches: Array(2).fill('01890A5D-ac96-774b-bcce-b302099a8057') } } },
      'soft.text.matches.1',
    ],
  ])('wants %s: %o', (_, change, path) => {
    expect(pathsOf({ ...valid, ...change })).toContain(path);
  });

  it.each([
    [null],
    ['need'],
    [[]],
    [{ ...valid, hard: null, soft: [] }],
    [{ ...valid, hard: { languages: 'fr', roles: {}, conflictOfInterest: 7 } }],
    [{ ...valid, soft: { languages: [null, 'fr', []], process: 'x', text: { matches: 3 } } }],
    [{ ...valid, soft: { years: 'ten', availability: 'no', networks: [{}] }, weights: [] }],
    [{ ...valid, period: '2026', territories: 'ML' }],
  ])('answers any JSON with problems: %j', (need) => {
    expect(pathsOf(need).length).toBeGreaterThan(0);
  });

  it('keeps rank from an invalid need', () => {
    const need = { ...valid, soft: {} };
    expect(() => rank(new CandidatePool(), need, { limit: 1 })).toThrow(InvalidNeed);
    expect(new InvalidNeed(validateNeed(need)).message).toContain(
      'soft: State at least one soft criterion to rank by.',
    );
  });
});
