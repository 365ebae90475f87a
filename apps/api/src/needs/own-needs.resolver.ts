import type { Viewer } from '#identity';
import { OwnNeedService, PeaceProcessService } from '#engagement';
import { InvalidInputError, type InputProblem } from '#kernel';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { mediatorKeys, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection, keyedPage, PageArgs } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  CloseNeedArgs,
  CreateNeedInput,
  EditNeedInput,
  EditPeaceProcessArgs,
  MyNeedsArgs,
  NeedStepArgs,
  RecordEngagedArgs,
} from './need.inputs.js';
import { Need, NeedConnection, NeedResult } from './need.type.js';
import {
  PeaceProcess,
  PeaceProcessConnection,
  PeaceProcessResult,
  toPeaceProcess,
} from './peace-process.type.js';
import { toChanges, toDraft, toProcessChanges } from './to-draft.js';
import { toNeed } from './to-need.js';

const LISTS = { needs: 'myNeeds', processes: 'peaceProcesses' } as const;

const NOBODY_THEN: InputProblem = {
  path: 'mediatorIds',
  code: 'CONTRADICTION',
  message: 'A need that is cancelled is filled with nobody.',
};

/** What organizers do with the needs of their organization. */
@Resolver()
export class OwnNeedsResolver {
  constructor(
    private readonly needs: OwnNeedService,
    private readonly processes: PeaceProcessService,
    private readonly limits: Limits,
  ) {}

  @Query(() => NeedConnection, {
    name: LISTS.needs,
    description:
      'The needs of your own organization, the oldest first. For organizers of verified organizations.',
  })
  async mine(@Args() args: MyNeedsArgs, @CurrentViewer() viewer: Viewer): Promise<NeedConnection> {
    const page = idPage(LISTS.needs, requestedPage(args, this.limits.pageSize));
    const result = await this.needs.list(viewer, page, args.states ?? undefined);
    return keyedConnection(
      LISTS.needs,
      result,
      ({ id }) => id,
      (need) => toNeed(need, viewer),
    );
  }

  @Query(() => PeaceProcessConnection, {
    name: LISTS.processes,
    description:
      'The peace processes that a need can belong to: public ones and those of your organization, in the order of their slugs.',
  })
  async peaceProcesses(
    @Args() args: PageArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PeaceProcessConnection> {
    const page = keyedPage(LISTS.processes, requestedPage(args, this.limits.pageSize));
    const result = await this.processes.list(viewer, page);
    return keyedConnection(LISTS.processes, result, ({ slug }) => slug, toPeaceProcess);
  }

  @RefusableMutation(() => PeaceProcessResult, {
    description:
      'Changes a peace process that your organization recorded. One that came from a public source cannot be changed.',
  })
  async editPeaceProcess(
    @Args() { slug, changes }: EditPeaceProcessArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<PeaceProcess> {
    return toPeaceProcess(await this.processes.edit(viewer, slug, toProcessChanges(changes)));
  }

  @RefusableMutation(() => NeedResult, {
    description: 'Creates a need of your organization, as a draft.',
  })
  async createNeed(
    @Args('input', { description: 'The need to create, with its criteria.' })
    input: CreateNeedInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Need> {
    return toNeed(await this.needs.create(viewer, toDraft(input)), viewer);
  }

  @RefusableMutation(() => NeedResult, {
    description: 'Changes a need. Shortlists made before keep the need as it was.',
  })
  async editNeed(
    @Args('input', { description: 'The need to change, and the changes.' }) input: EditNeedInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Need> {
    const id = readIdOf('Need', input.id);
    return toNeed(await this.needs.edit(viewer, id, input.revision, toChanges(input)), viewer);
  }

  @RefusableMutation(() => NeedResult, {
    description: 'Opens a draft. A public need is shown to everyone from now on.',
  })
  async openNeed(
    @Args() { id, revision }: NeedStepArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Need> {
    return toNeed(await this.needs.open(viewer, readIdOf('Need', id), revision), viewer);
  }

  @RefusableMutation(() => NeedResult, {
    description:
      'Records mediators whom you engaged outside of Baraza. When as many as are wanted are engaged, the need is filled and its shortlists are closed.',
  })
  async recordEngaged(@Args() args: RecordEngagedArgs, @Ctx() context: Context): Promise<Need> {
    const { viewer } = context;
    const key = readIdOf('Need', args.id);
    const women = await mediatorKeys(context, args.mediatorIds, (i) => `mediatorIds.${i}`);
    return toNeed(await this.needs.engage(viewer, key, args.revision, women), viewer);
  }

  @RefusableMutation(() => NeedResult, {
    description: 'Ends a need and closes its shortlists.',
  })
  async closeNeed(@Args() args: CloseNeedArgs, @Ctx() context: Context): Promise<Need> {
    const { id, revision, outcome } = args;
    const { viewer } = context;
    const key = readIdOf('Need', id);
    if (outcome === 'cancelled') {
      if (args.mediatorIds?.length) throw new InvalidInputError([NOBODY_THEN]);
      return toNeed(await this.needs.cancel(viewer, key, revision), viewer);
    }
    const women = await mediatorKeys(context, args.mediatorIds ?? [], (i) => `mediatorIds.${i}`);
    return toNeed(await this.needs.fill(viewer, key, revision, women), viewer);
  }
}
