import {
  InboxService,
  type InboxItem as Item,
  type StuckItem as Stuck,
  type WaitingKind,
} from '#inbox';
import type { WaitsFor } from '#kernel';
import { Args, ArgsType, Context as Ctx, Field, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { WaitingKindEnum } from '../graphql/enums.js';
import { globalId, type NodeType } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, PageArgs, requestedPage } from '../graphql/page.js';
import { networkId } from '../networks/network-id.js';
import { toNetwork } from '../networks/to-network.js';
import { InboxItemConnection, StuckItemConnection } from './inbox.type.js';

@ArgsType()
class InboxArgs extends PageArgs {
  @Field(() => [WaitingKindEnum], {
    nullable: true,
    description: 'Only what is of one of these kinds. All if absent.',
  })
  kinds?: WaitingKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The slug of one of your networks, for what waits for its coordinators. All that waits for you if absent.',
  })
  network?: string | null;
}

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
      'Everything that waits for you, the soonest due first: for the coordinators of your networks, for the organizers of your organization, or for yourself.',
  })
  async inbox(@Args() args: InboxArgs, @Ctx() context: Context): Promise<InboxItemConnection> {
    const { kinds = null, network } = args;
    const list = `inbox:${network ?? ''}:${kinds?.join() ?? ''}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const filter = { kinds, networkId: network ? await networkId(context, network) : null };
    const found = await this.service.list(context.viewer, filter, page);
    const items = await Promise.all(
      found.items.map(async (item) => ({
        __typename: 'InboxItem' as const,
        ...(await toWaiting(item, context)),
        key: item.key,
        overdue: item.overdue,
      })),
    );
    return keyedConnection(
      list,
      { ...found, items },
      ({ key }) => key,
      (item) => item,
    );
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
