import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#identity';
import { TermsService } from '#introductions';
import { globalId } from '../../support/curating.js';
import { openNeedBench, type NeedBench } from '../../support/needing.js';
import { insertNeed } from '../../support/stored-need.js';

/** As a client writes them. */
const COMPLETE = {
  purpose: 'To prepare the talks of the two councils.',
  role: 'Adviser on process design',
  mode: 'IN_PERSON',
  support: 'ADVICE',
  engagement: 'CONSULTANT',
  startsOn: '2097-02-01',
  endsOn: '2097-03-31',
  percent: 50,
  territory: 'ML',
  workingLanguages: ['fra', 'bm'],
  host: 'The office of the envoy',
  costs: { fee: 'ORGANIZER', travel: 'ORGANIZER', insurance: 'NOBODY', security: 'HOST' },
  securityArrangements: 'The host gives transport.',
  reportingLine: 'To the head of the office',
  confidentiality: 'The talks are not public.',
  riskNote: 'The road to the north is not safe.',
  contactPerson: { name: 'Ada Keita', email: 'ada.keita@example.org' },
};
const TERMS = `... on TermsOfReference { id needId revision complete missing { path code } savedAt
  terms { purpose mode percent territory { code label } workingLanguages costs { fee insurance } contactPerson { name email } } }`;
const REFUSALS = `... on ValidationError { fields { path code } } ... on NotPermitted { message }
  ... on Conflict { message } ... on InvalidState { message } ... on NotFound { message }`;

