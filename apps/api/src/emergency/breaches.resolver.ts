import {
  BREACH_CHANNELS,
  BREACH_FACTS,
  BreachService,
  registerEntry,
  type Breach as BreachView,
  type BreachChannel,
} from '#breaches';
import { AccountService } from '#identity';
import {
  Args,
  ArgsType,
  Context as Ctx,
  Field,
  ID,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Instant } from '../graphql/days.scalar.js';
import { globalId, mediatorKeys, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, PageArgs, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { Account } from '../identity/account.type.js';
import { toAccount } from '../identity/to-account.js';
import { networkId } from '../networks/network-id.js';
import { Network } from '../networks/network.type.js';
import { toNetwork } from '../networks/to-network.js';
import { OpenBreachInput } from './breach.inputs.js';
import {
  Breach,
  BreachPreview,
  BreachResult,
  BreachWomanConnection,
  type BreachChannelCount,
} from './breach.type.js';
import { SubjectIds } from './subject-ids.js';

/** All breaches are looked at. */
const LIST = 100;

/** All women of a breach are looked at, and how each would be told. */
const WOMEN = 1_000;

@ArgsType()
class RecordArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True for those alone whom somebody still has to tell in person.',
  })
  onlyToTell?: boolean;
}

/** The register of data in wrong hands. */
@Resolver(() => Breach)
export class BreachesResolver {
  constructor(
    private readonly service: BreachService,
    private readonly accounts: AccountService,
    private readonly subjects: SubjectIds,
    private readonly limits: Limits,
  ) {}

  @Cost({ own: LIST, items: 20 })
  @Query(() => [Breach], {
    description: 'The register of data in wrong hands, the latest first. For administrators.',
  })
  async breaches(@Ctx() { viewer }: Context): Promise<Breach[]> {
    return (await this.service.list(viewer)).map(toBreach);
  }

  @ResolveField(() => Account, {
    nullable: true,
    description: 'The account that was misused. Null if none was, or if it is gone.',
  })
  async account(@Parent() { accountId }: Breach, @Ctx() { viewer }: Context) {
    const found = accountId === null ? null : await this.accounts.byId(viewer, accountId);
    return found && toAccount(found);
  }

  @Cost({ items: 5 })
  @ResolveField(() => [Network], {
    description: 'The networks all of whose women it concerns, with those of their chapters.',
  })
  async networks(@Parent() { networkIds }: Breach, @Ctx() context: Context): Promise<Network[]> {
    const found = await Promise.all(networkIds.map(async (id) => networkOf(id, context)));
    return found.filter((one) => one !== null);
  }

  @Cost({ own: WOMEN })
  @ResolveField(() => BreachPreview, {
    description:
      'Whom notifying would tell now, and by which way. Nobody, once they have been told.',
  })
  async preview(@Parent() { key }: Breach, @Ctx() context: Context): Promise<BreachPreview> {
    const { women, byChannel, inPerson } = await this.service.preview(context.viewer, key);
    return {
      women,
      channels: channelsOf(byChannel),
      inPerson: await Promise.all(
        inPerson.map(async (one) => ({
          network: await networkOf(one.networkId, context),
          women: one.women,
        })),
      ),
    };
  }

