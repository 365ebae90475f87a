import { createServer, type AddressInfo } from 'node:net';
import { loadSettings, wantsDemo, type Settings } from '#config';
import { Database, JobRunner, refuseUnlessReplayed } from '#database';
import { CandidatePools } from '#engagement';
import { Allowances, SecurityEvents } from '#identity';
import { announce, CommandFailure, stopSignal } from '#runtime';
import { IndexHeal } from '#search';
import { OperatorServer, Tracing } from '#telemetry';
import type { INestApplicationContext } from '@nestjs/common';
import { LazyModuleLoader } from '@nestjs/core';
import { createApi } from './create-api.js';
import { welcome } from './welcome.js';

/** Runs the whole service until it is told to stop (Ctrl-C or SIGTERM), then leaves nothing behind. */
export async function serve(): Promise<void> {
  const port = await freePort(loadSettings(process.env));
  // Read again, for links begin with the port that it will really be.
  const settings = loadSettings({ ...process.env, PORT: String(port) });
  const stop = stopSignal();
  const api = await createApi(settings);
  try {
    await refuseUnlessReplayed(api.get(Database));
    await api.get(Tracing).start('api');
    await api.get(OperatorServer).listen();
    await prepare(api, settings);
    await api.listen(settings.port, settings.host);
    api.get(Allowances).usage.start();
    api.get(SecurityEvents).start();
    if (settings.worker) await api.get(JobRunner).start();
    const address = await api.getUrl();
    announce(settings, 'Baraza is ready.', await welcome(address, api, settings));
    await stop;
    announce(settings, 'Stopping.');
  } finally {
    await api.close();
  }
}

/** Fills an empty database with the demo where that is wanted, and lets the search index catch up. */
async function prepare(api: INestApplicationContext, settings: Settings): Promise<void> {
  if (wantsDemo(settings)) {
    const { DemoLoader, DemoModule, writeDemoUsers } = await import('#demo');
    const demo = await api.get(LazyModuleLoader).load(() => DemoModule);
    const loaded = await demo.get(DemoLoader).load(new Date());
    if (loaded) {
      await writeDemoUsers(settings, loaded.users);
      announce(
        settings,
        `Loaded ${loaded.networks} fictional networks, ${loaded.profiles} profiles.`,
      );
    }
  }
  if (settings.worker) await api.get(JobRunner).drain();
  await api.get(IndexHeal).atStart();
  await api.get(CandidatePools).catchUp();
}

/**
 * The port to listen on, where 0 stands for one that is free. Asked before anything is started: a port in use is the
 * commonest reason for a start that fails.
 */
async function freePort({ host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken: stop what uses it, or choose another with PORT=3001 npm start.`
          : `Baraza cannot listen on ${host}:${port} (${error.code ?? error.name}).`;
      reject(new CommandFailure(reason));
    });
    probe.listen(port, host, () => {
      const found = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(found));
    });
  });
}
