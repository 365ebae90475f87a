import { NotPermittedError, OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import type { InvalidInputError } from '#kernel';
import { WpsLessonService, type WpsLessonDraft } from '#wps';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';
import { viewersOfTest } from '../../support/viewers.js';
import { openWpsWorld, type WpsCode } from '../../support/wps.js';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const REFUSED = '... on ValidationError { fields { path code } } ... on Refusal { code message }';
const PLAN = `... on ActionPlan { id revision state title
  items { id parentId kind text until hasSmallNumber progress statedProgress revision budgetLines { id year currency allocated marker revision } }
  involvements { id who name stage answer answerWords revision actor { name } }
  findings { criterion met evidence }
  budget { currency allocated coverage principalShare genderShare linesWithoutAllocation } }`;

interface Plan {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly items: readonly {
    readonly id: string;
    readonly revision: number;
    readonly hasSmallNumber: boolean;
    readonly progress: string;
    readonly statedProgress: string;
    readonly budgetLines: readonly { readonly id: string; readonly revision: number }[];
  }[];
  readonly involvements: readonly {
    readonly id: string;
    readonly revision: number;
    readonly answer: string;
  }[];
  readonly findings: readonly { readonly criterion: string; readonly met: boolean }[];
  readonly budget: readonly object[];
}

const nodesOf = (list: object): object[] =>
  (list as { edges: { node: object }[] }).edges.map(({ node }) => node);

describe('action plans and commitments', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let who: Record<WpsCode, Viewer>;
  const today = new Date('2026-11-30T12:00:00Z');

  const send = async <T>(viewer: Viewer, document: string): Promise<T> => {
    const { data, errors } = await api.ask<Record<string, T>>(document, {}, viewers.as(viewer));
    if (!data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  };
  const change = async (viewer: Viewer, mutation: string): Promise<Plan> =>
    send(viewer, `mutation { ${mutation} { __typename ${PLAN} ${REFUSED} } }`);
  const newPlan = async (more = '', code: WpsCode = 'aruba-hills') =>
    change(
      who[code],
      `saveActionPlan(input: { actor: "${code}", level: NATIONAL, focus: BOTH, titles: [{ language: "en", text: "A plan" }] ${more} })`,
    );
  const met = ({ findings }: Plan) =>
    findings.flatMap(({ criterion, met: is }) => (is ? [criterion] : []));

  beforeAll(async () => {
    api = await openTestApi({}, viewers, () => today);
    who = await openWpsWorld(api);
  });
  afterAll(async () => api.close());

  it('go from draft to superseded, and say what a step needs', async () => {
    const own = who['aruba-hills'];
    const draft = await newPlan();
    const step = async ({ id, revision }: Plan, name: string) =>
      change(own, `stepActionPlan(id: "${id}", revision: ${revision}, step: ${name})`);
    expect(await step(draft, 'ADOPT')).toMatchObject({ code: 'INVALID_STATE' });
    const dated = await change(
      own,
      `saveActionPlan(input: { id: "${draft.id}", revision: 1, actor: "aruba-hills", level: NATIONAL, focus: BOTH, titles: [{ language: "en", text: "A plan" }], adopted: "2026-01-01", from: "2026-02-01" })`,
    );
    const adopted = await step(dated, 'ADOPT');
    expect(adopted).toMatchObject({ state: 'ADOPTED', revision: 3 });
    const inForce = await step(adopted, 'BEGIN');
    expect(await step(adopted, 'BEGIN')).toMatchObject({ code: 'CONFLICT' });
    const withName = await change(
      own,
      `saveInvolvement(input: { plan: "${draft.id}", who: ACADEMIA, named: PERSON, agreedOn: "2026-01-01", name: "Ama Example", stage: DRAFTING, how: CONSULTED, evidence: "Ama's minutes" })`,
    );
    const over = await step(inForce, 'SUPERSEDE');
    expect(over).toMatchObject({ state: 'SUPERSEDED' });

    // It changes no more, but a name can be taken out of it, and it can be shared with fewer.
    const [involved] = withName.involvements as unknown as { id: string; revision: number }[];
    const redact = (viewer: Viewer, of: string, fields: string, revision = 1) =>
      change(viewer, `redactPlanText(id: "${of}", revision: ${revision}, fields: [${fields}])`);
    expect(await redact(who['reed-coast'], involved!.id, 'NAME')).toMatchObject({
      code: expect.stringMatching(/NOT_/u),
    });
    expect(await redact(own, involved!.id, 'NAME, RESPONSIBLE')).toMatchObject({
      fields: [{ path: 'fields.1', code: 'NOT_ELIGIBLE' }],
    });
    expect(await redact(own, involved!.id, '')).toMatchObject({
      fields: [{ path: 'fields', code: 'MISSING' }],
    });
    const taken = await redact(own, involved!.id, 'NAME, EVIDENCE');
    expect(taken.involvements).toMatchObject([{ name: null }]);
    const [row] = await api.services.database.query(
      `SELECT name, named, evidence FROM wps_involvement WHERE evidence IS NULL AND name = ''`,
    );
    expect(row).toEqual({ name: '', named: null, evidence: null });
    expect(await redact(own, involved!.id, 'NAME')).toMatchObject({ code: 'CONFLICT' });
    const [told] = await api.services.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE action LIKE '%redact'`,
    );
    expect(told).toEqual({ action: 'involvement.redact' });
    expect(
      await change(own, `savePlanItem(input: { plan: "${draft.id}", kind: GOAL, texts: [] })`),
    ).toMatchObject({
      code: 'INVALID_STATE',
    });
  });

  it('hold goals, outcomes and actions with money, of which none that is not screened counts as 0', async () => {
    const own = who['aruba-hills'];
    const { id } = await newPlan('sharing: NETWORK, budgetStatus: COSTED');
    const item = (kind: string, more = '') =>
      change(
        own,
        `savePlanItem(input: { plan: "${id}", kind: ${kind}, texts: [{ language: "en", text: "${kind}" }] ${more} })`,
      );
    const [goal] = (await item('GOAL')).items;
    expect(
      await item('OUTCOME', `parent: "${goal!.id}", until: "2026-02-30"`).catch(String),
    ).toMatch('A day is written as');
    const withAction = await item('ACTION', `place: 2, parent: "${goal!.id}", until: "2027-03-01"`);
    expect(met(withAction)).toEqual(['TIMELINE', 'COSTED']);
    const states = (plan: Plan) => plan.items.map(({ progress }) => progress);
    expect(states(withAction)).toEqual(['NOT_STARTED', 'NOT_STARTED']);
    const { id: actionId, revision } = withAction.items[1]!;
    const begun = await item(
      'ACTION',
      `id: "${actionId}", revision: ${revision}, place: 2, parent: "${goal!.id}", until: "2027-03-01", progress: DONE`,
    );
    // The goal has started with it, and is not done because its only action is.
    expect(states(begun)).toEqual(['UNDER_WAY', 'DONE']);
    // Whoever changes its words passes on what was stated, not what follows.
    expect(begun.items.map(({ statedProgress }) => statedProgress)).toEqual([
      'NOT_STARTED',
      'DONE',
    ]);
    const action = begun.items[1]!;
    expect(await item('GOAL', `parent: "${action.id}"`)).toMatchObject({
      fields: [{ path: 'parent', code: 'NOT_ELIGIBLE' }],
    });
    const line = (more: string) =>
      change(
        own,
        `saveBudgetLine(input: { item: "${action.id}", year: 2026, currency: "XOF" ${more} })`,
      );
    expect(await line('')).toMatchObject({ fields: [{ path: 'planned', code: 'MISSING' }] });
    expect(await line('allocated: "1e3", marker: 3')).toMatchObject({
      fields: [
        { path: 'allocated', code: 'MALFORMED' },
        { path: 'marker', code: 'OUT_OF_RANGE' },
      ],
    });
    await line('allocated: "250.5", marker: 2');
    await line('allocated: "249.50", marker: 0');
    await line('planned: "70"');
    const whole = await line('allocated: "500"');
    expect(whole.budget).toEqual([
      {
        currency: 'XOF',
        allocated: '1000.00',
        coverage: 500_000,
        principalShare: 501_000,
        genderShare: 501_000,
        linesWithoutAllocation: 1,
      },
    ]);
    const remove = (what: string, one: { id: string; revision: number }) =>
      change(own, `${what}(id: "${one.id}", revision: ${one.revision})`);
    expect(await remove('removePlanItem', action)).toMatchObject({ code: 'INVALID_STATE' });
    for (const each of whole.items[1]!.budgetLines) await remove('removeBudgetLine', each);
    expect((await remove('removePlanItem', action)).items).toHaveLength(1);
  });

  it('warn of a small number where sexual violence is the topic', async () => {
    const { id } = await newPlan();
    const theme = 'justice.conflict-related-sexual-and-gender-based-violence';
    const item = async (text: string, themes: string) =>
      (
        await change(
          who['aruba-hills'],
          `savePlanItem(input: { plan: "${id}", kind: ACTION, texts: [{ language: "en", text: "${text}" }], themes: [${themes}] })`,
        )
      ).items.map(({ hasSmallNumber }) => hasSmallNumber);
    expect(await item('Support for 4 survivors', `"${theme}"`)).toEqual([true]);
    expect(await item('Four laws, resolution 1820', `"${theme}"`)).toEqual([true, false]);
    expect(await item('Train 4 advisers', '"mediation"')).toEqual([true, false, false]);
  });

  it('get a part once that is sent twice under one key, and are given with it both times', async () => {
    const { id } = await newPlan();
    const document = `mutation { savePlanItem(input: { plan: "${id}", kind: GOAL, texts: [{ language: "en", text: "Once" }] }) {
      __typename ${PLAN} ${REFUSED} } }`;
    const headers = { ...viewers.as(who['aruba-hills']), 'idempotency-key': 'a-part-of-a-plan' };
    const first = await api.ask<{ savePlanItem: Plan }>(document, {}, headers);
    const again = await api.ask<{ savePlanItem: Plan }>(document, {}, headers);
    expect(first.data?.savePlanItem.items).toHaveLength(1);
    expect(again).toEqual(first);
  });

  it('are refused to others as parts that are not there', async () => {
    const { id } = await newPlan();
    const own = who['aruba-hills'];
    await change(
      own,
      `savePlanItem(input: { plan: "${id}", kind: GOAL, texts: [{ language: "en", text: "A goal" }] })`,
    );
    const plan = await change(
      own,
      `saveInvolvement(input: { plan: "${id}", who: ACADEMIA, named: BODY, name: "A university", stage: DRAFTING, how: CONSULTED })`,
    );
    const [item] = plan.items as unknown as { id: string }[];
    const [involved] = plan.involvements as unknown as { id: string }[];
    const none = (type: string) =>
      Buffer.from(`${type}:00000000-0000-4000-8000-000000000000`).toString('base64url');
    const other = who['reed-coast'];
    const pairs = [
      [item!.id, none('PlanItem'), 'RESPONSIBLE'],
      [involved!.id, none('Involvement'), 'NAME'],
    ] as const;
    for (const [there, absent, field] of pairs) {
      const redact = async (of: string) =>
        change(other, `redactPlanText(id: "${of}", revision: 1, fields: [${field}])`);
      expect(await redact(there)).toEqual(await redact(absent));
    }
    const remove = async (of: string) => change(other, `removePlanItem(id: "${of}", revision: 1)`);
    expect(await remove(item!.id)).toEqual(await remove(none('PlanItem')));
  });

  it('print what civil society contests, and count it no more', async () => {
    const own = who['aruba-hills'];
    const civil = who['women-of-hills'];
    const { id } = await newPlan('sharing: PUBLIC');
    const plan = await change(
      own,
      `saveInvolvement(input: { plan: "${id}", who: WOMEN_CSO, actor: "women-of-hills", name: "Women of the Hills", stage: DRAFTING, how: CONSULTED })`,
    );
    expect(met(plan)).toEqual(['WOMEN_DRAFTING']);
    const [said] = plan.involvements;
    const answer = (viewer: Viewer, more: string) =>
      send<object>(
        viewer,
        `mutation { answerInvolvement(id: "${said!.id}", revision: 1, ${more}) {
          __typename ... on OwnInvolvement { involvement { answer } planTitle } ${REFUSED} } }`,
      );
    expect(await answer(own, 'confirmed: true')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer(who['reed-coast'], 'confirmed: true')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await answer(civil, 'confirmed: false')).toMatchObject({
      fields: [{ path: 'words', code: 'MISSING' }],
    });
    const owed = async () =>
      nodesOf(await send(civil, '{ wpsOwing { edges { node { kind text } } } }'));
    expect(await owed()).toEqual([{ kind: 'INVOLVEMENT', text: 'A plan' }]);
    expect(await answer(civil, 'confirmed: false, words: "Nobody asked us."')).toEqual({
      __typename: 'OwnInvolvement',
      involvement: { answer: 'CONTESTED' },
      planTitle: 'A plan',
    });
    expect(await owed()).toEqual([]);
    // Whoever made the plan is told for a month, because the plan cannot change it.
    const contested = async () =>
      nodesOf(
        await send(
          own,
          '{ wpsOwing(kind: CONTESTED_INVOLVEMENT) { edges { node { subjectId planId text owedTo due } } } }',
        ),
      );
    const told = { subjectId: said!.id, planId: id, text: 'A plan', owedTo: 'Women of the Hills' };
    expect(await contested()).toEqual([{ ...told, due: null }]);
    const answered = (day: string) =>
      api.services.database.query(
        `UPDATE wps_involvement SET answered_at = $1 WHERE answer = 'contested'`,
        [day],
      );
    await answered('2026-10-30T23:59:00Z');
    expect(await contested()).toEqual([]);
    await answered('2026-10-31T00:01:00Z');
    expect(await contested()).toHaveLength(1);
    const shown = await send<{ edges: { node: Plan }[] }>(
      PUBLIC_VIEWER,
      `{ actionPlans(actor: "aruba-hills", last: 3) { edges { node { __typename ${PLAN} } } } }`,
    );
    const [seen] = shown.edges.flatMap(({ node }) => (node.id === id ? [node] : []));
    expect(seen!.involvements).toMatchObject([
      {
        answer: 'CONTESTED',
        answerWords: 'Nobody asked us.',
        actor: { name: 'Women of the Hills' },
      },
    ]);
    expect(met(seen!)).toEqual([]);
    expect(
      await change(
        own,
        `saveInvolvement(input: { id: "${said!.id}", revision: 2, plan: "${id}", who: WOMEN_CSO, name: "Others", stage: DRAFTING, how: CONSULTED })`,
      ),
    ).toMatchObject({ code: 'INVALID_STATE' });
  });

  it('name a person only with the day on which she agreed', async () => {
    const { id } = await newPlan('sharing: PUBLIC');
    const involve = (more: string) =>
      change(
        who['aruba-hills'],
        `saveInvolvement(input: { plan: "${id}", who: ACADEMIA, name: "Ama Example", stage: DRAFTING, how: CONSULTED, ${more} })`,
      );
    expect(await involve('named: PERSON')).toMatchObject({
      fields: [{ path: 'agreedOn', code: 'MISSING' }],
    });
    expect(await involve('named: BODY, agreedOn: "2026-01-01"')).toMatchObject({
      fields: [{ path: 'agreedOn', code: 'CONTRADICTION' }],
    });
    expect(
      await involve('named: PERSON, agreedOn: "2026-01-01", actor: "women-of-hills"'),
    ).toMatchObject({ fields: [{ path: 'named', code: 'CONTRADICTION' }] });
    const { involvements } = await involve('named: PERSON, agreedOn: "2026-01-01"');
    expect(involvements).toMatchObject([{ name: 'Ama Example' }]);
    // What was written down before anybody was asked is shown to nobody: it may be a person's name.
    await api.services.database.query(
      `UPDATE wps_involvement SET named = NULL, agreed_on = NULL WHERE name = 'Ama Example'`,
    );
    const shown = await send<{ involvements: object[] }>(
      who['aruba-hills'],
      `{ node(id: "${id}") { ... on ActionPlan { involvements { name named } } } }`,
    );
    expect(shown.involvements).toEqual([{ name: null, named: null }]);
  });

  it('are seen by those with whom they are shared, and a local plan that is not shared is in no finding', async () => {
    const national = await newPlan('sharing: PUBLIC');
    const local = `level: LOCAL, parent: "${national.id}"`;
    const made = await change(
      who['aruba-hills'],
      `saveActionPlan(input: { actor: "aruba-hills", ${local}, focus: INWARD, titles: [{ language: "en", text: "Local" }] })`,
    );
    const idsFor = async (viewer: Viewer) => {
      const { edges } = await send<{ edges: { node: Plan }[] }>(
        viewer,
        `{ actionPlans(first: 100) { edges { node { id findings { criterion met } } } } }`,
      );
      const found = edges.find(({ node }) => node.id === national.id)!.node;
      return { sees: edges.some(({ node }) => node.id === made.id), met: met(found) };
    };
    expect(await idsFor(who['aruba-hills'])).toEqual({ sees: true, met: ['LOCAL_PLANS'] });
    expect(await idsFor(who['reed-coast'])).toEqual({ sees: false, met: [] });
    expect(await idsFor(PUBLIC_VIEWER)).toEqual({ sees: false, met: [] });
    // Neither may it name one that its author does not see, or itself.
    const refused = { fields: [{ path: 'parent', code: 'UNKNOWN' }] };
    expect(await newPlan(`parent: "${made.id}"`, 'reed-coast')).toMatchObject(refused);
    expect(
      await change(
        who['aruba-hills'],
        `saveActionPlan(input: { id: "${national.id}", revision: 1, parent: "${made.id}", actor: "aruba-hills", level: NATIONAL, focus: BOTH, titles: [{ language: "en", text: "Round" }] })`,
      ),
    ).toMatchObject(refused);
  });

  it('lessons are told once they are shared, and another says that it uses them', async () => {
    const own = who['aruba-hills'];
    const LESSON =
      '__typename ... on WpsLesson { id revision state hasSmallNumber uses { id revision actor { code } adapted outcome } }';
    interface Told {
      readonly id: string;
      readonly revision: number;
      readonly state: string;
      readonly hasSmallNumber: boolean;
      readonly uses: readonly { readonly id: string; readonly revision: number }[];
    }
    const ask = (viewer: Viewer, mutation: string) =>
      send<Told>(viewer, `mutation { ${mutation} { ${LESSON} ${REFUSED} } }`);
    const save = (more: string) =>
      ask(
        own,
        `saveWpsLesson(input: { actor: "aruba-hills", language: EN, title: "Ask early", context: "Talks of 2025", done: "We asked 4 weeks before", result: "Two were named", evidence: MONITORED, ${more} })`,
      );
    const step = (viewer: Viewer, { id, revision }: Told, name: string) =>
      ask(viewer, `stepWpsLesson(id: "${id}", revision: ${revision}, step: ${name})`);
    const listed = async (viewer: Viewer) => {
      const { edges } = await send<{ edges: { node: Told }[] }>(
        viewer,
        `{ wpsLessons(first: 20) { edges { node { ${LESSON} } } } }`,
      );
      return edges.map(({ node }) => node);
    };
    expect(await save('sharing: NETWORK, territory: "XX", themes: ["nothing"]')).toMatchObject({
      fields: [{ path: 'territory' }, { path: 'themes.0' }],
    });
    expect(await save(`drawnFrom: "${Buffer.from(`Lesson:${NOBODY}`).toString('base64url')}"`)) //
      .toMatchObject({ fields: [{ path: 'drawnFrom', code: 'UNKNOWN' }] });
    const theme = 'justice.conflict-related-sexual-and-gender-based-violence';
    expect(await save(`themes: ["${theme}"]`)).toMatchObject({ hasSmallNumber: true });
    const alone = await step(own, await save('sharing: OWN'), 'REVIEW');
    expect(await step(own, alone, 'SHARE')).toMatchObject({ code: 'INVALID_STATE' });

    const draft = await save('sharing: NETWORK, territory: "ML"');
    const use = (viewer: Viewer, code: string, more: string) =>
      ask(
        viewer,
        `saveWpsLessonUse(input: { actor: "${code}", lesson: "${draft.id}", from: "2026-02-01", ${more} })`,
      );
    const adapted = 'adapted: "Six weeks before"';
    expect(await use(who['far-isles'], 'far-isles', adapted)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await listed(who['far-isles'])).toEqual([]);
    const shared = await step(own, await step(own, draft, 'REVIEW'), 'SHARE');
    expect(shared.state).toBe('SHARED');
    expect(await listed(PUBLIC_VIEWER)).toEqual([]);
    expect(await listed(who['far-isles'])).toHaveLength(1);
    expect(await use(own, 'aruba-hills', adapted)).toMatchObject({
      fields: [{ path: 'lesson', code: 'NOT_ELIGIBLE' }],
    });
    const used = await use(who['far-isles'], 'far-isles', `${adapted}, sharing: OWN`);
    expect(used.uses).toMatchObject([{ actor: { code: 'far-isles' } }]);
    expect(await use(who['far-isles'], 'far-isles', adapted)).toMatchObject({
      fields: [{ path: 'lesson', code: 'NOT_ELIGIBLE' }],
    });
    // What one keeps to itself does not count for others; what it shares does.
    const seen = (await listed(own)).find(({ id }) => id === draft.id);
    expect(seen!.uses).toEqual([]);
    const [{ id, revision }] = used.uses as [Told['uses'][number]];
    await use(
      who['far-isles'],
      'far-isles',
      `id: "${id}", revision: ${revision}, ${adapted}, outcome: "It worked", sharing: NETWORK`,
    );
    const again = (await listed(own)).find((one) => one.id === draft.id);
    expect(again!.uses).toMatchObject([{ outcome: 'It worked' }]);
    expect(await step(who['far-isles'], shared, 'RETIRE')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await step(own, shared, 'RETIRE')).toMatchObject({ state: 'RETIRED' });
    // Whoever uses it still reads it.
    expect(await listed(who['far-isles'])).toMatchObject([{ state: 'RETIRED' }]);
  });

  it('lessons are drawn from what everyone reads, and from a hidden lesson as from none', async () => {
    const own = who['aruba-hills'];
    const { database } = api.services;
    const { id: networkId } = await api.services.networks.create(OPERATOR, {
      slug: 'lessons',
      names: { en: 'Network of lessons' },
      fictional: true,
    });
    const lessonOf = async (published: object | null, state: string) => {
      const [row] = await database.query<{ id: string }>(
        `INSERT INTO lesson (id, network_id, state, published, published_on)
         VALUES (gen_random_uuid(), $1, $2, $3, $4) RETURNING id`,
        [networkId, state, published && JSON.stringify(published), published && '2026-05-01'],
      );
      return row!.id;
    };
    const words = { title: 'Meet before', meant: '', happened: 'x', why: '', keep: '', change: '' };
    const open = await lessonOf({ language: 'en', ...words }, 'published');
    const gone = await lessonOf(null, 'withdrawn');
    const draft: WpsLessonDraft = {
      language: 'en',
      title: 'Meet before',
      territory: null,
      context: 'Talks',
      done: 'We met before',
      result: 'Much',
      evidence: 'anecdote',
      source: null,
      conditions: null,
      costs: null,
      avoid: null,
      office: null,
      themes: [],
      afterActionId: null,
      sharing: 'own',
    };
    const lessons = api.app.get(WpsLessonService);
    const save = (afterActionId: string | null, seen: Parameters<typeof lessons.save>[2] = null) =>
      lessons.save(own, 'aruba-hills', seen, { ...draft, afterActionId });
    const refusals = [];
    for (const id of [gone, NOBODY]) {
      refusals.push(
        await save(id).catch(({ message, problems }: InvalidInputError) => ({ message, problems })),
      );
    }
    expect(refusals[0]).toMatchObject({ problems: [{ path: 'drawnFrom', code: 'UNKNOWN' }] });
    expect(refusals[1]).toEqual(refusals[0]);
    // Whoever may not write at all learns nothing of either.
    for (const id of [open, gone]) {
      const other = lessons.save(who['far-isles'], 'aruba-hills', null, {
        ...draft,
        afterActionId: id,
      });
      await expect(other).rejects.toBeInstanceOf(NotPermittedError);
    }
    const { id, revision } = await save(open);
    const drawnFrom = async () => (await lessons.byId(own, id)).afterActionId;
    expect(await drawnFrom()).toBe(open);
    await database.query(
      `UPDATE lesson SET state = 'withdrawn', published = NULL WHERE id = '${open}'`,
    );
    expect(await drawnFrom()).toBeNull();
    expect((await lessons.list(own, {}, { first: 50 })).items).toContainEqual(
      expect.objectContaining({ id, afterActionId: null }),
    );
    // What she reads is what she can save.
    expect(await save(null, { id, revision })).toMatchObject({ afterActionId: null });
  });

  it('analyses of conflicts answer a list of questions, and warn of small numbers', async () => {
    const save = (viewer: Viewer, more: string) =>
      send<object>(
        viewer,
        `mutation { saveConflictAnalysis(input: { actor: "aruba-hills", language: EN, title: "The hills", territory: "ML", doneOn: "2026-05-01", method: "Talks with twelve organizations", timing: BEFORE_DESIGN, office: "Unit 1325", ${more} }) {
          __typename ... on ConflictAnalysis { answers { question text } usedIn { kind text } hasSmallNumber territory { code label } } ${REFUSED} } }`,
      );
    const own = who['aruba-hills'];
    const answers = `answers: [{ question: CONSULTED, text: "Women’s organizations" }, { question: ACTORS, text: "Elders" }, { question: PROTECTION, text: "4 shelters" }]`;
    expect(await save(who['reed-coast'], answers)).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(
      await save(own, 'answers: [{ question: NORMS, text: "a" }, { question: NORMS, text: "b" }]'),
    ).toMatchObject({ fields: [{ path: 'answers.1.question', code: 'DUPLICATE' }] });
    expect(
      await save(own, `${answers}, usedIn: [{ kind: PLAN, text: "Second plan" }], sharing: REGION`),
    ).toEqual({
      __typename: 'ConflictAnalysis',
      // In the order of the questions.
      answers: [
        { question: 'ACTORS', text: 'Elders' },
        { question: 'PROTECTION', text: '4 shelters' },
        { question: 'CONSULTED', text: 'Women’s organizations' },
      ],
      usedIn: [{ kind: 'PLAN', text: 'Second plan' }],
      hasSmallNumber: true,
      territory: { code: 'ML', label: 'Mali' },
    });
    const countFor = async (viewer: Viewer) =>
      (
        await send<{ totalCount: number }>(
          viewer,
          '{ conflictAnalyses(territory: "ML") { totalCount } }',
        )
      ).totalCount;
    expect(await Promise.all([own, who['reed-coast'], who['far-isles']].map(countFor))).toEqual([
      1, 1, 0,
    ]);
  });

  it('say nothing of a plan above them that is hidden from the reader', async () => {
    const input = (code: WpsCode, more: string) =>
      `saveActionPlan(input: { actor: "${code}", level: NATIONAL, focus: BOTH, titles: [{ language: "en", text: "A plan" }], ${more} })`;
    const above = await newPlan('sharing: REGION');
    const plan = await newPlan(`sharing: PUBLIC, parent: "${above.id}"`, 'reed-coast');
    const parentFor = async (viewer: Viewer) =>
      await send<{ parentId: string | null }>(
        viewer,
        `{ node(id: "${plan.id}") { ... on ActionPlan { parentId } } }`,
      );
    const listedFor = async (viewer: Viewer) =>
      (
        await send<{ edges: { node: { id: string; parentId: string | null } }[] }>(
          viewer,
          '{ actionPlans(actor: "reed-coast", first: 100) { edges { node { id parentId } } } }',
        )
      ).edges.find(({ node }) => node.id === plan.id)?.node.parentId;
    for (const viewer of [who['aruba-hills'], who['reed-coast']]) {
      expect(await parentFor(viewer)).toEqual({ parentId: above.id });
      expect(await listedFor(viewer)).toBe(above.id);
    }
    for (const viewer of [PUBLIC_VIEWER, who['far-isles']]) {
      expect(await parentFor(viewer)).toEqual({ parentId: null });
      expect(await listedFor(viewer)).toBeNull();
    }
    // Nor does a plan that carries it out tell of what is above.
    expect(await newPlan(`parent: "${plan.id}"`, 'far-isles')).toMatchObject({ revision: 1 });
    // Once it is hidden from the editor, too, she changes the rest and does not lose it.
    const own = `id: "${above.id}", revision: 1`;
    await change(who['aruba-hills'], input('aruba-hills', `${own}, sharing: OWN`));
    const edited = `id: "${plan.id}", revision: 1, sharing: PUBLIC, generation: 2`;
    expect(await change(who['reed-coast'], input('reed-coast', edited))).toMatchObject({
      revision: 2,
    });
    expect(await parentFor(who['reed-coast'])).toEqual({ parentId: null });
    expect(await parentFor(who['aruba-hills'])).toEqual({ parentId: above.id });
  });

  it('take no more parts than can be read at once', async () => {
    const { id } = await newPlan();
    const own = who['aruba-hills'];
    const key = Buffer.from(id, 'base64url').toString().split(':')[1];
    const { database } = api.services;
    await database.query(
      `INSERT INTO wps_plan_item (id, plan_id, kind, place, text, themes, progress, indicators, revision)
       SELECT gen_random_uuid(), $1, 'action', n, '{"en": "Act"}', '{}', 'not-started', '[]', 1 FROM generate_series(1, 500) n`,
      [key],
    );
    await database.query(
      `INSERT INTO wps_budget_line (id, item_id, year, currency, planned, revision)
       SELECT gen_random_uuid(), i.id, 2026, 'XOF', 1, 1 FROM wps_plan_item i, generate_series(1, 4) WHERE plan_id = $1`,
      [key],
    );
    await database.query(
      `INSERT INTO wps_involvement (id, plan_id, who, name, stage, how, answer, revision)
       SELECT gen_random_uuid(), $1, 'women-cso', 'Women', 'drafting', 'consulted', 'unanswered', 1 FROM generate_series(1, 500)`,
      [key],
    );
    const [item] = await database.query<{ id: string }>(
      'SELECT id FROM wps_plan_item WHERE plan_id = $1 LIMIT 1',
      [key],
    );
    const itemId = Buffer.from(`PlanItem:${item!.id}`).toString('base64url');
    const full = [
      `savePlanItem(input: { plan: "${id}", kind: GOAL, texts: [{ language: "en", text: "More" }] })`,
      `saveBudgetLine(input: { item: "${itemId}", year: 2026, currency: "XOF", planned: "1" })`,
      `saveInvolvement(input: { plan: "${id}", who: WOMEN_CSO, name: "Others", stage: DRAFTING, how: CONSULTED })`,
    ];
    for (const mutation of full) {
      expect(await change(own, mutation)).toMatchObject({ code: 'INVALID_STATE' });
    }
  });

  it('owe what is open by its day, and are kept with evidence or dropped with a reason', async () => {
    const own = who['reed-coast'];
    const fields = 'id state due revision evidence reason meeting';
    const ask = (mutation: string, viewer = own) =>
      send<{ id: string; revision: number; state: string }>(
        viewer,
        `mutation { ${mutation} { __typename ... on Commitment { ${fields} } ${REFUSED} } }`,
      );
    const save = (more: string, viewer = own) =>
      ask(
        `saveCommitment(input: { actor: "reed-coast", source: PLEDGE, sourceText: "Common Pledge, 2024", texts: [{ language: "en", text: "Appoint" }] ${more} })`,
        viewer,
      );
    expect(await save('', who['far-isles'])).toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await save('meeting: "berlin-2018", themes: ["x"]')).toMatchObject({
      fields: [
        { path: 'meeting', code: 'CONTRADICTION' },
        { path: 'themes.0', code: 'UNKNOWN' },
      ],
    });
    const late = await save('due: "2026-11-29", owedTo: "Parliament", sharing: REGION');
    const later = await save('due: "2027-05-01"');
    const undated = await save('');
    const step = (one: { id: string; revision: number }, name: string) =>
      ask(`stepCommitment(id: "${one.id}", revision: ${one.revision}, step: ${name})`);
    const atRisk = await step(later, 'WARN');
    const owing = async (page: string, asked: string) =>
      send<{ totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } }>(
        own,
        `{ wpsOwing(${page}) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${asked} } } } }`,
      );
    expect(nodesOf(await owing('first: 10', 'kind due owedTo urgent'))).toEqual([
      { kind: 'COMMITMENT', due: '2026-11-29', owedTo: 'Parliament', urgent: true },
      { kind: 'COMMITMENT', due: '2027-05-01', owedTo: null, urgent: true },
      { kind: 'COMMITMENT', due: null, owedTo: null, urgent: false },
    ]);
    // Nothing is left out in silence: the pages together are all that is counted.
    const first = await owing('first: 2, kind: COMMITMENT', 'due');
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await owing(`first: 2, after: "${first.pageInfo.endCursor}"`, 'due');
    expect([...nodesOf(first), ...nodesOf(rest)]).toEqual([
      { due: '2026-11-29' },
      { due: '2027-05-01' },
      { due: null },
    ]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(await owing('first: 2, kind: PLAN_ACTION', 'due')).toMatchObject({ totalCount: 0 });
    expect(await step(atRisk, 'KEEP')).toMatchObject({ code: 'INVALID_STATE' });
    const shown = await save(`id: "${later.id}", revision: 2, evidence: "Decree 7"`);
    expect(await step(shown, 'KEEP')).toMatchObject({ state: 'DONE', evidence: 'Decree 7' });
    expect(await step(undated, 'DROP')).toMatchObject({ code: 'INVALID_STATE' });
    expect(await step(undated, 'DROP, reason: "A law came first."')).toMatchObject({
      state: 'DROPPED',
      reason: 'A law came first.',
    });
    const counts = async (viewer: Viewer) => {
      const { totalCount } = await send<{ totalCount: number }>(
        viewer,
        '{ commitments(actor: "reed-coast", states: [OPEN, AT_RISK]) { totalCount } }',
      );
      return totalCount;
    };
    expect(await counts(who['aruba-hills'])).toBe(1);
    expect(await counts(who['far-isles'])).toBe(0);
    expect(late.state).toBe('OPEN');
  });

  it('are those of a region: its own and those of its members of today, as far as they are shared', async () => {
    const ofRegion = async (viewer: Viewer, region = 'river-union') => {
      const { edges } = await send<{ edges: { node: { actor: { code: string } } }[] }>(
        viewer,
        `{ actionPlans(memberOf: "${region}", first: 100) { edges { node { actor { code } } } } }`,
      );
      return new Set(edges.map(({ node }) => node.actor.code));
    };
    const draft = `level: REGIONAL, generation: 1, titles: [{ language: "en", text: "Regional" }], languages: [EN], focus: BOTH, budgetStatus: NONE, sharing: REGION`;
    for (const code of ['river-union', 'far-isles'] as const) {
      await change(who[code], `saveActionPlan(input: { actor: "${code}", ${draft} })`);
    }
    const all = await ofRegion(who['river-union']);
    expect(all.has('river-union')).toBe(true);
    expect(all.has('far-isles')).toBe(false);
    expect((await ofRegion(who['far-isles'])).has('river-union')).toBe(false);
    expect(await ofRegion(who['river-union'], 'nowhere')).toEqual(new Set());
  });

  it('name the actor for which one acts', async () => {
    expect(await send(who['reed-coast'], '{ ownWpsActor { code } }')).toEqual({
      code: 'reed-coast',
    });
    const { data } = await api.ask('{ ownWpsActor { code } }');
    expect(data).toEqual({ ownWpsActor: null });
  });
});
