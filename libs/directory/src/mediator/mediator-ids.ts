import { Inject, Injectable } from '@nestjs/common';
import { type Reader, Database } from '#database';
import { may, type Viewer } from '#identity';
import { randomUUID } from 'node:crypto';

/** How a woman is named from outside: as everyone knows her, or by her whole profile. */
export interface NamedWoman {
  readonly type: 'Mediator' | 'Profile';
  readonly id: string;
}

interface Listed {
  readonly id: string;
  readonly mediatorId: string;
  readonly networkIds: readonly string[];
}

/** The networks that list each of these records, or the one that it was merged into. */
const LISTED = `
SELECT m.id, k.id AS "mediatorId", ARRAY(SELECT DISTINCT a.network_id::text FROM affiliation a
  JOIN mediator o ON o.id = a.mediator_id
  WHERE (o.id = k.id OR o.merged_into = k.id) AND a.status <> 'ended' ORDER BY 1) AS "networkIds"
FROM mediator m JOIN mediator k ON k.id = coalesce(m.merged_into, m.id) WHERE m.id = ANY($1::uuid[])`;

/**
 * Between what women are called outside and the keys of this program. Everything that takes a woman's id
 * from outside finds her here.
 */
@Injectable()
export class MediatorIds {
  constructor(@Inject(Database) private readonly database: Reader) {}

  /**
   * The keys of the women so named, in the same order. A Profile id counts for her curators and herself
   * only. For whoever is unknown it is a key that nobody has, so that all that follows goes as for an id
   * that was made up; the same name has the same key.
   */
  async keysOf(viewer: Viewer, named: readonly NamedWoman[]): Promise<string[]> {
    const idsOf = (type: NamedWoman['type']) => [
      ...new Set(named.filter((one) => one.type === type).map(({ id }) => id)),
    ];
    const [known, whole] = await Promise.all([
      this.byPublicId(idsOf('Mediator')),
      this.seenWhole(viewer, idsOf('Profile')),
    ]);
    const nobody = new Map<string, string>();
    return named.map(({ type, id }) => {
      const key = type === 'Mediator' ? known.get(id) : whole.has(id) ? id : undefined;
      const unknown = nobody.get(`${type}:${id}`) ?? randomUUID();
      nobody.set(`${type}:${id}`, unknown);
      return key ?? unknown;
    });
  }

  /** What these women are called outside, by key; keys that nobody has are absent. */
  async publicIds(keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; publicId: string }>(
      'SELECT id, public_id AS "publicId" FROM mediator WHERE id = ANY($1::uuid[])',
      [keys],
    );
    return new Map(rows.map(({ id, publicId }) => [id, publicId]));
  }

  /**
   * The same for her curators and herself only: beside an account, an address or a message it would say who
   * she is whom others know by a code name.
   */
  async publicIdsFor(viewer: Viewer, keys: readonly string[]): Promise<Map<string, string>> {
    const seen = await this.seenWhole(viewer, keys);
    return seen.size === 0 ? new Map() : this.publicIds([...seen]);
  }

  /** The keys of the women who are called so outside, by public id; unknown ones are absent. */
  async byPublicId(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; publicId: string }>(
      'SELECT id, public_id AS "publicId" FROM mediator WHERE public_id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, publicId }) => [publicId, id]));
  }

  private async seenWhole(viewer: Viewer, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.query<Listed>(LISTED, [ids]);
    const seen = rows.filter(({ mediatorId, networkIds }) =>
      may(viewer, 'read-all', { kind: 'profile', mediatorId, networkIds }),
    );
    return new Set(seen.map(({ id }) => id));
  }
}
