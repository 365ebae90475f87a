import type { PersonalDataPart } from '#identity';

/** When others were told of her last, and whether as of somebody who is shown. */
const TOLD = `SELECT clearance AS audience, to_jsonb(told_at) AS at, digest IS NOT NULL AS shown
  FROM followed_profile WHERE mediator_id = $1 ORDER BY place, clearance`;

/** What this module holds about a woman. */
export const followingParts: readonly PersonalDataPart[] = [
  {
    name: 'followed',
    tables: ['followed_profile'],
    read: async (tx, _viewer, id) => tx.query(TOLD, [id]),
    // An opaque id stays for some weeks, so that programs are told that she is not shown any more.
    erasure: 'kept',
  },
];
