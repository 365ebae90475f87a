export { ColumnMap } from './columns/column-map.js';
export {
  checkedMapping,
  HEADER_WITHIN,
  mappingText,
  readMapping,
  type Mapping,
} from './columns/mapping.js';
export {
  columnsTable,
  CONTACT_COLUMNS,
  IMPORT_COLUMNS,
  isHidden,
  type ImportField,
} from './columns/fields.js';
export type { Column } from './columns/column.js';
export { consentColumn } from './columns/consent-column.js';
export {
  importProfiles,
  isListedAlready,
  type ImportReport,
  type ImportRequest,
  type ImportModules,
} from './import-profiles.js';
export { ImportRefusedError } from './import-refused-error.js';
export { ALL_SHEETS, SHEET_NAME } from './readers/book.js';
export { SECTION_TITLE } from './readers/sections.js';
export { CsvRecords } from './readers/csv/records.js';
export { bytesInMemory } from './readers/bytes.js';
export type { Looked, Looks } from './readers/reading.js';
export type { Evidence as HeaderEvidence } from './readers/shape.js';
export { lettersOf, type TableRow } from './readers/table.js';
export {
  formatOf,
  IMPORT_FORMATS,
  openRows,
  rowsOf,
  SNIFFED,
  rowsFromRecords,
  type ImportFormat,
} from './readers/open-rows.js';
export {
  sayRemark,
  type RawCell,
  type RawRow,
  type RawRows,
  type Remark,
} from './readers/raw-row.js';
export { RejectsFile } from './rejects-file.js';
export {
  holdsContact,
  safeName,
  sayReject,
  shownText,
  type Reject,
  type Said,
} from './row/reject.js';
export { checkRow } from './row/check-row.js';
export type { ProfileDraft } from './row/profile-draft.js';
export { draftStatement } from './apply/draft-statement.js';
export type { ConsentTexts, DraftReason, Effect, Said as SaidOfHer } from './apply/foresee.js';
export { fingerprintOf, type NetworkRecord } from './apply/network-records.js';
export { keyOf, type RowPlace } from './readers/row-place.js';
export type { Origin } from './apply/origin.js';
export type { Write } from './apply/write.js';
export type { ImportObserver, RowOutcome, WrittenRow } from './observer.js';
export { undoRows, type AppliedRow } from './undo/undo-rows.js';
export { columnOf } from './row/cells.js';
export { isImportField, isOfMany } from './columns/fields.js';
