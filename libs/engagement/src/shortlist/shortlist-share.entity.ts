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
import { ShortlistEntity } from './shortlist.entity.js';

/**
 * That a shortlist is shown to somebody besides its organization. One that was taken back stays, for each woman on
 * the list may know who was shown her.
 */
@Entity('shortlist_share')
@Check('shortlist_share_taken_back', '(taken_back_by IS NULL) = (taken_back_at IS NULL)')
@Index('shortlist_share_of_shortlist', ['shortlistId'])
@Index('shortlist_share_of_reader', ['organizationId'])
@Index('shortlist_share_of_account', ['accountId'])
export class ShortlistShareEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shortlist_share_pkey' })
  id!: string;

  @Column('uuid', { name: 'shortlist_id' })
  shortlistId!: string;

  @ManyToOne(() => ShortlistEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'shortlist_id', foreignKeyConstraintName: 'shortlist_share_shortlist' })
  shortlist!: Relation<ShortlistEntity>;

  /** Whose people read it: of a person, the organization that she acted for when it was shared. */
  @ForeignKey('OrganizationEntity', { name: 'shortlist_share_organization' })
  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** The only person who reads it; null where all of the organization do. */
  @ForeignKey('AccountEntity', { name: 'shortlist_share_account', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  /** Opaque name of the actor. */
  @Column('text', { name: 'shared_by' })
  sharedBy!: string;

  @Column('timestamptz', { name: 'shared_at', default: () => 'now()' })
  sharedAt!: Date;

  /** Opaque name of the actor. */
  @Column('text', { name: 'taken_back_by', nullable: true })
  takenBackBy!: string | null;

  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt!: Date | null;
}
