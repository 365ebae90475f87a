import { describe, expect, it } from '@jest/globals';
import type { HeldFacts } from '#directory';
import { deskFindings, type AskedWork } from './desk-findings.js';

const HER: HeldFacts = {
  state: 'published',
  consents: ['LISTED', 'MATCHED', 'CONTACTED'],
  ruledOut: [],
  nationalities: ['SN'],
  residence: 'FR',
  networks: ['acacia'],
  processes: [],
};
const WORK: AskedWork = {
  territory: 'KE',
  territories: ['ML'],
  excluded: { territories: [], networks: [] },
  process: { name: 'Talks of the two councils', territories: ['ML', 'NE'] },
  insidersWanted: false,
};

describe('what the desk finds of an ask', () => {
  const found = (her: Partial<HeldFacts>, work: Partial<AskedWork> = {}, out = 0) =>
    deskFindings({ ...HER, ...her }, { ...WORK, ...work }, out);

  it('is nothing where nothing speaks against it', () => {
    expect(found({})).toEqual([]);
    expect(found({ state: 'stale' }, {}, 2)).toEqual([]);
  });

  it('is a territory that she has ruled out, of the terms or of the need', () => {
    expect(found({ ruledOut: ['LY', 'ML'] })).toEqual(['ruled-out-territory']);
    expect(found({ ruledOut: ['KE'] })).toEqual(['ruled-out-territory']);
    expect(found({ ruledOut: ['KE'] }, { territory: null })).toEqual([]);
  });

  it.each<Partial<HeldFacts>>([{ nationalities: ['SN', 'NE'] }, { residence: 'ML' }])(
    'is a tie to a place of the process: %j',
    (her) => {
      expect(found(her)).toEqual(['conflict-with-party']);
      expect(found(her, { insidersWanted: true })).toEqual([]);
    },
  );

  it.each<AskedWork['excluded']>([
    { territories: ['SN'], networks: [] },
    { territories: ['FR'], networks: [] },
    { territories: [], networks: ['acacia'] },
  ])('is what the need excludes, even where insiders are wanted: %j', (excluded) => {
    expect(found({}, { excluded, insidersWanted: true })).toEqual(['conflict-with-party']);
  });

  it('is an earlier role in the process, however its name is written', () => {
    const her = { processes: ['TALKS of the two  councils.'] };
    expect(found(her)).toEqual(['earlier-role']);
    expect(found(her, { process: null })).toEqual([]);
    expect(found(her, { insidersWanted: true })).toEqual([]);
  });

  it.each<[Partial<HeldFacts>, number, string]>([
    [{ consents: ['LISTED', 'CONTACTED'] }, 0, 'no-consent'],
    [{ consents: ['LISTED', 'MATCHED'] }, 0, 'no-consent'],
    [{ state: 'suspended' }, 0, 'suspended'],
    [{ state: 'withdrawn' }, 0, 'suspended'],
    [{}, 3, 'too-many-asks'],
  ])('is what keeps the ask from being forwarded: %j with %d asks out', (her, out, finding) => {
    expect(found(her, {}, out)).toEqual([finding]);
  });

  it('is everything at once, in one order', () => {
    const her = { ruledOut: ['ML'], nationalities: ['ML'], processes: [WORK.process!.name] };
    expect(found({ ...her, consents: [], state: 'suspended' }, {}, 5)).toEqual([
      'ruled-out-territory',
      'conflict-with-party',
      'earlier-role',
      'no-consent',
      'suspended',
      'too-many-asks',
    ]);
  });
});
