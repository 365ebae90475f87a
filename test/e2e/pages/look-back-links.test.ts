import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AfterActionService,
  AlongsideService,
  DeploymentFeedbackService,
  LookBackClocks,
} from '#deployments';
import { LOCALES } from '#vocabulary';
import { STYLE } from '../../../apps/api/src/pages/views/style.js';
import { makeAccount } from '../../support/accounts.js';
import { openDeployBench, type DeployBench } from '../../support/deploying.js';
import { record } from '../../support/fill.js';
import { formsOf, tagsOf } from '../../support/html-forms.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';
import { atHerPage } from '../../support/woman.js';

const SAID = {
  ratings: [{ quality: 'preparedness', rating: 4 }],
  again: true,
  text: 'She came prepared.',
} as const;

describe('by the links of mails', () => {
  let bench: DeployBench;
  let number = 0;

  beforeAll(async () => {
    bench = await openDeployBench();
    const { app } = bench.api;
    for (const service of [
      LookBackClocks,
      DeploymentFeedbackService,
      AfterActionService,
      AlongsideService,
    ]) {
      Object.assign(app.get<object>(service), { now: () => bench.clock.now });
    }
  });
  afterAll(async () => bench.close());
  beforeEach(() => {
    number += 1;
    bench.clock.now = new Date('2097-01-02T10:00:00Z');
  });

  const reader = (language = 'en') => new PageReader(bench.api, { 'accept-language': language });
  const tokenOf = (link: string) => new URL(link, 'https://x').searchParams.get('token') ?? '';
  const lookBack = async () => bench.api.app.get(LookBackClocks).handle();
  const isSmall = (page: string) => {
    expect(Buffer.byteLength(page) + Buffer.byteLength(STYLE)).toBeLessThan(10_240);
    expect(tagsOf(page).map(({ name }) => name)).not.toContain('script');
    expect(page).not.toMatch(/undefined|\[object|\{\w+\}/);
  };

  describe('feedback', () => {
    const feedback = () => bench.api.app.get(DeploymentFeedbackService);
    /** A woman without an account, whose work has ended, and who was asked how it was. */
    const ended = async () => {
      const made = await bench.active(number);
      const { revision } = await bench.own.byId(made.her, made.id);
      await bench.own.end(made.her, made.id, revision, { reason: 'family', words: '' });
      await lookBack();
      const email = `woman${number}@example.org`;
      return { ...made, email, link: await lastLink(bench.api, email) };
    };
    const given = async (id: string) =>
      bench.api.services.database.query<{ side: string; by: string }>(
        'SELECT side, given_by AS by FROM deployment_feedback WHERE deployment_id = $1',
        [id],
      );

    it('is given, changed and replied to by a woman without an account', async () => {
      const { id, her, email, link } = await ended();
      expect(link).toMatch(/^\/link\/feedback\?token=/);
      const [mail] = (await mailsTo(bench.api, email)).slice(-1);
      expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/Ministry|Mali|Bamako|deploy|advis/i);
      const she = await reader().open(link);
      expect(she.text).not.toContain('Ministry');
      await she.submit('/link/feedback');
      expect(she.text).toContain('Ministry');
      await she.submit('/link/feedback/feedback', { safe: '2' });
      expect(she.status).toBe(422);
      await she.submit('/link/feedback/feedback', { again: 'no', text: 'I was alone.' });
      expect(she.text).toContain('Saved.');
      expect(await given(id)).toEqual([{ side: 'mediator', by: 'system:feedback-link' }]);
      await she.submit('/link/feedback');
      await she.submit('/link/feedback/feedback', { text: 'I was often alone.' });
      expect((await feedback().of(her, id)).given).toMatchObject([
        { again: false, text: 'I was often alone.', revision: 2 },
      ]);
      await feedback().give(bench.ana, id, null, SAID);
      const released = await reader().open(await lastLink(bench.api, email));
      await released.submit('/link/feedback');
      expect(released.text).toContain('She came prepared.');
      await released.submit('/link/feedback/reply', { text: '' });
      expect(released.status).toBe(422);
      await released.submit('/link/feedback/reply', { text: 'Thank you.' });
      const said = await feedback().of(bench.ana, id);
      expect(said.given.find(({ side }) => side === 'organizer')).toMatchObject({
        reply: 'Thank you.',
      });
    });

    it('holds the review of the work, too', async () => {
      const { id, her, link } = await ended();
      const she = await reader().open(link);
      await she.submit('/link/feedback');
      await she.submit('/link/feedback', { page: 'review' });
      expect(she.text).toContain('What was meant to happen?');
      await she.submit('/link/feedback/review', { happened: '' });
      expect(she.status).toBe(422);
      await she.submit('/link/feedback/review', { happened: 'We met twice.', language: 'fr' });
      expect(she.text).toContain('Saved.');
      const reviews = bench.api.app.get(AfterActionService);
      expect(await reviews.of(her, id)).toMatchObject([
        { side: 'mediator', happened: 'We met twice.', language: 'fr' },
      ]);
      // Both have answered: a lesson is drafted, and nothing is changed behind it.
      const draft = { meant: '', happened: 'They came late.', why: '', keep: '', change: '' };
      await reviews.answer(bench.ana, id, null, { ...draft, language: 'en' });
      await she.submit('/link/feedback');
      await she.submit('/link/feedback', { page: 'review' });
      expect(she.text).toContain('Your answers can no longer be changed.');
      expect(she.text).toContain('We met twice.');
      expect(she.text).not.toContain('They came late.');
      expect(formsOf(she.page).map(({ action }) => action)).not.toContain('/link/feedback/review');
    });

    it('shows nothing and changes nothing before a button is pressed', async () => {
      const { id, link } = await ended();
      const scanner = await reader().open(link);
      expect(formsOf(scanner.page).map(({ action }) => action)).toEqual(['/link/feedback']);
      expect(scanner.page).not.toMatch(/Ministry|Mali|Bamako|Adviser/);
      expect(tagsOf(scanner.page).find(({ name }) => name === 'a')?.attributes.href).toBe('/leave');
      const stranger = new PageReader(bench.api);
      for (const path of ['', '/feedback', '/reply', '/review', '/withdraw']) {
        const sent = await stranger.post(`/link/feedback${path}`, { token: tokenOf(link) });
        expect(sent.status).toBe(403);
      }
      expect(await given(id)).toEqual([]);
    });

    it('says alike of every link that does nothing, and lets her make hers useless', async () => {
      const { link } = await ended();
      const she = await reader().open(link);
      await she.submit('/link/feedback');
      await she.submit('/link/feedback/withdraw');
      expect(she.text).toContain('The link of the mail does nothing any more.');
      const pages = new Set<string>();
      for (const address of [link, '/link/feedback?token=x']) {
        const late = await reader().open(address);
        await late.submit('/link/feedback');
        expect(late.status).toBe(410);
        pages.add(late.page);
      }
      expect(pages.size).toBe(1);
    });

    it('is for this work alone, and not for what else is hers', async () => {
      const { link, id } = await ended();
      const she = await reader().open(link);
      await she.submit('/link/feedback');
      const token = tokenOf(link);
      const form = she.form('/link/feedback/withdraw').controls;
      const fields = Object.fromEntries(form.map(({ name, value }) => [name, value]));
      for (const path of ['/link/feedback/stop', '/link/feedback/incident', '/link/check-in']) {
        await she.post(path, { ...fields, token }, { origin: 'null' });
        expect([path, she.status >= 400]).toEqual([path, true]);
      }
      expect((await reader().open(`/me/deployments/${id}`)).path).toBe('/sign-in');
    });

    it('leads a woman with an account to her page', async () => {
      const made = await bench.active(number);
      await makeAccount(bench.api.services, { role: 'mediator', mediatorId: made.herId });
      const { revision } = await bench.own.byId(made.her, made.id);
      await bench.own.end(made.her, made.id, revision, { reason: 'family', words: '' });
      await lookBack();
      expect(await lastLink(bench.api, `woman${number}@example.org`)).toBe('/me/deployments');
    });

    it('is small and in her language, in all of them', async () => {
      const { link } = await ended();
      for (const locale of LOCALES) {
        const she = await reader(locale).open(link);
        isSmall(she.page);
        await she.submit('/link/feedback');
        expect(she.page).toContain(
          `<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`,
        );
        isSmall(she.page);
        await she.submit('/link/feedback', { page: 'review' });
        isSmall(she.page);
      }
    });
  });

  describe('a second place', () => {
    const service = () => bench.api.app.get(AlongsideService);
    /** Work of a mentor beside which a newcomer is proposed; neither has an account. */
    const proposed = async () => {
      const lead = await bench.active(number);
      const newcomer = 7000 + number;
      const mediatorId = (
        await bench.list(
          'acacia',
          record(newcomer, {
            consent: 'LISTED; MATCHED; CONTACTED',
            email: `woman${newcomer}@example.org`,
          }),
        )
      )(newcomer);
      const { id } = await service().propose(bench.ada, {
        deploymentId: lead.id,
        mediatorId,
        form: 'note-taker',
      });
      const emails = {
        mentor: `woman${number}@example.org`,
        newcomer: `woman${newcomer}@example.org`,
      };
      return { id, lead, mediatorId, emails };
    };
    const shown = async (id: string) => (await service().byId(bench.ada, id)).shown;

    it('is agreed to by newcomer and mentor without an account', async () => {
      const { id, emails } = await proposed();
      const link = await lastLink(bench.api, emails.newcomer);
      expect(link).toMatch(/^\/link\/second-place\?token=/);
      const she = await reader().open(link);
      expect(she.text).not.toContain('Ministry');
      await she.submit('/link/second-place');
      expect(she.text).toContain('Your network proposes you for a second place.');
      expect(she.text).toContain('Note taker');
      await she.submit('/link/second-place/agree');
      expect(she.text).toContain('Your agreement has been recorded.');
      await service().agree(bench.ana, id);
      const mentor = await reader().open(await lastLink(bench.api, emails.mentor));
      await mentor.submit('/link/second-place');
      expect(mentor.text).toContain('You would be her mentor.');
      await mentor.submit('/link/second-place/agree');
      expect(await shown(id)).toBe('arranged');
      const after = await reader().open(link);
      await after.submit('/link/second-place');
      expect(after.text).toContain('It is arranged.');
      expect(after.forms.map(({ action }) => action)).toEqual(['/link/second-place/withdraw']);
    });

    it('is declined, and an answer that comes too late is refused', async () => {
      const { id, emails } = await proposed();
      const link = await lastLink(bench.api, emails.newcomer);
      const she = await reader().open(link);
      await she.submit('/link/second-place');
      const late = await reader().open(link);
      await late.submit('/link/second-place');
      await she.submit('/link/second-place/decline');
      expect(she.text).toContain('Only your network learns that it was you.');
      expect(await shown(id)).toBe('ended');
      await late.submit('/link/second-place/agree');
      expect(late.status).toBe(409);
      expect(await shown(id)).toBe('ended');
    });

    it('has links of its own for each of the two', async () => {
      const { id, emails } = await proposed();
      const link = await lastLink(bench.api, emails.newcomer);
      const she = await reader().open(link);
      await she.submit('/link/second-place');
      await she.submit('/link/second-place/agree');
      const mentors = await lastLink(bench.api, emails.mentor);
      const again = await reader().open(link);
      await again.submit('/link/second-place');
      await again.submit('/link/second-place/withdraw');
      const gone = await reader().open(link);
      await gone.submit('/link/second-place');
      expect(gone.status).toBe(410);
      const mentor = await reader().open(mentors);
      await mentor.submit('/link/second-place');
      expect(mentor.status).toBe(200);
      expect(await shown(id)).toBe('waiting');
    });

    it('is small and in her language, in all of them', async () => {
      const { emails } = await proposed();
      const link = await lastLink(bench.api, emails.newcomer);
      for (const locale of LOCALES) {
        const she = await reader(locale).open(link);
        isSmall(she.page);
        await she.submit('/link/second-place');
        expect(she.page).toContain(`<html lang="${locale}"`);
        isSmall(she.page);
      }
    });

    it('is answered on her own page, too', async () => {
      const { id, lead, mediatorId } = await proposed();
      const sign = async (herId: string) =>
        atHerPage(
          bench.api,
          await makeAccount(bench.api.services, { role: 'mediator', mediatorId: herId }),
          { 'accept-language': 'en' },
        );
      const she = await sign(mediatorId);
      expect(she.text).toContain('A second place waits for your answer.');
      await she.open('/me/deployments/second-places');
      expect(she.text).toContain('Your network proposes you for a second place.');
      const stranger = await sign((await bench.connected(8000 + number)).herId);
      await stranger.open('/me/deployments/second-places');
      expect(stranger.text).toContain('There is none so far.');
      await she.submit(`/me/deployments/second-places/${id}/agree`);
      expect([she.path, she.status]).toEqual(['/me/deployments/second-places?done=agree', 200]);
      expect(she.text).toContain('You have agreed.');
      const mentor = await sign(lead.herId);
      await mentor.open(`/me/deployments/${lead.id}`);
      expect(mentor.page).toContain('href="/me/deployments/second-places"');
      await mentor.open('/me/deployments/second-places');
      await mentor.submit(`/me/deployments/second-places/${id}/decline`);
      expect(await shown(id)).toBe('ended');
      for (const locale of LOCALES) {
        const page = await mentor.open(`/me/deployments/second-places?lang=${locale}`);
        isSmall(page.page);
      }
    });
  });

  it('her mentorings are told by her profile once she says so', async () => {
    const { herId } = await bench.connected(number);
    const { services } = bench.api;
    const she = await atHerPage(
      bench.api,
      await makeAccount(services, { role: 'mediator', mediatorId: herId }),
      { 'accept-language': 'en' },
    );
    const id = '01900000-0000-7000-8000-00000000aaaa';
    await services.database.query(
      `INSERT INTO mentoring (id, deployment_id, mentor_id, form, began_on, ended_on)
       VALUES ($1, NULL, $2, 'shadow', '2096-01-01', '2096-02-01')`,
      [id, herId],
    );
    await she.open('/me/deployments/second-places');
    expect(she.text).toContain('You were the mentor.');
    await she.submit(`/me/deployments/second-places/mentorings/${id}/show`);
    expect(she.text).toContain('Your profile tells of it.');
    await she.submit(`/me/deployments/second-places/mentorings/${id}/hide`);
    expect(she.text).toContain('Your profile does not tell of it.');
  });
});
