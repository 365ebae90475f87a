import { describe, expect, it } from '@jest/globals';
import { NotPermittedError } from '../errors.js';
import { OPERATOR, PUBLIC_VIEWER, systemViewer, type Viewer } from '../viewer.js';
import type { Grant } from './grants.js';
import { authorise, may } from './policy.js';
import { policyTable } from './policy-table.js';

const viewer = (grant: Grant, more: Partial<Viewer> = {}): Viewer => ({
  ...PUBLIC_VIEWER,
  name: 'user:u',
  userId: 'u',
  grants: ['anyone', 'user', grant],
  ...more,
});

const profile = (mediatorId: string | null, ...networkIds: string[]) =>
  ({ kind: 'profile', mediatorId, networkIds }) as const;

describe('policy', () => {
  it('lets a coordinator curate the women of her networks and of no other', () => {
    const coordinator = viewer('coordinator', { networkIds: ['a', 'b'] });
    expect(may(coordinator, 'edit', profile('w', 'b'))).toBe(true);
    expect(may(coordinator, 'edit', profile('w', 'c', 'a'))).toBe(true);
    expect(may(coordinator, 'edit', profile('w', 'c'))).toBe(false);
    expect(may(coordinator, 'edit', profile('w'))).toBe(false);
    expect(may(coordinator, 'read', { kind: 'work-list', networkId: 'a' })).toBe(true);
    expect(may(coordinator, 'read', { kind: 'work-list', networkId: 'c' })).toBe(false);
  });

  it('lets her invite mediators of her networks, and nobody to more', () => {
    const coordinator = viewer('coordinator', { networkIds: ['a'] });
    const invite = (role: string, networkId: string | null) =>
      may(coordinator, 'create', { kind: 'invitation', role, networkId });
    expect(invite('mediator', 'a')).toBe(true);
    expect(invite('mediator', 'b')).toBe(false);
    expect(invite('mediator', null)).toBe(false);
    expect(invite('coordinator', 'a')).toBe(false);
    expect(invite('administrator', null)).toBe(false);
  });

  it('lets a mediator decide about herself alone', () => {
    const she = viewer('mediator', { mediatorId: 'w' });
    expect(may(she, 'erase', { kind: 'own-data', mediatorId: 'w' })).toBe(true);
    expect(may(she, 'erase', { kind: 'own-data', mediatorId: 'x' })).toBe(false);
    expect(may(she, 'verify', profile('w', 'a'))).toBe(false);
  });

  it('lets an organizer work on needs of her own organization while it is verified', () => {
    const organizer = viewer('organizer', { organizationId: 'o' });
    const need = (organizationId: string | null, verified = true) =>
      ({ kind: 'need', organizationId, verified }) as const;
    expect(may(organizer, 'edit', need('o'))).toBe(true);
    expect(may(organizer, 'shortlist', need('o', false))).toBe(false);
    expect(may(organizer, 'read-all', need('p'))).toBe(false);
    expect(may(organizer, 'read-all', need(null))).toBe(false);
    expect(may(viewer('organizer'), 'create', need(null))).toBe(false);
    expect(may(viewer('focal-point', { organizationId: 'o' }), 'edit', need('o'))).toBe(false);
  });

  it('gives nothing about nobody to whoever has no profile, network or account', () => {
    const empty = { mediatorId: null, networkIds: [], userId: null, organizationId: null };
    for (const grant of ['mediator', 'coordinator', 'user', 'organizer'] as const) {
      const nobody = viewer(grant, empty);
      expect(may(nobody, 'edit', profile(null))).toBe(false);
      expect(may(nobody, 'read', { kind: 'account', userId: null })).toBe(false);
      expect(may(nobody, 'read', { kind: 'organization', organizationId: null })).toBe(false);
    }
  });

  it('gives a program its scopes and not its networks’ roles', () => {
    const program = viewer('profiles.read', { networkIds: ['a'], userId: null });
    expect(may(program, 'read-all', profile('w', 'a'))).toBe(true);
    expect(may(program, 'edit', profile('w', 'a'))).toBe(false);
    expect(may(program, 'read', { kind: 'contact', mediatorId: 'w', networkId: 'a' })).toBe(false);
  });

  it('opens contact data to neither administrators nor operators nor the system', () => {
    const subject = { kind: 'contact', mediatorId: 'w', networkId: 'a' } as const;
    for (const one of [viewer('administrator'), OPERATOR, systemViewer('demo'), PUBLIC_VIEWER]) {
      expect(may(one, 'read', subject)).toBe(false);
    }
  });

  it('says whether signing in would help', () => {
    const refusal = (who: Viewer) => {
      try {
        authorise(who, 'list', { kind: 'account', userId: null });
      } catch (error) {
        if (error instanceof NotPermittedError) return error.message;
      }
      return 'permitted';
    };
    expect(refusal(PUBLIC_VIEWER)).toBe('Sign in to do this.');
    expect(refusal(viewer('coordinator'))).toBe('You may not do this.');
    expect(refusal(viewer('administrator'))).toBe('permitted');
  });

  it('has its table in words', () => {
    const rows = policyTable().split('\n');
    expect(rows).toContainEqual(expect.stringMatching(/^\| own-data \| erase .*about herself/));
    expect(rows.filter((row) => row.startsWith('| contact |'))).toHaveLength(4);
  });
});
