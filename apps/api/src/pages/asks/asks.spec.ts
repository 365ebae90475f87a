import { describe, expect, it } from '@jest/globals';
import { INTERESTS, NO_TERMS, type OwnAskView } from '#introductions';
import { PUBLIC_VIEWER } from '#identity';
import { LOCALES, type Locale } from '#vocabulary';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../html/html.js';
import { introductionsPage } from './asks.page.js';
import { Form } from '../request/form.js';
import { Visit } from '../request/visit.js';
import { STYLE } from '../views/style.js';
import { ASK_PAGES, ASK_STEPS, isOpen, type AskPlace } from './ask-place.js';
import { AskSteps } from './ask-steps.js';
import { askPage, standing } from './ask.page.js';

const ID = '0199a6f0-7c1e-7b52-a0fd-2d8a3a1f9d11';
const TOKEN = 'x'.repeat(43);
const DUE = new Date('2026-03-05T16:07:00Z');

const ASK: OwnAskView = {
  id: ID,
  needId: ID,
  needTitle: 'Dialogue between herders and farmers in the Liptako-Gourma',
  processName: 'Local dialogues of the tri-border area',
  confidentiality: 'restricted',
  insiderTies: 'disclosed',
  organizationName: 'Centre for Humanitarian Dialogue, Sahel office',
  urgency: 'flash',
  state: 'forwarded',
  requestedAt: DUE,
  terms: {
    ...NO_TERMS,
    purpose:
      'Prepare and lead two rounds of talks on grazing corridors, and make sure that women of both communities speak at them.',
    role: 'Lead mediator with a local team of four',
    mode: 'hybrid',
    support: 'direct-mediation',
    engagement: 'consultant',
    startsOn: '2026-03-20',
    endsOn: '2026-05-31',
    percent: 60,
    territory: 'NE',
    placeWords: 'Niamey and Tillabéri, two journeys',
    workingLanguages: ['fr', 'ha', 'ff'],
    host: 'Regional council of Tillabéri',
    costs: { fee: 'organizer', travel: 'organizer', insurance: 'organizer', security: 'host' },
    feeWords: '450 EUR a day, 40 days',
    securityArrangements: 'Armoured car outside of Niamey, evacuation by UNHAS, daily check-ins.',
    reportingLine: 'Head of the Sahel office',
    confidentiality:
      'Only the two delegations and the donor know of the talks before the last day.',
    riskNote:
      'Armed groups control roads north of Tillabéri. Two local mediators were threatened last year.',
  },
  termsRevision: 2,
  acceptedTermsRevision: null,
  forwardedAt: DUE,
  answerDueAt: DUE,
  pausedAt: null,
  lapsesAt: null,
  acceptedAt: null,
  reviewedAt: null,
  confirmedAt: null,
  connectedAt: null,
  endedAt: null,
  question: null,
  answer: null,
  declaration: null,
  declarationOutcome: null,
  declineReasons: [],
  shared: false,
  withdrawal: null,
  notEngaged: null,
  channels: [],
  messages: [],
  revision: 5,
  timeZone: 'Africa/Niamey',
  pseudonymous: false,
  contactReads: 0,
};

const CONFIRMED = { ...ASK, state: 'confirmed', lapsesAt: DUE } as const;
const CONNECTED: OwnAskView = {
  ...ASK,
  state: 'connected',
  channels: ['email', 'relay'],
  terms: {
    ...ASK.terms,
    contactPerson: { name: 'Salif', email: 'salif@example.org', telephone: null },
  },
};

function visitIn(locale: Locale, method = 'GET'): Visit {
  const reply = { status: () => reply, type: () => reply, header: () => reply };
  const request = { method, url: `/me/introductions/${ID}` };
  return new Visit(
    request as unknown as FastifyRequest,
    reply as unknown as FastifyReply,
    PUBLIC_VIEWER,
    locale,
    TOKEN,
    '',
  );
}

