import { Database } from '#database';
import { authorise, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { isListedBy } from '../duplicates/compared.js';
import type { LinkSide } from '../duplicates/duplicate-view.js';
import { isComparedWith } from './compared-women.js';

/** That a mediator has told a network of hers that another directory lists her, too. */
export interface ToldListing {
  readonly mediator: LinkSide;
  /** The name of the other directory. */
  readonly directory: string;
}

/** What mediators have told their networks of other directories, for the coordinators of these. */
@Injectable()
export class ToldListings {
  constructor(private readonly database: Database) {}

  /** What members have told a network, while they are compared and called what they were then; by name. @throws NotPermittedError */
  async list(viewer: Viewer, networkId: string): Promise<ToldListing[]> {
    authorise(viewer, 'read', { kind: 'exchange', networkId });
    return this.database.query<ToldListing>(SELECT_TOLD, [networkId]);
  }
}

const SELECT_TOLD = `SELECT p.name AS directory, json_build_object('mediatorId', m.id, 'publicId', m.public_id,
    'name', coalesce(m.display_name, m.full_name, ''),
    'externalId', (SELECT min(a.external_id) FROM affiliation a
      WHERE a.network_id = $1 AND a.mediator_id = m.id AND a.status <> 'ended')) AS mediator
FROM listed_elsewhere l JOIN mediator o ON o.id = l.mediator_id JOIN mediator m ON m.id = coalesce(o.merged_into, o.id)
  JOIN exchange_partner p ON p.id = l.partner_id
WHERE p.ended_at IS NULL AND l.state = 'same' AND $1 = ANY(l.told) AND l.told_as = m.public_id
  AND ${isListedBy('$1::uuid', 'm')} AND ${isComparedWith('m', 'p.id')}
ORDER BY coalesce(m.display_name, m.full_name, ''), m.id, p.name`;
