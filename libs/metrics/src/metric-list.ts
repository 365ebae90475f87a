/** What a metric tells: how long something takes, how often it turns out so, or how many mediators there are. */
export const METRIC_KINDS = ['duration', 'share', 'count'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** In what durations are told. */
export const METRIC_UNITS = ['hours', 'days'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** By what the rows of a metric are formed. */
export const BREAKDOWNS = [
  'urgency',
  'network',
  'track',
  'role',
  'place',
  'clearance-line',
  'decline-reason',
  'region',
  'state',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** The row of what does not state by what rows are formed, or states several. */
export const UNSTATED = 'unstated';

/** The row of organizations that act for no state. */
export const NO_STATE = 'no-state';

/** Whose cases are counted: those of all, of one network or of one organization. */
export const METRIC_SCOPES = ['all', 'network', 'organization'] as const;
export type MetricScope = (typeof METRIC_SCOPES)[number];

export interface MetricDefinition {
  readonly code: string;
  readonly kind: MetricKind;
  /** Of durations only. */
  readonly unit?: MetricUnit;
  readonly by?: Breakdown;
  /** Of counts: whether each mediator is in one row only, that of the first case of her. So all tables of the same cases have the same sum. */
  readonly inOneRow?: boolean;
  /** Of which scopes it is made. What an organizer is not shown of one introduction is in no metric of that organization. */
  readonly scopes: readonly MetricScope[];
}

/** Every metric, in the order in which they are told. What each counts is in docs/metrics.md and in the catalogue `metrics`. */
export const METRICS = [
  {
    code: 'time-to-shortlist',
    kind: 'duration',
    unit: 'hours',
    by: 'urgency',
    scopes: ['all', 'organization'],
  },
  {
    code: 'acknowledgement',
    kind: 'duration',
    unit: 'hours',
    by: 'urgency',
    scopes: ['all', 'network'],
  },
  {
    code: 'answer-time',
    kind: 'duration',
    unit: 'hours',
    by: 'urgency',
    scopes: ['all', 'network'],
  },
  { code: 'answered-in-window', kind: 'share', by: 'urgency', scopes: ['all', 'network'] },
  { code: 'acceptance', kind: 'share', scopes: ['all', 'network'] },
  { code: 'acceptance-as-told', kind: 'share', scopes: ['organization'] },
  { code: 'expiry', kind: 'share', by: 'network', scopes: ['all', 'network'] },
  {
    code: 'connect-to-deploy',
    kind: 'duration',
    unit: 'days',
    scopes: ['all', 'network', 'organization'],
  },
  { code: 'flash-within-72-hours', kind: 'share', scopes: ['all', 'organization'] },
  { code: 'fill', kind: 'share', scopes: ['all', 'organization'] },
  { code: 'utilization', kind: 'share', scopes: ['all', 'network'] },
  { code: 'repeat-share', kind: 'share', scopes: ['all', 'network'] },
  { code: 'proposed-by-track', kind: 'count', by: 'track', inOneRow: true, scopes: ['all'] },
  { code: 'proposed-by-role', kind: 'count', by: 'role', inOneRow: true, scopes: ['all'] },
  { code: 'proposed-by-region', kind: 'count', by: 'region', inOneRow: true, scopes: ['all'] },
  { code: 'nominated-by-state', kind: 'count', by: 'state', inOneRow: true, scopes: ['all'] },
  {
    code: 'introduced-by-track',
    kind: 'count',
    by: 'track',
    inOneRow: true,
    scopes: ['all', 'network', 'organization'],
  },
  {
    code: 'introduced-by-role',
    kind: 'count',
    by: 'role',
    inOneRow: true,
    scopes: ['all', 'network', 'organization'],
  },
  {
    code: 'introduced-by-region',
    kind: 'count',
    by: 'region',
    inOneRow: true,
    scopes: ['all', 'network', 'organization'],
  },
  {
    code: 'deployed-by-track',
    kind: 'count',
    by: 'track',
    inOneRow: true,
    scopes: ['all', 'network', 'organization'],
  },
  {
    code: 'deployed-by-role',
    kind: 'count',
    by: 'role',
    inOneRow: true,
    scopes: ['all', 'network', 'organization'],
  },
  {
    code: 'deployed-by-region',
    kind: 'count',
    by: 'region',
    inOneRow: true,
    scopes: ['all', 'network', 'organization'],
  },
  {
    code: 'deployed-by-place',
    kind: 'count',
    by: 'place',
    scopes: ['all', 'network', 'organization'],
  },
  {
    code: 'clearance-delay',
    kind: 'duration',
    unit: 'days',
    by: 'clearance-line',
    scopes: ['all', 'network', 'organization'],
  },
  { code: 'decline-reasons', kind: 'count', by: 'decline-reason', scopes: ['all', 'organization'] },
  { code: 'mentored-places', kind: 'share', scopes: ['all', 'network', 'organization'] },
] as const satisfies readonly MetricDefinition[];

export type MetricCode = (typeof METRICS)[number]['code'];

/** What is known of a metric. */
export function metricOf(code: MetricCode): MetricDefinition {
  return METRICS.find((metric) => metric.code === code)!;
}

/**
 * Metrics that a report by a form may print: sums over all, for whoever is given the report. Why mediators decline is told
 * only to the organization that they declined.
 */
export const REPORTED_METRICS = METRICS.filter((metric) => metric.code !== 'decline-reasons');
