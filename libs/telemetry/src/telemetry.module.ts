import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OperatorServer } from './operator-server.js';
import { Standings } from './standings.js';
import { Tracing } from './tracing.js';

/** What operators see of a process: how its parts stand, and its meters. */
@Module({
  imports: [DiscoveryModule],
  providers: [Standings, OperatorServer, Tracing],
  exports: [Standings, OperatorServer, Tracing],
})
export class TelemetryModule {}
