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
import type { ContactField } from './contact.js';

/** Which contact fields were changed by whom and when; never the values. */
@Entity('contact_change')
@Index('contact_change_of_mediator', ['mediatorId'])
export class ContactChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_change_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'contact_change_mediator' })
  mediator!: Relation<MediatorEntity>;

  /** Whose statement was changed; null is her own. */
  @Column('uuid', { name: 'network_id', nullable: true })
  networkId!: string | null;

  @ManyToOne(() => NetworkEntity)
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'contact_change_network' })
  network!: Relation<NetworkEntity> | null;

  @Column('text', { array: true })
  fields!: ContactField[];

  /** Opaque name of the actor. */
  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;
}
