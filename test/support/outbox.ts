import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '#config';

/** A mail as its recipient reads it. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The links in it, in their order. */
  readonly links: readonly string[];
}

/** The mails in the outbox of a data folder, oldest first. Run the waiting jobs before (`jobs.drain()`). */
export async function readOutbox({
  dataDirectory,
}: Pick<Settings, 'dataDirectory'>): Promise<ReadMail[]> {
  const folder = join(dataDirectory, 'outbox');
  const files = (await readdir(folder).catch(() => [])).toSorted();
  return Promise.all(
    files.map(async (file) => readMail(await readFile(join(folder, file), 'utf8'))),
  );
}

function readMail(file: string): ReadMail {
  const end = file.indexOf('\r\n\r\n');
  const lines = file.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name.toLowerCase(), value.join(': ')];
    }),
  );
  const text = file.slice(end + 4).replaceAll('\r\n', '\n');
  return {
    to: headers.to ?? '',
    subject: headers.subject ?? '',
    headers,
    text,
    links: text.match(/^https?:\S+$/gm) ?? [],
  };
}
