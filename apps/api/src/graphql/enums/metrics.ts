import { METRICS, METRIC_KINDS, METRIC_UNITS, BREAKDOWNS, METRIC_SCOPES } from '#metrics';
import { graphEnum } from './graph-enum.js';

export const MetricCodeEnum = graphEnum(
  'MetricCode',
  'A metric. Its definition is told with it, and in docs/metrics.md.',
  METRICS.map(({ code }) => code),
);
export const MetricKindEnum = graphEnum('MetricKind', 'What a metric tells.', METRIC_KINDS, {
  meanings: {
    duration: 'How long something takes.',
    share: 'How often something turns out so.',
    count: 'How many mediators there are.',
  },
});
export const MetricUnitEnum = graphEnum('MetricUnit', 'The unit of durations.', METRIC_UNITS);
export const MetricBreakdownEnum = graphEnum(
  'MetricBreakdown',
  'By what the rows of a metric are formed.',
  BREAKDOWNS,
);
export const MetricScopeEnum = graphEnum('MetricScope', 'Whose cases are counted.', METRIC_SCOPES, {
  meanings: {
    all: 'Those of all networks and organizations.',
    network: 'Those of one network.',
    organization: 'Those of one organization.',
  },
});
