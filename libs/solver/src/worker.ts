import { parentPort, workerData } from 'node:worker_threads';
import highsModule from 'highs';
import type { SolveRequest, WorkerMessage, WorkerStart } from './messages.js';
import { solve } from './solve.js';

// The thread that solves: one request after the other, until it is ended from outside.

const stop = new Int32Array((workerData as WorkerStart).stop);
const tell = (message: WorkerMessage) => parentPort!.postMessage(message, []);
// Its types are those of a CommonJS module, but Node imports it as an ES module.
const highs = (highsModule as unknown as typeof highsModule.default)();

function secondsTo(moment: number): number {
  return Math.max(0, moment - performance.timeOrigin - performance.now()) / 1000;
}

parentPort!.on('message', ({ mip, until }: SolveRequest) => {
  void highs
    .then((loaded) =>
      solve(loaded, mip, secondsTo(until), {
        stopped: () => Atomics.load(stop, 0) !== 0,
        progress: (progress) => tell({ kind: 'progress', progress }),
        incumbent: (values) => tell({ kind: 'incumbent', values }),
      }),
    )
    .then(
      (solved) => tell({ kind: 'solved', solved }),
      (error: Error) => tell({ kind: 'failed', message: error.message }),
    );
});
