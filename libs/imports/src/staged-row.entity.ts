import { isOneOf } from '#database';
import type { ImportField } from '#directory';
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
import { ROW_STATUSES, type RowStatus } from './import-steps.js';
import { StagedImportEntity } from './staged-import.entity.js';

/** A row of an uploaded list: what stands in it, what it would do, and, when it was applied, how to undo that. */
@Entity('staged_row')
@Index('staged_row_of_import', ['importId', 'ordinal'], { unique: true })
@Index('staged_row_of_place', ['importId', 'row'])
@Index('staged_row_of_mediator', ['mediatorId'])
@Check('staged_row_status_known', isOneOf('status', ROW_STATUSES))
@Check('staged_row_sealed_whole', '(sealed IS NULL AND rejects IS NULL) = (key_id IS NULL)')
export class StagedRowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staged_row_pkey' })
  id!: string;

  @Column('uuid', { name: 'import_id' })
  importId!: string;

  @ManyToOne(() => StagedImportEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'staged_row_import' })
  import!: Relation<StagedImportEntity>;

  /** Place in the order of the file. */
  @Column('integer')
  ordinal!: number;

  /** Keyed hash of the name of its sheet (`PlaceKeys`). Empty where one sheet is read, or the file has none. */
  @Column('text', { default: '' })
  sheet!: string;

  @Column('integer')
  row!: number;

  @Column('text')
  status!: RowStatus;

  /** Null for a woman who is new. */
  @ForeignKey('MediatorEntity', { name: 'staged_row_mediator', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'mediator_id', nullable: true })
  mediatorId!: string | null;

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'staged_row_data_key' })
  key!: DataKeyEntity | null;

  /** A `StagedContent` or, once it is applied, the network's record before, sealed; null where nothing is kept. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  /** What is wrong with it, as a list of `Reject`, sealed: a value in a wrong column may be anything. Null where nothing is. */
  @Column('bytea', { nullable: true })
  rejects!: Buffer | null;

  /** The columns in which something is wrong. */
  @Column('text', { name: 'wrong_fields', array: true, default: () => `'{}'` })
  wrongFields!: ImportField[];

  /** The record that the row was compared with; of a row that was applied, the record that it made. A keyed hash. */
  @Column('text', { nullable: true })
  basis!: string | null;

  @Column('boolean', { default: false })
  publishes!: boolean;

  @Column('boolean', { name: 'ends_consent', default: false })
  endsConsent!: boolean;

  /** Why it was not applied, or not undone. */
  @Column('jsonb', { nullable: true })
  problem!: Problem | null;
}
