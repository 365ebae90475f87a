import type { IndexedClearance } from './clearance.js';

/** Who asks. The first argument of every reading service method: nothing about her is hidden context. */
export interface Viewer {
  readonly clearance: IndexedClearance;
}

/** Anyone at all. Until sign-in exists every GraphQL viewer is this one. */
export const PUBLIC_VIEWER: Viewer = { clearance: 'PUBLIC' };

/** The operator at the command line of the machine itself, who can read the database anyway. */
export const OPERATOR: Viewer = { clearance: 'VETTED' };
