import {
  INTERESTS,
  OwnAskService,
  type AskDeclineReason,
  type Declaration,
  type Interest,
} from '#introductions';
import { ConflictError, InvalidInputError, InvalidStateError } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { Form } from '../request/form.js';
import type { Page } from '../views/layout.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import {
  lineOf,
  messagesPage,
  noPage,
  questionPage,
  releasePage,
  yesPage,
  type YesWritten,
} from './answer.pages.js';
import { isOpen, type AskPage, type AskPlace, type AskStep } from './ask-place.js';
import { askPage } from './ask.page.js';

/** A page that shows what she wrote again, and why. */
export interface Again {
  readonly page: Page;
  readonly status: number;
}

/** The pages on which she answers an ask, and what their forms do: the same on her own page and behind a link. */
@Injectable()
export class AskSteps {
  constructor(private readonly asks: OwnAskService) {}

  /** The page as it is opened; the ask itself where it is not open to her now. */
  page(place: AskPlace, page: AskPage, form: Form): Page {
    return isOpen(place, page) ? PAGES[page](place, form, NO_MISTAKES) : askPage(place);
  }

  /** Takes a step. Null when it is taken. What she wrote is kept where it is not. */
  async take(place: AskPlace, step: AskStep, form: Form): Promise<Again | null> {
    const { t } = place.visit;
    if (!isOpen(place, step)) return { page: askPage(place, t('ask.stale')), status: 409 };
    const found = mistakesIn(place, step, form);
    const again = (mistakes: Mistakes, status: number): Again => ({
      page: step === 'take-back' ? askPage(place) : PAGES[step](place, form, mistakes),
      status,
    });
    if (found !== null) return again(found, found.size === 0 ? 200 : 422);
    try {
      await this.act(place, step, form);
      return null;
    } catch (error) {
      if (error instanceof InvalidInputError) return again(mistakesOf(error, t, FIELDS), 422);
      if (error instanceof ConflictError || error instanceof InvalidStateError) {
        return this.afterChange(place, step, form);
      }
      throw error;
    }
  }

  /**
   * The ask has changed since she opened the page. What she wrote is kept where it can still be sent, but a yes is
   * given to terms that she has read.
   */
  private async afterChange(place: AskPlace, step: AskStep, form: Form): Promise<Again> {
    const now = place.with(await this.asks.byId(place.viewer, place.ask.id));
    const stale = place.visit.t('ask.stale');
    const kept = step !== 'yes' && step !== 'take-back' && isOpen(now, step);
    const page = kept ? PAGES[step](now, form, new Map([['', stale]])) : askPage(now, stale);
    return { page, status: 409 };
  }

  private async act({ viewer, ask }: AskPlace, step: AskStep, form: Form): Promise<void> {
    const { asks } = this;
    const at = [viewer, ask.id, Number(form.text('revision'))] as const;
    switch (step) {
      case 'yes': {
        const termsRevision = Number(form.text('terms'));
        await asks.accept(...at, { termsRevision, declaration: declarationIn(form) });
        return;
      }
      case 'no':
        await asks.decline(...at, {
          reasons: reasonsIn(form),
          words: form.text('words') || null,
          share: form.has('share'),
        });
        return;
      case 'question':
        await asks.ask(...at, form.text('text'));
        return;
      case 'release':
        await asks.release(...at, {
          email: form.text('email') || null,
          telephone: form.text('telephone') || null,
          relay: form.has('relay'),
        });
        return;
      case 'messages':
        await asks.sendMessage(...at, form.text('text'));
        return;
      case 'take-back':
        await asks.takeBack(...at);
    }
  }
}

/** Which field of a form a path of the service stands in, where the names differ. */
const FIELDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(INTERESTS.map((interest) => [`declaration.${interest}`, lineOf(interest)])),
  question: 'text',
};

/** Each page with what she has written on it. */
const PAGES: Readonly<Record<AskPage, (place: AskPlace, form: Form, mistakes: Mistakes) => Page>> =
  {
    yes: (place, form, mistakes) => yesPage(place, { ...yesIn(form), mistakes }),
    no: (place, form, mistakes) =>
      noPage(place, {
        reasons: form.all('reasons'),
        words: form.text('words'),
        share: form.has('share'),
        mistakes,
      }),
    question: (place, form, mistakes) => questionPage(place, { text: form.text('text'), mistakes }),
    release: (place, form, mistakes) =>
      releasePage(place, {
        email: form.text('email'),
        telephone: form.text('telephone'),
        relay: form.has('relay'),
        mistakes,
      }),
    messages: (place, form, mistakes) => messagesPage(place, { text: form.text('text'), mistakes }),
  };

/** What the form itself shows to be wrong; null where nothing is. Empty where a line is to be written first. */
function mistakesIn({ visit }: AskPlace, step: AskStep, form: Form): Mistakes | null {
  const { t } = visit;
  const missing = t('mistakes.codes.MISSING');
  if (
    step === 'release' &&
    !['email', 'telephone', 'relay'].some((name) => form.text(name) !== '')
  ) {
    return new Map([['relay', t('release.none')]]);
  }
  if ((step === 'question' || step === 'messages') && form.text('text') === '') {
    return new Map([['text', missing]]);
  }
  if (step !== 'yes') return null;
  const { ties, more } = yesIn(form);
  const mistakes = new Map<string, string>();
  for (const interest of INTERESTS) {
    const { answer, line } = ties[interest];
    if (answer !== 'yes' && answer !== 'no') mistakes.set(interest, missing);
    if (answer === 'no' && line !== '') mistakes.set(interest, t('yes.lineWithNo'));
    if (answer === 'yes' && line === '' && form.has(lineOf(interest))) {
      mistakes.set(lineOf(interest), missing);
    }
  }
  return mistakes.size > 0 || more ? mistakes : null;
}

/** Her answers; a line is asked for where she has said yes, and stays in sight where one is written. */
function yesIn(form: Form): Omit<YesWritten, 'mistakes'> {
  const ties = Object.fromEntries(
    INTERESTS.map((interest) => [
      interest,
      { answer: form.text(interest), line: form.text(lineOf(interest)) },
    ]),
  ) as YesWritten['ties'];
  const asked = INTERESTS.filter(
    (interest) => ties[interest].answer === 'yes' || ties[interest].line !== '',
  );
  return {
    ties,
    asked: new Set<Interest>(asked),
    more: asked.some((interest) => !form.has(lineOf(interest))),
  };
}

function declarationIn(form: Form): Declaration {
  const { ties } = yesIn(form);
  return Object.fromEntries(
    INTERESTS.filter((interest) => ties[interest].answer === 'yes').map((interest) => [
      interest,
      ties[interest].line,
    ]),
  );
}

/** To tick none is to give none. What is no reason the service refuses. */
function reasonsIn(form: Form): AskDeclineReason[] {
  const ticked = form.all('reasons') as AskDeclineReason[];
  return ticked.length > 0 ? ticked : ['no-reason'];
}
