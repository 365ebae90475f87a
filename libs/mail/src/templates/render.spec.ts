import { describe, expect, it } from '@jest/globals';
import { pattern } from '#messages';
import { LOCALES } from '#vocabulary';
import { render, renderMessage } from './render.js';
import { TEMPLATES, type Template, type TemplateParameters } from './template.js';

const LINK = 'https://baraza.example.org/invitation#0f_x-Y';
const once = { link: LINK, until: new Date('2026-03-05T16:07:00Z') };
const event = { link: LINK, at: new Date('2026-03-05T16:07:00Z') };
const page = { link: LINK };
const GIVEN: TemplateParameters = {
  invitation: once,
  'verify-email': once,
  'already-registered': page,
  'password-reset': once,
  'sign-in-link': once,
  'password-changed': event,
  'second-factor-removed': event,
  'new-sign-in': event,
  'profile-confirm': once,
  'profile-stale': page,
  'correction-asked': page,
  'correction-handled': page,
  'organization-verified': page,
  'consent-withdrawn-notice': { ...page, reference: '0199a6f0-7c1e-7b52-a0fd-2d8a3a1f9d11' },
  'application-confirm': once,
  'application-already': page,
  'application-accepted': page,
  'application-declined': page,
  'applications-wait': page,
  'session-ended': event,
  'webhook-disabled': page,
  'introduction-desk-waits': once,
  'introduction-desk-reminder': once,
  'introduction-desk-overdue': page,
  'introduction-asked': once,
  'introduction-reminder': once,
  'introduction-returned': once,
  'introduction-question': once,
  'introduction-answered': once,
  'introduction-accepted': once,
  'introduction-confirmed': once,
  'introduction-connected': page,
  'introduction-ended': page,
  'introduction-stood-down': page,
  'introduction-terms-changed': once,
  'introduction-message': page,
  'deployment-check-in': once,
  'deployment-check-in-missed': page,
  'deployment-ending': once,
  'deployment-clearance-due': once,
  'deployment-feedback-asked': once,
  'deployment-emergency-opened': page,
  'need-candidates': page,
  'copy-recalled': page,
  'breach-told': page,
  'wps-owing': {
    ...page,
    owed: {
      named: [{ what: { en: 'PUBLIC 1', ar: 'علني' }, to: null, by: new Date('2026-12-10') }],
      more: true,
    },
  },
  'wps-meeting-pack': { ...page, until: new Date('2026-12-10') },
};
const mailsIn = (locale: (typeof LOCALES)[number]) =>
  TEMPLATES.map((template) => render(template, GIVEN[template], locale));

