import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LOCALES } from '#vocabulary';
import { STYLE } from '../../../apps/api/src/pages/views/style.js';
import { openDeployBench, type DeployBench } from '../../support/deploying.js';
import { formsOf, tagsOf } from '../../support/html-forms.js';
import { lastLink, mailsTo } from '../../support/mails.js';
import { PageReader } from '../../support/page-reader.js';

const PLAN = {
  rhythm: 'daily',
  checkInTime: '12:00',
  timeZone: 'Africa/Bamako',
  graceHours: 4,
} as const;

describe('a check-in by the link of a mail', () => {
  let bench: DeployBench;
  let number = 0;
  let made: Awaited<ReturnType<DeployBench['active']>>;
  let email: string;

  beforeAll(async () => {
    bench = await openDeployBench();
  });
  afterAll(async () => bench.close());
  /** A woman at work, without an account, who checks in daily at noon. */
  beforeEach(async () => {
    number += 1;
    bench.clock.now = new Date('2097-01-02T10:00:00Z');
    made = await bench.active(number);
    email = `woman${number}@example.org`;
    const { revision } = await bench.own.byId(made.her, made.id);
    await bench.own.planCheckIns(made.her, made.id, revision, PLAN);
  });

  const at = async (time: string) => {
    bench.clock.now = new Date(time);
    await bench.clocks.handle();
  };
  const asked = async (day = '04') => {
    await at(`2097-01-${day}T12:00:00Z`);
    return lastLink(bench.api, email);
  };
  const reader = (language = 'en') => new PageReader(bench.api, { 'accept-language': language });
  const last = async () => {
    const all = await bench.desk.checkInsOf(bench.ada, made.id);
    return all.find(({ state }) => state !== 'due');
  };

  it('takes one press, for a woman without an account', async () => {
    const she = await reader().open(await asked());
    await she.submit('/link/check-in');
    expect(she.path).toBe('/link/check-in?done=check-in');
    expect(she.text).toContain('Your network knows that you are well.');
    expect(she.forms).toEqual([]);
    expect(await last()).toMatchObject({ state: 'made', channel: 'link', wantsCall: false });
    const deeds = await bench.api.services.database.query<{ action: string; actor: string }>(
      'SELECT action, actor FROM audit_entry ORDER BY number DESC LIMIT 1',
    );
    expect(deeds).toEqual([{ action: 'deployment.checkin', actor: 'system:check-in-link' }]);
  });

  it('asks the desk to call her', async () => {
    const link = await asked();
    const before = await bench.mailsTo({ accountId: bench.bea.userId });
    const she = await reader().open(link);
    await she.submit('/link/check-in/call');
    expect(she.text).toContain('Your network has been asked to call you.');
    expect(await last()).toMatchObject({ state: 'made', channel: 'link', wantsCall: true });
    expect((await bench.mailsTo({ accountId: bench.bea.userId })) - before).toBe(1);
  });

  it('shows nothing and answers nothing before a button is pressed', async () => {
    const link = await asked();
    const [mail] = (await mailsTo(bench.api, email)).slice(-1);
    expect(`${mail!.subject} ${mail!.text}`).not.toMatch(/Ministry|Mali|Bamako|deploy|advis/i);
    const scanner = reader();
    for (const method of ['GET', 'GET'] as const) {
      await scanner.send(method, link);
      expect(scanner.status).toBe(200);
      expect(scanner.page).not.toMatch(/Ministry|Mali|Bamako|Adviser/);
      const actions = formsOf(scanner.page).map(({ action }) => action);
      expect(actions).toEqual(['/link/check-in', '/link/check-in/call']);
      const tags = tagsOf(scanner.page);
      expect(tags.map(({ name }) => name)).not.toContain('script');
      expect(tags.find(({ name }) => name === 'a')?.attributes.href).toBe('/leave');
    }
    // A program that sends what it finds has no cookie of ours.
    const token = new URL(link, 'https://x').searchParams.get('token') ?? '';
    expect((await new PageReader(bench.api).post('/link/check-in', { token })).status).toBe(403);
    expect(await last()).toBeUndefined();
  });

  it('works once, and not any more when she was heard in another way', async () => {
    const first = await asked();
    const second = await reader().open(first);
    await (await reader().open(first)).submit('/link/check-in');
    await second.submit('/link/check-in');
    expect(second.status).toBe(410);
    expect(second.text).toContain('If you have answered already, there is nothing left to do.');
    const next = await asked('05');
    await bench.own.checkIn(made.her, made.id, false);
    const late = await reader().open(next);
    await late.submit('/link/check-in');
    expect(late.status).toBe(410);
  });

  it('still counts after her grace, also by the link of an earlier mail', async () => {
    const link = await asked();
    await at('2097-01-04T16:00:00Z');
    await asked('05');
    expect(await bench.desk.byId(bench.ada, made.id)).toMatchObject({ missing: true });
    await (await reader().open(link)).submit('/link/check-in');
    expect(await bench.desk.byId(bench.ada, made.id)).toMatchObject({ missing: false });
  });

  it('says alike of every link that is none, and of one to work that is over', async () => {
    const link = await asked();
    const { revision } = await bench.own.byId(made.her, made.id);
    await bench.own.end(made.her, made.id, revision, { reason: 'family', words: '' });
    const pages = new Set<string>();
    for (const address of [link, '/link/check-in?token=x']) {
      for (const action of ['/link/check-in', '/link/check-in/call']) {
        const she = await reader().open(address);
        await she.submit(action);
        expect(she.status).toBe(410);
        pages.add(she.page);
      }
    }
    expect(pages.size).toBe(1);
  });

  it('is small and in her language, in all of them', async () => {
    const link = await asked();
    for (const locale of LOCALES) {
      const she = await reader(locale).open(link);
      expect(she.page).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(Buffer.byteLength(she.page) + Buffer.byteLength(STYLE)).toBeLessThan(10_240);
    }
  });
});
