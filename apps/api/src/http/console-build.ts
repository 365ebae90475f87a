import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = dirname(createRequire(import.meta.url).resolve('#package.json'));

/** Where Vite puts the console (`apps/console`). */
const BUILT_CONSOLE = join(ROOT, 'dist', 'apps', 'console');

/** The console as it was built: a page, its assets, and the operations that it may send. */
export class ConsoleBuild {
  private constructor(
    private readonly folder: string,
    /** Documents by the hash that the console names them by, as they were when the service started. */
    readonly operations: ReadonlyMap<string, string>,
  ) {}

  /**
   * What a folder holds. One that is not there is a console that was never built.
   *
   * @throws Error where `operations.json` is no object of texts
   */
  static async read(folder = BUILT_CONSOLE): Promise<ConsoleBuild> {
    const text = await textOf(join(folder, 'operations.json'));
    return new ConsoleBuild(folder, text === null ? new Map() : operationsIn(text));
  }

  /** Where the scripts and style sheets are, beside their compressed twins. */
  get assets(): string {
    return join(this.folder, 'assets');
  }

  /** Read each time, so that a console that is built again is shown at once. Null where it was never built. */
  async page(): Promise<string | null> {
    return textOf(join(this.folder, 'index.html'));
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function operationsIn(text: string): Map<string, string> {
  const operations = new Map(Object.entries(JSON.parse(text) as Record<string, unknown>));
  for (const [hash, document] of operations) {
    if (typeof document !== 'string') throw new Error(`operations.json: ${hash} is no text.`);
  }
  return operations as Map<string, string>;
}
