import { HER_WORDS, HerDuplicateService } from '#directory';
import { isUuid } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { entriesPage, MOST_ENTRIES } from './entries.page.js';

/** Other entries of the directory that are perhaps hers: she says whether they are, and who may know. */
@Controller('me/consents/entries')
export class EntriesPageController {
  constructor(private readonly entries: HerDuplicateService) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    herself(visit);
    const all = await this.entries.list(visit.viewer);
    const from = Math.max(0, Math.trunc(Number(visit.query.get('from'))) || 0);
    const next = from + MOST_ENTRIES;
    const page = entriesPage(visit, all.slice(from, next), next < all.length ? next : null);
    return visit.show(page);
  }

  @Post(':id')
  async answer(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @PageForm() form: Form,
  ): Promise<PageBody> {
    herself(visit);
    const word = HER_WORDS.find((one) => one === form.text('word'));
    const told = form.all('told');
    if (!isUuid(id) || !word || !told.every(isUuid)) throw new NotFoundError('entry');
    await this.entries.answer(visit.viewer, id, { word, told });
    return visit.goTo('/me/consents/entries?done=saved');
  }
}
