import { loadSettings } from '#config';
import { Database, JobRunner, refuseUnlessReplayed } from '#database';
import { announce, explainFailure, loggerOf, openApplication, stopSignal } from '#runtime';
import { IndexHeal } from '#search';
import { OperatorServer, Tracing } from '#telemetry';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

/** Runs background jobs in a process of their own, beside api processes with BARAZA_WORKER=off. */
async function work(): Promise<void> {
  const stop = stopSignal();
  const settings = loadSettings(process.env);
  const worker = await openApplication(
    (options) => NestFactory.createApplicationContext(WorkerModule.of(settings), options),
    loggerOf(settings),
  );
  try {
    await refuseUnlessReplayed(worker.get(Database));
    await worker.get(Tracing).start('worker');
    await worker.get(OperatorServer).listen();
    await worker.get(JobRunner).start();
    await worker.get(IndexHeal).atStart();
    announce(settings, 'The worker is ready.');
    await stop;
  } finally {
    await worker.close();
  }
}

try {
  await work();
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 1;
}
