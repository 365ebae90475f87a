import type { Contribution } from '#matching';
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
  Unique,
} from 'typeorm';
import type { NeedRequest } from '../need/need-request.js';
import { ShortlistEntity } from './shortlist.entity.js';

/**
 * A woman on a shortlist, with what the ranking said when she was chosen: frozen, whatever becomes of
 * her profile. It names nobody; her id is in its own column, and goes with her.
 */
@Entity('shortlist_entry')
@Unique('shortlist_entry_once', ['shortlistId', 'mediatorId', 'publicId'])
@Check('shortlist_entry_rank_positive', 'rank > 0')
@Check('shortlist_entry_score_range', 'score BETWEEN 0 AND 1000000')
@Check('shortlist_entry_note_sealed', '(note IS NULL) = (key_id IS NULL)')
@Index('shortlist_entry_of_mediator', ['mediatorId'])
export class ShortlistEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shortlist_entry_pkey' })
  id!: string;

  @Column('uuid', { name: 'shortlist_id' })
  shortlistId!: string;

  @ManyToOne(() => ShortlistEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'shortlist_id', foreignKeyConstraintName: 'shortlist_entry_shortlist' })
  shortlist!: Relation<ShortlistEntity>;

  @ForeignKey('MediatorEntity', { name: 'shortlist_entry_mediator', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  /** What she was called when she was chosen: when she is called so no longer, the entry is closed. */
  @Column('uuid', { name: 'public_id' })
  publicId!: string;

  @Column('integer')
  rank!: number;

  /** In micro-units. */
  @Column('integer')
  score!: number;

  /** S, the exact sum of weight * value. */
  @Column('bigint')
  total!: string;

  @Column('smallint', { name: 'model_version' })
  modelVersion!: number;

  /** How many were looked at, and how many of them were eligible. */
  @Column('integer')
  considered!: number;

  @Column('integer')
  eligible!: number;

  @Column('jsonb')
  contributions!: Contribution[];

  /** The need as it was requested. */
  @Column('jsonb', { name: 'asked' })
  requested!: NeedRequest;

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'shortlist_entry_data_key' })
  key!: DataKeyEntity | null;

  /** The organizer's own words about her, sealed; she can read them. */
  @Column('bytea', { nullable: true })
  note!: Buffer | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'added_by' })
  addedBy!: string;

  @Column('timestamptz', { name: 'added_at', default: () => 'now()' })
  addedAt!: Date;

  /** The need was filled with her. */
  @Column('boolean', { default: false })
  filled!: boolean;
}
