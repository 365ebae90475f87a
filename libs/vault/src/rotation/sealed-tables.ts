import type { SealedTable } from './sealed-table.js';

/** Every table with sealed values: each module adds its own, and a rotation seals all of them anew. */
export class SealedTables {
  readonly all: SealedTable[] = [];

  add(tables: readonly SealedTable[]): void {
    this.all.push(...tables);
  }
}
