import { isOneOf } from '#database';
import { DataKeyEntity } from '#vault';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { type FeedbackReason, type Verdict, VERDICTS } from './reasons.js';
import { ShortlistEntryEntity } from './shortlist-entry.entity.js';

/** Whether she was kept or dropped, and why. The latest of an entry is in force, the others are its history. */
@Entity('shortlist_feedback')
@Check('shortlist_feedback_verdict_known', isOneOf('verdict', VERDICTS))
@Check('shortlist_feedback_note_sealed', '(note IS NULL) = (key_id IS NULL)')
@Index('shortlist_feedback_of_entry', ['entryId'])
export class ShortlistFeedbackEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shortlist_feedback_pkey' })
  id!: string;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;

  @ManyToOne(() => ShortlistEntryEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'entry_id', foreignKeyConstraintName: 'shortlist_feedback_entry' })
  entry!: Relation<ShortlistEntryEntity>;

  @Column('text')
  verdict!: Verdict;

  @Column('text', { array: true })
  reasons!: FeedbackReason[];

  @Column('smallint', { name: 'key_id', nullable: true })
  keyId!: number | null;

  @ManyToOne(() => DataKeyEntity)
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'shortlist_feedback_data_key' })
  key!: DataKeyEntity | null;

  /** The organizer's own words, sealed; she of whom they are can read them. */
  @Column('bytea', { nullable: true })
  note!: Buffer | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'given_by' })
  givenBy!: string;

  @Column('timestamptz', { name: 'given_at', default: () => 'now()' })
  givenAt!: Date;
}
