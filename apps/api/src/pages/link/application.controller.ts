import { ApplyService } from '#applications';
import { InvalidStateError, NotFoundError } from '#kernel';
import { Controller, Get, Post } from '@nestjs/common';
import { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { deletedPage, ownApplicationPage } from './application.pages.js';
import { showRefusal } from './once.js';

/** Confirms an application and takes it back, by the link that every mail about it has. Only a button does so. */
@Controller('link/application')
export class ApplicationLinkController {
  constructor(private readonly applying: ApplyService) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const token = visit.query.get('token') ?? '';
    if (visit.query.has('deleted')) return visit.show(deletedPage(visit));
    try {
      const own = await this.applying.byLink(token);
      // In the language in which she applied, where she asks for no other.
      const asked = visit.query.has('lang');
      const reader = visit.inOneOf(asked ? own.call.languages : [own.locale]);
      return reader.show(ownApplicationPage(reader, own, token));
    } catch (error) {
      return showRefusal(error, visit, 'application');
    }
  }

  @Post('confirm')
  async confirm(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const token = form.text('token');
    return takenOnce(visit, token, async () => {
      await this.applying.confirm(token);
      return addressOf(token, visit);
    });
  }

  @Post('withdraw')
  async withdraw(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const token = form.text('token');
    return takenOnce(visit, token, async () => {
      const { left } = await this.applying.withdraw(token);
      return left ? addressOf(token, visit) : '/link/application?deleted';
    });
  }
}

/** Takes a step and goes where it leads. Whoever presses a button twice sees how her application stands. */
async function takenOnce(
  visit: Visit,
  token: string,
  work: () => Promise<string>,
): Promise<PageBody> {
  try {
    return visit.goTo(await work());
  } catch (error) {
    if (error instanceof InvalidStateError) return visit.goTo(addressOf(token, visit));
    if (error instanceof NotFoundError) return showRefusal(error, visit, 'application');
    throw error;
  }
}

/** Keeps the language that she has asked for. */
function addressOf(token: string, { query, locale }: Visit): string {
  const parameters = new URLSearchParams({ token });
  if (query.has('lang')) parameters.set('lang', locale);
  return `/link/application?${parameters.toString()}`;
}
