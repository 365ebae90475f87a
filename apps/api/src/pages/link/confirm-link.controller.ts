import { LifeCycleService } from '#directory';
import { Controller, Get, Post } from '@nestjs/common';
import type { PageBody, Visit } from '../request/visit.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { plainLinkPage } from './link.pages.js';
import { useOnce } from './once.js';

/** Confirms a profile by the link of a reminder, and signs nobody in. */
@Controller('link/confirm-profile')
export class ConfirmLinkController {
  constructor(private readonly lifeCycle: LifeCycleService) {}

  @Get()
  async ask(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(plainLinkPage(visit, 'confirm-profile', visit.query.get('token') ?? ''));
  }

  @Post()
  async act(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const token = form.text('token');
    const confirm = async () => {
      await this.lifeCycle.confirmByLink(token);
      return 'confirm-profile' as const;
    };
    return useOnce(visit, 'confirm-profile', confirm);
  }
}
