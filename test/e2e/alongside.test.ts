import { LookBackClocks, MentoringService } from '#deployments';
import { OPERATOR, type Viewer } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globalId, type Answered } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { openNeedBench, type NeedBench } from '../support/needing.js';
import { insertDeploymentAt } from '../support/stored-deployment.js';
import { insertNeed } from '../support/stored-need.js';
import { coordinatorViewer, mediatorViewer } from '../support/viewers.js';

const DAY = 86_400_000;
const CONSENTS = { consent: 'LISTED; MATCHED; CONTACTED; STATISTICS' };
const PLACE = `id party state form deploymentId organization newcomer { name } mentor { name } ownAgreed waitsFor
  arrangedDeploymentId`;
const RESULT = `__typename ... on AlongsidePlace { ${PLACE} } ... on ValidationError { fields { path code } }
  ... on InvalidState { message } ... on NotFound { message }`;

describe('a second place beside a mediator', () => {
  let bench: NeedBench;
  let desk: Viewer;
  let acacia: string;
  let needId: string;
  /** Mentors and newcomers, by name. */
  const women = new Map<string, string>();
  const her = (name: string) => mediatorViewer(women.get(name)!);

  beforeAll(async () => {
    bench = await openNeedBench();
    const { services } = bench.api;
    await fill(services, 'acacia', [
      ...['Lead', 'Nia', 'Noor', 'Rose', 'Zed'].map((name, i) =>
        record(i, { full_name: `${name} Woman`, ...CONSENTS, email: `${name}@women.example` }),
      ),
      record(8, { full_name: 'Quiet Woman', consent: 'LISTED; MATCHED' }),
    ]);
    await fill(services, 'baobab', [record(9, { full_name: 'Other Woman', ...CONSENTS })]);
    acacia = (await services.networks.bySlug('acacia'))!.id;
    desk = coordinatorViewer(acacia);
    const rows = await services.database.query<{ id: string; name: string }>(
      `SELECT id, split_part(full_name, ' ', 1) AS name FROM mediator`,
    );
    for (const { id, name } of rows) women.set(name, id);
    needId = await insertNeed(services.database, {
      organization_id: bench.ana.organizationId,
      alongside: 'shadow',
    });
  });
  afterAll(async () => bench.close());

  /** A deployment of the lead mediator that goes on. */
  const deployed = (columns = {}) => {
    const { database, vault } = bench.api.services;
    const organizationId = bench.ana.organizationId ?? '';
    const ask = { needId, organizationId, networkId: acacia, mediatorId: women.get('Lead')! };
    const began = new Date(Date.now() - 5 * DAY);
    return database.transaction((tx) =>
      insertDeploymentAt(tx, vault, ask, { began_at: began, ...columns }),
    );
  };
  const propose = (deployment: string, name: string, viewer = desk) =>
    bench.ask(
      viewer,
      `mutation { proposeAlongside(input: { deploymentId: "${globalId('Deployment', deployment)}",
        mediatorId: "${globalId('Profile', women.get(name)!)}", form: SHADOW }) { ${RESULT} } }`,
    );
  const act = (mutation: string, viewer: Viewer, id: unknown) =>
    bench.ask(viewer, `mutation { ${mutation}(id: "${String(id)}") { ${RESULT} } }`);
  const agree = (viewer: Viewer, id: unknown) => act('agreeToAlongside', viewer, id);
  const mine = async (viewer: Viewer): Promise<Answered[]> =>
    (await bench.ask(viewer, `{ myAlongsidePlaces { ${PLACE} } }`)) as unknown as Answered[];
  /** What of second places is in somebody's inbox. */
  const waiting = async (viewer: Viewer): Promise<string[]> => {
    const { edges } = await bench.ask(
      viewer,
      '{ inbox(kinds: [SECOND_PLACE]) { edges { node { kind } } } }',
    );
    return (edges as { node: { kind: string } }[]).map(({ node }) => node.kind);
  };
  const organizers = async (): Promise<Answered[]> =>
    (await bench.ask(bench.ana, `{ alongsidePlaces { ${PLACE} } }`)) as unknown as Answered[];

  it('is agreed to by the newcomer, then by organizer and mentor, and recorded as mentoring', async () => {
    const deployment = await deployed({ time_zone: 'Pacific/Auckland' });
    const proposed = await propose(deployment, 'Nia');
    expect(proposed).toMatchObject({
      party: 'DESK',
      state: 'WAITING',
      waitsFor: ['NEWCOMER'],
      newcomer: { name: 'Nia Woman' },
    });
    const { id } = proposed;
    // Before she agrees, nobody else knows.
    expect(await waiting(her('Nia'))).toEqual(['SECOND_PLACE']);
    expect([await waiting(bench.ana), await waiting(her('Lead'))]).toEqual([[], []]);
    expect(await organizers()).toEqual([]);
    expect(await mine(her('Lead'))).toEqual([]);
    expect(await agree(bench.ana, id)).toMatchObject({ __typename: 'NotFound' });
    expect(await mine(her('Nia'))).toMatchObject([
      { party: 'NEWCOMER', organization: 'Ministry of Peace', mentor: null, deploymentId: null },
    ]);
    expect(await agree(her('Nia'), id)).toMatchObject({ ownAgreed: true, mentor: null });
    expect(await organizers()).toMatchObject([
      { newcomer: { name: 'Nia Woman' }, ownAgreed: false },
    ]);
    expect([await waiting(her('Nia')), await waiting(bench.ana)]).toEqual([[], ['SECOND_PLACE']]);
    const agreed = await agree(bench.ana, id);
    expect(agreed).toMatchObject({ state: 'WAITING', ownAgreed: true, waitsFor: [] });
    expect(await mine(her('Lead'))).toMatchObject([{ party: 'MENTOR', ownAgreed: false }]);
    expect(await agree(her('Lead'), id)).toMatchObject({ state: 'ARRANGED' });
    expect(await mine(her('Nia'))).toMatchObject([
      { state: 'ARRANGED', mentor: { name: 'Lead Woman' } },
    ]);
    const rows = await bench.api.asOwner<{
      place: string;
      state: string;
      role: string;
      zone: string;
    }>(
      `SELECT d.place, d.state, d.role, d.time_zone AS zone FROM deployment d WHERE d.mediator_id = '${women.get('Nia')}'`,
    );
    // Where her mentor is at home is not told by the clock.
    expect(rows).toEqual([{ place: 'alongside', state: 'planned', role: 'observer', zone: 'UTC' }]);
    expect(await propose(deployment, 'Noor')).toMatchObject({ __typename: 'InvalidState' });

    await bench.api.asOwner(
      `UPDATE deployment SET state = 'completed', began_at = now() - interval '3 days', ended_at = now()
       WHERE mediator_id = '${women.get('Nia')}'`,
    );
    await bench.api.app.get(LookBackClocks).handle();
    const mentorings = '{ myMentorings { id part form shown } }';
    const own = (await bench.ask(her('Lead'), mentorings)) as unknown as Answered[];
    expect(own).toMatchObject([{ part: 'MENTOR', form: 'SHADOW', shown: false }]);
    expect(await bench.ask(her('Nia'), mentorings)).toMatchObject([{ part: 'NEWCOMER' }]);
    const profile = async (name: string) => {
      const { mediatorIds } = bench.api.services;
      const key = women.get(name)!;
      const outside = (await mediatorIds.publicIds([key])).get(key)!;
      return bench.ask(
        null,
        `{ mediator(id: "${globalId('Mediator', outside)}") { mentorings { part form } } }`,
      );
    };
    expect(await profile('Lead')).toEqual({ mentorings: [] });
    const show = (viewer: Viewer, shown: boolean) =>
      bench.ask(
        viewer,
        `mutation { showMentoring(id: "${String(own[0]!.id)}", shown: ${shown}) { __typename ... on OwnMentoring { shown } } }`,
      );
    expect(await show(her('Lead'), true)).toMatchObject({ shown: true });
    expect(await show(her('Zed'), true)).toMatchObject({ __typename: 'NotFound' });
    expect(await profile('Lead')).toEqual({ mentorings: [{ part: 'MENTOR', form: 'SHADOW' }] });
    expect(await profile('Nia')).toEqual({ mentorings: [] });
    // On a database that was restored, where one of them has decided anew since.
    const { app } = bench.api;
    const [{ id: kept } = { id: '' }] = await bench.api.services.database.query<{ id: string }>(
      'SELECT id FROM mentoring',
    );
    await app.get(MentoringService).hideAgain(OPERATOR, kept);
    expect(await profile('Lead')).toEqual({ mentorings: [] });
    await show(her('Lead'), true);
    // Under a code name a profile tells nothing of it.
    await bench.api.asOwner(
      `UPDATE mediator SET pseudonymous = true, code_name = 'Grey Heron' WHERE id = '${women.get('Lead')}'`,
    );
    const left = await bench.api.services.database.query('SELECT FROM mentoring');
    expect(left).toHaveLength(1);
    expect((await profile('Lead')).mentorings ?? []).toEqual([]);
    await bench.api.asOwner(
      `UPDATE mediator SET pseudonymous = false, code_name = NULL WHERE id = '${women.get('Lead')}'`,
    );
  });

  it('ends in the same word, whoever did not agree', async () => {
    const ends: Answered[][] = [];
    for (const decliner of ['Noor', 'Lead', 'desk', 'clock']) {
      const { id } = await propose(await deployed(), 'Noor');
      await agree(her('Noor'), id);
      if (decliner === 'desk') await act('withdrawAlongside', desk, id);
      else if (decliner === 'clock') {
        await bench.api.asOwner(
          `UPDATE alongside_place SET wake_at = now() WHERE state = 'offered'`,
        );
        await bench.api.app.get(LookBackClocks).handle();
      } else await act('declineAlongside', her(decliner), id);
      const [latest] = await organizers();
      const { id: _id, deploymentId: _deployment, ...shown } = latest!;
      ends.push([shown]);
    }
    expect(ends[0]).toMatchObject([{ state: 'ENDED', waitsFor: [] }]);
    expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1);
  });

  it('is never shown to the organizer when the newcomer does not want it', async () => {
    const before = (await organizers()).length;
    const { id } = await propose(await deployed(), 'Rose');
    await act('declineAlongside', her('Rose'), id);
    expect(await organizers()).toHaveLength(before);
    expect(await agree(her('Rose'), id)).toMatchObject({ __typename: 'InvalidState' });
  });

  it('is proposed for women whom the network lists and who agree to be contacted', async () => {
    const deployment = await deployed();
    expect(await propose(deployment, 'Other')).toMatchObject({ __typename: 'NotFound' });
    for (const name of ['Quiet', 'Lead']) {
      expect(await propose(deployment, name)).toEqual({
        __typename: 'ValidationError',
        fields: [{ path: 'mediatorId', code: 'NOT_ELIGIBLE' }],
      });
    }
    expect(await propose(deployment, 'Rose', coordinatorViewer(needId))).toMatchObject({
      __typename: 'NotFound',
    });
    const over = await deployed({ state: 'completed', ended_at: new Date() });
    expect(await propose(over, 'Rose')).toMatchObject({ __typename: 'InvalidState' });
  });

  it('is arranged once, though organizer and mentor agree at the same moment', async () => {
    const { id } = await propose(await deployed(), 'Zed');
    await agree(her('Zed'), id);
    await Promise.all([agree(bench.ana, id), agree(her('Lead'), id), agree(bench.alba, id)]);
    const rows = await bench.api.asOwner(
      `SELECT FROM deployment WHERE mediator_id = '${women.get('Zed')}'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('stays hers when the mediator beside her is erased', async () => {
    const { id } = await propose(await deployed(), 'Rose');
    for (const viewer of [her('Rose'), bench.ana, her('Lead')]) await agree(viewer, id);
    const places = async () =>
      bench.api.asOwner<{ place: string }>(
        `SELECT place FROM deployment WHERE mediator_id IN ('${women.get('Rose')}', '${women.get('Lead')}')
         AND place = 'alongside'`,
      );
    expect(await places()).toEqual([{ place: 'alongside' }]);
    await bench.api.services.database.query('DELETE FROM mediator WHERE id = $1', [
      women.get('Lead'),
    ]);
    expect(await places()).toEqual([{ place: 'alongside' }]);
  });
});
