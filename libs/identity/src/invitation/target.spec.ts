import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '#kernel';
import { checkTarget, type Target } from './target.js';

const NOTHING = { networkId: null, mediatorId: null, organizationId: null };

function problemsOf(target: Partial<Target> & Pick<Target, 'role'>): string[] {
  try {
    checkTarget({ ...NOTHING, ...target });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error.problems.map(({ path, code }) => `${path} ${code}`);
  }
}

describe('what somebody is invited to', () => {
  it('is whole for its role', () => {
    expect(problemsOf({ role: 'administrator' })).toEqual([]);
    expect(problemsOf({ role: 'coordinator', networkId: 'n' })).toEqual([]);
    expect(problemsOf({ role: 'mediator', networkId: 'n', mediatorId: 'm' })).toEqual([]);
    expect(problemsOf({ role: 'organizer', organizationId: 'o' })).toEqual([]);
    expect(problemsOf({ role: 'focal-point', organizationId: 'o' })).toEqual([]);
  });

  it('says nothing that the role does not have', () => {
    expect(problemsOf({ role: 'administrator', networkId: 'n', organizationId: 'o' })).toEqual([
      'networkId CONTRADICTION',
      'organizationId CONTRADICTION',
    ]);
    expect(problemsOf({ role: 'mediator', mediatorId: 'm' })).toEqual(['networkId MISSING']);
    expect(problemsOf({ role: 'coordinator' })).toEqual(['networkId MISSING']);
    expect(problemsOf({ role: 'organizer', mediatorId: 'm' })).toEqual([
      'mediatorId CONTRADICTION',
      'organizationId MISSING',
    ]);
  });
});
