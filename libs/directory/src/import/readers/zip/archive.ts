import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Entry, ZipFile } from 'yauzl';
import { problem } from '#messages';
import { ImportRefusedError } from '../../import-refused-error.js';
import type { Bytes } from '../bytes.js';

/** Parts that unpack to more bytes than this together, or one to so many times its packed size, are a bomb. */
const LARGEST = 4 * 1024 ** 3;
const LARGEST_RATIO = 1_000;
const RATIO_COUNTS_FROM = 64 * 1024 ** 2;
const MOST_PARTS = 10_000;
/** Things of a file that are held in memory at once, beside the texts: styles, merged cells, hidden columns. */
const MOST_KEPT = 1_000_000;
/** How compound files begin: workbooks with a password, and those of the old format. */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';

/** A part on its way out of the archive. */
export interface PackedPart {
  readonly name: string;
  readonly stream: Readable;
  /** Checksum that the unpacked bytes must have. */
  readonly crc32: number;
}

/** The parts of a zipped file, each read as a stream. Names are compared without regard to case. */
export class Archive {
  private kept = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws ImportRefusedError when the file is no zip archive, or a suspicious one. */
  static async open(bytes: Bytes): Promise<Archive> {
    const zip = await bytes.zip().catch(async () => {
      throw new ImportRefusedError(
        problem((await isCompoundFile(bytes)) ? 'workbook.compound' : 'workbook.noArchive'),
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
    return this.entries.has(keyOf(name));
  }

  /**
   * Counts one more thing that is kept of this file, so that a small one cannot fill the memory.
   *
   * @throws ImportRefusedError when there are too many
   */
  keep(): void {
    if (++this.kept > MOST_KEPT) throw new ImportRefusedError(problem('workbook.bomb'));
  }

  /** @throws ImportRefusedError when the part is missing or has a password. */
  async part(name: string): Promise<PackedPart> {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw new ImportRefusedError(problem('damaged.missing', { part: name }));
    if (entry.isEncrypted()) {
      throw new ImportRefusedError(problem('workbook.locked'));
    }
    const openStream = promisify(this.zip.openReadStream.bind(this.zip) as OpenStream);
    const stream = await openStream(entry).catch(() => {
      throw new ImportRefusedError(problem('damaged.packed'));
    });
    return { name, stream, crc32: entry.crc32 };
  }

  close(): void {
    this.zip.close();
  }
}

type OpenStream = (entry: Entry, done: (error: Error | null, stream: Readable) => void) => void;

/** Part names are URIs: percent signs encode characters, and case means nothing (ECMA-376-2, 6.2.2). */
function keyOf(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) throw new ImportRefusedError(problem('workbook.tooManyParts'));
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let size = 0;
    zip.on('entry', (entry: Entry) => {
      const key = keyOf(entry.fileName);
      size += entry.uncompressedSize;
      if (size > LARGEST || isBomb(entry)) {
        reject(new ImportRefusedError(problem('workbook.bomb')));
      } else if (entries.has(key)) {
        reject(new ImportRefusedError(problem('damaged.sameName', { part: entry.fileName })));
      } else {
        entries.set(key, entry);
        zip.readEntry();
      }
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(new ImportRefusedError(problem('damaged.archive'))));
    zip.readEntry();
  });
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * LARGEST_RATIO;
}

async function isCompoundFile(bytes: Bytes): Promise<boolean> {
  return (await bytes.start(8)).toString('hex') === COMPOUND_FILE;
}
