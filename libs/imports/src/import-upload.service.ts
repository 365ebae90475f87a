import { Database, withoutRequest } from '#database';
import { formatOf, ImportRefusedError, SNIFFED } from '#directory';
import { authorise, changeRecord, recordAudit, type Viewer } from '#identity';
import { firstLetters, InvalidStateError, MS_PER_DAY, NotFoundError } from '#kernel';
import { problem, refusal } from '#messages';
import { Vault } from '#vault';
import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { keepPart, PART_BYTES } from './file-parts.js';
import { importJob } from './import-job.js';
import { IMPORT_DAYS } from './import-purge.js';
import { IMPORT_STEPS } from './import-steps.js';
import { StagedImportEntity } from './staged-import.entity.js';

/** In megabytes and in bytes. */
const MOST_MEGABYTES = 50;
export const MOST_BYTES = MOST_MEGABYTES * 1024 ** 2;
/** Files of one network that wait, or can be undone. */
const MOST_FILES = 20;
const LONGEST_NAME = 255;
/** Of a file without a name. */
export const NO_NAME = 'list';

export interface Upload {
  readonly networkId: string;
  /** With or without folders, of any system. */
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** Takes in lists. A file is sealed piece by piece as it comes; it is never whole on a disk. */
@Injectable()
export class ImportUploadService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** Whether the viewer may upload lists of a network: to be asked before the file is read. @throws NotPermittedError */
  authorise(viewer: Viewer, networkId: string | null): void {
    authorise(viewer, 'upload', { kind: 'import', networkId });
  }

  /**
   * Keeps a list and has it checked.
   *
   * @returns the id of the import
   * @throws NotPermittedError, NotFoundError; InvalidStateError where the network has too many files; ImportRefusedError
   * where the file is no list or is too large.
   */
  async receive(viewer: Viewer, { networkId, fileName, bytes }: Upload): Promise<string> {
    this.authorise(viewer, networkId);
    const id = uuidv7();
    let begun = false;
    try {
      let size = 0;
      let ordinal = 0;
      for await (const piece of pieces(bytes)) {
        if (!begun) {
          const format = formatOf(piece.subarray(0, SNIFFED));
          await this.begin(viewer, { id, networkId, fileName: nameOf(fileName), format });
          begun = true;
        }
        size += piece.length;
        const part = { ordinal: ordinal++, bytes: piece };
        await this.database.transaction((tx) => keepPart(tx, this.vault, id, part));
      }
      if (!begun) throw new ImportRefusedError(problem('refused.empty'));
      await this.finish(viewer, id, size);
      return id;
    } catch (error) {
      // What came of it is of no use to anybody; the request may have ended.
      if (begun) {
        await withoutRequest(() =>
          this.database.query('DELETE FROM staged_import WHERE id = $1', [id]),
        );
      }
      throw error;
    }
  }

  private async begin(
    viewer: Viewer,
    staged: Pick<StagedImportEntity, 'id' | 'networkId' | 'fileName' | 'format'>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `staged-import ${staged.networkId}`,
      ]);
      const [held] = await tx.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM staged_import WHERE network_id = $1',
        [staged.networkId],
      );
      if ((held?.count ?? 0) >= MOST_FILES) {
        throw new InvalidStateError(refusal('imports.mostFiles', { most: MOST_FILES }));
      }
      const expiresAt = new Date(this.now().getTime() + IMPORT_DAYS * MS_PER_DAY);
      await tx.manager.insert(StagedImportEntity, {
        ...staged,
        uploadedBy: viewer.name,
        expiresAt,
      });
    });
  }

  private async finish(viewer: Viewer, id: string, size: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const state = IMPORT_STEPS.take('receive', 'receiving', { wasApplied: false });
      const rows = await tx.query<{ id: string; networkId: string }>(
        `WITH received AS (
           UPDATE staged_import SET state = $2, size = $3 WHERE id = $1 AND state = 'receiving'
           RETURNING id, network_id AS "networkId")
         SELECT * FROM received`,
        [id, state, size],
      );
      const [received] = rows;
      if (!received) throw new NotFoundError('import');
      await tx.addJob(importJob(id));
      const after = { ...received, state, size };
      await recordAudit(tx, viewer, [
        changeRecord(IMPORT_STEPS.audit('receive'), 'import', null, after),
      ]);
    });
  }
}

/** A stream in pieces of one size. @throws ImportRefusedError when it is longer than a list may be */
async function* pieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  let all = 0;
  for await (const chunk of bytes) {
    all += chunk.length;
    if (all > MOST_BYTES) {
      throw new ImportRefusedError(problem('refused.tooLarge', { most: MOST_MEGABYTES }));
    }
    waiting.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    const joined = Buffer.concat(waiting);
    let at = 0;
    for (; joined.length - at >= PART_BYTES; at += PART_BYTES) {
      yield joined.subarray(at, at + PART_BYTES);
    }
    waiting = [joined.subarray(at)];
    length = joined.length - at;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** The last part of a path, as a name that can be kept. */
function nameOf(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  const plain = name.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return firstLetters(plain, LONGEST_NAME) || NO_NAME;
}
