import {
  AT_WORK,
  BEFORE_START,
  DEPLOYMENT_STEPS,
  isClosed,
  type AfterActionView,
  type DeploymentFeedbackView,
  type IncidentView,
  type OpeningView,
  type OwnDeployment,
  type WholeLineView,
} from '#deployments';
import type { Viewer } from '#identity';
import { html, type Html, type Value } from '../html/html.js';
import { formOfLink } from '../request/form-of-link.js';
import type { Visit } from '../request/visit.js';

/** Pages of a deployment on which something is written. */
export const WRITING_PAGES = [
  'plan',
  'extend',
  'stop',
  'incident',
  'experience',
  'feedback',
  'review',
] as const;
export type WritingPage = (typeof WRITING_PAGES)[number];

/** Pages of a deployment that are only read, besides its own. */
export const READING_PAGES = ['lines', 'terms', 'incidents', 'openings'] as const;
export type ReadingPage = (typeof READING_PAGES)[number];

/** What a form of a deployment does, besides those of a line. */
export const DEPLOYMENT_ACTS = [
  ...WRITING_PAGES,
  'check-in',
  'call',
  'accept-extension',
  'refuse-extension',
  'decline-experience',
  'reply',
] as const;
export type DeploymentAct = (typeof DEPLOYMENT_ACTS)[number];

/** One deployment of hers, with what happened there and when her emergency contact was opened. */
export interface DeploymentPlace {
  readonly visit: Visit;
  /** She as she has signed in, or as the link of her mail lets her act. */
  readonly viewer: Viewer;
  /** Of the link of a mail, to her feedback alone; null where she has signed in. */
  readonly token: string | null;
  readonly deployment: OwnDeployment;
  readonly incidents: readonly IncidentView[];
  /** Those of which she was told. */
  readonly openings: readonly OpeningView[];
  /** What she and the organization say of each other; null before the work has ended. */
  readonly feedback: DeploymentFeedbackView | null;
  /** What she has answered in the review of the work; null where she has not. */
  readonly review: AfterActionView | null;
  readonly now: Date;
}

/** Ways in which she stops, each while it can be taken. */
export const STOPS = ['cancel', 'suspend', 'end'] as const;
export type Stop = (typeof STOPS)[number];

/** How she can stop it as it stands. */
export function stopsOf({ state }: Pick<OwnDeployment, 'state'>): Stop[] {
  return STOPS.filter((step) => DEPLOYMENT_STEPS.transition(step).from.includes(state));
}

export function isAtWork({ state }: Pick<OwnDeployment, 'state'>): boolean {
  return AT_WORK.some((one) => one === state);
}

/** Whether its lines and its plan can still be changed. */
function isUnderWay(deployment: OwnDeployment): boolean {
  return isAtWork(deployment) || BEFORE_START.some((one) => one === deployment.state);
}

/** Whether she answers a later last day: what she or her desk proposed, the organizer answers. */
export function answersExtension({ proposedUntil, proposedBy }: OwnDeployment): boolean {
  return proposedUntil !== null && proposedBy === 'organizer';
}

const OPEN: Readonly<Record<DeploymentAct | ReadingPage, (place: DeploymentPlace) => boolean>> = {
  lines: () => true,
  terms: () => true,
  incidents: ({ incidents }) => incidents.length > 0,
  openings: ({ openings }) => openings.length > 0,
  plan: ({ deployment }) => isUnderWay(deployment),
  extend: ({ deployment }) => isAtWork(deployment) && deployment.proposedUntil === null,
  stop: ({ deployment }) => stopsOf(deployment).length > 0,
  incident: () => true,
  experience: ({ deployment }) => deployment.experience === 'offered',
  'check-in': ({ deployment }) => isAtWork(deployment),
  call: ({ deployment }) => isAtWork(deployment),
  'accept-extension': ({ deployment }) => isAtWork(deployment) && answersExtension(deployment),
  'refuse-extension': ({ deployment }) => isAtWork(deployment) && deployment.proposedUntil !== null,
  'decline-experience': ({ deployment }) => deployment.experience === 'offered',
  feedback: ({ feedback }) => feedback !== null,
  reply: ({ feedback }) => feedback?.releasedAt != null,
  review: ({ feedback, review, now }) =>
    feedback !== null && (now < feedback.closesAt || review !== null),
};

/** Whether she can do or read this as the deployment stands. */
export function isOpen(place: DeploymentPlace, what: DeploymentAct | ReadingPage): boolean {
  return OPEN[what](place);
}

/** Whether a line is hers to see to now. */
export function isHers(deployment: OwnDeployment, line: WholeLineView): boolean {
  return isUnderWay(deployment) && line.owner === 'mediator' && !isClosed(line);
}

/** Whether two of the desk want to waive a line and wait for her word. */
export function wantsAgreement(deployment: OwnDeployment, line: WholeLineView): boolean {
  const { secondedBy, agreedAt } = line;
  return isUnderWay(deployment) && !isClosed(line) && secondedBy !== null && agreedAt === null;
}

/** The check-in that is asked for now, also one that she has missed; null where none is. */
export function awaitedCheckIn(
  { checkIns }: OwnDeployment,
  now: Date,
): OwnDeployment['checkIns'][number] | null {
  return checkIns.find(({ state, dueAt }) => state === 'missed' || dueAt <= now) ?? null;
}

/** Whether she can still say how it was, and has not. */
function awaitsFeedback({ feedback }: Pick<DeploymentPlace, 'feedback'>): boolean {
  return feedback?.releasedAt === null && feedback.given.length === 0;
}

/** What of a deployment waits for her, in her words. */
export function waitsOf(
  { t }: Visit,
  { deployment, feedback }: Pick<DeploymentPlace, 'deployment' | 'feedback'>,
  now: Date,
): string[] {
  const { lines, experience } = deployment;
  const count = lines.filter((line) => isHers(deployment, line)).length;
  return [
    ...(isAtWork(deployment) && awaitedCheckIn(deployment, now)
      ? [t('deployment.waits.check-in')]
      : []),
    ...(lines.some((line) => wantsAgreement(deployment, line))
      ? [t('deployment.waits.waiver')]
      : []),
    ...(count > 0 ? [t('deployment.waits.lines', { count })] : []),
    ...(isAtWork(deployment) && answersExtension(deployment)
      ? [t('deployment.waits.extension')]
      : []),
    ...(experience === 'offered' ? [t('deployment.waits.experience')] : []),
    ...(awaitsFeedback({ feedback }) ? [t('deployment.waits.feedback')] : []),
  ];
}

/** A form of a deployment, at the revision that she reads. */
export function formTo(
  { visit, token, deployment: { id, revision } }: DeploymentPlace,
  act: DeploymentAct,
  fields: Value,
): Html {
  const held = html`<input type="hidden" name="revision" value="${revision}" />${fields}`;
  return token === null
    ? visit.form(`/me/deployments/${id}/${act}`, held)
    : formOfLink(visit, token, `/link/feedback/${act}`, held);
}

/** Behind a link there is nothing but what it leads to. */
export function wayBack({ visit, token, deployment }: DeploymentPlace): Value {
  if (token !== null) return false;
  const label = visit.t('deployment.back');
  return html`<p><a href="/me/deployments/${deployment.id}">${label}</a></p>`;
}

/** For whom she works, and at what. */
export function whoAndWhat({ visit, deployment }: DeploymentPlace): Html {
  const { organizationName: organization, needTitle: title } = deployment;
  return html`<p>${visit.t('deployment.who', { organization, title })}</p>`;
}
