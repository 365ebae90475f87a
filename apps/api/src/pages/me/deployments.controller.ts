import { CLOCK } from '#config';
import { NotFoundError } from '#kernel';
import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import {
  DEPLOYMENT_ACTS,
  isOpen,
  READING_PAGES,
  WRITING_PAGES,
} from '../deployments/deployment-place.js';
import { DeploymentSteps, lineIn, type Again, type Done } from '../deployments/deployment-steps.js';
import { deploymentPage, incidentPage, readingPage } from '../deployments/deployment.page.js';
import { deploymentsPage } from '../deployments/deployments.page.js';
import { LINE_ACTS, leadsOn, linePage } from '../deployments/lines.pages.js';
import { writingPage } from '../deployments/writing.pages.js';
import { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { NO_MISTAKES } from '../views/mistakes.js';

/** Her work for organizations: what must be clear before, how she is, and how it ends. */
@Controller('me/deployments')
export class DeploymentsPageController {
  constructor(
    private readonly steps: DeploymentSteps,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get()
  async list(@PageVisit() visit: Visit): Promise<PageBody> {
    return visit.show(deploymentsPage(visit, await this.steps.list(visit), this.now()));
  }

  @Get(':id')
  async show(@PageVisit() visit: Visit, @Param('id') id: string): Promise<PageBody> {
    return visit.show(deploymentPage(await this.steps.place(visit, id)));
  }

  @Get(':id/lines/:kind')
  async line(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @Param('kind') kind: string,
  ): Promise<PageBody> {
    const place = await this.steps.place(visit, id);
    const line = place.deployment.lines.find((one) => one.kind === kind);
    if (!line) throw new NotFoundError('line');
    if (!leadsOn(place, line)) return visit.goTo(`/me/deployments/${place.deployment.id}/lines`);
    return visit.show(linePage(place, line, lineIn(Form.of(null), NO_MISTAKES)));
  }

  @Get(':id/incidents/:incident')
  async incident(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @Param('incident') incidentId: string,
  ): Promise<PageBody> {
    const place = await this.steps.place(visit, id);
    const incident = place.incidents.find((one) => one.id === incidentId);
    if (!incident) throw new NotFoundError('incident');
    return visit.show(incidentPage(place, incident));
  }

  @Get(':id/:page')
  async open(
    @PageVisit() visit: Visit,
    @Param('id') id: string,
    @Param('page') name: string,
  ): Promise<PageBody> {
    const place = await this.steps.place(visit, id);
    const read = READING_PAGES.find((each) => each === name);
    const write = WRITING_PAGES.find((each) => each === name);
    const page = read ?? write;
    if (!page) throw new NotFoundError('page');
    if (!isOpen(place, page)) return visit.goTo(`/me/deployments/${place.deployment.id}`);
    return visit.show(
      read ? readingPage(place, read) : writingPage(place, write!, null, NO_MISTAKES),
    );
  }

  @Post(':id/lines/:kind')
  async takeLine(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Param('id') id: string,
    @Param('kind') kind: string,
  ): Promise<PageBody> {
    const act = LINE_ACTS.find((each) => each === form.text('step'));
    const place = await this.steps.place(visit, id);
    const line = place.deployment.lines.find((one) => one.kind === kind);
    if (!act || !line) throw new NotFoundError('line');
    const done = await this.steps.takeLine(place, line, act, form);
    return answer(visit, done, `/me/deployments/${place.deployment.id}/lines`);
  }

  @Post(':id/:act')
  async take(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Param('id') id: string,
    @Param('act') name: string,
  ): Promise<PageBody> {
    const act = DEPLOYMENT_ACTS.find((each) => each === name);
    if (!act) throw new NotFoundError('page');
    const place = await this.steps.place(visit, id);
    const done = await this.steps.take(place, act, form);
    return answer(visit, done, `/me/deployments/${place.deployment.id}`);
  }
}

function answer(visit: Visit, done: Done | Again, path: string): PageBody {
  return typeof done === 'string'
    ? visit.goTo(`${path}?done=${done}`)
    : visit.show(done.page, done.status);
}
