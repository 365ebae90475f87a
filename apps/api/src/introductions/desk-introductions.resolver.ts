import { DeskAskService } from '#introductions';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import {
  DeskIntroduction,
  DeskIntroductionConnection,
  DeskIntroductionResult,
} from './desk-introduction.type.js';
import {
  DeskIntroductionsArgs,
  DeskMessageArgs,
  HoldMessageArgs,
  IntroductionStepArgs,
  RefuseIntroductionArgs,
  RelayMessageArgs,
  ReviewDeclarationArgs,
  SpokenAnswerInput,
  WordsArgs,
} from './introduction.inputs.js';
import { toSpoken } from './to-inputs.js';
import { toDeskIntroduction } from './to-introduction.js';

const LIST = 'deskIntroductions';
const keyOf = (id: string) => readIdOf('DeskIntroduction', id);

/** What the desk of a network does with introductions to its mediators. */
@Resolver(() => DeskIntroduction)
export class DeskIntroductionsResolver {
  constructor(
    private readonly service: DeskAskService,
    private readonly limits: Limits,
  ) {}

  @Query(() => DeskIntroductionConnection, {
    name: LIST,
    description:
      'Introductions to mediators for whom the desk of a network acts, the oldest first. For its coordinators.',
  })
  async deskIntroductions(
    @Args() args: DeskIntroductionsArgs,
    @Ctx() context: Context,
  ): Promise<DeskIntroductionConnection> {
    const { viewer, locale } = context;
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const filter = {
      networkId: await networkId(context, args.network),
      states: args.states,
      mediatorId: args.profileId ? readIdOf('Profile', args.profileId, 'profileId') : null,
    };
    return keyedConnection(
      LIST,
      await this.service.list(viewer, filter, page),
      ({ id }) => id,
      (view) => toDeskIntroduction(view, locale),
    );
  }

  @Query(() => DeskIntroduction, {
    description: 'One introduction to a mediator of your network. For its coordinators.',
  })
  async deskIntroduction(
    @Args('id', { type: () => ID, description: 'The id of the introduction.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    return toDeskIntroduction(await this.service.byId(viewer, keyOf(id)), locale);
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description:
      'Asks the mediator. Her time to answer begins, and she is told in the way that she chose.',
  })
  async forwardIntroduction(
    @Args() { id, revision }: IntroductionStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    return toDeskIntroduction(await this.service.forward(viewer, keyOf(id), revision), locale);
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description: 'Returns a request to the organizer, and says what you need before you ask her.',
  })
  async returnIntroduction(
    @Args() { id, revision, words }: WordsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    const view = await this.service.returnTo(viewer, keyOf(id), revision, words);
    return toDeskIntroduction(view, locale);
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description:
      'Refuses a request. The organizer is told neither that nor why, and not before the time that was announced.',
  })
  async refuseIntroduction(
    @Args() { id, revision, reason, words }: RefuseIntroductionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    const view = await this.service.refuse(viewer, keyOf(id), revision, { reason, words });
    return toDeskIntroduction(view, locale);
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description:
      'Records what the mediator said by telephone or in person, with its proof. It counts as if she had written it herself.',
  })
  async recordIntroductionAnswer(
    @Args('input', { description: 'The introduction, and what she said.' })
    input: SpokenAnswerInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    const { id, revision } = input;
    const spoken = toSpoken(input);
    return toDeskIntroduction(
      await this.service.recordAnswer(viewer, keyOf(id), revision, spoken),
      locale,
    );
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description:
      'Reviews the ties that a mediator has declared. Until then the organizer cannot confirm.',
  })
  async reviewDeclaration(
    @Args() { id, revision, outcome, words }: ReviewDeclarationArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    const input = { outcome, words };
    const view = await this.service.reviewDeclaration(viewer, keyOf(id), revision, input);
    return toDeskIntroduction(view, locale);
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description: 'Passes a message of the relay on to the other side.',
  })
  async passRelayMessage(
    @Args() { id, revision, messageId }: RelayMessageArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    const view = await this.service.passMessage(viewer, keyOf(id), revision, messageId);
    return toDeskIntroduction(view, locale);
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description:
      'Holds a message of the relay back, with a word to its author, who may write another.',
  })
  async holdRelayMessage(
    @Args() { id, revision, messageId, word }: HoldMessageArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    const view = await this.service.holdMessage(viewer, keyOf(id), revision, messageId, word);
    return toDeskIntroduction(view, locale);
  }

  @RefusableMutation(() => DeskIntroductionResult, {
    description: 'Writes as the desk to the organizer or to the mediator.',
  })
  async writeAsDesk(
    @Args() { id, revision, words, recipient }: DeskMessageArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<DeskIntroduction> {
    const view = await this.service.sendMessage(viewer, keyOf(id), revision, words, recipient);
    return toDeskIntroduction(view, locale);
  }
}
