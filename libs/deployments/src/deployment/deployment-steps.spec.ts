import { InvalidStateError } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { DEPLOYMENT_STEPS, type DeploymentFacts } from './deployment-steps.js';

const FACTS: DeploymentFacts = {
  today: '2026-05-04',
  startsOn: '2026-05-04',
  endsOn: '2026-06-30',
  openLines: 0,
  validUntil: null,
};

describe('a deployment', () => {
  it('is ready only when every line is closed and valid', () => {
    const ready = (facts: Partial<DeploymentFacts>) =>
      DEPLOYMENT_STEPS.outcome('ready', 'clearing', { ...FACTS, ...facts });
    expect(ready({})).toEqual({ state: 'ready' });
    expect(ready({ openLines: 1 })).toHaveProperty('refused');
    expect(ready({ openLines: null })).toHaveProperty('refused');
    expect(ready({ validUntil: '2026-05-03' })).toHaveProperty('refused');
    expect(ready({ validUntil: '2026-05-04' })).toEqual({ state: 'ready' });
  });

  it('begins on its first day and not before', () => {
    const begin = (today: string) =>
      DEPLOYMENT_STEPS.outcome('activate', 'ready', { ...FACTS, today });
    expect(begin('2026-05-03')).toHaveProperty('refused');
    expect(begin('2026-05-04')).toEqual({ state: 'active' });
  });

  it('is extended by another side, to a later day that every line covers', () => {
    const extend = (facts: Partial<DeploymentFacts>) => () =>
      DEPLOYMENT_STEPS.take('extend', 'active', { ...FACTS, until: '2026-07-31', ...facts });
    expect(extend({})()).toBe('active');
    expect(extend({ validUntil: '2026-07-31' })()).toBe('active');
    expect(extend({ validUntil: '2026-07-30' })).toThrow(InvalidStateError);
    expect(extend({ until: '2026-06-30' })).toThrow(InvalidStateError);
    expect(extend({ until: '2026-07-02', today: '2026-07-03' })).toThrow(InvalidStateError);
    expect(extend({ ownProposal: true })).toThrow(InvalidStateError);
  });

  it('is completed from its last day on; before that it ends early', () => {
    const complete = (today: string) =>
      DEPLOYMENT_STEPS.outcome('complete', 'active', { ...FACTS, today });
    expect(complete('2026-06-29')).toHaveProperty('refused');
    expect(complete('2026-06-30')).toEqual({ state: 'completed' });
    expect(DEPLOYMENT_STEPS.outcome('end', 'suspended', FACTS)).toEqual({ state: 'ended-early' });
  });

  it('is cancelled before it begins, and never after', () => {
    for (const state of ['planned', 'clearing', 'ready'] as const) {
      expect(DEPLOYMENT_STEPS.take('cancel', state, FACTS)).toBe('cancelled');
    }
    for (const state of ['active', 'suspended', 'completed', 'ended-early', 'closed'] as const) {
      expect(() => DEPLOYMENT_STEPS.take('cancel', state, FACTS)).toThrow(InvalidStateError);
    }
  });

  it('closes when reports and feedback are in, and by itself after 30 days', () => {
    const close = (reported: boolean, feedbackOver: boolean) =>
      DEPLOYMENT_STEPS.outcome('close', 'ended-early', { ...FACTS, reported, feedbackOver });
    expect(close(false, true)).toHaveProperty('refused');
    expect(close(true, false)).toHaveProperty('refused');
    expect(close(true, true)).toEqual({ state: 'closed' });
    expect(DEPLOYMENT_STEPS.outcome('lapse', 'completed', FACTS)).toEqual({ state: 'closed' });
    const { timer } = DEPLOYMENT_STEPS.transition('lapse');
    const endedAt = new Date('2026-06-30T10:00:00Z');
    expect(timer?.dueAt({ endedAt })).toEqual(new Date('2026-07-30T10:00:00Z'));
  });
});
