import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATOR, type Viewer } from '#identity';
import { DeskService } from '#introductions';
import { makeAccount, ORGANIZATION } from '../../support/accounts.js';
import { globalId, openCurationBench, type CurationBench } from '../../support/curating.js';
import { coordinatorViewer, organizerViewer } from '../../support/viewers.js';

const STATEMENT = {
  network: 'acacia',
  address: 'desk@acacia.example.org',
  timeZone: 'Africa/Nairobi',
  workingDays: ['SUNDAY', 'MONDAY', 'THURSDAY'],
  opens: '08:30',
  closes: '16:00',
  languages: ['eng', 'sw'],
};
const DESK = `... on NetworkDesk { id revision network { slug } people { name duties }
  statement { address timeZone workingDays opens closes languages } }`;
const REFUSALS = `... on ValidationError { fields { path code } } ... on NotPermitted { message }
  ... on Conflict { message } ... on InvalidState { message } ... on NotFound { message }`;

describe('desks of networks', () => {
  let bench: CurationBench;
  let desks: DeskService;
  /** Coordinators with accounts; ada and bea of acacia, fay of fjord. */
  let ada: Viewer;
  let bea: Viewer;
  let fay: Viewer;
  let administrator: Viewer;
  beforeAll(async () => {
    bench = await openCurationBench();
    desks = bench.api.app.get(DeskService);
    const { acacia, fjord } = bench.networks;
    const coordinator = async (slug: string, networkId: string): Promise<Viewer> => {
      const { id } = await makeAccount(bench.api.services, {
        role: 'coordinator',
        networks: [slug],
      });
      return { ...coordinatorViewer(networkId), userId: id, name: `user:${id}` };
    };
    ada = await coordinator('acacia', acacia);
    bea = await coordinator('acacia', acacia);
    fay = await coordinator('fjord', fjord);
    const { id } = await makeAccount(bench.api.services, { role: 'administrator' });
    administrator = {
      ...coordinatorViewer(),
      userId: id,
      name: `user:${id}`,
      grants: ['anyone', 'user', 'administrator'],
    };
  });
  afterAll(async () => bench.api.close());

  const state = (viewer: Viewer, changes = {}) =>
    bench.ask(
      viewer,
      `mutation ($input: StateDeskInput!) { stateDesk(input: $input) { __typename ${DESK} ${REFUSALS} } }`,
      { input: { ...STATEMENT, ...changes } },
    );
  const appoint = (viewer: Viewer, { userId }: Viewer, ...duties: string[]) =>
    bench.ask(
      viewer,
      `mutation ($id: ID!, $duties: [DeskDuty!]!) { appointToDesk(network: "acacia", accountId: $id, duties: $duties) { __typename ${DESK} ${REFUSALS} } }`,
      { id: globalId('Account', userId ?? ''), duties },
    );
  const read = (viewer: Viewer | null, network = 'acacia') =>
    bench.ask(viewer, `{ networkDesk(network: "${network}") { __typename ${DESK} } }`);
  const told = (stage: 'arrived' | 'overdue' | 'safety') =>
    desks.told(bench.api.services.database, bench.networks.acacia, stage);

  it('say nothing until the network does, and have the usual hours', async () => {
    expect(await read(ada)).toMatchObject({
      statement: null,
      revision: null,
      network: { slug: 'acacia' },
    });
    const { database } = bench.api.services;
    expect(await desks.hours(database, bench.networks.acacia)).toMatchObject({
      timeZone: 'UTC',
      opens: '09:00',
    });
  });

  it('are stated by a coordinator of the network, and changed by her who has read them last', async () => {
    const made = await state(ada);
    expect(made).toMatchObject({
      __typename: 'NetworkDesk',
      revision: 1,
      statement: {
        address: STATEMENT.address,
        timeZone: 'Africa/Nairobi',
        workingDays: ['MONDAY', 'THURSDAY', 'SUNDAY'],
        opens: '08:30',
        closes: '16:00',
        languages: ['en', 'sw'],
      },
    });
    expect(await state(bea)).toMatchObject({ __typename: 'Conflict' });
    expect(await state(bea, { revision: 7 })).toMatchObject({ __typename: 'Conflict' });
    expect(await state(bea, { revision: 1, opens: '09:00' })).toMatchObject({
      revision: 2,
      statement: { opens: '09:00' },
    });
    expect(await state(fay, { revision: 2 })).toMatchObject({ __typename: 'NotPermitted' });
    expect(await state(administrator, { revision: 2 })).toMatchObject({
      __typename: 'NotPermitted',
    });
    const { database } = bench.api.services;
    expect(await desks.hours(database, bench.networks.acacia)).toMatchObject({
      timeZone: 'Africa/Nairobi',
      workingDays: [1, 4, 7],
      opens: '09:00',
    });
  });

  it('take the first of two statements that are made at once', async () => {
    const both = await Promise.all([1, 2].map(() => state(fay, { network: 'fjord' })));
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'Conflict',
      'NetworkDesk',
    ]);
  });

  it('tell every problem by its field, and keep what was stated', async () => {
    const refused = await state(ada, {
      revision: 2,
      timeZone: 'EAT',
      closes: '08:00',
      languages: ['en', 'qq-x'],
    });
    expect(refused).toEqual({
      __typename: 'ValidationError',
      fields: [
        { path: 'timeZone', code: 'UNKNOWN' },
        { path: 'closes', code: 'OUT_OF_RANGE' },
        { path: 'languages.1', code: 'UNKNOWN' },
      ],
    });
    expect(await read(ada)).toMatchObject({ revision: 2, statement: { opens: '09:00' } });
  });

  it('are read by verified organizers, without the people', async () => {
    const { organizations } = bench.api.services.identity;
    const { id: organizationId } = await organizations.create(OPERATOR, ORGANIZATION);
    const organizer = { ...organizerViewer(), organizationId };
    expect(await read(organizer)).toMatchObject({ people: null, statement: { opens: '09:00' } });
    expect(await state(organizer, { revision: 2 })).toMatchObject({ __typename: 'NotPermitted' });
    await bench.api.services.database.query(
      `UPDATE organization SET state = 'suspended' WHERE id = $1`,
      [organizationId],
    );
    expect(await read(organizer)).toMatchObject({ __typename: 'NOT_PERMITTED' });
    expect(await read(fay, 'fjord')).toMatchObject({
      people: [{ name: 'Test Person', duties: [] }],
    });
    expect(await read(fay, 'acacia')).toMatchObject({ __typename: 'NOT_PERMITTED' });
    expect(await read(administrator)).toMatchObject({ people: [{}, {}] });
    expect(await read(ada, 'no-such-network')).toMatchObject({ __typename: 'NOT_FOUND' });
  });

  it('tell the officer, deputies and administrators, each at her stage', async () => {
    expect(await told('arrived')).toEqual([ada.userId, bea.userId].toSorted());
    await appoint(ada, bea, 'OFFICER');
    expect(await appoint(bea, ada, 'SAFETY_OFFICER', 'DEPUTY', 'DEPUTY')).toMatchObject({
      people: expect.arrayContaining([
        { name: 'Test Person', duties: ['OFFICER'] },
        { name: 'Test Person', duties: ['DEPUTY', 'SAFETY_OFFICER'] },
      ]),
    });
    expect(await told('arrived')).toEqual([bea.userId]);
    expect(await told('overdue')).toEqual([ada.userId, administrator.userId]);
    expect(await told('safety')).toEqual([ada.userId]);
  });

  it('tell nobody who is a coordinator no more, or suspended', async () => {
    const { database } = bench.api.services;
    await database.query(`UPDATE account SET state = 'suspended' WHERE id = $1`, [bea.userId]);
    expect(await told('arrived')).toEqual([ada.userId]);
    await database.query(`UPDATE account SET state = 'active' WHERE id = $1`, [bea.userId]);
    await database.query('DELETE FROM account_role WHERE account_id = $1', [bea.userId]);
    expect(await told('arrived')).toEqual([ada.userId]);
    expect(await appoint(ada, bea, 'OFFICER')).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'accountId', code: 'NOT_ELIGIBLE' }],
    });
    // Her duties can be taken from her all the same.
    expect(await appoint(ada, bea)).toMatchObject({ __typename: 'NetworkDesk' });
  });

  it('let nobody make herself safety officer', async () => {
    await appoint(administrator, ada);
    expect(await appoint(ada, ada, 'SAFETY_OFFICER')).toMatchObject({ __typename: 'InvalidState' });
    expect(await appoint(ada, ada, 'DEPUTY')).toMatchObject({ __typename: 'NetworkDesk' });
    expect(await appoint(administrator, ada, 'SAFETY_OFFICER', 'DEPUTY')).toMatchObject({
      __typename: 'NetworkDesk',
    });
    // She keeps what another gave her.
    expect(await appoint(ada, ada, 'SAFETY_OFFICER')).toMatchObject({ __typename: 'NetworkDesk' });
    expect(await appoint(fay, ada)).toMatchObject({ __typename: 'NotPermitted' });
  });

  it('are written down in the audit log', async () => {
    const rows = await bench.api.services.database.query<{ action: string }>(
      `SELECT DISTINCT action FROM audit_entry WHERE subject_kind = 'desk' ORDER BY 1`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['desk.appoint', 'desk.state']);
  });
});
