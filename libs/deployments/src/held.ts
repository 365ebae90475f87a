import type { Standing } from '#directory';
import type { NeedFacts } from '#engagement';
import type { Subject } from '#identity';
import { dayOf } from '#kernel';
import type { CheckInEntity } from './check-in/check-in.entity.js';
import { isClosed, validUntil, type Line } from './clearance/line.js';
import { dayIn } from './clock/clock.js';
import type { DeploymentEntity } from './deployment/deployment.entity.js';
import { DEPLOYMENT_STEPS, type DeploymentFacts } from './deployment/deployment-steps.js';
import type { Side } from './deployment/lists.js';
import type { DeploymentWords } from './deployment/words.js';

/** A deployment with all that decides about it. */
export interface Held {
  readonly row: Readonly<Omit<DeploymentEntity, 'key' | 'keyId' | 'sealed'>>;
  readonly words: DeploymentWords;
  readonly lines: readonly Line[];
  /** The check-in that is due next, and those that were missed and to which she has not answered since. */
  readonly checkIns: readonly CheckInEntity[];
  readonly her: Standing;
  readonly need: NeedFacts;
}

/** Who works with a deployment by hand. */
export type Party = Exclude<Side, 'system'>;
export const PARTIES = ['organizer', 'desk', 'mediator'] as const satisfies readonly Party[];

/**
 * A deployment as the policy sees it from one side. The ids of the other sides are left out, so that nobody who is of
 * two sides does by the one what only the other may.
 */
export function deploymentSubject(
  side: Side,
  { row, need, her }: Pick<Held, 'row' | 'need' | 'her'>,
): Extract<Subject, { kind: 'deployment' }> {
  return {
    kind: 'deployment',
    organizationId: side === 'organizer' ? row.organizationId : null,
    verified: side === 'organizer' && need.verified,
    networkId: side === 'desk' ? row.networkId : null,
    mediatorId: side === 'mediator' ? her.keptId : null,
  };
}

/** Today for a side: where she is, but in UTC for the organizer, who would learn from it where that is. */
export function todayOf(side: Side, { row }: Pick<Held, 'row'>, now: Date): string {
  return side === 'organizer' ? dayOf(now) : dayIn(row.timeZone, now);
}

/** What the guards of its steps ask, as it stands. */
export function factsOf(side: Side, held: Held, now: Date): DeploymentFacts {
  const { row, lines } = held;
  return {
    today: todayOf(side, held, now),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    until: row.proposedUntil,
    openLines: lines.length === 0 ? null : lines.filter((line) => !isClosed(line)).length,
    validUntil: validUntil(lines),
    reported: row.outcome !== null,
  };
}

/** The check-in that she is expected to make next; null if there is none. */
export function nextDue({ checkIns }: Pick<Held, 'checkIns'>): CheckInEntity | null {
  return checkIns.find(({ state }) => state === 'due') ?? null;
}

/** Those that she missed, and has not answered to since. */
export function unanswered({ checkIns }: Pick<Held, 'checkIns'>): CheckInEntity[] {
  return checkIns.filter(({ state, madeAt }) => state === 'missed' && madeAt === null);
}

/**
 * What follows from its lines: one that is ready and has an open line goes back to clearance, and an extension that lines
 * do not cover any more is dropped.
 */
export function withConsequences(held: Held): Held {
  const { row, lines } = held;
  const until = validUntil(lines);
  const isCovered = until === null || row.proposedUntil === null || until >= row.proposedUntil;
  const isReady = row.state !== 'ready' || lines.every(isClosed);
  if (isCovered && isReady) return held;
  return {
    ...held,
    row: {
      ...row,
      // The organizer is told no reason: what the lines of others say is not the organizer's to know.
      ...(!isCovered &&
        row.proposedBy !== 'organizer' && { proposedUntil: null, proposedBy: null }),
      ...(!isReady && { state: DEPLOYMENT_STEPS.next('unready', row.state) }),
    },
  };
}
