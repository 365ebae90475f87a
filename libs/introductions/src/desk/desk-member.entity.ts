import { isOneOf } from '#database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DESK_DUTIES, type DeskDuty } from './desk-duties.js';

/** A coordinator with a duty at the desk of a network. A desk without members is all coordinators of the network. */
@Entity('desk_member')
@Check('desk_member_duty_known', isOneOf('duty', DESK_DUTIES))
@Index('desk_member_of_account', ['accountId'])
export class DeskMemberEntity {
  @ForeignKey('NetworkEntity', { name: 'desk_member_network', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'network_id', primaryKeyConstraintName: 'desk_member_pkey' })
  networkId!: string;

  @ForeignKey('AccountEntity', { name: 'desk_member_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'desk_member_pkey' })
  accountId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'desk_member_pkey' })
  duty!: DeskDuty;

  /** Opaque name of the actor. */
  @Column('text', { name: 'appointed_by' })
  appointedBy!: string;

  @Column('timestamptz', { name: 'appointed_at', default: () => 'now()' })
  appointedAt!: Date;
}
