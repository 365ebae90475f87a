/**
 * A coordinator's list through the API's own services, in the process that answers searches: how soon its preview is
 * ready, and how long searches take while it is applied, beside the same searches before.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PUBLIC_VIEWER } from '#identity';
import { ImportRunner, ImportService, ImportUploadService } from '#imports';
import { openClient } from './client.js';
import { spread, timed } from './measure.js';
import { DOCUMENTS, WARM_MS } from './searching.js';

/** How long searches are asked in peace. */
const QUIET_MS = 30_000;
/** Answers that a 99th percentile is made of. */
const FEWEST = 100;

/**
 * Milliseconds of the first list's preview; rows a second while lists are applied; milliseconds of searches in peace and
 * beside it. Lists are applied until there are enough searches: in a large directory few are answered while one is.
 */
export async function benchStaged(api, listOf) {
  const client = openClient(await api.getUrl());
  try {
    await askUntil(client, ends(WARM_MS));
    const quiet = await askUntil(client, ends(QUIET_MS));
    const previews = [];
    const beside = [];
    let applied = { rows: 0, ms: 0 };
    for (let nth = 1; nth === 1 || beside.length < FEWEST; nth++) {
      const list = await listOf(nth);
      const staged = await upload(api, list);
      previews.push(staged.preview);
      let isApplied = false;
      const applying = staged.apply().finally(() => {
        isApplied = true;
      });
      beside.push(...(await askUntil(client, () => isApplied)));
      applied = { rows: applied.rows + list.count, ms: applied.ms + (await applying) };
    }
    return {
      preview: previews[0],
      rate: (applied.rows * 1_000) / applied.ms,
      quiet: spreadOf(quiet),
      beside: spreadOf(beside),
    };
  } finally {
    await client.close();
  }
}

/** A list uploaded and read: milliseconds of its preview, and what applies it and tells in how many milliseconds. */
async function upload(api, { networkId, file, count }) {
  const viewer = coordinator(networkId);
  const [uploads, imports, runner] = [ImportUploadService, ImportService, ImportRunner].map(
    (service) => api.get(service),
  );
  const preview = await timed(async () => {
    const bytes = createReadStream(file);
    const id = await uploads.receive(viewer, { networkId, fileName: file, bytes });
    await runner.handle([id]);
    return id;
  });
  const id = preview.answer;
  const apply = async () => {
    const { revision } = await checked(imports, viewer, id, 'new', count);
    await imports.apply(viewer, id, revision);
    const { ms } = await timed(async () => runner.handle([id]));
    await checked(imports, viewer, id, 'created', count);
    return ms;
  };
  return { preview: preview.ms, apply };
}

async function checked(imports, viewer, id, what, count) {
  const found = await imports.byId(viewer, id);
  const rows = found.counts?.byStatus[what];
  if (rows === count) return found;
  throw new Error(`Not a valid run: ${rows} ${what} instead of ${count}.`);
}

/** Milliseconds of one search after the other. */
async function askUntil(client, isOver) {
  const times = [];
  for (let asked = 0; !isOver(); asked++) {
    const { answer, ms } = await client.ask(DOCUMENTS[asked % DOCUMENTS.length]);
    if (answer.errors) throw new Error(`Not a valid run: ${answer.errors[0].message}`);
    times.push(ms);
  }
  return times;
}

function spreadOf(times) {
  if (times.length < FEWEST) throw new Error(`Not a valid run: ${times.length} searches.`);
  return spread(times);
}

function ends(milliseconds) {
  const end = performance.now() + milliseconds;
  return () => performance.now() > end;
}

function coordinator(networkId) {
  const userId = randomUUID();
  return {
    ...PUBLIC_VIEWER,
    name: `user:${userId}`,
    userId,
    grants: ['anyone', 'user', 'coordinator'],
    clearance: 'VETTED',
    networkIds: [networkId],
  };
}
