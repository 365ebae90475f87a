import { mergeAssertions, statementOf, type Statement } from '#directory';
import { type Viewer } from '#identity';
import { ExpectedError } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../support/depth.js';
import { openCurationBench, type CurationBench } from '../support/curating.js';
import { record } from '../support/fill.js';
import { recordState } from '../support/record-state.js';
import { statements } from './curation-arbitraries.js';

const WOMEN = 3;

const women = fc.nat(WOMEN - 1);
/** Something that somebody does, to the first or second woman named. */
const deeds = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      who: fc.nat(2),
      of: women,
      says: statements,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), kept: women, other: women }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), at: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('leave' as const), of: women, fjord: fc.boolean() }),
  },
);

type Deed = typeof deeds extends fc.Arbitrary<infer T> ? T : never;

interface Row {
  id: string;
  mergedInto: string | null;
  own: Statement | null;
  pseudonymous: boolean;
  ruledOut: string[];
  years: number;
  residence: string | null;
  conflicts: string[];
  state: string;
}

describe('records of women that are edited, merged, parted and left', () => {
  let bench: CurationBench;
  let ids: string[] = [];
  let merges: string[] = [];
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.close());

  const begin = async (): Promise<void> => {
    await bench.clear();
    const acacia = await bench.list('acacia', record(1), record(2, { residence: 'UG' }));
    const fjord = await bench.list('fjord', record(3, { ruled_out: 'Mali' }));
    ids = [acacia(1), acacia(2), fjord(3)];
    merges = [];
  };
  const at = (index: number): string => ids[index] ?? '';
  const seen = async (id: string) => ({ id, revision: await bench.revision(id) });

  const run = async (deed: Deed): Promise<void> => {
    const { curation, merges: merging, memberships } = bench.api.services;
    if (deed.kind === 'edit') {
      const id = at(deed.of);
      const editors: Viewer[] = [bench.ada, bench.fay, bench.herself(id)];
      // What a woman may state is checked elsewhere: here it is only given a code name.
      const changes = statementOf({ codeName: 'Heron', ...deed.says, territories: ['KE'] });
      await curation.edit(editors[deed.who] as Viewer, id, await bench.revision(id), changes);
    } else if (deed.kind === 'merge') {
      const request = { kept: await seen(at(deed.kept)), other: await seen(at(deed.other)) };
      merges.push(await merging.merge(bench.both, request));
    } else if (deed.kind === 'unmerge') {
      await merging.unmerge(bench.both, merges[deed.at % merges.length] ?? at(0));
    } else {
      const [viewer, network] = deed.fjord
        ? [bench.fay, bench.networks.fjord]
        : [bench.ada, bench.networks.acacia];
      await memberships.end(viewer, network, at(deed.of));
    }
  };
  /** What is refused in a sentence is refused: nothing else may go wrong. */
  const perhaps = async (deed: Deed): Promise<void> => {
    try {
      await run(deed);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
    }
  };

  const rows = () =>
    bench.api.services.database.query<Row>(
      `SELECT id, merged_into AS "mergedInto", asserted AS own, pseudonymous, ruled_out AS "ruledOut", years, residence,
         conflicts, state FROM mediator ORDER BY id`,
    );
  const invariants = async (): Promise<void> => {
    const all = await rows();
    const words = await bench.api.services.database.query<{
      of: string;
      key: string;
      statement: Statement;
    }>(
      `SELECT coalesce(m.merged_into, m.id) AS of, a.network_id AS key, a.asserted AS statement
       FROM affiliation a JOIN mediator m ON m.id = a.mediator_id WHERE a.status <> 'ended'
       ORDER BY m.merged_into NULLS FIRST, a.precedence, a.id`,
    );
    for (const row of all) {
      if (row.mergedInto !== null) {
        expect(row.state).toBe('withdrawn');
        continue;
      }
      const sources = [
        { key: 'herself', statement: row.own ?? {} },
        ...words.filter(({ of }) => of === row.id),
      ];
      const { profile, conflicts } = mergeAssertions(sources);
      expect({ ...row, id: '', own: null, state: '' }).toEqual({
        id: '',
        own: null,
        state: '',
        mergedInto: null,
        pseudonymous: profile.pseudonymous ?? false,
        ruledOut: profile.ruledOut ?? [],
        years: profile.years ?? 0,
        residence: profile.residence ?? null,
        conflicts,
      });
    }
    const [held] = await bench.api.services.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM affiliation',
    );
    expect([all.length, held?.count]).toEqual([WOMEN, WOMEN]);
  };

  it('say at all times what their sources say, and no membership is lost or doubled', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 12 }), async (story) => {
          for (const deed of story) {
            await perhaps(deed);
            await invariants();
          }
        })
        .beforeEach(begin),
      { numRuns: runs(8) },
    );
  });

  it('are as they were when every merge is undone, whatever was said before', async () => {
    const edits = deeds.filter(({ kind }) => kind === 'edit');
    const pairs = fc.constantFrom<[number, number][]>(
      [[0, 2]],
      [[2, 0]],
      [[0, 1]],
      [
        [1, 0],
        [1, 2],
      ],
      [
        [0, 1],
        [2, 0],
      ],
      [
        [2, 1],
        [2, 0],
      ],
    );
    await fc.assert(
      fc
        .asyncProperty(fc.array(edits, { maxLength: 5 }), pairs, async (story, order) => {
          for (const deed of story) await perhaps(deed);
          const all = () => Promise.all(ids.map((id) => recordState(bench.api, id)));
          const before = await all();
          for (const [kept, other] of order) await run({ kind: 'merge', kept, other });
          expect(await all()).not.toEqual(before);
          for (let i = merges.length - 1; i >= 0; i -= 1) await run({ kind: 'unmerge', at: i });
          expect(await all()).toEqual(before);
          await invariants();
        })
        .beforeEach(begin),
      { numRuns: runs(6) },
    );
  });
});
