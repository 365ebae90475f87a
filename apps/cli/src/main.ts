import { program } from './program.js';
import { explainFailure, terminalLanguage } from '#runtime';

for (const stream of [process.stdout, process.stderr]) stream.on('error', outputFailed);

try {
  await program().parseAsync();
} catch (error) {
  console.error(explainFailure(error, terminalLanguage()));
  process.exitCode = 1;
}

/** Whoever reads the output may stop before its end, as `head` does: the work goes on, and the exit code stays. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
  console.error(`The output cannot be written (${error.code}).`);
  process.exitCode = 1;
}
