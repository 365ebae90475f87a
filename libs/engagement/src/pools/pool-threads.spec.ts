import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withinRequest } from '#database';
import { BusyError } from '#identity';
import { InvalidNeed, type Candidate, type Need } from '#matching';
import { NOBODY } from '../../../matching/src/candidate.fixture.js';
import { PoolThreads } from './pool-threads.js';

const idOf = (i: number): string => `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`;
const candidate = (stated: Partial<Candidate>): Candidate => ({ ...NOBODY, ...stated });

const NEED: Need = {
  id: 'need',
  date: '2026-09-01',
  hard: {},
  soft: { years: 10 },
};

describe('threads of the pools', () => {
  let threads: PoolThreads;
  const women = Array.from({ length: 50 }, (_, i) => candidate({ id: idOf(i) }));

  beforeEach(async () => {
    threads = new PoolThreads(2, 100);
    await threads.change([{ clearance: 'PUBLIC', upserts: women, removals: [] }]);
  });
  afterEach(() => threads.close());

  const held = (id: string) => threads.ask('PUBLIC', 'held', [[id]]);
  /** As a request of a client; gives how to end it. */
  const asClient = <T>(client: string, work: () => T): { result: T; end: () => void } => {
    const ended = new AbortController();
    const result = withinRequest(ended.signal, work, client);
    return { result, end: () => ended.abort(new Error('too late')) };
  };

  it.each([2, 0])('answer what the pool itself would, with %d of them', async (count) => {
    const [one] = women;
    await threads.close();
    threads = new PoolThreads(count, 100);
    await threads.change([{ clearance: 'PUBLIC', upserts: women, removals: [] }]);
    expect(await threads.ask('PUBLIC', 'extent', [])).toMatchObject({ size: 50 });
    expect(await threads.ask('VETTED', 'extent', [])).toMatchObject({ size: 0 });
    const ranking = await threads.ask('PUBLIC', 'ranking', [NEED, { limit: 3 }]);
    expect(ranking.answer.results.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(ranking.lots.size).toBe(3);
    await threads.change([{ clearance: 'PUBLIC', upserts: [], removals: [one?.id ?? ''] }]);
    for (let i = 0; i < 4; i++) expect(await held(one?.id ?? '')).toEqual([]);
  });

  it('are none where the process answers itself: what is wrong is told alike, and closing ends it', async () => {
    const own = new PoolThreads(0, 100);
    await own.change([{ clearance: 'PUBLIC', upserts: women, removals: [] }]);
    const wrong = own.ask('PUBLIC', 'ranking', [{ ...NEED, date: 'tomorrow' }, { limit: 3 }]);
    await expect(wrong).rejects.toBeInstanceOf(InvalidNeed);
    const waiting = own.ask('PUBLIC', 'extent', []);
    await Promise.all([expect(waiting).rejects.toThrow('The pools are closed.'), own.close()]);
    expect(own.isEmpty).toBe(true);
  });

  it('give back what is wrong with a need as the pool itself would', async () => {
    const wrong = { ...NEED, date: 'tomorrow' };
    const asked = threads.ask('PUBLIC', 'ranking', [wrong, { limit: 3 }]);
    await expect(asked).rejects.toBeInstanceOf(InvalidNeed);
    await expect(asked).rejects.toMatchObject({ problems: [{ path: 'date' }] });
    expect(await held(idOf(0))).toHaveLength(1);
  });

  it('let clients take turns', async () => {
    const order: string[] = [];
    const ask = (client: string) =>
      asClient(client, () =>
        threads.ask('PUBLIC', 'reviewNeed', [NEED, { today: '2026-09-01', wanted: 1 }]),
      ).result.then(() => order.push(client));
    const attack = Array.from({ length: 30 }, () => ask('attacker'));
    const others = ['b', 'c'].map(ask);
    await Promise.all([...attack, ...others]);
    expect(order.indexOf('b')).toBeLessThan(6);
    expect(order.indexOf('c')).toBeLessThan(6);
  });

  it('keep a thread for quick questions while those whom long briefs find are ranked', async () => {
    const order: string[] = [];
    const matches = Array.from({ length: 10_000 }, (_, i) => idOf(i));
    const briefs = Array.from({ length: 12 }, (_, i) => {
      const need = { ...NEED, soft: { ...NEED.soft, text: { matches } } };
      return asClient(`stranger ${i}`, () =>
        threads.ask('PUBLIC', 'ranking', [need, { limit: 3 }]),
      ).result.then(() => order.push('brief'));
    });
    const quick = asClient('other', () => threads.ask('PUBLIC', 'ranking', [NEED, { limit: 3 }]));
    await Promise.all([...briefs, quick.result.then(() => order.push('quick'))]);
    expect(order.indexOf('quick')).toBeLessThan(4);
  });

  it('say BUSY to a client that has too much waiting, and to no other', async () => {
    const ask = (client: string) => asClient(client, () => held(idOf(0))).result;
    const attack = await Promise.allSettled(Array.from({ length: 60 }, () => ask('attacker')));
    const refused = attack.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(BusyError);
    expect(await ask('other')).toHaveLength(1);
  });

  it('say BUSY to all when the queue is full', async () => {
    const clients = Array.from({ length: 110 }, (_, i) => `client ${i}`);
    const asked = clients.map((client) => asClient(client, () => held(idOf(0))).result);
    const answers = await Promise.allSettled(asked);
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(102);
    expect(answers.some(({ status }) => status === 'rejected')).toBe(true);
  });

  it('do not begin what nobody waits for any more', async () => {
    const many = Array.from({ length: 10 }, () => held(idOf(0)));
    const { result, end } = asClient('gone', () => held(idOf(1)));
    end();
    await expect(result).rejects.toThrow('too late');
    await Promise.all(many);
    const after = asClient('gone', () => held(idOf(1)));
    expect(await after.result).toHaveLength(1);
  });

  it('are ended together when one breaks down, and hold nothing until they are told anew', async () => {
    const broken = { ...candidate({ id: idOf(60) }), years: Number.NaN };
    await expect(
      threads.change([{ clearance: 'PUBLIC', upserts: [broken], removals: [] }]),
    ).rejects.toThrow(/years/);
    expect(threads.isEmpty).toBe(true);
    await expect(held(idOf(0))).rejects.toThrow(/years/);
    await threads.change([{ clearance: 'PUBLIC', upserts: women, removals: [] }]);
    expect(await held(idOf(0))).toHaveLength(1);
  });
});
