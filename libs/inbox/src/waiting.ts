import { SELECT_WAITING_APPLICATIONS } from '#applications';
import { selectWaitingDeployments } from '#deployments';
import { SELECT_WAITING_PROFILES } from '#directory';
import { SELECT_WAITING_NEEDS } from '#engagement';
import { SELECT_WAITING_INTRODUCTIONS } from '#introductions';

/** What each room says waits in it. A room that is not here is seen by nobody: a test compares. */
const SELECTIONS = [
  () => SELECT_WAITING_PROFILES,
  () => SELECT_WAITING_APPLICATIONS,
  () => SELECT_WAITING_INTRODUCTIONS,
  () => SELECT_WAITING_NEEDS,
  selectWaitingDeployments,
] as const;

/**
 * Everything that waits for anybody. Columns of `WaitingRow`.
 *
 * @param days where a day begins by which something is due: for whoever has to do it, where the mediator is; for
 * operators in UTC, so that they do not learn that
 */
export const selectWaiting = (days: 'hers' | 'utc'): string =>
  SELECTIONS.map((select) => `(${select(days)})`).join('\nUNION ALL\n');

/** The kinds of what somebody waits for. */
export const AWAITED_KINDS = [
  'profile-review',
  'correction',
  'application',
  'introduction-request',
  'declaration-review',
  'relay-message',
  'introduction-answer',
  'channel-release',
  'introduction-returned',
  'introduction-question',
  'introduction-confirmation',
  'introduction-outcome',
  'deployment-to-clear',
  'clearance-lines',
  'deployment-to-begin',
  'waiver-agreement',
  'check-in',
  'check-in-missed',
  'emergency-approval',
  'extension-proposed',
  'deployment-outcome',
  'experience-offer',
  'deployment-feedback',
  'lesson-draft',
  'second-place',
  'new-candidates',
] as const;

/** The kinds of what nobody waits for and is worth doing all the same: there can be thousands. */
export const UPKEEP_KINDS = [
  'profile-stale',
  'profile-incomplete',
  'profile-conflict',
  'duplicates',
  'import-rejects',
] as const;

/** The kinds of what an inbox holds. */
export const WAITING_KINDS = [...AWAITED_KINDS, ...UPKEEP_KINDS] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export function isUpkeep(kind: WaitingKind): boolean {
  return (UPKEEP_KINDS as readonly string[]).includes(kind);
}
