import { HerLinks } from '#directory';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { isOpen, type DeploymentPlace } from '../deployments/deployment-place.js';
import { DeploymentSteps } from '../deployments/deployment-steps.js';
import { writingPage } from '../deployments/writing.pages.js';
import { html } from '../html/html.js';
import { formOfLink } from '../request/form-of-link.js';
import type { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import type { Page } from '../views/layout.js';
import { NO_MISTAKES } from '../views/mistakes.js';
import { showRefusal } from './once.js';
import { waitingPage, withWayOut } from './waiting.page.js';

const PURPOSE = 'feedback';

/** What can be read behind the link, and what its forms do. */
const PAGES = ['feedback', 'review'] as const;
const ACTS = ['feedback', 'reply', 'review'] as const;

/** Feedback on a deployment by the link of a mail, without signing in. What opens the link shows nothing and changes nothing. */
@Controller('link/feedback')
export class FeedbackLinkController {
  constructor(
    private readonly links: HerLinks,
    private readonly steps: DeploymentSteps,
  ) {}

  @Get()
  async meet(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(waitingPage(visit, PURPOSE));
  }

  /** Her feedback, or the review. */
  @Post()
  async read(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.withPlace(visit, form, (place) => {
      const page = PAGES.find((one) => one === form.text('page')) ?? 'feedback';
      const open = isOpen(place, page) ? page : 'feedback';
      return visit.show(withWays(place, open, writingPage(place, open, null, NO_MISTAKES)));
    });
  }

  @Post('withdraw')
  async withdraw(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.withPlace(visit, form, async () => {
      await this.links.withdraw(PURPOSE, form.text('token'));
      return visit.goTo(`/link/${PURPOSE}?done=withdraw-link`);
    });
  }

  @Post(':act')
  async take(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Param('act') name: string,
  ): Promise<PageBody> {
    const act = ACTS.find((one) => one === name);
    if (!act) throw new NotFoundError('page');
    return this.withPlace(visit, form, async (place) => {
      const done = await this.steps.take(place, act, form);
      if (typeof done !== 'string') return visit.show(done.page, done.status);
      // It can be changed until it is released, and what the other side says can be replied to.
      const query = new URLSearchParams({ done, token: form.text('token') });
      return visit.goTo(`/link/${PURPOSE}?${query.toString()}`);
    });
  }

  private async withPlace(
    visit: Visit,
    form: Form,
    work: (place: DeploymentPlace) => PageBody | Promise<PageBody>,
  ): Promise<PageBody> {
    try {
      return await work(await this.steps.placeByLink(visit, form.text('token')));
    } catch (error) {
      if (error instanceof NotFoundError) return showRefusal(error, visit, PURPOSE);
      throw error;
    }
  }
}

/** A page behind the link, with the way to the other one, and a way to make her links useless. */
function withWays(place: DeploymentPlace, shown: (typeof PAGES)[number], page: Page): Page {
  const { visit, token } = place;
  const other = PAGES.find((one) => one !== shown && isOpen(place, one));
  const named =
    other &&
    html`<input type="hidden" name="page" value="${other}" />${button(
        visit.t(`deployment.ways.${other}`),
        'second',
      )}`;
  const content = html`${page.content}${named && formOfLink(visit, token ?? '', '/link/feedback', named)}`;
  return withWayOut(visit, { ...page, content }, PURPOSE, token ?? '');
}
