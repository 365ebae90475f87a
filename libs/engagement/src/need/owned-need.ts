import type { Transaction } from '#database';
import { organizationFacts, type OrganizationFacts } from '#identity';
import type { FindOptionsWhere } from 'typeorm';
import { NeedEntity } from './need.entity.js';

/** A need with what identity tells of the organization whose it is. */
export interface OwnedNeed extends NeedEntity {
  /** Null if it is nobody's. */
  readonly organization: OrganizationFacts | null;
}

/** What is read with a need, besides its organization. */
export const NEED_RELATIONS = { peaceProcess: true } as const;

/**
 * These needs with their organizations, as the reader's transaction sees them.
 *
 * @param hold whether the organizations stay as they are until that transaction ends
 */
export async function withOwners(
  reader: Pick<Transaction, 'query'>,
  needs: readonly NeedEntity[],
  hold = false,
): Promise<OwnedNeed[]> {
  const ids = needs.flatMap(({ organizationId }) => organizationId ?? []);
  const organizations = await organizationFacts(reader, [...new Set(ids)], hold);
  return needs.map((need) =>
    Object.assign(need, { organization: organizations.get(need.organizationId ?? '') ?? null }),
  );
}

/** One need with its process and organization; null if there is none. */
export async function findNeed(
  reader: Pick<Transaction, 'query' | 'manager'>,
  where: FindOptionsWhere<NeedEntity>,
): Promise<OwnedNeed | null> {
  // Its id or its slug is asked for: to take one of several would be a second statement.
  const found = await reader.manager.find(NeedEntity, { where, relations: NEED_RELATIONS });
  const [need = null] = await withOwners(reader, found);
  return need;
}

/** Where a stored need stands: whose it is, and whether anybody is on a shortlist for it. Null if there is none. */
export async function needOfSlug(
  reader: Pick<Transaction, 'query'>,
  slug: string,
): Promise<{
  readonly id: string;
  readonly organizationId: string | null;
  readonly begun: boolean;
} | null> {
  const [need = null] = await reader.query<{
    id: string;
    organizationId: string | null;
    begun: boolean;
  }>(
    `SELECT n.id, n.organization_id AS "organizationId", EXISTS (
       SELECT FROM shortlist s JOIN shortlist_entry e ON e.shortlist_id = s.id WHERE s.need_id = n.id) AS begun
     FROM need n WHERE n.slug = $1`,
    [slug],
  );
  return need;
}
