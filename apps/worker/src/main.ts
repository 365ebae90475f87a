import { loadSettings } from '#config';
import { explainFailure } from '../../cli/src/failure.js';
import { openRooms } from '../../api/src/rooms.js';

/** Runs background jobs in a process of their own, beside api processes with BARAZA_WORKER=off. */
async function work(): Promise<void> {
  const rooms = await openRooms(loadSettings(process.env));
  try {
    await rooms.jobs.start();
    await rooms.indexSync.heal();
    console.log('The worker is ready.');
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
    });
  } finally {
    await rooms.jobs.stop();
    await rooms.close();
  }
}

try {
  await work();
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 1;
}
