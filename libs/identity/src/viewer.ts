import type { Actor } from './actor.js';
import type { IndexedClearance } from './clearance.js';
import type { Grant } from './policy/grants.js';

/**
 * Who asks, and all that policy, projection and audit log need to know of her. The first argument of
 * every service method, reading or writing: nothing about her is hidden context.
 */
export interface Viewer extends Actor {
  /** What she is: her roles or, for a service account, its scopes. */
  readonly grants: readonly Grant[];
  /** What she sees of women whom she does not curate. */
  readonly clearance: IndexedClearance;
  /** Her account; null where nobody has signed in. */
  readonly userId: string | null;
  /** The session that she asks in; null where nobody has signed in. */
  readonly sessionId: string | null;
  /** Networks that she coordinates. */
  readonly networkIds: readonly string[];
  /** The organization that she asks for. */
  readonly organizationId: string | null;
  /** Her own profile. */
  readonly mediatorId: string | null;
}

const NOBODY = {
  requestId: null,
  userId: null,
  sessionId: null,
  networkIds: [],
  organizationId: null,
  mediatorId: null,
} as const;

/** Anyone at all. */
export const PUBLIC_VIEWER: Viewer = {
  ...NOBODY,
  name: 'public',
  grants: ['anyone'],
  clearance: 'PUBLIC',
};

/** The operator at the command line of the machine itself, who can read the database anyway. */
export const OPERATOR: Viewer = {
  ...NOBODY,
  name: 'operator',
  grants: ['anyone', 'operator'],
  clearance: 'VETTED',
};

/** A part of Baraza that acts by itself, such as the demo. */
export function systemViewer(part: string): Viewer {
  return {
    ...NOBODY,
    name: `system:${part}`,
    grants: ['anyone', 'system'],
    clearance: 'PUBLIC',
  };
}
