import { MetricQuarterEntity } from './release/metric-quarter.entity.js';
import { ScarcityQuarterEntity } from './scarcity/scarcity-quarter.entity.js';

/** Entities of this module. */
export const metricsEntities = [MetricQuarterEntity, ScarcityQuarterEntity];
