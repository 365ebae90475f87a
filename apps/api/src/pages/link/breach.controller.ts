import { OwnBreachService } from '#breaches';
import { HerLinks } from '#directory';
import type { Viewer } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Post } from '@nestjs/common';
import { html } from '../html/html.js';
import { noticeView } from '../me/notices.page.js';
import { formOfLink } from '../request/form-of-link.js';
import type { Form } from '../request/form.js';
import { notice } from '../request/notice.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { button } from '../views/fields.js';
import { showRefusal } from './once.js';
import { waitingPage, withWayOut } from './waiting.page.js';

const PURPOSE = 'breach';

/** What may have been seen of her, by the link of a mail, without signing in. What opens the link shows and changes nothing. */
@Controller('link/breach')
export class BreachLinkController {
  constructor(
    private readonly links: HerLinks,
    private readonly breaches: OwnBreachService,
  ) {}

  @Get()
  async meet(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(waitingPage(visit, PURPOSE));
  }

  @Post()
  async show(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const token = form.text('token');
    return this.withNotice(visit, form, async (viewer, id) => {
      const { t } = visit;
      const one = await this.breaches.byId(viewer, id);
      const read = formOfLink(visit, token, `/link/${PURPOSE}/read`, button(t('notices.read')));
      const page = {
        leavable: true,
        title: t('notices.title'),
        content: html`${notice(visit)}${noticeView(visit, one, read)}`,
      };
      return visit.show(withWayOut(visit, page, PURPOSE, token));
    });
  }

  @Post('read')
  async read(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.withNotice(visit, form, async (viewer, id) => {
      await this.breaches.noteRead(viewer, id);
      return visit.goTo(`/link/${PURPOSE}?done=read`);
    });
  }

  @Post('withdraw')
  async withdraw(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.withNotice(visit, form, async () => {
      await this.links.withdraw(PURPOSE, form.text('token'));
      return visit.goTo(`/link/${PURPOSE}?done=withdraw-link`);
    });
  }

  private async withNotice(
    visit: Visit,
    form: Form,
    work: (viewer: Viewer, breachId: string) => Promise<PageBody>,
  ): Promise<PageBody> {
    try {
      const { viewer, id } = await this.links.open(PURPOSE, form.text('token'));
      return await work(viewer, id);
    } catch (error) {
      if (error instanceof NotFoundError) return showRefusal(error, visit, PURPOSE);
      throw error;
    }
  }
}
