import type { Viewer } from '#identity';
import { OwnNeedService } from '#engagement';
import { InvalidInputError, type InputProblem } from '#kernel';
import { refusal } from '#messages';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import type { Context } from '../graphql/context.js';
import { mediatorKeys, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  CloseNeedArgs,
  CreateNeedInput,
  EditNeedInput,
  MyNeedsArgs,
  NeedStepArgs,
  RecordEngagedArgs,
} from './need.inputs.js';
import { Need, NeedConnection, NeedResult } from './need.type.js';
import { toChanges, toDraft } from './to-draft.js';
import { toNeed } from './to-need.js';

const LIST = 'myNeeds';

const NOBODY_THEN: InputProblem = {
  path: 'mediatorIds',
  code: 'CONTRADICTION',
  message: refusal('needs.cancelledWithNobody'),
};

/** What organizers do with the needs of their organization. */
@Resolver()
export class OwnNeedsResolver {
  constructor(
    private readonly needs: OwnNeedService,
    private readonly limits: Limits,
  ) {}

  @Query(() => NeedConnection, {
    name: LIST,
    description:
      'The needs of your own organization, the oldest first. For organizers of verified organizations.',
  })
  async mine(@Args() args: MyNeedsArgs, @CurrentViewer() viewer: Viewer): Promise<NeedConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const result = await this.needs.list(viewer, page, args.states ?? undefined);
    return keyedConnection(
      LIST,
      result,
      ({ id }) => id,
      (need) => toNeed(need, viewer),
    );
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
