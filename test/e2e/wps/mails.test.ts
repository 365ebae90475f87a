import { OPERATOR, PUBLIC_VIEWER, type Viewer } from '#identity';
import { addDays, dayOf } from '#kernel';
import { NetworkImport, WpsMailsJob } from '#wps';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { mailsTo } from '../../support/mails.js';
import { viewersOfTest } from '../../support/viewers.js';
import { CHECKED_FILES, networkFile, openWpsWorld, type WpsCode } from '../../support/wps.js';

const MONDAY = Date.parse('2027-02-01T07:00:00Z');
const DAY = 86_400_000;

describe('mails about the agenda', () => {
  const viewers = viewersOfTest();
  let api: TestApi;
  let who: Record<WpsCode, Viewer>;
  let now = MONDAY;
  const at: Partial<Record<WpsCode, { email: string; viewer: Viewer }>> = {};

  const send = async <T>(viewer: Viewer, document: string): Promise<T> => {
    const { data, errors } = await api.ask<Record<string, T>>(document, {}, viewers.as(viewer));
    if (!data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0]!;
  };
  const commit = (text: string, more: string) =>
    send(
      who['reed-coast'],
      `mutation { saveCommitment(input: { actor: "reed-coast", texts: [{ language: "en", text: "${text}" }], source: PLEDGE, sourceText: "A pledge", ${more} }) { __typename } }`,
    );
  const morning = async (days = 0) => {
    now = MONDAY + days * DAY;
    await api.app.get(WpsMailsJob).handle();
  };
  const mails = async (code: WpsCode) => {
    const all = await mailsTo(api, at[code]!.email);
    return all.map(({ subject, text }) => ({ subject, text }));
  };

  beforeAll(async () => {
    api = await openTestApi({}, viewers, () => new Date(now));
    who = await openWpsWorld(api);
    const network = api.app.get(NetworkImport);
    for (const path of CHECKED_FILES) await network.apply(OPERATOR, networkFile(path));
    for (const [code, role] of [
      ['reed-coast', 'focal-point'],
      ['far-isles', 'focal-point'],
      ['women-of-hills', 'organizer'],
    ] as const) {
      const { id, email } = await makeAccount(api.services, { role });
      await api.services.database.query(
        'UPDATE account SET organization_id = $2, locale = $3 WHERE id = $1',
        [id, who[code].organizationId, code === 'far-isles' ? 'fr' : 'en'],
      );
      at[code] = { email, viewer: { ...who[code], userId: id, name: `user:${id}` } };
    }
  });
  afterAll(async () => api.close());

  it('tell on Mondays what is owed, once, and name only what is public', async () => {
    await commit(
      'Report to parliament',
      'owedTo: "Parliament", due: "2027-02-10", sharing: PUBLIC',
    );
    await commit('Secret talks at the lake', 'due: "2027-02-12", sharing: NETWORK');
    await commit('See https://elsewhere.example', 'due: "2027-02-12", sharing: PUBLIC');
    await commit('Much later', 'due: "2027-12-01", sharing: PUBLIC');
    await morning(-1);
    expect(await mails('reed-coast')).toEqual([]);
    await morning();
    await morning();
    const [mail, ...more] = await mails('reed-coast');
    expect(more).toEqual([]);
    expect(mail!.text).toContain(
      '\n\n- Report to parliament · to Parliament · by February 10, 2027\n- Something that is not named in a mail\n\n',
    );
    expect(mail!.text).toContain('/console/owing');
    for (const hidden of ['Secret', 'elsewhere', 'later']) expect(mail!.text).not.toContain(hidden);
    // Who owes nothing is not told.
    expect(await mails('far-isles')).toEqual([]);
    await morning(1);
    expect(await mails('reed-coast')).toHaveLength(1);
    await morning(7);
    expect(await mails('reed-coast')).toHaveLength(2);
  });

  it('can be turned off by whoever gets them, and on again', async () => {
    const { viewer } = at['reed-coast']!;
    const ask = '{ wpsMailChoice { ... on WpsMailChoice { owing packs } } }';
    expect(await send(viewer, ask)).toEqual({ owing: true, packs: true });
    const choose = (owing: boolean) =>
      send(
        viewer,
        `mutation { chooseWpsMails(owing: ${owing}, packs: true) { __typename ... on WpsMailChoice { owing packs } } }`,
      );
    expect(await choose(false)).toMatchObject({ owing: false });
    expect(await send(viewer, ask)).toEqual({ owing: false, packs: true });
    await morning(14);
    expect(await mails('reed-coast')).toHaveLength(2);
    await choose(true);
    await morning(21);
    expect(await mails('reed-coast')).toHaveLength(3);
    expect(await send(PUBLIC_VIEWER, '{ wpsMailChoice { __typename } }')).toEqual({
      __typename: 'NotPermitted',
    });
  });

  it('go to nobody whose organization is not verified', async () => {
    const organization = [who['reed-coast'].organizationId];
    const set = (state: string) =>
      api.services.database.query(
        `UPDATE organization SET state = '${state}' WHERE id = $1`,
        organization,
      );
    await set('suspended');
    await morning(28);
    await set('verified');
    expect(await mails('reed-coast')).toHaveLength(3);
  });

  it('bring the papers for a meeting once to each of its participants, with what all of them may read', async () => {
    const from = dayOf(new Date(MONDAY + 50 * DAY));
    const meet = (code: string, participants: string[], day = from) =>
      send(
        who['reed-coast'],
        `mutation { saveWpsMeeting(input: { code: "${code}", grouping: "wps-focal-points", kind: CAPITAL, from: "${day}", until: "${addDays(day, 1)}",
          place: "Reed Town", themes: [], documents: [{ title: "Agenda", symbol: "S/2027/1" }], hosts: ["reed-coast"], participants: ${JSON.stringify(participants)}, source: "A letter" }) { __typename } }`,
      );
    expect(await meet('reed-2027', ['far-isles'])).toEqual({ __typename: 'WpsMeeting' });
    await morning(30);
    expect(await mails('far-isles')).toEqual([]);
    await morning(36);
    await morning(37);
    const [mail, ...more] = await mails('far-isles');
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Les documents d’une réunion sont prêts');
    expect(mail!.text).toContain('/wps/meetings/reed-2027');
    expect(mail!.text).not.toContain('Reed');

    const page = async (viewer: Viewer, name = 'reed-2027') => {
      const { statusCode, body, rawPayload } = await api.app.inject({
        url: `/wps/meetings/${name}`,
        headers: viewers.as(viewer),
      });
      return { statusCode, body, rawPayload };
    };
    const own = await page(who['reed-coast']);
    expect(own.body).toContain('Secret talks at the lake');
    expect(own.body).toContain('Report to parliament');
    expect(own.body).toContain('S/2027/1');
    expect((await page(who['far-isles'])).body).toBe(own.body);
    // Everyone else reads what is public of it.
    const open = await page(PUBLIC_VIEWER);
    expect(open.body).toContain('Report to parliament');
    expect(open.body).not.toContain('Secret');
    const { rawPayload } = await page(who['far-isles'], 'reed-2027.pdf');
    expect(rawPayload.toString('latin1')).toMatch(/^%PDF/u);
    expect((await page(who['far-isles'], 'reed-2027.csv')).body).toContain('Secret talks');
    expect((await page(who['far-isles'], 'nowhere')).statusCode).toBe(404);
    expect((await page(who['far-isles'], 'reed-2027.exe')).statusCode).toBe(404);

    // With a participant from outside the network, there is nothing that is shared with the network alone.
    await meet('reed-2028', ['far-isles', 'women-of-hills']);
    const mixed = await page(who['reed-coast'], 'reed-2028');
    expect(mixed.body).toContain('Report to parliament');
    expect(mixed.body).not.toContain('Secret');
    await morning(38);
    expect(await mails('women-of-hills')).toHaveLength(1);
  });

  it('has the sheet of a participant in the papers, as it was submitted', async () => {
    const forms = await send<{ id: string; code: string }[]>(
      PUBLIC_VIEWER,
      '{ wpsForms { id code } }',
    );
    const form = forms.find(({ code }) => code === 'f7-network-meeting')!.id;
    const result = '{ __typename ... on WpsReport { id revision } }';
    type Report = { id: string; revision: number };
    const own = who['reed-coast'];
    const begun = await send<Report>(
      own,
      `mutation { beginWpsReport(input: { actor: "reed-coast", form: "${form}", from: "2026-07-01", until: "2026-12-31", sharing: NETWORK }) ${result} }`,
    );
    const changed = await send<Report>(
      own,
      `mutation { changeWpsReport(input: { id: "${begun.id}", revision: ${begun.revision}, submittedTo: "The network", consulted: [], sharing: NETWORK,
        answers: [{ cell: "achieved", texts: [{ language: "en", text: "A law on pensions" }] }] }) ${result} }`,
    );
    const before = await api.app.inject({
      url: '/wps/meetings/reed-2027',
      headers: viewers.as(who['far-isles']),
    });
    expect(before.body).not.toContain('A law on pensions');
    let at1 = changed;
    for (const step of ['CLEAR', 'SUBMIT']) {
      at1 = await send<Report>(
        own,
        `mutation { stepWpsReport(id: "${at1.id}", revision: ${at1.revision}, step: ${step}) ${result} }`,
      );
    }
    const after = await api.app.inject({
      url: '/wps/meetings/reed-2027',
      headers: viewers.as(who['far-isles']),
    });
    expect(after.body).toContain('A law on pensions');
    expect(after.headers['content-security-policy']).toContain("style-src 'self'");
    const outside = await api.app.inject({ url: '/wps/meetings/reed-2027' });
    expect(outside.body).not.toContain('A law on pensions');
  });

  it('say in the papers how many commitments are left out, and print those that are due first', async () => {
    await api.services.database.query(
      `INSERT INTO wps_commitment (id, actor_id, text, source, source_text, themes, state, sharing, due_on, revision)
       SELECT gen_random_uuid(), a.id, jsonb_build_object('en', 'Number ' || n), 'pledge', 'A pledge', '{}', 'open', 'public',
         DATE '2030-01-01' + n, 1
       FROM wps_actor a, generate_series(1, 1003) n WHERE a.code = 'far-isles'`,
    );
    const { body } = await api.app.inject({
      url: '/wps/meetings/reed-2028.csv',
      headers: viewers.as(who['far-isles']),
    });
    const printed = body.split('\r\n').filter((line) => line.includes('"commitments"'));
    const texts = printed.filter((line) => line.includes('"Commitment"'));
    expect(texts).toHaveLength(1000);
    expect(texts.some((line) => line.endsWith('"Number 1"'))).toBe(true);
    const [last] = printed.slice(-1);
    const left = Number(/"(\d+) more commitments are not printed here/u.exec(last!)?.[1]);
    const [{ all }] = (await api.asOwner<{ all: number }>(
      `SELECT count(*)::int AS all FROM wps_commitment WHERE state NOT IN ('done', 'dropped') AND sharing = 'public'`,
    )) as [{ all: number }];
    expect(texts.length + left).toBe(all);
    expect(texts.some((line) => line.endsWith('"Number 1003"'))).toBe(false);
  });

  it('tell of observations that are missing, without naming them, until they are entered', async () => {
    const own = who['far-isles'];
    now = MONDAY + 42 * DAY;
    const missing = async (viewer = own) => {
      const { edges } = await send<{ edges: { node: Record<string, unknown> }[] }>(
        viewer,
        '{ wpsOwing(kind: OBSERVATION, first: 50) { edges { node { text planId reportId owedTo responsible due from until urgent } } } }',
      );
      return edges.map(({ node }) => node);
    };
    await send(
      own,
      'mutation { saveFocalPoint(input: { actor: "far-isles", office: "Desk 1325", officePosition: UNIT, from: "2026-01-01", sharing: OWN }) { __typename } }',
    );
    const result = '{ __typename ... on ActionPlan { id revision } }';
    type Saved = { id: string; revision: number };
    const plan = await send<Saved>(
      own,
      `mutation { saveActionPlan(input: { actor: "far-isles", level: NATIONAL, focus: BOTH, titles: [{ language: "en", text: "A plan" }],
        adopted: "2026-01-01", from: "2026-01-01", until: "2027-06-30", sharing: PUBLIC }) ${result} }`,
    );
    let held = await send<Saved>(
      own,
      `mutation { savePlanItem(input: { plan: "${plan.id}", kind: OUTCOME, texts: [{ language: "en", text: "Seats" }],
        indicators: [{ text: "Seats", alignedWith: "sdg/5.5.1" }, { text: "Ours", alignedWith: "our own" }] }) ${result} }`,
    );
    expect(await missing()).toEqual([]);
    for (const step of ['ADOPT', 'BEGIN']) {
      held = await send(
        own,
        `mutation { stepActionPlan(id: "${held.id}", revision: ${held.revision}, step: ${step}) ${result} }`,
      );
    }
    const seats = {
      text: expect.stringContaining('Proportion of seats held by women'),
      planId: plan.id,
      reportId: null,
      owedTo: null,
      responsible: 'Desk 1325',
      due: '2027-06-30',
      from: '2026-01-01',
      until: '2026-12-31',
      urgent: false,
    };
    expect(await missing()).toEqual([seats]);
    expect(await missing(who['reed-coast'])).toEqual([]);

    // A report asks for more, and for what it may not hold: each concept and period is told once.
    const forms = await send<{ id: string; code: string }[]>(own, '{ wpsForms { id code } }');
    const form = forms.find(({ code }) => code === 'f6-sdg-beijing')!.id;
    const begin = (year: number) =>
      send<Saved>(
        own,
        `mutation { beginWpsReport(input: { actor: "far-isles", form: "${form}", from: "${year}-01-01", until: "${year}-12-31", sharing: NETWORK }) {
          ... on WpsReport { id revision } } }`,
      );
    const report = await begin(2026);
    await begin(2027);
    const both = await missing();
    expect(both).toHaveLength(8);
    expect(both[0]).toEqual(seats);
    const asked = { planId: null, reportId: report.id, owedTo: 'United Nations', due: null };
    for (const one of both.slice(1)) expect(one).toMatchObject({ ...asked, urgent: false });

    const indicators = await send<{ id: string; code: string }[]>(
      own,
      '{ wpsIndicators(framework: "sdg") { id code } }',
    );
    const observe = (more: string) =>
      send<{ id: string }>(
        own,
        `mutation { recordObservation(input: { actor: "far-isles", indicator: "${indicators.find(({ code }) => code === '5.5.1')!.id}",
          from: "2026-01-01", until: "2026-12-31", value: "0.4", status: REPORTED, source: "A list", ${more} }) { ... on Observation { id } } }`,
      );
    now = MONDAY + 126 * DAY;
    await morning(126);
    const last = async () => (await mails('far-isles')).at(-1)!.text;
    expect(await last()).toContain('\n\n- Quelque chose qu’un message ne nomme pas\n\n');
    const narrow = await observe('sharing: OWN');
    const texts = async () => (await missing()).map(({ text }) => text);
    // Neither the observation nor the office is shared as widely as the report.
    expect(await missing()).toContainEqual({ ...seats, ...asked, responsible: null });
    await observe(`sharing: NETWORK, supersedes: "${narrow.id}"`);
    expect(await texts()).toHaveLength(7);
    expect(await texts()).not.toContainEqual(seats.text);
  });
});
