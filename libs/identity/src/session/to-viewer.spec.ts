import { describe, expect, it } from '@jest/globals';
import { toProgramViewer, toViewer, type SignedIn } from './to-viewer.js';

const person = (more: Partial<SignedIn>): SignedIn => ({
  accountId: 'a',
  sessionId: 's',
  roles: [],
  secondFactor: true,
  mediatorId: null,
  organizationId: null,
  organizationVerified: false,
  ...more,
});
const viewer = (more: Partial<SignedIn>) => toViewer(person(more), 'r');
const role = (name: 'administrator' | 'organizer' | 'mediator' | 'focal-point') => ({
  role: name,
  networkId: null,
});
const coordinator = { role: 'coordinator', networkId: 'n' } as const;

describe('a viewer', () => {
  it('is named by an opaque id', () => {
    expect(viewer({})).toMatchObject({
      name: 'user:a',
      requestId: 'r',
      userId: 'a',
      sessionId: 's',
      grants: ['anyone', 'user'],
      clearance: 'PUBLIC',
    });
  });

  it('is vetted as coordinator, administrator, or by a verified organization', () => {
    expect(viewer({ roles: [coordinator] }).clearance).toBe('VETTED');
    expect(viewer({ roles: [role('administrator')] }).clearance).toBe('VETTED');
    for (const one of [role('organizer'), role('focal-point')]) {
      const organizationId = 'o';
      expect(viewer({ roles: [one], organizationId }).clearance).toBe('PUBLIC');
      expect(viewer({ roles: [one], organizationId, organizationVerified: true }).clearance).toBe(
        'VETTED',
      );
    }
    expect(viewer({ roles: [role('mediator')], mediatorId: 'm' }).clearance).toBe('PUBLIC');
    expect(viewer({ organizationId: 'o', organizationVerified: true }).clearance).toBe('PUBLIC');
  });

  it('coordinates the networks of her roles', () => {
    const other = { role: 'coordinator', networkId: 'm' } as const;
    expect(viewer({ roles: [coordinator, other] })).toMatchObject({
      grants: ['anyone', 'user', 'coordinator'],
      networkIds: ['n', 'm'],
    });
  });

  it.each([coordinator, role('administrator')])(
    'is nothing but signed in without the second factor that is due: %j',
    (guarded) => {
      const more = { roles: [guarded, role('mediator')], mediatorId: 'm', organizationId: 'o' };
      expect(viewer({ ...more, secondFactor: false })).toMatchObject({
        grants: ['anyone', 'user'],
        clearance: 'PUBLIC',
        networkIds: [],
        mediatorId: null,
        organizationId: null,
      });
      expect(viewer(more)).toMatchObject({ mediatorId: 'm', organizationId: 'o' });
    },
  );

  it('that is a program has its scopes and no account', () => {
    const program = (scopes: Parameters<typeof toProgramViewer>[0]['scopes']) =>
      toProgramViewer({ id: 'p', scopes, networkIds: ['n'] }, 'r');
    expect(program(['profiles.read'])).toMatchObject({
      name: 'service:p',
      grants: ['anyone', 'profiles.read'],
      clearance: 'PUBLIC',
      userId: null,
      networkIds: ['n'],
    });
    expect(program(['directory.read']).clearance).toBe('VETTED');
  });
});
