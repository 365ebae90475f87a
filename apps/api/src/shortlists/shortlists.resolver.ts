import type { Viewer } from '#identity';
import { FeedbackService, ShortlistService } from '#engagement';
import { Args, Context as Ctx, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { assertInputObjectType, type GraphQLResolveInfo } from 'graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { asVariable } from '../graphql/as-variable.js';
import { Cost, RANKED_STORED } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { mediatorKeys, publicIdIn, readIdOf } from '../graphql/global-id.js';
import { Json } from '../graphql/json.scalar.js';
import { Limits } from '../graphql/limits.js';
import { requestedPage, idPage, keyedConnection } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  AddToShortlistInput,
  FeedbackInput,
  ShortlistsArgs,
  ShortlistStepArgs,
} from './shortlist.inputs.js';
import {
  FeedbackCount,
  Shortlist,
  ShortlistConnection,
  ShortlistEntry,
  ShortlistResult,
} from './shortlist.type.js';
import { toShortlist } from './to-shortlist.js';

const LIST = 'shortlists';

@Resolver(() => ShortlistEntry)
export class ShortlistsResolver {
  constructor(
    private readonly service: ShortlistService,
    private readonly feedback: FeedbackService,
    private readonly limits: Limits,
  ) {}

  @Query(() => ShortlistConnection, {
    name: LIST,
    description: 'Shortlists of a need of your organization, or of all its needs, oldest first.',
  })
  async list(
    @Args() args: ShortlistsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ShortlistConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const needId = args.needId ? readIdOf('Need', args.needId, 'needId') : null;
    const result = await this.service.list(viewer, needId, page);
    return keyedConnection(
      LIST,
      result,
      ({ id }) => id,
      (view) => toShortlist(view, locale),
    );
  }

  @Query(() => Shortlist, { description: 'One shortlist of your organization, by its id.' })
  async shortlist(
    @Args('id', { type: () => ID, description: 'The id of the shortlist.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    return toShortlist(await this.service.one(viewer, readIdOf('Shortlist', id)), locale);
  }

  @Cost({ items: 20 })
  @Query(() => [FeedbackCount], {
    description:
      'Counts why mediators were kept and dropped by your organization, over entries that are open. Use it to tune weights.',
  })
  async feedbackCounts(
    @Args('needId', {
      type: () => ID,
      nullable: true,
      description: 'The id of a need, to count only its shortlists. All if absent.',
    })
    needId: string | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<FeedbackCount[]> {
    const id = needId ? readIdOf('Need', needId, 'needId') : null;
    return this.feedback.counts(viewer, id);
  }

  @RefusableMutation(() => ShortlistResult, {
    description: 'Creates an empty shortlist for a need that is open.',
  })
  async createShortlist(
    @Args('needId', {
      type: () => ID,
      description: 'The id of the need that mediators are chosen for.',
    })
    needId: string,
    @Args('title', { type: () => String, description: 'A short title, at most 200 characters.' })
    title: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const id = readIdOf('Need', needId, 'needId');
    return toShortlist(await this.service.create(viewer, id, title), locale);
  }

  @Cost({ own: RANKED_STORED })
  @RefusableMutation(() => ShortlistResult, {
    description:
      'Puts mediators on a shortlist. What the ranking says of each now is kept for good.',
  })
  async addToShortlist(
    @Args('input', { description: 'The shortlist, and the mediators to add to it.' })
    input: AddToShortlistInput,
    @Ctx() context: Context,
  ): Promise<Shortlist> {
    const { viewer, locale } = context;
    const id = readIdOf('Shortlist', input.id);
    const ids = input.entries.map(({ mediatorId }) => mediatorId);
    const keys = await mediatorKeys(context, ids, (i) => `entries.${i}.mediatorId`);
    const choices = keys.map((mediatorId, i) => ({
      mediatorId,
      publicId: publicIdIn(ids[i] ?? ''),
      note: input.entries[i]?.note,
    }));
    return toShortlist(await this.service.add(viewer, id, input.revision, choices), locale);
  }

  @RefusableMutation(() => ShortlistResult, { description: 'Removes an entry from a shortlist.' })
  async removeFromShortlist(
    @Args() { id, revision }: ShortlistStepArgs,
    @Args('entryId', { type: () => ID, description: 'The id of the entry to remove.' })
    entryId: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('Shortlist', id);
    const entry = readIdOf('ShortlistEntry', entryId, 'entryId');
    return toShortlist(await this.service.remove(viewer, key, revision, entry), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description:
      'Records that the shortlist was sent to whoever decides. Its entries stay as they are from now on.',
  })
  async sendShortlist(
    @Args() { id, revision }: ShortlistStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('Shortlist', id);
    return toShortlist(await this.service.send(viewer, key, revision), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description: 'Closes a shortlist. Its feedback stays as it is.',
  })
  async closeShortlist(
    @Args() { id, revision }: ShortlistStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('Shortlist', id);
    return toShortlist(await this.service.close(viewer, key, revision), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description:
      'Records whether a mediator was kept or dropped, and why. Earlier feedback is kept in the history.',
  })
  async giveFeedback(
    @Args('input', { description: 'The entry of a shortlist, and the feedback on it.' })
    { entryId, verdict, reasons, note }: FeedbackInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const entry = readIdOf('ShortlistEntry', entryId, 'entryId');
    const given = { verdict, reasons: reasons ?? [], note };
    const id = await this.feedback.give(viewer, entry, given);
    return toShortlist(await this.service.one(viewer, id), locale);
  }

  @ResolveField(() => Json)
  asked(entry: ShortlistEntry, _args: unknown, _context: Context, info: GraphQLResolveInfo) {
    return asVariable(entry.asked, assertInputObjectType(info.schema.getType('NeedInput')));
  }
}
