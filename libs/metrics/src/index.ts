export { metricsEntities } from './entities.js';
export {
  BREAKDOWNS,
  METRIC_KINDS,
  METRIC_SCOPES,
  METRIC_UNITS,
  METRICS,
  metricOf,
  NO_STATE,
  REPORTED_METRICS,
  UNSTATED,
  type Breakdown,
  type MetricCode,
  type MetricDefinition,
  type MetricKind,
  type MetricScope,
  type MetricUnit,
} from './metric-list.js';
export { MetricsModule } from './metrics.module.js';
export {
  MetricsService,
  type AskedScope,
  type Metric,
  type MetricReport,
  type NamedRow,
} from './metrics.service.js';
export { RULE } from './release/differences.js';
export { MetricReleases } from './release/metric-releases.js';
export { ScarcityReleases, type ScarcityQuarter } from './scarcity/scarcity-releases.js';
export { STEP, type ScarcityRow } from './scarcity/scarcity-rows.js';
