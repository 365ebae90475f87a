import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FLOW_MINUTES, readFlow, signFlow } from './flow.js';

const vaultOf = (key: string) => ({
  index: (text: string) => createHmac('sha256', key).update(text).digest(),
});
const vault = vaultOf('key');
const flow = { organizationId: 'o', state: 's', nonce: 'n', verifier: 'v' };
const NOW = 1_700_000_000_000;
const END = NOW + FLOW_MINUTES * 60_000;
const kept = signFlow(vault, flow, NOW);
const expired = 'This sign-in has expired or was begun elsewhere. Begin again.';

describe('a sign-in that has begun', () => {
  it('is what it was until it expires', () => {
    expect(readFlow(vault, kept, { organizationId: 'o', now: END - 1 })).toMatchObject(flow);
  });

  it('is none when it has expired, or is of another organization', () => {
    expect(() => readFlow(vault, kept, { organizationId: 'o', now: END })).toThrow(expired);
    expect(() => readFlow(vault, kept, { organizationId: 'p', now: NOW })).toThrow(expired);
  });

  it.each([
    undefined,
    '',
    '.',
    'x',
    `${kept}A`,
    `x${kept}`,
    kept.replace('.', ''),
    `.${kept.split('.')[1]}`,
  ])('is none of ours as %s', (text) => {
    expect(() => readFlow(vault, text, { organizationId: 'o', now: NOW })).toThrow(expired);
  });

  it('of another key is none of ours', () => {
    const other = signFlow(vaultOf('other'), flow, NOW);
    expect(() => readFlow(vault, other, { organizationId: 'o', now: NOW })).toThrow(expired);
  });
});
