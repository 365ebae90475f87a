/**
 * The traffic, from a process of its own: one run for each message of its parent, answered with what became of it.
 * Each connection asks one request after the other, as a client of its own network, so that no limit of one client is met.
 */
import autocannon from 'autocannon';
import { spread } from '../measure.js';

const BODY = { 'content-type': 'application/json' };
/** Networks that clients come from so far; none comes again, for what is allowed is counted over an hour. */
let networks = 0;

process.on('message', (run) => {
  load(run).then(
    (told) => process.send({ told }),
    (error) => process.send({ failure: error.message }),
  );
});

/** Shares the connections among all addresses; `rate` bounds how many requests are sent in a second. */
async function load({ addresses, connections, seconds, requests, rate }) {
  const times = [];
  const statuses = {};
  let wrong = 0;
  const begun = performance.now();
  const runs = addresses.map((address) => {
    const run = autocannon({
      url: address,
      connections: Math.ceil(connections / addresses.length),
      duration: seconds,
      ...(rate && { overallRate: Math.round(rate / addresses.length) }),
      // A request waits for as long as the service lets it.
      timeout: 60,
      requests: [{ method: 'POST', path: '/graphql', headers: BODY, body: '{}' }],
      setupClient: (client) => asNetwork(client, requests, networks++),
      verifyBody: (body) => {
        const isAnswered = body.startsWith('{"data":{');
        if (!isAnswered) wrong += 1;
        return isAnswered;
      },
    });
    run.on('response', (_client, status, _bytes, ms) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      times.push(ms);
    });
    return run;
  });
  const ended = await Promise.all(runs);
  const elapsed = (performance.now() - begun) / 1_000;
  const errors = ended.reduce((sum, run) => sum + run.errors, 0);
  return { rate: times.length / elapsed, ...spread(times), statuses, wrong, errors };
}

function asNetwork(client, requests, network) {
  const from = [10, (network >> 16) & 255, (network >> 8) & 255, network & 255].join('.');
  const headers = { ...BODY, 'x-forwarded-for': from };
  // Connections begin at different places, so that not all ask for the same at once.
  const begin = network % requests.length;
  client.setRequests(
    [...requests.slice(begin), ...requests.slice(0, begin)].map((request) => ({
      method: 'POST',
      path: '/graphql',
      headers,
      body: JSON.stringify(request),
    })),
  );
}
