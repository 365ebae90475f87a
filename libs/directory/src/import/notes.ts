import { say } from '#messages';
import type { Remark } from './readers/raw-row.js';
import { RowNumbers } from './readers/row-numbers.js';
import { noteReason, type Note } from './row/note.js';

/** Columns that are told apart; a file of lines may bring a new name with every line. */
const MOST_COLUMNS = 100;

/** The notes of an import by sheet, column and kind: numbers of rows, however many there are. */
export class Notes {
  private readonly byColumn = new Map<string, { readonly of: Note; readonly rows: RowNumbers }>();

  /** @param notes of rows in their order */
  add(notes: readonly Note[]): void {
    for (const note of notes) this.rowsOf(note).add(note.row);
  }

  *remarks(): Generator<Remark> {
    for (const { of, rows } of this.byColumn.values()) {
      const reason = noteReason(of.kind, rows.named);
      yield { part: 'column', sheet: of.sheet, name: of.column, fate: 'noted', reason };
    }
  }

  private rowsOf(note: Note): RowNumbers {
    const isFull = this.byColumn.size >= MOST_COLUMNS;
    const known = this.byColumn.get(keyOf(note));
    if (known || !isFull) return (known ?? this.begin(note)).rows;
    const general = { ...note, column: note.field };
    return (this.byColumn.get(keyOf(general)) ?? this.begin(general)).rows;
  }

  private begin(of: Note) {
    const begun = { of, rows: new RowNumbers() };
    this.byColumn.set(keyOf(of), begun);
    return begun;
  }
}

function keyOf({ kind, sheet, column }: Note): string {
  return JSON.stringify([kind, sheet, say(column, 'en')]);
}
