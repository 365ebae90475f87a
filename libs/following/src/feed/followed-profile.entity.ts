import { isOneOf } from '#database';
import type { IndexedClearance } from '#identity';
import { INDEXED_CLEARANCES } from '#search';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * What those of a clearance were told of a woman last: one row for each, so that a feed never grows beyond the women who
 * are or were in it.
 */
@Entity('followed_profile')
@Unique('followed_profile_place', ['clearance', 'place'])
@Check('followed_profile_clearance_known', isOneOf('clearance', INDEXED_CLEARANCES))
@Check('followed_profile_places_in_order', 'since BETWEEN 1 AND place')
@Index('followed_profile_of_mediator', ['mediatorId'])
export class FollowedProfileEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'followed_profile_pkey' })
  clearance!: IndexedClearance;

  /** What she was called outside when it was told. */
  @PrimaryColumn('uuid', {
    name: 'public_id',
    primaryKeyConstraintName: 'followed_profile_pkey',
  })
  publicId!: string;

  /** Null once she was erased. */
  @ForeignKey('MediatorEntity', { name: 'followed_profile_mediator', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'mediator_id', nullable: true })
  mediatorId!: string | null;

  /** Where the telling stands in the feed of the clearance, from 1. */
  @Column('bigint')
  place!: string;

  /** Where her appearance stood. */
  @Column('bigint')
  since!: string;

  /** From when it may be read. */
  @Column('timestamptz', { name: 'told_at' })
  toldAt!: Date;

  /** Keyed hash of what was shown; null once she is not shown any more. */
  @Column('text', { nullable: true })
  digest!: string | null;
}
