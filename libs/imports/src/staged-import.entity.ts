import { isOneOf } from '#database';
import { IMPORT_FORMATS, type ImportFormat } from '#directory';
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
  '(reading IS NULL AND shape IS NULL AND unknown_values IS NULL AND remarks IS NULL AND problem IS NULL) = (key_id IS NULL)',
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

  /** A `FileReading`, sealed; null where nobody has said anything. */
  @Column('bytea', { nullable: true })
  reading!: Buffer | null;

  /** A `FoundShape`, sealed: sheets, headers and samples of their values. */
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

  /** A `Problem`, sealed: why it cannot be read, or what must be settled first. It names headers and sheets. */
  @Column('bytea', { nullable: true })
  problem!: Buffer | null;

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
@Index('staged_fix_of_cell', ['importId', 'cell'], { unique: true })
export class StagedFixEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staged_fix_pkey' })
  id!: string;

  @Column('uuid', { name: 'import_id' })
  importId!: string;

  @ManyToOne(() => StagedImportEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'staged_fix_import' })
  import!: Relation<StagedImportEntity>;

  /** Keyed hash of its sheet, row and column. */
  @Column('text')
  cell!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'staged_fix_data_key' })
  key!: DataKeyEntity;

  /** A `KeptFix`, sealed. */
  @Column('bytea')
  sealed!: Buffer;
}

/** How a network's list of one shape was read when it was last applied. */
@Entity('import_memory')
@Index('import_memory_of_shape', ['networkId', 'shapeKey'], { unique: true })
export class ImportMemoryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_memory_pkey' })
  id!: string;

  @ForeignKey('NetworkEntity', { name: 'import_memory_network', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'network_id' })
  networkId!: string;

  /** As `StagedImportEntity.shapeKey`. */
  @Column('text', { name: 'shape_key' })
  shapeKey!: string;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'import_memory_data_key' })
  key!: DataKeyEntity;

  /** A `Remembered`, sealed: a value that is read as another may have been anything. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'used_at', default: () => 'now()' })
  usedAt!: Date;
}
