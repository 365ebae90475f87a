import { ToldInPersonService, type WomanToTell as ToTell } from '#breaches';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, mediatorKey, readIdOf } from '../graphql/global-id.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { NoteToldInPersonInput, WomanToTell, WomanToTellResult } from './woman-to-tell.type.js';

/** All that was told of breaches is looked at. */
const LIST = 100;

/** Women whom their networks tell in person that somebody may have seen their data. */
@Resolver()
export class WomenToTellResolver {
  constructor(private readonly service: ToldInPersonService) {}

  @Cost({ own: LIST, items: 20 })
  @Query(() => [WomanToTell], {
    description:
      'Mediators whom your network tells in person that somebody may have seen their data; who has been told comes last. For coordinators of the network whose desk acts for them, and administrators.',
  })
  async womenToTell(
    @Args('network', { type: () => String, description: 'The slug of the network.' })
    network: string,
    @Ctx() context: Context,
  ): Promise<WomanToTell[]> {
    const found = await this.service.list(context.viewer, await networkId(context, network));
    return Promise.all(found.map((one) => toWomanToTell(one, context)));
  }

  @RefusableMutation(() => WomanToTellResult, {
    description: 'Notes that a mediator was told in person. A second time changes nothing.',
  })
  async noteToldInPerson(
    @Args('input', { description: 'Whom your network has told.' }) input: NoteToldInPersonInput,
    @Ctx() context: Context,
  ): Promise<WomanToTell> {
    const network = input.network ? await networkId(context, input.network) : null;
    const woman = await mediatorKey(context, input.mediatorId, 'mediatorId');
    const told = await this.service.noteTold(
      context.viewer,
      network,
      readIdOf('Breach', input.breachId, 'breachId'),
      woman,
    );
    return toWomanToTell(told, context);
  }
}

async function toWomanToTell(one: ToTell, { listedNames }: Context): Promise<WomanToTell> {
  const { breachId, mediatorId, cause, from, until, facts, advice, toldAt } = one;
  return {
    __typename: 'WomanToTell',
    breachId: globalId('Breach', breachId),
    mediatorId: globalId('Profile', mediatorId),
    name: await listedNames.load(mediatorId),
    cause,
    from,
    until,
    facts,
    advice,
    toldAt: toldAt && toldAt.toISOString(),
  };
}
