import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { NetworkEntity } from '../network/network.entity.js';
import type { ProfileState } from '../fields/closed-lists.js';

/** A step in the life of a profile. */
@Entity('profile_step')
@Index('profile_step_of', ['mediatorId', 'id'])
export class ProfileStepEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'profile_step_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'profile_step_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('text')
  step!: string;

  @Column('text', { name: 'state_before', nullable: true })
  stateBefore!: ProfileState | null;

  @Column('text', { name: 'state_after' })
  stateAfter!: ProfileState;

  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @ManyToOne(() => NetworkEntity)
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'profile_step_network' })
  network!: Relation<NetworkEntity> | null;

  /** She took the step herself. */
  @Column('boolean', { default: false })
  herself!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  /** As the audit log names her. */
  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
