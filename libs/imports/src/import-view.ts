import {
  holdsContact,
  isListedAlready,
  mappingText,
  type ImportFormat,
  type Mapping,
  type Remark,
} from '#directory';
import { may, type Viewer } from '#identity';
import type { Problem } from '#messages';
import type { Vault } from '#vault';
import type { FoundShape } from './found-shape.js';
import type { ImportCounts } from './import-counts.js';
import type { ImportState } from './import-steps.js';
import { openImport } from './import-content.js';
import type { StagedImportEntity } from './staged-import.entity.js';
import type { UnknownValue } from './unknown-values.js';

/** An import as coordinators of its network see it. */
export interface ImportView {
  readonly id: string;
  readonly networkId: string;
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly size: number;
  readonly state: ImportState;
  readonly revision: number;
  readonly mapping: Mapping;
  readonly mappingFile: string;
  readonly sheets: readonly string[];
  readonly remembered: boolean;
  readonly shape: FoundShape;
  readonly counts: ImportCounts | null;
  readonly values: readonly UnknownValue[];
  readonly remarks: readonly Remark[];
  readonly problem: Problem | null;
  readonly progress: number;
  /** The viewer uploaded it herself. */
  readonly isOwn: boolean;
  readonly uploadedAt: string;
  readonly checkedAt: string | null;
  readonly appliedAt: string | null;
  readonly undoneAt: string | null;
  readonly expiresAt: string;
}

const NO_SHAPE: FoundShape = { sheets: [], headerRows: [], columns: [] };

export async function toImportView(
  vault: Vault,
  viewer: Viewer,
  entity: StagedImportEntity,
): Promise<ImportView> {
  const isOwn = entity.uploadedBy === viewer.name;
  const { reading, shape, unknownValues, remarks, problem } = await openImport(vault, entity);
  const { mapping, sheets } = reading;
  const moment = (at: Date | null) => at?.toISOString().replace(/\.\d+Z$/, 'Z') ?? null;
  return {
    id: entity.id,
    networkId: entity.networkId,
    fileName: entity.fileName,
    format: entity.format,
    size: entity.size,
    state: entity.state,
    revision: entity.revision,
    mapping,
    mappingFile: mappingText(mapping),
    sheets,
    remembered: entity.remembered,
    shape: shape ? (isOwn ? shape : withoutPrivate(shape)) : NO_SHAPE,
    counts: entity.counts,
    values: unknownValues ?? [],
    remarks: may(viewer, 'read', { kind: 'duplicate', networkId: entity.networkId })
      ? (remarks ?? [])
      : (remarks ?? []).filter((remark) => !isListedAlready(remark)),
    problem,
    progress: entity.progress,
    isOwn,
    uploadedAt: moment(entity.uploadedAt) ?? '',
    checkedAt: moment(entity.checkedAt),
    appliedAt: moment(entity.appliedAt),
    undoneAt: moment(entity.undoneAt),
    expiresAt: moment(entity.expiresAt) ?? '',
  };
}

/** Contact data of a file is shown to who brought the file, and to nobody else, wherever it stands. */
function withoutPrivate(shape: FoundShape): FoundShape {
  return {
    ...shape,
    columns: shape.columns.map((column) => ({
      ...column,
      header: holdsContact(column.header) ? column.place : column.header,
      samples: column.isPrivate ? [] : column.samples.filter((text) => !holdsContact(text)),
    })),
  };
}
