import { BusyError, TimeoutError, TooManyRequestsError } from '#identity';
import { NotFoundError } from '#kernel';
import { SearchUnavailableError } from '#search';
import type { Named } from '#messages';
import { causeOf } from '../../graphql/errors.js';
import { OverloadedError } from '../../http/shed-load.js';
import { html } from '../html/html.js';
import type { PublicVisit } from './public-visit.js';

/** What went wrong with a public page. */
export interface PublicProblem {
  readonly problem: Exclude<Named<'directory', 'problems'>, 'title'>;
  readonly status: number;
  /** After which it may be tried again. */
  readonly seconds?: number;
}

/** @param status what the framework makes of it */
export function publicProblem(error: unknown, status: number): PublicProblem {
  const cause = causeOf(error);
  if (cause instanceof NotFoundError) return { problem: 'notFound', status: 404 };
  if (cause instanceof TooManyRequestsError) {
    return { problem: 'tooMany', status: 429, seconds: cause.seconds };
  }
  if (cause instanceof BusyError) {
    return { problem: 'unavailable', status: 503, seconds: cause.seconds };
  }
  if (cause instanceof SearchUnavailableError || cause instanceof TimeoutError) {
    return { problem: 'unavailable', status: 503 };
  }
  if (error instanceof OverloadedError) return { problem: 'unavailable', status: 503 };
  if (status === 404) return { problem: 'notFound', status };
  if (status >= 400 && status < 500) return { problem: 'input', status };
  return { problem: 'broken', status: status === 503 ? 503 : 500 };
}

/**
 * The page that says it. Nothing of the address stands on it, so that it is the same for a woman who is hidden, has
 * left, was erased or never was.
 */
export function problemPage(
  visit: PublicVisit,
  { problem, status, seconds = 0 }: PublicProblem,
): string {
  const { t } = visit;
  const minutes = Math.ceil(seconds / 60);
  return visit.show(
    {
      title: t('problems.title'),
      description: t('site.about'),
      path: '/directory',
      indexed: false,
      content: html`<p class="alert" role="alert">${t(`problems.${problem}`, { minutes })}</p>
        <p><a href="${visit.to('/directory')}">${t('profile.back')}</a></p>`,
    },
    status,
  );
}
