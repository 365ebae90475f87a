import { CLOCK } from '#config';
import {
  AfterActionService,
  DeploymentFeedbackService,
  EmergencyService,
  INCIDENT_KINDS,
  IncidentService,
  OwnDeploymentService,
  RHYTHMS,
  SEVERITIES,
  type OwnDeployment,
  type WholeLineView,
} from '#deployments';
import { HerLinks } from '#directory';
import { isUuid, type Viewer } from '#identity';
import { ConflictError, InvalidInputError, InvalidStateError, isDay, NotFoundError } from '#kernel';
import { ROLES } from '#vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import type { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { territoriesIn } from '../request/territories-form.js';
import { timeZoneIn } from '../request/time-zone-form.js';
import type { Visit } from '../request/visit.js';
import type { Page } from '../views/layout.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import {
  isOpen,
  stopsOf,
  WRITING_PAGES,
  type DeploymentAct,
  type DeploymentPlace,
  type WritingPage,
} from './deployment-place.js';
import { deploymentPage } from './deployment.page.js';
import type { ListedDeployment } from './deployments.page.js';
import { draftIn } from './feedback.page.js';
import { answersIn } from './review.page.js';
import { leadsOn, linePage, type LineAct, type LineWritten } from './lines.pages.js';
import { HER_REASONS, writingPage } from './writing.pages.js';

/** A page that shows what she wrote again, and why. */
export interface Again {
  readonly page: Page;
  readonly status: number;
}

/** What a page says once it is done. */
export type Done = 'check-in' | 'call' | 'saved' | 'proposed' | 'stopped' | 'reported';

const DONE: Readonly<Record<DeploymentAct, Done>> = {
  plan: 'saved',
  extend: 'proposed',
  stop: 'stopped',
  incident: 'reported',
  experience: 'saved',
  'check-in': 'check-in',
  call: 'call',
  'accept-extension': 'saved',
  'refuse-extension': 'saved',
  'decline-experience': 'saved',
  feedback: 'saved',
  reply: 'saved',
  review: 'saved',
};

