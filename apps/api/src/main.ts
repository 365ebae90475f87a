import { explainFailure } from '#runtime';
import { serve } from './serve.js';

// The service: the entry of `baraza serve`, of `nest start` and so of `npm run dev`.
try {
  await serve();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
