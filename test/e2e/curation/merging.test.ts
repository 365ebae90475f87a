import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { queueMail } from '#mail';
import { Vault } from '#vault';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { recordState } from '../../support/record-state.js';

/** One woman, as two networks list her. */
const ACACIA = record(1, {
  full_name: 'Awa Example',
  residence: 'KE',
  ruled_out: 'Mali',
  email: 'acacia@example.org',
});
const FJORD = record(2, {
  full_name: 'Awa Exampel',
  residence: 'UG',
  ruled_out: 'Niger',
  biography: 'By fjord.',
  email: 'fjord@example.org',
  consent: 'LISTED; MATCHED; CONTACTED',
});

describe('two records of one woman', () => {
  let bench: CurationBench;
  let keep = '';
  let other = '';
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => {
    await bench.clear();
    keep = (await bench.list('acacia', ACACIA))(1);
    other = (await bench.list('fjord', FJORD))(2);
  });

  const merge = async (viewer: Viewer, kept = keep, merged = other) =>
    bench.ask(
      viewer,
      `mutation { mergeProfiles(keep: "${globalId('Profile', kept)}", keepRevision: ${await bench.revision(kept)},
         other: "${globalId('Profile', merged)}", otherRevision: ${await bench.revision(merged)})
         { __typename ... on MergedProfiles { merge profile { ${SEEN} } } ... on InvalidState { message } } }`,
    );
  const unmerge = (viewer: Viewer, { merge: id }: Record<string, unknown>) =>
    bench.ask(
      viewer,
      `mutation { unmergeProfiles(merge: "${String(id)}") { __typename ... on PartedProfiles { profiles { id } } ... on InvalidState { message } } }`,
    );
  const SEEN = `id fullName residence { code } ruledOut { code } consents biographies { text } affiliations { network { slug } }`;
  const states = async () => [
    await recordState(bench.api, keep),
    await recordState(bench.api, other),
  ];
  const edit = async (viewer: Viewer, id: string, changes: object) =>
    bench.mutate(
      viewer,
      `editProfile(id: "${globalId('Profile', id)}", revision: ${await bench.revision(id)}, changes: $changes${viewer === bench.both ? ', network: "acacia"' : ''})`,
      { changes },
    );

  it('become one that says what both say, the kept one first, no safety lost', async () => {
    expect((await merge(bench.both)).profile).toEqual({
      id: globalId('Profile', keep),
      fullName: 'Awa Example',
      residence: { code: 'KE' },
      ruledOut: [{ code: 'ML' }, { code: 'NE' }],
      consents: ['LISTED', 'MATCHED'],
      biographies: [{ text: 'By fjord.' }],
      affiliations: [{ network: { slug: 'acacia' } }, { network: { slug: 'fjord' } }],
    });
    expect(await bench.profile(bench.fay, keep, 'id')).toEqual({ id: globalId('Profile', keep) });
  });

  describe('whose fields somebody chooses', () => {
    type Choices = Readonly<Record<string, 'KEPT' | 'OTHER' | 'BOTH'>>;
    const choices = (chosen: Choices) =>
      `choices: [${Object.entries(chosen)
        .map(([field, one]) => `{ field: ${field}, keep: ${one} }`)
        .join(', ')}]`;
    const mergeBy = async (viewer: Viewer, chosen: Choices) =>
      bench.ask(
        viewer,
        `mutation { mergeProfiles(keep: "${globalId('Profile', keep)}", keepRevision: ${await bench.revision(keep)},
           other: "${globalId('Profile', other)}", otherRevision: ${await bench.revision(other)}, ${choices(chosen)})
           { __typename ... on MergedProfiles { merge profile { ${SEEN} territories { code } } }
             ... on ValidationError { fields { path code } } } }`,
      );
    const preview = async (viewer: Viewer, chosen: Choices = {}) => {
      const found = await bench.ask(
        viewer,
        `{ mergePreview(keep: "${globalId('Profile', keep)}", other: "${globalId('Profile', other)}", ${choices(chosen)})
           { __typename ... on MergePreview { fields { field merged choices } } ... on ValidationError { fields { path code } } } }`,
      );
      const fields = found.fields as { field: string; merged: unknown; choices: string[] }[];
      return (name: string) => fields.find(({ field }) => field === name);
    };

    it('have the other’s value, or both, where it was chosen, and are parted as they were', async () => {
      keep = (await bench.list('acacia', { ...ACACIA, territories: 'KE; UG' }))(1);
      other = (await bench.list('fjord', { ...FJORD, territories: 'UG; SS' }))(2);
      const before = await states();
      const chosen = { RESIDENCE: 'OTHER', TERRITORIES: 'BOTH' } as const;
      expect((await preview(bench.both))('RESIDENCE')?.choices).toEqual(['KEPT', 'OTHER']);
      expect((await preview(bench.both))('TERRITORIES')?.choices).toEqual([
        'KEPT',
        'OTHER',
        'BOTH',
      ]);
      expect((await preview(bench.both, chosen))('RESIDENCE')?.merged).toBe('UG');
      const merged = await mergeBy(bench.both, chosen);
      expect(merged.profile).toMatchObject({
        fullName: 'Awa Example',
        residence: { code: 'UG' },
        territories: [{ code: 'KE' }, { code: 'SS' }, { code: 'UG' }],
      });
      await unmerge(bench.both, merged);
      expect(await states()).toEqual(before);
    });

    it('keep what a network stated of them since', async () => {
      const merged = await mergeBy(bench.both, { RESIDENCE: 'OTHER', FULL_NAME: 'OTHER' });
      await edit(bench.both, keep, { residence: 'TZ' });
      await unmerge(bench.both, merged);
      expect(await bench.profile(bench.ada, keep, 'fullName residence { code }')).toEqual({
        fullName: 'Awa Example',
        residence: { code: 'TZ' },
      });
    });

    it('are protected: what is stricter counts, and her own word', async () => {
      expect((await preview(bench.both))('RULED_OUT')?.choices).toEqual([]);
      const refused: Choices[] = [{ RULED_OUT: 'KEPT' }, { FULL_NAME: 'BOTH' }];
      for (const chosen of refused) {
        expect(await mergeBy(bench.both, chosen)).toEqual({
          __typename: 'ValidationError',
          fields: [{ path: 'choices.0.keep', code: 'NOT_ELIGIBLE' }],
        });
      }
      await edit(bench.herself(keep), keep, { residence: 'TZ' });
      expect((await preview(bench.both))('RESIDENCE')?.choices).toEqual(['KEPT']);
      expect(await mergeBy(bench.both, { RESIDENCE: 'OTHER' })).toMatchObject({
        __typename: 'ValidationError',
      });
      await edit(bench.herself(other), other, { residence: 'RW' });
      expect((await mergeBy(bench.both, { RESIDENCE: 'OTHER' })).profile).toMatchObject({
        residence: { code: 'RW' },
      });
    });
  });

  it('leave a tombstone that leads her curators to the kept one, and the public nowhere', async () => {
    await merge(bench.both);
    expect(await bench.profile(bench.fay, other, 'id')).toEqual({ id: globalId('Profile', keep) });
    await bench.api.services.jobs.drain();
    const { data } = await bench.api.ask(
      `{ mediators { totalCount } mediator(id: "${await bench.mediatorId(other)}") { name }
         matchCandidates(need: { date: "2026-11-01", soft: { years: 1 } }) { ... on MatchConnection { totalCount } } }`,
    );
    expect(data).toEqual({
      mediators: { totalCount: 1 },
      mediator: null,
      matchCandidates: { totalCount: 1 },
    });
  });

  it('are parted again as if nothing had been', async () => {
    const before = await states();
    const merged = await merge(bench.both);
    expect(await states()).not.toEqual(before);
    expect(await unmerge(bench.both, merged)).toEqual({
      __typename: 'PartedProfiles',
      profiles: [{ id: globalId('Profile', keep) }, { id: globalId('Profile', other) }],
    });
    expect(await states()).toEqual(before);
    await bench.api.services.jobs.drain();
    const { data } = await bench.api.ask<{ mediators: { totalCount: number } }>(
      '{ mediators { totalCount } }',
    );
    expect(data?.mediators.totalCount).toBe(2);
    expect(await unmerge(bench.both, merged)).toMatchObject({ __typename: 'InvalidState' });
  });

  it('keep what was said since: with the kept one, or with the network that said it', async () => {
    const merged = await merge(bench.both);
    await edit(bench.herself(keep), keep, { residence: 'TZ', years: 50 });
    await edit(bench.fay, keep, { noticeDays: 77 });
    await unmerge(bench.both, merged);
    expect(await bench.profile(bench.ada, keep, 'residence { code } years noticeDays')).toEqual({
      residence: { code: 'TZ' },
      years: 50,
      noticeDays: null,
    });
    expect(await bench.profile(bench.fay, other, 'residence { code } noticeDays')).toEqual({
      residence: { code: 'UG' },
      noticeDays: 77,
    });
  });

  it('are found by both networks’ imports, each under its own number', async () => {
    await merge(bench.both);
    expect(await fill(bench.api.services, 'fjord', [FJORD])).toMatchObject({ unchanged: 1 });
    expect(
      await fill(bench.api.services, 'fjord', [{ ...FJORD, biography: 'By fjord, anew.' }]),
    ).toMatchObject({ updated: 1, created: 0 });
    expect(await bench.profile(bench.ada, keep, 'biographies { text }')).toEqual({
      biographies: [{ text: 'By fjord, anew.' }],
    });
  });

  it('of one network keep the row of the kept one, and the other number is refused by name', async () => {
    const second = (await bench.list('acacia', ACACIA, record(3, { ruled_out: 'Chad' })))(3);
    expect(await merge(bench.ada, keep, second)).toMatchObject({ __typename: 'MergedProfiles' });
    await expect(
      fill(bench.api.services, 'acacia', [ACACIA, record(3, { years: '40' })]),
    ).rejects.toThrow('under another number');
    expect(
      await bench.profile(bench.ada, keep, 'ruledOut { code } affiliations { network { slug } }'),
    ).toEqual({
      ruledOut: [{ code: 'ML' }, { code: 'TD' }],
      affiliations: [{ network: { slug: 'acacia' } }],
    });
  });

  it('let the stricter consent win, and carry none over', async () => {
    await bench.api.services.consents.withdraw(bench.herself(other), other, 'MATCHED', null);
    const before = await states();
    const merged = await merge(bench.both);
    expect((merged.profile as { consents: string[] }).consents).toEqual(['LISTED']);
    expect(await fill(bench.api.services, 'acacia', [{ ...ACACIA, years: '41' }])).toMatchObject({
      updated: 1,
    });
    expect(await bench.profile(bench.ada, keep, 'consents')).toEqual({ consents: ['LISTED'] });
    await fill(bench.api.services, 'acacia', [ACACIA]);
    await unmerge(bench.both, merged);
    expect((await states())[1]).toEqual(before[1]);
    expect(await bench.profile(bench.ada, keep, 'consents')).toEqual({
      consents: ['LISTED', 'MATCHED'],
    });
  });

  it('end for both a consent that was taken back while they were one', async () => {
    const merged = await merge(bench.both);
    await bench.api.services.consents.withdraw(bench.herself(keep), keep, 'LISTED', null);
    await unmerge(bench.both, merged);
    expect(await bench.profile(bench.fay, other, 'consents')).toEqual({
      consents: ['CONTACTED', 'MATCHED'],
    });
  });

  it('keep her out where either was taken out, then and since', async () => {
    await bench.api.services.lifeCycle.step(bench.fay, other, 'suspend');
    const merged = await merge(bench.both);
    expect(await bench.profile(bench.ada, keep, 'state')).toEqual({ state: 'SUSPENDED' });
    await unmerge(bench.both, merged);
    expect(await bench.profile(bench.ada, keep, 'state')).toEqual({ state: 'PUBLISHED' });
    expect(await bench.profile(bench.fay, other, 'state')).toEqual({ state: 'SUSPENDED' });
    await bench.api.services.lifeCycle.step(bench.fay, other, 'reinstate');
    const again = await merge(bench.both);
    await bench.api.services.lifeCycle.step(bench.herself(keep), keep, 'withdraw');
    await unmerge(bench.both, again);
    expect(await bench.profile(bench.ada, keep, 'state')).toEqual({ state: 'WITHDRAWN' });
    expect(await bench.profile(bench.fay, other, 'state')).toEqual({ state: 'WITHDRAWN' });
  });

  it('stay withdrawn where she withdrew herself, whichever record it was', async () => {
    await bench.api.services.lifeCycle.step(bench.herself(other), other, 'withdraw');
    await merge(bench.both);
    await expect(bench.api.services.lifeCycle.step(bench.both, keep, 'resume')).rejects.toThrow(
      'only she can come back',
    );
  });

  it('keep the narrower audience of each field', async () => {
    const { audiences } = bench.api.services;
    await audiences.set(bench.herself(other), other, {
      field: 'biography',
      audience: 'CURATOR',
      consent: null,
    });
    const merged = await merge(bench.both);
    const { data } = await bench.api.ask<{ mediator: { biography: string | null } }>(
      `{ mediator(id: "${await bench.mediatorId(keep)}") { biography } }`,
    );
    expect(data?.mediator.biography).toBeNull();
    await unmerge(bench.both, merged);
    const [row] = await bench.api.services.database.query<{ audience: object }>(
      'SELECT audience FROM mediator WHERE id = $1',
      [keep],
    );
    expect(row?.audience).toEqual({});
  });

  it('open contact data to the network that stated it, and to no other', async () => {
    const { contacts } = bench.api.services;
    const { acacia, fjord } = bench.networks;
    const purpose = { purpose: 'SECURITY', reason: 'test' } as const;
    const merged = await merge(bench.both);
    const seen = await contacts.view(bench.fay, keep, fjord, purpose);
    expect(JSON.stringify(seen)).toContain('fjord@example.org');
    expect(JSON.stringify(seen)).not.toContain('acacia@example.org');
    await expect(contacts.view(bench.fay, keep, acacia, purpose)).rejects.toThrow('may not');
    await unmerge(bench.both, merged);
    await expect(contacts.view(bench.fay, keep, fjord, purpose)).rejects.toThrow('no such');
    const back = await contacts.view(bench.fay, other, fjord, purpose);
    expect(JSON.stringify(back)).toContain('fjord@example.org');
  });

  it('drop what waits to be sent in a way that others may look at, whichever record said so', async () => {
    const { contacts, database } = bench.api.services;
    const { fjord } = bench.networks;
    const purpose = { purpose: 'CORRECTION', reason: 'She told us on the telephone.' } as const;
    const { version } = await contacts.view(bench.fay, other, fjord, purpose);
    const fields = { unsafeChannels: 'mail' };
    await contacts.edit(bench.fay, { mediatorId: other, networkId: fjord, version, fields });
    await database.transaction((tx) =>
      queueMail(tx, bench.api.app.get(Vault), {
        to: 'acacia@example.org',
        locale: 'en',
        template: 'profile-stale',
        parameters: { link: 'https://baraza.example.org/me' },
        mediatorId: keep,
      }),
    );
    const waits = async () =>
      (await database.query('SELECT FROM mail_message WHERE mediator_id = $1', [keep])).length;
    expect(await waits()).toBe(1);
    await merge(bench.both);
    expect(await waits()).toBe(0);
  });

  it('are merged by who curates both, or by the operator', async () => {
    expect(await merge(bench.ada)).toMatchObject({ __typename: 'NotFound' });
    expect(await merge(bench.fay)).toMatchObject({ __typename: 'NotFound' });
    const kept = { id: keep, revision: await bench.revision(keep) };
    const merged = { id: other, revision: await bench.revision(other) };
    const { merges } = bench.api.services;
    const id = await merges.merge(OPERATOR, { kept, other: merged });
    await expect(merges.unmerge(OPERATOR, id)).resolves.toEqual({ kept: keep, other });
  });

  it('are told to the networks that list her, any of which may part them', async () => {
    const merged = await merge(bench.both);
    const list = (viewer: Viewer, network: string) =>
      bench.ask(
        viewer,
        `{ workList(network: "${network}", kind: MERGES) { edges { node { merge { id mergedBy } profile { id } } } } }`,
      );
    const told = {
      merge: { id: merged.merge, mergedBy: bench.both.name },
      profile: { id: globalId('Profile', keep) },
    };
    expect(await list(bench.ada, 'acacia')).toEqual({ edges: [{ node: told }] });
    expect(await list(bench.fay, 'fjord')).toEqual({ edges: [{ node: told }] });
    expect(await unmerge(bench.fay, merged)).toMatchObject({ __typename: 'PartedProfiles' });
    expect(await list(bench.ada, 'acacia')).toEqual({ edges: [] });
  });

  it('are not merged at revisions that nobody sees any more, with themselves, or twice', async () => {
    const stale = bench.ask(
      bench.both,
      `mutation { mergeProfiles(keep: "${globalId('Profile', keep)}", keepRevision: 99,
         other: "${globalId('Profile', other)}", otherRevision: 1) { __typename } }`,
    );
    expect(await stale).toEqual({ __typename: 'Conflict' });
    expect(await merge(bench.both, keep, keep)).toMatchObject({ __typename: 'ValidationError' });
    await merge(bench.both);
    expect(await merge(bench.both)).toMatchObject({ __typename: 'InvalidState' });
  });

  it('are parted in the order opposite to the merging', async () => {
    const third = (await bench.list('acacia', ACACIA, record(4)))(4);
    const first = await merge(bench.both);
    const second = await merge(bench.both, keep, third);
    expect(await unmerge(bench.both, first)).toMatchObject({
      __typename: 'InvalidState',
      message: 'The profile was merged again since: part that first.',
    });
    expect(await unmerge(bench.both, second)).toMatchObject({ __typename: 'PartedProfiles' });
    expect(await unmerge(bench.both, first)).toMatchObject({ __typename: 'PartedProfiles' });
  });

  it('give no account a record that was not its own', async () => {
    await bench.api.signedIn({ role: 'mediator', mediatorId: other });
    expect(await merge(bench.both)).toMatchObject({
      __typename: 'InvalidState',
      message: 'Keep the profile that she signs in to, and merge the other into it.',
    });
    expect(await merge(bench.both, other, keep)).toMatchObject({ __typename: 'MergedProfiles' });
  });

  it('invite nobody to the record that was merged', async () => {
    const second = (await bench.list('acacia', ACACIA, record(3)))(3);
    const invite = () =>
      bench.api.services.identity.invitations.invite(bench.ada, {
        email: 'someone@example.org',
        locale: 'en',
        role: 'mediator',
        networkId: bench.networks.acacia,
        mediatorId: second,
        organizationId: null,
      });
    await invite();
    await merge(bench.ada, keep, second);
    await expect(invite()).rejects.toThrow('There is no such profile');
    const invitations = await bench.api.services.database.query('SELECT state FROM invitation');
    expect(invitations).toEqual([{ state: 'revoked' }]);
  });

  it('are erased together', async () => {
    await merge(bench.both);
    await bench.api.services.erasure.erase(OPERATOR, other);
    const left = await bench.api.services.database.query('SELECT FROM mediator');
    expect(left).toEqual([]);
    await expect(fill(bench.api.services, 'fjord', [FJORD])).rejects.toThrow('asked to be erased');
  });

  describe('and the networks that list her', () => {
    const end = (viewer: Viewer, network: string, id = keep) =>
      bench.ask(
        viewer,
        `mutation { endAffiliation(network: "${network}", id: "${globalId('Profile', id)}")
           { __typename ... on EndedAffiliation { profile { id } } } }`,
      );

    it('take only their own words when they leave', async () => {
      await merge(bench.both);
      await edit(bench.herself(keep), keep, { education: 'LLM' });
      expect(await end(bench.fay, 'fjord')).toEqual({
        __typename: 'EndedAffiliation',
        profile: null,
      });
      const fields =
        'fullName residence { code } biographies { text } education ruledOut { code } state';
      expect(await bench.profile(bench.ada, keep, fields)).toEqual({
        fullName: 'Awa Example',
        residence: { code: 'KE' },
        biographies: [],
        education: 'LLM',
        ruledOut: [{ code: 'ML' }],
        state: 'PUBLISHED',
      });
      const contact = await bench.api.asOwner(
        `SELECT FROM mediator_contact WHERE network_id = '${bench.networks.fjord}'`,
      );
      expect(contact).toEqual([]);
    });

    it('withdraw her when the last one leaves, and come back by a new list', async () => {
      expect(await end(bench.ada, 'acacia')).toMatchObject({ __typename: 'EndedAffiliation' });
      const { data } = await bench.api.ask<{ mediator: object | null }>(
        `{ mediator(id: "${await bench.mediatorId(keep)}") { name } }`,
      );
      expect(data?.mediator).toBeNull();
      expect(await bench.profile(bench.ada, keep)).toBeNull();
      expect(await bench.profile(bench.herself(keep), keep, 'state fullName')).toEqual({
        state: 'WITHDRAWN',
        fullName: 'Awa Example',
      });
      expect(await fill(bench.api.services, 'acacia', [ACACIA])).toMatchObject({ updated: 1 });
      expect(await bench.profile(bench.ada, keep, 'state residence { code }')).toEqual({
        state: 'WITHDRAWN',
        residence: { code: 'KE' },
      });
    });

    it('leave for themselves alone', async () => {
      await merge(bench.both);
      expect(await end(bench.ada, 'fjord')).toMatchObject({ __typename: 'NotPermitted' });
      expect(await end(bench.fay, 'acacia')).toMatchObject({ __typename: 'NotPermitted' });
      expect(await end(bench.fay, 'fjord')).toMatchObject({ __typename: 'EndedAffiliation' });
      expect(await end(bench.fay, 'fjord')).toMatchObject({ __typename: 'NotFound' });
    });
  });
});
