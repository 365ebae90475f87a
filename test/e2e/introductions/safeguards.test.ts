import { OPERATOR } from '#identity';
import { InvalidInputError, InvalidStateError } from '#kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPLETE_TERMS } from '../../../libs/introductions/src/terms/terms.fixture.js';
import { DAY, HOUR, openIntroducing, type Introducing } from '../../support/introducing.js';
import { countStatements } from '../../support/statements.js';

const NO = { reasons: ['no-reason'], share: false } as const;

describe('an introduction', () => {
  let bench: Introducing;
  beforeAll(async () => {
    bench = await openIntroducing();
  });
  afterEach(async () => {
    await bench.reset();
    await bench.database.query('DELETE FROM one_time_link');
    await bench.database.query(`UPDATE account SET state = 'active'`);
  });
  afterAll(async () => bench.close());

  const subjects = async (email: string) =>
    (await bench.mailsTo(email)).map(({ subject }) => subject);

  describe('whose requester has left', () => {
    it('is told to whoever organizes for the organization now', async () => {
      const colleague = await bench.colleague();
      const { id } = await bench.along('forwarded');
      const earlier = (await subjects(bench.organizing.email)).length;
      await bench.database.query(`UPDATE account SET state = 'suspended' WHERE id = $1`, [
        bench.organizing.id,
      ]);
      await bench.accept(id);
      expect(await subjects(bench.organizing.email)).toHaveLength(earlier);
      expect(await subjects(colleague.email)).toHaveLength(1);
    });

    it('is told to the requester alone while she is there', async () => {
      const colleague = await bench.colleague();
      const before = (await subjects(bench.organizing.email)).length;
      const { id } = await bench.along('forwarded');
      await bench.accept(id);
      expect(await subjects(bench.organizing.email)).toHaveLength(before + 1);
      expect(await subjects(colleague.email)).toEqual([]);
    });

    it('is not told to one who organizes for another organization now', async () => {
      const colleague = await bench.colleague();
      const { id } = await bench.along('forwarded');
      const [other] = await bench.database.query<{ id: string }>(
        'SELECT id FROM organization WHERE id <> $1 LIMIT 1',
        [bench.organizationId],
      );
      const move = async (to: string) =>
        bench.database.query('UPDATE account SET organization_id = $2 WHERE id = $1', [
          bench.organizing.id,
          to,
        ]);
      const before = (await subjects(bench.organizing.email)).length;
      await move(other?.id ?? '');
      await bench.accept(id);
      await move(bench.organizationId);
      expect(await subjects(bench.organizing.email)).toHaveLength(before);
      expect((await subjects(colleague.email)).length).toBeGreaterThan(0);
    });
  });

  describe('on a database that was restored', () => {
    it('is declined, and what was released is taken back, as she did since', async () => {
      const accepted = await bench.along('accepted');
      await bench.own.takeBackAgain(OPERATOR, accepted.id);
      expect(await bench.hers(accepted.id)).toMatchObject({ state: 'declined' });
      const waiting = await bench.along('requested');
      await bench.own.takeBackAgain(OPERATOR, waiting.id);
      expect(
        await bench.api.services.database.query('SELECT state FROM introduction WHERE id = $1', [
          waiting.id,
        ]),
      ).toEqual([{ state: 'refused' }]);
      const connected = await bench.along('connected');
      expect(await bench.hers(connected.id)).toMatchObject({ channels: ['email'] });
      await bench.own.takeBackAgain(OPERATOR, connected.id);
      expect(await bench.hers(connected.id)).toMatchObject({ state: 'connected', channels: [] });
      expect(await bench.shown(connected.id)).toMatchObject({ channels: [] });
      await expect(bench.own.takeBackAgain(OPERATOR, accepted.id)).rejects.toThrow(
        'nothing is released',
      );
      await expect(bench.own.takeBackAgain(bench.she(), connected.id)).rejects.toThrow(
        'You may not do this.',
      );
    });
  });

  describe('whose terms are edited again and again', () => {
    const edit = async (needId: string, revision: number) => {
      bench.skip(1);
      return bench.terms.save(bench.organizer, needId, revision, {
        ...COMPLETE_TERMS,
        percent: 10 + revision,
      });
    };

    it('asks her anew five times, and then no more', async () => {
      const { id, needId } = await bench.along('forwarded');
      for (let revision = 1; revision <= 5; revision++) await edit(needId, revision);
      const before = await bench.hers(id);
      expect(before).toMatchObject({ state: 'forwarded', termsRevision: 6 });
      await expect(edit(needId, 6)).rejects.toThrow(InvalidStateError);
      await expect(edit(needId, 6)).rejects.toThrow('edited 5 times');
      expect(await bench.hers(id)).toEqual(before);
      // The same terms change nothing, and are no edit.
      const same = { ...COMPLETE_TERMS, percent: 15 };
      expect(await bench.terms.save(bench.organizer, needId, 6, same)).toMatchObject({
        revision: 6,
      });
    });

    it('lets a draft be edited as often as it takes, before anybody is asked and afterwards', async () => {
      const { id, needId } = await bench.along('requested');
      for (let revision = 1; revision <= 5; revision++) await edit(needId, revision);
      await expect(edit(needId, 6)).rejects.toThrow('edited 5 times');
      const { revision } = await bench.shown(id);
      await bench.requests.withdraw(bench.organizer, id, revision, { reason: 'need-changed' });
      expect(await edit(needId, 6)).toMatchObject({ revision: 7 });
    });

    it('tells the organizer alike whether she has declined in silence', async () => {
      const { id, needId } = await bench.along('forwarded');
      const { revision } = await bench.hers(id);
      await bench.own.decline(bench.she(), id, revision, NO);
      for (let at = 1; at <= 5; at++) await edit(needId, at);
      await expect(edit(needId, 6)).rejects.toThrow('edited 5 times');
    });
  });

  describe('that the desk answers for her', () => {
    const said = (values: { email?: string; telephone?: string; relay: boolean }) => ({
      channel: 'telephone' as const,
      proof: 'Call of 4 January',
      release: values,
    });

    it('releases the relay, and no way to reach her herself', async () => {
      const { id } = await bench.along('confirmed');
      const { revision } = await bench.atDesk(id);
      for (const [values, path] of [
        [{ email: 'her@example.org', relay: true }, 'release.email'],
        [{ telephone: '+254 700 000000', relay: false }, 'release.telephone'],
      ] as const) {
        const recorded = bench.desk.recordAnswer(bench.coordinator, id, revision, said(values));
        const refused = await recorded.catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(InvalidInputError);
        expect((refused as InvalidInputError).problems).toMatchObject([
          { path, code: 'NOT_PERMITTED' },
        ]);
      }
      expect(await bench.stateOf(id)).toBe('confirmed');
      expect(
        await bench.desk.recordAnswer(bench.coordinator, id, revision, said({ relay: true })),
      ).toMatchObject({ state: 'connected', channels: ['relay'] });
      expect(await bench.requests.openContact(bench.organizer, id)).toEqual({
        channels: ['relay'],
        email: null,
        telephone: null,
      });
    });
  });

  describe('that has ended', () => {
    const links = async () =>
      bench.database.query<{ days: number }>(
        `SELECT (extract(epoch FROM expires_at - now()) / 86400)::float8 AS days FROM one_time_link
         WHERE purpose = 'introduction'`,
      );
    const tokenOf = async () => {
      const mails = await bench.mailsTo('w1@example.org');
      return new URL(mails.at(-1)?.links[0] ?? '').searchParams.get('token') ?? '';
    };

    it('leaves no link behind', async () => {
      const { id } = await bench.along('forwarded');
      const token = await tokenOf();
      expect(await links()).toHaveLength(1);
      const { revision } = await bench.hers(id);
      await bench.own.decline(bench.she(), id, revision, NO);
      expect(await links()).toEqual([]);
      const unknown = await bench.own.byLink('no such token').catch((error: Error) => error);
      const ended = await bench.own.byLink(token).catch((error: Error) => error);
      expect(ended).toEqual(unknown);
    });

    it('leaves none behind by time either, and none lasts much longer than the ask can', async () => {
      await bench.along('forwarded');
      for (const { days } of await links()) expect(days).toBeLessThanOrEqual(30);
      await bench.pass(8 * DAY);
      expect(await links()).toEqual([]);
    });

    it('keeps the link while something is released, and ends it when she takes that back', async () => {
      const { id } = await bench.along('connected');
      const token = await tokenOf();
      await bench.database.transaction((tx) => bench.engaging.engage(tx, bench.organizer, id));
      const { viewer, ask } = await bench.own.byLink(token);
      expect(ask).toMatchObject({ state: 'engaged', channels: ['email'] });
      await bench.own.takeBack(bench.she(), id, ask.revision);
      expect(await links()).toEqual([]);
      await expect(bench.own.byId(viewer, id)).resolves.toMatchObject({ state: 'engaged' });
      await expect(bench.own.byLink(token)).rejects.toThrow('it has expired');
    });

    it('leads from its mail to a page that says so, whoever reads it', async () => {
      const { id } = await bench.along('forwarded');
      const { revision } = await bench.shown(id);
      await bench.requests.withdraw(bench.organizer, id, revision, { reason: 'funding' });
      const hers = (await bench.mailsTo('w1@example.org')).at(-1);
      const path = new URL(hers?.links[0] ?? '').pathname;
      expect(path).toBe('/link/introduction/over');
      await bench.along('forwarded');
      await bench.pass(15 * DAY + HOUR);
      const organizers = (await bench.mailsTo(bench.organizing.email)).at(-1);
      expect(new URL(organizers?.links[0] ?? '').pathname).toBe(path);
      const page = await bench.api.app.inject({ method: 'GET', url: path });
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('This request has ended');
      expect(page.body).not.toContain('<form');
    });
  });

  it('is read with as many statements as ten', async () => {
    for (let i = 0; i < 3; i++) await bench.along('connected', {}, 0);
    const list = { networkId: bench.networkId };
    const reads = {
      desk: async () => bench.desk.list(bench.coordinator, list, { first: 50 }),
      her: async () => bench.own.list(bench.she()),
      organizer: async () => bench.requests.list(bench.organizer, {}, { first: 50 }),
    };
    const counted = async () => ({
      desk: await countStatements(reads.desk),
      her: await countStatements(reads.her),
      organizer: await countStatements(reads.organizer),
    });
    // What is read once for a process is read before it is counted.
    await counted();
    const few = await counted();
    for (let n = 1; n < 5; n++) await bench.along('forwarded', {}, n);
    for (let i = 0; i < 3; i++) await bench.along('confirmed', {}, 0);
    expect((await reads.desk()).items).toHaveLength(10);
    expect(await counted()).toEqual(few);
  });
});
