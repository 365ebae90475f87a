import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';
import { coordinatorViewer, mediatorViewer } from '../../support/viewers.js';

const NEED = '{ date: "2026-11-01", soft: { languages: [{ code: "fr" }], years: 10 } }';
const CRITERIA = { date: '2026-11-01', soft: { languages: [{ code: 'fr' }], years: 10 } };
const WOMEN = ['Amina', 'Bintou', 'Chipo', 'Dalia'].map((display_name, i) =>
  record(i + 1, {
    display_name,
    languages: 'French (C1)',
    years: '12',
    code_name: `Heron ${i}`,
  }),
);
const REFUSALS =
  '... on NotFound { message } ... on NotPermitted { signedIn } ... on ValidationError { fields { path code } } ... on InvalidState { message } ... on Conflict { message }';

interface Woman {
  readonly key: string;
  readonly publicId: string;
  readonly lot: string;
}
interface Closed {
  readonly id: string;
  readonly text: string;
}
interface Entry {
  readonly id: string;
  readonly score: number | null;
  readonly mediator: { readonly name: string };
  readonly explanation: readonly { readonly criterion: string }[];
}

describe('the ids of women', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let acacia: Viewer;
  let networkId = '';
  let needId = '';
  let listId = '';

  beforeAll(async () => {
    bench = await openNeedBench();
    ({ ana } = bench);
  });
  afterAll(async () => bench.close());

  beforeEach(async () => {
    const { database } = bench.api.services;
    for (const table of ['need', 'mediator', 'erased_key', 'search_withheld']) {
      await database.query(`DELETE FROM ${table}`);
    }
    await bench.api.services.indexSync.rebuild();
    await fill(bench.api.services, 'acacia', WOMEN);
    networkId = (await bench.api.services.networks.bySlug('acacia'))?.id ?? '';
    acacia = coordinatorViewer(networkId);
    const made = await bench.need(ana, 'createNeed(input: $create)', {
      create: { title: 'Talks', criteria: CRITERIA },
    });
    needId = String(made.id);
    await bench.need(ana, `openNeed(id: "${needId}", revision: 1)`);
    const list = await bench.list(ana, `createShortlist(needId: "${needId}", title: "First")`);
    listId = String(list.id);
  });

  const woman = async (name: string): Promise<Woman> => {
    const [row] = await bench.api.services.database.query<Woman>(
      'SELECT id AS key, public_id AS "publicId", lot FROM mediator WHERE display_name = $1',
      [name],
    );
    if (!row) throw new Error(`There is no ${name}.`);
    return row;
  };
  const herId = async (name: string) => globalId('Mediator', (await woman(name)).publicId);
  const changeName = async (name: string, pseudonymous: boolean): Promise<void> => {
    const { key } = await woman(name);
    await bench.api.services.database.query('UPDATE mediator SET pseudonymous = $2 WHERE id = $1', [
      key,
      pseudonymous,
    ]);
    await bench.api.services.indexSync.handle();
  };
  const choose = async (revision: number, ...ids: string[]) =>
    bench.list(ana, 'addToShortlist(input: $add)', {
      add: { id: listId, revision, entries: ids.map((mediatorId) => ({ mediatorId })) },
    });
  const read = async (): Promise<{ entries: Entry[]; closedEntries: Closed[] }> =>
    (await bench.ask(
      ana,
      `{ shortlist(id: "${listId}") { entries { id score mediator { name } explanation { criterion } } closedEntries { id text addedBy addedAt } } }`,
    )) as unknown as { entries: Entry[]; closedEntries: Closed[] };
  const namesOf = ({ entries }: { entries: readonly Entry[] }) =>
    entries.map(({ mediator }) => mediator.name).toSorted();

  it('are random, and tell nothing of the order in which women came', async () => {
    const rows = await bench.api.services.database.query<Woman>(
      'SELECT id AS key, public_id AS "publicId", lot FROM mediator',
    );
    const ids = rows.flatMap(({ key, publicId, lot }) => [key, publicId, lot]);
    expect(new Set(ids).size).toBe(3 * WOMEN.length);
    for (const id of ids) expect(id).toMatch(/^.{8}-.{4}-4.{3}-[89ab]/);
  });

  it('are in no cursor and no answer by their keys, nor by their lots', async () => {
    await choose(1, await herId('Amina'));
    const answers = await Promise.all(
      [
        '{ mediators(first: 2) { pageInfo { endCursor } edges { cursor node { id } } } }',
        '{ mediators(first: 2, sort: YEARS) { edges { cursor node { id } } } }',
        `{ matchCandidates(need: ${NEED}, first: 2) { ... on MatchConnection { pageInfo { endCursor } edges { cursor node { mediator { id } explanation { found } } } } } }`,
        `{ needReport(need: { date: "2026-11-01", hard: { minimumYears: 30 }, soft: { years: 5 } }, first: 2) { ... on NeedReport { nearlyEligible { edges { cursor node { mediator { id } } } } } } }`,
        `{ shortlists(needId: "${needId}") { edges { cursor node { entries { mediator { id } } } } } }`,
      ].map((document) => bench.ask(ana, document)),
    );
    const opened = JSON.stringify(answers).replaceAll(
      /"(?:cursor|endCursor|id)":"([^"]+)"/g,
      (text, held: string) => `${text} ${Buffer.from(held, 'base64url').toString('utf8')}`,
    );
    const rows = await bench.api.services.database.query<Woman>(
      'SELECT id AS key, public_id AS "publicId", lot FROM mediator',
    );
    expect(rows.some(({ publicId }) => opened.includes(publicId))).toBe(true);
    for (const { key, lot } of rows) {
      expect(opened).not.toContain(key);
      expect(opened).not.toContain(lot);
    }
  });

  it('are replaced, and the lots with them, whoever makes her pseudonymous or named again', async () => {
    const named = await woman('Amina');
    await changeName('Amina', true);
    const hidden = await woman('Amina');
    expect(hidden.key).toBe(named.key);
    expect([hidden.publicId, hidden.lot]).not.toContain(named.publicId);
    expect(hidden.lot).not.toBe(named.lot);
    await bench.api.services.database.query('UPDATE mediator SET years = 13 WHERE id = $1', [
      named.key,
    ]);
    expect(await woman('Amina')).toEqual(hidden);
    await changeName('Amina', false);
    const again = await woman('Amina');
    expect([named.publicId, hidden.publicId]).not.toContain(again.publicId);
    expect([named.lot, hidden.lot]).not.toContain(again.lot);
  });

  /** Everything that takes a woman, by how it is asked of one. */
  const ASKED: Readonly<Record<string, (id: string, other: string) => string>> = {
    mediator: (id) => `{ mediator(id: "${id}") { name } }`,
    node: (id) => `{ node(id: "${id}") { id } }`,
    profile: (id) => `{ profile(id: "${id}") { id } }`,
    consents: (id) => `{ consents(mediatorId: "${id}") { id } }`,
    explainMatch: (id) =>
      `{ explainMatch(need: ${NEED}, mediatorId: "${id}", top: 5) { __typename ... on NotFound { message } ... on NotPermitted { signedIn } } }`,
    'compareCandidates, first': (id, other) =>
      `{ compareCandidates(need: ${NEED}, first: "${id}", second: "${other}") { __typename ... on NotFound { message } ... on NotPermitted { signedIn } } }`,
    'compareCandidates, second': (id, other) =>
      `{ compareCandidates(need: ${NEED}, first: "${other}", second: "${id}") { __typename ... on NotFound { message } ... on NotPermitted { signedIn } } }`,
    'startTeam, mustHave': (id) =>
      `mutation { startTeam(need: ${NEED}, size: 2, constraints: { mustHave: ["${id}"] }) { __typename ${REFUSALS} } }`,
    'startTeam, mustNotHave': (id) =>
      `mutation { startTeam(need: ${NEED}, size: 2, constraints: { mustNotHave: ["${id}"] }) { __typename ${REFUSALS} } }`,
    'startTeam, apart': (id, other) =>
      `mutation { startTeam(need: ${NEED}, size: 2, constraints: { apart: [{ first: "${id}", second: "${other}" }] }) { __typename ${REFUSALS} } }`,
    addToShortlist: (id) =>
      `mutation { addToShortlist(input: { id: "${listId}", revision: 1, entries: [{ mediatorId: "${id}" }] }) { __typename ${REFUSALS} } }`,
    editProfile: (id) =>
      `mutation { editProfile(id: "${id}", revision: 1, changes: { years: 3 }) { __typename ${REFUSALS} } }`,
    revertField: (id) =>
      `mutation { revertField(id: "${id}", change: "${globalId('FieldChange', '01900000-0000-7000-8000-00000000cccc')}") { __typename ${REFUSALS} } }`,
    addNote: (id) => `mutation { addNote(id: "${id}", text: "x") { __typename ${REFUSALS} } }`,
    stepProfile: (id) =>
      `mutation { stepProfile(id: "${id}", step: SUSPEND) { __typename ${REFUSALS} } }`,
    stepProfiles: (id) =>
      `mutation { stepProfiles(ids: ["${id}"], step: SUSPEND) { __typename ... on ProfileStepOutcomes { outcomes { result { __typename ${REFUSALS} } } } ${REFUSALS} } }`,
    'mergeProfiles, keep': (id, other) =>
      `mutation { mergeProfiles(keep: "${id}", keepRevision: 1, other: "${other}", otherRevision: 1) { __typename ${REFUSALS} } }`,
    'mergeProfiles, other': (id, other) =>
      `mutation { mergeProfiles(keep: "${other}", keepRevision: 1, other: "${id}", otherRevision: 1) { __typename ${REFUSALS} } }`,
    endAffiliation: (id) =>
      `mutation { endAffiliation(network: "acacia", id: "${id}") { __typename ${REFUSALS} } }`,
    viewContact: (id) =>
      `mutation { viewContact(input: { mediatorId: "${id}", networkId: "${globalId('Network', networkId)}", purpose: CORRECTION, reason: "to look" }) { __typename ${REFUSALS} } }`,
    editContact: (id) =>
      `mutation { editContact(input: { mediatorId: "${id}", networkId: "${globalId('Network', networkId)}", telephone: "+999 1" }) { __typename ${REFUSALS} } }`,
    recordConsent: (id) =>
      `mutation { recordConsent(input: { mediatorId: "${id}", purpose: CONTACTED, textVersion: "2026-11", language: EN, channel: TELEPHONE, givenOn: "2026-01-01", proof: "Form 1" }) { __typename ${REFUSALS} } }`,
    withdrawConsent: (id) =>
      `mutation { withdrawConsent(input: { mediatorId: "${id}", purpose: CONTACTED, channel: TELEPHONE }) { __typename ${REFUSALS} } }`,
    setAudience: (id) =>
      `mutation { setAudience(input: { mediatorId: "${id}", field: LANGUAGES, audience: CURATOR }) { __typename ${REFUSALS} } }`,
    inviteUser: (id) =>
      `mutation { inviteUser(input: { email: "x@example.org", role: MEDIATOR, networkId: "${globalId('Network', networkId)}", mediatorId: "${id}" }) { __typename ${REFUSALS} } }`,
  };

  it.each(Object.keys(ASKED))('of old are as unknown as made-up ones to %s', async (name) => {
    const { key, publicId: old } = await woman('Amina');
    const other = await herId('Bintou');
    await changeName('Amina', true);
    const asked = ASKED[name]!;
    const made = globalId('Mediator', '5b1f0a9e-7d0e-4a57-8f0e-2c0f6c1c9d11');
    for (const viewer of [null, ana, acacia]) {
      const ask = async (id: string) => {
        // An asker may have two runs under way: none of an earlier question is to be in the way.
        await bench.api.services.database.query('DELETE FROM team_run');
        return bench.ask(viewer, asked(id, other));
      };
      const unknown = await ask(made);
      // It was understood, and refused or empty for whom it names.
      expect(JSON.stringify(unknown)).not.toMatch(/GRAPHQL|BAD_USER_INPUT|INTERNAL/);
      const answers = [
        await ask(globalId('Mediator', key)),
        await ask(globalId('Mediator', old)),
        // Whoever may not read her whole does not know her by her profile.
        ...(viewer === acacia ? [] : [await ask(globalId('Profile', key))]),
      ];
      if (name !== 'node' || viewer === acacia) {
        for (const answer of answers) expect(answer).toEqual(unknown);
      } else {
        expect(answers.filter(Boolean)).toEqual([]);
      }
    }
  });

  it('of her profile count for her curators and herself wherever a mediator is asked for', async () => {
    const { key, publicId } = await woman('Amina');
    const id = globalId('Profile', key);
    const herself = mediatorViewer(key);
    for (const viewer of [acacia, herself]) {
      expect(await bench.ask(viewer, `{ mediator(id: "${id}") { id } }`)).toEqual({
        id: globalId('Mediator', publicId),
      });
      expect(await bench.ask(viewer, `{ profile(id: "${id}") { id } }`)).toEqual({ id });
    }
    expect(await bench.ask(acacia, `{ consents(mediatorId: "${id}") { purpose } }`)).toEqual(
      await bench.ask(acacia, `{ consents(mediatorId: "${await herId('Amina')}") { purpose } }`),
    );
    const other = coordinatorViewer('01900000-0000-7000-8000-00000000aaaa');
    expect(await bench.ask(other, `{ mediator(id: "${id}") { id } }`)).toBeNull();
  });

  describe('that are replaced', () => {
    it('close what was held under them, and lead to no code name', async () => {
      await choose(1, await herId('Amina'), await herId('Bintou'));
      const before = await read();
      const entry = before.entries.find(({ mediator }) => mediator.name === 'Amina');
      await changeName('Amina', true);
      const after = await read();
      expect(namesOf(after)).toEqual(['Bintou']);
      expect(after.closedEntries).toEqual([
        {
          id: entry?.id,
          text: 'No longer listed.',
          addedBy: ana.name,
          addedAt: expect.any(String),
        },
      ]);
      expect(JSON.stringify(after)).not.toMatch(/Amina|Heron/);
      expect(
        await bench.ask(
          ana,
          `mutation { giveFeedback(input: { entryId: "${entry?.id}", verdict: KEPT }) { __typename } }`,
        ),
      ).toEqual({ __typename: 'NotFound' });
      // She can be chosen as if nobody had chosen her: a conflict would tell that she is the same.
      const chosen = await choose(2, await herId('Amina'));
      expect(chosen.__typename).toBe('Shortlist');
      expect(namesOf(await read())).toEqual(['Bintou', 'Heron 0']);
      await changeName('Amina', false);
      const again = await read();
      expect(namesOf(again)).toEqual(['Bintou']);
      expect(again.closedEntries).toHaveLength(2);
    });

    it('look like any other departure', async () => {
      await choose(1, ...(await Promise.all(['Amina', 'Bintou', 'Chipo'].map(herId))));
      const { consents, erasure } = bench.api.services;
      const [bintou, chipo] = [await woman('Bintou'), await woman('Chipo')];
      await changeName('Amina', true);
      await consents.withdraw(mediatorViewer(bintou.key), bintou.key, 'LISTED', null);
      await erasure.erase(OPERATOR, chipo.key);
      const { entries, closedEntries } = await read();
      expect(entries).toEqual([]);
      const same = { text: 'No longer listed.', addedBy: ana.name, addedAt: expect.any(String) };
      expect(closedEntries).toEqual(closedEntries.map(({ id }) => ({ ...same, id })));
      expect(closedEntries).toHaveLength(3);
      for (const [i, { id }] of closedEntries.entries()) {
        const list = await bench.list(
          ana,
          `removeFromShortlist(id: "${listId}", revision: ${i + 2}, entryId: "${id}")`,
        );
        expect(list.__typename).toBe('Shortlist');
      }
      expect((await read()).closedEntries).toEqual([]);
    });

    it('do not choose a woman who became pseudonymous since she was seen', async () => {
      const seen = await herId('Amina');
      await changeName('Amina', true);
      expect(await choose(1, seen)).toMatchObject({ __typename: 'ValidationError' });
    });

    it('are parted from her in teams', async () => {
      const started = (await bench.ask(
        ana,
        `mutation { startTeam(need: ${NEED}, size: 2, constraints: { mustHave: ["${await herId('Amina')}"] }) { ... on TeamRun { id } } }`,
      )) as { id: string };
      await bench.api.services.jobs.drain();
      const run = async () =>
        (await bench.ask(
          ana,
          `{ team(id: "${started.id}") { ... on TeamRun { outcome { teams { total bound gap withheld members { mediator { name } } coverage { sentence } } } } } }`,
        )) as unknown as { outcome: { teams: { total: number | null; withheld: number }[] } };
      expect((await run()).outcome.teams[0]).toMatchObject({ withheld: 0 });
      await changeName('Amina', true);
      const after = await run();
      expect(after.outcome.teams[0]).toMatchObject({
        withheld: 1,
        total: null,
        bound: null,
        gap: null,
      });
      expect(JSON.stringify(after)).not.toMatch(/Amina|Heron/);
    });

    it('do not lead from a named record to a pseudonymous one that it is merged with', async () => {
      await choose(1, await herId('Amina'), await herId('Bintou'));
      await changeName('Chipo', true);
      const [named, hidden] = [await woman('Amina'), await woman('Chipo')];
      const revisionOf = async (key: string) =>
        (
          await bench.api.services.database.query<{ revision: number }>(
            'SELECT revision FROM mediator WHERE id = $1',
            [key],
          )
        )[0]?.revision ?? 0;
      const merge = await bench.api.services.merges.merge(OPERATOR, {
        kept: { id: hidden.key, revision: await revisionOf(hidden.key) },
        other: { id: named.key, revision: await revisionOf(named.key) },
      });
      const merged = await read();
      expect(namesOf(merged)).toEqual(['Bintou']);
      expect(merged.closedEntries).toHaveLength(1);
      await bench.api.services.merges.unmerge(OPERATOR, merge);
      expect(namesOf(await read())).toEqual(['Bintou']);
      expect((await woman('Amina')).publicId).not.toBe(named.publicId);
    });
  });

  describe('on a shortlist', () => {
    const narrow = async (name: string, field: 'languages' | 'territories' | 'confirmedOn') => {
      const { key } = await woman(name);
      await bench.api.services.audiences.set(mediatorViewer(key), key, {
        field,
        audience: 'CURATOR',
        consent: null,
      });
    };

    it('show nothing that a woman has narrowed since she was chosen, nor what would tell it', async () => {
      await choose(1, await herId('Amina'), await herId('Bintou'));
      const [before] = (await read()).entries;
      expect(before?.explanation.map(({ criterion }) => criterion)).toEqual(['LANGUAGE', 'YEARS']);
      expect(before?.score).toEqual(expect.any(Number));
      await narrow('Amina', 'territories');
      const same = (await read()).entries.find(({ mediator }) => mediator.name === 'Amina');
      expect(same?.score).toEqual(expect.any(Number));
      await narrow('Amina', 'languages');
      const { entries } = await read();
      const [amina, bintou] = ['Amina', 'Bintou'].map((name) =>
        entries.find(({ mediator }) => mediator.name === name),
      );
      expect(amina?.score).toBeNull();
      expect(amina?.explanation.map(({ criterion }) => criterion)).toEqual(['YEARS']);
      expect(bintou?.score).toEqual(expect.any(Number));
      expect(bintou?.explanation).toHaveLength(2);
      // Frozen means that it is kept: it shows again where she shows it again.
      const { key } = await woman('Amina');
      await bench.api.services.audiences.set(mediatorViewer(key), key, {
        field: 'languages',
        audience: 'PUBLIC',
        consent: null,
      });
      expect((await read()).entries.every(({ score }) => score !== null)).toBe(true);
    });
  });
});
