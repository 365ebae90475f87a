import { statementOf, type Statement } from '../../assertion/statement.js';
import type { ProfileDraft } from '../row/profile-draft.js';

/** What a row of the network's list states of her. Of her date of birth the year alone is stated. */
export function draftStatement(draft: ProfileDraft): Statement {
  const birthYear = draft.contact.dateOfBirth?.slice(0, 4);
  return statementOf({
    ...draft,
    // That she is not at risk is what any row says that does not say otherwise.
    pseudonymous: draft.pseudonymous || null,
    birthYear: birthYear ? Number(birthYear) : null,
  });
}
