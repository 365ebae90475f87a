import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BASELINE, judgedSet, measureBaseline, PEACE_PROCESSES } from '#demo';
import { OPERATOR, PUBLIC_VIEWER } from '#identity';
import { agreement } from '#evaluation';
import { DEMO_TAKES, loadDemo, openDemoApi, openTestApi, type TestApi } from '../../support/api.js';
import { TODAY } from '../../support/fill.js';

describe('the judged set', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await openDemoApi(TODAY);
  }, DEMO_TAKES);
  afterAll(() => api.close());

  it('has at least 60 needs of real processes, each with somebody good', async () => {
    const { needs, qrels } = await judgedSet();
    expect(needs.length).toBeGreaterThanOrEqual(60);
    expect([...qrels.keys()]).toEqual(needs.map(({ topic }) => topic));
    const processes = new Set(PEACE_PROCESSES.map(({ slug }) => slug));
    for (const { topic, process } of needs) {
      expect(processes.has(process)).toBe(true);
      const grades = [...(qrels.get(topic)?.values() ?? [])];
      expect(grades.some((grade) => grade >= 2)).toBe(true);
      expect(grades.some((grade) => grade === 0)).toBe(true);
    }
  });

  it('judges women of the demo only, each need on its own day', async () => {
    const { needs, qrels } = await judgedSet();
    const rows = await api.services.database.query<{ docno: string }>(
      `SELECT n.slug || ':' || a.external_id AS docno FROM affiliation a JOIN network n ON n.id = a.network_id`,
    );
    const known = new Set(rows.map(({ docno }) => docno));
    for (const judged of qrels.values()) {
      for (const docno of judged.keys()) expect(known).toContain(docno);
    }
    for (const { criteria } of needs) {
      expect(criteria.soft).not.toHaveProperty('availability');
      expect(criteria.soft).not.toHaveProperty('freshness');
      expect(criteria.hard).toMatchObject({ allowStale: true });
    }
  });

  it('was judged steadily: a second pass agrees', async () => {
    const { qrels, second } = await judgedSet();
    expect(second.size).toBe(15);
    const { pairs, kappa, withinOne } = agreement(qrels, second);
    expect(pairs).toBe([...second.values()].reduce((sum, judged) => sum + judged.size, 0));
    expect(kappa).toBeGreaterThan(0.6);
    expect(withinOne).toBeGreaterThan(0.9);
  });

  it('gives the numbers of the baseline: a difference is a change of the model or the demo', async () => {
    const { evaluation } = api.services;
    expect(await measureBaseline(evaluation, OPERATOR, await judgedSet())).toEqual(BASELINE);
  }, 180_000);

  it(
    'ranks alike on another machine and another day',
    async () => {
      const { needs, qrels } = await judgedSet();
      const ranked = async ({ services }: TestApi) =>
        services.evaluation.rankAll(OPERATOR, needs, qrels, { brief: true });
      const other = await openTestApi();
      try {
        await loadDemo(other, new Date('2031-03-05T12:00:00Z'));
        await other.services.indexSync.rebuild();
        expect(await ranked(other)).toEqual(await ranked(api));
      } finally {
        await other.close();
      }
    },
    DEMO_TAKES,
  );

  it('ranks otherwise with the briefs than without: they find somebody', async () => {
    const { needs, qrels } = await judgedSet();
    const { evaluation } = api.services;
    const without = await evaluation.rankAll(OPERATOR, needs, qrels);
    const run = await evaluation.rankAll(OPERATOR, needs, qrels, { brief: true });
    const differ = needs.filter(
      ({ topic }) => run.get(topic)?.join() !== without.get(topic)?.join(),
    );
    expect(differ.length).toBeGreaterThan(needs.length / 2);
  });

  it('says that default weights are better than chance and than any criterion alone', () => {
    const names = BASELINE.rows.map(({ name }) => name);
    const worse = names.filter((name) => / only$|^chance/.test(name));
    expect(worse).toHaveLength(4);
    for (const { name, versus, versusJudgedOnly } of BASELINE.rows) {
      if (!worse.includes(name)) continue;
      for (const found of [versus, versusJudgedOnly]) {
        expect([name, found?.difference]).toEqual([name, expect.any(Number)]);
        expect(found?.difference).toBeGreaterThan(0);
        expect(found?.p).toBeLessThan(0.001);
      }
    }
  });

  it('is the operator’s to evaluate', async () => {
    const { needs, qrels } = await judgedSet();
    await expect(api.services.evaluation.rankAll(PUBLIC_VIEWER, needs, qrels)).rejects.toThrow(
      'Sign in to do this.',
    );
  });
});

describe('a directory without the demo', () => {
  it('says so', async () => {
    const api = await openTestApi();
    try {
      const { needs, qrels } = await judgedSet();
      await expect(api.services.evaluation.rankAll(OPERATOR, needs, qrels)).rejects.toThrow(
        'this directory has none of them',
      );
    } finally {
      await api.close();
    }
  });
});
