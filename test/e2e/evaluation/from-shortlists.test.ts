import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseJudgedNeeds, writeJudgedNeeds } from '#engagement';
import { OPERATOR, type Viewer } from '#identity';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';

const CRITERIA = {
  date: '2026-11-01',
  brief: 'Herders of the lake',
  preset: 'COMMUNITY_MEDIATION',
  hard: {},
  soft: { languages: [{ code: 'fr' }], years: 10 },
};

describe('judgements from shortlists', () => {
  let bench: NeedBench;
  let needId: string;
  const services = () => bench.api.services;

  beforeAll(async () => {
    bench = await openNeedBench();
    await fill(services(), 'acacia', [record(1), record(2), record(3), record(4)]);
    const women = await services().database.query<{ id: string }>(
      'SELECT public_id AS id FROM affiliation a JOIN mediator m ON m.id = a.mediator_id ORDER BY external_id',
    );
    const create = { title: 'A mediator by the lake', criteria: CRITERIA };
    const { id } = await bench.need(bench.ana, 'createNeed(input: $create)', { create });
    needId = Buffer.from(String(id), 'base64url').toString('utf8').split(':')[1] ?? '';
    await bench.need(bench.ana, `openNeed(id: "${String(id)}", revision: 1)`);
    const made = `createShortlist(needId: "${String(id)}", title: "First choice")`;
    const list = await bench.list(bench.ana, made);
    const entries = women.slice(0, 3).map((woman) => ({
      mediatorId: globalId('Mediator', woman.id),
    }));
    const chosen = await bench.list(bench.ana, 'addToShortlist(input: $add)', {
      add: { id: list.id, revision: 1, entries },
    });
    const said = chosen.entries as { id: string; mediator: { id: string } }[];
    for (const [n, verdict] of ['KEPT', 'DROPPED'].entries()) {
      const entry = said.find(({ mediator }) => mediator.id === entries[n]?.mediatorId);
      const feedback = {
        entryId: entry?.id,
        verdict,
        reasons: ['EXPERTISE_DEPTH'],
        note: 'Ask +999 1234.',
      };
      await bench.list(bench.ana, 'giveFeedback(input: $feedback)', { feedback });
    }
  });
  afterAll(async () => bench.close());

  it('grade whom organizers kept 2, whom they dropped 0, and who is only on it 1', async () => {
    const { needs, qrels } = await services().shortlistJudgements.of(OPERATOR, [needId]);
    const [topic = ''] = qrels.keys();
    expect([...(qrels.get(topic) ?? [])].map(([docno, grade]) => [docno, grade])).toEqual([
      ['acacia:T-0001', 2],
      ['acacia:T-0002', 0],
      ['acacia:T-0003', 1],
    ]);
    expect(needs).toEqual([
      expect.objectContaining({ topic, title: 'A mediator by the lake', brief: CRITERIA.brief }),
    ]);
    expect(JSON.stringify(needs)).not.toContain('+999 1234');
  });

  it('can be written, read and ranked for, with the weights of the preset', async () => {
    const { needs, qrels } = await services().shortlistJudgements.of(OPERATOR, [needId]);
    expect(parseJudgedNeeds(writeJudgedNeeds(needs))).toEqual(needs);
    expect(needs[0]?.criteria.weights).toMatchObject({ LANGUAGE: expect.any(Number) as unknown });
    const run = await services().evaluation.rankAll(OPERATOR, needs, qrels);
    expect([...run.values()][0]).toHaveLength(4);
  });

  it('are nobody else’s', async () => {
    const judgedFor = async (viewer: Viewer) => services().shortlistJudgements.of(viewer, [needId]);
    await expect(judgedFor(bench.ana)).rejects.toThrow('You may not do this.');
    await expect(judgedFor(bench.bo)).rejects.toThrow('There is no such need.');
  });
});
