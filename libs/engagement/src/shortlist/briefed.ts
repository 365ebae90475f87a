import type { AuditRecord } from '#identity';

/** What the audit log is told of a briefing: who read which shortlist. */
export function briefed(shortlistId: string): AuditRecord {
  return {
    action: 'shortlist.brief',
    subjectKind: 'shortlist',
    subjectId: shortlistId,
    beforeHash: null,
    afterHash: null,
  };
}
