import type { Reader } from '#database';
import type { Subject, Viewer } from '#identity';
import { needSubject } from './need-subject.js';

/**
 * A need that this viewer's organization would own, as the policy sees it. The state of the organization
 * is read in the transaction that relies on it, and stays so until its end where `hold` says so.
 */
export async function ownSubject(
  reader: Reader,
  { organizationId }: Viewer,
  hold = false,
): Promise<Extract<Subject, { kind: 'need' }>> {
  if (organizationId === null) return needSubject({ organizationId, organization: null });
  const [organization = null] = await reader.query<{ state: string }>(
    `SELECT state FROM organization WHERE id = $1 ${hold ? 'FOR SHARE' : ''}`,
    [organizationId],
  );
  return needSubject({ organizationId, organization });
}
