import { APP_SETTINGS, CLOCK, shownSettings, type Settings } from '#config';
import { Database, jobBacklogs, nextRetention, retentionStandings } from '#database';
import { auditHeadText, AuditService, authorise, type AuditPart, type Viewer } from '#identity';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../graphql/current-viewer.js';
import { Cost } from '../graphql/cost/field-cost.js';
import { RefusableQuery } from '../graphql/refusals.js';
import { AuditCheck, AuditCheckResult, Setting, TaskBacklog } from './administration.type.js';
import { Retention } from './retention.type.js';

/** Twenty thousand entries are read and hashed. */
const PART_OF_LOG = 5_000;

/** Rows whose time is over are counted in a dozen tables. */
const COUNTING = 500;

/** How this installation runs, for administrators. */
@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly audit: AuditService,
    private readonly database: Database,
    @Inject(APP_SETTINGS) private readonly values: Settings,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Cost({ own: PART_OF_LOG })
  @RefusableQuery(() => AuditCheckResult, {
    description:
      'Verifies the audit log, 20,000 entries at a time: whether an entry was changed, removed, put in or moved. For administrators.',
  })
  async auditCheck(
    @Args('from', {
      type: () => String,
      nullable: true,
      description:
        'The `head` of the part before, or one that was noted elsewhere. The log is verified from its beginning if absent.',
    })
    from: string | null | undefined,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AuditCheck> {
    return toCheck(await this.audit.verify(viewer, from ?? null));
  }

  @Cost({ items: 60 })
  @Query(() => [Setting], {
    description: 'The settings of this installation, without secrets. For administrators.',
  })
  settings(@CurrentViewer() viewer: Viewer): Setting[] {
    authorise(viewer, 'read', { kind: 'machinery' });
    return shownSettings(this.values);
  }

  @Cost({ items: 20 })
  @Query(() => [TaskBacklog], {
    description:
      'How the background jobs stand, for each task that has any, in order of its name. For administrators.',
  })
  async jobs(@CurrentViewer() viewer: Viewer): Promise<TaskBacklog[]> {
    authorise(viewer, 'read', { kind: 'machinery' });
    return jobBacklogs(this.database);
  }

  @Cost({ own: COUNTING })
  @Query(() => Retention, {
    description:
      'How long each kind of data is kept, what for, and what the next run of the nightly job removes. For administrators.',
  })
  async retention(@CurrentViewer() viewer: Viewer): Promise<Retention> {
    authorise(viewer, 'read', { kind: 'machinery' });
    const now = this.now();
    const standings = await retentionStandings(this.database, now);
    return {
      nextRun: nextRetention(now).toISOString(),
      rules: standings.map(({ rule: { data, tables, period, basis, expiry }, due }) => ({
        data,
        tables: [...tables],
        period,
        basis,
        expires: expiry !== undefined,
        due,
      })),
    };
  }
}

function toCheck({ verdict, complete }: AuditPart): AuditCheck {
  const __typename = 'AuditCheck';
  if (verdict.whole) {
    const { head } = verdict;
    const entry = head.number;
    return { __typename, whole: true, complete, head: auditHeadText(head), entry, problem: null };
  }
  const { number: entry } = verdict;
  const problem = `Entry ${entry} ${verdict.problem}.`;
  return { __typename, whole: false, complete, head: null, entry, problem };
}
