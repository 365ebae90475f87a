import type { Database, OwnerTransaction } from '#database';
import type { Vault } from '../vault.js';
import { VaultError } from '../vault-error.js';
import { type AsOwner, resealTable } from './reseal-table.js';
import type { SealedTable } from './sealed-table.js';
import type { KeyPurpose } from '../keys/data-key.entity.js';

/** A data key, without anything of the key itself. */
export interface KeyStatus {
  readonly id: number;
  readonly purpose: KeyPurpose;
  /** Master key that wraps it. */
  readonly masterId: string;
  readonly createdAt: Date;
  /** Since when it seals no more; null for the one in force. */
  readonly retiredAt: Date | null;
  /** Rows that it opens, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What a rotation did. */
export interface RotationReport {
  /** It only finished what another had begun. */
  readonly resumed: boolean;
  readonly resealed: number;
  readonly removed: readonly number[];
}

/** Writes down, in the transaction of the deed itself, that something was done to the keys. */
export type NoteDeed = (tx: OwnerTransaction, action: string) => Promise<void>;

const STILL_REFERENCED = '23503';

/**
 * Takes data keys out of use. Writers go on meanwhile: each holds the key it seals with until it commits,
 * so what is left of an old key is found before that key is removed.
 */
export class KeyRotation {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly tables: readonly SealedTable[],
  ) {}

  /** Every data key, and how many rows each opens. */
  async status(): Promise<KeyStatus[]> {
    return this.database.asOwner(async (tx) => {
      await this.mustKnowAll(tx);
      const keys = await tx.query<Omit<KeyStatus, 'rows'>>(
        `SELECT id, purpose, master_id AS "masterId", created_at AS "createdAt", retired_at AS "retiredAt"
         FROM data_key ORDER BY id`,
      );
      const counts = new Map<number, Record<string, number>>(keys.map(({ id }) => [id, {}]));
      for (const { name } of this.tables) {
        const rows = await tx.query<{ id: number; count: number }>(
          `SELECT key_id AS id, count(*)::int AS count FROM ${name} GROUP BY key_id`,
        );
        for (const { id, count } of rows) Object.assign(counts.get(id) ?? {}, { [name]: count });
      }
      return keys.map((key) => ({ ...key, rows: counts.get(key.id) ?? {} }));
    });
  }

  /**
   * Makes a new data key, seals every row anew with it and removes the old one. A rotation that was broken
   * off is finished instead, by the key that it made.
   *
   * @throws VaultError when another rotation is running, or a table with sealed values is not known.
   */
  async rotate(note: NoteDeed, onProgress?: (rows: number) => void): Promise<RotationReport> {
    return this.alone(async (asOwner) => {
      const { resumed, retired } = await this.begin(asOwner, note);
      let resealed = 0;
      const count = (rows: number): void => {
        resealed += rows;
        onProgress?.(resealed);
      };
      for (const id of retired) {
        do {
          for (const table of this.tables) {
            await resealTable(asOwner, this.vault, table, id, count);
          }
        } while (!(await this.remove(asOwner, id, note)));
      }
      return { resumed, resealed, removed: retired };
    });
  }

  /** Wraps the data keys by the current master key, so that an old one may go; gives their ids. */
  async rewrap(note: NoteDeed): Promise<number[]> {
    return this.alone((asOwner) =>
      asOwner(async (tx) => {
        const ids = await this.vault.rewrap(tx);
        if (ids.length > 0) await note(tx, 'keys.rewrap');
        return ids;
      }),
    );
  }

  private async begin(
    asOwner: AsOwner,
    note: NoteDeed,
  ): Promise<{ resumed: boolean; retired: number[] }> {
    return asOwner(async (tx) => {
      await this.mustKnowAll(tx);
      const retired = await tx.query<{ id: number }>(
        'SELECT id FROM data_key WHERE retired_at IS NOT NULL ORDER BY id',
      );
      if (retired.length > 0) return { resumed: true, retired: retired.map(({ id }) => id) };
      const id = await this.vault.renew(tx);
      await note(tx, 'keys.rotate');
      return { resumed: false, retired: [id] };
    });
  }

  /** False where a writer that held the key has sealed a row with it meanwhile. */
  private async remove(asOwner: AsOwner, id: number, note: NoteDeed): Promise<boolean> {
    try {
      await asOwner(async (tx) => {
        // Waits for those who hold it.
        await tx.query('DELETE FROM data_key WHERE id = $1', [id]);
        await note(tx, 'keys.remove');
      });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === STILL_REFERENCED) return false;
      throw error;
    }
  }

  /** A table that nobody has named here would keep its rows sealed with the old key for ever. */
  private async mustKnowAll(tx: OwnerTransaction): Promise<void> {
    const known = this.tables.map(({ name }) => name);
    const [unknown] = await tx.query<{ name: string }>(
      `SELECT conrelid::regclass::text AS name FROM pg_constraint
       WHERE contype = 'f' AND confrelid = 'data_key'::regclass AND conrelid::regclass::text <> ALL ($1)`,
      [known],
    );
    if (unknown) {
      throw new VaultError(
        `The table ${unknown.name} has sealed values that rotation cannot find.`,
      );
    }
  }

  /** @param work is given transactions of which none is committed once another may be changing the keys */
  private async alone<T>(work: (asOwner: AsOwner) => Promise<T>): Promise<T> {
    const busy = () =>
      new VaultError('The keys are being changed already: wait until that is done.');
    return this.database.exclusively(
      'key-rotation',
      (lost) => work((deed) => this.database.asOwner(deed, lost)),
      busy,
    );
  }
}
