/** Search through GraphQL over HTTP beside the bare adapter call that it makes. */
import { openClient } from './client.js';
import { percentile, timed } from './measure.js';

const FIRST = 20;
/** Milliseconds until a server that has just started, and its client, are as fast as ones that run: their code is compiled by then. */
export const WARM_MS = 15_000;
const QUERIES = [
  { text: 'ceasefire Mali' },
  { text: 'amina' },
  { text: 'transitional justice french' },
  { filter: { languages: [{ code: 'fr', minimumLevel: 'B2' }], territories: ['ECOWAS'] } },
  { text: 'mediatr', filter: { tracks: ['2'] } },
];
export const DOCUMENTS = QUERIES.map(({ text, filter }) => document(text, filter));

/** Milliseconds of both for queries in turn; throws when the ids or totals are not the same. */
export async function benchSearching(services, address, rounds) {
  const client = openClient(address);
  const publicIds = await publicIdsOf(services);
  const times = { graphql: [], bare: [] };
  try {
    const until = performance.now() + WARM_MS;
    for (let asked = 0; performance.now() < until; asked++)
      await client.ask(DOCUMENTS[asked % DOCUMENTS.length]);
    for (const [i, { text, filter }] of QUERIES.entries()) {
      const query = { clearance: 'PUBLIC', text, filter, page: { first: FIRST } };
      for (let round = -3; round < rounds; round++) {
        const graphql = await client.ask(DOCUMENTS[i]);
        const bare = await timed(() => services.search.search(query));
        same(graphql.answer, bare.answer, publicIds);
        if (round < 0) continue;
        times.graphql.push(graphql.ms);
        times.bare.push(bare.ms);
      }
    }
  } finally {
    await client.close();
  }
  return { graphql: percentile(times.graphql, 50), bare: percentile(times.bare, 50) };
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

/** What the graph calls each woman, by key. */
async function publicIdsOf({ database }) {
  const rows = await database.query('SELECT id, public_id AS "publicId" FROM mediator');
  return new Map(rows.map(({ id, publicId }) => [id, publicId]));
}

function same({ data, errors }, { hits, totalCount }, publicIds) {
  if (errors) throw new Error(`Not a valid run: ${errors[0].message}`);
  const { edges } = data.mediators;
  const ids = edges.map(({ node }) => Buffer.from(node.id, 'base64url').toString('utf8'));
  const agrees = ids.every((id, i) => id.endsWith(publicIds.get(hits[i].id)));
  if (data.mediators.totalCount !== totalCount || edges.length !== hits.length || !agrees) {
    throw new Error('Not a valid run: GraphQL and the adapter do not agree.');
  }
}
