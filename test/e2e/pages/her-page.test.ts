import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES } from '#vocabulary';
import { openTestApi, type TestApi } from '../../support/api.js';
import { PageReader } from '../../support/page-reader.js';
import { coordinatorViewer, mediatorViewer } from '../../support/viewers.js';
import { atHerPage, makeWoman, type Woman } from '../../support/woman.js';

describe('her own page', () => {
  let api: TestApi;
  let amina: Woman;
  let network: string;

  beforeAll(async () => {
    api = await openTestApi();
    amina = await makeWoman(api, 1, {
      display_name: 'Amina Diallo',
      email: 'amina@example.org',
      telephone: '+1 202 555 0123',
      residence: 'SN',
    });
    network = (await api.services.networks.bySlug('acacia'))!.id;
  });
  afterAll(async () => api.close());

  /** What anyone finds now. */
  const found = async () => {
    const { data } = await api.ask<{ mediators: { edges: { node: { name: string } }[] } }>(
      '{ mediators { edges { node { name } } } }',
    );
    return data!.mediators.edges.map(({ node }) => node.name);
  };

  /** The same when the index has followed. */
  const publicly = async () => {
    await api.services.jobs.drain();
    return found();
  };

  it('asks whoever is not signed in to sign in', async () => {
    const stranger = await new PageReader(api).open('/me');
    expect(stranger.path).toBe('/sign-in');
    expect(stranger.text).toContain('For everybody who has an account here.');
  });

  it('shows everything held about her', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/data');
    expect(she.text).toContain('Everything held about you');
    expect(she.text).toContain('Amina Diallo');
    expect(she.text).toContain('Country where you live Senegal');
    expect(she.text).toContain('Network Network acacia');
    expect(she.text).toContain('+1 202 555 0123');
  });

  it('takes her confirmation', async () => {
    const she = await atHerPage(api, amina);
    expect(she.text).toContain('Last confirmed on October 1, 2026.');
    await she.submit('/me/confirm');
    expect(she.text).toContain('Your profile counts as confirmed from today.');
    expect(she.text).not.toContain('October 1, 2026');
  });

  it('takes a consent back and gives it, each with one button, and both hold at once', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/consents');
    expect(she.text).toContain('I agree that my profile is listed in this directory.');
    expect(await publicly()).toEqual(['Amina Diallo']);
    await she.submit('/me/consents/withdraw', { purpose: 'LISTED' });
    expect(she.text).toContain('Your consent is taken back.');
    expect(await found()).toEqual([]);
    await she.submit('/me/consents/give', { purpose: 'LISTED' });
    expect(she.text).toContain('Your consent is recorded.');
    expect(await publicly()).toEqual(['Amina Diallo']);
    await she.open('/me');
    expect(she.text).not.toContain('You have not consented');
  });

  it('asks her once whether she is compared with other lists, until she has said yes or no', async () => {
    const asked = 'I agree that my entry is compared with the lists of other networks';
    const she = await (await atHerPage(api, amina)).open('/me');
    expect(she.text).toContain(asked);
    await she.submit('/me/consents/refuse', { purpose: 'LINKED' });
    expect(she.text).toContain('Your answer is recorded: no.');
    expect(she.text).not.toContain(asked);
    await she.open('/me/consents');
    await she.submit('/me/consents/give', { purpose: 'LINKED' });
    expect((await she.open('/me')).text).not.toContain(asked);
    const other = await makeWoman(api, 8, { consent: 'LINKED' }, 'baobab');
    expect((await atHerPage(api, other)).text).not.toContain(asked);
  });

  it('says that nobody finds her who has not consented', async () => {
    const unlisted = await makeWoman(api, 7, { consent: 'MATCHED' }, 'baobab');
    const she = await atHerPage(api, unlisted);
    expect(she.text).toContain('nobody finds you in the directory');
  });

  it('narrows who sees a field, and widens it with consent only', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/audiences/residence');
    expect(she.text).toContain('I want this field of my profile to be seen by more people');
    await she.submit('/me/audiences/residence', { audience: 'PUBLIC' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('For more people than usual, agree to the text.');
    const chosen = she
      .form('/me/audiences/residence')
      .controls.find(({ sent, name }) => sent && name === 'audience');
    expect(chosen?.value).toBe('PUBLIC');
    await she.submit('/me/audiences/residence', { audience: 'PUBLIC', wider: 'on' });
    expect(she.text).toContain('Country where you live Everyone');
    await she.open('/me/audiences/residence');
    await she.submit('/me/audiences/residence', { audience: 'CURATOR' });
    expect(she.text).toContain('Country where you live Your own networks only');
  });

  it('never widens who sees the territories that she has ruled out', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/audiences/ruledOut');
    await she.submit('/me/audiences/ruledOut', { audience: 'PUBLIC', wider: 'on' });
    expect(she.status).toBe(422);
  });

  it('sets when and how she can serve', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/availability');
    await she.submit('/me/availability', {
      band: 'limited',
      from0: '2026-03-01',
      to0: '2026-05-31',
      notice: '10',
      mode: 'remote',
    });
    expect(she.text).toContain('Saved.');
    const held = await whole();
    expect(held).toMatchObject({
      availabilityBand: 'limited',
      available: [{ from: '2026-03-01', to: '2026-05-31' }],
      noticeDays: 10,
      workingMode: 'remote',
    });
    await she.submit('/me/availability', { from0: '', to0: '', notice: '' });
    expect(await whole()).toMatchObject({
      available: [{ from: null, to: null }],
      noticeDays: null,
    });
    await she.submit('/me/availability', { notice: '١٠' });
    expect(await whole()).toMatchObject({ noticeDays: 10 });
  });

  it('says beside each field what is wrong with it, and keeps what she wrote', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/availability');
    await she.submit('/me/availability', {
      from1: '2026-05-31',
      to1: '2026-03-01',
      notice: 'soon',
    });
    expect(she.status).toBe(422);
    expect(she.text).toContain('Please check what is marked below.');
    const { controls } = she.form('/me/availability');
    const named = (name: string) => controls.find((control) => control.name === name);
    expect(named('notice')?.value).toBe('soon');
    expect(she.page).toMatch(/id="notice-mistake"/);
    expect(she.page).toMatch(/aria-invalid="true"/);
    // What only a program would read as a number is none.
    for (const notice of ['0x10', '1e1', '1,000', '3.5']) {
      await she.submit('/me/availability', { from1: '', to1: '', notice });
      expect(she.status).toBe(422);
    }
    expect(await whole()).toMatchObject({ noticeDays: 10 });
  });

  it('rules territories out by their names in any language, and takes them back', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/safety');
    await she.submit('/me/safety', { added: 'Niger\nTchad\nالسودان' });
    expect(she.text).toContain('Saved.');
    expect((await whole()).ruledOut).toEqual(['NE', 'SD', 'TD']);
    await she.submit('/me/safety', { ruledOut: ['NE', 'SD'] });
    expect((await whole()).ruledOut).toEqual(['NE', 'SD']);
    await she.submit('/me/safety', { added: 'Atlantis\nMali' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('Atlantis: This is not known here.');
    expect(she.form('/me/safety').controls.find(({ name }) => name === 'added')?.value).toBe(
      'Atlantis\nMali',
    );
    expect((await whole()).ruledOut).toEqual(['NE', 'SD']);
  });

  it('leaves to her whether rankings honour what she has ruled out, and says first what that tells', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/safety');
    expect(she.text).toContain('can then tell that I have ruled a place out, and which one');
    const chosen = async () => {
      const fields = await api.services.audiences.list(
        mediatorViewer(amina.mediatorId),
        amina.mediatorId,
      );
      return fields.find(({ field }) => field === 'ruledOut')?.audience;
    };
    expect(await chosen()).toBe('CURATOR');
    await she.submit('/me/safety/rankings', { rankings: 'VETTED' });
    expect(she.text).toContain('Saved.');
    expect(await chosen()).toBe('VETTED');
    await she.submit('/me/safety/rankings', { rankings: 'CURATOR' });
    expect(await chosen()).toBe('CURATOR');
  });

  it('hides who she is behind a code name, which there must be', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/safety');
    await she.submit('/me/safety', { pseudonymous: 'on', codeName: '' });
    expect(she.status).toBe(422);
    await she.submit('/me/safety', { pseudonymous: 'on', codeName: 'Heron' });
    expect(await publicly()).toContain('Heron');
    expect(await publicly()).not.toContain('Amina Diallo');
    await she.submit('/me/safety', { pseudonymous: null });
    expect(await publicly()).toContain('Amina Diallo');
  });

  it('does not overwrite what somebody changed meanwhile', async () => {
    const first = await (await atHerPage(api, amina)).open('/me/safety');
    const second = await (await atHerPage(api, amina)).open('/me/safety');
    await first.submit('/me/safety', { codeName: 'Ibis' });
    await second.submit('/me/safety', { codeName: 'Crane' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Nothing was overwritten.');
    expect((await whole()).codeName).toBe('Ibis');
  });

  it('shows what she and her networks state of how to reach her, and who has looked and why', async () => {
    await api.services.contacts.view(coordinatorViewer(network), amina.mediatorId, network, {
      purpose: 'VERIFY_IDENTITY',
      reason: 'The road was closed.',
    });
    const she = await (await atHerPage(api, amina)).open('/me/contact');
    expect(she.text).toContain('What the network Network acacia has noted');
    expect(she.text).toContain('+1 202 555 0123');
    expect(she.text).toContain(
      'a coordinator of the network Network acacia To verify who you are. The road was closed.',
    );
    await she.submit('/me/contact', { telephone: '+1 202 555 0199', email: 'nowhere' });
    expect(she.status).toBe(422);
    expect(she.form('/me/contact').controls.find(({ name }) => name === 'telephone')?.value).toBe(
      '+1 202 555 0199',
    );
    await she.submit('/me/contact', { email: 'own@example.org' });
    expect(she.text).toContain('Saved.');
    const [own] = await api.services.contacts.own(viewerOf(amina));
    expect(own?.contact).toMatchObject({ email: 'own@example.org', telephone: '+1 202 555 0199' });
  });

  it('asks for a correction, and shows what became of it', async () => {
    const she = await (await atHerPage(api, amina)).open('/me/corrections');
    await she.submit('/me/corrections', { text: '' });
    expect(she.status).toBe(422);
    await she.submit('/me/corrections', { field: 'residence', text: 'I live in Mali.' });
    expect(she.text).toContain('Your request has been sent to the coordinators.');
    const [asked] = await api.services.corrections.own(viewerOf(amina));
    await api.services.corrections.handle(
      coordinatorViewer(network),
      asked!.id,
      'done',
      'It is right now.',
    );
    await she.open('/me/corrections');
    expect(she.text).toContain('corrected I live in Mali. Answer: It is right now.');
  });

  it('gives all of it to take away, as JSON and as PDF, under a name that says nothing', async () => {
    const she = await atHerPage(api, amina);
    await she.submit('/me/export/json');
    expect(she.headers['content-disposition']).toBe('attachment; filename="document.json"');
    expect(JSON.parse(she.page)).toMatchObject({ id: amina.mediatorId });
    expect(she.page).toContain('+1 202 555 0123');
    await she.open('/me');
    await she.submit('/me/export/pdf');
    expect(she.headers['content-type']).toBe('application/pdf');
    expect(she.page.startsWith('%PDF-')).toBe(true);
  });

  it('lets her choose the language of her mails', async () => {
    const she = await atHerPage(api, amina);
    await she.open('/account');
    await she.submit('/account/language', { language: 'sw' });
    expect(she.text).toContain('Your mails come in this language from now on.');
    const choice = she.form('/account/language').controls.find(({ name }) => name === 'language');
    expect(choice).toMatchObject({ value: 'sw', options: ['', ...LOCALES] });
    await she.submit('/account/language', { language: '' });
    expect([she.status, she.text]).toEqual([422, expect.stringContaining('This is needed.')]);
    const [row] = await api.services.database.query(
      'SELECT locale FROM account WHERE mediator_id = $1',
      [amina.mediatorId],
    );
    expect(row).toEqual({ locale: 'sw' });
    await she.submit('/account/language', { language: 'en' });
  });

  it('lists her sessions and ends them', async () => {
    const she = await atHerPage(api, amina);
    const other = await atHerPage(api, amina);
    await she.open('/account');
    await she.submit('/account/sessions/end-others');
    expect((await other.open('/me')).path).toBe('/sign-in');
    expect((await she.open('/me')).path).toBe('/me');
    const third = await atHerPage(api, amina);
    await she.open('/account');
    const { controls } = she.forms.find(({ action }) => action === '/account/sessions/end')!;
    await she.submit('/account/sessions/end', {
      id: controls.find(({ name }) => name === 'id')!.value,
    });
    expect((await third.open('/me')).path).toBe('/sign-in');
    const last = await atHerPage(api, amina);
    await she.open('/account');
    await she.submit('/account/sessions/end-all');
    expect(she.text).toContain('You are signed out');
    expect((await she.open('/me')).path).toBe('/sign-in');
    expect((await last.open('/me')).path).toBe('/sign-in');
  });

  it('signs her out, and an old cookie opens nothing', async () => {
    const she = await atHerPage(api, amina);
    const cookies = new Map(she.cookies);
    await she.submit('/sign-out');
    expect(she.text).toContain('You are signed out');
    expect(await reopened(she, cookies)).toBe('/sign-in');
  });

  it('is left quickly: to a neutral page, with nothing left behind', async () => {
    const she = await atHerPage(api, amina);
    const cookies = new Map(she.cookies);
    expect(she.page).toContain('href="/leave"');
    await she.open('/leave');
    expect(she.status).toBe(303);
    expect(she.headers.location).toBe('https://www.wikipedia.org/');
    expect(await reopened(she, cookies)).toBe('/sign-in');
  });

  it('erases her when she has written her name, and nobody else', async () => {
    const zuri = await makeWoman(api, 9, { display_name: 'Zuri Okoye' });
    const she = await (await atHerPage(api, zuri)).open('/me/erase');
    await she.submit('/me/erase', { confirmation: 'Zuri' });
    expect(she.status).toBe(422);
    expect(she.text).toContain('That is not the name in the directory.');
    await she.submit('/me/erase', { confirmation: 'Zuri Okoye' });
    expect(she.text).toContain('Everything is erased');
    expect((await she.open('/me')).path).toBe('/sign-in');
    const rows = await api.services.database.query('SELECT FROM mediator WHERE id = $1', [
      zuri.mediatorId,
    ]);
    expect(rows).toEqual([]);
    expect(await publicly()).toHaveLength(1);
  });

  const viewerOf = ({ id, mediatorId }: Woman) => ({
    ...coordinatorViewer(),
    name: `user:${id}`,
    userId: id,
    grants: ['anyone', 'user', 'mediator'] as const,
    mediatorId,
  });

  const whole = async () => api.services.profiles.whole(viewerOf(amina), amina.mediatorId);

  const reopened = async (reader: PageReader, cookies: Map<string, string>): Promise<string> => {
    for (const [name, value] of cookies) reader.cookies.set(name, value);
    return (await reader.open('/me')).path;
  };
});
