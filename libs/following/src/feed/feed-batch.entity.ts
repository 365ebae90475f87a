import { isOneOf } from '#database';
import type { IndexedClearance } from '#identity';
import { INDEXED_CLEARANCES } from '#search';
import { Check, Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** What was told at one time to those of a clearance. */
@Entity('feed_batch')
@Check('feed_batch_clearance_known', isOneOf('clearance', INDEXED_CLEARANCES))
export class FeedBatchEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'feed_batch_pkey' })
  clearance!: IndexedClearance;

  /** The place of its last entry. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'feed_batch_pkey' })
  last!: string;

  /** Tells it from one that stood here before a backup was restored. */
  @Column('uuid')
  @Generated('uuid')
  mark!: string;

  /** From when it may be read. */
  @Column('timestamptz', { name: 'told_at' })
  toldAt!: Date;
}
