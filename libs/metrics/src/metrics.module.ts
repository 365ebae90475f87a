import { DatabaseModule } from '#database';
import { DirectoryModule } from '#directory';
import { VaultModule } from '#vault';
import { Module } from '@nestjs/common';
import { MetricCaseReader } from './cases/metric-case-reader.js';
import { metricsEntities } from './entities.js';
import { MetricsService } from './metrics.service.js';
import { MetricReleases } from './release/metric-releases.js';
import { ScarcityReleases } from './scarcity/scarcity-releases.js';

const services = [MetricsService, MetricReleases, ScarcityReleases];

/** How long things take and how often they succeed, by quarters, small numbers withheld. */
@Module({
  imports: [DatabaseModule.forFeature(metricsEntities), VaultModule, DirectoryModule],
  providers: [...services, MetricCaseReader],
  exports: services,
})
export class MetricsModule {}
