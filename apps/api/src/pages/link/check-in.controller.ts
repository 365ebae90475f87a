import { OwnDeploymentService } from '#deployments';
import { NotFoundError } from '#kernel';
import { Controller, Get, Post } from '@nestjs/common';
import type { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { checkInLinkPage } from './check-in.page.js';
import { showRefusal } from './once.js';

/**
 * A check-in by the link of a mail, without signing in. Programs that look through mails open every link: only a button
 * answers for her.
 */
@Controller('link/check-in')
export class CheckInLinkController {
  constructor(private readonly deployments: OwnDeploymentService) {}

  @Get()
  async meet(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(checkInLinkPage(visit, visit.query.get('token') ?? ''));
  }

  @Post()
  async well(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.checkIn(visit, form, false);
  }

  @Post('call')
  async call(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    return this.checkIn(visit, form, true);
  }

  private async checkIn(visit: Visit, form: Form, wantsCall: boolean): Promise<PageBody> {
    try {
      await this.deployments.checkInByLink(form.text('token'), wantsCall);
    } catch (error) {
      if (error instanceof NotFoundError) return showRefusal(error, visit, 'check-in');
      throw error;
    }
    return visit.goTo(`/link/check-in?done=${wantsCall ? 'call' : 'check-in'}`);
  }
}
