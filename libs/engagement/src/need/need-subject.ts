import type { Subject } from '#identity';

type NeedSubject = Extract<Subject, { kind: 'need' }>;

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
