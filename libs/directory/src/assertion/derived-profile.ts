import type { DayRange, ProfileState } from '../profile/profile-record.js';
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

/** The columns of `mediator` that sources speak to, with their types. */
export const MEDIATOR_COLUMNS = {
  state: 'text',
  full_name: 'text',
  display_name: 'text',
  name_variants: 'text[]',
  code_name: 'text',
  pseudonymous: 'boolean',
  nationalities: 'text[]',
  residence: 'text',
  birth_year: 'smallint',
  years: 'smallint',
  tracks: 'text[]',
  roles: 'text[]',
  supports: 'text[]',
  availability_band: 'text',
  available: 'datemultirange',
  notice_days: 'smallint',
  working_mode: 'text',
  biography: 'jsonb',
  education: 'text',
  publications: 'text',
  training: 'text',
  ruled_out: 'text[]',
  confirmed_on: 'date',
  completeness: 'smallint',
  conflicts: 'text[]',
} as const;

export type MediatorRow = { readonly id: string } & Readonly<
  Record<keyof typeof MEDIATOR_COLUMNS, unknown>
>;

/** What her row says; null as a name where no source is left that names her. */
export function mediatorRow({ id, state, profile, conflicts }: DerivedProfile): MediatorRow {
  const { availability } = profile;
  const pseudonymous = profile.pseudonymous ?? false;
  return {
    id,
    state,
    full_name: profile.fullName ?? null,
    display_name: profile.displayName ?? profile.fullName ?? null,
    name_variants: profile.nameVariants ?? [],
    code_name: profile.codeName ?? (pseudonymous ? UNNAMED : null),
    pseudonymous,
    nationalities: profile.nationalities ?? [],
    residence: profile.residence ?? null,
    birth_year: profile.birthYear ?? null,
    years: profile.years ?? 0,
    tracks: profile.tracks ?? [],
    roles: profile.roles ?? [],
    supports: profile.supports ?? [],
    availability_band: availability?.band ?? null,
    available: multirange(availability?.periods ?? []),
    notice_days: profile.noticeDays ?? null,
    working_mode: profile.workingMode ?? null,
    biography: profile.biography ?? {},
    education: profile.education ?? null,
    publications: profile.publications ?? null,
    training: profile.training ?? null,
    ruled_out: profile.ruledOut ?? [],
    confirmed_on: profile.confirmedOn ?? null,
    completeness: completenessOf(profile).percent,
    conflicts,
  };
}

/** As PostgreSQL writes a datemultirange. */
function multirange(periods: readonly DayRange[]): string {
  return `{${periods.map(({ from, to }) => `[${from ?? ''},${to ?? ''}]`).join(',')}}`;
}
