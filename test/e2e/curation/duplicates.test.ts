import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MIGRATIONS } from '#database';
import {
  AcrossSearch,
  ColumnMap,
  DuplicateSearch,
  HerDuplicateService,
  type HerWord,
  importProfiles,
  LinkLabelling,
  ReplayService,
  rowsFromRecords,
  sayRemark,
} from '#directory';
import { OPERATOR, type Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { labelPairs } from '../../../apps/cli/src/label-dialog.js';
import { ANSWERS_HEAD, sampleIn } from '../../../apps/cli/src/label-files.js';
import {
  openCurationBench,
  globalId,
  type Answered,
  type CurationBench,
} from '../../support/curating.js';
import { makeAccount } from '../../support/accounts.js';
import { atHerPage } from '../../support/woman.js';
import { command } from '../../support/cli.js';
import { record } from '../../support/fill.js';
import { TEST_MASTER_KEYS } from '../../support/keys.js';
import { mailsTo } from '../../support/mails.js';
import { form, uploading } from '../../support/uploading.js';

const SUGGESTION = `id state revision weight probability foundAt across agreed network { slug }
  one { profileId mediatorId name externalId } other { profileId mediatorId name externalId }`;
const EXPLANATION = `... on LinkExplanation { suggestion { ${SUGGESTION} } model
  bars { comparison weight level one other shared records words { one other records weight } }
  herWords { name word } decisions { verdict reason decidedBy } }`;
const REFUSALS = `... on ValidationError { fields { path code } } ... on NotFound { message }
  ... on NotPermitted { message } ... on Conflict { message } ... on InvalidState { message }`;

interface Suggestion {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly weight: number;
  readonly probability: number;
  readonly across: boolean;
  readonly agreed: boolean;
  readonly one: {
    readonly profileId: string | null;
    readonly name: string;
    readonly externalId: string;
  };
  readonly other: Suggestion['one'];
}

const OTHERS = [
  'Grace Achieng',
  'Wanjiku Kamau',
  'Ingrid Solberg',
  'Marta Oliveira',
  'Chipo Ncube',
  'Leyla Demir',
  'Sunita Tharu',
  'Aroha Parata',
];

/** Forty given names. */
const FAMILY = (
  'Aida Amal Amina Basma Dalal Dina Fadia Farah Ghada Hala Hanan Hiba Huda Iman Jamila Karima Khadija Laila Lamia Lina ' +
  'Maha Maryam May Mona Nada Nadia Najwa Nawal Noura Rana Rania Rim Samar Samia Sawsan Souad Wafa Yasmin Zahra Zeinab'
).split(' ');

/** Two rows of a list that are one woman, in two scripts, and a namesake of another age and country. */
const TWICE = [
  record(1, {
    full_name: 'Nadia Ben Youssef',
    date_of_birth: '1971-03-09',
    nationality: 'TN',
    email: 'nadia@nadia.example',
  }),
  record(2, {
    full_name: 'نادية بن يوسف',
    date_of_birth: '1971-03-09',
    nationality: 'TN',
    email: 'Nadia@nadia.example',
  }),
  record(3, { full_name: 'Nadia Haddad', date_of_birth: '1950-11-30', nationality: 'EG' }),
  ...OTHERS.map((full_name, n) =>
    record(n + 4, { full_name, date_of_birth: `19${60 + n}-05-02`, nationality: 'KE' }),
  ),
];

describe('women whom a list holds twice', () => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  beforeEach(async () => bench.clear());
  afterAll(async () => bench.close());

  const suggestions = async (viewer = bench.ada, network = 'acacia', state = '') => {
    const found = await bench.ask(
      viewer,
      `{ linkSuggestions(network: "${network}"${state}, first: 100) { totalCount edges { node { ${SUGGESTION} } } } }`,
    );
    return (found.edges as { node: Suggestion }[] | undefined)?.map(({ node }) => node) ?? found;
  };
  const one = async (): Promise<Suggestion> => {
    const [first, ...more] = (await suggestions()) as Suggestion[];
    expect(more).toEqual([]);
    return first!;
  };
  const explain = (id: string, viewer = bench.ada) =>
    bench.ask(viewer, `{ explainLink(id: "${id}") { __typename ${EXPLANATION} ${REFUSALS} } }`);
  const decide = (
    { id, revision }: Pick<Suggestion, 'id' | 'revision'>,
    verdict: string,
    { viewer = bench.ada, reason = 'I know both.' } = {},
  ): Promise<Answered> =>
    bench.ask(
      viewer,
      `mutation { decideLink(id: "${id}", verdict: ${verdict}, reason: "${reason}", revision: ${revision})
        { __typename ${EXPLANATION} ${REFUSALS} } }`,
    );
  const merge = async (kept: string, other: string, viewer = bench.ada, more = '') =>
    bench.ask(
      viewer,
      `mutation { mergeProfiles(keep: "${globalId('Profile', kept)}", keepRevision: ${await bench.revision(kept)},
         other: "${globalId('Profile', other)}", otherRevision: ${await bench.revision(other)}${more}) {
         __typename ... on MergedProfiles { merge } ${REFUSALS} } }`,
    );
  const unmerge = (merged: Answered, viewer = bench.ada) =>
    bench.ask(
      viewer,
      `mutation { unmergeProfiles(merge: "${String(merged.merge)}") { __typename } }`,
    );
  const inbox = async () => {
    const found = await bench.ask(
      bench.ada,
      `{ inbox(kinds: [DUPLICATES]) { edges { node { kind subjectId mediatorName upkeep } } } }`,
    );
    return (found.edges as { node: object }[]).map(({ node }) => node);
  };

  it('are suggested after an import, in two scripts, and no namesake is', async () => {
    const idOf = await bench.list('acacia', ...TWICE);
    const found = await one();
    expect([found.one.profileId, found.other.profileId].toSorted()).toEqual(
      [idOf(1), idOf(2)].map((id) => globalId('Profile', id)).toSorted(),
    );
    expect([found.one.externalId, found.other.externalId].toSorted()).toEqual(['T-0001', 'T-0002']);
    expect(found).toMatchObject({ state: 'OPEN', revision: 1, network: { slug: 'acacia' } });
    expect(found.probability).toBeGreaterThan(0.99);
    expect(await inbox()).toEqual([
      { kind: 'DUPLICATES', subjectId: found.id, mediatorName: found.one.name, upkeep: true },
    ]);
    const work = await bench.ask(
      bench.ada,
      '{ workList(network: "acacia", kind: DUPLICATES) { edges { node { linkId profile { id } } } } }',
    );
    expect(work.edges).toEqual([
      { node: { linkId: found.id, profile: { id: found.one.profileId } } },
    ]);
  });

  it('are explained by bars that add up, without contact data, and both women read who looked', async () => {
    const idOf = await bench.list('acacia', ...TWICE);
    const { id, weight } = await one();
    const explained = await explain(id);
    const bars = explained.bars as { comparison: string; weight: number; one: string[] }[];
    expect(bars.reduce((sum, bar) => sum + bar.weight, 0)).toBe(weight);
    const birth = { comparison: 'BIRTH', level: 'SAME_DAY', one: ['1971'], other: ['1971'] };
    const mail = { comparison: 'MAIL', level: 'SHARED', one: [], other: [], shared: null };
    expect(bars).toEqual(
      expect.arrayContaining([expect.objectContaining(birth), expect.objectContaining(mail)]),
    );
    expect(JSON.stringify(explained)).not.toContain('nadia.example');
    expect(JSON.stringify(explained)).not.toContain('-03-09');
    const stored = await bench.api.services.database.query('SELECT * FROM duplicate_pair');
    expect(JSON.stringify(stored)).not.toMatch(/nadia\.example|-03-09/);
    for (const her of [idOf(1), idOf(2)]) {
      const own = await bench.ask(bench.herself(her), '{ myData }');
      const { parts } = own as unknown as { parts: Record<string, { viewer: string }[]> };
      expect(parts.linkLooks).toMatchObject([{ viewer: bench.ada.name }]);
    }
  });

  it('are shown to the coordinators of their network and to nobody else', async () => {
    await bench.list('acacia', ...TWICE);
    const { id, revision } = await one();
    expect(await suggestions(bench.fay)).toMatchObject({ __typename: 'NOT_PERMITTED' });
    expect(await explain(id, bench.fay)).toMatchObject({ __typename: 'NotFound' });
    expect(await decide({ id, revision }, 'SAME', { viewer: bench.fay })).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await bench.ask(bench.fay, `{ node(id: "${id}") { id } }`)).toBeNull();
    expect(await bench.ask(bench.ada, `{ node(id: "${id}") { id } }`)).toEqual({ id });
    const unknown = globalId('LinkSuggestion', '01999999-9999-7999-8999-999999999999');
    expect(await explain(unknown)).toEqual(await explain(id, bench.fay));
  });

  it('stay two once somebody says so: after another import, a new name, a merge and its end', async () => {
    const idOf = await bench.list('acacia', ...TWICE);
    expect(await decide(await one(), 'DIFFERENT', { reason: 'Her sister.' })).toMatchObject({
      suggestion: { state: 'DIFFERENT', revision: 2 },
      decisions: [{ verdict: 'DIFFERENT', reason: 'Her sister.', decidedBy: bench.ada.name }],
    });
    expect(await inbox()).toEqual([]);
    await bench.list(
      'acacia',
      { ...TWICE[1]!, years: '12' },
      { ...TWICE[0]!, name_variants: 'Nadya' },
    );
    expect(await suggestions(bench.ada, 'acacia', ', state: OPEN')).toEqual([]);
    const merged = await merge(idOf(4), idOf(2));
    await bench.api.services.jobs.drain();
    expect(await suggestions(bench.ada, 'acacia', ', state: OPEN')).toEqual([]);
    await unmerge(merged);
    await bench.api.services.jobs.drain();
    expect(await suggestions()).toMatchObject([{ state: 'DIFFERENT' }]);
  });

  it('are ten pairs of five records, which four merges end, and no stranger is drawn in', async () => {
    const five = [1, 2, 3, 4, 5].map((n) => record(n, { ...TWICE[0]!, external_id: `T-000${n}` }));
    const stranger = record(6, { full_name: 'Nadia Haddad', date_of_birth: '1950-11-30' });
    const idOf = await bench.list('acacia', ...five, stranger);
    const left: number[] = [];
    for (const n of [2, 3, 4, 5]) {
      left.push(((await suggestions()) as Suggestion[]).length);
      expect(await merge(idOf(1), idOf(n))).toHaveProperty('merge');
      await bench.api.services.jobs.drain();
    }
    expect([...left, ((await suggestions()) as Suggestion[]).length]).toEqual([10, 6, 3, 1, 0]);
  });

  it('wait until they are merged once somebody says that they are one', async () => {
    const idOf = await bench.list('acacia', ...TWICE);
    await decide(await one(), 'SAME');
    expect(await inbox()).toHaveLength(1);
    await merge(idOf(1), idOf(2));
    await bench.api.services.jobs.drain();
    expect(await suggestions()).toEqual([]);
    expect(await inbox()).toEqual([]);
  });

  it('are decided about by what was read, with a reason', async () => {
    await bench.list('acacia', ...TWICE);
    const found = await one();
    expect(await decide(found, 'CANNOT_SAY')).toMatchObject({
      suggestion: { state: 'CANNOT_SAY', revision: 2 },
    });
    expect(await decide(found, 'SAME')).toMatchObject({ __typename: 'Conflict' });
    expect(await decide(await one(), 'SAME', { reason: ' ' })).toMatchObject({
      fields: [{ path: 'reason', code: 'MISSING' }],
    });
    const rows = await bench.api.services.database.query('SELECT reason FROM duplicate_decision');
    expect(JSON.stringify(rows)).not.toContain('I know both');
  });

  it('are no longer suggested when one of them goes under a code name or is erased', async () => {
    await bench.list('acacia', ...TWICE);
    const { id } = await one();
    await bench.list('acacia', { ...TWICE[0]!, pseudonymous: 'yes', code_name: 'Heron' });
    expect(await suggestions()).toEqual([]);
    expect(await explain(id)).toMatchObject({ __typename: 'NotFound' });
    const again = await bench.list(
      'acacia',
      ...TWICE.slice(2),
      record(20, { ...TWICE[1]!, external_id: 'T-0020' }),
    );
    expect(await suggestions()).toHaveLength(1);
    await bench.api.services.erasure.erase(OPERATOR, again(20));
    expect(await suggestions()).toEqual([]);
  });

  it('are announced in the preview of an import, from the own list alone, to coordinators', async () => {
    await bench.list('acacia', TWICE[0]!, ...TWICE.slice(2));
    await bench.list('fjord', record(60, { full_name: 'Solveig Quist', nationality: 'SE' }));
    const changes: Record<string, string>[] = [
      { full_name: 'نادية بن يوسف', nationality: 'TN' },
      { full_name: 'Solveig Quist', nationality: 'SE' },
      { full_name: 'Nadia Ben Youssef', pseudonymous: 'yes', code_name: 'Heron' },
    ];
    const rows = changes.map((each, n) => record(n + 50, each));
    const columns = ['code_name', 'pseudonymous', 'nationality', ...Object.keys(rows[1]!)];
    const head = [...new Set(columns)].filter((column) => column !== 'external_id');
    const lines = rows.map((row) => ['external_id', ...head].map((of) => row[of] ?? '').join());
    const { post, asked, settled } = uploading(bench.api, bench.viewers);
    const file = form('acacia', 'list.csv', [['external_id', ...head].join(), ...lines].join('\n'));
    const posted = await post(bench.ada, file);
    const { id } = posted.json<{ data: { import: { id: string } } }>().data.import;
    expect(await settled(bench.ada, id)).toMatchObject({ state: 'CHECKED', counts: { new: 3 } });
    const noted = async (viewer: Viewer) => {
      const query = 'query ($id: ID!) { importReport(id: $id) { noted } }';
      return (await asked<{ noted: string[] }>(viewer, query, { id })).noted.join('\n');
    };
    const told = '1 woman may be on your list already';
    expect((await noted(bench.ada)).split('\n')).toEqual([expect.stringMatching(`2.*${told}`)]);
    const program = { ...bench.ada, grants: ['anyone', 'profiles.write'] as const };
    expect(await noted({ ...program, name: 'service:1' })).not.toContain(told);
  });

  it('are not announced of a list that is too long to be compared, which is said', async () => {
    await bench.list('acacia', ...TWICE.slice(1));
    const { database, vault } = bench.api.services;
    const preview = async (mostListed: number) => {
      const report = await importProfiles(
        { database, vault },
        {
          by: bench.ada,
          rows: rowsFromRecords([
            record(50, { full_name: 'Nadia Ben Youssef', nationality: 'TN' }),
          ]),
          columns: new ColumnMap(),
          network: 'acacia',
          today: new Date(),
          dryRun: true,
          mostListed,
        },
      );
      expect(report.created).toBe(1);
      return report.remarks.map((remark) => sayRemark(remark, 'en')).join('\n');
    };
    const members = TWICE.length - 1;
    expect(await preview(members)).toContain('1 woman may be on your list already');
    expect(await preview(members - 1)).toBe(
      'file: the list has more than 9 members, so new rows were not compared with it; after the import, women who are on it twice are suggested as two records of one woman',
    );
  });

  it('are searched for only in lists that have changed, contact data included', async () => {
    const idOf = await bench.list('acacia', ...TWICE);
    const search = bench.api.app.get(DuplicateSearch);
    const viewer = { ...bench.ada, grants: ['anyone', 'system'] as const };
    expect(await search.search(viewer)).toBe(0);
    const { contacts } = bench.api.services;
    const seen = await contacts.view(bench.ada, idOf(5), bench.networks.acacia, {
      purpose: 'VERIFY_IDENTITY',
      reason: 'Test',
    });
    await contacts.edit(bench.ada, {
      mediatorId: idOf(5),
      networkId: bench.networks.acacia,
      version: seen.version,
      fields: { email: 'other@other.example' },
    });
    expect(await search.search(viewer)).toBe(1);
    await expect(search.search(bench.ada)).rejects.toThrow('You may not do this.');
  });

  describe('and another network', () => {
    const LINKED = { consent: 'LISTED; MATCHED; LINKED' };
    const others = (from: number) =>
      OTHERS.map((full_name, n) => record(from + n, { full_name, nationality: 'KE', ...LINKED }));
    /** One woman on two lists, under other spellings; each list has others. Gives her ids. */
    const onTwoLists = async (
      changes: Record<string, string> = {},
    ): Promise<[acacia: string, fjord: string]> => {
      const ofAcacia = await bench.list('acacia', { ...TWICE[0]!, ...LINKED }, ...others(4));
      const ofFjord = await bench.list(
        'fjord',
        { ...TWICE[1]!, education: 'Quartzology', ...LINKED, ...changes },
        ...others(20)
          .slice(0, 1)
          .map((row) => ({ ...row, full_name: 'Solveig Quist' })),
      );
      return [ofAcacia(1), ofFjord(2)];
    };
    const weekly = async () => bench.api.app.get(AcrossSearch).handle();
    const ofTwo = async (viewer = bench.ada, network = 'acacia') => {
      const found = (await suggestions(viewer, network)) as Suggestion[];
      return found.filter(({ across }) => across);
    };
    const consent = (who: string, purpose: string, step: 'give' | 'withdraw') =>
      step === 'give'
        ? bench.api.services.consents.give(bench.herself(who), {
            purpose: purpose as 'LINKED',
            textVersion: '2026-11',
            language: 'en',
          })
        : bench.api.services.consents.withdraw(bench.herself(who), who, purpose as 'LINKED', null);
    /** All that the only suggestion of two networks tells, whichever of both comes first. */
    const shownOfTwo = async () => {
      const [pair] = await ofTwo();
      const { bars, suggestion } = await explain(pair!.id);
      expect(suggestion).toEqual(pair);
      const { weight, probability } = pair!;
      const both = (bars as { one: string[]; other: string[] }[]).map(
        ({ one: hers, other, ...bar }) => ({ ...bar, both: [hers, other].toSorted() }),
      );
      return { weight, probability, bars: both };
    };
    const mergeLinked = (id: string, viewer = bench.ada) =>
      bench.ask(
        viewer,
        `mutation { mergeLinked(id: "${id}") { __typename ... on MergedProfiles { merge profile { id affiliations { network { slug } } } }
           ${REFUSALS} } }`,
      );

    it('are suggested once a week to both, each with what it may see', async () => {
      const [acacia, fjord] = await onTwoLists();
      expect(await ofTwo()).toEqual([]);
      await weekly();
      const [own, ...more] = await ofTwo();
      expect(more).toEqual([]);
      expect([own!.one, own!.other]).toEqual(
        expect.arrayContaining([
          {
            profileId: globalId('Profile', acacia),
            mediatorId: await bench.mediatorId(acacia),
            name: 'Nadia Ben Youssef',
            externalId: 'T-0001',
          },
          {
            profileId: null,
            mediatorId: await bench.mediatorId(fjord),
            name: 'نادية بن يوسف',
            externalId: null,
          },
        ]),
      );
      const [theirs] = await ofTwo(bench.fay, 'fjord');
      expect(theirs).toMatchObject({ weight: own!.weight, network: { slug: 'fjord' } });
      expect(theirs!.id).not.toBe(own!.id);
      expect(await explain(own!.id, bench.fay)).toMatchObject({ __typename: 'NotFound' });
      expect(JSON.stringify(await explain(own!.id))).not.toContain(globalId('Profile', fjord));
      expect(await inbox()).toMatchObject([
        { subjectId: own!.id, mediatorName: 'Nadia Ben Youssef' },
      ]);
    });

    it('are not suggested unless both are in the directory under their names and agree', async () => {
      const cases: Record<string, string>[] = [
        { consent: 'LISTED; MATCHED' },
        { consent: 'MATCHED; LINKED' },
        { pseudonymous: 'yes', code_name: 'Heron' },
      ];
      for (const changes of cases) {
        await bench.clear();
        await onTwoLists(changes);
        await weekly();
        expect(await ofTwo()).toEqual([]);
        expect(await ofTwo(bench.fay, 'fjord')).toEqual([]);
        const kept = await bench.api.services.database.query(
          'SELECT FROM duplicate_pair WHERE across AND network_id IS NOT NULL',
        );
        expect(kept).toEqual([]);
      }
    });

    it('are gone at once when one of them no longer agrees, and back with the next week', async () => {
      const [acacia, fjord] = await onTwoLists();
      await weekly();
      const [own] = await ofTwo();
      await consent(fjord, 'LINKED', 'withdraw');
      expect(await ofTwo()).toEqual([]);
      expect(await inbox()).toEqual([]);
      expect(await explain(own!.id)).toMatchObject({ __typename: 'NotFound' });
      expect(await decide(own!, 'SAME')).toMatchObject({ __typename: 'NotFound' });
      await weekly();
      await consent(fjord, 'LINKED', 'give');
      expect(await ofTwo()).toEqual([]);
      await weekly();
      expect(await ofTwo()).toHaveLength(1);
      expect(acacia).not.toBe(fjord);
    });

    it('weigh the same whatever their contact data is, also if both have agreed themselves', async () => {
      const found = async (changes: Record<string, string>) => {
        await bench.clear();
        for (const her of await onTwoLists(changes)) await consent(her, 'LINKED', 'give');
        await weekly();
        const stored = await bench.api.services.database.query(
          `SELECT for_id IS NULL AS "ofNetwork", weight, state, jsonb_path_query_array(bars, '$[*].comparison') AS compared,
             jsonb_path_query_array(bars, '$[*].weight') AS bars FROM duplicate_pair WHERE across ORDER BY 1, weight`,
        );
        return JSON.stringify([stored, (await ofTwo()).map(({ weight }) => weight)]);
      };
      const equal = await found({});
      expect(equal).toContain('NATIONALITY');
      expect(equal).not.toMatch(/BIRTH|MAIL|TELEPHONE|CONTACT/);
      const changed = {
        date_of_birth: '1944-01-09',
        email: 'other@other.example',
        telephone: '+21620000001',
      };
      expect(await found(changed)).toBe(equal);
    });

    it('were weighed by contact data and took over her word in earlier versions', async () => {
      await onTwoLists();
      await weekly();
      const [own] = await ofTwo();
      await decide(own!, 'CANNOT_SAY');
      const rows = () =>
        bench.api.services.database.query(
          'SELECT id, weight, bars, state FROM duplicate_pair WHERE network_id IS NOT NULL ORDER BY id',
        );
      const now = await rows();
      await bench.api.services.database.query(
        `UPDATE duplicate_pair SET weight = weight + 500, state = 'same',
           bars = jsonb_insert(bars, '{1}', '{"comparison": "CONTACT", "weight": 500}') WHERE network_id IS NOT NULL`,
      );
      const Migration = MIGRATIONS.find(({ name }) => name.startsWith('LinksWithoutContact'))!;
      await bench.api.services.database.transaction((tx) => new Migration().up(tx as never));
      expect(await rows()).toEqual(now);
      expect(now).toHaveLength(2);
    });

    it('are compared by what verified organizers see at the moment of reading', async () => {
      /** All that a network is shown of the pair while its other woman keeps her nationality to her network. */
      const shown = async (nationality: string) => {
        await bench.clear();
        const [, fjord] = await onTwoLists({ nationality, education: 'Degree in quartzology' });
        await bench.api.services.database.query(
          `UPDATE mediator SET education = 'Degree in quartzology'`,
        );
        await weekly();
        const [own] = await ofTwo();
        const compared = async () => {
          const { bars } = await explain(own!.id);
          return (bars as { comparison: string }[]).map(({ comparison }) => comparison);
        };
        expect(await compared()).toContain('NATIONALITY');
        await bench.api.services.database.query(
          `UPDATE mediator SET audience = '{"nationalities":"CURATOR"}' WHERE id = $1`,
          [fjord],
        );
        expect(await compared()).not.toContain('NATIONALITY');
        const narrowed = await shownOfTwo();
        await bench.api.services.database.query(
          `UPDATE mediator SET audience = '{"name":"CURATOR"}' WHERE id = $1`,
          [fjord],
        );
        expect(await ofTwo()).toEqual([]);
        return narrowed;
      };
      expect(await shown('TN')).toEqual(await shown('LB'));
    });

    it('are weighed in whole bits, by which nobody counts third women', async () => {
      await onTwoLists();
      await weekly();
      for (const [viewer, network] of [
        [bench.ada, 'acacia'],
        [bench.fay, 'fjord'],
      ] as const) {
        const [pair] = await ofTwo(viewer, network);
        const { bars } = await explain(pair!.id, viewer);
        const weights = (bars as { weight: number }[]).map(({ weight }) => weight);
        expect(weights.filter((weight) => weight % 1_000 !== 0)).toEqual([]);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(pair!.weight);
      }
    });

    it('were weighed in thousandths of bits in earlier versions, and told her of comparisons', async () => {
      await onTwoLists();
      await weekly();
      const rows = () =>
        bench.api.services.database.query('SELECT * FROM duplicate_pair ORDER BY id');
      const now = await rows();
      expect(now).toHaveLength(4);
      await bench.api.services.database.query(
        `UPDATE duplicate_pair p SET weight = weight + 77 * jsonb_array_length(bars),
           bars = CASE WHEN for_id IS NOT NULL THEN '[{"comparison": "NAME", "weight": 1}]' ELSE
             (SELECT jsonb_agg(bar || jsonb_build_object('weight', (bar ->> 'weight')::integer + 77) ORDER BY n)
              FROM jsonb_array_elements(bars) WITH ORDINALITY AS b(bar, n)) END`,
      );
      expect(await rows()).not.toEqual(now);
      const Migration = MIGRATIONS.find(({ name }) => name.startsWith('LinksInWholeBits'))!;
      await bench.api.services.database.transaction((tx) => new Migration().up(tx as never));
      expect(await rows()).toEqual(now);
    });

    it('become one record once both networks say so, and two again', async () => {
      await onTwoLists();
      await weekly();
      const [own] = await ofTwo();
      await decide(own!, 'SAME');
      expect(await mergeLinked(own!.id)).toMatchObject({ __typename: 'InvalidState' });
      const [theirs] = await ofTwo(bench.fay, 'fjord');
      expect(theirs).toMatchObject({ state: 'OPEN', agreed: false });
      const explained = await decide(theirs!, 'SAME', { viewer: bench.fay });
      expect(explained).toMatchObject({ suggestion: { agreed: true } });
      expect((explained.decisions as object[]).length).toBe(1);
      expect(await ofTwo()).toMatchObject([{ state: 'SAME', agreed: true }]);
      expect(await mergeLinked(own!.id, bench.fay)).toMatchObject({ __typename: 'NotFound' });
      const merged = await mergeLinked(own!.id);
      expect(merged).toMatchObject({
        profile: {
          affiliations: [{ network: { slug: 'acacia' } }, { network: { slug: 'fjord' } }],
        },
      });
      await bench.api.services.jobs.drain();
      expect(await ofTwo()).toEqual([]);
      const found = await bench.ask(null, '{ mediators(first: 20) { edges { node { name } } } }');
      expect(JSON.stringify(found).match(/Nadia|نادية/gu)).toHaveLength(1);
      await unmerge(merged, bench.fay);
      await bench.api.services.jobs.drain();
      expect(await ofTwo()).toMatchObject([{ state: 'SAME', agreed: true }]);
    });

    describe('are shown to her on her page', () => {
      const entries = () => bench.api.app.get(HerDuplicateService);
      const hers = (id: string) => entries().list(bench.herself(id));
      const herRecord = async (id: string) => (await hers(id))[0]!;
      const say = async (id: string, word: HerWord, ...told: string[]) =>
        entries().answer(bench.herself(id), (await herRecord(id)).id, { word, told });

      it('and tell networks only what she ticks', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        const shown = await herRecord(acacia);
        expect(shown).toMatchObject({ state: 'open', name: 'نادية بن يوسف', told: [] });
        expect(shown.mayKnow.map(({ slug }) => slug)).toEqual(['acacia', 'fjord']);
        expect(JSON.stringify(shown)).not.toContain(fjord);
        await say(acacia, 'same');
        expect(await entries().waiting(bench.herself(acacia))).toBe(0);
        const [before] = await ofTwo();
        expect(before).toMatchObject({ state: 'OPEN', revision: 1 });
        expect(await explain(before!.id)).toMatchObject({ herWords: [] });
        await say(acacia, 'same', bench.networks.acacia);
        expect(await ofTwo()).toMatchObject([{ state: 'SAME', agreed: false }]);
        expect(await explain(before!.id)).toMatchObject({
          herWords: [{ name: 'Nadia Ben Youssef', word: 'SAME' }],
        });
        const [theirs] = await ofTwo(bench.fay, 'fjord');
        expect(theirs).toMatchObject({ state: 'OPEN' });
        expect(await explain(theirs!.id, bench.fay)).toMatchObject({ herWords: [] });
        await decide(theirs!, 'SAME', { viewer: bench.fay });
        expect(await ofTwo()).toMatchObject([{ agreed: false }]);
        await say(acacia, 'same', ...Object.values(bench.networks));
        expect(await ofTwo()).toMatchObject([{ agreed: true }]);
        await say(fjord, 'different');
        expect(await ofTwo()).toMatchObject([{ agreed: false }]);
        expect(await mergeLinked(before!.id)).toMatchObject({ __typename: 'InvalidState' });
        await expect(say(acacia, 'same', fjord)).rejects.toThrow(
          'This network lists neither entry.',
        );
      });

      it('and tell them nothing any more once she takes it back', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        const { acacia: ofAcacia, fjord: ofFjord } = bench.networks;
        const [own] = await ofTwo();
        await decide(own!, 'CANNOT_SAY');
        await say(acacia, 'same', ofAcacia, ofFjord);
        const [theirs] = await ofTwo(bench.fay, 'fjord');
        await decide(theirs!, 'SAME', { viewer: bench.fay });
        expect(await ofTwo()).toMatchObject([{ state: 'SAME', agreed: true }]);
        const [seen] = await ofTwo();
        expect(await decide(seen!, 'DIFFERENT')).toMatchObject({ __typename: 'InvalidState' });
        for (const told of [[ofFjord], [ofAcacia], []]) {
          await say(acacia, 'same', ...told);
          expect(await ofTwo()).toMatchObject([{ agreed: false }]);
        }
        expect(await ofTwo()).toMatchObject([{ state: 'CANNOT_SAY' }]);
        expect(await ofTwo(bench.fay, 'fjord')).toMatchObject([{ state: 'SAME', agreed: false }]);
        expect(await mergeLinked(own!.id)).toMatchObject({ __typename: 'InvalidState' });
        expect(await explain(own!.id)).toMatchObject({ herWords: [] });
        await say(fjord, 'different', ofFjord);
        await say(fjord, 'cannot-say');
        expect(await ofTwo(bench.fay, 'fjord')).toMatchObject([{ state: 'SAME' }]);
      });

      it('and are told to nobody on a restored database where she has said anything since, and kept apart', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        await say(acacia, 'same', ...Object.values(bench.networks));
        await say(fjord, 'different');
        const deeds = [(await herRecord(acacia)).id, (await herRecord(fjord)).id].map((id) => ({
          action: 'duplicate.answer',
          actor: 'operator',
          purpose: null,
          subject_kind: 'duplicate',
          subject_id: id,
        }));
        const replay = async () =>
          (
            await bench.api.app.get(ReplayService).replay(OPERATOR, { deeds, beside: null })
          ).counts.get('answers on other entries taken back');
        expect(await replay()).toBe(1);
        expect(await herRecord(acacia)).toMatchObject({ state: 'open', told: [] });
        expect(await herRecord(fjord)).toMatchObject({ state: 'different', told: [] });
        expect(await ofTwo()).toMatchObject([{ state: 'OPEN', agreed: false }]);
        expect(await replay()).toBe(0);
      });

      it('and look alike to networks that she does not tell, whatever she says', async () => {
        const [acacia] = await onTwoLists();
        await makeAccount(bench.api.services, { role: 'mediator', mediatorId: acacia });
        await weekly();
        const [own] = await ofTwo();
        const [theirs] = await ofTwo(bench.fay, 'fjord');
        const answers = async () => {
          const all = [
            await ofTwo(),
            await ofTwo(bench.fay, 'fjord'),
            await explain(own!.id),
            await explain(theirs!.id, bench.fay),
            await mergeLinked(own!.id),
            await inbox(),
          ];
          return JSON.stringify(all);
        };
        const open = await answers();
        await say(acacia, 'different');
        expect(await answers()).toBe(open);
        await decide(own!, 'SAME');
        await decide(theirs!, 'SAME', { viewer: bench.fay });
        const silent = await answers();
        expect(silent).toContain('InvalidState');
        const database = bench.api.services.database;
        for (const state of ['same', 'cannot-say', 'open']) {
          await database.query('UPDATE duplicate_pair SET state = $2 WHERE for_id = $1', [
            acacia,
            state,
          ]);
          expect(await answers()).toBe(silent);
        }
        await say(acacia, 'same', ...Object.values(bench.networks));
        expect(await ofTwo()).toMatchObject([{ agreed: true }]);
        await database.query('DELETE FROM account');
      });

      it('once, and are remembered, while one of them is merged into another record', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        await say(acacia, 'different');
        const other = (await bench.list('acacia'))(4);
        const choice = ', choices: [{ field: FULL_NAME, keep: OTHER }]';
        const merged = await merge(other, acacia, bench.ada, choice);
        expect(merged).toHaveProperty('merge');
        await weekly();
        expect(await hers(other)).toMatchObject([{ state: 'different' }]);
        const [own] = await ofTwo();
        await decide(own!, 'SAME');
        const [theirs] = await ofTwo(bench.fay, 'fjord');
        await decide(theirs!, 'SAME', { viewer: bench.fay });
        expect(await ofTwo()).toMatchObject([{ agreed: false }]);
        await unmerge(merged);
        await weekly();
        expect(await hers(acacia)).toMatchObject([{ state: 'different' }]);
        expect(await hers(other)).toEqual([]);
        expect(fjord).not.toBe(acacia);
      });

      it('and tell nobody whose code name it is that she takes later', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        await say(acacia, 'same', bench.networks.acacia, bench.networks.fjord);
        expect(await ofTwo(bench.fay, 'fjord')).toHaveLength(1);
        await bench.api.services.database.query(
          `UPDATE mediator SET pseudonymous = true, code_name = 'Heron' WHERE id = $1`,
          [acacia],
        );
        expect(await ofTwo(bench.fay, 'fjord')).toEqual([]);
        expect(await ofTwo()).toEqual([]);
        expect(await hers(fjord)).toEqual([]);
      });

      it('alone while she has a code name, until she tells a network', async () => {
        const [acacia, fjord] = await onTwoLists({ pseudonymous: 'yes', code_name: 'Heron' });
        await weekly();
        expect(await ofTwo()).toEqual([]);
        expect(await ofTwo(bench.fay, 'fjord')).toEqual([]);
        expect(await hers(acacia)).toEqual([]);
        expect(await hers(fjord)).toMatchObject([{ name: 'Nadia Ben Youssef' }]);
        await say(fjord, 'same', bench.networks.fjord);
        expect(await ofTwo()).toEqual([]);
        expect(await ofTwo(bench.fay, 'fjord')).toMatchObject([{ state: 'SAME' }]);
        await say(fjord, 'same', bench.networks.fjord, bench.networks.acacia);
        const [told] = await ofTwo();
        expect([told!.one.name, told!.other.name].toSorted()).toEqual([
          'Heron',
          'Nadia Ben Youssef',
        ]);
        expect(JSON.stringify(await explain(told!.id))).not.toContain('نادية');
        await weekly();
        await decide(told!, 'SAME');
        expect(await mergeLinked(told!.id)).toMatchObject({ __typename: 'MergedProfiles' });
        await bench.api.services.jobs.drain();
        const found = await bench.ask(null, '{ mediators(first: 20) { edges { node { name } } } }');
        expect(JSON.stringify(found)).not.toContain('Nadia');
      });

      it('and tell a network nothing of what she alone was shown by', async () => {
        /** All that a network is shown once she has told it, whatever her record holds that only she and her network see. */
        const shown = async (changes: Record<string, string>) => {
          await bench.clear();
          const [, fjord] = await onTwoLists({
            pseudonymous: 'yes',
            code_name: 'Heron',
            ...changes,
          });
          await weekly();
          await say(fjord, 'same', bench.networks.fjord, bench.networks.acacia);
          return shownOfTwo();
        };
        const first = await shown({});
        expect(await shown({ full_name: 'Nadia Benyoussef', education: 'Law' })).toEqual(first);
        expect(await shown({ date_of_birth: '1950-01-02' })).toEqual(first);
      });

      it('and in the graph, where she answers as on her page', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        const she = bench.herself(acacia);
        const ofAcacia = globalId('Network', bench.networks.acacia);
        const mine = async (viewer = she) =>
          (await bench.ask(
            viewer,
            '{ myLinks { id mediatorId name state networks { slug } mayKnow { id slug } told { slug } } }',
          )) as unknown as Record<string, unknown>[];
        const [shown] = await mine();
        expect(shown).toMatchObject({
          mediatorId: await bench.mediatorId(fjord),
          name: 'نادية بن يوسف',
          state: 'OPEN',
          networks: [{ slug: 'fjord' }],
          mayKnow: [{ id: ofAcacia }, { slug: 'fjord' }],
          told: [],
        });
        const answer = (word: string, told: string[] = [], viewer = she) =>
          bench.ask(
            viewer,
            `mutation { answerLink(id: "${String(shown!.id)}", word: ${word}, told: ${JSON.stringify(told)}) {
               __typename ... on OwnLink { state told { slug } } ${REFUSALS} } }`,
          );
        const node = (viewer = she) =>
          bench.ask(viewer, `{ node(id: "${String(shown!.id)}") { id } }`);
        expect(await node()).toEqual({ id: shown!.id });
        for (const viewer of [bench.herself(fjord), bench.ada]) {
          expect(await node(viewer)).toBeNull();
          expect(await answer('SAME', [], viewer)).toMatchObject({
            __typename: viewer === bench.ada ? 'NotPermitted' : 'NotFound',
          });
        }
        expect(await answer('SAME', [ofAcacia])).toMatchObject({
          state: 'SAME',
          told: [{ slug: 'acacia' }],
        });
        expect(await ofTwo()).toMatchObject([{ state: 'SAME' }]);
        expect(await answer('SAME', [globalId('Network', fjord)])).toMatchObject({
          fields: [{ path: 'told', code: 'UNKNOWN' }],
        });
        expect(await answer('CANNOT_SAY', [ofAcacia])).toMatchObject({ told: [] });
        expect(await ofTwo()).toMatchObject([{ state: 'OPEN' }]);
      });

      it('alone under a code name, also if one list has both entries', async () => {
        await onTwoLists();
        const idOf = await bench.list('acacia', {
          ...TWICE[1]!,
          ...LINKED,
          pseudonymous: 'yes',
          code_name: 'Heron',
        });
        await weekly();
        const codeNamed = idOf(2);
        expect((await hers(codeNamed)).map(({ name }) => name)).toContain('Nadia Ben Youssef');
        expect(JSON.stringify(await suggestions())).not.toContain(globalId('Profile', codeNamed));
        const ofNadia = (await hers(codeNamed)).find(({ name }) => name === 'Nadia Ben Youssef')!;
        const told = [bench.networks.acacia];
        await entries().answer(bench.herself(codeNamed), ofNadia.id, { word: 'same', told });
        const shown = ((await suggestions()) as Suggestion[]).find(({ across }) => !across);
        expect([shown!.one.name, shown!.other.name].toSorted()).toEqual([
          'Nadia Ben Youssef',
          'نادية بن يوسف',
        ]);
        await bench.api.app.get(DuplicateSearch).handle();
        await entries().answer(bench.herself(codeNamed), ofNadia.id, { word: 'same', told: [] });
        expect(JSON.stringify(await suggestions())).not.toContain(globalId('Profile', codeNamed));
      });

      it('and gone when she or the other no longer agrees, or is erased', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        await say(acacia, 'different');
        await weekly();
        expect(await hers(acacia)).toMatchObject([{ state: 'different' }]);
        await consent(fjord, 'LINKED', 'withdraw');
        expect(await hers(acacia)).toEqual([]);
        await consent(fjord, 'LINKED', 'give');
        await consent(acacia, 'LINKED', 'withdraw');
        expect(await hers(acacia)).toEqual([]);
        await bench.api.services.erasure.erase(OPERATOR, acacia);
        const kept = await bench.api.services.database.query('SELECT FROM duplicate_pair');
        expect(kept).toEqual([]);
      });

      it('and asked, where a network cannot tell, if she can answer', async () => {
        const [acacia, fjord] = await onTwoLists();
        await weekly();
        const [own] = await ofTwo();
        expect(await decide(own!, 'ASK_HER')).toMatchObject({ __typename: 'InvalidState' });
        const { services } = bench.api;
        const account = await makeAccount(services, { role: 'mediator', mediatorId: acacia });
        // Others may read her mails: it waits on her page only.
        await services.contacts.edit(bench.herself(acacia), {
          mediatorId: acacia,
          networkId: null,
          version: null,
          fields: { unsafeChannels: 'mail' },
        });
        const mails = (await mailsTo(bench.api, account.email)).length;
        expect(await decide(own!, 'ASK_HER')).toMatchObject({ suggestion: { state: 'ASK_HER' } });
        expect(await mailsTo(bench.api, account.email)).toHaveLength(mails);
        expect(await hers(acacia)).toMatchObject([{ state: 'ask-her' }]);
        expect(await bench.ask(bench.herself(acacia), '{ myData }')).toMatchObject({
          parts: { linkAnswers: [{ answer: 'ask-her', told: [] }] },
        });
        const she = await atHerPage(bench.api, account);
        expect(she.text).toContain('An entry that may be yours waits for your word.');
        await she.open('/me/consents/entries');
        expect(she.text).toContain('Your network asks you.');
        expect(Buffer.byteLength(she.page)).toBeLessThan(10 * 1024);
        const { id } = await herRecord(acacia);
        const told = bench.networks.acacia;
        await she.submit(`/me/consents/entries/${id}`, { word: 'different', told });
        expect(she.text).toContain('You said: this is not me.');
        expect(await ofTwo()).toMatchObject([{ state: 'DIFFERENT' }]);
        const both = () => merge(acacia, fjord, bench.both);
        expect(await both()).toMatchObject({ __typename: 'InvalidState' });
        await say(acacia, 'different');
        expect(await both()).toHaveProperty('merge');
        await services.database.query('DELETE FROM account');
      });
    });

    it('stay two for the network that says so, whatever is imported, renamed, merged or parted later', async () => {
      const [acacia] = await onTwoLists();
      await weekly();
      const [own] = await ofTwo();
      await decide(own!, 'DIFFERENT');
      await bench.list('fjord', { ...TWICE[1]!, ...LINKED, years: '12' });
      await weekly();
      expect(await ofTwo()).toMatchObject([{ state: 'DIFFERENT' }]);
      const renamed = { full_name: 'Nadya Benyoussef', name_variants: TWICE[1]!.full_name! };
      await bench.list('fjord', { ...TWICE[1]!, ...LINKED, ...renamed });
      await weekly();
      expect(await ofTwo()).toMatchObject([{ state: 'DIFFERENT' }]);
      const keeper = (await bench.list('acacia'))(4);
      const choice = ', choices: [{ field: FULL_NAME, keep: OTHER }]';
      const merged = await merge(keeper, acacia, bench.ada, choice);
      await weekly();
      expect(await ofTwo()).toEqual([]);
      expect(await ofTwo(bench.fay, 'fjord')).toHaveLength(1);
      await unmerge(merged);
      await weekly();
      expect(await ofTwo()).toMatchObject([{ state: 'DIFFERENT' }]);
      const [theirs] = await ofTwo(bench.fay, 'fjord');
      expect(theirs).toMatchObject({ state: 'OPEN' });
      await decide(theirs!, 'SAME', { viewer: bench.fay });
      expect(await ofTwo(bench.fay, 'fjord')).toMatchObject([{ agreed: false }]);
    });

    it('are found woman by woman in a list that comes twice, of a family with one mailbox', async () => {
      const household = { nationality: 'LB', residence: 'LB', ...LINKED };
      const family = FAMILY.map((given, n) =>
        record(n + 1, {
          full_name: `${given} Haddad`,
          email: 'house@haddad.example',
          telephone: '+9613000001',
          ...household,
        }),
      );
      expect(family).toHaveLength(40);
      await bench.list('acacia', ...family);
      await bench.list('fjord', ...family);
      await weekly();
      const all = [
        ...((await suggestions()) as Suggestion[]),
        ...((await suggestions(bench.fay, 'fjord')) as Suggestion[]),
      ];
      expect(all.filter(({ across, probability }) => !across && probability >= 0.78)).toEqual([]);
      const likely = all.filter(({ across, probability }) => across && probability >= 0.78);
      expect(likely.filter(({ one: her, other }) => her.name !== other.name)).toEqual([]);
      expect(new Set(likely.map(({ one: her }) => her.name)).size).toBe(40);
    });
  });

  describe('at the command line', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'baraza-link-'));
    });
    afterAll(async () => rm(folder, { recursive: true, force: true }));
    const run = async (...args: string[]) => {
      const { stdout, stderr, code } = await command(['link', ...args], {
        DATABASE_URL: bench.api.settings.databaseUrl ?? '',
        BARAZA_MASTER_KEYS: TEST_MASTER_KEYS,
        BARAZA_DATA_DIR: folder,
      });
      const plain = stdout.trimEnd().replaceAll('"', '');
      return { lines: plain.split(/\r?\n/u), stderr, code };
    };

    it('are searched for, listed, explained and decided about', async () => {
      await bench.list('acacia', ...TWICE);
      expect((await run('run')).lines).toEqual(['Lists searched, because they have changed: 0.']);
      const { lines } = await run('list', '--format', 'csv', '--network', 'acacia');
      expect(lines[0]).toBe('network,external id,other,bits,probability,state,id');
      const [network, number, otherNumber, weight, probability, state, id = ''] =
        lines[1]!.split(',');
      expect([network, state, [number, otherNumber].toSorted()]).toEqual([
        'acacia',
        'open',
        ['T-0001', 'T-0002'],
      ]);
      expect(Number(probability)).toBeCloseTo(1 / (1 + 2 ** -Number(weight)), 4);
      expect(lines).toHaveLength(2);
      const { lines: bars } = await run('explain', id, '--format', 'csv');
      const sum = bars.slice(1).reduce((all, bar) => all + Number(bar.split(',').at(-1)), 0);
      expect(sum).toBeCloseTo(Number(weight), 3);
      const decided = await run('decide', id, '--verdict', 'different', '--reason', 'Two women.');
      expect(decided).toMatchObject({ lines: ['Decided: different.'], stderr: '' });
      expect(await suggestions()).toMatchObject([{ state: 'DIFFERENT', revision: 2 }]);
      expect((await run('list', '--state', 'open', '--format', 'csv')).lines).toHaveLength(1);
      expect((await run('explain', 'nonsense')).stderr).toContain('This is not the id of a pair');
    });

    it('are labelled by two people who see no weights, and measured by what both say', async () => {
      const idOf = await bench.list(
        'acacia',
        ...TWICE,
        record(30, { ...TWICE[2]!, external_id: '-30' }),
      );
      const at = (name: string) => join(folder, name);
      const draw = async (out: string) =>
        run(
          'sample',
          '--network',
          'acacia',
          '--size',
          '20',
          '--out',
          at(out),
          '--bands',
          at(`bands-${out}`),
        );
      expect(await draw('sample.csv')).toMatchObject({ code: 0, stderr: '' });
      expect((await draw('sample.csv')).stderr).toContain('is there already');
      await draw('again.csv');
      const sample = await readFile(at('sample.csv'), 'utf8');
      expect(await readFile(at('again.csv'), 'utf8')).toBe(sample);
      expect(sample).not.toMatch(/Nadia|نادية|least/);
      const pairs = sampleIn(sample);
      expect(pairs.map(({ one: her, other }) => [her, other].toSorted().join(' '))).toEqual(
        expect.arrayContaining(['T-0001 T-0002', '-30 T-0003']),
      );

      const labelling = bench.api.app.get(LinkLabelling);
      const { acacia, fjord } = bench.networks;
      const label = async (file: string, typed: string) => {
        const [input, output] = [new PassThrough(), new PassThrough()];
        const shown = text(output);
        const answers: string[][] = [];
        const look = ({ one: her, other }: { one: string; other: string }) =>
          labelling.look(bench.ada, acacia, her, other);
        for (const each of typed) input.write(`${each}\n`);
        input.end();
        await labelPairs(
          pairs,
          {
            look,
            keep: async ({ network, one: her, other }, word) =>
              void answers.push([network, her, other, word]),
          },
          { input, output },
        );
        output.end();
        await writeFile(at(file), [ANSWERS_HEAD, ...answers].map((row) => row.join()).join('\n'));
        return { shown: await shown, answers };
      };
      const isOne = ({ one: her, other }: { one: string; other: string }) =>
        ['T-0001 T-0002', '-30 T-0003'].includes([her, other].toSorted().join(' '));
      const right = pairs.map((pair) => (isOne(pair) ? 's' : 'd')).join('');
      const first = await label('first.csv', right);
      expect(first.answers).toHaveLength(pairs.length);
      expect(first.shown).toContain('Nadia Ben Youssef');
      expect(first.shown).toContain('equal');
      expect(first.shown).not.toMatch(/nadia\.example|-03-09|bits|probab/i);
      expect((await label('second.csv', `x${right.slice(0, -1)}cq`)).answers.at(-1)?.[3]).toBe(
        'cannot-say',
      );
      expect((await label('stopped.csv', 'q')).answers).toEqual([]);
      const own = await bench.ask(bench.herself(idOf(1)), '{ myData }');
      const { parts } = own as unknown as { parts: Record<string, { viewer: string }[]> };
      expect(parts.linkLooks).toMatchObject([{ viewer: bench.ada.name }]);
      await expect(labelling.look(bench.ada, fjord, 'T-0001', 'T-0002')).rejects.toThrow(
        'You may not',
      );
      await expect(labelling.look(bench.ada, acacia, 'T-0001', 'T-9')).rejects.toThrow(
        NotFoundError,
      );

      const files = ['bands-sample.csv', 'first.csv', 'second.csv'].map(at);
      const { lines } = await run(
        'agreement',
        ...files,
        '--truth',
        at('both.csv'),
        '--format',
        'csv',
      );
      const measures = new Map(lines.map((line) => [line.split(',')[0], line.split(',').slice(1)]));
      expect(measures.get('pairs with two answers')?.[0]).toBe(`${pairs.length}`);
      expect(measures.get('pairs of which both are sure')?.[0]).toBe(`${pairs.length - 1}`);
      const [kappa, from, to] = measures.get('kappa')!.map(Number);
      expect([from! <= kappa!, kappa! <= to!, kappa! > 0.5, kappa! < 1]).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(measures.get('precision from 0.78')?.slice(0, 1)).toEqual(['1']);
      const measured = await run('evaluate', '--truth', at('both.csv'), '--format', 'csv');
      expect(measured.lines[1]).toMatch(/^0\.78,\d,\d,[12],1,/);
      expect((await run('label', at('sample.csv'), '--answers', at('own.csv'))).stderr).toContain(
        'no terminal',
      );
      const wrong = await run('agreement', at('first.csv'), at('first.csv'), at('second.csv'));
      expect(wrong.stderr).toContain(
        'The first line of the file is: network,external_id,other,least_bits',
      );
    });

    it('are measured against who is who', async () => {
      await bench.list('acacia', ...TWICE);
      const truth = join(folder, 'truth.csv');
      const rows = ['T-0001,a', 'T-0002,a', 'T-0003,b', 'T-0004,b', 'T-0005,c'];
      await writeFile(
        truth,
        `network,external_id,woman\n${rows.map((row) => `acacia,${row}\n`).join('')}`,
      );
      const { lines } = await run('evaluate', '--truth', truth, '--format', 'csv');
      expect(lines).toEqual([
        'least probability,found,right,true pairs,precision,recall,F1',
        '0.78,1,1,2,1,0.5,0.6667',
        '0.05,1,1,2,1,0.5,0.6667',
      ]);
      await writeFile(truth, 'number,woman\n');
      expect((await run('evaluate', '--truth', truth)).stderr).toContain(
        'network,external_id,woman',
      );
    });
  });

  it('have a model that everybody can read', async () => {
    const model = await bench.ask(
      null,
      '{ linkModel { version possible likely levels { comparison level same stranger kin } } }',
    );
    expect(model).toMatchObject({ possible: 0.05, likely: 0.78 });
    expect(model.levels).toContainEqual({
      comparison: 'BIRTH',
      level: 'SAME_DAY',
      same: 0.82,
      stranger: 0.00008,
      kin: 0.01,
    });
  });
});
