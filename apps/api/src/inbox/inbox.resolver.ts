import {
  InboxService,
  isUpkeep,
  type InboxItem as Item,
  type InboxSubject,
  type StuckItem as Stuck,
  type WaitingKind,
} from '#inbox';
import type { WaitsFor } from '#kernel';
import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { globalId, readGlobalId, readIdOf, type NodeType } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, PageArgs, requestedPage } from '../graphql/page.js';
import { RefusableMutation } from '../graphql/refusals.js';
import { networkId } from '../networks/network-id.js';
import { toNetwork } from '../networks/to-network.js';
import {
  AssignInboxItemArgs,
  InboxArgs,
  SnoozeInboxItemArgs,
  type InboxItemInput,
} from './inbox.args.js';
import {
  Colleague,
  InboxCount,
  InboxItem,
  InboxItemConnection,
  InboxItemResult,
  StuckItemConnection,
} from './inbox.type.js';

/** An introduction and a deployment are an object of its own for each side. */
const SIDES = {
  introduction: {
    organizer: 'Introduction',
    coordinator: 'DeskIntroduction',
    administrator: 'DeskIntroduction',
    mediator: 'OwnIntroduction',
  },
  deployment: {
    organizer: 'Deployment',
    coordinator: 'DeskDeployment',
    administrator: 'DeskDeployment',
    mediator: 'OwnDeployment',
  },
} as const satisfies Record<string, Record<WaitsFor, NodeType>>;

/** The object of the graph that waits, by kind. */
const SUBJECTS: Record<WaitingKind, NodeType | keyof typeof SIDES> = {
  'profile-review': 'Profile',
  correction: 'Correction',
  application: 'Application',
  'introduction-request': 'introduction',
  'declaration-review': 'introduction',
  'relay-message': 'introduction',
  'introduction-answer': 'introduction',
  'channel-release': 'introduction',
  'introduction-returned': 'introduction',
  'introduction-question': 'introduction',
  'introduction-confirmation': 'introduction',
  'introduction-outcome': 'introduction',
  'deployment-to-clear': 'deployment',
  'clearance-lines': 'deployment',
  'deployment-to-begin': 'deployment',
  'waiver-agreement': 'deployment',
  'check-in': 'deployment',
  'check-in-missed': 'deployment',
  'emergency-approval': 'deployment',
  'extension-proposed': 'deployment',
  'deployment-outcome': 'deployment',
  'experience-offer': 'deployment',
  'deployment-feedback': 'deployment',
  'lesson-draft': 'DeskLesson',
  'second-place': 'AlongsidePlace',
  'new-candidates': 'Need',
  'profile-stale': 'Profile',
  'profile-incomplete': 'Profile',
  'profile-conflict': 'Profile',
  duplicates: 'LinkSuggestion',
  'import-rejects': 'Network',
};

const STUCK = 'stuck';

@Resolver()
export class InboxResolver {
  constructor(
    private readonly service: InboxService,
    private readonly limits: Limits,
  ) {}

