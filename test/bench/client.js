/**
 * A client of the graph in a thread of its own, as clients are elsewhere: what it does to ask and to read
 * takes no time from the server. Times are its own, from the first byte to the parsed answer.
 */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Asks one document at a time: `ask` gives the answer and its milliseconds. */
export function openClient(address) {
  const worker = new Worker(new URL(import.meta.url), { workerData: address });
  return {
    ask: async (query) => {
      worker.postMessage(query, []);
      const [{ answer, ms, failure }] = await once(worker, 'message');
      if (failure) throw new Error(failure);
      return { answer, ms };
    },
    close: () => worker.terminate(),
  };
}

if (!isMainThread) {
  const agent = new Agent({ keepAlive: true });
  const { hostname: host, port } = new URL(workerData);
  const place = { agent, host, port, path: '/graphql' };
  parentPort.on('message', (query) => {
    const start = performance.now();
    post(place, JSON.stringify({ query })).then(
      (answer) => parentPort.postMessage({ answer, ms: performance.now() - start }, []),
      (error) => parentPort.postMessage({ failure: error.message }, []),
    );
  });
}

function post(place, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const outgoing = request({ ...place, method: 'POST', headers }, (incoming) => {
      const chunks = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
        } catch (error) {
          reject(error);
        }
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
