import type { Database } from '#database';
import { storableJson } from '#kernel';
import type { Vault } from '#vault';
import { uuidv7 } from 'uuidv7';
import type { Reject, RejectWords } from './row/reject.js';

/** Rejects kept of one import; whoever has more reads the file. */
const MOST = 1_000;

/** The words of a reject, and its sheet, where more than one was read. */
export interface KeptWords extends RejectWords {
  readonly sheet: string | null;
}

/** Where the words of a reject are sealed for. */
export function rejectPlace(id: string): string {
  return `import_reject:${id}`;
}

/**
 * What the last import of a network did not accept, for its coordinators' work list. What looks like contact data, and
 * what stands in a column of security data, is hidden where a reject is made. A postal address or a name looks like any
 * text, so all words are sealed.
 */
export class KeptRejects {
  private count = 0;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly networkId: string,
  ) {}

  /** Forgets those of the import before. */
  async clear(): Promise<void> {
    await this.database.query('DELETE FROM import_reject WHERE network_id = $1', [this.networkId]);
  }

  async add(rejects: readonly Reject[], lost: AbortSignal): Promise<void> {
    const kept = rejects.slice(0, Math.max(MOST - this.count, 0));
    const first = this.count;
    this.count += rejects.length;
    if (kept.length === 0) return;
    await this.database.transaction(async (tx) => {
      const sealer = await this.vault.sealer(tx);
      const rows = kept.map(({ sheet = null, row, column, value, reason, suggestion }, i) => {
        const id = uuidv7();
        const words: KeptWords = { sheet, column, value, reason, suggestion };
        const { keyId, bytes } = sealer.seal(JSON.stringify(words), rejectPlace(id));
        const sealed = `\\x${bytes.toString('hex')}`;
        return { id, ordinal: first + i, row, key_id: keyId, sealed };
      });
      await tx.query(
        `INSERT INTO import_reject (id, network_id, ordinal, row, key_id, sealed)
         SELECT id, $1, ordinal, row, key_id, sealed FROM json_to_recordset($2)
           AS r(id uuid, ordinal int, row int, key_id smallint, sealed bytea)`,
        [this.networkId, storableJson(rows)],
      );
    }, lost);
  }
}
