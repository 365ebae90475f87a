import { PUBLIC_VIEWER, type Viewer, type ViewerSource } from '#identity';
import { randomUUID } from 'node:crypto';

/** A viewer source of a test's own: `as` gives the header under which a request is this viewer's. */
export function viewersOfTest(): ViewerSource & {
  as(viewer: Viewer): Record<string, string>;
} {
  const viewers = new Map<string, Viewer>();
  return {
    as: (viewer) => {
      viewers.set(viewer.name, viewer);
      return { authorization: `Test ${viewer.name}` };
    },
    viewerOf: async (authorization, requestId) => {
      const viewer = viewers.get(authorization?.replace(/^Test /, '') ?? '') ?? PUBLIC_VIEWER;
      return { ...viewer, requestId };
    },
  };
}

/** A mediator who has signed in. */
export function mediatorViewer(mediatorId: string): Viewer {
  const userId = randomUUID();
  return {
    ...PUBLIC_VIEWER,
    name: `user:${userId}`,
    userId,
    grants: ['anyone', 'user', 'mediator'],
    mediatorId,
  };
}

/** A coordinator of these networks. */
export function coordinatorViewer(...networkIds: string[]): Viewer {
  const userId = randomUUID();
  return {
    ...PUBLIC_VIEWER,
    name: `user:${userId}`,
    userId,
    grants: ['anyone', 'user', 'coordinator'],
    clearance: 'VETTED',
    networkIds,
  };
}

/** A verified organizer. */
export function organizerViewer(): Viewer {
  const userId = randomUUID();
  return {
    ...PUBLIC_VIEWER,
    name: `user:${userId}`,
    userId,
    grants: ['anyone', 'user', 'organizer'],
    clearance: 'VETTED',
  };
}

/** An administrator. */
export function administratorViewer(): Viewer {
  const userId = randomUUID();
  return {
    ...PUBLIC_VIEWER,
    name: `user:${userId}`,
    userId,
    grants: ['anyone', 'user', 'administrator'],
    clearance: 'VETTED',
  };
}
