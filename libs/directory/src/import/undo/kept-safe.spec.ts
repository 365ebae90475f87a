import { describe, expect, it } from '@jest/globals';
import { keptSafe } from './kept-safe.js';

describe('a statement that is put back', () => {
  it('keeps the at-risk mark of the present one, with its code name', () => {
    const earlier = { fullName: 'Amina Diallo', pseudonymous: false };
    const present = { fullName: 'A. Diallo', pseudonymous: true, codeName: 'Heron' };
    expect(keptSafe(earlier, present)).toEqual({
      fullName: 'Amina Diallo',
      codeName: 'Heron',
      pseudonymous: true,
    });
  });

  it('keeps her own code name of before, and every territory that was ever ruled out', () => {
    const earlier = { pseudonymous: true, codeName: 'Ibis', ruledOut: ['SD', 'ML'] };
    const present = { pseudonymous: true, codeName: 'Heron', ruledOut: ['TD'] };
    expect(keptSafe(earlier, present)).toEqual({
      codeName: 'Ibis',
      pseudonymous: true,
      ruledOut: ['ML', 'SD', 'TD'],
    });
  });

  it('is the earlier one where nothing protects her', () => {
    expect(keptSafe({ fullName: 'Amina Diallo' }, { years: 3 })).toEqual({
      fullName: 'Amina Diallo',
    });
  });
});
