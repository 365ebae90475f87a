/** Lists that coordinators upload: read, mended, previewed, applied and undone. */
export { AppliedRows } from './applied-rows.js';
export { CheckedRows } from './check-rows.js';
export { importsEntities } from './entities.js';
export type { FoundColumn, FoundShape } from './found-shape.js';
export { IMPORT_DAYS, ImportPurge } from './import-purge.js';
export {
  ImportRowService,
  type CellView,
  type RowChange,
  type RowFilter,
  type RowView,
} from './import-row.service.js';
export { ImportRunner } from './import-runner.js';
export {
  IMPORT_STATES,
  IMPORT_STEPS,
  ROW_STATUSES,
  type ImportState,
  type RowStatus,
} from './import-steps.js';
export { ImportUploadService, MOST_BYTES } from './import-upload.service.js';
export type { ImportCounts } from './import-counts.js';
export type { ImportView } from './import-view.js';
export type { CellFix, DefaultsChange, ReadingChange, ValueFix } from './edits.js';
export { ImportService } from './import.service.js';
export { ImportsModule } from './imports.module.js';
export { importsSealedTables } from './sealed.js';
export type { UnknownValue } from './unknown-values.js';
