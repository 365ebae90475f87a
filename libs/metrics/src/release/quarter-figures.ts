import { FEWEST } from '#engagement';
import { repeats } from '../cases/deployment-cases.js';
import {
  asCounted,
  isCount,
  isDuration,
  type MetricCases,
  type Owned,
  type Proportions,
} from '../cases/scoped-case.js';
import {
  counts,
  durations,
  shares,
  unitsOf,
  type Case,
  type FigureRow,
} from '../figures/figures.js';
import { RULE, withoutDifferences } from './differences.js';
import { sharedFigures, type SharedFigures } from './shared-figures.js';
import { METRICS, type MetricCode, type MetricScope } from '../metric-list.js';

/** What is told of a metric; `organizationId` where its rows are told for each organization apart. */
export type MetricRow = FigureRow & { readonly organizationId?: string };

/** By the code of the metric. A metric of which nothing may be told has no rows. */
export type Figures = Partial<Record<MetricCode, readonly MetricRow[]>>;

/** All that is ever told of a quarter. */
export interface QuarterFigures {
  /** The rule by which small numbers were withheld; absent of the first. */
  readonly rule?: number;
  /** For those who answer for the whole. */
  readonly all: Figures;
  /** For readers of reports, who may know cases of their own. Absent of quarters that were made before there were any. */
  readonly shared?: SharedFigures;
  /** By id. */
  readonly networks: Readonly<Record<string, Figures>>;
  /** By id. */
  readonly organizations: Readonly<Record<string, Figures>>;
}

/** All figures of a quarter, small numbers withheld. */
export function quarterFigures(cases: MetricCases, utilization: Proportions): QuarterFigures {
  const owned = Object.values(cases).flat() as Owned[];
  const ids = (of: (one: Owned) => string | null) =>
    [...new Set(owned.map(of))].filter((id) => id !== null).toSorted();
  const networks = new Set([
    ...ids(({ networkId }) => networkId),
    ...Object.keys(utilization.networks),
  ]);
  const organizations = ids(({ organizationId }) => organizationId);
  const figures = (scope: MetricScope, belongs: (one: Owned) => boolean) =>
    figuresOf(cases, scope, belongs);
  const all = { ...figures('all', () => true), utilization: utilization.all };
  return {
    rule: RULE,
    all,
    shared: sharedFigures(cases, utilization.shared, all),
    networks: Object.fromEntries(
      [...networks].map((id) => [
        id,
        {
          ...figures('network', ({ networkId }) => networkId === id),
          utilization: utilization.networks[id] ?? [],
        },
      ]),
    ),
    organizations: Object.fromEntries(
      organizations.map((id) => [
        id,
        figures('organization', ({ organizationId }) => organizationId === id),
      ]),
    ),
  };
}

function figuresOf(
  all: MetricCases,
  scope: MetricScope,
  belongs: (one: Owned) => boolean,
): Figures {
  const cases = scope === 'all' ? all : withOwnRepeats(all, belongs);
  const told: Figures = {};
  const counted: Partial<Record<MetricCode, readonly (Case & Owned)[]>> = {};
  for (const { code, scopes } of METRICS) {
    if (code === 'utilization' || !(scopes as readonly MetricScope[]).includes(scope)) continue;
    told[code] = rowsOf(cases, code, scope, belongs);
    counted[code] = asCounted(code, toldCases<Case & Owned>(cases[code], belongs));
  }
  return withoutDifferences(told, counted, false);
}

function rowsOf(
  cases: MetricCases,
  code: Exclude<MetricCode, 'utilization'>,
  scope: MetricScope,
  belongs: (one: Owned) => boolean,
): readonly MetricRow[] {
  if (isCount(code)) {
    if (code !== 'decline-reasons') return counts(asCounted(code, toldCases(cases[code], belongs)));
    return scope === 'all' ? reasonsByOrganization(cases) : reasons(cases, belongs);
  }
  if (isDuration(code)) return durations(toldCases(cases[code], belongs));
  return shares(toldCases(cases[code], belongs));
}

/**
 * The cases of a scope. None if those outside it are of one to four: who knows the figures of all would know theirs by
 * subtraction.
 */
function toldCases<C extends Case & Owned>(
  cases: readonly C[],
  belongs: (one: Owned) => boolean,
): readonly C[] {
  const outside = unitsOf(cases.filter((one) => !belongs(one))).size;
  return outside > 0 && outside < FEWEST ? [] : cases.filter(belongs);
}

/**
 * Cases with those marked who were deployed most often by the deployments of the scope: who they are by all deployments would tell
 * a network that women of its own are deployed by others.
 */
function withOwnRepeats(cases: MetricCases, belongs: (one: Owned) => boolean): MetricCases {
  const begun = cases['repeat-share'];
  const others = begun.filter((one) => !belongs(one));
  return { ...cases, 'repeat-share': [...repeats(begun.filter(belongs)), ...others] };
}

/**
 * Why mediators declined. An organization knows with whom its introductions ended and not why, so five or more of them must
 * have given no such reason: else it would know of each that she declined, and for what.
 */
function reasons(cases: MetricCases, belongs: (one: Owned) => boolean): readonly FigureRow[] {
  const ended = cases['acceptance-as-told'].filter((one) => !one.hit && belongs(one));
  return counts(toldCases(cases['decline-reasons'], belongs), {
    mayTell: (some) => {
      const named = unitsOf(some);
      const others = [...unitsOf(ended)].filter((unit) => !named.has(unit)).length;
      return others >= FEWEST;
    },
    mayTellSides: () => true,
  });
}

/** Each organization apart: no sum over them is told. */
function reasonsByOrganization(cases: MetricCases): readonly MetricRow[] {
  const ids = [...new Set(cases['decline-reasons'].map(({ organizationId }) => organizationId))];
  return ids
    .filter((id) => id !== null)
    .toSorted()
    .flatMap((organizationId) => {
      const own = cases['decline-reasons'].filter((one) => one.organizationId === organizationId);
      const rows = reasons(
        { ...cases, 'decline-reasons': own },
        (one) => one.organizationId === organizationId,
      );
      return rows.map((row) => ({ ...row, organizationId }));
    });
}
