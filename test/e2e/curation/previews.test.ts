import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { record } from '../../support/fill.js';

interface Statement {
  readonly field: string;
  readonly source: {
    readonly herself: boolean;
    readonly network: { readonly slug: string } | null;
  };
  readonly value: unknown;
  readonly counts: boolean;
}

const PREVIEW = `{ __typename ... on MergePreview { refusal state consentsEnding networks { slug } changesId narrowed
  fields { field kept other merged } } ... on NotFound { message } ... on NotPermitted { message }
  ... on ValidationError { fields { path } } }`;

describe('what curators see before they decide', () => {
  let bench: CurationBench;
  beforeAll(async () => {
    bench = await openCurationBench();
  });
  afterAll(async () => bench.close());
  beforeEach(async () => bench.clear());

  const preview = (by: CurationBench['ada'], keep: string, other: string) =>
    bench.ask(
      by,
      `{ mergePreview(keep: "${globalId('Profile', keep)}", other: "${globalId('Profile', other)}") ${PREVIEW} }`,
    );
  /** One woman in two records: acacia's and fjord's. */
  const two = async () => {
    const kept = (await bench.list('acacia', record(1, { years: '12' })))(1);
    const other = (
      await bench.list('fjord', record(2, { full_name: 'Person Number One', years: '9' }))
    )(2);
    return { kept, other };
  };

  it('is what a merge would do, and the merge does that', async () => {
    const { kept, other } = await two();
    const { database } = bench.api.services;
    await database.query(
      `UPDATE consent SET withdrawn_at = now(), withdrawn_by = 'test' WHERE mediator_id = $1 AND purpose = 'MATCHED'`,
      [other],
    );
    await database.query(`UPDATE mediator SET audience = '{"years": "CURATOR"}' WHERE id = $1`, [
      other,
    ]);
    const seen = await preview(bench.both, kept, other);
    expect(seen).toMatchObject({
      refusal: null,
      state: 'PUBLISHED',
      consentsEnding: ['MATCHED'],
      networks: [{ slug: 'acacia' }, { slug: 'fjord' }],
      changesId: false,
      narrowed: ['YEARS'],
    });
    expect(seen.fields).toContainEqual({ field: 'YEARS', kept: 12, other: 9, merged: 12 });
    const [keepRevision, otherRevision] = [await bench.revision(kept), await bench.revision(other)];
    const merged = await bench.ask(
      bench.both,
      `mutation { mergeProfiles(keep: "${globalId('Profile', kept)}", keepRevision: ${keepRevision},
        other: "${globalId('Profile', other)}", otherRevision: ${otherRevision})
        { ... on MergedProfiles { profile { years state consents fullName } } } }`,
    );
    const fullName = (seen.fields as { field: string; merged: unknown }[]).find(
      ({ field }) => field === 'FULL_NAME',
    )?.merged;
    expect(merged.profile).toEqual({
      years: 12,
      state: 'PUBLISHED',
      consents: ['LISTED'],
      fullName,
    });
    expect(await preview(bench.both, kept, other)).toMatchObject({
      refusal: 'One of the two has been merged already.',
    });
  });

  it('is shown to those who may merge both, and says why a merge would be refused', async () => {
    const { kept, other } = await two();
    expect(await preview(bench.ada, kept, other)).toMatchObject({ __typename: 'NotFound' });
    expect(await preview(bench.fay, kept, other)).toMatchObject({ __typename: 'NotFound' });
    expect(await preview(bench.both, kept, kept)).toMatchObject({ fields: [{ path: 'other' }] });
    await bench.api.services.database.query(
      `INSERT INTO account (id, key_id, sealed, email_index, mediator_id)
       SELECT gen_random_uuid(), id, '\\x00', '\\x01', $1 FROM data_key LIMIT 1`,
      [other],
    );
    expect(await preview(bench.both, kept, other)).toMatchObject({
      refusal: 'Keep the profile that she signs in to, and merge the other into it.',
    });
    await bench.api.services.database.query('DELETE FROM account');
  });

  it('is what each source states, and which of it counts', async () => {
    const { kept, other } = await two();
    const revision = [await bench.revision(kept), await bench.revision(other)];
    await bench.ask(
      bench.both,
      `mutation { mergeProfiles(keep: "${globalId('Profile', kept)}", keepRevision: ${revision[0]},
        other: "${globalId('Profile', other)}", otherRevision: ${revision[1]}) { __typename } }`,
    );
    const fields = 'statements { field source { herself network { slug } } value counts }';
    const { statements } = await bench.profile(bench.ada, kept, fields);
    const years = (statements as Statement[]).filter(({ field }) => field === 'YEARS');
    expect(years).toEqual([
      {
        field: 'YEARS',
        source: { herself: false, network: { slug: 'acacia' } },
        value: 12,
        counts: true,
      },
      {
        field: 'YEARS',
        source: { herself: false, network: { slug: 'fjord' } },
        value: 9,
        counts: false,
      },
    ]);
  });

  it('goes back to what a network stated before a change, and no further', async () => {
    const id = (await bench.list('acacia', record(1, { years: '5' })))(1);
    const edit = async (changes: object) =>
      bench.mutate(
        bench.ada,
        `editProfile(id: "${globalId('Profile', id)}", revision: ${await bench.revision(id)}, changes: $changes)`,
        { changes },
      );
    await edit({ years: 6 });
    await edit({ years: 7, training: 'A course.' });
    await edit({ noticeDays: 3 });
    const { history } = await bench.profile(
      bench.ada,
      id,
      'history(first: 20) { edges { node { id field after } } }',
    );
    const changes = (
      history as { edges: { node: { id: string; field: string; after: unknown } }[] }
    ).edges;
    const second = changes.find(({ node }) => node.field === 'YEARS' && node.after === 7);
    const revert = (by: CurationBench['ada']) =>
      bench.mutate(
        by,
        `revertProfile(id: "${globalId('Profile', id)}", change: "${second?.node.id ?? ''}")`,
        {},
        'years training noticeDays',
      );
    expect(await revert(bench.fay)).toMatchObject({ __typename: 'NotFound' });
    expect(await revert(bench.ada)).toMatchObject({ years: 6, training: null, noticeDays: null });
  });
});