describe('terms of reference of a need', () => {
  let bench: NeedBench;
  let ana: Viewer;
  let alba: Viewer;
  let bo: Viewer;
  beforeAll(async () => {
    bench = await openNeedBench();
    ({ ana, alba, bo } = bench);
  });
  afterAll(async () => bench.close());

  const makeNeed = async (state = 'open') =>
    insertNeed(bench.api.services.database, { organization_id: ana.organizationId, state });
  const save = (viewer: Viewer | null, needId: string, revision: number | null, terms = {}) =>
    bench.ask(
      viewer,
      `mutation ($input: SaveTermsInput!) { saveTerms(input: $input) { __typename ${TERMS} ${REFUSALS} } }`,
      { input: { needId: globalId('Need', needId), revision, ...terms } },
    );
  const read = (viewer: Viewer | null, needId: string) =>
    bench.ask(
      viewer,
      `{ termsOfReference(needId: "${globalId('Need', needId)}") { __typename ${TERMS} } }`,
    );
  const stored = (needId: string) =>
    bench.api.services.database.query<{ revision: number; sealed: Buffer }>(
      'SELECT revision, sealed FROM terms_version WHERE need_id = $1 ORDER BY revision',
      [needId],
    );

  it('begin as a draft that says what is missing, and become complete', async () => {
    const need = await makeNeed();
    expect(await read(ana, need)).toBeNull();
    const draft = await save(ana, need, null, { purpose: ' To listen. ', mode: 'HYBRID' });
    expect(draft).toMatchObject({ revision: 1, complete: false, terms: { purpose: 'To listen.' } });
    const paths = (draft.missing as { path: string; code: string }[]).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['role', 'territory', 'costs.fee', 'contactPerson.email']),
    );
    expect(paths).not.toContain('mode');
    const whole = await save(alba, need, 1, COMPLETE);
    expect(whole).toMatchObject({
      __typename: 'TermsOfReference',
      needId: globalId('Need', need),
      revision: 2,
      complete: true,
      missing: [],
      terms: {
        mode: 'IN_PERSON',
        percent: 50,
        territory: { code: 'ML', label: 'Mali' },
        workingLanguages: ['fr', 'bm'],
        costs: { fee: 'ORGANIZER', insurance: 'NOBODY' },
        contactPerson: { name: 'Ada Keita', email: 'ada.keita@example.org' },
      },
    });
    expect(await read(ana, need)).toEqual(whole);
    expect(
      await bench.ask(ana, `{ node(id: "${String(whole.id)}") { __typename ${TERMS} } }`),
    ).toEqual(whole);
  });

  it('keep every revision, and make none where nothing is changed', async () => {
    const need = await makeNeed();
    await save(ana, need, null, COMPLETE);
    expect(
      await save(ana, need, 1, { ...COMPLETE, purpose: `  ${COMPLETE.purpose}` }),
    ).toMatchObject({ revision: 1 });
    expect(await save(ana, need, 1, { ...COMPLETE, percent: 60 })).toMatchObject({ revision: 2 });
    expect((await stored(need)).map(({ revision }) => revision)).toEqual([1, 2]);
    const terms = bench.api.app.get(TermsService);
    const first = await terms.ofRevision(bench.api.services.database, need, 1);
    expect(first.terms.percent).toBe(50);
  });

  it('are changed by her who has read them last, also where two save at once', async () => {
    const need = await makeNeed();
    const both = await Promise.all(
      [50, 60].map((percent) => save(ana, need, null, { ...COMPLETE, percent })),
    );
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'Conflict',
      'TermsOfReference',
    ]);
    expect(await save(ana, need, null, {})).toMatchObject({ __typename: 'Conflict' });
    expect(await save(ana, need, 2, {})).toMatchObject({ __typename: 'Conflict' });
    expect(await stored(need)).toHaveLength(1);
  });

  it('tell every problem by its field, and lose nothing', async () => {
    const need = await makeNeed();
    await save(ana, need, null, COMPLETE);
    const wrong = {
      ...COMPLETE,
      endsOn: '2097-01-31',
      percent: 101,
      territory: 'QQ',
      workingLanguages: ['fr', 'fra'],
      contactPerson: { email: 'ada@' },
    };
    expect(await save(ana, need, 1, wrong)).toEqual({
      __typename: 'ValidationError',
      fields: [
        { path: 'endsOn', code: 'OUT_OF_RANGE' },
        { path: 'percent', code: 'OUT_OF_RANGE' },
        { path: 'territory', code: 'UNKNOWN' },
        { path: 'workingLanguages.1', code: 'DUPLICATE' },
        { path: 'contactPerson.email', code: 'MALFORMED' },
      ],
    });
    expect(await read(ana, need)).toMatchObject({ revision: 1, complete: true });
  });

  it('are incomplete once their last day is past', async () => {
    const need = await makeNeed();
    const past = { ...COMPLETE, startsOn: '2020-01-01', endsOn: '2020-02-01' };
    expect(await save(ana, need, null, past)).toMatchObject({
      complete: false,
      missing: [{ path: 'endsOn', code: 'OUT_OF_RANGE' }],
    });
  });

  it('are nobody else’s, and those of a need that is over stay as they are', async () => {
    const need = await makeNeed();
    await save(ana, need, null, COMPLETE);
    expect(await read(bo, need)).toMatchObject({ __typename: 'NOT_FOUND' });
    expect(await save(bo, need, 1, {})).toMatchObject({ __typename: 'NotFound' });
    expect(await read(null, need)).toMatchObject({ __typename: 'UNAUTHENTICATED' });
    expect(
      await bench.ask(bo, `{ node(id: "${globalId('TermsOfReference', need)}") { id } }`),
    ).toBeNull();
    await bench.suspend(ana);
    expect(await read(ana, need)).toMatchObject({ __typename: 'NOT_FOUND' });
    await bench.verify(ana);
    await bench.api.services.database.query(
      `UPDATE need SET state = 'cancelled', closed_at = now() WHERE id = $1`,
      [need],
    );
    expect(await save(ana, need, 1, {})).toMatchObject({ __typename: 'InvalidState' });
    expect(await read(ana, need)).toMatchObject({ revision: 1 });
  });

  it('are sealed, and the audit log holds no word of them', async () => {
    const need = await makeNeed();
    await save(ana, need, null, COMPLETE);
    const [version] = await stored(need);
    expect(version?.sealed.toString('latin1')).not.toContain('councils');
    const deeds = await bench.deeds('terms');
    expect(deeds.at(-1)).toEqual({ action: 'terms.save', subjectId: need });
    const log = await bench.api.services.database.query('SELECT * FROM audit_entry');
    expect(JSON.stringify(log)).not.toContain('ada.keita');
  });
});
