import { OPERATOR } from '#identity';
import { InboxService } from '#inbox';
import { DeskService } from '#introductions';
import { ConflictError, InvalidInputError, InvalidStateError, NotFoundError } from '#kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAccount } from '../../support/accounts.js';
import { DONE, EMERGENCY, openDeployBench, type DeployBench } from '../../support/deploying.js';

const SPOKEN = { channel: 'telephone', proof: 'Call of Tuesday, 10:00' } as const;
const PLAN = {
  rhythm: 'daily',
  checkInTime: '12:00',
  timeZone: 'Africa/Bamako',
  graceHours: 4,
} as const;
const INCIDENT = {
  kind: 'retaliation',
  severity: 'high',
  happenedOn: '2097-01-04',
  words: 'Two men waited at the hotel.',
} as const;

describe('the safety of a woman at work', () => {
  let bench: DeployBench;
  beforeAll(async () => {
    bench = await openDeployBench();
  });
  afterAll(async () => bench.close());
  let next = 0;
  beforeEach(async () => {
    next += 1;
    bench.clock.now = new Date('2097-01-02T10:00:00Z');
    await bench.rest();
  });
  const at = async (time: string) => {
    bench.clock.now = new Date(time);
    await bench.clocks.handle();
  };
  const withCheckIns = async () => {
    const made = await bench.active(next);
    const { revision } = await bench.own.byId(made.her, made.id);
    await bench.own.planCheckIns(made.her, made.id, revision, PLAN);
    return made;
  };
  const history = async (id: string) =>
    (await bench.desk.checkInsOf(bench.ada, id)).map(({ dueAt, state, madeAt }) => [
      dueAt.toISOString().slice(0, 16),
      state,
      madeAt?.toISOString().slice(0, 16) ?? null,
    ]);

  it('is asked about at her time, and its desk is told when her grace is over', async () => {
    const { id, her, herId } = await withCheckIns();
    const desk = { accountId: bench.bea.userId };
    const before = {
      her: await bench.mailsTo({ mediatorId: herId }),
      desk: await bench.mailsTo(desk),
    };
    await at('2097-01-04T11:59:00Z');
    expect(await history(id)).toEqual([['2097-01-04T12:00', 'due', null]]);
    await at('2097-01-04T12:00:00Z');
    await at('2097-01-04T12:01:00Z');
    expect((await bench.mailsTo({ mediatorId: herId })) - before.her).toBe(1);
    expect((await bench.mailsTo(desk)) - before.desk).toBe(0);
    await at('2097-01-04T16:00:00Z');
    expect((await bench.mailsTo(desk)) - before.desk).toBe(1);
    expect(await bench.desk.byId(bench.ada, id)).toMatchObject({ missing: true });
    expect(await history(id)).toEqual([
      ['2097-01-05T12:00', 'due', null],
      ['2097-01-04T12:00', 'missed', null],
    ]);
    // Every morning until she is heard of.
    await at('2097-01-05T09:00:00Z');
    expect((await bench.mailsTo(desk)) - before.desk).toBe(2);
    bench.clock.now = new Date('2097-01-05T10:00:00Z');
    await bench.own.checkIn(her, id, false);
    expect(await history(id)).toEqual([
      ['2097-01-06T12:00', 'due', null],
      ['2097-01-05T12:00', 'made', '2097-01-05T10:00'],
      ['2097-01-04T12:00', 'missed', '2097-01-05T10:00'],
    ]);
    expect(await bench.desk.byId(bench.ada, id)).toMatchObject({ missing: false });
  });

  it('is told once after an outage, and goes on from there', async () => {
    const { id } = await withCheckIns();
    await at('2097-01-20T13:00:00Z');
    await at('2097-01-20T13:01:00Z');
    expect(await history(id)).toEqual([
      ['2097-01-21T12:00', 'due', null],
      ['2097-01-04T12:00', 'missed', null],
    ]);
  });

  it('goes on while the work rests, and ends with it', async () => {
    const { id, her } = await withCheckIns();
    const stop = { reason: 'security', words: '' } as const;
    await bench.own.suspend(her, id, await bench.revisionOf(id), stop);
    await at('2097-01-04T12:00:00Z');
    await at('2097-01-04T16:00:00Z');
    expect(await bench.desk.byId(bench.ada, id)).toMatchObject({
      state: 'suspended',
      missing: true,
    });
    await bench.desk.recordCheckIn(bench.ada, id, 'telephone', true);
    await bench.own.end(her, id, await bench.revisionOf(id), stop);
    expect((await history(id))[0]).toEqual(['2097-01-05T12:00', 'excused', null]);
    await expect(bench.own.checkIn(her, id, false)).rejects.toThrow(InvalidStateError);
    await expect(
      bench.own.planCheckIns(her, id, await bench.revisionOf(id), {
        ...PLAN,
        timeZone: 'Mars/Base',
      }),
    ).rejects.toThrow(InvalidInputError);
  });

  it('opens her emergency contact with two of the desk, and tells her when she is back', async () => {
    const { ada, bea, emergencies } = bench;
    const { id, her, herId } = await withCheckIns();
    await at('2097-01-04T12:00:00Z');
    await at('2097-01-04T16:00:00Z');
    const asked = await emergencies.ask(ada, id, 'She does not answer.');
    await expect(emergencies.ask(bea, id, 'She does not answer.')).rejects.toThrow(ConflictError);
    await expect(emergencies.read(ada, asked.id)).rejects.toThrow(InvalidStateError);
    await expect(emergencies.approve(ada, asked.id)).rejects.toThrow('Another person of the desk');
    await expect(emergencies.approve(bench.fay, asked.id)).rejects.toThrow(NotFoundError);
    await expect(emergencies.ask(bench.ana, id, 'Where is she?')).rejects.toThrow(NotFoundError);
    const third = { ...ada, name: 'user:0190ffff-0000-7000-8000-00000000000c' };
    const stepsLeft = (): Promise<(string | null)[]> =>
      Promise.all(
        [ada, bea, third].map(async (one) => (await emergencies.byId(one, asked.id)).step),
      );
    expect(await stepsLeft()).toEqual([null, 'approve', 'approve']);
    await emergencies.approve(bea, asked.id);
    expect(await stepsLeft()).toEqual(['read', 'read', null]);
    await expect(emergencies.read(third, asked.id)).rejects.toThrow(InvalidStateError);
    expect(await emergencies.read(ada, asked.id)).toBe(EMERGENCY);
    expect(await emergencies.read(bea, asked.id)).toBe(EMERGENCY);
    const { contacts, personalData } = bench.api.services;
    const network = bench.networks.acacia;
    const routine = { purpose: 'CORRECTION', reason: 'The list is corrected.' } as const;
    const called = { purpose: 'SECURITY', reason: 'To call her.' } as const;
    for (const access of [routine, called]) {
      const seen = await contacts.view(ada, herId, network, access);
      expect(seen.contact.emergencyContact).toBeNull();
      expect(seen.hasEmergencyContact).toBe(true);
    }
    // Whoever holds her telephone reads neither that help is called nor that somebody looks for her.
    expect(await contacts.accesses(her, herId)).toMatchObject([{ viewer: ada.name, ...routine }]);
    expect(JSON.stringify(await personalData.export(her, 'json'))).not.toContain(
      'She does not answer.',
    );
    expect(await emergencies.own(her, id)).toEqual([]);
    const before = await bench.mailsTo({ mediatorId: herId });
    bench.clock.now = new Date('2097-01-05T08:00:00Z');
    await bench.own.checkIn(her, id, false);
    expect((await bench.mailsTo({ mediatorId: herId })) - before).toBe(1);
    expect(await emergencies.own(her, id)).toMatchObject([{ reason: 'She does not answer.' }]);
    expect(await contacts.accesses(her, herId)).toMatchObject([
      { viewer: ada.name, ...called },
      { viewer: ada.name, ...routine },
      { viewer: bea.name, purpose: 'SECURITY', reason: 'She does not answer.' },
      { viewer: ada.name, purpose: 'SECURITY', reason: 'She does not answer.' },
    ]);
    await expect(emergencies.read(ada, asked.id)).rejects.toThrow('It is over');
    expect(await stepsLeft()).toEqual([null, null, null]);
    const deeds = await bench.api.services.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY number`,
      [asked.id],
    );
    expect(deeds.map(({ action }) => action)).toEqual([
      'emergency.ask',
      'emergency.approve',
      'emergency.read',
      'emergency.read',
    ]);
  });

  it('does not open what was not approved in time', async () => {
    const { id, herId, her } = await withCheckIns();
    const asked = await bench.emergencies.ask(bench.ada, id, 'She does not answer.');
    bench.clock.now = new Date('2097-01-04T14:00:00Z');
    await expect(bench.emergencies.approve(bench.bea, asked.id)).rejects.toThrow(InvalidStateError);
    // Nobody was told anything: nothing was opened.
    const before = await bench.mailsTo({ mediatorId: herId });
    await bench.own.checkIn(her, id, false);
    expect(await bench.mailsTo({ mediatorId: herId })).toBe(before);
    expect(await bench.emergencies.own(her, id)).toEqual([]);
  });

  it('keeps incidents for the safety officer and herself', async () => {
    const { ada, bea, incidents, networks } = bench;
    const { id, her } = await bench.active(next);
    const reported = await incidents.report(her, id, INCIDENT);
    for (const other of [ada, bea, bench.ana, bench.fay, bench.bo]) {
      await expect(incidents.list(other, id)).rejects.toThrow(NotFoundError);
      await expect(incidents.byId(other, reported.id)).rejects.toThrow(NotFoundError);
    }
    const desks = bench.api.app.get(DeskService);
    await desks.appoint(ada, networks.acacia, bea.userId ?? '', ['safety-officer']);
    expect(await incidents.list(bea, id)).toMatchObject([{ ...INCIDENT, reporter: 'mediator' }]);
    await expect(incidents.list(ada, id)).rejects.toThrow(NotFoundError);
    await incidents.handle(bea, reported.id, 1, {
      action: 'She moved to another hotel.',
      closes: true,
    });
    expect(await incidents.list(her, id)).toMatchObject([
      { action: 'She moved to another hotel.' },
    ]);
    await expect(
      incidents.handle(bea, reported.id, 1, { action: 'Again.', closes: false }),
    ).rejects.toThrow(ConflictError);
    await expect(
      incidents.handle(ada, reported.id, 2, { action: 'Mine.', closes: false }),
    ).rejects.toThrow(NotFoundError);
    await desks.appoint(ada, networks.acacia, bea.userId ?? '', []);
    await expect(incidents.list(bea, id)).rejects.toThrow(NotFoundError);
    const [row] = await bench.api.services.database.query<{ row: string }>(
      'SELECT i::text AS row FROM incident i WHERE id = $1',
      [reported.id],
    );
    expect(row?.row).not.toMatch(/retaliation|high|hotel/);
  });

  it('waives what guards her with two persons and her own word, and no less', async () => {
    const { ada, bea, desk, own } = bench;
    const { id, her } = await bench.planned(next);
    await bench.cleared(id, 'abroad');
    await expect(desk.dispenseLine(ada, id, 'medevac')).rejects.toThrow(InvalidStateError);
    await expect(own.agreeToWaiver(her, id, 'medevac')).rejects.toThrow(InvalidStateError);
    await desk.waiveLine(ada, id, 'medevac', 'The host has an own aircraft.');
    await expect(desk.waiveLine(ada, id, 'medevac', 'Me again.')).rejects.toThrow(
      InvalidStateError,
    );
    await desk.waiveLine(bea, id, 'medevac', 'I agree.');
    const line = async () =>
      (await desk.byId(ada, id)).lines.find(({ kind }) => kind === 'medevac');
    expect(await line()).toMatchObject({ state: 'todo' });
    const seen = await bench.organizers.byId(bench.ana, id);
    expect(JSON.stringify(seen)).not.toMatch(/aircraft|I agree|user:/);
    await own.agreeToWaiver(her, id, 'medevac');
    expect(await line()).toMatchObject({ state: 'waived' });
    // What does not guard her needs no word of hers.
    await desk.waiveLine(ada, id, 'visa', 'None is asked for.');
    await desk.waiveLine(bea, id, 'visa', 'None is asked for.');
    expect((await desk.byId(ada, id)).lines.find(({ kind }) => kind === 'visa')).toMatchObject({
      state: 'waived',
    });
    await expect(
      bench.api.services.database.query(
        `UPDATE clearance_line SET seconded_by = proposed_by WHERE deployment_id = $1 AND kind = 'visa'`,
        [id],
      ),
    ).rejects.toThrow('clearance_line_two_persons');
  });

  it('keeps nothing medical, and does not send her unfit', async () => {
    const { ada, desk } = bench;
    const { id } = await bench.planned(next);
    await bench.cleared(id, 'abroad');
    const finish = (kind: 'medical-fitness' | 'care-and-access-needs', input = {}) =>
      desk.finishLine(ada, id, kind, { ...DONE, ...input });
    await expect(finish('care-and-access-needs', { reference: 'A wheelchair' })).rejects.toThrow(
      InvalidInputError,
    );
    await expect(finish('medical-fitness')).rejects.toThrow(InvalidInputError);
    await expect(finish('medical-fitness', { fit: true })).rejects.toThrow(InvalidInputError);
    await finish('medical-fitness', { fit: false });
    await expect(desk.dispenseLine(ada, id, 'medical-fitness')).rejects.toThrow(InvalidStateError);
    expect(
      (await desk.byId(ada, id)).lines.find(({ kind }) => kind === 'medical-fitness'),
    ).toMatchObject({
      state: 'requested',
      fit: false,
    });
    await expect(desk.handLine(ada, id, 'medical-fitness', 'organizer')).rejects.toThrow(
      InvalidInputError,
    );
  });

  it('shows the organizer nothing of what others clear, of check-ins, openings and incidents', async () => {
    const { ada, bea, desk, own, organizers, ana } = bench;
    const { id, her } = await withCheckIns();
    const before = await organizers.byId(ana, id);
    await at('2097-01-04T12:00:00Z');
    await at('2097-01-04T16:00:00Z');
    const opening = await bench.emergencies.ask(ada, id, 'She does not answer.');
    await bench.emergencies.approve(bea, opening.id);
    await bench.emergencies.read(ada, opening.id);
    await bench.incidents.report(her, id, INCIDENT);
    await desk.reopenLine(ada, id, 'risk-assessment');
    await desk.waiveLine(ada, id, 'risk-assessment', 'It is known.');
    await desk.waiveLine(bea, id, 'risk-assessment', 'It is known.');
    await own.agreeToWaiver(her, id, 'risk-assessment');
    await desk.reopenLine(ada, id, 'employer-release');
    await desk.finishLine(ada, id, 'employer-release', {
      ...DONE,
      validUntil: '2097-02-01',
      reference: 'E-9',
    });
    await own.checkIn(her, id, true);
    await desk.recordCheckIn(ada, id, 'telephone', false);
    await desk.planCheckIns(
      ada,
      id,
      await bench.revisionOf(id),
      { ...PLAN, rhythm: 'weekly' },
      SPOKEN,
    );
    expect(await organizers.byId(ana, id)).toEqual(before);
    // Lines of others are not there for it.
    await expect(organizers.finishLine(ana, id, 'risk-assessment', DONE)).rejects.toThrow(
      NotFoundError,
    );
    await expect(organizers.finishLine(ana, id, 'medevac', DONE)).rejects.toThrow(NotFoundError);
    // Any later day may be proposed, whatever the lines of others say.
    const { revision } = before;
    expect(await organizers.propose(ana, id, revision, '2097-12-31')).toMatchObject({
      proposedUntil: '2097-12-31',
      revision: revision + 1,
    });
  });

  it('tells owners every morning of what is late, and all sides of a last day that comes near', async () => {
    const { id, herId } = await bench.active(next);
    const count = () => bench.mailsTo({ mediatorId: herId });
    await bench.desk.reopenLine(bench.ada, id, 'code-of-conduct');
    const before = await count();
    await at('2097-01-05T09:00:00Z');
    await at('2097-01-05T09:01:00Z');
    expect((await count()) - before).toBe(1);
    await at('2097-01-06T09:00:00Z');
    expect((await count()) - before).toBe(2);
    await bench.desk.finishLine(bench.ada, id, 'code-of-conduct', DONE);
    await at('2097-03-16T09:00:00Z');
    expect((await count()) - before).toBe(2);
    for (const day of ['17', '18', '24', '30', '31']) await at(`2097-03-${day}T09:00:00Z`);
    expect((await count()) - before).toBe(5);
  });

  it('opens a line again that counts no more, and takes readiness back', async () => {
    const { ada, desk } = bench;
    const { id } = await bench.planned(next);
    await bench.cleared(id);
    await desk.finishLine(ada, id, 'screening', { ...DONE, validUntil: '2097-01-02' });
    await bench.closeLines(id);
    await desk.ready(ada, id, await bench.revisionOf(id));
    // At the beginning of the day in UTC, wherever she is.
    await bench.api.services.database.query(
      `UPDATE deployment SET time_zone = 'Pacific/Kiritimati' WHERE id = $1`,
      [id],
    );
    await at('2097-01-02T23:59:00Z');
    expect(await desk.byId(ada, id)).toMatchObject({ state: 'ready' });
    await at('2097-01-03T00:00:00Z');
    const found = await desk.byId(ada, id);
    expect(found).toMatchObject({ state: 'clearing' });
    expect(found.lines.find(({ kind }) => kind === 'screening')).toMatchObject({
      state: 'expired',
    });
    await expect(desk.ready(ada, id, found.revision)).rejects.toThrow(InvalidStateError);
  });

  it('mails the organizer nothing of a step of which it sees nothing', async () => {
    const { services } = bench.api;
    const account = await makeAccount(services, { role: 'organizer' });
    await services.database.query('UPDATE account SET organization_id = $2 WHERE id = $1', [
      account.id,
      bench.ana.organizationId,
    ]);
    const { id, herId } = await bench.planned(next);
    await bench.cleared(id, 'abroad');
    const [told, hers] = [
      await bench.mailsTo({ accountId: account.id }),
      await bench.mailsTo({ mediatorId: herId }),
    ];
    expect(told).toBeGreaterThan(0);
    await bench.cleared(id, 'un-mission');
    expect(await bench.mailsTo({ accountId: account.id })).toBe(told);
    expect(await bench.mailsTo({ mediatorId: herId })).toBe(hers + 1);
  });

  it('does not tell the organizer where she is, neither by the hour of a mail nor by the day', async () => {
    const { services } = bench.api;
    const { organizationId } = bench.ana;
    const inbox = bench.api.app.get(InboxService);
    const account = await makeAccount(services, { role: 'organizer' });
    await services.database.query('UPDATE account SET organization_id = $2 WHERE id = $1', [
      account.id,
      organizationId,
    ]);
    const hoursFrom = (start: string, count: number) =>
      Array.from({ length: count }, (_, i) =>
        new Date(Date.parse(start) + i * 3_600_000).toISOString(),
      );
    /** What waits for the organizer, and by when. */
    const waiting = async () => {
      const filter = { kinds: null, networkId: null };
      const { items } = await inbox.list(bench.ana, filter, { first: 50 });
      const deployments = /clearance|outcome|extension/;
      return items
        .flatMap(({ kind, dueAt }) => (deployments.test(kind) ? [[kind, dueAt]] : []))
        .toSorted();
    };
    const stories: unknown[] = [];
    for (const timeZone of ['Pacific/Auckland', 'Africa/Bamako', 'Pacific/Honolulu']) {
      await services.database.query('DELETE FROM deployment');
      bench.clock.now = new Date('2097-01-02T10:00:00Z');
      const { id, her } = await bench.planned((next += 1));
      const { revision } = await bench.own.byId(her, id);
      await bench.own.planCheckIns(her, id, revision, { ...PLAN, rhythm: 'none', timeZone });
      await bench.cleared(id);
      const waits = [await waiting()];
      await bench.closeLines(id);
      await bench.desk.ready(bench.ada, id, await bench.revisionOf(id));
      bench.clock.now = new Date('2097-01-05T12:00:00Z');
      await bench.desk.activate(bench.ada, id, await bench.revisionOf(id));
      await bench.desk.propose(bench.ada, id, await bench.revisionOf(id), '2097-05-31', SPOKEN);
      waits.push(await waiting());
      await bench.desk.refuseExtension(bench.ada, id, await bench.revisionOf(id));
      await at('2097-03-16T00:00:00Z');
      await services.database.query('DELETE FROM mail_message');
      const sent: string[] = [];
      for (const hour of hoursFrom('2097-03-16T12:00:00Z', 48)) {
        await at(hour);
        const mails = await services.database.query<{ notBefore: Date | null }>(
          `DELETE FROM mail_message WHERE account_id = $1 RETURNING not_before AS "notBefore"`,
          [account.id],
        );
        for (const { notBefore } of mails) {
          sent.push(notBefore && notBefore > bench.clock.now ? notBefore.toISOString() : hour);
        }
      }
      const done: string[] = [];
      for (const hour of hoursFrom('2097-03-30T06:00:00Z', 48)) {
        bench.clock.now = new Date(hour);
        const read = await bench.organizers.byId(bench.ana, id);
        const outcome = {
          outcome: 'not-disclosed',
          outcomeReaders: 'restricted',
          genderProvisions: null,
          genderReaders: 'restricted',
          source: '',
        } as const;
        try {
          await bench.organizers.complete(bench.ana, id, read.revision, outcome);
          done.push(hour);
          break;
        } catch (error) {
          if (!(error instanceof InvalidStateError)) throw error;
        }
      }
      stories.push({ waits, sent, done });
    }
    expect(stories[0]).toEqual({
      waits: [
        [['clearance-lines', '2096-12-28T00:00:00Z']],
        [
          ['deployment-outcome', '2097-04-01T00:00:00Z'],
          ['extension-proposed', '2097-03-31T00:00:00Z'],
        ],
      ],
      sent: ['2097-03-17T21:00:00.000Z'],
      done: ['2097-03-31T00:00:00.000Z'],
    });
    for (const story of stories) expect(story).toEqual(stories[0]);
  });

  it('is told to operators by days of UTC, wherever she is', async () => {
    const { id } = await bench.planned(next);
    const { database, identity } = bench.api.services;
    const stuckAt = async (time: string) => {
      const inbox = new InboxService(
        database,
        identity.accounts,
        { confirmAfterDays: 365 },
        () => new Date(time),
      );
      const { items } = await inbox.stuck(OPERATOR, { first: 500 });
      const own = items.filter((item) => item.id === id && item.kind === 'deployment-to-clear');
      return own.map(({ dueAt, reason }) => [dueAt, reason]);
    };
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await database.query(
        `UPDATE deployment SET time_zone = $2, wake_at = '2099-01-01' WHERE id = $1`,
        [id, zone],
      );
      expect(await stuckAt('2097-01-03T23:59:00Z')).toEqual([]);
      expect(await stuckAt('2097-01-04T00:00:00Z')).toEqual([['2097-01-04T00:00:00Z', 'overdue']]);
    }
  });
});
