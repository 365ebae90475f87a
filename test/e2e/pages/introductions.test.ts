import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DeskAskService,
  INTERESTS,
  OwnAskService,
  PreferenceService,
  RequestService,
  TermsService,
} from '#introductions';
import { LOCALES } from '#vocabulary';
import { COMPLETE_TERMS } from '../../../libs/introductions/src/terms/terms.fixture.js';
import { STYLE } from '../../../apps/api/src/pages/views/style.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { openAsking, type AskedNeed, type Asking } from '../../support/asking.js';
import { fill, record } from '../../support/fill.js';
import { formsOf, tagsOf } from '../../support/html-forms.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';
import { mediatorViewer } from '../../support/viewers.js';
import { atHerPage, makeWoman, type Woman } from '../../support/woman.js';

const CONSENTS = { consent: 'LISTED; MATCHED; CONTACTED' };
const NO_TIES = Object.fromEntries(INTERESTS.map((interest) => [interest, 'no']));
const CONTACT = 'ada@example.org';

describe('introductions on her page', () => {
  let api: TestApi;
  let asking: Asking;
  let amina: Woman;
  let bintou: Woman;

  beforeAll(async () => {
    api = await openTestApi();
    amina = await makeWoman(api, 1, { display_name: 'Amina Diallo', ...CONSENTS });
    bintou = await makeWoman(api, 2, { display_name: 'Bintou Ba', ...CONSENTS });
    // She has no account: mails lead her to a link.
    const chipo = {
      display_name: 'Chipo Moyo',
      email: 'chipo@example.org',
      telephone: '+254 700-000003',
      ...CONSENTS,
    };
    await fill(api.services, 'acacia', [record(3, chipo)]);
    asking = await openAsking(api);
  });
  afterAll(async () => api.close());
  beforeEach(async () => {
    // No more than three asks are out to one woman at once.
    await api.services.database.query('DELETE FROM need');
  });

  const own = async (woman: Woman, id: string) =>
    api.app.get(OwnAskService).byId(mediatorViewer(woman.mediatorId), id);
  const confirm = async ({ id }: AskedNeed) => {
    const requests = api.app.get(RequestService);
    const { revision } = await requests.byId(asking.ana, id);
    await requests.confirm(asking.ana, id, revision);
  };
  const yes = async (she: PageReader, { id }: AskedNeed) => {
    await she.open(`/me/introductions/${id}/yes`);
    return she.submit(`/me/introductions/${id}/yes`, NO_TIES);
  };
  const chipoId = async () => {
    const [row] = await api.services.database.query<{ id: string }>(
      `SELECT id FROM mediator WHERE display_name = 'Chipo Moyo'`,
    );
    return row!.id;
  };

  it('asks whoever is not signed in to sign in', async () => {
    const { id } = await asking.forward(amina.mediatorId);
    for (const path of ['', `/${id}`, `/${id}/yes`, `/${id}/hold`]) {
      const stranger = await new PageReader(api).open(`/me/introductions${path}`);
      expect([path, stranger.path]).toEqual([path, '/sign-in']);
    }
  });

  it('are listed, and each shows who asks, for what, with which risks and who pays', async () => {
    const { id } = await asking.forward(amina.mediatorId, { title: 'Talks of the councils' });
    await api.app.get(PreferenceService).save(mediatorViewer(amina.mediatorId), {
      timeZone: 'Africa/Nairobi',
      quietFrom: null,
      quietUntil: null,
      channel: 'mail',
      deskNetworkId: null,
    });
    const she = await atHerPage(api, amina);
    expect(she.text).toContain('A request waits for your answer.');
    await she.open('/me/introductions');
    expect(she.text).toContain('Ministry of Peace : Adviser on process design');
    await she.open(`/me/introductions/${id}`);
    expect(she.text).toContain(
      'Ministry of Peace would like to meet you for this work: Talks of the councils.',
    );
    expect(she.text).toMatch(/You can answer until .* GMT\+3\. If you say nothing, that means no/);
    expect(she.text).toContain('The road to the north is not safe.');
    expect(she.text).toContain('Fee The organization By the scale of the organization');
    expect(she.text).toContain('Security measures The host');
    expect(she.text).toContain('Place Mali Bamako');
    expect(she.text).toContain('February 1, 2027 to March 31, 2027');
    // Whom she can reach is told once they are connected.
    expect(she.page).not.toContain(CONTACT);
  });

  it('show what others wrote as text', async () => {
    const marker = '"><script>alert(1)</script>';
    const terms = { riskNote: marker, role: marker, placeWords: marker };
    const { id } = await asking.forward(amina.mediatorId, { title: marker }, terms);
    const she = await atHerPage(api, amina);
    for (const path of ['', `/${id}`, `/${id}/yes`]) {
      await she.open(`/me/introductions${path}`);
      expect([path, she.text.includes(marker)]).toEqual([path, true]);
      expect(tagsOf(she.page).map(({ name }) => name)).not.toContain('script');
    }
  });

  it('that have not been forwarded, are those of another woman, or are none are alike: not there', async () => {
    const hers = await asking.forward(bintou.mediatorId);
    const waiting = await asking.request(amina.mediatorId);
    const she = await atHerPage(api, amina);
    const pages = new Set<string>();
    for (const id of [hers.id, waiting.id, '01900000-0000-7000-8000-000000000000', 'nothing']) {
      for (const page of ['', '/yes', '/hold']) {
        await she.open(`/me/introductions/${id}${page}`);
        expect([id, she.status]).toEqual([id, 404]);
        pages.add(she.page.replaceAll(/introductions\/[^"?]*/g, 'introductions'));
      }
    }
    expect(pages.size).toBe(1);
    await she.open('/me/introductions');
    expect(she.text).toContain('Nobody has asked so far.');
    // Nor does a form act on it.
    const { controls } = await she.open('/me/contact').then(() => she.form('/me/contact'));
    const form = controls.find(({ name }) => name === 'form')!.value;
    await she.post(`/me/introductions/${hers.id}/no`, { form, revision: '2' });
    expect(she.status).toBe(404);
    expect((await own(bintou, hers.id)).state).toBe('forwarded');
  });

  it('take no form that did not come from their page', async () => {
    const { id } = await asking.forward(amina.mediatorId);
    const she = await atHerPage(api, amina);
    for (const step of ['yes', 'no', 'question', 'release', 'messages', 'take-back']) {
      await she.post(`/me/introductions/${id}/${step}`, { revision: '2', text: 'x', form: 'x' });
      expect([step, she.status]).toEqual([step, 403]);
    }
    expect((await own(amina, id)).state).toBe('forwarded');
  });

  it('want every interest answered, and a line where there is one, before a yes', async () => {
    const { id } = await asking.forward(amina.mediatorId);
    const path = `/me/introductions/${id}/yes`;
    const she = await (await atHerPage(api, amina)).open(path);
    const chosen = she.form(path).controls.filter(({ type, sent }) => type === 'radio' && sent);
    expect(chosen).toEqual([]);
    const { gifts: _, ...six } = NO_TIES;
    await she.submit(path, { ...six, membership: 'yes' });
    expect(she.status).toBe(422);
    const marked = tagsOf(she.page).filter(({ attributes }) => 'aria-invalid' in attributes);
    expect(marked.map(({ attributes }) => attributes.id)).toEqual(['gifts']);
    expect(she.page).toContain('href="#gifts"');
    // The line that she is asked for now is none that she has forgotten.
    await she.submit(path, { gifts: 'no' });
    expect([she.status, (await own(amina, id)).state]).toEqual([422, 'forwarded']);
    expect(she.page).toContain('href="#membership-line"');
    await she.submit(path, { 'membership-line': 'A party, until 2012' });
    expect(she.path).toBe(`/me/introductions/${id}?done=yes`);
    expect(she.text).toContain('Your yes has been recorded.');
    expect(she.text).toContain('Your network now reads what you have declared');
    expect(await own(amina, id)).toMatchObject({
      state: 'accepted',
      declaration: { membership: 'A party, until 2012' },
      declarationOutcome: null,
    });
  });

  it('ask for the lines in a step of their own where all interests are answered', async () => {
    const { id } = await asking.forward(amina.mediatorId);
    const path = `/me/introductions/${id}/yes`;
    const she = await (await atHerPage(api, amina)).open(path);
    await she.submit(path, { ...NO_TIES, gifts: 'yes' });
    expect([she.status, (await own(amina, id)).state]).toEqual([200, 'forwarded']);
    expect(she.text).toContain('One more step: write one line wherever you chose yes.');
    await she.submit(path, { gifts: 'no', 'gifts-line': 'A carpet' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('You wrote a line but chose no.');
    expect(she.page).toContain('A carpet');
    await she.submit(path, { gifts: 'yes' });
    expect((await own(amina, id)).declaration).toEqual({ gifts: 'A carpet' });
  });

  it('take a yes only to the terms that she has read', async () => {
    const asked = await asking.forward(amina.mediatorId);
    const path = `/me/introductions/${asked.id}/yes`;
    const she = await (await atHerPage(api, amina)).open(path);
    await api.app
      .get(TermsService)
      .save(asking.ana, asked.needId, 1, { ...COMPLETE_TERMS, riskNote: 'Two roads are mined.' });
    await she.submit(path, NO_TIES);
    expect(she.status).toBe(409);
    expect(she.text).toContain('This has changed in the meantime, so nothing was sent.');
    expect(she.text).toContain('Two roads are mined.');
    expect((await own(amina, asked.id)).state).toBe('forwarded');
    await yes(she, asked);
    expect(await own(amina, asked.id)).toMatchObject({
      state: 'accepted',
      acceptedTermsRevision: 2,
    });
  });

  it('take a no without reasons, and one with reasons that her network alone reads', async () => {
    const first = await asking.forward(amina.mediatorId);
    const she = await (await atHerPage(api, amina)).open(`/me/introductions/${first.id}/no`);
    await she.submit(`/me/introductions/${first.id}/no`);
    expect(she.text).toContain('Your no has been recorded.');
    expect(await own(amina, first.id)).toMatchObject({
      state: 'declined',
      declineReasons: ['no-reason'],
      shared: false,
    });
    const second = await asking.forward(amina.mediatorId);
    const path = `/me/introductions/${second.id}/no`;
    await she.open(path);
    const text = 'My sister is ill.\n'.repeat(200);
    await she.submit(path, { reasons: ['care-duties'], words: text });
    expect(she.status).toBe(422);
    const kept = she.form(path).controls;
    expect(kept.find(({ name }) => name === 'words')?.value).toBe(text.trim());
    expect(kept.find(({ value }) => value === 'care-duties')?.sent).toBe(true);
    await she.submit(path, { words: 'My sister is ill.', share: 'on' });
    expect(await own(amina, second.id)).toMatchObject({
      state: 'declined',
      declineReasons: ['care-duties'],
      shared: true,
    });
    expect(await api.app.get(RequestService).byId(asking.ana, second.id)).toMatchObject({
      state: 'ended',
      word: 'not-this',
    });
    await she.post(path, { form: 'x' });
    expect(she.status).toBe(403);
  });

  it('take one question, whose answer she reads', async () => {
    const { id } = await asking.forward(amina.mediatorId);
    const path = `/me/introductions/${id}/question`;
    const she = await (await atHerPage(api, amina)).open(path);
    await she.submit(path, { text: ' ' });
    expect(she.status).toBe(422);
    await she.submit(path, { text: 'Who else comes?\nAnd from where?' });
    expect(she.text).toContain('Your time stands still meanwhile.');
    expect(she.text).toContain('Who else comes? And from where?');
    // There is one question, so its page leads back.
    await she.open(path);
    expect(she.path).toBe(`/me/introductions/${id}`);
    const requests = api.app.get(RequestService);
    const { revision } = await requests.byId(asking.ana, id);
    await requests.answer(asking.ana, id, revision, 'Two elders.');
    await she.open(`/me/introductions/${id}`);
    expect(she.text).toContain('The answer Two elders.');
  });

  it('connect by what she writes and ticks, and she takes it back', async () => {
    const asked = await asking.forward(amina.mediatorId);
    const page = `/me/introductions/${asked.id}`;
    const she = await atHerPage(api, amina);
    await she.open(`${page}/release`);
    expect(she.path).toBe(page);
    await yes(she, asked);
    await confirm(asked);
    await she.open(`${page}/release`);
    await she.submit(`${page}/release`);
    expect([she.status, she.text.includes('Choose at least one way.')]).toEqual([422, true]);
    await she.submit(`${page}/release`, { telephone: '0700 000001', relay: 'on' });
    expect(she.status).toBe(422);
    expect(she.page).toContain('href="#telephone"');
    await she.submit(`${page}/release`, { telephone: '+254 700 000001' });
    expect(she.path).toBe(`${page}?done=release`);
    expect(she.text).toContain('You have released: telephone and messages through your network.');
    expect(she.text).toContain(CONTACT);
    const requests = api.app.get(RequestService);
    expect(await requests.openContact(asking.ana, asked.id)).toMatchObject({ email: null });
    await she.open(page);
    expect(she.text).toContain('The organization has opened it once.');
    await she.submit(`${page}/take-back`);
    expect(she.text).toContain('The organization sees nothing of it any more.');
    expect((await requests.byId(asking.ana, asked.id)).channels).toEqual([]);
  });

  it('let messages through her network, and keep what she wrote where something came between', async () => {
    const asked = await asking.forward(amina.mediatorId);
    const page = `/me/introductions/${asked.id}`;
    const she = await atHerPage(api, amina);
    await yes(she, asked);
    await confirm(asked);
    await she.open(`${page}/release`);
    await she.submit(`${page}/release`, { relay: 'on' });
    await she.open(`${page}/messages`);
    await she.submit(`${page}/messages`, { text: 'When do we speak?' });
    expect(she.path).toBe(`${page}/messages?done=messages`);
    expect(she.text).toContain('your network has not passed it on yet');
    expect(she.text).toContain('When do we speak?');
    const path = `${page}/take-back`;
    await she.open(page);
    const old = she.form(path).controls;
    await she.submit(path);
    const fields = old.map(({ name, value }): [string, string] => [name, value]);
    await she.post(`${page}/messages`, [...fields, ['text', 'Are you there?']]);
    expect(she.status).toBe(409);
  });

  it('offer a woman with a code name the relay alone', async () => {
    const changes = { pseudonymous: 'yes', code_name: 'Acacia Seven', ...CONSENTS };
    const dalia = await makeWoman(api, 4, { display_name: 'Dalia', ...changes });
    const asked = await asking.forward(dalia.mediatorId);
    const page = `/me/introductions/${asked.id}`;
    const she = await atHerPage(api, dalia);
    await yes(she, asked);
    await confirm(asked);
    await she.open(`${page}/release`);
    const names = she.form(`${page}/release`).controls.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['relay']));
    expect(names).not.toContain('email');
    expect(names).not.toContain('telephone');
    await she.submit(`${page}/release`, { relay: 'on' });
    expect((await own(dalia, asked.id)).channels).toEqual(['relay']);
  });

  it('put a hold into her calendar that says nothing', async () => {
    const { id } = await asking.forward(amina.mediatorId);
    const she = await (await atHerPage(api, amina)).open(`/me/introductions/${id}`);
    await she.open(`/me/introductions/${id}/hold`);
    expect(she.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="hold.ics"',
      'cache-control': 'no-store',
    });
    expect(she.page).toContain('STATUS:TENTATIVE');
    expect(she.page).toContain('DTSTART;VALUE=DATE:20270201');
    expect(she.page).not.toMatch(/Ministry|Mali|Bamako|council/i);
    await she.open(`/me/introductions/${id}/no`);
    await she.submit(`/me/introductions/${id}/no`);
    await she.open(`/me/introductions/${id}/hold`);
    expect(she.page).toContain('STATUS:CANCELLED');
  });

  it.each(LOCALES)('are small, without script, and whole in %s', async (locale) => {
    const asked = await asking.forward(amina.mediatorId);
    const page = `/me/introductions/${asked.id}`;
    const she = await atHerPage(api, amina, { 'accept-language': locale });
    for (const path of [
      '/me/introductions',
      '/me/preferences',
      page,
      ...['yes', 'no', 'question'].map((name) => `${page}/${name}`),
    ]) {
      await she.open(path);
      expect([path, she.status, she.path]).toEqual([path, 200, path]);
      expect(Buffer.byteLength(she.page) + Buffer.byteLength(STYLE)).toBeLessThan(10_240);
      const tags = tagsOf(she.page);
      expect(tags[0]?.attributes).toEqual({ lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr' });
      expect(tags.map(({ name }) => name)).not.toContain('script');
      expect(tags.find(({ name }) => name === 'a')?.attributes.href).toBe('/leave');
      const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
      expect([path, ids]).toEqual([path, [...new Set(ids)]]);
      for (const { attributes } of tags) {
        for (const id of attributes['aria-describedby']?.split(' ') ?? [])
          expect(ids).toContain(id);
      }
    }
  });

  describe('by the link of a mail', () => {
    /** An ask of Chipo's, and the address that her mail leads to. */
    const mailed = async () => {
      const asked = await asking.forward(await chipoId());
      return { ...asked, link: await lastLink(api, 'chipo@example.org') };
    };
    const press = async (link: string): Promise<PageReader> => {
      const she = await new PageReader(api).open(link);
      return she.submit('/link/introduction');
    };

    it('show nothing and change nothing before the button is pressed', async () => {
      const { link } = await mailed();
      const [mail] = (await mailsTo(api, 'chipo@example.org')).slice(-1);
      expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/Ministry|Mali|Chipo|advis/i);
      const scanner = new PageReader(api);
      for (const method of ['GET', 'GET'] as const) {
        await scanner.send(method, link);
        expect(scanner.status).toBe(200);
        expect(scanner.text).toContain('A message waits for you');
        expect(scanner.page).not.toMatch(/Ministry|Mali|Adviser|Chipo/);
        expect(formsOf(scanner.page).map(({ action }) => action)).toEqual(['/link/introduction']);
        expect(tagsOf(scanner.page).find(({ name }) => name === 'a')?.attributes.href).toBe(
          '/leave',
        );
      }
      // A form of another site, or of a program that sends what it finds, has no cookie of ours.
      const token = new URL(link, 'https://x').searchParams.get('token') ?? '';
      await new PageReader(api).post('/link/introduction', { token }).then(({ status, page }) => {
        expect(status).toBe(403);
        expect(page).not.toContain('Ministry');
      });
      const she = await press(link);
      expect(she.text).toContain('Ministry of Peace would like to meet you');
      expect(she.page).not.toContain(CONTACT);
      // Its token stands in no address that a page leads to.
      const addresses = tagsOf(she.page).flatMap(({ attributes: { href, action } }) => [
        href,
        action,
      ]);
      expect(addresses.filter((one) => one?.includes(token))).toEqual([]);
      expect(tagsOf(she.page).find(({ name }) => name === 'a')?.attributes.href).toBe('/leave');
    });

    it('take a question, a yes and what she releases, one after the other', async () => {
      const asked = await mailed();
      const viewer = mediatorViewer(await chipoId());
      const asks = api.app.get(OwnAskService);
      const she = await press(asked.link);
      await she.submit('/link/introduction', { page: 'question' });
      await she.submit('/link/introduction/question', { text: 'Who else comes?' });
      expect(she.text).toContain('Your question is on its way.');
      await she.submit('/link/introduction');
      await she.submit('/link/introduction', { page: 'yes' });
      await she.submit('/link/introduction/yes', { gifts: 'no' });
      expect(she.status).toBe(422);
      await she.submit('/link/introduction/yes', NO_TIES);
      expect(she.text).toContain('Your yes has been recorded.');
      expect(await asks.byId(viewer, asked.id)).toMatchObject({ state: 'accepted' });
      await confirm(asked);
      const again = await press(await lastLink(api, 'chipo@example.org'));
      await again.submit('/link/introduction', { page: 'release' });
      await api.services.database.query(
        `UPDATE one_time_link SET expires_at = expires_at - interval '95 days' WHERE purpose = 'introduction'`,
      );
      await again.submit('/link/introduction/release', { email: 'chipo@example.net' });
      expect(await asks.byId(viewer, asked.id)).toMatchObject({
        state: 'connected',
        channels: ['email'],
      });
      await again.submit('/link/introduction');
      await again.submit('/link/introduction/take-back');
      expect((await asks.byId(viewer, asked.id)).channels).toEqual([]);
    });

    it('take a no, after which the link does nothing any more', async () => {
      const { link, id } = await mailed();
      const she = await press(link);
      await she.submit('/link/introduction', { page: 'no' });
      await she.submit('/link/introduction/no', { reasons: ['safety-self'] });
      expect(she.text).toContain('Your no has been recorded.');
      expect(she.forms).toEqual([]);
      const view = await api.app.get(OwnAskService).byId(mediatorViewer(await chipoId()), id);
      expect(view).toMatchObject({ state: 'declined', declineReasons: ['safety-self'] });
      const later = await press(link);
      expect([later.status, later.page.includes('Ministry')]).toEqual([410, false]);
    });

    it('give the hold, too', async () => {
      const she = await press((await mailed()).link);
      await she.submit('/link/introduction/hold');
      expect(she.headers['content-type']).toBe('text/calendar; charset=utf-8');
    });

    it('come to her telephone instead, where she wants it so, with one sentence and nothing else', async () => {
      const she = mediatorViewer(await chipoId());
      const preferences = api.app.get(PreferenceService);
      const { channel, listings: _, actingNetworkId: __, ...stated } = await preferences.of(she);
      await preferences.save(she, { ...stated, channel: 'message' });
      const mails = (await mailsTo(api, 'chipo@example.org')).length;
      await asking.forward(she.mediatorId!);
      expect(await mailsTo(api, 'chipo@example.org')).toHaveLength(mails);
      await preferences.save(she, { ...stated, channel });
      const folder = join(api.settings.dataDirectory, 'messages');
      const [file = ''] = await readdir(folder);
      const { to, text } = JSON.parse(await readFile(join(folder, file), 'utf8')) as {
        to: string;
        text: string;
      };
      expect(to).toBe('+254700000003');
      const [sentence, link = ''] = text.split('\n');
      expect(sentence).toBe('A message waits for you:');
      const { pathname, search } = new URL(link);
      expect((await press(pathname + search)).text).toContain('Ministry of Peace would like');
    });

    it('can be made useless by her, with all links to the same ask', async () => {
      const { link, id } = await mailed();
      const other = await mailed();
      const she = await press(link);
      await she.submit('/link/introduction/withdraw');
      expect(she.text).toContain('The link of the mail does nothing any more.');
      expect((await press(link)).status).toBe(410);
      expect((await press(other.link)).status).toBe(200);
      const deeds = await api.services.database.query<{ action: string }>(
        'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY number DESC LIMIT 1',
        [id],
      );
      expect(deeds).toEqual([{ action: 'introduction.withdrawlink' }]);
    });

    it('say alike of every link that is none that it is none', async () => {
      const { link } = await mailed();
      const { services } = api;
      const account = await services.database.query<{ id: string }>(
        'SELECT id FROM account LIMIT 1',
      );
      const elsewhere = await services.database.transaction((tx) =>
        services.identity.links.issue(tx, {
          purpose: 'sign-in',
          accountId: account[0]!.id,
          ttl: 60,
        }),
      );
      await services.database.query(
        `UPDATE one_time_link SET expires_at = now() WHERE purpose = 'introduction'`,
      );
      const pages = new Set<string>();
      for (const address of [
        link,
        `/link/introduction?token=${elsewhere}`,
        '/link/introduction?token=x',
      ]) {
        const she = await press(address);
        expect(she.status).toBe(410);
        pages.add(she.page);
      }
      expect(pages.size).toBe(1);
    });

    it('follow her language, and are small, in all of them', async () => {
      const { link } = await mailed();
      for (const locale of LOCALES) {
        const she = await new PageReader(api, { 'accept-language': locale }).open(link);
        await she.submit('/link/introduction');
        for (const page of ['ask', 'yes', 'no', 'question']) {
          if (page !== 'ask') await she.submit('/link/introduction', { page });
          expect([page, she.status]).toEqual([page, 200]);
          expect(she.page).toContain(`<html lang="${locale}"`);
          expect(Buffer.byteLength(she.page) + Buffer.byteLength(STYLE)).toBeLessThan(10_240);
          if (page !== 'ask') await she.submit('/link/introduction', { page: 'ask' });
        }
      }
    });
  });

  it('do not show a message of the organizer before her desk passes it', async () => {
    const asked = await asking.forward(amina.mediatorId);
    const page = `/me/introductions/${asked.id}`;
    const she = await atHerPage(api, amina);
    await yes(she, asked);
    await confirm(asked);
    await she.open(`${page}/release`);
    await she.submit(`${page}/release`, { relay: 'on' });
    const requests = api.app.get(RequestService);
    const { revision } = await requests.byId(asking.ana, asked.id);
    await requests.sendMessage(asking.ana, asked.id, revision, 'Welcome to Bamako.');
    await she.open(`${page}/messages`);
    expect(she.text).not.toContain('Welcome to Bamako.');
    const desk = api.app.get(DeskAskService);
    const view = await desk.byId(asking.ada, asked.id);
    await desk.passMessage(asking.ada, asked.id, view.revision, view.messages[0]!.id);
    await she.open(`${page}/messages`);
    expect(she.text).toContain('Welcome to Bamako.');
  });
});
