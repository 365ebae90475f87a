import { AccountTraceService, traceKey } from '#identity';
import { Args, ArgsType, Context as Ctx, Field, ID, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../graphql/context.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { Day } from '../graphql/days.scalar.js';
import { readIdOf } from '../graphql/global-id.js';
import { Limits } from '../graphql/limits.js';
import { keyedConnection, keyedPage, PageArgs, requestedPage } from '../graphql/page.js';
import { SubjectIds } from './subject-ids.js';
import { AccountTraceConnection, type TraceEntry } from './trace.type.js';

/** The audit log of some months is read. */
const PART_OF_LOG = 5_000;

@ArgsType()
class AccountTraceArgs extends PageArgs {
  @Field(() => ID, { description: 'The id of the account.' })
  id!: string;

  @Field(() => Day, {
    nullable: true,
    description: 'The first day to look at, in UTC. 90 days ago if absent.',
  })
  since?: string | null;
}

/** What was done from an account that may be in wrong hands. */
@Resolver()
export class TracesResolver {
  constructor(
    private readonly traces: AccountTraceService,
    private readonly subjects: SubjectIds,
    private readonly limits: Limits,
  ) {}

  @Cost({ own: PART_OF_LOG })
  @Query(() => AccountTraceConnection, {
    description:
      'All that an account changed, and each look at contact data, as the audit log has it. That you asked is recorded there too. Searches and looks at profiles without contact data are in no log. For administrators.',
  })
  async accountTrace(
    @Args() args: AccountTraceArgs,
    @Ctx() { viewer }: Context,
  ): Promise<AccountTraceConnection> {
    const accountId = readIdOf('Account', args.id);
    const list = `accountTrace:${accountId}:${args.since ?? ''}`;
    const page = keyedPage(list, requestedPage(args, this.limits.pageSize));
    const found = await this.traces.page(viewer, accountId, args.since ?? null, page);
    const idOf = await this.subjects.of(viewer, accountId, found.items);
    const toEntry = (entry: (typeof found.items)[number]): TraceEntry => ({
      number: entry.number,
      at: entry.at.toISOString(),
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId && idOf(entry.subjectId),
      purpose: entry.purpose,
    });
    const { since, women } = found;
    return { ...keyedConnection(list, found, traceKey, toEntry), since, women };
  }
}
