import type { ApplicationView } from '#applications';
import { PROFILE_FIELDS } from '#directory';
import type { Locale } from '#vocabulary';
import { globalId } from '../graphql/global-id.js';
import { toTexts } from '../graphql/texts.js';
import { toGraph } from '../graphql/to-profile-values.js';
import type { Application, ApplicantStatement } from './application.type.js';
import { toCall } from './to-call.js';

/** The graph's application: the service has decided that this viewer may see it. */
export function toApplication(view: ApplicationView, locale: Locale): Application {
  const { id, call, stated, mediatorId, state, submittedAt, decidedAt, keptUntil } = view;
  const { reason, words, revision } = view;
  return {
    __typename: 'Application',
    id: globalId('Application', id),
    call: toCall(call, locale),
    state,
    language: view.locale,
    stated: stated && toStatement(stated, locale),
    submittedAt,
    decidedAt,
    keptUntil,
    reason,
    words,
    profileId: mediatorId === null ? null : globalId('Profile', mediatorId),
    revision,
  };
}

/** Lists of the profile that the form asks for, and a place: with their names. */
const NAMED = ['languages', 'expertise', 'territories', 'experience'] as const;

function toStatement(
  { changes, consents }: NonNullable<ApplicationView['stated']>,
  locale: Locale,
): ApplicantStatement {
  const named = (field: (typeof NAMED)[number] | 'residence', value: unknown) =>
    toGraph(PROFILE_FIELDS[field].type, value, locale);
  const lists = Object.fromEntries(
    NAMED.map((field) => [field, named(field, changes[field] ?? [])]),
  ) as unknown as Pick<ApplicantStatement, (typeof NAMED)[number]>;
  return {
    fullName: changes.fullName ?? '',
    displayName: changes.displayName ?? null,
    pseudonymous: changes.pseudonymous ?? false,
    codeName: changes.codeName ?? null,
    residence: named('residence', changes.residence ?? null) as ApplicantStatement['residence'],
    years: changes.years ?? null,
    biographies: toTexts(changes.biography ?? {}),
    consents: consents.map((consent) => ({ ...consent })),
    ...lists,
  };
}
