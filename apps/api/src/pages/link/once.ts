import { ConflictError, InvalidInputError, InvalidStateError, NotFoundError } from '#kernel';
import { mistakesOf, type Mistakes } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { gonePage, takenPage, type AfterLink } from './link.pages.js';
import type { PagePurpose } from './purposes.js';

/**
 * Uses a link up and goes on to what comes next. Where the form has mistakes it is shown again (`again`),
 * and the link stays as good as it was.
 */
export async function useOnce(
  visit: Visit,
  purpose: PagePurpose,
  work: () => Promise<AfterLink>,
  again?: (mistakes: Mistakes) => PageBody | Promise<PageBody>,
): Promise<PageBody> {
  try {
    const after = await work();
    return visit.goTo(`/link/done?after=${after}`);
  } catch (error) {
    if (again && error instanceof InvalidInputError) {
      return again(mistakesOf(error, visit.t));
    }
    return showRefusal(error, visit, purpose);
  }
}

/** Says that a link does nothing any more, or nothing for this account. @throws any other error itself */
export async function showRefusal(
  error: unknown,
  visit: Visit,
  purpose: PagePurpose,
): Promise<PageBody> {
  if (error instanceof NotFoundError) return visit.show(gonePage(visit, purpose), 410);
  if (error instanceof InvalidStateError || error instanceof ConflictError) {
    return visit.show(takenPage(visit), 409);
  }
  throw error;
}
