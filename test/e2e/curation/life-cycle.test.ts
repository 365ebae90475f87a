import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#identity';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';

const WHOLE = {
  fullName: 'Awa Example',
  languages: [{ code: 'fr', level: 'C2' }],
  territories: ['ML'],
  expertise: [{ code: 'mediation', level: 'PRACTITIONER' }],
};
const REFERENCES = { references: ['Ms One', 'Ms Two'] };

describe('the life of a profile', () => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => bench.clear());

  const create = async (viewer: Viewer, changes: object = WHOLE): Promise<string> => {
    const made = await bench.mutate(viewer, `createProfile(network: "acacia", changes: $changes)`, {
      changes,
    });
    return idIn(made);
  };
  const step = (
    viewer: Viewer | null,
    id: string,
    name: string,
    evidence?: object,
    note?: string,
  ) =>
    bench.mutate(
      viewer,
      `stepProfile(id: "${globalId('Profile', id)}", step: ${name}${evidence ? ', evidence: $evidence' : ''}${note ? `, note: "${note}"` : ''})`,
      evidence ? { evidence } : {},
    );
  const consent = (id: string) =>
    bench.api.services.consents.give(bench.herself(id), {
      purpose: 'LISTED',
      textVersion: '2026-11',
      language: 'en',
    });
  const isSeen = async (id: string): Promise<boolean> => {
    const { data } = await bench.api.ask<{ mediator: object | null }>(
      `{ mediator(id: "${await bench.mediatorId(id)}") { name } }`,
    );
    return data?.mediator !== null;
  };

  it('goes from a draft to what everyone sees, with evidence and her consent', async () => {
    const id = await create(bench.ada);
    expect(await step(bench.ada, id, 'SUBMIT')).toMatchObject({ state: 'SUBMITTED' });
    expect(await step(bench.ada, id, 'PUBLISH')).toMatchObject({ __typename: 'InvalidState' });
    expect(await step(bench.ada, id, 'VERIFY')).toMatchObject({
      __typename: 'InvalidState',
      message: 'This needs 2 references or the accreditation of a network.',
    });
    expect(await step(bench.ada, id, 'VERIFY', REFERENCES)).toMatchObject({ state: 'VERIFIED' });
    expect(await step(bench.ada, id, 'PUBLISH')).toMatchObject({
      __typename: 'InvalidState',
      message: 'She has not consented to be listed.',
    });
    expect(await isSeen(id)).toBe(false);
    await consent(id);
    expect(await step(bench.ada, id, 'PUBLISH')).toMatchObject({ state: 'PUBLISHED' });
    expect(await isSeen(id)).toBe(true);
    const { steps, evidence } = await bench.profile(
      bench.herself(id),
      id,
      'steps { step before after } evidence { text accreditation }',
    );
    expect(steps).toEqual([
      { step: 'create', before: null, after: 'DRAFT' },
      { step: 'submit', before: 'DRAFT', after: 'SUBMITTED' },
      { step: 'verify', before: 'SUBMITTED', after: 'VERIFIED' },
      { step: 'publish', before: 'VERIFIED', after: 'PUBLISHED' },
    ]);
    expect(evidence).toEqual([
      { text: 'Ms One', accreditation: false },
      { text: 'Ms Two', accreditation: false },
    ]);
  });

  it('refuses evidence that a refused step came with', async () => {
    const id = await create(bench.ada);
    await step(bench.ada, id, 'VERIFY', REFERENCES);
    expect(await bench.profile(bench.ada, id, 'evidence { text }')).toEqual({ evidence: [] });
    await step(bench.ada, id, 'SUBMIT');
    expect(await step(bench.ada, id, 'VERIFY', { references: ['Ms One', 'Ms One'] })).toMatchObject(
      {
        __typename: 'ValidationError',
      },
    );
  });

  it('takes the accreditation of her network, and nobody’s of herself', async () => {
    const id = await create(bench.ada);
    const word = { accreditation: 'A member since 2019.' };
    expect(await step(bench.herself(id), id, 'SUBMIT', word)).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(await step(bench.herself(id), id, 'SUBMIT', REFERENCES)).toMatchObject({
      state: 'SUBMITTED',
    });
    expect(await step(bench.herself(id), id, 'VERIFY')).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(await step(bench.ada, id, 'VERIFY', word)).toMatchObject({ state: 'VERIFIED' });
  });

  it('asks for what a profile must state', async () => {
    const id = await create(bench.ada, { fullName: 'Awa Example' });
    expect(await step(bench.ada, id, 'SUBMIT')).toMatchObject({
      __typename: 'InvalidState',
      message: 'The profile does not state: languages and territories and expertise.',
    });
  });

  describe('under the four-eyes rule', () => {
    const edit = async (viewer: Viewer, id: string, years: number) =>
      bench.mutate(
        viewer,
        `editProfile(id: "${globalId('Profile', id)}", revision: ${await bench.revision(id)}, changes: $changes)`,
        { changes: { years } },
      );

    it('is verified by neither who submitted nor who edited last', async () => {
      await bench.setFourEyes(bench.networks.acacia, true);
      const id = await create(bench.ada);
      await step(bench.ada, id, 'SUBMIT', REFERENCES);
      expect(await step(bench.ada, id, 'VERIFY')).toMatchObject({ __typename: 'InvalidState' });
      await edit(bench.bea, id, 9);
      expect(await step(bench.bea, id, 'VERIFY')).toMatchObject({ __typename: 'InvalidState' });
      await edit(bench.ada, id, 10);
      expect(await step(bench.bea, id, 'VERIFY')).toMatchObject({ state: 'VERIFIED' });
    });

    it('is looked at again when what was verified is edited, and published by who verified it', async () => {
      await bench.setFourEyes(bench.networks.acacia, true);
      const id = await create(bench.ada);
      await step(bench.ada, id, 'SUBMIT', REFERENCES);
      await step(bench.bea, id, 'VERIFY');
      expect(await edit(bench.ada, id, 11)).toMatchObject({ state: 'SUBMITTED' });
      expect(await step(bench.bea, id, 'VERIFY')).toMatchObject({ state: 'VERIFIED' });
      await consent(id);
      expect(await step(bench.bea, id, 'PUBLISH')).toMatchObject({ state: 'PUBLISHED' });
      expect(await edit(bench.ada, id, 12)).toMatchObject({ state: 'PUBLISHED' });
    });

    it('stops an import at submitted, whose list is evidence enough', async () => {
      await bench.setFourEyes(bench.networks.acacia, true);
      const id = (await bench.list('acacia', record(1)))(1);
      expect(await bench.profile(bench.ada, id, 'state')).toEqual({ state: 'SUBMITTED' });
      expect(await isSeen(id)).toBe(false);
      expect(await step(bench.ada, id, 'VERIFY')).toMatchObject({ state: 'VERIFIED' });
    });

    it('is a rule of the network, set by its coordinators', async () => {
      const set = (viewer: Viewer) =>
        bench.ask(
          viewer,
          'mutation { setFourEyes(network: "acacia", on: true) { __typename ... on Network { fourEyes } } }',
        );
      expect(await set(bench.fay)).toMatchObject({ __typename: 'NotPermitted' });
      expect(await set(bench.ada)).toMatchObject({ fourEyes: true });
    });
  });

  it('of a suspended woman begins with a review again', async () => {
    const id = (await bench.list('acacia', record(1)))(1);
    expect(await isSeen(id)).toBe(true);
    expect(await step(bench.ada, id, 'SUSPEND', undefined, 'Something is wrong.')).toMatchObject({
      state: 'SUSPENDED',
    });
    expect(await isSeen(id)).toBe(false);
    await fill(bench.api.services, 'acacia', [record(1, { years: '40' })]);
    expect(await isSeen(id)).toBe(false);
    expect(await step(bench.herself(id), id, 'REINSTATE')).toMatchObject({
      __typename: 'NotPermitted',
    });
    expect(await step(bench.ada, id, 'REINSTATE')).toMatchObject({ state: 'SUBMITTED' });
  });

  it('ends when she withdraws, and nobody but herself begins it again', async () => {
    const id = (await bench.list('acacia', record(1)))(1);
    const her = bench.herself(id);
    expect(await step(her, id, 'WITHDRAW')).toMatchObject({ state: 'WITHDRAWN' });
    expect(await isSeen(id)).toBe(false);
    expect(await step(bench.ada, id, 'RESUME')).toMatchObject({
      __typename: 'InvalidState',
      message: 'She withdrew herself: only she can come back.',
    });
    expect(await step(her, id, 'RESUME')).toMatchObject({ state: 'DRAFT' });
  });

  it('is beaten by consent withdrawn in every state', async () => {
    const id = (await bench.list('acacia', record(1)))(1);
    await bench.api.services.consents.withdraw(bench.herself(id), id, 'LISTED', null);
    expect(await bench.profile(bench.ada, id, 'state consents')).toEqual({
      state: 'PUBLISHED',
      consents: ['MATCHED'],
    });
    expect(await isSeen(id)).toBe(false);
    await step(bench.ada, id, 'SUSPEND');
    await step(bench.ada, id, 'REINSTATE');
    await step(bench.ada, id, 'VERIFY');
    expect(await step(bench.ada, id, 'PUBLISH')).toMatchObject({ __typename: 'InvalidState' });
  });

  describe('of many at once', () => {
    const OUTCOMES = `__typename ... on ProfileStepOutcomes { outcomes { profileId result { __typename ... on Profile { state } ... on InvalidState { message } } } }
      ... on ValidationError { fields { path code } }`;
    const steps = (viewer: Viewer, name: string, ids: readonly string[]) =>
      bench.ask(
        viewer,
        `mutation ($ids: [ID!]!) { stepProfiles(ids: $ids, step: ${name}) { ${OUTCOMES} } }`,
        { ids },
      );

    it('has a result for each: one that is refused holds up no other', async () => {
      const ids = [await create(bench.ada), await create(bench.ada, { fullName: 'Half' })];
      const foreign = (await bench.list('fjord', record(3)))(3);
      const asked = [...ids, foreign].map((id) => globalId('Profile', id));
      const { outcomes } = await steps(bench.ada, 'SUBMIT', asked);
      expect(outcomes).toEqual([
        { profileId: asked[0], result: { __typename: 'Profile', state: 'SUBMITTED' } },
        {
          profileId: asked[1],
          result: { __typename: 'InvalidState', message: expect.stringContaining('languages') },
        },
        { profileId: asked[2], result: { __typename: 'NotFound' } },
      ]);
    });

    it('takes two hundred and not more', async () => {
      const ids = Array.from({ length: 201 }, () => globalId('Profile', bench.networks.acacia));
      expect(await steps(bench.ada, 'SUBMIT', ids)).toMatchObject({
        __typename: 'ValidationError',
        fields: [{ path: 'ids', code: 'TOO_MANY' }],
      });
    });
  });

  it('shows the notes of her curators to them and to herself, and to nobody else', async () => {
    const id = (await bench.list('acacia', record(1)))(1);
    await bench.mutate(
      bench.ada,
      `addNote(id: "${globalId('Profile', id)}", text: "Ask her again.")`,
    );
    await step(bench.ada, id, 'SUSPEND', undefined, 'On her own wish.');
    const fields = 'notes { text writtenBy } steps { step note }';
    expect(await bench.profile(bench.bea, id, fields)).toMatchObject({
      notes: [{ text: 'Ask her again.', writtenBy: bench.ada.name }],
      steps: [{ step: 'import' }, { step: 'suspend', note: 'On her own wish.' }],
    });
    expect(await bench.profile(bench.herself(id), id, fields)).toMatchObject({
      notes: [{ text: 'Ask her again.' }],
      steps: [{ step: 'import' }, { step: 'suspend', note: 'On her own wish.' }],
    });
    expect(await bench.profile(bench.fay, id, fields)).toBeNull();
    const held = await bench.api.services.personalData.export(bench.herself(id), 'json');
    expect(JSON.stringify(held)).toContain('Ask her again');
    expect(JSON.stringify(held)).toContain('On her own wish');
  });

  it('writes each step to the log', async () => {
    const id = await create(bench.ada);
    await step(bench.ada, id, 'SUBMIT');
    const log = await bench.api.services.database.query<{ action: string }>(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY number',
      [id],
    );
    expect(log.map(({ action }) => action)).toEqual(['profile.create', 'profile.submit']);
  });
});

function idIn({ id }: Record<string, unknown>): string {
  return Buffer.from(String(id), 'base64url').toString('utf8').split(':')[1] ?? '';
}
