/** One api process, as its environment says. Tells its parent where it listens, and on request what it spends its time on. */
import '../as-production.js';
import { loadSettings } from '#config';
import { CandidatePools } from '#engagement';
import { Allowances } from '#identity';
import { createApi } from '../../../dist/apps/api/src/create-api.js';
import { startProfile } from './profile.js';

// What production must have beside, such as a mail server, is none of what is measured.
const { NODE_ENV: _, ...env } = process.env;
const api = await createApi(loadSettings(env));
await api.get(CandidatePools).catchUp();
await api.listen(0, '127.0.0.1');
api.get(Allowances).usage.start();
let profile = null;
process.on('message', (asked) => void answer(asked));
process.on('disconnect', () => void api.close());
process.send({ address: await api.getUrl() });

async function answer(asked) {
  if (asked === 'profile') profile = await startProfile();
  if (asked === 'account') process.send({ account: await profile.end() });
  if (asked === 'processor') process.send({ processor: process.cpuUsage() });
  if (asked === 'memory') process.send({ memory: process.memoryUsage().rss });
}