  @Cost({ own: LIST })
  @ResolveField(() => BreachWomanConnection, {
    description: 'The record: whom it concerns, with what, and who was told when and by which way.',
  })
  async record(
    @Parent() { id, key, accountId }: Breach,
    @Args() { onlyToTell = false, ...args }: RecordArgs,
    @Ctx() context: Context,
  ): Promise<BreachWomanConnection> {
    const list = `breach:${id}:${onlyToTell}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const found = await this.service.record(context.viewer, key, page, onlyToTell);
    const entries = found.items.map(({ keptId }) => ({
      subjectKind: 'mediator',
      subjectId: keptId,
    }));
    const idOf = await this.subjects.of(context.viewer, accountId, entries);
    const networks = await Promise.all(
      found.items.map(({ actingNetworkId }) => networkOf(actingNetworkId, context)),
    );
    const byKey = new Map(found.items.map((one, i) => [one.key, networks[i] ?? null]));
    return keyedConnection(
      list,
      found,
      (one) => one.key,
      (one) => ({
        mediatorId: one.isNamed ? idOf(one.keptId) : null,
        facts: one.facts,
        channel: one.channel,
        network: byKey.get(one.key) ?? null,
        toldAt: one.toldAt && one.toldAt.toISOString(),
        toldBy: one.toldBy,
        readAt: one.readAt && one.readAt.toISOString(),
      }),
    );
  }

  @RefusableMutation(() => BreachResult, {
    description:
      'Writes down that data came into wrong hands, with the women whom it concerns now. Nobody is told yet. For administrators.',
  })
  async openBreach(
    @Args('input', { description: 'What happened, and whom it concerns.' })
    input: OpenBreachInput,
    @Ctx() context: Context,
  ): Promise<Breach> {
    const { accountId, networks, mediatorIds, knownAt, what, consequences, measures, ...rest } =
      input;
    const opened = await this.service.open(context.viewer, {
      ...rest,
      accountId: accountId ? readIdOf('Account', accountId, 'accountId') : null,
      networkIds: await Promise.all(networks.map(async (slug) => networkId(context, slug))),
      mediatorIds: await mediatorKeys(context, mediatorIds, (i) => `mediatorIds.${i}`),
      knownAt: knownAt ? new Date(knownAt) : null,
      words: { what, consequences, measures },
    });
    return toBreach(opened);
  }

  @RefusableMutation(() => BreachResult, {
    description:
      'Has each woman told by the way that is safe for her, in her language, and asks the networks of the others to tell them in person. A job does it: `waiting` of the breach says how many are left. Once for each breach. For administrators.',
  })
  async notifyBreach(
    @Args('id', { type: () => ID, description: 'The id of the breach.' }) id: string,
    @Ctx() { viewer }: Context,
  ): Promise<Breach> {
    return toBreach(await this.service.notify(viewer, readIdOf('Breach', id)));
  }

  @RefusableMutation(() => BreachResult, {
    description: 'Notes when an authority was told. Once for each breach. For administrators.',
  })
  async noteBreachReported(
    @Args('id', { type: () => ID, description: 'The id of the breach.' }) id: string,
    @Args('at', {
      type: () => Instant,
      nullable: true,
      description: 'When it was told. Now if absent.',
    })
    at: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<Breach> {
    const when = at ? new Date(at) : null;
    return toBreach(await this.service.noteReported(viewer, readIdOf('Breach', id), when));
  }
}

async function networkOf(id: string | null, context: Context): Promise<Network | null> {
  const found = id === null ? null : await context.networks.load(id);
  return found && toNetwork(found, context.locale);
}

function channelsOf(byChannel: Readonly<Record<BreachChannel, number>>): BreachChannelCount[] {
  return BREACH_CHANNELS.map((channel) => ({ channel, women: byChannel[channel] }));
}

export function toBreach(breach: BreachView): Breach {
  const { id, account, words, byFact, byChannel, cause, from, until, advice } = breach;
  const { openedBy, toldBy, women, waiting, toTell, read, networkIds } = breach;
  return {
    __typename: 'Breach',
    id: globalId('Breach', id),
    key: id,
    accountId: account && account.replace('user:', ''),
    networkIds,
    cause,
    from,
    until,
    knownAt: breach.knownAt.toISOString(),
    reportDueAt: breach.reportDueAt.toISOString(),
    reportedAt: breach.reportedAt && breach.reportedAt.toISOString(),
    advice,
    ...words,
    openedBy,
    openedAt: breach.openedAt.toISOString(),
    toldBy,
    toldAt: breach.toldAt && breach.toldAt.toISOString(),
    women,
    facts: BREACH_FACTS.map((fact) => ({ fact, women: byFact[fact] })),
    channels: channelsOf(byChannel),
    waiting,
    toTell,
    read,
    registerEntry: registerEntry(breach),
  };
}
