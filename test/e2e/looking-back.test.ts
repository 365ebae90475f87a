import { LessonService, LookBackClocks, OrganizerFiguresService } from '#deployments';
import { endedQuarters } from '#engagement';
import { addDays, startOf } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globalId, type Answered } from '../support/curating.js';
import { fill, record } from '../support/fill.js';
import { openNeedBench, type NeedBench } from '../support/needing.js';
import { insertDeploymentAt } from '../support/stored-deployment.js';
import { insertNeed } from '../support/stored-need.js';
import { coordinatorViewer, mediatorViewer } from '../support/viewers.js';
import { OPERATOR, type Viewer } from '#identity';

const DAY = 86_400_000;
const REFUSALS = `... on ValidationError { fields { path code } } ... on NotFound { message }
  ... on InvalidState { message } ... on Conflict { message }`;
const FEEDBACK = `__typename ... on DeploymentFeedback { ownSide releasedAt
  given { side ratings { quality rating } again text reply revision } } ${REFUSALS}`;
const REVIEW = `__typename ... on AfterActionReview { answers { side happened revision } } ${REFUSALS}`;
const LESSON = `__typename ... on DeskLesson { id state revision publishedOn text { title happened } } ${REFUSALS}`;

interface Given {
  readonly side: string;
  readonly reply: string | null;
}

