import type { Reader } from '#database';
import type { OrganizationState } from './organization-steps.js';
import type { OrganizationKind } from './organization.entity.js';

/** What other rooms may know of an organization. */
export interface OrganizationFacts {
  readonly name: string;
  readonly state: OrganizationState;
  readonly kind: OrganizationKind;
  /** ISO 3166-1 alpha-2; null where it belongs to no state. */
  readonly country: string | null;
}

/** For a query of the same database: the ids of organizations that are verified now. */
export const SELECT_VERIFIED_ORGANIZATIONS = `SELECT id FROM organization WHERE state = 'verified'`;

/**
 * The organizations with these ids, by id, as the reader's transaction sees them; unknown ids are absent.
 *
 * @param hold whether they stay as they are until that transaction ends
 */
export async function organizationFacts(
  reader: Reader,
  ids: readonly string[],
  hold = false,
): Promise<Map<string, OrganizationFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.query<OrganizationFacts & { readonly id: string }>(
    `SELECT id, name, state, kind, country FROM organization WHERE id = ANY($1::uuid[]) ${hold ? 'FOR SHARE' : ''}`,
    [ids],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
