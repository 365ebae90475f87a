import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transaction } from '#database';
import { systemViewer } from '#identity';
import { RelayService, type NewRelayMessage } from '#introductions';
import { insertListed } from '../../support/listed-mediator.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';
import { insertNeed } from '../../support/stored-need.js';

const WORDS = 'Can we speak on Monday?';

describe('messages through the desk', () => {
  let bench: NeedBench;
  let relay: RelayService;
  let network: string;
  beforeAll(async () => {
    bench = await openNeedBench();
    relay = bench.api.app.get(RelayService);
    const { networks } = bench.api.services;
    network = (await networks.create(bench.system, { slug: 'acacia', names: { en: 'Acacia' } })).id;
  });
  afterAll(async () => bench.close());

  const inOne = <T>(work: (tx: Transaction) => Promise<T>) =>
    bench.api.services.database.transaction(work);
  const introduced = async (): Promise<string> => {
    const { database } = bench.api.services;
    const organization_id = bench.ana.organizationId;
    const need = await insertNeed(database, { organization_id });
    const her = await insertListed(database);
    const [row] = await database.query<{ id: string }>(
      `INSERT INTO introduction_shown (id, need_id, organization_id, urgency, requested_by, requested_at, due_at)
       VALUES (gen_random_uuid(), $1, $2, 'routine', 'test', now(), now() + interval '9 days') RETURNING id`,
      [need, organization_id],
    );
    await database.query(
      `INSERT INTO introduction (id, need_id, mediator_id, public_id, network_id, urgency, requested_at, desk_remind_at,
         desk_due_at, desk_ends_at, terms_revision, wake_at)
       VALUES ($1, $2, $3, gen_random_uuid(), $4, 'routine', now(), now(), now(), now(), 1, now() + interval '9 days')`,
      [row?.id, need, her, network],
    );
    return row?.id ?? '';
  };
  const viewer = systemViewer('test');
  const write = (id: string, message: Partial<NewRelayMessage> = {}) =>
    inOne((tx) =>
      relay.write(tx, viewer, id, {
        author: 'organizer',
        recipient: 'mediator',
        text: WORDS,
        ...message,
      }),
    );
  const seen = async (id: string, side: 'organizer' | 'mediator' | 'desk') => {
    const messages = await relay.read(bench.api.services.database, id, side);
    return messages.map(({ text, state, word }) => [text, state, word]);
  };

  it('wait for the desk, and reach the other side as they were written', async () => {
    const id = await introduced();
    const message = await write(id, { text: ` ${WORDS}\n` });
    expect(await seen(id, 'organizer')).toEqual([[WORDS, 'waiting', null]]);
    expect(await seen(id, 'desk')).toEqual([[WORDS, 'waiting', null]]);
    expect(await seen(id, 'mediator')).toEqual([]);
    expect(await relay.waitingAt(bench.api.services.database, network)).toBe(1);
    await inOne((tx) => relay.pass(tx, viewer, id, message));
    expect(await seen(id, 'mediator')).toEqual([[WORDS, 'passed', null]]);
    expect(await relay.waitingAt(bench.api.services.database, network)).toBe(0);
    await expect(inOne((tx) => relay.hold(tx, viewer, id, message, 'No.'))).rejects.toThrow(
      'passed already',
    );
  });

  it('are held with a word to the author, of which the other side never learns', async () => {
    const id = await introduced();
    const message = await write(id, { author: 'mediator', recipient: 'organizer' });
    await expect(inOne((tx) => relay.hold(tx, viewer, id, message, ' '))).rejects.toThrow('word');
    await inOne((tx) => relay.hold(tx, viewer, id, message, ' Leave out the day. '));
    expect(await seen(id, 'mediator')).toEqual([[WORDS, 'held', 'Leave out the day.']]);
    expect(await seen(id, 'organizer')).toEqual([]);
  });

  it('of the desk go to the side for which they are', async () => {
    const id = await introduced();
    await write(id, { author: 'desk', recipient: 'mediator', text: 'Take care.' });
    expect(await seen(id, 'mediator')).toEqual([['Take care.', 'passed', null]]);
    expect(await seen(id, 'organizer')).toEqual([]);
  });

  it('are of one introduction, and no other handles them', async () => {
    const [one, other] = [await introduced(), await introduced()];
    const message = await write(one);
    await expect(inOne((tx) => relay.pass(tx, viewer, other, message))).rejects.toThrow(
      'There is no such message',
    );
    expect(await seen(other, 'desk')).toEqual([]);
  });

  it('are refused where they are empty, too long or too many', async () => {
    const id = await introduced();
    await expect(write(id, { text: ' ' })).rejects.toThrow('text');
    await expect(write(id, { text: 'x'.repeat(4_001) })).rejects.toThrow('4000');
    for (let n = 0; n < 20; n++) await write(id);
    await expect(write(id)).rejects.toThrow('wait for the desk');
    // The other side can still write.
    await write(id, { author: 'mediator', recipient: 'organizer' });
  });

  it('are sealed, each in its own place', async () => {
    const id = await introduced();
    const [first, second] = [await write(id), await write(id, { text: 'Another one.' })];
    const rows = await bench.api.services.database.query<{ sealed: Buffer }>(
      'SELECT sealed FROM relay_message WHERE introduction_id = $1',
      [id],
    );
    expect(rows.every(({ sealed }) => !sealed.toString('latin1').includes('Monday'))).toBe(true);
    await bench.api.services.database.query(
      'UPDATE relay_message SET sealed = (SELECT sealed FROM relay_message WHERE id = $1) WHERE id = $2',
      [first, second],
    );
    await expect(seen(id, 'desk')).rejects.toThrow('not in the place');
  });
});