describe('looking back on a deployment', () => {
  let bench: NeedBench;
  let acacia: string;
  let desk: Viewer;
  let needId: string;
  const women: string[] = [];

  beforeAll(async () => {
    bench = await openNeedBench();
    const { services } = bench.api;
    await fill(services, 'acacia', [
      record(0, { full_name: 'Awa Ndiaye', consent: 'LISTED; MATCHED; STATISTICS' }),
      ...Array.from({ length: 12 }, (_, i) =>
        record(i + 1, {
          full_name: `Zed Person${i}`,
          consent: 'LISTED; MATCHED; STATISTICS',
          email: `w${i}@women.example`,
        }),
      ),
    ]);
    acacia = (await services.networks.bySlug('acacia'))!.id;
    desk = coordinatorViewer(acacia);
    const rows = await services.database.query<{ id: string }>(
      `SELECT id FROM mediator ORDER BY full_name, id`,
    );
    women.push(...rows.map(({ id }) => id));
    needId = await insertNeed(services.database, {
      organization_id: bench.ana.organizationId,
    });
  });
  afterAll(async () => bench.close());

  /** A deployment that ended so many days ago, or at a moment. */
  const ended = (mediatorId: string, ago: number | Date = 1, columns = {}) => {
    const at = typeof ago === 'number' ? new Date(Date.now() - ago * DAY) : ago;
    const { database, vault } = bench.api.services;
    const organizationId = bench.ana.organizationId ?? '';
    return database.transaction((tx) =>
      insertDeploymentAt(
        tx,
        vault,
        { needId, organizationId, networkId: acacia, mediatorId },
        {
          began_at: new Date(at.getTime() - 10 * DAY),
          ended_at: at,
          state: 'completed',
          ...columns,
        },
      ),
    );
  };
  const idOf = (id: string) => JSON.stringify(globalId('Deployment', id));
  const read = (viewer: Viewer | null, id: string) =>
    bench.ask(viewer, `{ deploymentFeedback(deploymentId: ${idOf(id)}) { ${FEEDBACK} } }`);
  const give = (viewer: Viewer, id: string, ratings: string, revision = 'null', again = true) =>
    bench.ask(
      viewer,
      `mutation { giveDeploymentFeedback(input: { deploymentId: ${idOf(id)}, revision: ${revision}, ratings: [${ratings}], again: ${again}, text: "In my own words." }) { ${FEEDBACK} } }`,
    );
  const reply = (viewer: Viewer, id: string) =>
    bench.ask(
      viewer,
      `mutation { replyToDeploymentFeedback(deploymentId: ${idOf(id)}, text: "I see it otherwise.") { ${FEEDBACK} } }`,
    );
  const sides = (answer: Answered) => (answer.given as Given[]).map(({ side }) => side);

  describe('feedback', () => {
    it('is blind until both sides have given it, to the desk too', async () => {
      const [her] = [mediatorViewer(women[0]!)];
      const id = await ended(women[0]!);
      const first = await give(bench.ana, id, '{ quality: IMPARTIALITY, rating: 4 }');
      expect(first).toMatchObject({ ownSide: 'ORGANIZER', releasedAt: null });
      expect(sides(first)).toEqual(['ORGANIZER']);
      expect(await read(her, id)).toMatchObject({
        ownSide: 'MEDIATOR',
        given: [],
        releasedAt: null,
      });
      expect(await read(desk, id)).toMatchObject({ ownSide: null, given: [] });
      expect(await reply(her, id)).toMatchObject({ __typename: 'InvalidState' });
      const both = await give(her, id, '{ quality: SAFE, rating: 2 }');
      expect(sides(both)).toEqual(['ORGANIZER', 'MEDIATOR']);
      expect(both.releasedAt).not.toBeNull();
      for (const viewer of [bench.alba, desk]) {
        expect(sides(await read(viewer, id))).toEqual(['ORGANIZER', 'MEDIATOR']);
      }
      // From now on it stands; each side may reply once.
      expect(await give(bench.ana, id, '', '1')).toMatchObject({ __typename: 'InvalidState' });
      const replied = await reply(her, id);
      expect((replied.given as Given[])[0]).toMatchObject({ reply: 'I see it otherwise.' });
      expect(await reply(her, id)).toMatchObject({ __typename: 'Conflict' });
    });

    it('is released after 21 days, though one side said nothing', async () => {
      const her = mediatorViewer(women[1]!);
      const id = await ended(women[1]!, 20);
      await give(bench.ana, id, '{ quality: TEAMWORK, rating: 1 }');
      expect(await read(her, id)).toMatchObject({ given: [] });
      await bench.api.asOwner(
        `UPDATE deployment SET ended_at = ended_at - interval '2 days' WHERE id = '${id}'`,
      );
      expect(sides(await read(her, id))).toEqual(['ORGANIZER']);
      expect(await give(her, id, '')).toMatchObject({ __typename: 'InvalidState' });
    });

    it('is changed until then, at the revision that was read', async () => {
      const id = await ended(women[2]!);
      await give(bench.ana, id, '{ quality: LANGUAGE, rating: 3 }');
      expect(await give(bench.alba, id, '')).toMatchObject({ __typename: 'Conflict' });
      const again = await give(bench.alba, id, '{ quality: LANGUAGE, rating: 2 }', '1');
      expect((again.given as Answered[])[0]).toMatchObject({
        ratings: [{ quality: 'LANGUAGE', rating: 2 }],
        revision: 2,
      });
    });

    it('names what is wrong by its path', async () => {
      const id = await ended(women[2]!);
      const wrong = '{ quality: SAFE, rating: 4 }, { quality: LANGUAGE, rating: 5 }';
      expect(await give(bench.ana, id, wrong)).toEqual({
        __typename: 'ValidationError',
        fields: [
          { path: 'ratings.0.quality', code: 'UNKNOWN' },
          { path: 'ratings.1.rating', code: 'OUT_OF_RANGE' },
        ],
      });
    });

    it('is nobody else’s, and is not there before the end', async () => {
      const id = await ended(women[3]!);
      for (const viewer of [bench.bo, mediatorViewer(women[4]!), coordinatorViewer(needId)]) {
        expect(await read(viewer, id)).toMatchObject({ __typename: 'NotFound' });
      }
      const going = await ended(women[3]!, 1, { ended_at: null, state: 'active' });
      expect(await read(bench.ana, going)).toMatchObject({ __typename: 'InvalidState' });
    });

    it('is asked for once, by a mail that says nothing of the deployment', async () => {
      const { asOwner, app } = bench.api;
      const waiting = () =>
        asOwner<{ count: number }>('SELECT count(*)::int AS count FROM mail_message').then(
          ([row]) => row!.count,
        );
      await ended(women[5]!);
      await app.get(LookBackClocks).handle();
      const after = await waiting();
      expect(after).toBeGreaterThan(0);
      await app.get(LookBackClocks).handle();
      expect(await waiting()).toBe(after);
    });

    it('enters no ranking: the pool reads the same with it and without', async () => {
      const { services } = bench.api;
      const ranked = () =>
        bench.ask(
          bench.ana,
          '{ matchCandidates(need: { date: "2026-12-01", soft: { years: 20 } }, first: 20) { ... on MatchConnection { edges { node { rank score mediator { id } } } } } }',
        );
      const before = await ranked();
      const id = await ended(women[6]!);
      await give(bench.ana, id, '{ quality: PREPAREDNESS, rating: 1 }', 'null', false);
      await give(mediatorViewer(women[6]!), id, '{ quality: SAFE, rating: 1 }', 'null', false);
      await services.pools.catchUp();
      expect((before.edges as unknown[]).length).toBeGreaterThan(10);
      expect(await ranked()).toEqual(before);
    });

    it('is hers under the record into which hers was merged', async () => {
      const id = await ended(women[9]!);
      await bench.api.asOwner(
        `UPDATE mediator SET merged_into = '${women[10]}' WHERE id = '${women[9]}'`,
      );
      expect(await read(mediatorViewer(women[10]!), id)).toMatchObject({ ownSide: 'MEDIATOR' });
      await bench.api.asOwner(`UPDATE mediator SET merged_into = NULL WHERE id = '${women[9]}'`);
    });

    it('goes when she is erased', async () => {
      const her = women[7]!;
      const id = await ended(her);
      await give(bench.ana, id, '{ quality: TEAMWORK, rating: 1 }');
      await give(mediatorViewer(her), id, '');
      await bench.api.services.erasure.erase(OPERATOR, her);
      const left = await bench.api.asOwner(
        `SELECT FROM deployment_feedback WHERE deployment_id = '${id}'`,
      );
      expect(left).toEqual([]);
      expect(await read(bench.ana, id)).toMatchObject({ __typename: 'NotFound' });
    });
  });

  describe('figures about organizers', () => {
    it('move by five mediators at a time, and at the end of a quarter only', async () => {
      const { app, asOwner } = bench.api;
      await asOwner('DELETE FROM deployment');
      const figures = () =>
        bench.ask(
          null,
          '{ organizerFigures { organization answers figures { question answers ofFive } } }',
        );
      const [quarter] = endedQuarters(new Date(), 1);
      const inQuarter = new Date(startOf(addDays(quarter!.to, -40)).getTime());
      const said = async (n: number, rating: number) => {
        const id = await ended(women[n]!, inQuarter);
        // As if she had said it then.
        await asOwner(`UPDATE deployment SET ended_at = now() WHERE id = '${id}'`);
        await give(mediatorViewer(women[n]!), id, `{ quality: SAFE, rating: ${rating} }`);
        await asOwner(
          `UPDATE feedback_round SET released_at = '${inQuarter.toISOString()}' WHERE deployment_id = '${id}'`,
        );
      };
      for (const n of [0, 1, 2, 3]) await said(n, 4);
      await said(0, 4);
      await app.get(OrganizerFiguresService).handle();
      expect(await figures()).toEqual([]);
      await said(4, 1);
      await app.get(OrganizerFiguresService).handle();
      const told = await figures();
      expect(told).toEqual([
        {
          organization: 'Ministry of Peace',
          answers: 6,
          figures: [
            { question: 'SAFE', answers: 6, ofFive: 4 },
            { question: 'AGAIN', answers: 6, ofFive: 4 },
          ],
        },
      ]);
      // Six more in the same quarter wait for the next.
      for (const n of [5, 6, 8, 9, 10, 11]) await said(n, 1);
      await app.get(OrganizerFiguresService).handle();
      expect(await figures()).toEqual(told);
    });
  });

  describe('its review', () => {
    const answer = (viewer: Viewer, id: string, text: string, revision = 'null') =>
      bench.ask(
        viewer,
        `mutation ($text: String!) { answerAfterAction(input: { deploymentId: ${idOf(id)}, revision: ${revision}, language: EN, happened: $text }) { ${REVIEW} } }`,
        { text },
      );
    const lessons = async (viewer: Viewer) =>
      (await bench.ask(
        viewer,
        '{ networkLessons(network: "acacia", states: [DRAFT]) { edges { node { id revision text { happened } } } } }',
      )) as unknown as { edges: { node: Answered }[] };
    const edit = (id: unknown, revision: unknown, text: string) =>
      bench.ask(
        desk,
        `mutation ($text: String!) { editLesson(input: { id: "${String(id)}", revision: ${String(revision)}, language: EN, title: "Meet before the talks", happened: $text }) { ${LESSON} } }`,
        { text },
      );
    const step = (mutation: string, id: unknown, revision: unknown, viewer = desk) =>
      bench.ask(
        viewer,
        `mutation { ${mutation}(id: "${String(id)}", revision: ${String(revision)}) { ${LESSON} } }`,
      );

    it('becomes a draft of both sides, which its desk publishes once it names nobody', async () => {
      const id = await ended(women[0]!);
      const first = await answer(bench.ana, id, 'The hall was too small.');
      expect(first).toMatchObject({ answers: [{ side: 'ORGANIZER' }] });
      const hers = await answer(mediatorViewer(women[0]!), id, 'Awa had to stand.');
      expect(hers).toMatchObject({ answers: [{ side: 'MEDIATOR' }] });
      expect(await answer(bench.ana, id, 'Other.', '1')).toMatchObject({
        __typename: 'InvalidState',
      });
      const { node } = (await lessons(desk)).edges[0]!;
      expect(node).toMatchObject({
        revision: 1,
        text: { happened: 'The hall was too small.\n\nAwa had to stand.' },
      });
      expect(await step('publishLesson', node.id, 1)).toMatchObject({
        __typename: 'ValidationError',
        fields: [
          { path: 'title', code: 'MISSING' },
          { path: 'happened', code: 'NOT_PERMITTED' },
        ],
      });
      for (const text of [
        'Ndiaye had to stand.',
        'The Ministry of Peace was late.',
        'Zed Person3 came too.',
        'Write to hall@lake.example.',
        'Call +254 700 123 456.',
      ]) {
        expect([text, await edit(node.id, 1, text)]).toEqual([
          text,
          { __typename: 'ValidationError', fields: [{ path: 'happened', code: 'NOT_PERMITTED' }] },
        ]);
      }
      const written = await edit(node.id, 1, 'The mediator had to stand.');
      expect(written).toMatchObject({ state: 'DRAFT', revision: 2 });
      expect(await step('publishLesson', node.id, 1)).toMatchObject({ __typename: 'Conflict' });
      expect(await step('publishLesson', node.id, 2)).toMatchObject({ state: 'PUBLISHED' });
      const published = (await bench.ask(
        null,
        '{ lessons { edges { node { text { title happened } } } } }',
      )) as unknown as { edges: unknown[] };
      expect(published.edges).toEqual([
        {
          node: {
            text: { title: 'Meet before the talks', happened: 'The mediator had to stand.' },
          },
        },
      ]);
      expect(await step('withdrawLesson', node.id, 3)).toMatchObject({
        state: 'WITHDRAWN',
        text: null,
      });
      // It was withdrawn after the backup from which the database is restored.
      const { services, app } = bench.api;
      const [lesson] = await services.database.query<{ id: string }>('SELECT id FROM lesson');
      await services.database.query(`UPDATE lesson SET state = 'published', published = '{}'`);
      await app.get(LessonService).withdrawAgain(OPERATOR, lesson!.id);
      await expect(app.get(LessonService).withdrawAgain(OPERATOR, lesson!.id)).rejects.toThrow(
        'it is withdrawn once',
      );
      const left = (await bench.ask(null, '{ lessons { totalCount } }')) as unknown;
      expect(left).toEqual({ totalCount: 0 });
    });

    it('tells a desk nothing of women whom it may not see', async () => {
      const { services } = bench.api;
      await fill(services, 'baobab', [
        record(80, { full_name: 'Hidden Woman', pseudonymous: 'yes', code_name: 'Quiet River' }),
      ]);
      const id = await ended(women[1]!);
      await answer(bench.ana, id, 'It rained.');
      await answer(mediatorViewer(women[1]!), id, 'It rained.');
      const { node } = (await lessons(desk)).edges.at(-1)!;
      const shown = await edit(node.id, 1, 'Quiet River was there.');
      const hidden = await edit(node.id, 1, 'Hidden Woman was there.');
      expect(shown).toMatchObject({ __typename: 'ValidationError' });
      expect(hidden).toMatchObject({ __typename: 'DeskLesson' });
    });

    it('is of no other network, and its draft goes with her', async () => {
      const id = await ended(women[8]!);
      await answer(bench.ana, id, 'It was cold.');
      await answer(mediatorViewer(women[8]!), id, 'It was cold.');
      const before = (await lessons(desk)).edges;
      const { node } = before.at(-1)!;
      const stranger = coordinatorViewer(needId);
      expect(await step('publishLesson', node.id, 1, stranger)).toMatchObject({
        __typename: 'NotFound',
      });
      await bench.api.services.erasure.erase(OPERATOR, women[8]!);
      expect((await lessons(desk)).edges).toEqual(before.slice(0, -1));
    });
  });
});
