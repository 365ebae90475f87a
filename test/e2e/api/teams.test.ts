import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RetentionJob } from '#database';
import { NeedPreparation, TeamRunner } from '#engagement';
import { OPERATOR, type Viewer } from '#identity';
import { openTestApi, type TestApi } from '../../support/api.js';
import { globalId } from '../../support/curating.js';
import { fill, record } from '../../support/fill.js';
import { mediatorViewer, organizerViewer, viewersOfTest } from '../../support/viewers.js';

const RUN = `
  __typename
  ... on TeamRun { id state cancelRequested size alternatives timeLimitSeconds failure endedAt
    outcome { status considered eligible
      teams { total bound gap settled withheld
        members { rank score covers mediator { id name }
          contributions { criterion value weight contribution } }
        coverage { kind code asked found sentence } }
      relaxation { proven requirements { kind code asked possible sentence }
        team { total members { mediator { name } } } } } }
  ... on ValidationError { fields { path code message } }
  ... on InvalidState { message } ... on NotFound { message } ... on NotPermitted { message }`;

interface Team {
  total: number;
  gap: number | null;
  settled: boolean;
  withheld: number;
  members: { score: number; covers: number[]; mediator: { id: string; name: string } }[];
  coverage: { kind: string; asked: number; found: number; sentence: string }[];
}

interface Run {
  __typename: string;
  id: string;
  state: string;
  message?: string;
  failure: string | null;
  endedAt: string | null;
  outcome: {
    status: string;
    eligible: number;
    teams: Team[];
    relaxation: {
      proven: boolean;
      requirements: { kind: string; asked: number; possible: number; sentence: string }[];
      team: Team | null;
    } | null;
  } | null;
  fields: { path: string; code: string; message: string }[];
}

/** What a team for Mali is asked: the highest scores would leave out Arabic. */
const NEED = {
  date: '2026-12-01',
  territories: ['ML'],
  soft: { languages: [{ code: 'fr' }], territories: [{ code: 'ML' }] },
};

