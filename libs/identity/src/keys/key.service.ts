import { Injectable } from '@nestjs/common';
import type { OwnerTransaction } from '#database';
import { KeyRotation, type KeyStatus, type RotationReport } from '#vault';
import { recordAudit } from '../audit/record-audit.js';
import { authorise } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';

/** The keys of encryption at rest: who may look after them, and that it is known who did. */
@Injectable()
export class KeyService {
  constructor(private readonly rotation: KeyRotation) {}

  /** Every data key and how many rows it opens; nothing of the keys themselves. @throws NotPermittedError */
  async status(viewer: Viewer): Promise<KeyStatus[]> {
    authorise(viewer, 'read-status', { kind: 'keys' });
    return this.rotation.status();
  }

  /** See `KeyRotation.rotate`. @throws NotPermittedError, VaultError */
  async rotate(viewer: Viewer, onProgress?: (rows: number) => void): Promise<RotationReport> {
    authorise(viewer, 'rotate', { kind: 'keys' });
    return this.rotation.rotate(noteFor(viewer), onProgress);
  }

  /** See `KeyRotation.rewrap`. @throws NotPermittedError, VaultError */
  async rewrap(viewer: Viewer): Promise<number[]> {
    authorise(viewer, 'rotate', { kind: 'keys' });
    return this.rotation.rewrap(noteFor(viewer));
  }
}

function noteFor(viewer: Viewer) {
  return async (tx: OwnerTransaction, action: string): Promise<void> => {
    const subject = { subjectKind: 'keys', subjectId: null, beforeHash: null, afterHash: null };
    await recordAudit(tx, viewer, [{ action, ...subject }]);
  };
}
