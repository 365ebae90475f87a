import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { fill, record } from '../../support/fill.js';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { countStatements } from '../../support/statements.js';
import { organizerViewer } from '../../support/viewers.js';

const EDIT = 'id revision fullName displayName pseudonymous codeName residence { code }';

describe('editing a profile', () => {
  let bench: CurationBench;
  let id = '';
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => {
    await bench.clear();
    id = (await bench.list('acacia', record(1, { residence: 'KE', ruled_out: 'Mali' })))(1);
  });

  const edit = async (
    viewer: Viewer | null,
    changes: Record<string, unknown>,
    { of = id, fields = EDIT, revision }: { of?: string; fields?: string; revision?: number } = {},
  ) => {
    const seen = revision ?? (await bench.revision(of));
    const call = `editProfile(id: "${globalId('Profile', of)}", revision: ${seen}, changes: $changes)`;
    return bench.mutate(viewer, call, { changes }, fields);
  };

  it('shows her whole profile to her curators and to herself, and to nobody else', async () => {
    const seen = { id: globalId('Profile', id), state: 'PUBLISHED', revision: 1 };
    expect(await bench.profile(bench.ada, id)).toEqual(seen);
    expect(await bench.profile(bench.herself(id), id)).toEqual(seen);
    for (const other of [
      bench.fay,
      organizerViewer(),
      bench.herself(bench.networks.acacia),
      null,
    ]) {
      expect(await bench.profile(other, id)).toBeNull();
    }
    const node = `{ node(id: "${globalId('Profile', id)}") { id } }`;
    expect(await bench.ask(bench.fay, node)).toBeNull();
    expect(await bench.ask(bench.ada, node)).toEqual({ id: globalId('Profile', id) });
  });

  it('lets her own word beat her network’s, and the network’s show again when she takes it back', async () => {
    const her = bench.herself(id);
    const sources = `${EDIT} sources { field inConflict sources { herself network { slug } } }`;
    const said = await edit(her, { residence: 'UG' }, { fields: sources });
    expect(said).toMatchObject({ residence: { code: 'UG' }, revision: 2 });
    expect(said.sources).toContainEqual({
      field: 'RESIDENCE',
      inConflict: true,
      sources: [{ herself: true, network: null }],
    });
    expect(await edit(bench.ada, { residence: 'TZ' })).toMatchObject({ residence: { code: 'UG' } });
    expect(await edit(her, { residence: null })).toMatchObject({ residence: { code: 'TZ' } });
  });

  it('keeps a safety rule as long as any source has it', async () => {
    const her = bench.herself(id);
    const fields = 'ruledOut { code } pseudonymous codeName';
    expect(await edit(her, { ruledOut: ['SD'] }, { fields })).toMatchObject({
      ruledOut: [{ code: 'ML' }, { code: 'SD' }],
    });
    expect(await edit(her, { pseudonymous: true })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'codeName', code: 'MISSING' }],
    });
    expect(await edit(her, { pseudonymous: true, codeName: 'Heron person' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'codeName', code: 'CONTRADICTION' }],
    });
    await edit(her, { pseudonymous: true, codeName: 'Heron' });
    expect(await edit(bench.ada, { pseudonymous: false }, { fields })).toMatchObject({
      pseudonymous: true,
      codeName: 'Heron',
    });
    const { data } = await bench.api.ask<{ mediator: { name: string } }>(
      `{ mediator(id: "${await bench.mediatorId(id)}") { name } }`,
    );
    expect(data?.mediator.name).toBe('Heron');
  });

  it('names everything that is wrong by its path, and changes nothing', async () => {
    const before = await bench.revision(id);
    const wrong = {
      fullName: 'x'.repeat(201),
      residence: 'XX',
      years: 81,
      languages: [
        { code: 'en', level: 'C1' },
        { code: 'klingon', level: 'B2' },
      ],
      expertise: [{ code: 'mediation.nothing', level: 'EXPERT' }],
      availability: { band: 'AVAILABLE', periods: [{ from: '2026-02-01', to: '2026-01-01' }] },
      biography: [{ language: 'xx-none', text: 'Hello' }],
      experience: [{ processName: ' ', territory: 'KE', yearFrom: 2020, yearTo: 2019 }],
    };
    const { __typename, fields } = await edit(bench.ada, wrong);
    expect(__typename).toBe('ValidationError');
    const told = (fields as { path: string; code: string }[]).map(({ path, code }) => [path, code]);
    expect(new Map(told as [string, string][])).toEqual(
      new Map([
        ['fullName', 'TOO_LONG'],
        ['residence', 'UNKNOWN'],
        ['years', 'OUT_OF_RANGE'],
        ['languages.1.code', 'UNKNOWN'],
        ['expertise.0.code', 'UNKNOWN'],
        ['availability.periods.0.to', 'OUT_OF_RANGE'],
        ['biography.xx-none', 'UNKNOWN'],
        ['experience.0.processName', 'MISSING'],
        ['experience.0.yearTo', 'OUT_OF_RANGE'],
      ]),
    );
    expect(await bench.revision(id)).toBe(before);
  });

  it('lets one of two editors win, and tells the other', async () => {
    const revision = await bench.revision(id);
    const answers = await Promise.all([
      edit(bench.ada, { residence: 'UG' }, { revision }),
      edit(bench.bea, { residence: 'TZ' }, { revision }),
    ]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Conflict', 'Profile']);
    expect(await bench.revision(id)).toBe(revision + 1);
  });

  it('writes every field and reads it back', async () => {
    const changes = {
      fullName: 'Awa Example',
      displayName: 'Awa',
      nameVariants: ['أوا'],
      nationalities: ['ML', 'KE'],
      birthYear: 1985,
      years: 12,
      tracks: ['TRACK_1_5'],
      roles: ['LEAD_MEDIATOR'],
      supports: [],
      availability: { band: 'LIMITED', periods: [{ from: '2026-12-01', to: null }] },
      noticeDays: 14,
      workingMode: 'BOTH',
      biography: [{ language: 'fr', text: 'Médiatrice.' }],
      education: 'LLM',
      languages: [{ code: 'fr', level: 'C2' }],
      territories: ['ML'],
      expertise: [{ code: 'mediation', level: 'EXPERT' }],
      experience: [{ processName: 'Talks', processType: 'LOCAL', territory: 'ML', yearFrom: 2020 }],
    };
    const seen = await edit(bench.herself(id), changes, {
      fields: `fullName displayName nameVariants nationalities { code } birthYear years tracks roles
        availability available { from to } noticeDays workingMode biographies { language text } education
        languages { code level } territories { code } expertise { code level }
        experience { process type territory { code } yearFrom yearTo }`,
    });
    expect(seen).toMatchObject({
      fullName: 'Awa Example',
      nationalities: [{ code: 'KE' }, { code: 'ML' }],
      birthYear: 1985,
      tracks: ['TRACK_1_5'],
      roles: ['LEAD_MEDIATOR'],
      availability: 'LIMITED',
      available: [{ from: '2026-12-01', to: null }],
      biographies: [{ language: 'fr', text: 'Médiatrice.' }],
      languages: [{ code: 'fr', level: 'C2' }],
      experience: [
        {
          process: 'Talks',
          type: 'LOCAL',
          territory: { code: 'ML' },
          yearFrom: 2020,
          yearTo: null,
        },
      ],
    });
  });

  it('reaches the index and the log', async () => {
    await edit(bench.ada, { displayName: 'Renamed' });
    await bench.api.services.jobs.drain();
    const { data } = await bench.api.ask<{ mediators: { totalCount: number } }>(
      '{ mediators(search: "Renamed") { totalCount } }',
    );
    expect(data?.mediators.totalCount).toBe(1);
    const log = await bench.api.services.database.query(
      `SELECT actor FROM audit_entry WHERE action = 'profile.edit' AND subject_id = $1`,
      [id],
    );
    expect(log).toEqual([{ actor: bench.ada.name }]);
  });

  it('leaves nothing behind where nothing is said anew', async () => {
    const revision = await bench.revision(id);
    expect(await edit(bench.ada, { residence: 'KE' })).toMatchObject({ revision });
  });

  describe('and its history', () => {
    const HISTORY = `history { totalCount edges { node { id field before after changedBy source { herself network { slug } } } } }`;

    it('tells who changed what from what to what, and takes it back', async () => {
      await edit(bench.ada, { residence: 'UG', years: 7 });
      const { history } = await bench.profile(bench.bea, id, HISTORY);
      const { edges } = history as { edges: { node: { id: string; field: string } }[] };
      const change = edges.find(({ node }) => node.field === 'RESIDENCE')?.node;
      expect(change).toMatchObject({
        before: 'KE',
        after: 'UG',
        changedBy: bench.ada.name,
        source: { herself: false, network: { slug: 'acacia' } },
      });
      const call = `revertField(id: "${globalId('Profile', id)}", change: "${change?.id}")`;
      expect(await bench.mutate(bench.bea, call, {}, EDIT)).toMatchObject({
        residence: { code: 'KE' },
      });
      expect(await bench.mutate(bench.herself(id), call, {}, EDIT)).toMatchObject({
        residence: { code: 'KE' },
      });
    });

    it('reverts no change of another profile', async () => {
      const other = (await bench.list('acacia', record(2, { residence: 'KE' })))(2);
      await edit(bench.ada, { residence: 'UG' }, { of: other });
      const { history } = await bench.profile(bench.ada, other, HISTORY);
      const { edges } = history as { edges: { node: { id: string } }[] };
      const call = `revertField(id: "${globalId('Profile', id)}", change: "${edges[0]?.node.id}")`;
      expect(await bench.mutate(bench.ada, call)).toMatchObject({ __typename: 'NotFound' });
    });

    it('goes in pages, the latest first', async () => {
      for (const years of [5, 6, 7]) await edit(bench.ada, { years });
      const page = (after: string) =>
        bench.profile(
          bench.ada,
          id,
          `history(first: 2${after}) { totalCount edges { cursor node { after } } pageInfo { hasNextPage hasPreviousPage } }`,
        );
      interface Page {
        edges: { cursor: string; node: { after: unknown } }[];
        pageInfo: unknown;
      }
      const first = (await page('')).history as Page;
      expect(first.edges.map(({ node }) => node.after)).toEqual([7, 6]);
      const second = (await page(`, after: "${first.edges[1]?.cursor}"`)).history as Page;
      expect(second.edges.map(({ node }) => node.after)).toEqual([5]);
      expect(second.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
    });
  });

  describe('and imports', () => {
    it('change nothing with the same file, and nothing that she says herself with another', async () => {
      const row = record(1, { residence: 'KE', ruled_out: 'Mali' });
      await edit(bench.herself(id), { residence: 'UG' });
      expect(await fill(bench.api.services, 'acacia', [row])).toMatchObject({ unchanged: 1 });
      await fill(bench.api.services, 'acacia', [{ ...row, residence: 'TZ', years: '33' }]);
      expect(await bench.profile(bench.ada, id, 'years residence { code }')).toEqual({
        years: 33,
        residence: { code: 'UG' },
      });
      const { history } = await bench.profile(
        bench.ada,
        id,
        'history { edges { node { field before after } } }',
      );
      const changes = (history as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
      expect(changes).toContainEqual({ field: 'RESIDENCE', before: 'KE', after: 'TZ' });
    });

    it('cost the same number of SQL statements for one woman and for many', async () => {
      const women = (years: string) =>
        Array.from({ length: 40 }, (_, i) => record(i + 50, { years }));
      const send = (records: Record<string, string>[]) =>
        countStatements(() => bench.list('acacia', ...records));
      await send(women('1'));
      const one = await send(women('2').slice(0, 1));
      expect(await send(women('3'))).toBe(one);
    });

    it('keep working for a woman whose network edits her by hand', async () => {
      await edit(bench.ada, { years: 44 });
      await fill(bench.api.services, 'acacia', [record(1, { residence: 'KE', years: '45' })]);
      expect(await bench.profile(bench.ada, id, 'years')).toEqual({ years: 45 });
    });
  });

  describe('by hand from the beginning', () => {
    const create = (viewer: Viewer | null, changes: object, more = '') =>
      bench.mutate(
        viewer,
        `createProfile(network: "acacia", changes: $changes${more})`,
        { changes },
        EDIT + ' state',
      );

    it('makes a draft that nobody else sees', async () => {
      const made = await create(bench.ada, { fullName: 'New Woman' });
      expect(made).toMatchObject({
        __typename: 'Profile',
        state: 'DRAFT',
        displayName: 'New Woman',
      });
      expect(await bench.ask(bench.fay, `{ profile(id: "${String(made.id)}") { id } }`)).toBeNull();
    });

    it('needs a name, a number of her own, and a network of the viewer’s', async () => {
      expect(await create(bench.ada, { years: 3 })).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'fullName', code: 'MISSING' }],
      });
      const number = `, externalId: "${record(1).external_id}"`;
      expect(await create(bench.ada, { fullName: 'New' }, number)).toMatchObject({
        __typename: 'Conflict',
      });
      expect(await create(bench.fay, { fullName: 'New' })).toMatchObject({
        __typename: 'NotPermitted',
      });
      expect(await create(null, { fullName: 'New' })).toMatchObject({ __typename: 'NotPermitted' });
    });

    it('does not bring back the number of an erased woman', async () => {
      await bench.api.services.erasure.erase(OPERATOR, id);
      const { external_id } = record(1);
      for (const number of [external_id, ` ${external_id}\u200b`]) {
        const made = await create(bench.ada, { fullName: 'New' }, `, externalId: "${number}"`);
        expect(made).toEqual({
          __typename: 'Conflict',
          message: expect.stringContaining('asked to be erased'),
        });
      }
      expect(await bench.api.services.database.query('SELECT FROM mediator')).toEqual([]);
      await bench.api.services.erasure.readmit(OPERATOR, bench.networks.acacia, external_id!);
      const number = `, externalId: "${external_id}"`;
      expect(await create(bench.ada, { fullName: 'New' }, number)).toMatchObject({
        __typename: 'Profile',
      });
    });

    it('does not bring back a number that was kept out with the mark of a spreadsheet', async () => {
      const { external_id } = record(1);
      await bench.api.services.database.query(
        `UPDATE affiliation SET external_id = '''' || external_id WHERE external_id = $1`,
        [external_id],
      );
      await bench.api.services.erasure.erase(OPERATOR, id);
      const number = `, externalId: "${external_id}"`;
      expect(await create(bench.ada, { fullName: 'New' }, number)).toMatchObject({
        __typename: 'Conflict',
      });
      await expect(fill(bench.api.services, 'acacia', [record(1)])).rejects.toThrow(
        'asked to be erased',
      );
      await bench.api.services.erasure.readmit(OPERATOR, bench.networks.acacia, external_id!);
    });

    it('counts characters as the database does: a letter of Adlam is one', async () => {
      const [longest, longer] = [200, 201].map((count) => '𞤀'.repeat(count));
      expect(await create(bench.ada, { fullName: longest })).toMatchObject({ fullName: longest });
      expect(await create(bench.ada, { fullName: longer })).toMatchObject({
        fields: [{ path: 'fullName', code: 'TOO_LONG' }],
      });
    });

    it('is found again by the next import under its number', async () => {
      await create(bench.ada, { fullName: 'By Hand' }, ', externalId: "T-0009"');
      const listed = record(9, { full_name: 'By Hand' });
      const report = await fill(bench.api.services, 'acacia', [listed]);
      expect(report).toMatchObject({ created: 0, updated: 1 });
    });
  });

  it('is not there for the coordinators of another network, whichever field takes its id', async () => {
    const key = globalId('Profile', id);
    const merge = `keep: "${key}", keepRevision: 1, other: "${globalId('Profile', bench.networks.acacia)}", otherRevision: 1`;
    const calls: [string, object][] = [
      [`editProfile(id: "${key}", revision: 1, changes: $changes)`, { changes: { years: 1 } }],
      [`revertField(id: "${key}", change: "${globalId('FieldChange', id)}")`, {}],
      [`addNote(id: "${key}", text: "Hello")`, {}],
    ];
    const unions: [string, string][] = [
      [`mergeProfiles(${merge})`, 'MergedProfiles { merge }'],
      [`endAffiliation(network: "fjord", id: "${key}")`, 'EndedAffiliation { profile { id } }'],
      [`unmergeProfiles(merge: "${globalId('Merge', id)}")`, 'PartedProfiles { profiles { id } }'],
    ];
    for (const step of [
      'SUBMIT',
      'VERIFY',
      'PUBLISH',
      'SUSPEND',
      'WITHDRAW',
      'CONFIRM',
      'EXPIRE',
    ]) {
      calls.push([`stepProfile(id: "${key}", step: ${step})`, {}]);
    }
    for (const stranger of [bench.fay, organizerViewer(), bench.herself(bench.networks.fjord)]) {
      const told: (string | undefined)[] = [];
      for (const [call, variables] of calls) {
        told.push((await bench.mutate(stranger, call, variables)).__typename);
      }
      for (const [call, payload] of unions) {
        const document = `mutation { ${call} { __typename ... on ${payload} } }`;
        told.push((await bench.ask(stranger, document)).__typename);
      }
      expect(told).toEqual(told.map(() => 'NotFound'));
    }
    for (const [call, variables] of calls) {
      expect(await bench.mutate(null, call, variables)).toMatchObject({
        __typename: 'NotPermitted',
      });
    }
  });

  it('costs the same number of SQL statements for one profile and for many', async () => {
    await bench.list('acacia', ...Array.from({ length: 12 }, (_, i) => record(i + 1)));
    for (const n of [1, 2, 3]) {
      const of = (await bench.list('acacia'))(n);
      await edit(bench.ada, { years: 40 + n }, { of });
    }
    const query = (
      first: number,
    ) => `{ curatedProfiles(network: "acacia", first: ${first}) { totalCount edges { node {
      id completeness { percent } notes { text } evidence { text network { slug } } steps { step }
      affiliations { network { slug } } sources { sources { network { slug } } }
      history(first: 3) { edges { node { field source { network { slug } } } } } } } } }`;
    const asked = async (first: number) => bench.ask(bench.ada, query(first));
    expect(await asked(12)).toMatchObject({ totalCount: 12 });
    const one = await countStatements(() => asked(1));
    const many = await countStatements(() => asked(12));
    expect(many).toBe(one);
  });
});
