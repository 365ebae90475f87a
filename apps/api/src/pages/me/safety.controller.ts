import {
  AudienceService,
  consentTexts,
  CurationService,
  ProfileService,
  PseudonymService,
  RULED_OUT_IN_RANKINGS,
  type WholeProfile,
} from '#directory';
import { CodeNameCosts } from '#engagement';
import { Controller, Get, Post } from '@nestjs/common';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { Form } from '../request/form.js';
import { herself } from '../request/herself.js';
import { territoriesIn } from '../request/territories-form.js';
import { mistakesOf, NO_MISTAKES } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { codeNameSection } from './code-name.view.js';
import { safetyPage, type RankingsChoice, type SafetyWritten } from './safety.page.js';

/** What keeps her safe: a code name, and territories where she is never sent. */
@Controller('me/safety')
export class SafetyPageController {
  constructor(
    private readonly profiles: ProfileService,
    private readonly curation: CurationService,
    private readonly pseudonyms: PseudonymService,
    private readonly costs: CodeNameCosts,
    private readonly audiences: AudienceService,
  ) {}

  @Get()
  async show(@PageVisit() visit: Visit): Promise<PageBody> {
    const profile = await this.profiles.whole(visit.viewer, herself(visit));
    return this.page(visit, heldIn(profile));
  }

  @Post('ask')
  async ask(@PageVisit() visit: Visit): Promise<PageBody> {
    await this.pseudonyms.ask(visit.viewer, herself(visit));
    return visit.goTo('/me/safety?done=saved');
  }

  @Post()
  async save(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const written = writtenIn(form);
    const { codes, mistake } = territoriesIn(written.added, visit);
    if (mistake !== null) {
      return this.page(visit, { ...written, mistakes: new Map([['added', mistake]]) }, 422);
    }
    try {
      await this.curation.edit(visit.viewer, herself(visit), Number(written.revision), {
        pseudonymous: written.pseudonymous,
        codeName: written.codeName || null,
        ruledOut: [...written.kept, ...codes],
      });
    } catch (error) {
      const fields = { ruledOut: 'added' };
      const found = mistakesOf(error, visit.t, fields);
      return this.page(visit, { ...written, mistakes: found }, 422);
    }
    return visit.goTo('/me/safety?done=saved');
  }

  /** Whether verified organizers' rankings leave her out where she has ruled work out. */
  @Post('rankings')
  async choose(@PageVisit() visit: Visit, @PageForm() form: Form): Promise<PageBody> {
    const agreed = form.text('rankings') === 'VETTED';
    await this.audiences.set(visit.viewer, herself(visit), {
      field: 'ruledOut',
      audience: agreed ? 'VETTED' : 'CURATOR',
      consent: agreed ? { textVersion: form.text('version'), language: visit.locale } : null,
    });
    return visit.goTo('/me/safety?done=saved');
  }

  private async page(visit: Visit, written: SafetyWritten, status = 200): Promise<PageBody> {
    const { viewer } = visit;
    const shown = await this.pseudonyms.preview(viewer, herself(visit));
    const cost = await this.costs.of(viewer, herself(visit), shown.public);
    const codeName = codeNameSection(visit, shown, cost);
    const choice = await this.choice(visit);
    return visit.show(safetyPage(visit, written, codeName, choice), status);
  }

  private async choice(visit: Visit): Promise<RankingsChoice> {
    const fields = await this.audiences.list(visit.viewer, herself(visit));
    return {
      audience: fields.find(({ field }) => field === 'ruledOut')!.audience,
      text: consentTexts(visit.locale).find(({ name }) => name === RULED_OUT_IN_RANKINGS),
    };
  }
}

function heldIn({ revision, pseudonymous, codeName, ruledOut }: WholeProfile): SafetyWritten {
  return {
    revision: String(revision),
    pseudonymous,
    codeName: codeName ?? '',
    ruledOut,
    kept: ruledOut,
    added: '',
    mistakes: NO_MISTAKES,
  };
}

function writtenIn(form: Form): SafetyWritten {
  return {
    revision: form.text('revision'),
    pseudonymous: form.has('pseudonymous'),
    codeName: form.text('codeName'),
    ruledOut: form.all('shown'),
    kept: form.all('ruledOut'),
    added: form.text('added'),
    mistakes: NO_MISTAKES,
  };
}