function placeIn(visit: Visit, ask: OwnAskView): AskPlace {
  return {
    visit,
    viewer: visit.viewer,
    ask,
    own: true,
    way: (page, label) => html`<p><a href="/me/introductions/${ask.id}/${page}">${label}</a></p>`,
    hold: (label) => html`<p><a href="/me/introductions/${ask.id}/hold">${label}</a></p>`,
    form: (step, fields) => visit.form(`/me/introductions/${ask.id}/${step}`, fields),
    with: (now) => placeIn(visit, now),
  };
}

const refusing = new AskSteps({
  byId: async () => ASK,
} as never);

describe('the pages of an ask', () => {
  const everyTie = Object.fromEntries(
    INTERESTS.flatMap((interest) => [
      [interest, 'yes'],
      [`${interest}-line`, ''],
    ]),
  );
  const shown: [string, (visit: Visit) => Promise<string>][] = [
    ['the ask', async (visit) => visit.show(askPage(placeIn(visit, ASK)))],
    ['the ask, connected', async (visit) => visit.show(askPage(placeIn(visit, CONNECTED)))],
    [
      'ten asks',
      async (visit) =>
        visit.show(
          introductionsPage(
            visit,
            Array.from({ length: 12 }, () => ASK),
          ),
        ),
    ],
    ...ASK_PAGES.map((page): (typeof shown)[number] => {
      const ask = page === 'release' ? CONFIRMED : page === 'messages' ? CONNECTED : ASK;
      return [
        page,
        async (visit) => visit.show(refusing.page(placeIn(visit, ask), page, Form.of(null))),
      ];
    }),
  ];

  describe.each(LOCALES)('in %s', (locale) => {
    it.each(shown)('%s is smaller than 10 KiB with its style', async (_, show) => {
      const page = await show(visitIn(locale));
      expect(Buffer.byteLength(page) + Buffer.byteLength(STYLE)).toBeLessThan(10_240);
      expect(page).not.toMatch(/<script|undefined|\[object|\{\w+\}/);
    });
  });

  it('grow little where every line of a yes is missing', async () => {
    const visit = visitIn('ar', 'POST');
    const form = new Form(new URLSearchParams(everyTie));
    const again = await refusing.take(placeIn(visit, ASK), 'yes', form);
    expect(again?.status).toBe(422);
    const page = visit.show(again!.page);
    // Seven sentences at the top and seven beside the lines, on a page of under 10 KiB.
    expect(Buffer.byteLength(page) + Buffer.byteLength(STYLE)).toBeLessThan(11_776);
  });

  it('can be left quickly, before all else', async () => {
    for (const [, show] of shown) {
      const page = await show(visitIn('en'));
      expect(/<a [^>]*href="([^"]*)"/.exec(page)?.[1]).toBe('/leave');
    }
  });

  it('say until when by the clocks of her zone', () => {
    const visit = visitIn('en');
    expect(standing({ visit, ask: ASK })).toContain('until March 5, 2026 at 5:07 PM GMT+1.');
    const paused = { ...ASK, pausedAt: DUE, lapsesAt: DUE };
    expect(standing({ visit, ask: paused })).toContain('stands still');
  });

  it('are open in the states in which the step can be taken', () => {
    const open = (ask: OwnAskView) => ASK_STEPS.filter((step) => isOpen({ ask }, step));
    expect(open(ASK)).toEqual(['yes', 'no', 'question']);
    expect(open({ ...ASK, question: 'Who else comes?' })).toEqual(['yes', 'no']);
    expect(open({ ...ASK, state: 'accepted' })).toEqual(['no']);
    expect(open(CONFIRMED)).toEqual(['no', 'release']);
    expect(open(CONNECTED)).toEqual(['messages', 'take-back']);
    expect(open({ ...CONNECTED, state: 'engaged', channels: ['email'] })).toEqual(['take-back']);
    expect(open({ ...CONNECTED, channels: ['relay'] })).toEqual(['messages', 'take-back']);
    for (const state of ['declined', 'expired', 'withdrawn', 'stood-down', 'lapsed'] as const) {
      expect(open({ ...ASK, state })).toEqual([]);
    }
  });
});
