import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { DataKeyEntity } from '#vault';
import { MediatorEntity } from '../mediator/mediator.entity.js';
import { NetworkEntity } from '../network/network.entity.js';

/**
 * Contact and security data, one sealed row for each source, apart from the profile so that no query for
 * a profile can touch it. Row-level security opens it for one network's curator or for herself.
 */
@Entity('mediator_contact', {
  comment:
    'Contact and security data, sealed: opened by one repository only, in no search document.',
})
@Unique('mediator_contact_once', ['mediatorId', 'networkId'])
@Index('mediator_contact_email', ['emailIndex'])
export class MediatorContactEntity {
  /** Another with each change, so that it is the version too; what is sealed opens in this row only. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mediator_contact_pkey' })
  id!: string;

  @Column('uuid', { name: 'mediator_id' })
  mediatorId!: string;

  @ManyToOne(() => MediatorEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'mediator_id', foreignKeyConstraintName: 'mediator_contact_mediator' })
  mediator!: Relation<MediatorEntity>;

  @Column('uuid', {
    name: 'network_id',
    nullable: true,
    comment: 'Who stated it; null is herself.',
  })
  networkId!: string | null;

  @ManyToOne(() => NetworkEntity)
  @JoinColumn({ name: 'network_id', foreignKeyConstraintName: 'mediator_contact_network' })
  network!: Relation<NetworkEntity> | null;

  @Column('smallint', { name: 'key_id' })
  keyId!: number;

  @ManyToOne(() => DataKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_id', foreignKeyConstraintName: 'mediator_contact_key' })
  key!: Relation<DataKeyEntity>;

  /** `Contact` as JSON. */
  @Column('bytea')
  sealed!: Buffer;

  /** Blind index of the e-mail address. */
  @Column('bytea', { name: 'email_index', nullable: true })
  emailIndex!: Buffer | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
