import { HerDirectories, type HerAgreement, type HerDirectory } from '#directory';
import { NotFoundError } from '#kernel';
import { Args, Context as Ctx, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { toNetworks } from './own-links.resolver.js';
import {
  AgreeToDirectoryArgs,
  AnswerListingArgs,
  OtherDirectory,
  OtherDirectoryResult,
} from './other-directory.type.js';

/** What a mediator says about other directories with which this one compares lists. */
@Resolver()
export class OtherDirectoriesResolver {
  constructor(private readonly service: HerDirectories) {}

  @Cost({ items: 10 })
  @Query(() => [OtherDirectory], {
    description:
      'Other directories with which this one compares lists, by name. You are compared with those only to which you agree.',
  })
  async myDirectories(@Ctx() context: Context): Promise<OtherDirectory[]> {
    const found = await this.service.list(context.viewer);
    return Promise.all(found.map((one) => toOtherDirectory(one, context)));
  }

  @RefusableMutation(() => OtherDirectoryResult, {
    description:
      'Agrees to be compared with another directory. It counts while you agree to LINKED, too, and you can take it back.',
  })
  async agreeToDirectory(
    @Args() { id, ...text }: AgreeToDirectoryArgs,
    @Ctx() context: Context,
  ): Promise<OtherDirectory> {
    return this.say(context, id, { agreed: true, ...text });
  }

  @RefusableMutation(() => OtherDirectoryResult, {
    description:
      'Says no to being compared with another directory, or takes a yes back. No reason is asked.',
  })
  async refuseDirectory(
    @Args('id', { type: () => ID, description: 'The id of the directory in `myDirectories`.' })
    id: string,
    @Ctx() context: Context,
  ): Promise<OtherDirectory> {
    return this.say(context, id, { agreed: false, textVersion: '', language: context.locale });
  }

  @RefusableMutation(() => OtherDirectoryResult, {
    description:
      'Says whether it is you whom another directory lists, and which of your networks may know. You can say otherwise later.',
  })
  async answerListing(
    @Args() { id, word, told }: AnswerListingArgs,
    @Ctx() context: Context,
  ): Promise<OtherDirectory> {
    const key = readIdOf('OtherDirectory', id);
    const networks = told.map((one, i) => readIdOf('Network', one, `told.${i}`));
    const { listing } = await this.service.byId(context.viewer, key);
    if (!listing) throw new NotFoundError('listing');
    await this.service.answer(context.viewer, listing.id, { word, told: networks });
    return toOtherDirectory(await this.service.byId(context.viewer, key), context);
  }

  private async say(
    context: Context,
    id: string,
    agreement: HerAgreement,
  ): Promise<OtherDirectory> {
    const key = readIdOf('OtherDirectory', id);
    await this.service.agree(context.viewer, key, agreement);
    return toOtherDirectory(await this.service.byId(context.viewer, key), context);
  }
}

export async function toOtherDirectory(
  { id, listing, ...directory }: HerDirectory,
  context: Pick<Context, 'networks' | 'locale'>,
): Promise<OtherDirectory> {
  return {
    __typename: 'OtherDirectory',
    ...directory,
    id: globalId('OtherDirectory', id),
    listing: listing && {
      word: listing.state === 'open' ? null : listing.state,
      told: await toNetworks(listing.told, context),
    },
  };
}
