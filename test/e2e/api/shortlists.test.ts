import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import type { Answered } from '../../support/curating.js';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';
import { countStatements } from '../../support/statements.js';
import { mediatorViewer } from '../../support/viewers.js';

interface Entry {
  readonly id: string;
  readonly rank: number;
  readonly score: number;
  readonly note: string | null;
  readonly mediator: { readonly id: string; readonly name: string };
  readonly explanation: readonly { criterion: string; contribution: number; found: unknown }[];
  readonly asked: unknown;
  readonly feedback: object | null;
  readonly feedbackHistory: readonly object[];
}

const CRITERIA = {
  date: '2026-11-01',
  brief: 'Herders of the lake',
  preset: 'COMMUNITY_MEDIATION',
  territories: ['ML'],
  hard: {},
  soft: { languages: [{ code: 'fr' }], years: 10 },
};
/** The n-th woman, by how well she fits. */
const WOMEN = [
  record(1, { display_name: 'Amina', languages: 'French (C1)', years: '12', biography: 'Lake.' }),
  record(2, { display_name: 'Bintou', languages: 'French (C1)', years: '5' }),
  record(3, { display_name: 'Chipo', years: '3' }),
  record(4, { display_name: 'Dalia', years: '20', consent: 'LISTED' }),
];
const STRANGER = globalId('Mediator', '01900000-0000-7000-8000-000000000000');
const NOTE = 'Ask her through +999 1234.';

