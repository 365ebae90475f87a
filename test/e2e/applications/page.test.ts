import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApplyService } from '#applications';
import { CONSENT_PURPOSES, consentTexts } from '#directory';
import { translator } from '#messages';
import { Vault } from '#vault';
import { LOCALES } from '#vocabulary';
import { makeAccount } from '../../support/accounts.js';
import { openTestApi, type TestApi } from '../../support/api.js';
import { openCalls, WRITTEN, type Applying } from '../../support/applying.js';
import { dumpOf } from '../../support/contacts.js';
import { tagsOf } from '../../support/html-forms.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';
import { makeWoman } from '../../support/woman.js';

const SENT = translator('pages', 'en')('apply.sent');
const EMAIL = 'amina@example.org';

describe('the page of a call', () => {
  let api: TestApi;
  let calls: Applying;
  beforeAll(async () => {
    api = await openTestApi();
    calls = await openCalls(api);
  });
  afterAll(async () => api.close());
  beforeEach(async () => calls.clear());

  const rows = async () =>
    api.services.database.query<{ state: string; mediator: string | null }>(
      'SELECT state, mediator_id AS mediator FROM membership_application ORDER BY id',
    );

  it('says what the call says, in the languages of the call', async () => {
    const she = await new PageReader(api, { 'accept-language': 'sw' }).open(calls.path);
    expect(she.text).toContain('Mediators of the river basin');
    expect(she.text).toContain('Women who mediate.');
    const offered = tagsOf(she.page).flatMap(({ attributes }) => attributes.hreflang ?? []);
    expect(offered).toEqual(['fr', 'ar']);
    await she.open(`${calls.path}?lang=ar`);
    expect(tagsOf(she.page)[0]?.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(she.text).toContain('وسيطات حوض النهر');
  });

  it('is listed at an address of its network that stays the same, while it is not over', async () => {
    const she = await new PageReader(api).open('/apply/acacia');
    const links = () => tagsOf(she.page).flatMap(({ attributes }) => attributes.href ?? []);
    expect(links()).toContain(calls.path);
    await she.open('/apply/fjord?lang=fr');
    expect(she.text).toContain('Ce réseau n’a pas d’appel ouvert en ce moment.');
    const past = await calls.open();
    await calls.calls.close(calls.ada, past.id, past.revision);
    const coming = await calls.open({ opensOn: '2090-01-01' });
    await she.open('/apply/acacia');
    expect(links()).not.toContain(calls.addressOf(past.id));
    expect(links()).toContain(calls.addressOf(coming.id));
    expect((await she.open('/apply/nowhere')).status).toBe(404);
  });

  it('asks for each consent with its text, and ticks none', async () => {
    for (const locale of ['en', 'fr', 'ar'] as const) {
      const she = await new PageReader(api).open(`${calls.path}?lang=${locale}`);
      const { controls } = she.form(`${calls.path}?lang=${locale}`);
      const boxes = controls.filter(({ type }) => type === 'checkbox');
      expect(boxes.map(({ value }) => value)).toEqual(['on', ...CONSENT_PURPOSES]);
      expect(boxes.filter(({ sent }) => sent)).toEqual([]);
      for (const { name, text } of consentTexts(locale)) {
        if (CONSENT_PURPOSES.some((purpose) => purpose === name)) expect(she.text).toContain(text);
      }
      // A screen reader reads the text with its box.
      const tags = tagsOf(she.page);
      const about = tags.flatMap(({ attributes }) =>
        attributes.name === 'consents' ? [attributes['aria-describedby']] : [],
      );
      expect(about).toEqual(CONSENT_PURPOSES.map((purpose) => `${purpose}-text`));
      const texts = tags.filter(({ attributes }) => about.includes(attributes.id));
      expect(texts.map(({ name }) => name)).toEqual(about.map(() => 'blockquote'));
    }
  });

  it('lets a browser fill in what it knows', async () => {
    const she = await new PageReader(api).open(calls.path);
    const filled = tagsOf(she.page).flatMap(({ attributes: { id, autocomplete } }) =>
      autocomplete && autocomplete !== 'off' ? [[id, autocomplete]] : [],
    );
    expect(filled).toEqual([
      ['fullName', 'name'],
      ['displayName', 'nickname'],
      ['residence', 'country-name'],
      ['email', 'email'],
      ['telephone', 'tel'],
    ]);
  });

  it('keeps what she wrote to itself until she confirms it with a button', async () => {
    const she = await calls.apply();
    expect([she.status, she.path]).toEqual([200, `${calls.path}?sent&lang=en`]);
    expect(she.text).toContain(SENT);
    expect(await calls.desk()).toEqual([]);
    const link = await lastLink(api, EMAIL);
    // What a mail scanner does.
    for (let times = 0; times < 3; times++) await new PageReader(api).open(link);
    expect(await rows()).toEqual([{ state: 'unconfirmed', mediator: null }]);
    const confirmed = await calls.press('confirm');
    expect(confirmed.text).toContain('Your application has arrived');
    expect(confirmed.text).not.toContain('Amina');
    expect(await calls.desk()).toMatchObject([{ state: 'submitted', locale: 'en' }]);
    expect(await api.services.database.query('SELECT id FROM mediator')).toEqual([]);
    // A second press does no harm.
    const again = await new PageReader(api).open(link);
    expect(again.text).toContain('Your application has arrived');
  });

  it('takes what she says as an import would: by names in any language, to codes', async () => {
    const { stated } = await calls.submit({ language0: 'français', territories: 'النيجر\nMalí' });
    expect(stated?.changes).toEqual({
      fullName: 'Amina Diallo',
      displayName: 'Amina',
      residence: 'ML',
      years: 12,
      biography: { en: 'I mediate between herders and farmers.' },
      languages: [
        { code: 'fr', level: 'C1' },
        { code: 'bm', level: 'native' },
      ],
      territories: ['NE', 'ML'],
      expertise: [{ code: 'mediation', level: 2 }],
      experience: [
        {
          processName: 'Dialogue of the delta',
          processType: null,
          phase: null,
          role: 'lead-mediator',
          track: null,
          territory: 'ML',
          yearFrom: 2015,
          yearTo: 2018,
        },
      ],
    });
    expect(stated?.consents).toEqual(
      ['LISTED', 'MATCHED'].map((purpose) => ({ purpose, textVersion: '2026-11', language: 'en' })),
    );
  });

  it.each<[string, Record<string, string | null>, string[]]>([
    ['her name', { fullName: '' }, ['fullName']],
    ['a name that can be read', { fullName: 'Ami\u0007na', displayName: '' }, ['fullName']],
    ['an address', { email: '' }, ['email']],
    ['an address that mail can go to', { email: 'amina at example' }, ['email']],
    ['a telephone number', { telephone: 'tel:' }, ['telephone']],
    ['a language', { language0: '', language1: '' }, ['language0']],
    ['a known language', { language0: 'Frensh-ish' }, ['language0']],
    ['a level', { languageLevel1: '' }, ['languageLevel1']],
    ['a topic', { topic0: '' }, ['topic0']],
    ['a territory', { territories: '' }, ['territories']],
    ['a known territory', { territories: 'Mali\nAtlantis' }, ['territories']],
    ['a known country', { residence: 'Atlantis' }, ['residence']],
    ['a number of years', { years: 'many' }, ['years']],
    ['years that there are', { years: '99' }, ['years']],
    ['the name of a process', { process0: '' }, ['process0']],
    ['years in their order', { processTo0: '2010' }, ['processTo0']],
    ['a known country of a process', { processCountry0: 'Atlantis' }, ['processCountry0']],
    ['a code name', { pseudonymous: 'on' }, ['codeName']],
    ['a code name that hides her', { pseudonymous: 'on', codeName: 'Diallo' }, ['codeName']],
    ['the box with a code name', { codeName: 'Heron' }, ['pseudonymous']],
  ])('asks at the field for %s, and keeps all that she wrote', async (_what, changes, wrong) => {
    const she = await calls.apply(changes);
    expect(she.status).toBe(422);
    const tags = tagsOf(she.page);
    const marked = tags.filter(({ attributes }) => attributes['aria-invalid'] === 'true');
    expect(marked.map(({ attributes }) => attributes.id)).toEqual(wrong);
    for (const name of wrong) {
      expect(tags.some(({ attributes }) => attributes.href === `#${name}`)).toBe(true);
      const field = tags.find(({ attributes }) => attributes.id === name);
      expect([name, field?.attributes['aria-invalid'] ?? field?.name]).toEqual([
        name,
        field?.name === 'h2' ? 'h2' : 'true',
      ]);
    }
    const { controls } = she.form(`${calls.path}?lang=en`);
    const expected = { ...WRITTEN, ...changes };
    for (const [name, value] of Object.entries(expected)) {
      const sent = controls.filter((control) => control.name === name && control.sent);
      // Rows without a name are not there any more where all after them are empty, too.
      const gone = value === '' || value === null;
      if (!gone) expect([name, sent.map((one) => one.value)]).toEqual([name, [value].flat()]);
    }
    expect(await rows()).toEqual([]);
  });

  /** Sends the form as it stands, with these fields in place of its own. */
  const post = async (she: PageReader, fields: Record<string, string>) => {
    const { controls } = she.form(`${calls.path}?lang=en`);
    const form = controls.find(({ name }) => name === 'form')?.value ?? '';
    const written = { ...WRITTEN, consents: 'LISTED' } as Record<string, string>;
    return she.post(`${calls.path}?lang=en`, { ...written, form, ...fields });
  };

  it('shows more lines and loses nothing', async () => {
    const she = await new PageReader(api).open(`${calls.path}?lang=en`);
    await post(she, { more: 'processes', language4: 'Hausa', languageLevel4: 'B1' });
    expect(she.status).toBe(200);
    const { controls } = she.form(`${calls.path}?lang=en`);
    const valueOf = (name: string) => controls.find((one) => one.name === name)?.value;
    expect([valueOf('language4'), valueOf('process0')]).toEqual(['Hausa', 'Dialogue of the delta']);
    expect(controls.some(({ name }) => name === 'process3')).toBe(true);
    expect(await rows()).toEqual([]);
  });

  it('takes no consent to a text that is not the one in force', async () => {
    const she = await new PageReader(api).open(`${calls.path}?lang=en`);
    await post(she, { version: '2020-01' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('The texts have changed since you opened this page.');
    const boxes = she
      .form(`${calls.path}?lang=en`)
      .controls.filter(({ type }) => type === 'checkbox');
    expect(boxes.filter(({ sent }) => sent)).toEqual([]);
  });

  it('records the language in which she read the texts, also where the call has lost it meanwhile', async () => {
    const call = await calls.open();
    const path = calls.addressOf(call.id);
    const she = await new PageReader(api).open(`${path}?lang=ar`);
    await calls.calls.edit(calls.ada, call.id, call.revision, {
      languages: ['fr'],
      titles: { fr: 'Médiatrices' },
      criteria: { fr: 'Des femmes.' },
    });
    await she.submit(`${path}?lang=ar`, { ...WRITTEN, email: 'arabic@example.org' });
    await calls.press('confirm', 'arabic@example.org');
    const [view] = await calls.desk();
    expect(view?.locale).toBe('ar');
    expect(view?.stated?.consents.map(({ language }) => language)).toEqual(['ar', 'ar']);
  });

  it('holds a form to its own page, as all forms', async () => {
    const she = await new PageReader(api).open(calls.path);
    await she.post(`${calls.path}?lang=en`, { fullName: 'Amina Diallo' });
    expect(she.status).toBe(403);
    expect(await rows()).toEqual([]);
  });

  it('shows what she wrote as text, and takes as much of it as a profile does', async () => {
    const marker = `"'><script>alert(1)</script></textarea></title>&lt;b&gt;`;
    const she = await calls.apply({ biography: marker, process0: marker, years: marker });
    expect(she.status).toBe(422);
    expect(tagsOf(she.page).some(({ name }) => name === 'script')).toBe(false);
    const { controls } = she.form(`${calls.path}?lang=en`);
    const valueOf = (name: string) => controls.find((one) => one.name === name)?.value;
    for (const name of ['biography', 'process0', 'years']) expect(valueOf(name)).toBe(marker);
    const long = 'سلام '.repeat(4_000).trim();
    const { stated } = await calls.submit({ biography: long });
    expect(stated?.changes.biography).toEqual({ en: long });
    const longer = await calls.apply({ biography: `${long} ${long}` });
    expect([longer.status, longer.text.includes('This is too long.')]).toEqual([422, true]);
  });

  it('says of a language that is there twice that it is', async () => {
    const she = await calls.apply({ language1: 'français' });
    expect([she.status, she.text.includes('This is here twice.')]).toEqual([422, true]);
  });

  it('asks who sends many forms to wait, and keeps what she wrote', async () => {
    const she = new PageReader(api);
    let times = 0;
    for (; times < 10 && she.status !== 429; times++) {
      await she.open(`${calls.path}?lang=en`);
      // All of them lead to one mailbox.
      const email = ['amina', 'Amina', 'amina+1', 'amina+two'][times % 4];
      await she.submit(`${calls.path}?lang=en`, { ...WRITTEN, email: `${email}@example.org` });
    }
    expect(times).toBe(4);
    expect(Number(she.headers['retry-after'])).toBeGreaterThan(0);
    expect(she.text).toContain('Too many attempts.');
    const { controls } = she.form(`${calls.path}?lang=en`);
    expect(controls.find(({ name }) => name === 'fullName')?.value).toBe('Amina Diallo');
    expect((await rows()).length).toBe(3);
  });

  it('is not there for a draft, another network, or an address that is none', async () => {
    const { ada, calls: service } = calls;
    const draft = await service.create(ada, calls.call.networkId, {
      ...calls.call,
      closesOn: '2027-01-01',
    });
    for (const path of [
      `/apply/acacia/${draft.id}`,
      `/apply/fjord/${calls.call.id}`,
      `/apply/nowhere/${calls.call.id}`,
      '/apply/acacia/nonsense',
      '/apply/acacia/01900000-0000-7000-8000-000000000000',
    ]) {
      const she = await new PageReader(api).open(path);
      expect([path, she.status, she.headers['content-type']]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
      ]);
    }
  });

  it('takes applications on its days only', async () => {
    const soon = await calls.open({ opensOn: '2090-03-05', closesOn: '2090-04-05' });
    const she = await new PageReader(api).open(calls.addressOf(soon.id));
    expect(she.text).toContain('You can apply from March 5, 2090 on.');
    expect(she.text).toContain('This call takes no applications at present.');
    expect(she.forms).toEqual([]);
    // The form was open while the call was closed.
    const other = await calls.open();
    const path = calls.addressOf(other.id);
    const late = await new PageReader(api).open(`${path}?lang=en`);
    await calls.calls.close(calls.ada, other.id, other.revision);
    await late.submit(`${path}?lang=en`, WRITTEN);
    expect([late.status, await rows()]).toEqual([409, []]);
    expect(late.text).toContain('This call takes no applications at present.');
  });

  it.each<[string, Record<string, string>]>([
    ['a mistake in it', { fullName: '' }],
    ['more lines asked for', { more: 'topics' }],
  ])('tells her that the call is over before she mends a form, with %s', async (_what, fields) => {
    const call = await calls.open();
    const path = calls.addressOf(call.id);
    const she = await new PageReader(api).open(`${path}?lang=en`);
    const { controls } = she.form(`${path}?lang=en`);
    const form = controls.find(({ name }) => name === 'form')?.value ?? '';
    await calls.calls.close(calls.ada, call.id, call.revision);
    await she.post(`${path}?lang=en`, { form, fullName: 'Amina Diallo', ...fields });
    expect([she.status, she.forms]).toEqual([409, []]);
    expect(she.text).toContain('This call takes no applications at present.');
  });

  it('answers alike whatever is known of her address and her name', async () => {
    const woman = await makeWoman(api, 1, { full_name: 'Amina Diallo', email: EMAIL }, 'fjord');
    const { email: ofAccount } = await makeAccount(api.services, { role: 'organizer' });
    const gone = await makeWoman(api, 2, { full_name: 'Amina Diallo', email: 'gone@example.org' });
    await api.services.erasure.eraseMyself(
      {
        name: 'user:gone',
        requestId: null,
        grants: ['anyone', 'user', 'mediator'],
        clearance: 'PUBLIC',
        userId: null,
        sessionId: null,
        networkIds: [],
        organizationId: null,
        mediatorId: gone.mediatorId,
      },
      'Amina Diallo',
    );
    const seen: unknown[] = [];
    for (const email of ['nobody@example.org', EMAIL, woman.email, ofAccount, 'gone@example.org']) {
      const she = await calls.apply({ email });
      const [mail] = await mailsTo(api, email);
      const { text } = mail!;
      const masked = text.replace(/token=\S+/, '').replace(/until [^.]*/, '');
      seen.push([she.status, she.path, she.text, mail!.subject, masked]);
      await calls.press('confirm', email);
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    const views = (await calls.desk()).map(({ id: _id, submittedAt: _at, ...view }) => view);
    expect(views.length).toBe(5);
    expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(1);
  });

  it('answers alike who has applied before, and tells her alone, by mail', async () => {
    const email = 'twice@example.org';
    const first = await calls.apply({ email });
    await calls.press('confirm', email);
    const [submitted] = await calls.desk();
    const second = await calls.apply({ email, fullName: 'Somebody Else' });
    expect([second.status, second.path, second.text]).toEqual([
      first.status,
      first.path,
      first.text,
    ]);
    const mails = await mailsTo(api, email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'One more step',
      'You have sent this before',
    ]);
    // The link leads to the one that is there.
    expect(mails[1]?.links).toEqual(mails[0]?.links);
    expect(await calls.desk()).toEqual([submitted]);
    expect((await rows()).length).toBe(1);
  });

  it('lets one of several that were sent with her address be confirmed, and drops the others', async () => {
    await calls.apply({ fullName: 'Somebody Else' });
    const foreign = await lastLink(api, EMAIL);
    await calls.apply();
    await calls.press('confirm');
    expect((await calls.desk()).map(({ stated }) => stated?.changes.fullName)).toEqual([
      'Amina Diallo',
    ]);
    expect((await new PageReader(api).open(foreign)).status).toBe(410);
  });

  it('keeps what she confirms while the job that mailed her the link runs once more, because its process died', async () => {
    await calls.apply();
    const link = await lastLink(api, EMAIL);
    const [sent] = await api.services.database.query<{ id: string }>(
      'SELECT id FROM membership_application',
    );
    const vault = api.app.get(Vault);
    const open = vault.open.bind(vault);
    let confirmed: Promise<unknown> | undefined;
    const spy = jest.spyOn(vault, 'open').mockImplementation(async (...value) => {
      if (confirmed) return open(...value);
      const her = { hasEnded: false };
      confirmed = new PageReader(api)
        .open(link)
        .then((she) => she.submit('/link/application/confirm'))
        .finally(() => {
          her.hasEnded = true;
        });
      const waits = async () =>
        api.services.database.query('SELECT FROM pg_locks WHERE NOT granted LIMIT 1');
      while (!her.hasEnded && (await waits()).length === 0) await setImmediate();
      return open(...value);
    });
    try {
      await api.app.get(ApplyService).handle([sent?.id ?? '']);
      await confirmed;
    } finally {
      spy.mockRestore();
    }
    expect(await rows()).toEqual([{ state: 'submitted', mediator: null }]);
  });

  it('seals what she wrote: no table, log or job holds any of it', async () => {
    await calls.apply({ fullName: 'Zqxmark Zqxname', email: 'zqxmark@example.org' });
    await calls.press('confirm', 'zqxmark@example.org');
    // Whole words: sealed bytes hold any three letters by chance.
    const dump = (await dumpOf(api)).toLowerCase();
    for (const word of ['zqxmark', 'zqxname']) expect(dump).not.toContain(word);
  });

  it.each(LOCALES)('is whole in %s, from the form to the mail', async (locale) => {
    const titles = Object.fromEntries(LOCALES.map((one) => [one, `Call ${one}`]));
    const call = await calls.open({ languages: [...LOCALES], titles, criteria: titles });
    const path = calls.addressOf(call.id);
    const t = translator('pages', locale);
    const she = await new PageReader(api).open(`${path}?lang=${locale}`);
    expect(she.text).toContain(t('apply.atRiskAbout'));
    expect(she.text).not.toMatch(/\{\w+\}|undefined|\[object/);
    const english = translator('pages', 'en')('apply.consentsAbout');
    if (locale !== 'en') expect(she.text).not.toContain(english);
    const sent = await calls.apply({}, path, locale);
    expect(sent.text).toContain(t('apply.sent'));
    const mail = (await mailsTo(api, EMAIL)).at(-1);
    expect(mail?.subject).toBe(translator('mails', locale)('application-confirm.subject'));
    const link = await lastLink(api, EMAIL);
    // Whatever her browser reads, and until she asks for another language.
    const page = await new PageReader(api, { 'accept-language': 'de' }).open(link);
    expect(page.text).toContain(t('application.titles.unconfirmed'));
    const swahili = translator('pages', 'sw');
    await page.open(`${link}&lang=sw`);
    await page.submit('/link/application/confirm?lang=sw');
    expect(page.text).toContain(swahili('application.titles.submitted'));
  });
});
