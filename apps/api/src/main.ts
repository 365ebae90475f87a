import { serve } from '../../cli/src/commands/serve.js';
import { explainFailure } from '../../cli/src/failure.js';

// The service as `baraza serve` runs it: the entry of `nest start`, and so of `npm run dev`.
try {
  await serve();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
