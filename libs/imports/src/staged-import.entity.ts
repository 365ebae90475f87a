import { isOneOf } from '#database';
import { IMPORT_FORMATS, type ImportFormat, type Mapping } from '#directory';
import type { Problem } from '#messages';
import { DataKeyEntity } from '#vault';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { IMPORT_STATES, type ImportState } from './import-steps.js';
import type { ImportCounts } from './import-counts.js';

/** A list that a coordinator uploaded, and how it is to be read. */
@Entity('staged_import')
@Index('staged_import_of_network', ['networkId', 'id'])
@Index('staged_import_expires', ['expiresAt'])
@Check('staged_import_state_known', isOneOf('state', IMPORT_STATES))
@Check('staged_import_format_known', isOneOf('format', IMPORT_FORMATS))
@Check('staged_import_file_name_length', 'length(file_name) BETWEEN 1 AND 255')
@Check(
  'staged_import_sealed_whole',
  '(shape IS NULL AND unknown_values IS NULL AND remarks IS NULL) = (key_id IS NULL)',
)
export class StagedImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staged_import_pkey' })
  id!: string;

  @ForeignKey('NetworkEntity', { name: 'staged_import_network', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  /** Without its folders. */
  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('text')
  format!: ImportFormat;

  /** In bytes. */
  @Column('integer', { default: 0 })
  size!: number;

  @Column('text', { default: 'receiving' })
  state!: ImportState;

  /** Grows with every edit. */
  @Column('integer', { default: 1 })
  revision!: number;

  @Column('jsonb', { default: () => `'{"columns": {}, "defaults": {}}'` })
  mapping!: Mapping;

  /** Names of the sheets that are read. */
  @Column('text', { array: true, default: () => `'{}'` })
  sheets!: string[];

  /** Keys of rows that are left out. */
  @Column('text', { array: true, default: () => `'{}'` })
  skipped!: string[];

  /** Mapping and sheets are those with which a list of this shape was last applied. */
  @Column('boolean', { default: false })
  remembered!: boolean;

  /** Keyed hash of the headers, or of the names of several sheets: equal for lists of one shape. */
  @Column('text', { name: 'shape_key', nullable: true })
  shapeKey!: string | null;

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'staged_import_data_key' })
  key!: DataKeyEntity | null;

  /** Sheets, headers and samples of their values, sealed. */
  @Column('bytea', { nullable: true })
  shape!: Buffer | null;

  @Column('jsonb', { nullable: true })
  counts!: ImportCounts | null;

  /** A list of `UnknownValue`, sealed; null where none was found. */
  @Column('bytea', { name: 'unknown_values', nullable: true })
  unknownValues!: Buffer | null;

  /** A list of `Remark`, sealed; null where nothing was read. */
  @Column('bytea', { nullable: true })
  remarks!: Buffer | null;

  /** Why it cannot be read, or what must be settled first. */
  @Column('jsonb', { nullable: true })
  problem!: Problem | null;

  /** Rows that the job at work has been through. */
  @Column('integer', { default: 0 })
  progress!: number;

  /** As the audit log names who uploaded it. */
  @Column('text', { name: 'uploaded_by' })
  uploadedBy!: string;

  /** As the audit log names who applied it, or undid it. */
  @Column('text', { name: 'applied_by', nullable: true })
  appliedBy!: string | null;

  @Column('timestamptz', { name: 'uploaded_at', default: () => 'now()' })
  uploadedAt!: Date;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt!: Date | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

/** A piece of an uploaded file, sealed. */
@Entity('staged_part')
@Index('staged_part_of_import', ['importId', 'ordinal'], { unique: true })
export class StagedPartEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staged_part_pkey' })
  id!: string;

  @Column('uuid', { name: 'import_id' })
  importId!: string;

  @ManyToOne(() => StagedImportEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'staged_part_import' })
  import!: Relation<StagedImportEntity>;

  @Column('integer')
  ordinal!: number;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'staged_part_data_key' })
  key!: DataKeyEntity;

  /** Base64 of the bytes, sealed. */
  @Column('bytea')
  sealed!: Buffer;
}

/** A cell that a coordinator wrote anew, sealed. */
@Entity('staged_fix')
@Index('staged_fix_of_cell', ['importId', 'sheet', 'row', 'header', 'nth'], { unique: true })
export class StagedFixEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staged_fix_pkey' })
  id!: string;

  @Column('uuid', { name: 'import_id' })
  importId!: string;

  @ManyToOne(() => StagedImportEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'staged_fix_import' })
  import!: Relation<StagedImportEntity>;

  /** Empty where one sheet is read, or the file has none. */
  @Column('text')
  sheet!: string;

  @Column('integer')
  row!: number;

  @Column('text')
  header!: string;

  /** Which of the columns of that header, from 1. */
  @Column('integer')
  nth!: number;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'staged_fix_data_key' })
  key!: DataKeyEntity;

  @Column('bytea')
  sealed!: Buffer;
}

/** How a network's list of one shape was read when it was last applied. */
@Entity('import_memory')
export class ImportMemoryEntity {
  @ForeignKey('NetworkEntity', { name: 'import_memory_network', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'network_id', primaryKeyConstraintName: 'import_memory_pkey' })
  networkId!: string;

  @PrimaryColumn('text', { name: 'shape_key', primaryKeyConstraintName: 'import_memory_pkey' })
  shapeKey!: string;

  @Column('jsonb')
  mapping!: Mapping;

  @Column('text', { array: true })
  sheets!: string[];

  @Column('timestamptz', { name: 'used_at', default: () => 'now()' })
  usedAt!: Date;
}
