import { describe, expect, it } from '@jest/globals';
import type { LoggedDeed } from '#identity';
import { standingHidings } from './logged-hidings.js';

const deed = (
  action: string,
  id: string,
  { actor = 'user:1', purpose = null }: { actor?: string; purpose?: string | null } = {},
): LoggedDeed => ({
  action,
  actor,
  purpose,
  subject_kind: action.startsWith('profiles.') ? 'hiding' : 'mediator',
  subject_id: id,
});

describe('the hidings that a log tells of', () => {
  it('name the women right before them, by the same hand, and leave every other deed', () => {
    const edited = deed('profile.edit', 'a');
    const byAnother = deed('profile.suspend', 'b', { actor: 'user:2' });
    const { hidings, others } = standingHidings([
      edited,
      byAnother,
      deed('profile.suspend', 'c'),
      deed('profile.hide', 'd'),
      deed('profiles.hide', 'first', { purpose: 'threat' }),
      deed('profile.suspend', 'e'),
      deed('profiles.hide', 'second', { purpose: 'a later reason' }),
    ]);
    expect(hidings).toEqual([
      { id: 'first', reason: 'threat', mediatorIds: ['c', 'd'] },
      { id: 'second', reason: 'other', mediatorIds: ['e'] },
    ]);
    expect(others).toEqual([edited, byAnother]);
  });

  it('are no longer there once they were lifted: then each woman is looked at', () => {
    const deeds = [
      deed('profile.suspend', 'a'),
      deed('profiles.hide', 'first', { purpose: 'drill' }),
      deed('profile.reinstate', 'a'),
      deed('profiles.lift', 'first'),
    ];
    expect(standingHidings(deeds)).toEqual({ hidings: [], others: deeds });
  });
});
