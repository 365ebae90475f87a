import {
  ImportMemoryEntity,
  StagedFixEntity,
  StagedImportEntity,
  StagedPartEntity,
} from './staged-import.entity.js';
import { StagedRowEntity } from './staged-row.entity.js';

/** Every table of this module. */
export const importsEntities = [
  StagedImportEntity,
  StagedPartEntity,
  StagedFixEntity,
  StagedRowEntity,
  ImportMemoryEntity,
];
