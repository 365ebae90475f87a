import { narrower } from '#identity';
import { STANDARD_AUDIENCE, type ProfileField } from '../fields/views.js';
import type { ProfileRecord } from '../profile/profile-record.js';
import type { BeforeMerge } from './before-merge.js';

type Audiences = ProfileRecord['audience'];

/** Her audiences in two records, as one: what either narrows is narrow, and the other widens nothing. */
export function mergedAudience(kept: Audiences, other: Audiences): Audiences {
  const merged = { ...kept };
  for (const [name, audience] of Object.entries(other)) {
    const field = name as ProfileField;
    const now = merged[field] ?? STANDARD_AUDIENCE[field];
    if (narrower(now, audience) !== now) merged[field] = audience;
  }
  return merged;
}

/** The kept record's audiences once the other is unmerged from it: what she chose since stays. */
export function unmergedAudience(
  now: Audiences,
  { keptAudience, mergedAudience: merged }: Pick<BeforeMerge, 'keptAudience' | 'mergedAudience'>,
): Audiences {
  const fields = Object.keys({ ...now, ...keptAudience, ...merged }) as ProfileField[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const chosen = now[field] === merged[field] ? keptAudience[field] : now[field];
      return chosen === undefined ? [] : [[field, chosen]];
    }),
  );
}
