import { OwnAskService } from '#introductions';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import {
  AcceptanceInput,
  DeclineInput,
  IntroductionStepArgs,
  ReleaseInput,
  WordsArgs,
} from './introduction.inputs.js';
import { OwnIntroduction, OwnIntroductionResult } from './own-introduction.type.js';
import { toAccept, toDecline, toRelease } from './to-inputs.js';
import { toOwnIntroduction } from './to-introduction.js';

const keyOf = (id: string) => readIdOf('OwnIntroduction', id);

/** What a mediator does with introductions that she is asked for. */
@Resolver(() => OwnIntroduction)
export class OwnIntroductionsResolver {
  constructor(private readonly service: OwnAskService) {}

  @Cost({ items: 20 })
  @Query(() => [OwnIntroduction], {
    description: 'Introductions that you are or were asked for, the latest first.',
  })
  async myIntroductions(@Ctx() { viewer, locale }: Context): Promise<OwnIntroduction[]> {
    return (await this.service.list(viewer)).map((view) => toOwnIntroduction(view, locale));
  }

  @Query(() => OwnIntroduction, { description: 'One introduction that you are asked for.' })
  async myIntroduction(
    @Args('id', { type: () => ID, description: 'The id of the introduction.' }) id: string,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnIntroduction> {
    return toOwnIntroduction(await this.service.byId(viewer, keyOf(id)), locale);
  }

  @RefusableMutation(() => OwnIntroductionResult, {
    description:
      'Accepts the terms: you agree to be named to this organizer for this purpose. No channel is released by it.',
  })
  async acceptIntroduction(
    @Args() { id, revision }: IntroductionStepArgs,
    @Args('input', { description: 'The terms that you accept, and the ties that you declare.' })
    input: AcceptanceInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnIntroduction> {
    const view = await this.service.accept(viewer, keyOf(id), revision, toAccept(input, 'input.'));
    return toOwnIntroduction(view, locale);
  }

  @RefusableMutation(() => OwnIntroductionResult, {
    description:
      'Declines, at any time before channels are released. Only your network reads your reasons.',
  })
  async declineIntroduction(
    @Args() { id, revision }: IntroductionStepArgs,
    @Args('input', { description: 'Your reasons, and whether the organizer learns of your no.' })
    input: DeclineInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnIntroduction> {
    const view = await this.service.decline(viewer, keyOf(id), revision, toDecline(input));
    return toOwnIntroduction(view, locale);
  }

  @RefusableMutation(() => OwnIntroductionResult, {
    description:
      'Asks the organizer one question. Your time to answer stands still until it is answered.',
  })
  async askOrganizer(
    @Args() { id, revision, words }: WordsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnIntroduction> {
    return toOwnIntroduction(await this.service.ask(viewer, keyOf(id), revision, words), locale);
  }

  @RefusableMutation(() => OwnIntroductionResult, {
    description:
      'Releases channels to an organizer who has confirmed. Only what you give here is shown, and you can take it back.',
  })
  async releaseChannels(
    @Args() { id, revision }: IntroductionStepArgs,
    @Args('input', { description: 'The channels that you release.' }) input: ReleaseInput,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnIntroduction> {
    const view = await this.service.release(viewer, keyOf(id), revision, toRelease(input));
    return toOwnIntroduction(view, locale);
  }

  @RefusableMutation(() => OwnIntroductionResult, {
    description:
      'Takes back all channels that you released. The organizer sees none of them any more.',
  })
  async takeBackChannels(
    @Args() { id, revision }: IntroductionStepArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnIntroduction> {
    return toOwnIntroduction(await this.service.takeBack(viewer, keyOf(id), revision), locale);
  }

  @RefusableMutation(() => OwnIntroductionResult, {
    description:
      'Writes to the organizer through the relay. The desk of your network reads the message and passes it on.',
  })
  async writeToOrganizer(
    @Args() { id, revision, words }: WordsArgs,
    @Ctx() { viewer, locale }: Context,
  ): Promise<OwnIntroduction> {
    const view = await this.service.sendMessage(viewer, keyOf(id), revision, words);
    return toOwnIntroduction(view, locale);
  }
}
