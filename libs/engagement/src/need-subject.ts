import type { Reader } from '#database';
import { organizationFacts, type Subject, type Viewer } from '#identity';

export type NeedSubject = Extract<Subject, { kind: 'need' }>;

/** A need as the policy sees it: whose it is, and whether that organization is verified now. */
export function needSubject(need: {
  readonly organizationId: string | null;
  readonly organization: { readonly state: string } | null;
}): NeedSubject {
  return {
    kind: 'need',
    organizationId: need.organizationId,
    verified: need.organization?.state === 'verified',
  };
}

/**
 * A need that this viewer's organization would own, as the policy sees it. The state of the organization
 * is read in the transaction that relies on it, and stays so until its end where `hold` says so.
 */
export async function ownSubject(
  reader: Reader,
  { organizationId }: Viewer,
  hold = false,
): Promise<NeedSubject> {
  if (organizationId === null) return needSubject({ organizationId, organization: null });
  const organizations = await organizationFacts(reader, [organizationId], hold);
  return needSubject({ organizationId, organization: organizations.get(organizationId) ?? null });
}
