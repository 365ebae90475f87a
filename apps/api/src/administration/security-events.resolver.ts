import { SecurityEventLog, type SecurityEvent as SecurityEventView, type Viewer } from '#identity';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Cost } from '../graphql/cost/field-cost.js';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { globalId, readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, requestedPage } from '../graphql/page.js';
import {
  SecurityEventConnection,
  SecurityEventsArgs,
  type SecurityEvent,
} from './security-event.type.js';

/** A month of lines is read. */
const PART_OF_LOG = 2_000;

/** What was refused, for administrators. */
@Resolver()
export class SecurityEventsResolver {
  constructor(
    private readonly log: SecurityEventLog,
    private readonly limits: Limits,
  ) {}

  @Cost({ own: PART_OF_LOG })
  @Query(() => SecurityEventConnection, {
    description:
      'What was refused for reasons of security, the latest first: who asked, for what, when, why and how often. For administrators.',
  })
  async securityEvents(
    @Args() args: SecurityEventsArgs,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SecurityEventConnection> {
    const { kinds = null, since = null } = args;
    const accountId = args.accountId ? readIdOf('Account', args.accountId, 'accountId') : null;
    const list = `securityEvents:${JSON.stringify([kinds, accountId, since])}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const found = await this.log.list(viewer, { kinds, accountId, since }, page);
    return keyedConnection(list, found, ({ key }) => key, toEvent);
  }
}

function toEvent({ at, kind, actor, operation, count, account }: SecurityEventView): SecurityEvent {
  return {
    at: at.toISOString(),
    kind,
    actor,
    operation,
    count,
    accountId: account && globalId('Account', account.id),
    accountName: account?.name ?? null,
  };
}
