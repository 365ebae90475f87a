/** What an api process spends its processor time on, by whose code runs. */
import { Session } from 'node:inspector/promises';

/** By the innermost frame of a stack that belongs to one of them. */
const PARTS = [
  ['asking the search engine', /\/meilisearch\/|libs\/search\//],
  ['asking PostgreSQL', /\/pg[-\w]*\/|\/typeorm\/|libs\/database\//],
  ['who may be seen, and as what', /libs\/directory\//],
  ['names in the reader’s language', /libs\/vocabulary\//],
  [
    'execution of the document',
    /\/graphql\/execution\/|graphql\/type\/|graphql-jit|apps\/api\/src\/mediators|to-profile-values|texts\.|global-id/,
  ],
  ['parsing and validation', /\/graphql\/(language|validation|utilities)\//],
  [
    'cost and allowance',
    /graphql\/cost\/|graphql\/variables|identity\/src\/allowance|libs\/vault\//,
  ],
  ['who asks, context', /libs\/identity\/|apps\/api\/src\/(graphql|http)|dataloader/],
  [
    'arguments and pipes of Nest',
    /@nestjs\/|class-validator|class-transformer|libs\/telemetry|rxjs|prom-client/,
  ],
  ['Apollo', /@apollo\/|@as-integrations|whatwg|negotiator/],
  [
    'HTTP',
    /fastify|light-my-request|find-my-way|node:_http|node:net|node:internal\/streams|node:internal\/stream_base|create-api|proxy-addr|avvio/,
  ],
];

/** What carries requests and answers, of clients and of databases: where nobody else is on the stack. */
const HTTP = /fastify|find-my-way|node:_http|node:net|node:internal\/stream|create-api|proxy-addr/;

/** Samples the process from now on. `end` gives microseconds of each part, and of all of them. */
export async function startProfile() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  return {
    end: async () => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return partsOf(profile);
    },
  };
}

function partsOf({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const parts = {};
  samples.forEach((id, i) => {
    const part = partOf(id, byId, parents);
    if (part !== null) parts[part] = (parts[part] ?? 0) + timeDeltas[i];
  });
  return parts;
}

/** Null for a process that waits. */
function partOf(id, byId, parents) {
  const { functionName } = byId.get(id).callFrame;
  if (functionName === '(idle)' || functionName === '(root)') return null;
  if (functionName === '(garbage collector)') return 'garbage collection';
  let isHttp = false;
  for (let at = id; at !== undefined; at = parents.get(at)) {
    const { url } = byId.get(at).callFrame;
    const found = PARTS.find(([, pattern]) => pattern.test(url));
    if (found) return found[0];
    isHttp ||= HTTP.test(url);
  }
  if (isHttp) return 'HTTP';
  return functionName === '(program)' ? 'Node itself' : 'other';
}
