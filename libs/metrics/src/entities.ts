import { MetricQuarterEntity } from './release/metric-quarter.entity.js';

/** Entities of this module. */
export const metricsEntities = [MetricQuarterEntity];
