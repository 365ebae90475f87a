import { Database } from '#database';
import { NetworkService } from '#directory';
import type { Quarter } from '#engagement';
import { authorise, notPermitted, organizationFacts, type Viewer } from '#identity';
import { throwIfProblems } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import {
  METRICS,
  type MetricCode,
  type MetricDefinition,
  type MetricScope,
} from './metric-list.js';
import { MetricReleases } from './release/metric-releases.js';
import type { Figures, MetricRow, QuarterFigures } from './release/quarter-figures.js';

/** Whose figures are asked for: of all, of one network, or of the viewer's own organization. */
export type AskedScope =
  | { readonly scope: 'all' | 'organization' }
  | { readonly scope: 'network'; readonly networkId: string };

/** A row with its organization by name; its networks by slug. */
export type NamedRow = Omit<MetricRow, 'organizationId'> & { readonly organization: string | null };

/** A metric with its definition. No rows: too few to be told. */
export type Metric = MetricDefinition & {
  readonly code: MetricCode;
  readonly rows: readonly NamedRow[];
};

export interface MetricReport extends Quarter {
  readonly scope: MetricScope;
  readonly metrics: readonly Metric[];
}

/** How long things take and how often they succeed, without telling of any one mediator. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly database: Database,
    private readonly releases: MetricReleases,
    private readonly networks: NetworkService,
  ) {}

  /**
   * Every metric of a scope in a quarter: of all for those who answer for the whole, of a network for its coordinators,
   * of an organization for itself. Nobody else may ask for two scopes, so that none is the difference of others. Whoever answers for the
   * whole and is a coordinator or an organizer, too, is told what reports tell of all.
   *
   * @param from the first day of a quarter that ended 30 days ago or earlier; the last of them if absent
   * @throws NotPermittedError, InvalidInputError
   */
  async report(
    viewer: Viewer,
    asked: AskedScope,
    from: string | null = null,
  ): Promise<MetricReport> {
    await this.permit(viewer, asked);
    const quarter = this.quarter(from);
    const figures = figuresOf(await this.releases.figures(quarter), viewer, asked);
    return {
      ...quarter,
      scope: asked.scope,
      metrics: await this.named(
        METRICS.filter(({ scopes }) =>
          (scopes as readonly MetricScope[]).includes(asked.scope),
        ).map((metric) => ({ ...metric, rows: figures[metric.code] ?? [] })),
      ),
    };
  }

  private async permit(viewer: Viewer, asked: AskedScope): Promise<void> {
    if (asked.scope === 'all') return authorise(viewer, 'read-all', NOBODYS);
    if (asked.scope === 'network') {
      return authorise(viewer, 'read', { ...NOBODYS, networkId: asked.networkId });
    }
    const { organizationId } = viewer;
    if (organizationId === null) throw notPermitted(viewer);
    const facts = await organizationFacts(this.database, [organizationId]);
    const verified = facts.get(organizationId)?.state === 'verified';
    authorise(viewer, 'read', { ...NOBODYS, organizationId, verified });
  }

  private quarter(from: string | null): Quarter {
    const quarters = this.releases.quarters();
    const quarter = quarters.find((each) => from === null || each.from === from);
    const message = refusal('metrics.quarters', {
      from: quarters.at(-1)!.from,
      to: quarters[0]!.from,
    });
    throwIfProblems(quarter ? [] : [{ path: 'from', code: 'OUT_OF_RANGE', message }]);
    return quarter!;
  }

  /** With names in place of ids. What was told of a network or an organization that is gone keeps its id. */
  private async named(
    metrics: readonly (MetricDefinition & {
      readonly code: MetricCode;
      readonly rows: readonly MetricRow[];
    })[],
  ): Promise<Metric[]> {
    const rows = metrics.flatMap((metric) => metric.rows);
    const organizations = await organizationFacts(this.database, [
      ...new Set(rows.flatMap(({ organizationId }) => organizationId ?? [])),
    ]);
    const networks = await this.networks.byIds(
      metrics
        .filter(({ by }) => by === 'network')
        .flatMap((metric) => metric.rows.flatMap(({ of }) => of)),
    );
    return metrics.map((metric) => ({
      ...metric,
      rows: metric.rows.map(({ organizationId, of, ...row }) => ({
        ...row,
        of: metric.by === 'network' ? of.map((id) => networks.get(id)?.slug ?? id) : of,
        organization: organizationId
          ? (organizations.get(organizationId)?.name ?? organizationId)
          : null,
      })),
    }));
  }
}

const NOBODYS = {
  kind: 'metrics',
  networkId: null,
  organizationId: null,
  verified: false,
} as const;

function figuresOf(figures: QuarterFigures, viewer: Viewer, asked: AskedScope): Figures {
  switch (asked.scope) {
    case 'network':
      return figures.networks[asked.networkId] ?? {};
    case 'organization':
      return figures.organizations[viewer.organizationId ?? ''] ?? {};
    default:
      return knowsCases(viewer) ? (figures.shared ?? {}) : figures.all;
  }
}

/** Whether she sees cases one by one in another role: she could subtract them from figures that are made for those who do not. */
function knowsCases({ networkIds, grants }: Viewer): boolean {
  return networkIds.length > 0 || grants.includes('organizer');
}
