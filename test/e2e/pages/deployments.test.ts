import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DeploymentFeedbackService } from '#deployments';
import { DeskService } from '#introductions';
import { LOCALES } from '#vocabulary';
import { DeploymentSteps } from '../../../apps/api/src/pages/deployments/deployment-steps.js';
import { STYLE } from '../../../apps/api/src/pages/views/style.js';
import { makeAccount, type TestAccount } from '../../support/accounts.js';
import { openDeployBench, type DeployBench } from '../../support/deploying.js';
import { tagsOf } from '../../support/html-forms.js';
import { PageReader } from '../../support/page-reader.js';
import { atHerPage } from '../../support/woman.js';

const PLAN = {
  rhythm: 'daily',
  checkInTime: '12:00',
  timeZone: 'Africa/Bamako',
  graceHours: 4,
} as const;
const OUTCOME = {
  outcome: 'agreement',
  outcomeReaders: 'restricted',
  genderProvisions: null,
  genderReaders: 'restricted',
  source: '',
} as const;

describe('deployments on her page', () => {
  let bench: DeployBench;
  let number = 0;

  beforeAll(async () => {
    bench = await openDeployBench();
    Object.assign(bench.api.app.get(DeploymentSteps), { now: () => bench.clock.now });
  });
  afterAll(async () => bench.close());
  beforeEach(() => {
    number += 1;
    bench.clock.now = new Date('2097-01-02T10:00:00Z');
  });

  const accountOf = async (herId: string): Promise<TestAccount> =>
    makeAccount(bench.api.services, { role: 'mediator', mediatorId: herId });
  /** She, signed in, with a deployment that is being cleared. */
  const clearing = async (setting: Parameters<DeployBench['cleared']>[1] = 'own-country') => {
    const made = await bench.planned(number);
    await bench.cleared(made.id, setting);
    return { ...made, ...(await open(made)) };
  };
  /** She, signed in and at work. */
  const active = async (...more: [object?, Record<string, unknown>?]) => {
    const made = await bench.active(number, ...more);
    return { ...made, ...(await open(made)) };
  };
  const open = async ({ id, herId }: { readonly id: string; readonly herId: string }) => {
    const account = await accountOf(herId);
    return {
      account,
      page: `/me/deployments/${id}`,
      she: await atHerPage(bench.api, account, { 'accept-language': 'en' }),
    };
  };
  const own = async ({ her, id }: Pick<Awaited<ReturnType<typeof active>>, 'her' | 'id'>) =>
    bench.own.byId(her, id);
  const wrongIn = (she: PageReader) =>
    tagsOf(she.page)
      .filter(({ attributes }) => 'aria-invalid' in attributes)
      .map(({ attributes }) => attributes.id);

  it('ask whoever is not signed in to sign in', async () => {
    const { id } = await bench.planned(number);
    for (const path of ['', `/${id}`, `/${id}/lines`, `/${id}/stop`, `/${id}/lines/tor-agreed`]) {
      const stranger = await new PageReader(bench.api).open(`/me/deployments${path}`);
      expect([path, stranger.path]).toEqual([path, '/sign-in']);
    }
  });

  it('are listed with what waits for her, which her first page says too', async () => {
    const { she, page } = await clearing();
    expect(she.text).toContain('Something waits for you in a deployment.');
    await she.open('/me/deployments');
    expect(she.text).toContain('January 4, 2097 to March 31, 2097');
    expect(she.text).toMatch(/\d points are yours to see to\./);
    await she.open(page);
    expect(she.text).toContain('Organization: Ministry of Peace');
    await she.open(`${page}/terms`);
    expect(she.text).toContain('The road to the north is not safe.');
  });

  it('have titles that tell them apart in the history of a browser, and tell nothing else', async () => {
    const { she, page, her, id } = await active();
    await bench.incidents.report(her, id, {
      kind: 'harassment-or-sea',
      severity: 'low',
      happenedOn: '2097-01-04',
      words: 'A guard followed me.',
    });
    const [incident] = await bench.incidents.list(her, id);
    const titles = new Map<string, string>();
    const below = ['', '/lines', '/terms', '/incidents', `/incidents/${incident?.id}`, '/stop'];
    for (const path of [
      '/me/deployments',
      '/me/deployments/second-places',
      ...below.map((one) => page + one),
    ]) {
      await she.open(path);
      const title = /<title>(.*) · Baraza<\/title>/.exec(she.page)?.[1] ?? '';
      expect([path, title]).not.toContain('');
      expect(title).not.toMatch(/Ministry|Mali|Adviser|Harassment/);
      titles.set(title, path);
    }
    expect(titles.size).toBe(2 + below.length);
    expect(titles.get('Deployment, January 4, 2097 to March 31, 2097')).toBe(page);
    expect(titles.get('Incident of January 4, 2097')).toBe(`${page}/incidents/${incident?.id}`);
  });

  it('of another woman, and what is none, are alike: not there', async () => {
    const other = await bench.active(number);
    number += 1;
    const { she, page, id } = await clearing();
    const pages = new Set<string>();
    const none = '01900000-0000-7000-8000-000000000000';
    for (const one of [other.id, none, 'nothing']) {
      for (const path of ['', '/lines', '/stop', '/lines/tor-agreed', `/incidents/${none}`]) {
        await she.open(`/me/deployments/${one}${path}`);
        expect([one, path, she.status]).toEqual([one, path, 404]);
        pages.add(she.page.replaceAll(/deployments\/[^"?]*/g, 'deployments'));
      }
    }
    expect(pages.size).toBe(1);
    await she.open(`${page}/nothing`);
    expect(she.status).toBe(404);
    await she.open(`${page}/stop`);
    const form = she.form(`${page}/stop`).controls.find(({ name }) => name === 'form')!.value;
    const before = await bench.desk.byId(bench.ada, other.id);
    for (const act of ['check-in', 'call', 'stop', 'incident', 'lines/tor-agreed']) {
      const fields = { form, revision: String(before.revision), step: 'finish' };
      await she.post(`/me/deployments/${other.id}/${act}`, fields);
      expect([act, she.status]).toEqual([act, 404]);
      await she.post(`/me/deployments/${id}/${act}`, { ...fields, form: 'x' });
      expect([act, she.status]).toEqual([act, 403]);
    }
    expect(await bench.desk.byId(bench.ada, other.id)).toEqual(before);
  });

  it('show what others wrote as text', async () => {
    const marker = '"><script>alert(1)</script>';
    const made = await bench.active(number, { riskNote: marker }, { title: marker });
    await bench.organizers.suspend(
      bench.ana,
      made.id,
      (await bench.organizers.byId(bench.ana, made.id)).revision,
      { reason: 'other', words: marker },
    );
    const { she, page } = await open(made);
    for (const path of ['/me/deployments', page, `${page}/terms`]) {
      await she.open(path);
      expect([path, she.text.includes(marker)]).toEqual([path, true]);
      expect(tagsOf(she.page).map(({ name }) => name)).not.toContain('script');
    }
  });

  it('take what she has seen to, line by line, with what is wrong at the field', async () => {
    const { she, page, her, id } = await clearing('abroad');
    await she.open(`${page}/lines`);
    expect(she.text).toContain('Terms agreed : open (you) by December 28, 2096');
    const terms = `${page}/lines/tor-agreed`;
    await she.open(terms);
    await she.submit(terms, { step: 'request' });
    expect(she.path).toBe(`${page}/lines?done=saved`);
    expect(she.text).toContain('Terms agreed : under way (you)');
    await she.open(terms);
    await she.submit(terms, { reference: 'x'.repeat(101), validUntil: '2020-01-01' });
    expect(she.status).toBe(422);
    expect(wrongIn(she)).toEqual(['validUntil', 'reference']);
    expect(she.page).toContain('href="#validUntil"');
    await she.submit(terms, { reference: 'Letter 7', validUntil: '' });
    expect(she.path).toBe(`${page}/lines?done=saved`);
    const fitness = `${page}/lines/medical-fitness`;
    await she.open(fitness);
    expect(she.form(fitness).controls.map(({ name }) => name)).not.toContain('reference');
    await she.submit(fitness, { step: 'finish' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['fit']]);
    await she.submit(fitness, { fit: 'yes', validUntil: '2097-12-31' });
    const { lines } = await bench.own.byId(her, id);
    const of = (kind: string) => lines.find((line) => line.kind === kind);
    expect(of('tor-agreed')).toMatchObject({ state: 'done', reference: 'Letter 7' });
    expect(of('medical-fitness')).toMatchObject({ state: 'done', fit: true });
    // A line of the organizer has no page of hers.
    await she.open(`${page}/lines/travel`);
    expect(she.path).toBe(`${page}/lines`);
    await she.open(`${page}/lines/nothing`);
    expect(she.status).toBe(404);
  });

  it('ask for her agreement to a waiver that two of her network want', async () => {
    const { she, page, her, id } = await clearing();
    const path = `${page}/lines/accident-insurance`;
    await bench.desk.waiveLine(bench.ada, id, 'accident-insurance', 'No insurer covers the town.');
    await she.open(path);
    expect(she.path).toBe(`${page}/lines`);
    await bench.desk.waiveLine(bench.bea, id, 'accident-insurance', 'Nor did we find one.');
    await she.open('/me/deployments');
    expect(she.text).toContain('Your network asks for your agreement.');
    await she.open(path);
    expect(she.text).toContain('No insurer covers the town.');
    await she.submit(path, { step: 'agree' });
    expect(she.path).toBe(`${page}/lines?done=saved`);
    const { lines } = await bench.own.byId(her, id);
    expect(lines.find(({ kind }) => kind === 'accident-insurance')?.state).toBe('waived');
  });

  it('take her check-in by one button, and her wish to be called by another', async () => {
    const { she, page, her, id } = await active();
    await bench.own.planCheckIns(her, id, (await bench.own.byId(her, id)).revision, PLAN);
    for (const time of ['2097-01-04T12:00:00Z', '2097-01-04T16:00:00Z']) {
      bench.clock.now = new Date(time);
      await bench.clocks.handle();
    }
    await she.open('/me');
    expect(she.text).toContain('Something waits for you in a deployment.');
    await she.open(page);
    expect(she.text).toMatch(/has been waiting for your answer since January 4, 2097 .*12:00/);
    await she.submit(`${page}/check-in`);
    expect(she.path).toBe(`${page}?done=check-in`);
    expect(she.text).toContain('Your network knows that you are well.');
    expect(await bench.desk.byId(bench.ada, id)).toMatchObject({ missing: false });
    const before = await bench.mailsTo({ accountId: bench.bea.userId });
    await she.submit(`${page}/call`);
    expect(she.text).toContain('Your network has been asked to call you.');
    expect((await bench.mailsTo({ accountId: bench.bea.userId })) - before).toBe(1);
  });

  it('take when she checks in, with what is wrong at the field', async () => {
    const made = await active();
    const { she, page } = made;
    const path = `${page}/plan`;
    await she.open(path);
    await she.submit(path, { rhythm: 'daily', timeZone: 'Atlantis', graceHours: '100' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['timeZone']]);
    await she.submit(path, { timeZone: 'Bamako' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['graceHours']]);
    await she.submit(path, { graceHours: '6', checkInTime: '18:30' });
    expect(she.path).toBe(`${page}?done=saved`);
    expect(await own(made)).toMatchObject({
      rhythm: 'daily',
      timeZone: 'Africa/Bamako',
      checkInTime: '18:30',
      graceHours: 6,
    });
  });

  it('take her answer to a later last day, and her own proposal', async () => {
    const made = await active();
    const { she, page, id } = made;
    const propose = async (until: string) => {
      const { revision } = await bench.organizers.byId(bench.ana, id);
      await bench.organizers.propose(bench.ana, id, revision, until);
    };
    await propose('2097-04-10');
    await she.open(page);
    expect(she.text).toContain('The organization proposes April 10, 2097 as the last day.');
    await she.submit(`${page}/refuse-extension`);
    expect(await own(made)).toMatchObject({ endsOn: '2097-03-31', proposedUntil: null });
    await propose('2097-04-12');
    await she.open(page);
    await propose('2097-04-14');
    // What she has read is no longer proposed.
    await she.submit(`${page}/accept-extension`);
    expect([she.status, (await own(made)).endsOn]).toEqual([409, '2097-03-31']);
    await she.submit(`${page}/accept-extension`);
    expect((await own(made)).endsOn).toBe('2097-04-14');
    await she.open(`${page}/extend`);
    await she.submit(`${page}/extend`, { until: '2097-04-01' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['until']]);
    await she.submit(`${page}/extend`, { until: '2097-05-01' });
    expect(she.text).toContain('Your proposal is on its way to the organization.');
    await she.submit(`${page}/refuse-extension`);
    expect((await own(made)).proposedUntil).toBeNull();
  });

  it('let the work rest or end with a reason that the organizer does not read', async () => {
    const made = await active();
    const { she, page, id } = made;
    const path = `${page}/stop`;
    await she.open(path);
    await she.submit(path);
    expect([she.status, wrongIn(she)]).toEqual([422, ['step', 'reason']]);
    await she.submit(path, { step: 'suspend', reason: 'other', words: '' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['words']]);
    await she.submit(path, { words: 'Two men follow me.' });
    expect(she.path).toBe(`${page}?done=stopped`);
    expect(she.text).toContain('Two men follow me.');
    expect(await own(made)).toMatchObject({ state: 'suspended', reason: 'other' });
    expect(await bench.organizers.byId(bench.ana, id)).toMatchObject({
      reason: null,
      reasonWords: '',
    });
    await she.open(path);
    expect(she.form(path).controls.map(({ value }) => value)).not.toContain('suspend');
    await she.submit(path, { step: 'end', reason: 'family' });
    expect(await own(made)).toMatchObject({ state: 'ended-early', reason: 'family' });
    await she.open(path);
    expect(she.path).toBe(page);
  });

  it('keep what she wrote where something came between', async () => {
    const { she, page, id } = await active();
    const path = `${page}/stop`;
    await she.open(path);
    const { revision } = await bench.organizers.byId(bench.ana, id);
    await bench.organizers.propose(bench.ana, id, revision, '2097-04-10');
    await she.submit(path, { step: 'suspend', reason: 'security', words: 'Shots at night.' });
    expect(she.status).toBe(409);
    expect(she.page).toContain('Shots at night.');
    await she.submit(path);
    expect(she.path).toBe(`${page}?done=stopped`);
  });

  it('can be called off before she begins', async () => {
    const made = await clearing();
    const { she, page } = made;
    await she.open(`${page}/stop`);
    await she.submit(`${page}/stop`, { reason: 'health' });
    expect(await own(made)).toMatchObject({ state: 'cancelled', endedBy: 'mediator' });
    expect(she.text).toContain('It was called off before it began.');
  });

  it('take an incident, which she reads again with what was done', async () => {
    const made = await active();
    const { she, page, id } = made;
    const path = `${page}/incident`;
    await she.open(path);
    await she.submit(path, { happenedOn: '2099-01-01', words: 'A threat by telephone.' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['kind', 'severity']]);
    await she.submit(path, { kind: 'security', severity: 'high' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['happenedOn']]);
    await she.submit(path, { happenedOn: '2097-01-04' });
    expect(she.path).toBe(`${page}?done=reported`);
    await bench.api.app
      .get(DeskService)
      .appoint(bench.ada, bench.networks.acacia, bench.bea.userId!, ['safety-officer']);
    const [incident] = await bench.incidents.list(bench.bea, id);
    await bench.incidents.handle(bench.bea, incident!.id, incident!.revision, {
      action: 'She has another room.',
      closes: true,
    });
    await she.open(`${page}/incidents`);
    expect(she.text).toContain('January 4, 2097 : Security (closed)');
    await she.open(`${page}/incidents/${incident!.id}`);
    expect(she.text).toContain('A threat by telephone.');
    expect(she.text).toContain('She has another room.');
  });

  it('tell her afterwards that her emergency contact was opened', async () => {
    const { she, page, her, id } = await active();
    await bench.own.planCheckIns(her, id, (await bench.own.byId(her, id)).revision, PLAN);
    const asked = await bench.emergencies.ask(bench.ada, id, 'She did not answer at noon.');
    await bench.emergencies.approve(bench.bea, asked.id);
    await she.open(`${page}/openings`);
    expect(she.path).toBe(page);
    expect(she.text).not.toMatch(/emergency/);
    await she.submit(`${page}/check-in`);
    await she.open(`${page}/openings`);
    expect(she.text).toContain('She did not answer at noon.');
  });

  it('offer the work for her profile, which she takes in her own words or leaves', async () => {
    const complete = async (id: string) => {
      bench.clock.now = new Date('2097-03-31T18:00:00Z');
      const { revision } = await bench.organizers.byId(bench.ana, id);
      await bench.organizers.complete(bench.ana, id, revision, OUTCOME);
    };
    const made = await active({}, { confidentiality: 'restricted' });
    const { she, page } = made;
    await complete(made.id);
    const path = `${page}/experience`;
    await she.open(path);
    expect(she.text).toContain('Write only what others may know.');
    await she.submit(path, { processName: '', territory: 'Atlantis' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['processName', 'territory']]);
    await she.submit(path, { processName: 'Talks of councils', territory: 'Mali' });
    expect(she.path).toBe(`${page}?done=saved`);
    expect(await own(made)).toMatchObject({
      experience: 'accepted',
      experienceOffered: { processName: 'Talks of councils', territory: 'ML' },
    });
    number += 1;
    bench.clock.now = new Date('2097-01-02T10:00:00Z');
    const other = await active();
    await complete(other.id);
    await other.she.open(`${other.page}/experience`);
    await other.she.submit(`${other.page}/decline-experience`);
    expect(await own(other)).toMatchObject({ experience: 'declined' });
  });

  it('take her feedback, which the organization reads once it has spoken, and her one reply', async () => {
    const made = await active();
    const { she, page, her, id } = made;
    bench.clock.now = new Date('2097-03-31T18:00:00Z');
    const { revision } = await bench.organizers.byId(bench.ana, id);
    await bench.organizers.complete(bench.ana, id, revision, OUTCOME);
    const feedback = bench.api.app.get(DeploymentFeedbackService);
    const path = `${page}/feedback`;
    await bench.own.declineExperience(her, id, await bench.revisionOf(id));
    await she.open('/me');
    expect(she.text).toContain('Something waits for you in a deployment.');
    await she.open('/me/deployments');
    expect(she.text).toContain('Your feedback is awaited.');
    await she.open(path);
    await she.submit(path, { safe: '2', text: 'The car was late.' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['again']]);
    await she.submit(path, { again: 'no' });
    expect(she.path).toBe(`${page}?done=saved`);
    expect((await feedback.of(her, id)).given).toMatchObject([
      { ratings: [{ quality: 'safe', rating: 2 }], again: false, text: 'The car was late.' },
    ]);
    await she.open('/me');
    expect(she.text).not.toContain('Something waits for you');
    await she.open(path);
    expect(she.page).toContain('The car was late.');
    await she.submit(path, { again: 'yes', safe: '3' });
    await feedback.give(bench.ana, id, null, {
      ratings: [{ quality: 'teamwork', rating: 4 }],
      again: true,
      text: 'She was heard by all.',
    });
    await she.open(path);
    expect(she.text).toContain('She was heard by all.');
    expect(she.text).toContain('Teamwork Fully');
    await she.submit(`${page}/reply`, { text: ' ' });
    expect([she.status, wrongIn(she)]).toEqual([422, ['text']]);
    await she.submit(`${page}/reply`, { text: 'Thank you.' });
    expect(she.path).toBe(`${page}?done=saved`);
    await she.open(path);
    expect(she.text).toContain('Your reply Thank you.');
    expect(she.forms.map(({ action }) => action)).not.toContain(`${page}/reply`);
  });

  it('are small, without script, and whole in every language', async () => {
    const made = await clearing('un-mission');
    const work = await bench.active(number + 1);
    number += 1;
    await bench.own.planCheckIns(
      work.her,
      work.id,
      (await bench.own.byId(work.her, work.id)).revision,
      PLAN,
    );
    const { revision } = await bench.organizers.byId(bench.ana, work.id);
    await bench.organizers.propose(bench.ana, work.id, revision, '2097-04-10');
    const incident = {
      kind: 'harassment-or-sea',
      severity: 'critical',
      happenedOn: '2097-01-04',
      words: 'x',
    } as const;
    await bench.incidents.report(work.her, work.id, incident);
    const over = await bench.active(number + 1);
    number += 1;
    bench.clock.now = new Date('2097-03-31T18:00:00Z');
    await bench.organizers.complete(
      bench.ana,
      over.id,
      (await bench.organizers.byId(bench.ana, over.id)).revision,
      OUTCOME,
    );
    const third = await accountOf(over.herId);
    const other = await accountOf(work.herId);
    for (const locale of LOCALES) {
      const first = await atHerPage(bench.api, made.account, { 'accept-language': locale });
      const second = await atHerPage(bench.api, other, { 'accept-language': locale });
      const at = `/me/deployments/${work.id}`;
      const visits: [PageReader, string][] = [
        ['/me/deployments', made.page, `${made.page}/lines`, `${made.page}/terms`],
        [`${made.page}/lines/medical-fitness`, `${made.page}/lines/check-in-plan`],
        [`${made.page}/stop`, `${made.page}/incident`, `${made.page}/plan`],
      ]
        .flat()
        .map((path): [PageReader, string] => [first, path]);
      for (const path of [at, `${at}/stop`, `${at}/incidents`, `${at}/lines`]) {
        visits.push([second, path]);
      }
      const she3 = await atHerPage(bench.api, third, { 'accept-language': locale });
      for (const path of ['', '/experience', '/feedback', '/review']) {
        visits.push([she3, `/me/deployments/${over.id}${path}`]);
      }
      for (const [she, path] of visits) {
        await she.open(path);
        expect([path, she.status, she.path]).toEqual([path, 200, path]);
        const size = Buffer.byteLength(she.page) + Buffer.byteLength(STYLE);
        expect([locale, path, size < 10_240 ? 'small' : size]).toEqual([locale, path, 'small']);
        const tags = tagsOf(she.page);
        expect(tags[0]?.attributes).toEqual({ lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr' });
        expect(tags.map(({ name }) => name)).not.toContain('script');
        expect(tags.find(({ name }) => name === 'a')?.attributes.href).toBe('/leave');
        const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
        expect([path, ids]).toEqual([path, [...new Set(ids)]]);
      }
    }
  });
});
