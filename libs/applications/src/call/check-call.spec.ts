import { InvalidInputError } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import type { CallDraft } from './call-view.js';
import { checkedCall } from './check-call.js';

const DRAFT: CallDraft = {
  languages: ['fr', 'ar'],
  titles: { fr: ' Médiatrices ', ar: 'وسيطات' },
  criteria: { fr: 'Des femmes.', ar: 'نساء.' },
  opensOn: '2026-03-01',
  closesOn: null,
};

function problemsOf(changes: Partial<CallDraft>): string[] {
  try {
    checkedCall({ ...DRAFT, ...changes });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.problems.map(({ path, code }) => `${path} ${code}`);
  }
}

describe('a call', () => {
  it('keeps its texts without the space around them', () => {
    expect(checkedCall(DRAFT).titles).toEqual({ fr: 'Médiatrices', ar: 'وسيطات' });
  });

  it.each<[Partial<CallDraft>, string[]]>([
    [
      { languages: [] },
      [
        'languages MISSING',
        'titles.ar CONTRADICTION',
        'titles.fr CONTRADICTION',
        'criteria.ar CONTRADICTION',
        'criteria.fr CONTRADICTION',
      ],
    ],
    [{ languages: ['fr', 'fr', 'ar'] }, ['languages DUPLICATE']],
    [{ titles: { fr: 'Médiatrices' } }, ['titles.ar MISSING']],
    [{ titles: { ...DRAFT.titles, fr: 'x'.repeat(201) } }, ['titles.fr TOO_LONG']],
    [{ criteria: { ...DRAFT.criteria, fr: 'a\0b' } }, ['criteria.fr MALFORMED']],
    [
      { criteria: { ...DRAFT.criteria, xx: 'x' } as CallDraft['criteria'] },
      ['criteria.xx UNKNOWN'],
    ],
    [{ opensOn: '2026-02-30' }, ['opensOn MALFORMED']],
    [{ closesOn: '2026-13-01' }, ['closesOn MALFORMED']],
    [{ closesOn: '2026-02-28' }, ['closesOn OUT_OF_RANGE']],
    [{ closesOn: '2026-03-01' }, []],
  ])('%j is refused for %j', (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });
});