/** What the forms of her deployments do. */
@Injectable()
export class DeploymentSteps {
  constructor(
    private readonly deployments: OwnDeploymentService,
    private readonly reports: IncidentService,
    private readonly emergencies: EmergencyService,
    private readonly feedback: DeploymentFeedbackService,
    private readonly reviews: AfterActionService,
    private readonly links: HerLinks,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  /** All of hers, the latest first. @throws NotPermittedError */
  async list(visit: Visit): Promise<ListedDeployment[]> {
    herself(visit);
    const listed: ListedDeployment[] = [];
    // One after the other: each takes a connection of its own.
    for (const deployment of await this.deployments.list(visit.viewer)) {
      listed.push({ deployment, feedback: await this.feedbackOn(visit.viewer, deployment) });
    }
    return listed;
  }

  /** One of hers; what is not hers is not there. @throws NotFoundError */
  async place(visit: Visit, id: string): Promise<DeploymentPlace> {
    herself(visit);
    if (!isUuid(id)) throw new NotFoundError('deployment');
    return this.placeOf(visit, visit.viewer, null, id);
  }

  /** The one to whose feedback the link of a mail leads. @throws NotFoundError for a link that does nothing */
  async placeByLink(visit: Visit, token: string): Promise<DeploymentPlace> {
    const { viewer, id } = await this.links.open('feedback', token);
    return this.placeOf(visit, viewer, token, id);
  }

  private async placeOf(
    visit: Visit,
    viewer: Viewer,
    token: string | null,
    id: string,
  ): Promise<DeploymentPlace> {
    const deployment = await this.deployments.byId(viewer, id);
    const feedback = await this.feedbackOn(viewer, deployment);
    const [review = null] = feedback ? await this.reviews.of(viewer, id) : [];
    const isOwn = token === null;
    return {
      visit,
      viewer,
      token,
      deployment,
      feedback,
      review,
      incidents: isOwn ? await this.reports.list(viewer, id) : [],
      openings: isOwn ? await this.emergencies.own(viewer, id) : [],
      now: this.now(),
    };
  }

  /** What is said of the work once it has ended; null before. */
  private async feedbackOn(
    viewer: Viewer,
    { id, beganAt, endedAt }: OwnDeployment,
  ): Promise<DeploymentPlace['feedback']> {
    return beganAt === null || endedAt === null ? null : this.feedback.of(viewer, id);
  }

  /** Does it, and says so; or gives the page again with what she wrote. */
  async take(place: DeploymentPlace, act: DeploymentAct, form: Form): Promise<Done | Again> {
    const { t } = place.visit;
    if (!isOpen(place, act)) return { page: home(place, t('ask.stale')), status: 409 };
    const page = pageOf(act);
    const found = page && act !== 'reply' ? mistakesIn(place, page, form) : NO_MISTAKES;
    if (page && found.size > 0) return { page: writingPage(place, page, form, found), status: 422 };
    try {
      await this.act(place, act, form);
      return DONE[act];
    } catch (error) {
      if (page && error instanceof InvalidInputError) {
        return { page: writingPage(place, page, form, mistakesOf(error, t, NAMES)), status: 422 };
      }
      return this.refused(place, act, form, error);
    }
  }

  /** The same with one line. */
  async takeLine(
    place: DeploymentPlace,
    line: WholeLineView,
    act: LineAct,
    form: Form,
  ): Promise<Done | Again> {
    const { visit, deployment } = place;
    const { t, viewer } = visit;
    const stale = { page: deploymentPage(place, t('ask.stale')), status: 409 };
    if (!leadsOn(place, line)) return stale;
    const { id } = deployment;
    try {
      if (act === 'agree') await this.deployments.agreeToWaiver(viewer, id, line.kind);
      else if (act === 'request') await this.deployments.requestLine(viewer, id, line.kind);
      else {
        const fit = form.text('fit');
        await this.deployments.finishLine(viewer, id, line.kind, {
          validUntil: form.text('validUntil') || null,
          reference: form.text('reference'),
          fit: fit === '' ? null : fit === 'yes',
        });
      }
      return 'saved';
    } catch (error) {
      if (error instanceof InvalidInputError) {
        const written = lineIn(form, mistakesOf(error, t));
        return { page: linePage(place, line, written), status: 422 };
      }
      return this.refused(place, null, form, error);
    }
  }

  /** It has changed since she opened the page, or cannot be done as it stands. What she wrote is kept where it can still be sent. */
  private async refused(
    place: DeploymentPlace,
    act: DeploymentAct | null,
    form: Form,
    error: unknown,
  ): Promise<Again> {
    if (!(error instanceof ConflictError || error instanceof InvalidStateError)) throw error;
    const { visit, viewer, token, deployment } = place;
    const now = await this.placeOf(visit, viewer, token, deployment.id);
    const { t } = visit;
    const said = t(error instanceof ConflictError ? 'ask.stale' : 'problems.state');
    const page = act && pageOf(act);
    return {
      page:
        page && isOpen(now, page)
          ? writingPage(now, page, form, new Map([['', said]]))
          : home(now, said),
      status: 409,
    };
  }

  private async act(place: DeploymentPlace, act: DeploymentAct, form: Form): Promise<void> {
    const { visit, viewer, deployment } = place;
    const { deployments } = this;
    const { id } = deployment;
    const at = [viewer, id, Number(form.text('revision'))] as const;
    switch (act) {
      case 'check-in':
        await deployments.checkIn(viewer, id, false);
        return;
      case 'call':
        await deployments.checkIn(viewer, id, true);
        return;
      case 'plan': {
        const rhythm = RHYTHMS.find((one) => one === form.text('rhythm')) ?? 'none';
        await deployments.planCheckIns(...at, {
          rhythm,
          checkInTime: form.text('checkInTime'),
          timeZone: timeZoneIn(form.text('timeZone'), visit).zone ?? '',
          graceHours: Number(form.text('graceHours')),
        });
        return;
      }
      case 'extend':
        await deployments.propose(...at, form.text('until'));
        return;
      case 'accept-extension':
        await deployments.extend(...at, form.text('until'));
        return;
      case 'refuse-extension':
        await deployments.refuseExtension(...at);
        return;
      case 'stop': {
        const step = stopsOf(deployment).find((one) => one === form.text('step'));
        const reason = HER_REASONS.find((one) => one === form.text('reason'));
        if (!step || !reason) throw new TypeError('Choices were checked before.');
        await deployments[step](...at, { reason, words: form.text('words') });
        return;
      }
      case 'incident': {
        const kind = INCIDENT_KINDS.find((one) => one === form.text('kind'));
        const severity = SEVERITIES.find((one) => one === form.text('severity'));
        if (!kind || !severity) throw new TypeError('Choices were checked before.');
        const happenedOn = form.text('happenedOn');
        await this.reports.report(viewer, id, {
          kind,
          severity,
          happenedOn,
          words: form.text('words'),
        });
        return;
      }
      case 'experience':
        await deployments.acceptExperience(...at, {
          processName: form.text('processName'),
          role: ROLES.find((one) => one === form.text('role')) ?? null,
          territory: territoriesIn(form.text('territory'), visit).codes[0] ?? null,
        });
        return;
      case 'decline-experience':
        await deployments.declineExperience(...at);
        return;
      case 'feedback': {
        const given = form.text('given');
        const revision = given === '' ? null : Number(given);
        await this.feedback.give(viewer, id, revision, draftIn(form));
        return;
      }
      case 'reply':
        await this.feedback.reply(viewer, id, form.text('text'));
        return;
      case 'review': {
        const given = form.text('given');
        const revision = given === '' ? null : Number(given);
        await this.reviews.answer(viewer, id, revision, answersIn(form, visit.locale));
      }
    }
  }
}

/** Where she goes on from: the page of the deployment, or of what the link leads to. */
function home(place: DeploymentPlace, said: string): Page {
  return place.token === null
    ? deploymentPage(place, said)
    : writingPage(place, 'feedback', null, new Map([['', said]]));
}

/** A line as a form holds it. */
export function lineIn(form: Form, mistakes: Mistakes): LineWritten {
  return {
    validUntil: form.text('validUntil'),
    reference: form.text('reference'),
    fit: form.text('fit'),
    mistakes,
  };
}

/** The page on which the form of an act stands; undefined for a button of the deployment's own page. */
function pageOf(act: DeploymentAct): WritingPage | undefined {
  return act === 'reply' ? 'feedback' : WRITING_PAGES.find((one) => one === act);
}

/** Which field of a form a path of a service stands in, where the names differ. */
const NAMES: Readonly<Record<string, string>> = { experience: 'processName' };

/** What the form itself shows to be wrong: choices that were not made, and words that are not understood. */
function mistakesIn(
  { visit, deployment }: DeploymentPlace,
  page: WritingPage,
  form: Form,
): Mistakes {
  const { t } = visit;
  const missing = t('mistakes.codes.MISSING');
  const mistakes = new Map<string, string>();
  const choose = (name: string, among: readonly string[]) => {
    if (!among.includes(form.text(name))) mistakes.set(name, missing);
  };
  switch (page) {
    case 'plan': {
      choose('rhythm', RHYTHMS);
      if (form.text('graceHours') === '') mistakes.set('graceHours', missing);
      const { mistake } = timeZoneIn(form.text('timeZone'), visit);
      if (mistake !== null) mistakes.set('timeZone', mistake);
      break;
    }
    case 'extend': {
      const until = form.text('until');
      if (until === '') mistakes.set('until', missing);
      else if (isDay(until) && until <= deployment.endsOn) {
        mistakes.set('until', t('mistakes.codes.OUT_OF_RANGE'));
      }
      break;
    }
    case 'stop':
      choose('step', stopsOf(deployment));
      choose('reason', HER_REASONS);
      break;
    case 'incident':
      choose('kind', INCIDENT_KINDS);
      choose('severity', SEVERITIES);
      if (form.text('happenedOn') === '') mistakes.set('happenedOn', missing);
      if (form.text('words') === '') mistakes.set('words', missing);
      break;
    case 'feedback':
      choose('again', ['yes', 'no']);
      break;
    case 'experience': {
      if (form.text('processName') === '') mistakes.set('processName', missing);
      const { codes, mistake } = territoriesIn(form.text('territory'), visit);
      if (mistake !== null) mistakes.set('territory', mistake);
      else if (codes.length > 1) mistakes.set('territory', t('mistakes.codes.TOO_MANY'));
      break;
    }
  }
  return mistakes;
}
