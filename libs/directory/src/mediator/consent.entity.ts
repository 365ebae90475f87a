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
import type { ConsentPurpose } from '../profile/profile-record.js';
import { MediatorEntity } from './mediator.entity.js';

/** That she agreed to a purpose: to which text, through which channel, recorded by whom. */
@Entity('consent')
@Check(
  'consent_purpose_known',
  `purpose IN ('LISTED', 'MATCHED', 'CONTACTED', 'PUBLISHED_ABROAD', 'STATISTICS')`,
)
@Index('consent_one_in_force', ['mediatorId', 'purpose'], {
  unique: true,
  where: 'withdrawn_at IS NULL',
})
export class ConsentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'consent_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('text')
  purpose!: ConsentPurpose;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  @Column('text')
  channel!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('date', { name: 'given_on' })
  givenOn!: string;

  /** Null while the consent stands. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
