import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApi, type TestApi } from '../../support/api.js';

describe('the vocabulary, as somebody types', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(async () => api.close());

  const found = async (args: string, language = 'en') => {
    const { data, errors } = await api.ask<{
      vocabulary: {
        totalCount: number;
        edges: { node: { code: string; label: string } }[];
        pageInfo: { endCursor: string | null };
      };
    }>(
      `{ vocabulary(${args}) { totalCount edges { node { code label } } pageInfo { endCursor } } }`,
      {},
      { 'accept-language': language },
    );
    if (!data) throw new Error(JSON.stringify(errors));
    return data.vocabulary;
  };
  const codes = async (args: string, language?: string) =>
    (await found(args, language)).edges.map(({ node }) => node.code);

  it('gives what begins so in the language of the reader first', async () => {
    expect((await codes('kind: LANGUAGE, search: "fre", first: 3'))[0]).toBe('fr');
    expect((await codes('kind: LANGUAGE, search: "allem", first: 3', 'fr'))[0]).toBe('de');
    expect((await codes('kind: TERRITORY, search: "mali", first: 5'))[0]).toBe('ML');
    expect((await codes('kind: TERRITORY, search: "KE", first: 5'))[0]).toBe('KE');
  });

  it('pages through what was found without gaps, and lists the rest in the order of codes', async () => {
    const whole = await found('kind: TERRITORY, search: "an", first: 100');
    const first = await found('kind: TERRITORY, search: "an", first: 5');
    const after = first.pageInfo.endCursor ?? '';
    const next = await found(`kind: TERRITORY, search: "an", first: 95, after: "${after}"`);
    expect([...first.edges, ...next.edges]).toEqual(whole.edges);
    const all = await codes('kind: TRACK');
    expect(all).toEqual(all.toSorted());
  });

  it('names the codes that were read, in the language of the reader', async () => {
    const { edges, totalCount } = await found(
      'kind: LANGUAGE, codes: ["fr", "ar", "no such code", "ar"], first: 100',
      'ar',
    );
    expect(edges.map(({ node }) => node)).toEqual([
      { code: 'ar', label: 'العربية' },
      { code: 'fr', label: 'الفرنسية' },
    ]);
    expect(totalCount).toBe(2);
    expect(await codes('kind: LANGUAGE, codes: ["fr", "ar"], search: "fren"')).toEqual(['fr']);
    expect(await codes('kind: LANGUAGE, codes: []')).toEqual([]);
    const many = JSON.stringify(Array.from({ length: 101 }, (_, i) => `x${i}`));
    await expect(found(`kind: LANGUAGE, codes: ${many}`)).rejects.toThrow('codes');
  });
});
