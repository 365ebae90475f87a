import { loadSettings } from '#config';
import { explainFailure } from '../../cli/src/failure.js';
import { stopSignal } from '../../cli/src/stop-signal.js';
import { healIndex } from '../../api/src/heal-index.js';
import { openRooms } from '../../api/src/rooms.js';

/** Runs background jobs in a process of their own, beside api processes with BARAZA_WORKER=off. */
async function work(): Promise<void> {
  const stop = stopSignal();
  const rooms = await openRooms(loadSettings(process.env));
  try {
    await rooms.jobs.start();
    await healIndex(rooms);
    console.log('The worker is ready.');
    await stop;
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