describe('teams', () => {
  let api: TestApi;
  const viewers = viewersOfTest();
  const ids = new Map<string, string>();
  const publicIds = new Map<string, string>();
  let organizer: Viewer;

  beforeAll(async () => {
    api = await openTestApi({}, viewers);
    const french = { languages: 'French (C1)' };
    await fill(api.services, 'acacia', [
      record(1, { ...french, full_name: 'Aminata One', territories: 'Mali' }),
      record(2, { ...french, full_name: 'Binta Two', territories: 'Mali', tracks: '2' }),
      record(3, { ...french, full_name: 'Coumba Three', territories: 'Niger', tracks: '2' }),
      record(4, { full_name: 'Dalia Four', languages: 'Arabic (native)', territories: 'Egypt' }),
      record(5, { ...french, full_name: 'Esi Five', consent: 'LISTED', territories: 'Mali' }),
    ]);
    await fill(api.services, 'baobab', [
      record(6, { ...french, full_name: 'Fatou Six', territories: 'Senegal', tracks: '3' }),
    ]);
    const rows = await api.asOwner<{ id: string; public: string; full_name: string }>(
      'SELECT id, public_id AS public, full_name FROM mediator',
    );
    for (const { id, public: outside, full_name } of rows) {
      ids.set(full_name, id);
      publicIds.set(full_name, outside);
    }
  });
  afterAll(async () => api.close());
  beforeEach(() => {
    organizer = organizerViewer();
  });

  const idOf = (name: string) => ids.get(name)!;
  const mediator = (name: string) => globalId('Mediator', publicIds.get(name) ?? '');

  async function send(
    document: string,
    variables: object,
    viewer: Viewer = organizer,
    language = 'en',
  ) {
    const { data, errors } = await api.ask<Record<string, Run>>(
      document,
      { ...variables },
      { ...viewers.as(viewer), 'accept-language': language },
    );
    expect(errors).toBeUndefined();
    return Object.values(data!)[0]!;
  }

  const start = (args: object, viewer?: Viewer) =>
    send(
      `mutation ($need: NeedInput, $needId: ID, $size: Int!, $constraints: TeamConstraintsInput, $alternatives: Int, $timeLimitSeconds: Int) {
        startTeam(need: $need, needId: $needId, size: $size, constraints: $constraints, alternatives: $alternatives, timeLimitSeconds: $timeLimitSeconds) { ${RUN} } }`,
      { need: NEED, size: 2, ...args },
      viewer,
    );
  const cancel = (id: string, viewer?: Viewer) =>
    send(`mutation ($id: ID!) { cancelTeam(id: $id) { ${RUN} } }`, { id }, viewer);
  const team = (id: string, viewer?: Viewer, language?: string) =>
    send(`query ($id: ID!) { team(id: $id) { ${RUN} } }`, { id }, viewer, language);
  const drain = () => api.services.jobs.drain();
  const names = ({ members }: { members: Team['members'] }) =>
    members.map(({ mediator: { name } }) => name);

  it('finds the best team, says who covers what and proves it', async () => {
    const begun = await start({
      constraints: { languages: [{ code: 'ar', level: 'C1' }], newcomers: 1 },
    });
    expect(begun).toMatchObject({
      __typename: 'TeamRun',
      state: 'QUEUED',
      outcome: null,
      timeLimitSeconds: 20,
    });
    await drain();
    const run = await team(begun.id);
    expect(run).toMatchObject({ state: 'DONE', failure: null });
    expect(run.outcome).toMatchObject({ status: 'OPTIMAL', eligible: 5, relaxation: null });
    const [best] = run.outcome!.teams;
    expect(names(best!)).toEqual(['Binta Two', 'Dalia Four']);
    expect(best).toMatchObject({ gap: 0, settled: true, withheld: 0 });
    expect(best!.total).toBe(best!.members.reduce((sum, { score }) => sum + score, 0));
    expect(best!.members.map(({ covers }) => covers)).toEqual([[1], [0]]);
    expect(best!.coverage.map(({ sentence }) => sentence)).toEqual([
      'Members with Arabic (C1) or better: 1 asked, 1 in the team.',
      'Newcomers to Track 1, at least: 1 asked, 1 in the team.',
    ]);
  });

  it('gives alternatives that share nobody', async () => {
    const { id } = await start({ alternatives: 1 });
    await drain();
    const { outcome } = await team(id);
    expect(outcome!.teams.map(names)).toEqual([
      expect.arrayContaining(['Aminata One', 'Binta Two']),
      expect.arrayContaining(['Coumba Three']),
    ]);
    expect(outcome!.teams[0]!.total).toBeGreaterThan(outcome!.teams[1]!.total);
  });

  it('says what must give way when no team meets everything', async () => {
    const { id } = await start({
      size: 3,
      constraints: { perNetwork: 1, languages: [{ code: 'ar', level: 'C1', count: 2 }] },
    });
    await drain();
    const { state, outcome } = await team(id);
    expect({ state, status: outcome!.status }).toEqual({ state: 'DONE', status: 'INFEASIBLE' });
    expect(outcome!.relaxation).toMatchObject({
      proven: true,
      requirements: [
        { kind: 'LANGUAGE', asked: 2, possible: 1 },
        { kind: 'PER_NETWORK', asked: 1, possible: 2 },
      ],
    });
    expect(outcome!.relaxation!.requirements[1]!.sentence).toBe(
      'Members of any one network, at most: 1 asked, 2 possible.',
    );
    expect(outcome!.relaxation!.team!.members).toHaveLength(3);
  });

  it('takes in and leaves out whom the organizer names', async () => {
    const { id } = await start({
      constraints: {
        mustHave: [mediator('Coumba Three')],
        mustNotHave: [mediator('Binta Two')],
        apart: [{ first: mediator('Coumba Three'), second: mediator('Aminata One') }],
      },
    });
    await drain();
    const [best] = (await team(id)).outcome!.teams;
    // The two are equals in score.
    expect(names(best!).sort()).toEqual(['Coumba Three', 'Fatou Six']);
    expect(best!.coverage[0]!.sentence).toBe(
      'Must be in the team: Coumba Three: 1 asked, 1 in the team.',
    );
  });

  it('says everything that is wrong at once, and does not tell a refusal from an absence', async () => {
    const wrong = await start({ size: 0, constraints: { perNetwork: 0 }, alternatives: 9 });
    expect(wrong.fields.map(({ path }) => path)).toEqual([
      'size',
      'alternatives',
      'constraints.perNetwork',
    ]);
    expect(await start({ timeLimitSeconds: 61 })).toMatchObject({
      fields: [{ path: 'timeLimitSeconds' }],
    });
    expect(await start({ need: { ...NEED, soft: {} } })).toMatchObject({
      fields: [{ path: 'soft', code: 'MISSING' }],
    });
    const refused = await start({ constraints: { mustHave: [mediator('Esi Five')] } });
    const absent = await start({ constraints: { mustHave: [globalId('Mediator', OTHER_ID)] } });
    expect(refused).toEqual(absent);
    expect(absent.fields).toMatchObject([{ path: 'constraints.mustHave.0', code: 'NOT_ELIGIBLE' }]);
  });

  it('is for organizers, and each reads and cancels her own only', async () => {
    const her = mediatorViewer(idOf('Aminata One'));
    expect(await start({}, her)).toMatchObject({ __typename: 'NotPermitted' });
    const { id } = await start({});
    const other = organizerViewer();
    const nobody = { __typename: 'NotFound', message: 'There is no such team.' };
    expect(await team(id, other)).toEqual(nobody);
    expect(await cancel(id, other)).toEqual(nobody);
    expect(await team(globalId('Team', OTHER_ID), other)).toEqual(nobody);
    const count = async (viewer: Viewer) =>
      (
        await api.ask<{ teams: { totalCount: number } }>(
          '{ teams { totalCount } }',
          {},
          viewers.as(viewer),
        )
      ).data!.teams.totalCount;
    expect([await count(organizer), await count(other)]).toEqual([1, 0]);
  });

  it('works on two at a time for one asker, and cancels what waits', async () => {
    const first = await start({});
    await start({});
    expect(await start({})).toMatchObject({
      __typename: 'InvalidState',
      message: expect.stringContaining('wait for one, or cancel it'),
    });
    expect(await cancel(first.id)).toMatchObject({ state: 'CANCELLED', outcome: null });
    expect(await start({})).toMatchObject({ state: 'QUEUED' });
    await drain();
    expect(await team(first.id)).toMatchObject({ state: 'CANCELLED', outcome: null });
  });

  it('begins again what a dead process had begun, and ends what was cancelled meanwhile', async () => {
    const [lost, unwanted] = [await start({}), await start({})];
    await api.asOwner(
      `UPDATE team_run SET state = 'running', started_at = now() WHERE ended_at IS NULL`,
    );
    expect(await cancel(unwanted.id)).toMatchObject({ state: 'RUNNING', cancelRequested: true });
    await drain();
    expect(await team(lost.id)).toMatchObject({ state: 'DONE', outcome: { status: 'OPTIMAL' } });
    expect(await team(unwanted.id)).toMatchObject({
      state: 'CANCELLED',
      outcome: { status: 'FEASIBLE', teams: [{ bound: null, gap: null }] },
    });
  });

  it('sees while it works that its asker wants no more of it', async () => {
    const { id } = await start({});
    const { database, pools, search } = api.services;
    const version = async () => {
      const [row] = await database.query<{ xmin: string }>(
        'SELECT xmin::text FROM team_run WHERE id = $1',
        [keyOf(id)],
      );
      return row!.xmin;
    };
    /** Is not ready before the run has been looked at again. */
    class Slow extends NeedPreparation {
      override async prepare(...asked: Parameters<NeedPreparation['prepare']>) {
        await cancel(id);
        const before = await version();
        while ((await version()) === before) await setTimeout(50);
        return super.prepare(...asked);
      }
    }
    await new TeamRunner(database, new Slow(pools, search)).handle([keyOf(id)]);
    expect(await team(id)).toMatchObject({ state: 'CANCELLED', cancelRequested: true });
    await drain();
  });

  it('leaves a run that the end of its process interrupts to the next one', async () => {
    const { id } = await start({});
    const { database, pools, search } = api.services;
    const runner = new TeamRunner(database, new NeedPreparation(pools, search));
    const working = runner.handle([keyOf(id)]);
    runner.interrupt();
    await expect(working).rejects.toMatchObject({ name: 'Interrupted' });
    expect(await team(id)).toMatchObject({ state: 'RUNNING', outcome: null });
    await drain();
    expect(await team(id)).toMatchObject({ state: 'DONE', outcome: { status: 'OPTIMAL' } });
  });

  it('is removed after 30 days', async () => {
    const [old, fresh] = [await start({}), await start({})];
    await drain();
    const age = (days: number, { id }: Run) =>
      api.asOwner(`UPDATE team_run SET created_at = now() - interval '${days} days'
        WHERE id = '${keyOf(id)}'`);
    await age(31, old);
    await age(29, fresh);
    await api.app.get(RetentionJob).handle();
    expect(await team(old.id)).toMatchObject({ __typename: 'NotFound' });
    expect(await team(fresh.id)).toMatchObject({ state: 'DONE' });
  });

  it('fails in a sentence, of the language in which it is read, when what was asked is no longer possible', async () => {
    const { id } = await start({ constraints: { mustHave: [mediator('Fatou Six')] } });
    await api.asOwner(
      `UPDATE team_run SET need = jsonb_set(need, '{hard}', '{"minimumYears": 90}') WHERE ended_at IS NULL`,
    );
    await drain();
    expect(await team(id)).toMatchObject({
      state: 'FAILED',
      failure: expect.stringMatching(
        /^What was asked is no longer possible\. .*the minimum years of experience/,
      ),
    });
    expect((await team(id, organizer, 'fr')).failure).toMatch(
      /^Ce qui a été demandé n’est plus possible\. .*Elle ne remplit pas ce que le besoin exige/,
    );
  });

  it('keeps ids and numbers only, and names nobody who may no longer be matched', async () => {
    const { id } = await start({ size: 5 });
    await drain();
    const [stored] = await api.asOwner<{ result: string; named: string }>(
      `SELECT result::text, (SELECT count(*) FROM team_run_mediator m WHERE m.run_id = r.id) AS named
       FROM team_run r ORDER BY id DESC LIMIT 1`,
    );
    expect(stored!.named).toBe('5');
    expect(stored!.result).not.toMatch(/Aminata|french|"found": *\{|wanted/i);
    const consents = `UPDATE consent SET withdrawn_at = now() WHERE purpose = 'MATCHED' AND mediator_id = '${idOf('Coumba Three')}'`;
    await api.asOwner(consents);
    const { outcome } = await team(id);
    expect(outcome!.teams[0]!.withheld).toBe(1);
    expect(names(outcome!.teams[0]!)).not.toContain('Coumba Three');
  });

  it('says of a woman who was erased what it says of one who withdrew, and keeps nothing of her', async () => {
    const found = await start({ size: 4, constraints: { mustHave: [mediator('Dalia Four')] } });
    const asked = await start({ constraints: { mustNotHave: [mediator('Dalia Four')] } });
    await drain();
    const waiting = await start({ size: 3, constraints: { mustHave: [mediator('Dalia Four')] } });
    const consent = (change: string) =>
      api.asOwner(
        `UPDATE consent SET withdrawn_at = ${change} WHERE purpose = 'LISTED' AND mediator_id = '${idOf('Dalia Four')}'`,
      );
    await consent('now()');
    const withdrawn = [await team(found.id), await team(asked.id)];
    expect(withdrawn.map(({ outcome }) => outcome?.teams[0]?.withheld)).toEqual([1, 0]);
    await consent('NULL');
    await api.services.erasure.erase(OPERATOR, idOf('Dalia Four'));
    expect([await team(found.id), await team(asked.id)]).toEqual(withdrawn);
    await drain();
    expect(await team(waiting.id)).toMatchObject({
      state: 'FAILED',
      failure: expect.stringContaining('What was asked is no longer possible.'),
    });
    const [left] = await api.asOwner<{ count: string }>(
      `SELECT count(*) FROM team_run WHERE (need::text || request::text || coalesce(result::text, '')) LIKE '%${idOf('Dalia Four')}%'`,
    );
    expect(left!.count).toBe('0');
    const [kept] = await api.asOwner<{ members: { id: string }[] }>(
      `SELECT result #> '{teams,0,members}' AS members FROM team_run WHERE id = '${keyOf(found.id)}'`,
    );
    expect(kept!.members).toHaveLength(4);
    expect(kept!.members).toContainEqual({ id: expect.any(String), contributions: [] });
  });
});

const OTHER_ID = '01890a5d-ac96-774b-bcce-000000000099';

/** The id of a run as the database has it. */
function keyOf(id: string): string {
  return Buffer.from(id, 'base64url').toString('utf8').split(':')[1]!;
}
