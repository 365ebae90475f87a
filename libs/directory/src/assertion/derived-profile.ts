import { COLUMNS } from '../fields/columns.js';
import type { ProfileState } from '../fields/closed-lists.js';
import { completenessOf } from './completeness.js';
import { mergeAssertions, type Merged, type Source } from './merge-assertions.js';
import type { Statement } from './statement.js';

/** A profile as its columns are to say it. */
export interface DerivedProfile {
  readonly id: string;
  readonly isNew: boolean;
  readonly state: ProfileState;
  readonly profile: Statement;
  readonly conflicts: Merged['conflicts'];
}

export function derive(
  her: Pick<DerivedProfile, 'id' | 'isNew' | 'state'>,
  sources: readonly Source[],
): DerivedProfile {
  const { profile, conflicts } = mergeAssertions(sources);
  return { ...her, profile, conflicts };
}

/** Shown where a woman must stay unnamed, or keeps her name narrower, and has no code name. */
export const UNNAMED = 'Name withheld';

/** The columns of `mediator` that are written when a source states something, with their types. */
export const MEDIATOR_COLUMNS: Readonly<Record<string, string>> = {
  state: 'text',
  ...Object.fromEntries(COLUMNS.map(({ name, type }) => [name, type])),
  completeness: 'smallint',
  conflicts: 'text[]',
};

/** Copied for each row, which is faster than to add columns one by one. */
const EMPTY_ROW = Object.fromEntries(
  ['id', ...Object.keys(MEDIATOR_COLUMNS)].map((c) => [c, undefined]),
);

/** What her row holds, by column; what is undefined is null, as a name where no source is left that names her. */
export function mediatorRow({
  id,
  state,
  profile,
  conflicts,
}: DerivedProfile): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = { ...EMPTY_ROW };
  row['id'] = id;
  row['state'] = state;
  for (const { name, of } of COLUMNS) row[name] = of(profile) ?? undefined;
  row['display_name'] = profile.displayName ?? profile.fullName;
  row['code_name'] = profile.codeName ?? (profile.pseudonymous === true ? UNNAMED : undefined);
  row['completeness'] = completenessOf(profile).percent;
  row['conflicts'] = conflicts;
  return row;
}
