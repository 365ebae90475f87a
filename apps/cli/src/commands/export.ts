import { ExportService, type ExportFormat } from '#directory';
import { OPERATOR } from '#identity';
import { CommandFailure } from '#runtime';
import type { Locale } from '#vocabulary';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withApplication } from '../with-application.js';

interface ExportOptions {
  readonly network: string;
  readonly format?: ExportFormat;
  readonly language: Locale;
}

const FORMAT_OF: Readonly<Record<string, ExportFormat>> = {
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
};

/**
 * Writes a network's list to a file that is not there yet, without contact data: whoever operates the machine does not
 * read that.
 */
export async function exportList(file: string, options: ExportOptions): Promise<void> {
  const format = options.format ?? FORMAT_OF[extname(file).toLowerCase()];
  if (!format) {
    throw new CommandFailure(
      'The ending of the file does not tell its format: say --format csv, xlsx or jsonl.',
    );
  }
  await withApplication(async (app) => {
    const { network, language } = options;
    const bytes = await app.get(ExportService).export(OPERATOR, { network, format, language });
    const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new CommandFailure(
        error.code === 'EEXIST'
          ? `The file ${file} is there already.`
          : `The file ${file} cannot be written (${error.code ?? error.message}).`,
      );
    });
    await pipeline(bytes, handle.createWriteStream());
    console.log(`Written without contact data: ${file}`);
  });
}