describe('mails', () => {
  it('say what there is to do', () => {
    expect(render('password-changed', event, 'en')).toEqual({
      subject: 'Your password was changed',
      text: [
        'The password of your Baraza account was changed on March 5, 2026 at 16:07:00 UTC. If it was you, there is nothing more to do.',
        'If it was not you, choose a new password at once and end all sessions:',
        LINK,
        '-- \nThis message was sent automatically. Answers to it are not read.\n',
      ].join('\n\n'),
    });
  });

  it('write moments in the zone of the recipient, and days as they are', () => {
    const at = (zone?: string) => render('introduction-asked', once, 'en', zone).text;
    expect(at()).toContain('until March 5, 2026 at 16:07:00 UTC.');
    expect(at('Africa/Nairobi')).toContain('until March 5, 2026 at 19:07:00 GMT+3.');
    // Six days later New York puts its clocks forward.
    expect(at('America/New_York')).toContain('until March 5, 2026 at 11:07:00 EST.');
    const day = { link: LINK, until: new Date('2026-03-05') };
    const near = render('deployment-ending', day, 'en', 'America/New_York').text;
    expect(near).toContain('March 5, 2026.');
    expect(() => at('Mars/Olympus')).toThrow(RangeError);
  });

  it('say of introductions and deployments nothing but that something waits', () => {
    const told =
      /introduc|deploy|mediat|organi[sz]|network|mission|need|process|role|terms|team|contact|countr|travel|safe|emergenc|incident|consent|profile/i;
    for (const template of TEMPLATES.filter((name) =>
      /^(introduction|deployment|breach)-/.test(name),
    )) {
      const { subject, text } = render(template, GIVEN[template], 'en');
      const words = text.replace(LINK, '').replace('needs no answer', '');
      expect(`${subject}\n${words}`).not.toMatch(told);
    }
  });

  it('name what an actor has made public, a line each, and nothing that leads elsewhere', () => {
    const owing = (what: string, to: string | null = null, more = false) =>
      render(
        'wps-owing',
        { ...page, owed: { named: [{ what: { en: what }, to, by: null }], more } },
        'en',
      ).text;
    expect(owing('Report', 'Parliament', true)).toContain(
      '\n\n- Report · to Parliament\n- Something that is not named in a mail\n\n',
    );
    for (const wrong of ['https://x.example', 'see www.x.example', 'a@b.example', 'two\nlines']) {
      expect(() => owing(wrong)).toThrow('cannot hold');
      expect(() => owing('Report', wrong)).toThrow('cannot hold');
    }
  });

  it('are the closed list', () => {
    expect(Object.keys(GIVEN).toSorted()).toEqual([...TEMPLATES].toSorted());
  });

  describe.each(LOCALES)('in %s', (locale) => {
    it.each(TEMPLATES)('%s uses every parameter, and the link by itself', (template) => {
      const text = pattern('mails', locale, `${template}.text`);
      const used = [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);
      expect(new Set(used)).toEqual(new Set(Object.keys(GIVEN[template])));
      expect(text.split('\n\n').filter((paragraph) => paragraph === '{link}')).toHaveLength(1);
      const rendered = render(template, GIVEN[template], locale);
      expect(rendered.subject).not.toMatch(/[{}\n\r]/);
      expect(rendered.text).toContain(`\n\n${LINK}\n`);
      expect(rendered.text).not.toMatch(/[{}\r]/);
    });

    it('no two mails are alike', () => {
      const mails = mailsIn(locale);
      expect(new Set(mails.map(({ subject }) => subject)).size).toBe(TEMPLATES.length);
      expect(new Set(mails.map(({ text }) => text)).size).toBe(TEMPLATES.length);
    });
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))(
    'leave nothing in English in %s',
    (locale) => {
      const sentences = (language: (typeof LOCALES)[number]) =>
        TEMPLATES.flatMap((template) => [
          pattern('mails', language, `${template}.subject`),
          ...pattern('mails', language, `${template}.text`).split('\n\n'),
        ]).filter((sentence) => !/^\{\w+\}$/.test(sentence));
      const english = new Set(sentences('en'));
      for (const sentence of [...sentences(locale), pattern('mails', locale, 'footer')]) {
        expect(english.has(sentence)).toBe(false);
        const words = sentence.replaceAll(/\{[^}]*\}/g, '');
        expect(words).not.toMatch(/\b(the|your|you|this|was|not|with|has)\b/i);
      }
    },
  );

  it('are written in the letters of their language', () => {
    for (const { subject, text } of mailsIn('ar')) {
      const words = `${subject}\n${text.replace(LINK, '').replace(/[\w-]{36}/, '')}`;
      expect(words.replaceAll(/Baraza|UTC/g, '')).not.toMatch(/[a-z]/i);
    }
  });

  it.each(LOCALES)('are one sentence and the link on a telephone, in %s', (locale) => {
    const text = renderMessage(LINK, locale);
    expect(text).toMatch(/^.{10,40}:\n/u);
    expect(text.split('\n')[1]).toBe(LINK);
    expect(() => renderMessage('javascript:alert(1)', locale)).toThrow(TypeError);
  });

  it.each<[Template, object]>([
    ['profile-stale', { link: 'javascript:alert(1)' }],
    ['profile-stale', { link: 'https://baraza.example.org/\nBcc: x@example.org' }],
    ['profile-stale', { link: 'https://baraza.example.org/ Dear friend' }],
    ['profile-stale', { link: LINK, displayName: 'Amina' }],
    ['consent-withdrawn-notice', { link: LINK, reference: 'Amina Diallo' }],
  ])('of %s are told nothing like %j', (template, parameters) => {
    expect(() => render(template, parameters as never, 'en')).toThrow(TypeError);
  });
});
