import type { Viewer } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { globalId } from '../../support/curating.js';
import { openDeployBench, type DeployBench } from '../../support/deploying.js';

const REFUSALS = `... on ValidationError { fields { path code } } ... on NotFound { message } ... on Conflict { message }
  ... on InvalidState { message }`;

describe('deployments over GraphQL', () => {
  let bench: DeployBench;
  beforeAll(async () => {
    bench = await openDeployBench();
  });
  afterAll(async () => bench.close());

  const mutate = (viewer: Viewer, mutation: string, type: string, fields: string) =>
    bench.ask(
      viewer,
      `mutation { ${mutation} { __typename ... on ${type} { ${fields} } ${REFUSALS} } }`,
    );

  it('are planned, cleared and read by each side in its own type', async () => {
    const { ana, ada, bea } = bench;
    const { id: introduction, her, needId } = await bench.connected(1);
    const planned = await mutate(
      ana,
      `planDeployment(introductionId: "${globalId('Introduction', introduction)}", track: TRACK_1_5, role: ADVISER)`,
      'Deployment',
      'id state startsOn territory { code label } terms { host } clearance { kind } revision',
    );
    expect(planned).toMatchObject({
      __typename: 'Deployment',
      state: 'PLANNED',
      startsOn: '2097-01-04',
      territory: { code: 'ML', label: 'Mali' },
      terms: { host: 'The office of the envoy' },
      clearance: [],
      revision: 1,
    });
    const [mine] = (await bench.ask(
      her,
      '{ myDeployments { id needId clearance { kind } incidents { id } emergencyOpenings { id } } }',
    )) as unknown as { id: string }[];
    expect(mine).toMatchObject({
      needId: globalId('Need', needId),
      incidents: [],
      emergencyOpenings: [],
    });
    const key = Buffer.from(String(planned.id), 'base64url').toString().split(':')[1] ?? '';
    const atDesk = globalId('DeskDeployment', key);
    const cleared = await mutate(
      ada,
      `clearDeployment(id: "${atDesk}", revision: 1, setting: ABROAD)`,
      'DeskDeployment',
      `state setting mediatorName organizationName clearance { kind owner state dueOn waiver }
        checkInHistory { state }`,
    );
    expect(cleared).toMatchObject({ state: 'CLEARING', setting: 'ABROAD', checkInHistory: [] });
    expect(cleared).toMatchObject({
      mediatorName: 'Person Number 1',
      organizationName: expect.stringMatching(/./),
    });
    expect(cleared.clearance).toHaveLength(22);
    const waive = (viewer: Viewer) =>
      mutate(
        viewer,
        `waiveClearance(id: "${atDesk}", kind: MEDEVAC, words: "The host flies.")`,
        'DeskDeployment',
        'revision',
      );
    expect(await waive(ada)).toMatchObject({ __typename: 'DeskDeployment' });
    expect(await waive(ada)).toMatchObject({ __typename: 'InvalidState' });
    expect(await waive(bea)).toMatchObject({ __typename: 'DeskDeployment' });
    expect(
      await mutate(
        her,
        `agreeToWaiver(id: "${mine?.id}", kind: MEDEVAC)`,
        'OwnDeployment',
        'clearance { kind state waiver }',
      ),
    ).toMatchObject({
      clearance: expect.arrayContaining([
        expect.objectContaining({ kind: 'MEDEVAC', state: 'WAIVED' }),
      ]),
    });
    const seen = await bench.ask(
      ana,
      '{ deployments { totalCount edges { node { id state clearance { kind state } } } } }',
    );
    expect(seen).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id: planned.id, state: 'CLEARING' } }],
    });
    expect(JSON.stringify(seen)).not.toContain('RISK_ASSESSMENT');
    expect(
      await mutate(
        ana,
        `recordClearance(id: "${String(planned.id)}", kind: TRAVEL, step: FINISH, validUntil: "2000-01-01")`,
        'Deployment',
        'id',
      ),
    ).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'validUntil' }] });
    // Each side's id is of its own type.
    expect(await bench.ask(ana, `{ deployment(id: "${atDesk}") { id } }`)).toMatchObject({
      __typename: 'VALIDATION_ERROR',
    });
  });

  it('say whom they are of to whoever may see her now, and are found by her profile', async () => {
    const { ana, ada } = bench;
    const { id, herId } = await bench.planned(2);
    const { mediatorId: other } = await bench.desk.byId(ada, (await bench.planned(3)).id);
    const atOrganizer = `{ deployment(id: "${globalId('Deployment', id)}") { mediator { name } } }`;
    expect(await bench.ask(ana, atOrganizer)).toEqual({ mediator: { name: 'Person Number 2' } });
    const listed = async (list: string, key: string) => {
      const args = `network: "acacia", profileId: "${globalId('Profile', key)}"`;
      return bench.ask(ada, `{ ${list}(${args}) { totalCount edges { node { mediatorName } } } }`);
    };
    for (const list of ['deskDeployments', 'deskIntroductions']) {
      expect(await listed(list, herId)).toEqual({
        totalCount: 1,
        edges: [{ node: { mediatorName: 'Person Number 2' } }],
      });
      // The records that were merged into hers count as hers.
      await bench.api.services.database.query(
        'UPDATE mediator SET merged_into = $2 WHERE id = $1',
        [other, herId],
      );
      expect(await listed(list, herId)).toMatchObject({ totalCount: 2 });
      await bench.api.services.database.query(
        'UPDATE mediator SET merged_into = NULL WHERE id = $1',
        [other],
      );
    }
    await bench.api.services.database.query(
      `UPDATE mediator SET state = 'withdrawn' WHERE id = $1`,
      [herId],
    );
    expect(await bench.ask(ana, atOrganizer)).toEqual({ mediator: null });
  });
});
