import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectProfile, type ProfileRecord, type ProfileView } from '#directory';
import { DEMO_TAKES, openDemoApi, type TestApi } from '../../support/api.js';
import { TODAY } from '../../support/fill.js';
import {
  exactFacts,
  guessedRight,
  shownFacts,
  type Fact,
} from '../../support/nationality-guess.js';

const NOT_SHARED = new Set([
  'id',
  'publicId',
  'revision',
  'name',
  'clearance',
  'lot',
  'matchable',
  'ruledOut',
]);

describe('the women of the demo who are at risk', () => {
  let api: TestApi;
  let everybody: ProfileRecord[];
  let hidden: ProfileRecord[];

  beforeAll(async () => {
    api = await openDemoApi(TODAY);
    const rows = await api.services.database.query<{ id: string }>('SELECT id FROM mediator');
    const records = await api.services.profiles.recordsByIds(rows.map(({ id }) => id));
    everybody = records.filter((record) => projectProfile(record, 'PUBLIC', TODAY) !== null);
    hidden = everybody.filter(({ pseudonymous }) => pseudonymous);
  }, DEMO_TAKES);
  afterAll(() => api.close());

  const seen = (record: ProfileRecord, clearance: 'PUBLIC' | 'VETTED' = 'PUBLIC'): ProfileView => {
    const view = projectProfile(record, clearance, TODAY);
    if (!view) throw new Error('She is listed.');
    return view;
  };
  /** What is shown of her but for her code name and what makes her findable. */
  const shared = (view: ProfileView) =>
    JSON.stringify(Object.entries(view).filter(([field]) => !NOT_SHARED.has(field)));
  const alone = (texts: readonly string[]) =>
    texts.filter((text) => texts.filter((other) => other === text).length === 1).length;

  it('are shown alike, five or more of them, at each clearance and at both together', () => {
    expect(hidden.length).toBeGreaterThan(30);
    for (const looked of [
      (record: ProfileRecord) => shared(seen(record)),
      (record: ProfileRecord) => shared(seen(record, 'VETTED')),
      (record: ProfileRecord) => shared(seen(record)) + shared(seen(record, 'VETTED')),
    ]) {
      const texts = hidden.map(looked);
      for (const text of texts) {
        expect(texts.filter((other) => other === text).length).toBeGreaterThanOrEqual(5);
      }
    }
    const before = hidden.map((record) =>
      JSON.stringify([exactFacts(record), record.confirmedOn, record.years]),
    );
    expect(alone(before)).toBe(hidden.length);
  });

  it('show more than a code name', () => {
    expect(hidden.filter(({ published }) => published === null)).toEqual([]);
    const told = hidden.map((record) =>
      shownFacts(seen(record)).filter(([, code]) => code !== '001'),
    );
    expect(told.every((facts) => facts.length > 0)).toBe(true);
  });

  it('do not give away their nationality more often than the region alone does', () => {
    const right = (factsOf: (record: ProfileRecord) => readonly Fact[]) =>
      guessedRight(hidden, everybody, factsOf);
    const region = right((record) => exactFacts(record).filter(([kind]) => kind === 'region'));
    const before = right(exactFacts);
    expect(before).toBeGreaterThan(2 * region);
    const kinds = ['region', 'language', 'network'] as const;
    for (const clearance of ['PUBLIC', 'VETTED'] as const) {
      for (const left of [null, ...kinds]) {
        const after = right((record) =>
          shownFacts(seen(record, clearance)).filter(([kind]) => kind !== left),
        );
        expect([clearance, left, after]).toEqual([clearance, left, Math.min(after, region)]);
      }
    }
  });
});
