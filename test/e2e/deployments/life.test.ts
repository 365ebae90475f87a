import { DeploymentFeedbackService, OrganizerDeploymentService } from '#deployments';
import type { Viewer } from '#identity';
import { InboxService } from '#inbox';
import { IntroductionService } from '#introductions';
import { ConflictError, InvalidInputError, InvalidStateError, NotFoundError } from '#kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DONE, openDeployBench, type DeployBench } from '../../support/deploying.js';

const OUTCOME = {
  outcome: 'talks-continue',
  outcomeReaders: 'restricted',
  genderProvisions: true,
  genderReaders: 'public',
  source: 'The communiqué of 31 March',
} as const;
const SPOKEN = { channel: 'telephone', proof: 'Call of Tuesday, 10:00' } as const;
const REASON = { reason: 'security', words: 'The road is closed.' } as const;

describe('a deployment', () => {
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

  const row = async (id: string) => {
    const [found] = await bench.api.services.database.query<Record<string, unknown>>(
      'SELECT state, wake_at AS "wakeAt", told_days AS "toldDays" FROM deployment WHERE id = $1',
      [id],
    );
    return found;
  };
  it('waits for each side in its own inbox', async () => {
    const { ana, ada, desk } = bench;
    const { id, her } = await bench.planned(next);
    const inbox = bench.api.app.get(InboxService);
    const waiting = async (viewer: Viewer) => {
      const { items } = await inbox.list(viewer, { kinds: null, networkId: null }, { first: 50 });
      return items.flatMap((item) => (item.id === id ? [item.kind] : [])).toSorted();
    };
    expect([await waiting(ada), await waiting(ana), await waiting(her)]).toEqual([
      ['deployment-to-clear'],
      [],
      [],
    ]);
    await bench.cleared(id, 'abroad');
    expect([await waiting(ada), await waiting(ana), await waiting(her)]).toEqual([
      ['clearance-lines'],
      ['clearance-lines'],
      ['clearance-lines'],
    ]);
    await desk.ready(ada, id, (await bench.closeLines(id)).revision);
    expect([await waiting(ada), await waiting(ana), await waiting(her)]).toEqual([
      ['deployment-to-begin'],
      [],
      [],
    ]);
    bench.clock.now = new Date('2097-01-04T08:00:00Z');
    await desk.activate(ada, id, await bench.revisionOf(id));
    expect([await waiting(ada), await waiting(ana), await waiting(her)]).toEqual([
      [],
      ['deployment-outcome'],
      [],
    ]);
    bench.clock.now = new Date('2097-03-31T15:00:00Z');
    const { revision } = await bench.organizers.byId(ana, id);
    await bench.organizers.complete(ana, id, revision, OUTCOME);
    expect([await waiting(ada), await waiting(ana), await waiting(her)]).toEqual([
      [],
      ['deployment-feedback'],
      ['deployment-feedback', 'experience-offer'],
    ]);
  });

  it('goes from a connected introduction to its close, and each side sees its own', async () => {
    const { ana, ada, clock, desk, own, organizers } = bench;
    const { id, her, needId } = await bench.planned(next);
    expect(await organizers.byId(ana, id)).toMatchObject({
      state: 'planned',
      needId,
      mode: 'in-person',
      startsOn: '2097-01-04',
      endsOn: '2097-03-31',
      percent: 50,
      role: 'adviser',
      lines: [],
      revision: 1,
    });
    expect(await own.list(her)).toMatchObject([{ id, state: 'planned' }]);

    const clearing = await bench.cleared(id, 'abroad');
    expect(clearing.lines).toHaveLength(22);
    await expect(desk.ready(ada, id, clearing.revision)).rejects.toThrow(InvalidStateError);
    const contract = 'contract-or-letter' as const;
    expect(
      await organizers.finishLine(ana, id, contract, { ...DONE, reference: 'C-17' }),
    ).toMatchObject({ state: 'clearing' });
    const agreed = 'tor-agreed' as const;
    await own.finishLine(her, id, agreed, DONE);
    const closed = await bench.closeLines(id);
    await desk.ready(ada, id, closed.revision);
    await expect(desk.activate(ada, id, await bench.revisionOf(id))).rejects.toThrow(
      'The first day has not come',
    );
    clock.now = new Date('2097-01-04T08:00:00Z');
    expect(await desk.activate(ada, id, await bench.revisionOf(id))).toMatchObject({
      state: 'active',
      beganAt: clock.now,
    });

    const seen = await organizers.byId(ana, id);
    expect(seen.lines.map(({ kind }) => kind)).toEqual([
      'contract-or-letter',
      'fee-agreed',
      'interpreter',
      'accident-insurance',
      'health-insurance',
      'medevac',
      'travel',
      'malicious-acts-insurance',
    ]);
    expect(seen.lines[0]).toMatchObject({ state: 'done', reference: 'C-17' });

    await expect(organizers.complete(ana, id, seen.revision, OUTCOME)).rejects.toThrow(
      'The last day has not come',
    );
    clock.now = new Date('2097-03-31T15:00:00Z');
    const done = await organizers.complete(ana, id, seen.revision, OUTCOME);
    expect(done).toMatchObject({
      ...withoutSource(OUTCOME),
      state: 'completed',
      outcomeSource: OUTCOME.source,
    });
    expect(await own.byId(her, id)).toMatchObject({
      experience: 'offered',
      outcome: 'talks-continue',
    });

    clock.now = new Date('2097-04-30T15:01:00Z');
    await bench.clocks.handle();
    expect(await row(id)).toMatchObject({ state: 'closed', wakeAt: null });
    const actions = await bench.api.services.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_kind = 'deployment' AND subject_id = $1 ORDER BY number`,
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'deployment.plan',
      'deployment.clear',
      'deployment.ready',
      'deployment.activate',
      'deployment.complete',
      'deployment.lapse',
    ]);
  });

  it('begins once for an introduction', async () => {
    const { introductionId } = await bench.planned(next);
    const again = bench.organizers.plan(bench.ana, introductionId, {
      role: null,
      track: null,
      supervisor: '',
    });
    await expect(again).rejects.toThrow(InvalidStateError);
    await expect(
      bench.organizers.plan(bench.bo, introductionId, { role: null, track: null, supervisor: '' }),
    ).rejects.toThrow(NotFoundError);
    expect(bench.api.app.get(OrganizerDeploymentService)).toBe(bench.organizers);
    expect(bench.api.app.get(IntroductionService)).toBeDefined();
  });

  it('is hidden from other organizations, networks and women', async () => {
    const { id } = await bench.planned(next);
    const other = await bench.planned(1000 + next);
    await expect(bench.organizers.byId(bench.bo, id)).rejects.toThrow(NotFoundError);
    await expect(bench.desk.byId(bench.fay, id)).rejects.toThrow(NotFoundError);
    await expect(bench.own.byId(other.her, id)).rejects.toThrow(NotFoundError);
    // A coordinator does not act as an organizer, nor the other way round.
    await expect(bench.organizers.byId(bench.ada, id)).rejects.toThrow(NotFoundError);
    await expect(bench.desk.byId(bench.ana, id)).rejects.toThrow(NotFoundError);
    const page = { first: 50 };
    expect((await bench.organizers.list(bench.bo, {}, page)).items).toEqual([]);
    const { items } = await bench.desk.list(bench.ada, { networkId: bench.networks.acacia }, page);
    expect(items.map((one) => one.id)).toEqual(expect.arrayContaining([id, other.id]));
  });

  it('changes only at the revision that was read', async () => {
    const { id } = await bench.planned(next);
    const edit = (revision: number) =>
      bench.organizers.edit(bench.ana, id, revision, { startsOn: '2097-01-10' });
    expect(await edit(1)).toMatchObject({ startsOn: '2097-01-10', revision: 2 });
    await expect(edit(1)).rejects.toThrow(ConflictError);
    await expect(bench.organizers.edit(bench.ana, id, 2, { endsOn: '2097-01-01' })).rejects.toThrow(
      InvalidInputError,
    );
  });

  it('asks for her agreement again when its days change, and is ready no more', async () => {
    const { ada, desk, organizers, ana } = bench;
    const { id } = await bench.planned(next);
    await bench.cleared(id);
    await bench.closeLines(id);
    const ready = await desk.ready(ada, id, await bench.revisionOf(id));
    expect(ready.state).toBe('ready');
    const { revision } = await organizers.byId(ana, id);
    expect(await organizers.edit(ana, id, revision, { endsOn: '2097-03-30' })).toMatchObject({
      state: 'clearing',
    });
    const { lines } = await desk.byId(ada, id);
    expect(lines.filter(({ state }) => state === 'todo').map(({ kind }) => kind)).toEqual([
      'tor-agreed',
    ]);
  });

  it('is extended by two sides, and not beyond what its lines cover', async () => {
    const { ana, ada, desk, organizers, own } = bench;
    const { id, her } = await bench.active(next);
    const insurance = 'accident-insurance' as const;
    await desk.reopenLine(ada, id, insurance);
    await desk.finishLine(ada, id, insurance, { ...DONE, validUntil: '2097-04-30' });
    const revision = async () => (await organizers.byId(ana, id)).revision;
    // The organizer may propose any day: what lines of others say is not told to it.
    const proposed = await organizers.propose(ana, id, await revision(), '2097-05-31');
    expect(proposed).toMatchObject({ proposedUntil: '2097-05-31', ownProposal: true });
    await expect(organizers.extend(ana, id, await revision(), '2097-05-31')).rejects.toThrow(
      InvalidStateError,
    );
    const hers = (await own.byId(her, id)).revision;
    await expect(own.extend(her, id, hers, '2097-05-31')).rejects.toThrow(
      'A line of clearance ends before the new last day',
    );
    await own.refuseExtension(her, id, hers);
    await expect(own.propose(her, id, await bench.revisionOf(id), '2097-05-31')).rejects.toThrow(
      InvalidStateError,
    );
    await desk.propose(ada, id, await bench.revisionOf(id), '2097-04-30', SPOKEN);
    await expect(own.extend(her, id, await bench.revisionOf(id), '2097-04-30')).rejects.toThrow(
      'Who proposes an extension does not accept it.',
    );
    expect(await organizers.extend(ana, id, await revision(), '2097-04-30')).toMatchObject({
      endsOn: '2097-04-30',
      firstEndsOn: '2097-03-31',
      proposedUntil: null,
    });
  });

  it('drops an extension that lines do not cover any more', async () => {
    const { ana, ada, desk, organizers } = bench;
    const { id } = await bench.active(next);
    await desk.propose(ada, id, await bench.revisionOf(id), '2097-06-30', SPOKEN);
    const risk = 'risk-assessment' as const;
    await desk.reopenLine(ada, id, risk);
    await desk.finishLine(ada, id, risk, { ...DONE, validUntil: '2097-05-31' });
    expect(await organizers.byId(ana, id)).toMatchObject({ proposedUntil: null });
  });

  it('rests and goes on, ends early, and keeps its reason from the organizer', async () => {
    const { ana, ada, desk, organizers, own } = bench;
    const { id, her } = await bench.active(next);
    await desk.suspend(ada, id, await bench.revisionOf(id), REASON);
    expect(await organizers.byId(ana, id)).toMatchObject({
      state: 'suspended',
      reason: null,
      reasonWords: '',
    });
    expect(await own.byId(her, id)).toMatchObject({ reason: 'security', endedBy: 'desk' });
    await desk.resume(ada, id, await bench.revisionOf(id));
    const { revision } = await own.byId(her, id);
    await own.end(her, id, revision, { reason: 'family', words: '' });
    const seen = await organizers.byId(ana, id);
    expect(seen).toMatchObject({ state: 'ended-early', reason: null });
    expect(JSON.stringify(seen)).not.toMatch(/:"family"|:"security"|road is closed/);
    expect(await row(id)).toMatchObject({ wakeAt: new Date('2097-02-03T10:00:00Z') });
  });

  it('is closed by the desk once it is told what came of it and feedback is in, or its time is over', async () => {
    const { ana, ada, desk, own } = bench;
    const feedback = bench.api.app.get(DeploymentFeedbackService);
    const close = async (id: string) => desk.close(ada, id, await bench.revisionOf(id));
    const ended = async (number: number) => {
      const { id, her } = await bench.active(number);
      const { revision } = await own.byId(her, id);
      await own.end(her, id, revision, { reason: 'family', words: '' });
      return { id, her };
    };
    const said = { ratings: [], again: true, text: null };

    const { id, her } = await ended(next);
    await feedback.give(ana, id, null, said);
    await feedback.give(her, id, null, said);
    await expect(close(id)).rejects.toThrow('Nobody has told what came of it');
    await desk.report(ada, id, await bench.revisionOf(id), OUTCOME);
    expect(await close(id)).toMatchObject({ state: 'closed' });
    expect(await row(id)).toMatchObject({ state: 'closed', wakeAt: null });

    // Of one side alone nothing is told, and closing does not tell it either.
    const silent = await ended(5000 + next);
    await desk.report(ada, silent.id, await bench.revisionOf(silent.id), OUTCOME);
    await feedback.give(silent.her, silent.id, null, said);
    await expect(close(silent.id)).rejects.toThrow('Feedback is awaited');
    bench.clock.now = new Date('2097-01-25T09:59:59Z');
    await expect(close(silent.id)).rejects.toThrow('Feedback is awaited');
    bench.clock.now = new Date('2097-01-25T10:00:00Z');
    expect(await close(silent.id)).toMatchObject({ state: 'closed' });
  });

  it('is cancelled with its need, or with the suspension of its organization, before it begins', async () => {
    const { database } = bench.api.services;
    const { id, needId } = await bench.planned(next);
    const going = await bench.active(2000 + next);
    await database.query(
      `UPDATE need SET state = 'cancelled', closed_at = now() WHERE id = ANY($1::uuid[])`,
      [[needId, going.needId]],
    );
    await bench.clocks.handle();
    expect(await bench.organizers.byId(bench.ana, id)).toMatchObject({
      state: 'cancelled',
      reason: 'need-cancelled',
    });
    expect(await row(going.id)).toMatchObject({ state: 'active' });

    const other = await bench.planned(3000 + next);
    const suspend = async (state: string) =>
      database.query('UPDATE organization SET state = $2 WHERE id = $1', [
        bench.ana.organizationId,
        state,
      ]);
    await suspend('suspended');
    await bench.clocks.handle();
    await expect(bench.organizers.byId(bench.ana, other.id)).rejects.toThrow(NotFoundError);
    await suspend('verified');
    expect(await bench.organizers.byId(bench.ana, other.id)).toMatchObject({
      state: 'cancelled',
      reason: 'organization-suspended',
    });
  });

  it('offers her verified experience, which she takes into her profile or not', async () => {
    const { ana, clock, organizers, own } = bench;
    const done = async (number: number) => {
      const made = await bench.active(number);
      clock.now = new Date('2097-03-31T15:00:00Z');
      const { revision } = await organizers.byId(ana, made.id);
      await organizers.complete(ana, made.id, revision, OUTCOME);
      return { ...made, revision: (await own.byId(made.her, made.id)).revision };
    };
    const first = await done(next);
    // The need is not public: she says herself what may be named.
    await expect(own.acceptExperience(first.her, first.id, first.revision, {})).rejects.toThrow(
      InvalidInputError,
    );
    const taken = await own.acceptExperience(first.her, first.id, first.revision, {
      processName: 'Talks in the Sahel',
    });
    expect(taken).toMatchObject({
      experience: 'accepted',
      experienceOffered: {
        processName: 'Talks in the Sahel',
        role: 'adviser',
        track: '1.5',
        yearFrom: 2097,
      },
    });
    const profile = await bench.api.services.profiles.whole(first.her, first.herId);
    expect(profile.experience).toEqual([
      expect.objectContaining({ processName: 'Talks in the Sahel', territory: null }),
    ]);
    await expect(
      own.acceptExperience(first.her, first.id, taken.revision, { processName: 'Again' }),
    ).rejects.toThrow(InvalidStateError);
    const second = await done(4000 + next);
    await own.declineExperience(second.her, second.id, second.revision);
    expect(await own.byId(second.her, second.id)).toMatchObject({ experience: 'declined' });
  });

  it('leaves a count and nothing of her when she is erased, and follows her when records are merged', async () => {
    const { services } = bench.api;
    const { id, herId, needId } = await bench.active(next);
    bench.clock.now = new Date('2097-01-05T10:00:00Z');
    await services.database.query('DELETE FROM mediator WHERE id = $1', [herId]);
    expect(await row(id)).toBeUndefined();
    const [gone] = await services.database.query<Record<string, unknown>>(
      'SELECT * FROM deployment_gone WHERE need_id = $1',
      [needId],
    );
    expect(gone).toMatchObject({ track: '1.5', mode: 'in-person', outcome: null });
    expect(Object.keys(gone ?? {}).toSorted()).toEqual([
      'days',
      'id',
      'mode',
      'need_id',
      'network_id',
      'organization_id',
      'outcome',
      'track',
    ]);
    expect(gone?.id).not.toBe(id);

    const other = await bench.planned(5000 + next);
    const kept = (
      await bench.list('fjord', {
        external_id: 'T-9999',
        full_name: 'The Same Woman',
        languages: 'French (C1)',
        confirmed_on: '2026-10-01',
        consent: 'LISTED',
      })
    )(9999);
    await services.database.query('UPDATE mediator SET merged_into = $2 WHERE id = $1', [
      other.herId,
      kept,
    ]);
    expect(await bench.own.list(bench.herself(kept))).toMatchObject([{ id: other.id }]);
    expect(await bench.desk.byId(bench.ada, other.id)).toMatchObject({ mediatorId: kept });
  });
});

function withoutSource({
  source: _source,
  ...rest
}: typeof OUTCOME): Omit<typeof OUTCOME, 'source'> {
  return rest;
}
