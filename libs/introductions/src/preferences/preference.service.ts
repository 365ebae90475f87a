import { CLOCK } from '#config';
import { Database, type Reader } from '#database';
import { listingNetworksOf, SELECT_RECORDS_OF_ALL } from '#directory';
import { authorise, changeRecord, ownMediatorId, recordAudit, type Viewer } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import { MediatorPreferenceEntity } from './mediator-preference.entity.js';
import {
  actingNetwork,
  checkedPreference,
  type Listing,
  NO_PREFERENCE,
  type Preference,
} from './preference.js';

/** How a mediator wants to be asked, and which desk acts for her by it. */
export interface PreferenceView extends Preference {
  /** The networks that list her, the one that has done so longest first. She can name one that has a desk. */
  readonly listings: readonly Listing[];
  /** The network whose desk acts for her; null if none lists her. */
  readonly actingNetworkId: string | null;
}

/** How mediators want to be asked. Each states it herself. */
@Injectable()
export class PreferenceService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** The viewer's own. @throws NotPermittedError */
  async of(viewer: Viewer): Promise<PreferenceView> {
    const mediatorId = ownMediatorId(viewer);
    authorise(viewer, 'read', { kind: 'ask-preferences', mediatorId });
    return this.ofMediator(this.database, mediatorId);
  }

  /** States the viewer's own, in place of what she stated before. @throws NotPermittedError, InvalidInputError */
  async save(viewer: Viewer, draft: Preference): Promise<PreferenceView> {
    const mediatorId = ownMediatorId(viewer);
    authorise(viewer, 'edit', { kind: 'ask-preferences', mediatorId });
    return this.database.transaction(async (tx) => {
      const before = await this.ofMediator(tx, mediatorId);
      const preference = checkedPreference(draft, before.listings);
      await tx.manager.upsert(
        MediatorPreferenceEntity,
        { ...preference, mediatorId, updatedAt: this.now() },
        ['mediatorId'],
      );
      const after = await this.ofMediator(tx, mediatorId);
      const record = (view: PreferenceView) => ({ id: mediatorId, ...statedIn(view) });
      await recordAudit(tx, viewer, [
        changeRecord('ask-preferences.edit', 'mediator', record(before), record(after)),
      ]);
      return after;
    });
  }

  /** Those of a mediator, for whoever asks her something. Those of a record that was merged into hers count if she has stated none since. */
  async ofMediator(reader: Reader, mediatorId: string): Promise<PreferenceView> {
    return (await this.ofMediators(reader, [mediatorId])).get(mediatorId) ?? NOTHING_STATED;
  }

  /** Those of all these mediators, by mediator. */
  async ofMediators(
    reader: Reader,
    mediatorIds: readonly string[],
  ): Promise<Map<string, PreferenceView>> {
    const stated = await reader.query<Preference & { readonly mediatorId: string }>(
      `SELECT DISTINCT ON (r.kept_id) r.kept_id AS "mediatorId", p.time_zone AS "timeZone", p.quiet_from AS "quietFrom",
         p.quiet_until AS "quietUntil", p.channel, p.desk_network_id AS "deskNetworkId"
       FROM (${SELECT_RECORDS_OF_ALL}) r JOIN mediator_preference p ON p.mediator_id = r.id
       ORDER BY r.kept_id, r.id = r.kept_id DESC, p.updated_at DESC`,
      [mediatorIds],
    );
    const networks = await listingNetworksOf(reader, mediatorIds);
    const desks = await reader.query<{ id: string }>(
      'SELECT network_id AS id FROM network_desk WHERE network_id = ANY($1::uuid[])',
      [[...new Set([...networks.values()].flat())]],
    );
    const preferences = new Map(stated.map(({ mediatorId, ...one }) => [mediatorId, one]));
    return new Map(
      mediatorIds.map((mediatorId) => {
        const preference = preferences.get(mediatorId) ?? NO_PREFERENCE;
        const listings = (networks.get(mediatorId) ?? []).map((networkId) => ({
          networkId,
          hasDesk: desks.some(({ id }) => id === networkId),
        }));
        const actingNetworkId = actingNetwork(preference, listings);
        return [mediatorId, { ...preference, listings, actingNetworkId }];
      }),
    );
  }
}

const NOTHING_STATED: PreferenceView = { ...NO_PREFERENCE, listings: [], actingNetworkId: null };

function statedIn({
  listings: _listings,
  actingNetworkId: _acting,
  ...stated
}: PreferenceView): Preference {
  return stated;
}
