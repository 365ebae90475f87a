/** Serves the console with reload on port 3001; everything else comes from the service on port 3000: `npm run console:dev`. */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { writeOperations } from './operations.js';

await writeOperations();
const server = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
});
await server.listen();
server.printUrls();
