import { stateMachine } from '#kernel';

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
        openLines === 0 ? null : 'Lines of clearance are open: close every one of them first.',
    },
    'lines-valid': {
      needs: 'no line that is valid no more',
      refusal: ({ today, validUntil }: DeploymentFacts) =>
        validUntil && today && validUntil < today
          ? 'A line of clearance is valid no more: renew it first.'
          : null,
    },
    begun: {
      needs: 'the first day',
      refusal: ({ today, startsOn }: DeploymentFacts) =>
        today && startsOn && today < startsOn
          ? 'The first day has not come: change the dates, or wait.'
          : null,
    },
    over: {
      needs: 'the last day',
      refusal: ({ today, endsOn }: DeploymentFacts) =>
        today && endsOn && today < endsOn
          ? 'The last day has not come: end the deployment early, or wait.'
          : null,
    },
    later: {
      needs: 'a later last day',
      refusal: ({ until, endsOn, today }: DeploymentFacts) =>
        until && endsOn && until > endsOn && (!today || until >= today)
          ? null
          : 'An extension names a last day that is later than the present one and not past.',
    },
    'lines-cover-extension': {
      needs: 'lines of clearance that are valid until the new last day',
      refusal: ({ until, validUntil }: DeploymentFacts) =>
        validUntil && until && validUntil < until
          ? 'A line of clearance ends before the new last day: renew it first.'
          : null,
    },
    'other-side': {
      needs: 'another side than the one that proposed it',
      refusal: ({ ownProposal }: DeploymentFacts) =>
        ownProposal ? 'Who proposes an extension does not accept it.' : null,
    },
    reported: {
      needs: 'what came of it',
      refusal: ({ reported }: DeploymentFacts) =>
        reported ? null : 'Nobody has told what came of it: tell it first.',
    },
    'feedback-over': {
      needs: 'the feedback of both sides, or the end of the time for it',
      refusal: ({ feedbackOver }: DeploymentFacts) =>
        feedbackOver
          ? null
          : 'Feedback is awaited: close it when both sides have given it, or when the time for it is over.',
    },
  },
  transitions: {
    edit: {
      from: BEFORE_START,
      to: null,
      action: 'edit',
      audit: 'deployment.edit',
      refused: 'it can be edited until it begins; after that it is extended',
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
      refused: 'only one that is being cleared becomes ready',
    },
    /** A line was opened again, expired or added. */
    unready: {
      from: ['ready'],
      to: 'clearing',
      action: null,
      audit: 'deployment.unready',
      refused: 'only one that is ready goes back to clearance',
    },
    activate: {
      from: ['ready'],
      to: 'active',
      action: 'activate',
      guards: ['lines-closed', 'lines-valid', 'begun'],
      audit: 'deployment.activate',
      refused: 'only one that is ready begins',
    },
    suspend: {
      from: ['active'],
      to: 'suspended',
      action: 'suspend',
      audit: 'deployment.suspend',
      refused: 'only one that is active is suspended',
    },
    resume: {
      from: ['suspended'],
      to: 'active',
      action: 'resume',
      guards: ['lines-closed', 'lines-valid'],
      audit: 'deployment.resume',
      refused: 'only one that is suspended is resumed',
    },
    /** A later last day, which counts once another side has accepted it. */
    propose: {
      from: AT_WORK,
      to: null,
      action: 'extend',
      guards: ['later', 'lines-cover-extension'],
      audit: 'deployment.propose',
      refused: 'it is extended while it goes on',
    },
    extend: {
      from: AT_WORK,
      to: null,
      action: 'agree',
      guards: ['later', 'lines-cover-extension', 'other-side'],
      audit: 'deployment.extend',
      refused: 'it is extended while it goes on',
    },
    refuse: {
      from: AT_WORK,
      to: null,
      action: 'agree',
      audit: 'deployment.refuse',
      refused: 'it is extended while it goes on',
    },
    end: {
      from: AT_WORK,
      to: 'ended-early',
      action: 'end',
      audit: 'deployment.end',
      refused: 'only one that goes on is ended early',
    },
    complete: {
      from: AT_WORK,
      to: 'completed',
      action: 'complete',
      guards: ['over'],
      audit: 'deployment.complete',
      refused: 'only one that goes on is completed',
    },
    /** What came of it, told or corrected afterwards. */
    report: {
      from: ['completed', 'ended-early'],
      to: null,
      action: 'complete',
      audit: 'deployment.report',
      refused: 'what came of it is told between its end and its closing',
    },
    cancel: {
      from: BEFORE_START,
      to: 'cancelled',
      action: 'end',
      audit: 'deployment.cancel',
      refused: 'one that has begun is ended, and not cancelled',
    },
    close: {
      from: ['completed', 'ended-early'],
      to: 'closed',
      action: 'close',
      guards: ['reported', 'feedback-over'],
      audit: 'deployment.close',
      refused: 'it closes after its end',
    },
    /** By the clock. */
    lapse: {
      from: ['completed', 'ended-early'],
      to: 'closed',
      action: null,
      audit: 'deployment.lapse',
      refused: 'it closes after its end',
      timer: {
        when: `${CLOSE_DAYS} days after its end`,
        dueAt: ({ endedAt }: DeploymentClock) =>
          endedAt ? new Date(endedAt.getTime() + CLOSE_DAYS * 86_400_000) : null,
      },
    },
  },
});

export type DeploymentStep = (typeof DEPLOYMENT_STEPS.names)[number];
