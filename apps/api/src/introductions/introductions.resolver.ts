import { RequestService } from '#introductions';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#identity';
import type { Context } from '../graphql/context.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { idPage, keyedConnection, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  CloseIntroductionArgs,
  IntroductionsArgs,
  IntroductionStepArgs,
  WithdrawIntroductionArgs,
  WordsArgs,
} from './introduction.inputs.js';
import {
  Introduction,
  IntroductionConnection,
  IntroductionContact,
  IntroductionContactResult,
  IntroductionResult,
} from './introduction.type.js';
import { toIntroduction } from './to-introduction.js';

const LIST = 'introductions';
const keyOf = (id: string) => readIdOf('Introduction', id);

/** What organizers do with introductions. */
@Resolver(() => Introduction)
export class IntroductionsResolver {
  constructor(
    private readonly service: RequestService,
    private readonly limits: Limits,
  ) {}

  @Query(() => IntroductionConnection, {
    name: LIST,
    description: 'Introductions that your organization requested, the oldest first.',
  })
  async introductions(
    @Args() args: IntroductionsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<IntroductionConnection> {
    const page = idPage(LIST, requestedPage(args, this.limits.pageSize));
    const needId = args.needId ? readIdOf('Need', args.needId, 'needId') : null;
    const found = await this.service.list(viewer, { needId, states: args.statuses }, page);
    return keyedConnection(
      LIST,
      found,
      ({ id }) => id,
      (view) => toIntroduction(view, locale),
    );
  }

  @Query(() => Introduction, { description: 'One introduction that your organization requested.' })
  async introduction(
    @Args('id', { type: () => ID, description: 'The id of the introduction.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    return toIntroduction(await this.service.byId(viewer, keyOf(id)), locale);
  }

  @RefusableMutation(() => IntroductionResult, {
    description:
      'Requests an introduction to a mediator on a shortlist. The terms of the need must be complete. Her network passes it on, or not; either way you have a word by the time that `dueAt` names.',
  })
  async requestIntroduction(
    @Args('entryId', { type: () => ID, description: 'The id of her entry on a shortlist.' })
    entryId: string,
    @Args('outOfOrder', {
      type: () => String,
      nullable: true,
      description:
        'Why you pass over mediators of a better rank whom you have not asked. Needed if there are any.',
    })
    outOfOrder: string | null,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    const entry = readIdOf('ShortlistEntry', entryId, 'entryId');
    return toIntroduction(await this.service.request(viewer, entry, { outOfOrder }), locale);
  }

  @RefusableMutation(() => IntroductionResult, {
    description: 'Sends a request again that her network returned. All its times begin anew.',
  })
  async resendIntroduction(
    @Args() { id, revision }: IntroductionStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    return toIntroduction(await this.service.resend(viewer, keyOf(id), revision), locale);
  }

  @RefusableMutation(() => IntroductionResult, {
    description: 'Answers her question. Her time goes on from where it stood.',
  })
  async answerQuestion(
    @Args() { id, revision, words }: WordsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    return toIntroduction(await this.service.answer(viewer, keyOf(id), revision, words), locale);
  }

  @RefusableMutation(() => IntroductionResult, {
    description:
      'Confirms that you are interested in a mediator who has accepted. Only then can she release channels.',
  })
  async confirmIntroduction(
    @Args() { id, revision }: IntroductionStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    return toIntroduction(await this.service.confirm(viewer, keyOf(id), revision), locale);
  }

  @RefusableMutation(() => IntroductionResult, {
    description: 'Withdraws a request before channels are released.',
  })
  async withdrawIntroduction(
    @Args() { id, revision, reason }: WithdrawIntroductionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    const view = await this.service.withdraw(viewer, keyOf(id), revision, { reason });
    return toIntroduction(view, locale);
  }

  @RefusableMutation(() => IntroductionResult, {
    description: 'Ends an introduction without an engagement, after channels were released.',
  })
  async closeIntroduction(
    @Args() { id, revision, reason }: CloseIntroductionArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    const view = await this.service.notEngaged(viewer, keyOf(id), revision, { reason });
    return toIntroduction(view, locale);
  }

  @RefusableMutation(() => IntroductionContactResult, {
    description:
      'Reads the channels that a mediator has released to you. Each reading is recorded, and she sees it.',
  })
  async openIntroductionContact(
    @Args('id', { type: () => ID, description: 'The id of the introduction.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<IntroductionContact> {
    const { channels, email, telephone } = await this.service.openContact(viewer, keyOf(id));
    return { __typename: 'IntroductionContact', channels: [...channels], email, telephone };
  }

  @RefusableMutation(() => IntroductionResult, {
    description:
      'Writes to a mediator who has released the relay. The desk of her network reads the message and passes it on.',
  })
  async writeToMediator(
    @Args() { id, revision, words }: WordsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<Introduction> {
    const view = await this.service.sendMessage(viewer, keyOf(id), revision, words);
    return toIntroduction(view, locale);
  }
}
