import { parentPort } from 'node:worker_threads';
import type { ToThread } from './messages.js';
import { PoolHolder } from './pool-holder.js';

const holder = new PoolHolder();

parentPort?.on('message', (message: ToThread) => {
  parentPort?.postMessage(holder.answer(message), []);
});
