import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry } from 'yauzl';

/** The text of an entry of a ZIP file. */
export async function entryOf(zip: Buffer, name: string): Promise<string> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      file.on('entry', (entry: Entry) => {
        if (entry.fileName !== name) return file.readEntry();
        file.openReadStream(entry, (failure, opened) =>
          failure ? reject(failure) : resolve(opened),
        );
      });
      file.on('end', () => reject(new Error(`There is no ${name}.`)));
      file.readEntry();
    });
  });
  return (await buffer(stream)).toString('utf8');
}
