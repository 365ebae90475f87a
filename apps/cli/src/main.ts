import { program } from './program.js';
import { explainFailure } from './failure.js';

try {
  await program().parseAsync();
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 1;
}
