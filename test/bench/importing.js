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
const QUIET_MS = 15_000;
/** Answers that a 99th percentile is made of. */
const FEWEST = 100;

/** Milliseconds of a preview; rows a second while it is applied; milliseconds of searches in peace and beside it. */
export async function benchStaged(api, { networkId, file, count }) {
  const viewer = coordinator(networkId);
  const [uploads, imports, runner] = [ImportUploadService, ImportService, ImportRunner].map(
    (service) => api.get(service),
  );
  const client = openClient(await api.getUrl());
  try {
    await askUntil(client, ends(WARM_MS));
    const quiet = await askUntil(client, ends(QUIET_MS));
    const upload = { networkId, fileName: file, bytes: createReadStream(file) };
    const preview = await timed(async () => {
      const id = await uploads.receive(viewer, upload);
      await runner.handle([id]);
      return id;
    });
    const { revision } = await checked(imports, viewer, preview.answer, 'new', count);
    await imports.apply(viewer, preview.answer, revision);
    let isApplied = false;
    const applying = timed(() => runner.handle([preview.answer])).finally(() => {
      isApplied = true;
    });
    const beside = await askUntil(client, () => isApplied);
    const { ms } = await applying;
    await checked(imports, viewer, preview.answer, 'created', count);
    return { preview: preview.ms, rate: (count * 1_000) / ms, quiet, beside };
  } finally {
    await client.close();
  }
}

async function checked(imports, viewer, id, what, count) {
  const found = await imports.byId(viewer, id);
  const rows = found.counts?.byStatus[what];
  if (rows === count) return found;
  throw new Error(`Not a valid run: ${rows} ${what} instead of ${count}.`);
}

/** One search after the other. */
async function askUntil(client, isOver) {
  const times = [];
  for (let asked = 0; !isOver(); asked++) {
    const { answer, ms } = await client.ask(DOCUMENTS[asked % DOCUMENTS.length]);
    if (answer.errors) throw new Error(`Not a valid run: ${answer.errors[0].message}`);
    times.push(ms);
  }
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
