import { createReadStream } from 'node:fs';
import { open as openFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fromBuffer, open, type ZipFile } from 'yauzl';

/** The bytes of a list, on the disk or in memory; read as often as they are needed. */
export interface Bytes {
  chunks(): AsyncIterable<Buffer>;
  /** The first bytes, or all where there are fewer. */
  start(count: number): Promise<Buffer>;
  /** How many there are. */
  count(): Promise<number>;
  /** Opens them as a zip archive. @throws Error where they are none */
  zip(): Promise<ZipFile>;
}

const ZIP = { lazyEntries: true, autoClose: false } as const;
const openZip = promisify<string, typeof ZIP, ZipFile>(open);
const openZipInMemory = promisify<Buffer, typeof ZIP, ZipFile>(fromBuffer);

export function bytesOfFile(path: string): Bytes {
  return {
    chunks: () => createReadStream(path),
    start: async (count) => {
      const handle = await openFile(path);
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    count: async () => (await stat(path)).size,
    zip: async () => openZip(path, ZIP),
  };
}

/** As much as a stream from the disk gives at a time. */
const CHUNK = 64 * 1024;

export function bytesInMemory(bytes: Buffer): Bytes {
  return {
    async *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
    },
    start: async (count) => bytes.subarray(0, count),
    count: async () => bytes.length,
    zip: async () => openZipInMemory(bytes, ZIP),
  };
}
