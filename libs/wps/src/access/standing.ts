import { CLOCK } from '#config';
import { Database } from '#database';
import { may, SELECT_VERIFIED_ORGANIZATIONS, type Viewer } from '#identity';
import { dayOf } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import { And, Equal, In, type FindOperator, type FindOptionsWhere } from 'typeorm';
import { NETWORK_CODE } from '../actor/lists.js';
import { SHARINGS, type Sharing } from '../records/lists.js';

/** For whom a viewer reads, and so what is shared with her. */
export interface Standing {
  /** The actor whose people she belongs to; null for everyone else. */
  readonly actorId: string | null;
  /** Whether that actor is a member of the network today. */
  readonly isMember: boolean;
  /** Its regional organizations of today with their members; of a regional organization its members and itself. */
  readonly peers: readonly string[];
  readonly seesAll: boolean;
}

const NOBODY: Standing = { actorId: null, isMember: false, peers: [], seesAll: false };

const SELECT_STANDING = `
WITH own AS (
  SELECT a.id, a.kind FROM wps_actor a
  WHERE a.organization_id = $1 AND a.organization_id IN (${SELECT_VERIFIED_ORGANIZATIONS})
), lasting AS (
  SELECT m.actor_id, m.grouping_id, g.kind, g.code FROM wps_membership m JOIN wps_actor g ON g.id = m.grouping_id
  WHERE coalesce(m.from_day <= $2, true) AND coalesce(m.until_day >= $2, true)
), regions AS (
  SELECT l.grouping_id AS id FROM lasting l JOIN own ON own.id = l.actor_id WHERE l.kind = 'regional-organization'
  UNION SELECT own.id FROM own WHERE own.kind = 'regional-organization'
)
SELECT own.id AS "actorId",
  EXISTS (SELECT FROM lasting l WHERE l.code = $3 AND l.actor_id = own.id) AS "isMember",
  ARRAY(SELECT l.actor_id FROM lasting l JOIN regions r ON r.id = l.grouping_id
    UNION SELECT r.id FROM regions r ORDER BY 1) AS peers
FROM own`;

/** Finds out for whom a viewer reads. Actors and memberships are public, so the answer rests on nothing hidden. */
@Injectable()
export class Standings {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  async of(viewer: Viewer): Promise<Standing> {
    if (may(viewer, 'read-all', { kind: 'wps-record', organizationId: null, verified: false })) {
      return { ...NOBODY, seesAll: true };
    }
    const { organizationId } = viewer;
    if (organizationId === null) return NOBODY;
    const [found] = await this.database.query<Omit<Standing, 'seesAll'>>(SELECT_STANDING, [
      organizationId,
      this.today(),
      NETWORK_CODE,
    ]);
    return found ? { ...found, seesAll: false } : NOBODY;
  }

  today(): string {
    return dayOf(this.now());
  }
}

/** What actors have and share. */
interface Shared {
  actorId: string;
  sharing: Sharing;
}

/**
 * The condition of what is shared with a viewer, for a statement: what she may not see is not even read.
 *
 * @param actorIds only of these actors
 */
export function sharedWith<E extends Shared>(
  { actorId, isMember, peers, seesAll }: Standing,
  actorIds: readonly string[] | null = null,
): FindOptionsWhere<E>[] {
  const asked = actorIds === null ? [] : [In([...actorIds])];
  const of = (sharings: readonly Sharing[], ...ids: FindOperator<string>[]) => {
    const all = [...asked, ...ids];
    const where = {
      sharing: In([...sharings]),
      ...(all.length > 0 ? { actorId: And(...all) } : {}),
    };
    return where as FindOptionsWhere<E>;
  };
  if (seesAll) return [of(SHARINGS)];
  return [
    of(isMember ? ['network', 'public'] : ['public']),
    ...(actorId === null ? [] : [of(SHARINGS, Equal(actorId))]),
    ...(peers.length === 0 ? [] : [of(['region', 'network', 'public'], In([...peers]))]),
  ];
}