  @Query(() => InboxItemConnection, {
    description:
      'Everything that waits for you, the soonest due first: for the coordinators of your networks, for the organizers of your organization, or for yourself. Upkeep, for which nobody waits, is listed if `kinds` names it.',
  })
  async inbox(@Args() args: InboxArgs, @Ctx() context: Context): Promise<InboxItemConnection> {
    const { kinds = null, network, owner = null } = args;
    const snoozed = args.snoozed ?? false;
    const list = `inbox:${network ?? ''}:${kinds?.join() ?? ''}:${owner ?? ''}:${snoozed}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const chosen = network ? await networkId(context, network) : null;
    const filter = { kinds, networkId: chosen, owner, snoozed };
    const found = await this.service.list(context.viewer, filter, page);
    const items = await this.toItems(found.items, context);
    return keyedConnection(
      list,
      { ...found, items },
      ({ key }) => key,
      (item) => item,
    );
  }

  @Cost({ items: 10 })
  @Query(() => [InboxCount], {
    description:
      'How much of each kind waits for you, upkeep included. Kinds of which nothing does are absent, and so is what you have put off.',
  })
  async inboxCounts(
    @Args('network', {
      type: () => String,
      nullable: true,
      description:
        'The slug of one of your networks, for what waits for its coordinators. All that waits for you if absent.',
    })
    network: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<InboxCount[]> {
    const id = network ? await networkId(context, network) : null;
    const counts = await this.service.counts(context.viewer, id);
    return counts.map((one) => ({ ...one, upkeep: isUpkeep(one.kind) }));
  }

  @Cost({ items: 20 })
  @Query(() => [Colleague], {
    description:
      'Those with whom you share an inbox and who can sign in: the coordinators of one of your networks, or the organizers of your organization.',
  })
  async colleagues(
    @Args('network', {
      type: () => String,
      nullable: true,
      description: 'The slug of one of your networks. Your organization is meant if absent.',
    })
    network: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Colleague[]> {
    const id = network ? await networkId(context, network) : null;
    const found = await this.service.colleagues(context.viewer, id);
    return found.map(({ accountId, name }) => ({
      accountId: globalId('Account', accountId),
      name,
    }));
  }

  @RefusableMutation(() => InboxItemResult, {
    description:
      'Says who deals with something that waits for the coordinators of a network or the organizers of an organization. All of them see it.',
  })
  async assignInboxItem(
    @Args() { item, accountId }: AssignInboxItemArgs,
    @Ctx() context: Context,
  ): Promise<InboxItem> {
    const owner = accountId ? readIdOf('Account', accountId, 'accountId') : null;
    const subject = await toSubject(item, context);
    return this.toItem(await this.service.assign(context.viewer, subject, owner), context);
  }

  @RefusableMutation(() => InboxItemResult, {
    description: 'Puts something off for you alone. When it is overdue it is shown all the same.',
  })
  async snoozeInboxItem(
    @Args() { item, until }: SnoozeInboxItemArgs,
    @Ctx() context: Context,
  ): Promise<InboxItem> {
    const subject = await toSubject(item, context);
    const time = until ? new Date(until) : null;
    return this.toItem(await this.service.snooze(context.viewer, subject, time), context);
  }

  @Query(() => StuckItemConnection, {
    description:
      'Everything that nobody seems to deal with: what is overdue, what waits for people of whom nobody can sign in, and what no background job looks at. For administrators.',
  })
  async stuck(@Args() args: PageArgs, @Ctx() context: Context): Promise<StuckItemConnection> {
    const page = keyedPage(STUCK, requestedPage(args, this.limits.pageSize));
    const found = await this.service.stuck(context.viewer, page);
    const items = await Promise.all(
      found.items.map(async (item) => ({
        __typename: 'StuckItem' as const,
        ...(await toWaiting(item, context)),
        key: item.key,
        reason: item.reason,
        organizationId: item.organizationId && globalId('Organization', item.organizationId),
      })),
    );
    return keyedConnection(
      STUCK,
      { ...found, items },
      ({ key }) => key,
      (item) => item,
    );
  }

  private async toItem(item: Item, context: Context): Promise<InboxItem> {
    const [shown] = await this.toItems([item], context);
    if (!shown) throw new Error('An item is shown as one item.');
    return shown;
  }

  private async toItems(items: readonly Item[], context: Context) {
    const owners = await this.service.ownersOf(items);
    return Promise.all(
      items.map(async (item) => ({
        __typename: 'InboxItem' as const,
        ...(await toWaiting(item, context)),
        key: item.key,
        mediatorName: await listedName(item, context),
        upkeep: isUpkeep(item.kind),
        overdue: item.overdue,
        owner: item.ownerId === null ? null : toColleague(item.ownerId, owners),
        snoozedUntil: item.snoozedUntil,
      })),
    );
  }
}

function toColleague(id: string, names: ReadonlyMap<string, string>): Colleague {
  return { accountId: globalId('Account', id), name: names.get(id) ?? '' };
}

/** Read for coordinators alone: everybody else is shown introductions and deployments by what her side may know. */
async function listedName(item: Item, { listedNames }: Context): Promise<string | null> {
  const { waitsFor, mediatorId } = item;
  return waitsFor === 'coordinator' && mediatorId !== null ? listedNames.load(mediatorId) : null;
}

/** @throws InvalidInputError, NotFoundError */
async function toSubject(
  { kind, subjectId, network }: InboxItemInput,
  context: Context,
): Promise<InboxSubject> {
  const { id } = readGlobalId(subjectId);
  return { kind, id, networkId: network ? await networkId(context, network) : null };
}

async function toWaiting(item: Item | Stuck, { networks, locale }: Context) {
  const { kind, id, waitsFor, since, dueAt } = item;
  const network = item.networkId === null ? null : await networks.load(item.networkId);
  return {
    kind,
    subjectId: globalId(nodeOf(kind, waitsFor), id),
    waitsFor,
    network: network && toNetwork(network, locale),
    since,
    dueAt,
  };
}

function nodeOf(kind: WaitingKind, waitsFor: WaitsFor): NodeType {
  const subject = SUBJECTS[kind];
  return subject === 'introduction' || subject === 'deployment'
    ? SIDES[subject][waitsFor]
    : subject;
}
