import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { describe, expect, it } from '@jest/globals';
import { LINE_STEPS } from './line-steps.js';

describe('a line of clearance', () => {
  it('is waived by two different persons, and by her own agreement where it protects her', () => {
    const waive = (facts: Parameters<typeof LINE_STEPS.take>[2]) =>
      LINE_STEPS.outcome('waive', 'todo', facts);
    expect(waive({ waivedBy: ['user:a'] })).toHaveProperty('refused');
    expect(waive({ waivedBy: ['user:a', 'user:a'] })).toHaveProperty('refused');
    expect(waive({ waivedBy: ['user:a', 'user:b'] })).toEqual({ state: 'waived' });
    expect(waive({ waivedBy: ['user:a', 'user:b'], protects: true })).toEqual({
      refused: refusal('deployments.waiverOnlyWithHer'),
    });
    expect(waive({ waivedBy: ['user:a', 'user:b'], protects: true, sheAgrees: true })).toEqual({
      state: 'waived',
    });
  });

  it('is proposed by one person and seconded by another', () => {
    const propose = (facts: Parameters<typeof LINE_STEPS.take>[2]) => () =>
      LINE_STEPS.take('propose', 'requested', facts);
    expect(propose({ by: 'user:a' })()).toBe('requested');
    expect(propose({ waivedBy: ['user:a'], by: 'user:b' })()).toBe('requested');
    expect(propose({ waivedBy: ['user:a'], by: 'user:a' })).toThrow(InvalidStateError);
    expect(propose({ waivedBy: ['user:a', 'user:b'], by: 'user:c', waiverWaits: true })).toThrow(
      InvalidStateError,
    );
  });

  it('that protects her is never "not needed"', () => {
    expect(() => LINE_STEPS.take('dispense', 'todo', { protects: true })).toThrow(
      InvalidStateError,
    );
    expect(LINE_STEPS.take('dispense', 'todo', {})).toBe('not-needed');
  });

  it('that is closed is opened again before it changes', () => {
    for (const state of ['done', 'waived', 'not-needed'] as const) {
      expect(() => LINE_STEPS.take('finish', state, {})).toThrow(InvalidStateError);
      expect(LINE_STEPS.take('reopen', state, {})).toBe('todo');
    }
  });
});
