import { consentTexts, HER_WORDS, HerDirectories, ProfileService } from '#directory';
import { isUuid } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { directoriesPage } from './directories.page.js';

const PLACE = '/me/consents/directories';

/** Other directories: she agrees to be compared with each, and says whether it is she whom it lists. */
@Controller('me/consents/directories')
export class DirectoriesPageController {
  constructor(
    private readonly directories: HerDirectories,
    private readonly profiles: ProfileService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const { networks } = await this.profiles.whole(visit.viewer, herself(visit));
    const directories = await this.directories.list(visit.viewer);
    return visit.show(
      directoriesPage(visit, { directories, networks, texts: consentTexts(visit.locale) }),
    );
  }

  /** To the text that was shown to her, in the language in which she read it. */
  @Post(':id/agree')
  async agree(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @PageForm() form: Form,
  ): Promise<PageBody> {
    await this.say(visit, id, form, true);
    return visit.goTo(`${PLACE}?done=given`);
  }

  @Post(':id/refuse')
  async refuse(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @PageForm() form: Form,
  ): Promise<PageBody> {
    await this.say(visit, id, form, false);
    return visit.goTo(`${PLACE}?done=saved`);
  }

  @Post('listings/:id')
  async answer(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @PageForm() form: Form,
  ): Promise<PageBody> {
    herself(visit);
    const word = HER_WORDS.find((one) => one === form.text('word'));
    const told = form.all('told');
    if (!isUuid(id) || !word || !told.every(isUuid)) throw new NotFoundError('listing');
    await this.directories.answer(visit.viewer, id, { word, told });
    return visit.goTo(`${PLACE}?done=saved`);
  }

  private async say(visit: Visit, id: string, form: Form, agreed: boolean): Promise<void> {
    herself(visit);
    if (!isUuid(id)) throw new NotFoundError('directory');
    await this.directories.agree(visit.viewer, id, {
      agreed,
      textVersion: form.text('version'),
      language: visit.locale,
    });
  }
}
