import { createServer, type AddressInfo } from 'node:net';
import { loadSettings, wantsDemo, type Settings } from '#config';
import { createApi } from '../../../api/src/create-api.js';
import { healIndex } from '../../../api/src/heal-index.js';
import { openRooms, type Rooms } from '../../../api/src/rooms.js';
import { writeDemoUsers } from '../demo-users-file.js';
import { CommandFailure } from '../failure.js';
import { stopSignal } from '../stop-signal.js';
import { welcome } from '../welcome.js';

/** Runs the whole service until it is told to stop (Ctrl-C or SIGTERM), then leaves nothing behind. */
export async function serve(): Promise<void> {
  const port = await freePort(loadSettings(process.env));
  // Read again, for links begin with the port that it will really be.
  const settings = loadSettings({ ...process.env, PORT: String(port) });
  const stop = stopSignal();
  const rooms = await openRooms(settings);
  try {
    await prepare(rooms, settings);
    const api = await createApi(settings, rooms);
    try {
      await api.listen(settings.port, settings.host);
      rooms.identity.allowances.usage.start();
      if (settings.worker) await rooms.jobs.start();
      console.log(await welcome(await api.getUrl(), rooms, settings));
      await stop;
      console.log('Stopping.');
    } finally {
      await rooms.jobs.stop();
      await api.close();
      await rooms.identity.allowances.usage.stop();
    }
  } finally {
    await rooms.close();
  }
}

/** Fills an empty database with the demo where that is wanted, and lets the search index catch up. */
async function prepare(rooms: Rooms, settings: Settings): Promise<void> {
  if (wantsDemo(settings)) {
    const { loadDemo } = await import('#demo');
    const loaded = await loadDemo(rooms, new Date());
    if (loaded) {
      await writeDemoUsers(settings, loaded.users);
      console.log(`Loaded ${loaded.networks} fictional networks, ${loaded.profiles} profiles.`);
    }
  }
  if (settings.worker) await rooms.jobs.drain();
  await healIndex(rooms);
  await rooms.pools.catchUp();
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
