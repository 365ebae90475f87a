import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import {
  ColumnMap,
  importProfiles,
  openRows,
  readMapping,
  RejectsFile,
  type ImportFormat,
  type ImportReport,
} from '#directory';
import { OPERATOR } from '#identity';
import { CommandFailure } from '../failure.js';
import { progress } from '../progress.js';
import { withRooms } from '../with-rooms.js';

interface ImportOptions {
  readonly network: string;
  readonly dryRun?: boolean;
  readonly mapping?: string;
  readonly format?: ImportFormat;
  readonly rejects?: string;
}

const SOME_REJECTED = 2;

/**
 * Imports a file and prints what came of it. The exit code is 0 when every row was accepted and 2
 * when some were not: those are in the rejects file, also after a dry run.
 */
export async function importFile(file: string, options: ImportOptions): Promise<void> {
  const columns = new ColumnMap(options.mapping ? await readMapping(options.mapping) : undefined);
  const rows = await openRows(file, columns, options.format);
  const rejects = new RejectsFile(await rejectsPath(file, options.rejects));
  await withRooms(async ({ database, vault, jobs }) => {
    const bar = progress('Rows read', 0);
    try {
      const report = await importProfiles(
        { database, vault },
        {
          by: OPERATOR,
          rows,
          columns,
          network: options.network,
          today: new Date(),
          dryRun: options.dryRun,
          onProgress: (done) => bar.update(done),
          onRejects: (found) => rejects.write(found),
        },
      );
      if (!options.dryRun) await jobs.drain();
      bar.stop();
      console.log(asText(report, options, rejects.path));
      if (report.rejected > 0) process.exitCode = SOME_REJECTED;
    } finally {
      bar.stop();
      await rejects.close();
    }
  });
}

/** Beside the file, as `members.rejects.csv`, or where it is wanted; never the file itself. */
async function rejectsPath(file: string, wanted?: string): Promise<string> {
  const beside = join(dirname(file), `${basename(file, extname(file))}.rejects.csv`);
  const path = wanted ?? beside;
  const [input, output] = await Promise.all([stat(file), stat(path).catch(() => null)]);
  if (output && output.dev === input.dev && output.ino === input.ino) {
    throw new CommandFailure('The rejects file must be another file than the one to import.');
  }
  return path;
}

function asText(report: ImportReport, { network, dryRun }: ImportOptions, rejects: string): string {
  const counts = (['created', 'updated', 'unchanged', 'rejected'] as const).map(
    (name) => `  ${name.padEnd(9)} ${String(report[name]).padStart(8)}`,
  );
  const lines = [
    `Rows for ${network}: ${report.rows}${dryRun ? ' (dry run: nothing was changed)' : ''}`,
    ...counts,
  ];
  if (report.unlisted > 0) {
    lines.push(
      `WARNING: accepted without consent LISTED, so kept as drafts that nobody sees: ${report.unlisted}`,
    );
  }
  if (report.ignoredColumns.length > 0) {
    lines.push(`Columns not understood and left out: ${report.ignoredColumns.join(', ')}`);
  }
  if (report.rejected > 0) lines.push(`What was rejected, and why: ${rejects}`);
  return lines.join('\n');
}
