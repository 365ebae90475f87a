import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { open, type Entry, type ZipFile } from 'yauzl';
import { ImportRefusedError } from '../../import-refused-error.js';

/** A part that unpacks to more than this, or to so many times its packed size, is a bomb. */
const LARGEST_PART = 4 * 1024 ** 3;
const LARGEST_RATIO = 1_000;
const RATIO_COUNTS_FROM = 64 * 1024 ** 2;
const MOST_PARTS = 10_000;

const openZip = promisify<string, { lazyEntries: boolean; autoClose: boolean }, ZipFile>(open);

/** The parts of a zipped file, each read as a stream. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws ImportRefusedError when the file is no zip archive, or a suspicious one. */
  static async open(file: string): Promise<Archive> {
    const zip = await openZip(file, { lazyEntries: true, autoClose: false }).catch(() => {
      throw new ImportRefusedError(
        'The file is not an XLSX workbook, or has a password: save it as XLSX without one, or as CSV.',
      );
    });
    try {
      return new Archive(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws ImportRefusedError when the part is missing. */
  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw new ImportRefusedError(`The workbook is damaged: ${name} is missing.`);
    const openStream = promisify(this.zip.openReadStream.bind(this.zip) as OpenStream);
    return openStream(entry).catch(() => {
      throw new ImportRefusedError('The workbook is damaged: a part of it cannot be unpacked.');
    });
  }

  close(): void {
    this.zip.close();
  }
}

type OpenStream = (entry: Entry, done: (error: Error | null, stream: Readable) => void) => void;

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) throw new ImportRefusedError('The workbook has too many parts.');
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (isBomb(entry)) {
        reject(new ImportRefusedError('The workbook unpacks to an unreasonable size.'));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new ImportRefusedError('The workbook is damaged.')));
    zip.readEntry();
  });
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  if (uncompressedSize > LARGEST_PART) return true;
  return uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * LARGEST_RATIO;
}
