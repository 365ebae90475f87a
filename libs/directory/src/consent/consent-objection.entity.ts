import { isOneOf } from '#database';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../profile/profile-record.js';

/** Her "no" to a purpose, which stands until she herself, or a coordinator with proof, says otherwise. */
@Entity('consent_objection')
@Check('consent_objection_purpose_known', isOneOf('purpose', CONSENT_PURPOSES))
export class ConsentObjectionEntity {
  @PrimaryColumn('uuid', {
    name: 'mediator_id',
    primaryKeyConstraintName: 'consent_objection_pkey',
  })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'consent_objection_mediator' })
  mediator!: Relation<MediatorEntity>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'consent_objection_pkey' })
  purpose!: ConsentPurpose;

  @Column('timestamptz', { name: 'stated_at', default: () => 'now()' })
  statedAt!: Date;

  /** Opaque name of the actor. */
  @Column('text', { name: 'stated_by' })
  statedBy!: string;
}
