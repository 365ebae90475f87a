/** Search through GraphQL over HTTP beside the bare adapter call that it makes. */
import { Agent, request } from 'node:http';
import { inTurn, percentile } from './measure.js';

const FIRST = 20;
/** Requests until a server that has just started is as fast as one that runs: its code is compiled by then. */
const WARM = 600;
const QUERIES = [
  { text: 'ceasefire Mali' },
  { text: 'amina' },
  { text: 'transitional justice french' },
  { filter: { languages: [{ code: 'fr', minimumLevel: 'B2' }], territories: ['ECOWAS'] } },
  { text: 'mediatr', filter: { tracks: ['2'] } },
];
const DOCUMENTS = QUERIES.map(({ text, filter }) => document(text, filter));

/** Milliseconds of both for queries in turn; throws when the ids or totals are not the same. */
export async function benchSearching(rooms, address, rounds) {
  const agent = new Agent({ keepAlive: true });
  const { hostname: host, port } = new URL(address);
  const ask = (query) => answer({ agent, host, port, path: '/graphql' }, JSON.stringify({ query }));
  const times = { a: [], b: [] };
  try {
    for (let asked = 0; asked < WARM; asked++) await ask(DOCUMENTS[asked % DOCUMENTS.length]);
    for (const [i, { text, filter }] of QUERIES.entries()) {
      const { a, b } = await inTurn(
        rounds,
        () => ask(DOCUMENTS[i]),
        () => rooms.search.search({ clearance: 'PUBLIC', text, filter, page: { first: FIRST } }),
        same,
      );
      times.a.push(...a);
      times.b.push(...b);
    }
  } finally {
    agent.destroy();
  }
  return { graphql: percentile(times.a, 50), bare: percentile(times.b, 50) };
}

function document(text, filter) {
  const parts = [`first: ${FIRST}`];
  if (text) parts.push(`search: ${JSON.stringify(text)}`);
  if (filter) parts.push(`filter: ${literal(filter)}`);
  return `{ mediators(${parts.join(', ')}) { totalCount edges { node { id name languages { code level } } } } }`;
}

/** A filter as GraphQL writes it: field names and enums without quotes. */
function literal(value, field = '') {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, field)).join(', ')}]`;
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([name, item]) => `${name}: ${literal(item, name)}`);
    return `{ ${fields.join(', ')} }`;
  }
  if (field === 'minimumLevel') return value;
  return field === 'tracks' ? `TRACK_${value}` : JSON.stringify(value);
}

function answer(place, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const outgoing = request({ ...place, method: 'POST', headers }, (incoming) => {
      const chunks = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function same({ data, errors }, { hits, totalCount }) {
  if (errors) throw new Error(`Not a valid run: ${errors[0].message}`);
  const { edges } = data.mediators;
  const ids = edges.map(({ node }) => Buffer.from(node.id, 'base64url').toString('utf8'));
  const agrees = ids.every((id, i) => id.endsWith(hits[i].id));
  if (data.mediators.totalCount !== totalCount || edges.length !== hits.length || !agrees) {
    throw new Error('Not a valid run: GraphQL and the adapter do not agree.');
  }
}
