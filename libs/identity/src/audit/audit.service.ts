import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { InvalidInputError } from '#kernel';
import { refusal } from '#messages';
import { authorise } from '../policy/policy.js';
import type { Viewer } from '../viewer.js';
import { readAuditHead, verifyAuditPart, type AuditPart } from './verify-audit.js';

/** Verifying the audit log for people who are not at the command line. */
@Injectable()
export class AuditService {
  constructor(private readonly database: Database) {}

  /**
   * Verifies a part of the log.
   *
   * @param from the head that an earlier part gave, as `number:hash`; null begins at the first entry
   * @throws NotPermittedError, InvalidInputError
   */
  async verify(viewer: Viewer, from: string | null): Promise<AuditPart> {
    authorise(viewer, 'verify', { kind: 'audit-log' });
    const head = from === null ? null : readAuditHead(from);
    if (from !== null && head === null) {
      const message = refusal('audit.head');
      throw new InvalidInputError([{ path: 'from', code: 'MALFORMED', message }]);
    }
    return verifyAuditPart(this.database, head);
  }
}
