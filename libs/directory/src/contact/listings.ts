import type { Database } from '#database';
import type { IsSafeWay } from '#mail';
import type { ListingSource } from '#identity';
import type { Vault } from '#vault';
import { ContactRepository } from './contact-repository.js';
import { standingsOf } from '../mediator/standing.js';

/** What the directory answers to identity, in identity's own transaction. */
export const listingsBy = (vault: Vault): ListingSource => ({
  async networks(reader, ids) {
    const rows = await reader.query<{ id: string }>('SELECT id FROM network WHERE id = ANY($1)', [
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  },

  async networksOf(reader, mediatorId) {
    const rows = await reader.query<{ networkId: string }>(
      `SELECT DISTINCT a.network_id AS "networkId" FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
       WHERE m.id = $1 AND a.status <> 'ended' AND m.merged_into IS NULL`,
      [mediatorId],
    );
    return rows.map(({ networkId }) => networkId);
  },

  async reached(tx, mediatorId) {
    const id = (await standingsOf(tx, [mediatorId])).get(mediatorId)?.keptId;
    if (id === undefined) return null;
    return { id, at: await new ContactRepository(vault).reachedAt(tx, id) };
  },

  async isMailSafe(tx, mediatorId) {
    return new ContactRepository(vault).isMailSafe(tx, mediatorId);
  },
});

/** What the directory answers before something is sent to her: as all that is stated of her stands then. */
export const safeWaysBy =
  (database: Database, vault: Vault): IsSafeWay =>
  (mediatorId, channel) =>
    database.transaction((tx) => new ContactRepository(vault).isSafeWay(tx, mediatorId, channel));
