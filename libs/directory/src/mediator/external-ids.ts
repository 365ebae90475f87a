import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '#database';
import { authorise, type Viewer } from '#identity';
import { foldExternalId } from './external-id.js';
import { SELECT_CONTACTABLE } from './read-models.js';

/** A woman by the number that a network has for her in its own list. */
export interface ExternalId {
  readonly mediatorId: string;
  /** Its slug. */
  readonly network: string;
  readonly externalId: string;
}

/** The numbers by which networks know their members: the same wherever their lists are imported. */
@Injectable()
export class ExternalIds {
  constructor(private readonly database: Database) {}

  /** Whom these networks list now, in order of network and number. @throws NotPermittedError */
  async ofNetworks(viewer: Viewer, slugs: readonly string[]): Promise<ExternalId[]> {
    return this.listed(viewer, 'n.slug = ANY($1)', slugs);
  }

  /** The numbers of these women, in the same order. @throws NotPermittedError */
  async ofMediators(viewer: Viewer, ids: readonly string[]): Promise<ExternalId[]> {
    return this.listed(viewer, 'a.mediator_id = ANY($1::uuid[])', ids);
  }

  private async listed(
    viewer: Viewer,
    condition: string,
    values: readonly string[],
  ): Promise<ExternalId[]> {
    authorise(viewer, 'evaluate', { kind: 'directory' });
    return this.database.query(
      `SELECT a.mediator_id AS "mediatorId", n.slug AS network, a.external_id AS "externalId"
       FROM affiliation a JOIN network n ON n.id = a.network_id
       WHERE ${condition} AND a.status <> 'ended'
       ORDER BY n.slug COLLATE "C", a.external_id COLLATE "C"`,
      [values],
    );
  }
}

/** The record of a network's member, by the number that the network has for her; null if it has none such. */
export async function memberOf(
  reader: Reader,
  networkId: string | null,
  externalId: string,
): Promise<string | null> {
  const [found] = await reader.query<{ id: string }>(
    'SELECT mediator_id AS id FROM affiliation WHERE network_id = $1 AND external_id = $2',
    [networkId, foldExternalId(externalId)],
  );
  return found?.id ?? null;
}

/** The first members of a network's list who are published under their names and can be asked. */
export async function askableMembers(
  reader: Reader,
  networkId: string,
  limit: number,
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT m.id FROM (${SELECT_CONTACTABLE}) m JOIN mediator k ON k.id = m.id
       JOIN affiliation a ON a.mediator_id = m.id
     WHERE a.network_id = $1 AND k.state = 'published' AND NOT k.pseudonymous ORDER BY a.external_id LIMIT $2`,
    [networkId, limit],
  );
  return rows.map(({ id }) => id);
}
