import type { Terms as TermsOfNeed, TermsView } from '#introductions';
import { NO_TERMS } from '#introductions';
import { saidProblems, withoutNulls } from '#kernel';
import type { Locale } from '#vocabulary';
import { globalId } from '../../graphql/global-id.js';
import { toArea } from '../../graphql/texts.js';
import type { SaveTermsInput } from './terms.inputs.js';
import type { Terms, TermsOfReference } from './terms.type.js';

/** The graph's terms: the service has decided that this viewer may see them. */
export function toTermsOfReference(view: TermsView, locale: Locale): TermsOfReference {
  const { needId, terms, missing, revision, savedAt } = view;
  return {
    __typename: 'TermsOfReference',
    id: globalId('TermsOfReference', needId),
    needId: globalId('Need', needId),
    terms: toTerms(terms, locale),
    complete: missing.length === 0,
    missing: saidProblems(missing, locale),
    revision,
    savedAt: savedAt.toISOString(),
  };
}

/** What terms say, as the graph has it. */
export function toTerms(terms: TermsOfNeed, locale: Locale): Terms {
  const { territory, workingLanguages } = terms;
  return {
    ...terms,
    territory: territory === null ? null : toArea(territory, locale),
    workingLanguages: [...workingLanguages],
  };
}

/** What of terms an input states. */
type Stated = Partial<Omit<TermsOfNeed, 'costs' | 'contactPerson'>> & {
  readonly costs?: Partial<TermsOfNeed['costs']>;
  readonly contactPerson?: Partial<TermsOfNeed['contactPerson']>;
};

/** The draft of an input: what is absent or null is not stated. */
export function toTermsDraft({
  needId: _need,
  revision: _revision,
  ...input
}: SaveTermsInput): TermsOfNeed {
  const { costs, contactPerson, ...stated } = withoutNulls(input) as Stated;
  return {
    ...NO_TERMS,
    ...stated,
    costs: { ...NO_TERMS.costs, ...costs },
    contactPerson: { ...NO_TERMS.contactPerson, ...contactPerson },
  };
}
