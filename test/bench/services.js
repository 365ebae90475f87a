/** How the bench opens the modules, and the services that it measures. */
import { Database } from '#database';
import { NetworkService } from '#directory';
import { CandidatePools, MatchService } from '#engagement';
import { openApplication } from '#runtime';
import { IndexSync, SearchIndex } from '#search';
import { NestFactory } from '@nestjs/core';
import { CliModule } from '../../dist/apps/cli/src/cli.module.js';

/** The modules without the service: as a command of the command line has them. */
export async function openModules(settings) {
  return openApplication((options) =>
    NestFactory.createApplicationContext(CliModule.of(settings), options),
  );
}

/** The services of an application, by short names. */
export function servicesOf(app) {
  return {
    database: app.get(Database),
    networks: app.get(NetworkService),
    pools: app.get(CandidatePools),
    matches: app.get(MatchService),
    search: app.get(SearchIndex),
    indexSync: app.get(IndexSync),
  };
}
