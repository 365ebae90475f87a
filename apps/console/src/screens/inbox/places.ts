import type { InboxItemInput, InboxQuery, WaitingKind } from '../../graph/types.js';

/** What nobody waits for and is worth doing all the same. */
export const UPKEEP = [
  'PROFILE_STALE',
  'PROFILE_INCOMPLETE',
  'PROFILE_CONFLICT',
  'DUPLICATES',
  'IMPORT_REJECTS',
] as const satisfies readonly WaitingKind[];

export function isUpkeep(kind: WaitingKind): kind is (typeof UPKEEP)[number] {
  return (UPKEEP as readonly WaitingKind[]).includes(kind);
}

export type Item = InboxQuery['inbox']['edges'][number]['node'];

/** What tells items apart: a thing can wait for two networks, or for two kinds of work. */
export function keyOf({ kind, subjectId, network }: Item): string {
  return [kind, subjectId, network?.slug ?? ''].join(' ');
}

/** How a change names it. */
export function inputOf({ kind, subjectId, waitsFor, network }: Item): InboxItemInput {
  return {
    kind,
    subjectId,
    network: waitsFor === 'COORDINATOR' ? (network?.slug ?? null) : null,
  };
}

/** Where an item is dealt with: a screen of the console, or one of her own pages outside of it. */
export interface Place {
  readonly to: string;
  readonly outside: boolean;
}

/** Null where it is dealt with in the inbox itself. */
export function placeOf({ kind, subjectId, waitsFor, network }: Item): Place | null {
  if (waitsFor === 'MEDIATOR') return { to: HERS[kind] ?? '/me', outside: true };
  if (kind === 'CORRECTION') return null;
  const folder = FOLDERS[kind];
  const to = waitsFor === 'ORGANIZER' ? folder.organizer : folder.desk;
  if (!LISTS.has(kind)) return { to: `${to}/${subjectId}`, outside: false };
  const chosen = network === null ? '' : `?network=${encodeURIComponent(network.slug)}`;
  return { to: `${to}${chosen}`, outside: false };
}

const INTRODUCTIONS = { desk: '/desk/introductions', organizer: '/introductions' };
const PROFILES = { desk: '/profiles', organizer: '/profiles' };
const DEPLOYMENTS = { desk: '/desk/deployments', organizer: '/deployments' };
/** What has no screen of its own: its list is shown. */
const LISTS: ReadonlySet<WaitingKind> = new Set(['LESSON_DRAFT', 'SECOND_PLACE', 'IMPORT_REJECTS']);

const FOLDERS: Readonly<
  Record<WaitingKind, { readonly desk: string; readonly organizer: string }>
> = {
  APPLICATION: { desk: '/applications', organizer: '/applications' },
  CORRECTION: { desk: '/', organizer: '/' },
  PROFILE_REVIEW: PROFILES,
  PROFILE_STALE: PROFILES,
  PROFILE_INCOMPLETE: PROFILES,
  PROFILE_CONFLICT: PROFILES,
  DUPLICATES: { desk: '/duplicates', organizer: '/duplicates' },
  IMPORT_REJECTS: { desk: '/imports', organizer: '/imports' },
  CHANNEL_RELEASE: INTRODUCTIONS,
  DECLARATION_REVIEW: INTRODUCTIONS,
  INTRODUCTION_ANSWER: INTRODUCTIONS,
  INTRODUCTION_CONFIRMATION: INTRODUCTIONS,
  INTRODUCTION_OUTCOME: INTRODUCTIONS,
  INTRODUCTION_QUESTION: INTRODUCTIONS,
  INTRODUCTION_REQUEST: INTRODUCTIONS,
  INTRODUCTION_RETURNED: INTRODUCTIONS,
  RELAY_MESSAGE: INTRODUCTIONS,
  CHECK_IN: DEPLOYMENTS,
  CHECK_IN_MISSED: DEPLOYMENTS,
  CLEARANCE_LINES: DEPLOYMENTS,
  DEPLOYMENT_FEEDBACK: DEPLOYMENTS,
  DEPLOYMENT_OUTCOME: DEPLOYMENTS,
  DEPLOYMENT_TO_BEGIN: DEPLOYMENTS,
  DEPLOYMENT_TO_CLEAR: DEPLOYMENTS,
  EMERGENCY_APPROVAL: DEPLOYMENTS,
  EXPERIENCE_OFFER: DEPLOYMENTS,
  EXTENSION_PROPOSED: DEPLOYMENTS,
  WAIVER_AGREEMENT: DEPLOYMENTS,
  LESSON_DRAFT: { desk: '/desk/lessons', organizer: '/deployments' },
  NEW_CANDIDATES: { desk: '/needs', organizer: '/needs' },
  SECOND_PLACE: { desk: '/desk/places', organizer: '/deployments' },
};

const OF_PROFILES: ReadonlySet<WaitingKind> = new Set([
  'PROFILE_REVIEW',
  'PROFILE_STALE',
  'PROFILE_INCOMPLETE',
  'PROFILE_CONFLICT',
]);

/** Where the profile of an item is edited; null where it is about something else. */
export function editingPlaceOf({ kind, subjectId, waitsFor }: Item): string | null {
  const isHers = waitsFor === 'COORDINATOR' && OF_PROFILES.has(kind);
  return isHers ? `/profiles/${subjectId}?edit=now` : null;
}

/** Pages of a mediator that work without a script. */
const HERS: Partial<Record<WaitingKind, string>> = {
  INTRODUCTION_ANSWER: '/me/introductions',
  CHANNEL_RELEASE: '/me/introductions',
  RELAY_MESSAGE: '/me/introductions',
  CHECK_IN: '/me/deployments',
  WAIVER_AGREEMENT: '/me/deployments',
  EXTENSION_PROPOSED: '/me/deployments',
  EXPERIENCE_OFFER: '/me/deployments',
  DEPLOYMENT_FEEDBACK: '/me/deployments',
  SECOND_PLACE: '/me/deployments',
};
