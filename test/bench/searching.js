/** Search through GraphQL over HTTP beside the bare adapter call that it makes. */
import { Agent, request } from 'node:http';
import { inTurn, percentile } from './measure.js';

const FIRST = 20;
/** Rounds until a server that has just started is as fast as one that runs. */
const WARM = 40;
const QUERIES = [
  { text: 'ceasefire Mali' },
  { text: 'amina' },
  { text: 'transitional justice french' },
  { filter: { languages: [{ code: 'fr', minimumLevel: 'B2' }], territories: ['ECOWAS'] } },
  { text: 'mediatr', filter: { tracks: ['2'] } },
];

/** Milliseconds of both for queries in turn; throws when the ids or totals are not the same. */
export async function benchSearching(rooms, address, rounds) {
  const agent = new Agent({ keepAlive: true });
  const times = { a: [], b: [] };
  try {
    for (const { text, filter } of QUERIES) {
      const body = JSON.stringify({ query: document(text, filter) });
      const { a, b } = await inTurn(
        rounds,
        () => ask(agent, address, body),
        () => rooms.search.search({ clearance: 'PUBLIC', text, filter, page: { first: FIRST } }),
        same,
        WARM,
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

function ask(agent, address, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const outgoing = request(`${address}/graphql`, { agent, method: 'POST', headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
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
