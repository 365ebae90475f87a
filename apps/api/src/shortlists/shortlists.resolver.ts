import { FeedbackService, ShortlistService } from '#engagement';
import { Args, Context as Ctx, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { assertInputObjectType, type GraphQLResolveInfo } from 'graphql';
import { asVariable } from '../graphql/as-variable.js';
import { Cost, RANKED_STORED } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { mediatorKeys, publicIdIn, readIdOf } from '../graphql/global-id.js';
import { Json } from '../graphql/json.scalar.js';
import { Limits } from '../graphql/limits.js';
import { askedPage, idPage, keyedConnection } from '../graphql/page.js';
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
    description: 'Shortlists of a need of your organization, oldest first.',
  })
  async list(
    @Args() args: ShortlistsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<ShortlistConnection> {
    const page = idPage(LIST, askedPage(args, this.limits.pageSize));
    const needId = readIdOf('Need', args.needId, 'needId');
    const result = await this.service.list(viewer, needId, page);
    return keyedConnection(
      LIST,
      result,
      ({ id }) => id,
      (view) => toShortlist(view, locale),
    );
  }

  @Query(() => Shortlist, { description: 'A shortlist of your organization.' })
  async shortlist(
    @Args('id', { type: () => ID, description: 'Which.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    return toShortlist(await this.service.one(viewer, readIdOf('Shortlist', id)), locale);
  }

  @Cost({ items: 20 })
  @Query(() => [FeedbackCount], {
    description:
      'Why women were kept and dropped by your organization, of those whose entries are open: weights are tuned by it.',
  })
  async feedbackCounts(
    @Args('needId', { type: () => ID, nullable: true, description: 'For one need only.' })
    needId: string | null,
    @Ctx() { viewer }: Context,
  ): Promise<FeedbackCount[]> {
    const id = needId ? readIdOf('Need', needId, 'needId') : null;
    return this.feedback.counts(viewer, id);
  }

  @RefusableMutation(() => ShortlistResult, {
    description: 'Begins a shortlist for a need that is open.',
  })
  async createShortlist(
    @Args('needId', { type: () => ID, description: 'The need.' }) needId: string,
    @Args('title', { type: () => String, description: 'In a few words.' }) title: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const id = readIdOf('Need', needId, 'needId');
    return toShortlist(await this.service.create(viewer, id, title), locale);
  }

  @Cost({ own: RANKED_STORED })
  @RefusableMutation(() => ShortlistResult, {
    description: 'Puts women on it, with what the ranking says of each now, kept for good.',
  })
  async addToShortlist(
    @Args('input') input: AddToShortlistInput,
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

  @RefusableMutation(() => ShortlistResult, { description: 'Takes a woman off it.' })
  async removeFromShortlist(
    @Args() { id, revision }: ShortlistStepArgs,
    @Args('entryId', { type: () => ID, description: 'Whom.' }) entryId: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('Shortlist', id);
    const entry = readIdOf('ShortlistEntry', entryId, 'entryId');
    return toShortlist(await this.service.remove(viewer, key, revision, entry), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description: 'Says that it went to whoever decides: who is on it stays so.',
  })
  async sendShortlist(
    @Args() { id, revision }: ShortlistStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('Shortlist', id);
    return toShortlist(await this.service.send(viewer, key, revision), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description: 'Ends a shortlist: feedback stands as it is.',
  })
  async closeShortlist(
    @Args() { id, revision }: ShortlistStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const key = readIdOf('Shortlist', id);
    return toShortlist(await this.service.close(viewer, key, revision), locale);
  }

  @RefusableMutation(() => ShortlistResult, {
    description: 'Says whether a woman was kept or dropped, and why. What was said before is kept.',
  })
  async giveFeedback(
    @Args('input') { entryId, verdict, reasons, note }: FeedbackInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Shortlist> {
    const entry = readIdOf('ShortlistEntry', entryId, 'entryId');
    const said = { verdict, reasons: reasons ?? [], note };
    const id = await this.feedback.give(viewer, entry, said);
    return toShortlist(await this.service.one(viewer, id), locale);
  }

  @ResolveField(() => Json)
  asked(entry: ShortlistEntry, _args: unknown, _context: Context, info: GraphQLResolveInfo) {
    return asVariable(entry.asked, assertInputObjectType(info.schema.getType('NeedInput')));
  }
}
