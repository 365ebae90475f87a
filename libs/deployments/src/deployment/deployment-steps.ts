import { stateMachine } from '#kernel';
import { refusal } from '#messages';

/** From the plan to the last report. */
export const DEPLOYMENT_STATES = [
  'planned',
  'clearing',
  'ready',
  'active',
  'suspended',
  'completed',
  'ended-early',
  'cancelled',
  'closed',
] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

/** Before she has begun. */
export const BEFORE_START = ['planned', 'clearing', 'ready'] as const;
/** While she is at work. */
export const AT_WORK = ['active', 'suspended'] as const;

/** Days after the end after which a deployment closes by itself. */
export const CLOSE_DAYS = 30;

/** What decides whether a step can be taken. Days in ISO 8601, in her time zone. */
export interface DeploymentFacts {
  readonly today?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** The new last day that is proposed. */
  readonly until?: string | null;
  /** How many lines of clearance are neither done, nor not needed, nor waived; null before there are any. */
  readonly openLines?: number | null;
  /** The first day on which a line that is done is so no more; null if none ever is. */
  readonly validUntil?: string | null;
  /** Whether the same side that proposed an extension would now accept it. */
  readonly ownProposal?: boolean;
  /** Whether it is told what came of it. */
  readonly reported?: boolean;
  /** Whether feedback is released: both sides have given it, or the time for it is over. */
  readonly feedbackOver?: boolean;
}

interface DeploymentClock {
  readonly endedAt?: Date | null;
}

/** The life of a deployment. */
export const DEPLOYMENT_STEPS = stateMachine({
  subject: 'deployment',
  states: DEPLOYMENT_STATES,
  initial: 'planned',
  final: ['cancelled', 'closed'],
  guards: {
    'lines-closed': {
      needs: 'every line of clearance done, not needed or waived',
      refusal: ({ openLines }: DeploymentFacts) =>
        openLines === 0 ? null : refusal('deployments.linesOpen'),
    },
    'lines-valid': {
      needs: 'no line that is valid no more',
      refusal: ({ today, validUntil }: DeploymentFacts) =>
        validUntil && today && validUntil < today ? refusal('deployments.lineExpired') : null,
    },
    begun: {
      needs: 'the first day',
      refusal: ({ today, startsOn }: DeploymentFacts) =>
        today && startsOn && today < startsOn ? refusal('deployments.firstDayToCome') : null,
    },
    over: {
      needs: 'the last day',
      refusal: ({ today, endsOn }: DeploymentFacts) =>
        today && endsOn && today < endsOn ? refusal('deployments.lastDayToCome') : null,
    },
    later: {
      needs: 'a later last day',
      refusal: ({ until, endsOn, today }: DeploymentFacts) =>
        until && endsOn && until > endsOn && (!today || until >= today)
          ? null
          : refusal('deployments.extensionLater'),
    },
    'lines-cover-extension': {
      needs: 'lines of clearance that are valid until the new last day',
      refusal: ({ until, validUntil }: DeploymentFacts) =>
        validUntil && until && validUntil < until ? refusal('deployments.lineEndsBefore') : null,
    },
    'other-side': {
      needs: 'another side than the one that proposed it',
      refusal: ({ ownProposal }: DeploymentFacts) =>
        ownProposal ? refusal('deployments.ownProposal') : null,
    },
    reported: {
      needs: 'what came of it',
      refusal: ({ reported }: DeploymentFacts) =>
        reported ? null : refusal('deployments.outcomeFirst'),
    },
    'feedback-over': {
      needs: 'the feedback of both sides, or the end of the time for it',
      refusal: ({ feedbackOver }: DeploymentFacts) =>
        feedbackOver ? null : refusal('deployments.feedbackAwaited'),
    },
  },
  transitions: {
    edit: {
      from: BEFORE_START,
      to: null,
      action: 'edit',
      audit: 'deployment.edit',
      refused: refusal('deployments.editedUntilBegins'),
    },
    /** Makes the lines of clearance. */
    clear: {
      from: ['planned'],
      to: 'clearing',
      action: 'clear',
      audit: 'deployment.clear',
    },
    ready: {
      from: ['clearing'],
      to: 'ready',
      action: 'clear',
      guards: ['lines-closed', 'lines-valid'],
      audit: 'deployment.ready',
      refused: refusal('deployments.onlyClearingReady'),
    },
    /** A line was opened again, expired or added. */
    unready: {
      from: ['ready'],
      to: 'clearing',
      action: null,
      audit: 'deployment.unready',
      refused: refusal('deployments.onlyReadyBack'),
    },
    activate: {
      from: ['ready'],
      to: 'active',
      action: 'activate',
      guards: ['lines-closed', 'lines-valid', 'begun'],
      audit: 'deployment.activate',
      refused: refusal('deployments.onlyReadyBegins'),
    },
    suspend: {
      from: ['active'],
      to: 'suspended',
      action: 'suspend',
      audit: 'deployment.suspend',
      refused: refusal('deployments.onlyActiveSuspended'),
    },
    resume: {
      from: ['suspended'],
      to: 'active',
      action: 'resume',
      guards: ['lines-closed', 'lines-valid'],
      audit: 'deployment.resume',
      refused: refusal('deployments.onlySuspendedResumed'),
    },
    /** A later last day, which counts once another side has accepted it. */
    propose: {
      from: AT_WORK,
      to: null,
      action: 'extend',
      guards: ['later', 'lines-cover-extension'],
      audit: 'deployment.propose',
      refused: refusal('deployments.extendedWhileGoing'),
    },
    extend: {
      from: AT_WORK,
      to: null,
      action: 'agree',
      guards: ['later', 'lines-cover-extension', 'other-side'],
      audit: 'deployment.extend',
      refused: refusal('deployments.extendedWhileGoing'),
    },
    refuse: {
      from: AT_WORK,
      to: null,
      action: 'agree',
      audit: 'deployment.refuse',
      refused: refusal('deployments.extendedWhileGoing'),
    },
    end: {
      from: AT_WORK,
      to: 'ended-early',
      action: 'end',
      audit: 'deployment.end',
      refused: refusal('deployments.onlyGoingEndedEarly'),
    },
    complete: {
      from: AT_WORK,
      to: 'completed',
      action: 'complete',
      guards: ['over'],
      audit: 'deployment.complete',
      refused: refusal('deployments.onlyGoingCompleted'),
    },
    /** What came of it, told or corrected afterwards. */
    report: {
      from: ['completed', 'ended-early'],
      to: null,
      action: 'complete',
      audit: 'deployment.report',
      refused: refusal('deployments.outcomeTime'),
    },
    cancel: {
      from: BEFORE_START,
      to: 'cancelled',
      action: 'end',
      audit: 'deployment.cancel',
      refused: refusal('deployments.begunIsEnded'),
    },
    close: {
      from: ['completed', 'ended-early'],
      to: 'closed',
      action: 'close',
      guards: ['reported', 'feedback-over'],
      audit: 'deployment.close',
      refused: refusal('deployments.closesAfterEnd'),
    },
    /** By the clock. */
    lapse: {
      from: ['completed', 'ended-early'],
      to: 'closed',
      action: null,
      audit: 'deployment.lapse',
      refused: refusal('deployments.closesAfterEnd'),
      timer: {
        when: `${CLOSE_DAYS} days after its end`,
        dueAt: ({ endedAt }: DeploymentClock) =>
          endedAt ? new Date(endedAt.getTime() + CLOSE_DAYS * 86_400_000) : null,
      },
    },
  },
});

export type DeploymentStep = (typeof DEPLOYMENT_STEPS.names)[number];
