import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '#kernel';
import { changedTerms } from './changed-terms.js';
import { checkedTerms, missingTerms } from './check-terms.js';
import { COMPLETE_TERMS } from './terms.fixture.js';
import { NO_TERMS, type Terms } from './terms.js';

const TODAY = '2026-12-01';

describe('checkedTerms', () => {
  const problems = (changes: Partial<Terms>): string[] => {
    try {
      checkedTerms({ ...COMPLETE_TERMS, ...changes });
    } catch (error) {
      if (error instanceof InvalidInputError) {
        return error.problems.map(({ path, code }) => `${path} ${code}`);
      }
      throw error;
    }
    return [];
  };

  it('takes terms that are complete, and terms that say nothing yet', () => {
    expect(checkedTerms(COMPLETE_TERMS)).toEqual(COMPLETE_TERMS);
    expect(checkedTerms(NO_TERMS)).toEqual(NO_TERMS);
  });

  it('trims texts, and keeps the codes of the vocabulary', () => {
    const { purpose, riskNote, territory, workingLanguages, contactPerson } = checkedTerms({
      ...COMPLETE_TERMS,
      purpose: '  To listen.\n',
      riskNote: '   ',
      territory: 'MLI',
      workingLanguages: ['fra', 'BM'],
      contactPerson: { name: ' Ada ', email: '', telephone: ' ' },
    });
    expect({ purpose, riskNote, territory, workingLanguages, contactPerson }).toEqual({
      purpose: 'To listen.',
      riskNote: null,
      territory: 'ML',
      workingLanguages: ['fr', 'bm'],
      contactPerson: { name: 'Ada', email: null, telephone: null },
    });
  });

  it('keeps nothing that is not a field of the terms', () => {
    const draft = { ...COMPLETE_TERMS, id: 'x', needId: 'y' };
    expect(Object.keys(checkedTerms(draft)).toSorted()).toEqual(Object.keys(NO_TERMS).toSorted());
  });

  it.each<[string, Partial<Terms>, string[]]>([
    ['a day that does not exist', { startsOn: '2027-02-30' }, ['startsOn MALFORMED']],
    ['an end before the start', { endsOn: '2027-01-31' }, ['endsOn OUT_OF_RANGE']],
    ['a share of none', { percent: 0 }, ['percent OUT_OF_RANGE']],
    ['a share that is no whole number', { percent: 12.5 }, ['percent OUT_OF_RANGE']],
    ['more than full time', { percent: 101 }, ['percent OUT_OF_RANGE']],
    ['a territory that is not known', { territory: 'QQ' }, ['territory UNKNOWN']],
    ['a place of remote work', { mode: 'remote' }, ['territory CONTRADICTION']],
    [
      'a language that is not known',
      { workingLanguages: ['fr', 'xx-y'] },
      ['workingLanguages.1 UNKNOWN'],
    ],
    ['a language twice', { workingLanguages: ['fr', 'fra'] }, ['workingLanguages.1 DUPLICATE']],
    ['too long a text', { role: 'x'.repeat(201) }, ['role TOO_LONG']],
    ['a character that cannot be kept', { purpose: 'a\0b' }, ['purpose MALFORMED']],
    [
      'an address and a number that are none',
      { contactPerson: { name: 'Ada', email: 'ada@', telephone: 'no' } },
      ['contactPerson.email MALFORMED', 'contactPerson.telephone MALFORMED'],
    ],
  ])('refuses %s', (_what, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it('tells all problems at once, and repeats no address', () => {
    expect(problems({ percent: -1, startsOn: 'soon', role: 'x'.repeat(201) })).toHaveLength(3);
    const draft = {
      ...COMPLETE_TERMS,
      contactPerson: { name: null, email: 'ada@x', telephone: null },
    };
    expect(() => checkedTerms(draft)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('ada@x') }),
    );
  });
});

describe('missingTerms', () => {
  const missing = (changes: Partial<Terms>) =>
    missingTerms({ ...COMPLETE_TERMS, ...changes }, TODAY).map(
      ({ path, code }) => `${path} ${code}`,
    );

  it('finds nothing in complete terms', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ mode: 'remote', territory: null })).toEqual([]);
    expect(missing({ mode: 'standby', territory: null })).toEqual([]);
  });

  it('names every field that is needed', () => {
    expect(missingTerms(NO_TERMS, TODAY).map(({ path }) => path)).toEqual([
      'purpose',
      'role',
      'mode',
      'support',
      'engagement',
      'startsOn',
      'endsOn',
      'percent',
      'host',
      'securityArrangements',
      'reportingLine',
      'confidentiality',
      'riskNote',
      'workingLanguages',
      'costs.fee',
      'costs.travel',
      'costs.insurance',
      'costs.security',
      'contactPerson.name',
      'contactPerson.email',
    ]);
  });

  it.each<[string, Partial<Terms>, string]>([
    ['a territory where she is present', { territory: null }, 'territory MISSING'],
    [
      'somebody who pays',
      { costs: { ...COMPLETE_TERMS.costs, insurance: null } },
      'costs.insurance MISSING',
    ],
    ['days to come', { startsOn: '2026-01-01', endsOn: '2026-11-30' }, 'endsOn OUT_OF_RANGE'],
    [
      'a way to reach the contact person',
      { contactPerson: { name: 'Ada', email: null, telephone: null } },
      'contactPerson.email MISSING',
    ],
  ])('asks for %s', (_what, changes, expected) => {
    expect(missing(changes)).toEqual([expected]);
  });
});

describe('changedTerms', () => {
  it('finds nothing where nothing is changed, however it was written', () => {
    const again = checkedTerms({ ...COMPLETE_TERMS, purpose: `${COMPLETE_TERMS.purpose}  ` });
    expect(changedTerms(checkedTerms(COMPLETE_TERMS), again)).toEqual([]);
  });

  it('names what is changed, each cost on its own', () => {
    const { costs } = COMPLETE_TERMS;
    const after: Terms = {
      ...COMPLETE_TERMS,
      endsOn: '2027-04-30',
      workingLanguages: ['bm', 'fr'],
      costs: { ...costs, fee: 'nobody', security: null },
      contactPerson: { name: 'Bea Diallo', email: 'bea@example.org', telephone: null },
    };
    expect(changedTerms(COMPLETE_TERMS, after)).toEqual([
      'endsOn',
      'workingLanguages',
      'costs.fee',
      'costs.security',
      'contactPerson',
    ]);
  });
});
