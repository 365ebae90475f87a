import { ConsentService, ErasureService } from '#directory';
import { changeRecord, OPERATOR, recordAudit } from '#identity';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPLETE_TERMS } from '../../libs/introductions/src/terms/terms.fixture.js';
import { startTestApi } from '../support/api.js';
import { DAY, introductionsOf, openIntroducing, type Introducing } from '../support/introducing.js';
import { heldTransaction } from '../support/listed-mediator.js';
import { waitingForLocks } from '../support/waiting-locks.js';

/**
 * Two processes of the service act on one introduction at one moment. A lock that the test holds keeps both back until
 * each stands where the test wants it, so what happens does not depend on how fast anything is.
 */
describe('two services that act on one introduction', () => {
  let bench: Introducing;
  let second: NestFastifyApplication;
  let other: ReturnType<typeof introductionsOf>;
  const open: ReturnType<typeof heldTransaction>[] = [];

  beforeAll(async () => {
    bench = await openIntroducing();
    second = await startTestApi(bench.api.settings, undefined, bench.clock);
    other = introductionsOf(second);
  });
  afterEach(async () => {
    // What a test that failed still holds would keep back the next one.
    await Promise.all(open.splice(0).map((held) => held.commit()));
    await bench.reset();
  });
  afterAll(async () => {
    await second.close();
    await bench.close();
  });

  /** Holds the rows of an introduction, as whoever acts on it does last. */
  const holding = async (id: string) => {
    const held = heldTransaction(bench.database);
    open.push(held);
    await held.run((tx) =>
      tx.query('SELECT FROM introduction_shown WHERE id = $1 FOR UPDATE', [id]),
    );
    return held;
  };

  const outcomes = async (...acts: Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(acts)).map((one) =>
      one.status === 'fulfilled' ? 'done' : (one.reason as Error).name,
    );
  const stepsOf = async (id: string): Promise<string[]> =>
    (
      await bench.database.query<{ step: string }>(
        'SELECT step FROM introduction_step WHERE introduction_id = $1 ORDER BY id',
        [id],
      )
    ).map(({ step }) => step);
  const YES = { termsRevision: 1, declaration: {} };

  it('take one of two acceptances', async () => {
    const { id } = await bench.along('forwarded');
    const held = await holding(id);
    const both = outcomes(
      bench.own.accept(bench.she(), id, 2, YES),
      other.own.accept(bench.she(), id, 2, YES),
    );
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect((await both).toSorted()).toEqual(['ConflictError', 'done']);
    expect(await stepsOf(id)).toEqual(['request', 'forward', 'accept']);
  });

  it('connect nobody whose consent is withdrawn before the release is written', async () => {
    const { id } = await bench.along('confirmed');
    const { revision } = await bench.hers(id);
    // The withdrawal has begun and not ended.
    const withdrawing = heldTransaction(bench.database);
    open.push(withdrawing);
    await withdrawing.run(async (tx) => {
      await tx.query('SELECT FROM mediator WHERE id = $1 FOR NO KEY UPDATE', [bench.herIds[0]]);
      await tx.query(
        `UPDATE consent SET withdrawn_at = now() WHERE mediator_id = $1 AND purpose = 'CONTACTED'`,
        [bench.herIds[0]],
      );
    });
    const release = outcomes(other.own.release(bench.she(), id, revision, { relay: true }));
    await waitingForLocks(bench.api);
    await withdrawing.commit();
    expect(await release).toEqual(['InvalidStateError']);
    expect(await bench.stateOf(id)).toBe('confirmed');
    await bench.consent(0, 'CONTACTED', true);
  });

  it('let a withdrawal of consent wait for a release, and show no channel after it', async () => {
    const { id } = await bench.along('confirmed');
    const { revision } = await bench.hers(id);
    const held = await holding(id);
    const input = { email: 'her@example.org', relay: false };
    const release = outcomes(bench.own.release(bench.she(), id, revision, input));
    await waitingForLocks(bench.api);
    const consents = second.get(ConsentService);
    const withdrawal = outcomes(
      consents.withdraw(bench.she(), bench.herIds[0] ?? '', 'CONTACTED', null),
    );
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect([await release, await withdrawal]).toEqual([['done'], ['done']]);
    expect(await bench.stateOf(id)).toBe('connected');
    expect((await bench.shown(id)).channels).toEqual([]);
    await expect(other.requests.openContact(bench.organizer, id)).rejects.toThrow('No channel');
    await bench.database.query('DELETE FROM consent_objection');
    await bench.consent(0, 'CONTACTED', true);
  });

  it('have three asks out to one woman at most, whoever forwards them', async () => {
    const asks = await Promise.all([1, 2, 3, 4].map(async () => bench.along('requested')));
    const [one, another, ...others] = asks;
    for (const { id } of others) await bench.desk.forward(bench.coordinator, id, 1);
    // Nobody can end before the audit log is free, so that neither sees what the other has written, unless one waits for
    // the other before it counts.
    const held = heldTransaction(bench.database);
    open.push(held);
    await held.run((tx) =>
      recordAudit(tx, OPERATOR, [
        changeRecord('test.hold', 'introduction', null, { id: bench.networkId }),
      ]),
    );
    const both = outcomes(
      bench.desk.forward(bench.coordinator, one?.id ?? '', 1),
      other.desk.forward(bench.coordinator, another?.id ?? '', 1),
    );
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect((await both).toSorted()).toEqual(['InvalidStateError', 'done']);
    const states = await Promise.all(asks.map(async ({ id }) => bench.stateOf(id)));
    expect(states.filter((state) => state === 'forwarded')).toHaveLength(3);
  });

  it('refuse a yes to terms that an edit has replaced', async () => {
    const { id, needId } = await bench.along('forwarded');
    const held = await holding(id);
    const edit = outcomes(
      bench.terms.save(bench.organizer, needId, 1, { ...COMPLETE_TERMS, percent: 80 }),
    );
    await waitingForLocks(bench.api);
    const accept = outcomes(other.own.accept(bench.she(), id, 2, YES));
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect([await edit, await accept]).toEqual([['done'], ['ConflictError']]);
    expect(await bench.hers(id)).toMatchObject({ state: 'forwarded', termsRevision: 2 });
  });

  it('ask again whose yes was written before an edit', async () => {
    const { id, needId } = await bench.along('forwarded');
    const held = await holding(id);
    const accept = outcomes(bench.own.accept(bench.she(), id, 2, YES));
    await waitingForLocks(bench.api);
    const edit = outcomes(
      other.terms.save(bench.organizer, needId, 1, { ...COMPLETE_TERMS, percent: 80 }),
    );
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect([await accept, await edit]).toEqual([['done'], ['done']]);
    expect(await stepsOf(id)).toEqual(['request', 'forward', 'accept', 'reask']);
    expect(await bench.hers(id)).toMatchObject({ state: 'forwarded', acceptedTermsRevision: null });
  });

  it('end or connect an introduction, and never both', async () => {
    const { id } = await bench.along('confirmed');
    const [{ revision }, shown] = [await bench.hers(id), await bench.shown(id)];
    const held = await holding(id);
    const both = outcomes(
      bench.own.release(bench.she(), id, revision, { relay: true }),
      other.requests.withdraw(bench.organizer, id, shown.revision, { reason: 'funding' }),
    );
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect((await both).toSorted()).toEqual(['ConflictError', 'done']);
    const states = [await bench.stateOf(id), (await bench.shown(id)).state];
    expect([
      ['connected', 'connected'],
      ['withdrawn', 'ended'],
    ]).toContainEqual(states);
  });

  it('run the clocks at once, and do everything once', async () => {
    const { id } = await bench.along('forwarded');
    bench.skip(15 * DAY);
    const held = await holding(id);
    const both = outcomes(bench.clocks.handle(), other.clocks.handle());
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect(await both).toEqual(['done', 'done']);
    expect(await stepsOf(id)).toEqual(['request', 'forward', 'expire']);
    expect(await bench.shown(id)).toMatchObject({ state: 'ended', word: 'no-answer', revision: 2 });
  });

  it('let an erasure and an act of hers pass each other', async () => {
    const { id } = await bench.along('forwarded', {}, 4);
    const held = await holding(id);
    const accept = outcomes(bench.own.accept(bench.she(4), id, 2, YES));
    await waitingForLocks(bench.api);
    const { mediatorId } = bench.she(4);
    const erasure = outcomes(second.get(ErasureService).erase(OPERATOR, mediatorId ?? ''));
    await waitingForLocks(bench.api, 2);
    await held.commit();
    expect(await erasure).toEqual(['done']);
    // Her yes was written. Whether she still reads it depends on who comes first from here on.
    await accept;
    expect(await bench.stateOf(id)).toBeNull();
    expect((await bench.shown(id)).state).toBe('accepted');
  });
});
