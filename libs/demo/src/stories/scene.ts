import type { Viewer } from '#identity';
import type { OfficeNeed } from './office-needs.js';

/** Who takes part in a story, and what it has come to. */
export interface Scene {
  readonly need: OfficeNeed;
  readonly organizer: Viewer;
  readonly desk: Viewer;
  readonly her: Viewer;
  /** A woman of the same network who is new to such work. */
  readonly newcomer: Viewer | null;
  readonly entryId: string;
  /** Whether women with a better rank have not been asked. */
  readonly passesOver: boolean;
  /** Of the introduction, once it is requested. */
  id: string;
  /** Of the deployment, once it is planned. */
  deploymentId: string;
  /** Of the second place beside her, once it is proposed. */
  placeId: string;
}
