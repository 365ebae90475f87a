import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { authorise, type Viewer } from '#identity';

/** A woman by the number that a network has for her in its own list. */
export interface MemberNumber {
  readonly mediatorId: string;
  /** Its slug. */
  readonly network: string;
  readonly externalId: string;
}

/** The numbers by which networks know their members: the same wherever their lists are imported. */
@Injectable()
export class MemberNumbers {
  constructor(private readonly database: Database) {}

  /** Whom these networks list now, in order of network and number. @throws NotPermittedError */
  async ofNetworks(viewer: Viewer, slugs: readonly string[]): Promise<MemberNumber[]> {
    return this.listed(viewer, 'n.slug = ANY($1)', slugs);
  }

  /** The numbers of these women, in the same order. @throws NotPermittedError */
  async ofMediators(viewer: Viewer, ids: readonly string[]): Promise<MemberNumber[]> {
    return this.listed(viewer, 'a.mediator_id = ANY($1::uuid[])', ids);
  }

  private async listed(
    viewer: Viewer,
    condition: string,
    values: readonly string[],
  ): Promise<MemberNumber[]> {
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
