import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { ShortlistEntity } from './shortlist.entity.js';

/**
 * What stays of an entry whose woman was erased: that there was one, and nothing of her. The database
 * writes it, so that organizers are shown her going as they are that of any other.
 */
@Entity('shortlist_gone')
@Index('shortlist_gone_of_shortlist', ['shortlistId'])
export class ShortlistGoneEntity {
  /** The id of the entry. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shortlist_gone_pkey' })
  id!: string;

  @Column('uuid', { name: 'shortlist_id' })
  shortlistId!: string;

  @ManyToOne(() => ShortlistEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'shortlist_id', foreignKeyConstraintName: 'shortlist_gone_shortlist' })
  shortlist!: Relation<ShortlistEntity>;

  /** Opaque name of the actor. */
  @Column('text', { name: 'added_by' })
  addedBy!: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;
}
