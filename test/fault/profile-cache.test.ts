import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#database';
import { directoryEntities, NetworkService, ProfileService } from '#directory';
import { OPERATOR, PUBLIC_VIEWER } from '#identity';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import {
  heldTransaction,
  insertListed,
  type MediatorColumns,
  withdrawConsent,
} from '../support/listed-mediator.js';
import { countStatements } from '../support/statements.js';

describe('profiles that were read before', () => {
  let test: TestDatabase;
  let database: Database;
  let profiles: ProfileService;
  let now = new Date('2026-11-01T12:00:00Z');

  beforeAll(async () => {
    test = await openTestDatabase(directoryEntities);
    database = test.database;
    profiles = new ProfileService(database, () => now);
  });
  afterAll(async () => test.drop());

  const look = async (...ids: string[]) => profiles.viewsByIds(PUBLIC_VIEWER, ids);
  const inserted = async (columns?: MediatorColumns) =>
    database.transaction((tx) => insertListed(tx, columns));
  const change = async (sql: string, id: string) =>
    database.transaction((tx) => tx.query(sql, [id]));
  /** A woman who has been read. */
  const known = async (columns?: MediatorColumns) => {
    const id = await inserted(columns);
    expect((await look(id)).has(id)).toBe(true);
    return id;
  };

  it('cost one statement the next time, and two beside some that were not', async () => {
    const ids = [await known(), await known()];
    const fresh = await inserted();
    expect(await countStatements(async () => look(...ids))).toBe(1);
    expect(await countStatements(async () => look(...ids, fresh))).toBe(2);
    expect(await countStatements(async () => look(...ids, fresh))).toBe(1);
    expect(await countStatements(async () => look())).toBe(0);
    expect([...(await look(...ids, fresh)).keys()].toSorted()).toEqual([...ids, fresh].toSorted());
  });

  it('are the same as those read for the first time', async () => {
    const id = await known();
    const fresh = await new ProfileService(database, () => now).viewsByIds(PUBLIC_VIEWER, [id]);
    expect(await look(id)).toEqual(fresh);
  });

  it('are gone at the very next look when consent is withdrawn', async () => {
    const id = await known();
    await database.transaction((tx) => withdrawConsent(tx, id));
    expect((await look(id)).has(id)).toBe(false);
  });

  it.each(['suspended', 'withdrawn'])('are gone when she is %s', async (state) => {
    const id = await known();
    await change(`UPDATE mediator SET state = '${state}' WHERE id = $1`, id);
    expect((await look(id)).has(id)).toBe(false);
  });

  it('are gone when she is erased, and are not there again under her id', async () => {
    const id = await known();
    await change('DELETE FROM mediator WHERE id = $1', id);
    expect((await look(id)).has(id)).toBe(false);
    // Nothing of her is held any more that would have to be compared.
    expect(await countStatements(async () => look(id))).toBe(1);
    await inserted({ id, display_name: 'Another' });
    expect((await look(id)).get(id)?.name).toBe('Another');
  });

  it('hide her name at once when she becomes pseudonymous', async () => {
    const id = await known();
    await change(`UPDATE mediator SET pseudonymous = true, code_name = 'Cedar' WHERE id = $1`, id);
    expect((await look(id)).get(id)).toMatchObject({ name: 'Cedar', pseudonymous: true });
  });

  it('follow a change of what belongs to her', async () => {
    const id = await known();
    await change(
      `INSERT INTO mediator_language (mediator_id, language, level) VALUES ($1, 'fr', 'C1')`,
      id,
    );
    expect((await look(id)).get(id)?.languages).toEqual([{ code: 'fr', level: 'C1' }]);
    await change('DELETE FROM mediator_language WHERE mediator_id = $1', id);
    expect((await look(id)).get(id)?.languages).toEqual([]);
  });

  it('follow a network that lists her, renamed by whatever statement', async () => {
    const networks = new NetworkService(database);
    const { id: networkId } = await networks.create(OPERATOR, {
      slug: 'first',
      names: { en: 'First' },
    });
    const id = await known();
    await change(
      `INSERT INTO affiliation (id, mediator_id, network_id, external_id, role, status)
       VALUES (gen_random_uuid(), $1, '${networkId}', 'M-1', 'member', 'verified')`,
      id,
    );
    const names = async () => (await look(id)).get(id)?.networks.map((each) => each.names.en);
    expect(await names()).toEqual(['First']);
    await networks.rename(OPERATOR, networkId, { en: 'Second' });
    expect(await names()).toEqual(['Second']);
    await change(`UPDATE network SET names = '{"en": "Third"}' WHERE id = $1`, networkId);
    expect(await names()).toEqual(['Third']);
    await change('DELETE FROM affiliation WHERE mediator_id = $1', id);
    expect(await names()).toEqual([]);
  });

  it('follow two changes that overlap, in the order in which they commit', async () => {
    const id = await known({ years: 1 });
    const years = async () => (await look(id)).get(id)?.yearsBand;
    const held = heldTransaction(database);
    const earlier = await held.run(async (tx) => {
      await tx.query('SELECT pg_current_xact_id()');
      return tx;
    });
    await change('UPDATE mediator SET years = 21 WHERE id = $1', id);
    expect(await years()).toBe(20);
    await earlier.query('UPDATE mediator SET years = 4 WHERE id = $1', [id]);
    await earlier.query('UPDATE mediator SET years = 8 WHERE id = $1', [id]);
    expect(await years()).toBe(20);
    await held.commit();
    expect(await years()).toBe(7);
  });

  it('are forgotten when nobody has asked for a quarter of an hour', async () => {
    const id = await known();
    const other = await known();
    const statements = async () => countStatements(async () => look(id, other));
    now = new Date(now.getTime() + 10 * 60_000);
    expect(await statements()).toBe(1);
    now = new Date(now.getTime() + 16 * 60_000);
    await look(other);
    expect(await statements()).toBe(2);
  });
});
