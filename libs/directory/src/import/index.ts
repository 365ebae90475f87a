export { csvLine } from './csv-line.js';
export { ColumnMap } from './columns/column-map.js';
export { mappingText, readMapping, type Mapping } from './columns/mapping.js';
export { columnsTable, IMPORT_COLUMNS, isHidden, type ImportField } from './columns/fields.js';
export { consentColumn } from './columns/consent-column.js';
export {
  importProfiles,
  type ImportReport,
  type ImportRequest,
  type ImportModules,
} from './import-profiles.js';
export { ImportRefusedError } from './import-refused-error.js';
export {
  IMPORT_FORMATS,
  openRows,
  rowsFromRecords,
  type ImportFormat,
} from './readers/open-rows.js';
export type { RawCell, RawRow, RawRows, Remark } from './readers/raw-row.js';
export { RejectsFile } from './rejects-file.js';
export { sayReject, type Reject, type Said } from './row/reject.js';
export { checkRow } from './row/check-row.js';
export type { ProfileDraft } from './row/profile-draft.js';