describe('shortlists', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let bo: Viewer;
  let ids: Map<string, string>;
  let publicIds: Map<string, string>;
  let needId: string;
  let list: Answered;

  beforeAll(async () => {
    bench = await openNeedBench();
    ({ ana, bo } = bench);
  });
  afterAll(async () => bench.close());

  beforeEach(async () => {
    const { database } = bench.api.services;
    await database.query('DELETE FROM need');
    await database.query('DELETE FROM mediator');
    await database.query('DELETE FROM erased_key');
    await fill(bench.api.services, 'acacia', WOMEN);
    await learnIds();
    const made = await bench.need(ana, 'createNeed(input: $create)', {
      create: { title: 'Talks at the lake', criteria: CRITERIA },
    });
    needId = String(made.id);
    await bench.need(ana, `openNeed(id: "${needId}", revision: 1)`);
    list = await bench.list(ana, `createShortlist(needId: "${needId}", title: "First choice")`);
  });

  const learnIds = async () => {
    const rows = await bench.api.services.database.query<{
      name: string;
      id: string;
      publicId: string;
    }>('SELECT display_name AS name, id, public_id AS "publicId" FROM mediator');
    ids = new Map(rows.map(({ name, id }) => [name, id]));
    publicIds = new Map(rows.map(({ name, publicId }) => [name, publicId]));
  };
  const rawId = (name: string): string => ids.get(name) ?? '';
  const herId = (name: string): string => globalId('Mediator', publicIds.get(name) ?? '');
  const add = (viewer: Viewer | null, revision: number, ...entries: object[]) =>
    bench.list(viewer, 'addToShortlist(input: $add)', {
      add: { id: list.id, revision, entries },
    });
  const choose = (revision: number, ...names: string[]) =>
    add(ana, revision, ...names.map((name) => ({ mediatorId: herId(name) })));
  const step = (viewer: Viewer | null, mutation: string, revision: number, more = '') =>
    bench.list(viewer, `${mutation}(id: ${JSON.stringify(list.id)}, revision: ${revision}${more})`);
  const judge = (viewer: Viewer | null, entryId: unknown, said: object) =>
    bench.list(viewer, 'giveFeedback(input: $feedback)', { feedback: { entryId, ...said } });
  const entriesOf = (shortlist: Answered) => shortlist.entries as readonly Entry[];
  const names = async (viewer = ana) =>
    entriesOf(await bench.read(viewer, list.id)).map(({ mediator }) => mediator.name);

  it('freeze what the ranking said, whatever becomes of the profile, the need or the others', async () => {
    const chosen = await choose(1, 'Bintou', 'Amina');
    expect(chosen).toMatchObject({ state: 'OPEN', revision: 2, needId });
    const [amina, bintou] = entriesOf(chosen);
    expect([amina, bintou].map((each) => [each?.mediator.name, each?.rank])).toEqual([
      ['Amina', 1],
      ['Bintou', 2],
    ]);
    for (const { explanation, score } of entriesOf(chosen)) {
      expect(explanation.map(({ criterion }) => criterion)).toEqual(['LANGUAGE', 'YEARS', 'TEXT']);
      expect(explanation.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
    }
    expect(amina?.asked).toEqual(CRITERIA);
    expect(amina).toMatchObject({ modelVersion: 1, considered: 4, eligible: 3 });

    await fill(bench.api.services, 'acacia', [
      record(1, { display_name: 'Amina', languages: 'English (A1)', years: '0' }),
      record(5, { display_name: 'Edda', languages: 'French (native)', years: '30' }),
    ]);
    await learnIds();
    const criteria = { ...CRITERIA, preset: null, soft: { years: 3 } };
    await bench.need(ana, 'editNeed(input: $edit)', {
      edit: { id: needId, revision: 3, criteria },
    });
    expect(await bench.read(ana, list.id)).toEqual({ ...chosen, revision: 2 });
    // Who is chosen now is chosen by what is so now.
    const later = entriesOf(await choose(2, 'Edda')).find(
      ({ mediator }) => mediator.name === 'Edda',
    );
    expect(later?.explanation.map(({ criterion }) => criterion)).toEqual(['YEARS', 'TEXT']);
  });

  it('hold in the database no name, no word and nobody else', async () => {
    await add(ana, 1, { mediatorId: herId('Amina'), note: NOTE });
    const [row] = await bench.api.services.database.query<{ row: string; sealed: boolean }>(
      `SELECT (to_jsonb(e) - 'mediator_id')::text AS row, note IS NOT NULL AS sealed FROM shortlist_entry e`,
    );
    expect(row?.sealed).toBe(true);
    for (const secret of ['Amina', NOTE, Buffer.from(NOTE).toString('hex'), ...ids.values()]) {
      expect(row?.row).not.toContain(secret);
    }
  });

  it('take only women who are eligible, each once, and never more than fit', async () => {
    const dalia = { mediatorId: herId('Dalia') };
    const amina = { mediatorId: herId('Amina') };
    const refused = await add(ana, 1, amina, dalia, { mediatorId: STRANGER });
    expect(refused.fields).toEqual([
      { path: 'entries.1.mediatorId', code: 'UNKNOWN' },
      { path: 'entries.2.mediatorId', code: 'UNKNOWN' },
    ]);
    expect(await add(ana, 1, amina, amina)).toMatchObject({
      fields: [{ path: 'entries.1.mediatorId', code: 'DUPLICATE' }],
    });
    expect(await add(ana, 1)).toMatchObject({ fields: [{ path: 'entries', code: 'MISSING' }] });
    expect(await add(ana, 1, { ...amina, note: 'x'.repeat(2001) })).toMatchObject({
      fields: [{ path: 'entries.0.note', code: 'TOO_LONG' }],
    });
    expect(await names()).toEqual([]);
    await add(ana, 1, amina);
    expect(await add(ana, 1, { mediatorId: herId('Bintou') })).toMatchObject({
      __typename: 'Conflict',
    });
    expect(await add(ana, 2, amina)).toMatchObject({ __typename: 'Conflict' });
  });

  it('hold fifty women and no more', async () => {
    const more = Array.from({ length: 51 }, (_, n) => record(100 + n));
    await fill(bench.api.services, 'acacia', more);
    const rows = await bench.api.services.database.query<{ id: string }>(
      `SELECT m.public_id AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
       WHERE external_id >= 'T-0100' ORDER BY external_id`,
    );
    const entries = rows.map(({ id }) => ({ mediatorId: globalId('Mediator', id) }));
    expect(await add(ana, 1, ...entries)).toMatchObject({
      fields: [{ path: 'entries', code: 'TOO_MANY' }],
    });
    expect(entriesOf(await add(ana, 1, ...entries.slice(1)))).toHaveLength(50);
    expect(await add(ana, 2, ...entries.slice(0, 1))).toMatchObject({ __typename: 'InvalidState' });
  });

  it('tell the ledger who was shortlisted, and the log about each woman', async () => {
    await choose(1, 'Bintou', 'Chipo');
    const rows = await bench.api.services.database.query(
      `SELECT mediator_id AS id, rank FROM exposure WHERE kind = 'shortlisted' ORDER BY rank`,
    );
    expect(rows).toEqual([
      { id: rawId('Bintou'), rank: 2 },
      { id: rawId('Chipo'), rank: 3 },
    ]);
    const deeds = (await bench.deeds('mediator')).filter(
      ({ subjectId }) => subjectId === rawId('Chipo'),
    );
    expect(deeds.at(-1)?.action).toBe('shortlist.add');
  });

  it('go from open to sent to closed, and no other way', async () => {
    expect(await step(ana, 'sendShortlist', 1)).toMatchObject({ __typename: 'InvalidState' });
    const [amina, bintou] = entriesOf(await choose(1, 'Amina', 'Bintou'));
    const off = `, entryId: "${bintou?.id}"`;
    expect(await step(ana, 'removeFromShortlist', 2, off)).toMatchObject({ revision: 3 });
    expect(await step(ana, 'removeFromShortlist', 3, off)).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await names()).toEqual(['Amina']);
    expect(await step(ana, 'sendShortlist', 2)).toMatchObject({ __typename: 'Conflict' });
    expect(await step(bench.alba, 'sendShortlist', 3)).toMatchObject({
      state: 'SENT',
      revision: 4,
    });
    expect(await choose(4, 'Bintou')).toMatchObject({ __typename: 'InvalidState' });
    expect(await step(ana, 'removeFromShortlist', 4, `, entryId: "${amina?.id}"`)).toMatchObject({
      __typename: 'InvalidState',
    });
    expect(await step(ana, 'sendShortlist', 4)).toMatchObject({ __typename: 'InvalidState' });
    expect(await judge(ana, amina?.id, { verdict: 'KEPT' })).toMatchObject({
      __typename: 'Shortlist',
    });
    expect(await step(ana, 'closeShortlist', 4)).toMatchObject({ state: 'CLOSED', revision: 5 });
    expect(await step(ana, 'closeShortlist', 5)).toMatchObject({ __typename: 'InvalidState' });
    expect(await judge(ana, amina?.id, { verdict: 'DROPPED', reasons: ['OTHER'] })).toMatchObject({
      __typename: 'InvalidState',
    });
  });

  it('are listed over all needs of their organization, and of no other', async () => {
    const listed = async (viewer: Viewer | null) => {
      const answer = await bench.ask(
        viewer,
        '{ shortlists(first: 50) { totalCount edges { node { id } } } }',
      );
      const { edges } = answer as { edges?: { node: { id: string } }[] };
      return edges?.map(({ node }) => node.id) ?? answer.__typename;
    };
    expect(await listed(ana)).toContain(list.id);
    expect(await listed(bench.alba)).toEqual(await listed(ana));
    expect(await listed(bo)).toEqual([]);
    expect(await listed(null)).toBe('UNAUTHENTICATED');
    expect(await listed(mediatorViewer(rawId('Amina')))).toBe('NOT_PERMITTED');
  });

  it('are nobody else’s, known or not: the answers are the same', async () => {
    const [amina] = entriesOf(await choose(1, 'Amina'));
    const unknown = globalId('Shortlist', '01900000-0000-7000-8000-000000000000');
    const nobody = globalId('ShortlistEntry', '01900000-0000-7000-8000-000000000000');
    for (const viewer of [bo, null, mediatorViewer(rawId('Amina'))]) {
      const answers = async (id: unknown, entry: unknown) => {
        list = { ...list, id };
        return [
          await bench.read(viewer, id),
          await add(viewer, 2, { mediatorId: herId('Bintou') }),
          await step(viewer, 'sendShortlist', 2),
          await step(viewer, 'closeShortlist', 2),
          await step(viewer, 'removeFromShortlist', 2, `, entryId: ${JSON.stringify(entry)}`),
          await judge(viewer, entry, { verdict: 'KEPT' }),
        ];
      };
      const { id } = list;
      const forbidden = await answers(id, amina?.id);
      expect(forbidden).toEqual(await answers(unknown, nobody));
      expect(JSON.stringify(forbidden)).not.toContain('"Shortlist"');
      list = { ...list, id };
    }
    await bench.suspend(ana);
    expect(await bench.read(ana, list.id)).toMatchObject({ __typename: 'NOT_FOUND' });
    await bench.verify(ana);
    expect(await names(bench.alba)).toEqual(['Amina']);
  });

  it('show nobody who has withdrawn, from matching or at all, nor who lets rankings leave her out', async () => {
    const [entry] = entriesOf(await choose(1, 'Amina', 'Bintou', 'Chipo'));
    const { consents, database } = { ...bench.api.services };
    expect(await names()).toEqual(['Amina', 'Bintou', 'Chipo']);
    await consents.withdraw(mediatorViewer(rawId('Amina')), rawId('Amina'), 'MATCHED', null);
    expect(await names()).toEqual(['Bintou', 'Chipo']);
    expect(await judge(ana, entry?.id, { verdict: 'KEPT' })).toMatchObject({
      __typename: 'NotFound',
    });
    await consents.withdraw(mediatorViewer(rawId('Bintou')), rawId('Bintou'), 'LISTED', null);
    expect(await names()).toEqual(['Chipo']);
    await database.query(`UPDATE mediator SET ruled_out = '{ML}' WHERE id = $1`, [rawId('Chipo')]);
    expect(await names()).toEqual(['Chipo']);
    await bench.api.services.audiences.set(mediatorViewer(rawId('Chipo')), rawId('Chipo'), {
      field: 'ruledOut',
      audience: 'VETTED',
      consent: { textVersion: '2026-11', language: 'en' },
    });
    expect(await names()).toEqual([]);
  });

  it('forget whom they named when she is erased', async () => {
    await choose(1, 'Amina', 'Bintou');
    const [entry] = entriesOf(await bench.read(ana, list.id));
    await judge(ana, entry?.id, { verdict: 'KEPT', note: NOTE });
    await bench.api.services.erasure.erase(OPERATOR, rawId('Amina'));
    expect(await names()).toEqual(['Bintou']);
    const left = await bench.api.services.database.query<{ n: number }>(
      'SELECT (SELECT count(*) FROM shortlist_entry)::int AS n, (SELECT count(*) FROM shortlist_feedback)::int AS said',
    );
    expect(left).toEqual([{ n: 1, said: 0 }]);
  });

  it('count feedback alike when she is erased, withdrew, or is in no ranking any more', async () => {
    const counts = () => bench.ask(ana, '{ feedbackCounts { verdict reason count } }');
    const kept = (count: number) => [{ verdict: 'KEPT', reason: null, count }];
    for (const { id } of entriesOf(await choose(1, 'Amina', 'Bintou', 'Chipo'))) {
      await judge(ana, id, { verdict: 'KEPT' });
    }
    expect(await counts()).toEqual(kept(3));
    const { consents, erasure } = bench.api.services;
    const bintou = rawId('Bintou');
    await erasure.erase(OPERATOR, rawId('Amina'));
    expect(await counts()).toEqual(kept(2));
    await consents.withdraw(mediatorViewer(bintou), bintou, 'LISTED', null);
    expect(await counts()).toEqual(kept(1));
    await consents.withdraw(mediatorViewer(rawId('Chipo')), rawId('Chipo'), 'MATCHED', null);
    expect(await counts()).toEqual([]);
  });

  it('take feedback that goes with its verdict, and keep what was said before', async () => {
    const [amina] = entriesOf(await choose(1, 'Amina'));
    expect(await judge(ana, amina?.id, { verdict: 'DROPPED' })).toMatchObject({
      fields: [{ path: 'reasons', code: 'MISSING' }],
    });
    expect(
      await judge(ana, amina?.id, {
        verdict: 'KEPT',
        reasons: ['EXPERIENCE', 'DECLINED'],
        note: 'x'.repeat(2001),
      }),
    ).toMatchObject({
      fields: [
        { path: 'note', code: 'TOO_LONG' },
        { path: 'reasons.1', code: 'CONTRADICTION' },
      ],
    });
    await judge(ana, amina?.id, { verdict: 'KEPT', reasons: ['EXPERIENCE'], note: NOTE });
    const said = await judge(bench.alba, amina?.id, {
      verdict: 'DROPPED',
      reasons: ['OTHER', 'DECLINED', 'DECLINED'],
    });
    const last = { verdict: 'DROPPED', reasons: ['DECLINED', 'OTHER'], note: null };
    expect(entriesOf(said)[0]).toMatchObject({
      feedback: last,
      feedbackHistory: [last, { verdict: 'KEPT', reasons: ['EXPERIENCE'], note: NOTE }],
    });
  });

  it('count reasons by preset, and judge by grades, of the feedback that stands', async () => {
    const [amina, bintou] = entriesOf(await choose(1, 'Amina', 'Bintou', 'Chipo'));
    await judge(ana, amina?.id, { verdict: 'DROPPED', reasons: ['SECURITY'] });
    await judge(ana, amina?.id, { verdict: 'KEPT' });
    await judge(ana, bintou?.id, { verdict: 'DROPPED', reasons: ['DECLINED', 'LANGUAGE_LEVEL'] });
    const counts = (viewer: Viewer, args = '') =>
      bench.ask(viewer, `{ feedbackCounts${args} { preset verdict reason count } }`);
    const preset = 'COMMUNITY_MEDIATION';
    const dropped = { preset, verdict: 'DROPPED', count: 1 };
    const expected = [
      { ...dropped, reason: 'DECLINED' },
      { ...dropped, reason: 'LANGUAGE_LEVEL' },
      { preset, verdict: 'KEPT', reason: null, count: 1 },
    ];
    expect(await counts(ana)).toEqual(expected);
    expect(await counts(ana, `(needId: "${needId}")`)).toEqual(expected);
    expect(await counts(bo, `(needId: "${needId}")`)).toEqual([]);

    const { feedback } = bench.api.services;
    const key = Buffer.from(needId, 'base64url').toString().slice('Need:'.length);
    const grades = [
      { mediatorId: rawId('Amina'), grade: 2 },
      { mediatorId: rawId('Bintou'), grade: 0 },
      { mediatorId: rawId('Chipo'), grade: 1 },
    ].toSorted((a, b) => (a.mediatorId < b.mediatorId ? -1 : 1));
    for (const viewer of [ana, OPERATOR]) {
      expect(await feedback.judgements(viewer, key)).toEqual(grades);
    }
    await expect(feedback.judgements(bo, key)).rejects.toThrow('There is no such need.');
  });

  it('judge nobody by what says nothing of how far she was right', async () => {
    const [amina, bintou, chipo] = entriesOf(await choose(1, 'Amina', 'Bintou', 'Chipo'));
    await judge(ana, amina?.id, {
      verdict: 'DROPPED',
      reasons: ['DECLINED', 'NOT_AVAILABLE', 'CHOSEN_ANOTHER', 'SECURITY'],
    });
    await judge(ana, bintou?.id, { verdict: 'DROPPED', reasons: ['SECURITY', 'OTHER'] });
    await judge(ana, chipo?.id, { verdict: 'DROPPED', reasons: ['CONFLICT_OF_INTEREST'] });
    const key = Buffer.from(needId, 'base64url').toString().slice('Need:'.length);
    const judged = async () => bench.api.services.feedback.judgements(ana, key);
    const dropped = [rawId('Bintou'), rawId('Chipo')]
      .toSorted()
      .map((mediatorId) => ({ mediatorId, grade: 0 }));
    expect(await judged()).toEqual(dropped);
    // Whoever else speaks of her fit: then she is judged.
    await judge(ana, amina?.id, { verdict: 'KEPT', reasons: [] });
    expect(await judged()).toContainEqual({ mediatorId: rawId('Amina'), grade: 2 });
  });

  it('tell the woman herself who shortlisted her and all that was said, but no secret of the need', async () => {
    await add(ana, 1, { mediatorId: herId('Amina'), note: NOTE });
    const [entry] = entriesOf(await bench.read(ana, list.id));
    await judge(ana, entry?.id, {
      verdict: 'DROPPED',
      reasons: ['DECLINED'],
      note: 'She is busy.',
    });
    const { parts } = await bench.api.services.personalData.read(mediatorViewer(rawId('Amina')));
    expect(parts.shortlists).toEqual([
      expect.objectContaining({
        organization: 'Ministry of Peace',
        need: 'a restricted need',
        rank: 1,
        note: NOTE,
        feedback: [
          expect.objectContaining({
            verdict: 'dropped',
            reasons: ['declined'],
            note: 'She is busy.',
          }),
        ],
      }),
    ]);
    expect(JSON.stringify(parts.shortlists)).not.toMatch(/lake|wanted|Herders/);
    const others = await bench.api.services.personalData.read(mediatorViewer(rawId('Bintou')));
    expect(others.parts.shortlists).toEqual([]);
  });

  it('follow a woman whose two profiles were found to be one', async () => {
    await choose(1, 'Chipo');
    await bench.api.services.merges.merge(OPERATOR, {
      kept: { id: rawId('Bintou'), revision: 1 },
      other: { id: rawId('Chipo'), revision: 1 },
    });
    expect(await names()).toEqual(['Bintou']);
    expect(await choose(2, 'Bintou')).toMatchObject({ __typename: 'Conflict' });
  });

  it('cost the same number of SQL statements whatever their size', async () => {
    await choose(1, 'Amina');
    const query = `{ shortlists(needId: "${needId}") { edges { node { entries { mediator { name affiliations { network { slug } } } feedback { note } feedbackHistory { note } } } } } }`;
    const read = () => bench.ask(ana, query);
    const count = async () => {
      await read();
      return countStatements(read);
    };
    const one = await count();
    const more = entriesOf(await choose(2, 'Bintou', 'Chipo'));
    for (const { id } of more) await judge(ana, id, { verdict: 'KEPT', note: NOTE });
    const { id } = await bench.list(
      ana,
      `createShortlist(needId: "${needId}", title: "Second choice")`,
    );
    list = { ...list, id };
    await choose(1, 'Amina', 'Chipo');
    expect(await count()).toBe(one);
    expect(one).toBeGreaterThan(3);
  });
});
