import { PreferenceService, type AskChannel, type PreferenceView } from '#introductions';
import {
  Args,
  Context as Ctx,
  Field,
  ID,
  InputType,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { readIdOf } from '../graphql/global-id.js';
import { RefusableMutation, resultOf } from '../graphql/refusals.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { AskChannelEnum } from './introduction.enums.js';

@ObjectType({ description: 'How a mediator wants to be told that an organizer asks for her.' })
export class AskPreferences {
  readonly __typename = 'AskPreferences';

  @Field(() => String, {
    description: 'Your time zone, as the IANA database names it: `Africa/Nairobi`.',
  })
  timeZone!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The time of day at which your quiet hours begin: `21:00`. Null if you have none.',
  })
  quietFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The time of day at which they end: `07:00`. Null if you have none.',
  })
  quietUntil!: string | null;

  @Field(() => AskChannelEnum, { description: 'The way in which you are told.' })
  channel!: AskChannel;

  @Field(() => Network, {
    nullable: true,
    description: 'The network whose desk acts for you. Null if none lists you.',
  })
  actingNetwork!: Network | null;

  @Field(() => Boolean, {
    description: 'True if you named that network yourself. Otherwise it follows from a rule.',
  })
  named!: boolean;
}

export const AskPreferencesResult = resultOf(AskPreferences);

@InputType({ description: 'How you want to be told, in place of what you said before.' })
export class AskPreferencesInput {
  @Field(() => String, {
    description: 'Your time zone, as the IANA database names it: `Africa/Nairobi`.',
  })
  timeZone!: string;

  @Field(() => String, {
    nullable: true,
    description: 'When your quiet hours begin, such as `21:00`. They last at most 14 hours.',
  })
  quietFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When your quiet hours end, such as `07:00`. They may span midnight.',
  })
  quietUntil?: string | null;

  @Field(() => AskChannelEnum, { description: 'How you want to be told.' })
  channel!: AskChannel;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the network whose desk is to act for you. It must list you.',
  })
  deskNetworkId?: string | null;
}

/** How a mediator wants to be asked. */
@Resolver(() => AskPreferences)
export class AskPreferencesResolver {
  constructor(private readonly service: PreferenceService) {}

  @Query(() => AskPreferences, {
    description: 'How you want to be told that an organizer asks for you.',
  })
  async myAskPreferences(@Ctx() context: Context): Promise<AskPreferences> {
    return toPreferences(await this.service.of(context.viewer), context);
  }

  @RefusableMutation(() => AskPreferencesResult, {
    description:
      'States how you want to be told: your time zone, quiet hours, the way, and the desk that acts for you.',
  })
  async saveAskPreferences(
    @Args('input', { description: 'How you want to be told.' }) input: AskPreferencesInput,
    @Ctx() context: Context,
  ): Promise<AskPreferences> {
    const { timeZone, quietFrom = null, quietUntil = null, channel, deskNetworkId } = input;
    const view = await this.service.save(context.viewer, {
      timeZone,
      quietFrom,
      quietUntil,
      channel,
      deskNetworkId: deskNetworkId ? readIdOf('Network', deskNetworkId, 'deskNetworkId') : null,
    });
    return toPreferences(view, context);
  }
}

async function toPreferences(
  { timeZone, quietFrom, quietUntil, channel, deskNetworkId, actingNetworkId }: PreferenceView,
  { networks, locale }: Context,
): Promise<AskPreferences> {
  const network = actingNetworkId === null ? null : await networks.load(actingNetworkId);
  return {
    __typename: 'AskPreferences',
    timeZone,
    quietFrom,
    quietUntil,
    channel,
    actingNetwork: network && toNetwork(network, locale),
    named: deskNetworkId !== null && deskNetworkId === actingNetworkId,
  };
}
