import type { ImportFactsFragment, ImportRowFilter, ImportRowStatus } from '../../graph/types.js';
import { isDraft } from './states.js';

/** Rows that belong together, as the address has them. */
export const SHOWS = [
  'problems',
  'new',
  'changed',
  'unchanged',
  'rejected',
  'consent',
  'published',
  'drafts',
  'skipped',
  'joined',
  'created',
  'updated',
  'conflicts',
  'undone',
  'kept',
] as const;
export type Show = (typeof SHOWS)[number];

const WRITING: readonly ImportRowStatus[] = ['NEW', 'CHANGED', 'CREATED', 'UPDATED'];

export const FILTERS: Readonly<Record<Show, ImportRowFilter>> = {
  problems: { statuses: ['REJECTED', 'CONFLICT', 'KEPT'] },
  new: { statuses: ['NEW'] },
  changed: { statuses: ['CHANGED'] },
  unchanged: { statuses: ['UNCHANGED'] },
  rejected: { statuses: ['REJECTED'] },
  consent: { endingConsent: true },
  published: { statuses: [...WRITING], published: true },
  drafts: { statuses: [...WRITING], published: false },
  skipped: { statuses: ['SKIPPED'] },
  joined: { statuses: ['JOINED'] },
  created: { statuses: ['CREATED'] },
  updated: { statuses: ['UPDATED'] },
  conflicts: { statuses: ['CONFLICT'] },
  undone: { statuses: ['UNDONE'] },
  kept: { statuses: ['KEPT'] },
};

const BEFORE: readonly Show[] = [
  'problems',
  'new',
  'changed',
  'unchanged',
  'rejected',
  'consent',
  'published',
  'drafts',
  'skipped',
  'joined',
];
const AFTER: readonly Show[] = [
  'problems',
  'created',
  'updated',
  'unchanged',
  'conflicts',
  'rejected',
  'skipped',
  'joined',
  'undone',
  'kept',
];

/** The filters that make sense as long as nothing is written, or afterwards. */
export function showsOf(one: ImportFactsFragment): readonly Show[] {
  return isDraft(one) ? BEFORE : AFTER;
}

/** Counts that lead to their rows; those that are nothing are left out. */
export function countsOf(one: ImportFactsFragment): readonly (readonly [Show, number])[] {
  const { counts } = one;
  if (!counts) return [];
  const numbers: Partial<Record<Show, number>> = {
    new: counts.new,
    changed: counts.changed,
    created: counts.created,
    updated: counts.updated,
    unchanged: counts.unchanged,
    rejected: counts.rejected,
    conflicts: counts.conflicts,
    skipped: counts.skipped,
    joined: counts.joined,
    undone: counts.undone,
    kept: counts.kept,
    ...(isDraft(one) ? { published: counts.published, consent: counts.endingConsent } : {}),
  };
  return (Object.entries(numbers) as [Show, number][]).filter(([, number]) => number > 0);
}
